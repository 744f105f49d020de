"""The keys of players: as film editors know them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from console.ui.attachments.player import Player
from console.ui.attachments.player_foot import PlayerFoot

SKIP_S = 5.0


def take_key(event: QKeyEvent, player: Player, foot: PlayerFoot) -> bool:
    """Do what the key means; True when it was a player's."""
    key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held == Qt.KeyboardModifier.ShiftModifier and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        player.skip(SKIP_S if key == Qt.Key.Key_Right else -SKIP_S)
        return True
    if held:
        return False
    act = _acts(player, foot).get(key)
    if act is None:
        return False
    if not (event.isAutoRepeat() and key not in (Qt.Key.Key_Comma, Qt.Key.Key_Period)):
        act()
    return True


def _acts(player: Player, foot: PlayerFoot) -> dict[Qt.Key, Callable[[], None]]:
    key = Qt.Key
    films = player.playback.pictures
    return {
        key.Key_Space: player.toggle,
        key.Key_K: player.pause,
        key.Key_L: lambda: foot.run(1),
        key.Key_J: (lambda: foot.run(-1)) if films else (lambda: player.skip(-SKIP_S)),
        key.Key_Comma: lambda: foot.nudge(-1),
        key.Key_Period: lambda: foot.nudge(1),
        key.Key_BracketLeft: lambda: foot.choose_speed(-1),
        key.Key_BracketRight: lambda: foot.choose_speed(1),
        key.Key_M: foot.mute.toggle,
        key.Key_R: foot.loop.toggle,
        key.Key_I: foot.part.begin,
        key.Key_O: foot.part.end,
        key.Key_P: foot.part.go_on,
        key.Key_Home: lambda: player.seek(0.0),
        key.Key_End: lambda: player.seek((player.playback.duration_ms or 0) / 1000),
    }
