"""The tour's administration: every page of the center's lists, a word tried."""

from __future__ import annotations

from console.bench.tour_pictures import Pictures
from console.desk.sign_in import DEMO_PASSPHRASE
from console.drill.hand import DrillFailed
from console.ui.administration.administration_window import AdministrationWindow
from console.ui.administration.list_page import ListPage
from console.ui.administration.list_pages import LIST_PAGES
from console.ui.administration.terms_page import TermsPage
from console.ui.administration.word_page import WordPage
from console.ui.sign_in.sign_in_screen import SignInScreen

_TRIED = "mas tolong ada org bawa celurit di pasar, korbannya luka"
_SEARCHED = "celurit"


class Administration(Pictures):
    """Comes last: somebody else sits at the console afterwards."""

    def play(self) -> None:
        """Sign in as the demo's administrator, then look at each page."""
        self._sign_in()
        work = self.hand.work
        work.open_administration("words")
        window = work.administration
        if window is None:
            raise DrillFailed("the administration window did not open")
        self._words(window)
        for entry in LIST_PAGES[1:]:
            window.open(work.window.size(), entry.id)
            self.hand.wait(f"the list of {entry.id}", lambda: self._read(window), 30)
            self.hand.rest(0.5)
            self.look_at(f"administration-{entry.id}", lambda: window)

    def _sign_in(self) -> None:
        hand, console = self.hand, self.console
        console.gate.left.emit()
        hand.wait("nobody is at work", lambda: console.workplace is None, 30)
        sign_in = hand.wait("the sign-in screen", self._asked, 30)
        sign_in.user.line.setText("admin")
        sign_in.passphrase.line.setText(DEMO_PASSPHRASE)
        sign_in.submit()
        hand.wait("the administrator is at work", self._at_work, 60)

    def _asked(self) -> SignInScreen | None:
        """The screen shown now: the one of the sign-in before is on its way out."""
        gate = self.console.gate
        return gate.sign_in if gate.currentWidget() is gate.sign_in else None

    def _at_work(self) -> bool:
        core, work = self.console.core, self.hand.at_work
        person = core.session.person if core is not None else None
        return work is not None and work.map_ready and person is not None and person.actor.id == "user-admin"

    def _words(self, window: AdministrationWindow) -> None:
        page = self.hand.wait("the word rules", lambda: self._read(window), 30)
        if not isinstance(page, WordPage):
            raise DrillFailed("the first page is not that of the word rules")
        page.frame.search.setText(_SEARCHED)
        page.trying.line.setText(_TRIED)
        self.hand.wait("it is tried", lambda: page.trying.words(), 30)
        self.look_at("administration-words", lambda: window)

    def _read(self, window: AdministrationWindow) -> ListPage | TermsPage | None:  # type: ignore[type-arg]
        page = window.page
        return page if isinstance(page, ListPage | TermsPage) and page.thing is not None else None
