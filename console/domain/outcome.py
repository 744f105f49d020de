"""How a case may end; only three outcomes may ever count against a reporter."""

from __future__ import annotations

JUNK_OUTCOMES = ("prank", "test", "wrong_number")
"""Typed outcomes of disposing as junk: iseng, uji coba, salah sambung."""

CLOSE_OUTCOMES = (
    "handled_on_scene",
    "nothing_found",
    "referred",
    "police_report_made",
    "done_by_agency",
    "information_given",
    "duplicate",
    "false_report",
)
"""Outcomes of closing (screens.md words; 'nothing found' never strikes)."""
