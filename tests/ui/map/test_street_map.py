"""The page shell: folium's, offline, its assets exactly the ones we looked at."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from console.ui.map.street_map import NONCE, OWN_ASSETS, Shell, build_shell

RESOURCES = Path(__file__).resolve().parents[3] / "resources"

PINNED = {
    "leaflet.js": "a7aef147d0d4833c9895c5c20dc8bc51e7383e3c450dda8a0dac1c8713661f9e",
    "leaflet.css": "1773dea1910a75efc32ceff8df72d3237efbfff8f28b61860cc69b76f1707080",
}


@pytest.fixture(scope="module")
def shell() -> Shell:
    return build_shell(RESOURCES / "map", "dark", -7.97, 112.63, 13)


def test_the_assets_are_the_ones_we_looked_at(shell: Shell) -> None:
    foreign = {name: hashlib.sha256(a.body).hexdigest() for name, a in shell.assets.items() if name not in OWN_ASSETS}
    assert foreign == PINNED


def test_the_page_names_no_other_place(shell: Shell) -> None:
    assert not re.search(r"https?:|//cdn|data:", shell.html)
    assert set(re.findall(r'(?:src|href)="([^"]*)"', shell.html)) == {
        f"sigap://map/asset/{name}" for name in shell.assets
    }


def test_every_script_and_style_carries_the_nonce(shell: Shell) -> None:
    tags = re.findall(r"<(?:script|style|link)\b[^>]*>", shell.html)
    assert len(tags) > len(shell.assets)
    assert all(f'nonce="{NONCE}"' in tag for tag in tags)


def test_own_scripts_hold_no_way_to_make_html(shell: Shell) -> None:
    for name in OWN_ASSETS:
        text = shell.assets[name].body.decode()
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|bindPopup|bindTooltip", text
        )
