"""The service's SMS gateway as an administrator sets and tries it."""

from __future__ import annotations

from urllib.parse import urlsplit

from console.contract.sms import FEWEST_DIGITS, MOST_DIGITS, SmsGateway, SmsTried, SmsTry, is_number
from console.desk.administration import Administration
from console.domain.errors import InputFault

__all__ = ["SmsDesk", "SmsGateway", "SmsTried"]

_PATH = "/v1/admin/sms-gateway"
MOST_SENDER, MOST_ACCOUNT = 20, 100


class SmsDesk:
    """Every method asks the server: in the background."""

    def __init__(self, administration: Administration) -> None:
        self._ask = administration.ask

    def shown(self) -> SmsGateway:
        """The gateway there is, one without an address where none is; its password is told nobody.

        Raises:
            NetworkFault, AccessFault: as Administration.ask.
        """
        return self._ask("GET", _PATH, SmsGateway)

    def keep(self, url: str, user: str, password: str, sender: str) -> SmsGateway:
        """Send by this gateway from now on; without a password the one kept for the same address and account is used.

        Raises:
            InputFault: `sms_address_wrong`, `sms_user_missing`, `sms_password_missing`, `too_long`.
            NetworkFault, AccessFault: nothing was changed.
        """
        url, user, sender = url.strip(), user.strip(), sender.strip()
        parts = urlsplit(url)
        local = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "::1")
        safe = bool(parts.hostname) and (parts.scheme == "https" or local) and "@" not in parts.netloc
        if not safe or parts.query or parts.fragment:
            raise InputFault("sms_address_wrong", "url: https://host:port/cgi-bin/sendsms", field="url")
        if not user:
            raise InputFault("sms_user_missing", "user: an account of the gateway", field="user")
        for field, text, most in (("user", user, MOST_ACCOUNT), ("sender", sender, MOST_SENDER)):
            if len(text) > most:
                raise InputFault("too_long", f"{field}: at most {most} characters", field=field, most=most)
        wanted = SmsGateway(url=url, user=user, password=password, sender=sender)
        try:
            return self._ask("PUT", _PATH, SmsGateway, sent=wanted)
        except InputFault as fault:
            if fault.params.get("field") == "password" and not password:
                raise InputFault("sms_password_missing", str(fault), field="password") from fault
            raise

    def leave(self) -> SmsGateway:
        """Send no text messages any more; address and account are forgotten.

        Raises:
            NetworkFault, AccessFault: nothing was changed.
        """
        return self._ask("PUT", _PATH, SmsGateway, sent=SmsGateway())

    def try_out(self, to: str) -> SmsTried:
        """One test message through the gateway that is kept.

        Raises:
            InputFault: `number_wrong`.
            NetworkFault, AccessFault: nothing was sent, or nobody knows whether it was.
        """
        if not is_number(to):
            raise InputFault("number_wrong", f"to: {FEWEST_DIGITS} to {MOST_DIGITS} digits", field="to")
        return self._ask("POST", f"{_PATH}/try", SmsTried, sent=SmsTry(to=to.strip()))
