"""Redactions and exports on the audit chain: the hash of what was made or left."""

from __future__ import annotations

from datetime import datetime

from console.contract.audit import EXPORT, FILE, named, plain
from console.domain.acts import ExportCase, RedactFile
from console.domain.casework import Facts
from console.domain.decision import Decision
from console.server.audit import note
from console.server.database import Tx


def note_handling(tx: Tx, decision: Decision, before: Facts, after: Facts, at: datetime) -> None:
    """An effect of decisions (receipts.py): a record that names the redacted file, or what left, by its SHA-256."""
    act = decision.act
    if isinstance(act, RedactFile):
        kind, outcome, what, sha256 = FILE, "redacted", plain(act.file_id), act.sha256
    elif isinstance(act, ExportCase):
        kind, outcome, what, sha256 = EXPORT, plain(act.form), "", act.sha256
    else:
        return
    note(
        tx, at, kind, outcome, what=what, actor=named("user", decision.actor_id), desk=decision.desk_id,
        session=decision.actor_session_id, subject=named("report", decision.subject.id), decision=decision.id,
        content=bytes.fromhex(sha256),
    )  # fmt: skip
