"""The first run: an own server for one desk, or somebody else's; wrong answers in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.worlds.server_process import PASSPHRASE, ServerProcess
from tests.worlds.window_process import Window


@pytest.mark.slow
def test_a_single_desk_starts_its_own_server_and_knows_its_people_the_next_day(tmp_path: Path) -> None:
    with Window(tmp_path / "desk") as window:
        window.choose("embedded")
        window.introduce("Aiptu Rekaan", "rekaan", PASSPHRASE, "bukan itu")
        window.await_words("berbeda")
        window.introduce("Aiptu Rekaan", "rekaan", PASSPHRASE, PASSPHRASE)
        assert len(window.note_key()) >= 20
        window.await_work()
        window.await_link("live")
        window.close()
    with Window(tmp_path / "desk") as window:
        window.sign_in("rekaan", PASSPHRASE)
        window.await_work()
        window.await_link("live")
        window.close()


@pytest.mark.slow
def test_a_wrong_address_or_code_is_said_and_can_be_corrected(tmp_path: Path) -> None:
    with ServerProcess(tmp_path / "server") as server, Window(tmp_path / "desk") as window:
        server.hire("sari")
        window.connect("http://sigap.example", "KODE", "meja 1")
        window.await_words("https")
        window.connect("http://127.0.0.1:9", "KODE", "meja 1")
        window.await_words("tidak terjangkau")
        window.connect(server.address, "SALAH", "meja 1")
        window.await_words("Kode pendaftaran salah")
        window.enter(server, "sari")
        window.close()
