"""Asking nearby: what may never leave, who is asked, when it ends, what answers count for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain import acts
from console.domain.askable import (
    AskBook,
    AskQuestion,
    AskSource,
    AskSources,
    Crowd,
    fault_in_book,
    known_near,
)
from console.domain.attachment import Attachment
from console.domain.casework import Facts, judge
from console.domain.casework.asking import Said, ask_answered, ask_of, ask_reached, ask_taken
from console.domain.category import CATEGORIES
from console.domain.decision import Reason
from console.domain.life_safety import life_words
from console.domain.nearby import (
    GRID_DEG,
    AskState,
    Seen,
    answers_of,
    names_somebody,
    quotes,
    rounded,
    state_of,
    tally,
)
from console.domain.place import Place
from console.domain.report import Report
from console.domain.triage import Lexicon, WordRules
from tests.domain.cases import SARI, T0, a_report, case_of, decide, done, facts, refused

OJOL = AskSource(id="ojol", name="Mitra Ojol", kind="partner", heard_at=T0)
PAST = AskSource(id="lama", name="Mitra Lama", kind="partner", heard_at=T0, valid_until=T0)
QUESTION = acts.AskNearby(source_ids=("ojol",), question="Ada kecelakaan di dekat Anda?")
PHOTO = Attachment(id="f1", name="a.jpg", media_type="image/jpeg", size_bytes=1, sha256="0" * 64, received_at=T0)


def world(report: Report | None = None) -> Facts:
    return facts(report, askable=AskSources(sources=(OJOL, PAST)))


def said(who: str, seen: Seen, text: str = "", **more: object) -> Said:
    values: dict[str, object] = {"id": f"{who}-{seen.value}-{text}", "who": who, "seen": seen, "text": text}
    return Said(**(values | more))  # type: ignore[arg-type]


def asked() -> tuple[Report, str]:
    """A case whose question the partner has fetched, and the question's id."""
    after, decision = done(QUESTION, world())
    return ask_taken(case_of(after), decision.id, "ojol", T0 + timedelta(seconds=20)), decision.id


def test_a_question_says_what_leaves_and_takes_the_case() -> None:
    after, decision = done(replace(QUESTION, quoted="Truk rem blong", radius_m=2000), world())
    report, ask = case_of(after), ask_of(case_of(after), decision.id)
    assert ask is not None
    assert report.claim is not None
    assert (ask.lat, ask.lon) == (-7.976, 112.634)
    assert (ask.until - decision.decided_at, ask.send_after - decision.decided_at) == (
        timedelta(minutes=30), timedelta(seconds=10),
    )  # fmt: skip
    line = report.timeline[-1]
    assert line.params == {"sources": "Mitra Ojol", "radius": "2000", "minutes": "30", "quoted": "yes"}
    assert "Truk rem blong" in line.text
    assert ask_of(report, "none") is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"question": "  "}, Reason.EMPTY_TEXT),
        ({"question": "x" * 201}, Reason.BAD_VALUE),
        ({"quoted": "x" * 501}, Reason.BAD_VALUE),
        ({"question": "Hubungi 0812-3456-7890?"}, Reason.HOLDS_NUMBER),
        ({"quoted": "telp saya 081234567890"}, Reason.HOLDS_NUMBER),
        ({"question": "Lihat TABRAKAN truk  dan dua motor?"}, Reason.QUOTES_REPORTER),
        ({"radius_m": 900}, Reason.BAD_VALUE),
        ({"minutes": 1}, Reason.BAD_VALUE),
        ({"hold_s": 0}, Reason.BAD_VALUE),
        ({"source_ids": ()}, Reason.BAD_VALUE),
        ({"source_ids": ("ojol", "ojol")}, Reason.BAD_VALUE),
        ({"source_ids": ("nobody",)}, Reason.NOT_ASKABLE),
        ({"source_ids": ("lama",)}, Reason.NOT_ASKABLE),
    ],
)
def test_what_may_not_leave_is_refused(change: dict[str, object], reason: Reason) -> None:
    assert refused(replace(QUESTION, **change), world()).reason is reason  # type: ignore[arg-type]


def test_nobody_is_asked_about_a_sensitive_case_an_unheld_p1_or_a_case_without_a_place() -> None:
    sensitive = a_report(category="domestic_violence", sensitive=True)
    assert refused(QUESTION, world(sensitive)).reason is Reason.NEVER_NEARBY
    critical = a_report(priority=1)
    assert refused(QUESTION, world(critical)).reason is Reason.NOT_CLAIMED
    held, _ = done(acts.ClaimCase(), world(critical))
    assert len(case_of(done(QUESTION, held)[0]).asks) == 1
    assert refused(QUESTION, world(a_report(place=Place(words="di pasar")))).reason is Reason.NEEDS_COORDINATES
    assert refused(QUESTION, facts()).reason is Reason.NOT_ASKABLE


