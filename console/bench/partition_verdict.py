"""What the driver wrote down against the server's own file: lost, twice, told apart."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from console.contract.codec import decode
from console.contract.decisions import DecisionResult
from console.domain.decision import Outcome
from console.domain.report import Report


@dataclass(frozen=True, slots=True)
class Verdict:
    """`lost`: acknowledged at a desk, but without answer or effect, or unknown to its own ledger. `twice`: with more
    than one effect. `unsaid`: effects nobody acknowledged, more than one per kill of that desk counts as twice."""

    applied: int
    refused: int
    lost: int
    twice: int
    unsaid: int


def server_rows(file: Path) -> dict[str, str]:
    """'kind/id' -> SHA-256 of the body, of everything the server's feed holds now."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        rows = database.execute("SELECT kind, id, body FROM feed WHERE gone = ''").fetchall()
    return {f"{kind}/{thing_id}": hashlib.sha256(body).hexdigest() for kind, thing_id, body in rows}


def judge(file: Path, acknowledged: Sequence[str], ledger: Mapping[str, str], kills: int) -> Verdict:
    """What became of each decision in `acknowledged`; `ledger` holds every desk's own word on it."""
    outcomes, effects = _answers(file), _effects(file)
    said = set(acknowledged)
    applied = {each for each in said if outcomes.get(each) is Outcome.APPLIED}
    refused = {each for each in said if outcomes.get(each) is Outcome.REFUSED}
    lost = len(said - applied - refused) + sum(effects[each] == 0 for each in applied)
    lost += sum(ledger.get(each) != outcomes[each].value for each in applied | refused)
    unsaid = len(set(effects) - said)
    twice = sum(count - 1 for count in effects.values()) + sum(effects[each] > 0 for each in refused)
    twice += max(0, unsaid - kills) + len(acknowledged) - len(said)
    return Verdict(applied=len(applied), refused=len(refused), lost=lost, twice=twice, unsaid=unsaid)


def apart(ours: Mapping[str, str], theirs: Mapping[str, str]) -> int:
    """How many rows differ or are on one side only."""
    return sum(ours.get(name) != theirs.get(name) for name in {*ours, *theirs})


def _answers(file: Path) -> dict[str, Outcome]:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        rows = database.execute("SELECT decision_id, result FROM receipts").fetchall()
    return {decision_id: decode(result, DecisionResult).outcome for decision_id, result in rows}


def _effects(file: Path) -> Counter[str]:
    """Decision id -> how often it stands in the timelines of all reports; every decision writes one entry."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        bodies = [row[0] for row in database.execute("SELECT body FROM feed WHERE kind = 'report' AND gone = ''")]
    return Counter(entry.decision_id for body in bodies for entry in decode(body, Report).timeline if entry.decision_id)
