"""Officers answering their orders as they would on the phone page."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from console.contract.codec import decode
from console.contract.fleet import OpenOrder, PhoneLink
from console.simulate.sender import Refused, Sender
from console.simulate.walkers import Walkers

READ_AFTER_S = (2.0, 6.0)
STEP_AFTER_S = (2.0, 5.0)
ON_SCENE_S = (40.0, 90.0)


@dataclass(slots=True)
class _Phone:
    path: str
    due_s: float
    done_steps: list[str] = field(default_factory=list)


class Phones:
    """The phones of all demo officers; `step` lets each do what is due at `now_s` (any monotonic seconds)."""

    def __init__(self, sender: Sender, walkers: Walkers, seed: int) -> None:
        self._sender = sender
        self._walkers = walkers
        self._random = random.Random(seed)
        self._phones: dict[tuple[str, str], _Phone] = {}

    def step(self, now_s: float) -> None:
        """Look for orders and take the next step of each one that is due."""
        orders = decode(self._sender.get("/v1/admin/orders"), tuple[OpenOrder, ...])
        open_keys = {(order.unit_id, order.report_id) for order in orders}
        for key in [key for key in self._phones if key not in open_keys]:
            del self._phones[key]
            self._walkers.release(key[0])
        for order in orders:
            phone = self._phones.get((order.unit_id, order.report_id)) or self._ring(order, now_s)
            if phone is not None and now_s >= phone.due_s:
                self._answer(order, phone, now_s)

    def _ring(self, order: OpenOrder, now_s: float) -> _Phone | None:
        if self._walkers.get(order.unit_id) is None:
            return None
        link = decode(self._sender.post(f"/v1/admin/units/{order.unit_id}/link", b"{}"), PhoneLink)
        phone = _Phone(link.path, now_s + self._random.uniform(*READ_AFTER_S))
        self._phones[order.unit_id, order.report_id] = phone
        return phone

    def _answer(self, order: OpenOrder, phone: _Phone, now_s: float) -> None:
        step = self._next(order, phone)
        if step is None:
            return
        try:
            if step == "read":
                self._sender.get(phone.path)
            else:
                self._sender.post(f"{phone.path}/{step}", b"")
        except Refused:
            pass  # an operator was quicker with the radio; the order's status tells what comes next
        phone.done_steps.append(step)
        if step == "en_route" and order.lat is not None and order.lon is not None:
            self._walkers.send_to(order.unit_id, order.lat, order.lon)
        pause = ON_SCENE_S if step == "on_scene" else STEP_AFTER_S
        phone.due_s = now_s + self._random.uniform(*pause)

    def _next(self, order: OpenOrder, phone: _Phone) -> str | None:
        for step in ("read", "accepted", "en_route", "on_scene", "done"):
            if step in phone.done_steps:
                continue
            if step == "on_scene" and order.lat is not None and not self._walkers.arrived(order.unit_id):
                return None
            return step
        return None
