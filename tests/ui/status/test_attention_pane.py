"""What the pane of needs attention shows, and what each of its buttons does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from console.desk.decide import Decided
from console.desk.ports import Link, LinkState
from console.desk.way_back import Help
from console.domain import acts
from console.domain.acts import Act
from console.domain.conflict import WayOut
from console.domain.decision import Reason, refuse
from console.domain.person import Role
from console.domain.report import Report
from console.ui.status.attention_card import AttentionCard
from console.ui.status.attention_pane import MOST
from console.ui.status.conflict_card import ConflictCard
from tests.worlds.operations import OPERATOR, Operations
from tests.worlds.queue_window import NOW, a_report
from tests.worlds.rival import JOKO, Rival


@pytest.fixture
def work(qtbot, tmp_path) -> Iterator[Operations]:
    work = Operations(qtbot, tmp_path)
    work.window.toggle_attention()
    yield work
    work.close()


@pytest.fixture
def rival(work: Operations) -> Rival:
    return Rival(work.store, work.feed, work.line.server_now)


def decide(work: Operations, act: Act, report: Report) -> str:
    ids: list[str] = []
    work.deciding.decide(act, report.id, then=lambda done: ids.append(done.decision_id))
    work.qtbot.waitUntil(lambda: bool(ids))
    return ids[0]


def cards(work: Operations) -> list[AttentionCard]:
    work.settle()
    return list(work.window.attention.cards.values())


def the_card(work: Operations) -> AttentionCard:
    work.qtbot.waitUntil(lambda: len(cards(work)) == 1)
    return cards(work)[0]


def words(card: AttentionCard) -> str:
    """Every word of it, its columns' lines too."""
    labels = [label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card)]
    if isinstance(card, ConflictCard):
        labels += [column.paper.text() for column in (card.mine, card.theirs) if column.isVisibleTo(card)]
    return "\n".join(labels)


def press(work: Operations, card: AttentionCard, offer: object) -> None:
    work.qtbot.mouseClick(card.buttons[offer], Qt.MouseButton.LeftButton)
    work.settle()


def beaten(work: Operations, rival: Rival) -> Report:
    """Decided here without the server, while Budi was first."""
    report = a_report(1, priority=2)
    work.feed(report)
    decide(work, acts.ClaimCase(), report)
    decide(work, acts.SetPriority(priority=1), report)
    decide(work, acts.AddNote(text="warga menunggu di gapura"), report)
    rival.decides(acts.ClaimCase(), report.id, ago_s=20)
    rival.judges()
    return report


def test_a_race_lost_is_one_card_with_both_sides(work: Operations, rival: Rival) -> None:
    beaten(work, rival)
    card = the_card(work)
    assert card.title.text() == "Budi Santoso lebih dulu di KJ-2611-0001"
    assert isinstance(card, ConflictCard)
    assert card.mine.paper.text().splitlines() == [
        "14:07 Diambil", "ditolak", "14:07 Prioritas P2 → P1", "ditolak", "14:07 Catatan",
        "warga menunggu di gapura", "berlaku",
    ]  # fmt: skip
    assert card.theirs.paper.text() == "14:07 Diambil"
    assert [button.text() for button in card.buttons.values()] == [
        "Biarkan pada Budi Santoso", "Beri tahu Budi Santoso lewat catatan", "Lihat kejadian",
    ]  # fmt: skip
    assert work.window.status.attention.text() == "Perlu perhatian 1"


def test_leaving_it_acknowledges_and_keeps_everything(work: Operations, rival: Rival) -> None:
    beaten(work, rival)
    press(work, the_card(work), WayOut.LEAVE)
    work.qtbot.waitUntil(lambda: not cards(work))
    assert work.window.status.attention.text() == "Perlu perhatian 0"
    kept = [row.decision.op for row in map(work.store.ledger_row, [raw[0] for raw in work.store.ledger_raw()]) if row]
    assert kept == ["report.claim", "report.priority", "report.note"]


