"""The audit chain as an administrator's or an overseer's program fetches it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from console.contract.audit import AuditPage, AuditRecord, SignedCheckpoint
from console.contract.audit_file import write_export
from console.contract.codec import decode
from console.domain.errors import InputFault, NetworkFault
from console.remote.transport import Credentials, Transport

T = TypeVar("T")
_PAGE = "1000"


def export_chain(file: Path, address: str, key: str, ca_file: Path | None = None) -> tuple[SignedCheckpoint, int]:
    """Have the chain closed by a checkpoint and write all of it to `file`; the checkpoint and how many records.

    Raises:
        NetworkFault, AccessFault: the server cannot be asked, or does not let this key read the chain.
        OSError: the file cannot be written.
    """
    transport = Transport(address, Credentials(), ca_file)
    headers = {"Authorization": f"Bearer {key}"}
    try:
        with transport.open("POST", "/v1/audit/checkpoints", body=b"{}", person=False, headers=headers) as response:
            closing = _answer(response.content, SignedCheckpoint)
        with file.open("wb") as opened:
            return closing, write_export(opened, closing, _records(transport, headers, closing.checkpoint.place))
    finally:
        transport.close()


def _records(transport: Transport, headers: dict[str, str], last: int) -> Iterator[AuditRecord]:
    place = 0
    while place < last:
        params = {"after": str(place), "limit": _PAGE}
        with transport.open("GET", "/v1/audit/records", params=params, person=False, headers=headers) as response:
            records = _answer(response.content, AuditPage).records
        if not records or records[-1].place <= place:
            raise NetworkFault("bad_answer", f"The server's chain ends at place {place}, before its own checkpoint.")
        for record in records:
            if record.place <= last:
                yield record
        place = records[-1].place


def _answer(body: bytes, kind: type[T]) -> T:
    try:
        return decode(body, kind)
    except InputFault as fault:
        raise NetworkFault("bad_answer", f"The server's answer cannot be understood ({fault.message}).") from fault
