"""A page of enrolled things that shows a secret once: handed over, or gone from here."""

from __future__ import annotations

from console.ui.administration.page import PageParts
from console.ui.administration.roll_model import Column
from console.ui.administration.roll_page import RollPage, T
from console.ui.administration.secret_card import SecretCard
from console.ui.administration.sheet import Sheet
from console.ui.widgets.spoken import Words
from console.ui.widgets.states import EmptyState


class SecretPage(RollPage[T]):
    """`form` makes a thing, `known` is what may be done with one; `show_once` shows the secret instead of both.

    It leaves screen and clipboard when it was handed over, when the screen locks, and when the window ends.
    """

    def __init__(
        self, parts: PageParts, columns: tuple[Column, ...], name: Words, new: Words, empty: EmptyState,
        hand_over: Words,
    ) -> None:  # fmt: skip
        super().__init__(parts, columns, name, new, empty)
        self.form, self.known = Sheet(new), Sheet("")
        self.secret = SecretCard(self._handed_over)
        self.secret_sheet = Sheet(hand_over)
        self.secret_sheet.add(self.secret)
        for sheet in (self.form, self.known, self.secret_sheet):
            self.add_sheet(sheet)

    def show_once(self, title: Words, secret: str, how: Words) -> None:
        """Show it until it is handed over; the list is asked for anew, for there is one thing more."""
        self.form.wait(waiting=False)
        self.secret.show_secret(title, secret, how)
        self.show_side(self.secret_sheet)
        self.secret.copy.setFocus()
        self.ask()

    def cover(self) -> None:
        """Nothing stays, least of all a secret."""
        self._forget()
        super().cover()

    def stop(self) -> None:
        """It leaves the clipboard too."""
        self.secret.forget()

    def _handed_over(self) -> None:
        self._forget()
        self.new_button.setFocus()

    def _forget(self) -> None:
        self.secret.forget()
        if self.sheet is self.secret_sheet:
            self.show_side(None)
