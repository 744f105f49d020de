"""How each act stands to the lease, the version and the end of a case."""

from __future__ import annotations

from dataclasses import dataclass, replace

from console.domain import acts
from console.domain.acts import OP_OF, Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """How an act stands to lease, version and end of a case; what is left out is False.

    `lease_free`: needs no lease, since it takes nothing from whoever holds the case. `over_holder`: acts over
    another's claim. `on_lease`: about the lease itself, so a desk may do it whose own has run down. `unbased`: stands
    whatever happened meanwhile, so it carries no base version. `unguarded`: sets no state others build upon, so the
    version stays. `on_ended`: also on an ended case. `supervisor`: nobody else's. `undoable`: within UNDO_WITHIN.
    `founding`: makes the report it is about. `on_merged`: also on a report merged away into another. `reading`: the
    trace that whoever reads leaves behind, so those who oversee leave it too.
    """

    lease_free: bool = False
    over_holder: bool = False
    on_lease: bool = False
    unbased: bool = False
    unguarded: bool = False
    on_ended: bool = False
    supervisor: bool = False
    undoable: bool = False
    founding: bool = False
    on_merged: bool = False
    reading: bool = False


_REMARK = Traits(lease_free=True, unbased=True, unguarded=True, on_ended=True, on_merged=True)
_REVIEW = Traits(over_holder=True, on_ended=True, supervisor=True)
_STATE = Traits(undoable=True)
_STANDING = Traits(lease_free=True, unbased=True, unguarded=True, on_ended=True, supervisor=True)

TRAITS: dict[type[Act], Traits] = {
    acts.ClaimCase: Traits(on_lease=True, undoable=True),
    acts.ReleaseCase: Traits(on_lease=True, undoable=True),
    acts.BreakClaim: Traits(over_holder=True, on_lease=True, supervisor=True),
    acts.AskReporter: Traits(unbased=True, unguarded=True, on_merged=True),
    acts.AddNote: _REMARK,
    acts.SetPriority: _STATE,
    acts.SetCategory: _STATE,
    acts.SetSafeToContact: Traits(on_merged=True),
    acts.DispatchUnits: _STATE,
    acts.CancelDispatch: Traits(),
    acts.SetUnitStatus: Traits(unbased=True, unguarded=True),
    acts.JunkCase: _STATE,
    acts.CloseCase: _STATE,
    acts.ReopenCase: Traits(over_holder=True, on_lease=True, on_ended=True),
    acts.ForwardCase: _STATE,
    acts.ConfirmForward: Traits(lease_free=True, unbased=True, unguarded=True, on_merged=True),
    acts.MarkRead: _REMARK,
    acts.Look: _REMARK,
    acts.ApproveCase: _REVIEW,
    acts.ReturnCase: _REVIEW,
    acts.Undo: Traits(lease_free=True, unbased=True, on_ended=True, on_merged=True),
    acts.TickFacts: Traits(lease_free=True, unbased=True, unguarded=True, undoable=True),
    acts.ConfirmSafe: Traits(lease_free=True, unbased=True, unguarded=True),
    acts.TickStep: Traits(lease_free=True, unbased=True, unguarded=True, undoable=True),
    acts.SkipStep: Traits(unbased=True, unguarded=True, undoable=True),
    acts.FlagHazard: _REMARK,
    acts.EndHazard: _REMARK,
    acts.RecordTry: Traits(lease_free=True, unbased=True, unguarded=True, undoable=True),
    acts.FileReport: Traits(lease_free=True, unbased=True, unguarded=True, on_ended=True, founding=True),
    acts.SetCaller: _REMARK,
    acts.SetPlace: Traits(lease_free=True, unbased=True, unguarded=True, undoable=True),
    acts.PauseClock: _STATE,
    acts.ResumeClock: _STATE,
    acts.OfferCase: _STATE,
    acts.AssignCase: Traits(over_holder=True, on_lease=True, supervisor=True, undoable=True),
    acts.AcceptOffer: Traits(over_holder=True, on_lease=True, unbased=True),
    acts.EndOffer: Traits(lease_free=True, unbased=True),
    acts.TransferCase: _STATE,
    acts.AcceptTransfer: Traits(lease_free=True, unbased=True),
    acts.EndTransfer: Traits(lease_free=True, unbased=True),
    acts.StrikeReporter: Traits(lease_free=True, unbased=True, unguarded=True, on_ended=True, undoable=True),
    acts.OverturnStrike: _REMARK,
    acts.DecideBlock: _STANDING,
    acts.LiftBlock: _STANDING,
    acts.DecideAppeal: _STANDING,
    acts.MergeCase: _STATE,
    acts.SplitCase: Traits(undoable=True, on_ended=True, on_merged=True),
    acts.MakeIncident: _STATE,
    acts.EndIncident: Traits(),
    acts.AddToIncident: _STATE,
    acts.StartOrder: Traits(lease_free=True, unbased=True, unguarded=True),
    acts.SetDuty: Traits(lease_free=True, unbased=True, unguarded=True, undoable=True),
    acts.UndoDuty: Traits(lease_free=True, unbased=True, unguarded=True),
    acts.TellReporters: Traits(unbased=True, unguarded=True, on_ended=True),
    acts.AskNearby: _STATE,
    acts.WithdrawAsk: Traits(unbased=True, unguarded=True),
    acts.NoteAnswerFiled: _REMARK,
    acts.AnswerAlarm: Traits(lease_free=True, unbased=True, unguarded=True, undoable=True),
    acts.TellFileClaim: _REMARK,
    acts.SettleDoubt: replace(_REMARK, undoable=True),
    acts.OpenFile: replace(_REMARK, reading=True),
    acts.RedactFile: _REMARK,
    acts.ExportCase: _REMARK,
    acts.AttachFile: _REMARK,
    acts.WithdrawFile: _REMARK,
    acts.ForeignAct: Traits(),
}
"""The traits of every act; a test sees that none is missing."""

UNDOABLE = frozenset(OP_OF[act] for act, traits in TRAITS.items() if traits.undoable)
"""Ops that may be undone within UNDO_WITHIN."""


def traits_of(act: Act) -> Traits:
    """The traits of this act."""
    return TRAITS[type(act)]
