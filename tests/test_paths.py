"""Paths: a profile under one folder; a frozen program finds its own files."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from console import paths
from console.clock import Clock, SystemClock
from console.domain.errors import SetupFault
from tests.frozen import FrozenClock


def test_everything_of_a_profile_lies_in_its_folder(tmp_path: Path) -> None:
    profile = paths.Profile(tmp_path / "profile")
    places = [getattr(profile, name) for name in dir(paths.Profile) if name.endswith(("_file", "_folder"))]
    assert len(places) >= 9
    assert len(set(places)) == len(places)
    assert all(place.is_relative_to(profile.folder) for place in places)
    assert not profile.folder.exists()


def test_a_made_profile_is_its_owners_only(tmp_path: Path) -> None:
    profile = paths.Profile(tmp_path / "a" / "profile").make()
    assert stat.S_IMODE(profile.folder.stat().st_mode) == 0o700
    assert list(profile.folder.iterdir()) == []


def test_a_profile_that_cannot_be_made_names_folder_and_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SetupFault, match="--profile DIR") as refusal:
        paths.Profile(tmp_path / "file" / "profile").make()
    assert refusal.value.code == "profile_unusable"
    assert refusal.value.params["path"] == str(tmp_path / "file" / "profile")


def test_from_the_checkout_it_starts_itself_with_python() -> None:
    assert paths.own_command()[0] == sys.executable
    assert Path(paths.own_command()[1]).is_file()
    assert (paths.resources() / "apt.txt").is_file()


def test_packaged_it_is_its_own_executable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.own_command() == [sys.executable]
    assert paths.resources() == tmp_path / "resources"


@pytest.mark.parametrize("clock", [SystemClock(), FrozenClock()], ids=["system", "frozen"])
def test_a_clock_tells_aware_utc_and_never_goes_back(clock: Clock) -> None:
    assert clock.now().utcoffset() is not None
    assert clock.now().utcoffset().total_seconds() == 0  # type: ignore[union-attr]
    assert clock.monotonic_s() <= clock.monotonic_s()


def test_the_frozen_clock_moves_only_when_told(frozen_clock: FrozenClock) -> None:
    before, monotonic_s = frozen_clock.now(), frozen_clock.monotonic_s()
    assert frozen_clock.now() == before
    assert (frozen_clock.advance(90) - before).total_seconds() == 90
    frozen_clock.jump(-600)
    assert frozen_clock.monotonic_s() == monotonic_s + 90
