"""Warning flags as a list: each a thing of its own with its revision, saved by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from console.contract.admin import HazardEnd, HazardTerms, NewHazard
from console.desk.administration import Administration
from console.desk.administration_changes import Change, ListShape, Put
from console.desk.administration_lists import Clash, Read, Saved, edits_or_none
from console.domain.errors import Bug, InputFault
from console.domain.hazard import Hazard

_PATH = "/v1/admin/hazards"


@dataclass(frozen=True, slots=True)
class HazardLine:
    """A flag; `because` is why it is to be taken down, '' while it stands."""

    hazard: Hazard
    because: str = ""


@dataclass(frozen=True, slots=True)
class Hazards:
    """Every flag, the latest first; `revision` grows with every change of any."""

    lines: tuple[HazardLine, ...]

    @property
    def revision(self) -> int:
        """Of all together."""
        return sum(line.hazard.revision for line in self.lines)


HAZARDS: ListShape[Hazards, HazardLine] = ListShape(
    lambda hazards: hazards.lines, lambda hazards, lines: replace(hazards, lines=lines), lambda line: line.hazard.id
)


class HazardBook:
    """Reads them from this desk's store, saves each at the server."""

    kind = "hazards"

    def __init__(self, administration: Administration, here: Callable[[], tuple[Hazard, ...]]) -> None:
        """`here` gives every flag this desk knows of."""
        self._administration, self._here = administration, here

    def read(self) -> Read[Hazards]:
        """From the store, so also without the server."""
        return Read(thing=_listed(self._here()), edits=edits_or_none(self._administration, self.kind))

    def save(self, seen: Hazards, change: Change[Hazards]) -> Saved[Hazards] | Clash[Hazards]:
        """Set a flag, change its terms, or take it down.

        Raises:
            NetworkFault, AccessFault, InputFault: nothing was saved.
        """
        if not isinstance(change, Put) or change.new is None:
            raise Bug("flags are set, changed and taken down, never moved or wiped out")
        old, new = change.old, change.new
        try:
            done = self._send(old.hazard if old is not None else None, new)
        except InputFault as fault:
            if fault.code not in ("list_changed", "not_found"):
                raise
            there = _listed(self._administration.ask("GET", _PATH, tuple[Hazard, ...]))
            return Clash(thing=there, others=edits_or_none(self._administration, self.kind)[:1], theirs="")
        kept = [line.hazard for line in seen.lines if line.hazard.id != done.id]
        return Saved(thing=_listed((*kept, done)))

    def _send(self, old: Hazard | None, new: HazardLine) -> Hazard:
        hazard = new.hazard
        if old is None:
            wanted = NewHazard(
                kind=hazard.kind.value, words=hazard.words, days=(hazard.expires_at - hazard.set_at).days,
                lat=hazard.lat or 0.0, lon=hazard.lon or 0.0, radius_m=hazard.radius_m, plate=hazard.plate,
            )  # fmt: skip
            return self._administration.ask("POST", _PATH, Hazard, sent=wanted)
        query = {"revision": str(old.revision)}
        if new.because:
            ended = HazardEnd(reason=new.because)
            return self._administration.ask("POST", f"{_PATH}/{old.id}/end", Hazard, sent=ended, query=query)
        terms = HazardTerms(words=hazard.words, expires_at=hazard.expires_at, radius_m=hazard.radius_m)
        return self._administration.ask("PUT", f"{_PATH}/{old.id}", Hazard, sent=terms, query=query)


def _listed(hazards: tuple[Hazard, ...]) -> Hazards:
    order = sorted(hazards, key=lambda hazard: (hazard.set_at, hazard.id), reverse=True)
    return Hazards(tuple(HazardLine(hazard) for hazard in order))
