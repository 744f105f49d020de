"""Painting goes first: who asks to give way waits as long as something is painted."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject

from console.ui.background import Background
from console.ui.courtesy import Courtesy


def test_nobody_waits_when_nothing_is_painted() -> None:
    courtesy = Courtesy()
    with courtesy.painting():
        pass
    thread = threading.Thread(target=courtesy.give_way)
    thread.start()
    thread.join(10)
    assert not thread.is_alive()


def test_whoever_gives_way_goes_on_when_the_paint_event_ends() -> None:
    # The bound is for stalls; here the end of painting must be what ends the waiting.
    courtesy, asked, order = Courtesy(longest_wait_s=60.0), threading.Event(), list[str]()

    def give_way() -> None:
        asked.set()
        courtesy.give_way()
        order.append("went on")

    thread = threading.Thread(target=give_way)
    with courtesy.painting():
        thread.start()
        assert asked.wait(10)
        order.append("painted")
    thread.join(10)
    assert order == ["painted", "went on"]


def test_sending_stands_back_until_what_was_asked_for_is_painted(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    # The bound is for a window that never comes to rest; here the painting must be what ends the waiting.
    courtesy = Courtesy(longest_stand_s=60.0)
    monkeypatch.setattr("console.ui.background.COURTESY", courtesy)
    background, owner, order = Background(), QObject(), list[str]()
    answer_now, stands_back = threading.Event(), threading.Event()

    def send() -> None:
        stands_back.set()
        courtesy.stand_back()
        order.append("sent")

    background.ask(owner, lambda: answer_now.wait(10), lambda _: order.append("shown"))
    sender = threading.Thread(target=send)
    sender.start()
    assert stands_back.wait(10)
    answer_now.set()
    qtbot.waitUntil(lambda: "sent" in order)
    sender.join(10)
    background.stop()
    assert order == ["shown", "sent"]


def test_sending_waits_a_moment_at_most_where_nothing_comes_to_rest() -> None:
    courtesy = Courtesy(longest_stand_s=0.001)
    courtesy.hurry()
    sender = threading.Thread(target=courtesy.stand_back)
    sender.start()
    sender.join(10)
    assert not sender.is_alive()


def test_a_window_that_closes_holds_nobody_back(qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    courtesy = Courtesy(longest_stand_s=60.0)
    monkeypatch.setattr("console.ui.background.COURTESY", courtesy)
    background = Background()
    background.ask(QObject(), lambda: None)
    background.stop()
    sender = threading.Thread(target=courtesy.stand_back)
    sender.start()
    sender.join(10)
    assert not sender.is_alive()
