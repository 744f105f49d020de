"""Bugs 'bench stale --break NAME' plants in the console: each must be found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from console.bench.first_light_city import ConsoleWindow
from console.domain.unit import Position
from console.ui.map.officer_columns import OfficerColumns

_LAYER = "Object.values(map_sigap._layers).find((l) => l._officers)"
_NEVER_MS = 1_000_000_000


def _page(console: ConsoleWindow, script: str) -> None:
    browser = console.work.map.browser
    if browser is not None:
        browser.run(f"(() => {{ const layer = {_LAYER}; {script}; return 1; }})()")


def _no_ageing(console: ConsoleWindow) -> None:
    """Nothing looks at ages by itself: a mark turns old only with somebody's news."""
    _page(console, "clearInterval(layer._ageing); clearTimeout(layer._wake); layer._wakeForNextOld = () => {}")
    for timer in (console.work.feed._timer, console.work.feed._follows):
        timer.setInterval(_NEVER_MS)


def _late(console: ConsoleWindow) -> None:
    """The page's limit is half as long again as the site's."""
    console.work.map.set_stale_after(console.office.city.site.stale_after_s * 1.5)


def _early(console: ConsoleWindow) -> None:
    """The page's limit is half of the site's."""
    console.work.map.set_stale_after(console.office.city.site.stale_after_s * 0.5)


def _clock(console: ConsoleWindow) -> None:
    """Ages are counted from a clock that is three seconds slow."""
    real = OfficerColumns.change_text

    def change_text(self: OfficerColumns, wanted: dict[str, object], now: datetime, sequence: int) -> str:
        return real(self, wanted, now - timedelta(seconds=3), sequence)  # type: ignore[arg-type]

    setattr(OfficerColumns, "change_text", change_text)  # noqa: B010


def _deaf(console: ConsoleWindow) -> None:
    """The fixes of every tenth unit never reach the map again."""
    city = console.office.city
    real = city._positions
    first: dict[str, Position] = {}

    class Deaf:
        def latest(self) -> dict[str, Position]:
            """Every tenth unit where it was first seen."""
            return {
                unit_id: first.setdefault(unit_id, fix) if unit_id.endswith("7") else fix
                for unit_id, fix in real.latest().items()
            }

        def subscribe(self, callback: Callable[[dict[str, Position]], None]) -> Callable[[], None]:
            """As before."""
            return real.subscribe(callback)

    setattr(city, "_positions", Deaf())  # noqa: B010


def _received(console: ConsoleWindow) -> None:
    """An age is counted from when the page was told, not from when the fix was taken: a repeated look makes it new."""
    real = OfficerColumns.change_text

    def change_text(self: OfficerColumns, wanted: dict[str, object], now: datetime, sequence: int) -> str:
        self._shown = {}
        for officer in wanted.values():
            object.__setattr__(officer, "fixed_s", now.timestamp())
        return real(self, wanted, now, sequence)  # type: ignore[arg-type]

    setattr(OfficerColumns, "change_text", change_text)  # noqa: B010


BREAKS: dict[str, Callable[[ConsoleWindow], None]] = {
    "no-ageing": _no_ageing,
    "late": _late,
    "early": _early,
    "clock": _clock,
    "deaf": _deaf,
    "received": _received,
}
"""What can be planted, by name."""
