"""A shift without the server: decisions wait in the desk and travel under its credential."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.core import Core
from console.desk.office import Office
from console.desk.ports import LinkState
from console.domain.acts import Act, AddNote, ClaimCase, CloseCase, JunkCase
from console.domain.errors import AccessFault, Fault
from console.paths import Profile
from tests.sync.world import until
from tests.worlds.central import PASSPHRASE, Central, running
from tests.worlds.passphrases import QUICK


class DeskClock:
    """The workstation's clock; `ahead` is how much later it is than when the test began."""

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def monotonic_s(self) -> float:
        return time.monotonic()


class Shift:
    """One workstation over several days."""

    def __init__(self, central: Central, folder: Path) -> None:
        self.central, self._profile, self._clock = central, Profile(folder), DeskClock()
        self._profile.make()
        self.written_down: list[str] = []
        self.core = self._core()
        self.core.session.enrol(central.enrol_code(), "meja 1")

    @property
    def office(self) -> Office:
        assert self.core.office is not None
        return self.core.office

    def comes(self, user: str) -> None:
        """Sign in and take the seat."""
        self.core.session.sign_in(user, PASSPHRASE)
        self.core.open_office()

    def leaves(self) -> None:
        self.core.session.sign_out()

    def switch_off(self) -> None:
        self.core.close()

    def switch_on_after(self, days: float) -> None:
        """The workstation starts again, days later."""
        self._clock.ahead += timedelta(days=days)
        self.core = self._core()

    def decides(self, act: Act, report_id: str) -> None:
        answer = self.office.desk.decide(act, report_id)
        assert hasattr(answer, "decision_id"), answer
        self.written_down.append(answer.decision_id)

    def waiting(self) -> int:
        return self.office.link.link().waiting

    def knows(self, report_id: str) -> bool:
        return self.office.book.case(report_id) is not None

    def _core(self) -> Core:
        return Core(self._profile, self.central.address, self._clock, cost=QUICK)


@pytest.fixture
def shift(central: Central, tmp_path: Path):
    central.make_user("sari")
    central.make_user("budi")
    shift = Shift(central, tmp_path / "desk")
    yield shift
    shift.switch_off()


@pytest.fixture
def central(tmp_path: Path):
    with running(tmp_path / "central") as server:
        yield server


def refused(attempt: Callable[[], object]) -> str:
    """The code of the fault."""
    with pytest.raises(Fault) as caught:
        attempt()
    return caught.value.code


def test_what_was_decided_without_the_server_arrives_when_a_colleague_has_the_seat(
    shift: Shift, central: Central
) -> None:
    app = central.make_source()
    tree, prank = central.report_in(app, "pohon tumbang"), central.report_in(app, "halo coba")
    shift.comes("sari")
    until(lambda: shift.knows(tree) and shift.knows(prank), "the reports come in")
    shift.leaves()
    shift.switch_off()

    central.go_away()
    shift.switch_on_after(days=6)
    shift.comes("sari")
    assert shift.core.session.person is not None
    assert shift.core.session.person.offline
    for act, report_id in (
        (ClaimCase(), tree), (AddNote(text="server putus"), tree), (JunkCase(outcome="test"), prank),
        (CloseCase(outcome="handled_on_scene"), tree),
    ):  # fmt: skip
        shift.decides(act, report_id)
    shift.leaves()
    assert shift.waiting() == 4

    central.come_back()
    central.advance(6 * 86_400)
    shift.comes("budi")
    until(lambda: shift.waiting() == 0, "everything is sent")
    assert shift.office.attention.entries() == ()
    assert [
        entry.decision_id for entry in central.report(tree).timeline if entry.decision_id
    ] == [shift.written_down[0], shift.written_down[1], shift.written_down[3]]
    assert {entry.actor_name for entry in central.report(tree).timeline if entry.decision_id} == {"Sari"}
    assert central.report(prank).closed_by == "Sari"
    assert shift.office.link.link().state is LinkState.LIVE


def test_after_eight_days_without_the_server_the_passphrase_opens_nothing(shift: Shift, central: Central) -> None:
    shift.comes("sari")
    shift.leaves()
    shift.switch_off()
    central.go_away()
    shift.switch_on_after(days=8)
    assert refused(lambda: shift.comes("sari")) == "offline_too_long"
    assert shift.core.session.person is None
    central.come_back()


def test_without_the_server_a_stranger_and_a_wrong_passphrase_stay_outside(shift: Shift, central: Central) -> None:
    shift.comes("sari")
    shift.leaves()
    shift.switch_off()
    central.go_away()
    shift.switch_on_after(days=1)
    assert refused(lambda: shift.comes("budi")) == "no_slot"
    with pytest.raises(AccessFault, match="passphrase"):
        shift.core.session.sign_in("sari", "bukan ini")
    central.come_back()
