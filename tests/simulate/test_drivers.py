"""The demo city's drivers say where they are, are asked, and answer as people do."""

from __future__ import annotations

from pathlib import Path

from console.domain.acts import AskNearby, ClaimCase
from console.domain.askable import AskSources
from console.domain.nearby import Seen, answers_of, tally
from console.domain.report import SourceKind
from console.server.casefile import load
from console.simulate.drivers import Drivers
from console.simulate.sender import Sender
from tests.worlds.central import Central

PHOTO = (Path(__file__).resolve().parents[2] / "resources" / "demo" / "photos" / "traffic_accident.jpg").read_bytes()


def test_asked_about_a_crash_they_see_it_do_not_see_it_and_one_tells_of_something_else(central: Central) -> None:
    app = central.make_source("ojol", SourceKind.PARTNER)
    sender = Sender(central.address, app["Authorization"].removeprefix("Bearer "))
    drivers = Drivers(sender, [(-7.977, 112.634), (-7.5, 112.0)], 40, PHOTO, 1)
    try:
        drivers.step(0.0)
        with central.parts.database.read() as connection:
            known = load(connection, AskSources, "ask_sources")
        assert known is not None
        assert [source.id for source in known.sources] == ["ojol"]
        desk = central.sign_in("sari")
        report_id = central.report_in(central.make_source(), lat=-7.977, lon=112.634)
        desk.decide(ClaimCase(), report_id, base_version=1)
        report = central.report(report_id)
        asked = desk.decide(
            AskNearby(source_ids=("ojol",), question="Ada kecelakaan di dekat Anda?"), report_id,
            base_version=report.version, token=report.last_token,
        )  # fmt: skip
        assert asked["outcome"] == "applied", asked
        central.let_pass(11)
        for second in range(4, 30):
            drivers.step(float(second))
    finally:
        sender.close()
    report = central.report(report_id)
    answers = answers_of(report.timeline, report.asks[0].id)
    assert (report.asks[0].reached or 0) > 0
    assert (tally(answers).people, tally(answers).yes, len(report.attachments)) == (4, 2, 1)
    assert "begal" in answers[-1].text
    assert answers[-1].seen is Seen.NO
