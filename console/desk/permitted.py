"""Which decisions would stand right now, so that a dead key can say why."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from console.desk.decide import lease_refusal
from console.desk.standing import asked_acts
from console.domain import acts
from console.domain.acts import OP_OF, Act
from console.domain.agency import Agency
from console.domain.casework import Facts, judge
from console.domain.decision import Decision, Reason, Refusal, Subject
from console.domain.person import Actor
from console.domain.place import Place, Provenance
from console.domain.report import Report
from console.domain.standing import Standing

_SOME_AGENCY = Agency(id="?", name="?", short_name="?")

_ASKED: tuple[Act, ...] = (
    acts.ClaimCase(reason="?"),
    acts.ReleaseCase(),
    acts.BreakClaim(reason="?"),
    acts.AskReporter(text="?"),
    acts.AddNote(text="?"),
    acts.SetPriority(priority=1),
    acts.SetCategory(category="other"),
    acts.SetPlace(place=Place(words="?", provenance=Provenance.REPORTER)),
    acts.SetSafeToContact(safe=True),
    acts.DispatchUnits(unit_ids=()),
    acts.ForwardCase(agency_id="?", text="?"),
    acts.JunkCase(outcome="prank"),
    acts.MergeCase(into_id=""),
    acts.SplitCase(),
    acts.MakeIncident(title="?", lead="?"),
    acts.TellReporters(text="?"),
    acts.AskNearby(source_ids=(), question="?"),
    acts.CloseCase(outcome="handled_on_scene", note="?", release_units=True),
    acts.RecordTry(result="answered"),
    acts.SettleDoubt(file_id="?", finding="explained"),
    acts.ReopenCase(),
    acts.ApproveCase(),
    acts.ReturnCase(note="?"),
    acts.Look(what="identity", reason="?"),
    acts.ExportCase(form="pdf", file_ids=(), sha256="0" * 64, purpose="?", reason="?"),
    acts.PauseClock(reason="?"),
    acts.OfferCase(to_id="?", to_name="?"),
    acts.AssignCase(to_id="?", to_name="?"),
    acts.TransferCase(kind="110", name="?"),
)

Permitted = Mapping[str, Refusal | None]
"""By op: None when the decision would stand, else why it would not."""


def permitted(
    report: Report,
    actor: Actor,
    at: datetime,
    *,
    lease_left_s: float | None = math.inf,
    standing: tuple[Standing, ...] = (),
) -> Permitted:
    """Ask the judge about every act a case offers, with harmless details, at server time `at`.

    `lease_left_s` is what the desk has left of its own lease (decide.lease_refusal), inf for a tentative claim.
    """
    facts = Facts(report=report, agency=_SOME_AGENCY, standing=standing)
    found = {
        OP_OF[type(act)]: _asked(act, facts, report, actor, at) or lease_refusal(act, report, actor, lease_left_s)
        for act in (*_ASKED, *asked_acts(report, standing))
    }
    return MappingProxyType(found)


def _asked(act: Act, facts: Facts, report: Report, actor: Actor, at: datetime) -> Refusal | None:
    decision = Decision(
        id="?",
        op=OP_OF[type(act)],
        subject=Subject(kind="report", id=report.id),
        actor_id=actor.id,
        actor_session_id=actor.session_id,
        desk_id=actor.desk_id,
        decided_at=at,
        act=act,
    )
    refusal = judge(decision, facts, actor, at)
    # Only details are missing yet, for instance which units or the parent: the act itself would stand.
    return None if refusal is not None and refusal.reason in (Reason.BAD_VALUE, Reason.NOT_FOUND) else refusal
