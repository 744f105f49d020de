"""A frame of a film as a picture of its own, named after where it is from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from console.desk.attaching import Attached, NotTaken
from console.desk.attachments import NotShown
from console.desk.clips import Clips
from console.desk.decide import Refused
from console.desk.spans import Frame
from console.domain.attachment import Attachment
from console.domain.casework.attaching import MOST_OWN_BYTES
from console.domain.report import Report
from console.ui.attachments.viewer_parts import Attach

Outcome = Attached | NotTaken | Refused | NotShown


def still_keeping(
    clips: Clips, attach: Attach, attachment: Attachment, report: Report, at_s: float
) -> Callable[[], Outcome]:
    """What puts the frame shown at `at_s` on the case, as large as the film has it; it blocks, so in the background.

    A PNG; of a film so large that this exceeds what a desk may put on a case, a JPEG as fine as can be.
    """
    number = report.attachments.index(attachment) + 1 if attachment in report.attachments else 0

    def keep() -> Outcome:
        frame = clips.frame(attachment, round(at_s * 1000 + 0.5))
        if isinstance(frame, NotShown):
            return frame
        name = still_name(report.number, number, frame.at_s)
        picture = picture_of(frame, attachment.sha256)
        if len(picture) > MOST_OWN_BYTES:
            picture, name = picture_of(frame, attachment.sha256, "JPEG"), name.replace(".png", ".jpg")
        return attach(report.id, picture, name)

    return keep


def still_name(report_number: str, file_number: int, at_s: float) -> str:
    """'KJ-2611-0184-2_00m05s283.png': case, file of the case, moment; never what a stranger called the film."""
    seconds, ms = divmod(int(at_s * 1000 + 1e-6), 1000)
    return f"{report_number}-{file_number}_{seconds // 60:02d}m{seconds % 60:02d}s{ms:03d}.png"


def picture_of(frame: Frame, origin_sha256: str, kind: str = "PNG") -> bytes:
    """The frame, as PNG untouched; which film it is of and its moment are written into it."""
    image = QImage(frame.rgb, frame.width_px, frame.height_px, frame.width_px * 3, QImage.Format.Format_RGB888)
    image.setText("Source", f"sha256 {origin_sha256}")
    image.setText("Comment", f"frame at {frame.at_s:.6f} s")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, -1 if kind == "PNG" else 98)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
