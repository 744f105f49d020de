"""Addresses of tile servers are checked, attributions become plain text."""

from __future__ import annotations

import pytest

from console.domain.basemap import TileId, checked_template, plain_credit, tile_address


@pytest.mark.parametrize(
    ("template", "address"),
    [
        ("https://peta.example/{z}/{x}/{y}.png", "https://peta.example/3/2/1.png"),
        ("https://peta.example/{z}/{x}/{-y}.png", "https://peta.example/3/2/6.png"),
        ("https://peta.example/wmts?r={y}&c={x}&m={z}&k=7", "https://peta.example/wmts?r=1&c=2&m=3&k=7"),
        ("http://127.0.0.1:8080/{z}/{x}/{y}{r}.webp", "http://127.0.0.1:8080/3/2/1.webp"),
    ],
)
def test_a_tiles_address_is_made_from_the_servers(template: str, address: str) -> None:
    assert tile_address(checked_template(template), TileId(3, 2, 1)) == address


def test_dense_tiles_have_an_address_of_their_own() -> None:
    assert tile_address("https://a.example/{z}/{x}/{y}{r}.png", TileId(3, 2, 1, True)) == "https://a.example/3/2/1@2x.png"


@pytest.mark.parametrize(
    "template",
    [
        "", "peta.example/{z}/{x}/{y}", "http://peta.example/{z}/{x}/{y}", "ftp://peta.example/{z}/{x}/{y}",
        "file:///{z}/{x}/{y}", "https:///{z}/{x}/{y}", "https://peta.example/{z}/{x}", "https://{z}.example/{z}/{x}/{y}",
        "https://{s}.peta.example/{z}/{x}/{y}", "https://peta.example/{z}/{x}/{y}/{key}",
        "https://me:secret@peta.example/{z}/{x}/{y}", "https://peta.example/{z}/{x}/{y}/{y}",
    ],
)  # fmt: skip
def test_an_address_we_would_not_ask_is_refused(template: str) -> None:
    with pytest.raises(ValueError, match="tile server"):
        checked_template(template)


@pytest.mark.parametrize("tile", [TileId(-1, 0, 0), TileId(23, 0, 0), TileId(3, 8, 0), TileId(3, 0, -1)])
def test_tiles_off_the_world_do_not_exist(tile: TileId) -> None:
    assert not tile.valid


def test_an_attribution_is_plain_text_on_one_line() -> None:
    assert plain_credit("© <a href='x' onclick=\"y()\">OpenStreetMap</a>\n &amp; lain") == "© OpenStreetMap & lain"
    assert len(plain_credit("x" * 5000)) == 300
