"""What one transaction of the store changed, so that each screen can ask."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Ids touched since the last Changes; `everything` after a snapshot swap; positions travel apart."""

    reports: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    new_reports: frozenset[str] = frozenset()
    ledger: bool = False
    site: bool = False
    standings: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    """Kinds of the center's lists that changed: words, outcomes, checklists, answers, hazard and so on."""
    files_gone: frozenset[str] = frozenset()
    """Files of reports that were taken away: nothing of them stays here."""
    files_awaited: frozenset[str] = frozenset()
    """Files the server still awaits from the desk that put them on a case."""
    everything: bool = False

    def merged(self, later: Changes) -> Changes:
        """Both together, so that a burst is one."""
        return Changes(
            reports=self.reports | later.reports,
            units=self.units | later.units,
            agencies=self.agencies | later.agencies,
            new_reports=self.new_reports | later.new_reports,
            ledger=self.ledger or later.ledger,
            site=self.site or later.site,
            standings=self.standings | later.standings,
            lists=self.lists | later.lists,
            files_gone=self.files_gone | later.files_gone,
            files_awaited=self.files_awaited | later.files_awaited,
            everything=self.everything or later.everything,
        )
