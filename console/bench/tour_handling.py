"""The tour's pictures of handling evidence: boxes, copies, what leaves, who did what."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from console.bench.tour_pictures import Pictures
from console.desk.case import CaseView
from console.desk.forward_files import Prepared
from console.domain.queue_row import QueueRow
from console.drill.hand import DrillFailed
from console.ui.attachments.photo_stage import PhotoStage
from console.ui.attachments.redact_side import RedactSide
from console.ui.attachments.viewer import Viewer
from console.ui.evidence.export_card import ExportCard
from console.ui.forwarding.forward_card import ForwardCard


class HandlingScenes(Pictures):
    """Covers a part of a report's photo, and stops short of writing anything to disk."""

    def play(self, row: QueueRow) -> None:
        """Boxes drawn, the copy beside its original, a copy with marks asked for, the card, the list."""
        hand, work = self.hand, self.hand.work
        hand.select(row.id)
        work.case.body.files.chosen.emit(0)
        viewer = hand.wait("the viewer opens", lambda: work.case.viewing.viewer)
        side = hand.wait("files are handled beside it", lambda: work.case.viewing.handling)
        self._redact(viewer, side)
        viewer.bar.save_wanted.emit()
        form = hand.wait("what for is asked", lambda: side.section.form)
        form.purpose.setText("Penyidikan")
        form.recipient.setText("Kejaksaan Negeri (rekaan)")
        self.look_at("evidence-save-copy", lambda: viewer)
        viewer.close()
        work.case.acts.evidence.export(self._view())
        card = hand.wait("the card of the case file", lambda: work.case.tray.card)
        if isinstance(card, ExportCard):
            card.asked.purpose.setText("Penyidikan")
        self.look_at("case-file", lambda: work.window)
        work.case.tray.clear()
        work.case.acts.evidence.accesses(self._view())
        hand.wait("the list of who handled the files", lambda: work.case.tray.card)
        self.look_at("evidence-accesses", lambda: work.window)
        work.case.tray.clear()
        self._forward()

    def _forward(self) -> None:
        """Two files are ticked to go along: the redacted one and what it was made of, so that both words are seen."""
        hand, work = self.hand, self.hand.work
        work.case.acts.forward(self._view())
        card = hand.wait("the card of a forward", lambda: work.case.tray.card)
        if not isinstance(card, ForwardCard) or card.files is None:
            raise DrillFailed("no files are offered with a forward")
        files = card.files
        for choice in (files.choices[0], files.choices[-1]):
            choice.tick.setChecked(True)
        hand.wait("copies are made", lambda: all(isinstance(each.found, Prepared) for each in files.chosen), 60)
        work.case.tray.ensureWidgetVisible(files.choices[-1])
        self.look_at("forward-files", lambda: work.window)
        work.case.tray.clear()

    def _redact(self, viewer: Viewer, side: RedactSide) -> None:
        hand = self.hand
        stage = hand.wait("a photo is shown", lambda: viewer.stage if isinstance(viewer.stage, PhotoStage) else None)
        hand.wait("it is sharp", lambda: stage.view.sharp, 30)
        hand.press(viewer, Qt.Key.Key_X)
        layer = hand.wait("boxes can be drawn", lambda: side.layer)
        levels = stage.view.levels
        if levels is None:
            raise DrillFailed("there is no photo to paint over")
        wide, high = levels.size.width(), levels.size.height()
        layer.add_box(QRectF(wide * 0.3, high * 0.35, wide * 0.12, high * 0.18))
        layer.add_box(QRectF(wide * 0.55, high * 0.5, wide * 0.15, high * 0.12))
        self.look_at("evidence-redacting", lambda: viewer)
        files = len(self._view().report.attachments)
        hand.press(layer, Qt.Key.Key_Return)
        hand.wait("the redacted copy is on the case", lambda: len(self._view().report.attachments) > files, 30)
        viewer.go(files)
        hand.wait("the copy is sharp", lambda: stage.view.sharp, 30)
        self.look_at("evidence-redacted", lambda: viewer)

    def _view(self) -> CaseView:
        view = self.hand.work.case.view
        if view is None:
            raise DrillFailed("no case is shown")
        return view
