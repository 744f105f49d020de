"""Everything a person can decide on a console: one frozen dataclass per act.

Why so long: every act is named here three times, in the union, by its wire name, and for whoever imports it.
"""

from console.domain.acts.alarm import AnswerAlarm
from console.domain.acts.asking import AskNearby, NoteAnswerFiled, WithdrawAsk
from console.domain.acts.attaching import AttachFile, WithdrawFile
from console.domain.acts.callback import RecordTry
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
    StartOrder,
    Undo,
)
from console.domain.acts.checklist import SkipStep, TickStep
from console.domain.acts.clock import PauseClock, ResumeClock
from console.domain.acts.duty import ON_UNIT, SetDuty, UndoDuty
from console.domain.acts.evidence import ExportCase, OpenFile, RedactFile
from console.domain.acts.file_claim import SettleDoubt, TellFileClaim
from console.domain.acts.filing import FileReport, SetCaller
from console.domain.acts.handing import (
    AcceptOffer,
    AcceptTransfer,
    AssignCase,
    EndOffer,
    EndTransfer,
    OfferCase,
    TransferCase,
)
from console.domain.acts.hazard import EndHazard, FlagHazard
from console.domain.acts.merging import (
    AddToIncident,
    EndIncident,
    MakeIncident,
    MergeCase,
    SplitCase,
    TellReporters,
)
from console.domain.acts.place import SetPlace
from console.domain.acts.standing import DecideAppeal, DecideBlock, LiftBlock, OverturnStrike, StrikeReporter
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
    | TickStep
    | SkipStep
    | FlagHazard
    | EndHazard
    | PauseClock
    | ResumeClock
    | OfferCase
    | AssignCase
    | AcceptOffer
    | EndOffer
    | TransferCase
    | AcceptTransfer
    | EndTransfer
    | RecordTry
    | FileReport
    | SetCaller
    | SetPlace
    | StrikeReporter
    | OverturnStrike
    | DecideBlock
    | LiftBlock
    | DecideAppeal
    | MergeCase
    | SplitCase
    | MakeIncident
    | EndIncident
    | AddToIncident
    | TellReporters
    | AnswerAlarm
    | AskNearby
    | WithdrawAsk
    | NoteAnswerFiled
    | AnswerAlarm
    | StartOrder
    | TellFileClaim
    | SettleDoubt
    | SetDuty
    | UndoDuty
    | OpenFile
    | RedactFile
    | ExportCase
    | AttachFile
    | WithdrawFile
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
    "report.callback_try": RecordTry,
    "report.ticks": TickFacts,
    "report.confirm_safe": ConfirmSafe,
    "report.step": TickStep,
    "report.skip_step": SkipStep,
    "report.flag_hazard": FlagHazard,
    "report.end_hazard": EndHazard,
    "report.strike": StrikeReporter,
    "report.overturn_strike": OverturnStrike,
    "report.decide_block": DecideBlock,
    "report.lift_block": LiftBlock,
    "report.decide_appeal": DecideAppeal,
    "report.pause": PauseClock,
    "report.resume": ResumeClock,
    "report.offer": OfferCase,
    "report.assign": AssignCase,
    "report.accept_offer": AcceptOffer,
    "report.end_offer": EndOffer,
    "report.transfer": TransferCase,
    "report.accept_transfer": AcceptTransfer,
    "report.end_transfer": EndTransfer,
    "report.file": FileReport,
    "report.caller": SetCaller,
    "report.place": SetPlace,
    "report.merge": MergeCase,
    "report.split": SplitCase,
    "report.incident": MakeIncident,
    "report.end_incident": EndIncident,
    "report.attach": AddToIncident,
    "report.tell": TellReporters,
    "report.answer_alarm": AnswerAlarm,
    "report.ask_nearby": AskNearby,
    "report.withdraw_ask": WithdrawAsk,
    "report.nearby_filed": NoteAnswerFiled,
    "report.start_order": StartOrder,
    "report.file_claim": TellFileClaim,
    "report.settle_doubt": SettleDoubt,
    "report.open_file": OpenFile,
    "report.redact": RedactFile,
    "report.export": ExportCase,
    "report.attach_file": AttachFile,
    "report.withdraw_file": WithdrawFile,
    "unit.duty": SetDuty,
    "unit.undo_duty": UndoDuty,
}
"""Wire name of each act; a name never changes its meaning, a new shape is a new op_version (act_versions)."""

OP_OF: dict[type[Act], str] = {act: op for op, act in OPS.items()}
"""The wire name by act."""

__all__ = [
    "ON_UNIT",
    "OPS",
    "OP_OF",
    "AcceptOffer",
    "AcceptTransfer",
    "Act",
    "AddNote",
    "AddToIncident",
    "AnswerAlarm",
    "ApproveCase",
    "AskNearby",
    "AskReporter",
    "AssignCase",
    "AttachFile",
    "BreakClaim",
    "CancelDispatch",
    "ClaimCase",
    "CloseCase",
    "ConfirmForward",
    "ConfirmSafe",
    "DecideAppeal",
    "DecideBlock",
    "DispatchUnits",
    "EndHazard",
    "EndIncident",
    "EndOffer",
    "EndTransfer",
    "ExportCase",
    "FileReport",
    "FlagHazard",
    "ForeignAct",
    "ForwardCase",
    "JunkCase",
    "LiftBlock",
    "Look",
    "MakeIncident",
    "MarkRead",
    "MergeCase",
    "NoteAnswerFiled",
    "OfferCase",
    "OpenFile",
    "OverturnStrike",
    "PauseClock",
    "RecordTry",
    "RedactFile",
    "ReleaseCase",
    "ReopenCase",
    "ResumeClock",
    "ReturnCase",
    "SetCaller",
    "SetCategory",
    "SetDuty",
    "SetPlace",
    "SetPriority",
    "SetSafeToContact",
    "SetUnitStatus",
    "SettleDoubt",
    "SkipStep",
    "SplitCase",
    "StartOrder",
    "StrikeReporter",
    "TellFileClaim",
    "TellReporters",
    "TickFacts",
    "TickStep",
    "TransferCase",
    "Undo",
    "UndoDuty",
    "WithdrawAsk",
    "WithdrawFile",
]
