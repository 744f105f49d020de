"""What keeps a report in the queue beside a large incident: a matter of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Matter(StrEnum):
    """Why a report near a large incident is not simply more of the same (issue 4, part 4)."""

    TRAPPED = "trapped"
    VICTIM = "victim"
    PLACE = "place"
    PANIC = "panic"
    SENSITIVE = "sensitive"


@dataclass(frozen=True, slots=True)
class OwnMatter:
    """Why, and the words of the report that say so, as they stand in it; '' where no word says it."""

    matter: Matter
    words: str


_TRAPPED = re.compile(
    r"\b(?:terjebak|kejebak|terperangkap|terkurung|tertimbun|tertimpa|terjepit|kejepit|terkunci|tersangkut"
    r"|(?:tidak|tdk|ga|gak|nggak|ngga|gk|tak|ndak|ora)\s+(?:bisa|bs|iso)\s+(?:keluar|klr|lari|turun|metu))\b",
    re.IGNORECASE,
)
"""Own list; chat spelling and Javanese *ora iso metu* (unchecked by a speaker) included. It always counts."""

_VICTIM = re.compile(
    r"\b(?:korban|luka|terluka|pingsan|meninggal|tewas|sekarat|sesak|hilang|hanyut|tenggelam|hamil|melahirkan"
    r"|bayi|balita|anak|ibu|bapak|ayah|suami|istri|isteri|nenek|kakek|lansia|adik|kakak|tetangga|difabel|disabilitas)\b",
    re.IGNORECASE,
)
"""Own list: who may be another victim. It counts unless the incident's own words speak of the same."""

_PLACE = re.compile(
    r"\b(?:jln?|jalan|gang|gg|kel|kelurahan|desa|ds|dusun|kampung|kp|perum|perumahan|komplek|kompleks|blok|pasar|rt|rw"
    r"|simpang|perempatan|pertigaan|jembatan|terminal|stasiun|sekolah|sd|smp|sma|masjid|gereja|rsud?|puskesmas)\b"
    r"\.?\s+((?!di\b|dan\b|yang\b|ini\b|itu\b|sudah\b|rusak\b)[^\W_]+(?:\s+(?:nomor|no|[0-9]+[a-z]?)\b\.?)*)",
    re.IGNORECASE,
)
"""A word for a kind of place and the name behind it. It counts unless the incident's own words name it too."""


def own_matter(text: str, incident_words: str) -> OwnMatter | None:
    """Why a report with this text stays in the queue, None when it may simply be added.

    `incident_words` are the incident's title, text and place. The rule errs towards keeping: a report kept by mistake
    is merged with two keys, one added by mistake may cost a life.
    """
    trapped = _TRAPPED.search(text)
    if trapped is not None:
        return OwnMatter(Matter.TRAPPED, trapped[0])
    known = _tokens(incident_words)
    for found in _VICTIM.finditer(text):
        if found[0].lower() not in known:
            return OwnMatter(Matter.VICTIM, found[0])
    for found in _PLACE.finditer(text):
        if not _tokens(found[1]) <= known:
            return OwnMatter(Matter.PLACE, found[0])
    return None


def _tokens(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", words.lower()))
