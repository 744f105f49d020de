"""The address of a PostgreSQL database: checked, completed, and without its secrets."""

from __future__ import annotations

from sqlalchemy.engine import URL

from console.domain.errors import SetupFault

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
"""Hosts that are this machine; a path names the folder of a socket, which is this machine too."""
_CHECKED_TLS = ("verify-full", "verify-ca")
_WANTED = {
    "connect_timeout": "10",
    # A peer that fell silent is given up after a minute, not after the kernel's fifteen.
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "60000",
    "application_name": "sigap server",
}


def checked_address(url: URL) -> URL:
    """The address as it is connected to; what it says itself is kept.

    Raises:
        SetupFault: another driver than psycopg 3, no database named, or a host beyond this machine without TLS that
            checks who answers (security.md rule 7: what we send there is as secret as what consoles send us).
    """
    if url.drivername not in ("postgresql", "postgresql+psycopg"):
        raise SetupFault("database_url", f"--database: use postgresql+psycopg://, not {url.drivername}://.")
    if not url.database:
        raise SetupFault("database_url", "--database: name the database: postgresql+psycopg://user@host/database.")
    wanted = {name: value for name, value in _WANTED.items() if name not in url.query}
    if _leaves_this_machine(url):
        mode = str(url.query.get("sslmode", "verify-full"))
        if mode not in _CHECKED_TLS:
            raise SetupFault(
                "tls_needed",
                f"--database: sslmode={mode} would talk to anybody who answers as {url.host}. Use verify-full, with "
                "sslrootcert=FILE when the city has its own CA.",
            )
        wanted["sslmode"] = mode
    return url.set(drivername="postgresql+psycopg").update_query_dict(wanted)


def without_secrets(url: URL) -> str:
    """'sigap on db.example (user sigap)', for messages."""
    hosts = ", ".join(_hosts(url)) or "this machine"
    return f"{url.database} on {hosts}" + (f" (user {url.username})" if url.username else "")


def secrets_of(url: URL) -> tuple[str, ...]:
    """What of an address must be in no message."""
    named = (url.password, *(url.query.get(name) for name in ("password", "sslpassword")))
    return tuple(str(secret) for secret in named if secret)


def _hosts(url: URL) -> tuple[str, ...]:
    found = url.query.get("host", url.host or "")
    names = (found,) if isinstance(found, str) else found
    return tuple(name for each in names for name in each.split(",") if name)


def _leaves_this_machine(url: URL) -> bool:
    return any(not host.startswith(("/", "@")) and _bare(host) not in LOCAL_HOSTS for host in _hosts(url))


def _bare(host: str) -> str:
    """A host of a query may carry its port: 'db:5432'."""
    return host if host.count(":") != 1 else host.partition(":")[0]