def test_telling_writes_one_note_on_the_case_of_the_other(work: Operations, rival: Rival) -> None:
    report = beaten(work, rival)
    press(work, the_card(work), WayOut.TELL)
    work.qtbot.waitUntil(lambda: not cards(work))
    (waiting,) = work.store.waiting()
    assert isinstance(waiting.decision.act, acts.AddNote)
    assert waiting.decision.act.text == (
        "Aiptu Dewi R. memutuskan ini tanpa tahu, dan tidak berlaku: 14:07 Diambil; 14:07 Prioritas P2 → P1."
    )
    rival.judges()
    shown = work.store.report(report.id)
    assert shown is not None
    assert shown.unread
    assert work.window.toast.sentence.full_text() == "KJ-2611-0001: catatan ditambahkan."


def test_what_would_stand_now_is_decided_anew_by_one_press(work: Operations, rival: Rival) -> None:
    report = a_report(1, priority=2)
    work.feed(report)
    decide(work, acts.ClaimCase(), report)
    decide(work, acts.SetPriority(priority=1), report)
    rival.decides(acts.SetCategory(category="fire"), report.id)
    rival.judges()
    card = the_card(work)
    assert card.title.text() == "Budi Santoso mengubah KJ-2611-0001 sebelum ini terkirim"
    assert next(iter(card.buttons)) is WayOut.AGAIN
    press(work, card, WayOut.AGAIN)
    work.qtbot.waitUntil(lambda: not cards(work))
    rival.judges()
    shown = work.store.report(report.id)
    assert shown is not None
    assert shown.claim is not None
    assert (shown.claim.holder_id, shown.priority, shown.category) == (OPERATOR.id, 1, "fire")
    assert not work.store.waiting()


def test_a_supervisor_takes_over_with_a_reason_typed_in_the_card(qtbot, tmp_path) -> None:
    work = Operations(qtbot, tmp_path, actor=replace(OPERATOR, role=Role.SUPERVISOR))
    rival = Rival(work.store, work.feed, work.line.server_now)
    work.window.toggle_attention()
    report = beaten(work, rival)
    card = the_card(work)
    press(work, card, WayOut.TAKE_OVER)
    assert card.line is not None
    assert not card.line.button.isEnabled()
    field = card.line.lines[0]
    qtbot.keyClicks(field, "unit kami di tempat")

    # News while typing changes what the card says, never what is being typed.
    rival.decides(acts.AddNote(text="menunggu derek"), report.id)
    work.qtbot.waitUntil(lambda: "menunggu derek" in words(card))
    assert (card.line.lines[0], field.text()) == (field, "unit kami di tempat")

    qtbot.keyClick(field, Qt.Key.Key_Return)
    work.settle()
    work.qtbot.waitUntil(lambda: WayOut.TAKE_OVER not in the_card(work).buttons)
    assert next(iter(card.buttons)) is WayOut.AGAIN
    rival.judges()
    shown = work.store.report(report.id)
    assert shown is not None
    assert shown.claim is not None
    assert shown.claim.holder_id == OPERATOR.id
    assert [entry.text for entry in shown.timeline if entry.kind == "report.break_claim"] == ["unit kami di tempat"]
    work.close()


def test_a_case_taken_off_this_desk_says_by_whom_and_why(work: Operations, rival: Rival) -> None:
    report = a_report(1)
    work.feed(report)
    decide(work, acts.ClaimCase(), report)
    rival.judges()
    assert not cards(work)
    rival.decides(acts.BreakClaim(reason="meja 1 padam"), report.id, JOKO)
    card = the_card(work)
    assert card.title.text() == "Ipda Joko mengambil alih KJ-2611-0001 dari Anda"
    assert "“meja 1 padam”" in card.why.text()
    press(work, card, Help.READ)
    work.qtbot.waitUntil(lambda: not cards(work))


