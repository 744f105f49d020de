"""What each line of a timeline says, by its kind.

Why so long: one sentence per kind of line, all of them side by side.
"""

from __future__ import annotations

from console.domain.alarm import ANSWERED, NOT_TOLD, STEP, TAKEN, TOLD
from console.domain.place import Provenance
from console.domain.report import SourceKind
from console.domain.standing import BLOCK_AT
from console.domain.timeline import Entry
from console.domain.unit import Duty
from console.ui.attachments.claim_words import told_words
from console.ui.case.words import distance_words, outcome_word, provenance_word
from console.ui.nearby.words import nearby_worded
from console.ui.shift.words import alarm_line_words
from console.ui.texts.cases import category_word, finding_word, source_word, tick_list, try_word
from console.ui.texts.duties import duty_word
from console.ui.texts.language import translate
from console.ui.texts.refusals import filled
from console.ui.texts.unseen import one_line

_ALSO = {
    "report.forward": ("along",), "forward.sent": ("along",),
    "report.junk": ("fell",), "report.close": ("fell",), "report.file": ("late", "suggested"),
    "report.merge": ("orders",), "report.attach": ("orders",), "merge.joined": ("orders",),
    "report.redact": ("silenced",),
}  # fmt: skip
"""What is told behind a sentence where there is something to tell, by the kind of the line."""

_ALARM_LINES = (STEP, TOLD, NOT_TOLD, TAKEN, ANSWERED)


def timeline_words(entry: Entry) -> str:
    """The sentence of an entry without what a person wrote; an unknown kind is shown as its code."""
    if entry.kind in _ALARM_LINES:
        return alarm_line_words(entry)
    sentence = _sentences().get(entry.kind)
    if sentence is None:
        return one_line(entry.kind)
    words = {**entry.params, **_worded(entry.params)}
    also = (words.get(name, "") for name in _ALSO.get(entry.kind, ()))
    return " · ".join((filled(sentence, words), *filter(None, also)))


def _worded(params: dict[str, str]) -> dict[str, str]:
    """Codes among the params as words."""
    words: dict[str, str] = {}
    if "outcome" in params:
        words["outcome"] = _outcome_words(params)
    if params.get("channel") in set(SourceKind):
        words["channel"] = source_word(SourceKind(params["channel"]))
    for name in ("from", "to"):
        value = params.get(name, "")
        words[name] = f"P{value}" if value.isdigit() else category_word(value)
    words["status"] = _unit_steps().get(params.get("status", ""), params.get("status", ""))
    words["by"] = _means().get(params.get("by", ""), params.get("by", ""))
    words["sent"] = _sent_words(params)
    words["result"] = try_word(params.get("result", ""))
    words["safe"] = translate("timeline", "yes") if params.get("safe") == "yes" else translate("timeline", "no")
    seconds = params.get("answer_s", "")
    words["answer"] = (
        translate("timeline", "after {n} s").format(n=seconds) if seconds else translate("timeline", "not measured")
    )
    words["suggested"], words["along"] = _suggested_words(params), _along_words(params)
    words["of"] = params.get("of") or str(BLOCK_AT)
    words["moved"] = _moved_words(params)
    if params.get("duty") in set(Duty):
        words["duty"] = duty_word(Duty(params["duty"]))
    fell, orders = one_line(params.get("fell", "")), one_line(params.get("orders", ""))
    told = translate("timeline", "orders that waited fell: {units}").format(units=fell)
    came = translate("timeline", "waiting orders came along: {units}").format(units=orders)
    words["fell"], words["orders"] = told if fell else "", came if orders else ""
    if params.get("sure") in set(Provenance):
        words["sure"] = provenance_word(Provenance(params["sure"]))
    words["late"] = translate("timeline", "written down later") if params.get("late") == "yes" else ""
    for name in ("impose", "granted"):
        words[name] = translate("timeline", "yes") if params.get(name) == "yes" else translate("timeline", "no")
    words["what"] = _looked().get(params.get("what", ""), params.get("what", ""))
    for name in ("ticked", "unticked"):
        words[name] = tick_list(params.get(name, ""))
    words |= nearby_worded(params) | {"form": form_word(params.get("form", ""))}
    words["apart"] = told_words(params)
    words["silenced"] = translate("timeline", "silenced: {n}").format(n=params["silent"]) if "silent" in params else ""
    words["found"] = finding_word(params.get("finding", ""))
    words["op"] = _undone_words().get(params.get("op", ""), params.get("op", ""))
    return words


