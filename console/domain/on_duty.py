"""Whether a unit was on duty at an instant: only then is its position anybody's business."""

from __future__ import annotations

from datetime import datetime

from console.domain.unit import Duty, Unit, UnitStatus


def on_duty_at(unit: Unit, at: datetime) -> bool:
    """Whether it was on duty then, as far as the changes it carries tell; a break is not duty.

    From the last change on its status now is the answer; before the first one known, what that one changed from. A
    unit whose duty nobody at a desk ever changed was always what it is now.
    """
    if not unit.duties or at >= unit.duties[-1].at:
        return unit.status is not UnitStatus.OFF_DUTY
    earlier = [change for change in unit.duties if change.at <= at]
    return (earlier[-1].duty if earlier else unit.duties[0].was) is Duty.AVAILABLE
