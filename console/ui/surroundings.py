"""What a workplace is given by the console around it, and what is known of it there."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from console.desk.basemaps import Basemaps
from console.ui.alarm import Sounds
from console.ui.appearance import Appearance
from console.ui.background import Background
from console.ui.map.sources import OutlineSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What screens need besides the desk: where our files lie, what the base map is drawn from, the alarm's sound."""

    resources: Path
    appearance: Appearance
    background: Background
    outlines: OutlineSource
    outlines_note: str | None
    basemaps: Basemaps | None = None
    sound: Sounds | None
    siren: Sounds | None = None


class AnyWorkplace(Protocol):
    """A workplace seen from outside: opened, covered while the console is locked, ended."""

    @property
    def window(self) -> QWidget:
        """Its main window."""
        ...

    def cover(self) -> None:
        """Hide what is confidential: nobody is there."""

    def uncover(self) -> None:
        """Its person is back."""

    def stop(self) -> None:
        """End everything in it."""


def prepare_workplace() -> None:
    """Import it with all its panes, while nobody waits; any thread."""
    importlib.import_module("console.ui.workplace")
