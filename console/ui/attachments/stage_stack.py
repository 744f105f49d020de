"""The viewer's stages: made when first needed, heard only while shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from console.desk.attachments import NotShown
from console.domain.attachment import Attachment
from console.ui.attachments.stage import Stage
from console.ui.attachments.stages import stage_makers
from console.ui.attachments.unknown_stage import UnknownStage
from console.ui.attachments.viewer_bar import ViewerBar
from console.ui.attachments.viewer_parts import ViewerParts
from console.ui.attachments.words import family_of


class StageStack(QStackedWidget):
    """`told`, `refused`, `turned_to`, `wanted` of the stage shown (stage.Stage); each stage's tools go into the bar."""

    told = Signal(object)
    refused = Signal(object)
    turned_to = Signal(object)
    wanted = Signal(object)

    def __init__(
        self, parts: ViewerParts, bar: ViewerBar, unknown: UnknownStage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._makers = stage_makers(parts)
        self._made: dict[str, Stage] = {}
        self._bar, self._unknown = bar, unknown
        self._stage: Stage = unknown
        self._add(unknown)

    @property
    def stage(self) -> Stage:
        """What shows the file."""
        return self._stage

    def enter(self, attachment: Attachment) -> Stage:
        """Show the stage of a file's family, and return it; the one left drops what it held."""
        family = family_of(attachment)
        if family not in self._made and family in self._makers:
            self._made[family] = self._add(self._makers[family]())
        self._show(self._made.get(family, self._unknown))
        return self._stage

    def refuse(self) -> None:
        """Show the stage of what is not shown."""
        self._show(self._unknown)

    def clear(self) -> None:
        """Let every stage drop what it holds."""
        for stage in (*self._made.values(), self._unknown):
            stage.clear()

    def _show(self, stage: Stage) -> None:
        if stage is not self._stage:
            left, self._stage = self._stage, stage
            left.clear()
        row = self.indexOf(stage)
        self.setCurrentIndex(row)
        self._bar.show_tools(row)

    def _add(self, stage: Stage) -> Stage:
        self.addWidget(stage)
        self._bar.add_tools(stage.tools())
        stage.told.connect(lambda lines: self._pass_told(stage, lines))
        stage.refused.connect(lambda missing: self._pass_refused(stage, missing))
        stage.turned_to.connect(lambda attachment: self._pass_turned(stage, attachment))
        stage.wanted.connect(self.wanted)
        return stage

    def _pass_told(self, stage: Stage, lines: tuple[str, ...]) -> None:
        if stage is self._stage:
            self.told.emit(lines)

    def _pass_refused(self, stage: Stage, missing: NotShown) -> None:
        if stage is self._stage:
            self.refused.emit(missing)

    def _pass_turned(self, stage: Stage, attachment: Attachment) -> None:
        if stage is self._stage:
            self.turned_to.emit(attachment)
