"""Tracks in the real page: drawn, hostile names as mere text, a place picked by a click."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtGui import QImage

from console.domain.track import TrackPoint, track_of
from console.ui.history.colours import ink_of
from console.ui.history.track_layer import ShownTrack, instant_payload, tracks_payload
from console.ui.map.page_event import PageEvent
from tests.ui.map.conftest import CENTRE, NOW, Shown, look

NASTY = '${window.taken=1}<img src=x onerror="window.taken=1">`+(window.taken=1)+`\u202e'


def pixels(picture: QImage, colour: str) -> int:
    """How many pixels of the picture have exactly this colour (#rrggbb)."""
    wanted = bytes.fromhex(colour[1:])[::-1] + b"\xff"
    return bytes(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).count(wanted)


def test_tracks_are_drawn_played_and_taken_away_and_a_place_is_picked(fresh_map: Shown) -> None:
    view = fresh_map.view
    steps = [TrackPoint(at=NOW + timedelta(seconds=10 * i), lat=CENTRE[0] + i / 1e4, lon=CENTRE[1]) for i in range(40)]
    steps[7] = TrackPoint(at=steps[7].at, lat=steps[7].lat, lon=steps[7].lon, mock=True)
    track = ShownTrack(name=NASTY, ink=ink_of(0), track=track_of("u", steps))
    view.show_layer("tracks", tracks_payload([track], 300, 1))
    view.show_layer("instant", instant_payload([track], NOW + timedelta(seconds=200), 300, 300, f"PAST {NASTY}"))
    look(fresh_map, lambda picture: pixels(picture, track.ink.dark) > 200)
    assert fresh_map.ask(f"map_sigap.getBounds().contains([{steps[-1].lat}, {steps[-1].lon}])") is True
    view.show_layer("near", {"picking": True, "lat": None, "lon": None, "radius_m": 200})
    assert fresh_map.ask("Overlays.held()") == "near"
    (event,) = fresh_map.wait(view.said, lambda: fresh_map.click(300, 200))
    assert isinstance(event, PageEvent)
    assert (event.id, round(event.lat, 1), round(event.lon, 1)) == ("near", -8.0, 112.6)
    for layer in ("tracks", "instant", "near"):
        view.show_layer(layer, None)
    look(fresh_map, lambda picture: pixels(picture, track.ink.dark) == 0)
    assert fresh_map.ask("[window.taken === undefined, Overlays.held()]") == [True, None]
