"""Console and server one protocol apart work; further apart each says which is too old."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.contract.session import PROTOCOL, SPOKEN
from console.domain import acts
from console.domain.errors import NetworkFault
from console.domain.link import LinkState
from console.remote.protocol import Spoken
from console.remote.server import Server
from console.remote.transport import Credentials, Transport
from tests.sync.world import Console, until
from tests.worlds.central import Central

pytestmark = pytest.mark.keeps_threads("AnyIO")


def _health(central: Central, protocols: tuple[int, ...]) -> int:
    transport = Transport(central.address, Credentials(), protocols=protocols)
    try:
        return Server(transport).health().protocol
    finally:
        transport.close()


@pytest.mark.parametrize(("server", "console"), [((1, 2), (1, 2)), ((1, 2), (2, 3)), ((2, 3), (1, 2)), ((1,), (1, 2))])
def test_a_console_one_apart_is_answered(tmp_path: Path, server: tuple[int, ...], console: tuple[int, ...]):
    central = Central(tmp_path / "central", protocols=server)
    try:
        assert _health(central, console) == server[-1]
    finally:
        central.go_away()


@pytest.mark.parametrize(
    ("server", "console", "code"),
    [((4, 5), (1, 2), "console_too_old"), ((1, 2), (4, 5), "server_too_old")],
)
def test_further_apart_each_is_told_which_is_too_old(
    tmp_path: Path, server: tuple[int, ...], console: tuple[int, ...], code: str
):
    central = Central(tmp_path / "central", protocols=server)
    try:
        with pytest.raises(NetworkFault) as caught:
            _health(central, console)
    finally:
        central.go_away()
    assert caught.value.code == code
    assert (caught.value.params["server"], caught.value.params["console"]) == (server[-1], console[-1])


def test_this_release_speaks_its_own_protocol_and_the_one_before():
    assert tuple(each for each in (PROTOCOL - 1, PROTOCOL) if each > 0) == SPOKEN


def test_a_server_that_names_no_protocol_is_spoken_to_as_the_one_before():
    spoken = Spoken((1, 2))
    assert spoken.retreat({})
    assert spoken.number == 1
    assert not spoken.retreat({})


def test_a_server_updated_meanwhile_is_spoken_to_in_the_newest_again():
    spoken = Spoken((1, 2))
    spoken.heed({"Sigap-Protocol": "1"})
    assert spoken.number == 1
    spoken.heed({"Sigap-Protocol": "3"})
    assert spoken.number == 2
    for nonsense in ("", "zwei", "²", "9" * 40, "-1"):
        spoken.heed({"Sigap-Protocol": nonsense})
        assert spoken.number == 2


def test_a_ledger_survives_a_server_too_old_and_is_sent_after_its_update(tmp_path: Path):
    central = Central(tmp_path / "central", protocols=(4, 5))
    central.make_user("sari")
    console = Console(tmp_path / "profile", central.address, protocols=(4, 5))
    try:
        console.session.enrol(central.enrol_code(), "meja")
        console.sign_in()
        sync = console.start()
        report_id = central.report_in(central.make_source())
        until(lambda: console.store.report(report_id), "the report")
        _restarted(central, (1, 2))
        until(lambda: sync.link.link().trouble == "server_too_old", "the console saying so")
        assert sync.link.link().state is LinkState.REFUSED
        console.desk.decide(acts.AddNote(text="tetap disimpan"), report_id)
        assert console.store.waiting_count() == 1
        _restarted(central, (5, 6))
        until(lambda: console.store.waiting_count() == 0, "the decision being sent")
        assert central.report(report_id).timeline[-1].text == "tetap disimpan"
    finally:
        console.stop()
        central.go_away()


def _restarted(central: Central, protocols: tuple[int, ...]) -> None:
    central.go_away()
    central._protocols = protocols
    central.come_back()
