"""A form of labelled fields in reading order, each with room for what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.ui import theme
from console.ui.administration.form_field import FieldSpec, FormField, Value, made_field

Values = dict[str, Value]
"""What a form holds, by the names of its fields."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A field that cannot stay as it is, and what to do about it, in the language spoken now."""

    field: str
    words: str


class Form(QWidget):
    """`edited()` on every change by hand."""

    edited = Signal()

    def __init__(self, specs: tuple[FieldSpec, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(10))
        self.fields: dict[str, FormField] = {}
        self._loading = False
        for spec in specs:
            field = made_field(spec)
            field.edited.connect(self._tell)
            self.fields[spec.name] = field
            self._rows.addWidget(field)
        self._rows.addStretch(1)

    def values(self) -> Values:
        """What stands in the fields."""
        return {name: field.value() for name, field in self.fields.items()}

    def load(self, values: Mapping[str, Value]) -> None:
        """Put these in; nothing is wrong with them yet, and `edited` is not told."""
        self._loading = True
        for name, field in self.fields.items():
            field.set_value(values[name])
            field.complain("")
        self._loading = False

    def complain(self, wrongs: tuple[Wrong, ...]) -> None:
        """Say under each field what is wrong with it; the first one gets the focus."""
        said = {wrong.field: wrong.words for wrong in reversed(wrongs)}
        for name, field in self.fields.items():
            field.complain(said.get(name, ""))
        for name, field in self.fields.items():
            if name in said:
                field.setFocus()
                return

    def show_only(self, names: frozenset[str]) -> None:
        """Hide the fields that mean nothing for what is edited."""
        for name, field in self.fields.items():
            field.setVisible(name in names)

    def set_locked(self, locked: bool) -> None:
        """Readable, not writable."""
        for field in self.fields.values():
            field.set_locked(locked)

    def _tell(self) -> None:
        if not self._loading:
            self.edited.emit()
