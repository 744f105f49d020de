"""Drivers and citizens of the demo city: asked nearby, they answer as people do."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

from console.contract.asks import AskAnswer, CrowdTold, OpenAsk, OpenAsks, Reach, Reached
from console.contract.codec import decode, encode
from console.contract.ids import new_id
from console.contract.intake import NewReporter
from console.domain.nearby import Seen
from console.domain.place import distance_m
from console.simulate.sender import Refused, Sender

LOOK_EVERY_S, REACH_EVERY_S = 4.0, 60.0
"""How often an app asks for questions, and says where its people are."""

_TOLD: tuple[tuple[tuple[str, ...], tuple[tuple[Seen, str], ...]], ...] = (
    (("kecelakaan", "dilewati", "kemacetan"), (
        (Seen.YES, "Iya, truk melintang, satu lajur masih bisa lewat pelan-pelan."),
        (Seen.YES, "Sudah ramai warga, ada yang menolong pengendara."),
        (Seen.NO, "Arah sebaliknya lancar, tidak kelihatan dari sini."),
    )),
    (("asap", "api"), (
        (Seen.YES, "Asap hitam dari belakang ruko."),
        (Seen.UNSURE, "Bau terbakar tapi tidak kelihatan apinya."),
        (Seen.NO, "Di gang saya tidak ada apa-apa."),
    )),
    (("keributan", "kendaraan"), (
        (Seen.YES, "Ada sekitar sepuluh orang, sebagian bawa kayu."),
        (Seen.UNSURE, "Tadi ramai, sekarang bubar ke arah utara."),
        (Seen.NO, "Sepi di sini."),
    )),
)  # fmt: skip
_OTHERWISE = (
    (Seen.YES, "Iya, kelihatan dari sini."),
    (Seen.UNSURE, "Kurang jelas, gelap."),
    (Seen.NO, "Tidak ada apa-apa di sini."),
)
_BESIDES = (Seen.NO, "Di sini aman, tapi di depan pasar ada orang rebutan motor, sepertinya begal.")
"""What somebody tells of something else: it can be filed as a report of its own."""


@dataclass(frozen=True, slots=True)
class _Due:
    at_s: float
    ask_id: str
    answer: AskAnswer
    photo: bytes


class Drivers:
    """The people of one app, spread over the city; `step` once a second, answers come within half a minute."""

    def __init__(
        self, app: Sender, spots: Iterable[tuple[float, float]], most: int, photo: bytes, seed: int
    ) -> None:
        """At most `most` people around each of the spots (lat, lon); `photo` goes with what somebody sees."""
        self._app, self._photo = app, photo
        self._random = random.Random(seed)
        self._crowds = tuple(
            CrowdTold(lat=lat, lon=lon, people=self._random.randint(1, most)) for lat, lon in spots
        )[:400]  # fmt: skip
        self._known: set[str] = set()
        self._due: list[_Due] = []
        self._look_s = self._reach_s = 0.0

    def step(self, now_s: float) -> None:
        """Say where people are, look for questions, send the answers that are due."""
        try:
            if now_s >= self._reach_s:
                self._reach_s = now_s + REACH_EVERY_S
                self._app.put("/v1/asks/reach", encode(Reach(crowds=self._crowds)))
            if now_s >= self._look_s:
                self._look_s = now_s + LOOK_EVERY_S
                self._look(now_s)
            self._send(now_s)
        except Refused as refused:
            print(f"asking refused: {refused}")

    def _look(self, now_s: float) -> None:
        standing = decode(self._app.get("/v1/asks"), OpenAsks).asks
        self._due = [due for due in self._due if due.ask_id in {ask.id for ask in standing}]
        for ask in standing:
            if ask.id not in self._known:
                self._known.add(ask.id)
                self._app.post(f"/v1/asks/{ask.id}/reached", encode(Reached(people=self._near(ask))))
                self._due.extend(self._answers(ask, now_s))

    def _send(self, now_s: float) -> None:
        ready = [due for due in self._due if due.at_s <= now_s]
        self._due = [due for due in self._due if due.at_s > now_s]
        for due in ready:
            body, path = encode(due.answer), f"/v1/asks/{due.ask_id}/answers"
            if due.photo:
                photo = ("file", ("foto.jpg", due.photo, "image/jpeg"))
                self._app.post_form(path, [("answer", (None, body, "application/json")), photo])
            else:
                self._app.post(path, body)

    def _near(self, ask: OpenAsk) -> int:
        near = (c.people for c in self._crowds if distance_m(ask.lat, ask.lon, c.lat, c.lon) <= ask.radius_m + 600)
        return sum(near)

    def _answers(self, ask: OpenAsk, now_s: float) -> list[_Due]:
        words = ask.question.casefold()
        told = next((told for keys, told in _TOLD if any(key in words for key in keys)), _OTHERWISE)
        said = [*told, _BESIDES][: max(1, min(4, self._near(ask)))]
        made = []
        for place, (seen, text) in enumerate(said):
            half_deg = ask.radius_m / 111_320 / 2
            answer = AskAnswer(
                id=new_id(), seen=seen, text=text, reporter=NewReporter(account=f"pengemudi-{place:03d}-contoh"),
                lat=ask.lat + self._random.uniform(-half_deg, half_deg),
                lon=ask.lon + self._random.uniform(-half_deg, half_deg),
            )  # fmt: skip
            made.append(_Due(now_s + 3 + 5 * place, ask.id, answer, self._photo if place == 0 else b""))
        return made
