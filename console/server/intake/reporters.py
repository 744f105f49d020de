"""Who reports: one record per account of a source, his number known by a keyed hash only."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

import phonenumbers
from sqlalchemy import bindparam, func, insert, select, update

from console.contract.caller import number_tag
from console.contract.ids import new_id
from console.contract.intake import NewReporter
from console.contract.sealed import Identity, seal
from console.domain.report import Status
from console.domain.reporter import Reporter, mask_name, mask_phone
from console.server import tables
from console.server.database import Tx
from console.server.identity import Identity as ServerIdentity
from console.server.sources import Source
from console.server.standing import known_standing, recognised_by

REGION = "ID"
"""Numbers written without a country code are Indonesian."""
_reporters, _reports = tables.reporters, tables.reports
_known = select(_reporters.c.id).where(
    _reporters.c.source_id == bindparam("source_id"), _reporters.c.account == bindparam("account")
)
_closed = (
    select(func.count())
    .select_from(_reports)
    .where(_reports.c.reporter_id == bindparam("id"), _reports.c.status == Status.CLOSED.value)
)
_counted = (
    update(_reporters)
    .where(_reporters.c.id == bindparam("b_id"))
    .values(
        reports=_reporters.c.reports + 1, confirmed=bindparam("closed"),
        phone_hmac=func.coalesce(bindparam("hashed"), _reporters.c.phone_hmac),
    )
    .returning(_reporters.c.reports)
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterKeys:
    """The server's two keys about people: to seal who they are, and to match their numbers."""

    identity_key: bytes
    hmac_key: bytes


def reporter_keys(identity: ServerIdentity) -> ReporterKeys:
    """The server's keys about people."""
    return ReporterKeys(identity_key=identity.identity_key, hmac_key=identity.hmac_key)


def e164(phone: str) -> str:
    """The number in E.164, '' when it cannot be one (a report is never lost for a mistyped number)."""
    try:
        number = phonenumbers.parse(phone, REGION)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def phone_hash(key: bytes, number: str) -> bytes:
    """HMAC-SHA-256 of an E.164 number: the same person is found again, the number is not."""
    return hmac.new(key, number.encode(), hashlib.sha256).digest()


def ids_of(keys: ReporterKeys, source: Source, who: NewReporter) -> tuple[str, ...]:
    """What he is recognised by (server.standing)."""
    number = e164(who.phone)
    number_id = number_tag(keys.identity_key, number) if number else ""
    return recognised_by(keys.hmac_key, source, who, number, number_id)


def known_reporter(
    tx: Tx, keys: ReporterKeys, source: Source, who: NewReporter, report_id: str, now: datetime
) -> Reporter:
    """The reporter as desks may see him, his record counted up by this report.

    His id is opaque; who has neither account nor usable number has no record.
    """
    number = e164(who.phone)
    hashed = phone_hash(keys.hmac_key, number) if number else None
    account = who.account or (f"phone:{hashed.hex()}" if hashed else "")
    identity = Identity(name=who.name, phone=number or who.phone, account=who.account)
    ids = ids_of(keys, source, who)
    standing = known_standing(tx, ids, now)
    seen = Reporter(
        name_masked=mask_name(who.name),
        phone_masked=mask_phone(number or who.phone),
        reachable=who.reachable and bool(who.account or who.phone),
        sealed=seal(identity, keys.identity_key, report_id),
        strikes=standing.strikes,
        blocked=standing.blocked,
        recognised_by=ids,
    )
    return _counted_up(tx, source.id, account, hashed, seen) if account else seen


def _counted_up(tx: Tx, source_id: str, account: str, hashed: bytes | None, seen: Reporter) -> Reporter:
    row = tx.execute(_known, {"source_id": source_id, "account": account}).first()
    if row is None:
        reporter_id = new_id()
        tx.execute(insert(_reporters), {
            "id": reporter_id, "source_id": source_id, "account": account, "phone_hmac": hashed, "reports": 1,
            "confirmed": 0, "strikes": 0, "blocked": False,
        })  # fmt: skip
        reports, confirmed = 1, 0
    else:
        reporter_id = cast("str", row[0])
        confirmed = cast("int", tx.execute(_closed, {"id": reporter_id}).scalar())
        values = {"b_id": reporter_id, "closed": confirmed, "hashed": hashed}
        reports = cast("int", tx.execute(_counted, values).scalar())
    return replace(seen, id=reporter_id, reports=reports, confirmed=confirmed)
