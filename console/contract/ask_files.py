"""Questions to people nearby in files: what we ship in resources/questions."""

from __future__ import annotations

from pathlib import Path

from console.contract.codec import decode
from console.domain.askable import AskBook, fault_in_book
from console.domain.category import CATEGORIES
from console.domain.errors import InputFault


def read_ask_book(folder: Path) -> AskBook:
    """The questions of every .json file of a folder, in the order of their names; none where there is no folder.

    Raises:
        InputFault: `handbook_unusable`, naming the file and the field.
    """
    found = AskBook()
    for file in sorted(folder.glob("*.json")):
        try:
            read = decode(file.read_bytes(), AskBook)
        except InputFault as fault:
            raise _fault(file.name, str(fault.params["field"]), str(fault.params["what"])) from None
        found = AskBook(questions=(*found.questions, *read.questions), minutes=read.minutes)
        wrong = fault_in_book(found, frozenset(CATEGORIES))
        if wrong is not None:
            raise _fault(file.name, *wrong)
    return found


def _fault(file: str, field: str, what: str) -> InputFault:
    return InputFault("handbook_unusable", f"{file}: {field}: {what}", file=file, field=field, what=what)
