"""Puts files on cases: chosen, a call's recording, or made from another file of the case."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from console.contract.ids import new_id
from console.desk.decide import Decided, Desk, Refused
from console.domain.acts import AttachFile
from console.domain.casework.attaching import LONGEST_NAME, MOST_OWN_BYTES
from console.domain.errors import InputFault
from console.domain.file_kind import FileKind, recognise
from console.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFile:
    """A file sealed on this disk, for a case there is or one still to be filed."""

    id: str
    name: str
    media_type: str
    size_bytes: int
    sha256: str

    @property
    def act(self) -> AttachFile:
        """What puts it on a case."""
        return AttachFile(
            file_id=self.id, name=self.name, media_type=self.media_type, size_bytes=self.size_bytes,
            sha256=self.sha256,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """It is on the case; its bytes go to the server by themselves."""

    file: HeldFile
    decided: Decided


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTaken:
    """Why not: `empty`, `kind_unknown`, `kind_not_allowed` (`detail` what it looks like), `too_large`."""

    code: str
    detail: str = ""


class Attaching:
    """Every method may be called from any worker thread and blocks on the disk."""

    def __init__(self, store: Store, desk: Desk) -> None:
        self._store, self._desk = store, desk

    def attach(self, report_id: str, data: bytes, name: str) -> Attached | NotTaken | Refused:
        """Put bytes on a case: sealed on this disk (fsynced) first, then decided.

        Raises:
            StoreFault: the disk is full or fails; nothing is on the case.
        """
        held = self.hold(data, name)
        return held if isinstance(held, NotTaken) else self.attach_held(report_id, held)

    def attach_file(self, report_id: str, file: Path) -> Attached | NotTaken | Refused:
        """Put a file of this workstation on a case.

        Raises:
            InputFault: `file_unreadable`.
            StoreFault: as `attach`.
        """
        held = self.hold_file(file)
        return held if isinstance(held, NotTaken) else self.attach_held(report_id, held)

    def hold(self, data: bytes, name: str) -> HeldFile | NotTaken:
        """Seal bytes on this disk for a form that is not filed yet; the kind is found by their first bytes alone.

        Raises:
            StoreFault: the disk is full or fails.
        """
        kind = recognise(data)
        if not isinstance(kind, FileKind):
            return NotTaken(code=kind.why.value, detail=kind.name)
        if len(data) > MOST_OWN_BYTES:
            return NotTaken(code="too_large")
        kept = self._store.files.keep_own(new_id(), data)
        return HeldFile(
            id=kept.id, name=plain_name(name) or kind.kind, media_type=kind.mime, size_bytes=kept.size_bytes,
            sha256=kept.sha256,
        )  # fmt: skip

    def hold_file(self, file: Path) -> HeldFile | NotTaken:
        """Seal a file of this workstation, as `hold`.

        Raises:
            InputFault: `file_unreadable`.
            StoreFault: the disk is full or fails.
        """
        try:
            with file.open("rb") as source:
                data = source.read(MOST_OWN_BYTES + 1)
        except OSError as error:
            raise InputFault(
                "file_unreadable", f"{file.name} cannot be read ({error.strerror}).", path=file.name
            ) from error
        return self.hold(data, file.name)

    def attach_held(self, report_id: str, held: HeldFile) -> Attached | Refused:
        """Put a sealed file on a case; the decision has the file's own id. Refused, the file is let go.

        Raises:
            StoreFault: it could not be decided; the file stays sealed here.
        """
        decided = self._desk.decide(held.act, report_id, decision_id=held.id)
        if isinstance(decided, Refused):
            self._store.files.drop(held.id)
            return decided
        return Attached(file=held, decided=decided)

    def let_go_unused(self, held: HeldFile) -> None:
        """A form is done with: a file of it that was put on no case is let go."""
        if self._store.ledger_row(held.id) is None:
            self._store.files.drop(held.id)

    def let_go(self, held: HeldFile) -> None:
        """A file of a form that is not filed after all."""
        self._store.files.drop(held.id)


def plain_name(name: str) -> str:
    """A file's own name as it is kept: no path, no control or invisible characters, its end when it is long."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(each for each in " ".join(last.split()) if each.isprintable())[-LONGEST_NAME:]
