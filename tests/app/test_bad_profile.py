"""A broken profile or foreign server: one clear fault, with the file and the way out."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from console import paths, settings
from console.clock import SystemClock
from console.core import Core
from console.domain.errors import Fault
from console.paths import Profile
from tests.worlds.central import PASSPHRASE, Central, central
from tests.worlds.passphrases import QUICK
from tests.worlds.window_process import Window

__all__ = ["central"]


def core_at(profile: Profile, address: str) -> Core:
    return Core(profile, address, SystemClock(), cost=QUICK)


@pytest.fixture
def profile(central: Central, tmp_path: Path) -> Profile:
    """A profile somebody has worked with, closed."""
    made = Profile(tmp_path / "profil").make()
    central.make_user("sari")
    core = core_at(made, central.address)
    core.session.enrol(central.enrol_code(), "meja 1")
    core.session.sign_in("sari", PASSPHRASE)
    core.open_office()
    core.close()
    return made


def fault_of_sign_in(profile: Profile, address: str, user: str = "sari", passphrase: str = PASSPHRASE) -> Fault:
    """What signing in says."""
    core = core_at(profile, address)
    try:
        with pytest.raises(Fault) as caught:
            core.session.sign_in(user, passphrase)
    finally:
        core.close()
    return caught.value


def test_a_damaged_database_names_itself(profile: Profile, central: Central) -> None:
    whole = profile.store_file.read_bytes()
    for damaged in (b"\x00" * len(whole), whole[:100], whole[:4096] + b"x" * (len(whole) - 4096), b"bukan basis data"):
        profile.store_file.write_bytes(damaged)
        for rest in profile.folder.glob("console.db-*"):
            rest.unlink()
        fault = fault_of_sign_in(profile, central.address)
        assert fault.code == "store_unreadable"
        assert str(profile.store_file) in str(fault.params["path"])
        assert profile.store_file.read_bytes() == damaged


def test_an_unencrypted_database_is_refused(profile: Profile, central: Central) -> None:
    profile.store_file.unlink()
    with closing(sqlite3.connect(profile.store_file)) as plain:
        plain.execute("CREATE TABLE ledger (id TEXT)")
        plain.commit()
    fault = fault_of_sign_in(profile, central.address)
    assert (fault.code, fault.params["path"]) == ("store_unencrypted", str(profile.store_file))


def test_damaged_keys_name_themselves_before_any_screen_asks_for_them(profile: Profile, central: Central) -> None:
    profile.slots_file.write_text('{"slots": 3')
    with pytest.raises(Fault) as caught:
        core_at(profile, central.address)
    assert (caught.value.code, caught.value.params["path"]) == ("slots_unreadable", str(profile.slots_file))


def test_a_damaged_second_copy_does_not_stop_the_work(profile: Profile, central: Central) -> None:
    profile.journal_file.write_bytes(b"bukan jurnal")
    core = core_at(profile, central.address)
    try:
        core.session.sign_in("sari", PASSPHRASE)
        office = core.open_office()
        assert core.session.journal_fault is not None
        assert office.link.link() is not None
    finally:
        core.close()


def test_a_wrong_passphrase_is_wrong_with_and_without_the_server(profile: Profile, central: Central) -> None:
    # The server may know a newer passphrase than this console's slot: what is said offers the recovery key too.
    assert fault_of_sign_in(profile, central.address, passphrase="bukan ini").code == "passphrase_or_recovery"
    central.go_away()
    assert fault_of_sign_in(profile, central.address, passphrase="bukan ini").code == "passphrase_or_recovery"
    central.come_back()


def test_a_person_struck_off_does_not_come_in(profile: Profile, central: Central) -> None:
    central.post(f"/v1/admin/users/{central.find_user('sari')}/revoke", headers=central.admin)
    assert fault_of_sign_in(profile, central.address).code == "wrong_passphrase"


def test_a_workstation_struck_off_is_told_to_enrol_again(profile: Profile, central: Central) -> None:
    from sqlalchemy import select

    from console.server import tables

    with central.parts.database.read() as connection:
        desk_id = connection.execute(select(tables.desks.c.id)).scalar_one()
    central.post(f"/v1/admin/desks/{desk_id}/revoke", headers=central.admin)
    assert fault_of_sign_in(profile, central.address).code == "desk_refused"


class _OtherVersion(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = json.dumps({"code": "wrong_protocol", "message": "This server speaks protocol 9."}).encode()
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(426)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def newer_server() -> Iterator[str]:
    """Something that answers as a server of another version does (426)."""
    server = HTTPServer(("127.0.0.1", 0), _OtherVersion)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, name="newer")
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_server_of_another_version_is_named_when_enrolling(tmp_path: Path) -> None:
    with newer_server() as address:
        core = core_at(Profile(tmp_path / "profil").make(), address)
        try:
            with pytest.raises(Fault) as caught:
                core.session.enrol("KODE", "meja")
        finally:
            core.close()
    assert caught.value.code == "wrong_protocol"


def refused_start(*arguments: str) -> str:
    """The sentence the program ends with, status 2."""
    ended = subprocess.run(
        [sys.executable, str(paths.installation() / "main.py"), *arguments],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert ended.returncode == 2, ended.stderr
    assert "Traceback" not in ended.stderr
    return ended.stderr.strip()


def test_a_profile_that_cannot_be_written_is_said_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    said = refused_start("--profile", str(tmp_path / "berkas" / "profil"))
    assert "cannot be written" in said
    assert "tidak dapat ditulis" in said
    assert str(tmp_path / "berkas") in said


def test_broken_settings_name_file_and_field_in_both_languages(tmp_path: Path) -> None:
    Profile(tmp_path).make().settings_file.write_text('{"zone": "Asia/Malang"}')
    said = refused_start("--profile", str(tmp_path))
    assert said.count("settings.json") == 2
    assert "zone" in said
    assert "salah" in said


def test_settings_are_read_again_after_they_are_mended(tmp_path: Path) -> None:
    file = Profile(tmp_path).make().settings_file
    file.write_text("{")
    with pytest.raises(Fault, match=r"settings\.json"):
        settings.load(file)
    file.unlink()
    assert settings.load(file).language == "id"


@pytest.mark.slow
def test_the_window_says_what_is_broken_and_stays(profile: Profile, central: Central) -> None:
    settings.remember(profile.settings_file, mode="connect", server_url=central.address)
    kept = profile.slots_file.read_bytes()
    profile.slots_file.write_bytes(b"rusak")
    with Window(profile.folder) as window:
        assert "slots.json" in window.await_words("tidak ada yang bisa masuk")
        window.close()
    profile.slots_file.write_bytes(kept)
    profile.store_file.write_bytes(b"bukan basis data")
    with Window(profile.folder) as window:
        window.sign_in("sari", PASSPHRASE)
        assert "console.db" in window.await_words("Jangan dihapus")
        window.close()
