"""The tour's pictures of call taking: a call rings, is typed and filed; one only asks."""

from __future__ import annotations

import math
import tempfile
import wave
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import requests
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.bench.tour_pictures import Pictures
from console.contract.calls import CallEvent
from console.contract.codec import encode
from console.contract.ids import new_id
from console.contract.intake import NewSource
from console.domain.call import CallState
from console.domain.report import SourceKind
from console.drill.hand import DrillFailed
from console.ui.case.answer_card import AnswerCard
from console.ui.case.answer_sheet import AnswerSheet
from console.ui.case.tray import Tray, TrayCard

C = TypeVar("C", bound=TrayCard)

_NUMBER = "0800 000 1120"
"""Of nobody: 0800 000 is given to no subscriber."""


def _recording(file: Path) -> Path:
    """Three seconds of a tone, as an exchange's recorder would hand it over."""
    samples = (round(9_000 * math.sin(2 * math.pi * 440 * n / 8_000)) for n in range(24_000))
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(8_000)
        out.writeframes(b"".join(each.to_bytes(2, "little", signed=True) for each in samples))
    return file


class Calls(Pictures):
    """Plays the exchange and the operator."""

    def play(self) -> None:
        """From the ring to the number that is read out."""
        hand, work = self.hand, self.hand.work
        calls = work.calls
        self._ring()
        hand.wait("the call rings at this desk", lambda: calls.strip.isVisible())
        self.look_at("call-ringing", lambda: work.window)
        # Keys that work everywhere work in the window that is before: another scene's may have been.
        work.window.activateWindow()
        hand.wait("the window is before", work.window.isActiveWindow)
        hand.press(work.window, Qt.Key.Key_F2)
        hand.wait("the form stands with the number", lambda: calls.pane.form and calls.pane.form.phone)
        fields = calls.pane.fields
        QTest.keyClicks(fields.place.field.line, "blimbing")
        QTest.keyClicks(fields.text, "Tabrakan dua motor di depan pasar, satu orang tidak sadar")
        hand.wait("places are found", lambda: fields.place.offered)
        hand.wait("the words suggest a category", lambda: fields.matter.says.isVisible())
        with tempfile.TemporaryDirectory(prefix="sigap-tour-") as folder:
            fields.files.add((_recording(Path(folder) / "rekaman 112.wav"),))
            hand.wait("the recording goes with it", lambda: fields.files.files)
        hand.wait("the draft is kept", lambda: fields.drafts.kept.isVisible())
        self.look_at("call-taking", lambda: work.window)
        hand.press(fields.place.field.line, Qt.Key.Key_Return)
        hand.press(fields.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        hand.wait("the number is there", lambda: calls.pane.card.isVisible())
        QTest.keyClicks(calls.pane.card.further.line, "satu motor terbakar")
        hand.press(calls.pane.card.further.line, Qt.Key.Key_Return)
        hand.wait("what was said later is on the case", lambda: calls.pane.card.kept.isVisible())
        self.look_at("call-filed", lambda: work.window)
        calls.pane.leave_button.click()
        self._ask_something()

    def _ask_something(self) -> None:
        """Another caller only asks: the answer is found by a word, read out, and filed as information given."""
        hand, work = self.hand, self.hand.work
        pane = work.calls.pane
        hand.wait("the first call is done", lambda: pane.form is None)
        hand.press(work.window, Qt.Key.Key_F2)
        hand.wait("an empty form stands", lambda: pane.form and not pane.form.phone and pane.isVisible())
        hand.press(pane.fields.text, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        finding = hand.wait("the answers are open", lambda: _card(pane.tray, AnswerCard))
        QTest.keyClicks(finding.field, "sim")
        self.look_at("call-answers", lambda: work.window)
        hand.press(finding.field, Qt.Key.Key_Return)
        answer = hand.wait("the answer stands there", lambda: _card(pane.tray, AnswerSheet))
        self.look_at("call-answer", lambda: work.window)
        hand.press(answer, Qt.Key.Key_1)
        hand.wait("it is closed as information given", lambda: pane.card.isVisible() and pane.card.kept.isVisible())
        self.look_at("call-informed", lambda: work.window)
        pane.leave_button.click()

    def _ring(self) -> None:
        """An exchange of the demo's own server tells of a call.

        Raises:
            DrillFailed: the server did not take it.
        """
        own = self.console.own
        if own is None:
            raise DrillFailed("the demo has no server of its own")
        address = own.server.address
        source = NewSource(id="sentral-contoh", name="Sentral telepon (contoh)", kind=SourceKind.CALL_110)
        key = told(address, "/v1/admin/sources", own.server.admin_key, encode(source))["key"]
        event = CallEvent(
            id=new_id(), state=CallState.RINGING, at=datetime.now(UTC) - timedelta(seconds=4), number=_NUMBER, line="2"
        )
        told(address, "/v1/calls", str(key), encode(event))


def _card(tray: Tray, kind: type[C]) -> C | None:
    return tray.card if isinstance(tray.card, kind) else None


def told(address: str, path: str, key: str, body: bytes) -> dict[str, object]:
    """The demo server's JSON answer to a body posted with a key.

    Raises:
        DrillFailed: it did not take it.
    """
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    with requests.Session() as session:
        session.trust_env = False
        answer = session.post(address + path, data=body, headers=headers, timeout=20)
    if answer.status_code >= 300:
        raise DrillFailed(f"{path} answered {answer.status_code}")
    told: dict[str, object] = answer.json()
    return told
