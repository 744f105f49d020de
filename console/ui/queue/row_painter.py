"""Paints one queue row in two lines, as drawn: age, what, where, by whom, how far."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from console.domain.queue_row import QueueRow
from console.domain.report import ENDED, Status
from console.ui import icons
from console.ui.queue.row_age import Age
from console.ui.queue.strokes import Face, Strokes, strokes
from console.ui.queue.words import chip_words, gathered_chip, line_words, source_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands on screen now."""

    selected: bool = False
    hovered: bool = False
    focused: bool = False
    lookers: tuple[str, ...] = ()
    marked: bool = False


def paint_row(painter: QPainter, rect: QRect, row: QueueRow, state: RowState) -> None:
    """Paint a row into `rect`, all but its age."""
    s = strokes()
    painter.fillRect(rect, _ground(s, state))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, s.inks["line"])
    painter.fillRect(rect.left(), rect.top(), s.bar, rect.height() - 1, s.inks[f"p{min(4, max(1, row.priority))}"])
    left = rect.left() + s.text_left
    right = rect.right() - s.margin
    upper, lower = _lines(rect, s)
    chip_left = _paint_chip(painter, s, upper, right, row)
    _paint_title(painter, s, upper, left, chip_left - s.gap * 2, row, marked=state.marked)
    holder_left = _paint_holder(painter, s, lower, right, row, state)
    _paint_facts(painter, s, lower, left, holder_left - s.gap * 2, row)
    if state.selected:
        painter.setPen(QPen(s.inks["accent"], 2 if state.focused else 1))
        inset = 1 if state.focused else 0
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(inset, inset, -1 - inset, -1 - inset))


def age_rect(rect: QRect) -> QRect:
    """The part of a row that changes every second."""
    s = strokes()
    return QRect(rect.left() + s.age_left, rect.top() + 3, s.age_width, rect.height() - 6)


def paint_age(painter: QPainter, rect: QRect, age: Age, state: RowState) -> None:
    """Paint the age of the row in `rect`, over the one that stood there."""
    s = strokes()
    painter.fillRect(age_rect(rect), _ground(s, state))
    upper, lower = _lines(rect, s)
    area = QRect(rect.left() + s.age_left, upper.top(), s.age_width, upper.height())
    _write(painter, s.age if len(age.words) <= 5 else s.age_long, area, age.words, s.inks[age.ink], _CENTRE)
    area.moveTop(lower.top())
    _write(painter, s.tiny, area, age.urgency, s.inks[age.urgency_ink], _CENTRE)


def paint_gap(painter: QPainter, rect: QRect) -> None:
    """A row not read yet: two quiet bars where its lines will be."""
    s = strokes()
    painter.fillRect(rect, s.inks["panel"])
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, s.inks["line"])
    left = rect.left() + s.text_left
    upper, lower = _lines(rect, s)
    for line, share in ((upper, 0.55), (lower, 0.35)):
        bar = QRect(left, line.center().y() - 4, int((rect.width() - s.text_left) * share), 8)
        painter.fillRect(bar, s.inks["raised"])


def _ground(s: Strokes, state: RowState) -> QColor:
    return s.inks["chosen" if state.selected else "hover" if state.hovered or state.marked else "panel"]


def _lines(rect: QRect, s: Strokes) -> tuple[QRect, QRect]:
    middle = rect.top() + rect.height() // 2
    half = s.chip_height + 2
    return (
        QRect(rect.left(), middle - half, rect.width(), s.chip_height),
        QRect(rect.left(), middle + 2, rect.width(), s.chip_height - 2),
    )


def _write(painter: QPainter, face: Face, area: QRect, text: str, ink: QColor, flags: int = _LEFT) -> None:
    painter.setFont(face.font)
    painter.setPen(ink)
    painter.drawText(area, flags | int(Qt.TextFlag.TextSingleLine), text)


