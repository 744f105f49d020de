"""Whose call for help a case is: an officer's or a crew's, by his device or his own page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sos:
    """The unit that asks for help, as it is called on the radio."""

    unit_id: str
    call_sign: str
    title: str
