"""Bugs 'bench positions --break NAME' plants; run as a module it is the spoilt program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from console.domain.unit import Position
from console.server.database import Tx
from console.server.positions import Positions


def _early() -> None:
    """A fix is answered as soon as it is in memory: only a kill shows it."""

    async def keep(self: Positions, positions: Sequence[tuple[Position, str]]) -> None:
        self.put(positions)

    Positions.keep = keep  # type: ignore[method-assign]


def _dropped() -> None:
    """Of every batch the last fix is forgotten, and answered all the same."""
    right = Positions._write

    def write(self: Positions, tx: Tx, rows: list[tuple[Position, str]]) -> dict[str, Position]:
        return right(self, tx, rows[:-1]) if len(rows) > 1 else right(self, tx, rows)

    Positions._write = write  # type: ignore[method-assign]


BREAKS: dict[str, Callable[[], None]] = {"early": _early, "dropped": _dropped}
"""By name."""


def main() -> int:
    """The program with a bug planted."""
    from console import cli

    BREAKS[sys.argv[1]]()
    return cli.run(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
