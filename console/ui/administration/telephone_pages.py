"""The pages about the telephone: which line rings where, how text messages leave."""

from __future__ import annotations

from console.ui.administration.line_page import LinePage
from console.ui.administration.page import PageEntry
from console.ui.administration.sms_page import SmsPage
from console.ui.texts.language import translate


def _telephone() -> str:
    return translate("enrolment", "Telephone")


TELEPHONE_PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        id="lines", group=_telephone, title=lambda: translate("administration", "Phone lines"), icon="call_110",
        make=LinePage,
    ),
    PageEntry(
        id="sms", group=_telephone, title=lambda: translate("enrolment", "SMS gateway"), icon="sms", make=SmsPage
    ),
)  # fmt: skip
"""Each is made when it is first chosen."""
