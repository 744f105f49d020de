"""Word rules as items of a page: entries, and phrases that take words back or calm them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from console.desk.administration_changes import ListShape
from console.domain.category import CATEGORIES
from console.domain.triage import Language, WordEntry, WordRules
from console.domain.triage.reading import plain_words
from console.domain.triage.words import MAX_WORDS
from console.ui.administration.form import Values, Wrong
from console.ui.administration.form_field import FieldKind, FieldSpec, Value
from console.ui.texts.cases import category_word
from console.ui.texts.language import translate


@dataclass(frozen=True, slots=True)
class Phrases:
    """`negations` or `calming`: one list of phrases for all words."""

    name: str
    phrases: tuple[str, ...]


WordItem = WordEntry | Phrases


def _items(rules: WordRules) -> tuple[WordItem, ...]:
    return (Phrases("negations", rules.negations), Phrases("calming", rules.calming), *rules.entries)


def _with_items(rules: WordRules, items: tuple[WordItem, ...]) -> WordRules:
    phrases = {each.name: each.phrases for each in items if isinstance(each, Phrases)}
    return replace(
        rules,
        entries=tuple(each for each in items if isinstance(each, WordEntry)),
        negations=phrases.get("negations", rules.negations),
        calming=phrases.get("calming", rules.calming),
    )


def _label(item: WordItem) -> str:
    return item.name if isinstance(item, Phrases) else f"{item.language}:{item.words[0]}"


SHAPE: ListShape[WordRules, WordItem] = ListShape(_items, _with_items, _label)


def title(item: WordItem) -> str:
    """The item in a heading."""
    if isinstance(item, Phrases):
        return phrases_word(item.name)
    return ", ".join(item.words)


def edit_label(item: WordItem) -> str:
    """How the server's edits name it."""
    return (item.phrases[0] if item.phrases else item.name) if isinstance(item, Phrases) else item.words[0]


def phrases_word(name: str) -> str:
    """Which of the two lists of phrases."""
    if name == "negations":
        return translate("administration", "Words that take back the next one (no, not …)")
    return translate("administration", "Phrases that calm a whole sentence (drill, exercise …)")


def language_word(language: str) -> str:
    """What a word belongs to."""
    return {
        Language.INDONESIAN: translate("administration", "Indonesian"),
        Language.CHAT: translate("administration", "Chat spelling"),
        Language.SLANG: translate("administration", "Slang"),
        Language.JAVANESE: translate("administration", "Javanese"),
        Language.SUNDANESE: translate("administration", "Sundanese"),
        Language.BATAK: translate("administration", "Batak"),
    }[Language(language)]


def fields() -> tuple[FieldSpec, ...]:
    """The form of an entry, in reading order; a list of phrases has the first field only."""
    return (
        FieldSpec(
            name="words",
            kind=FieldKind.LINES,
            lines=5,
            label=lambda: translate("administration", "Words or phrases, one a line"),
            hint=lambda: translate("administration", "All of them say the same."),
        ),
        FieldSpec(
            name="language",
            kind=FieldKind.CHOICE,
            label=lambda: translate("administration", "Language"),
            choices=tuple((each.value, partial(language_word, each)) for each in Language),
        ),
        FieldSpec(
            name="checked",
            kind=FieldKind.TICK,
            label=lambda: translate("administration", "Checked by a speaker of the language"),
            hint=lambda: translate("administration", "Unchecked regional words are marked so on every case."),
        ),
        FieldSpec(
            name="means",
            label=lambda: translate("administration", "Only another spelling of"),
            hint=lambda: translate("administration", "Then the entry of that word counts; leave the rest empty."),
        ),
        FieldSpec(
            name="category",
            kind=FieldKind.CHOICE,
            label=lambda: translate("administration", "Category they point to"),
            choices=(
                ("", lambda: translate("administration", "none")),
                *((each, partial(category_word, each)) for each in CATEGORIES),
            ),
        ),
        FieldSpec(
            name="weight",
            kind=FieldKind.NUMBER,
            most=10,
            label=lambda: translate("administration", "How strongly (0 to 10)"),
            hint=lambda: translate("administration", "Words below 3 name no category by themselves."),
        ),
        FieldSpec(
            name="priority",
            kind=FieldKind.CHOICE,
            label=lambda: translate("administration", "Raises a report at least to"),
            choices=(("0", lambda: translate("administration", "nothing")), *((str(n), f"P{n}") for n in range(1, 5))),
        ),
        FieldSpec(
            name="life",
            kind=FieldKind.TICK,
            label=lambda: translate("administration", "A life may be in danger"),
            hint=lambda: translate("administration", "Disposing of such a report as junk asks once more."),
        ),
        FieldSpec(
            name="unless",
            kind=FieldKind.LINES,
            label=lambda: translate("administration", "They say nothing beside one of these"),
            hint=lambda: translate("administration", "As “mati” beside “lampu”."),
        ),
        FieldSpec(
            name="near",
            kind=FieldKind.LINES,
            label=lambda: translate("administration", "They count only near one of these"),
            hint=lambda: translate("administration", "As “hilang” near “motor”."),
        ),
        FieldSpec(
            name="calmed_by",
            kind=FieldKind.LINES,
            label=lambda: translate("administration", "No danger with one of these behind them"),
            hint=lambda: translate("administration", "As “kebakaran … sudah padam”."),
        ),
        FieldSpec(
            name="negatable",
            kind=FieldKind.TICK,
            label=lambda: translate("administration", "A “no” before them takes them back"),
        ),
    )


