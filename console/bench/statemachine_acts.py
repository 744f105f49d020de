"""Which act a step of 'bench statemachine' decides: any op, details that can stand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from console.bench.invented_reports import invented_report
from console.bench.statemachine_server import AGENCY, REPORTS, UNITS
from console.domain import acts
from console.domain.acts import Act
from console.domain.attachment import Attachment
from console.domain.box import Box
from console.domain.casework.traits import UNDOABLE
from console.domain.doubt import FINDINGS
from console.domain.forward_file import WHOLE, ForwardFile
from console.domain.outcome import CLOSE_OUTCOMES, JUNK_OUTCOMES
from console.domain.person import Actor
from console.domain.report import OPEN_ASSIGNMENTS, Report

_CATEGORIES = ("fire", "theft", "flood", "other")
_STATUSES = ("read", "accepted", "en_route", "on_scene", "done")

_Make = Callable[[int, Report], Act]


def _unit(detail: int) -> str:
    return f"unit-{detail % UNITS}"


def _bound(detail: int, report: Report) -> str:
    bound = [a.unit_id for a in report.assignments if a.status in OPEN_ASSIGNMENTS]
    return bound[detail % len(bound)] if bound else _unit(detail)


def _close(detail: int) -> acts.CloseCase:
    """Closing with what its outcome asks for; a false report still needs that somebody was there."""
    return acts.CloseCase(
        outcome=CLOSE_OUTCOMES[detail % 8], note="selesai", release_units=detail % 2 == 0,
        referred_to="Polsek", lp_number="LP/B/1", finding="tidak ada api", found_by="scene",
    )  # fmt: skip


def _forward(report: Report) -> str:
    return report.forwards[-1].id if report.forwards else "none"


def _file(detail: int, report: Report) -> str:
    return report.attachments[detail % len(report.attachments)].id if report.attachments else "none"


def _attachment(detail: int, report: Report) -> Attachment:
    files = report.attachments or (Attachment(
        id="none", name="", media_type="image/jpeg", size_bytes=1, sha256="0" * 64, received_at=report.received_at
    ),)  # fmt: skip
    return files[detail % len(files)]


def _redact(detail: int, report: Report) -> acts.RedactFile:
    """A copy of its own each time; a picture becomes a picture, a film a film."""
    file = _attachment(detail, report)
    made = hashlib.sha256(f"{file.sha256}/{detail}".encode()).hexdigest()
    return acts.RedactFile(
        file_id=file.id, origin_sha256=file.sha256, sha256=made, size_bytes=9,
        media_type="video/webm" if file.media_type.startswith("video/") else "image/jpeg",
        boxes=(Box(left=0, top=0, right=5, bottom=5),),
    )  # fmt: skip


def _settle(detail: int, report: Report) -> acts.SettleDoubt:
    """On the word that stands as it is shown at this desk."""
    told = report.file_claims[detail % len(report.file_claims)] if report.file_claims else None
    words = told.settled if told is not None else ()
    return acts.SettleDoubt(
        file_id=told.file_id if told is not None else _file(detail, report), finding=FINDINGS[detail % len(FINDINGS)],
        note=f"temuan {detail}", was=words[-1].decision_id if words else "",
    )  # fmt: skip


def _pass_on(detail: int, report: Report) -> acts.ForwardCase:
    """To the agency with the case's film, if it has one."""
    films = [(n, file) for n, file in enumerate(report.attachments, 1) if file.media_type.startswith("video/")]
    files = tuple(
        ForwardFile(
            file_id=file.id, origin_id=file.id, number=n, how=WHOLE, media_type=file.media_type,
            size_bytes=file.size_bytes, sha256=file.sha256,
        )
        for n, file in films
    )  # fmt: skip
    return acts.ForwardCase(agency_id=AGENCY.id, text="mohon ditangani", files=files if detail % 2 else ())


_REPORTS = tuple(invented_report(n).id for n in range(REPORTS))


def _other(detail: int, report: Report) -> str:
    return next(each for each in _REPORTS[detail % REPORTS :] + _REPORTS if each != report.id)


