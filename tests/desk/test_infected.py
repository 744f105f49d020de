"""A file a virus scanner named is not decoded, also where it was at hand before."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from console.decode.pool import Decoder
from console.desk.attachments import Attachments, NotShown
from console.desk.clips import Clips
from console.desk.pages import Pages
from console.domain.attachment import INFECTED, Attachment
from tests.worlds.cases import Files


def _named(media_type: str) -> Attachment:
    return Attachment(
        id="m1",
        name="berkas",
        media_type=media_type,
        size_bytes=4,
        sha256="0" * 64,
        received_at=datetime(2026, 3, 3, tzinfo=UTC),
        state=INFECTED,
    )


@pytest.mark.parametrize("media_type", ["image/jpeg", "video/mp4", "application/pdf"])
def test_nothing_of_an_infected_file_is_shown(media_type: str) -> None:
    files, file = Files(), _named(media_type)
    files.held[file.id] = b"EICAR"
    decoder = Decoder(warm=0)
    try:
        asked = {
            "image/jpeg": lambda: Attachments(files, decoder, lambda: "Asia/Jakarta").shot(file, 100),
            "video/mp4": lambda: Clips(files, decoder).poster(file, 100),
            "application/pdf": lambda: Pages(files, decoder).page(file, 1, 100),
        }
        assert asked[media_type]() == NotShown(code=INFECTED)
    finally:
        decoder.close()
