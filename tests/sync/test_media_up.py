"""Sending files made at this desk: once decided, from where it broke off."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from console.contract.decisions import DecisionResult, encode_decision
from console.contract.files import FileReceived
from console.domain.acts import AttachFile
from console.domain.attachment import COMING, WITHDRAWN, Attachment
from console.domain.decision import Decision, Outcome, Subject
from console.domain.errors import InputFault, NetworkFault
from console.domain.link import Upload
from console.store.store import Store
from console.sync.media_up import Uploads
from tests.store.world import KEY, NOW, SARI, now, of, report

PHOTO = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 2000
FILE_ID = "019aaaaa-0000-7000-8000-000000000001"


@dataclass
class Center:
    """A server that takes files, until told otherwise."""

    has: bytes = b""
    knows: bool = True
    unknown: str = ""
    answers: list[Exception] = field(default_factory=list)
    pieces: list[int] = field(default_factory=list)

    def upload_state(self, file_id: str) -> FileReceived:
        if not self.knows or file_id == self.unknown:
            raise InputFault("not_found", "no such file")
        return FileReceived(received_bytes=len(self.has), done=self.has == PHOTO)

    def upload_piece(self, file_id: str, at_byte: int, piece: bytes) -> FileReceived:
        if self.answers:
            raise self.answers.pop(0)
        assert at_byte == len(self.has)
        self.has += piece
        self.pieces.append(len(piece))
        return FileReceived(received_bytes=len(self.has), done=self.has == PHOTO)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "console.db", KEY, now)
    opened.apply_page(of([report(1)]))
    yield opened
    opened.close()


def attached(store: Store, outcome: Outcome | None, file_id: str = FILE_ID) -> None:
    """A sealed file and its decision, as the server answered it."""
    store.files.keep_own(file_id, PHOTO)
    act = AttachFile(
        file_id=file_id, name="a.jpg", media_type="image/jpeg", size_bytes=len(PHOTO),
        sha256=hashlib.sha256(PHOTO).hexdigest(),
    )  # fmt: skip
    decision = Decision(
        id=file_id, op="report.attach_file", subject=Subject(kind="report", id="r0001"), actor_id=SARI.id,
        actor_session_id=SARI.session_id, desk_id=SARI.desk_id, decided_at=NOW, act=act,
    )  # fmt: skip
    store.record(decision, SARI, encode_decision(decision))
    if outcome is not None:
        store.settle([DecisionResult(id=file_id, outcome=outcome, server_time=NOW)])


def test_nothing_goes_before_its_decision_was_applied(store: Store) -> None:
    attached(store, None)
    center = Center()
    assert Uploads(store, center, now).send_next(lambda: False) == 60.0
    assert center.pieces == []


def test_it_goes_on_where_it_broke_off_in_smaller_pieces_while_the_line_is_bad(store: Store) -> None:
    attached(store, Outcome.APPLIED)
    center = Center(has=PHOTO[:1000], answers=[NetworkFault("timeout", "slow")] * 3)
    sending = Uploads(store, center, now)
    assert [sending.send_next(lambda: False) for _ in range(3)] == [2.0, 4.0, 8.0]
    assert sending.send_next(lambda: False) == 0.0
    assert center.has == PHOTO
    assert center.pieces[:3] == [16_384, 32_768, 65_536]
    assert sending.send_next(lambda: False) is None
    assert store.files.own() == ()
    assert store.media_read(FILE_ID) == PHOTO


def test_a_server_that_does_not_know_it_yet_is_asked_later_and_one_that_never_takes_it_is_left(store: Store) -> None:
    attached(store, Outcome.APPLIED)
    sending = Uploads(store, Center(knows=False), now)
    assert [sending.send_next(lambda: False) for _ in range(2)] == [0.0, 60.0]
    sending = Uploads(store, Center(answers=[InputFault("wrong_hash", "other bytes")] * 5), now)
    assert [sending.send_next(lambda: False) for _ in range(3)] == [2.0, 2.0, 2.0]
    assert sending.send_next(lambda: False) is None
    assert store.files.own(), "it stays for whoever looks after it"


def test_one_the_server_does_not_know_yet_holds_up_none_behind_it(store: Store) -> None:
    later = FILE_ID.removesuffix("1") + "2"
    attached(store, Outcome.APPLIED)
    attached(store, Outcome.APPLIED, later)
    center = Center(unknown=FILE_ID)
    sending = Uploads(store, center, now)
    assert [sending.send_next(lambda: False) for _ in range(3)] == [0.0, 0.0, 60.0]
    assert center.has == PHOTO
    assert [file.id for file in store.files.own()] == [FILE_ID]


def test_what_was_refused_is_let_go_once_a_person_has_seen_it(store: Store) -> None:
    attached(store, Outcome.REFUSED)
    sending = Uploads(store, Center(), now)
    assert sending.send_next(lambda: False) == 60.0
    store.mark_seen(FILE_ID)
    assert sending.send_next(lambda: False) is None
    assert store.media_read(FILE_ID) is None


def test_a_restored_server_that_lost_it_gets_it_once_more(store: Store) -> None:
    attached(store, Outcome.APPLIED)
    sending = Uploads(store, Center(), now)
    assert sending.send_next(lambda: False) == 0.0
    awaited = Attachment(
        id=FILE_ID, name="a.jpg", media_type="image/jpeg", size_bytes=len(PHOTO),
        sha256=hashlib.sha256(PHOTO).hexdigest(), received_at=NOW, state=COMING,
    )  # fmt: skip
    store.apply_page(of([report(1, attachments=(awaited,), revision=5)], next_seq=9))
    assert [file.id for file in store.files.own()] == [FILE_ID]
    again = Center()
    assert Uploads(store, again, now).send_next(lambda: False) == 0.0
    assert again.has == PHOTO


def test_how_far_it_is_is_told_piece_by_piece_to_the_end(store: Store) -> None:
    attached(store, Outcome.APPLIED)
    sending = Uploads(store, Center(), now)
    heard: list[Upload] = []
    sending.subscribe(heard.append)
    sending.send_next(lambda: False)
    sent = [way.sent_bytes for way in heard]
    assert sent == sorted(sent)
    assert len(set(sent)) > 2
    assert (heard[-1].sent_bytes, heard[-1].done) == (len(PHOTO), True)
    assert sending.ways() == {FILE_ID: heard[-1]}


def test_after_three_refusals_a_person_is_asked_and_tried_again_it_goes(store: Store) -> None:
    attached(store, Outcome.APPLIED)
    woken: list[int] = []
    center = Center(answers=[InputFault("wrong_hash", "other bytes")] * 3)
    sending = Uploads(store, center, now, lambda: woken.append(1))
    assert [sending.send_next(lambda: False) for _ in range(3)] == [2.0, 2.0, 2.0]
    assert sending.ways()[FILE_ID].refused == "wrong_hash"
    sending.again(FILE_ID)
    assert woken == [1]
    assert sending.ways()[FILE_ID].refused == ""
    assert sending.send_next(lambda: False) == 0.0
    assert center.has == PHOTO


def test_what_is_said_of_the_file_itself_is_not_sent_twice_more(store: Store) -> None:
    attached(store, Outcome.APPLIED)
    sending = Uploads(store, Center(answers=[InputFault("kind_not_allowed", "no such kind")]), now)
    assert sending.send_next(lambda: False) == 2.0
    assert sending.send_next(lambda: False) is None
    assert sending.ways()[FILE_ID].refused == "kind_not_allowed"
    assert store.files.own(), "nothing is lost"


def test_its_bytes_are_let_go_only_once_the_server_knows_that_it_was_given_up(store: Store) -> None:
    attached(store, Outcome.APPLIED)
    sending = Uploads(store, Center(answers=[InputFault("too_large", "no")]), now)
    sending.send_next(lambda: False)
    gone = Attachment(
        id=FILE_ID, name="a.jpg", media_type="image/jpeg", size_bytes=len(PHOTO),
        sha256=hashlib.sha256(PHOTO).hexdigest(), received_at=NOW, state=WITHDRAWN,
    )  # fmt: skip
    store.apply_page(of([report(1, attachments=(gone,), revision=5)], next_seq=9))
    assert sending.send_next(lambda: False) is None
    assert store.files.own() == ()
    assert sending.ways() == {}
