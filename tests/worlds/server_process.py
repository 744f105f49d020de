"""The server as a child process, furnished and asked through its public API alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import requests

from console import paths
from console.contract.codec import decode
from console.contract.ids import new_id
from console.domain.report import Report
from console.embedded import Embedded

PASSPHRASE = "kata sandi rekaan"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class App:
    """A citizen or driver app with its own credential."""

    server: ServerProcess
    key: str

    def report(self, text: str, photo: bytes = b"", **more: object) -> str:
        """Send a report, with a photo as a form; returns its id."""
        body = {"id": new_id(), "text": text, "lat": -7.9775, "lon": 112.6348, "accuracy_m": 12.0, **more}
        if photo:
            import json

            files = [
                ("report", (None, json.dumps(body).encode(), "application/json")),
                ("file", ("foto.jpg", photo, "image/jpeg")),
            ]
            answer = self.server.ask("POST", "/v1/reports", self.key, files=files)
        else:
            answer = self.server.ask("POST", "/v1/reports", self.key, json=body)
        assert answer.status_code == 201, answer.text
        return str(body["id"])

    def view(self, report_id: str) -> Json:
        """What the reporter is shown of his own report."""
        told: Json = self.server.ask("GET", f"/v1/reports/{report_id}", self.key).json()
        return told

    def answer(self, report_id: str, text: str) -> None:
        """Answer what the center asked."""
        body = {"id": new_id(), "text": text}
        answer = self.server.ask("POST", f"/v1/reports/{report_id}/answers", self.key, json=body)
        assert answer.status_code < 300, answer.text


class ServerProcess:
    """`kill()` is a power cut, `restart()` the same database on the same port; `reports()` reads its file."""

    def __init__(self, folder: Path, smtp: str = "") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / "server.db"
        self._session = requests.Session()
        self._session.trust_env = False
        self.child = Embedded.start(
            paths.own_command(), self._file, media=folder / "media", smtp=smtp, log=folder / "server.log"
        )
        self.enrol_code = self.child.enrol_code

    @property
    def address(self) -> str:
        return self.child.address

    def ask(self, method: str, path: str, key: str = "", **more: object) -> requests.Response:
        """A request under a key, the administrator's when none is given."""
        headers = {"Authorization": f"Bearer {key or self.child.admin_key}", "Accept": "application/json"}
        return self._session.request(method, self.address + path, headers=headers, timeout=30, **more)  # type: ignore[arg-type]

    def admin(self, path: str, **body: object) -> Json:
        answer = self.ask("POST", f"/v1/admin/{path}", json=body)
        assert answer.status_code < 300, answer.text
        told: Json = answer.json()
        return told

    # --- who and what lives in it

    def hire(self, login: str, role: str = "operator") -> None:
        self.admin("users", login=login, name=login.title(), role=role, passphrase=PASSPHRASE)

    def app(self, source_id: str, kind: str) -> App:
        return App(self, str(self.admin("sources", id=source_id, name=f"{source_id} (rekaan)", kind=kind,
                                        per_second=100.0)["key"]))  # fmt: skip

    def patrol(self, unit_id: str, call_sign: str) -> None:
        """A unit on duty near the reports, seen just now."""
        unit = {"id": unit_id, "call_sign": call_sign, "name": "Rekaan", "rank": "Bripka", "function": "lantas"}
        self.admin("units", units=[unit])
        fix = {"unit_id": unit_id, "at": datetime.now(UTC).isoformat(), "lat": -7.9755, "lon": 112.6372}
        assert self.ask("POST", "/v1/positions", json={"fixes": [fix]}).json()["stored"] == 1

    def agency(self, agency_id: str, short_name: str, *categories: str) -> None:
        self.admin("agencies", agencies=[{
            "id": agency_id, "name": f"{short_name} (rekaan)", "short_name": short_name, "categories": categories,
            "email": f"siaga@{agency_id}.example", "phone": "+62 800 000 0102",
        }])  # fmt: skip

    def phone_page(self, unit_id: str) -> str:
        """The path of the officer's personal page."""
        return str(self.admin(f"units/{unit_id}/link")["path"])

    # --- what it holds

    def reports(self) -> dict[str, Report]:
        """Every report by id, read from the database file, not asked of the server."""
        with closing(sqlite3.connect(f"file:{self._file}?mode=ro", uri=True)) as database:
            rows = database.execute("SELECT id, body FROM feed WHERE kind = 'report' AND gone = ''").fetchall()
        return {report_id: decode(body, Report) for report_id, body in rows}

    def receipts(self) -> list[tuple[str, str]]:
        """(decision id, outcome) of every answer given, in the order given."""
        with closing(sqlite3.connect(f"file:{self._file}?mode=ro", uri=True)) as database:
            rows = database.execute("SELECT decision_id, result FROM receipts ORDER BY at, rowid").fetchall()
        return [(decision_id, str(decode(result, dict[str, Any])["outcome"])) for decision_id, result in rows]

    def actor_of(self, report_id: str) -> str:
        """Who last decided on that report."""
        return next(entry.actor_id for entry in reversed(self.reports()[report_id].timeline) if entry.actor_id)

    def __enter__(self) -> ServerProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()
        self.child.stop()
