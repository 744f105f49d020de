"""The audit chain: written with its effect or not at all, told apart, readable by few."""

from __future__ import annotations

import hashlib
import io
import threading
from collections.abc import Iterable
from typing import cast

import pytest
from sqlalchemy import select, update

from console.contract.audit import (
    AuditPage,
    AuditRecord,
    ChainProof,
    SignedCheckpoint,
    chained,
    is_signed,
    record_hash,
)
from console.contract.audit_file import lines_of, write_export
from console.contract.audit_verify import Verdict, verify
from console.contract.codec import decode
from console.contract.decisions import encode_decision
from console.contract.ids import new_id
from console.domain.acts import AddNote, ClaimCase, CloseCase, Look
from console.domain.person import Role
from console.server import tables
from console.server.audit import note
from tests.worlds.central import PASSPHRASE, Central


def records(central: Central) -> tuple[AuditRecord, ...]:
    """The whole chain as the server holds it."""
    return central.parts.checkpoints.page(0, 100_000).records


def verified(central: Central) -> Verdict:
    """The chain exported and verified as an outsider would."""
    signed = central.parts.checkpoints.make()
    file = io.BytesIO()
    write_export(file, signed, records(central)[: signed.checkpoint.place])
    file.seek(0)
    return verify(lines_of(file), signed.key)


def told(central: Central) -> list[tuple[str, str, str]]:
    return [(each.kind, each.outcome, each.what) for each in records(central)]


def test_a_decision_is_on_the_chain_with_the_hash_of_what_the_desk_sent(central: Central):
    desk, source = central.sign_in(), central.make_source()
    report_id = central.report_in(source)
    raw = encode_decision(desk.decision(ClaimCase(), report_id))
    assert desk.send(raw).json()["results"][0]["outcome"] == "applied"
    last = records(central)[-1]
    assert (last.kind, last.outcome, last.what) == ("decision", "applied", "report.claim")
    assert (last.subject, last.desk, last.session) == (f"report/{report_id}", desk.desk_id, desk.session_id)
    assert last.actor == f"user/{desk.actor_id}"
    assert last.content == hashlib.sha256(raw).hexdigest()
    assert last.hash == record_hash(last)
    assert verified(central).whole


def test_a_refused_decision_is_there_with_its_reason_and_a_replay_adds_nothing(central: Central):
    desk, source = central.sign_in(), central.make_source()
    report_id = central.report_in(source)
    raw = encode_decision(desk.decision(CloseCase(outcome="handled"), report_id))
    assert desk.send(raw).json()["results"][0]["outcome"] == "refused"
    once = records(central)
    assert once[-1].outcome.startswith("refused:")
    desk.send(raw)
    assert records(central) == once


def test_a_look_at_an_identity_says_who_and_at_what_but_no_reason(central: Central):
    desk, source = central.sign_in(), central.make_source()
    report_id = central.report_in(source, reporter={"name": "Budi Rekaan", "account": "akun-7"})
    desk.decide(ClaimCase(), report_id)
    desk.decide(Look(what="identity", reason="menelepon pelapor"), report_id)
    assert told(central)[-1] == ("decision", "applied", "report.look:identity")


def test_people_desks_and_administrators_leave_records(central: Central):
    desk = central.sign_in("sari")
    central.post("/v1/sign-in", json={"user": "sari", "passphrase": "salah sekali"}, headers=desk.desk_headers)
    central.post("/v1/admin/desks/tidak-ada/revoke", headers=central.admin)
    made = central.post(
        "/v1/admin/users", headers=central.admin,
        json={"login": "dewi", "name": "Dewi", "role": "oversight", "passphrase": PASSPHRASE},
    ).json()  # fmt: skip
    central.post(f"/v1/admin/desks/{desk.desk_id}/revoke", headers=central.admin)
    central.post("/v1/sign-out", headers=desk.headers)
    acts = told(central)
    assert ("enrol", "ok", "") in acts
    assert acts[-4:] == [
        ("sign_in", "ok", ""), ("sign_in", "wrong", ""),
        ("admin", "", "user.make:oversight"), ("admin", "", "desk.revoke"),
    ]  # fmt: skip
    by_admin = records(central)[-2]
    assert by_admin.actor.startswith("key/")
    assert by_admin.subject == f"user/{made['id']}"


def test_the_chain_holds_nobodys_words(central: Central):
    desk, source = central.sign_in("sari"), central.make_source()
    secret = "kata-kata pelapor yang rahasia"
    report_id = central.report_in(source, secret, reporter={"name": "Budi Rekaan", "phone": "+6280000001234"})
    central.post(f"/v1/reports/{report_id}/answers", json={"id": new_id(), "text": secret}, headers=source)
    desk.decide(AddNote(text=secret), report_id)
    hostile = desk.decision(AddNote(text="x"), secret + ' "\\\n ' + "a" * 300)
    desk.send(hostile)
    central.post("/v1/sign-in", json={"user": secret, "passphrase": secret}, headers=desk.desk_headers)
    text = repr(records(central)).lower()
    for word in ("kata", "pelapor", "budi", "80000001234", "sari", "127.0.0.1"):
        assert word not in text
    assert verified(central).whole


