"""The published description: true to the routes, and good enough for a stranger's fuzzer."""

from __future__ import annotations

import json

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings

from console.contract.admin import NewKey
from console.domain.person import Role
from console.server.credentials import Who
from tests.worlds.central import Central


def test_every_shape_that_is_named_is_described(central: Central):
    described = central.get("/v1/openapi.json").json()
    text = json.dumps(described)
    named = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert named <= described["components"]["schemas"].keys()
    assert {"NewReport", "SignedIn", "ChangesPage", "Problem"} <= named
    for path, methods in described["paths"].items():
        for operation in methods.values():
            assert operation["summary"].strip(), path
            assert Who(operation["x-who"])
            assert operation["responses"]["4XX"]


@pytest.mark.slow
def test_a_strangers_fuzzer_finds_no_5xx(central: Central):
    desk, source = central.sign_in(), central.make_source()
    partner = central.parts.accounts.make_key(NewKey(name="dinas", role=Role.PARTNER)).key
    headers = {
        "desk": desk.desk_headers, "person": desk.headers, "source": source, "anyone": {},
        "fleet": central.admin, "administrator": central.admin, "oversight": central.admin, "device": {}, "officer": {},
        "holder": {}, "tracker": {"Authorization": f"Bearer {partner}"},
    }  # fmt: skip
    described = central.get("/v1/openapi.json").json()
    left_out = ("/v1/stream", "/v1/sign-out")
    for path in left_out:
        del described["paths"][path]
    schema = schemathesis.openapi.from_dict(described)
    broken: list[str] = []

    def ask(case: schemathesis.Case) -> None:
        answer = case.call(base_url=central.address, headers=headers[whose])
        if answer.status_code >= 500:
            broken.append(f"{case.method} {case.path}: {answer.status_code}")

    for found in schema.get_all_operations():
        operation = found.ok()
        whose = described["paths"][operation.path][operation.method.lower()]["x-who"]
        modest = settings(
            max_examples=12, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        modest(given(case=operation.as_strategy())(ask))()
    assert broken == []

