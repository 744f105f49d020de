"""Words of a suggestion: what the text says, what it suggests, and what danger it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from console.desk.case import CaseView
from console.desk.elsewhere import Elsewhere
from console.desk.triage import Suggestion
from console.ui.case.words import distance_words
from console.ui.texts.cases import category_word
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line


def quoted(words: Iterable[str]) -> str:
    """The reporter's own words, each in quotation marks: “kcelakaan” “berdarah”."""
    return " ".join(f"“{one_line(word)}”" for word in words)


def offer_words(suggestion: Suggestion) -> str:
    """What would be taken over: 'Traffic accident · P1'; '' when nothing differs."""
    parts = [category_word(suggestion.category)] if suggestion.category else []
    return " · ".join([*parts, *([f"P{suggestion.priority}"] if suggestion.priority else [])])


def spoken_words(suggestion: Suggestion) -> str:
    """The words that count, with those marked that nobody checked; a covered case names none."""
    if not suggestion.words:
        return translate("suggestion", "words of the covered text") if suggestion.danger or suggestion.differs else ""
    return " ".join(f"“{one_line(word)}”" + ("?" if word in suggestion.unchecked else "") for word in suggestion.words)


def explained_words(suggestion: Suggestion) -> str:
    """Which of them say what, for the hover."""
    lines = [translate("suggestion", "Words of the text that the site's word rules know.")]
    if suggestion.words:
        lines.append(spoken_words(suggestion))
    if suggestion.life:
        lines.append(translate("suggestion", "Danger to life: {words}").format(words=quoted(suggestion.life)))
    if suggestion.unchecked:
        words = translate("suggestion", "Not yet checked by a speaker of the language (?): {words}")
        lines.append(words.format(words=quoted(suggestion.unchecked)))
    return "\n".join(lines)


def danger_words(view: CaseView) -> str:
    """What a confirm strip says before a report with a word of danger is disposed of; '' when there is none."""
    suggestion = view.suggestion
    if suggestion is None or not suggestion.danger:
        return ""
    if not suggestion.life:
        return translate("suggestion", "The covered text holds a word of danger to life.")
    return translate("suggestion", "The text says {words}.").format(words=quoted(suggestion.life))


def elsewhere_words(elsewhere: Elsewhere) -> str:
    """The red line beside Dispatch: which place the text names, and how far from it the coordinates lie."""
    words = translate("suggestion", "The text names {name}, {distance} from the coordinates. Ask where it is.")
    return words.format(name=one_line(elsewhere.name), distance=distance_words(elsewhere.distance_m))


def photo_words(far: Mapping[int, float]) -> str:
    """Which photos were taken elsewhere, by their number in the row, and how far off the nearest of them."""
    words = translate("suggestion", "Photo {n} was taken {distance} from the reported place. Ask where it is.")
    return _far_words(words, far)


def file_words(far: Mapping[int, float]) -> str:
    """As `photo_words`, where films or sounds are among them."""
    words = translate("suggestion", "File {n} was made {distance} from the reported place. Ask where it is.")
    return _far_words(words, far)


def _far_words(words: str, far: Mapping[int, float]) -> str:
    numbers = ", ".join(str(number) for number in sorted(far))
    return words.format(n=numbers, distance=distance_words(min(far.values())))
