"""Which pages the administration window has, in the order of its list."""

from __future__ import annotations

from console.ui.administration.enrolment_pages import ENROLMENT_PAGES
from console.ui.administration.file_pages import FILE_PAGES
from console.ui.administration.list_pages import LIST_PAGES
from console.ui.administration.map_pages import MAP_PAGES
from console.ui.administration.page import PageEntry
from console.ui.administration.telephone_pages import TELEPHONE_PAGES

PAGES: tuple[PageEntry, ...] = (*ENROLMENT_PAGES, *TELEPHONE_PAGES, *MAP_PAGES, *FILE_PAGES, *LIST_PAGES)
"""Each is made when it is first chosen."""
