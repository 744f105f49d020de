"""Words of files the server will not have: why, and what to do."""

from __future__ import annotations

from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line


def unsent_words(name: str, refused: str) -> str:
    """Which file, why it was refused, that it is still here; `name` '' on a sensitive case."""
    file = one_line(name) if name else translate("attention", "The file")
    kept = translate("attention", "It is kept on this workstation until somebody decides.")
    return f"{_whys().get(refused, _other()).format(name=file, code=refused)} {kept}"


def sure_words() -> str:
    """On the button that gives it up, once it was pressed."""
    return translate("attention", "Give it up for good")


def purpose_words() -> str:
    """Above the line for what the copy is for."""
    return translate("attention", "What is the copy for? It is recorded")


def copy_words() -> str:
    """On the button that then asks where."""
    return translate("attention", "Choose where…")


def _other() -> str:
    return translate("attention", "{name} was refused ({code}). Try it again; if it stays so, tell the administrator.")


def _whys() -> dict[str, str]:
    full = translate("attention", "{name}: there is no room for it. Tell the administrator, then try it again.")
    return {
        "wrong_hash": translate(
            "attention", "{name} did not arrive as it was sent, three times. Check the network, then try it again."
        ),
        "kind_not_allowed": translate("attention", "{name} is of a kind the server does not take."),
        "too_large": translate("attention", "{name} is too large for the server."),
        "infected": translate("attention", "A virus was found in {name}. Give it up, and do not open it elsewhere."),
        "file_damaged": translate(
            "attention", "{name} cannot be read on this workstation any more. Check the disk, and attach it again."
        ),
        "disk_full": full,
        "quota": full,
    }