def test_a_refused_question_is_written_anew_in_the_case(work: Operations, rival: Rival) -> None:
    report = a_report(1, reporter=replace(a_report(1).reporter, reachable=True))
    work.feed(report)
    refused = decide(work, acts.AskReporter(text="di mna?"), report)
    work.refuse(refused, refuse(Reason.BAD_VALUE, field="text"))
    wanted: list[tuple[str, object, str]] = []
    work.window.attention.acts.edit_wanted.connect(lambda *asked: wanted.append(asked))
    press(work, the_card(work), WayOut.EDIT)
    assert wanted == [(report.id, acts.AskReporter(text="di mna?"), refused)]


def test_a_revoked_session_asks_to_sign_in(work: Operations) -> None:
    report = a_report(1)
    work.feed(report)
    work.refuse(decide(work, acts.ClaimCase(), report), refuse(Reason.SESSION_REVOKED))
    asked: list[bool] = []
    work.window.person.lock_asked.connect(lambda: asked.append(True))
    press(work, the_card(work), WayOut.SIGN_IN)
    assert asked == [True]


def test_a_desk_the_server_refuses_is_enrolled_again_with_a_code(work: Operations) -> None:
    work.window._take_link(Link(state=LinkState.REFUSED, since=NOW, trouble="desk_refused", waiting=2))
    card = the_card(work)
    press(work, card, Help.ENROL)
    assert card.line is not None
    code = card.line.lines[0]
    assert QApplication.focusWidget() is code
    work.qtbot.keyClicks(code, "SALAH")
    work.qtbot.keyClick(code, Qt.Key.Key_Return)
    work.qtbot.waitUntil(lambda: card.answer.isVisible())
    assert card.answer.text() == "Kode pendaftaran salah, sudah dipakai, atau kedaluwarsa. Minta kode baru."
    assert code.text() == "SALAH"
    code.selectAll()
    work.qtbot.keyClicks(code, "BENAR")
    work.qtbot.keyClick(code, Qt.Key.Key_Return)
    work.qtbot.waitUntil(lambda: work.helped == ["retry"])
    assert work.door.enrolled
    work.settle()
    assert card.line is None


STALLED = Link(state=LinkState.LIVE, since=NOW, stalled=True, waiting=4, oldest_waiting_at=NOW - timedelta(minutes=3))


@pytest.mark.parametrize(
    ("link", "tone", "said"),
    [
        (STALLED, "bad", "4 keputusan menunggu, yang terlama 3 mnt."),
        (Link(state=LinkState.REFUSED, since=NOW, trouble="desk_refused"), "bad", "Minta kode kepada administrator"),
        (Link(state=LinkState.OFFLINE, since=NOW, trouble="certificate"), "bad", "Sertifikat server tidak dipercaya."),
        (Link(state=LinkState.REFUSED, since=NOW, trouble="console_too_old"), "bad", "Konsol ini terlalu lama"),
        (Link(state=LinkState.REFUSED, since=NOW, trouble="session_ended"), "warn", "Masuk lagi"),
        (Link(state=LinkState.LIVE, since=NOW, restored=True), "warn", "Server dipulihkan dari cadangan."),
        (Link(state=LinkState.LIVE, since=NOW, clock_off_s=421.0), "warn", "7 mnt lebih cepat."),
        (Link(state=LinkState.LIVE, since=NOW, clock_off_s=-90.0), "warn", "1 mnt lebih lambat."),
        (Link(state=LinkState.OFFLINE, since=NOW, trouble="unreachable", waiting=2), "", ""),
    ],
)
def test_the_bottom_line_is_the_one_band_for_troubles(work: Operations, link: Link, tone: str, said: str) -> None:
    before = work.window.queue.geometry()
    work.window._take_link(link)
    work.settle()
    status = work.window.status
    work.qtbot.waitUntil(lambda: (status.property("tone") or "") == tone)
    assert said in status.notice.sentence.full_text()
    assert status.notice.isVisible() == bool(tone)
    assert status.keys.isVisible() != bool(tone)
    assert work.window.queue.geometry() == before


