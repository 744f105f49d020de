"""What each letter and each key of the bar does to the case that is shown."""

from __future__ import annotations

from collections.abc import Callable

from console.desk.case import CaseView
from console.domain import acts
from console.ui.attachments.add_tile import KEY as ADD_KEY
from console.ui.case.case_acts import CaseActs
from console.ui.case.decision_bar import DecisionBar
from console.ui.case.doubt_acts import KEY as DOUBT_KEY
from console.ui.case.ending_acts import no_try_words
from console.ui.case.place_acts import KEY as PLACE_KEY
from console.ui.case.similar_list import ATTACH_KEY
from console.ui.case.suggestion_line import KEY as SUGGESTION_KEY
from console.ui.case.verbs import BY_KEY, Verb
from console.ui.dispatch.advice_list import AdviceList
from console.ui.nearby.keys import FILE_KEY
from console.ui.texts.language import translate


class CaseKeys:
    """Letters come guarded (ui/keys.py); dead keys answer with why."""

    def __init__(self, doing: CaseActs, bar: DecisionBar, advice: AdviceList) -> None:
        self._doing, self._bar, self._advice = doing, bar, advice

    def press(self, letter: str, view: CaseView, *, shift: bool) -> str:
        """Do what the letter means on this case; '' or why nothing was done."""
        if letter == "N":
            self._doing.note(view)
            return ""
        if letter == "B" and not view.report.ended:
            self._doing.endings.ring_back(view)
            return no_try_words(view)
        if letter == "L":
            return self._doing.handbook.skip_step(view) if shift else self._doing.handbook.do_step(view)
        if letter == "F":
            return self._doing.hazards.flag(view)
        if letter == DOUBT_KEY:
            return self._doing.doubts.open(view)
        if letter == PLACE_KEY:
            return self._doing.places.open(view)
        if letter == ADD_KEY:
            self._doing.files.choose(view, self._bar.window())
            return ""
        if letter == FILE_KEY:
            return self._doing.nearby.file_latest(view)
        if letter == "J":
            return self._doing.handbook.open_answers(view)
        if letter == ATTACH_KEY:
            return self._doing.merging.attach(view)
        if letter in ("P", "C"):
            return self._choose(letter, view)
        if letter == SUGGESTION_KEY:
            self._doing.take_suggestion(view)
            offered = view.suggestion is not None and view.suggestion.differs
            return "" if offered else translate("case", "The words suggest nothing else.")
        verb = BY_KEY.get(letter)
        if verb is None:
            return ""
        return self._press_shifted(verb, view) if shift else self._bar.press(verb)

    def act(self, verb: Verb, view: CaseView) -> None:
        """What a living key of the bar does."""
        doing = self._doing
        meant: dict[str, Callable[[CaseView], None]] = {
            "claim": doing.claim,
            "contact": doing.ask_reporter,
            "dispatch": lambda view: doing.dispatch(view, self._advice.picked),
            "forward": doing.forward,
            "merge": doing.merging.merge,
            "ask_nearby": doing.nearby.ask,
            "junk": doing.junk,
            "close": doing.close,
            "approve": lambda view: doing.decide(acts.ApproveCase(), view),
            "return": doing.return_case,
            "reopen": lambda view: doing.decide(acts.ReopenCase(), view),
        }
        meant[verb.id](view)

    def _choose(self, letter: str, view: CaseView) -> str:
        if view.report.ended:
            return translate("case", "Not for this case.")
        if letter == "P":
            self._doing.choose_priority(view)
        else:
            self._doing.choose_category(view)
        return ""

    def _press_shifted(self, verb: Verb, view: CaseView) -> str:
        key = self._bar.key(verb)
        if verb.id not in ("dispatch", "junk") or not key.alive:
            return key.why_not
        if verb.id == "dispatch":
            self._doing.search_units(view)
        else:
            self._doing.choose_junk(view)
        return ""
