"""The tour's pictures of evidence: a report with many files, each looked at in the viewer."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPointF, Qt

from console.bench.tour_pictures import Pictures
from console.bench.tour_players import PlayerScenes
from console.contract.codec import decode, encode
from console.contract.ids import new_id
from console.contract.intake import NewReport, NewSource, SourceKey
from console.domain.file_kind import FileKind, recognise
from console.domain.report import SourceKind
from console.drill.hand import DrillFailed
from console.paths import resources
from console.simulate.sender import Sender
from console.ui.attachments.page_stage import PageStage
from console.ui.attachments.photo_stage import PhotoStage
from console.ui.attachments.viewer import Viewer

WANTED = (
    "DSCN0010.jpg", "DSCN0021.jpg", "portrait_6.jpg", "IMG_5195.HEIC", "fourpages.pdf", "graph-encrypted.pdf",
    "with-gps.mov", "alac.m4a",
)  # fmt: skip
"""Of the real files, where they are: every family, and a locked document."""


class EvidenceScenes(Pictures):
    """Sends a report with every kind of file there is, then opens each."""

    def play(self) -> None:
        """Photo, close and bright, two side by side, keys, pages, a locked document."""
        hand, work = self.hand, self.hand.work
        report_id = self._send()
        hand.wait("the report with many files is here", lambda: self.office.book.case(report_id), 60)
        hand.select(report_id)
        files = work.case.body.files
        hand.wait("its pictures are decoded", lambda: files.pictures_shown >= 2, 60)
        self.look_at("evidence-case", lambda: work.window)
        files.chosen.emit(0)
        viewer = hand.wait("the viewer opens", lambda: work.case.viewing.viewer)
        self._photos(viewer)
        self._documents(viewer)
        PlayerScenes(self.console, self._index).look(viewer)
        viewer.close()

    def _photos(self, viewer: Viewer) -> None:
        hand = self.hand
        stage = hand.wait("a photo is shown", lambda: viewer.stage if isinstance(viewer.stage, PhotoStage) else None)
        hand.wait("it is sharp", lambda: stage.view.sharp, 30)
        hand.wait("every thumbnail is there", lambda: viewer.film.waiting == 0, 60)
        self.look_at("evidence-photo", lambda: viewer)
        stage.view.zoom(5, QPointF(stage.view.width() / 3, stage.view.height() / 2))
        hand.press(viewer, Qt.Key.Key_BracketRight)
        self.look_at("evidence-photo-close", lambda: viewer)
        hand.press(viewer, Qt.Key.Key_0)
        hand.press(viewer, Qt.Key.Key_C)
        hand.wait("two stand side by side", lambda: stage.comparing and stage.view.sharp, 30)
        self.look_at("evidence-compare", lambda: viewer)
        hand.press(viewer, Qt.Key.Key_C)
        hand.press(viewer, Qt.Key.Key_Question)
        self.look_at("evidence-keys", lambda: viewer)
        hand.press(viewer, Qt.Key.Key_Escape)

    def _documents(self, viewer: Viewer) -> None:
        hand, report = self.hand, viewer.report
        files = report.attachments if report is not None else ()
        for screen, name in (("evidence-pages", "fourpages.pdf"), ("evidence-locked", "graph-encrypted.pdf")):
            place = next((at for at, each in enumerate(files) if each.name == name), None)
            if place is None:
                continue
            viewer.go(place)
            stage = viewer.stage
            if not isinstance(stage, PageStage):
                raise DrillFailed("a document is shown by something else")
            hand.wait(f"{name} is shown or asks its password", partial(_ready, stage), 30)
            self.look_at(screen, lambda: viewer)

    def _send(self) -> str:
        """A new report with the files, as a partner's server sends it; its id."""
        own = self.console.own
        if own is None:
            raise DrillFailed("there is no server of our own")
        sender = Sender(own.server.address, own.server.admin_key)
        source = NewSource(id="tour-evidence", name="Mitra berkas (rekaan)", kind=SourceKind.PARTNER)
        key = decode(sender.post("/v1/admin/sources", encode(source)), SourceKey).key
        sender.close()
        site = self.office.city.site
        report = NewReport(
            id=new_id(), text="Dua mobil bertabrakan di simpang, ada yang luka. Foto, video dan surat terlampir.",
            category="traffic_accident", lat=site.lat, lon=site.lon, accuracy_m=15, happened_at=datetime.now(UTC),
        )  # fmt: skip
        parts: list[tuple[str, tuple[str | None, bytes, str]]] = [
            ("report", (None, encode(report), "application/json"))
        ]
        for file in _files():
            data = file.read_bytes()
            kind = recognise(data)
            if isinstance(kind, FileKind):
                parts.append(("file", (file.name, data, kind.mime)))
        intake = Sender(own.server.address, key)
        intake.post_form("/v1/reports", parts)
        intake.close()
        return report.id


def _ready(stage: PageStage) -> bool:
    return stage.pages > 0 or stage.locked


def _files() -> tuple[Path, ...]:
    """The real files beside the checkout, else the demo's own photos."""
    named = os.environ.get("SIGAP_REAL_DATA")
    good = (Path(named) if named else Path("..") / "shared" / "data") / "media" / "good"
    real = tuple(good / name for name in WANTED if (good / name).exists())
    return real or tuple(sorted((resources() / "demo" / "photos").glob("*.jpg")))
