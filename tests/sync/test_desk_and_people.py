"""Desk and people (sync.md): whose decisions count; nobody's leaving holds any of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from console.contract.decisions import DecisionResult, decode_decision
from console.contract.ids import new_id
from console.desk.decide import Decided, Refused
from console.desk.decide import Desk as Decider
from console.domain import acts
from console.domain.decision import Reason
from console.domain.errors import AccessFault, Fault, NetworkFault
from console.domain.link import LinkState
from console.domain.person import Role
from console.server import tables
from console.server.sessions import SESSION_FOR
from console.store.slots import Slots
from console.store.store import Store
from console.sync.follower import Follower
from console.sync.session import Session
from tests.sync.world import Console, until
from tests.worlds.central import PASSPHRASE, Central, SignedDesk

pytestmark = pytest.mark.keeps_threads("AnyIO")
DAY_S = 24 * 3600.0
OTHER = "kata sandi yang baru"


class Desk:
    """One workstation that is started, restarted and used by several people; its clock is the server's."""

    def __init__(self, central: Central, folder: Path) -> None:
        self.central, self.folder = central, folder
        self.recovery_key = ""
        self._people: set[str] = set()
        self.console = self._made()

    def _made(self) -> Console:
        return Console(self.folder, self.central.address, self.central.now)

    @property
    def store(self) -> Store:
        return self.console.store

    @property
    def session(self) -> Session:
        return self.console.session

    def enrol(self) -> None:
        self.session.enrol(self.central.enrol_code(), "Meja 1")

    def sign_in(self, user: str, passphrase: str = PASSPHRASE, recovery_key: str = ""):
        if user not in self._people and self.central.find_user(user) is None:
            self.central.make_user(user, Role.SUPERVISOR if user == "joko" else Role.OPERATOR)
        self._people.add(user)
        person = self.session.sign_in(user, passphrase, recovery_key=recovery_key)
        self.recovery_key = person.recovery_key or self.recovery_key
        return person

    def work(self) -> None:
        if self.console.sync is None:
            self.console.start()

    def restart(self) -> None:
        self.console.stop()
        self.console = self._made()

    def note(self, report_id: str, text: str) -> str:
        answer = self.console.desk.decide(acts.AddNote(text=text), report_id)
        assert isinstance(answer, Decided), answer
        return answer.decision_id

    def refused_to_sign_in(self, user: str, passphrase: str = PASSPHRASE, recovery_key: str = "") -> Fault:
        with pytest.raises(Fault) as caught:
            self.sign_in(user, passphrase, recovery_key)
        return caught.value


@pytest.fixture
def desk(central: Central, tmp_path: Path) -> Iterator[Desk]:
    """An enrolled workstation where sari is signed in; others have never been here."""
    made = Desk(central, tmp_path / "profile")
    made.enrol()
    made.sign_in("sari")
    yield made
    made.console.stop()


@pytest.fixture
def report_id(central: Central) -> str:
    return central.report_in(central.make_source())


def _authors(central: Central, report_id: str) -> dict[str, str]:
    """By text: whose note it is."""
    return {entry.text: entry.actor_name for entry in central.report(report_id).timeline if entry.decision_id}


def _arrives(desk: Desk, report_id: str) -> None:
    until(lambda: desk.store.report(report_id), "the report")


def _all_sent(desk: Desk) -> None:
    until(lambda: desk.store.waiting_count() == 0, "everything being sent")


# Shifts change


def test_two_people_share_a_desk_and_each_ones_unsent_decisions_go_out_as_theirs(
    central: Central, desk: Desk, report_id: str
):
    desk.work()
    _arrives(desk, report_id)
    desk.sign_in("joko")
    desk.session.sign_out()
    desk.sign_in("sari")
    central.go_away()
    desk.note(report_id, "dari sari")
    desk.session.sign_out()
    desk.restart()
    assert desk.sign_in("joko").offline
    desk.note(report_id, "dari joko")
    assert desk.store.waiting_count() == 2
    desk.session.sign_out()
    desk.restart()
    desk.sign_in("sari")
    desk.work()
    central.come_back()
    _all_sent(desk)
    assert _authors(central, report_id) == {"dari sari": "Sari", "dari joko": "Joko"}
    assert desk.store.attention() == ()


def test_what_a_person_decided_is_sent_while_nobody_is_signed_in(central: Central, desk: Desk, report_id: str):
    desk.work()
    _arrives(desk, report_id)
    central.go_away()
    desk.note(report_id, "sebelum pulang")
    desk.session.sign_out()
    central.come_back()
    _all_sent(desk)
    assert _authors(central, report_id) == {"sebelum pulang": "Sari"}
    assert desk.console.transport.credentials.access_token == ""


