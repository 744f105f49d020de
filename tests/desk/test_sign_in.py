"""The first answers a new console asks for are looked at before anything is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.desk.sign_in import FirstRun, checked_address, checked_choice
from console.domain.errors import InputFault


def test_an_address_without_a_scheme_means_https() -> None:
    assert checked_address(" server.example:8443/ ") == "https://server.example:8443"


@pytest.mark.parametrize("address", ["http://127.0.0.1:8080", "http://[::1]:8080"])
def test_plain_http_stays_on_this_machine(address: str) -> None:
    assert checked_address(address) == address


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("", "address_missing"),
        ("http://server.example", "address_not_https"),
        ("http://localhost.example", "address_not_https"),
        ("ftp://server", "address_unreadable"),
        ("https://user:secret@server", "address_unreadable"),
        ("https://server:99999", "address_unreadable"),
        ("https://[", "address_unreadable"),
    ],
)
def test_a_bad_address_is_named(address: str, code: str) -> None:
    with pytest.raises(InputFault) as refused:
        checked_address(address)
    assert refused.value.code == code


def test_connecting_needs_a_code_a_name_and_a_readable_authority(tmp_path: Path) -> None:
    for code, desk_name, authority, wanted in (
        ("", "Meja 1", "", "code_missing"),
        ("ABC", " ", "", "desk_name_missing"),
        ("ABC", "Meja 1", str(tmp_path / "none.pem"), "ca_unreadable"),
    ):
        with pytest.raises(InputFault) as refused:
            checked_choice(FirstRun.CONNECT, "https://server", code, desk_name, authority)
        assert refused.value.code == wanted
    assert checked_choice(FirstRun.DEMO, "", "", "", "").way is FirstRun.DEMO
