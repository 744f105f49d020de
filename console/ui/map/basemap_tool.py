"""Chooses the base map while the console runs: the own one, a file, or a tile server."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QTimer

from console.domain.basemap import OWN, BaseMap, Origin, TileId
from console.domain.errors import Fault
from console.domain.tile_picture import TilePicture
from console.ui.background import Background
from console.ui.case.menus import PlainMenu
from console.ui.map.map_pane import MapPane
from console.ui.relay import Courier
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate

KEPT_AS = "map.basemap"
"""Name of this workstation's choice among its small settings."""
_AGAIN_MS = 20_000


class BasemapDesk(Protocol):
    """Which base maps there are, and their tiles (desk.basemaps, by shape); all may block."""

    @property
    def fault(self) -> Fault | None:
        """Why the tile server's tiles do not come now."""

    def choices(self) -> tuple[BaseMap, ...]:
        """The own map first."""

    def tile(self, basemap_id: str, tile: TileId) -> TilePicture | None:
        """A tile as it may be shown."""

    def answers_again(self) -> bool:
        """Ask the tile server for the tile it failed to give."""

    def give_up(self) -> None:
        """Do not wait for what the server still owes."""

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Be told, from any thread, that another tile server is used; returns how to stop."""


class Kept(Protocol):
    """This workstation's small settings, by shape."""

    def setting(self, name: str, default: str = "") -> str:
        """What was kept."""

    def keep_setting(self, name: str, value: str) -> None:
        """Keep it."""


class BasemapTool(QObject):
    """A menu of the bar; the choice is remembered, its attribution stands in the map's note."""

    def __init__(self, pane: MapPane, basemaps: BasemapDesk, kept: Kept, background: Background) -> None:
        super().__init__(pane)
        self._pane, self._basemaps, self._kept, self._background = pane, basemaps, kept, background
        self._shown = BaseMap(OWN, Origin.OWN)
        self._stopped = False
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._ask_again)
        self.menu: PlainMenu | None = None
        self.button = pane.bar.add_tool(
            lambda: translate("map", "Base map ▾"), lambda: translate("map", "Choose what lies under the marks"),
            self.open,
        )  # fmt: skip
        pane.view.basemap.troubled.connect(self._take_trouble)
        self._news: Courier[bool] = Courier(parent=self)
        self._news.arrived.connect(lambda _news: self._server_changed())
        self._stop_news = basemaps.subscribe(lambda: self._news.take(True))
        if self._kept.setting(KEPT_AS, OWN) != OWN:
            background.ask(self, basemaps.choices, self._recall)

    @property
    def shown(self) -> BaseMap:
        """What lies under the marks now."""
        return self._shown

    @property
    def desk(self) -> BasemapDesk:
        """Who knows the base maps."""
        return self._basemaps

    def open(self) -> None:
        """Look which base maps there are now, then offer them."""
        self._background.ask(self, self._basemaps.choices, self._offer, topic="offer")

    def choose(self, basemap: BaseMap) -> None:
        """Show this one from now on, and after the next start too."""
        self._kept.keep_setting(KEPT_AS, basemap.id)
        self._show(basemap)

    def stop(self) -> None:
        """No tile is waited for any more."""
        self._stopped = True
        self._stop_news()
        self._news.close()
        self._again.stop()
        self._pane.view.basemap.use(None, "")
        self._basemaps.give_up()

    def _offer(self, choices: tuple[BaseMap, ...]) -> None:
        if self._stopped:
            return
        self.menu = menu = PlainMenu(self._pane.bar)
        for each in choices:
            why_not = fault_words(each.broken) if each.broken else ""
            menu.offer(
                base_map_words(each), partial(self.choose, each),
                why_not=why_not, ticked=each.id == self._shown.id,
            )  # fmt: skip
        menu.setAccessibleName(translate("map", "Base map"))
        under = self.button if self.button.isVisible() else self._pane.bar.more
        menu.popup(under.mapToGlobal(QPoint(under.width() - menu.sizeHint().width(), under.height())))

    def _recall(self, choices: tuple[BaseMap, ...]) -> None:
        """One that is gone or broken now gives way to the own map, but is not forgotten: a disk may come back."""
        wanted = self._kept.setting(KEPT_AS, OWN)
        for each in choices:
            if each.id == wanted and not each.broken and not self._stopped:
                self._show(each)

    def _server_changed(self) -> None:
        """Another tile server is used: it takes the place of the one shown, or the own map does."""
        if self._shown.origin is Origin.SERVER:
            self._background.ask(self, self._basemaps.choices, self._replace)

    def _replace(self, choices: tuple[BaseMap, ...]) -> None:
        if not self._stopped:
            self._show(next((each for each in choices if each.origin is Origin.SERVER), choices[0]))

    def _show(self, basemap: BaseMap) -> None:
        self._shown = basemap
        view = self._pane.view
        own = basemap.origin is Origin.OWN
        generation = view.basemap.use(None if own else self._basemaps, basemap.id)
        view.show_layer("basemap", None if own else layer_payload(basemap, generation))
        view.credit("basemap", basemap.credit)
        self._take_trouble(None if own else view.basemap.fault)

    def _take_trouble(self, fault: Fault | None) -> None:
        """The tile server does not answer: say so beside the map, and look now and then whether it does again."""
        away = fault is not None and self._shown.origin is Origin.SERVER and not self._stopped
        self._pane.view.credit("basemap-away", _away_words if away else "")
        if away:
            self._again.start()
        else:
            self._again.stop()

    def _ask_again(self) -> None:
        self._background.ask(self, self._basemaps.answers_again, self._heard_again, topic="again")

    def _heard_again(self, answers: bool) -> None:
        if self._stopped or self._shown.origin is not Origin.SERVER:
            return
        if answers:
            self._show(self._shown)
        else:
            self._again.start()


def layer_payload(basemap: BaseMap, generation: int) -> dict[str, object]:
    """What the page is told of a base map; its pictures come from our own scheme whatever their origin."""
    south, west, north, east = basemap.bounds
    return {
        "address": f"sigap://map/basemap/{basemap.id}/{generation}",
        "min_zoom": basemap.min_zoom,
        "max_zoom": basemap.max_zoom,
        "bounds": [[south, west], [north, east]],
        "overlay": basemap.overlay,
        "dense": basemap.dense,
    }


def base_map_words(basemap: BaseMap) -> str:
    """A base map as the menu names it."""
    if basemap.origin is Origin.OWN:
        return translate("map", "Own map: areas and names")
    if basemap.origin is Origin.SERVER:
        return translate("map", "{name} (tile server)").replace("{name}", basemap.name)
    return basemap.name


def _away_words() -> str:
    return translate("map", "Tile server not answering: kept tiles are shown")
