"""The page about files this workstation keeps."""

from __future__ import annotations

from console.ui.administration.kept_files_page import KeptFilesPage
from console.ui.administration.page import PageEntry
from console.ui.texts.language import translate

FILE_PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        id="kept_files", group=lambda: translate("enrolment", "This workstation"),
        title=lambda: translate("enrolment", "Kept files"), icon="document", make=KeptFilesPage,
    ),
)  # fmt: skip
"""Made when it is first chosen."""
