"""Icons are as large as they are asked for, on every screen."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_PROGRAM = """
from console.ui import icons
from console.ui.application import make_application
app = make_application()
drawn = icons.pixmap("fire", 16, "text")
print(drawn.devicePixelRatio(), drawn.deviceIndependentSize().width(), drawn.width())
"""


@pytest.mark.parametrize(("scale", "pixels"), [("1", 16), ("1.25", 20), ("1.5", 24), ("2", 32)])
def test_an_icon_is_as_large_as_asked_and_sharp_where_the_desktop_is_scaled(scale: str, pixels: int) -> None:
    # Qt reads the scale once, when an application begins: each has its own.
    surroundings = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", _PROGRAM], env=surroundings, capture_output=True, text=True, check=True, timeout=60
    )
    assert [float(word) for word in told.stdout.split()] == [float(scale), 16.0, float(pixels)]
