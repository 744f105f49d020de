"""Answers come on the GUI thread, to whom still wants them."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from console.domain.changes import Changes
from console.domain.errors import Fault, StoreFault
from console.ui.background import Background
from console.ui.relay import Courier, Relay
from tests.worlds.stalls import no_stalls


@pytest.fixture
def background(qapp) -> Iterator[Background]:
    background = Background()
    yield background
    background.stop()


def test_the_answer_comes_on_the_thread_that_asked(qtbot, background: Background) -> None:
    told: list[tuple[bool, bool]] = []
    here, owner = threading.current_thread(), QObject()
    background.ask(
        owner,
        lambda: threading.current_thread() is here,
        lambda asked_here: told.append((asked_here, threading.current_thread() is here)),
    )
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(False, True)]


def test_a_fault_goes_where_it_is_shown(qtbot, background: Background) -> None:
    faults: list[Fault] = []
    owner = QObject()

    def fail() -> None:
        raise StoreFault("disk_full", "the disk is full")

    background.ask(owner, fail, None, faults.append)
    qtbot.waitUntil(lambda: bool(faults))
    assert faults[0].code == "disk_full"


def test_a_bug_is_raised_where_it_is_seen(qtbot, background: Background) -> None:
    owner = QObject()

    def fail() -> None:
        raise ZeroDivisionError("a bug of ours")

    with qtbot.captureExceptions() as caught:
        background.ask(owner, fail, None, lambda fault: None)
        qtbot.waitUntil(lambda: background.idle)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_only_the_latest_question_on_a_topic_is_answered(qtbot, background: Background) -> None:
    owner, answers, gate = QObject(), [], threading.Event()
    background.ask(owner, lambda: gate.wait(5) and "old", answers.append, topic="case")
    background.ask(owner, lambda: "new", answers.append, topic="case")
    gate.set()
    qtbot.waitUntil(lambda: background.idle)
    assert answers == ["new"]


def test_nobody_answers_a_widget_that_is_gone(qtbot, background: Background) -> None:
    owner, answers, gate = QObject(), [], threading.Event()
    background.ask(owner, lambda: gate.wait(5), answers.append)
    del owner
    gate.set()
    qtbot.waitUntil(lambda: background.idle)
    assert answers == []


def test_a_slow_question_does_not_hold_the_screen(qtbot, background: Background) -> None:
    owner, answers = QObject(), []
    with no_stalls():
        for number in range(20):
            background.ask(owner, lambda n=number: sum(range(20_000)) + n, answers.append)
        qtbot.waitUntil(lambda: len(answers) == 20)


def test_a_burst_of_news_is_one_piece(qtbot) -> None:
    relay, heard = Relay(), []
    relay.changed.connect(heard.append)
    threads = [
        threading.Thread(target=relay.take, args=(Changes(reports=frozenset({f"r{n}"})),)) for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [Changes(reports=frozenset({f"r{n}" for n in range(8)}))]
    relay.close()


def test_nothing_is_delivered_after_closing(qtbot) -> None:
    courier: Courier[int] = Courier()
    heard: list[int] = []
    courier.arrived.connect(heard.append)
    courier.take(1)
    courier.close()
    courier.take(2)
    later: Courier[int] = Courier()
    with qtbot.waitSignal(later.arrived):
        later.take(3)
    assert heard == []


def test_of_states_only_the_latest_counts(qtbot) -> None:
    courier: Courier[int] = Courier()
    heard: list[int] = []
    courier.arrived.connect(heard.append)
    for state in range(5):
        courier.take(state)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [4]


def test_a_patient_question_lets_those_the_hand_waits_for_go_first(qtbot, background: Background) -> None:
    told: list[str] = []
    held = threading.Event()
    owner = QObject()
    background.ask(owner, held.wait, lambda _set: told.append("case"))
    background.ask(owner, lambda: None, lambda _none: told.append("list"), patient=True)
    background.ask(owner, lambda: None, lambda _none: held.set())
    qtbot.waitUntil(lambda: background.idle)
    assert told == ["case", "list"]


def test_a_patient_question_does_not_wait_for_ever(qtbot, background: Background) -> None:
    told: list[str] = []
    held = threading.Event()
    owner = QObject()
    background.ask(owner, held.wait, lambda _set: told.append("case"))
    background.ask(owner, lambda: None, lambda _none: told.append("list"), patient=True)
    qtbot.waitUntil(lambda: told == ["list"])
    held.set()
    qtbot.waitUntil(lambda: background.idle)
    assert told == ["list", "case"]


def test_a_patient_question_with_nobody_before_it_begins_at_once(qtbot, background: Background) -> None:
    told: list[str] = []
    owner = QObject()
    background.ask(owner, lambda: "list", told.append, patient=True)
    qtbot.waitUntil(lambda: told == ["list"])
