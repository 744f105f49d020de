"""The tour's pictures of police areas, kecamatan from afar, and the map's sources."""

from __future__ import annotations

from console.bench.tour_pictures import Pictures


class MapAreas(Pictures):
    """Plays an operator who asks the map whose a place is; without a pack the pictures show what is said then."""

    def play(self) -> None:
        """Police areas with an answer, then what the map is made of, then the whole city from afar."""
        hand, work = self.hand, self.hand.work
        tools, pane = work.map_tools, work.map_pane
        row = hand.wait("a report with a place", lambda: self.row(lambda r: r.lat is not None and not r.sensitive), 60)
        lat, lon = row.lat or 0.0, row.lon or 0.0
        tools.police.toggle.setChecked(True)
        hand.wait("police areas are joined", lambda: tools.police.answered, 60)
        pane.view.place_clicked.emit(lat, lon)
        hand.wait("it says whose the place is", lambda: "police_whose" in pane.view.layers, 30)
        self.look_at("map-police-areas", lambda: work.window)
        tools.police.toggle.setChecked(False)
        tools.about.open()
        hand.wait("the sources are told", lambda: tools.about.told, 30)
        self.look_at("map-about", lambda: work.window)
        pane.close_side()
        pane.view.show_place(lat, lon, 11)
        self.look_at("map-from-afar", lambda: work.window)
        pane.view.show_place(lat, lon, 14)