def test_decisions_travel_under_the_desks_credential_alone(central: Central, desk: Desk, report_id: str):
    desk.work()
    _arrives(desk, report_id)
    desk.console.transport.credentials.access_token = "of nobody"
    desk.note(report_id, "tanpa tanda orang")
    _all_sent(desk)
    assert _authors(central, report_id) == {"tanpa tanda orang": "Sari"}


@settings(max_examples=2, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["sari", "joko", "budi", "restart", "note", "note"]), min_size=3, max_size=7))
def test_however_shifts_change_every_note_arrives_once_under_its_authors_name(
    central: Central, tmp_path_factory: pytest.TempPathFactory, steps: list[str]
):
    desk = Desk(central, tmp_path_factory.mktemp("shift"))
    desk.enrol()
    wrote: dict[str, str] = {}
    try:
        for login in ("sari", "joko", "budi"):
            desk.sign_in(login)
        desk.work()
        report_id = central.report_in(central.make_source(f"sumber-{new_id()}"))
        _arrives(desk, report_id)
        central.go_away()
        for number, step in enumerate(steps):
            _step(desk, step, number, report_id, wrote)
        if desk.session.person is None:
            desk.sign_in("sari")
        central.come_back()
        desk.work()
        _all_sent(desk)
        assert _authors(central, report_id) == wrote
    finally:
        desk.console.stop()


def _step(desk: Desk, step: str, number: int, report_id: str, wrote: dict[str, str]) -> None:
    if step == "restart":
        desk.restart()
    elif step == "note" and desk.session.person is not None:
        desk.note(report_id, f"catatan {number}")
        wrote[f"catatan {number}"] = desk.session.person.actor.name
    elif step != "note":
        if desk.session.person is not None:
            desk.session.sign_out()
        desk.sign_in(step)


# Whose word counts


def test_a_role_counts_as_it_was_when_the_session_was_issued(central: Central):
    supervisor = central.sign_in("joko", Role.SUPERVISOR)
    holder = central.sign_in("sari")
    source = central.make_source()
    first, second = central.report_in(source), central.report_in(source)
    for report_id in (first, second):
        assert holder.decide(acts.ClaimCase(), report_id, base_version=1)["outcome"] == "applied"
    with central.parts.database.write() as tx:
        tx.execute(update(tables.users).where(tables.users.c.login == "joko"), {"role": "operator"})
    assert supervisor.decide(acts.BreakClaim(reason="ganti regu"), first, base_version=2)["outcome"] == "applied"
    again = central.sign_in("joko", desk=(supervisor.desk_id, supervisor.desk_secret))
    refused = again.decide(acts.BreakClaim(reason="ganti regu"), second, base_version=2)
    assert refused["refusal"]["reason"] == Reason.ROLE_FORBIDDEN


@pytest.fixture
def signed(central: Central) -> SignedDesk:
    return central.sign_in("sari")


def session_begun(central: Central, signed: SignedDesk) -> datetime:
    with central.parts.database.read() as connection:
        found = connection.execute(tables.sessions.select().where(tables.sessions.c.id == signed.session_id)).one()
    begun: datetime = found.issued_at
    return begun


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    minutes=st.integers(min_value=-60, max_value=8 * 24 * 60),
    revoked=st.one_of(st.none(), st.integers(min_value=1, max_value=7 * 24 * 60)),
)
def test_a_decision_counts_for_seven_days_and_until_its_session_was_revoked(
    central: Central, signed: SignedDesk, report_id: str, minutes: int, revoked: int | None
):
    """Whenever it arrives: what matters is when it was decided."""
    begun = session_begun(central, signed)
    revoked_at = None if revoked is None else begun + timedelta(minutes=revoked)
    with central.parts.database.write() as tx:
        session = update(tables.sessions).where(tables.sessions.c.id == signed.session_id)
        tx.execute(session, {"revoked_at": revoked_at})
    at = begun + timedelta(minutes=minutes)
    result = signed.send(signed.decision(acts.AddNote(text="x"), report_id, decided_at=at)).json()["results"][0]
    if revoked_at is not None and at > revoked_at:
        assert result["refusal"]["reason"] == Reason.SESSION_REVOKED
    elif at > begun + SESSION_FOR:
        assert result["refusal"]["reason"] == Reason.SESSION_TOO_OLD
    else:
        assert result["outcome"] == "applied"


def test_a_person_struck_off_in_mid_shift_keeps_what_was_decided_before_and_is_told_of_the_rest(
    central: Central, desk: Desk, report_id: str
):
    clock = desk.console.clock
    Follower(desk.store, desk.console.server, server_now=clock.server_now).catch_up()
    before = desk.note(report_id, "sebelum dicabut")
    decided = central.now()
    until(lambda: central.now() > decided + timedelta(milliseconds=200), "a moment")
    central.post(f"/v1/admin/users/{central.find_user('sari')}/revoke", headers=central.admin)
    revoked = central.now()
    until(lambda: clock.server_now() > revoked + timedelta(milliseconds=200), "another moment")
    after = desk.note(report_id, "sesudah dicabut")
    desk.work()
    _all_sent(desk)
    assert [entry.decision_id for entry in central.report(report_id).timeline if entry.decision_id] == [before]
    [refused] = desk.store.attention()
    assert (refused.decision.id, refused.refusal.reason) == (after, Reason.SESSION_REVOKED)


