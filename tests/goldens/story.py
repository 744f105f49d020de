"""What a golden holds: one desk's week on one server, everything in it invented."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import msgspec
from PIL import Image

from console.contract.decisions import encode_decision
from console.contract.feed import ChangeRow, ChangesPage
from console.contract.ids import new_id
from console.desk.decide import Decided
from console.domain import acts
from console.domain.acts import Act
from console.domain.agency import Agency
from console.domain.person import Role
from console.server.feed import forget_tombstones
from console.sync.follower import Follower
from console.sync.outbox import Outbox
from tests.sync.world import Console
from tests.worlds.central import Central


class Week:
    """Central and one console, both left in the middle of their work; `ids` names what became of each decision."""

    def __init__(self, central: Central, folder: Path) -> None:
        self.central = central
        self.folder = folder
        self.ids: dict[str, str] = {}
        self.reports: list[str] = []

    def play(self) -> None:
        """Live it through; afterwards the console is closed and the server still runs."""
        self._found()
        self._work()
        self._at_another_desk()
        self.desk.session.close()
        self.desk.transport.close()

    def _found(self) -> None:
        central = self.central
        for login, role in (("sari", Role.OPERATOR), ("joko", Role.SUPERVISOR), ("lama", Role.OPERATOR)):
            central.make_user(login, role)
        central.make_unit("patroli-1", "Patroli 1")
        central.make_unit("patroli-2", "Patroli 2")
        agency = Agency(id="pln", name="PLN rekaan", short_name="PLN", revision=1, email="pln@contoh.example")
        central.make_agency(agency)
        self.source = central.make_source()
        self.desk = Console(self.folder, central.address)
        self.desk.session.enrol(central.enrol_code(), "Meja 1")
        self.recovery = self.desk.sign_in("sari").recovery_key
        self.desk.sign_in("joko")
        self.desk.sign_in("sari")
        store = self.desk.store
        self.follower = Follower(store, self.desk.server, server_now=self.desk.clock.server_now)
        self.outbox = Outbox(
            store, self.desk.server, monotonic_s=lambda: 0.0, server_now=self.desk.clock.server_now
        )
        words = ("pohon tumbang menutup jalan", "kabel listrik putus", "tabrakan beruntun", "banjir di perumahan",
                 "pencurian sepeda motor", "lampu jalan padam", "keributan di pasar")  # fmt: skip
        reporter = {"account": "warga-1", "name": "Warga Rekaan", "phone": "+628000000001"}
        self.reports = [central.report_in(self.source, text, reporter=reporter) for text in words]
        self.reports.append(self._with_a_photo())
        self.follower.catch_up()

    def _with_a_photo(self) -> str:
        out = io.BytesIO()
        Image.new("RGB", (8, 8), (200, 30, 30)).save(out, "JPEG")
        body = msgspec.json.encode({"id": new_id(), "text": "lihat foto", "lat": -7.97, "lon": 112.63})
        files = {"report": (None, body, "application/json"), "file": ("a.jpg", out.getvalue(), "image/jpeg")}
        answer = self.central.post("/v1/reports", headers=self.source, files=files)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def _decide(self, name: str, act: Act, place: int) -> str:
        answer = self.desk.desk.decide(act, self.reports[place])
        assert isinstance(answer, Decided), answer
        self.ids[name] = answer.decision_id
        return answer.decision_id

    def _sent(self) -> None:
        while self.outbox.send_once().more:
            continue

    def _work(self) -> None:
        store, central = self.desk.store, self.central
        self._decide("applied claim", acts.ClaimCase(), 0)
        self._decide("applied dispatch", acts.DispatchUnits(unit_ids=("patroli-1",)), 0)
        self._decide("applied forward", acts.ForwardCase(agency_id="pln", text="kabel putus", hold_s=0), 1)
        self._sent()
        self.follower.catch_up()
        # Refused, because another desk was first; one read by a person, one not.
        rival = central.sign_in("bayu")
        for place in (2, 3):
            assert rival.decide(acts.ClaimCase(), self.reports[place], base_version=1)["outcome"] == "applied"
        self._decide("refused and read", acts.ClaimCase(), 2)
        self._decide("refused and unread", acts.SetPriority(priority=1), 3)
        self._sent()
        store.mark_seen(self.ids["refused and read"])
        self.follower.catch_up()
        # Answered, but not yet seen in the feed.
        self._decide("applied and not yet mirrored", acts.AddNote(text="terjawab, belum terlihat"), 4)
        self._sent()
        self._photo_fetched()
        self._kept(store)
        self._decide("waiting claim", acts.ClaimCase(), 5)
        self._decide("waiting note", acts.AddNote(text="menunggu di antrean"), 5)
        self._decide("waiting with trouble", acts.AddNote(text="sudah dicoba"), 6)
        for _ in range(3):
            store.note_trouble([self.ids["waiting with trouble"]], "server_error")
        self.desk.session.sign_out()
        self.desk.sign_in("joko")
        self._decide("waiting of the second person", acts.AddNote(text="catatan supervisor"), 0)
        self.desk.session.sign_out()

    def _photo_fetched(self) -> None:
        store = self.desk.store
        report = store.report(self.reports[7])
        assert report is not None
        [file] = report.attachments
        whole = b"".join(self.desk.server.media_span(file.id, 0, file.size_bytes, file.sha256))
        store.media_expect(file.id, file.size_bytes, file.sha256)
        store.media_add(file.id, 0, whole)
        assert store.media_check(file.id)

    def _kept(self, store: Any) -> None:
        store.keep_setting("window.state", "letak jendela")
        store.keep_draft(f"note/{self.reports[6]}", "catatan yang belum selesai")
        epoch, after = store.cursor()
        later = ChangeRow(seq=after, kind="bulletin", id="b1", revision=1, body=msgspec.Raw(b'{"judul":"rilis nanti"}'))
        page = ChangesPage(
            epoch=epoch, oldest_seq=0, next_seq=after, more=False, server_time=self.central.now(), rows=(later,)
        )
        store.apply_page(page)
        store.stage(0, self.desk.server.snapshot("", 3))

    def _at_another_desk(self) -> None:
        """What the server goes through while this desk is away: rows the golden console does not know yet."""
        central = self.central
        other = central.sign_in("dewi")
        raw = encode_decision(other.decision(acts.AddNote(text="dari meja lain"), self.reports[4]))
        assert other.send(raw).json()["results"][0]["outcome"] == "applied"
        self.ids["rival note"] = msgspec.json.decode(raw)["id"]
        central.post(f"/v1/admin/users/{central.find_user('lama')}/revoke", headers=central.admin)
        made = [central.report_in(self.source, "dicabut nanti"), central.report_in(self.source, "baru masuk")]
        for report_id in (self.reports[3], made[0]):
            report = central.report(report_id)
            with central.parts.database.write() as tx:
                central.parts.casefile.bury(tx, "report", report_id, report.revision + 1, central.now(), "withdrawn")
        with central.parts.database.write() as tx:
            forget_tombstones(tx, central.now().replace(year=2000))
        central.post("/v1/admin/devices", headers=central.admin, json={"unit_id": "patroli-1", "device_id": "hp-1"})
        central.post("/v1/admin/units/patroli-1/link", headers=central.admin, data=b"{}")
        fixes = [{"unit_id": "patroli-1", "at": central.now().isoformat(), "lat": -7.98, "lon": 112.62}]
        answer = central.post("/v1/positions", headers=central.admin, json={"fixes": fixes})
        assert answer.status_code == 200, answer.text
