"""Settings: defaults, the profile's file, the environment, refusals that name the field."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from console import settings
from console.domain.errors import SetupFault


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    loaded = settings.load(tmp_path / "settings.json")
    assert (loaded.language, loaded.theme) == ("id", "dark")
    assert loaded.heartbeat_s == 15


def test_what_is_remembered_is_loaded_again(tmp_path: Path) -> None:
    file = tmp_path / "profile" / "settings.json"
    settings.remember(file, language="en", server_url="https://sigap.example.org/", server_ca=tmp_path / "ca.pem")
    settings.remember(file, theme="light")
    loaded = settings.load(file)
    assert (loaded.language, loaded.theme) == ("en", "light")
    assert loaded.server_url == "https://sigap.example.org"
    assert loaded.server_ca == tmp_path / "ca.pem"


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "settings.json"
    settings.remember(file, language="en")
    monkeypatch.setenv("SIGAP_LANGUAGE", "id")
    assert settings.load(file).language == "id"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("zone", "Asia/Jakarta"),
        ("language", "fr"),
        ("text_percent", 1),
        ("server_url", "http://example.org"),
        ("server_url", "http://127.0.0.1.example.org"),
        ("colour", "blue"),
    ],
)
def test_a_refused_value_names_its_field_and_writes_nothing(tmp_path: Path, field: str, value: str | int) -> None:
    file = tmp_path / "settings.json"
    settings.remember(file, theme="light")
    before = file.read_bytes()
    with pytest.raises(SetupFault, match=field) as refusal:
        settings.remember(file, **{field: value})
    assert refusal.value.params["field"] == field
    assert file.read_bytes() == before


def test_heartbeats_must_fit_twice_into_the_usual_lease(tmp_path: Path) -> None:
    with pytest.raises(SetupFault, match="heartbeat_s"):
        settings.remember(tmp_path / "settings.json", heartbeat_s=31)


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe", b'{"theme": 7}', b'{"theme": {"a": []}}'])
def test_a_broken_file_is_named_with_the_way_out(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    with pytest.raises(SetupFault) as refusal:
        settings.load(file)
    assert str(file) in refusal.value.message
    assert "delete it" in refusal.value.message


def test_the_file_is_readable_by_people(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    settings.remember(file, theme="light")
    assert json.loads(file.read_text(encoding="utf-8")) == {"theme": "light"}


def test_two_settings_chosen_in_one_breath_are_both_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    chosen = [{"language": "en"}, {"theme": "light"}, {"text_percent": 115}] * 8
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda change: settings.remember(file, **change), chosen))
    kept = settings.load(file)
    assert (kept.language, kept.theme, kept.text_percent) == ("en", "light", 115)