def test_three_questions_stand_at_once_and_withdrawing_one_makes_room() -> None:
    now, ids = world(), []
    for second in (1, 2, 3):
        now, decision = done(QUESTION, now, after_s=second)
        ids.append(decision.id)
    assert refused(QUESTION, now).reason is Reason.TOO_MANY_ASKS
    now, _ = done(acts.WithdrawAsk(ask_id=ids[0]), now)
    assert refused(acts.WithdrawAsk(ask_id=ids[0]), now).reason is Reason.ASK_NOT_OPEN
    assert len(case_of(done(QUESTION, now)[0]).asks) == 4


def test_one_decided_offline_and_sent_too_late_never_goes_out() -> None:
    decision = decide(QUESTION, world())
    late = judge(decision, world(), SARI, decision.decided_at + timedelta(minutes=30))
    assert late is not None
    assert late.reason in (Reason.ASK_EXPIRED, Reason.STALE_LEASE)


def test_undo_takes_it_back_until_a_source_has_fetched_it() -> None:
    after, decision = done(QUESTION, world())
    back, _ = done(acts.Undo(decision_id=decision.id), after, after_s=9)
    ask = ask_of(case_of(back), decision.id)
    assert ask is not None
    assert ask.undone
    assert case_of(back).claim is None
    gone = replace(after, report=ask_taken(case_of(after), decision.id, "ojol", T0 + timedelta(seconds=8)))
    assert refused(acts.Undo(decision_id=decision.id), gone, after_s=9).reason is Reason.TOO_LATE_TO_UNDO


def test_where_a_question_stands_follows_from_times_alone() -> None:
    report, ask_id = asked()
    ask = ask_of(report, ask_id)
    assert ask is not None
    fresh = replace(ask, sources=tuple(replace(each, taken_at=None) for each in ask.sources))
    middle = ask.send_after + timedelta(minutes=1)
    stands = [
        (state_of(fresh, ask.at, ended=False), AskState.HELD),
        (state_of(fresh, middle, ended=False), AskState.WAITING),
        (state_of(ask, middle, ended=False), AskState.OUT),
        (state_of(ask, middle, ended=True), AskState.WITHDRAWN),
        (state_of(replace(ask, withdrawn_at=middle), middle, ended=False), AskState.WITHDRAWN),
        (state_of(ask, ask.until, ended=True), AskState.OVER),
        (state_of(fresh, ask.until, ended=False), AskState.MISSED),
        (state_of(replace(ask, undone=True), middle, ended=False), AskState.UNDONE),
    ]
    assert [found for found, _ in stands] == [wanted for _, wanted in stands]


def test_sources_say_how_many_they_reached_and_the_same_again_changes_nothing() -> None:
    report, ask_id = asked()
    assert ask_of(report, ask_id).reached is None  # type: ignore[union-attr]
    told = ask_reached(report, ask_id, "ojol", 14)
    assert (ask_of(told, ask_id).reached, told.revision) == (14, report.revision + 1)  # type: ignore[union-attr]
    assert ask_reached(told, ask_id, "ojol", 14) is told
    assert ask_reached(told, "none", "ojol", 3) is told
    assert ask_taken(told, ask_id, "ojol", T0) is told
    assert ask_taken(told, "none", "ojol", T0) is told


def test_an_answer_is_a_strangers_word_told_with_distance_and_changes_nothing_else() -> None:
    report, ask_id = asked()
    near = said("p1", Seen.YES, "ada korban berdarah", lat=-7.9797, lon=112.634)
    after = ask_answered(report, ask_id, "ojol", near, T0 + timedelta(minutes=2), (PHOTO,))
    same = replace(after, timeline=report.timeline, attachments=(), unread=report.unread, revision=report.revision)
    assert same == report
    assert after.unread
    (answer,) = answers_of(after.timeline, ask_id)
    assert (answer.metres, answer.lat, answer.lon) == (300, -7.98, 112.634)
    assert (answer.attachment_ids, answer.source_name, answer.filed_as) == (("f1",), "Mitra Ojol", "")
    assert life_words(after, Lexicon(WordRules())) == ()
    nowhere = ask_answered(replace(report, place=Place()), ask_id, "ojol", near, T0)
    assert answers_of(nowhere.timeline, ask_id)[0].metres is None
    unknown = ask_answered(report, "none", "ojol", said("p1", Seen.NO), T0)
    assert answers_of(unknown.timeline, "none")[0].source_name == ""