def test_the_desk_itself_stops_deciding_when_its_session_has_grown_too_old(
    central: Central, desk: Desk, report_id: str
):
    desk.work()
    _arrives(desk, report_id)
    central.go_away()
    actor = desk.session.actor
    assert actor is not None
    assert actor.until is not None
    assert abs(actor.until - central.now() - SESSION_FOR) < timedelta(minutes=1)
    judged = replace(actor, until=central.now() - timedelta(minutes=1))
    late = Decider(desk.store, person=lambda: judged, server_now=desk.console.clock.server_now)
    answer = late.decide(acts.AddNote(text="terlambat"), report_id)
    assert isinstance(answer, Refused)
    assert answer.refusal.reason is Reason.SESSION_TOO_OLD
    assert desk.store.waiting_count() == 0
    central.come_back()


# The workstation's own credential


def test_a_desk_refused_keeps_everything_asks_for_enrolment_and_then_sends_all(
    central: Central, desk: Desk, report_id: str
):
    desk.work()
    _arrives(desk, report_id)
    desk_id = desk.console.transport.credentials.desk_id
    central.post(f"/v1/admin/desks/{desk_id}/revoke", headers=central.admin)
    made = [desk.note(report_id, "satu"), desk.note(report_id, "dua")]
    sync = desk.console.sync
    assert sync is not None
    until(lambda: sync.link.link().trouble == "desk_refused", "being asked to enrol again")
    assert sync.link.link().state is LinkState.REFUSED
    desk.restart()
    # After a restart too: the profile opens as far as the desk can tell who it is, nobody comes in, nothing is lost.
    assert desk.refused_to_sign_in("sari").code == "desk_refused"
    desk.session.enrol(central.enrol_code())
    desk.sign_in("sari")
    desk.work()
    _all_sent(desk)
    assert desk.console.transport.credentials.desk_id == desk_id
    assert [entry.decision_id for entry in central.report(report_id).timeline if entry.decision_id] == made
    with central.parts.database.read() as connection:
        names = connection.execute(tables.desks.select().where(tables.desks.c.id == desk_id)).one()
    assert names.name == "Meja 1", "enrolled again without a name it keeps the one it had"


def test_a_profile_enrolled_anew_while_locked_stays_the_desk_its_ledger_knows(
    central: Central, desk: Desk, report_id: str
):
    """Its settings were lost, so it asked what it shall be, and somebody typed a fresh code."""
    desk.work()
    _arrives(desk, report_id)
    desk_id = desk.console.transport.credentials.desk_id
    central.go_away()
    made = desk.note(report_id, "dari meja lama")
    central.come_back()
    desk.restart()
    desk.enrol()
    assert desk.console.transport.credentials.desk_id != desk_id
    desk.sign_in("sari")
    assert desk.console.transport.credentials.desk_id == desk_id
    desk.work()
    _all_sent(desk)
    assert desk.store.attention() == ()
    assert made in {entry.decision_id for entry in central.report(report_id).timeline}


def test_a_wrong_code_changes_nothing(central: Central, desk: Desk, report_id: str):
    secret = desk.console.transport.credentials.desk_secret
    with pytest.raises(AccessFault) as caught:
        desk.session.enrol("SALAH-SEKALI")
    assert caught.value.code == "enrol_code_refused"
    assert desk.console.transport.credentials.desk_secret == secret


# Who can open the profile


def test_a_new_persons_slot_is_made_while_a_colleague_has_it_unlocked(central: Central, desk: Desk):
    desk.session.sign_out()
    assert desk.sign_in("budi").recovery_key == ""
    assert desk.session.known_users() == ("sari", "budi")
    desk.restart()
    central.go_away()
    assert desk.sign_in("budi").offline
    central.come_back()


def test_a_new_person_at_a_locked_desk_needs_the_recovery_key_and_the_servers_word(central: Central, desk: Desk):
    desk.restart()
    assert desk.refused_to_sign_in("budi").code == "no_slot"
    assert desk.refused_to_sign_in("budi", PASSPHRASE, "AAAAA-AAAAA-AAAAA").code == "wrong_recovery_key"
    assert desk.refused_to_sign_in("budi", "salah sekali", desk.recovery_key).code == "wrong_passphrase"
    assert desk.session.known_users() == ("sari",)
    desk.restart()
    central.go_away()
    assert isinstance(desk.refused_to_sign_in("budi", PASSPHRASE, desk.recovery_key), NetworkFault)
    central.come_back()
    desk.sign_in("budi", PASSPHRASE, desk.recovery_key)
    assert desk.session.known_users() == ("sari", "budi")


