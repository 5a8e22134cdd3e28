"""Requests made from the API's own description: none ends in a fault, and every answer is as it is described."""

from __future__ import annotations

import pytest
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks
from starlette.applications import Starlette

from pages.serving import api

SCHEMA = schemathesis.openapi.from_asgi(
    f"{api.PATH}/openapi.json",
    Starlette(routes=api.mounted()),
    config=schemathesis.Config.from_dict(
        {
            # the same requests every time, so that a failure can be repeated
            "generation": {"deterministic": True, "max-examples": 8, "database": "none"},
            # routes with a suffix differ in the form alone: every value of every parameter is tried on the others
            "operations": [{"include-path-regex": r"\.", "phases": {"coverage": {"enabled": False}}}],
        }
    ),
)
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.response_headers_conformance,
    checks.negative_data_rejection,
    checks.allow_header_conformance,
]


@pytest.mark.usefixtures("served")
@SCHEMA.parametrize()
def test_answers_are_as_described(case: schemathesis.Case) -> None:
    case.call_and_validate(checks=CHECKS)
