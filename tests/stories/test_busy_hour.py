"""One busy hour: a hundred pranks, twelve real reports, three desks, one of them cut off.

Twelve real ones are ten by themselves and two that are the same crash, as two operators took it up: five people saw it
and each reported it. Beside them one cry for help comes from an account that is blocked.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.bench.partition_desk import held_rows
from console.bench.partition_verdict import apart, server_rows
from console.contract.audit_file import write_export
from console.contract.audit_verify import verify
from console.desk.ports import LinkState
from console.desk.standing import TrustFilter, trust_rows
from console.domain import acts
from console.domain.casework.merging import into_of
from console.domain.decision import Outcome, Reason
from console.domain.outcome import CLOSE_OUTCOMES, JUNK_OUTCOMES
from console.domain.person import Actor, Role
from console.domain.queue_row import QueueFilter
from console.domain.report import Report, ReportKind, Status
from console.domain.standing import Standing, block_now, strikes
from tests.sync.world import until
from tests.worlds.busy_hour import WORDS, Center, Hour

CRASH = {"category": "traffic_accident", "lat": -7.9501, "lon": 112.6401}
MADE_OF = ("report.dispatch", "report.tell", "report.unit_status", "report.close")
"""What handling a case is made of: whoever does any of these handles it."""


@pytest.fixture
def hour(tmp_path: Path) -> Iterator[Hour]:
    center = Center(tmp_path / "center")
    made = Hour(center, tmp_path)
    try:
        yield made
    finally:
        made.close()
        center.go_away()


def test_one_busy_hour(hour: Hour) -> None:
    sari, budi, tono = hour.operators
    blocked = hour.block("sering-iseng")

    # 07:00. Thirty pranks and three calls for help: each operator takes what is next to him.
    junk = Junk(hour)
    junk.comes(10, of_each=True)
    begal = hour.reports("begal di depan SPBU, satu orang luka", category="violent_crime")
    sick = hour.reports("bapak saya pingsan, sesak napas", category="medical")
    bike = hour.reports("motor saya dicuri tadi pagi", category="theft")
    hour.all_read(*hour.operators)
    sari.takes(begal)
    budi.takes(begal)
    hour.all_settled(sari, budi)
    first, second = (sari, budi) if hour.holder(begal) == "Sari" else (budi, sari)
    first.sends(begal)
    first.ends(begal)
    until(lambda: second.office.attention.entries(), "who came second is told")
    second.reads_his_cards()
    second.handles(sick)
    tono.handles(bike)
    share = len(junk.worded) // 3
    sari.disposes(junk.worded[:share])
    budi.disposes(junk.worded[share : 2 * share])
    tono.disposes(junk.worded[2 * share :])
    hour.all_settled(*hour.operators)

    # 07:10. Telephones that pressed themselves, calls that said nothing: no junk key, somebody rings back.
    hour.until_minute(10)
    pressed = [junk.presses_panic() for _ in range(4)]
    silent = [junk.rings_in_vain(f"0800 000 430{n}") for n in range(3)]
    kidnapped = hour.reports("", kind="panic", place_words="taksi di Jalan Rekaan")
    hour.all_read(*hour.operators)
    for each in (*pressed, *silent, kidnapped):
        assert sari.is_refused(acts.JunkCase(outcome="prank"), each) is Reason.PROTECTED_FROM_JUNK
    assert set(budi.waits(QueueFilter.CALLBACK)) == {*pressed, *silent, kidnapped}
    numbers = {hour.central.report(each).number for each in (*pressed, *silent, kidnapped)}
    assert budi.disposes_marked([*pressed, *silent, kidnapped]) == numbers, "nor does it take them among many"
    for each in pressed:
        sari.rings_back(each, "answered", "test")
    for each in silent:
        budi.rings_back(each, "no_answer", "wrong_number")
    assert budi.is_refused(acts.StrikeReporter(outcome="wrong_number", evidence="?"), silent[0]) is Reason.NEVER_STRIKES
    tono.takes(kidnapped)
    tono.decides(acts.RecordTry(result="answered", note="sopir tidak mau berhenti"), kidnapped)
    tono.sends(kidnapped)
    tono.ends(kidnapped)

    # 07:18. A house burns, Tono takes it. Three people report one crash. Two accounts play pranks again and again.
    hour.until_minute(18)
    fire = hour.reports("rumah terbakar di Gang Rekaan", category="fire")
    tree = hour.reports("pohon tumbang menutup jalan", category="fallen_tree")
    crash = [
        hour.reports("truk terguling di simpang Rekaan, pengemudi terjepit", **CRASH),
        hour.reports("ada truk guling di simpang, macet", **CRASH),
        hour.reports("tolong kecelakaan truk di simpang Rekaan", **CRASH),
    ]
    twice = [junk.comes_from("iseng-dua-kali") for _ in range(2)]
    thrice = [junk.comes_from("iseng-tiga-kali") for _ in range(3)]
    junk.comes(4)
    hour.all_read(*hour.operators)
    tono.takes(fire)
    until(tono.holds, "the server gave him the case")

    # 07:20. Tono's line is cut for ten minutes. He goes on: what he orders and decides waits in his desk.
    hour.until_minute(20)
    tono.loses_the_line()
    tono.sends(fire)
    tono.handles(tree)
    tono.takes(crash[1])
    tono.sends(crash[1])
    tono.decides(acts.MergeCase(into_id=crash[1]), crash[2])
    tono.disposes([twice[1], thrice[2], *junk.latest(4)])
    tono.strikes(twice[1])
    tono.strikes(thrice[2])

    # Meanwhile the others see the same queue; they know nothing of what he does.
    sari.takes(crash[0])
    sari.sends(crash[0])
    sari.decides(acts.MergeCase(into_id=crash[0]), crash[1])
    sari.disposes(thrice[:1])
    sari.strikes(thrice[0])
    budi.disposes([*twice, thrice[1]])
    for each in (*twice, thrice[1]):
        budi.strikes(each)
    hour.all_settled(sari, budi)

    # 07:25. His lease on the fire has run out: he may not go on, Sari sees that he is silent and takes over.
    hour.until_minute(25, but_not=tono)
    assert tono.is_refused(acts.TellReporters(text="Tono: sebentar lagi"), fire) is Reason.LEASE_RUN_OUT
    until(lambda: sari.sees(fire).report.claim.lapsed, "Sari sees that Tono is silent")  # type: ignore[union-attr]
    sari.takes(fire, reason="Tono tidak menjawab")
    sari.sends(fire)
    crash.append(hour.reports("sopir truk terjepit di simpang Rekaan", **CRASH))
    flood = hour.reports("air masuk rumah setinggi lutut", category="flood")
    brawl = hour.reports("tawuran pelajar di jembatan", category="brawl")
    junk.comes(20)
    hour.all_read(sari, budi)
    assert crash[0] in {each.report_id for each in budi.sees(crash[3]).similar}, "the console says that it is one"
    budi.decides(acts.MergeCase(into_id=crash[0]), crash[3])
    budi.handles(flood)
    budi.handles(brawl)
    sari.disposes_marked(junk.latest(20)[:10])
    budi.disposes(junk.latest(20)[10:])

    # 07:30. The line is back: what was his alone stands; what others had done meanwhile he is told, card by card.
    hour.until_minute(30, but_not=tono)
    tono.has_the_line_again()
    hour.all_settled(sari, budi)
    hour.all_read(*hour.operators)
    about = {card.report_id for card in tono.office.attention.entries() if not card.calm}
    assert about == {fire, crash[1], crash[2], twice[1]}
    tono.reads_his_cards()
    crash.append(hour.reports("mobil boks juga kena truk di simpang", **CRASH))
    hour.all_read(tono)
    for each in (crash[2], crash[4]):
        tono.decides(acts.MergeCase(into_id=crash[0]), each)
    hour.all_settled(tono)
    sari.decides(acts.TellReporters(text="Sari: jalan ditutup, derek datang."), crash[0])
    sari.ends(crash[0])
    sari.ends(fire)

    # 07:40. The blocked account: a prank is turned away at the door, a cry for help is not.
    hour.until_minute(40)
    assert hour.is_turned_away("kapan toko buka", "sering-iseng")
    drowning = hour.reports("tolong, adik saya hanyut di sungai", "sering-iseng")
    jam = hour.reports("lampu merah mati, macet total", category="traffic_jam")
    missing = hour.reports("kakek saya belum pulang sejak semalam", category="missing_person")
    junk.comes(100 - len(junk.all))
    hour.all_read(*hour.operators)
    hour.everywhere(lambda each: drowning in each.waits(QueueFilter.NEW), "the cry stands in his queue")
    hour.everywhere(lambda each: each.sees(drowning).standing.blocked_until is not None, "marked as blocked")
    budi.handles(drowning)
    tono.handles(jam, outcome="nothing_found")
    sari.handles(missing)
    assert tono.is_refused(acts.StrikeReporter(outcome="nothing_found", evidence="?"), jam) is Reason.NEVER_STRIKES
    for operator, mine in zip(hour.operators, junk.shares(3), strict=True):
        operator.disposes(mine)

    # 08:00. The queues are empty, and everything can be accounted for.
    hour.until_minute(60)
    hour.all_settled(*hour.operators)
    hour.everywhere(lambda each: not each.waits(QueueFilter.OPEN), "his queue is empty")
    real = [begal, sick, bike, kidnapped, fire, tree, flood, brawl, jam, missing, crash[0], crash[1]]
    assert (len(junk.all), len(real), len(crash)) == (100, 12, 5)
    every_real_one_was_handled_by_exactly_one_operator(hour, {*real, *crash, drowning})
    all_five_who_saw_the_crash_hang_together(hour, crash)
    all_junk_has_its_typed_outcome(hour, junk.all, never_by_key={*pressed, *silent})
    whoever_called_was_told(hour, {*real, *crash, drowning}, struck={*twice, *thrice}, junk=junk.by_app())
    nobody_is_blocked_wrongly(hour, blocked, drowning, twice, thrice)
    nothing_is_lost(hour)
    the_three_stores_are_equal(hour)
    the_audit_chain_verifies(hour)


class Junk:
    """The hundred, in the order they came."""

    def __init__(self, hour: Hour) -> None:
        self._hour = hour
        self.all: list[str] = []
        self.worded: list[str] = []

    def comes(self, count: int, *, of_each: bool = False) -> None:
        """So many with words, of each kind or of all kinds together."""
        kinds = list(WORDS)
        for n in range(count * len(kinds) if of_each else count):
            words = f"{WORDS[kinds[n % len(kinds)]]} {len(self.all)}"
            self._keep(self._hour.reports(words, category="other"), worded=True)

    def comes_from(self, account: str) -> str:
        """A prank of one account."""
        return self._keep(self._hour.reports(WORDS["prank"], account, category="other"))

    def presses_panic(self) -> str:
        """A telephone in a pocket."""
        return self._keep(self._hour.reports("", kind="panic"))

    def rings_in_vain(self, number: str) -> str:
        return self._keep(self._hour.rings_in_vain(number))

    def latest(self, count: int) -> list[str]:
        """The last ones with words."""
        return self.worded[-count:]

    def shares(self, people: int) -> list[list[str]]:
        """Those still to be disposed of, dealt out."""
        open_ones = [each for each in self.worded if not self._hour.central.report(each).ended]
        return [open_ones[n::people] for n in range(people)]

    def by_app(self) -> list[str]:
        return [each for each in self.all if self._hour.central.report(each).kind is not ReportKind.CALL]

    def _keep(self, report_id: str, *, worded: bool = False) -> str:
        self.all.append(report_id)
        if worded:
            self.worded.append(report_id)
        return report_id


def the_case_of(hour: Hour, report_id: str) -> Report:
    """The report itself, or the one it was merged into."""
    report = hour.central.report(report_id)
    into = into_of(report)
    return report if into is None else hour.central.report(into.report_id)


def every_real_one_was_handled_by_exactly_one_operator(hour: Hour, real: set[str]) -> None:
    for case in {each.id: each for each in (the_case_of(hour, report_id) for report_id in real)}.values():
        assert (case.status, case.outcome in CLOSE_OUTCOMES) == (Status.CLOSED, True), case.text
        hands = {entry.actor_name for entry in case.timeline if entry.kind in MADE_OF}
        assert hands == {case.closed_by}, case.text
        orders = [entry for entry in case.timeline if entry.kind == "report.dispatch"]
        assert len(orders) == 1, case.text
        assert {each.status.value for each in case.assignments} == {"done"}, case.text


def all_five_who_saw_the_crash_hang_together(hour: Hour, crash: list[str]) -> None:
    assert {the_case_of(hour, each).id for each in crash} == {crash[0]}
    assert hour.central.report(crash[0]).closed_by == "Sari"


def all_junk_has_its_typed_outcome(hour: Hour, junk: list[str], never_by_key: set[str]) -> None:
    for report_id in junk:
        report = hour.central.report(report_id)
        assert report.outcome in JUNK_OUTCOMES
        by_key = any(entry.kind == "report.junk" for entry in report.timeline)
        assert by_key != (report_id in never_by_key)
        if by_key:
            assert report.text.startswith(WORDS[report.outcome])
        else:
            assert report.callback is not None
            assert len(report.callback.tries) == 1


def whoever_called_was_told(hour: Hour, real: set[str], struck: set[str], junk: list[str]) -> None:
    for report_id in real:
        told = hour.heard(report_id)
        assert told, "help is on its way, and he who called knows it"
        assert {text.split(":")[0] for _, text in told} == {the_case_of(hour, report_id).closed_by}
    for report_id in junk:
        assert [kind for kind, _ in hour.heard(report_id)] == ["warning"] * (report_id in struck)


def nobody_is_blocked_wrongly(
    hour: Hour, blocked: Standing, drowning: str, twice: list[str], thrice: list[str]
) -> None:
    now, found = hour.central.now(), hour.standings()
    account = hour.standing_of(drowning)
    assert (account.id, account.verdicts, account.blocks) == (blocked.id, blocked.verdicts, blocked.blocks)
    assert (block_now(account, now) is not None, account.turned_away) == (True, 1), "blocked as before, once answered"
    for played, count in ((twice, 2), (thrice, 3)):
        known = hour.standing_of(played[0])
        assert (strikes(known, now), known.blocks) == (count, ()), "each prank counts once, whoever struck"
    assert len(found) == 3, "nothing stands against anybody else"
    supervisor = Actor(id="joko", name="Joko", role=Role.SUPERVISOR, session_id="s", desk_id="d")
    waiting = {(row.what, row.report_id in thrice) for row in trust_rows(found, supervisor, now)}
    assert waiting == {(TrustFilter.PROPOSED, True), (TrustFilter.BLOCKED, False)}, "three strikes only propose"


def nothing_is_lost(hour: Hour) -> None:
    kept = hour.all_reports()
    assert set(hour.came) <= kept.keys()
    assert len({kept[each].number for each in hour.came}) == len(hour.came)
    effects = [entry.decision_id for report in kept.values() for entry in report.timeline]
    for each in hour.operators:
        answers = hour.answers_to(each)
        assert sorted(answers) == sorted(each.said), "every decision that was acknowledged has one answer"
        refused = {decision_id for decision_id, outcome in answers.items() if outcome is Outcome.REFUSED}
        assert refused == set(each.read), "and whatever did not stand was told to whoever decided it"
        assert not refused & set(effects)
        assert answers.keys() - refused <= set(effects)
        assert each.office.link.link().state is LinkState.LIVE


def the_three_stores_are_equal(hour: Hour) -> None:
    there = server_rows(hour.central.folder / "server.db")
    hour.everywhere(lambda each: apart(held_rows(each.core.session.store), there) == 0, "has what the server has")


def the_audit_chain_verifies(hour: Hour) -> None:
    checkpoints = hour.central.parts.checkpoints
    signed = checkpoints.make()
    file = io.BytesIO()
    write_export(file, signed, checkpoints.page(0, 100_000).records[: signed.checkpoint.place])
    file.seek(0)
    assert verify(file, signed.key).whole
    for each in hour.operators:
        assert each.core.session.store.witness.evidence() == ()
