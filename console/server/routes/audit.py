"""The audit chain: checkpoints for every console to keep, records for those who oversee."""

from __future__ import annotations

from console.contract.audit import AuditPage, ChainProof, SignedCheckpoint
from console.contract.audit_slice import AuditSlice
from console.domain.report import Report
from console.server.audit_slices import AuditSlices
from console.server.casefile import load
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.refusals import not_found

MAX_DIGESTS = 5_000
MAX_RECORDS = 1_000
_MOST = 10**18 - 1


def _checkpoint(call: Call) -> SignedCheckpoint:
    """The latest signed checkpoint; every console keeps some as a witness."""
    return call.parts.checkpoints.latest()


def _proof(call: Call) -> ChainProof:
    """Digests of the records behind a place: they tell nothing, but only the true ones lead to the next checkpoint."""
    limit = call.number("limit", MAX_DIGESTS, 1, MAX_DIGESTS)
    return call.parts.checkpoints.proof(call.number("after", 0, 0, _MOST), limit)


def _records(call: Call) -> AuditPage:
    """The records behind a place, in order."""
    limit = call.number("limit", MAX_RECORDS, 1, MAX_RECORDS)
    return call.parts.checkpoints.page(call.number("after", 0, 0, _MOST), limit)


def _close(call: Call) -> SignedCheckpoint:
    """A checkpoint over everything up to now, for an export; that it was asked for is on the chain."""
    return call.parts.checkpoints.make_for(call.caller.actor)


def _case(call: Call) -> AuditSlice:
    """What the chain says of one case, with what proves it, for a case file that is taken away."""
    parts = call.parts
    with parts.database.read() as connection:
        if load(connection, Report, call.path["report_id"]) is None:
            raise not_found("report")
    return AuditSlices(parts.database, parts.identity, parts.checkpoints).of(call.path["report_id"])


ROUTES = (
    Route(method="GET", path="/v1/audit/checkpoint", who=Who.DESK, answer=_checkpoint, gives=SignedCheckpoint),
    Route(
        method="GET", path="/v1/audit/proof", who=Who.DESK, answer=_proof, gives=ChainProof, query=("after", "limit")
    ),
    Route(
        method="GET", path="/v1/audit/records", who=Who.OVERSIGHT, answer=_records, gives=AuditPage,
        query=("after", "limit"),
    ),
    Route(
        method="GET", path="/v1/audit/cases/{report_id:str}", who=Who.PERSON, answer=_case, gives=AuditSlice,
    ),
    Route(
        method="POST", path="/v1/audit/checkpoints", who=Who.OVERSIGHT, answer=_close, gives=SignedCheckpoint
    ),
)  # fmt: skip
