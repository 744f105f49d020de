"""Words of what can be wrong at first run, by the code of the fault."""

from __future__ import annotations

from console.domain.errors import Fault
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate


def setup_words(fault: Fault) -> str:
    """The fault in the language spoken now; those every screen knows come from texts.faults."""
    own = {
        "address_missing": translate("sign_in", "Type the server's address."),
        "address_unreadable": translate("sign_in", "That is no address of a server. For instance: https://server:8443"),
        "address_not_https": translate("sign_in", "Only https:// leaves this machine. Ask for the https address."),
        "code_missing": translate("sign_in", "Type the enrolment code. The administrator makes one for each desk."),
        "desk_name_missing": translate("sign_in", "Give this desk a name, for instance: Meja 3."),
        "name_missing": translate("sign_in", "Type a name, for instance: Aiptu Dewi."),
        "user_missing": translate("sign_in", "Type a user name."),
        "passphrase_short": translate("sign_in", "The passphrase needs eight characters or more."),
        "passphrases_differ": translate("sign_in", "The two passphrases differ. Type the second one again."),
        "ca_unreadable": translate("sign_in", "The certificate authority file cannot be read."),
    }
    return own.get(fault.code) or fault_words(fault)
