"""Handling of evidence at a desk without a server: all but the audit chain's proof."""

from __future__ import annotations

from datetime import UTC, datetime

from console.contract.audit_slice import AuditSlice
from console.decode.pool import Decoder
from console.desk.case_file import EvidenceDesk, evidence_desk
from console.domain.errors import NetworkFault
from console.domain.link import Link, LinkState
from tests.worlds.cases import CaseDesk


class NoServer:
    """LinkPort and ChainPort of a desk whose server is away."""

    def __init__(self) -> None:
        self.state = LinkState.OFFLINE

    def link(self) -> Link:
        return Link(state=self.state, since=datetime(2026, 11, 21, tzinfo=UTC))

    def subscribe(self, callback: object) -> object:
        return lambda: None

    def server_now(self) -> datetime:
        return datetime(2026, 11, 21, 7, tzinfo=UTC)

    def case_slice(self, report_id: str) -> AuditSlice:
        raise NetworkFault("unreachable", "there is no server")


def evidence_of(desk: CaseDesk, decoder: Decoder) -> EvidenceDesk:
    """The evidence desk over a world's store and files."""
    away = NoServer()
    return evidence_desk(
        desk.desk, desk.store, desk.files, decoder, away, away, person=lambda: desk.actor, now=desk.now
    )