def _paint_chip(painter: QPainter, s: Strokes, line: QRect, right: int, row: QueueRow) -> int:
    """The status at the right end; returns its left edge. A new one of P1 is edged and written in red."""
    urgent = row.status is Status.NEW and row.priority == 1
    words = s.small.cut(chip_words(row), line.width() // 3)
    width = s.small.width(words) + 2 * s.gap + s.gap
    box = QRect(right - width, line.top(), width, s.chip_height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(s.inks["p1" if urgent else "line"], 1))
    painter.setBrush(s.inks["panel" if urgent else "raised"])
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), s.chip_height / 2, s.chip_height / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    quiet = row.status in ENDED
    _write(painter, s.small, box, words, s.inks["late" if urgent else "quiet" if quiet else "text"], _CENTRE)
    edge = _paint_gathered(painter, s, line, box.left(), row)
    if row.unread:
        edge -= s.icon + s.gap
        painter.drawPixmap(edge, line.center().y() - s.icon // 2, icons.pixmap("unread", s.icon, "link"))
    return edge


def _paint_gathered(painter: QPainter, s: Strokes, line: QRect, right: int, row: QueueRow) -> int:
    """How many reports are in a case that gathers others, a large incident in accent; returns the left edge."""
    words = gathered_chip(row)
    if not words:
        return right
    ink = s.inks["accent" if row.incident else "quiet"]
    width = s.small_icon + 3 + s.small.width(words) + 2 * s.gap
    box = QRect(right - s.gap - width, line.top(), width, s.chip_height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(ink if row.incident else s.inks["line"], 1))
    painter.setBrush(s.inks["panel"])
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), s.chip_height / 2, s.chip_height / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    name = "incident" if row.incident else "merged"
    left = box.left() + s.gap
    drawn = icons.pixmap(name, s.small_icon, "accent" if row.incident else "quiet")
    painter.drawPixmap(left, line.center().y() - s.small_icon // 2 + 1, drawn)
    area = QRect(left + s.small_icon + 3, line.top(), box.right() - left, line.height())
    _write(painter, s.small, area, words, s.inks["text"])
    return box.left()


def _paint_title(
    painter: QPainter, s: Strokes, line: QRect, left: int, right: int, row: QueueRow, *, marked: bool
) -> None:
    ended = row.status in ENDED
    name = "check" if marked else "lock" if row.sensitive else row.category
    ink = "accent" if marked else "quiet" if ended else f"p{row.priority}"
    painter.drawPixmap(left, line.center().y() - s.icon // 2 + 1, icons.pixmap(name, s.icon, ink))
    left += s.icon + s.gap
    face = s.title_bold if row.unread else s.title
    area = QRect(left, line.top(), max(0, right - left), line.height())
    _write(painter, face, area, face.cut(line_words(row), area.width()), s.inks["quiet" if ended else "text"])


def _paint_holder(painter: QPainter, s: Strokes, line: QRect, right: int, row: QueueRow, state: RowState) -> int:
    """From the right: who holds it and how surely, who else looks, what waits to be sent; returns the left edge."""
    unsure = bool(row.holder_name) and (row.claim_lapsed or row.tentative)
    words = s.small.cut(one_line(row.holder_name) or "—", line.width() // (5 if unsure else 4))
    x = right - s.small.width(words)
    area = QRect(x, line.top(), right - x, line.height())
    _write(painter, s.small, area, words, s.inks["soon" if unsure else "quiet"], _RIGHT)
    if state.lookers:
        x = _mark(painter, s, line, x - s.gap, "eye", str(len(state.lookers)), "link")
    wide = line.width() > 8 * s.text_left
    found = _standing(row)
    if found is not None:
        icon, words, ink = found
        # Who holds it, and how surely, comes before the source where there is no room for both.
        x = _mark(painter, s, line, x - s.gap, icon, words if wide or unsure else "", ink)
    return x


def _standing(row: QueueRow) -> tuple[str, str, str] | None:
    """Icon, word and ink of what is unsure about a row, the gravest only: colour is never the only sign."""
    if row.doubtful:
        return "doubtful", translate("queue", "may be refused"), "late"
    if row.tentative and row.holder_name:
        return "tentative", translate("queue", "tentative"), "soon"
    if row.claim_lapsed and row.holder_name:
        return "silent", translate("queue", "silent"), "soon"
    if row.waiting:
        return "waiting", translate("queue", "waiting to send"), "soon"
    return None


def _mark(painter: QPainter, s: Strokes, line: QRect, right: int, icon: str, words: str, ink: str) -> int:
    left = right - s.small.width(words) - s.small_icon - 3
    painter.drawPixmap(left, line.center().y() - s.small_icon // 2 + 1, icons.pixmap(icon, s.small_icon, ink))
    area = QRect(left + s.small_icon + 3, line.top(), right - left, line.height())
    _write(painter, s.small, area, words, s.inks[ink])
    return left


def _paint_facts(painter: QPainter, s: Strokes, line: QRect, left: int, right: int, row: QueueRow) -> None:
    """Number, place, source, files, trust; a sensitive case shows only its place."""
    run = _Run(painter, s, line, left, right)
    place = one_line(row.area_name) or translate("queue", "place unknown")
    run.write(f"{row.number} · {place}")
    if row.sensitive:
        return
    run.mark(row.source_kind.value, source_words(row), before=" · ")
    if row.attachments:
        run.mark("attachment", str(row.attachments))
    if row.strikes:
        run.mark("strike", str(row.strikes), "soon")
    elif row.confirmed:
        run.mark("trust", f"{row.confirmed}/{row.reports}" if row.reports else str(row.confirmed))
    if any(doubt.stands for doubt in row.doubts):
        run.mark("doubt", translate("queue", "file?"), "soon")
    elif row.doubts:
        run.mark("settled", translate("queue", "explained"))


class _Run:
    """Writes from left to right until there is no room."""

    def __init__(self, painter: QPainter, s: Strokes, line: QRect, left: int, right: int) -> None:
        self._painter, self._s, self._line, self._x, self._right = painter, s, line, left, right

    def write(self, text: str, ink: str = "quiet") -> None:
        """Words, cut at the right edge."""
        room = self._right - self._x
        if room < self._s.icon:
            return
        shown = self._s.small.cut(text, room)
        area = QRect(self._x, self._line.top(), room, self._line.height())
        _write(self._painter, self._s.small, area, shown, self._s.inks[ink])
        self._x += self._s.small.width(shown)

    def mark(self, icon: str, text: str, ink: str = "quiet", before: str = "") -> None:
        """An icon with words, left out when even the icon and a short word have no room."""
        size = self._s.small_icon
        if self._right - self._x < size * 4:
            return
        self.write(before)
        drawn = icons.pixmap(icon, size, ink)
        self._painter.drawPixmap(self._x, self._line.center().y() - size // 2 + 1, drawn)
        self._x += size + 3
        self.write(text, ink)
        self._x += self._s.gap + 2
