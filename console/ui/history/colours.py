"""Colours of tracks: told apart in both themes, and none of them one of the statuses'."""

from __future__ import annotations

from dataclasses import dataclass

from console.ui import theme


@dataclass(frozen=True, slots=True)
class Ink:
    """One colour on dark ground and one on light, as #rrggbb."""

    dark: str
    light: str

    @property
    def worn(self) -> str:
        """The one for the theme worn now."""
        return self.light if theme.palette().name == "light" else self.dark


INKS = (
    Ink("#e78ac3", "#b0247b"),
    Ink("#8da0ff", "#3f4fd1"),
    Ink("#66e0d5", "#00776d"),
    Ink("#f7e26b", "#7a6400"),
    Ink("#c49cff", "#7a35c9"),
    Ink("#ff9d85", "#b5402a"),
    Ink("#a6d854", "#4a7a00"),
    Ink("#9fd3ff", "#1b6a9c"),
)
FILE_INK = Ink("#aab4be", "#5f6b76")


def ink_of(place: int) -> Ink:
    """The colour of the track at that place of the list; a ninth begins anew, its name beside it tells it apart."""
    return INKS[place % len(INKS)]
