"""The second copy: appended, authenticated, cut where a power cut tore it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.domain.errors import StoreFault
from console.store.journal import Journal, JournalRecord, read_journal
from tests.store.world import KEY

RECORDS = tuple(JournalRecord(id=f"d{n}", raw=b'{"op":"report.note"}', actor=b"{}") for n in range(4))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "decisions.journal"
    journal = Journal(path, KEY)
    for record in RECORDS:
        journal.append([record])
    journal.close()
    return path


def test_what_was_appended_is_read_in_order_and_once(file: Path) -> None:
    journal = Journal(file, KEY)
    assert journal.append(RECORDS) == 0
    assert journal.append([JournalRecord(id="d9", raw=b"{}", actor=b"{}")]) == 1
    journal.close()
    assert [each.id for each in read_journal(file, KEY).records] == ["d0", "d1", "d2", "d3", "d9"]
    assert b"report.note" not in file.read_bytes()


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_wherever_a_power_cut_tears_it_the_records_before_are_kept(file: Path, data: st.DataObject) -> None:
    whole = file.read_bytes()
    cut = data.draw(st.integers(0, len(whole)))
    torn = file.with_name("torn.journal")
    torn.write_bytes(whole[:cut])
    reading = read_journal(torn, KEY)
    assert reading.records == RECORDS[: len(reading.records)]
    assert reading.damage in ("", "torn")
    journal = Journal(torn, KEY)
    journal.append(RECORDS)
    journal.close()
    assert read_journal(torn, KEY).records == RECORDS


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_changed_byte_goes_unnoticed(file: Path, data: st.DataObject) -> None:
    whole = bytearray(file.read_bytes())
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    changed = file.with_name("changed.journal")
    changed.write_bytes(bytes(whole))
    reading = read_journal(changed, KEY)
    assert reading.damage
    assert reading.records == RECORDS[: len(reading.records)]
    assert len(reading.records) < len(RECORDS)


def test_damage_in_the_middle_is_told_and_never_written_over(file: Path) -> None:
    whole = bytearray(file.read_bytes())
    whole[40] ^= 1
    file.write_bytes(bytes(whole))
    with pytest.raises(StoreFault, match=r"decisions\.journal") as raised:
        Journal(file, KEY)
    assert raised.value.code == "journal_damaged"
    assert file.read_bytes() == bytes(whole)


def test_what_could_not_be_written_goes_with_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "decisions.journal"
    journal = Journal(file, KEY)
    journal.append(RECORDS[:1])
    with monkeypatch.context() as full:
        full.setattr("console.store.journal.os.fsync", _no_space)
        with pytest.raises(StoreFault) as raised:
            journal.append(RECORDS[1:2])
    assert raised.value.code == "journal_unwritten"
    assert journal.append(RECORDS[2:3]) == 2
    journal.close()
    assert read_journal(file, KEY).records == RECORDS[:3]


def _no_space(_file: int) -> None:
    raise OSError(28, "No space left on device")


def test_many_at_once_are_a_few_frames_and_all_of_them_there(tmp_path: Path) -> None:
    file = tmp_path / "decisions.journal"
    many = tuple(JournalRecord(id=f"d{n}", raw=b"x" * 1000, actor=b"{}") for n in range(1000))
    journal = Journal(file, KEY)
    assert journal.append(many) == len(many)
    journal.close()
    reading = read_journal(file, KEY)
    assert reading.records == many
    assert reading.frames < 10


def test_a_file_whose_first_bytes_never_reached_the_disk_is_begun_anew(tmp_path: Path) -> None:
    file = tmp_path / "decisions.journal"
    file.write_bytes(bytes(8))
    journal = Journal(file, KEY)
    journal.append(RECORDS)
    journal.close()
    assert read_journal(file, KEY).records == RECORDS
