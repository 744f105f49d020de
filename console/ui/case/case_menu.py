"""The menu of a case: everything that has no key in the bar."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.domain import acts
from console.domain.casework.merging import merging_of
from console.domain.decision import Refusal
from console.domain.person import Actor, Role
from console.ui.attachments.add_tile import KEY as ADD_KEY
from console.ui.attachments.file_choosing import attach_words
from console.ui.case.case_acts import CaseActs
from console.ui.case.menus import PlainMenu
from console.ui.shift.handing_acts import HandingActs
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words

_SEES_ACCESSES = frozenset({Role.SUPERVISOR, Role.OVERSIGHT, Role.ADMINISTRATOR})


def open_case_menu(
    doing: CaseActs, handing: HandingActs, view: CaseView, under: QWidget, actor: Actor | None
) -> PlainMenu:
    """Open it under a widget; entries that would not stand say why."""
    menu = PlainMenu(under)
    menu.offer(translate("case", "Add a note (N)"), lambda: doing.note(view), why_not=_why(view, "report.note"))
    menu.offer(
        translate("case", "Change priority (P)"),
        lambda: doing.choose_priority(view),
        why_not=_why(view, "report.priority"),
    )
    menu.offer(
        translate("case", "Change category (C)"),
        lambda: doing.choose_category(view),
        why_not=_why(view, "report.category"),
    )
    menu.offer(
        translate("case", "Send another unit (Shift+K)"),
        lambda: doing.search_units(view),
        why_not=_why(view, "report.dispatch"),
    )
    menu.offer(
        translate("case", "Dispose of it as… (Shift+X)"),
        lambda: doing.choose_junk(view),
        why_not=_why(view, "report.junk"),
    )
    if view.callback is not None:
        menu.offer(
            translate("callback", "Record a try to ring back (B)"),
            lambda: doing.endings.ring_back(view),
            why_not=_why(view, "report.callback_try"),
        )
    menu.offer(translate("case", "A step of the checklist (L)"), lambda: doing.said.emit(doing.handbook.do_step(view)))
    menu.offer(
        translate("case", "Correct the place… (D)"),
        lambda: doing.said.emit(doing.places.open(view)),
        why_not=_why(view, "report.place"),
    )
    if view.doubts:
        menu.offer(
            translate("claims", "Settle the doubt about a file… (Q)"),
            lambda: doing.said.emit(doing.doubts.open(view)),
            why_not=_why(view, "report.settle_doubt"),
        )
    menu.offer(f"{attach_words()} ({ADD_KEY})", lambda: doing.files.choose(view, under.window()))
    menu.offer(translate("case", "A warning flag… (F)"), lambda: doing.said.emit(doing.hazards.flag(view)))
    menu.offer(translate("case", "Standard answers (J)"), lambda: doing.said.emit(doing.handbook.open_answers(view)))
    menu.offer(
        translate("evidence", "Case file (PDF, ZIP)…"),
        lambda: doing.evidence.export(view),
        why_not=_why(view, "report.export"),
    )
    if actor is not None and actor.role in _SEES_ACCESSES:
        menu.offer(translate("evidence", "Who handled the files…"), lambda: doing.evidence.accesses(view))
    menu.divide()
    _offer_merging(menu, doing, view)
    menu.divide()
    _offer_handing(menu, handing, view, supervisor=actor is not None and actor.role is Role.SUPERVISOR)
    menu.offer(
        translate("case", "Give it back to the queue"),
        lambda: doing.decide(acts.ReleaseCase(), view),
        why_not=_why(view, "report.release"),
    )
    if actor is not None and actor.role is Role.SUPERVISOR and view.report.claim is not None and not view.mine:
        menu.offer(translate("case", "Take it off its holder…"), lambda: doing.break_claim(view))
    menu.open_under(under)
    return menu


def _offer_handing(menu: PlainMenu, handing: HandingActs, view: CaseView, *, supervisor: bool) -> None:
    menu.offer(
        translate("case", "Hand it over to a colleague…"),
        lambda: handing.open("offer", view),
        why_not=_why(view, "report.offer"),
    )
    if supervisor:
        menu.offer(
            translate("case", "Assign it to an operator…"),
            lambda: handing.open("assign", view),
            why_not=_why(view, "report.assign"),
        )
    menu.offer(
        translate("case", "Pass it to another post…"),
        lambda: handing.open("transfer", view),
        why_not=_why(view, "report.transfer"),
    )
    menu.offer(
        translate("case", "Stop the clocks…"),
        lambda: handing.open("pause", view),
        why_not=_why(view, "report.pause"),
    )


def _offer_merging(menu: PlainMenu, doing: CaseActs, view: CaseView) -> None:
    menu.offer(
        translate("merging", "Make it a large incident…"),
        lambda: doing.merging.make_incident(view),
        why_not=_why(view, "report.incident"),
    )
    if merging_of(view.report).incident is not None:
        menu.offer(translate("merging", "No large incident any more"), lambda: doing.merging.end_incident(view))
    menu.offer(
        translate("merging", "Message to all reporters…"),
        lambda: doing.merging.tell(view),
        why_not=_why(view, "report.tell"),
    )


def _why(view: CaseView, op: str) -> str:
    refusal: Refusal | None = view.may.get(op)
    return "" if refusal is None else refusal_words(refusal)
