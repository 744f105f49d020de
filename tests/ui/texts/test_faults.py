"""Every fault this console can raise has a clear sentence in both languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.domain.errors import Fault, StoreFault
from console.ui.administration.enrolment_words import fault_sentence
from console.ui.sign_in.words import setup_words
from console.ui.texts.faults import fault_words
from console.ui.texts.language import Language
from tests.house import tree

ROOT = Path(__file__).resolve().parents[3]
SHOWN_FROM = (
    "console/store", "console/remote", "console/sync", "console/desk", "console/app.py", "console/core.py",
    "console/own_server.py", "console/paths.py", "console/settings.py", "console/contract/sealed.py",
    "console/areas/pack_file.py",
)  # fmt: skip
"""Where what an operator may read is raised; the server and the command line speak for themselves."""
FAMILIES = {"Fault", "NetworkFault", "AccessFault", "StoreFault", "InputFault", "SetupFault"}
INSIDE = {"bad_json", "area_pack_missing"}
"""Codes that are caught on the way and never shown."""
PARAMS = ("path", "folder", "field", "reason", "detail", "address")


def codes() -> Iterator[str]:
    """Every code written as a string in a Fault, or assigned to the `code` it is made with."""
    for file in tree.python_files(*SHOWN_FROM):
        for node in ast.walk(tree.tree(file)):
            if isinstance(node, ast.Call) and tree.dotted(node.func).split(".")[-1] in FAMILIES:
                yield from _strings(node.args[0])
            if isinstance(node, ast.Assign) and [tree.dotted(target) for target in node.targets] == ["code"]:
                yield from _strings(node.value)


def _strings(node: ast.AST) -> Iterator[str]:
    branches = (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,)
    return (each.value for each in branches if isinstance(each, ast.Constant) and isinstance(each.value, str))


ALL = sorted(set(codes()) - INSIDE)


def _shown(fault: Fault) -> str:
    """As the screen says it that it comes to: a form of the administration knows what was typed there."""
    said = setup_words(fault)
    return fault_sentence(fault) if "ENGLISH DETAIL" in said else said


@pytest.fixture
def language(qapp) -> Iterator[Language]:
    spoken = Language(qapp, ROOT / "resources" / "translations")
    yield spoken
    spoken.speak("en")
    spoken.deleteLater()


def test_the_codes_are_found() -> None:
    assert {"store_unreadable", "busy", "server_error", "desk_refused", "disk_full", "offline_too_long"} <= set(ALL)


def test_every_fault_speaks_both_languages(language: Language) -> None:
    faults = [Fault(code, "ENGLISH DETAIL", **{name: f"<{name}>" for name in PARAMS}) for code in ALL]
    language.speak("en")
    english = [_shown(fault) for fault in faults]
    language.speak("id")
    indonesian = [_shown(fault) for fault in faults]
    same = [code for code, one, other in zip(ALL, english, indonesian, strict=True) if one == other]
    bare = [words for words in english + indonesian if "ENGLISH DETAIL" in words or "{" in words]
    assert not same, f"one language only: {same}"
    assert not bare, f"without words of their own: {bare}"


def test_a_broken_profile_names_the_file(language: Language) -> None:
    codes = ("store_unreadable", "store_unencrypted", "slots_unreadable", "settings_broken", "profile_unusable",
             "store_read_only", "store_io", "journal_damaged")  # fmt: skip
    for spoken in ("en", "id"):
        language.speak(spoken)
        for code in codes:
            assert "profil-x/console.db" in fault_words(StoreFault(code, "", path="profil-x/console.db", field="zone"))
