"""Makes the demo city live: officers move, citizens report and answer."""

from __future__ import annotations

import json
import os
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from console.contract.codec import decode, encode
from console.contract.fleet import MAX_FIXES, Fix, Fixes
from console.contract.ids import new_id
from console.contract.intake import Answer, NewSource, ReporterView, SourceKey
from console.domain.report import SourceKind
from console.domain.unit import Unit, UnitStatus
from console.simulate.drivers import Drivers
from console.simulate.orders import Phones
from console.simulate.sender import Refused, Sender
from console.simulate.stories import ANSWERS, Stories, Story
from console.simulate.walkers import Walkers

REPORTS_PER_DAY = 12
"""Malang's own figure is 10 to 15 a day (mission.md, service 5)."""

FIX_EVERY_S = 4.0
"""Each officer sends his place this often."""

SILENT_SHARE = 0.08
"""Share of officers whose GPS is off, so that stale positions are seen."""

HURRY = 8.0
"""An officer with an order moves this much faster than real, so that a demo sees him arrive."""

SOURCES = {
    SourceKind.CITIZEN_APP: "Aplikasi Warga (contoh)",
    SourceKind.PARTNER: "Mitra Ojol Contoh",
    SourceKind.CALL_112: "112 Kota (contoh)",
    SourceKind.CALL_110: "110 (contoh)",
    SourceKind.SMS: "SMS (contoh)",
    SourceKind.PATROL: "Patroli (contoh)",
}
"""The demo's sources by kind; the names say that they are invented."""


def never() -> bool:
    """Play on and on."""
    return False


def until_input_ends() -> Callable[[], bool]:
    """Play until standard input closes: with the parent that holds its other end."""
    ended = threading.Event()

    def wait() -> None:
        with suppress(OSError):
            while os.read(0, 4096):
                pass
        ended.set()

    threading.Thread(target=wait, name="parent", daemon=True).start()
    return ended.is_set


@dataclass(slots=True)
class _Asked:
    source: SourceKind
    report_id: str
    answered: int = 0


def live(
    *, server: str, key: str, facts: Path, speed: float = 360.0, every: bool = False, burst: int = 0,
    ca: Path | None = None, stop: Callable[[], bool] = never,
) -> int:  # fmt: skip
    """Play until `stop()` or interrupted; `speed` 360 makes REPORTS_PER_DAY one report every 20 s.

    `key` is an administrator's; `facts` the demo facts folder; `burst` that many reports at once at the start.

    Raises:
        Fault: the key is refused, the facts are missing or the server stays away.
    """
    sender = Sender(server, key, ca)
    try:
        city = _City(sender, server, facts, ca, every)
        try:
            city.play(86_400 / REPORTS_PER_DAY / speed, burst, stop)
        finally:
            city.close()
    except KeyboardInterrupt:
        return 0
    finally:
        sender.close()
    return 0


