"""Openings, redactions and exports are lines that leave the case as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain import acts
from console.domain.attachment import Attachment
from console.domain.box import Box, boxes_read, boxes_written, painted_over
from console.domain.casework import Facts
from console.domain.decision import Reason
from console.domain.evidence import accesses, leaving_first, redacted_of, redaction_of
from console.domain.silence import Silence, silence, silences_read
from tests.domain.cases import BOSS, DEWI, OVERSEER, SARI, T0, a_report, case_of, done, facts, refused

SHA, MADE = "a" * 64, "b" * 64
BOX = Box(left=10, top=20, right=110, bottom=80)


def a_file(file_id: str, sha256: str) -> Attachment:
    return Attachment(
        id=file_id, name="foto.jpg", media_type="image/jpeg", size_bytes=9, sha256=sha256, received_at=T0
    )


def with_files(**changes: object) -> Facts:
    return facts(a_report(attachments=(a_file("f1", SHA), a_file("f2", "c" * 64)), **changes))


def redact(**changes: object) -> acts.RedactFile:
    act = acts.RedactFile(
        file_id="f1", origin_sha256=SHA, sha256=MADE, size_bytes=5, media_type="image/jpeg", boxes=(BOX,)
    )
    return replace(act, **changes)  # type: ignore[arg-type]


def export(**changes: object) -> acts.ExportCase:
    act = acts.ExportCase(form="zip", file_ids=("f2",), sha256=MADE, purpose="penyidikan")
    return replace(act, **changes)  # type: ignore[arg-type]


def test_everybody_who_opens_a_file_is_on_the_list_whoever_holds_the_case_and_after_its_end():
    world, _ = done(acts.ClaimCase(), with_files(), DEWI)
    for who in (DEWI, SARI, BOSS, OVERSEER):
        world, _ = done(acts.OpenFile(file_id="f2"), world, who)
    world, _ = done(acts.CloseCase(outcome="handled_on_scene", note="selesai"), world, DEWI)
    world, _ = done(acts.OpenFile(file_id="f1"), world, SARI)
    report = case_of(world)
    assert [(each.by_id, each.numbers) for each in accesses(report)] == [
        ("dewi", (2,)), ("sari", (2,)), ("boss", (2,)), ("eye", (2,)), ("sari", (1,)),
    ]  # fmt: skip
    assert refused(acts.OpenFile(file_id="tidak-ada"), world).reason is Reason.NOT_FOUND
    assert refused(acts.AddNote(text="catatan"), world, OVERSEER).reason is Reason.ROLE_FORBIDDEN


def test_none_of_it_changes_the_files_or_what_others_build_upon():
    before = with_files()
    world = before
    for act in (acts.OpenFile(file_id="f1"), redact(), export()):
        world, _ = done(act, world)
    was, report = case_of(before), case_of(world)
    assert (report.attachments, report.version, report.claim) == (was.attachments, was.version, was.claim)


def test_of_a_sensitive_case_nothing_is_opened_or_leaves_before_ones_own_look():
    world = with_files(category="sexual_violence", sensitive=True)
    for act in (acts.OpenFile(file_id="f1"), redact(), export(reason="perintah pengadilan")):
        assert refused(act, world).reason is Reason.LOOK_FIRST
    world, _ = done(acts.Look(what="sensitive", reason="menolong"), world, DEWI)
    assert refused(acts.OpenFile(file_id="f1"), world, SARI).reason is Reason.LOOK_FIRST
    assert refused(export(), world).params == {"field": "reason"}
    world, _ = done(export(reason="perintah pengadilan"), world)
    assert case_of(world).timeline[-1].text == "penyidikan\nperintah pengadilan"


@pytest.mark.parametrize(
    ("act", "field"),
    [
        (redact(boxes=()), "boxes"),
        (redact(boxes=(Box(left=5, top=5, right=5, bottom=9),)), "boxes"),
        (redact(boxes=(Box(left=0, top=0, right=5, bottom=9, from_ms=7, until_ms=7),)), "boxes"),
        (redact(boxes=(BOX,) * 201), "boxes"),
        (redact(silences=(Silence(from_ms=5, until_ms=5),)), "silences"),
        (redact(boxes=(), silences=(Silence(from_ms=0, until_ms=5),) * 201), "silences"),
        (redact(origin_sha256=MADE), "origin_sha256"),
        (redact(sha256=SHA), "sha256"),
        (redact(sha256="A" * 64), "sha256"),
        (redact(size_bytes=0), "sha256"),
        (redact(media_type="text/html"), "media_type"),
        (export(form="exe"), "form"),
        (export(sha256="x"), "sha256"),
        (export(purpose=" "), "purpose"),
    ],
)
def test_what_is_not_sound_is_refused_by_its_field(act: acts.Act, field: str):
    assert refused(act, with_files()).params["field"] == field


def test_a_redacted_copy_names_its_origin_and_leaves_instead_of_it():
    world, decision = done(redact(), with_files())
    report = case_of(world)
    assert leaving_first(report) == report.attachments
    copy = a_file("f3", MADE)
    report = replace(report, attachments=(*report.attachments, copy))
    made = redaction_of(report, copy)
    assert made is not None
    assert (made.origin_id, made.origin_sha256, made.boxes, made.by_id, made.decision_id) == (
        "f1", SHA, (BOX,), "dewi", decision.id,
    )  # fmt: skip
    assert redacted_of(report, report.attachments[0]) == copy
    assert [each.id for each in leaving_first(report)] == ["f2", "f3"]


boxes = st.builds(
    lambda left, top, wide, high, span: Box(
        left=left, top=top, right=left + wide, bottom=top + high, from_ms=span and span[0],
        until_ms=span and span[0] + span[1],
    ),
    st.integers(0, 40), st.integers(0, 40), st.integers(1, 40), st.integers(1, 40),
    st.none() | st.tuples(st.integers(0, 9000), st.integers(1, 9000)),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(boxes, min_size=1, max_size=5), st.sampled_from((0.25, 0.5, 1.0)))
def test_a_box_covers_all_it_covered_at_any_size_and_is_read_as_it_was_written(drawn: list[Box], by: float):
    assert boxes_read(boxes_written(drawn)) == tuple(drawn)
    wide, high = 64, 48
    small_wide, small_high = int(wide * by), int(high * by)
    rgba = b"\x11\x22\x33\xff" * (small_wide * small_high)
    painted = painted_over(rgba, small_wide, small_high, [box.scaled(by, by) for box in drawn])
    assert len(painted) == len(rgba)
    for y in range(small_high):
        for x in range(small_wide):
            pixel = painted[(y * small_wide + x) * 4 :][:4]
            middle = ((x + 0.5) / by, (y + 0.5) / by)
            if any(b.left <= middle[0] < b.right and b.top <= middle[1] < b.bottom for b in drawn):
                assert pixel == b"\x00\x00\x00\xff"
            else:
                assert pixel in (b"\x11\x22\x33\xff", b"\x00\x00\x00\xff")


def test_a_silence_alone_is_a_redaction_and_comes_back_from_its_line():
    silences = (Silence(from_ms=0, until_ms=1500), Silence(from_ms=2000, until_ms=9000))
    world, _ = done(redact(boxes=(), silences=silences, media_type="audio/ogg"), with_files())
    line = case_of(world).timeline[-1]
    assert (line.params["boxes"], line.params["silences"], line.params["silent"]) == ("", "0-1500;2000-9000", "2")
    assert silences_read(line.params["silences"]) == silences
    assert silences_read("5-5;a-b;7;-3-9;9-10") == (Silence(from_ms=9, until_ms=10),)


def test_samples_of_a_silence_are_zero_to_the_millisecond():
    samples = bytearray(b"\x01" * 4 * 10)
    silence(samples, 100, 4, (Silence(from_ms=98, until_ms=102), Silence(from_ms=108, until_ms=300)))
    assert samples == bytes(8) + b"\x01" * 24 + bytes(8)
    silence(samples, 500, 4, (Silence(from_ms=98, until_ms=102),))
    assert samples == bytes(8) + b"\x01" * 24 + bytes(8)


def test_boxes_that_are_none_are_left_out():
    assert boxes_read("1,2,3,4;x;5,6,7;9,9,1,1;0,0,2,2@5;1,1,3,3@5-9") == (
        Box(left=1, top=2, right=3, bottom=4), Box(left=1, top=1, right=3, bottom=3, from_ms=5, until_ms=9),
    )  # fmt: skip