def test_a_stall_is_told_with_depth_and_age_in_both_languages_until_it_is_over(
    work: Operations,
) -> None:
    status = work.window.status
    work.window._take_link(STALLED)
    work.qtbot.waitUntil(lambda: "yang terlama 3 mnt" in status.notice.sentence.full_text())
    work.later(120)
    work.qtbot.waitUntil(lambda: "yang terlama 5 mnt" in status.notice.sentence.full_text())
    work.language.speak("en")
    work.qtbot.waitUntil(lambda: "4 decisions wait, the oldest for 5 min." in status.notice.sentence.full_text())
    work.window._take_link(Link(state=LinkState.LIVE, since=NOW))
    work.qtbot.waitUntil(lambda: not status.notice.isVisible())
    assert status.keys.isVisible()


def test_being_offline_is_told_in_the_pane_and_not_counted(work: Operations) -> None:
    work.window._take_link(Link(state=LinkState.OFFLINE, since=NOW, trouble="unreachable", waiting=2))
    card = the_card(work)
    assert card.title.text() == "Server tidak dapat dihubungi"
    assert work.window.status.attention.text() == "Perlu perhatian 0"
    press(work, card, Help.RETRY)
    work.qtbot.waitUntil(lambda: work.helped == ["retry"])


def test_what_people_before_decided_is_told_discreetly(work: Operations) -> None:
    report = a_report(1)
    work.feed(report)
    work.sits(replace(OPERATOR, id="sari", name="Sari Wulandari", session_id="s0"))
    decide(work, acts.AddNote(text="x"), report)
    work.sits(OPERATOR)
    work.window._take_link(Link(state=LinkState.LIVE, since=NOW, waiting=1))
    card = the_card(work)
    assert card.title.text() == "1 keputusan petugas sebelumnya masih menunggu"
    assert "Sari Wulandari" in card.why.text()
    assert work.window.status.attention.text() == "Perlu perhatian 0"
    assert work.window.status.waiting.text() == "1 keputusan menunggu kirim · 1 dari petugas sebelumnya"


def test_a_refusal_of_somebody_before_says_whose_it_was(work: Operations) -> None:
    report = a_report(1)
    work.feed(report)
    work.sits(replace(OPERATOR, id="sari", name="Sari Wulandari", session_id="s0"))
    refused = decide(work, acts.AddNote(text="x"), report)
    work.sits(OPERATOR)
    work.refuse(refused, refuse(Reason.SESSION_TOO_OLD))
    card = the_card(work)
    assert "keputusan Sari Wulandari" in card.when.text()
    assert "Sari Wulandari, di meja ini" in words(card)


def test_words_of_a_sensitive_case_stay_closed(work: Operations, rival: Rival) -> None:
    report = a_report(1, sensitive=True, category="domestic_violence")
    work.feed(report)
    decide(work, acts.ClaimCase(), report)
    decide(work, acts.AddNote(text="RAHASIA SAYA"), report)
    rival.decides(acts.ClaimCase(), report.id)
    rival.decides(acts.AddNote(text="RAHASIA BUDI"), report.id)
    rival.judges()
    assert "RAHASIA" not in words(the_card(work))


def test_forty_refusals_come_up_a_few_at_a_time(work: Operations) -> None:
    reports = [a_report(number) for number in range(1, 41)]
    work.feed(*reports)
    for report in reports:
        answer = work.desk.decide(acts.AddNote(text="x"), report.id)
        assert isinstance(answer, Decided)
        work.refuse(answer.decision_id, refuse(Reason.SESSION_TOO_OLD))
    work.qtbot.waitUntil(lambda: work.window.status.attention.text() == "Perlu perhatian 40")
    work.qtbot.waitUntil(lambda: len(work.window.attention.cards) == MOST)
    first = next(iter(work.window.attention.cards.values()))
    assert first.entry.number == "KJ-2611-0001"
    press(work, first, WayOut.LEAVE)
    work.qtbot.waitUntil(lambda: work.window.status.attention.text() == "Perlu perhatian 39")
    work.qtbot.waitUntil(lambda: len(work.window.attention.cards) == MOST)
    assert next(iter(work.window.attention.cards.values())).entry.number == "KJ-2611-0002"
