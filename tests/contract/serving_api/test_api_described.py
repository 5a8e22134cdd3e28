"""Requests made from the API's own description: none ends in a fault, and every answer is as it is described."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks
from starlette.applications import Starlette

from pages import stores
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


@pytest.fixture(scope="module", autouse=True)
def served(built_store: Path, example_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Both stores beside each other, as the process finds them."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(built_store, folder / "store")
    shutil.copytree(example_store, folder / "store-contoh")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IKRAR_STORE", str(folder / "store"))
        stores.clear()
        yield
        stores.clear()


@SCHEMA.parametrize()
def test_answers_are_as_described(case: schemathesis.Case) -> None:
    case.call_and_validate(checks=CHECKS)
