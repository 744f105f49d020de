"""Downloads: what is on screen first, resumed after each cut, shared once checked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from console.domain.attachment import Attachment
from console.domain.errors import AccessFault, InputFault, NetworkFault
from console.domain.link import Download
from console.store.store import Store
from console.sync.media import Downloads, Wish
from console.sync.media_ahead import Ahead
from tests.store.world import KEY, now, of, report


@dataclass
class Shelf:
    """A server's files behind a line that may break off after so many bytes, or answer something else."""

    files: dict[str, bytes] = field(default_factory=dict)
    cuts_after: int = 1 << 30
    piece: int = 1000
    asked: list[tuple[str, int]] = field(default_factory=list)
    answers: list[Exception] = field(default_factory=list)
    spoilt: int = 0

    def add(self, name: str, size: int) -> Wish:
        data = bytes(f"{name} " * (size // (len(name) + 1) + 1), "ascii")[:size]
        self.files[name] = data
        return Wish(id=name, size_bytes=size, sha256=hashlib.sha256(data).hexdigest())

    def media_span(self, media_id: str, from_byte: int, end_byte: int, sha256: str) -> Iterator[bytes]:
        self.asked.append((media_id, from_byte))
        if self.answers:
            raise self.answers.pop(0)
        data, sent = self.files[media_id], 0
        for at_byte in range(from_byte, end_byte, self.piece):
            piece = data[at_byte : min(end_byte, at_byte + self.piece)]
            if sent + len(piece) > self.cuts_after:
                raise NetworkFault("unreachable", "cut")
            if self.spoilt and at_byte == 0:
                self.spoilt -= 1
                piece = b"?" + piece[1:]
            sent += len(piece)
            yield piece


class Desk:
    """Downloads over a real store; `pump` is the lane."""

    def __init__(self, folder: Path) -> None:
        self.shelf = Shelf()
        self.store = Store.open(folder / "console.db", KEY, now)
        self.good, self.renewed = True, 0
        self.downloads = Downloads(
            self.store, self.shelf, wake=lambda: None, renew=self._renew, line_is_good=lambda: self.good,
            kept_bytes=1_000_000,
        )  # fmt: skip
        self.told: list[Download] = []
        self.downloads.subscribe(self.told.append)

    def _renew(self) -> None:
        self.renewed += 1

    def want(self, *wishes: Wish) -> None:
        for wish in wishes:
            self.downloads.want(wish.id, wish.size_bytes, wish.sha256)

    def pump(self, steps: int = 1000) -> list[float]:
        """Step until nothing is wished; the waits it was told."""
        waits: list[float] = []
        while len(waits) < steps and (wait_s := self.downloads.fetch_next(lambda: False)) is not None:
            waits.append(wait_s)
        return waits

    @property
    def done(self) -> list[str]:
        return [each.attachment_id for each in self.told if each.done]

    @property
    def troubles(self) -> list[str]:
        return [each.trouble for each in self.told if each.trouble]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.store.close()


def test_a_line_that_is_cut_all_the_time_brings_the_file_all_the_same(desk: Desk) -> None:
    photo = desk.shelf.add("photo", 50_300)
    desk.shelf.cuts_after = 3_000
    desk.want(photo)
    assert set(desk.pump()) == {0.0}
    assert desk.downloads.read("photo") == desk.shelf.files["photo"]
    assert [at_byte for _, at_byte in desk.shelf.asked] == list(range(0, 50_300, 3_000))
    assert desk.troubles == []


def test_nothing_is_read_while_it_is_coming(desk: Desk) -> None:
    photo, seen = desk.shelf.add("photo", 20_000), []
    desk.downloads.subscribe(lambda each: seen.append((each.done, desk.downloads.read("photo") is not None)))
    desk.want(photo)
    desk.pump()
    assert seen[-1] == (True, True)
    assert set(seen[:-1]) == {(False, False)}


def test_what_is_on_screen_comes_first_and_interrupts_what_is_not(desk: Desk) -> None:
    old, tiles, large = desk.shelf.add("old", 9_000), [desk.shelf.add(f"tile{n}", 3_000) for n in range(3)], "large"
    opened = desk.shelf.add(large, 5_000)

    def open_viewer(download: Download) -> None:
        if download.attachment_id == "old" and download.received_bytes == 2_000:
            desk.downloads.show("strip", ["tile0", "tile1", "tile2"])
            desk.want(*tiles)
        if download.attachment_id == "tile1" and download.received_bytes == 1_000:
            desk.downloads.show("viewer", [large])
            desk.want(opened)

    desk.downloads.subscribe(open_viewer)
    desk.want(old)
    desk.pump()
    assert desk.done == ["tile0", "large", "tile1", "tile2", "old"]
    assert ("old", 2_000) in desk.shelf.asked
    assert ("tile1", 1_000) in desk.shelf.asked


def test_wrong_bytes_are_fetched_anew_and_given_up_after_three(desk: Desk) -> None:
    photo = desk.shelf.add("photo", 2_000)
    desk.shelf.spoilt = 2
    desk.want(photo)
    desk.pump()
    assert desk.done == ["photo"]
    other = desk.shelf.add("other", 2_000)
    desk.shelf.spoilt = 9
    desk.want(other)
    desk.pump()
    assert desk.troubles == ["wrong_hash"]
    assert desk.downloads.read("other") is None


def test_a_dead_line_is_told_after_some_tries_and_tried_for_ever(desk: Desk) -> None:
    photo = desk.shelf.add("photo", 2_000)
    desk.shelf.answers = [NetworkFault("unreachable", "away")] * 8
    desk.want(photo)
    waits = desk.pump()
    assert waits == [0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 0.0]
    assert desk.troubles == ["unreachable"]
    assert desk.done == ["photo"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (AccessFault("forbidden", "no", said="infected"), "infected"),
        (AccessFault("forbidden", "no", said="look_first"), "look_first"),
        (InputFault("not_scanned", "waits"), "not_scanned"),
    ],
)
def test_what_the_server_refuses_is_told_with_its_reason_and_not_asked_again(
    desk: Desk, answer: Exception, code: str
) -> None:
    photo, other = desk.shelf.add("photo", 2_000), desk.shelf.add("other", 2_000)
    desk.shelf.answers = [answer]
    desk.want(other, photo)
    desk.pump()
    assert desk.troubles == [code]
    assert desk.done == ["other"]


def test_an_access_token_that_ran_out_is_renewed(desk: Desk) -> None:
    photo = desk.shelf.add("photo", 2_000)
    desk.shelf.answers = [AccessFault("session_ended", "ran out")]
    desk.want(photo)
    desk.pump()
    assert (desk.done, desk.renewed) == (["photo"], 1)


def test_what_may_be_wanted_next_is_fetched_while_nothing_waits_and_the_line_is_good(desk: Desk) -> None:
    soon, photo = desk.shelf.add("soon", 3_000), desk.shelf.add("photo", 3_000)
    desk.downloads.expect_soon([soon])
    desk.want(photo)
    assert desk.downloads.fetch_ahead(lambda: False) is None
    desk.pump()
    desk.good = False
    assert desk.downloads.fetch_ahead(lambda: False) == 5.0
    assert desk.done == ["photo"]
    desk.good = True

    def want_more(download: Download) -> None:
        if download.attachment_id == "soon" and download.received_bytes == 1_000:
            desk.want(desk.shelf.add("urgent", 1_000))

    desk.downloads.subscribe(want_more)
    desk.downloads.fetch_ahead(lambda: False)
    assert desk.done == ["photo"]
    desk.pump()
    while desk.downloads.fetch_ahead(lambda: False) is not None:
        pass
    assert desk.done == ["photo", "urgent", "soon"]
    assert ("soon", 1_000) in desk.shelf.asked


def test_room_is_made_of_what_was_shown_longest_ago_never_of_what_is_on_screen(desk: Desk) -> None:
    files = [desk.shelf.add(f"f{n}", 300_000) for n in range(5)]
    desk.shelf.piece = 100_000
    desk.downloads.show("strip", ["f0"])
    for wish in files:
        desk.want(wish)
        desk.pump()
    assert desk.downloads.read("f0") is not None
    assert desk.downloads.read("f4") is not None
    assert desk.downloads.read("f1") is None
    usage = desk.downloads.usage()
    assert usage.bytes <= usage.most_bytes == 1_000_000


def test_of_the_queues_top_few_small_files_come_ahead_and_none_of_a_sensitive_case(desk: Desk) -> None:
    def photo(name: str, size: int) -> Attachment:
        return Attachment(
            id=name, name="a.jpg", media_type="image/jpeg", size_bytes=size, sha256="0" * 64, received_at=now()
        )

    plain, huge, covered = photo("plain", 5_000), photo("huge", 9 << 20), photo("covered", 5_000)
    desk.store.apply_page(
        of([report(1, attachments=(plain, huge)), report(2, attachments=(covered,), sensitive=True), report(3)])
    )
    assert [wish.id for wish in Ahead(desk.store, desk.downloads).wishes()] == ["plain"]
