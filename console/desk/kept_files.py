"""The room fetched files may take on this workstation: how much is used, and setting it."""

from __future__ import annotations

from collections.abc import Callable

from console.desk.ports import DownloadPort
from console.domain.errors import InputFault
from console.domain.link import FilesHeld

LEAST_MIB, MOST_MIB = 64, 1_048_576


class KeptFiles:
    """Both block on the disk: never on the GUI thread."""

    def __init__(self, downloads: DownloadPort, keep: Callable[[int], None]) -> None:
        """`keep` writes the figure, in MiB, into this workstation's settings."""
        self._downloads, self._keep = downloads, keep

    def usage(self) -> FilesHeld:
        """How much is used now."""
        return self._downloads.usage()

    def keep_at_most(self, mib: int) -> FilesHeld:
        """From now on; what is shown longest ago goes at once where it is too much. What is used then.

        Raises:
            InputFault: the figure is out of bounds, or set by the environment.
            SetupFault: the settings cannot be written.
        """
        if not LEAST_MIB <= mib <= MOST_MIB:
            raise InputFault("room_out_of_bounds", f"{LEAST_MIB} to {MOST_MIB} MiB", field="most_mib")
        self._keep(mib)
        self._downloads.keep_at_most(mib << 20)
        return self._downloads.usage()
