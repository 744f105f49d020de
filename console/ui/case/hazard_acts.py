"""Sets hazard flags from a case and takes them down, asking what they must say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from console.desk.case import CaseView
from console.domain import acts
from console.domain.hazard import DEFAULT_DAYS, DEFAULT_RADIUS_M, Hazard, HazardKind, plates_in
from console.ui.case.choice_strip import ChoiceStrip
from console.ui.case.composer import Composer
from console.ui.case.ending_acts import Decide
from console.ui.case.tray import Tray
from console.ui.texts.language import translate
from console.ui.widgets.spoken import Words

MOST_PLATES = 3


class HazardActs(QObject):
    """F on a case: of what, then the words."""

    def __init__(self, tray: Tray, decide: Decide, parent: QObject) -> None:
        super().__init__(parent)
        self._tray, self._decide = tray, decide

    def flag(self, view: CaseView) -> str:
        """Choose what to warn of; '' or why there is nothing."""
        offered = _offered(view)
        if not offered:
            return translate("hazard", "This case has nothing to warn of: no place, no known reporter, no plate.")
        choices = tuple((str(place), words) for place, (words, _) in enumerate(offered))
        self._tray.open(
            ChoiceStrip(
                lambda: translate("hazard", "Warn of what?"),
                choices,
                lambda place: self._write(view, offered[int(place)][1]),
                columns=1,
            )
        )
        return ""

    def take_down(self, view: CaseView, hazard: Hazard) -> None:
        """Ask for the reason; the judge says who may."""
        self._tray.open(
            Composer(
                lambda: translate("hazard", "Take the flag down: why?"),
                lambda reason: self._decide(acts.EndHazard(hazard_id=hazard.id, reason=reason), view),
                button=lambda: translate("hazard", "Take down"),
                ready=(translate("hazard", "No longer so"), translate("hazard", "Set by mistake")),
                short=True,
            )
        )

    def _write(self, view: CaseView, act: acts.FlagHazard) -> None:
        def title() -> str:
            words = translate("hazard", "What must a colleague know before going there? For {days} days")
            return words.format(days=act.days)

        self._tray.open(
            Composer(
                title,
                lambda words: self._decide(replace(act, words=words), view),
                button=lambda: translate("hazard", "Set the flag"),
                hint=lambda: translate("hazard", "Every desk sees it on cases that match, with your name."),
                ready=(
                    translate("hazard", "Savage dog"),
                    translate("hazard", "Weapons seen here before"),
                    translate("hazard", "Never go alone"),
                ),
                short=True,
            )
        )


def _offered(view: CaseView) -> list[tuple[Words, acts.FlagHazard]]:
    report = view.report
    found: list[tuple[Words, acts.FlagHazard]] = []
    if report.place.lat is not None and report.place.lon is not None:
        place = acts.FlagHazard(
            kind=HazardKind.PLACE.value, words="", days=DEFAULT_DAYS, radius_m=DEFAULT_RADIUS_M
        )
        found.append((lambda: translate("hazard", "Place, 100 m around"), place))
    if report.reporter.recognised_by:
        person = acts.FlagHazard(kind=HazardKind.PERSON.value, words="", days=DEFAULT_DAYS)
        found.append((lambda: translate("hazard", "The reporter (account, device, number)"), person))
    for plate in plates_in(report.text)[:MOST_PLATES]:
        flag = acts.FlagHazard(kind=HazardKind.PLATE.value, words="", days=DEFAULT_DAYS, plate=plate)
        found.append((_plate_words(plate), flag))
    return found


def _plate_words(plate: str) -> Callable[[], str]:
    return lambda: translate("hazard", "Plate {plate}").format(plate=plate)
