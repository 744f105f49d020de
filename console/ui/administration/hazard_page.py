"""Warning flags: every place, person and plate to beware of, until when, and who set each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from console.desk.administration_hazards import HAZARDS, HazardLine, Hazards
from console.domain.hazard import (
    DEFAULT_DAYS,
    DEFAULT_RADIUS_M,
    LONGEST_WORDS,
    MOST_DAYS,
    MOST_RADIUS_M,
    Hazard,
    HazardKind,
    plate_of,
)
from console.ui.administration.form import Values, Wrong
from console.ui.administration.form_field import FieldKind, FieldSpec
from console.ui.administration.hazard_words import about_words, kind_word, place_of, state_word
from console.ui.administration.list_page import ListPage
from console.ui.administration.list_spec import Column, Filter, ListSpec
from console.ui.administration.page import PageParts
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line

_ENDED = frozenset({"words"})


def hazard_page(parts: PageParts) -> ListPage[Hazards, HazardLine]:
    """The page of warning flags."""
    return ListPage(parts, hazard_spec(parts))


def hazard_spec(parts: PageParts) -> ListSpec[Hazards, HazardLine]:
    """Columns and form of the flags, judged at server time and dated in the site's zone."""
    form = HazardForm(parts)
    return ListSpec(
        edited=parts.office.lists.hazards,
        shape=HAZARDS,
        columns=(
            Column(id="what", head=lambda: translate("administration", "Beware of"), text=title),
            Column(id="about", head=lambda: translate("administration", "Place, plate or person"), text=about_words,
                   width_px=190),
            Column(id="until", head=lambda: translate("administration", "Until"), text=form.until, width_px=110),
            Column(id="by", head=lambda: translate("administration", "Set by"), text=_by, width_px=150),
            Column(
                id="state", head=lambda: translate("administration", "State"), text=form.state, width_px=110,
                tone=lambda line: "" if form.stands(line) else "muted",
            ),
        ),
        fields=_fields(),
        spread=form.spread,
        gather=form.gather,
        wrong=form.wrong,
        title=title,
        edit_label=lambda line: line.hazard.plate or line.hazard.number or line.hazard.words,
        name=lambda: translate("administration", "Warning flags"),
        about=lambda: translate(
            "administration", "Flags raise a banner on every case they fit. People are flagged from their case only."
        ),
        fresh=form.fresh,
        add_words=lambda: translate("administration", "New flag"),
        filters=(
            Filter(id="stands", words=lambda: translate("administration", "Standing"), shows=form.stands),
            Filter(id="soon", words=lambda: translate("administration", "Ends within 14 days"), shows=form.ends_soon),
            Filter(id="all", words=lambda: translate("administration", "All"), shows=lambda _line: True),
        ),
        shown=form.shown,
    )  # fmt: skip


def title(line: HazardLine) -> str:
    """What to beware of."""
    return one_line(line.hazard.words)


def _by(line: HazardLine) -> str:
    return one_line(line.hazard.set_by_name)


