"""A console on a real server: reports arrive, decisions go, also after it was away."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from console.contract.feed import PositionsNews, SnapshotPage
from console.desk.decide import Decided, Refused
from console.domain import acts
from console.domain.changes import Changes
from console.domain.decision import Reason
from console.domain.errors import NetworkFault
from console.domain.link import LinkState
from console.domain.report import Status
from console.remote.stream import Stream
from tests.sync.world import Console, console_at, until
from tests.worlds.central import Central

pytestmark = pytest.mark.keeps_threads("AnyIO")


@pytest.fixture
def console(central: Central, tmp_path: Path) -> Iterator[Console]:
    """An enrolled console with sari signed in, all lanes running."""
    made = console_at(central, tmp_path / "profile")
    yield made
    made.stop()


def _live(console: Console) -> None:
    sync = console.sync
    assert sync is not None
    until(lambda: sync.link.link().state is LinkState.LIVE, "the link going live")


def _arrived(console: Console, report_id: str) -> None:
    until(lambda: console.store.report(report_id) is not None, "the report's arrival")


def _sent(console: Console) -> None:
    until(lambda: console.store.waiting_count() == 0, "the server's answer")


def _decided(answer: Decided | Refused) -> str:
    assert isinstance(answer, Decided), answer
    return answer.decision_id


def test_a_report_arrives_is_claimed_and_the_server_knows(central: Central, console: Console) -> None:
    source = central.make_source()
    _live(console)
    told: list[Changes] = []
    console.store.subscribe(told.append)
    report_id = central.report_in(source)
    _arrived(console, report_id)
    # The store is read from elsewhere as soon as it is committed; who listens is told right after.
    until(lambda: any(report_id in changes.new_reports for changes in told), "the news of it")
    answer = console.desk.decide(acts.ClaimCase(), report_id)
    assert isinstance(answer, Decided)
    assert answer.undoable
    assert answer.second_copy
    _sent(console)
    claim = central.report(report_id).claim
    assert claim is not None
    assert claim.holder_name == "Sari"
    until(lambda: console.store.shown(report_id).report == central.report(report_id), "the same state")  # type: ignore[union-attr]


def test_a_decision_leaves_only_when_the_window_has_shown_it(central: Central, console: Console) -> None:
    report_id = central.report_in(central.make_source())
    _arrived(console, report_id)
    about_to_send, shown = threading.Event(), threading.Event()

    def stand_back() -> None:
        about_to_send.set()
        shown.wait(10)

    console.stand_back = stand_back
    _decided(console.desk.decide(acts.ClaimCase(), report_id))
    assert about_to_send.wait(10)
    assert central.report(report_id).claim is None
    shown.set()
    _sent(console)
    assert central.report(report_id).claim is not None


def test_decisions_made_while_the_server_is_away_arrive_once_and_in_order(central: Central, console: Console) -> None:
    report_id = central.report_in(central.make_source())
    _arrived(console, report_id)
    central.go_away()
    sync = console.sync
    assert sync is not None
    until(lambda: sync.link.link().state is LinkState.OFFLINE, "the lamp noticing")
    made = [
        _decided(console.desk.decide(act, report_id))
        for act in (
            acts.ClaimCase(),
            acts.SetPriority(priority=1),
            acts.AddNote(text="sedang diperiksa"),
            acts.CloseCase(outcome="handled_on_scene"),
        )
    ]
    assert console.store.waiting_count() == 4
    until(lambda: sync.link.link().waiting == 4, "the lamp counting")
    shown = console.store.shown(report_id)
    assert shown is not None
    assert shown.report.status is Status.CLOSED
    central.come_back()
    _sent(console)
    entries = [entry.decision_id for entry in central.report(report_id).timeline if entry.decision_id]
    assert entries == made
    _live(console)


def test_a_console_that_died_sends_what_it_had_kept(central: Central, tmp_path: Path) -> None:
    source = central.make_source()
    first = console_at(central, tmp_path / "profile")
    report_id = central.report_in(source)
    _arrived(first, report_id)
    central.go_away()
    claimed = _decided(first.desk.decide(acts.ClaimCase(), report_id))
    first.stop()
    # Offline unlock: the server is still away.
    second = Console(tmp_path / "profile", central.address)
    person = second.sign_in()
    assert person.offline
    noted = _decided(second.desk.decide(acts.AddNote(text="masih di sini"), report_id))
    second.start()
    central.come_back()
    _sent(second)
    until(lambda: second.sync.link.link().state is LinkState.LIVE, "the link")  # type: ignore[union-attr]
    second.stop()
    assert [e.decision_id for e in central.report(report_id).timeline if e.decision_id] == [claimed, noted]


def test_two_desks_claim_offline_and_the_second_is_told_why(central: Central, console: Console, tmp_path: Path) -> None:
    report_id = central.report_in(central.make_source())
    _arrived(console, report_id)
    rival = central.sign_in("budi")
    console.sync.stop()  # type: ignore[union-attr]
    assert rival.decide(acts.ClaimCase(), report_id, base_version=1)["outcome"] == "applied"
    mine = _decided(console.desk.decide(acts.ClaimCase(), report_id))
    console.start()
    until(lambda: console.store.attention(), "the refusal")
    [refused] = console.store.attention()
    assert refused.decision.id == mine
    assert refused.refusal is not None
    assert refused.refusal.reason in (Reason.CLAIMED_BY_OTHER, Reason.CHANGED_MEANWHILE)
    until(lambda: console.store.report(report_id).claim is not None, "the rival's claim")  # type: ignore[union-attr]


def test_the_desk_itself_refuses_what_it_knows_to_be_refused(central: Central, console: Console) -> None:
    report_id = central.report_in(central.make_source())
    _arrived(console, report_id)
    answer = console.desk.decide(acts.JunkCase(outcome="no such outcome"), report_id)
    assert isinstance(answer, Refused)
    assert answer.refusal.reason is Reason.BAD_VALUE
    assert console.store.waiting() == ()
    missing = console.desk.decide(acts.ClaimCase(), "nowhere")
    assert isinstance(missing, Refused)
    assert missing.refusal.reason is Reason.NOT_FOUND


def test_a_claim_is_undone_by_a_decision_that_names_it(central: Central, console: Console) -> None:
    report_id = central.report_in(central.make_source())
    _arrived(console, report_id)
    claimed = _decided(console.desk.decide(acts.ClaimCase(), report_id))
    _decided(console.desk.undo(claimed))
    shown = console.store.shown(report_id)
    assert shown is not None
    assert shown.report.status is Status.NEW
    _sent(console)
    assert central.report(report_id).claim is None


def test_an_expired_access_token_is_renewed_without_a_word(central: Central, console: Console) -> None:
    _live(console)
    central.advance(timedelta(minutes=20).total_seconds())
    report_id = central.report_in(central.make_source())
    _arrived(console, report_id)


def test_a_struck_off_desk_keeps_everything_and_says_so(central: Central, console: Console) -> None:
    report_id = central.report_in(central.make_source())
    _arrived(console, report_id)
    console.transport.credentials.desk_secret = "struck off"
    claimed = _decided(console.desk.decide(acts.ClaimCase(), report_id))
    sync = console.sync
    assert sync is not None
    until(lambda: sync.link.link().trouble == "desk_refused", "the refusal")
    assert sync.link.link().state is LinkState.REFUSED
    assert [row.decision.id for row in console.store.waiting()] == [claimed]


def test_a_struck_off_desk_enrols_again_as_itself_and_its_decisions_arrive(central: Central, console: Console) -> None:
    report_id = central.report_in(central.make_source())
    _arrived(console, report_id)
    desk_id = console.transport.credentials.desk_id
    assert central.post(f"/v1/admin/desks/{desk_id}/revoke", headers=central.admin).status_code == 200
    noted = _decided(console.desk.decide(acts.AddNote(text="sebelum kembali"), report_id))
    sync = console.sync
    assert sync is not None
    until(lambda: sync.link.link().trouble == "desk_refused", "the refusal")
    console.session.enrol(central.enrol_code(), "meja")
    sync.wake()
    _sent(console)
    assert console.transport.credentials.desk_id == desk_id
    assert console.store.attention() == ()
    assert [e.decision_id for e in central.report(report_id).timeline if e.decision_id] == [noted]


def test_a_server_that_never_knew_this_desk_gives_it_a_new_id(central: Central, console: Console) -> None:
    console.transport.credentials.desk_id = "of-another-server"
    console.session.enrol(central.enrol_code(), "meja")
    assert console.transport.credentials.desk_id != "of-another-server"


def test_after_signing_out_what_waits_is_still_sent(central: Central, console: Console) -> None:
    report_id = central.report_in(central.make_source())
    _arrived(console, report_id)
    central.go_away()
    _decided(console.desk.decide(acts.AddNote(text="sebelum pulang"), report_id))
    console.session.sign_out()
    assert isinstance(console.desk.decide(acts.ClaimCase(), report_id), Refused)
    central.come_back()
    _sent(console)
    assert any(entry.text == "sebelum pulang" for entry in central.report(report_id).timeline)


def test_heartbeats_keep_the_lease_and_tell_who_looks(central: Central, console: Console) -> None:
    report_id = central.report_in(central.make_source())
    _arrived(console, report_id)
    _decided(console.desk.decide(acts.ClaimCase(), report_id))
    _sent(console)
    until(lambda: console.store.own_leases(console.session.actor.id, console.session.actor.desk_id), "the claim")  # type: ignore[union-attr]
    sync = console.sync
    assert sync is not None
    sync.presence.look_at(report_id)
    until(lambda: sync.presence.lease_left_s(report_id) is not None, "the lease")
    left_s = sync.presence.lease_left_s(report_id)
    assert left_s is not None
    assert 0 < left_s <= 40


def test_a_stream_nobody_listens_to_is_let_go(
    central: Central, console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Stream] = []
    real, lost = console.server.stream, NetworkFault("unreachable", "planted: no positions")

    def open_stream() -> Stream:
        opened.append(real())
        return opened[-1]

    def refuse() -> PositionsNews:
        raise lost

    monkeypatch.setattr(console.server, "stream", open_stream)
    monkeypatch.setattr(console.server, "positions", refuse)
    console.sync.stop()  # type: ignore[union-attr]
    console.start()
    until(lambda: opened and opened[0]._response.raw.closed, "the end of the first stream")


def test_a_server_of_another_epoch_is_taken_whole_and_given_back_what_it_lost(
    central: Central, console: Console
) -> None:
    report_id = central.report_in(central.make_source())
    _arrived(console, report_id)
    noted = _decided(console.desk.decide(acts.AddNote(text="sudah sampai"), report_id))
    _sent(console)
    console.sync.stop()  # type: ignore[union-attr]
    console.store.stage(0, SnapshotPage(epoch="an older epoch", as_of_seq=1, after="", more=False, rows=()))
    console.store.swap_stage()
    sync = console.start()
    until(lambda: sync.link.link().restored, "the news")
    _sent(console)
    until(lambda: console.store.cursor()[0] == central.parts.identity.epoch, "the snapshot")
    assert [e.decision_id for e in central.report(report_id).timeline if e.decision_id] == [noted]


def test_the_clock_follows_the_server_not_the_wall(central: Central, tmp_path: Path) -> None:
    from datetime import UTC, datetime

    made = Console(tmp_path / "late", central.address, lambda: datetime.now(UTC) - timedelta(minutes=7))
    central.make_user("sari")
    made.session.enrol(central.enrol_code(), "meja")
    made.sign_in()
    try:
        assert abs((made.clock.server_now() - central.now()).total_seconds()) < 5
        assert -425 < made.clock.off_s() < -415
    finally:
        made.stop()


def test_a_photo_is_fetched_checked_and_kept_encrypted(central: Central, console: Console, tmp_path: Path) -> None:
    import io
    import json

    from PIL import Image

    from console.contract.ids import new_id

    source = central.make_source()
    out = io.BytesIO()
    Image.effect_noise((1200, 900), 60).convert("RGB").save(out, "JPEG", quality=95)
    photo = out.getvalue()
    body = {"id": new_id(), "text": "lihat foto", "lat": -7.97, "lon": 112.63}
    answer = central.post(
        "/v1/reports",
        headers=source,
        files={"report": (None, json.dumps(body), "application/json"), "file": ("a.jpg", photo, "image/jpeg")},
    )
    assert answer.status_code == 201, answer.text
    _arrived(console, body["id"])
    report = console.store.report(body["id"])
    assert report is not None
    [file] = report.attachments
    assert file.sha256 == hashlib.sha256(photo).hexdigest()
    sync = console.sync
    assert sync is not None
    sync.downloads.want(file.id, file.size_bytes, file.sha256)
    until(lambda: sync.downloads.read(file.id), "the photo")
    assert sync.downloads.read(file.id) == photo
    sync.downloads.export(file.id, tmp_path / "foto.jpg")
    assert (tmp_path / "foto.jpg").read_bytes() == photo
