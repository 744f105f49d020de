"""Above the board of units: filters with counts, words to look for, whose units."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.desk.unit_board import Board, BoardFilter
from console.ui import theme
from console.ui.dispatch.board_words import filter_word
from console.ui.filter_chip import FilterChip
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.choice_box import ChoiceBox
from console.ui.widgets.panel import PanelHeader
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken, name_widget

_TYPED_MS = 150


class BoardBar(QWidget):
    """`filtered(BoardFilter)`, `searched(words)` when typing pauses, `post_chosen(post)` with '' for all."""

    filtered = Signal(object)
    searched = Signal(str)
    post_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._posts: tuple[str, ...] = ()
        self._number = ""
        self.chips = {which: FilterChip() for which in BoardFilter}
        self.search, self.post = QLineEdit(), ChoiceBox()
        self.near, self.count = SafeLabel(self._near_words, role="muted"), SafeLabel(role="muted")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._header())
        rows.addLayout(self._line())
        self._typed = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._typed.timeout.connect(lambda: self.searched.emit(self.search.text()))
        self.search.textChanged.connect(lambda _words: self._typed.start())
        self.post.activated.connect(lambda place: self.post_chosen.emit(self._posts[place - 1] if place > 0 else ""))
        self._fill_posts("")

    def mark(self, which: BoardFilter) -> None:
        """Show which filter is the chosen one, and what to do about the silent ones."""
        for each, chip in self.chips.items():
            chip.setChecked(each is which)

    def show_board(self, board: Board, post: str) -> None:
        """Counts, posts and the case distances go to; `post` is the chosen one."""
        for which, chip in self.chips.items():
            chip.show_words(filter_word(which), board.counts.get(which))
        if board.posts != self._posts:
            self._posts = board.posts
            self._fill_posts(post)
        self._number, shown = board.number, len(board.rows)
        self.near.say(self._near_words)
        self.count.say(lambda: translate("board", "{n} units").format(n=shown))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            place = self.post.currentIndex()
            self._fill_posts(self._posts[place - 1] if place > 0 else "")
            for which, chip in self.chips.items():
                chip.show_words(filter_word(which), None)

    def _header(self) -> PanelHeader:
        header = PanelHeader(lambda: translate("board", "Units on duty"))
        header.setFixedHeight(theme.px(48))
        for which, chip in self.chips.items():
            chip.show_words(filter_word(which), None)
            chip.clicked.connect(partial(self._choose, which))
            header.right.addWidget(chip)
        return header

    def _line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8))
        line.setSpacing(theme.px(10))
        Spoken(self.search, lambda: self.search.setPlaceholderText(translate("board", "Call sign, name, function…")))
        name_widget(self.search, lambda: translate("board", "Search units"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(theme.px(260))
        name_widget(self.post, lambda: translate("board", "Post"))
        self.post.setMinimumWidth(theme.px(200))
        for widget in (self.search, self.post):
            line.addWidget(widget)
        line.addWidget(self.near, 1)
        line.addWidget(self.count)
        return line

    def _choose(self, which: BoardFilter, _checked: bool = False) -> None:
        self.filtered.emit(which)

    def _fill_posts(self, chosen: str) -> None:
        self.post.clear()
        self.post.addItem(translate("board", "All posts"))
        self.post.addItems([one_line(post) for post in self._posts])
        self.post.setCurrentIndex(self._posts.index(chosen) + 1 if chosen in self._posts else 0)

    def _near_words(self) -> str:
        if not self._number:
            return translate("board", "Select a case: distances are measured to it.")
        return translate("board", "Distances to {number}").format(number=one_line(self._number))
