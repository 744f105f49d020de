"""Why a decision does not stand, and what to do: one sentence each."""

from __future__ import annotations

from console.domain.decision import Reason, Refusal
from console.ui.texts.language import spoken_code, translate
from console.ui.texts.unseen import one_line


class _Params(dict[str, str]):
    """A param the server did not send is an ellipsis, never an error on the screen."""

    def __missing__(self, key: str) -> str:
        return "…"


def filled(sentence: str, params: dict[str, str]) -> str:
    """The sentence with its {params}; names and numbers of others are shown with unseen characters visible."""
    return sentence.format_map(_Params({key: one_line(str(value)) for key, value in params.items()}))


def refusal_words(refusal: Refusal) -> str:
    """The refusal in the language spoken now."""
    params = refusal.params
    if spoken_code() == "en" and params.get("step_en"):
        params = {**params, "step": params["step_en"]}
    return filled(_sentences()[refusal.reason], params)


def _sentences() -> dict[Reason, str]:
    return {
        Reason.NOT_FOUND: translate("refusal", "This report is no longer at this desk."),
        Reason.ROLE_FORBIDDEN: translate("refusal", "Your role may not do this. Ask a supervisor."),
        Reason.SESSION_REVOKED: translate("refusal", "Your sign-in had been revoked. Sign in again and decide anew."),
        Reason.SESSION_TOO_OLD: translate("refusal", "Your sign-in is over 7 days old. Sign in again and decide anew."),
        Reason.CLAIMED_BY_OTHER: translate("refusal", "{holder} holds {number}. Ask them or a supervisor."),
        Reason.NEVER_NEARBY: translate(
            "refusal", "{number} is a sensitive case: nothing of it is ever asked nearby. Send an officer."
        ),
        Reason.NEEDS_COORDINATES: translate("refusal", "{number} has no coordinates. Find out where it is first."),
        Reason.TOO_MANY_ASKS: translate(
            "refusal", "{n} questions stand nearby already. Withdraw one, or wait until one has ended."
        ),
        Reason.HOLDS_NUMBER: translate(
            "refusal", "The text holds what looks like a phone or identity number. Take it out."
        ),
        Reason.QUOTES_REPORTER: translate(
            "refusal", "The question repeats the reporter's words. Tick that they may leave, or ask in your own."
        ),
        Reason.NOT_ASKABLE: translate("refusal", "{source} cannot be asked now. Choose another source."),
        Reason.ASK_EXPIRED: translate(
            "refusal", "The question had run out before it could be sent. Ask again if it still matters."
        ),
        Reason.ASK_NOT_OPEN: translate("refusal", "This question has ended already."),
        Reason.NOT_CLAIMED: translate("refusal", "You do not hold {number}. Claim it first."),
        Reason.STALE_LEASE: translate("refusal", "Your claim on {number} had run out. Look again and decide anew."),
        Reason.HOLDER_SILENT: translate("refusal", "{holder} holds {number} but fell silent. Take it over first."),
        Reason.LEASE_RUN_OUT: translate(
            "refusal", "Your claim on {number} was not confirmed for too long. Claim it again to go on."
        ),
        Reason.CHANGED_MEANWHILE: translate("refusal", "{by} changed {number} meanwhile. Look again and decide anew."),
        Reason.ALREADY_ENDED: translate("refusal", "Already ended by {by}. Reopen it to go on."),
        Reason.NOT_ENDED: translate("refusal", "{number} has not ended yet."),
        Reason.UNIT_BUSY: translate("refusal", "{unit} is on another case. Choose another unit."),
        Reason.UNIT_OFF_DUTY: translate("refusal", "{unit} is off duty. Choose another unit."),
        Reason.UNIT_STACK_FULL: translate(
            "refusal", "{n} orders wait for {unit} already. Choose another unit, or send one of them elsewhere."
        ),
        Reason.TOO_FEW_SENT: translate(
            "refusal", "{sent} sent to {number}, at least {fewest} must go. Tick one more, or say why fewer go."
        ),
        Reason.TIME_NOT_AHEAD: translate("refusal", "That time has passed or lies too far ahead. Choose another."),
        Reason.ORDER_NOT_DUE: translate("refusal", "{unit} does not go there next: another order of it comes first."),
        Reason.UNIT_ON_CASE: translate("refusal", "{unit} is on {number}. End its order there first."),
        Reason.UNIT_NOT_ASSIGNED: translate("refusal", "{unit} is not on this case."),
        Reason.UNITS_STILL_ASSIGNED: translate("refusal", "Units are still on the case. Let them go when closing."),
        Reason.ILLEGAL_STATUS: translate("refusal", "That step does not follow the unit's present one."),
        Reason.EMPTY_TEXT: translate("refusal", "Write a text first."),
        Reason.BAD_VALUE: translate("refusal", "The value of {field} cannot be used."),
        Reason.NOTHING_TO_UNDO: translate("refusal", "There is nothing left to undo."),
        Reason.TOO_LATE_TO_UNDO: translate("refusal", "Too late to undo: it has taken effect."),
        Reason.NOT_REACHABLE: translate("refusal", "The reporter cannot be reached through his channel."),
        Reason.NOT_SAFE_TO_CONTACT: translate("refusal", "Sensitive case: tick 'safe to contact' first."),
        Reason.PROTECTED_FROM_JUNK: translate(
            "refusal", "{number} is on the call-back list: ring back (B) and record it, then close (E)."
        ),
        Reason.NEEDS_CALLBACK: translate(
            "refusal", "Nobody rang back on {number} yet. Record a try (B), or close it with a reason."
        ),
        Reason.NOT_ON_CALLBACK_LIST: translate("refusal", "{number} is not on the call-back list."),
        Reason.NEEDS_WHOM: translate("refusal", "Say to whom {number} is referred."),
        Reason.NEEDS_LP_NUMBER: translate("refusal", "Write the number of the police report (LP) of {number}."),
        Reason.NEEDS_FINDING: translate(
            "refusal", "A false report needs what was found at the scene, or the reporter's own admission."
        ),
        Reason.MERGED_AWAY: translate("refusal", "{number} was merged into {into}: go on there, or split it off."),
        Reason.PARENT_MERGED: translate("refusal", "{by} has merged {number} into {into}. Merge into {into} instead."),
        Reason.PARENT_ENDED: translate("refusal", "{number} has ended. Close this one as a double report instead."),
        Reason.NOT_MERGED: translate("refusal", "{number} is not merged into another case any more."),
        Reason.HAS_CHILDREN: translate("refusal", "{n} reports were merged into {number}. Split them off first."),
        Reason.NOT_INCIDENT: translate("refusal", "{number} is no large incident any more. Merge instead (G)."),
        Reason.OWN_MATTER: translate(
            "refusal", "{number} stays in the queue: “{words}”. Merge it by hand (G) if it is the same."
        ),
        Reason.OWN_REVIEW: translate("refusal", "Nobody reviews a case of his own."),
        Reason.CLOCK_STANDS: translate("refusal", "The clocks of {number} stand already."),
        Reason.CLOCK_RUNS: translate("refusal", "The clocks of {number} are running."),
        Reason.ALREADY_THEIRS: translate("refusal", "{holder} holds {number} already."),
        Reason.OFFER_OPEN: translate("refusal", "{number} is offered to {to}. Take the offer back first."),
        Reason.NO_OFFER: translate("refusal", "{number} is not offered to you any more."),
        Reason.TRANSFER_OPEN: translate("refusal", "{number} was passed to {to} already. Record their word first."),
        Reason.OFFICER_IN_DANGER: translate(
            "refusal", "An officer asks for help: only he or a supervisor with a reason ends {number}."
        ),
        Reason.NEVER_STRIKES: translate("refusal", "{number} did not end in a way that counts against anybody."),
        Reason.REPORTER_UNKNOWN: translate("refusal", "Nobody is known by account or number on {number}."),
        Reason.ALREADY_STRUCK: translate("refusal", "{number} has been judged already; it counts once."),
        Reason.NOT_STRUCK: translate("refusal", "No strike stands for {number}."),
        Reason.NOT_PROPOSED: translate("refusal", "No block is proposed for this reporter any more."),
        Reason.NOT_BLOCKED: translate("refusal", "This reporter is not blocked."),
        Reason.APPEAL_ANSWERED: translate("refusal", "This appeal has been decided already."),
        Reason.OWN_VERDICT: translate("refusal", "Nobody decides on what he ruled himself. Ask another supervisor."),
        Reason.UNKNOWN_OP: translate("refusal", "The server does not know this act. It needs an update."),
        Reason.STEP_MISSING: translate(
            "refusal", "Before closing: {step}. Do it or skip it with a reason (L). Steps left besides: {more}."
        ),
        Reason.NOTHING_TO_FLAG: translate(
            "refusal", "{number} has no place or no known reporter to warn of."
        ),
        Reason.STEP_DONE: translate("refusal", "That step is done already."),
        Reason.NO_ALARM: translate("refusal", "No alarm of {number} has reached anybody yet."),
        Reason.LOOK_FIRST: translate(
            "refusal", "{number} is a sensitive case: open its content with a reason first."
        ),
        Reason.FILE_THERE: translate("refusal", "This very file is on {number} already."),
        Reason.TOO_MANY_FILES: translate("refusal", "A case holds at most {most} files; this one is full."),
        Reason.FILES_TOO_LARGE: translate(
            "refusal", "The files are {size} MB together; this center forwards at most {most} MB at once. Untick some."
        ),
        Reason.FILE_STAYS: translate("refusal", "The virus scanner found something in file {file}: it cannot leave."),
        Reason.OTHER: translate("refusal", "The server's reason is new to this console. Update it, then look again."),
    }
