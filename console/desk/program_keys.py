"""Keys of programs: who reads or writes here without a person, a new key, the end of one."""

from __future__ import annotations

from console.contract.admin import ApiKey, Done, NewKey
from console.contract.enrolled import PASSING_KEY, KeyMade
from console.desk.administration import Administration
from console.domain.errors import InputFault
from console.domain.person import Role

__all__ = ["KEY_ROLES", "PASSING_KEY", "ApiKey", "KeyMade", "Keys", "ProgramKeys"]

KEY_ROLES = (Role.DEVICE, Role.PARTNER, Role.OVERSIGHT, Role.ADMINISTRATOR)
"""What a program's key may be for, the one with the least power first."""

LONGEST_NAME = 200
Keys = tuple[KeyMade, ...]


class ProgramKeys:
    """Asked in the background; only the server knows them."""

    def __init__(self, administration: Administration) -> None:
        self._ask = administration.ask

    def shown(self) -> Keys:
        """Every key that works, by name; never the keys themselves."""
        return self._ask("GET", "/v1/admin/keys", Keys)

    def make(self, name: str, role: Role) -> ApiKey:
        """A key for a program, shown once.

        Raises:
            InputFault: `name_missing`, `too_long`.
            NetworkFault, AccessFault: none was made, or nobody will ever know it.
        """
        name = " ".join(name.split())
        if not name:
            raise InputFault("name_missing", "name: what the key is for", field="name")
        if len(name) > LONGEST_NAME:
            raise InputFault("too_long", f"name: at most {LONGEST_NAME}", field="name", most=LONGEST_NAME)
        return self._ask("POST", "/v1/admin/keys", ApiKey, sent=NewKey(name=name, role=role))

    def withdraw(self, key_id: str) -> None:
        """The key stops working at once."""
        self._ask("POST", f"/v1/admin/keys/{key_id}/revoke", Done)
