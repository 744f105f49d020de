"""A decoder's processes: replaced when they die, gone when it closes, none left behind."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress

import psutil
import pytest

from console.decode.picture import Picture
from console.decode.pool import Decoder
from console.decode.refusal import Refusal, RefusalCode
from tests.decode.decoys import HELLO, decoy
from tests.decode.test_pool import photo_bytes

pytestmark = pytest.mark.usefixtures("jail_holds")


def jails() -> list[psutil.Process]:
    """Jails of this test's decoder: in this file no other one lives."""
    found = []
    for child in psutil.Process().children():
        with suppress(psutil.NoSuchProcess):
            if child.name() == "bwrap":
                found.append(child)
    return found


def test_thirty_photos_asked_for_from_short_lived_threads_all_come():
    with closing(Decoder()) as decoder, ThreadPoolExecutor(4) as askers:
        answers = list(askers.map(lambda width: decoder.photo(photo_bytes(width), 500), range(20, 50)))
    assert [answer.width_px for answer in answers if isinstance(answer, Picture)] == list(range(20, 50))


def test_a_warm_worker_that_died_in_the_night_is_replaced():
    with closing(Decoder(warm=1)) as decoder:
        assert isinstance(decoder.photo(photo_bytes(), 100), Picture)
        in_the_night = jails()
        for worker in in_the_night:
            with suppress(ProcessLookupError):
                os.killpg(worker.pid, signal.SIGKILL)
        psutil.wait_procs(in_the_night, timeout=10)
        assert isinstance(decoder.photo(photo_bytes(), 100), Picture)


def test_closing_kills_a_busy_worker_and_answers_its_caller():
    decoder = Decoder(warm=1, command=lambda _: decoy(HELLO + "while True: time.sleep(60)"))
    answers: list[Picture | Refusal] = []
    asker = threading.Thread(target=lambda: answers.append(decoder.photo(photo_bytes(), 100)))
    asker.start()
    while not decoder.busy():
        threading.Event().wait(0.01)
    decoder.close()
    asker.join()
    assert answers == [Refusal(RefusalCode.CLOSED)]
    assert decoder.photo(photo_bytes(), 100) == Refusal(RefusalCode.CLOSED)
    assert jails() == []
