"""Asks the server what its audit chain says of a case, as the person signed in."""

from __future__ import annotations

from console.contract.audit_slice import AuditSlice
from console.domain.errors import AccessFault
from console.remote.server import Server
from console.sync.loop import Access


class CaseChain:
    """One per console; any worker thread. See desk.case_file.ChainPort."""

    def __init__(self, server: Server, access: Access) -> None:
        self._server, self._access = server, access

    def case_slice(self, report_id: str) -> AuditSlice:
        """Everything the chain says of the case up to now, signed."""
        try:
            return self._server.audit_case(report_id)
        except AccessFault as fault:
            if fault.code != "session_ended":
                raise
            self._access.renew()
            return self._server.audit_case(report_id)
