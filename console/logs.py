"""Logs as JSON lines in the profile; never the words of a citizen."""

from __future__ import annotations

import importlib
import logging
import traceback
from collections.abc import Callable, MutableMapping
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from console.domain.errors import SigapError

_FILE_BYTES = 4 * 1024 * 1024
_FILES_KEPT = 5
_EVENT_LIMIT = 300
_TALKATIVE = ("alembic", "apscheduler", "urllib3", "PIL", "uvicorn.access")

Event = MutableMapping[str, object]
"""A record on its way to its line, field by field."""

CONFIDENTIAL = frozenset(
    {"text", "words", "note", "body", "phone", "email", "address", "subject",
     "password", "passphrase", "token", "key", "secret", "answer", "question", "reason_text"}
)  # fmt: skip
"""Fields that may hold what a citizen wrote, who he is, or a secret: their values are left out."""


def write_to(folder: Path, level: int = logging.INFO) -> Callable[[], None]:
    """Send everything the program logs to rotating files in `folder` (5 of 4 MiB); returns how to stop.

    Modules log with the standard library: `logging.getLogger(__name__).info("page applied", extra={"rows": 40})`.
    Raises OSError when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "sigap.log", maxBytes=_FILE_BYTES, backupCount=_FILES_KEPT, encoding="utf-8", delay=True
    )
    return _attach(handler, level)


def write_to_stderr(level: int = logging.INFO) -> Callable[[], None]:
    """Send everything the program logs to standard error, as a server under systemd does; returns how to stop."""
    return _attach(logging.StreamHandler(), level)


def _attach(handler: logging.Handler, level: int) -> Callable[[], None]:
    handler.setFormatter(_LateFormatter())
    handler.setLevel(level)
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(min(level, before) if before else level)
    libraries = {logging.getLogger(name): logging.getLogger(name).level for name in _TALKATIVE}
    for library in libraries:
        library.setLevel(max(level, logging.WARNING))

    def stop() -> None:
        for library, its_level in libraries.items():
            library.setLevel(its_level)
        root.removeHandler(handler)
        root.setLevel(before)
        handler.close()

    return stop


class _LateFormatter(logging.Formatter):
    """Makes the real one for the first record: importing structlog brings asyncio and rich, 0.15 s of a start."""

    def __init__(self) -> None:
        super().__init__()
        self._made: logging.Formatter | None = None

    def format(self, record: logging.LogRecord) -> str:
        """One line; the handler's lock keeps threads apart."""
        if self._made is None:
            self._made = formatter()
        return self._made.format(record)


def prepare() -> None:
    """Import what the first line will need, while nobody waits; any thread."""
    importlib.import_module("structlog")


def formatter() -> logging.Formatter:
    """Return what turns a log record into one JSON line, confidential fields and exception values left out."""
    import structlog

    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.ExtraAdder(),
            structlog.stdlib.add_logger_name,
            structlog.stdlib.add_log_level,
            _describe_exception,
        ],
        processors=[
            _stamp,
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            _leave_out_confidential,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        keep_exc_info=False,
        keep_stack_info=False,
    )


def _stamp(_logger: object, _method: str, event: Event) -> Event:
    record = event["_record"]
    if isinstance(record, logging.LogRecord):
        at = datetime.fromtimestamp(record.created, UTC)
        event["at"] = at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        event["thread"] = record.threadName
    return event


def _leave_out_confidential(_logger: object, _method: str, event: Event) -> Event:
    for field in CONFIDENTIAL & event.keys():
        event[field] = "(left out)"
    event["event"] = str(event.get("event", ""))[:_EVENT_LIMIT]
    return event


def _describe_exception(_logger: object, _method: str, event: Event) -> Event:
    """Replace an exception by type and places; its message only when it is ours, for others quote their input."""
    event.pop("stack_info", None)
    event.pop("exc_info", None)
    record = event["_record"]
    info = record.exc_info if isinstance(record, logging.LogRecord) else None
    if info and isinstance(info[1], BaseException):
        event["exception"] = describe(info[1], info[2])
    return event


def describe(error: BaseException, trace: TracebackType | None = None) -> str:
    """Return 'Type at file:line < file:line', with the message only for errors of our own two families."""
    frames = traceback.extract_tb(trace or error.__traceback__)
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    said = f"({getattr(error, 'code', error)})" if isinstance(error, SigapError) else ""
    return f"{type(error).__name__}{said} at {places or 'no frame'}"
