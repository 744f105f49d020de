"""The two families of error: Fault (the world's) and Bug (ours).

    SigapError
    ├── Fault            the world's: shown to the operator with what to do; carries a code and params
    │   ├── NetworkFault     the server cannot be reached or answered something unusable
    │   ├── AccessFault      a credential was refused, expired or revoked
    │   ├── StoreFault       the local database, journal or disk cannot be used
    │   ├── InputFault       something given to us is wrong; names the field and where
    │   └── SetupFault       this machine or profile lacks what is needed
    └── Bug              ours: a broken promise between our own parts; crash report, never swallowed
"""

from __future__ import annotations

__all__ = ["AccessFault", "Bug", "Fault", "InputFault", "NetworkFault", "SetupFault", "SigapError", "StoreFault"]


class SigapError(Exception):
    """Root of everything Sigap raises on purpose."""


class Fault(SigapError):
    """A fault of the world; `code` selects the operator's words, `params` fill them, `str` is plain English."""

    def __init__(self, code: str, message: str, **params: str | int | float) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.params = params


class NetworkFault(Fault):
    """The server cannot be reached or answered something unusable; `retry_after_s` when it said so."""

    def __init__(self, code: str, message: str, *, retry_after_s: float | None = None, **params: str | int) -> None:
        super().__init__(code, message, **params)
        self.retry_after_s = retry_after_s


class AccessFault(Fault):
    """A credential was refused, expired or revoked."""


class StoreFault(Fault):
    """The local database, its journal or the disk cannot be used."""


class InputFault(Fault):
    """Something given to us is wrong; params name the `field` and, for files, the `position`."""


class SetupFault(Fault):
    """This machine or profile lacks what is needed."""


class Bug(SigapError):
    """A broken promise between our own parts."""
