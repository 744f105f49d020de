"""A photo put on a case while the server is away arrives whole at every desk."""

from __future__ import annotations

from pathlib import Path

from console.desk.attaching import Attached, Attaching, NotTaken
from console.desk.decide import Refused
from console.domain.decision import Reason
from tests.sync.world import Console, console_at, until
from tests.worlds.central import Central, central

__all__ = ["central"]
PHOTO = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 1500


def test_a_photo_attached_offline_survives_a_restart_and_reaches_every_desk(central: Central, tmp_path: Path) -> None:
    report_id = central.report_in(central.make_source())
    sari = console_at(central, tmp_path / "sari")
    until(lambda: sari.store.report(report_id), "the report came")

    central.go_away()
    attaching = Attaching(sari.store, sari.desk)
    attached = attaching.attach(report_id, PHOTO, "C:\\Foto\\tkp\u202e.jpg")
    assert isinstance(attached, Attached)
    shown = sari.store.shown(report_id)
    assert shown is not None
    [file] = shown.report.attachments
    assert (file.name, file.media_type, file.state) == ("tkp.jpg", "image/jpeg", "coming")
    assert sari.store.media_read(file.id) == PHOTO

    again = attaching.attach(report_id, PHOTO, "sama.jpg")
    assert isinstance(again, Refused)
    assert again.refusal.reason is Reason.FILE_THERE
    program = attaching.attach(report_id, b"MZ\x90\x00 program", "foto.jpg")
    assert program == NotTaken(code="kind_not_allowed", detail="exe")

    sari.stop()
    for stored in (tmp_path / "sari").rglob("*"):
        assert not stored.is_file() or PHOTO[4:600] not in stored.read_bytes(), stored
    sari = Console(tmp_path / "sari", central.address)
    sari.sign_in("sari")
    sari.start()
    assert sari.store.files.own()[0].id == file.id
    central.come_back()

    joko = console_at(central, tmp_path / "joko", "joko")
    until(lambda: [each.state for each in central.report(report_id).attachments] == [""], "all of it arrived")
    until(lambda: not sari.store.files.own(), "the desk knows that it was sent")
    until(lambda: (told := joko.store.report(report_id)) and told.attachments and not told.attachments[0].state)
    told = joko.store.report(report_id)
    assert told is not None
    kinds = [entry.kind for entry in told.timeline]
    assert kinds[-2:] == ["report.attach_file", "file.arrived"]
    joko.sync.downloads.want(file.id, file.size_bytes, file.sha256)  # type: ignore[union-attr]
    until(lambda: joko.store.media_read(file.id) == PHOTO, "the other desk has it")
    sari.stop()
    joko.stop()
