"""The tour's pictures of players: a film with its line, keys, parts covered, a sound."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from console.bench.tour_pictures import Pictures
from console.desk.part import Part
from console.drill.hand import DrillFailed
from console.ui.attachments.clip_stage import ClipStage
from console.ui.attachments.sound_stage import SoundStage
from console.ui.attachments.viewer import Viewer


class PlayerScenes(Pictures):
    """Looks at the first film and the first sound among the files of a viewer; at nothing where there are none."""

    def look(self, viewer: Viewer) -> None:
        """Play a second of the film, hover over its line, cover and silence parts of it; jump in the sound."""
        files = viewer.report.attachments if viewer.report is not None else ()
        kinds = [each.media_type.split("/")[0] for each in files]
        if "video" in kinds:
            viewer.go(kinds.index("video"))
            if isinstance(viewer.stage, ClipStage):
                self._film(viewer, viewer.stage)
        if "audio" in kinds:
            viewer.go(kinds.index("audio"))
            if isinstance(viewer.stage, SoundStage):
                self._sound(viewer, viewer.stage)

    def _film(self, viewer: Viewer, stage: ClipStage) -> None:
        hand, player = self.hand, stage.player
        hand.wait("the film's first frame", lambda: player.frame, 30)
        hand.wait("its small pictures", lambda: stage.hover.still_at(0), 30)
        hand.press(viewer, Qt.Key.Key_Space)
        length_s = (player.playback.duration_ms or 0) / 1000
        hand.wait("it plays", lambda: player.playback.at_s > min(1.0, length_s / 2) or player.playback.ended, 60)
        hand.press(viewer, Qt.Key.Key_K)
        hand.press(viewer, Qt.Key.Key_Comma)
        player.mark(Part(round(length_s * 200), round(length_s * 600)))
        stage.scrubber.hovered.emit(length_s * 0.7, round(stage.scrubber.x_at(length_s * 700)))
        self.look_at("evidence-film", lambda: viewer)
        stage.hover.hide()
        hand.press(viewer, Qt.Key.Key_Question)
        self.look_at("evidence-film-keys", lambda: viewer)
        hand.press(viewer, Qt.Key.Key_Escape)
        player.mark(Part())
        self._cover(viewer, stage)

    def _cover(self, viewer: Viewer, stage: ClipStage) -> None:
        """Two boxes, one of them for a while, and a silence; then the copy made of it."""
        hand, player, place = self.hand, stage.player, viewer.place
        side = hand.wait("files are handled beside it", lambda: hand.work.case.viewing.handling)
        hand.press(viewer, Qt.Key.Key_X)
        moving = hand.wait("parts can be chosen", lambda: side.moving)
        layer = hand.wait("boxes can be drawn", lambda: moving.layer)
        facts, length_ms = player.facts, player.playback.duration_ms or 0
        if facts is None:
            raise DrillFailed("the film tells nothing of itself")
        wide, high = facts.width_px, facts.height_px
        layer.add_box(QRectF(wide * 0.08, high * 0.1, wide * 0.3, high * 0.12))
        layer.add_box(QRectF(wide * 0.35, high * 0.45, wide * 0.3, high * 0.18))
        moving.lane.stretched.emit(1, length_ms // 5, length_ms // 2)
        player.seek(length_ms / 2500)
        hand.press(viewer, Qt.Key.Key_Q)
        player.seek(length_ms / 3000)
        hand.wait("the frame of that moment", lambda: player.playback.fresh, 30)
        moving.lane.chosen.emit(1)
        self.look_at("evidence-film-redacting", lambda: viewer)
        files = len(viewer.report.attachments) if viewer.report is not None else 0
        hand.press(viewer, Qt.Key.Key_Return)
        hand.wait("the copy is made", lambda: not side.copies.running, 60)
        hand.wait("it is on the case", lambda: viewer.report and len(viewer.report.attachments) > files, 30)
        viewer.go(files)
        hand.wait("its first frame", lambda: player.frame, 30)
        self.look_at("evidence-film-redacted", lambda: viewer)
        viewer.go(place)

    def _sound(self, viewer: Viewer, stage: SoundStage) -> None:
        hand, player = self.hand, stage.player
        hand.wait("the waveform", lambda: stage.waveform.levels, 30)
        player.seek((player.playback.duration_ms or 0) * 0.0004)
        hand.wait("its sound is at hand", lambda: player.playback.ranges, 30)
        hand.press(viewer, Qt.Key.Key_I)
        player.seek((player.playback.duration_ms or 0) * 0.0007)
        hand.press(viewer, Qt.Key.Key_O)
        self.look_at("evidence-sound", lambda: viewer)
