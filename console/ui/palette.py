"""Colours of the console in both themes, by what they mean."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from functools import cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours as #rrggbb (screens.md, Looks; the two drawings).

    `ground` lies under everything, `panel` is a pane, `raised` a card or field on it. `text` and `muted` read on
    all three with >= 4.5:1. Texts of the queue read with >= 7:1 on `panel` and on `chosen`: `text`, `quiet` and the
    three counter colours `late`, `soon` (and `text` for in time). `on_*` is the ink for a filled surface.
    """

    name: str
    ground: str
    panel: str
    raised: str
    hover: str
    line: str
    chosen: str
    text: str
    quiet: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    link: str
    late: str
    soon: str
    good: str
    warn: str
    bad: str
    p1: str
    p2: str
    p3: str
    p4: str
    on_p1: str
    on_p2: str
    on_p3: str
    on_p4: str
    available: str
    en_route: str
    on_scene: str
    stale: str
    toast: str
    on_toast: str
    toast_key: str
    warn_ground: str
    bad_ground: str

    def priority(self, priority: int) -> str:
        """The colour of priority 1 .. 4."""
        return (self.p1, self.p2, self.p3, self.p4)[min(4, max(1, priority)) - 1]

    def on_priority(self, priority: int) -> str:
        """The ink on a surface filled with the colour of that priority."""
        return (self.on_p1, self.on_p2, self.on_p3, self.on_p4)[min(4, max(1, priority)) - 1]

    def colours(self) -> dict[str, str]:
        """Colour by name, for style sheets."""
        return _by_name(self)


@cache
def _by_name(palette: Palette) -> dict[str, str]:
    return {name: value for name, value in asdict(palette).items() if name != "name"}


DARK = Palette(
    name="dark",
    ground="#11161c",
    panel="#171d24",
    raised="#1d242d",
    hover="#232c36",
    line="#2a333e",
    chosen="#1e2a37",
    text="#e8edf2",
    quiet="#b9c4cf",
    muted="#9aa7b4",
    faint="#4b5764",
    accent="#4aa3ff",
    on_accent="#0b1117",
    link="#6ab4ff",
    late="#ff9a9a",
    soon="#ffd166",
    good="#3ecf8e",
    warn="#ffb454",
    bad="#ff8f8f",
    p1="#ff5c5c",
    p2="#ff9f43",
    p3="#ffd166",
    p4="#6cc3a0",
    on_p1="#1a0606",
    on_p2="#1a1006",
    on_p3="#1a1506",
    on_p4="#06150f",
    available="#3ecf8e",
    en_route="#4aa3ff",
    on_scene="#ffb454",
    stale="#7b8794",
    toast="#e8edf2",
    on_toast="#17202a",
    toast_key="#17202a",
    warn_ground="#3a2f14",
    bad_ground="#47191d",
)

LIGHT = replace(
    DARK,
    name="light",
    ground="#e9edf1",
    panel="#ffffff",
    raised="#f0f3f6",
    hover="#e6ebf0",
    line="#d5dce3",
    chosen="#e3eefb",
    text="#17202a",
    quiet="#3f4a55",
    muted="#55626f",
    faint="#a9b4bf",
    accent="#0b6bcb",
    on_accent="#ffffff",
    link="#0a5db2",
    late="#9b1414",
    soon="#6a4300",
    good="#0e7548",
    warn="#8a5200",
    bad="#b3201f",
    p1="#d92d2d",
    p2="#c96a00",
    p3="#8a6a00",
    p4="#1f7a5a",
    on_p1="#ffffff",
    on_p2="#17110a",
    on_p3="#ffffff",
    on_p4="#ffffff",
    available="#12935b",
    en_route="#0b6bcb",
    on_scene="#b86e00",
    stale="#8593a0",
    toast="#17202a",
    on_toast="#f3f6f9",
    toast_key="#000000",
    warn_ground="#fdebc8",
    bad_ground="#fbd9d7",
)

PALETTES: dict[str, Palette] = {"dark": DARK, "light": LIGHT}
"""Palette by theme name."""