_MAKE: tuple[_Make, ...] = (
    lambda n, r: acts.ClaimCase(reason="tidak terdengar"),
    lambda n, r: acts.ClaimCase(),
    lambda n, r: acts.ClaimCase(reason="mendesak"),
    lambda n, r: acts.ReleaseCase(),
    lambda n, r: acts.BreakClaim(reason="sakit"),
    lambda n, r: acts.AskReporter(text=f"di mana? {n}"),
    lambda n, r: acts.AddNote(text=f"catatan {n}"),
    lambda n, r: acts.SetPriority(priority=1 + n % 4),
    lambda n, r: acts.SetCategory(category=_CATEGORIES[n % 4]),
    lambda n, r: acts.SetSafeToContact(safe=n % 2 == 0),
    lambda n, r: acts.DispatchUnits(unit_ids=(_unit(n),)),
    lambda n, r: acts.DispatchUnits(unit_ids=(_unit(n),), after_current=True, fewer_because="menyusul"),
    lambda n, r: acts.CancelDispatch(unit_id=_bound(n, r)),
    lambda n, r: acts.SetUnitStatus(unit_id=_bound(n, r), status=_STATUSES[n % 5], by="radio"),
    lambda n, r: acts.JunkCase(outcome=JUNK_OUTCOMES[n % 3]) if n < 3 else acts.SetPriority(priority=1 + n % 4),
    lambda n, r: _close(n),
    lambda n, r: acts.ReopenCase(reason="lagi"),
    lambda n, r: acts.ReopenCase(reason="salah"),
    lambda n, r: _pass_on(n, r),
    lambda n, r: acts.ConfirmForward(forward_id=_forward(r), confirmed_by="petugas dinas"),
    lambda n, r: acts.MarkRead(),
    lambda n, r: acts.Look(what="identity", reason="untuk menolong"),
    lambda n, r: acts.ApproveCase(),
    lambda n, r: acts.ReturnCase(note="lengkapi"),
    lambda n, r: acts.TickFacts(armed=n % 2 == 0, crowd=n % 3 == 0),
    lambda n, r: acts.ConfirmSafe(by="radio"),
    lambda n, r: acts.RecordTry(result="no_answer"),
    lambda n, r: acts.PauseClock(reason="menunggu"),
    lambda n, r: acts.ResumeClock(),
    lambda n, r: acts.OfferCase(to_id=f"person-{n % 3}", to_name="rekan"),
    lambda n, r: acts.AcceptOffer(),
    lambda n, r: acts.TransferCase(kind="polsek", name="Polsek lain"),
    lambda n, r: acts.MergeCase(into_id=_other(n, r)),
    lambda n, r: acts.SplitCase() if r.merging is not None else acts.MergeCase(into_id=_other(n, r)),
    lambda n, r: acts.TellFileClaim(file_id=_file(n, r), lat=-7.0 - n % 3, lon=112.0),
    lambda n, r: acts.OpenFile(file_id=_file(n, r)),
    lambda n, r: _redact(n, r),
    lambda n, r: _settle(n, r) if r.file_claims else acts.TellFileClaim(file_id=_file(n, r), lat=-7.5, lon=112.0),
)
_ON_ENDED = frozenset({6, 19, 20, 21, 22, 35, 36, 37})
OPS = len(_MAKE) + 1
"""How many kinds of acts a step can choose from; the last is an undo."""


FIGHT = (0, 0, 3, 4, 5, 5, 7, 8, 10, 37)
"""Kinds that people who fight over a case choose."""


def act_of(op: int, detail: int, report: Report, actor: Actor) -> Act:
    """The act of kind `op` (0 .. OPS - 1) with details drawn from `detail`, on the case as shown."""
    if report.ended and detail % 4 and op not in _ON_ENDED:
        return acts.ReopenCase(reason="lagi")
    if op < len(_MAKE):
        return _MAKE[op](detail, report)
    own = [e.decision_id for e in report.timeline if e.actor_id == actor.id and e.kind in UNDOABLE]
    return acts.Undo(decision_id=own[-1 - detail % min(2, len(own))] if own else "none")
