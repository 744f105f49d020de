"""A twin takes and refuses what its dataclass does, and rules read it alike."""

from __future__ import annotations

import msgspec
import pytest

from console.contract.codec import encode
from console.domain.agency import Agency
from console.domain.errors import InputFault
from console.domain.report import Assignment, AssignmentStatus, Claim, Forward, ForwardStatus, Report, Review, Status
from console.domain.timeline import Before, Entry
from console.domain.unit import Unit
from console.store.bodies import decode
from console.store.row import closed_at_us, queue_place, words_of
from console.store.twin import twin
from tests.store.world import NOW, report, unit

_CLAIM = Claim(holder_id="sari", holder_name="Sari", desk_id="d1", token=3, taken_at=NOW)
_ORDER = Assignment(
    unit_id="u1", call_sign="P1", title="Patroli", decision_id="d", status=AssignmentStatus.READ, ordered_at=NOW
)
_FORWARD = Forward(
    id="f",
    agency_id="a",
    agency_name="Dinas contoh",
    agency_phone="",
    status=ForwardStatus.SENT,
    text="tolong",
    decided_at=NOW,
    send_after=NOW,
)
_REVIEW = Review(verdict="ok", note="", at=NOW, by_id="b", by_name="Budi")
_ENTRY = Entry(kind="report.claim", at=NOW, params={"a": "b"}, before=Before(priority=2))
WORLD = [
    report(1),
    report(2, claim=_CLAIM, status=Status.FORWARDED, assignments=(_ORDER,), forwards=(_FORWARD,), timeline=(_ENTRY,)),
    report(3, status=Status.JUNKED, closed_at=NOW, review=_REVIEW),
]


@pytest.mark.parametrize("original", WORLD, ids=lambda each: each.number)
def test_a_rule_reads_a_twin_like_the_original(original: Report) -> None:
    read = decode(encode(original), twin(Report))
    assert (queue_place(read), closed_at_us(read)) == (queue_place(original), closed_at_us(original))
    assert words_of(read) == words_of(original)
    assert msgspec.json.decode(encode(read)) == msgspec.json.decode(encode(original))


@pytest.mark.parametrize(
    ("was", "is_now"),
    [
        (b'"lat":null', b'"lat":-7.9'),
        (b'"status":"new"', b'"status":"lost"'),
        (b'"timeline":[]', b'"timeline":[{"kind":"received"}]'),
        (b'"priority":3', b'"priority":"3"'),
        (b'"claim":null', b'"claim":{"token":"x"}'),
    ],
)
def test_what_the_original_refuses_its_twin_refuses(was: bytes, is_now: bytes) -> None:
    body = encode(report(1))
    assert was in body
    broken = body.replace(was, is_now)
    for kind in (Report, twin(Report)):
        with pytest.raises(InputFault):
            decode(broken, kind)


def test_other_things_have_twins_too() -> None:
    assert decode(encode(unit()), twin(Unit)).call_sign == unit().call_sign
    assert twin(Agency) is twin(Agency)
