"""Keeps the map page to itself: no network, files, pop-ups or navigation."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineFileSystemAccessRequest,
    QWebEngineFullScreenRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from console.ui.map.scheme import NAME, START, MapScheme

log = logging.getLogger("sigap.map")

_OFF = (
    "AllowRunningInsecureContent",
    "AllowWindowActivationFromJavaScript",
    "AutoLoadIconsForPage",
    "DnsPrefetchEnabled",
    "ErrorPageEnabled",
    "FocusOnNavigationEnabled",
    "FullScreenSupportEnabled",
    "HyperlinkAuditingEnabled",
    "JavascriptCanAccessClipboard",
    "JavascriptCanOpenWindows",
    "JavascriptCanPaste",
    "LocalContentCanAccessFileUrls",
    "LocalContentCanAccessRemoteUrls",
    "LocalStorageEnabled",
    "NavigateOnDropEnabled",
    "PdfViewerEnabled",
    "PluginsEnabled",
    "ReadingFromCanvasEnabled",
    "ScreenCaptureEnabled",
    "ShowScrollBars",
    "TouchIconsEnabled",
    "WebGLEnabled",
)
"""Settings of QtWebEngine the map page does without."""


class OwnSchemeOnly(QWebEngineUrlRequestInterceptor):
    """Refuses every request to another scheme and says so in `refused` (the scheme, never the address)."""

    refused = Signal(str)

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Block anything but sigap://map."""
        url = info.requestUrl()
        if url.scheme().encode() != NAME or url.host() != START.host():
            info.block(True)
            self.refused.emit(url.scheme())


class ClosedPage(QWebEnginePage):
    """A page that stays where it is and asks nobody for anything."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject | None = None) -> None:
        """Refuse permissions, full screen and file access from the start."""
        super().__init__(profile, parent)
        self.permissionRequested.connect(_deny)
        self.fullScreenRequested.connect(_reject)
        self.fileSystemAccessRequested.connect(_reject)

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        """Only the first, typed load of the start address."""
        return is_main_frame and QUrl(url) == START and kind == QWebEnginePage.NavigationType.NavigationTypeTyped

    def createWindow(self, kind: QWebEnginePage.WebWindowType) -> QWebEnginePage | None:  # type: ignore[override]
        """No pop-ups."""
        return None

    def chooseFiles(
        self, mode: QWebEnginePage.FileSelectionMode, old_files: object, accepted_types: object
    ) -> list[str]:
        """No files."""
        return []

    def javaScriptAlert(self, origin: QUrl | str, message: str) -> None:
        """No dialogs: they would take the focus from where a person types."""

    def javaScriptConfirm(self, origin: QUrl | str, message: str) -> bool:
        """No dialogs."""
        return False

    def javaScriptPrompt(self, origin: QUrl | str, message: str, default: str) -> tuple[bool, str]:
        """No dialogs."""
        return (False, "")

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        """Log where, never what: a message can carry a citizen's text."""
        if level == QWebEnginePage.JavaScriptConsoleMessageLevel.ErrorMessageLevel:
            log.warning("map page: script error in %s line %d", source.rsplit("/", 1)[-1][:40], line)


def _deny(permission: QWebEnginePermission) -> None:
    permission.deny()


def _reject(request: QWebEngineFullScreenRequest | QWebEngineFileSystemAccessRequest) -> None:
    request.reject()


def _cancel(download: QWebEngineDownloadRequest) -> None:
    download.cancel()


def closed_profile(scheme: MapScheme, interceptor: OwnSchemeOnly, parent: QObject | None) -> QWebEngineProfile:
    """An off-the-record profile that knows only the own scheme."""
    profile = QWebEngineProfile(parent)
    profile.setUrlRequestInterceptor(interceptor)
    profile.installUrlSchemeHandler(NAME, scheme)
    profile.downloadRequested.connect(_cancel)
    profile.setSpellCheckEnabled(False)
    settings = profile.settings()
    for name in _OFF:
        settings.setAttribute(QWebEngineSettings.WebAttribute[name], False)
    return profile
