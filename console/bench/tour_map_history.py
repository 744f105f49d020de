"""The tour's pictures of the past: units replayed, a file beside them, who was near."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from console.bench.tour_pictures import Pictures
from console.domain.queue_row import QueueRow
from console.ui.history.time_slider import TimeSlider

_PHONE = """<?xml version="1.0"?>
<gpx version="1.0"><trk><name>HP pelapor (rekaan)</name>
<trkseg>{points}<trkpt lat="utara" lon="112"/></trkseg></trk></gpx>
"""


class MapHistory(Pictures):
    """Looks back at the last minutes of units near a report."""

    def play(self) -> None:
        """From the panel to the list of who was near."""
        hand, work = self.hand, self.hand.work
        tools, pane = work.map_tools, work.map_pane
        row = hand.wait("a report with a place", self._located, 60)
        hand.select(row.id)
        hand.wait("the case is shown", lambda: (view := work.case.view) is not None and view.report.id == row.id)
        units = [each.unit.id for each in work.case.view.advice][:4] if work.case.view is not None else []
        history, side = tools.history, tools.history.side
        history.show_units(units)
        hand.wait("the units are listed", lambda: len(side.listed) == len(units))
        hand.wait("the case is why", lambda: side.why.report_id == row.id)
        self.look_at("history-asked", lambda: work.window)
        side.span.put(self.office.now() - timedelta(minutes=4), self.office.now())
        side.show_button.click()
        hand.wait("the tracks are drawn", lambda: pane.foot is history.replay.foot, 60)
        slider: TimeSlider = history.replay.foot.slider
        slider.go_to(self.office.now() - timedelta(seconds=10))
        hand.wait("an instant is shown", lambda: "instant" in pane.view.layers)
        self.look_at("history-replayed", lambda: work.window)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "hp-pelapor.gpx"
            spots = ((row.lat + step / 4e3, row.lon - step / 3e3) for step in range(30)) if row.lat and row.lon else ()
            points = "".join(f'<trkpt lat="{lat:.6f}" lon="{lon:.6f}"/>' for lat, lon in spots)
            file.write_text(_PHONE.format(points=points), encoding="utf-8")
            history.files.bring(file, history.take_file)
            hand.wait("the file is drawn", lambda: len(side.listed) > len(units))
        self.look_at("history-file", lambda: work.window)
        near = tools.near
        near.button.click()
        hand.wait("the case's place is asked about", lambda: near.side.why.report_id == row.id)
        near.side.span.put(self.office.now() - timedelta(minutes=30), self.office.now())
        near.side.radius.setCurrentIndex(near.side.radius.count() - 2)
        near.side.ask_button.click()
        hand.wait("the server answered", near.side.ask_button.isEnabled, 60)
        self.look_at("history-near", lambda: work.window)
        history.clear()
        pane.close_side()

    def _located(self) -> QueueRow | None:
        return self.row(lambda row: row.lat is not None and not row.sensitive)
