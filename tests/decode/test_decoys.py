"""Nine programs that try to get out of a worker's place: contained, and decoding goes on."""

from __future__ import annotations

import dataclasses

import pytest

from console.bench.hostile_decoys import DECOYS, Decoy, try_decoy
from console.decode.pool import Decoder
from tests.decode.test_pool import photo_bytes

pytestmark = pytest.mark.usefixtures("jail_holds")


@pytest.mark.parametrize("decoy", DECOYS, ids=[decoy.name for decoy in DECOYS])
def test_a_decoy_is_contained(decoy: Decoy):
    outcome = try_decoy(decoy, photo_bytes())
    assert not outcome.why, outcome


def test_there_are_the_nine_of_the_issue():
    assert {decoy.name for decoy in DECOYS} == {
        "hang", "crash", "memory", "disk", "forks", "flood", "network", "passwd", "symlink",
    }  # fmt: skip


def test_a_decoy_that_got_out_would_be_seen():
    """The judge itself: what answers like a worker is no refusal."""
    harmless = dataclasses.replace(DECOYS[3], code="escaped()")
    outcome = try_decoy(harmless, photo_bytes())
    assert outcome.ended == "escaped"
    assert "it got out and said so" in outcome.why


def test_decoding_goes_on_afterwards(decoder: Decoder):
    assert decoder.photo(photo_bytes(), 100) is not None
    assert decoder.report() is None