def _suggested_words(params: dict[str, str]) -> str:
    """What the words of a call suggested, and what was filed where a person chose otherwise."""
    if not (params.get("suggested") or params.get("suggested_priority")):
        return ""
    suggested = _matter_words(params.get("suggested", ""), params.get("suggested_priority", ""))
    filed = _matter_words(params.get("category", ""), params.get("priority", ""))
    if not params.get("chose"):
        return translate("timeline", "the words suggested {what}, taken over").format(what=suggested)
    words = translate("timeline", "the words suggested {what}, a person chose {chosen}")
    return words.format(what=suggested, chosen=filed)


def _along_words(params: dict[str, str]) -> str:
    """Which files went along with a forward, and which stayed behind."""
    numbers = {name: params.get(name, "").replace(",", ", ") for name in ("files", "behind")}
    along = translate("timeline", "with files {n}").format(n=numbers["files"]) if numbers["files"] else ""
    behind = translate("timeline", "without files {n}").format(n=numbers["behind"]) if numbers["behind"] else ""
    return " · ".join(part for part in (along, behind) if part)


def _matter_words(category: str, priority: str) -> str:
    words = (category_word(category) if category else "", f"P{priority}" if priority else "")
    return " ".join(word for word in words if word)


def _sent_words(params: dict[str, str]) -> str:
    """Who was sent, who goes later, and why fewer than may be sent."""
    parts = [params["units"]] if params.get("units") else []
    if params.get("later"):
        parts.append(translate("timeline", "for later: {units}").format(units=params["later"]))
    if params.get("fewer"):
        few = translate("timeline", "{people} of at least {fewest}: {why}")
        people, fewest = params.get("people", "?"), params.get("fewest", "?")
        parts.append(few.format(people=people, fewest=fewest, why=params["fewer"]))
    return " · ".join(parts)


def _moved_words(params: dict[str, str]) -> str:
    """Which kelurahan it was and is, how far apart, and who is to be told; what was typed stands below the line."""
    names = [one_line(params.get(name, "")) for name in ("before", "place")]
    parts = [" → ".join(dict.fromkeys(name for name in names if name)) or translate("timeline", "corrected")]
    if params.get("metres", "0") != "0":
        parts.append(distance_words(float(params["metres"])))
    if params.get("units"):
        parts.append(translate("timeline", "told: {units}").format(units=one_line(params["units"])))
    return " · ".join(parts)


def _outcome_words(params: dict[str, str]) -> str:
    """How it ended, with whom it was referred to, its LP number, and what a false report rests on."""
    found_by = {
        "scene": translate("timeline", "found at the scene"),
        "admission": translate("timeline", "admitted by the reporter"),
    }.get(params.get("found_by", ""), "")
    word = params.get("words", "") or outcome_word(params["outcome"])
    return " · ".join(part for part in (word, params.get("whom", ""), params.get("lp", ""), found_by) if part)


def _unit_steps() -> dict[str, str]:
    return {
        "read": translate("timeline", "read the order"),
        "accepted": translate("timeline", "accepted"),
        "en_route": translate("timeline", "en route"),
        "on_scene": translate("timeline", "on scene"),
        "done": translate("timeline", "done"),
        "cancelled": translate("timeline", "called back"),
    }


def _means() -> dict[str, str]:
    return {"radio": translate("timeline", "by radio"), "phone": translate("timeline", "by phone")}


def _looked() -> dict[str, str]:
    return {
        "identity": translate("timeline", "the reporter's identity"),
        "sensitive": translate("timeline", "the sensitive content"),
    }


def form_word(form: str) -> str:
    """How something of a case left the center."""
    return {
        "original": translate("timeline", "an original file"),
        "marked": translate("timeline", "a watermarked picture"),
        "pdf": translate("timeline", "the case file as PDF"),
        "zip": translate("timeline", "the case file as ZIP"),
    }.get(form, form)


