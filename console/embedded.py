"""Starts and stops the server and the demo city as child processes of this console."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

_READY_WITHIN_S = 60.0
_STOP_WITHIN_S = 10.0


class EmbeddedError(Exception):
    """The child did not start; `args[0]` is what it said last."""


@dataclass(kw_only=True)
class Embedded:
    """A running child: its address, and the credentials it gave its parent over the pipe.

    The child ends with its parent: its standard input is ours, and closes with us however we go.
    """

    command: Sequence[str]
    arguments: Sequence[str]
    log: Path | None = None
    port: int = 0
    enrol_code: str = ""
    admin_key: str = ""
    epoch: str = ""
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @classmethod
    def start(
        cls,
        command: Sequence[str],
        database: Path,
        *,
        demo: bool = False,
        media: Path | None = None,
        port: int = 0,
        smtp: str = "",
        log: Path | None = None,
    ) -> Embedded:
        """Start `command server --embedded` on 127.0.0.1 and wait until it answers.

        `command` starts this very program (paths.own_command()), `demo` fills a new database with the demo
        city, `log` takes the child's standard error.

        Raises:
            EmbeddedError: it ended or did not answer within a minute; args[0] says why.
        """
        arguments = ["--database", f"sqlite:///{database}"]
        arguments += ["--demo"] if demo else []
        arguments += ["--media", str(media)] if media else []
        arguments += ["--smtp", smtp] if smtp else []
        embedded = cls(command=tuple(command), arguments=tuple(arguments), log=log, port=port)
        embedded._launch()
        return embedded

    @property
    def address(self) -> str:
        """Where it answers; the same after restart()."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def running(self) -> bool:
        """Whether the child lives."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """The child's process id, 0 when there is none."""
        return self._process.pid if self._process else 0

    def restart(self) -> None:
        """Start it again on the same port and database; consoles find it where it was.

        Raises:
            EmbeddedError: as start().
        """
        self.stop()
        self._launch()

    def stop(self) -> None:
        """Ask it to end and wait; kill it when it does not."""
        process = self._process
        if process is None:
            return
        if process.stdin:
            process.stdin.close()
        try:
            process.wait(_STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        self._release(process)

    def kill(self) -> None:
        """End it without a word, as a power cut would (for tests and drills)."""
        process = self._process
        if process is not None:
            process.kill()
            process.wait()
            self._release(process)

    def _launch(self) -> None:
        errors = self.log.open("ab") if self.log else None
        try:
            process = subprocess.Popen(
                [*self.command, "server", "--embedded", "--port", str(self.port), *self.arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors or subprocess.DEVNULL,
                # A terminal's Ctrl+C is the console's to handle; the child ends with its pipe.
                start_new_session=os.name == "posix",
            )
        finally:
            if errors:
                errors.close()
        self._process = process
        told = json.loads(self._first_line(process))
        self.port, self.enrol_code = int(told["port"]), str(told["enrol_code"])
        self.admin_key, self.epoch = str(told["admin_key"]), str(told["epoch"])

    def _first_line(self, process: subprocess.Popen[bytes]) -> bytes:
        late = threading.Timer(_READY_WITHIN_S, process.kill)
        late.daemon = True
        late.start()
        try:
            line = process.stdout.readline() if process.stdout else b""
        finally:
            late.cancel()
            late.join()
        if not line.strip().startswith(b"{"):
            self.kill()
            raise EmbeddedError(f"The embedded server did not start. {self._last_words()}".strip())
        return line

    def _last_words(self) -> str:
        if self.log is None or not self.log.exists():
            return ""
        lines = self.log.read_text("utf-8", "replace").strip().splitlines()
        return lines[-1][:400] if lines else ""

    def _release(self, process: subprocess.Popen[bytes]) -> None:
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()
        self._process = None


@dataclass(kw_only=True)
class Child:
    """Another command of this program beside the console; it ends when its standard input closes."""

    _process: subprocess.Popen[bytes] = field(repr=False)

    @classmethod
    def start(cls, command: Sequence[str], *, secret: str, log: Path) -> Child:
        """Start it; `secret` travels in its environment as SIGAP_KEY, never on the command line."""
        with log.open("ab") as words:
            process = subprocess.Popen(
                list(command),
                stdin=subprocess.PIPE,
                stdout=words,
                stderr=words,
                env={**os.environ, "SIGAP_KEY": secret},
                start_new_session=os.name == "posix",
            )
        return cls(_process=process)

    def stop(self) -> None:
        """Close its input and wait; kill it when it does not end."""
        if self._process.stdin:
            self._process.stdin.close()
        try:
            self._process.wait(_STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
