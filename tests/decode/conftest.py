"""Decode tests need a machine that can hold the jail; elsewhere they say why not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from console.decode.pool import Decoder
from console.decode.probe import probe


@pytest.fixture(scope="session")
def jail_holds() -> None:
    """Skip where no jail can be had, with what doctor would say."""
    report = probe()
    if not report.holds:
        pytest.skip(f"no jail: {report.why} {report.remedy}")


@pytest.fixture(scope="module")
def decoder(jail_holds: None) -> Iterator[Decoder]:
    """A decoder with the product's own workers."""
    with_workers = Decoder()
    yield with_workers
    with_workers.close()
