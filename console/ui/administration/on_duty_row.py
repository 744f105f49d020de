"""Who is on duty at this moment, rung by rung; a rung with nobody is marked."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.desk.roster import RUNGS
from console.domain.roster import Duty, Rung
from console.ui import theme
from console.ui.administration.enrolment_words import rung_name
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.chip import Chip
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.safe import SafeLabel


class OnDutyRow(QWidget):
    """A chip a rung, its number a hover away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), 0)
        rows.setSpacing(theme.px(4))
        rows.addWidget(SafeLabel(lambda: translate("enrolment", "On duty now"), role="section"))
        row = QWidget()
        policy = row.sizePolicy()
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        flow = FlowLayout(row, gap=theme.px(6))
        self.chips = {rung: Chip() for rung in RUNGS}
        for chip in self.chips.values():
            flow.addWidget(chip)
        rows.addWidget(row)

    def show_ladder(self, ladder: tuple[tuple[Rung, Duty | None], ...]) -> None:
        """Show who is there now."""
        for rung, duty in ladder:
            chip = self.chips[rung]
            chip.say(partial(_words, rung, duty))
            chip.tip(one_line(duty.contact) if duty is not None else "")
            chip.set_tone("" if duty is not None else "warn")


def _words(rung: Rung, duty: Duty | None) -> str:
    who = one_line(duty.name) if duty is not None else translate("enrolment", "nobody")
    return f"{rung_name(rung)}: {who}"
