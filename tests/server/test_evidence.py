"""Files on the chain as they come in; openings, exports; a slice that proves itself."""

from __future__ import annotations

import hashlib
import json

from sqlalchemy import Connection, Select, inspect

from console.contract.audit import AuditRecord
from console.contract.audit_slice import read_slice
from console.contract.ids import new_id
from console.domain.acts import ClaimCase, ExportCase, OpenFile, RedactFile
from console.domain.box import Box
from console.server.audit_slices import CUT
from tests.worlds.central import Central

PHOTO = b"\xff\xd8\xff\xe0" + b"foto rekaan " * 20
SHA = hashlib.sha256(PHOTO).hexdigest()


def about(central: Central, report_id: str) -> list[AuditRecord]:
    found = central.parts.checkpoints.page(0, 100_000).records
    return [record for record in found if record.subject == f"report/{report_id}"]


def report_with(central: Central, source: dict[str, str], *files: bytes) -> str:
    body = {"id": new_id(), "kind": "report", "text": "pohon tumbang"}
    parts: list[object] = [("report", (None, json.dumps(body), "application/json"))]
    parts += [("file", (f"foto-{n}.jpg", file, "image/jpeg")) for n, file in enumerate(files)]
    answer = central.post("/v1/reports", files=parts, headers=source)
    assert answer.status_code == 201, answer.text
    return str(body["id"])


def test_the_hash_of_every_file_is_on_the_chain_and_its_bytes_never_change(central: Central):
    desk, source = central.sign_in(), central.make_source()
    report_id = report_with(central, source, PHOTO)
    more = PHOTO + b"lagi"
    parts = [("file", ("lagi.jpg", more, "image/jpeg"))]
    assert central.post(f"/v1/reports/{report_id}/files", files=parts, headers=source).status_code == 200
    files = central.report(report_id).attachments
    noted = [record for record in about(central, report_id) if record.kind == "file"]
    assert [(each.outcome, each.what, each.content) for each in noted] == [
        ("received", files[0].id, SHA), ("received", files[1].id, hashlib.sha256(more).hexdigest()),
    ]  # fmt: skip
    assert all(each.actor.startswith("source/") for each in noted)
    desk.decide(OpenFile(file_id=files[0].id), report_id)
    box = Box(left=0, top=0, right=5, bottom=5)
    redacted = RedactFile(
        file_id=files[0].id, origin_sha256=SHA, sha256="b" * 64, size_bytes=3, media_type="image/jpeg", boxes=(box,)
    )
    desk.decide(redacted, report_id)
    desk.decide(ExportCase(form="original", file_ids=(files[0].id,), sha256=SHA, purpose="penyidikan"), report_id)
    told = [(each.kind, each.outcome, each.what) for each in about(central, report_id)]
    assert told[-5:] == [
        ("decision", "applied", f"report.open_file:{files[0].id}"),
        ("file", "redacted", files[0].id), ("decision", "applied", f"report.redact:{files[0].id}"),
        ("export", "original", ""), ("decision", "applied", "report.export:original"),
    ]  # fmt: skip
    assert central.parts.media.read(SHA, 0, len(PHOTO) + 1) == PHOTO
    assert central.report(report_id).attachments == files


def test_a_cases_slice_proves_itself_among_thousands_of_others(central: Central):
    desk, source = central.sign_in(), central.make_source()
    report_id = report_with(central, source, PHOTO)
    for _ in range(3):
        central.report_in(source)
    central.parts.checkpoints.make()
    central.report_in(source)
    desk.decide(ClaimCase(), report_id)
    answer = central.get(f"/v1/audit/cases/{report_id}", desk.headers)
    assert answer.status_code == 200
    found = read_slice(answer.content, central.parts.checkpoints.key, f"report/{report_id}")
    assert tuple(found.records()) == tuple(about(central, report_id))
    others = [link for span in found.spans for link in span.links if link.record is None]
    assert others
    assert central.get("/v1/audit/cases/tidak-ada", desk.headers).status_code == 404


def test_a_slice_is_cut_by_indexes_and_never_by_reading_the_whole_chain(central: Central):
    """What SQLite says it would do, whatever the chain's length; PostgreSQL's plan of a short one is no sign of it."""
    indexes = ("audit_by_subject", "audit_epochs", "audit_checkpoints")
    with central.parts.database.read() as connection:
        assert {each["name"] for each in inspect(connection).get_indexes("audit")} >= set(indexes)
        if connection.dialect.name != "sqlite":
            return
        plans = [_plan(connection, question) for question in CUT]
    for plan, index in zip(plans, (*indexes, "audit_checkpoints"), strict=True):
        assert f"INDEX {index}" in plan


def _plan(connection: Connection, question: Select[tuple[int]]) -> str:
    """SQLite's plan of a question exactly as it is asked, values bound."""
    asked = question.compile(connection)
    values = {**asked.params, "subject": "report/1", "place": 5}
    rows = connection.exec_driver_sql(
        f"EXPLAIN QUERY PLAN {asked}", tuple(values[name] for name in asked.positiontup or ())
    )
    return " / ".join(str(row[3]) for row in rows)
