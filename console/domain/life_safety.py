"""Words that may mean a life is in danger: disposing of such a report asks once more."""

from __future__ import annotations

import re

LIFE_SAFETY_WORDS = (
    "tolong", "darurat", "darah", "berdarah", "luka", "terluka", "korban", "tewas", "meninggal", "mayat", "pingsan",
    "sesak", "sekarat", "kritis", "tergeletak", "kecelakaan", "tertabrak", "tenggelam", "hanyut", "kebakaran", "api",
    "terbakar", "asap", "ledakan", "meledak", "bom", "pisau", "celurit", "clurit", "parang", "golok", "senjata",
    "tembak", "ditembak", "tembakan", "bunuh", "dibunuh", "dibacok", "bacok", "tusuk", "ditusuk", "rampok", "perampok",
    "begal", "dibegal", "culik", "diculik", "sandera", "perkosa", "diperkosa", "kdrt", "dipukul", "dipukuli", "aniaya",
    "dianiaya", "tawuran", "gantung", "bayi", "hamil", "melahirkan", "ambulans", "ambulance", "longsor", "roboh",
    "tertimpa", "tersengat", "keracunan",
)  # fmt: skip
"""Indonesian words of danger to life (an own list from the categories of priority 1; site policy may add)."""

_WORDS = re.compile(r"\b(" + "|".join(LIFE_SAFETY_WORDS) + r")\b", re.IGNORECASE)


def life_safety_word(text: str) -> str:
    """The first such word in the text, in lower case; '' when there is none."""
    found = _WORDS.search(text)
    return found[1].lower() if found else ""
