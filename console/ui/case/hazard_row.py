"""One hazard flag on a case: its words, why it fits, and the way to take it down."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.hazard import HazardKind, HazardMatch
from console.ui import theme
from console.ui.case.words import distance_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel


class HazardRow(QWidget):
    """`ended(hazard)` when it is to be taken down."""

    ended = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, endable: bool = True) -> None:
        """Not `endable` where there is no case yet: a flag is taken down in one."""
        super().__init__(parent)
        self._match: HazardMatch | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        self._words, self._detail = SafeLabel(role="bad", wrap=True), SafeLabel(role="small", wrap=True)
        words.addWidget(self._words)
        words.addWidget(self._detail)
        row.addLayout(words, 1)
        self._end = PlainButton(lambda: translate("hazard", "Take down…"), self._tell, tone="flat")
        self._end.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._end.setVisible(endable)
        row.addWidget(self._end, 0, Qt.AlignmentFlag.AlignTop)

    def show_match(self, match: HazardMatch, zone: ZoneInfo, *, waiting: bool) -> None:
        """Show a flag; `waiting` while the server has not confirmed it."""
        hazard, self._match = match.hazard, match
        self._words.say(translate("hazard", "Beware: {what}").format(what=one_line(hazard.words)))
        self._detail.say(" · ".join(_details(match, zone, waiting=waiting)))
        self.setAccessibleName(f"{self._words.text()}, {self._detail.text()}")
        self._end.setAccessibleName(f"{self._end.text()} {one_line(hazard.words)}")

    def _tell(self) -> None:
        if self._match is not None:
            self.ended.emit(self._match.hazard)


def _details(match: HazardMatch, zone: ZoneInfo, *, waiting: bool) -> list[str]:
    hazard = match.hazard
    if hazard.kind is HazardKind.PLACE:
        near = match.metres is not None and match.metres < 20
        away = translate("hazard", "place, {distance} away").format(distance=distance_words(match.metres or 0.0))
        why = translate("hazard", "this place") if near else away
    elif hazard.kind is HazardKind.PERSON:
        why = translate("hazard", "the reporter")
    else:
        why = translate("hazard", "plate {plate}").format(plate=hazard.plate)
    who = translate("hazard", "set by {who} on {date}, until {until}").format(
        who=one_line(hazard.set_by_name),
        date=hazard.set_at.astimezone(zone).strftime("%d-%m-%Y"),
        until=hazard.expires_at.astimezone(zone).strftime("%d-%m-%Y"),
    )
    state = translate("hazard", "waiting to send") if waiting else ""
    return [part for part in (why, hazard.number, who, state) if part]