class _City:
    def __init__(self, sender: Sender, server: str, facts: Path, ca: Path | None, every: bool) -> None:
        self._sender = sender
        points = _points(facts)
        units = decode(sender.get("/v1/admin/units"), tuple[Unit, ...])
        on_duty = [unit.id for unit in units if every or unit.status is not UnitStatus.OFF_DUTY]
        self._walkers = Walkers(on_duty, list(points.values()), 2611, SILENT_SHARE)
        self._phones = Phones(sender, self._walkers, 2612)
        self._stories = iter(Stories(facts, points, 2613))
        self._apps = {kind: self._app(server, kind, name, ca) for kind, name in SOURCES.items()}
        self._drivers = self._nearby(facts, tuple(points.values()))
        self._asked: list[_Asked] = []
        self._random = random.Random(2614)
        self._turn = 0
        self._slot = 0

    def close(self) -> None:
        """Close every app's connection."""
        for app in self._apps.values():
            app.close()

    def play(self, every_s: float, burst: int, stop: Callable[[], bool]) -> None:
        self._send_positions(everyone=True)
        for _ in range(burst):
            self._report(next(self._stories))
        start_s = last_s = time.monotonic()
        next_report_s = start_s + 4.0
        while not stop():
            now_s = time.monotonic()
            self._walkers.step(now_s - last_s, HURRY)
            last_s = now_s
            self._send_positions()
            self._phones.step(now_s)
            for drivers in self._drivers:
                drivers.step(now_s)
            if now_s >= next_report_s:
                self._report(next(self._stories))
                next_report_s = now_s + self._random.expovariate(1 / every_s) * 0.5 + every_s * 0.5
            self._answer_one()
            time.sleep(max(0.0, 1.0 - (time.monotonic() - now_s)))

    def _app(self, server: str, kind: SourceKind, name: str, ca: Path | None) -> Sender:
        source = NewSource(id=f"demo-{kind.value.replace('_', '-')}", name=name, kind=kind, per_second=20.0)
        made = decode(self._sender.post("/v1/admin/sources", encode(source)), SourceKey)
        return Sender(server, made.key, ca)

    def _nearby(self, facts: Path, spots: tuple[tuple[float, float], ...]) -> tuple[Drivers, ...]:
        """Whose people can be asked nearby: many drivers, some citizens."""
        photo = facts / "photos" / "traffic_accident.jpg"
        seen = photo.read_bytes() if photo.exists() else b""
        return (
            Drivers(self._apps[SourceKind.PARTNER], spots, 40, seen, 2615),
            Drivers(self._apps[SourceKind.CITIZEN_APP], spots, 6, b"", 2616),
        )

    def _report(self, story: Story) -> None:
        app = self._apps[story.source_kind]
        body = encode(story.report)
        try:
            if story.photo:
                app.post_form(
                    "/v1/reports",
                    [
                        ("report", (None, body, "application/json")),
                        ("file", ("foto.jpg", story.photo, "image/jpeg")),
                    ],
                )
            else:
                app.post("/v1/reports", body)
        except Refused as refused:
            print(f"story refused: {refused}")
            return
        self._asked = [*self._asked[-19:], _Asked(story.source_kind, story.report.id)]

    def _answer_one(self) -> None:
        """Look at one recent report a turn; answer what the center asked."""
        if not self._asked:
            return
        self._turn += 1
        asked = self._asked[self._turn % len(self._asked)]
        app = self._apps[asked.source]
        try:
            view = decode(app.get(f"/v1/reports/{asked.report_id}"), ReporterView)
            questions = sum(message.direction == "question" for message in view.messages)
            if questions > asked.answered:
                asked.answered = questions
                answer = Answer(id=new_id(), text=self._random.choice(ANSWERS))
                app.post(f"/v1/reports/{asked.report_id}/answers", encode(answer))
        except Refused:
            asked.answered += 1

    def _send_positions(self, everyone: bool = False) -> None:
        now = datetime.now(UTC)
        self._slot = (self._slot + 1) % int(FIX_EVERY_S)
        fixes = [
            Fix(
                unit_id=walker.unit_id, at=now, lat=round(walker.lat, 6), lon=round(walker.lon, 6),
                speed_m_s=round(walker.speed_m_s, 1), course_deg=round(walker.course_deg, 1), accuracy_m=8.0,
            )
            for place, walker in enumerate(self._walkers)
            if everyone or (not walker.silent and (walker.order or place % int(FIX_EVERY_S) == self._slot))
        ]  # fmt: skip
        for batch in _batches(fixes, MAX_FIXES):
            self._sender.post("/v1/positions", encode(Fixes(fixes=batch)))


def _batches(fixes: list[Fix], most: int) -> Iterator[tuple[Fix, ...]]:
    for start in range(0, len(fixes), most):
        yield tuple(fixes[start : start + most])


class _AreaFacts(msgspec.Struct, frozen=True):
    areas: list[tuple[str, str, float, float]]


def _points(facts: Path, city: str = "35.73.") -> dict[str, tuple[float, float]]:
    """(lat, lon) of the demo city's kelurahan by code, from areas.json."""
    found = json.loads((facts / "areas.json").read_bytes())
    areas = msgspec.convert({"areas": found["areas"]}, _AreaFacts).areas
    return {code: (lat, lon) for code, _, lat, lon in areas if code.startswith(city)}
