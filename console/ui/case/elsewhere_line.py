"""The red line beside Dispatch: text, photo and coordinates name different places."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from console.desk.attachments import is_photo
from console.desk.case import CaseView
from console.desk.elsewhere import photo_far
from console.domain.casework.file_claim import told_claims
from console.domain.doubt import Finding
from console.ui.case.suggestion_words import elsewhere_words, file_words, photo_words
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
        """Show whether a case's text, or a file another desk read, names another place."""
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
        claims = told_claims(view.report)
        told = {number: held.metres for number, held in claims if held.metres is not None}
        # Whatever was found but a wrong clock, the file's place says nothing of where to send anybody.
        settled = {number for number, held in claims if held.settled and held.settled.finding != Finding.CLOCK}
        known = {number: metres for number, metres in {**told, **self._photos}.items() if number not in settled}
        far = {number: metres for number, metres in known.items() if photo_far(metres, view.report.place)}
        if far:
            files = view.report.attachments
            photos = all(is_photo(file) for n, file in enumerate(files, 1) if n in far)
            lines.append(photo_words(far) if photos else file_words(far))
        self.say("\n".join(lines))
        self.setVisible(bool(lines))


def _asked(view: CaseView) -> tuple[str, float | None, float | None, int]:
    place = view.report.place
    return view.report.id, place.lat, place.lon, len(view.report.attachments)
