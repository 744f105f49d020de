"""A console with an administrator, a real server in process, the window on screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.areas.index import AreaIndex
from console.clock import SystemClock
from console.core import Core
from console.desk.basemaps import Basemaps
from console.desk.office import Office
from console.domain.person import Role
from console.paths import Profile
from console.ui import theme
from console.ui.administration.administration_window import AdministrationWindow
from console.ui.administration.list_page import ListPage
from console.ui.administration.page import Page, PageParts
from console.ui.administration.pages import PAGES
from console.ui.background import Background
from console.ui.relay import Relay
from console.ui.texts.language import Language
from tests.sync.world import until
from tests.worlds.central import PASSPHRASE, Central
from tests.worlds.passphrases import QUICK

ROOT = Path(__file__).resolve().parents[2]


def signed_in_core(
    central: Central, profile: Profile, user: str, role: Role, name: str = "", *, names: AreaIndex | None = None
) -> Core:
    """A console without its window, enrolled, with a person signed in."""
    if central.find_user(user) is None:
        central.make_user(user, role, name)
    profile.make()
    core = Core(profile, central.address, SystemClock(), cost=QUICK, names=names)
    core.session.enrol(central.enrol_code(), f"meja {user}")
    core.session.sign_in(user, PASSPHRASE)
    return core


class Desk:
    """A workstation of the center with a person signed in."""

    def __init__(self, central: Central, folder: Path, user: str, role: Role, name: str = "") -> None:
        self.core = signed_in_core(central, Profile(folder), user, role, name)
        self.office: Office = self.core.open_office()

    def has_words(self, revision: int) -> bool:
        """Whether the feed has brought this revision of the word rules here."""
        return self.office.lists.words.read().thing.revision >= revision


class AdministrationDesk(Desk):
    """With the window of administration; `close` ends all of it."""

    def __init__(
        self, qtbot: QtBot, central: Central, folder: Path, user: str = "galih", role: Role = Role.ADMINISTRATOR,
        *, language: str = "id", theme_name: str = "dark", name: str = "", basemaps: Basemaps | None = None,
    ) -> None:  # fmt: skip
        super().__init__(central, folder, user, role, name)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.qtbot = qtbot
        theme.dress(app, ROOT / "resources", theme_name)
        self.language = Language(app, ROOT / "resources" / "translations")
        self.language.speak(language)
        self.background, self.relay = Background(), Relay()
        office = self.office
        parts = PageParts(
            office=office, background=self.background, now=office.now, zone=office.city.zone, basemaps=basemaps
        )
        self.window = AdministrationWindow(parts, PAGES)
        qtbot.addWidget(self.window)
        self.relay.changed.connect(self.window.take_changes)
        self._stop_changes = office.subscribe(self.relay.take)

    def open(self, page_id: str, size: QSize | None = None) -> Page:
        """Show that page and wait until it has read its list."""
        self.window.open(size or QSize(1400, 900), page_id)
        self.settle()
        page = self.window.page
        assert page is not None
        return page

    def list_page(self, page_id: str) -> ListPage:  # type: ignore[type-arg]
        """The page of a list, read."""
        page = self.open(page_id)
        assert isinstance(page, ListPage)
        self.wait(lambda: page.thing is not None)
        return page

    def settle(self) -> None:
        """Wait until nothing is asked any more."""
        self.wait(lambda: self.background.idle)

    def wait(self, true: Callable[[], object]) -> None:
        """Wait for a condition while the window lives."""
        self.qtbot.waitUntil(lambda: bool(true()), timeout=15_000)

    def stop_hearing(self) -> None:
        """The window is not told of changes any more."""
        self._stop_changes()
        self._stop_changes = lambda: None

    def close(self) -> None:
        """Window, threads, core; the words are English again, as others find them."""
        self.stop_hearing()
        self.window.stop()
        self.window.close()
        self.language.speak("en")
        self.language.deleteLater()
        self.background.stop()
        self.relay.close()
        self.core.close()


__all__ = ["AdministrationDesk", "Desk", "signed_in_core", "until"]
