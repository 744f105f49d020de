"""'import basemap': files checked and taken in, servers remembered, clear refusals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console import cli
from console.doctor import parts
from console.doctor.finding import State
from console.paths import Profile
from tests.areas.tile_sets import GREEN, RED, write_mbtiles, write_pmtiles

TILES = {(12, 3330, 2139): RED, (13, 6660, 4278): GREEN}


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


def _run(profile: Profile, *args: str) -> int:
    return cli.run(["--profile", str(profile.folder), "import", "basemap", *args])


def test_it_has_help_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["import", "basemap", "--help"]) == 0
    assert "main.py import basemap" in capsys.readouterr().out


def test_files_are_checked_and_copied(profile: Profile, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(profile, str(write_mbtiles(tmp_path / "Kota Malang.mbtiles", TILES, attribution="© X"))) == 0
    assert "basemap=file-kota-malang kind=MBTiles zooms=12-13" in capsys.readouterr().out
    assert _run(profile, str(write_pmtiles(tmp_path / "laut.pmtiles", TILES))) == 0
    assert "names no attribution" in capsys.readouterr().err
    assert sorted(each.name for each in profile.maps_folder.iterdir()) == ["kota-malang.mbtiles", "laut.pmtiles"]
    found = parts.basemaps(profile.maps_folder, profile.settings_file)
    assert (found.state, found.says) == (State.OK, "2 of 2 files can be used")


def test_what_is_refused_leaves_nothing(profile: Profile, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vector = write_mbtiles(tmp_path / "vektor.mbtiles", TILES, format="pbf")
    for given, said in ((str(vector), "vector tiles"), (str(tmp_path / "gone.mbtiles"), "not there")):
        assert _run(profile, given) == 2
        err = capsys.readouterr().err
        assert said in err
        assert err.count("\n") == 1
    assert not list(profile.maps_folder.glob("*"))


def test_a_tile_server_is_remembered_with_its_attribution(profile: Profile, capsys: pytest.CaptureFixture[str]) -> None:
    address = "https://peta.example/{z}/{x}/{y}{r}.png"
    assert _run(profile, address) == 2
    assert "tile_server_credit" in capsys.readouterr().err
    assert _run(profile, address.replace("https", "http"), "--credit", "© X") == 2
    assert "https://" in capsys.readouterr().err
    assert not profile.settings_file.exists()
    assert _run(profile, address, "--credit", "© Dinas PU", "--name", "Peta kota") == 0
    told = json.loads(profile.settings_file.read_text(encoding="utf-8"))
    assert (told["tile_server_url"], told["tile_server_name"]) == (address, "Peta kota")
    assert "tile server peta.example" in parts.basemaps(profile.maps_folder, profile.settings_file).says


def test_the_doctor_names_a_file_that_broke(profile: Profile, tmp_path: Path) -> None:
    assert _run(profile, str(write_mbtiles(tmp_path / "kota.mbtiles", TILES)), "--in-place") == 0
    (tmp_path / "kota.mbtiles").write_bytes(b"SQLite format 3\x00 and no more")
    found = parts.basemaps(profile.maps_folder, profile.settings_file)
    assert found.state is State.LIMITED
    assert "kota.mbtiles" in found.says
