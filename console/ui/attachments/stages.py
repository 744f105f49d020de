"""Which stage shows which family of files."""

from __future__ import annotations

from collections.abc import Callable

from console.ui.attachments.clip_stage import ClipStage
from console.ui.attachments.page_stage import PageStage
from console.ui.attachments.photo_stage import PhotoStage
from console.ui.attachments.sound_stage import SoundStage
from console.ui.attachments.stage import Stage
from console.ui.attachments.viewer_parts import ViewerParts


def stage_makers(parts: ViewerParts) -> dict[str, Callable[[], Stage]]:
    """How the stage of each family (words.family_of) is made; the viewer makes one when it is first needed."""
    return {
        "photo": lambda: PhotoStage(parts),
        "document": lambda: PageStage(parts),
        "video": lambda: ClipStage(parts),
        "audio": lambda: SoundStage(parts),
    }
