"""The jail for Windows is a design: its bounds are written, and it refuses to be used."""

from __future__ import annotations

import ctypes

import pytest

from console.decode import job_object
from console.decode.jail import JailUnavailable


def test_it_is_not_used_before_it_was_tried():
    with pytest.raises(JailUnavailable) as refused:
        job_object.start("console.exe --decode-worker still", "C:\\")
    assert refused.value.code == "jail_not_on_this_system"
    assert not job_object.TRIED_ON_WINDOWS


def test_its_bounds_are_those_of_every_worker_in_the_shapes_windows_wants():
    wanted = job_object.job_limits()
    assert ctypes.sizeof(job_object.BasicLimits) == 64
    assert ctypes.sizeof(job_object.ExtendedLimits) == 144
    assert ctypes.sizeof(job_object.NetRate) == 16
    assert (wanted.Basic.ActiveProcessLimit, wanted.ProcessMemoryLimit) == (1, 1 << 30)
    assert wanted.Basic.PerProcessUserTimeLimit == 10 * 10_000_000
