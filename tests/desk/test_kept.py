"""Small settings: read at once, written later, and only when they changed."""

from __future__ import annotations

from collections.abc import Callable

from console.desk.kept import KeptSettings


class Drawer(dict[str, str]):
    """Where they are kept; counts the writes."""

    writes = 0

    def setting(self, name: str, default: str = "") -> str:
        return self.get(name, default)

    def keep_setting(self, name: str, value: str) -> None:
        self.writes += 1
        self[name] = value


def test_a_value_is_there_at_once_and_written_when_somebody_has_the_time() -> None:
    drawer, later = Drawer({"window.state": "lama"}), list[Callable[[], None]]()
    kept = KeptSettings(drawer, ("window.state", "window.geometry"))
    kept.later = later.append
    assert kept.setting("window.state") == "lama"
    assert kept.setting("window.geometry", "baku") == "baku"
    kept.keep_setting("window.state", "baru")
    assert kept.setting("window.state") == "baru"
    assert drawer["window.state"] == "lama"
    later.pop()()
    assert drawer["window.state"] == "baru"


def test_the_same_value_again_writes_nothing() -> None:
    drawer = Drawer()
    kept = KeptSettings(drawer, ("window.state",))
    for _ in range(3):
        kept.keep_setting("window.state", "baru")
    assert drawer.writes == 1
