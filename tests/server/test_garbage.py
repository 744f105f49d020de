"""Bad input to every route: a 4xx that names the field, never a 5xx."""

from __future__ import annotations

import json

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.contract.ids import new_id
from tests.worlds.central import Central, SignedDesk

BROKEN_BODIES: list[bytes] = [
    b"", b" ", b"null", b"[]", b"{}", b"[", b"{", b'"', b"1e999", b"-", b"NaN", b"Infinity", b"[1,]", b'{"a":1,}',
    b"\xff\xfe", b'{"id":"\xc3\x28"}', b'{"id":"\\ud800"}', b"\x00", b"[" * 20_000, b'{"a":' * 10_000,
    b'{"id":1}', b'{"id":null}', b'{"id":{}}', b'{"id":[]}', b'{"id":"' + b"9" * 5_000 + b'"}',
    b"[null]", b"[[]]", b'[{"id":1}]', b'[{"id":"x"}]', b"[1,2,3]", b'{"\\u0000":"\\u0000"}', b"\xef\xbb\xbf{}",
    b"<html></html>", b"a=1&b=2", b"9" * 30_000,
]  # fmt: skip
"""Bodies after the kinds of JSONTestSuite's y/n/i files, written anew."""

NAUGHTY: list[str] = [
    "", " ", "\u0000", "null", "undefined", "-1", "NaN", "1/0", "' OR 1=1 --", '"; DROP TABLE feed; --', "<script>",
    "../../../../etc/passwd", "%00", "%2e%2e%2f", "\u202etxt.exe", "\u200b", "👮🏽‍♀️", "١٢٣", "{{7*7}}", "${7*7}",
    "a" * 3_000, "\r\nX-Sigap: 1", "ÅÍÎÏ˝", "1e309", "0x10", "1_000", "９",
]  # fmt: skip

REPORT_FIELDS = [
    "id", "kind", "text", "lat", "lon", "priority", "reporter", "happened_at", "accuracy_m", "category",
    "place_words", "addressee", "provenance",
]  # fmt: skip
DECISION_FIELDS = [
    "op", "op_version", "subject", "also", "token", "actor_id", "actor_session_id", "desk_id", "decided_at", "act",
]  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=8,
)


def _fill(path: str, text: str) -> str:
    from urllib.parse import quote

    while "{" in path:
        before, _, rest = path.partition("{")
        path = before + (quote(text, safe="") or "x") + rest.partition("}")[2]
    return path


def _sane(answer: requests.Response, about: str) -> None:
    assert answer.status_code < 500, f"{about}: {answer.status_code} {answer.text[:300]}"
    if answer.status_code >= 400:
        assert answer.json()["code"], about
        assert answer.json()["message"], about
    if answer.status_code == 422:
        assert answer.json()["field"], f"{about} names no field: {answer.text[:200]}"


def _operations(central: Central) -> list[tuple[str, str, dict]]:
    described = central.get("/v1/openapi.json").json()["paths"]
    return [
        (method.upper(), path, operation)
        for path, methods in described.items()
        for method, operation in methods.items()
        if path not in ("/v1/stream", "/v1/sign-out")
    ]


def _headers(central: Central, desk: SignedDesk, source: dict[str, str], operation: dict) -> dict[str, str]:
    by_who = {
        "desk": desk.desk_headers, "person": desk.headers, "source": source,
        "fleet": central.admin, "administrator": central.admin,
    }  # fmt: skip
    return by_who.get(operation["x-who"], {})


@pytest.mark.slow
def test_broken_bodies_are_turned_away_by_every_route(central: Central):
    desk, source = central.sign_in(), central.make_source()
    for method, path, operation in _operations(central):
        if method == "GET":
            continue
        headers = _headers(central, desk, source, operation)
        for body in BROKEN_BODIES:
            for content_type in ("application/json", "multipart/form-data; boundary=x", ""):
                kind = {"Content-Type": content_type} if content_type else {}
                answer = central.post(_fill(path, "x"), headers={**headers, **kind}, data=body)
                _sane(answer, f"{method} {path} {body[:40]!r} as {content_type!r}")
                if content_type == "multipart/form-data; boundary=x" and body:
                    break
    central.report_in(source, "tetap masuk")


@pytest.mark.slow
def test_naughty_strings_in_paths_queries_and_headers(central: Central):
    desk, source = central.sign_in(), central.make_source()
    for method, path, operation in _operations(central):
        headers = _headers(central, desk, source, operation)
        for text in NAUGHTY:
            answer = central._ask(method, _fill(path, text), headers, params={"after": text, "limit": text, text: text})
            _sane(answer, f"{method} {path} {text[:30]!r}")
    for value in ("x", ":", "a:b", "Bearer", "Bearer ", "Basic eDp5", "Bearer " + "x" * 4_000):
        for name in ("Authorization", "Sigap-Desk"):
            _sane(central.get("/v1/changes", headers={**desk.headers, name: value}), f"{name}: {value[:20]}")