def test_an_answer_filed_as_a_report_of_its_own_says_under_which_number() -> None:
    report, ask_id = asked()
    report = ask_answered(report, ask_id, "ojol", said("p1", Seen.NONE, "Ada begal di jalan sebelah"), T0)
    (answer,) = answers_of(report.timeline, ask_id)
    after, _ = done(acts.NoteAnswerFiled(answer_id=answer.id, report_id="r9", number="KJ-2611-0009"), world(report))
    assert answers_of(case_of(after).timeline, ask_id)[0].filed_as == "KJ-2611-0009"
    assert answers_of(case_of(after).timeline, ask_id)[0].filed_id == "r9"
    for bad in (
        acts.NoteAnswerFiled(answer_id="none", report_id="r9"), acts.NoteAnswerFiled(answer_id=answer.id, report_id=""),
    ):  # fmt: skip
        assert refused(bad, world(report)).reason is Reason.BAD_VALUE


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(Seen)), max_size=12))
def test_people_are_counted_once_by_their_last_touch_however_often_they_answer(touches: list[tuple[str, Seen]]) -> None:
    report, ask_id = asked()
    for number, (who, seen) in enumerate(touches):
        report = ask_answered(report, ask_id, "ojol", said(who, seen, str(number)), T0)
    counted = tally(answers_of(report.timeline, ask_id))
    last = {who: seen for who, seen in touches if seen is not Seen.NONE}
    assert counted.people == len({who for who, _ in touches})
    assert (counted.yes, counted.no, counted.unsure) == tuple(
        list(last.values()).count(seen) for seen in (Seen.YES, Seen.NO, Seen.UNSURE)
    )


@settings(max_examples=80, deadline=None)
@given(st.floats(-90, 90), st.floats(-180, 180), st.text(max_size=60), st.text(max_size=40))
def test_no_place_leaves_finer_than_the_grid_and_no_number_leaves_at_all(
    lat: float, lon: float, before: str, after: str
) -> None:
    for degrees in (lat, lon):
        assert abs(rounded(degrees) - degrees) <= GRID_DEG / 2 + 1e-6
        assert abs(rounded(degrees) / GRID_DEG - round(rounded(degrees) / GRID_DEG)) < 1e-6
    assert names_somebody(f"{before}081234567890{after}")
    assert names_somebody(f"{before}0812 3456 7890{after}")


def test_plates_and_house_numbers_may_leave_and_short_tellings_are_nobodys_words() -> None:
    assert not names_somebody("N 1234 AB di Jl. Rekaan 17, pukul 14.30")
    assert not quotes("Ada tabrakan?", "tabrakan")
    told = "Truk rem blong nabrak dua motor di depan stasiun arah utara"
    assert quotes("Lihat truk rem blong, nabrak dua motor?", told)
    assert not quotes("Lihat truk dan dua motor di depan stasiun?", told)


def test_about_how_many_are_known_nearby_and_unknown_when_the_source_never_said() -> None:
    crowds = (Crowd(lat=-7.98, lon=112.63, people=9), Crowd(lat=-7.90, lon=112.63, people=100))
    assert known_near(replace(OJOL, crowds=crowds), -7.976, 112.634, 1000) == 9
    assert known_near(OJOL, -7.976, 112.634, 1000) is None


def test_a_book_gives_the_categorys_own_questions_first_and_says_what_is_wrong_with_it() -> None:
    fire = AskQuestion(id="fire", indonesian="Terlihat asap?", english="Smoke?", categories=("fire",))
    every = AskQuestion(id="any", indonesian="Terlihat sesuatu?", english="")
    book = AskBook(questions=(every, fire))
    assert book.of("fire") == (fire, every)
    assert book.of("theft") == (every,)
    assert (fire.words("en"), fire.words("id"), every.words("en")) == ("Smoke?", "Terlihat asap?", "Terlihat sesuatu?")
    known = frozenset(CATEGORIES)
    assert fault_in_book(book, known) is None
    for broken, field in (
        (replace(book, minutes=1), "minutes"),
        (replace(book, questions=(every, every)), "questions[0].id"),
        (replace(book, questions=(replace(every, indonesian=" "),)), "questions[0].indonesian"),
        (replace(book, questions=(replace(every, indonesian="Telp 081234567890"),)), "questions[0].indonesian"),
        (replace(book, questions=(replace(every, categories=("x",)),)), "questions[0].categories"),
    ):
        found = fault_in_book(broken, known)
        assert found is not None
        assert found[0] == field
