"""The tour's pictures of the heat map and of areas without a fresh officer."""

from __future__ import annotations

from console.bench.tour_pictures import Pictures


class MapHeat(Pictures):
    """Plays a supervisor who looks where reports were and where nobody is.

    A demo city of some minutes holds few reports: below ten the picture shows that it says so.
    """

    def play(self) -> None:
        """The whole span, one shift of it, then coverage by kelurahan and by Polsek."""
        hand, work = self.hand, self.hand.work
        heat, coverage = work.map_tools.heat, work.map_tools.coverage
        heat.toggle.setChecked(True)
        hand.wait("the heat map is there", lambda: heat.found is not None, 30)
        self.look_at("map-heat", lambda: work.window)
        panel = hand.wait("its panel", lambda: heat.panel)
        night = list(panel.presets.values())[3]
        night.click()
        hand.wait("one shift is drawn", lambda: heat.found and heat.found.question.hours == panel.grid.hours, 30)
        self.look_at("map-heat-shift", lambda: work.window)
        panel.presets["all"].click()
        heat.toggle.setChecked(False)
        coverage.toggle.setChecked(True)
        hand.wait("coverage is there", lambda: coverage.found is not None, 30)
        self.look_at("map-coverage", lambda: work.window)
        listed = hand.wait("its panel", lambda: coverage.panel)
        if not listed.by_polsek.isHidden():
            listed.by_polsek.setChecked(True)
            hand.wait("it is told by Polsek", lambda: coverage.found and coverage.found.by_polsek, 30)
            self.look_at("map-coverage-polsek", lambda: work.window)
            listed.by_polsek.setChecked(False)
        coverage.toggle.setChecked(False)
