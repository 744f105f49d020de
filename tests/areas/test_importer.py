"""Import into one pack: repeated, interrupted, broken, replaced, licensed."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.areas.importer import FileState, import_files
from console.areas.pack import Pack
from console.areas.progress import OUTLINING
from console.domain.errors import StoreFault
from tests.areas import maps


def states(report_files: object) -> list[FileState]:
    """States of the files of a report, in order."""
    assert isinstance(report_files, tuple)
    return [file.state for file in report_files]


def test_dump_and_geojson_go_into_one_pack_with_provenance_and_licence(tmp_path: Path) -> None:
    dump = maps.write_dump(tmp_path, "kel.sql", *maps.grid(2))
    geojson = tmp_path / "desa.geojson"
    geojson.write_text(maps.collection(maps.polygon_feature(maps.code(7), "Tujuh", [maps.square(3, 3)])))
    (tmp_path / "LICENSE").write_text("Open Data Licence of Nowhere\nall of it")
    at = datetime(2026, 11, 21, tzinfo=UTC)
    report = import_files([dump, geojson], tmp_path / "areas.pack", at=at)
    assert (report.areas, report.imported, report.broken) == (3, 3, ())
    with Pack(tmp_path / "areas.pack") as pack:
        assert pack.version == report.version
        dumped, stated = pack.sources()
        assert (dumped.file, dumped.records, dumped.imported_at) == ("kel.sql", 2, "2026-11-21T00:00:00+00:00")
        assert "MIT License" in dumped.licence
        assert pack.attributions() == ("© 2025 invented author (MIT)", "Open Data Licence of Nowhere")
        assert stated.licence.endswith("all of it")


def test_a_file_already_imported_is_skipped_and_a_renamed_copy_too(tmp_path: Path) -> None:
    dump = maps.write_dump(tmp_path, "kel.sql", *maps.grid(2))
    copy = maps.write_dump(tmp_path, "again.sql", *maps.grid(2))
    first = import_files([dump], tmp_path / "areas.pack")
    again = import_files([dump, copy], tmp_path / "areas.pack")
    assert states(again.files) == [FileState.SKIPPED, FileState.SKIPPED]
    assert (again.imported, again.areas, again.version) == (0, 2, first.version)


def test_an_interrupted_import_keeps_whole_files_and_resumes(tmp_path: Path) -> None:
    first = maps.write_dump(tmp_path, "a.sql", *maps.grid(2))
    second = maps.write_dump(
        tmp_path,
        "b.sql",
        *(maps.row(number, f"Kelurahan {number}", [maps.square(1, number)]) for number in range(3, 6)),
    )
    told: list[tuple[str, int, int]] = []

    def stop_inside_the_second(file: str, done: int, total: int) -> None:
        told.append((file, done, total))
        if file == "b.sql" and done > first.stat().st_size:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_files([first, second], tmp_path / "areas.pack", stop_inside_the_second)
    with Pack(tmp_path / "areas.pack") as pack:
        half_version = pack.version
        assert pack.area(maps.code(1)) is not None
        assert pack.area(maps.code(3)) is None
    resumed = import_files([first, second], tmp_path / "areas.pack")
    assert states(resumed.files) == [FileState.SKIPPED, FileState.IMPORTED]
    assert resumed.areas == 5
    assert half_version not in ("", resumed.version)


def test_progress_of_the_files_never_falls_and_ends_at_all_bytes(tmp_path: Path) -> None:
    files = [maps.write_dump(tmp_path, f"{name}.sql", *maps.grid(count)) for name, count in (("a", 2), ("b", 4))]
    told: list[tuple[str, int, int]] = []
    import_files([*files, tmp_path / "missing.sql"], tmp_path / "p", lambda *news: told.append(news))
    total = sum(file.stat().st_size for file in files)
    read = [(done, of) for what, done, of in told if what != OUTLINING]
    assert read == sorted(read)
    assert told[-1][1:] == (total, total)
    assert {what for what, _, _ in told} == {"a.sql", "b.sql", "missing.sql", OUTLINING}


def test_broken_records_and_files_are_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    rows = maps.grid(3)
    rows[1] = rows[1].replace("'Dua'", "'Dua")
    dump = maps.write_dump(tmp_path, "kel.sql", *rows, rows[2])
    picture = tmp_path / "foto.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0not a map")
    empty = tmp_path / "empty.geojson"
    empty.write_text('{"type":"FeatureCollection","features":[]}')
    missing = tmp_path / "nowhere.sql"
    report = import_files([picture, dump, tmp_path, missing, empty], tmp_path / "areas.pack")
    failed = FileState.FAILED
    assert states(report.files) == [failed, FileState.IMPORTED, failed, failed, failed]
    assert report.areas == 2
    assert [(each.file, each.record, each.field) for each in report.broken] == [
        ("foto.jpg", 0, "file"),
        ("kel.sql", 2, "record"),
        ("kel.sql", 4, "code"),
        (tmp_path.name, 0, "file"),
        ("nowhere.sql", 0, "file"),
        ("empty.geojson", 0, "file"),
    ]
    again = import_files([empty], tmp_path / "areas.pack")
    assert states(again.files) == [failed]


def test_a_newer_file_replaces_areas_and_the_older_one_takes_them_back_when_asked_for(tmp_path: Path) -> None:
    old = maps.write_dump(tmp_path, "old.sql", *maps.grid(2))
    new = maps.write_dump(tmp_path, "new.sql", maps.row(1, "Satu Baru", [maps.square(5, 5)]))
    pack_path = tmp_path / "areas.pack"
    first = import_files([old], pack_path)
    replaced = import_files([new], pack_path)
    assert (replaced.files[0].replaced, replaced.areas) == (1, 2)
    with Pack(pack_path) as pack:
        assert pack.locate(*maps.middle(0, 0)) == ()
        assert [area.name for area in pack.locate(*maps.middle(5, 5))] == ["Satu Baru"]
        assert [area.name for area in pack.search("satu")] == ["Satu Baru"]
    back = import_files([old], pack_path)
    assert states(back.files) == [FileState.IMPORTED]
    assert back.version == first.version


def test_the_version_does_not_depend_on_the_order_of_files(tmp_path: Path) -> None:
    files = [maps.write_dump(tmp_path, f"{index}.sql", row) for index, row in enumerate(maps.grid(4))]
    forth = import_files(files, tmp_path / "forth.pack")
    back = import_files(reversed(files), tmp_path / "back.pack")
    assert forth.version == back.version != ""


def test_a_file_that_is_no_pack_is_named_and_left_alone(tmp_path: Path) -> None:
    dump = maps.write_dump(tmp_path, "kel.sql", *maps.grid(1))
    foreign = tmp_path / "other.db"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    for path, code in ((foreign, "area_pack_foreign"), (dump, "area_pack_unusable"), (tmp_path, "area_pack_unusable")):
        with pytest.raises(StoreFault, match=str(path)) as caught:
            import_files([dump], path)
        assert caught.value.code == code
    assert dump.read_text() == maps.dump(*maps.grid(1))


def test_a_pack_of_a_newer_program_is_named(tmp_path: Path) -> None:
    pack_path = tmp_path / "areas.pack"
    import_files([maps.write_dump(tmp_path, "kel.sql", *maps.grid(1))], pack_path)
    connection = sqlite3.connect(pack_path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreFault) as caught:
        Pack(pack_path)
    assert caught.value.code == "area_pack_newer"
