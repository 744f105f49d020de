"""The tile server of this workstation: address, whose map, cache; tried before it is used."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from console.desk.administration import Access
from console.domain.basemap import CACHE_MIB, LARGEST_ZOOM, TileId, TileServerFacts
from console.domain.errors import Fault
from console.domain.tile_picture import TilePicture
from console.ui import theme
from console.ui.administration.page import Page, PageParts
from console.ui.administration.sheet import Sheet
from console.ui.administration.side import Side
from console.ui.administration.sure_row import SureRow
from console.ui.map.mercator import unit_x, unit_y
from console.ui.sign_in.field import Field
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words, name_widget

_TRIED_ZOOM = 13


class TileServerPage(Page):
    """One sheet; it belongs to this workstation alone, so that it is saved without the server too."""

    def __init__(self, parts: PageParts) -> None:
        super().__init__(parts)
        self._maps = parts.basemaps
        self.facts: TileServerFacts | None = None
        self._typed = False
        self.sheet = Sheet(lambda: translate("enrolment", "Tile server of this workstation"))
        self.sheet.setMaximumWidth(theme.px(640))
        self.sheet.add(SafeLabel(_about, role="muted", wrap=True))
        self.stands = SafeLabel(role="strong", wrap=True)
        self.sheet.add(self.stands)
        self.url = Field(
            lambda: translate("enrolment", "Address with {z}, {x}, {y}; {r} where it has sharper ones"),
            hint="https://peta.example/{z}/{x}/{y}{r}.png",
        )
        self.credit = Field(lambda: translate("enrolment", "Whose map it is; always shown on the map"))
        self.name = Field(lambda: translate("enrolment", "What the menu calls it; empty: its address"))
        self.ca_file = Field(lambda: translate("enrolment", "CA certificate of the server (PEM); empty: the system's"))
        self.max_zoom, zoom = _number(lambda: translate("enrolment", "Largest zoom it has"), 1, LARGEST_ZOOM)
        self.cache, cache = _number(lambda: translate("enrolment", "Tiles kept here, MiB at most"), *CACHE_MIB)
        for field, name in (
            (self.url, "url"), (self.credit, "credit"), (self.name, "name"), (self.ca_file, "ca_file")
        ):  # fmt: skip
            self.sheet.add(field, name)
            field.line.textEdited.connect(self._type)
        for box in (self.max_zoom, self.cache):
            box.valueChanged.connect(self._type)
        self.sheet.add_pair(zoom, cache, ("max_zoom", "cache_mib"))
        row = QHBoxLayout()
        self.try_button = PlainButton(lambda: translate("enrolment", "Try it"), self.try_out)
        self.browse = PlainButton(lambda: translate("enrolment", "CA certificate…"), self._browse)
        for button in (self.try_button, self.browse):
            row.addWidget(button)
        row.addStretch(1)
        self.sheet.body.addLayout(row)
        self.sheet.add_save(lambda: translate("enrolment", "Use this server"), self.save)
        self.none_row = SureRow(
            lambda: translate("enrolment", "Use none…"),
            lambda: translate("enrolment", "Maps that show it show the own map at once. Its kept tiles stay."),
            lambda: translate("enrolment", "Use none"), self._use_none,
        )  # fmt: skip
        self.sheet.foot.addWidget(self.none_row)
        side = Side()
        side.add_sheet(self.sheet)
        side.show_sheet(self.sheet)
        self.rows.addWidget(side, 1)
        self._may = False
        self._show_parts()

    def open(self) -> None:
        """Read what this workstation is told; what was typed stays."""
        if (maps := self._maps) is not None:
            self.parts.background.ask(self, maps.tile_server, self._take, self.sheet.say_fault, topic="told")

    def show_access(self, access: Access) -> None:
        """Only an administrator sets it; the server need not be there."""
        self._may = access is not Access.NOT_ADMINISTRATOR
        self._show_parts()

    def unsaved(self) -> bool:
        """Whether something typed was not saved."""
        return self._typed

    def try_out(self) -> None:
        """Ask it for one tile of this center; nothing is saved."""
        maps, facts, tile = self._maps, self._wanted(), self._tile()
        if maps is None:
            return
        self.sheet.quiet()
        self.sheet.wait(waiting=True)
        self.try_button.setEnabled(False)
        self.parts.background.ask(
            self, lambda: maps.try_tile_server(facts, tile), self._tried, self._failed, topic="try"
        )

    def save(self) -> None:
        """From now on, on the map that is open too."""
        maps, facts = self._maps, self._wanted()
        if maps is not None:
            self.sheet.wait(waiting=True)
            self.parts.background.ask(self, lambda: maps.use_tile_server(facts), self._saved, self._failed)

    def _use_none(self) -> None:
        self.url.line.clear()
        self.save()

    def _wanted(self) -> TileServerFacts:
        return TileServerFacts(
            url=self.url.line.text(), name=self.name.line.text(), credit=self.credit.line.text(),
            ca_file=self.ca_file.line.text(), max_zoom=self.max_zoom.value(), cache_mib=self.cache.value(),
        )  # fmt: skip

    def _tile(self) -> TileId:
        site = self.parts.office.city.site
        zoom = min(_TRIED_ZOOM, self.max_zoom.value())
        across = 1 << zoom
        return TileId(zoom, int(unit_x(site.lon) * across), int(unit_y(site.lat) * across))

    def _tried(self, picture: TilePicture | None) -> None:
        self._show_parts()
        if picture is None:
            self.sheet.say_done(lambda: translate("enrolment", "It answers, but has no tile of this center."))
            return
        kind, kib = picture.mime.removeprefix("image/"), max(1, round(len(picture.body) / 1024))
        self.sheet.say_done(
            lambda: translate("enrolment", "It answers with a picture: {kind}, {n} KiB.").format(kind=kind, n=kib)
        )

    def _saved(self, _none: None) -> None:
        self._typed = False
        wanted = self._wanted()
        self._take(wanted if wanted.url.strip() else replace(TileServerFacts(), cache_mib=wanted.cache_mib))
        self.sheet.say_done(
            lambda: translate("enrolment", "Saved. Choose it under 'Base map' on the map.") if wanted.url.strip()
            else translate("enrolment", "Saved. The map uses none.")
        )  # fmt: skip

    def _failed(self, fault: Fault) -> None:
        self._show_parts()
        self.sheet.say_fault(fault)

    def _take(self, facts: TileServerFacts) -> None:
        self.facts = facts
        if not self._typed:
            for field, text in (
                (self.url, facts.url), (self.credit, facts.credit), (self.name, facts.name),
                (self.ca_file, facts.ca_file),
            ):  # fmt: skip
                field.line.setText(text)
            self.max_zoom.setValue(facts.max_zoom)
            self.cache.setValue(facts.cache_mib)
            self._typed = False
            self.sheet.quiet()
        self._show_parts()

    def _type(self, *_: object) -> None:
        self._typed = True
        self.sheet.quiet()

    def _browse(self) -> None:
        dialog = QFileDialog(self, translate("enrolment", "CA certificate"), "", "PEM (*.pem *.crt *.cer)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_file(self, name: str) -> None:
        self.ca_file.line.setText(name)
        self._type()

    def _show_parts(self) -> None:
        facts = self.facts
        able = self._may and self._maps is not None
        self.sheet.wait(waiting=not able)
        self.try_button.setEnabled(able)
        self.none_row.setEnabled(able)
        self.none_row.setVisible(bool(facts and facts.url))
        self.stands.say(lambda: _stands_words(facts, maps=self._maps is not None))


def _number(words: Words, least: int, most: int) -> tuple[QSpinBox, QWidget]:
    """A number to set, under its words."""
    whole = QWidget()
    rows = QVBoxLayout(whole)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(theme.px(3))
    label = SafeLabel(words, role="small")
    box = QSpinBox()
    box.setRange(least, most)
    box.setMinimumHeight(theme.px(32))
    label.setBuddy(box)
    name_widget(box, words)
    rows.addWidget(label)
    rows.addWidget(box)
    whole.setFocusProxy(box)
    return box, whole


def _stands_words(facts: TileServerFacts | None, *, maps: bool) -> str:
    if not maps:
        return translate("enrolment", "This console has no map.")
    if facts is None:
        return translate("enrolment", "Reading the settings…")
    if not facts.url:
        return translate("enrolment", "None is used here: the own map and imported files need none.")
    return translate("enrolment", "Used here: {name}").format(name=one_line(facts.name or facts.url))


def _about() -> str:
    return translate(
        "enrolment",
        "Your organisation's own server of map pictures. This workstation asks it for what is looked at and keeps "
        "that for when it does not answer; no other address is asked. Each workstation is set by itself.",
    )