def _undone_words() -> dict[str, str]:
    return {
        "report.claim": translate("timeline", "claim"),
        "report.release": translate("timeline", "release"),
        "report.priority": translate("timeline", "priority"),
        "report.category": translate("timeline", "category"),
        "report.dispatch": translate("timeline", "dispatch"),
        "report.junk": translate("timeline", "disposal"),
        "report.close": translate("timeline", "closing"),
        "report.forward": translate("timeline", "forward"),
        "report.callback_try": translate("timeline", "try to ring back"),
        "report.settle_doubt": translate("timeline", "word on a doubt"),
        "report.ticks": translate("timeline", "what is known"),
        "report.place": translate("timeline", "place"),
        "report.step": translate("timeline", "step"),
        "report.skip_step": translate("timeline", "skipped step"),
        "report.strike": translate("timeline", "strike"),
        "report.merge": translate("timeline", "merge"),
        "report.split": translate("timeline", "split"),
        "report.attach": translate("timeline", "adding to the large incident"),
        "report.ask_nearby": translate("timeline", "question nearby"),
        "report.incident": translate("timeline", "large incident"),
        "report.answer_alarm": translate("timeline", "answered alarm"),
    }


def _sentences() -> dict[str, str]:
    return {
        "received": translate("timeline", "Received: {channel}, {source}"),
        "answer": translate("timeline", "Reporter answers"),
        "files": translate("timeline", "{count} files received, SHA-256 noted"),
        "unit.read": translate("timeline", "{unit} read the order"),
        "unit.accepted": translate("timeline", "{unit} accepts"),
        "unit.en_route": translate("timeline", "{unit} en route"),
        "unit.on_scene": translate("timeline", "{unit} on scene"),
        "unit.done": translate("timeline", "{unit} done"),
        "forward.sent": translate("timeline", "E-mail to {agency} delivered to its server"),
        "forward.failed": translate("timeline", "E-mail to {agency} not delivered yet, try {tries}"),
        "lease.freed": translate("timeline", "Claim freed by signing out"),
        "report.claim": translate("timeline", "Claimed"),
        "report.release": translate("timeline", "Released"),
        "report.break_claim": translate("timeline", "Taken off {holder}"),
        "report.ask": translate("timeline", "Question to the reporter ({channel})"),
        "report.note": translate("timeline", "Note"),
        "report.priority": translate("timeline", "Priority {from} → {to}"),
        "report.category": translate("timeline", "Category {from} → {to}"),
        "report.safe_to_contact": translate("timeline", "Safe to contact: {safe}"),
        "report.dispatch": translate("timeline", "Dispatched {sent}"),
        "report.start_order": translate("timeline", "{unit}: the order that waited begins, started at the desk"),
        "unit.duty": translate("timeline", "{unit}: {duty}"),
        "unit.undo_duty": translate("timeline", "{unit}: duty undone"),
        "order.started": translate("timeline", "{unit}: the order that waited begins"),
        "order.stacked": translate("timeline", "{unit} is busy at its hour: goes after {number}"),
        "order.off_duty": translate("timeline", "{unit} is off duty at its hour: send another"),
        "report.cancel_dispatch": translate("timeline", "{unit} called back"),
        "report.unit_status": translate("timeline", "{unit} {status} ({by})"),
        "report.junk": translate("timeline", "Disposed of: {outcome}"),
        "report.close": translate("timeline", "Closed: {outcome}"),
        "report.reopen": translate("timeline", "Reopened"),
        "report.forward": translate("timeline", "Forwarded to {agency}"),
        "report.confirm_forward": translate("timeline", "{agency} takes it: {who} ({by})"),
        "report.read": translate("timeline", "Marked read"),
        "report.look": translate("timeline", "Looked at {what}"),
        "report.approve": translate("timeline", "Approved by supervisor"),
        "report.return": translate("timeline", "Returned by supervisor"),
        "report.undo": translate("timeline", "Undone: {op}"),
        "report.callback_try": translate("timeline", "Rang back, try {try}: {result}"),
        "callback.rang": translate("timeline", "The number came again: {rang} times by now"),
        "report.file": translate("timeline", "Taken at the desk: {channel}, answered {answer}"),
        "report.caller": translate("timeline", "Caller noted"),
        "report.place": translate("timeline", "Place: {moved} ({sure})"),
        "unit.placed": translate("timeline", "{unit} says where it is: {moved}"),
        "unit.place_seen": translate("timeline", "{unit} has the corrected place before him"),
        "report.ticks": translate("timeline", "Ticked: {ticked} · no longer: {unticked}"),
        "report.step": translate("timeline", "Done: {step}"),
        "report.flag_hazard": translate("timeline", "Warning flag until {until}"),
        "report.end_hazard": translate("timeline", "Warning flag taken down: {words}"),
        "report.skip_step": translate("timeline", "Skipped: {step}"),
        "report.confirm_safe": translate("timeline", "{units}: officers are safe ({by})"),
        "report.strike": translate("timeline", "Strike {strikes}/{of} for {outcome}"),
        "report.overturn_strike": translate("timeline", "Strike taken back"),
        "report.decide_block": translate("timeline", "Reporter blocked: {impose}"),
        "report.lift_block": translate("timeline", "Block lifted"),
        "report.decide_appeal": translate("timeline", "Appeal granted: {granted}"),
        "appeal": translate("timeline", "Reporter appeals"),
        "report.pause": translate("timeline", "Clocks stopped"),
        "report.resume": translate("timeline", "Clocks run on"),
        "report.offer": translate("timeline", "Offered to {to_name}"),
        "report.assign": translate("timeline", "Assigned to {to_name}"),
        "report.accept_offer": translate("timeline", "Taken over from {by_name}, as agreed"),
        "report.end_offer": translate("timeline", "Hand-over to {to_name} ended"),
        "report.transfer": translate("timeline", "Passed to {post} ({phone})"),
        "report.accept_transfer": translate("timeline", "{post} takes it: {who} ({by})"),
        "report.end_transfer": translate("timeline", "{post} does not take it"),
        "report.merge": translate("timeline", "Merged into {into}"),
        "report.attach": translate("timeline", "Added to the large incident {into}"),
        "report.split": translate("timeline", "Split off from {into}"),
        "report.incident": translate("timeline", "Large incident: {title}, led by {lead}"),
        "report.end_incident": translate("timeline", "No large incident any more"),
        "report.tell": translate("timeline", "Message to the reporters of {reports} reports"),
        "report.ask_nearby": translate("timeline", "Asked nearby: {sources}, within {radius}, for {minutes} minutes"),
        "report.withdraw_ask": translate("timeline", "Question nearby withdrawn"),
        "report.nearby_filed": translate("timeline", "Answer filed as {number}"),
        "report.file_claim": translate("timeline", "File {file} says that it was made {apart}"),
        "report.settle_doubt": translate("timeline", "Doubt about file {file}: {found}"),
        "nearby.taken": translate("timeline", "Question handed to {source}"),
        "nearby.answer": translate("timeline", "Somebody nearby ({source}){where}: {seen}"),
        "merge.joined": translate("timeline", "{number} merged into this case"),
        "merge.left": translate("timeline", "{number} split off"),
        "merge.told": translate("timeline", "Message to the reporter, sent while merged"),
        "merge.answer": translate("timeline", "Reporter of {number} answers"),
        "merge.forward": translate("timeline", "{number}: e-mail to {agency} not delivered yet, try {tries}"),
        "merge.files": translate("timeline", "Files for {number} received"),
        "report.open_file": translate("timeline", "File {files} opened"),
        "report.attach_file": translate("timeline", "File {file} attached"),
        "report.withdraw_file": translate("timeline", "File {file} given up: it was never sent"),
        "file.arrived": translate("timeline", "File {file} is whole at the server"),
        "file.infected": translate("timeline", "File {file} carries a virus ({found}): nobody can open it"),
        "report.redact": translate("timeline", "File {files} redacted in a copy · boxes: {count}"),
        "report.export": translate("timeline", "Taken out: {form}"),
        "sos.again": translate("timeline", "{unit} calls for help again"),
        "unit.safe": translate("timeline", "{unit}: we are safe (own page)"),
        "sos.safe": translate("timeline", "{unit} says: I am safe"),
    }
