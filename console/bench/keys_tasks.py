"""Everyday tasks of 'bench keys': the keys a person presses, what each is for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from console.bench.keys_hand import KeysHand, Task
from console.domain.report import Status
from console.domain.unit import UnitStatus

Key, Control, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _case(hand: KeysHand, holds: Callable[..., object]) -> Callable[[], object]:
    return lambda: hand.view is not None and holds(hand.view)


def _card(hand: KeysHand, name: str) -> Callable[[], object]:
    """A question of this kind is open in the case and has the keyboard."""
    tray = hand.work.case.tray
    return lambda: tray.card is not None and type(tray.card).__name__ == name and tray.card.isVisible()


def _ended(hand: KeysHand, report_id: str) -> Callable[[], object]:
    """The queue's row or the case says that it is over."""
    def seen() -> object:
        view, model = hand.view, hand.work.window.queue.model
        if view is not None and view.report.id == report_id:
            return view.report.ended
        rows = (model.row(place) for place in range(min(model.total, 400)))
        return all(row is None or row.id != report_id or row.closed_at for row in rows)

    return seen


def _claim(hand: KeysHand) -> None:
    hand.fresh()
    hand.press(Key.Key_A, _case(hand, lambda view: view.mine))


def _claim_next(hand: KeysHand) -> None:
    before = hand.fresh().id
    hand.press(Key.Key_Down, lambda: hand.view is not None and hand.view.report.id != before)
    hand.use(hand.work.selection.report_id)
    hand.press(Key.Key_A, _case(hand, lambda view: view.mine))


def _send_recommended(hand: KeysHand) -> None:
    hand.fresh(priority=2)
    hand.press(Key.Key_K, _case(hand, lambda view: view.assignments))


def _junk(hand: KeysHand) -> None:
    row = hand.fresh(priority=3)
    hand.press(Key.Key_X, _ended(hand, row.id))


def _junk_as(hand: KeysHand) -> None:
    row = hand.fresh(priority=3)
    hand.press(Key.Key_X, _card(hand, "ChoiceStrip"), Shift)
    hand.press(Key.Key_2, _ended(hand, row.id))


def _priority(hand: KeysHand) -> None:
    hand.fresh(priority=3)
    hand.press(Key.Key_P, _card(hand, "ChoiceStrip"))
    hand.press(Key.Key_2, _case(hand, lambda view: view.report.priority == 2))


def _note(hand: KeysHand) -> None:
    hand.fresh()
    hand.press(Key.Key_N, _card(hand, "Composer"))
    hand.write("Catatan rekaan untuk rekan")
    hand.press(Key.Key_Return, _line(hand, "report.note"), Control)


def _ask(hand: KeysHand) -> None:
    hand.fresh()
    hand.press(Key.Key_H, _card(hand, "Composer"))
    hand.write("Di mana tepatnya?")
    hand.press(Key.Key_Return, _line(hand, "report.ask"), Control)


def _forward(hand: KeysHand) -> None:
    hand.fresh()
    hand.press(Key.Key_T, _card(hand, "ForwardCard"))
    hand.press(Key.Key_Return, _case(hand, lambda view: view.forwards), Control)


def _close(hand: KeysHand) -> None:
    row = hand.fresh()
    hand.press(Key.Key_E, _card(hand, "OutcomeStrip"))
    hand.press(Key.Key_2, _ended(hand, row.id))


def _close_with_units(hand: KeysHand) -> None:
    row = hand.fresh(priority=2)
    hand.press(Key.Key_K, _case(hand, lambda view: view.assignments))
    hand.press(Key.Key_E, _card(hand, "OutcomeStrip"))
    hand.press(Key.Key_1, _card(hand, "ConfirmStrip"))
    hand.press(Key.Key_Return, _ended(hand, row.id))


def _next_critical(hand: KeysHand) -> None:
    hand.fresh(priority=3)
    hand.press(Key.Key_F8, _case(hand, lambda view: view.report.priority == 1))


def _find(hand: KeysHand) -> None:
    wanted = hand.fresh()
    hand.fresh()
    field = hand.work.window.top.search
    hand.press(Key.Key_K, field.hasFocus, Control)
    hand.write(wanted.number[-4:])
    hand.press(Key.Key_Return, _case(hand, lambda view: view.report.id == wanted.id))


