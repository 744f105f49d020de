"""A language switch reaches the words at once."""

from __future__ import annotations

from pathlib import Path

from console.ui.texts.language import Language, translate

TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources" / "translations"


def test_a_switch_changes_the_words_at_once(qapp) -> None:
    language = Language(qapp, TRANSLATIONS)
    language.speak("id")
    assert translate("status", "en route") == "menuju TKP"
    language.speak("en")
    assert translate("status", "en route") == "en route"
    assert translate("nowhere", "unknown") == "unknown"
    language.deleteLater()
