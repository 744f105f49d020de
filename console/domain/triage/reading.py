"""A text as a reader of word rules sees it: plain lower-case words, clause by clause."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_PIECE = re.compile(r"[^\W_]+|[.!?;\n,:()]")
_SENTENCE_ENDS = frozenset(".!?;\n")
_MANY = re.compile(r"(.)\1{2,}")
_TWICE = re.compile(r"(.)\1+")
_ENDINGS = ("nya", "lah", "kah", "pun", "ku", "mu", "2")
"""Indonesian clitics that change no meaning here, and the 2 of 'anak2' (anak-anak)."""

READ_CHARACTERS = 8_000
"""As much of a text as a report may have (contract.intake.MAX_TEXT)."""


class Token(NamedTuple):
    """One word: plain, as it was written, and which clause and sentence it stands in, counted from 0."""

    word: str
    written: str
    clause: int
    sentence: int


def plain(text: str) -> str:
    """Lower case without accents, without characters nobody sees (a hidden one inside a word splits no word)."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in spread if unicodedata.category(each) not in ("Mn", "Cf")).casefold()


def plain_words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of the rules, in the form texts are read."""
    return tuple(piece for piece in _PIECE.findall(plain(phrase)) if piece[0].isalnum())


def read(text: str) -> list[Token]:
    """The words of a text; commas and brackets end a clause, full stops and line ends a sentence."""
    clause = sentence = 0
    tokens: list[Token] = []
    for piece in _PIECE.findall(plain(text[:READ_CHARACTERS])):
        if piece[0].isalnum():
            tokens.append(Token(piece, piece, clause, sentence))
            continue
        clause += 1
        sentence += piece in _SENTENCE_ENDS
    return tokens


def spellings(word: str) -> tuple[str, ...]:
    """Other forms of a word no rule knows, likeliest first: 'apinya' -> api, 'tolooong' -> tolong."""
    once, calm = _MANY.sub(r"\1", word), _TWICE.sub(r"\1", word)
    found = [form for form in (once, calm) if form != word]
    for form in (word, *found):
        found.extend(form.removesuffix(end) for end in _ENDINGS if form.endswith(end) and len(form) > len(end) + 2)
    return tuple(dict.fromkeys(found))