def test_made_up_json_never_breaks_the_routes_that_take_reports_and_decisions(central: Central):
    desk, source = central.sign_in(), central.make_source()
    report_id = central.report_in(source)
    with requests.Session() as session:
        session.trust_env = False

        @settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        @given(field=st.sampled_from(REPORT_FIELDS), value=VALUES)
        def reports(field: str, value: object) -> None:
            body = json.dumps({"id": new_id(), "text": "x", field: value})
            answer = session.post(central.address + "/v1/reports", data=body.encode("utf-8", "replace"), headers=source)
            _sane(answer, f"report with {field}={value!r}")

        @settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        @given(field=st.sampled_from(DECISION_FIELDS), value=VALUES)
        def decisions(field: str, value: object) -> None:
            body = {
                "id": new_id(), "op": "report.note", "op_version": 1,
                "subject": {"kind": "report", "id": report_id, "base_version": None}, "also": [], "token": None,
                "actor_id": desk.actor_id, "actor_session_id": desk.session_id, "desk_id": desk.desk_id,
                "decided_at": "2026-03-03T00:00:00Z", "act": {"text": "x"}, field: value,
            }  # fmt: skip
            raw = json.dumps([body]).encode("utf-8", "replace")
            answer = session.post(central.address + "/v1/decisions", data=raw, headers=desk.desk_headers)
            _sane(answer, f"decision with {field}={value!r}")

        reports()
        decisions()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"id": "bukan-uuid"}, "id"),
        ({"text": "x" * 8_001}, "text"),
        ({"kind": "panic", "text": "tolong"}, "text"),
        ({"kind": "teriak"}, "$.kind"),
        ({"priority": 5}, "priority"),
        ({"priority": "satu"}, "$.priority"),
        ({"lat": 91.0, "lon": 1.0}, "lat"),
        ({"lat": 1.0, "lon": 181.0}, "lon"),
        ({"lat": 1.0, "lon": None}, "lat"),
        ({"category": "hantu"}, "category"),
        ({"happened_at": "2026-03-03T07:00:00"}, "happened_at"),
        ({"reporter": {"name": "n" * 201}}, "reporter.name"),
        ({"tambahan": 1}, "$"),
    ],
)
def test_a_report_with_a_wrong_field_names_it_and_nothing_is_stored(central: Central, change: dict, field: str):
    source, desk = central.make_source(), central.sign_in()
    body = {"id": new_id(), "text": "x", "lat": -7.9, "lon": 112.6, **change}
    answer = central.post("/v1/reports", json=body, headers=source)
    assert (answer.status_code, answer.json()["field"]) == (422, field)
    rows = central.get("/v1/changes?after=0", headers=desk.headers).json()["rows"]
    assert [row["kind"] for row in rows] == ["site"]


def test_a_body_that_is_too_large_is_refused_before_it_is_read(central: Central):
    answer = central.post("/v1/reports", data=b"x" * (300 * 1024), headers=central.make_source())
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_a_console_of_another_protocol_is_told_so(central: Central):
    desk = central.sign_in()
    for path in ("/v1/changes", "/v1/stream", "/v1/health"):
        answer = central.get(path, headers={**desk.headers, "Sigap-Protocol": "2"})
        assert (answer.status_code, answer.json()["code"]) == (426, "wrong_protocol")


def test_unknown_paths_and_methods_are_problems_too(central: Central):
    assert central.get("/v1/nothing").json()["code"] == "not_found"
    assert central._ask("DELETE", "/v1/health", {}).json()["code"] == "method_not_allowed"


def test_an_expired_agreement_and_a_revoked_source_are_turned_away(central: Central):
    until = central.now().isoformat()
    body = {"id": "mitra-lama", "name": "Mitra", "kind": "partner", "valid_until": until}
    key = central.post("/v1/admin/sources", json=body, headers=central.admin).json()["key"]
    central.advance(1)
    headers = {"Authorization": f"Bearer {key}"}
    ended = central.post("/v1/reports", json={"id": new_id()}, headers=headers)
    assert (ended.status_code, ended.json()["code"]) == (403, "source_not_valid")
    central.post("/v1/admin/sources/mitra-lama/revoke", headers=central.admin)
    gone = central.post("/v1/reports", json={"id": new_id()}, headers=headers)
    assert (gone.status_code, gone.json()["code"]) == (401, "key_unknown")
