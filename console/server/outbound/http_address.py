"""Which HTTP addresses an administrator may set: this server asks nothing else."""

from __future__ import annotations

from urllib.parse import urlsplit

_LOCAL_HOSTS = frozenset({"127.0.0.1", "::1"})
_LONGEST = 300


def may_be_asked(url: str) -> bool:
    """Whether it is https (plain http only to this machine), with a host, without an account, query or fragment."""
    try:
        parts = urlsplit(url)
        safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOCAL_HOSTS)
        usable = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    return safe and usable and not (parts.username or parts.query or parts.fragment) and len(url) <= _LONGEST
