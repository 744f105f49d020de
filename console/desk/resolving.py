"""What a person does about a card of needs attention: proper decisions, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from console.desk.attention import Attention, AttentionList
from console.desk.decide import Decided, Refused
from console.desk.ports import SignInPort
from console.desk.sending import Sending
from console.domain import acts
from console.domain.acts import Act
from console.domain.conflict import Conflict, WayOut
from console.domain.decision import Refusal
from console.domain.person import Actor
from console.domain.report import held_by
from console.domain.shown_case import ShownCase


class Decides(Protocol):
    """The one door for decisions, as this part needs it."""

    def decide(
        self, act: Act, report_id: str, *, expected_version: int | None = None, answers: Sequence[str] = ()
    ) -> Decided | Refused:
        """Judge and commit one decision; `answers` are refused ones it settles."""

    def complete_second_copy(self) -> int:
        """Give the journal what it lacks."""


class Cases(Protocol):
    """Cases as shown (the store, by shape)."""

    def shown(self, report_id: str) -> ShownCase | None:
        """The case with this desk's open decisions folded in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What became of it: what stands now, oldest first, and why the rest does not (None: all does)."""

    decided: tuple[tuple[Act, Decided], ...] = ()
    refusal: Refusal | None = None


class Resolving:
    """Every method may block for commits or the network: ask in the background."""

    def __init__(
        self,
        desk: Decides,
        cases: Cases,
        attention: AttentionList,
        actor: Callable[[], Actor | None],
        sign_in: SignInPort,
        look_again: Callable[[], None],
        sending: Sending | None = None,
    ) -> None:
        """`look_again` makes every lane try at once."""
        self._sending = sending
        self._desk, self._cases, self._attention, self._actor = desk, cases, attention, actor
        self._sign_in, self._look_again = sign_in, look_again

    def read(self, card: Attention) -> None:
        """A person has read it: acknowledged, kept in the ledger for good.

        Raises:
            StoreFault: it could not be written.
        """
        self._attention.read(card)

    def tell(self, conflict: Conflict, text: str) -> Resolved:
        """Put what was decided here on the case as a note; whoever holds it finds the case unread.

        Raises:
            StoreFault: nothing was decided.
        """
        return self._decided([acts.AddNote(text=text)], conflict, conflict.refused_ids)

    def again(self, conflict: Conflict) -> Resolved:
        """Decide anew what would stand now, in the order it was decided; only that is acknowledged.

        Raises:
            StoreFault: what was decided until then stands, the card stays.
        """
        done = self._decided(
            [act for _, act in conflict.again],
            conflict,
            [decision_id for decision_id, _ in conflict.again],
            seen_version=conflict.version,
        )
        return self._with_the_rest(conflict, done)

    def take_over(self, conflict: Conflict, reason: str) -> Resolved:
        """Take the case off its holder, with a reason; the card stays while something of it could be decided anew.

        Raises:
            StoreFault: as `again`.
        """
        shown = self._cases.shown(conflict.report_id)
        claim = shown.report.claim if shown else None
        silent = claim is not None and claim.lapsed
        ways: list[Act] = [acts.ClaimCase(reason=reason)] if silent else [acts.BreakClaim(reason=reason)]
        if not silent:
            ways.append(acts.ClaimCase())
        return self._with_the_rest(conflict, self._decided(ways, conflict, ()))

    @property
    def sending(self) -> Sending | None:
        """Files of this desk on their way; None where there are none."""
        return self._sending

    def retry(self) -> None:
        """Try to reach the server at once."""
        self._look_again()

    def enrol(self, code: str) -> None:
        """Enrol this workstation again, as the desk it was, with an administrator's code; what waits is sent at once.

        Raises:
            NetworkFault, AccessFault: as SignInPort.enrol.
        """
        self._sign_in.enrol(code)
        self._look_again()

    def copy_again(self) -> int:
        """Write what the second copy lacks; how many decisions that were.

        Raises:
            StoreFault: it still cannot be written.
        """
        return self._desk.complete_second_copy()

    def _with_the_rest(self, conflict: Conflict, done: Resolved) -> Resolved:
        """Once the case is held here, refused claims have nothing left to say."""
        shown, actor = self._cases.shown(conflict.report_id), self._actor()
        if done.refusal is None and shown is not None and actor is not None and held_by(shown.report, actor):
            now = self._attention.conflict(conflict.report_id, conflict.whose.id)
            if now is not None and WayOut.AGAIN not in now.ways and WayOut.TELL not in now.ways:
                for decision_id in now.refused_ids:
                    self._attention.dismiss(decision_id)
        return done

    def _decided(
        self, ways: Sequence[Act], conflict: Conflict, answers: Sequence[str], *, seen_version: int | None = None
    ) -> Resolved:
        """One after the other until one is refused; the last acknowledges, so that a kill in between keeps the card."""
        done: list[tuple[Act, Decided]] = []
        for place, act in enumerate(ways):
            last = place == len(ways) - 1
            answer = self._desk.decide(
                act,
                conflict.report_id,
                expected_version=seen_version if place == 0 else None,
                answers=answers if last else (),
            )
            if isinstance(answer, Refused):
                return Resolved(decided=tuple(done), refusal=answer.refusal)
            done.append((act, answer))
        return Resolved(decided=tuple(done))
