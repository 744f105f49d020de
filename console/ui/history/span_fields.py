"""From when to when: two times as people write them, and ready spans."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from console.desk.received_at import read_received_at
from console.ui import theme
from console.ui.history.words import day_time
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words, name_widget

READY_H = (1, 4, 8)


class SpanFields(QWidget):
    """Two fields (22/11 09:12 or 09:12, the site's time, always past) and buttons for the last hours."""

    def __init__(
        self, now: Callable[[], datetime], zone: Callable[[], ZoneInfo], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now, self._zone = now, zone
        self.since, self.until = QLineEdit(), QLineEdit()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(6))
        named: tuple[tuple[QLineEdit, Words], ...] = (
            (self.since, lambda: translate("history", "From")), (self.until, lambda: translate("history", "Until")),
        )  # fmt: skip
        for place, (field, words) in enumerate(named):
            grid.addWidget(SafeLabel(words, role="muted"), 0, place)
            name_widget(field, words)
            field.setMinimumWidth(theme.px(60))
            grid.addWidget(field, 1, place)
        ready = QHBoxLayout()
        ready.setSpacing(theme.px(4))
        ready.addWidget(SafeLabel(lambda: translate("history", "The last"), role="muted"))
        for hours in READY_H:
            ready.addWidget(PlainButton(partial(_hours_words, hours), partial(self.last, hours), tone="slim"))
        ready.addStretch(1)
        grid.addLayout(ready, 2, 0, 1, 2)

    def put(self, since: datetime, until: datetime) -> None:
        """Fill in both; seconds are left out, so the end is the minute after."""
        zone = self._zone()
        self.since.setText(day_time(since, zone))
        end = until if until.second == 0 and until.microsecond == 0 else until + timedelta(minutes=1)
        self.until.setText(day_time(min(end, self._now() + timedelta(minutes=1)), zone))

    def read(self) -> tuple[datetime, datetime] | None:
        """Both times as aware UTC; None when one cannot be read or they are the wrong way round."""
        now, zone = self._now(), self._zone()
        since = read_received_at(self.since.text(), now, zone)
        until = read_received_at(self.until.text(), now, zone)
        return (since, until) if since is not None and until is not None and since < until else None

    def last(self, hours: int) -> None:
        """The last hours until now."""
        self.put(self._now() - timedelta(hours=hours), self._now())


def _hours_words(hours: int) -> str:
    return translate("history", "{n} h").format(n=hours)
