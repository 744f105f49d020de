"""Landmarks travel to desks and officers; a corrected place reaches every officer sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.areas.area import Area
from console.areas.index import AreaIndex
from console.cli_places import import_landmarks
from console.contract.codec import decode, encode
from console.domain.acts import DispatchUnits, SetPlace
from console.domain.landmark import Landmark, Landmarks
from console.domain.place import AreaMethod, Place, Provenance
from tests.worlds.central import Central, SignedDesk, running

pytestmark = pytest.mark.keeps_threads("AnyIO", "central")
JSON, HTML = {"Accept": "application/json"}, {"Accept": "text/html"}
STATION = Landmark(id="stasiun", name="Stasiun <Rekaan>", kind="stasiun", lat=-7.9700, lon=112.6300)
KASIN = Area(code="35.73.02.1002", name="Kasin", lat=-7.9890, lon=112.6260)


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    """One server for all of them, with a small table of areas."""
    with running(tmp_path_factory.mktemp("landmarks"), areas=AreaIndex(None, (KASIN,))) as server:
        yield server


@pytest.fixture(scope="module")
def desk(central: Central) -> SignedDesk:
    for unit in ("patroli-1", "patroli-2"):
        central.make_unit(unit)
    return central.sign_in("sari")


def put(central: Central, landmarks: object, query: str = "") -> tuple[int, dict[str, object]]:
    answer = central._ask("PUT", f"/v1/admin/landmarks{query}", central.admin, data=encode(landmarks))
    return answer.status_code, answer.json()


def pages(central: Central) -> list[str]:
    made = [central.post(f"/v1/admin/units/patroli-{n}/link", headers=central.admin).json()["path"] for n in (1, 2)]
    return [str(path) for path in made]


def test_an_administrator_keeps_the_list_and_a_field_that_cannot_stand_is_named(central: Central) -> None:
    status, kept = put(central, Landmarks(places=(STATION,)))
    assert (status, kept["revision"]) == (200, 1)
    told = decode(central.get("/v1/admin/landmarks", headers=central.admin).content, Landmarks)
    assert told.places == (STATION,)
    status, said = put(central, Landmarks(places=(STATION, STATION)))
    assert (status, said["field"]) == (422, "places[1].id")
    assert put(central, Landmarks(places=(STATION,)), "?revision=0")[0] == 409
    edits = central.get("/v1/admin/edits?kind=landmarks", headers=central.admin).json()["edits"]
    assert edits[0]["changed"] == ["Stasiun <Rekaan>"]


def test_a_file_of_points_is_imported_by_the_command(central: Central, tmp_path: Path) -> None:
    file = tmp_path / "patokan.geojson"
    point = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [112.64, -7.98]}}
    named = [{**point, "properties": {"name": name, "kind": "pasar"}} for name in ("Pasar Rekaan", "")]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": named}), encoding="utf-8")
    assert import_landmarks(file, central.address, central.admin_key, add=True, ca=None) == 1
    told = decode(central.get("/v1/admin/landmarks", headers=central.admin).content, Landmarks)
    assert [each.name for each in told.places] == ["Stasiun <Rekaan>", "Pasar Rekaan"]


def test_every_officer_sent_is_told_of_another_place_and_the_case_knows_who_has_seen_it(
    central: Central, desk: SignedDesk
) -> None:
    put(central, Landmarks(places=(STATION,)))
    report_id = central.report_in(central.make_source(), place_words="dekat stasiun", lat=-7.9693, lon=112.6300)
    assert desk.decide(DispatchUnits(unit_ids=("patroli-1", "patroli-2")), report_id, base_version=1)["token"] == 1
    one, two = pages(central)
    order = central.get(one, headers=JSON).json()["order"]
    assert order["landmarks"] == [{"name": STATION.name, "distance_m": pytest.approx(77.8, abs=1), "wind": "n"}]
    assert "80 m utara dari Stasiun &lt;Rekaan&gt;" in central.get(one, headers=HTML).text
    assert "LOKASI BERUBAH" not in central.get(one, headers=HTML).text

    there = Place(lat=-7.9888, lon=112.6262, provenance=Provenance.READ_BACK, words="Jl. Kasin <b>3</b>")
    assert desk.decide(SetPlace(place=there), report_id)["outcome"] == "applied"
    place = central.report(report_id).place
    assert (place.area_name, place.area_method) == ("Kasin", AreaMethod.NEAREST)
    page = central.get(one, headers=HTML).text
    assert "LOKASI BERUBAH pukul" in page
    assert "Tadinya: dekat stasiun" in page
    assert "Jl. Kasin &lt;b&gt;3&lt;/b&gt;, Kasin" in page
    assert "geo:-7.988800,112.626200" in page
    placing = central.report(report_id).placing
    assert placing is not None
    assert placing.seen == ("patroli-1",)
    central.get(one, headers=HTML)
    assert sum(line.kind == "unit.place_seen" for line in central.report(report_id).timeline) == 1

    # The officer of the other unit stands there and says where it really is.
    assert central.post(f"{two}/place", headers=JSON).status_code == 422
    assert central.post(f"{two}/place", headers=JSON, data={"place": "belakang balai RW 4"}).status_code == 200
    report = central.report(report_id)
    assert (report.place.words, report.place.lat, report.unread) == ("belakang balai RW 4", -7.9888, True)
    fix = {"unit_id": "patroli-2", "lat": -7.9700, "lon": 112.6310, "at": central.now().isoformat()}
    assert central.post("/v1/positions", headers=central.admin, json={"fixes": [fix]}).status_code == 200
    assert central.post(f"{two}/place", headers=JSON).status_code == 200
    place = central.report(report_id).place
    assert (place.lat, place.provenance, place.words) == (-7.97, Provenance.OFFICER, "")
    assert "LOKASI BERUBAH" in central.get(one, headers=HTML).text
    assert central.post(f"{two}/done", headers=JSON).status_code == 200
    assert central.post(f"{two}/place", headers=JSON, data={"place": "x"}).status_code == 409
