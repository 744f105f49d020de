"""The map page as an operator meets it: marks, clicks, themes, ages, hostile texts."""

from __future__ import annotations

import json

import pytest

from console.domain.unit import UnitStatus
from console.ui.map.marks import MapReport
from tests.ui.map.conftest import CENTRE, Shown, look, officer

HOSTILE = [
    '<img src=x onerror="window.taken=1">',
    "${window.taken=1}",
    "`+(window.taken=1)+`",
    '");window.taken=1;//',
    "');window.taken=1;//",
    "\\');window.taken=1;//",
    "</script><script>window.taken=1</script>",
    "a\u2028window.taken=1\u2029",
    "\x00\x1b[31m",
]


def test_the_page_came_up_without_asking_the_network(fresh_map: Shown) -> None:
    addresses = fresh_map.ask("[...document.querySelectorAll('[src], link[href]')].map((e) => e.src || e.href)")
    assert isinstance(addresses, list)
    assert len(addresses) > 10
    assert all(address.startswith("sigap://map/") for address in addresses)


def test_an_officer_clicked_is_the_unit_chosen(shared_map: Shown) -> None:
    shared_map.show(officer("u12", label="U12"), officer("u31", CENTRE[0] + 0.01, CENTRE[1] + 0.02))
    x, y = shared_map.ask("sigap.at('u31')")
    assert shared_map.wait(shared_map.view.unit_chosen, lambda: shared_map.click(x, y)) == ("u31",)


def test_a_pin_clicked_is_the_report_chosen_even_with_an_officer_under_it(shared_map: Shown) -> None:
    shared_map.view.show_reports([MapReport("r1", *CENTRE, 1, "187")])
    shared_map.show(officer("u12"))
    x, y = shared_map.ask("sigap.at('r1')")
    assert shared_map.wait(shared_map.view.report_chosen, lambda: shared_map.click(x, y - 20)) == ("r1",)
    shared_map.view.show_reports([])


def test_empty_ground_clicked_gives_the_place(shared_map: Shown) -> None:
    shared_map.show()
    lat, lon = shared_map.wait(shared_map.view.place_clicked, lambda: shared_map.click(400, 300))
    assert (lat, lon) == pytest.approx(CENTRE, abs=1e-3)


def test_an_old_position_is_never_shown_as_current(shared_map: Shown) -> None:
    shared_map.show(
        officer("fresh", age_s=10),
        officer("old", age_s=301, status=UnitStatus.ON_SCENE, label="U9"),
        officer("off", status=UnitStatus.OFF_DUTY),
    )
    assert shared_map.ask("['fresh', 'old', 'off'].map(sigap.kindOf)") == ["available", "stale", "stale"]
    assert shared_map.ask("sigap.counts()") == [1, 0, 0, 1]
    assert shared_map.ask("sigap.label('old')") == "U9 · 5 min ago"


def test_a_position_grows_old_without_news(shared_map: Shown, qtbot) -> None:  # type: ignore[no-untyped-def]
    shared_map.show(officer("u1", age_s=299.5))

    def grown_old() -> bool:
        return shared_map.ask("sigap.redraw() || sigap.kindOf('u1')") == "stale"

    assert not grown_old()
    qtbot.waitUntil(grown_old, timeout=10_000)


def test_marks_move_in_place_and_leave(shared_map: Shown) -> None:
    shared_map.show(officer("u1"), officer("u2"))
    before = shared_map.ask("sigap.at('u1')")
    shared_map.show(officer("u1", CENTRE[0] + 0.01))
    assert shared_map.ask("sigap.at('u1')") != before
    assert shared_map.ask("sigap.kindOf('u2')") is None


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_as_text_and_runs_nothing(shared_map: Shown, text: str) -> None:
    view = shared_map.view
    shared_map.show(officer(f"id {text}", label=text))
    view.show_reports([MapReport(f"r {text}", *CENTRE, 2, text, text)])
    view.select_report(f"r {text}", *CENTRE)
    view.suggest([f"id {text}"], 500)
    view.follow_unit(f"id {text}")
    view.set_texts({"stale": text, "following": text})
    shared_map.show(officer(f"id {text}", label=text + "!"))
    assert shared_map.ask("window.taken ?? null") is None
    assert (
        shared_map.ask("document.querySelectorAll('.chip img, .chip script, body > script:not([nonce])').length") == 0
    )
    label = str(shared_map.ask(f"sigap.label({json.dumps(f'id {text}')})"))
    assert label.startswith("".join(s if s.isprintable() else f"‹U+{ord(s):04X}›" for s in text + "!")[:39])
    view.follow_unit(None)
    view.select_report(None)
    view.suggest([])
    view.set_texts({})
    view.show_reports([])


def test_signs_that_turn_a_name_around_are_made_visible(shared_map: Shown) -> None:
    shared_map.show(officer("u1", label="U\u202e21\u200b"))
    assert str(shared_map.ask("sigap.label('u1')")).startswith("U‹U+202E›21‹U+200B›")


