"""The own scheme from which the map page gets everything and reports back."""

from __future__ import annotations

import os
import re
import secrets

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QObject, Qt, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlScheme, QWebEngineUrlSchemeHandler

from console.domain.basemap import TileId
from console.domain.tile_picture import TilePicture
from console.ui.map.basemap_tiles import BasemapTile
from console.ui.map.page_event import PageEvent, parse_event
from console.ui.map.palette import Theme
from console.ui.map.street_map import NONCE, Shell
from console.ui.map.tiles import TileKey, Tiles

NAME = b"sigap"
ORIGIN = "sigap://map"
START = QUrl("sigap://map/")

_BASEMAP = re.compile(r"/basemap/([a-z0-9-]{1,64})/\d{1,9}/(\d{1,2})/(\d{1,7})/(\d{1,7})(@2x)?\Z")
_TILE = re.compile(r"/tile/(dark|light)/\d{1,9}/(\d{1,2})/(\d{1,7})/(\d{1,7})(@2x)?\.png\Z")

_POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; "
    "img-src sigap:; connect-src sigap:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def prepare_environment() -> None:
    """Set what QtWebEngine reads at its start. Call before QApplication is made.

    Chromium's sandbox refuses to run as root and is switched off only then (packaged use refuses root).
    """
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


def register_scheme() -> None:
    """Make `sigap:` a secure scheme with hosts. Call before QApplication is made; again does nothing."""
    if not QWebEngineUrlScheme.schemeByName(QByteArray(NAME)).name().isEmpty():
        return
    scheme = QWebEngineUrlScheme(QByteArray(NAME))
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    flag = QWebEngineUrlScheme.Flag
    scheme.setFlags(flag.SecureScheme | flag.CorsEnabled | flag.FetchApiAllowed)
    QWebEngineUrlScheme.registerScheme(scheme)


class MapScheme(QWebEngineUrlSchemeHandler):
    """Answers the page: the shell, its assets, tiles, pictures of a base map; `happened` carries what it reports."""

    happened = Signal(PageEvent)

    def __init__(self, shell: Shell, tiles: Tiles, parent: QObject | None = None) -> None:
        """Serve `shell` and `tiles`; install it on one profile only."""
        super().__init__(parent)
        self._shell = shell
        self._tiles = tiles

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer one request; anything unknown is refused."""
        url = job.requestUrl()
        path = url.path()
        if url.host() != "map" or bytes(job.requestMethod().data()) != b"GET":
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
        elif path == "/":
            self._answer_page(job)
        elif path == "/event":
            self._take_event(job, url)
        elif tile := _TILE.match(path):
            self._answer_tile(job, tile)
        elif picture := _BASEMAP.match(path):
            self._answer_picture(job, picture)
        elif (asset := self._shell.assets.get(path.removeprefix("/asset/"))) is not None:
            _reply(job, asset.mime, asset.body)
        else:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)

    def _answer_page(self, job: QWebEngineUrlRequestJob) -> None:
        nonce = secrets.token_hex(16)  # hex: Qt lower-cases the values of additional headers
        headers = {
            QByteArray(b"Content-Security-Policy"): [QByteArray(_POLICY.format(nonce=nonce).encode())],
            QByteArray(b"X-Content-Type-Options"): [QByteArray(b"nosniff")],
            QByteArray(b"Referrer-Policy"): [QByteArray(b"no-referrer")],
        }
        job.setAdditionalResponseHeaders(headers)  # type: ignore[arg-type]  # a multimap: PySide wants lists
        _reply(job, b"text/html; charset=utf-8", self._shell.html.replace(NONCE, nonce).encode())

    def _take_event(self, job: QWebEngineUrlRequestJob, url: QUrl) -> None:
        """Events come in the query: PySide 6.11 crashes when Python opens a request's body."""
        event = None
        if job.initiator().toString() == ORIGIN:
            event = parse_event(url.query(QUrl.ComponentFormattingOption.FullyDecoded))
        if event is None:
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
            return
        _reply(job, b"text/plain", b"")
        self.happened.emit(event)

    def _answer_tile(self, job: QWebEngineUrlRequestJob, tile: re.Match[str]) -> None:
        theme: Theme = "light" if tile[1] == "light" else "dark"
        key = TileKey(theme, int(tile[2]), int(tile[3]), int(tile[4]), 2 if tile[5] else 1)
        if not key.valid:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        self._tiles.fetch(key, lambda png: _reply(job, b"image/png", png))

    def _answer_picture(self, job: QWebEngineUrlRequestJob, asked: re.Match[str]) -> None:
        """A stranger's picture goes to the page as the kind its header says, and is decoded there alone."""
        tile = TileId(int(asked[2]), int(asked[3]), int(asked[4]), asked[5] is not None)

        def answer(found: TilePicture | None) -> None:
            if not shiboken6.isValid(job):
                return
            if found is None:
                job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
                return
            headers = {QByteArray(b"X-Content-Type-Options"): [QByteArray(b"nosniff")]}
            job.setAdditionalResponseHeaders(headers)  # type: ignore[arg-type]  # a multimap: PySide wants lists
            _reply(job, found.mime.encode(), found.body)

        self._tiles.basemap.fetch(BasemapTile(asked[1], tile), answer)


def _reply(job: QWebEngineUrlRequestJob, mime: bytes, body: bytes) -> None:
    """Answer a request that may have been given up meanwhile (the page moved on)."""
    if not shiboken6.isValid(job):
        return
    if not body and mime == b"image/png":
        job.fail(QWebEngineUrlRequestJob.Error.RequestFailed)
        return
    buffer = QBuffer(job)
    buffer.setData(QByteArray(body))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    job.reply(QByteArray(mime), buffer)
