"""A console with its real window as a child process that can be killed like a power cut."""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.worlds.server_process import PASSPHRASE, ServerProcess

ROOT = Path(__file__).resolve().parents[2]
ANSWER_WITHIN_S = 120.0


@dataclass(frozen=True, slots=True)
class Told:
    """A decision the window acknowledged, written down by whoever drives it."""

    decision_id: str
    report_id: str
    act: str


class WindowFailed(AssertionError):
    """The far console could not do what it was asked; carries what it showed."""


class Window:
    """Any look or act of far_hand / far_looks by its name: `window.press("A", report)`."""

    def __init__(self, profile: Path, notes: list[Told] | None = None) -> None:
        self.notes: list[Told] = notes if notes is not None else []
        self._log = profile.parent / f"{profile.name}.log"
        with self._log.open("ab") as words:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.worlds.far_hand", str(profile)],
                cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=words, start_new_session=True,
            )  # fmt: skip
        try:
            self._answer()
        except BaseException:
            self.kill()
            raise

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *arguments: self.do(name, *arguments)

    def do(self, name: str, *arguments: object) -> Any:
        """One command; its answer."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": name, "with": arguments}).encode() + b"\n")
        self._process.stdin.flush()
        return self._answer()

    def decide(self, letter: str, report_id: str) -> Told:
        """Press the letter and wait until the decision is acknowledged."""
        before = len(self.notes)
        self.press(letter, report_id)
        return self._acknowledged(before)

    def write_and_decide(self, text: str) -> Told:
        """Write into the open card and wait until it is acknowledged."""
        before = len(self.notes)
        self.write(text)
        return self._acknowledged(before)

    def confirm_and_decide(self) -> Told:
        """Hand over the open card and wait until it is acknowledged."""
        before = len(self.notes)
        self.confirm_card()
        return self._acknowledged(before)

    def enter(self, server: ServerProcess, user: str) -> None:
        """From first run to work: connect, sign in, note the key down."""
        self.connect(server.address, server.enrol_code, "meja 1")
        self.sign_in(user, PASSPHRASE)
        self.note_key()
        self.await_work()

    def kill(self) -> None:
        """A power cut: SIGKILL."""
        self._process.kill()
        self._end()

    def close(self) -> None:
        """Let it end by itself; it must do so cleanly."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.close()
            status = self._process.wait(60)
        finally:
            self._end()
        assert status == 0, self._log.read_text("utf-8", "replace")[-2000:]

    def __enter__(self) -> Window:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def _acknowledged(self, before: int) -> Told:
        # Looks turn the far event loop; the acknowledgement comes on its own line among the answers.
        for _ in range(400):
            if len(self.notes) > before:
                return self.notes[-1]
            if self.refusals():
                break
            self.do("turn")
        raise WindowFailed(f"not acknowledged: {self.refusals()} {self.screen()}")

    def _answer(self) -> Any:
        late = threading.Timer(ANSWER_WITHIN_S, self._process.send_signal, (signal.SIGABRT,))
        late.start()
        try:
            while True:
                line = self._process.stdout.readline() if self._process.stdout else b""
                if not line:
                    status, words = self._process.wait(30), self._log.read_text("utf-8", "replace")
                    how = f"no answer in {ANSWER_WITHIN_S:.0f} s" if late.finished.is_set() else "the console ended"
                    raise WindowFailed(f"{how} ({status}):\n{words[-12000:]}")
                told = json.loads(line)
                if "decided" in told:
                    self.notes.append(Told(told["decided"], told["report"], told["act"]))
                elif "failed" in told:
                    raise WindowFailed(f"{told['failed']}\non the screen: {told.get('screen')}")
                else:
                    return told["answer"]
        finally:
            late.cancel()
            late.join()

    def _end(self) -> None:
        self._process.wait(30)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None and not pipe.closed:
                with contextlib.suppress(BrokenPipeError):  # a command nobody read any more
                    pipe.close()
