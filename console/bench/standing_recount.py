"""Counts blocks anew from the log alone: slow, and sharing no rule with the product."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

YEAR, QUARTER, WEEK = timedelta(days=365), timedelta(days=90), timedelta(days=7)
"""Issue 4, item 8, as decided: a strike counts a year, a block lasts 90 days, an appeal is decided in a week."""

_MISCHIEF = {"prank", "false_report"}
"""What counts at a center that never changed its list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that was accepted, in the order of arrival; `keys` is what the report's reporter is recognised by.

    `what`: strike, undo, overturn, reopen, yes, no, lift, appeal, grant, deny. `refers` is the strike undone or the
    appeal decided. `mute`: a call nobody spoke on.
    """

    what: str
    id: str
    at: datetime
    by: str
    report: str
    keys: tuple[str, ...]
    outcome: str = ""
    mute: bool = False
    refers: str = ""


@dataclass(slots=True)
class Recount:
    """Asked again and again over a growing log; nothing is kept between two questions."""

    log: list[Told] = field(default_factory=list)

    def blocked(self, key: str, at: datetime) -> bool:
        """Whether anything recognised as `key` may be blocked at `at`."""
        if self._waits_too_long(key, at, len(self.log)):
            return False
        return any(self._in_force(place, key, at, len(self.log)) for place in self._yeses(key, len(self.log)))

    def _yeses(self, key: str, upto: int) -> list[int]:
        return [place for place in range(upto) if self.log[place].what == "yes" and key in self.log[place].keys]

    def _in_force(self, place: int, key: str, at: datetime, upto: int) -> bool:
        """The yes at `place`, seen with the first `upto` things of the log."""
        yes = self.log[place]
        if not yes.at <= at < yes.at + QUARTER or self._ended_early(place, key, upto):
            return False
        grounds = self._grounds(place, key)
        return grounds is not None and len([s for s in grounds if not self._void(s, upto)]) >= 3

    def _grounds(self, place: int, key: str) -> list[int] | None:
        """The strikes, one for each report, on which the yes or no at `place` was said; None when it may not count."""
        said = self.log[place]
        live: dict[str, int] = {}
        for n in sorted(range(place), key=lambda n: (self.log[n].at, self.log[n].id)):
            strike = self.log[n]
            if strike.what != "strike" or key not in strike.keys or self._void(n, place):
                continue
            if strike.outcome not in _MISCHIEF or strike.mute or not strike.at <= said.at < strike.at + YEAR:
                continue
            live.setdefault(strike.report, n)
        if len(live) < 3 or any(self.log[n].by == said.by for n in live.values()):
            return None
        if self._stood_then(place, key) or not self._anything_new(place, key, live):
            return None
        return list(live.values())

    def _stood_then(self, place: int, key: str) -> bool:
        at = self.log[place].at
        if self._waits_too_long(key, at, place):
            return False
        return any(self._in_force(earlier, key, at, place) for earlier in self._yeses(key, place))

    def _anything_new(self, place: int, key: str, live: dict[str, int]) -> bool:
        """Whether one of these strikes was not weighed before: a no is not asked again and again."""
        weighed: set[int] = set()
        for earlier in range(place):
            if self.log[earlier].what in ("yes", "no") and key in self.log[earlier].keys:
                weighed |= set(self._grounds(earlier, key) or ())
        return not set(live.values()) <= weighed

    def _void(self, place: int, upto: int) -> bool:
        """Whether the strike at `place` was taken back in any way among the first `upto` things."""
        strike = self.log[place]
        for n in range(place + 1, upto):
            later = self.log[n]
            if later.what == "undo" and later.refers == strike.id:
                return True
            if later.report == strike.report and later.what in ("overturn", "reopen"):
                return True
            if later.what == "grant" and later.report == strike.report and not self._opens(n):
                return True
        return False

    def _opens(self, place: int) -> list[str]:
        """The keys whose block the grant at `place` ends; none when it takes a strike back instead."""
        grant = self.log[place]
        appeal = next(each for each in self.log[:place] if each.what == "appeal" and each.id == grant.refers)
        heard = [key for key in grant.keys if key in appeal.keys]
        return [key for key in heard if any(self._runs(n, key, grant.at, place) for n in self._yeses(key, place))]

    def _runs(self, place: int, key: str, at: datetime, upto: int) -> bool:
        """Whether the yes at `place` was really about `key` and has not run out, in force or not."""
        yes = self.log[place]
        return at < yes.at + QUARTER and self._grounds(place, key) is not None and not self._ended_early(
            place, key, upto
        )

    def _ended_early(self, place: int, key: str, upto: int) -> bool:
        end = self.log[place].at + QUARTER
        return any(
            self.log[n].at < end and key in self.log[n].keys
            and (self.log[n].what == "lift" or (self.log[n].what == "grant" and key in self._opens(n)))
            for n in range(place + 1, upto)
        )  # fmt: skip

    def _waits_too_long(self, key: str, at: datetime, upto: int) -> bool:
        """Whether an appeal waits unanswered for more than a week."""
        answered = {each.refers for each in self.log[:upto] if each.what in ("grant", "deny")}
        return any(
            each.what == "appeal" and key in each.keys and each.id not in answered and at >= each.at + WEEK
            for each in self.log[:upto]
        )
