"""What it is: the category chosen or suggested, and how urgent."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from console.desk.call_form import CallForm
from console.domain.category import CATEGORIES
from console.domain.triage import Triage
from console.ui import theme
from console.ui.call_taking.words import suggestion_words
from console.ui.texts.cases import category_word, priority_word
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.choice_box import ChoiceBox
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken, name_widget

NOT_BY_VOICE = frozenset({"panic", "officer_sos"})
"""Categories only an app or a device gives."""
OFFERED = tuple(category for category in CATEGORIES if category not in NOT_BY_VOICE)


class MatterField(QWidget):
    """`category_chosen(id)` and `priority_chosen(1..4)` when a person chose."""

    category_chosen = Signal(str)
    priority_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(4))
        rows.addWidget(SafeLabel(lambda: translate("call", "Category and priority"), role="small"))
        self.box = ChoiceBox()
        self.box.setMinimumHeight(theme.px(32))
        self.box.setMaxVisibleItems(14)
        self.box.addItem("", "")
        for category in OFFERED:
            self.box.addItem("", category)
        Spoken(self.box, self._name)
        self.box.activated.connect(lambda place: self.category_chosen.emit(str(self.box.itemData(place))))
        name_widget(self.box, lambda: translate("call", "Category"))
        rows.addWidget(self.box)
        self._group = QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(theme.px(6))
        for priority in range(1, 5):
            line.addWidget(self._priority(priority))
        line.addStretch(1)
        rows.addLayout(line)
        self.says = SafeLabel("", role="small", wrap=True)
        rows.addWidget(self.says)

    def show_matter(self, form: CallForm, suggestion: Triage | None) -> None:
        """What would be filed now, and what the words say of it."""
        category, priority = form.chosen(suggestion)
        place = self.box.findData(category)
        if place != self.box.currentIndex():
            self.box.setCurrentIndex(max(0, place))
        for each in range(1, 5):
            self._group.button(each).setChecked(each == priority)
        self.says.say(lambda: suggestion_words(suggestion))
        self.says.setVisible(bool(suggestion_words(suggestion)))

    def _name(self) -> None:
        self.box.setItemText(0, translate("call", "— choose —"))
        for place, category in enumerate(OFFERED, start=1):
            self.box.setItemText(place, category_word(category))

    def _priority(self, priority: int) -> PlainButton:
        button = PlainButton(f"P{priority}", lambda: self.priority_chosen.emit(priority))
        button.setProperty("role", "filter")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.tip(lambda: priority_word(priority))
        name_widget(button, lambda: priority_word(priority))
        self._group.addButton(button, priority)
        return button
