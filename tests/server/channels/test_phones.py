"""Phones and trackers in their own words, and what they get wrong."""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.errors import InputFault
from console.server.channels import osmand, owntracks

NOW = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
AT = datetime(2026, 11, 21, 6, 59, 30, tzinfo=UTC)


def test_osmand_query_speed_is_in_knots_and_minus_one_is_not_known() -> None:
    heard = osmand.read_query(
        {"id": "350", "lat": "-7.97", "lon": "112.63", "speed": "10", "bearing": "-1", "batt": "81", "accuracy": "12"},
        NOW,
    )
    assert heard.speed_m_s == pytest.approx(5.1444, abs=1e-4)
    assert heard.course_deg is None
    assert (heard.device_id, heard.battery_percent, heard.accuracy_m, heard.at) == ("350", 81, 12, NOW)


@pytest.mark.parametrize(
    "written",
    ["1795244370", "1795244370000", "2026-11-21T06:59:30Z", "2026-11-21T13:59:30+07:00", "2026-11-21 06:59:30"],
)
def test_every_way_of_writing_the_time_means_the_same_moment(written: str) -> None:
    assert osmand.read_query({"id": "1", "lat": "1", "lon": "2", "timestamp": written}, NOW).at == AT


def test_traccar_client_json_speaks_metres_per_second_and_fractions_of_battery() -> None:
    body = {
        "location": {
            "timestamp": "2026-11-21T06:59:30.000Z",
            "coords": {"latitude": -7.97, "longitude": 112.63, "speed": 5.5, "heading": 361, "accuracy": -1},
            "battery": {"level": 0.42, "is_charging": False},
            "mock": True,
            "extras": {"alarm": "sos"},
            "is_moving": True,
        },
        "device_id": "350",
    }
    heard = osmand.read_json(json.dumps(body).encode(), NOW)
    assert (heard.speed_m_s, heard.course_deg, heard.accuracy_m, heard.mock) == (5.5, 1, None, True)
    assert heard.battery_percent == pytest.approx(42)
    assert (heard.alarm, heard.at) == ("sos", AT)


def test_an_sos_without_a_fix_is_still_an_sos() -> None:
    heard = osmand.read_query({"id": "350", "alarm": "sos"}, NOW)
    assert (heard.alarm, heard.lat) == ("sos", None)


def test_location_in_one_field_is_read_too() -> None:
    heard = osmand.read_query({"deviceid": "9", "location": "-7.97,112.63"}, NOW)
    assert (heard.device_id, heard.lat, heard.lon) == ("9", -7.97, 112.63)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"lat": "0", "lon": "0"}, "lat"),
        ({"lat": "91", "lon": "0"}, "lat"),
        ({"lat": "1", "lon": "-181"}, "lon"),
        ({"lat": "north", "lon": "1"}, "lat"),
        ({"lat": "nan", "lon": "1"}, "lat"),
        ({"lon": "1"}, "lat"),
        ({"lat": "1", "lon": "1", "timestamp": "yesterday"}, "timestamp"),
        ({"lat": "1", "lon": "1", "timestamp": "1e300"}, "timestamp"),
        ({"lat": "1", "lon": "1", "speed": "fast"}, "speed"),
    ],
)
def test_what_cannot_be_is_refused_by_field(fields: dict[str, str], field: str) -> None:
    with pytest.raises(InputFault) as caught:
        osmand.read_query({"id": "1"} | fields, NOW)
    assert caught.value.params["field"] == field


def test_owntracks_velocity_is_in_kilometres_an_hour_and_other_messages_pass_by() -> None:
    heard = owntracks.read(b'{"_type":"location","lat":-7.97,"lon":112.63,"tst":1795244370,"vel":36,"batt":55}', NOW)
    assert heard is not None
    assert heard.speed_m_s == pytest.approx(10)
    assert (heard.at, heard.battery_percent) == (AT, 55)
    assert owntracks.read(b'{"_type":"transition","event":"enter"}', NOW) is None


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"_type":"location"}', b'{"_type":"location","lat":0,"lon":0}'])
def test_broken_owntracks_is_refused(body: bytes) -> None:
    with pytest.raises(InputFault):
        owntracks.read(body, NOW)


@given(st.dictionaries(st.sampled_from(["id", "lat", "lon", "timestamp", "speed", "bearing", "location"]), st.text()))
def test_garbage_is_read_or_refused_never_a_crash(fields: dict[str, str]) -> None:
    heard = None
    with contextlib.suppress(InputFault):
        heard = osmand.read_query(fields, NOW)
    assert heard is None or heard.lat is None or -90 <= heard.lat <= 90


@given(st.binary(max_size=300))
def test_garbage_bytes_are_refused_never_a_crash(body: bytes) -> None:
    for read in (osmand.read_json, owntracks.read):
        with pytest.raises(InputFault):
            read(body, NOW)