class HazardForm:
    """What a flag is in a form and back; needs to know the time and the zone."""

    def __init__(self, parts: PageParts) -> None:
        self._parts = parts

    def stands(self, line: HazardLine) -> bool:
        """Whether it warns now."""
        return line.hazard.stands(self._parts.now())

    def ends_soon(self, line: HazardLine) -> bool:
        """Whether somebody should look at it before it runs out."""
        return self.stands(line) and line.hazard.expires_at - self._parts.now() <= timedelta(days=14)

    def until(self, line: HazardLine) -> str:
        """The last day it warns."""
        return self._day(line.hazard.expires_at).strftime("%d-%m-%Y")

    def state(self, line: HazardLine) -> str:
        """Standing, run out, or taken down by whom."""
        return state_word(line, self._parts.now())

    def fresh(self) -> Values:
        """A new flag, 90 days long, before anything is typed."""
        until = self._day(self._parts.now() + timedelta(days=DEFAULT_DAYS))
        return {
            "kind": "plate", "plate": "", "place": "", "words": "", "until": until, "radius_m": DEFAULT_RADIUS_M,
            "because": "",
        }  # fmt: skip

    def spread(self, line: HazardLine) -> Values:
        """A flag as its form holds it."""
        hazard = line.hazard
        place = f"{hazard.lat:.5f}, {hazard.lon:.5f}" if hazard.lat is not None and hazard.lon is not None else ""
        return {
            "kind": hazard.kind.value, "plate": hazard.plate, "place": place, "words": hazard.words,
            "until": self._day(hazard.expires_at), "radius_m": hazard.radius_m or DEFAULT_RADIUS_M,
            "because": line.because,
        }  # fmt: skip

    def gather(self, values: Values, line: HazardLine | None) -> HazardLine:
        """The flag a form holds."""
        day, radius = values["until"], values["radius_m"]
        radius_m = radius if isinstance(radius, int) else DEFAULT_RADIUS_M
        if line is None:
            return HazardLine(self._made(values, day, radius_m))
        hazard = line.hazard
        until = hazard.expires_at
        if isinstance(day, date) and day != self._day(until):
            until = self._end_of(day)
        return HazardLine(
            replace(
                hazard, words=str(values["words"]), expires_at=until,
                radius_m=radius_m if hazard.kind is HazardKind.PLACE else hazard.radius_m,
            ),
            str(values["because"]),
        )  # fmt: skip

    def _made(self, values: Values, day: object, radius_m: int) -> Hazard:
        now, place = self._parts.now(), place_of(str(values["place"]))
        is_place = values["kind"] == "place"
        return Hazard(
            id="", kind=HazardKind.PLACE if is_place else HazardKind.PLATE, words=str(values["words"]),
            lat=place[0] if is_place and place else None, lon=place[1] if is_place and place else None,
            radius_m=radius_m if is_place else 0, plate="" if is_place else plate_of(str(values["plate"])),
            set_by_id="", set_by_name="", set_at=now, report_id="", number="",
            expires_at=self._end_of(day) if isinstance(day, date) else now,
        )  # fmt: skip

    def wrong(self, values: Values, line: HazardLine | None, _hazards: Hazards) -> tuple[Wrong, ...]:
        """What cannot stay, and what to do."""
        found: list[Wrong] = []
        if not 0 < len(str(values["words"])) <= LONGEST_WORDS:
            said = translate("administration", "Say what a colleague must know, in at most {n} characters.")
            found.append(Wrong("words", said.format(n=LONGEST_WORDS)))
        day, today = values["until"], self._day(self._parts.now())
        if not isinstance(day, date) or not today < day <= today + timedelta(days=MOST_DAYS - 1):
            until = translate("administration", "A day after today, within {n} days. Set it anew when it runs out.")
            found.append(Wrong("until", until.format(n=MOST_DAYS)))
        if line is None and values["kind"] == "place" and place_of(str(values["place"])) is None:
            found.append(Wrong("place", translate("administration", "Latitude and longitude, as -7.98260, 112.63080.")))
        if line is None and values["kind"] == "plate" and not plate_of(str(values["plate"])):
            found.append(Wrong("plate", translate("administration", "A plate, as N 1234 AB.")))
        return tuple(found) if line is None or not values["because"] else ()

    def shown(self, values: Values, line: HazardLine | None) -> frozenset[str]:
        """Only what can be set for this kind of flag; one that ended is only read."""
        if line is None:
            return frozenset({"kind", "words", "until"}) | (
                {"place", "radius_m"} if values["kind"] == "place" else {"plate"}
            )
        if not self.stands(line):
            return _ENDED
        reach = {"radius_m"} if line.hazard.kind is HazardKind.PLACE else set()
        return frozenset({"words", "until", "because"} | reach)

    def _zone(self) -> ZoneInfo:
        return self._parts.zone()

    def _day(self, at: datetime) -> date:
        return at.astimezone(self._zone()).date()

    def _end_of(self, day: date) -> datetime:
        return datetime.combine(day, time(23, 59, 59), self._zone())


def _fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            name="kind", kind=FieldKind.CHOICE, label=lambda: translate("administration", "What it is about"),
            choices=(("plate", partial(kind_word, "plate")), ("place", partial(kind_word, "place"))),
        ),
        FieldSpec(name="plate", label=lambda: translate("administration", "Plate"), longest=20),
        FieldSpec(
            name="place", label=lambda: translate("administration", "Place"), longest=60,
            hint=lambda: translate("administration", "Latitude and longitude, as -7.98260, 112.63080."),
        ),
        FieldSpec(
            name="words", kind=FieldKind.TEXT, lines=4, label=lambda: translate("administration", "Beware of"),
            hint=lambda: translate("administration", "What a colleague must know before going there."),
        ),
        FieldSpec(
            name="until", kind=FieldKind.DATE, label=lambda: translate("administration", "Warns until (that day too)")
        ),
        FieldSpec(
            name="radius_m", kind=FieldKind.NUMBER, least=1, most=MOST_RADIUS_M,
            label=lambda: translate("administration", "Metres around the place"),
        ),
        FieldSpec(
            name="because", label=lambda: translate("administration", "Take it down because"), longest=LONGEST_WORDS,
            hint=lambda: translate("administration", "Write why, then save: it warns of nothing any more."),
        ),
    )  # fmt: skip
