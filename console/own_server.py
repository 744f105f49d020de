"""The server, and for a demo the city, that a console runs for itself as children."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from pathlib import Path

from console import embedded, paths
from console.domain.errors import SetupFault
from console.paths import Profile


@dataclass(kw_only=True)
class OwnServer:
    """Both children; `stop()` ends them, the city first."""

    server: embedded.Embedded
    city: embedded.Child | None = None

    @classmethod
    def start(cls, profile: Profile, areas: Profile, *, demo: bool, speed: float = 360.0) -> OwnServer:
        """Start on the profile's own database; `areas` is the profile whose area pack counts.

        `speed` is the demo city's: 360 brings a report every 20 s or so.

        Raises:
            SetupFault: `embedded_failed`, with what the server said last.
        """
        folder = profile.server_folder
        folder.mkdir(parents=True, exist_ok=True)
        command = [*paths.own_command(), "--profile", str(areas.folder)]
        post = _free_port() if demo else 0
        try:
            server = embedded.Embedded.start(
                command,
                folder / "server.db",
                demo=demo,
                media=folder / "media",
                smtp=f"smtp://127.0.0.1:{post}?from=sigap@polresta-malang.example" if post else "",
                log=profile.log_folder / "server.log",
            )
        except embedded.EmbeddedError as error:
            raise SetupFault("embedded_failed", str(error), reason=str(error)) from error
        own = cls(server=server)
        if demo:
            own.city = own._start_city(command, post, speed, profile.log_folder / "city.log")
        return own

    def stop(self) -> None:
        """End both; waits for them."""
        if self.city is not None:
            self.city.stop()
        self.server.stop()

    def _start_city(self, command: list[str], post: int, speed: float, log: Path) -> embedded.Child:
        city = ["simulate", "city", "--server", self.server.address, "--speed", str(speed)]
        return embedded.Child.start(
            [*command, *city, "--postbox", str(post), "--with-parent"], secret=self.server.admin_key, log=log
        )


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])
