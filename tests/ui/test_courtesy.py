"""Painting goes first: who asks to give way waits as long as something is painted."""

from __future__ import annotations

import threading

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
