"""The site's word rules on the server: shipped at first, an administrator's afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from console.contract.codec import decode, encode
from console.domain.triage import Lexicon, WordRules
from console.server.database import Database, Tx
from console.server.feed import Feed, body_of

KIND = "words"
_ID = WordRules().id


class SiteWords:
    """`lexicon` is what intake reads reports with, as last committed."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self.lexicon = Lexicon(WordRules())

    @property
    def rules(self) -> WordRules:
        """The rules in force."""
        return self.lexicon.rules

    def begin(self, database: Database, shipped: WordRules | None, now: datetime) -> None:
        """Read what is kept; what this release ships takes its place unless an administrator edited it."""
        with database.write() as tx:
            body = body_of(tx, KIND, _ID)
            known = WordRules() if body is None else decode(body, WordRules)
            self.lexicon = Lexicon(known)
            if shipped is not None and not known.edited and replace(shipped, revision=known.revision) != known:
                self._put(tx, replace(shipped, id=_ID, revision=known.revision + 1, edited=False), now)

    def edit(self, tx: Tx, rules: WordRules, now: datetime) -> WordRules:
        """An administrator's rules from now on, with their revision; they must have been checked already."""
        edited = replace(rules, id=_ID, revision=self.rules.revision + 1, edited=True)
        self._put(tx, edited, now)
        return edited

    def _put(self, tx: Tx, rules: WordRules, now: datetime) -> None:
        self._feed.put(tx, KIND, rules.id, rules.revision, encode(rules), now)
        lexicon = Lexicon(rules)
        tx.after_commit.append(lambda: setattr(self, "lexicon", lexicon))
