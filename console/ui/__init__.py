"""Qt: shows what the desk answers, collects what people decide.

How the pieces are used:

Looks      `theme.dress(app, resources, "dark", 100)` once at start and at each switch. Colours: `theme.colour("late")`,
           `theme.palette()`; lengths: `theme.px(8)`; fonts: `theme.font(15, bold=True)`. Ordinary widgets are styled by
           resources/style/console.qss through properties: `SafeLabel(..., role="muted")`, `Chip(..., tone="p1")`,
           `PlainButton(..., tone="primary")`. Self-painting widgets ask the theme in paintEvent and need nothing else.
Icons      `icons.pixmap("traffic_accident", 16, "muted")`, `icons.icon("bell", "bad")`; add names to ICONS.
Words      Source strings are English inside `translate("context", "text")` of ui/texts/language.py; Indonesian is in
           resources/translations/console_id.ts (read as it is; tests/house demands all). Give widgets
           *callables* for words of ours, so that a language switch reaches them:
           `SafeLabel(lambda: translate("case", "Place"), role="section")`, `label.say(lambda: ...)`,
           `PlainButton(lambda: translate("case", "Claim"), self._claim)`; plain strings are facts. Anything else:
           `Spoken(widget, self._say)` calls `_say` now and after every switch. Qt's own texts (Undo, Copy …)
           are in qt_id.ts. `name_widget(w, words)` gives the accessible name every interactive widget needs.
           Codes: texts/cases.py, refusals.py, faults.py, times.py. Reporter's text: `unseen.one_line`, `unseen.seen`.
Widgets    widgets/: SafeLabel ElidedLabel safe_tip restyle · Chip · KeyCap · PlainButton · Panel Card Line PanelHeader
           EmptyState LoadingState · FlowLayout (for chips). Tooltips always through safe_tip / .tip().
Desk       `background.ask(self, lambda: desk.case.view(id), self._show, self._failed, topic="case")`: runs on a worker,
           answers on the GUI thread; dropped when self is gone or asked the same topic again.
News       `relay.changed.connect(self._take)` gives `Changes` (ids, merged bursts); ask 'does it concern me?' first.
           Other callbacks from threads: `Courier()` (`port.subscribe(courier.take)`, `courier.arrived.connect(...)`).
Selection  `selection.select(id)`, `selection.changed`, `selection.stood_ms`: queue, case and map share one.
Deciding   `deciding.decide(act, report_id, place=self)`: background, toast with undo, refusal shown where `place` says;
           `deciding.decided/refused/failed` signals. Keys of the decision bar: keys.py guards them.
"""
