"""The pages of lists the center edits: word rules, outcomes, checklists, answers, flags, crew sizes."""

from __future__ import annotations

from console.ui.administration.page import PageEntry

LIST_PAGES: tuple[PageEntry, ...] = ()
