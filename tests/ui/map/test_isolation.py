"""The page is shut in by its policy, its scheme and its profile, each by itself."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEnginePage

from tests.ui.map.conftest import Shown


class Listener:
    """A web server on this machine that notes who calls."""

    def __init__(self) -> None:
        calls: list[str] = []

        class Note(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                calls.append(self.path)
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.calls = calls
        self._server = HTTPServer(("127.0.0.1", 0), Note)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def listener() -> Iterator[Listener]:
    listening = Listener()
    yield listening
    listening.close()


def _made(tag: str, **properties: str) -> str:
    """JavaScript that makes an element, sets its properties and puts it into the page."""
    sets = "".join(f"e.{name} = '{value}';" for name, value in properties.items())
    return f"const e = document.createElement('{tag}'); {sets} document.body.append(e)"


LISTEN = """(window.broken = [], window.listens ||= addEventListener('securitypolicyviolation',
    (e) => window.broken.push(e.effectiveDirective)) || 1)"""


@pytest.mark.parametrize(
    ("act", "directive"),
    [
        ("new Image().src = 'HERE/image'", "img-src"),
        ("fetch('HERE/fetch').catch(() => 0)", "connect-src"),
        ("navigator.sendBeacon('HERE/beacon')", "connect-src"),
        ("new WebSocket('ws://127.0.0.1:9/')", "connect-src"),
        (_made("script", src="HERE/script"), "script-src-elem"),
        (_made("script", text="window.taken = 1"), "script-src-elem"),
        ("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.taken=1>')", "script-src-attr"),
        (_made("iframe", src="HERE/frame"), "frame-src"),
        (_made("object", data="HERE/object"), "object-src"),
        (_made("audio", src="HERE/sound"), "media-src"),
        (_made("link", rel="stylesheet", href="HERE/css"), "style-src-elem"),
        ("try { eval('window.taken = 1') } catch (e) {}", "script-src"),
    ],
)
def test_the_policy_refuses(shared_map: Shown, qtbot, listener: Listener, act: str, directive: str) -> None:  # type: ignore[no-untyped-def]
    shared_map.ask(LISTEN)
    shared_map.ask(f"(() => {{ {act} }})()".replace("HERE", listener.address))
    qtbot.waitUntil(lambda: directive in (shared_map.ask("window.broken") or []))  # type: ignore[operator]
    assert shared_map.ask("window.taken ?? null") is None
    assert listener.calls == []


def test_the_page_cannot_be_led_away(shared_map: Shown, listener: Listener) -> None:
    shared_map.ask(f"(location.href = '{listener.address}/away', 1)")
    shared_map.ask(f"(() => {{ {_made('a', id='leave', download='x', href='/x')}; e.click() }})()")
    assert shared_map.ask("window.open('sigap://map/')") is None
    assert shared_map.ask("location.href") == "sigap://map/"
    assert listener.calls == []


def test_the_profile_refuses_other_schemes_even_without_a_policy(fresh_map: Shown, listener: Listener) -> None:
    browser = fresh_map.view.browser
    assert browser is not None
    bare = QWebEnginePage(browser.page.profile())
    html = f"<img src='{listener.address}/x'><iframe src='data:text/html,x'></iframe><img src='file:///etc/hostname'>"
    refused = fresh_map.wait(browser.interceptor.refused, lambda: bare.setHtml(html, QUrl("sigap://map/bare")))
    assert refused[0] in ("http", "file", "data")
    fresh_map.wait(bare.loadFinished, lambda: bare.setHtml(html, QUrl("sigap://map/bare")))
    assert listener.calls == []
    bare.deleteLater()


def test_nothing_is_kept_on_disk(shared_map: Shown) -> None:
    browser = shared_map.view.browser
    assert browser is not None
    assert browser.page.profile().isOffTheRecord()
    kept = "(() => { try { return localStorage.length } catch (e) { return 'refused' } })()"
    assert shared_map.ask(kept) == "refused"


def _outcome(shown: Shown, qtbot, act: str) -> object:  # type: ignore[no-untyped-def]
    """What `act` leaves in window.got, sooner or later."""
    shown.ask(f"(window.got = null, {act}, 1)")
    qtbot.waitUntil(lambda: shown.ask("window.got") is not None)
    return shown.ask("window.got")


@pytest.mark.parametrize(
    "path",
    ["/asset/../../etc/passwd", "/asset/nothing.js", "/tile/dark/0/13/99999/1.png", "/tile/pink/0/1/0/0.png", "/x"],
)
def test_the_scheme_serves_nothing_else(shared_map: Shown, qtbot, path: str) -> None:  # type: ignore[no-untyped-def]
    assert _outcome(shared_map, qtbot, f"fetch('sigap://map{path}').then((r) => got = r.status)") == 404


def test_permissions_are_denied(shared_map: Shown, qtbot) -> None:  # type: ignore[no-untyped-def]
    ask = "navigator.geolocation.getCurrentPosition(() => got = 'given', () => got = 'denied')"
    assert _outcome(shared_map, qtbot, ask) == "denied"
