"""How long each stage may take and how fast an alarm climbs: the site's own policy."""

from __future__ import annotations

from dataclasses import dataclass, fields

from console.domain.roster import Rung

PerPriority = tuple[int, int, int, int]
"""Seconds for P1 .. P4; 0 means no deadline."""

LONGEST_S = 90 * 86_400
"""No deadline is longer than this."""

CLIMBING = (Rung.OPERATOR, Rung.DUTY_OFFICER, Rung.POLSEK, Rung.POLRES, Rung.POLDA)
"""On each of these an alarm waits (`climb_s`) before it climbs; Mabes is the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRules:
    """Seconds; each site sets its own (`POST /v1/admin/site`, field `deadlines`).

    `answer_s`: a ringing call. The stages by priority run from receipt: `acknowledge_s` until somebody claims it,
    `dispatch_s`, `arrive_s` (P1: Polri 110, on scene in 10 min), `close_s` (P3, P4: Jakarta's rule, solved within
    7 days). `forward_s`: an agency's or post's acknowledgement (P4: Jakarta's rule, coordinated within 6 h).
    `safety_check_s`: officers at a dangerous scene are asked after so long, an alarm follows after `safety_grace_s`.
    `climb_s`: how long an alarm waits on each rung before it climbs to the next: operators, duty officer, Polsek,
    Polres, Polda; Mabes is the last. `climb_priority`: alarms of reports up to this priority climb. `answer_holds_s`:
    so long a duty officer's word that he takes an alarm holds it where it is; 0: for good.
    """

    answer_s: int = 10
    acknowledge_s: PerPriority = (60, 180, 600, 3600)
    dispatch_s: PerPriority = (120, 300, 1200, 0)
    arrive_s: PerPriority = (600, 900, 3600, 0)
    close_s: PerPriority = (14_400, 28_800, 604_800, 604_800)
    forward_s: PerPriority = (180, 300, 3600, 21_600)
    safety_check_s: int = 600
    safety_grace_s: int = 60
    climb_s: tuple[int, int, int, int, int] = (30, 60, 60, 120, 300)
    climb_priority: int = 1
    answer_holds_s: int = 900


def wrong_deadline(rules: DeadlineRules) -> str:
    """The first field that cannot be used, '' when all can."""
    for field in fields(rules):
        value = getattr(rules, field.name)
        numbers = value if isinstance(value, tuple) else (value,)
        least = 1 if field.name in ("answer_s", "acknowledge_s", "safety_check_s", "forward_s") else 0
        if any(not least <= number <= LONGEST_S for number in numbers):
            return field.name
    return "" if rules.climb_priority <= 4 else "climb_priority"
