"""Everything a rule reads to judge one decision."""

from __future__ import annotations

from dataclasses import dataclass, replace

from console.domain.agency import Agency
from console.domain.askable import AskSources
from console.domain.checklist import Checklists
from console.domain.crew_size import CrewFigures
from console.domain.hazard import Hazard
from console.domain.leaving_rules import LeavingRules
from console.domain.outcome import OutcomeList
from console.domain.report import Report
from console.domain.standing import Standing
from console.domain.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The report a decision is about, with the units, agency and other reports it names (None, missing = not found)."""

    report: Report | None
    units: tuple[Unit, ...] = ()
    agency: Agency | None = None
    standing: tuple[Standing, ...] = ()
    """Of everything the report's reporter is recognised by, in that order; fresh where nothing was decided yet."""
    others: tuple[Report, ...] = ()
    outcomes: OutcomeList | None = None
    checklists: Checklists | None = None
    hazard: Hazard | None = None
    crews: CrewFigures | None = None
    askable: AskSources | None = None
    leaving: LeavingRules | None = None

    def unit(self, unit_id: str) -> Unit | None:
        """The unit with that id, if it is among the facts."""
        return next((unit for unit in self.units if unit.id == unit_id), None)

    def with_unit(self, changed: Unit) -> Facts:
        """The same facts with one unit replaced."""
        return replace(self, units=tuple(changed if unit.id == changed.id else unit for unit in self.units))

    def other(self, report_id: str) -> Report | None:
        """Another report the decision names in `also`, if it is among the facts."""
        return next((report for report in self.others if report.id == report_id), None)

    def with_other(self, changed: Report) -> Facts:
        """The same facts with one other report replaced; whoever changes one raises its revision (`restated`)."""
        return replace(self, others=tuple(changed if each.id == changed.id else each for each in self.others))
