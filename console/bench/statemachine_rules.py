"""The rules of 'bench statemachine' as hypothesis, a tool of tests, draws them."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from console.bench.statemachine_acts import FIGHT, OPS
from console.bench.statemachine_desk import FATES
from console.bench.statemachine_server import DESKS, REPORTS
from console.bench.statemachine_world import HAPPENINGS, World

_desk = st.integers(0, DESKS - 1)
_report = st.sampled_from((0, 0, 0, *range(REPORTS)))
_fate = st.sampled_from(("ok", "ok", "ok", *FATES))
_after = st.integers(0, 2)
_detail = st.integers(0, 11)


def play(begin: Callable[[int], World], ended: Callable[[World], None], chance: int, examples: int, steps: int) -> None:
    """Play so many examples of so many steps, drawn from the seed `chance`.

    `begin` makes a world of so many desks, `ended` is told of it after it was healed, checked or broke.

    Raises:
        Violation: a sentence of the contract does not hold; hypothesis' notes name the steps.
    """

    class Desks(RuleBasedStateMachine):
        """Desks and a server, moved by what people, networks and clocks do."""

        world: World
        whole = True

        @initialize(desks=st.integers(2, DESKS))
        def begin(self, desks: int) -> None:
            self.world = begin(desks)

        @rule(desk=_desk, report=_report, op=st.integers(0, OPS - 1), detail=_detail)
        def decide(self, desk: int, report: int, op: int, detail: int) -> None:
            self._do(lambda: self.world.decide(desk, report, op, detail))

        @rule(desk=_desk, report=_report, op=st.integers(0, OPS - 1), detail=_detail)
        def decide_and_send(self, desk: int, report: int, op: int, detail: int) -> None:
            self._do(lambda: self.world.decide(desk, report, op, detail))
            self._do(lambda: self.world.sync(desk, "outbox", "ok", 0))
            self._do(lambda: self.world.sync(desk, "feed", "ok", 0))

        @rule(desk=_desk, report=_report, op=st.sampled_from(FIGHT), detail=_detail)
        def fight(self, desk: int, report: int, op: int, detail: int) -> None:
            self._do(lambda: self.world.sync(desk, "feed", "ok", 0))
            self._do(lambda: self.world.decide(desk, report, op, detail))

        @rule(desk=_desk, report=_report, op=st.sampled_from(FIGHT), detail=_detail)
        def fight_and_send(self, desk: int, report: int, op: int, detail: int) -> None:
            self._do(lambda: self.world.sync(desk, "feed", "ok", 0))
            self._do(lambda: self.world.decide(desk, report, op, detail))
            self._do(lambda: self.world.sync(desk, "outbox", "ok", 0))
            self._do(lambda: self.world.sync(desk, "feed", "ok", 0))

        @rule(desk=_desk, fate=_fate, after=_after)
        def follow(self, desk: int, fate: str, after: int) -> None:
            self._do(lambda: self.world.sync(desk, "feed", fate, after))

        @rule(desk=_desk, fate=_fate)
        def send(self, desk: int, fate: str) -> None:
            self._do(lambda: self.world.sync(desk, "outbox", fate, 0))

        @rule(desk=_desk)
        def send_well(self, desk: int) -> None:
            self._do(lambda: self.world.sync(desk, "outbox", "ok", 0))
            self._do(lambda: self.world.sync(desk, "feed", "ok", 0))

        @rule(desk=_desk, fate=_fate)
        def beat(self, desk: int, fate: str) -> None:
            self._do(lambda: self.world.sync(desk, "heartbeat", fate, 0))

        @rule(desk=_desk, commits=st.integers(0, 3))
        def crash(self, desk: int, commits: int) -> None:
            self._do(lambda: self.world.crash(desk, commits))

        @rule(seconds=st.sampled_from((1, 5, 14, 41, 61)))
        def wait(self, seconds: int) -> None:
            self._do(lambda: self.world.wait(seconds))

        @rule(which=st.integers(0, 5))
        def deliver_late(self, which: int) -> None:
            self._do(lambda: self.world.deliver_late(which))

        @rule(desk=_desk, what=st.integers(0, HAPPENINGS - 1), which=_detail)
        def happen(self, desk: int, what: int, which: int) -> None:
            self._do(lambda: self.world.happen(desk, what, which))

        def _do(self, step: Callable[[], None]) -> None:
            self.whole = False
            step()
            self.whole = True

        def teardown(self) -> None:
            world = getattr(self, "world", None)
            if world is not None:
                try:
                    # A world that broke in a step is not asked whether it heals.
                    if self.whole:
                        world.heal()
                finally:
                    ended(world)

    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        derandomize=False,
        report_multiple_bugs=False,
        print_blob=False,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(chance)(Desks), settings=chosen)
