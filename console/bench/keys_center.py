"""The server of 'bench keys': demo city, officers with fresh positions, invented reports."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from console import paths
from console.contract.codec import decode, encode
from console.contract.fleet import MAX_FIXES, Fix, Fixes
from console.contract.ids import new_id
from console.contract.intake import NewReport, NewReporter, NewSource, SourceKey
from console.desk.sign_in import DEMO_PASSPHRASE
from console.domain.report import SourceKind
from console.domain.unit import Unit
from console.embedded import Embedded
from console.simulate.sender import Sender

PERSON = ("joko", DEMO_PASSPHRASE)
"""A supervisor of the demo city: the only one who can do every task, reopening too."""

LAT, LON = -7.977, 112.634
_TEXTS = ("Motor rekaan hilang di parkiran", "Dua orang rekaan ribut", "Macet panjang, laporan rekaan")


class Center:
    """Starts on a new database in `folder`; `reports` of priority 1 to 3 are there when it returns."""

    def __init__(self, folder: Path, reports: int) -> None:
        self.reports = reports
        command = [*paths.own_command(), "--profile", str(folder)]
        self._child = Embedded.start(
            command, folder / "server.db", demo=True, media=folder / "media", log=folder / "server.log"
        )
        self.address, self.enrol_code = self._child.address, self._child.enrol_code
        admin = Sender(self.address, self._child.admin_key)
        try:
            self._post_officers(admin)
            self._send_reports(admin)
        finally:
            admin.close()

    def kill(self) -> None:
        """The server is gone from one moment to the next."""
        self._child.kill()

    def stop(self) -> None:
        """End it, if it still runs."""
        if self._child.running:
            self._child.stop()

    def _post_officers(self, admin: Sender) -> None:
        units = decode(admin.get("/v1/admin/units"), tuple[Unit, ...])
        now = datetime.now(UTC)
        fixes = [
            Fix(unit_id=unit.id, at=now, lat=LAT + number % 40 / 2000, lon=LON + number // 40 / 2000)
            for number, unit in enumerate(units)
        ]
        for start in range(0, len(fixes), MAX_FIXES):
            admin.post("/v1/positions", encode(Fixes(fixes=tuple(fixes[start : start + MAX_FIXES]))))

    def _send_reports(self, admin: Sender) -> None:
        source = NewSource(id="keys", name="Aplikasi rekaan", kind=SourceKind.CITIZEN_APP)
        key = decode(admin.post("/v1/admin/sources", encode(source)), SourceKey).key
        admin.post("/v1/admin/sources/keys/limit", encode({"per_second": 500.0}))
        sender = Sender(self.address, key)
        try:
            for number in range(self.reports):
                sender.post("/v1/reports", encode(_report(number)))
        finally:
            sender.close()


def _report(number: int) -> NewReport:
    return NewReport(
        id=new_id(),
        text=f"{_TEXTS[number % 3]} nomor {number}",
        category=("theft", "public_order", "traffic_jam")[number % 3],
        priority=(3, 2, 3)[number % 3] if number >= 3 else 1,
        lat=LAT + number % 9 / 400,
        lon=LON + number % 7 / 400,
        reporter=NewReporter(account=f"rekaan-{number}", reachable=True),
    )
