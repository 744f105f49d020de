"""Word rules in files: what we ship in resources/words, and what an administrator brings."""

from __future__ import annotations

from pathlib import Path

import msgspec

from console.contract.codec import decode
from console.domain.errors import InputFault
from console.domain.triage import WordRules, fault_in, merged


def read_words(path: Path) -> WordRules:
    """The word rules of a file, or of every .json file of a folder in the order of their names.

    Raises:
        InputFault: naming the file and the field; `words_unusable` also where nothing can be read.
    """
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files:
        raise _fault(path, "file", "no .json file is there")
    return merged(_read(file) for file in files)


def words_as_file(rules: WordRules) -> bytes:
    """The rules as a file to edit and bring back: JSON in lines, without what only the server knows of them."""
    kept = {"negations": rules.negations, "calming": rules.calming, "entries": rules.entries}
    return msgspec.json.format(msgspec.json.encode(kept), indent=2) + b"\n"


def _read(file: Path) -> WordRules:
    try:
        rules = decode(file.read_bytes(), WordRules)
    except OSError as error:
        raise _fault(file, "file", f"cannot be read: {error.strerror or error}") from None
    except InputFault as fault:
        raise _fault(file, str(fault.params["field"]), str(fault.params["what"])) from None
    found = fault_in(rules)
    if found is not None:
        raise _fault(file, found[0], f"must be {found[1]}")
    return rules


def _fault(file: Path, field: str, what: str) -> InputFault:
    return InputFault("words_unusable", f"{file.name}: {field}: {what}", file=str(file), field=field, what=what)
