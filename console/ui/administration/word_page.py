"""Word rules: words that speak for category and priority, tried before they are saved."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.desk.administration_book import tried
from console.desk.administration_changes import Put, SetWhole
from console.desk.administration_files import export_words, import_words
from console.domain.triage import Language, Triage, WordEntry, WordRules
from console.ui import theme
from console.ui.administration import word_items as items
from console.ui.administration.filed_page import FiledPage, FileWay
from console.ui.administration.list_spec import Column, Filter, ListSpec
from console.ui.administration.page import PageParts
from console.ui.administration.try_field import TryField
from console.ui.administration.word_items import Phrases, WordItem
from console.ui.texts.cases import category_word
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line

_JSON: FileWay[WordRules, WordRules] = FileWay(
    pattern="JSON (*.json)", suffix="json", write=export_words, read=import_words
)
_REGIONAL = frozenset({Language.JAVANESE, Language.SUNDANESE, Language.BATAK})


class WordPage(FiledPage[WordRules, WordItem, WordRules]):
    """Files in and out, and a field to try the rules."""

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, word_spec(parts), _JSON, parent)
        self.trying = TryField()
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(4))
        rows.addWidget(self.trying)
        self.frame.left.insertWidget(self.frame.left.count() - 1, holder)
        self.trying.asked.connect(self._try)
        self.editor.form.edited.connect(self.trying.ask)

    def stop(self) -> None:
        """End what waits."""
        self.trying.stop()

    def _try(self, text: str) -> None:
        rules = self.thing
        if rules is None:
            return
        wanted = self._with_form(rules)
        self.parts.background.ask(self, lambda: (tried(text, wanted), tried(text, rules)), self._tried, topic="try")

    def _with_form(self, rules: WordRules) -> WordRules:
        """The rules as they would be if what is typed were saved; as they are while it cannot be."""
        values = self.editor.form.values() if self.editor.isVisible() else None
        if values is None or not self.unsaved() or self.spec.wrong(values, self.item, rules):
            return rules
        return Put(items.SHAPE, self.item, self.spec.gather(values, self.item)).made(rules) or rules

    def _tried(self, found: tuple[Triage | None, Triage | None]) -> None:
        self.trying.show_result(*found)

    def _offer(self, wanted: WordRules) -> None:
        rules = self.thing
        if rules is None:
            return
        new = len(set(wanted.entries) - set(rules.entries))
        gone = len(set(rules.entries) - set(wanted.entries))
        said = translate(
            "administration",
            "The file has {all} entries: {new} new or changed, {gone} of today's would go. Replace all?",
        ).format(all=len(wanted.entries), new=new, gone=gone)
        self.editor.setVisible(True)
        self.editor.message.tell(
            lambda: said,
            "warn",
            (
                (lambda: translate("administration", "Replace all"), lambda: self._replace(rules, wanted)),
                (lambda: translate("administration", "Keep the list"), lambda: None),
            ),
        )

    def _replace(self, rules: WordRules, wanted: WordRules) -> None:
        self._change(SetWhole(rules, wanted), None)


def word_spec(parts: PageParts) -> ListSpec[WordRules, WordItem]:
    """Columns, form and pills of the word rules."""
    return ListSpec(
        edited=parts.office.lists.words,
        shape=items.SHAPE,
        columns=(
            Column(id="words", head=lambda: translate("administration", "Words"), text=_words),
            Column(id="says", head=lambda: translate("administration", "Say"), text=_says, width_px=190),
            Column(id="priority", head=lambda: translate("administration", "At least"), text=_priority, width_px=64),
            Column(id="language", head=lambda: translate("administration", "Language"), text=_language, width_px=112),
            Column(
                id="checked",
                head=lambda: translate("administration", "Checked"),
                text=_checked,
                width_px=112,
                tone=_tone,
            ),
        ),
        fields=items.fields(),
        spread=items.spread,
        gather=items.gather,
        wrong=items.wrong,
        title=items.title,
        edit_label=items.edit_label,
        name=lambda: translate("administration", "Word rules"),
        about=lambda: translate(
            "administration",
            "Words in a report that suggest its category and priority. They suggest; a person decides.",
        ),
        fresh=items.fresh,
        add_words=lambda: translate("administration", "New entry"),
        removal=lambda: translate("administration", "Take off…"),
        why_stays=_why_stays,
        filters=(
            Filter(id="all", words=lambda: translate("administration", "All"), shows=lambda _item: True),
            Filter(
                id="unchecked",
                words=lambda: translate("administration", "Not checked by a speaker"),
                shows=_is_unchecked,
            ),
            Filter(id="life", words=lambda: translate("administration", "Danger to life"), shows=_is_danger),
            Filter(id="spelling", words=lambda: translate("administration", "Other spellings"), shows=_is_spelling),
        ),
        shown=items.shown,
    )


def _words(item: WordItem) -> str:
    if isinstance(item, Phrases):
        return items.phrases_word(item.name)
    return one_line(", ".join(item.words))


def _says(item: WordItem) -> str:
    if isinstance(item, Phrases):
        return translate("administration", "{n} phrases").format(n=len(item.phrases))
    if item.means:
        return f"= {one_line(item.means)}"
    if item.category:
        return f"{category_word(item.category)} {item.weight}"
    return translate("administration", "danger") if item.life else "—"


def _priority(item: WordItem) -> str:
    return f"P{item.priority}" if isinstance(item, WordEntry) and item.priority else ""


def _language(item: WordItem) -> str:
    return items.language_word(item.language) if isinstance(item, WordEntry) else ""


def _checked(item: WordItem) -> str:
    if isinstance(item, Phrases):
        return ""
    return translate("administration", "checked") if item.checked else translate("administration", "not checked")


def _tone(item: WordItem) -> str:
    if isinstance(item, Phrases) or item.checked:
        return ""
    return "warn" if item.language in _REGIONAL else "muted"


def _is_unchecked(item: WordItem) -> bool:
    return isinstance(item, WordEntry) and not item.checked


def _is_danger(item: WordItem) -> bool:
    return isinstance(item, WordEntry) and item.life


def _is_spelling(item: WordItem) -> bool:
    return isinstance(item, WordEntry) and bool(item.means)


def _why_stays(item: WordItem) -> str:
    if isinstance(item, Phrases):
        return translate("administration", "This list of phrases always stands; it may be empty.")
    return ""
