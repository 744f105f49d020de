"""What kind of decision it was, by its wire name."""

from __future__ import annotations

from console.ui.texts.language import translate


def op_word(op: str) -> str:
    """The decision's name; an unknown one as it is."""
    return {
        "report.claim": translate("op", "Claim"),
        "report.release": translate("op", "Give back"),
        "report.break_claim": translate("op", "Take over"),
        "report.ask": translate("op", "Question to the reporter"),
        "report.note": translate("op", "Note"),
        "report.priority": translate("op", "Priority"),
        "report.category": translate("op", "Category"),
        "report.safe_to_contact": translate("op", "Safe to contact"),
        "report.dispatch": translate("op", "Dispatch"),
        "report.cancel_dispatch": translate("op", "Call back"),
        "report.unit_status": translate("op", "Unit's answer"),
        "report.junk": translate("op", "Disposal"),
        "report.close": translate("op", "Closing"),
        "report.reopen": translate("op", "Reopening"),
        "report.forward": translate("op", "Forward"),
        "report.confirm_forward": translate("op", "Agency's answer"),
        "report.read": translate("op", "Read mark"),
        "report.look": translate("op", "Look"),
        "report.approve": translate("op", "Approval"),
        "report.return": translate("op", "Return"),
        "report.callback_try": translate("op", "Try to ring back"),
        "report.undo": translate("op", "Undo"),
        "report.ticks": translate("op", "What is known"),
        "report.step": translate("op", "Step of the checklist"),
        "report.skip_step": translate("op", "Step skipped"),
        "report.confirm_safe": translate("op", "Officers are safe"),
        "report.strike": translate("op", "Strike"),
        "report.overturn_strike": translate("op", "Strike taken back"),
        "report.decide_block": translate("op", "Decision on a block"),
        "report.lift_block": translate("op", "Block lifted"),
        "report.decide_appeal": translate("op", "Decision on an appeal"),
        "report.pause": translate("op", "Clocks stopped"),
        "report.resume": translate("op", "Clocks run on"),
        "report.offer": translate("op", "Hand-over"),
        "report.assign": translate("op", "Assignment"),
        "report.accept_offer": translate("op", "Hand-over accepted"),
        "report.end_offer": translate("op", "Hand-over ended"),
        "report.transfer": translate("op", "Transfer"),
        "report.accept_transfer": translate("op", "Transfer accepted"),
        "report.end_transfer": translate("op", "Transfer not taken"),
        "report.file": translate("op", "Filing"),
        "report.caller": translate("op", "Caller"),
        "report.merge": translate("op", "Merge"),
        "report.split": translate("op", "Split"),
        "report.incident": translate("op", "Large incident"),
        "report.end_incident": translate("op", "Large incident ended"),
        "report.attach": translate("op", "Added to a large incident"),
        "report.tell": translate("op", "Message to all reporters"),
    }.get(op, op)
