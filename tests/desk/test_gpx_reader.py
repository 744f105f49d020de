"""GPX of any maker: the usable is read, broken points are named, hostile XML is refused."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.desk.gpx_reader import DEEPEST, NAMED_FAULTS, Flaw, read_gpx
from console.domain.errors import InputFault

NAMESPACE = 'xmlns="http://www.topografix.com/GPX/1/1"'


def gpx(points: str, root: str = f'<gpx version="1.1" creator="x" {NAMESPACE}>') -> bytes:
    track = f"<trk><name>Jalan</name><trkseg>{points}</trkseg></trk>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}{track}</gpx>'.encode()


def point(lat: object = -7.98, lon: object = 112.63, inside: str = "<time>2026-11-22T03:00:00Z</time>") -> str:
    return f'<trkpt lat="{lat}" lon="{lon}">{inside}</trkpt>\n'


def only(body: bytes):
    found = read_gpx(body)
    assert len(found.tracks) == 1
    return found.tracks[0].pieces


def test_a_track_is_read_with_its_pieces_times_speed_and_course() -> None:
    later = point(inside="<time>2026-11-22T10:00:05.25+07:00</time><speed>3.5</speed>")
    body = gpx(f"{point()}</trkseg><trkseg>{later}")
    first, second = only(body)
    assert first[0].at == datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
    assert (second[0].at, second[0].speed_m_s) == (datetime(2026, 11, 22, 3, 0, 5, 250_000, tzinfo=UTC), 3.5)
    assert read_gpx(body).tracks[0].name == "Jalan"


@pytest.mark.parametrize(
    "body",
    [
        gpx(point(), "<gpx>"),
        gpx(point(), '<gpx version="1.0" xmlns="http://www.topografix.com/GPX/1/0">'),
        gpx(point("-7,98", " 112,63 ")),
        b"\xef\xbb\xbf" + gpx(point()),
        b"\n \r\n\xef\xbb\xbf" + gpx(point()),
        gpx(point()).decode().replace("UTF-8", "utf-16").encode("utf-16"),
        gpx(point()).replace(b"UTF-8", b"utf-16"),
        gpx(point(inside="<time>2026-11-22 03:00:00</time>")),
        gpx(point(inside="<time>2026-11-22T03:00:00Z</time><extensions><ns3:hr>90</ns3:hr></extensions>")),
        gpx(point()).replace(b"<", b"<gpx:").replace(b"<gpx:/", b"</gpx:").replace(b"<gpx:?", b"<?"),
        gpx(point()).replace(b"Jalan", b"Jalan Caf\xe9"),
        gpx(point()).replace(b"trkseg", b"x"),
    ],
    ids=[
        "no namespace", "1.0", "decimal commas", "byte order mark", "blank lines", "UTF-16", "UTF-8 said to be UTF-16",
        "time without a zone", "undeclared prefix", "prefixed", "Latin letters", "no segment",
    ],
)  # fmt: skip
def test_the_usual_faults_of_files_are_put_up_with(body: bytes) -> None:
    ((found,),) = only(body)
    assert (found.lat, found.lon, found.at) == (-7.98, 112.63, datetime(2026, 11, 22, 3, 0, tzinfo=UTC))
    assert read_gpx(body).flawed == 0


def test_a_track_without_times_is_a_track() -> None:
    found = read_gpx(gpx(point(inside="") * 3))
    assert (found.points, found.untimed, found.flawed) == (3, 3, 0)


def test_a_route_is_read_as_a_track() -> None:
    found = read_gpx(gpx(point()).replace(b"trkpt", b"rtept").replace(b"trkseg>", b"x>").replace(b"trk>", b"rte>"))
    assert (found.points, found.tracks[0].name) == (1, "Jalan")


def test_broken_points_are_named_with_line_and_place_and_the_rest_goes_on() -> None:
    broken = [point(lat="utara"), point(lat=91), point(0, 0), point(lon="nan"), point(inside="<time>kemarin</time>")]
    points = [point(), *broken, point()]
    found = read_gpx(gpx("".join(points)))
    assert [(each.flaw, each.line, each.point) for each in found.flaws] == [
        (Flaw.PLACE, 3, 2), (Flaw.PLACE, 4, 3), (Flaw.NOWHERE, 5, 4), (Flaw.PLACE, 6, 5), (Flaw.TIME, 7, 6),
    ]  # fmt: skip
    assert (found.points, found.untimed) == (3, 1)
    assert found.flaws[0].value == "lat=utara lon=112.63"


def test_a_file_that_breaks_off_gives_what_stood_before() -> None:
    body = gpx(point() * 5)
    found = read_gpx(body[: body.rindex(b"<trkpt") + 9])
    assert (found.points, found.flaws[-1].flaw) == (4, Flaw.CUT)


def test_many_flaws_are_counted_and_the_first_named() -> None:
    found = read_gpx(gpx(point() + point(lat=200) * (NAMED_FAULTS + 50)))
    assert (found.flawed, len(found.flaws), found.points) == (NAMED_FAULTS + 50, NAMED_FAULTS, 1)


BOMB = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
FILE = '<!DOCTYPE gpx SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize("doctype", [BOMB, FILE, "<!DOCTYPE gpx>"], ids=["entity bomb", "outside file", "bare"])
def test_a_document_type_is_refused(doctype: str) -> None:
    body = gpx(point(inside="<name>&b;</name>")).replace(b"<gpx ", doctype.encode() + b"<gpx ")
    with pytest.raises(InputFault) as refused:
        read_gpx(body)
    assert refused.value.code == "gpx_doctype"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "gpx_not"),
        (b"\x00\x01garbage", "gpx_not"),
        (b"<kml><Placemark/></kml>", "gpx_not"),
        (b"<gpx>" + b"<a>" * (DEEPEST + 1), "gpx_not"),
        (gpx(point()).replace(b"UTF-8", b"U-TF-8"), "gpx_not"),
        (gpx(point()).replace(b"UTF-8", b"undefined"), "gpx_not"),
        (gpx(point()).replace(b"UTF-8", b"shift_jis"), "gpx_not"),
        (b"<gpx></gpx>", "gpx_empty"),
        (gpx(point(lat="x")), "gpx_empty"),
    ],
    ids=["empty", "garbage", "KML", "a well of elements", "letters nobody knows",
         "no letters", "letters of two bytes", "no track", "no usable point"],
)
def test_what_is_no_track_is_refused_with_a_reason(body: bytes, code: str) -> None:
    with pytest.raises(InputFault) as refused:
        read_gpx(body)
    assert refused.value.code == code


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 300), st.binary(min_size=1, max_size=12))
def test_a_spoilt_file_is_read_or_refused_never_worse(place: int, bytes_put: bytes) -> None:
    body = gpx(point() * 3)
    with suppress(InputFault):
        read_gpx(body[:place] + bytes_put + body[place:])
