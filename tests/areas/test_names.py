"""83,762 villages are found by name: near ones first, in any spelling of case and blanks."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from console.areas.names import NameTable
from console.areas.names_file import open_names
from console.domain.errors import StoreFault
from tests.worlds.names import names as names

MALANG = ("35.73", "35")


def found(names: NameTable, words: str, limit: int = 8) -> list[str]:
    return [f"{each.name}, {each.district}, {each.city}" for each in names.search(words, MALANG, limit)]


def test_every_village_of_the_country_is_there_with_what_lies_above_it_and_its_postcode(names: NameTable) -> None:
    known = names.village("35.73.02.1005")
    assert known is not None
    assert (known.name, known.district, known.city, known.province) == (
        "Sukoharjo", "Klojen", "Kota Malang", "Jawa Timur"
    )  # fmt: skip
    assert len(names.keys_in("35")) > 8_000
    assert sum(len(names.keys_in(f"{code}")) for code in range(11, 100)) == 83_762
    assert known in names.search(known.postcode, MALANG, 20)


def test_the_centers_own_city_comes_first_then_its_province_then_the_others(names: NameTable) -> None:
    sukun = names.search("sukun", MALANG, 40)
    cities = [each.code[:5] for each in sukun if each.name == "Sukun"]
    assert cities[0] == "35.73"
    assert cities == sorted(cities, key=lambda code: (code != "35.73", not code.startswith("35")))
    assert found(names, "tebet barat")[0] == "Tebet Barat, Tebet, Kota Administrasi Jakarta Selatan"


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("blimb", "Blimbing, Blimbing, Kota Malang"),
        ("ORO ORO dowo", "Oro-oro Dowo, Klojen, Kota Malang"),
        ("orooro", "Oro-oro Dowo, Klojen, Kota Malang"),
        ("rampal celaket", "Rampalcelaket, Klojen, Kota Malang"),
        ("kel. kauman malang", "Kauman, Klojen, Kota Malang"),
    ],
)
def test_beginnings_of_words_and_of_the_whole_name_are_enough(names: NameTable, words: str, first: str) -> None:
    assert found(names, words)[0] == first


def test_letters_inside_a_name_are_found_where_nothing_begins_with_them(names: NameTable) -> None:
    assert any(each.startswith("Lowokwaru, Lowokwaru") for each in found(names, "wokwaru"))


def test_what_cannot_be_a_name_finds_nothing_and_breaks_nothing(names: NameTable) -> None:
    for words in ("", "   ", '"', "' OR 1=1 --", "AND", "*", "%%%", "\x00", "x" * 5_000, "🚓", "NEAR(a b)"):
        assert isinstance(names.search(words, MALANG), tuple)
    assert names.search("zzzzqqq", MALANG) == ()
    assert names.codes_of("Tidak Ada Sama Sekali") == ()
    assert "35.73.02" in names.codes_of("klojen")


def test_a_damaged_or_older_table_is_made_anew_and_an_unwritable_one_is_told(
    names: NameTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    def make(path: Path, folder: Path, version: str) -> None:
        made.append(path)
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE meta (key TEXT, value TEXT)")
            connection.execute("INSERT INTO meta VALUES ('version', ?)", (version,))
            connection.execute(f"PRAGMA application_id = {0x53696E6D}")
        connection.close()

    monkeypatch.setattr("console.areas.names_file._make", make)
    file = tmp_path / "names.sqlite3"
    file.write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreFault, match="names"):
        open_names(file)
    file.unlink()
    open_names(file).close()
    open_names(file).close()
    assert len(made) == 2
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.undo()
    with pytest.raises(StoreFault) as told:
        open_names(tmp_path / "file" / "names.sqlite3")
    assert told.value.code == "names_unusable"
