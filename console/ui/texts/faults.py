"""What went wrong outside of us, and what to do: one sentence per code of a Fault."""

from __future__ import annotations

from console.domain.errors import AccessFault, Fault, NetworkFault, StoreFault
from console.ui.texts.language import translate
from console.ui.texts.refusals import filled


def fault_words(fault: Fault) -> str:
    """The fault in the language spoken now; a code without own words gets its family's, with the English detail."""
    sentence = _sentences().get(fault.code)
    params = {key: str(value) for key, value in fault.params.items()}
    if sentence:
        return filled(sentence, params)
    return filled(_of_family(fault), {"detail": fault.message})


def _of_family(fault: Fault) -> str:
    if isinstance(fault, NetworkFault):
        return translate("fault", "The server cannot be used now. Work goes on here; it is sent later. ({detail})")
    if isinstance(fault, AccessFault):
        return translate("fault", "Access was refused. Sign in again or ask the administrator. ({detail})")
    if isinstance(fault, StoreFault):
        return translate("fault", "The local database cannot be used. Call the administrator. ({detail})")
    return translate("fault", "That did not work. ({detail})")


def _sentences() -> dict[str, str]:
    return {
        "unreachable": translate("fault", "The server cannot be reached. Work goes on here; it is sent later."),
        "server_away": translate("fault", "The server cannot be reached. Work goes on here; it is sent later."),
        "wrong_passphrase": translate("fault", "User name or passphrase is wrong."),
        "no_slot": translate("fault", "This user has not signed in here yet. Enter the station's recovery key."),
        "offline_too_long": translate("fault", "Without the server for over 7 days. Connect before signing in."),
        "not_enrolled": translate("fault", "This workstation is not enrolled. Ask the administrator for a code."),
        "enrol_code_refused": translate("fault", "The enrolment code is wrong, used or expired. Ask for a new one."),
        "session_ended": translate("fault", "Your sign-in has ended. Sign in again."),
        "session_expired": translate("fault", "Your sign-in has ended. Sign in again."),
        "wrong_protocol": translate("fault", "The server has another version. Update this console."),
        "desk_refused": translate("fault", "The server no longer knows this workstation. Enrol it again."),
        "disk_full": translate("fault", "The disk is full. Free some space; nothing decided is lost."),
        "store_read_only": translate("fault", "The profile folder cannot be written. Check its permissions."),
        "store_locked": translate("fault", "Another program holds the local database. Close it and try again."),
        "store_newer": translate("fault", "The local database is from a newer version. Update this console."),
        "store_unreadable": translate("fault", "The local database cannot be read. Run 'main.py recover'."),
        "certificate": translate("fault", "The server's certificate is not trusted. Call the administrator."),
    }
