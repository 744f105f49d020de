"""Landmarks: places everybody knows by name, typed by hand or taken from a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from console.desk.administration_changes import ListShape, SetWhole
from console.desk.landmark_list import LandmarksRead, Twins, new_id_of, point_text, read_file, read_point, write_file
from console.domain.landmark import (
    LONGEST_KIND,
    LONGEST_NAME,
    MOST_ALIASES,
    MOST_LANDMARKS,
    Landmark,
    Landmarks,
    fault_in_landmark,
)
from console.domain.place import Place
from console.ui.administration.filed_page import FiledPage, FileWay
from console.ui.administration.form import Values, Wrong
from console.ui.administration.form_field import FieldKind, FieldSpec
from console.ui.administration.list_spec import Column, ListSpec
from console.ui.administration.page import PageParts
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words

SHAPE: ListShape[Landmarks, Landmark] = ListShape(
    lambda landmarks: landmarks.places, lambda landmarks, items: replace(landmarks, places=items), lambda item: item.id
)
Answer = tuple[Words, Callable[[], None]]
_GEOJSON: FileWay[Landmarks, LandmarksRead] = FileWay(
    pattern="GeoJSON (*.geojson *.json)", suffix="geojson", write=write_file, read=read_file
)


class LandmarkPage(FiledPage[Landmarks, Landmark, LandmarksRead]):
    """Files in and out; says in which kelurahan a typed point lies."""

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, landmark_spec(parts), _GEOJSON, parent)
        self.where = SafeLabel(role="small", wrap=True)
        self.editor.form.fields["point"].add_below(self.where)
        self.editor.form.edited.connect(self._locate)

    def _load(self) -> None:
        super()._load()
        self._locate()

    def _locate(self) -> None:
        """Say in which kelurahan the point lies: a slip of a digit shows at once."""
        point = read_point(str(self.editor.form.values()["point"])) if not self.editor.isHidden() else None
        if point is None:
            self._show_where(None)
            return
        located = self.parts.office.calls.filing.located
        place = Place(lat=point[0], lon=point[1])
        self.parts.background.ask(
            self, lambda: located(place), self._show_where, lambda _fault: self._show_where(None), topic="where"
        )

    def _show_where(self, place: Place | None) -> None:
        known = place is not None and bool(place.area_name)
        name = one_line(place.area_name) if place is not None else ""
        self.where.say(lambda: translate("administration", "In {area}").format(area=name) if known else "")
        self.where.setVisible(known)

    def _offer(self, read: LandmarksRead) -> None:
        landmarks = self.thing
        if landmarks is None:
            return
        self.editor.setVisible(True)
        if not self._open:
            said = translate("administration", "The file was read; it can be taken in once the server is back.")
            self.editor.message.tell(lambda: said, "warn")
            return
        keep: Answer = (lambda: translate("administration", "Keep the list"), lambda: None)
        if len(read.joined.places) > MOST_LANDMARKS:
            most = translate("administration", "At most {n} landmarks.").format(n=MOST_LANDMARKS)
            self.editor.message.tell(lambda: _read_words(read) + " " + most, "bad")
            return
        answers: list[Answer] = []
        if read.new:
            add = translate("administration", "Add to the list")
            answers.append((add, lambda: self._change(SetWhole(landmarks, read.joined), None)))
        if landmarks.places and read.alone.places:
            over = translate("administration", "Replace all")
            answers.append((over, lambda: self._change(SetWhole(landmarks, read.alone), None)))
        self.editor.message.tell(lambda: _read_words(read), "warn", (*answers, keep))


def landmark_spec(parts: PageParts) -> ListSpec[Landmarks, Landmark]:
    """Columns and form of the landmarks."""
    return ListSpec(
        edited=parts.office.lists.landmarks,
        shape=SHAPE,
        columns=(
            Column(id="name", head=lambda: translate("administration", "Landmark"), text=title),
            Column(
                id="kind", head=lambda: translate("administration", "What it is"), width_px=120,
                text=lambda item: one_line(item.kind),
            ),
            Column(id="aliases", head=lambda: translate("administration", "Also called"), text=_aliases, width_px=190),
        ),
        fields=_fields(),
        spread=spread,
        gather=gather,
        wrong=wrong,
        title=title,
        edit_label=lambda item: item.name,
        name=lambda: translate("administration", "Landmarks"),
        about=lambda: translate(
            "administration",
            "Places everybody knows by name. Call taking finds them; cases and officers' pages say which lie near.",
        ),
        fresh=lambda: {"name": "", "kind": "", "aliases": (), "point": ""},
        add_words=lambda: translate("administration", "New landmark"),
        removal=lambda: translate("administration", "Take off…"),
    )  # fmt: skip


def title(item: Landmark) -> str:
    """Its name."""
    return one_line(item.name)


def spread(item: Landmark) -> Values:
    """A landmark as its form holds it."""
    return {
        "name": item.name, "kind": item.kind, "aliases": item.aliases, "point": point_text(item.lat, item.lon),
    }  # fmt: skip


def gather(values: Values, item: Landmark | None) -> Landmark:
    """The landmark a form holds; where it stands stays to the last digit unless it was typed anew."""
    lat, lon = read_point(str(values["point"])) or (0.0, 0.0)
    if item is not None and str(values["point"]) == point_text(item.lat, item.lon):
        lat, lon = item.lat, item.lon
    name = " ".join(str(values["name"]).split())
    aliases = values["aliases"]
    return Landmark(
        id=item.id if item is not None else new_id_of(name, lat, lon),
        name=name,
        kind=" ".join(str(values["kind"]).split()) or translate("administration", "place"),
        lat=lat,
        lon=lon,
        aliases=aliases if isinstance(aliases, tuple) else (),
    )


def wrong(values: Values, item: Landmark | None, landmarks: Landmarks) -> tuple[Wrong, ...]:
    """What cannot stay, and what to do."""
    found: list[Wrong] = []
    if not values["name"]:
        found.append(Wrong("name", translate("administration", "Write something here.")))
    if read_point(str(values["point"])) is None:
        said = translate("administration", "Latitude, then longitude, as copied from a map: -7.9786, 112.6318")
        found.append(Wrong("point", said))
    if found:
        return tuple(found)
    landmark = gather(values, item)
    fault = fault_in_landmark(landmark)
    if fault is not None and fault[0] in ("name", "kind", "aliases"):
        most = {"name": LONGEST_NAME, "kind": LONGEST_KIND}.get(fault[0], LONGEST_NAME)
        found.append(Wrong(fault[0], translate("administration", "At most {n} characters.").format(n=most)))
        if fault[0] == "aliases" and len(landmark.aliases) > MOST_ALIASES:
            said = translate("administration", "At most {n} lines.").format(n=MOST_ALIASES)
            found[-1] = Wrong("aliases", said)
    twin = Twins(replace(landmarks, places=tuple(each for each in landmarks.places if each != item))).of(landmark)
    if twin is not None:
        said = translate("administration", "A landmark of that name is there already: change that one.")
        found.append(Wrong("name", said))
    if item is None and len(landmarks.places) >= MOST_LANDMARKS:
        found.append(Wrong("name", translate("administration", "At most {n} landmarks.").format(n=MOST_LANDMARKS)))
    return tuple(found)


def _fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(name="name", longest=LONGEST_NAME, label=lambda: translate("administration", "Name")),
        FieldSpec(
            name="kind", longest=LONGEST_KIND, label=lambda: translate("administration", "What it is"),
            hint=lambda: translate("administration", "As market, station, school, mosque. It stands behind the name."),
        ),
        FieldSpec(
            name="aliases", kind=FieldKind.LINES, lines=4,
            label=lambda: translate("administration", "What people also call it, one a line"),
        ),
        FieldSpec(
            name="point", longest=60, label=lambda: translate("administration", "Where: latitude, longitude"),
            hint=lambda: translate("administration", "In degrees, as copied from a map: -7.9786, 112.6318"),
        ),
    )  # fmt: skip


def _read_words(read: LandmarksRead) -> str:
    said = translate("administration", "{file}: {n} landmarks, {new} of them new or changed.").format(
        file=one_line(read.file), n=len(read.alone.places), new=read.new
    )
    if read.broken:
        said += "\n" + translate("administration", "{n} points were left out, the first: {why}").format(
            n=read.broken, why=one_line(read.first_broken)
        )
    return said


def _aliases(item: Landmark) -> str:
    return one_line(", ".join(item.aliases)) or "—"

