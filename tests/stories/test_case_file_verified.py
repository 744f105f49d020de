"""An operator covers a face and takes the case file out; an outsider verifies it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from console import cli
from console.contract.case_manifest import MANIFEST
from console.contract.case_zip import write_zip
from console.contract.ids import new_id
from console.desk.case_file import leaving_files
from console.desk.evidence import Leaving, Redacted, Written
from console.desk.office import Office
from console.domain.box import Box
from console.domain.person import Role
from console.domain.report import Report
from console.paths import Profile
from console.ui.evidence.case_paper import draw_case
from console.ui.evidence.encoding import encoded_pixels
from console.ui.evidence.words import read_me
from tests.sync.world import until
from tests.worlds.administration import signed_in_core
from tests.worlds.central import Central, running

PHOTO = Path(__file__).resolve().parents[2] / "resources" / "demo" / "photos" / "fallen_tree.jpg"
FACE = Box(left=10, top=10, right=60, bottom=50)


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running(tmp_path / "central") as server:
        yield server


@pytest.fixture
def office(central: Central, tmp_path: Path) -> Iterator[Office]:
    core = signed_in_core(central, Profile(tmp_path / "desk"), "sari", Role.OPERATOR)
    yield core.open_office()
    core.close()


def case_of(office: Office, report_id: str) -> Report:
    view = office.book.case(report_id)
    assert view is not None
    return view.report


def a_photo_comes(central: Central, office: Office) -> Report:
    told = {"id": new_id(), "text": "saksi terlihat di foto", "reporter": {"name": "Budi Rekaan", "account": "akun-7"}}
    files = [("report", (None, json.dumps(told))), ("file", ("a.jpg", PHOTO.read_bytes()))]
    assert central.post("/v1/reports", headers=central.make_source(), files=files).status_code == 201
    report_id = str(told["id"])
    until(lambda: office.book.case(report_id) is not None, "the report is at the desk")
    office.evidence.case_files.want(case_of(office, report_id).attachments)
    file = case_of(office, report_id).attachments[0]
    until(lambda: office.evidence.handling.fetched(file.id), "its photo is at the desk")
    return case_of(office, report_id)


def test_an_operator_redacts_a_face_takes_the_case_file_out_and_an_outsider_verifies_it(
    qtbot: QtBot, central: Central, office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    report = a_photo_comes(central, office)
    handling, case_files, key = office.evidence.handling, office.evidence.case_files, central.parts.checkpoints.key
    [photo] = report.attachments
    assert handling.opened(report.id, photo.id) is None
    made = handling.redact(report, photo, (FACE,), encoded_pixels)
    assert isinstance(made, Redacted)
    until(lambda: not office.book.case(report.id) or case_of(office, report.id).attachments[-1].state == "",
          "the copy is whole at the server")  # fmt: skip

    # Without the server there is no proof, and the ZIP says so.
    report, leaving, out = case_of(office, report.id), Leaving(purpose="penyidikan"), tmp_path / "KJ.zip"
    paper = case_files.paper(report, leaving_files(report), leaving, office.book.site())
    central.go_away()
    until(case_files.offline, "the desk sees that the server is away")
    alone = tmp_path / "sendiri.zip"
    made_alone = case_files.save_zip(paper, draw_case, alone, read_me())
    assert isinstance(made_alone, Written)
    assert not made_alone.proven
    capsys.readouterr()
    assert cli.run(["audit", "verify", str(alone), "--key", key]) == 3
    assert "NOT PROVEN" in capsys.readouterr().out
    central.come_back()
    until(lambda: not case_files.offline(), "the server is back")
    written = case_files.save_zip(paper, draw_case, out, read_me())
    assert isinstance(written, Written)
    assert written.proven

    # The one made alone is on the chain since, and a later one proves it; a forged one is proven by nothing.
    capsys.readouterr()
    assert cli.run(["audit", "verify", str(alone), "--key", key, "--proof", str(out)]) == 0
    assert "Whole: case file" in capsys.readouterr().out
    with zipfile.ZipFile(alone) as archive:
        forged = [(name, archive.read(name).replace(b"penyidikan", b"pemerasan!") if name == MANIFEST
                   else archive.read(name)) for name in archive.namelist()]  # fmt: skip
    with (tmp_path / "palsu.zip").open("wb") as file:
        write_zip(file, forged)
    assert cli.run(["audit", "verify", str(file.name), "--key", key]) == 3
    assert cli.run(["audit", "verify", str(file.name), "--key", key, "--proof", str(out)]) == 1
    assert cli.run(["audit", "verify", str(alone), "--key", key, "--proof", str(alone)]) == 2
    assert "holds no audit-slice.json" in capsys.readouterr().err

    # What left: the copy, never the face, never who reported.
    with zipfile.ZipFile(out) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    inside = dict(members)
    [copied] = [name for name in inside if name.startswith("files/")]
    assert Image.open(io.BytesIO(inside[copied])).convert("L").getpixel((30, 30)) == pytest.approx(0, abs=8)
    assert PHOTO.read_bytes() not in inside.values()
    assert b"Budi" not in b"".join(inside.values())
    assert b'"sealed":""' in inside["case.json"]
    assert inside["case.pdf"].startswith(b"%PDF-")

    # The outsider has the file and the key, nothing else.
    assert cli.run(["audit", "verify", str(out), "--key", key]) == 0
    told = capsys.readouterr().out
    assert f"case file of {report.number}" in told
    assert f"made of the file with SHA-256 {photo.sha256}" in told
    spoilt = inside[copied][:-1] + bytes([inside[copied][-1] ^ 1])
    other = tmp_path / "lain.zip"
    with other.open("wb") as file:
        write_zip(file, [(name, spoilt if name == copied else body) for name, body in members])
    assert cli.run(["audit", "verify", str(other), "--key", key]) == 1
    assert f"BROKEN, changed: {copied} was changed" in capsys.readouterr().out
    anew = inside[MANIFEST].replace(b"penyidikan", b"pemerasan!")
    with other.open("wb") as file:
        write_zip(file, [(name, anew if name == MANIFEST else body) for name, body in members])
    assert cli.run(["audit", "verify", str(other), "--key", key]) == 1

    # The original is what came in, at the server and at the desk.
    assert central.parts.media.read(photo.sha256, 0, photo.size_bytes + 1) == PHOTO.read_bytes()
    noted = [each for each in central.parts.checkpoints.page(0, 10_000).records if each.content == photo.sha256]
    assert [each.kind for each in noted] == ["file"]
    chain = [each.what for each in central.parts.checkpoints.page(0, 10_000).records if each.kind == "decision"]
    assert f"report.open_file:{photo.id}" in chain
