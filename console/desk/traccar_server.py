"""The center's own Traccar server as an administrator sets it and sees how it stands."""

from __future__ import annotations

from urllib.parse import urlsplit

from console.contract.trackers import TraccarServer, TrackersState
from console.desk.administration import Administration
from console.domain.errors import InputFault

__all__ = ["TraccarDesk", "TrackersState"]

_PATH = "/v1/admin/traccar-server"


class TraccarDesk:
    """Every method asks the server: in the background."""

    def __init__(self, administration: Administration) -> None:
        self._ask = administration.ask

    def shown(self) -> TrackersState:
        """How it stands now; its password is told nobody.

        Raises:
            NetworkFault, AccessFault: as Administration.ask.
        """
        return self._ask("GET", _PATH, TrackersState)

    def follow(self, url: str, user: str, password: str) -> TrackersState:
        """Follow this server from now on; without a password the one kept for the same address and account is used.

        Raises:
            InputFault: `traccar_address_wrong`, `traccar_user_missing`; what else the server does not take.
            NetworkFault, AccessFault: nothing was changed.
        """
        url, user = url.strip(), user.strip()
        parts = urlsplit(url)
        local = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "::1")
        if not parts.hostname or not (parts.scheme == "https" or local):
            raise InputFault("traccar_address_wrong", "url: https://host of the Traccar server", field="url")
        if not user:
            raise InputFault("traccar_user_missing", "user: an account of the Traccar server", field="user")
        wanted = TraccarServer(url=url.rstrip("/"), user=user, password=password)
        try:
            return self._ask("PUT", _PATH, TrackersState, sent=wanted)
        except InputFault as fault:
            if fault.params.get("field") == "password" and not password:
                raise InputFault("traccar_password_missing", str(fault), field="password") from fault
            raise

    def leave(self) -> TrackersState:
        """Follow none any more; its address and account are forgotten.

        Raises:
            NetworkFault, AccessFault: nothing was changed.
        """
        return self._ask("PUT", _PATH, TrackersState, sent=TraccarServer())
