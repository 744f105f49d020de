"""Everything a person can decide on a console: one frozen dataclass per act."""

from console.domain.acts.case import (
    AddNote,
    ApproveCase,
    AskReporter,
    BreakClaim,
    CancelDispatch,
    ClaimCase,
    CloseCase,
    ConfirmForward,
    DispatchUnits,
    ForeignAct,
    ForwardCase,
    JunkCase,
    Look,
    MarkRead,
    ReleaseCase,
    ReopenCase,
    ReturnCase,
    SetCategory,
    SetPriority,
    SetSafeToContact,
    SetUnitStatus,
    Undo,
)
from console.domain.acts.ticks import ConfirmSafe, TickFacts

Act = (
    ClaimCase
    | ReleaseCase
    | BreakClaim
    | AskReporter
    | AddNote
    | SetPriority
    | SetCategory
    | SetSafeToContact
    | DispatchUnits
    | CancelDispatch
    | SetUnitStatus
    | JunkCase
    | CloseCase
    | ReopenCase
    | ForwardCase
    | ConfirmForward
    | MarkRead
    | Look
    | ApproveCase
    | ReturnCase
    | Undo
    | TickFacts
    | ConfirmSafe
    | ForeignAct
)

OPS: dict[str, type[Act]] = {
    "report.claim": ClaimCase,
    "report.release": ReleaseCase,
    "report.break_claim": BreakClaim,
    "report.ask": AskReporter,
    "report.note": AddNote,
    "report.priority": SetPriority,
    "report.category": SetCategory,
    "report.safe_to_contact": SetSafeToContact,
    "report.dispatch": DispatchUnits,
    "report.cancel_dispatch": CancelDispatch,
    "report.unit_status": SetUnitStatus,
    "report.junk": JunkCase,
    "report.close": CloseCase,
    "report.reopen": ReopenCase,
    "report.forward": ForwardCase,
    "report.confirm_forward": ConfirmForward,
    "report.read": MarkRead,
    "report.look": Look,
    "report.approve": ApproveCase,
    "report.return": ReturnCase,
    "report.undo": Undo,
    "report.ticks": TickFacts,
    "report.confirm_safe": ConfirmSafe,
}
"""Wire name of each act; a name never changes its meaning, a new shape is a new op_version (act_versions)."""

OP_OF: dict[type[Act], str] = {act: op for op, act in OPS.items()}
"""The wire name by act."""

__all__ = [
    "OPS",
    "OP_OF",
    "Act",
    "AddNote",
    "ApproveCase",
    "AskReporter",
    "BreakClaim",
    "CancelDispatch",
    "ClaimCase",
    "CloseCase",
    "ConfirmForward",
    "ConfirmSafe",
    "DispatchUnits",
    "ForeignAct",
    "ForwardCase",
    "JunkCase",
    "Look",
    "MarkRead",
    "ReleaseCase",
    "ReopenCase",
    "ReturnCase",
    "SetCategory",
    "SetPriority",
    "SetSafeToContact",
    "SetUnitStatus",
    "TickFacts",
    "Undo",
]
