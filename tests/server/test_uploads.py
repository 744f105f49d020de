"""A desk sends the bytes of a file it put on a case, from where it broke off."""

from __future__ import annotations

import hashlib

from console.contract.ids import new_id
from console.domain.acts import AttachFile
from tests.worlds.central import Central, Json, SignedDesk, central

__all__ = ["central"]
PHOTO = b"\xff\xd8\xff\xe0" + b"foto rekaan " * 900


def announced(desk: SignedDesk, report_id: str, data: bytes = PHOTO, media_type: str = "image/jpeg") -> str:
    act = AttachFile(
        file_id=new_id(), name="foto.jpg", media_type=media_type, size_bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
    )  # fmt: skip
    assert desk.decide(act, report_id)["outcome"] == "applied"
    return act.file_id


def send(desk: SignedDesk, file_id: str, at_byte: int, piece: bytes) -> tuple[int, Json]:
    path = f"/v1/media/{file_id}/upload?at={at_byte}"
    answer = desk.central.put(path, data=piece, headers=desk.desk_headers)
    return answer.status_code, answer.json()


def test_pieces_are_taken_once_from_where_the_file_stops_also_after_a_restart(central: Central) -> None:
    desk, report_id = central.sign_in(), central.report_in(central.make_source())
    file_id = announced(desk, report_id)
    assert central.get(f"/v1/media/{file_id}", headers=desk.headers).json()["code"] == "not_arrived"
    assert send(desk, file_id, 0, PHOTO[:4000]) == (200, {"received_bytes": 4000, "done": False})
    assert send(desk, file_id, 0, PHOTO[:4000]) == (200, {"received_bytes": 4000, "done": False})
    assert send(desk, file_id, 5000, PHOTO[5000:])[1]["received_bytes"] == 4000
    central.go_away()
    central.come_back()
    there = central.get(f"/v1/media/{file_id}/upload", headers=desk.desk_headers).json()
    assert there == {"received_bytes": 4000, "done": False}
    assert send(desk, file_id, 4000, PHOTO[4000:]) == (200, {"received_bytes": len(PHOTO), "done": True})
    assert send(desk, file_id, 4000, PHOTO[4000:])[1]["done"]
    assert central.get(f"/v1/media/{file_id}", headers=desk.headers).content == PHOTO
    report = central.report(report_id)
    assert [(file.id, file.state) for file in report.attachments] == [(file_id, "")]
    assert [entry.kind for entry in report.timeline[-2:]] == ["report.attach_file", "file.arrived"]
    kept = [path for path in (central.folder / "media").rglob("*") if path.is_file()]
    assert [path.name for path in kept] == [report.attachments[0].sha256]


def test_other_bytes_than_announced_are_not_kept_and_the_file_begins_anew(central: Central) -> None:
    desk, report_id = central.sign_in(), central.report_in(central.make_source())
    file_id = announced(desk, report_id)
    status, answer = send(desk, file_id, 0, PHOTO[:-1] + b"!")
    assert (status, answer["code"]) == (422, "wrong_hash")
    assert not [path for path in (central.folder / "media").rglob("*") if path.is_file()]
    assert send(desk, file_id, 0, PHOTO)[1]["done"]
    program = b"MZ\x90\x00" + bytes(300)
    other = announced(desk, report_id, program, "image/png")
    status, answer = send(desk, other, 0, program)
    assert (status, answer["code"]) == (422, "kind_not_allowed")
    assert [file.state for file in central.report(report_id).attachments] == ["", "coming"]


def test_only_the_desk_that_announced_a_file_sends_it(central: Central) -> None:
    desk, report_id = central.sign_in(), central.report_in(central.make_source())
    other = central.sign_in("joko")
    file_id = announced(desk, report_id)
    assert send(other, file_id, 0, PHOTO)[0] == 404
    assert send(desk, new_id(), 0, PHOTO)[0] == 404
    assert send(desk, file_id, 0, bytes(1_100_000))[0] == 413


def test_the_arrival_of_a_file_is_on_the_audit_chain_with_its_hash(central: Central) -> None:
    from sqlalchemy import select

    from console.server.tables import audit

    desk, report_id = central.sign_in(), central.report_in(central.make_source())
    file_id = announced(desk, report_id)
    send(desk, file_id, 0, PHOTO)
    with central.parts.database.read() as connection:
        rows = connection.execute(select(audit.c.kind, audit.c.what, audit.c.content, audit.c.actor)).all()
    [row] = [row for row in rows if row.what == file_id]
    assert (row.kind, row.actor) == ("file", f"desk/{desk.desk_id}")
    assert row.content == hashlib.sha256(PHOTO).digest()
