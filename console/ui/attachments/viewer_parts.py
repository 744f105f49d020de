"""What the viewer and its stages may ask, in one hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from console.desk.attaching import Attached, NotTaken
from console.desk.attachments import Attachments
from console.desk.clips import Clips
from console.desk.decide import Refused
from console.desk.office import Office
from console.desk.pages import Pages
from console.desk.posters import Posters
from console.ui.background import Background
from console.ui.window_parts import Keeps

Attach = Callable[[str, bytes, str], Attached | NotTaken | Refused]
"""Puts a file made here on a case (report's id, bytes, name); blocks on the disk (desk.attaching.Attaching.attach)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewerParts:
    """Parts of the desk for each family of files; `keeps` remembers where the window stood."""

    attachments: Attachments
    pages: Pages
    clips: Clips
    attach: Attach
    background: Background
    keeps: Keeps

    @property
    def posters(self) -> Posters:
        """Small pictures of any file, for tiles."""
        return Posters(self.attachments, self.pages, self.clips)


def viewer_parts(office: Office, background: Background) -> ViewerParts:
    """The parts of a signed-in person's desk."""
    return ViewerParts(
        attachments=office.attachments, pages=office.pages, clips=office.clips, attach=office.attaching.attach,
        background=background, keeps=office.kept,
    )  # fmt: skip