def _undo(hand: KeysHand) -> None:
    hand.fresh(priority=3)
    hand.press(Key.Key_A, _case(hand, lambda view: view.mine))
    hand.press(Key.Key_Z, _case(hand, lambda view: view.report.claim is None), Control)


def _reopen(hand: KeysHand) -> None:
    row = hand.fresh(priority=3)
    hand.press(Key.Key_X, _ended(hand, row.id))
    hand.select(row.id)
    hand.press(Key.Key_B, _case(hand, lambda view: view.report.status is Status.NEW))


def _send_by_line(hand: KeysHand) -> None:
    row = hand.fresh(priority=3)
    free = [unit for unit in hand.console.core.session.store.units() if unit.status is UnitStatus.AVAILABLE]
    field = hand.work.window.top.search
    hand.press(Key.Key_K, field.hasFocus, Control)
    hand.write(f"kirim {free[-1].call_sign} {row.number[-4:]}")
    hand.press(Key.Key_Return, _case(hand, lambda view: view.assignments))


def _category_by_line(hand: KeysHand) -> None:
    hand.fresh(priority=3)
    field = hand.work.window.top.search
    hand.press(Key.Key_K, field.hasFocus, Control)
    hand.write("kategori banjir")
    hand.press(Key.Key_Return, _case(hand, lambda view: view.report.category == "flood"))


def _give_back(hand: KeysHand) -> None:
    hand.fresh(priority=3)
    hand.press(Key.Key_A, _case(hand, lambda view: view.mine))
    field = hand.work.window.top.search
    hand.press(Key.Key_K, field.hasFocus, Control)
    hand.write("lepas")
    hand.press(Key.Key_Return, _case(hand, lambda view: view.report.claim is None))


def _step(hand: KeysHand) -> None:
    hand.fresh(category="theft")
    hand.press(Key.Key_L, _card(hand, "ChoiceStrip"))
    hand.press(Key.Key_1, _case(hand, lambda view: view.report.checks))


def _answer(hand: KeysHand) -> None:
    row = hand.fresh(category="public_order")
    hand.press(Key.Key_J, _card(hand, "AnswerCard"))
    hand.write("skck")
    hand.press(Key.Key_Return, _card(hand, "AnswerSheet"))
    hand.press(Key.Key_1, _ended(hand, row.id))


def _flag(hand: KeysHand) -> None:
    hand.fresh(category="public_order")
    hand.press(Key.Key_F, _card(hand, "ChoiceStrip"))
    hand.press(Key.Key_1, _card(hand, "Composer"))
    hand.write("Jangan datang sendiri")
    hand.press(Key.Key_Return, _case(hand, lambda view: view.hazards))


def _merge(hand: KeysHand) -> None:
    other = hand.fresh(category="traffic_jam")
    hand.fresh(category="traffic_jam")
    field = hand.work.window.top.search
    hand.press(Key.Key_K, field.hasFocus, Control)
    hand.write(f"gabung {other.number[-4:]}")
    hand.press(Key.Key_Return, _card(hand, "ConfirmStrip"))
    hand.press(Key.Key_Return, _case(hand, lambda view: view.report.merging))


def _line(hand: KeysHand, kind: str) -> Callable[[], object]:
    return _case(hand, lambda view: any(line.entry.kind == kind for line in view.lines))


TASKS: tuple[Task, ...] = (
    Task("claim", _claim),
    Task("claim the next", _claim_next),
    Task("claim and send the recommended", _send_recommended),
    Task("dispose of as a prank", _junk),
    Task("dispose of as another kind", _junk_as),
    Task("set the priority", _priority),
    Task("write a note", _note),
    Task("ask the reporter", _ask),
    Task("forward to the likely agency", _forward),
    Task("close with an outcome", _close),
    Task("send, then close with the units on it", _close_with_units),
    Task("go to the next unclaimed P1", _next_critical),
    Task("find by the tail of a number", _find),
    Task("claim and undo", _undo),
    Task("dispose of and reopen", _reopen),
    Task("send a unit by a line", _send_by_line),
    Task("set the category by a line", _category_by_line),
    Task("claim and give back", _give_back),
    Task("do a step of the checklist", _step),
    Task("read an answer out and close as information given", _answer),
    Task("warn of a place", _flag),
    Task("merge with a case by its number", _merge),
)
"""Played in this order; each takes reports nobody has touched."""