def test_what_is_rolled_back_leaves_neither_effect_nor_record(central: Central):
    desk, source = central.sign_in(), central.make_source()
    report_id = central.report_in(source)
    before = records(central)

    def break_off(*_: object) -> None:
        raise RuntimeError("the power went")

    central.parts.receipts.effects.append(break_off)
    with pytest.raises(RuntimeError):
        central.parts.receipts.answer_all(desk.desk_id, (encode_decision(desk.decision(ClaimCase(), report_id)),))
    central.parts.receipts.effects.remove(break_off)
    assert records(central) == before
    assert central.report(report_id).claim is None
    desk.decide(ClaimCase(), report_id)
    assert len(records(central)) == len(before) + 1
    assert verified(central).whole


def test_a_server_that_stops_before_commit_leaves_neither(central: Central):
    """The transaction is open, effect and record written, and the process goes."""
    before = records(central)
    with pytest.raises(SystemExit):
        _write_and_go(central)
    assert records(central) == before
    central.go_away()
    central.come_back()
    assert told(central)[-1] == ("server", "", "started")
    assert verified(central).whole


def _write_and_go(central: Central) -> None:
    with central.parts.database.write() as tx:
        note(tx, central.now(), "server", what="never")
        tx.execute(update(tables.meta).where(tables.meta.c.name == "hmac_key"), {"value": "00"})
        for step in tx.before_commit:
            step(tx)
        tx.before_commit.clear()
        raise SystemExit


def test_sixteen_writers_make_one_chain(central: Central):
    def write(number: int) -> None:
        for _ in range(25):
            with central.parts.database.write() as tx:
                note(tx, central.now(), "server", what=f"writer.{number}")

    start = len(records(central))
    threads = [threading.Thread(target=write, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(records(central)) == start + 400
    assert verified(central).whole


def test_a_console_can_follow_the_chain_by_digests_that_tell_nothing(central: Central):
    desk, source = central.sign_in(), central.make_source()
    first = decode(central.get("/v1/audit/checkpoint", desk.desk_headers).content, SignedCheckpoint)
    assert is_signed(first.checkpoint, first.key)
    for _ in range(3):
        central.report_in(source)
    central.parts.checkpoints.make()
    later = decode(central.get("/v1/audit/checkpoint", desk.desk_headers).content, SignedCheckpoint)
    after = first.checkpoint.place
    answer = central.get(f"/v1/audit/proof?after={after}&limit={later.checkpoint.place - after}", desk.desk_headers)
    assert _folded(first.checkpoint.hash, decode(answer.content, ChainProof).digests) == later.checkpoint.hash
    assert central.get("/v1/audit/records", desk.headers).status_code == 403


def _folded(hash_: str, digests: Iterable[str]) -> str:
    value = bytes.fromhex(hash_)
    for digest in digests:
        value = chained(value, bytes.fromhex(digest))
    return value.hex()


def test_oversight_reads_the_records_and_its_export_is_on_the_chain(central: Central):
    officer = central.sign_in("pengawas", Role.OVERSIGHT)
    closing = decode(central.post("/v1/audit/checkpoints", officer.headers).content, SignedCheckpoint)
    page = decode(central.get("/v1/audit/records?limit=1000", officer.headers).content, AuditPage)
    exported = page.records[closing.checkpoint.place - 1]
    assert (exported.kind, exported.what, exported.actor) == ("audit", "exported", f"user/{officer.actor_id}")


def test_checkpoints_are_made_when_due_and_not_when_nothing_happened(central: Central):
    central.parts.checkpoints.make()
    assert central.parts.checkpoints.make_due() is False
    with central.parts.database.write() as tx:
        note(tx, central.now(), "server", what="something")
    assert central.parts.checkpoints.make_due() is False
    central.advance(61)
    assert central.parts.checkpoints.make_due() is True
    place = central.parts.checkpoints.latest().checkpoint.place
    assert central.parts.checkpoints.make().checkpoint.place == place


def test_a_new_epoch_is_a_record_with_a_checkpoint_of_its_own(central: Central):
    central.go_away()
    _become_restored(central.database_url)
    central.come_back()
    latest = central.parts.checkpoints.latest()
    assert latest.checkpoint.epoch == central.parts.identity.epoch
    assert is_signed(latest.checkpoint, latest.key)
    verdict = verified(central)
    assert verdict.whole
    assert verdict.restores == 1


def _become_restored(url: str) -> None:
    """What a restore does to a database: another epoch."""
    from console.server.database import Database

    database = Database(url)
    with database.write() as tx:
        tx.execute(update(tables.meta).where(tables.meta.c.name == "epoch"), {"value": new_id()})
    database.close()


def test_whoever_changes_a_row_of_the_table_is_found(central: Central):
    desk, source = central.sign_in(), central.make_source()
    desk.decide(ClaimCase(), central.report_in(source))
    with central.parts.database.write() as tx:
        place = cast("int", tx.execute(select(tables.audit.c.place).where(tables.audit.c.kind == "report")).scalar())
        tx.execute(update(tables.audit).where(tables.audit.c.place == place), {"actor": "source/lain"})
    broken = verified(central).broken
    assert broken is not None
    assert (broken.how, broken.place) == ("changed", place)
