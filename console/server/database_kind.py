"""What SQLite and PostgreSQL each do their own way for the server's database."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, NotSupportedError, ProgrammingError

from console.domain.errors import Fault

OURS = (IntegrityError, ProgrammingError, DataError, NotSupportedError)
"""A broken rule or a wrong statement is no fault of disk, file or network: it stays what it is."""


class DatabaseKind(Protocol):
    """One kind of database, opened by its address; connections are made when first asked for."""

    address: str
    """Where it is, fit for messages: never a password."""
    file: Path | None
    """The SQLite file, None on another database."""
    writers: Engine
    """One connection; its transactions see everything committed before them and exclude every other writer."""
    readers: Engine
    """Connections whose transactions see one state of everything."""

    def occupy(self) -> None:
        """See `Database.occupy`."""
        ...

    def started(self, run: int) -> None:
        """See `Database.started`."""
        ...

    def home(self, connection: Connection) -> str:
        """See `Database.home`."""
        ...

    def copy_to(self, file: Path) -> None:
        """See `Database.copy_to`."""
        ...

    def fold_log(self) -> None:
        """See `Database.fold_log`."""
        ...

    def fault_of(self, error: DBAPIError) -> Fault | None:
        """The world's fault behind an error of the driver; None when the mistake is ours."""
        ...

    def close(self) -> None:
        """Close every connection and let go of what occupy() holds."""
        ...
