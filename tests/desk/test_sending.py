"""Files the server will not have are told, tried again, given up; none is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.desk.attaching import Attached, Attaching
from console.desk.attention import AttentionList
from console.desk.decide import Refused
from console.desk.evidence import Leaving, Written
from console.desk.sending import Sending
from console.desk.way_back import Help, help_for
from console.domain.attachment import COMING, WITHDRAWN, Attachment
from console.domain.link import Upload
from console.domain.report import Report
from tests.worlds.cases import CaseDesk, a_report
from tests.worlds.ways import Ways

JPEG = b"\xff\xd8\xff\xe0" + b"foto rekaan " * 40


class Copies:
    def save_original(self, report: Report, attachment: Attachment, leaving: Leaving, file: Path) -> Written | Refused:
        file.write_bytes(JPEG)
        return Written(file=file, sha256=attachment.sha256)


class Room:
    """A desk, a file on its case, and what the server says of it."""

    def __init__(self, folder: Path) -> None:
        self.desk, self.ways = CaseDesk(folder), Ways()
        self.desk.report(a_report("r1", "KJ-1"))
        self.sending = Sending(self.ways, self.desk.store, self.desk.desk, Copies())
        self.attention = AttentionList(self.desk.store, sending=self.sending)
        held = Attaching(self.desk.store, self.desk.desk).attach("r1", JPEG, "foto.jpg")
        assert isinstance(held, Attached)
        self.file_id = held.file.id

    def refused(self, code: str = "wrong_hash") -> None:
        self.ways.tell(Upload(attachment_id=self.file_id, sent_bytes=0, size_bytes=len(JPEG), refused=code))

    @property
    def states(self) -> list[str]:
        shown = self.desk.store.shown("r1")
        assert shown is not None
        return [file.state for file in shown.report.attachments]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    yield made
    made.desk.store.close()


def test_a_refused_file_is_a_card_with_its_ways_out(room: Room) -> None:
    assert room.attention.entries() == ()
    room.refused()
    (card,) = room.attention.entries()
    assert (card.kind, card.number, card.decision_id) == ("unsent_file", "KJ-1", room.file_id)
    assert dict(card.params) == {"name": "foto.jpg", "refused": "wrong_hash"}
    assert help_for(card) == (Help.RETRY, Help.OPEN, Help.SAVE, Help.GIVE_UP)


def test_tried_again_the_card_goes_and_news_of_it_is_told_once_each_way(room: Room) -> None:
    heard: list[int] = []
    stop = room.attention.subscribe(lambda: heard.append(1))
    room.refused()
    room.refused("quota")
    room.sending.again(room.file_id)
    assert room.ways.tried == [room.file_id]
    assert room.attention.entries() == ()
    assert len(heard) == 2
    stop()


def test_given_up_it_keeps_its_place_on_the_case_and_may_be_attached_anew(room: Room) -> None:
    room.refused()
    assert room.states == [COMING]
    act, answer = room.sending.give_up("r1", room.file_id)
    assert not isinstance(answer, Refused), act
    assert room.states == [WITHDRAWN]
    assert room.attention.entries() == ()
    _, again = room.sending.give_up("r1", room.file_id)
    assert isinstance(again, Refused)
    assert isinstance(Attaching(room.desk.store, room.desk.desk).attach("r1", JPEG, "foto.jpg"), Attached)
    assert room.states == [WITHDRAWN, COMING]


def test_a_copy_of_it_is_written_by_the_recorded_way(room: Room, tmp_path: Path) -> None:
    written = room.sending.save("r1", room.file_id, "penyidikan", tmp_path / "salinan.jpg")
    assert isinstance(written, Written)
    assert (tmp_path / "salinan.jpg").read_bytes() == JPEG
    assert room.sending.save("r1", "gone", "penyidikan", tmp_path / "x") is None
