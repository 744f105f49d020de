"""What the operations window is put together from, in one hand: app builds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from console.desk.attention import AttentionList
from console.desk.ports import LinkPort, PresencePort
from console.desk.queue import Queue
from console.desk.resolving import Resolving
from console.domain.person import Actor
from console.ui.alarm import Sounds
from console.ui.background import Background
from console.ui.deciding import Deciding
from console.ui.relay import Relay
from console.ui.selection import Selection
from console.ui.status.attention_pane import AttentionParts
from console.ui.texts.language import Language
from console.ui.widgets.spoken import Words


class Keeps(Protocol):
    """Keeps small settings of this workstation (the store, by shape)."""

    def setting(self, name: str, default: str = "") -> str:
        """What was kept, `default` before."""

    def keep_setting(self, name: str, value: str) -> None:
        """Keep it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowParts:
    """`now` is estimated server time; `zone` the site's; `shift` words like 'Piket 14.00-22.00'.

    `queue_lane` is a worker of the queue's own: a new row never waits behind what other panes ask.
    `map`, `case`, `officers` and `alarms` (lines across the top) are ready widgets; the window lays them out and hands
    letters on by `letter_pressed`.
    """

    queue: Queue
    attention: AttentionList
    resolving: Resolving
    link: LinkPort
    presence: PresencePort
    deciding: Deciding
    background: Background
    relay: Relay
    selection: Selection
    language: Language
    keeps: Keeps
    now: Callable[[], datetime]
    zone: Callable[[], ZoneInfo]
    actor: Actor
    sound: Sounds | None
    map: QWidget
    case: QWidget
    officers: QWidget
    shift: Words = ""
    queue_lane: Background | None = None
    alarms: QWidget | None = None
    rings: QWidget | None = None
    calls: QWidget | None = None
    link_every_ms: int = 1000

    def for_attention(self) -> AttentionParts:
        """What the pane of needs attention asks for."""
        return AttentionParts(
            attention=self.attention,
            resolving=self.resolving,
            deciding=self.deciding,
            background=self.background,
            selection=self.selection,
            zone=self.zone,
            actor=self.actor,
        )
