"""The center itself: name, time zone, where the map begins, when a position is stale."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent

from console.desk.administration_changes import SetWhole
from console.desk.deadline_list import read_length
from console.desk.landmark_list import point_text, read_point
from console.domain.agency import LEASE_S, NAME_CHARACTERS, STALE_S, ZOOM, Site, fault_in_site
from console.domain.changes import Changes
from console.ui.administration.form import Values, Wrong
from console.ui.administration.form_field import FieldKind, FieldSpec
from console.ui.administration.page import PageParts
from console.ui.administration.terms_page import TermsPage, TermsSpec
from console.ui.texts.language import translate
from console.ui.texts.times import ZONE_NAMES, exact_words

_FIELDS = frozenset({"name", "zone", "lat", "lon", "zoom", "stale_after_s", "lease_s"})


class CenterPage(TermsPage[Site]):
    """One form; deadlines, which are the site's too, have a page of their own."""

    def __init__(self, parts: PageParts) -> None:
        super().__init__(parts, TermsSpec(
            door=parts.office.lists.site, about=_about, fields=_fields(), spread=_spread, change=_change,
            edited=lambda changed: bool(_FIELDS & set(changed)),
        ))  # fmt: skip

    def changeEvent(self, event: QEvent) -> None:
        """Lengths are typed in words of the language spoken: those not touched are said anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and not self._dirty and self.thing is not None:
            self.editor.form.load(_spread(self.thing))

    def take_changes(self, changes: Changes) -> None:
        """The feed brought the site anew."""
        if (changes.site or changes.everything) and not self._busy:
            self.open()

    def save(self) -> None:
        """Save, or say under its fields what is wrong."""
        wrongs = () if self.thing is None else wrong(self.editor.form.values(), self.thing)
        self.editor.form.complain(wrongs)
        if wrongs:
            self.editor.message.tell(lambda: translate("administration", "Not saved: see what is marked above."), "bad")
            return
        super().save()


def wrong(values: Values, site: Site) -> tuple[Wrong, ...]:
    """What cannot stay, and what to do."""
    found: list[Wrong] = []
    if not 0 < len(str(values["name"])) <= NAME_CHARACTERS:
        found.append(Wrong("name", translate("administration", "Write something here.")))
    if read_point(str(values["point"])) is None:
        said = translate("administration", "Latitude, then longitude, as copied from a map: -7.9786, 112.6318")
        found.append(Wrong("point", said))
    for name, (least, most) in (("stale_after_s", STALE_S), ("lease_s", LEASE_S)):
        seconds = read_length(str(values[name]))
        if seconds is None or not least <= seconds <= most:
            said = translate("administration", "From {least} to {most}, such as 45 s or 5 min.")
            found.append(Wrong(name, said.format(least=exact_words(least), most=exact_words(most))))
    del site
    return tuple(found)


def _spread(site: Site) -> Values:
    return {
        "name": site.name, "zone": site.zone if site.zone in ZONE_NAMES else "",
        "point": point_text(site.lat, site.lon), "zoom": site.zoom,
        "stale_after_s": exact_words(site.stale_after_s), "lease_s": exact_words(site.lease_s),
    }  # fmt: skip


def _change(seen: Site, values: Values) -> SetWhole[Site] | None:
    point, zoom = read_point(str(values["point"])), values["zoom"]
    stale_s, lease_s = read_length(str(values["stale_after_s"])), read_length(str(values["lease_s"]))
    if point is None or stale_s is None or lease_s is None or not isinstance(zoom, int):
        return None
    if str(values["point"]) == point_text(seen.lat, seen.lon):
        point = (seen.lat, seen.lon)
    wanted = replace(
        seen, name=str(values["name"]), zone=str(values["zone"]) or seen.zone, lat=point[0], lon=point[1], zoom=zoom,
        stale_after_s=stale_s, lease_s=lease_s,
    )  # fmt: skip
    return None if fault_in_site(wanted) else SetWhole(seen, wanted)


def _about() -> str:
    return translate(
        "administration",
        "What every desk of this center shows and counts by. How long positions are kept stands on the page Past"
        " positions, deadlines on theirs.",
    )


def _zone_words(zone: str) -> str:
    return f"{ZONE_NAMES[zone]} ({zone})"


def _fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            name="name", longest=NAME_CHARACTERS, label=lambda: translate("administration", "Name of the center"),
            hint=lambda: translate("administration", "It stands on case files and in what agencies are sent."),
        ),
        FieldSpec(
            name="zone", kind=FieldKind.CHOICE, label=lambda: translate("administration", "Time zone of its clocks"),
            choices=(
                *((zone, partial(_zone_words, zone)) for zone in ZONE_NAMES),
                ("", lambda: translate("administration", "as it is set")),
            ),
        ),
        FieldSpec(
            name="point", longest=60, label=lambda: translate("administration", "The map begins at"),
            hint=lambda: translate("administration", "In degrees, as copied from a map: -7.9786, 112.6318"),
        ),
        FieldSpec(
            name="zoom", kind=FieldKind.NUMBER, least=ZOOM[0], most=ZOOM[1],
            label=lambda: translate("administration", "How close the map begins"),
            hint=lambda: translate("administration", "{least} to {most}; 13 shows a city.").format(
                least=ZOOM[0], most=ZOOM[1]
            ),
        ),
        FieldSpec(
            name="stale_after_s", longest=40, label=lambda: translate("administration", "A position is stale after"),
            hint=lambda: translate("administration", "Stale ones are never shown as current, and never recommended."),
        ),
        FieldSpec(
            name="lease_s", longest=40, label=lambda: translate("administration", "A claim outlives a silent desk by"),
            hint=lambda: translate("administration", "Then colleagues may take the case over."),
        ),
    )  # fmt: skip
