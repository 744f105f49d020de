"""What every desk sees across the top, and what the pane says of danger and hand-overs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from console.desk.queue import Queue
from console.desk.shift import Shift
from console.domain import acts
from console.domain.handing import Handing, Offer, Transfer
from console.domain.load import Colleague
from console.domain.person import Role
from console.domain.police_area import PoliceArea, PoliceAreas
from console.domain.report import Assignment, AssignmentStatus, Report, ReportKind
from console.domain.sos import Sos
from console.domain.ticks import Ticks
from console.domain.timeline import Entry
from console.ui.alarm import Alarm
from console.ui.case.timeline_words import timeline_words
from console.ui.shift.alarm_strip import AlarmStrip
from console.ui.shift.watch import ShiftWatch
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import NOW, a_report
from tests.worlds.operations import Bell

STEP = Entry(
    kind="alarm.step",
    at=NOW - timedelta(seconds=40),
    params={"alarm": "sos", "since": "x", "rung": "duty_officer", "name": "Iptu Wahyu", "contact": "+62 800 000 0310"},
)
U07 = Assignment(
    unit_id="u07", call_sign="U07", title="Brigadir Rizal", decision_id="x", status=AssignmentStatus.ON_SCENE,
    ordered_at=NOW - timedelta(seconds=1400), status_at=NOW - timedelta(seconds=720),
)  # fmt: skip


def sos() -> Report:
    whose = Sos(unit_id="u22", call_sign="U22", title="Aiptu Bagus")
    report = a_report("s1", "KJ-0201", category="officer_sos", priority=1, kind=ReportKind.PANIC, sos=whose)
    return replace(report, timeline=(*report.timeline, STEP))


def offered() -> Report:
    offer = Offer(id="o", to_id="dewi", to_name="Dewi", by_id="sari", by_name="Sari", at=NOW)
    return a_report("s3", "KJ-0193", handing=Handing(offer=offer))


class Top:
    """The strip of a desk, its watch and its siren."""

    def __init__(self, window: CaseWindow) -> None:
        self.window, desk = window, window.desk
        queue = Queue(desk.store)
        shift = Shift(desk.store, desk.spots, desk.eyes, lambda: desk.actor, desk.now, queue.critical)
        self.watch = ShiftWatch(shift, window.background, desk.now)
        self.strip = AlarmStrip(self.watch, window.deciding, desk.now)
        self.bell = Bell()
        self.siren = Alarm(self.watch, self.bell, self.strip)
        window.qtbot.addWidget(self.strip)

    def look(self) -> list[str]:
        self.watch.look()
        self.window.settle()
        shown = [line for line in self.strip.lines if not line.isHidden()]
        return [f"{line.sentence.full_text()} | {line.aside.full_text()}".strip(" |") for line in shown]


@pytest.fixture
def window(qtbot, tmp_path) -> Iterator[CaseWindow]:
    window = CaseWindow(qtbot, tmp_path)
    yield window
    window.close()


def test_an_officer_in_danger_stands_above_everything_with_whom_to_ring_and_who_is_near(window: CaseWindow) -> None:
    window.desk.report(offered())
    window.desk.report(sos())
    top = Top(window)
    first, second = top.look()
    assert first == (
        "PETUGAS MINTA BANTUAN · U22 Aiptu Bagus · KJ-0201 · Klojen · posisi terakhir 12 dtk lalu"
        " · terdekat: U12 370 m, U31 940 m, U07 1,1 km | Hubungi Iptu Wahyu · +62 800 000 0310"
    )
    assert second == "Sari menyerahkan KJ-0193 kepada Anda · Kecelakaan lalu lintas"
    assert (top.bell.played, top.siren.ringing) == (1, True)
    top.watch.silence()
    assert not top.siren.ringing


def test_a_silent_scene_turns_amber_then_rings_until_somebody_heard_them(window: CaseWindow) -> None:
    window.open(a_report("s2", "KJ-0188", category="brawl", ticks=Ticks(armed=True), assignments=(U07,)))
    top = Top(window)
    window.desk.now_at = NOW - timedelta(seconds=100)
    assert top.look() == ["Amankah U07? · KJ-0188 · cek keselamatan lewat 0:20"]
    assert not top.siren.ringing
    window.desk.now_at = NOW
    assert top.look() == ["TAK ADA KABAR dari U07 · KJ-0188 · cek keselamatan lewat 2:00"]
    assert top.siren.ringing
    top.strip.lines[0].buttons[0].click()
    window.settle()
    assert window.desk.decided() == [acts.ConfirmSafe(by="radio")]
    assert top.look() == []


def test_alarms_that_climb_are_one_line_about_the_one_that_climbed_furthest(window: CaseWindow) -> None:
    for number, rung in ((1, "duty_officer"), (2, "polsek"), (3, "operator")):
        report = a_report(f"c{number}", f"KJ-{number}", priority=1)
        step = replace(STEP, params={**STEP.params, "alarm": "unclaimed", "rung": rung})
        window.desk.report(replace(report, timeline=(*report.timeline, step)))
    assert Top(window).look() == [
        "Belum diambil: KJ-2 Kecelakaan lalu lintas · di Polsek selama 40 dtk · 2 alarm naik"
        " | Hubungi Iptu Wahyu · +62 800 000 0310"
    ]


def test_a_case_handed_over_is_taken_from_the_line_across_the_top(window: CaseWindow) -> None:
    window.desk.report(offered())
    top = Top(window)
    top.look()
    top.strip.lines[0].buttons[0].click()
    window.settle()
    assert window.desk.decided() == [acts.AcceptOffer()]
    assert top.look() == []


def test_ticking_a_weapon_is_one_press_and_shown(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    ticks = window.pane.body.ticks
    assert ticks.chips["armed"].text() == "☐ senjata"
    ticks.chips["armed"].click()
    window.settle()
    assert window.desk.decided() == [acts.TickFacts(armed=True)]
    assert ticks.chips["armed"].text() == "☑ senjata"
    assert ticks.safety.isHidden()


def test_a_case_is_offered_to_a_colleague_who_sits_at_a_desk(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.desk.decide(acts.ClaimCase(), "r1")
    window.settle()
    window.pane.handing.open("offer", window.view)
    window.settle()
    assert window.pane._sheet.said.text() == "Tidak ada rekan lain di meja saat ini."
    window.desk.eyes.colleagues = (Colleague(id="sari", name="Sari W.", role=Role.OPERATOR, desk_id="d2"),)
    window.pane.handing.open("offer", window.view)
    window.settle()
    card = window.pane.tray.card
    assert card is not None
    card._choose("sari")  # type: ignore[attr-defined]
    window.settle()
    assert window.desk.decided()[-1] == acts.OfferCase(to_id="sari", to_name="Sari W.")
    assert window.pane.body.handing.offer.sentence.text() == (
        "Ditawarkan kepada Sari W. oleh Aiptu Dewi R.: belum diterima"
    )


def test_a_place_outside_our_area_says_whose_it_is_and_a_transfer_waits_for_their_word(window: CaseWindow) -> None:
    report = a_report("r1", "KJ-1", priority=1)
    post = PoliceArea(polsek="Polsek Dau", polres="Polres Malang", polda="Polda", areas=(report.place.area_code,))
    window.desk.put("police_areas", "police_areas", PoliceAreas(own=("Polresta",), posts=(post,)))
    transfer = Transfer(id="t", kind="polsek", name="Polsek Dau", phone="+62 800 000 0399", asked_at=NOW)
    window.open(report)
    lines = window.pane.body.handing
    assert lines.outside.sentence.text() == (
        "Di luar wilayah kita: Polsek Dau, Polres Malang, Polda · nyawa terancam: layani dulu"
    )
    window.open(replace(report, revision=9, handing=Handing(transfer=transfer)))
    assert lines.transfer.sentence.text() == (
        "Menunggu Polsek Dau (+62 800 000 0399) · tetap tanggungan kita sampai diterima · 3:00"
    )


def test_clocks_stand_with_their_reason_beside_them(window: CaseWindow) -> None:
    window.open(a_report("r1", "KJ-1"))
    window.desk.decide(acts.ClaimCase(), "r1")
    window.desk.decide(acts.PauseClock(reason="Jalan terputus"), "r1")
    window.settle()
    pause = window.pane.body.handing.pause
    assert pause.sentence.text() == "Jam dihentikan Aiptu Dewi R.: Jalan terputus"
    pause.buttons[0].click()
    window.settle()
    assert window.desk.decided()[-1] == acts.ResumeClock()
    assert pause.isHidden()


def test_the_duty_officer_who_was_rung_takes_it_with_one_press_and_that_stands_there(window: CaseWindow) -> None:
    window.desk.report(sos())
    top = Top(window)
    top.look()
    [button] = [each for each in top.strip.lines[0].buttons if not each.isHidden()]
    assert button.text() == "Iptu Wahyu menangani (telepon)"
    button.click()
    window.settle()
    assert window.desk.decided()[-1] == acts.AnswerAlarm(alarm="sos", since="x", name="Iptu Wahyu", by="phone")
    [line] = top.look()
    assert line.endswith("| Iptu Wahyu menangani, sejak 0 dtk lalu (lewat telepon)")
    assert all(each.isHidden() for each in top.strip.lines[0].buttons)
    shown = window.desk.store.shown("s1")
    assert shown is not None
    assert timeline_words(shown.report.timeline[-1]) == "Iptu Wahyu menangani alarm ini (Pawas/Pamapta, lewat telepon)"


def test_whoever_leads_the_shift_takes_an_alarm_at_the_screen(window: CaseWindow) -> None:
    window.desk.actor = replace(window.desk.actor, role=Role.SUPERVISOR)
    nobody = replace(STEP, params=STEP.params | {"name": "", "contact": ""})
    report = sos()
    window.desk.report(replace(report, timeline=(*report.timeline[:-1], nobody)))
    top = Top(window)
    top.look()
    [button] = [each for each in top.strip.lines[0].buttons if not each.isHidden()]
    assert button.text() == "Saya tangani"
    button.click()
    window.settle()
    [answer] = [act for act in window.desk.decided() if isinstance(act, acts.AnswerAlarm)]
    assert (answer.by, answer.name) == ("screen", window.desk.actor.name)


def test_what_became_of_a_message_is_a_line_of_the_case(window: CaseWindow) -> None:
    params = {"alarm": "sos", "since": "x", "rung": "duty_officer", "name": "Iptu Wahyu", "way": "sms"}
    told = Entry(kind="alarm.told", at=NOW, params=params)
    assert timeline_words(told) == "Alarm lewat SMS ke Iptu Wahyu (Pawas/Pamapta)"
    away = replace(told, kind="alarm.not_told", params=params | {"why": "away"})
    assert "gateway SMS kita tidak terjangkau" in timeline_words(away)
    refused = replace(told, kind="alarm.not_told", params=params | {"why": "400 Unroutable"})
    assert timeline_words(refused) == "SMS ke Iptu Wahyu (Pawas/Pamapta) tidak terkirim: ditolak: 400 Unroutable"
    taken = replace(told, kind="alarm.taken", params=params)
    assert timeline_words(taken) == "Iptu Wahyu menangani alarm ini (Pawas/Pamapta, lewat halaman piketnya)"
