"""Needs attention: conflicts, refusals and troubles, each with what can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from console.desk.attention import Attention, AttentionList
from console.desk.ports import Link
from console.desk.resolving import Resolving
from console.domain.changes import Changes
from console.domain.errors import Fault
from console.domain.person import Actor
from console.ui import theme
from console.ui.background import Background
from console.ui.deciding import Deciding, Done
from console.ui.relay import Courier
from console.ui.selection import Selection
from console.ui.status.attention_acts import AttentionActs
from console.ui.status.attention_card import AttentionCard
from console.ui.status.conflict_card import ConflictCard
from console.ui.status.trouble_card import TroubleCard
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.widgets.panel import Panel, PanelHeader
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.states import EmptyState

Key = tuple[str, str, str]

MOST = 30
"""Cards shown at once; the rest comes up as these are answered."""

_IN_ONE_BREATH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionParts:
    """What the pane is put together from; `zone` the site's, `actor` who is signed in."""

    attention: AttentionList
    resolving: Resolving
    deciding: Deciding
    background: Background
    selection: Selection
    zone: Callable[[], ZoneInfo]
    actor: Actor


class AttentionPane(Panel):
    """Feed it `take(changes)` and `take_link(link)`.

    `counted(n)` whenever the entries were read: how many need a person. `listed(entries)` when they changed.
    `acts.sign_in_wanted` and `acts.edit_wanted` are for whoever can.
    """

    counted = Signal(int)
    listed = Signal(object)

    def __init__(self, parts: AttentionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._link: Link | None = None
        self.entries: tuple[Attention, ...] = ()
        self.cards: dict[Key, AttentionCard] = {}
        self._copied, self._stirred = True, 0
        self._wanted: dict[Key, Attention] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fill)
        self.acts = AttentionActs(parts.resolving, parts.deciding, parts.background, parts.selection, parts.zone, self)
        self.acts.changed.connect(self.look)
        self.acts.copied.connect(self._take_copied)
        self.rows.addWidget(PanelHeader(lambda: translate("attention", "Needs attention")))
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            "check",
            lambda: translate("attention", "Nothing needs you"),
            lambda: translate("attention", "Refused decisions and trouble with the server appear here."),
        )
        self._news: Courier[bool] = Courier(lambda old, new: new, self)
        self._news.arrived.connect(lambda _news: self.look())
        self._stop = parts.attention.subscribe(lambda: self._news.take(True))
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._scrolled())
        self.rows.addWidget(self._stack, 1)

    def take(self, changes: Changes) -> None:
        """News from the store: the ledger, and the cases whose cards are shown."""
        shown = {entry.report_id for entry in self.entries if entry.report_id}
        stirred = self._parts.attention.stirred
        if changes.ledger or changes.everything or shown & changes.reports or stirred != self._stirred:
            self._stirred = stirred
            self.look()

    def stop(self) -> None:
        """Hear of no more news; before the desk closes."""
        self._stop()
        self._news.close()

    def take_link(self, link: Link) -> None:
        """The link changed."""
        self._link = link
        self.look()

    def take_done(self, done: Done) -> None:
        """A decision stands: whether its second copy was written too."""
        if self._copied != done.second_copy:
            self._copied = done.second_copy
            self.look()

    def look(self) -> None:
        """Read the entries anew."""
        link, attention = self._link, self._parts.attention
        missing = () if self._copied else (Attention(kind="second_copy", at=None),)
        self._parts.background.ask(
            self,
            lambda: (*missing, *attention.entries(link)),
            self._show,
            self._fail,
            topic="attention",
            patient=True,
        )

    def _scrolled(self) -> QScrollArea:
        held = QWidget()
        self._rows = QVBoxLayout(held)
        self._rows.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        self._rows.setSpacing(theme.px(10))
        self._more = SafeLabel(role="muted", wrap=True)
        self._more.setVisible(False)
        self._rows.addWidget(self._more)
        self._rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(held)
        return area

    def _show(self, entries: tuple[Attention, ...]) -> None:
        if entries != self.entries:
            self.entries = entries
            self._wanted = {_key(entry): entry for entry in entries[:MOST]}
            for key in self.cards.keys() - self._wanted.keys():
                self._drop(self.cards.pop(key))
            self._fill()
            more = len(entries) - len(self._wanted)
            self._more.say(lambda: translate("attention", "{n} more after these").format(n=more))
            self._more.setVisible(more > 0)
            self._stack.setCurrentIndex(1 if entries else 0)
            self.listed.emit(entries)
        self.counted.emit(sum(not entry.calm for entry in entries))

    def _fill(self) -> None:
        """Bring the cards up to date; only a few are made in one breath, a long list never holds up the window."""
        made = 0
        for place, (key, entry) in enumerate(self._wanted.items()):
            card = self.cards.get(key)
            if card is None:
                if made == _IN_ONE_BREATH:
                    self._soon.start()
                    return
                card = self.cards[key] = self._made(entry)
                made += 1
            elif card.entry != entry:
                card.show_entry(entry)
            if self._rows.indexOf(card) != place:
                self._rows.insertWidget(place, card)

    def _made(self, entry: Attention) -> AttentionCard:
        """A card that stays for as long as its matter does."""
        zone = self._parts.zone()
        card: AttentionCard
        if entry.conflict is not None:
            card = ConflictCard(entry, zone, entry.conflict.whose.id == self._parts.actor.id)
        else:
            card = TroubleCard(entry, zone)
        card.wanted.connect(lambda offer, texts: self.acts.take(card, offer, texts))
        return card

    def _drop(self, card: AttentionCard) -> None:
        self._rows.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _take_copied(self) -> None:
        self._copied = True
        self.look()

    def _fail(self, fault: Fault) -> None:
        """The store cannot be used: say so here too."""
        self._empty.say(lambda: fault_words(fault))
        self._stack.setCurrentIndex(0)


def _key(entry: Attention) -> Key:
    """The matter a card is about, whatever becomes of it."""
    if entry.conflict is not None:
        return "case", entry.report_id, entry.conflict.whose.id
    return entry.kind, entry.report_id, entry.decision_id
