"""The red line beside Dispatch: text, photo and coordinates name different places."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.desk.elsewhere import photo_far
from console.ui.case.suggestion_words import elsewhere_words, photo_words
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget


class ElsewhereLine(SafeLabel):
    """Hidden while they agree, or nothing can be told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, role="bad", wrap=True)
        name_widget(self, lambda: translate("suggestion", "Places disagree"))
        self._view: CaseView | None = None
        self._photos: dict[int, float] = {}
        self.setVisible(False)

    def show_view(self, view: CaseView) -> None:
        """Show whether a case's text names another place; photos are told of as they are opened."""
        if self._view is None or _asked(self._view) != _asked(view):
            self._photos = {}
        self._view = view
        self._say()

    def take_photo(self, number: int, metres: float) -> None:
        """A photo says that it was taken so many metres from the reported place."""
        self._photos[number] = metres
        self._say()

    def _say(self) -> None:
        view = self._view
        if view is None:
            return
        lines = [] if view.elsewhere is None else [elsewhere_words(view.elsewhere)]
        far = {number: metres for number, metres in self._photos.items() if photo_far(metres, view.report.place)}
        if far:
            lines.append(photo_words(far))
        self.say("\n".join(lines))
        self.setVisible(bool(lines))


def _asked(view: CaseView) -> tuple[str, float | None, float | None, int]:
    place = view.report.place
    return view.report.id, place.lat, place.lon, len(view.report.attachments)
