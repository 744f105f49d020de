"""Sends the ledger in order per subject; a stuck one never holds up the others."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from console.contract.decisions import DecisionAnswers, DecisionResult
from console.contract.recall import OTHER_EPOCH
from console.domain.decision import Outcome, Reason, refuse
from console.domain.errors import InputFault, NetworkFault
from console.store.store import Store
from console.sync.patience import LONGEST_ASKED_S

_log = logging.getLogger(__name__)

BATCH = 100
_FINAL_STATUSES = frozenset({400, 409, 413, 422})
_FIRST_DELAY_S = 1.0
_LONGEST_DELAY_S = 20.0
_OWN_FAULTS = frozenset({"server_error", "bad_answer"})
_CUTS = frozenset({"timeout", "unreachable"})
_ILL_AFTER = 3
"""So many decisions failing one after the other, each alone: it is the server that is ill, not they."""


class DecisionSink(Protocol):
    """What the outbox asks of the server."""

    def decide(self, raws: Sequence[bytes]) -> DecisionAnswers:
        """Answers in the order sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What one round did: `answered` decisions settled, `more` could go at once, `epoch` of the answers, '' if none."""

    answered: int = 0
    more: bool = False
    epoch: str = ""


@dataclass(slots=True)
class _Backoff:
    tries: int
    until_s: float


class Outbox:
    """Pure rounds: no thread and no wait of its own. One thread at a time may call it."""

    def __init__(
        self,
        store: Store,
        server: DecisionSink,
        *,
        monotonic_s: Callable[[], float],
        server_now: Callable[[], datetime],
        leased: Callable[[str, float], None] = lambda decision_id, asked_s: None,
        other_epoch: Callable[[], None] = lambda: None,
    ) -> None:
        """`leased` is told of each decision whose answer gave or renewed a lease, and when it was sent (monotonic).

        `other_epoch` makes the ledger one with a restored server, which judges nothing until then.
        """
        self._store = store
        self._server = server
        self._monotonic_s = monotonic_s
        self._server_now = server_now
        self._leased = leased
        self._other_epoch = other_epoch
        self._asked_again: set[str] = set()
        self._backoffs: dict[str, _Backoff] = {}
        self._alone: set[str] = set()
        self._suspects: dict[str, str] = {}
        self._failed_alone = 0
        self._size = BATCH

    def next_try_s(self) -> float | None:
        """Seconds until a decision that backs off is tried again; None when there is none."""
        backoffs = self._backoffs
        if not backoffs:
            return None
        return max(0.0, min(backoff.until_s for backoff in backoffs.values()) - self._monotonic_s())

    def try_all_now(self) -> None:
        """The server came back: whatever backs off may go at once. Any thread may say so."""
        self._backoffs = {}

    def heard_news(self) -> bool:
        """The feed brought something: what a restored server asked for again may stand on it; whether any waits."""
        asked, self._asked_again = self._asked_again, set()
        self._backoffs = {key: backoff for key, backoff in self._backoffs.items() if key not in asked}
        return bool(asked)

    def send_once(self) -> Sent:
        """Send what may go now and settle the answers.

        Raises:
            NetworkFault: the server cannot be reached or asks to wait (`retry_after_s`); everything waits on.
            AccessFault: the desk's credential was refused; everything is kept.
        """
        now_s = self._monotonic_s()
        backoffs = self._backoffs
        resting = frozenset(key for key, backoff in backoffs.items() if backoff.until_s > now_s)
        heads = self._store.sendable(self._size, resting)
        # What failed by itself goes by itself: its neighbours need not fail with it again.
        alone = [head for head in heads if head[0] in self._alone]
        batch = alone[:1] or heads
        if not batch:
            return Sent()
        answers = self._ask(batch)
        if isinstance(answers, Sent):
            return answers
        return self._settled(batch, answers, asked_s=now_s, more=len(heads) > len(batch))

    def _ask(self, batch: Sequence[tuple[str, bytes]]) -> DecisionAnswers | Sent:
        """The server's answers, or what was done about a failure that lies in this batch."""
        try:
            return self._server.decide([raw for _, raw in batch])
        except InputFault as fault:
            if fault.code == OTHER_EPOCH:
                self._other_epoch()
            elif len(batch) > 1:
                self._size = max(1, len(batch) // 4)
            elif fault.params.get("status") in _FINAL_STATUSES:
                self._refuse(batch[0][0], fault)
                return Sent(answered=1, more=True)
            else:
                self._rest(batch[0][0], fault.code)
        except NetworkFault as fault:
            if fault.code in _CUTS:
                # A thin or flapping line lets smaller ones through.
                self._size = max(1, len(batch) // 2)
            if fault.code not in _OWN_FAULTS:
                raise
            if len(batch) > 1:
                self._size = max(1, len(batch) // 4)
                raise
            self._suspect(batch[0][0], fault)
            if self._failed_alone >= _ILL_AFTER:
                raise
        return Sent(more=True)

    def _settled(
        self, batch: Sequence[tuple[str, bytes]], answers: DecisionAnswers, *, asked_s: float, more: bool
    ) -> Sent:
        sent = {decision_id for decision_id, _ in batch}
        results = [result for result in answers.results if result.id in sent]
        # The lease first: between the two the claim would be the server's word, and its holder stopped for want of one.
        for result in results:
            if result.outcome is Outcome.APPLIED and result.token is not None:
                self._leased(result.id, asked_s)
        self._store.settle(results)
        final = {result.id for result in results if result.outcome is not Outcome.RETRY}
        for decision_id in sent - final:
            self._asked_again.add(decision_id)
            self._rest(decision_id, "server_retry", counted=True)
        for decision_id in final:
            self._forget(decision_id)
        self._size = min(BATCH, 2 * max(self._size, len(batch)))
        if final:
            self._server_is_well()
        return Sent(answered=len(final), more=bool(final) or more, epoch=answers.epoch)

    def _refuse(self, decision_id: str, fault: InputFault) -> None:
        """The server will never take it: kept as refused with the server's words, shown, not sent again."""
        refusal = refuse(
            Reason.BAD_VALUE, field=str(fault.params.get("field", "")), value=fault.message[:300], code=fault.code
        )
        result = DecisionResult(
            id=decision_id, outcome=Outcome.REFUSED, refusal=refusal, server_time=self._server_now()
        )
        self._store.settle([result])
        self._forget(decision_id)
        self._server_is_well()

    def _suspect(self, decision_id: str, fault: NetworkFault) -> None:
        """Which of the two is ill, server or decision? It rests; it is counted once the server answered another."""
        self._failed_alone += 1
        self._suspects[decision_id] = fault.code
        self._rest(decision_id, fault.code, fault.retry_after_s, counted=True)

    def _server_is_well(self) -> None:
        for decision_id, code in self._suspects.items():
            self._store.note_trouble([decision_id], code)
        self._suspects.clear()
        if self._failed_alone >= _ILL_AFTER:
            self.try_all_now()
        self._failed_alone = 0

    def _forget(self, decision_id: str) -> None:
        self._backoffs.pop(decision_id, None)
        self._suspects.pop(decision_id, None)
        self._alone.discard(decision_id)

    def _rest(self, decision_id: str, trouble: str, at_least_s: float | None = None, *, counted: bool = False) -> None:
        backoffs = self._backoffs
        tries = backoffs[decision_id].tries + 1 if decision_id in backoffs else 1
        delay_s = min(_LONGEST_DELAY_S, _FIRST_DELAY_S * 2 ** min(10, tries - 1))
        delay_s = max(delay_s, min(LONGEST_ASKED_S, at_least_s or 0.0))
        backoffs[decision_id] = _Backoff(tries, self._monotonic_s() + delay_s)
        self._alone.add(decision_id)
        if not counted:
            self._store.note_trouble([decision_id], trouble)
