"""Takes the tour's pictures: one of each screen in both languages and themes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from console.app import ConsoleApp
from console.desk.office import Office
from console.domain.queue_row import QueueFilter, QueueQuery, QueueRow
from console.drill.hand import DrillFailed, Hand

PICTURES = Path("build") / "tour"
LOOKS = (("id", "dark"), ("en", "dark"), ("id", "light"), ("en", "light"))

SETTLE_S = 0.25


class Pictures:
    """`look_at` a screen; `row` finds a report to show it with.

    `before` stands before the name of each screen: the same scenes are played once more under other conditions.
    """

    def __init__(self, console: ConsoleApp, index: list[dict[str, str]], before: str = "") -> None:
        self.console, self.hand, self._index, self._before = console, Hand(console, PICTURES), index, before

    @property
    def office(self) -> Office:
        """The desk of the console shown.

        Raises:
            DrillFailed: nobody has signed in.
        """
        core = self.console.core
        if core is None or core.office is None:
            raise DrillFailed("the office is closed")
        return core.office

    def file(self, screen: str, language: str = LOOKS[0][0], theme: str = LOOKS[0][1]) -> Path:
        """Where the picture of a screen in one look goes; notes it."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        file = PICTURES / f"{screen}-{language}-{theme}.png"
        self._index.append({"screen": screen, "language": language, "theme": theme, "file": file.name})
        return file

    def look_at(self, screen: str, widget: Callable[[], QWidget]) -> None:
        """One picture a look; ends in the first one."""
        screen = self._before + screen
        for language, theme in (*LOOKS, LOOKS[0]):
            self.console.appearance.speak(language)
            self.console.appearance.dress(theme)
            self._settle()
            look = {"screen": screen, "language": language, "theme": theme}
            if not any(look.items() <= seen.items() for seen in self._index):
                widget().grab().save(str(self.file(screen, language, theme)))
        print(f"seen: {screen}", flush=True)

    def rows(self) -> tuple[QueueRow, ...]:
        """New reports, most urgent first; pranks stand last, and a long tour has hundreds before them."""
        found: tuple[QueueRow, ...] = self.office.queue.page(QueueQuery(filter=QueueFilter.NEW), 0, 500)
        return found

    def row(self, wanted: Callable[[QueueRow], bool]) -> QueueRow | None:
        """The first new report that fits."""
        return next((row for row in self.rows() if wanted(row)), None)

    def has(self, row: QueueRow, kind: str) -> bool:
        """Whether such a line stands on the report's timeline."""
        view = self.office.book.case(row.id)
        return view is not None and any(line.entry.kind == kind for line in view.lines)

    def _settle(self) -> None:
        """Until the map has painted what changed; other widgets paint within the rest."""
        work = self.hand.at_work
        if work is not None and work.window.isVisible():
            seen: list[int] = []
            work.map.settled.connect(seen.append)
            wanted = work.map.settle()
            self.hand.wait("the map stands still", lambda: any(n >= wanted for n in seen), 30)
            work.map.settled.disconnect(seen.append)
        self.hand.rest(SETTLE_S)