def test_the_theme_changes_without_a_reload(shared_map: Shown, qtbot) -> None:  # type: ignore[no-untyped-def]
    shared_map.show(officer("u1"))
    shared_map.ask("(window.sameLife = 1)")
    shared_map.view.set_theme("light")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert shared_map.ask(ground) == "rgb(223, 231, 236)"
    loaded = "[...document.querySelectorAll('img.leaflet-tile-loaded')].map((t) => t.src)"
    qtbot.waitUntil(lambda: any("/tile/light/" in str(s) for s in shared_map.ask(loaded) or []))  # type: ignore[attr-defined]
    assert shared_map.ask("window.sameLife") == 1
    assert shared_map.ask("sigap.kindOf('u1')") == "available"
    shared_map.view.set_theme("dark")


def test_words_change_in_place(shared_map: Shown) -> None:
    shared_map.view.set_texts({"stale": "posisi lama", "decimal": ","})
    assert "posisi lama" in str(shared_map.ask("document.querySelector('.chip-legend').textContent"))
    shared_map.view.set_texts({})
    assert "posisi lama" not in str(shared_map.ask("document.querySelector('.chip-legend').textContent"))


def test_a_position_in_doubt_carries_a_sign_and_says_why(shared_map: Shown) -> None:
    shared_map.show(officer("u1", label="U12"), officer("u2", CENTRE[0] + 0.01, label="U13"))
    calm = look(shared_map)
    x, y = shared_map.ask("sigap.at('u1')")
    shared_map.view.show_layer("doubts", {"u1": "jump", "nobody": "mock"})
    signed = look(shared_map, lambda image: image.pixelColor(x + 7, y - 7) != calm.pixelColor(x + 7, y - 7))
    assert signed.pixelColor(x, y) == calm.pixelColor(x, y), "the mark itself stays where it is believed to be"
    assert "GPS jumps" in str(shared_map.ask("sigap.label('u1')"))
    assert "GPS" not in str(shared_map.ask("sigap.label('u2')"))
    shared_map.view.show_layer("doubts", None)
    assert "GPS" not in str(shared_map.ask("sigap.label('u1')"))


def test_a_suggested_unit_says_how_far_it_is(shared_map: Shown) -> None:
    shared_map.show(officer("u1", CENTRE[0] + 0.009, label="U12"))
    shared_map.view.set_texts({"decimal": ","})
    shared_map.view.select_report("r1", *CENTRE)
    shared_map.view.suggest(["u1"], 900)
    assert "U12 · suggested · 1,0 km" in str(shared_map.ask("sigap.label('u1')"))
    shared_map.view.select_report(None)
    shared_map.view.suggest([])
    shared_map.view.set_texts({})


def test_following_pauses_while_the_hand_is_on_the_map(shared_map: Shown) -> None:
    shared_map.show(officer("u1"))
    shared_map.view.follow_unit("u1")
    shared_map.wait(shared_map.view.place_clicked, lambda: shared_map.click(200, 450))
    centre = shared_map.ask("[map_sigap.getCenter().lat, map_sigap.getCenter().lng]")
    shared_map.show(officer("u1", CENTRE[0] + 0.2))
    assert shared_map.ask("[map_sigap.getCenter().lat, map_sigap.getCenter().lng]") == centre
    resume = shared_map.ask("document.querySelector('.chip-follow button').disabled")
    assert resume is False
    shared_map.ask("document.querySelector('.chip-follow button').click()")
    lat = shared_map.ask("map_sigap.getCenter().lat")
    assert lat == pytest.approx(CENTRE[0] + 0.2, abs=1e-3)
    shared_map.view.follow_unit(None)
    shared_map.view.show_place(*CENTRE, 13)


def test_a_report_selected_comes_into_view_once_and_leaves_the_hand_alone_after(shared_map: Shown) -> None:
    view = shared_map.view
    far = (CENTRE[0] + 0.3, CENTRE[1])
    middle = "[map_sigap.getCenter().lat, map_sigap.getCenter().lng]"
    view.select_report("far", *far)
    assert shared_map.ask(middle) == pytest.approx(list(far), abs=1e-3)
    view.show_place(*CENTRE, 13)
    view.select_report("far", *far)
    view.select_unit("u1")
    assert shared_map.ask(middle) == pytest.approx(list(CENTRE), abs=1e-3)
    view.select_unit(None)
    view.select_report(None)


def test_a_position_is_drawn_old_when_it_turns_so_not_at_the_next_look_at_all_ages(fresh_map: Shown, qtbot) -> None:  # type: ignore[no-untyped-def]
    fresh_map.ask("(clearInterval(Object.values(map_sigap._layers).find((l) => l._officers)._ageing), 1)")
    fresh_map.show(officer("u1", age_s=299.0), officer("u2", age_s=299.4), officer("u3", age_s=10))
    assert fresh_map.ask("sigap.drawn()") == {"old": [], "ids": ["u1", "u2", "u3"]}
    qtbot.waitUntil(lambda: fresh_map.ask("sigap.drawn().old") == ["u1", "u2"], timeout=10_000)
    fresh_map.view.set_stale_after(5)
    qtbot.waitUntil(lambda: fresh_map.ask("sigap.drawn().old") == ["u1", "u2", "u3"], timeout=10_000)
