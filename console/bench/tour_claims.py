"""The tour's pictures of a photo of another day and place, and of ticking what it shows."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from console.bench.dated_photo import dated_photo
from console.bench.tour_pictures import Pictures
from console.contract.codec import decode, encode
from console.contract.ids import new_id
from console.contract.intake import NewReport, NewReporter, NewSource, SourceKey
from console.domain.queue_row import QueueRow
from console.domain.report import SourceKind
from console.drill.hand import DrillFailed
from console.simulate.sender import Sender
from console.ui.attachments.evidence_side import EvidenceSide
from console.ui.attachments.viewer import Viewer

PHOTO = Path(__file__).resolve().parents[2] / "resources" / "demo" / "photos" / "fallen_tree.jpg"
_LAT, _LON, _NORTH = -7.9714, 112.6323, 0.108


class ClaimScenes(Pictures):
    """Plays an operator who gets an old photo of a tree that fell elsewhere, and ticks what he sees."""

    def play(self) -> None:
        """The case with its red lines, the viewer with both places, the queue's mark."""
        hand, work = self.hand, self.hand.work
        report_id = self._send()
        row: QueueRow = hand.wait("the photo's report", lambda: self.row(lambda r: r.id == report_id), 60)
        hand.select(row.id)
        hand.wait("its photo is read", lambda: work.case.body.files.pictures_shown > 0, 30)
        hand.wait("its doubt is told", lambda: self.has(row, "report.file_claim"), 30)
        hand.wait("the queue marks it", lambda: (self.row(lambda r: r.id == row.id) or row).doubts, 30)
        self.look_at("photo-of-another-day", lambda: work.window)
        work.case.body.files.chosen.emit(0)
        viewer = hand.wait("the viewer opens", lambda: work.case.viewing.viewer)
        side = viewer.findChild(EvidenceSide)
        if side is None:
            raise DrillFailed("nothing stands beside the photo")
        hand.wait("both places stand beside it", lambda: side.claims.drawing.isVisible(), 30)
        for key in (Qt.Key.Key_1, Qt.Key.Key_4):
            hand.press(viewer, key)
        hand.wait("it is ticked", lambda: "☑" in side.ticks.chips["vehicle"].text(), 30)
        self.look_at("photo-claims-and-ticks", lambda: viewer)
        self._explain(row, viewer, side)
        viewer.close()
        hand.wait("the queue says it is explained", lambda: self._explained(row), 30)
        self.look_at("photo-doubt-explained", lambda: work.window)

    def _explain(self, row: QueueRow, viewer: Viewer, side: EvidenceSide) -> None:
        """What is behind the doubt: asked beside the file, a note, one number."""
        hand = self.hand
        hand.press(viewer, Qt.Key.Key_Q)
        strip = hand.wait("it asks what is behind it", lambda: side.doubts.strip, 30)
        strip.note.setText("Pelapor: foto lama, contoh pohon yang sama (rekaan)")
        viewer.side.ensureWidgetVisible(strip)
        self.look_at("photo-doubt-asked", lambda: viewer)
        hand.press(strip, Qt.Key.Key_1)
        hand.wait("the word stands", lambda: self.has(row, "report.settle_doubt"), 30)
        hand.wait("it is told beside the file", lambda: side.doubts.settled.isVisible(), 30)
        viewer.side.ensureWidgetVisible(side.doubts)
        self.look_at("photo-doubt-settled", lambda: viewer)

    def _explained(self, row: QueueRow) -> bool:
        found = self.row(lambda each: each.id == row.id)
        return found is not None and bool(found.doubts) and not any(doubt.stands for doubt in found.doubts)

    def _send(self) -> str:
        own = self.console.own
        if own is None:
            raise DrillFailed("the tour needs a server of its own")
        at = self.office.now() - timedelta(days=3, hours=2)
        photo = dated_photo(PHOTO.read_bytes(), at, _LAT + _NORTH, _LON + 0.02)
        report = NewReport(
            id=new_id(), text="Pohon besar menimpa mobil di depan rumah, tolong segera.", category="fallen_tree",
            priority=2, lat=_LAT, lon=_LON, reporter=NewReporter(account="rekaan-foto", reachable=True),
        )  # fmt: skip
        admin = Sender(own.server.address, own.server.admin_key)
        source = NewSource(id="foto", name="Aplikasi warga (rekaan)", kind=SourceKind.CITIZEN_APP)
        try:
            key = decode(admin.post("/v1/admin/sources", encode(source)), SourceKey).key
        finally:
            admin.close()
        sender = Sender(own.server.address, key)
        try:
            told = ("report", (None, encode(report), "application/json"))
            sender.post_form("/v1/reports", [told, ("file", ("IMG_2041.jpg", photo, "image/jpeg"))])
        finally:
            sender.close()
        return report.id
