"""A console's window beside the load of 'bench positions', fed by the stream."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from console.bench.first_light_city import ConsoleWindow, application
from console.bench.first_light_watch import wait
from console.bench.positions_load import Played
from console.bench.positions_world import PASSPHRASE, PERSON, Center


def beside_a_window(folder: Path, center: Center, play: Callable[[], Played]) -> tuple[Played, int]:
    """What `play` found on another thread while the window was open, and how many units the console knows by then."""
    app = application(folder)
    window = ConsoleWindow(app, folder, center, (PERSON, PASSPHRASE))
    found: list[Played] = []
    try:
        wait(lambda: window.settled)
        player = threading.Thread(target=lambda: found.append(play()), name="player")
        player.start()
        wait(lambda: not player.is_alive())
        player.join()
        seen = len(window.core.loop.positions.latest()) if window.core.loop else 0
    finally:
        window.close()
    return found[0], seen
