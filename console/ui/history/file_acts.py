"""Brings tracks into files and files onto the map; works in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from console.desk.gpx_reader import FileTracks
from console.desk.track_files import TrackFormat, export_tracks, import_tracks
from console.desk.track_sheet import TrackSheet
from console.domain.errors import Fault
from console.ui.background import Background
from console.ui.history.words import file_words, flaw_words
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.widgets.spoken import Words

FLAWS_SHOWN = 8
KINDS = {TrackFormat.GPX: "GPX (*.gpx)", TrackFormat.GEOJSON: "GeoJSON (*.geojson *.json)"}

Say = Callable[[Words, str], None]


class FileActs(QWidget):
    """`say(words, role)` and `tell_flaws(words)` are the panel's; it is the parent of the dialogs and never shown."""

    def __init__(self, background: Background, say: Say, tell_flaws: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._background, self._say, self._tell_flaws = background, say, tell_flaws
        self.hide()

    def ask_export(self, sheet: TrackSheet, form: TrackFormat, name: str) -> None:
        """Ask where to, then write."""
        dialog = QFileDialog(self.window(), translate("history", "Export the tracks"), name, KINDS[form])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form.value)
        dialog.selectFile(f"{name}.{form.value}")
        dialog.fileSelected.connect(lambda chosen: self.export(sheet, form, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_import(self, then: Callable[[str, FileTracks], None]) -> None:
        """Ask which file, then read it."""
        dialog = QFileDialog(self.window(), translate("history", "Show a GPX file"), "", KINDS[TrackFormat.GPX])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.bring(Path(chosen), then))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, sheet: TrackSheet, form: TrackFormat, file: Path) -> None:
        """Write in the background."""

        def done(fixes: int) -> None:
            words = translate("history", "{n} fixes are in {file}.").format(n=fixes, file=file.name)
            self._say(words, "good")

        self._say(lambda: translate("history", "Writing the file…"), "muted")
        self._background.ask(self, lambda: export_tracks(sheet, file, form), done, self._fail, topic="export")

    def bring(self, file: Path, then: Callable[[str, FileTracks], None]) -> None:
        """Read in the background; `then(the file's name, what was read)`."""

        def done(found: FileTracks) -> None:
            self._say(lambda: f"{file.name}: {file_words(found)}", "warn" if found.flawed else "muted")
            lines = [flaw_words(flaw) for flaw in found.flaws[:FLAWS_SHOWN]]
            if (more := found.flawed - len(lines)) > 0:
                lines.append(translate("history", "and {n} more").format(n=more))
            self._tell_flaws("\n".join(lines))
            then(file.name, found)

        self._tell_flaws("")
        self._say(lambda: translate("history", "Reading the file…"), "muted")
        self._background.ask(self, lambda: import_tracks(file), done, self._fail, topic="import")

    def _fail(self, fault: Fault) -> None:
        self._say(lambda: fault_words(fault), "bad")
