"""Small worlds for the rules: a report, its people, units, agencies, decisions."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

from console.domain.act_versions import newest
from console.domain.acts import OP_OF, Act
from console.domain.agency import Agency
from console.domain.casework import Facts, apply, judge
from console.domain.decision import Decision, Refusal, Subject
from console.domain.person import Actor, Role
from console.domain.place import Place, Provenance
from console.domain.report import Report, ReportKind, SourceKind
from console.domain.reporter import Reporter
from console.domain.unit import Unit

T0 = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
DEWI = Actor(id="dewi", name="Aiptu Dewi", role=Role.OPERATOR, session_id="s1", desk_id="desk1")
SARI = Actor(id="sari", name="Sari W.", role=Role.OPERATOR, session_id="s2", desk_id="desk2")
BOSS = Actor(id="boss", name="Ipda Rahmat", role=Role.SUPERVISOR, session_id="s3", desk_id="desk3")
OVERSEER = Actor(id="eye", name="Komisioner", role=Role.OVERSIGHT, session_id="s4", desk_id="desk4")
_count = itertools.count(1)


def a_report(**changes: object) -> Report:
    """A new P2 report with a reachable reporter in Klojen."""
    values: dict[str, object] = {
        "id": "r1",
        "number": "KJ-2611-0001",
        "kind": ReportKind.REPORT,
        "source_id": "app",
        "source_kind": SourceKind.CITIZEN_APP,
        "source_name": "Aplikasi Warga",
        "received_at": T0,
        "text": "Tabrakan truk dan dua motor",
        "category": "traffic_accident",
        "priority": 2,
        "place": Place(lat=-7.977, lon=112.634, provenance=Provenance.GPS, area_code="35.73.02.1001"),
        "reporter": Reporter(id="p1", reachable=True),
    }
    return Report(**(values | changes))  # type: ignore[arg-type]


def a_unit(unit_id: str = "u1", **changes: object) -> Unit:
    """An available officer."""
    return Unit(**({"id": unit_id, "call_sign": unit_id.upper(), "name": "Agus", "rank": "Bripka"} | changes))  # type: ignore[arg-type]


PLN = Agency(id="pln", name="PLN UP3 Malang", short_name="PLN", email="pln@agency.example", phone="+62 800 000 0123")


def facts(report: Report | None = None, **changes: object) -> Facts:
    """Facts with two available units and PLN."""
    values: dict[str, object] = {
        "report": report or a_report(),
        "units": (a_unit("u1"), a_unit("u2")),
        "agency": PLN,
    }
    return Facts(**(values | changes))  # type: ignore[arg-type]


def decide(act: Act, world: Facts, actor: Actor = DEWI, after_s: float = 5, **changes: object) -> Decision:
    """A decision of `actor` about the world's report as that desk would make it now."""
    report = world.report
    assert report is not None
    claim = report.claim
    mine = claim is not None and claim.holder_id == actor.id and claim.desk_id == actor.desk_id
    values: dict[str, object] = {
        "id": f"d{next(_count)}",
        "op": OP_OF[type(act)],
        "op_version": newest(OP_OF[type(act)]),
        "subject": Subject(kind="report", id=report.id),
        "token": claim.token if claim is not None and mine else None,
        "actor_id": actor.id,
        "actor_session_id": actor.session_id,
        "desk_id": actor.desk_id,
        "decided_at": T0 + timedelta(seconds=after_s),
        "act": act,
    }
    return Decision(**(values | changes))  # type: ignore[arg-type]


def done(act: Act, world: Facts, actor: Actor = DEWI, after_s: float = 5) -> tuple[Facts, Decision]:
    """The world after an act that must stand, and the decision."""
    decision = decide(act, world, actor, after_s)
    refusal = judge(decision, world, actor, decision.decided_at)
    assert refusal is None, refusal
    return apply(decision, world, actor), decision


def refused(act: Act, world: Facts, actor: Actor = DEWI, **changes: object) -> Refusal:
    """Why an act is refused; it must be."""
    decision = decide(act, world, actor, **changes)  # type: ignore[arg-type]
    refusal = judge(decision, world, actor, decision.decided_at)
    assert refusal is not None
    return refusal


def case_of(world: Facts) -> Report:
    """The world's report."""
    assert world.report is not None
    return world.report
