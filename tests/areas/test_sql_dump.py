"""Dumps are read record by record; a broken one costs only itself."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.areas.area import Broken, Record
from console.areas.sql_dump import looks_like_dump, read_dump
from console.areas.varints import to_units
from tests.areas import maps


def read(text: str) -> tuple[list[Record], list[Broken]]:
    """Every record and every broken one of a dump."""
    found = list(read_dump(text, "kel.sql"))
    return (
        [each for each in found if isinstance(each, Record)],
        [each for each in found if isinstance(each, Broken)],
    )


def test_both_nesting_depths_are_read_latitude_first() -> None:
    records, broken = read(
        maps.dump(
            maps.row(1, "Satu", [maps.square()]),
            maps.row(2, "Pulau", [[maps.square(0, 2)], [maps.square(2, 2)]]),
        )
    )
    assert not broken
    assert [(record.code, record.name, len(record.rings)) for record in records] == [
        (maps.code(1), "Satu", 1),
        (maps.code(2), "Pulau", 2),
    ]
    assert records[0].rings[0][0] == (to_units(maps.SOUTH), to_units(maps.WEST))


def test_quotes_in_names_in_both_spellings() -> None:
    ring = json.dumps([maps.square()])
    text = maps.HEADER + maps.INSERT + f"('{maps.code(1)}','Ma''had Al-\\'Ulum',0,0,'{ring}');"
    records, broken = read(text)
    assert [record.name for record in records] == ["Ma'had Al-'Ulum"]
    assert not broken


def test_a_closing_point_and_doubled_points_are_dropped() -> None:
    ring = maps.square()
    records, _ = read(maps.dump(maps.row(1, "Satu", [[ring[0], ring[0], *ring[1:], ring[0]]])))
    assert len(records[0].rings[0]) == 4


def test_several_records_on_a_line_and_several_inserts() -> None:
    rows = maps.grid(3)
    text = maps.HEADER + maps.INSERT + f"{rows[0]},{rows[1]};\n" + maps.INSERT.replace("INTO", "into") + rows[2] + ";"
    records, broken = read(text)
    assert [record.name for record in records] == ["Satu", "Dua", "Tiga"]
    assert not broken


@pytest.mark.parametrize(
    ("spoilt", "field"),
    [
        (f"('{maps.code(9)}','Rusak',0,0,'[[[1,2],[3,4]')", "path"),
        (f"('{maps.code(9)}','Rusak',0,0,'[[[-7.9,112.6],[-7.9,112.7]]]')", "path"),
        (f"('{maps.code(9)}','Rusak',0,0,'[[-7.9,112.6],[-7.9,112.7],[-7.8,112.7]]')", "path"),
        (f"('{maps.code(9)}','Rusak',0,0,'{'[' * 5000}')", "path"),
        (f"('{maps.code(9)}','Rusak',0,0,NULL)", "path"),
        (f"('{maps.code(9)}','Rusak',0,0,'')", "path"),
        (f"('{maps.code(9)}','Rusak',0,0,'[[[-7.9,\"x\"],[-7.9,112.7],[-7.8,112.7]]]')", "coordinates"),
        (f"('{maps.code(9)}','Rusak',0,0,'[[[-7.9,1e999],[-7.9,112.7],[-7.8,112.7]]]')", "coordinates"),
        (f"('{maps.code(9)}','Rusak',0,0,'[[[-7.9,{'9' * 400}],[-7.9,112.7],[-7.8,112.7]]]')", "coordinates"),
        (f"('{maps.code(9)}','Rusak',0,0,'[[[-7.9,{'9' * 5000}],[-7.9,112.7],[-7.8,112.7]]]')", "path"),
        (f"('{maps.code(9)}','Rusak',0,0,'[[[-97.9,12.6],[-7.9,12.7],[-7.8,12.7]]]')", "coordinates"),
        (f"('{maps.code(9)}','',0,0,'[]')", "name"),
        (f"('{maps.code(9)}','a\u202eb',0,0,'[]')", "name"),
        (f"('{maps.code(9)}','a\ufffdb',0,0,'[]')", "name"),
        (f"('{maps.code(9)}',NULL,0,0,'[]')", "name"),
        ("('35.7x.01','Rusak',0,0,'[]')", "code"),
        ("(NULL,'Rusak',0,0,'[]')", "code"),
        (f"('{maps.code(9)}','Rusak',0,0)", "record"),
        (f"('{maps.code(9)}','Rusak',0,0,'[]','more')", "record"),
        (f"('{maps.code(9)}','Rusak,0,0,'[]')", "record"),
    ],
)
def test_a_broken_record_costs_only_itself(spoilt: str, field: str) -> None:
    before, after = maps.grid(2)
    records, broken = read(maps.dump(before, spoilt, after))
    assert [record.name for record in records] == ["Satu", "Dua"]
    assert [(each.field, each.record) for each in broken] == [(field, 2)]
    line = maps.dump(before, spoilt).split("\n").index(spoilt + ";") + 1
    assert broken[0].line == line
    assert str(broken[0]).startswith(f"kel.sql:{line} record 2 {field}: ")


@given(st.data())
def test_one_lost_character_costs_at_most_one_record_and_is_told(data: st.DataObject) -> None:
    rows = [
        *maps.grid(2),
        maps.row(3, "Pulau Ma'had", [[maps.square(0, 2)], [maps.square(2, 2)]]),
        maps.row(4, "Empat", [maps.square(0, 3)]),
    ]
    text = maps.dump(*rows)
    records_begin = text.index("VALUES") + 6
    at = data.draw(st.integers(records_begin, len(text) - 1))
    records, broken = read(text[:at] + text[at + 1 :])
    assert len(records) >= 3
    assert len(records) == 4 or broken


@given(st.text(alphabet="()',[]0123456789.-\\ \n;INSERTVALUESkodenamapathNULL", max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    for each in (text, maps.dump(text), maps.HEADER + text + maps.INSERT + text):
        records, broken = read(each)
        assert all(record.rings for record in records)
        assert all(one.line >= 1 for one in broken)


def test_records_without_an_insert_before_them_are_told() -> None:
    text = "INSRT INTO x(kode,nama,path) VALUES\n" + maps.grid(1)[0] + ";\n" + maps.INSERT + maps.grid(2)[1] + ";"
    records, broken = read(text)
    assert [record.name for record in records] == ["Dua"]
    assert [(each.line, each.field) for each in broken] == [(2, "record")]


def test_longitude_first_is_recognised_and_refused_not_guessed() -> None:
    turned = [[lon, lat] for lat, lon in maps.square()]
    records, broken = read(maps.dump(maps.row(1, "Terbalik", [turned])))
    assert not records
    assert "looks swapped" in broken[0].reason


def test_a_dump_cut_in_the_middle_keeps_what_is_whole() -> None:
    text = maps.dump(*maps.grid(3))
    records, broken = read(text[: text.index("Tiga") + 30])
    assert [record.name for record in records] == ["Satu", "Dua"]
    assert [each.field for each in broken] == ["record"]


def test_only_dumps_look_like_dumps() -> None:
    assert looks_like_dump(maps.dump(*maps.grid(1)))
    assert not looks_like_dump("INSERT INTO people(name) VALUES ('x');")
    assert not looks_like_dump('{"type":"FeatureCollection","features":[]}')
    assert not looks_like_dump("")


def test_text_before_the_first_insert_is_no_record() -> None:
    assert read("-- ('not a record')\n" + maps.dump(*maps.grid(1)))[1] == []