def _change_passphrase(central: Central, login: str) -> None:
    path = f"/v1/admin/users/{central.find_user(login)}/passphrase"
    assert central.post(path, json={"passphrase": OTHER}, headers=central.admin).status_code == 200


def test_a_changed_passphrase_gets_its_slot_while_unlocked(central: Central, desk: Desk):
    _change_passphrase(central, "sari")
    desk.session.sign_out()
    assert desk.refused_to_sign_in("sari").code == "wrong_passphrase"
    desk.sign_in("sari", OTHER)
    desk.restart()
    central.go_away()
    assert desk.sign_in("sari", OTHER).offline
    assert desk.refused_to_sign_in("sari").code == "wrong_passphrase", "offline a wrong one is called wrong"
    central.come_back()


def test_a_changed_passphrase_at_a_locked_desk_needs_the_recovery_key_once(central: Central, desk: Desk):
    _change_passphrase(central, "sari")
    desk.restart()
    assert desk.refused_to_sign_in("sari", OTHER).code == "passphrase_or_recovery"
    desk.sign_in("sari", OTHER, desk.recovery_key)
    desk.restart()
    desk.sign_in("sari", OTHER)


def test_the_key_stays_the_same_through_all_of_it(central: Central, desk: Desk, tmp_path: Path):
    slots = Slots(tmp_path / "profile" / "slots.json")
    key = slots.recover(desk.recovery_key)
    desk.sign_in("joko")
    _change_passphrase(central, "sari")
    desk.sign_in("sari", OTHER)
    assert slots.unlock("joko", PASSPHRASE) == slots.unlock("sari", OTHER) == slots.recover(desk.recovery_key) == key


@pytest.mark.parametrize("change", ["revoke", "passphrase"])
def test_whom_the_server_turned_away_cannot_come_in_by_pulling_the_cable(central: Central, desk: Desk, change: str):
    if change == "revoke":
        central.post(f"/v1/admin/users/{central.find_user('sari')}/revoke", headers=central.admin)
    else:
        _change_passphrase(central, "sari")
    desk.restart()
    assert desk.refused_to_sign_in("sari").code == "wrong_passphrase"
    desk.restart()
    central.go_away()
    assert desk.refused_to_sign_in("sari").code == "offline_refused"
    central.come_back()


def test_a_revoked_session_noticed_in_mid_shift_closes_the_offline_door_too(central: Central, desk: Desk):
    central.post(f"/v1/admin/users/{central.find_user('sari')}/revoke", headers=central.admin)
    with pytest.raises(AccessFault):
        desk.session.renew()
    desk.restart()
    central.go_away()
    assert desk.refused_to_sign_in("sari").code == "offline_refused"
    central.come_back()


@pytest.mark.parametrize(("days", "code"), [(6.9, ""), (7.1, "offline_too_long")])
def test_without_the_server_the_profile_opens_for_seven_days(central: Central, desk: Desk, days: float, code: str):
    desk.restart()
    central.go_away()
    central._ahead += timedelta(days=days)
    if code:
        assert desk.refused_to_sign_in("sari").code == code
    else:
        assert desk.sign_in("sari").offline
    central.come_back()


def test_a_session_kept_alive_for_days_opens_offline_no_longer_than_its_decisions_count(central: Central, desk: Desk):
    """Heard of yesterday, but issued eight days ago: the server would refuse whatever is decided now."""
    for _ in range(6):
        central.advance(DAY_S)
        desk.session.renew()
    desk.restart()
    central.go_away()
    central._ahead += timedelta(days=2)
    assert desk.refused_to_sign_in("sari").code == "offline_too_long"
    central.come_back()


def test_what_windows_ask_of_people_is_answered_from_memory(central: Central, desk: Desk, tmp_path: Path):
    slots = tmp_path / "profile" / "slots.json"
    kept = slots.read_bytes()
    slots.unlink()
    assert desk.session.known_users() == ("sari",)
    assert desk.session.enrolled
    slots.write_bytes(kept)


def test_an_older_answer_replayed_is_no_second_effect(central: Central, desk: Desk, report_id: str):
    desk.work()
    _arrives(desk, report_id)
    made = desk.note(report_id, "sekali saja")
    _all_sent(desk)
    [(_, raw, _)] = [row for row in desk.store.ledger_raw() if row[0] == made]
    again = desk.console.server.decide([raw])
    assert isinstance(again.results[0], DecisionResult)
    assert [entry.decision_id for entry in central.report(report_id).timeline].count(made) == 1
    assert decode_decision(raw).id == made
