"""The handbook in files: checklists and standard answers as we ship them in resources."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from console.contract.codec import decode
from console.domain.answer import Answers, fault_in_answers
from console.domain.category import CATEGORIES
from console.domain.checklist import Checklists, fault_in_checklists
from console.domain.errors import InputFault

T = TypeVar("T", Checklists, Answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handbook:
    """Checklists and standard answers; what an administrator did not edit comes from the release."""

    checklists: Checklists
    answers: Answers


def read_handbook(resources: Path) -> Handbook:
    """Every .json file of the folders `checklists` and `answers`, in the order of their names.

    Raises:
        InputFault: `handbook_unusable`, naming the file and the field.
    """
    lists, texts = _files(resources / "checklists", Checklists), _files(resources / "answers", Answers)
    handbook = Handbook(
        checklists=Checklists(lists=tuple(each for found in lists for each in found.lists)),
        answers=Answers(answers=tuple(each for found in texts for each in found.answers)),
    )
    fault = fault_in_checklists(handbook.checklists, frozenset(CATEGORIES)) or fault_in_answers(handbook.answers)
    if fault is not None:
        raise _fault(resources.name, *fault)
    return handbook


def _files(folder: Path, shape: type[T]) -> list[T]:
    found = []
    for file in sorted(folder.glob("*.json")):
        try:
            found.append(decode(file.read_bytes(), shape))
        except InputFault as fault:
            raise _fault(file.name, str(fault.params["field"]), str(fault.params["what"])) from None
    return found


def _fault(file: str, field: str, what: str) -> InputFault:
    return InputFault("handbook_unusable", f"{file}: {field}: {what}", file=file, field=field, what=what)
