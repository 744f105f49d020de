"""What Qt reads as translations says what we wrote, and runs no Python of ours."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTranslator

from console.ui.texts.compiled_words import compile_words
from console.ui.texts.language import read_translations

ROOT = Path(__file__).resolve().parents[3]
WRITTEN = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=60)


def spoken(words: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    compiled = compile_words(words)
    translator = QTranslator()
    translator.load(compiled)
    return {(context, source): translator.translate(context, source) for context, source in words}


def test_every_word_of_ours_and_of_qt_is_said_as_written() -> None:
    for file in sorted((ROOT / "resources" / "translations").glob("*.ts")):
        words = read_translations(file)
        assert words
        assert spoken(words) == words


@given(st.dictionaries(st.tuples(WRITTEN, WRITTEN), WRITTEN, min_size=1, max_size=20))
def test_whatever_is_written_is_said(words: dict[tuple[str, str], str]) -> None:
    assert spoken(words) == words


LOADING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication
from console.ui.texts.language import Language, translate

app, ran = QApplication([]), []

class Probe(QTranslator):
    def isEmpty(self):
        return False
    def translate(self, context, source, disambiguation=None, n=-1):
        return None

if sys.argv[1] == "probe":
    probe = Probe()
    app.installTranslator(probe)
else:
    Language(app, Path("resources/translations")).speak("id")
    assert translate("status", "en route") == "menuju TKP"
sys.setprofile(lambda frame, event, _: event == "call" and ran.append(frame.f_code.co_name))
import PySide6.QtMultimedia
sys.setprofile(None)
print(ran.count("translate"))
"""


def asked_in_python(translator: str) -> int:
    """How often Qt came to Python for a word while one of its libraries was loaded."""
    answer = subprocess.run(
        [sys.executable, "-c", LOADING, translator], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return int(answer.stdout)


def test_qt_asks_for_words_while_a_library_is_loaded_and_no_python_of_ours_runs_then() -> None:
    assert asked_in_python("probe") > 0
    assert asked_in_python("ours") == 0
