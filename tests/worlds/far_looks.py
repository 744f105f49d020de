"""What a hand at a console in another process can see; each answer is plain JSON."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QWidget

from console.domain.queue_row import QueueFilter, QueueQuery
from console.ui.case.composer import Composer
from console.ui.sign_in.recovery_screen import RecoveryScreen

Far = Any
"""The FarHand of tests.worlds.far_hand, which imports this module."""


def recovery_screen(far: Far) -> RecoveryScreen | None:
    shown = far.console.gate.currentWidget()
    return shown if isinstance(shown, RecoveryScreen) else None


def open_card(far: Far) -> Composer | None:
    work = far.hand.work
    cards = (work.review.case.tray.card, work.case.tray.card)
    return next((card for card in cards if isinstance(card, Composer)), None)


def turn(far: Far) -> None:
    """Let the console's own events happen for a moment."""
    far.hand.rest(0.05)


def screen(far: Far) -> list[str]:
    """Every sentence that can be read now."""
    return sorted({label.text() for label in _labels() if label.isVisible() and label.text()})


def await_words(far: Far, words: str, seconds: float = 30.0) -> str:
    """The sentence on the screen that holds these words."""
    return str(far.hand.wait(words, lambda: next((text for text in screen(far) if words in text), None), seconds))


def await_painted(far: Far, report_id: str) -> bool:
    """Whether the queue's delegate has painted the row of that report."""
    return bool(far.hand.wait("the row is painted", lambda: report_id in far.painted, 40))


def await_photo(far: Far, report_id: str) -> int:
    far.hand.select(report_id)
    return int(far.hand.wait("the photo is shown", lambda: far.hand.work.case.body.files.pictures_shown, 40))


def await_advice(far: Far) -> list[str]:
    return list(far.hand.wait("units are suggested", lambda: far.hand.work.case.body.advice.picked))


def await_map(far: Far) -> bool:
    return bool(far.hand.wait("the map is there", lambda: far.hand.work.map_ready, 60))


def await_link(far: Far, state: str) -> str:
    office = far.console.core.office
    far.hand.wait(f"the link is {state}", lambda: office.link.link().state.value == state, 60)
    return str(office.link.link().state.value)


def await_waiting(far: Far, count: int) -> int:
    office = far.console.core.office
    far.hand.wait(f"{count} decisions wait", lambda: office.link.link().waiting == count, 60)
    return count


def await_settled(far: Far, report_id: str, op: str) -> bool:
    """Whether the server has confirmed a decision of this kind on that report."""
    return bool(far.hand.wait(f"{op} is confirmed", lambda: [op, False] in lines(far, report_id), 40))


def await_line(far: Far, report_id: str, kind: str) -> bool:
    """Whether the timeline has a line of this kind, waiting or not."""
    return bool(far.hand.wait(kind, lambda: kind in [line[0] for line in lines(far, report_id)], 60))


def lines(far: Far, report_id: str) -> list[list[object]]:
    """(kind, still waiting) of every line of the timeline."""
    view = far.console.core.office.book.case(report_id)
    return [] if view is None else [[line.entry.kind, line.waiting] for line in view.lines]


def status(far: Far, report_id: str) -> str:
    view = far.console.core.office.book.case(report_id)
    return "" if view is None else str(view.report.status.value)


def refusals(far: Far) -> list[str]:
    return [refused.refusal.code if refused.refusal else str(refused.fault) for refused in far.refused]


def forget_refusals(far: Far) -> None:
    far.refused.clear()


def attention(far: Far) -> list[str]:
    return [entry.kind for entry in far.console.core.office.attention.entries()]


def listed(far: Far) -> list[str]:
    """Ids of open reports in the queue."""
    rows = far.console.core.office.queue.page(QueueQuery(filter=QueueFilter.OPEN), 0, 500)
    return [row.id for row in rows]


def review_visible(far: Far) -> bool:
    return bool(far.hand.work.review.isVisible())


def await_reviewed(far: Far, count: int) -> list[list[str]]:
    """(report id, verdict) of the supervisor's list, once it has so many rows."""
    model = far.hand.work.review.model
    far.hand.wait(f"{count} ended cases", lambda: len(model.rows) == count)
    return [[row.report_id, row.verdict] for row in model.rows]


def at_gate(far: Far) -> str:
    """Which screen stands before work, '' at work."""
    gate = far.console.gate
    return type(gate.currentWidget()).__name__ if gate.isVisible() else ""


def await_gate(far: Far, name: str) -> str:
    far.hand.wait(name or "work", lambda: at_gate(far) == name, 40)
    return name


def watch_gui(far: Far) -> None:
    """From now on note what blocks the GUI thread."""
    far.watch.start()


def gui_blocked(far: Far) -> list[str]:
    far.watch.stop()
    return sorted(far.watch.found)


def rich_texts(far: Far) -> list[str]:
    """Widgets anywhere in this process that would render a citizen's markup."""
    rich = [_where(label) for label in _labels() if label.textFormat() != Qt.TextFormat.PlainText]
    edits = [_where(edit) for edit in _widgets() if isinstance(edit, QTextEdit)]
    tips = [f"tip of {_where(each)}: {each.toolTip()[:80]}" for each in _widgets() if _renders(each.toolTip())]
    return rich + edits + tips


def label_count(far: Far) -> int:
    return len(_labels())


def show_case(far: Far, report_id: str) -> str:
    """Select a report and look at its case; its text as the case holds it."""
    far.hand.select(report_id)
    return str(far.hand.work.case.view.report.text)


def trouble(far: Far) -> str:
    """What the link suffers from, '' for nothing."""
    return str(far.console.core.office.link.link().trouble)


def spoken(far: Far) -> str:
    return str(far.console.appearance.language.code)


def _renders(tip: str) -> bool:
    """Safe tips are escaped text in one paragraph; a tag beyond that frame would be rendered."""
    inner = re.sub(r"^<p style=\"white-space:pre-wrap\">(.*)</p>$", r"\1", tip, flags=re.DOTALL)
    return "<" in inner


def _widgets() -> list[QWidget]:
    return list(QApplication.allWidgets())


def _labels() -> list[QLabel]:
    return [widget for widget in _widgets() if isinstance(widget, QLabel)]


def _where(widget: QWidget) -> str:
    names = []
    at: QWidget | None = widget
    while at is not None and len(names) < 5:
        names.append(type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names)
