"""A replayed fleet: enrolled first, every usable fix stored, broken lines named."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from console.domain.errors import InputFault
from console.server import tables
from console.simulate import fleet
from console.simulate.fleet import unit_id
from tests.worlds.central import Central


def written(folder: Path, *lines: str, head: str = "unit,seconds,lat,lon") -> Path:
    file = folder / "armada.csv"
    file.write_text("\n".join((head, *lines)) + "\n", encoding="utf-8")
    return file


def test_units_are_enrolled_and_every_fix_is_stored_with_its_own_time(
    central: Central, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [f"{unit},{second},-7.97{unit},112.63{second}" for second in range(5) for unit in (1, 2)]
    file = written(tmp_path, *lines)
    assert fleet.replay(file, server=central.address, key=central.admin_key, speed=1e6) == 0
    assert "sent=10 stored=10 refused=0" in capsys.readouterr().out
    assert central.unit(unit_id("1")).call_sign == "F1"
    desk = central.sign_in("sari")
    latest = central.get("/v1/positions", headers=desk.headers).json()["positions"]
    assert {each["unit_id"] for each in latest} == {unit_id("1"), unit_id("2")}
    with central.parts.database.read() as connection:
        track = connection.execute(select(tables.position_history)).mappings().all()
    assert len(track) == 10
    assert sorted({str(fix["source_time"]) for fix in track}) == ["0", "1", "2", "3", "4"]


def test_a_broken_line_is_named_by_its_number_and_the_rest_goes_on(
    central: Central, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, "1,0,-7.97,112.63", ",1,-7.97,112.63", "1,x,-7.97,112.63", "1,2,97,112.63",
                   "1,3,abc,112.63", "1,4", "1,nan,-7.97,112.63", "1,5,-7.98,112.64")  # fmt: skip
    assert fleet.replay(file, server=central.address, key=central.admin_key, speed=1e6) == 0
    told = capsys.readouterr()
    for line in (3, 4, 5, 6, 7, 8):
        assert f"line {line} left out" in told.err
    assert "stored=2" in told.out


def test_a_file_without_its_columns_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputFault, match=r"armada\.csv.*lat"):
        fleet.read(written(tmp_path, "1,0,1", head="unit,seconds,lon"), "Asia/Jakarta")
    with pytest.raises(InputFault, match="seconds"):
        fleet.read(written(tmp_path, "1,0,1", head="unit,lat,lon"), "Asia/Jakarta")


def test_a_time_with_a_date_is_taken_in_the_zone_named(tmp_path: Path) -> None:
    lines = ("1,2020-01-01 07:00:00,-7,112", "1,2020-01-01T07:00:00+09:00,-7,112")
    file = written(tmp_path, *lines, head="unit,time,lat,lon")
    rows, broken = fleet.read(file, "Asia/Jakarta")
    assert broken == []
    assert (rows[1].t - rows[0].t).total_seconds() == 2 * 3600
