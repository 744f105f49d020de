"""What is not shown: what it is, why, the danger, and a copy for who needs one."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.desk.attachments import NotShown
from console.desk.ports import Download
from console.domain.attachment import Attachment
from console.domain.report import Report
from console.ui import theme
from console.ui.attachments.stage import Stage
from console.ui.attachments.words import danger_words, family_of, family_word, not_shown_words, unopened_words
from console.ui.case.words import size_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.panel import Card
from console.ui.widgets.picture import Picture
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken

_WIDE_PX = 520


class UnknownStage(Stage):
    """`save` keeps a copy of the file shown; it is asked for twice, with the danger between."""

    def __init__(self, save: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._sign = Picture(40)
        self._kind = SafeLabel(role="title", wrap=True)
        self._what = SafeLabel(role="muted", wrap=True)
        self._why = SafeLabel(wrap=True)
        self._danger = SafeLabel(wrap=True)
        self._first = PlainButton(lambda: translate("attachments", "Save a copy…"), lambda: self._warn(True))
        self._sure = PlainButton(lambda: translate("attachments", "I know, save a copy"), self._keep, tone="danger")
        self._no = PlainButton(lambda: translate("attachments", "Leave it"), lambda: self._warn(False))
        self._warning = Card(tone="warn")
        for button in (self._first, self._sure, self._no):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._build()
        Spoken(self, lambda: self.told.emit(()))

    @property
    def warned(self) -> bool:
        """Whether the danger is being told."""
        return not self._warning.isHidden()

    def words(self) -> str:
        """What stands there now."""
        warning = self._danger.text() if self.warned else ""
        return "\n".join((self._kind.text(), self._what.text(), self._why.text(), warning))

    def show_file(self, attachment: Attachment, report: Report, zone: ZoneInfo) -> None:
        """Say what it is; `say_why` tells more."""
        self._sign.show_icon(family_of(attachment), "muted")
        self._kind.say(lambda: f"{family_word(attachment)} · {attachment.media_type}")
        named = "" if report.sensitive else f"{one_line(attachment.name)} · "
        self._what.say(f"{named}{size_words(attachment.size_bytes)}")
        self._why.say(lambda: unopened_words(attachment))
        self._danger.say(lambda: danger_words(attachment))
        self._warn(False)

    def say_why(self, missing: NotShown) -> None:
        """Why a file of a kind that is shown otherwise is not."""
        self._why.say(lambda: translate("attachments", "Not shown: {why}.").format(why=not_shown_words(missing)))

    def say_words(self, words: str) -> None:
        """Why it may not be shown now, in words."""
        self._why.say(words)

    def warn(self) -> None:
        """Tell the danger before a copy is saved."""
        self._warn(True)

    def clear(self) -> None:
        """Say nothing any more."""
        for label in (self._kind, self._what, self._why, self._danger):
            label.say("")
        self._warn(False)

    def hear(self, download: Download) -> None:
        """It is not shown, whether it has come or not."""

    def _warn(self, on: bool) -> None:
        self._warning.setVisible(on)
        self._first.setVisible(not on)

    def _keep(self) -> None:
        self._warn(False)
        self._save()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        sheet = QFrame()
        sheet.setMaximumWidth(theme.px(_WIDE_PX))
        rows = QVBoxLayout(sheet)
        rows.setSpacing(theme.px(8))
        rows.addWidget(self._sign)
        for label in (self._kind, self._what, self._why):
            rows.addWidget(label)
        self._warning.rows.addWidget(self._danger)
        answers = QHBoxLayout()
        answers.addWidget(self._sure)
        answers.addWidget(self._no)
        answers.addStretch(1)
        self._warning.rows.addLayout(answers)
        first = QHBoxLayout()
        first.addWidget(self._first)
        first.addStretch(1)
        rows.addLayout(first)
        rows.addWidget(self._warning)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(sheet, 6)
        across.addStretch(1)
        whole.addLayout(across)
        whole.addStretch(3)
        self._warn(False)
