"""Shows and hides what every map shows: officers, reports, the names of areas."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from console.ui.map.map_pane import MapPane
from console.ui.texts.language import translate


class MarksTool(QObject):
    """Three toggles of the bar."""

    def __init__(self, pane: MapPane) -> None:
        super().__init__(pane)
        view, bar = pane.view, pane.bar
        self.officers = bar.add_toggle(
            lambda: translate("map", "Officers"), lambda: translate("map", "Show officers"),
            partial(view.show_marks, "officers"), on=True,
        )  # fmt: skip
        self.reports = bar.add_toggle(
            lambda: translate("map", "Reports"), lambda: translate("map", "Show reports"),
            partial(view.show_marks, "reports"), on=True,
        )  # fmt: skip
        self.names = bar.add_toggle(
            lambda: translate("map", "Areas"), lambda: translate("map", "Show areas and their names"),
            partial(view.show_marks, "names"), on=True,
        )  # fmt: skip

    def stop(self) -> None:
        """Nothing runs."""
