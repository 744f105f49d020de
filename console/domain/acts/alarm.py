"""The act on an alarm: the duty officer answered and takes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAlarm:
    """Note that `name` answered an alarm and takes it: heard `by` phone or radio, or said on this screen.

    `alarm` and `since` (ISO text) name the alarm as its steps on the timeline do.
    """

    alarm: str
    since: str
    name: str
    by: str
