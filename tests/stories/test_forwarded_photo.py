"""Forwarded while the server is away, a photo arrives as the operator saw it leave."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path

from PIL import Image
from pytestqt.qtbot import QtBot

from console.contract.ids import new_id
from console.desk.decide import Decided
from console.desk.forward_files import Prepared, offers
from console.domain import acts
from console.domain.agency import Agency
from console.domain.forward_file import SENT
from console.domain.person import Role
from console.paths import Profile
from console.ui.evidence.marking import Marks
from tests.sync.world import until
from tests.worlds.administration import signed_in_core
from tests.worlds.central import running
from tests.worlds.post import open_postbox

PHOTO = Path(__file__).resolve().parents[2] / "resources" / "demo" / "photos" / "fallen_tree.jpg"


def test_a_photo_forwarded_offline_arrives_marked_and_as_recorded(qtbot: QtBot, tmp_path: Path):
    with open_postbox() as box, running(tmp_path / "central", smtp=box.url) as central:
        central.make_agency(Agency(id="pln", revision=1, name="PLN (contoh)", short_name="PLN", email="a@pln.example"))
        core = signed_in_core(central, Profile(tmp_path / "desk"), "sari", Role.OPERATOR)
        office = core.open_office()
        told = {"id": (report_id := new_id()), "text": "pohon menimpa kabel", "reporter": {"name": "Budi Rekaan"}}
        files = [("report", (None, json.dumps(told))), ("file", ("Budi Rekaan.jpg", PHOTO.read_bytes()))]
        assert central.post("/v1/reports", headers=central.make_source(), files=files).status_code == 201
        until(lambda: office.book.case(report_id) is not None, "the report is at the desk")
        view = office.book.case(report_id)
        assert view is not None
        [photo] = view.report.attachments
        office.evidence.case_files.want((photo,))
        until(lambda: office.evidence.handling.fetched(photo.id), "its photo is at the desk")
        central.go_away()

        [offer] = offers(view.report)
        ready = office.evidence.forward_files.prepare(view.report, offer, Marks(("KJ · Sari", "PLN")))
        assert isinstance(ready, Prepared)
        [leaves] = office.evidence.forward_files.seal([ready])
        act = acts.ForwardCase(agency_id="pln", text="Kabel tertimpa pohon", files=(leaves,))
        decided = office.desk.decide(act, report_id)
        assert isinstance(decided, Decided)
        central.come_back()

        until(lambda: [each.state for each in central.report(report_id).forwards[0].files] == ["ready"]
              if central.report(report_id).forwards else False, "the copy followed its decision")  # fmt: skip
        central.advance(12)
        until(lambda: central.parts.outbox.send_due() or bool(box.mails), "the letter has left")
        (mail,) = box.mails
        [part] = [each for each in mail.walk() if each.get_content_disposition() == "attachment"]
        body = bytes(part.get_payload(decode=True))  # type: ignore[arg-type]
        assert part.get_filename() == f"{view.report.number}-1.jpg"
        assert hashlib.sha256(body).hexdigest() == leaves.sha256 == ready.sha256
        assert body != PHOTO.read_bytes()
        assert not Image.open(io.BytesIO(body)).getexif()
        assert "Budi" not in mail.as_string()
        noted = [each.content for each in central.parts.checkpoints.page(0, 10_000).records if each.kind == "export"]
        assert noted == [leaves.sha256]
        until(lambda: (now := office.book.case(report_id)) and now.report.forwards[0].files[0].state == SENT,
              "the desk reads which file left")  # fmt: skip
        core.close()
