"""What was just decided, in the words of the toast."""

from __future__ import annotations

from console.domain import acts
from console.domain.acts import Act
from console.domain.unit import Duty
from console.ui.texts.cases import category_word, finding_word
from console.ui.texts.duties import duty_word
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line


def done_words(act: Act, number: str) -> str:
    """One sentence naming the report and what was decided on it."""
    return _sentence(act).format(number=number, n=_count(act), what=_what(act))


def undone_words(act: Act, number: str) -> str:
    """One sentence naming what was taken back."""
    return translate("toast", "Undone: {what}").format(what=done_words(act, number))


def _count(act: Act) -> int:
    return len(act.unit_ids) if isinstance(act, acts.DispatchUnits) else 0


def _what(act: Act) -> str:
    if isinstance(act, acts.JunkCase):
        return {
            "prank": translate("toast", "prank"),
            "test": translate("toast", "test"),
            "wrong_number": translate("toast", "wrong number"),
        }.get(act.outcome, act.outcome)
    if isinstance(act, acts.SettleDoubt):
        return finding_word(act.finding)
    if isinstance(act, acts.SetDuty):
        return duty_word(Duty(act.duty))
    if isinstance(act, acts.SetCategory):
        return category_word(act.category)
    if isinstance(act, acts.OfferCase | acts.AssignCase):
        return one_line(act.to_name)
    if isinstance(act, acts.TransferCase):
        return one_line(act.name)
    if isinstance(act, acts.AcceptTransfer):
        return one_line(act.accepted_by)
    if isinstance(act, acts.AnswerAlarm):
        return one_line(act.name)
    if isinstance(act, acts.MakeIncident):
        return one_line(act.title)
    return f"P{act.priority}" if isinstance(act, acts.SetPriority) else ""


def _sentence(act: Act) -> str:
    return {
        acts.ClaimCase: translate("toast", "{number} claimed."),
        acts.ReleaseCase: translate("toast", "{number} given back to the queue."),
        acts.BreakClaim: translate("toast", "{number} taken off its holder."),
        acts.AskReporter: translate("toast", "{number}: question sent to the reporter."),
        acts.AddNote: translate("toast", "{number}: note added."),
        acts.SetPriority: translate("toast", "{number}: priority {what}."),
        acts.SetCategory: translate("toast", "{number}: category {what}."),
        acts.SetSafeToContact: translate("toast", "{number}: safe to contact changed."),
        acts.DispatchUnits: translate("toast", "{number}: {n} sent."),
        acts.CancelDispatch: translate("toast", "{number}: unit called back."),
        acts.SetUnitStatus: translate("toast", "{number}: unit's answer recorded."),
        acts.JunkCase: translate("toast", "{number} disposed of: {what}."),
        acts.CloseCase: translate("toast", "{number} closed."),
        acts.ReopenCase: translate("toast", "{number} reopened."),
        acts.ForwardCase: translate("toast", "{number}: forward leaves in 10 s."),
        acts.ConfirmForward: translate("toast", "{number}: agency's answer recorded."),
        acts.MarkRead: translate("toast", "{number}: answer read."),
        acts.Look: translate("toast", "{number}: look recorded."),
        acts.ApproveCase: translate("toast", "{number} approved."),
        acts.ReturnCase: translate("toast", "{number} returned to the operator."),
        acts.RecordTry: translate("toast", "{number}: try to ring back recorded."),
        acts.Undo: translate("toast", "{number}: undone."),
        acts.FileReport: translate("toast", "{number} filed."),
        acts.SetCaller: translate("toast", "{number}: caller noted."),
        acts.SetPlace: translate("toast", "{number}: place corrected; units under way see it."),
        acts.TickFacts: translate("toast", "{number}: what is known changed."),
        acts.FlagHazard: translate("toast", "{number}: warning flag set."),
        acts.EndHazard: translate("toast", "{number}: warning flag taken down."),
        acts.TickStep: translate("toast", "{number}: step done."),
        acts.SkipStep: translate("toast", "{number}: step skipped."),
        acts.ConfirmSafe: translate("toast", "{number}: officers are safe."),
        acts.StrikeReporter: translate("toast", "{number}: counted as a strike."),
        acts.OverturnStrike: translate("toast", "{number}: strike taken back."),
        acts.DecideBlock: translate("toast", "{number}: decided on the block."),
        acts.LiftBlock: translate("toast", "{number}: block lifted."),
        acts.DecideAppeal: translate("toast", "{number}: appeal decided."),
        acts.PauseClock: translate("toast", "{number}: clocks stopped."),
        acts.ResumeClock: translate("toast", "{number}: clocks run on."),
        acts.OfferCase: translate("toast", "{number} offered to {what}; yours until accepted."),
        acts.AssignCase: translate("toast", "{number} assigned to {what}."),
        acts.AcceptOffer: translate("toast", "{number} is yours now."),
        acts.EndOffer: translate("toast", "{number}: hand-over ended."),
        acts.TransferCase: translate("toast", "{number} passed to {what}; ours until they accept."),
        acts.AcceptTransfer: translate("toast", "{number}: taken by {what}."),
        acts.EndTransfer: translate("toast", "{number}: not taken by the other post."),
        acts.MergeCase: translate("toast", "{number} merged."),
        acts.SplitCase: translate("toast", "{number} split off; it is in the queue again."),
        acts.MakeIncident: translate("toast", "{number} is a large incident: {what}."),
        acts.EndIncident: translate("toast", "{number} is no large incident any more."),
        acts.AddToIncident: translate("toast", "{number} added to the large incident."),
        acts.StartOrder: translate("toast", "{number}: the order that waited begins."),
        acts.SetDuty: translate("toast", "{number}: {what}."),
        acts.UndoDuty: translate("toast", "{number}: undone."),
        acts.TellReporters: translate("toast", "{number}: message sent to all its reporters."),
        acts.AskNearby: translate("toast", "{number}: question leaves in 10 s."),
        acts.WithdrawAsk: translate("toast", "{number}: question withdrawn."),
        acts.NoteAnswerFiled: translate("toast", "{number}: answer filed as a report of its own."),
        acts.OpenFile: translate("toast", "{number}: opening of a file recorded."),
        acts.RedactFile: translate("toast", "{number}: redacted copy made."),
        acts.ExportCase: translate("toast", "{number}: export recorded."),
        acts.WithdrawFile: translate("toast", "{number}: the unsent file is given up."),
        acts.AttachFile: translate("toast", "{number}: file attached; it is sent by itself."),
        acts.AnswerAlarm: translate("toast", "{number}: {what} takes the alarm."),
        acts.SettleDoubt: translate("toast", "{number}: doubt about a file settled ({what})."),
        acts.TellFileClaim: translate("toast", "{number}: told what a file says of itself."),
    }[type(act)]