ALL_FIELDS = frozenset(each.name for each in fields())


def shown(values: Values, item: WordItem | None) -> frozenset[str]:
    """A list of phrases has its phrases only; another spelling says nothing of its own."""
    if isinstance(item, Phrases):
        return frozenset({"words"})
    return frozenset({"words", "language", "checked", "means"}) if values["means"] else ALL_FIELDS


def fresh() -> Values:
    """A new entry, before anything is typed."""
    return spread(WordEntry(words=(), weight=5))


def spread(item: WordItem) -> Values:
    """An item as its form holds it."""
    entry = WordEntry(words=item.phrases) if isinstance(item, Phrases) else item
    return {
        "words": entry.words, "language": entry.language.value, "checked": entry.checked, "means": entry.means,
        "category": entry.category, "weight": entry.weight, "priority": str(entry.priority), "life": entry.life,
        "unless": entry.unless, "near": entry.near, "calmed_by": entry.calmed_by, "negatable": entry.negatable,
    }  # fmt: skip


def gather(values: Values, item: WordItem | None) -> WordItem:
    """The item a form holds; what means nothing for it is left out."""
    words = _lines(values["words"])
    if isinstance(item, Phrases):
        return Phrases(item.name, words)
    begun = WordEntry(words=words, language=Language(str(values["language"])), checked=bool(values["checked"]))
    if values["means"]:
        return replace(begun, means=str(values["means"]), negatable=bool(values["negatable"]))
    category = str(values["category"])
    weight = values["weight"] if category and isinstance(values["weight"], int) else 0
    return replace(
        begun, category=category, weight=weight, priority=int(str(values["priority"])), life=bool(values["life"]),
        unless=_lines(values["unless"]), near=_lines(values["near"]), calmed_by=_lines(values["calmed_by"]),
        negatable=bool(values["negatable"]),
    )  # fmt: skip


def wrong(values: Values, item: WordItem | None, rules: WordRules) -> tuple[Wrong, ...]:
    """What cannot stay, and what to do."""
    found: list[Wrong] = []
    words = _lines(values["words"])
    if not words and not isinstance(item, Phrases):
        found.append(Wrong("words", translate("administration", "Write at least one word.")))
    if len(words) > MAX_WORDS:
        most = translate("administration", "At most {n} words in one entry: make two of it.")
        found.append(Wrong("words", most.format(n=MAX_WORDS)))
    found += [each for name in ("words", "unless", "near", "calmed_by") for each in _signs_only(name, values[name])]
    if isinstance(item, Phrases):
        return tuple(found)
    if values["means"]:
        several = [each for each in words if len(plain_words(each)) != 1]
        if several:
            said = translate("administration", "Another spelling is one word: split or take off “{word}”.")
            found.append(Wrong("words", said.format(word=several[0])))
        if not plain_words(str(values["means"])):
            found.append(Wrong("means", translate("administration", "Write the usual word here, in letters.")))
        return tuple(found)
    new = gather(values, item) if words else None
    twin = new is not None and new != item and new in rules.entries
    if twin:
        found.append(Wrong("words", translate("administration", "This very entry is on the list already.")))
    return tuple(found)


def _signs_only(name: str, value: Value) -> list[Wrong]:
    empty = [each for each in _lines(value) if not plain_words(each)]
    if not empty:
        return []
    said = translate("administration", "“{word}” has no letter or figure: take the line off.").format(word=empty[0])
    return [Wrong(name, said)]


def _lines(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
