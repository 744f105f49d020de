"""Which pages the administration window has, in the order of its list."""

from __future__ import annotations

from console.ui.administration.enrolment_pages import ENROLMENT_PAGES
from console.ui.administration.list_pages import LIST_PAGES
from console.ui.administration.page import PageEntry

PAGES: tuple[PageEntry, ...] = (*ENROLMENT_PAGES, *LIST_PAGES)
"""Each is made when it is first chosen."""
