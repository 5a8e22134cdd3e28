"""What went wrong, as RFC 9457 wants it told: our own errors in the reader's language, never a trace."""

from __future__ import annotations

import json
import logging
import re
import secrets
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, Field
from starlette.responses import Response

from i18n import N_, BadInput, Damaged, IkrarError, Language, NotFound, Text
from pages.serving.api.parameters import LAST_OFFSET, MOST
from pages.serving.api.state import NothingLoaded

MEDIA_TYPE = "application/problem+json"

_log = logging.getLogger("ikrar")


class Fault(BaseModel):
    """One thing that cannot be used."""

    parameter: str | None = Field(description="The parameter at fault; null = the question as a whole.")
    what: str
    next_step: str | None


class Problem(BaseModel):
    """An answer that is none (RFC 9457)."""

    type: str = Field(
        description="What kind of problem; stays the same in every language.", examples=["urn:ikrar:problem:not-found"]
    )
    title: str
    status: int
    detail: str
    instance: str = Field(description="The path that was asked.")
    language: Language
    errors: list[Fault] = Field(description="Each thing at fault.")


_TITLES = {
    404: N_("There is no such thing here"),
    405: N_("This address is only for reading"),
    406: N_("There is no such form"),
    422: N_("The question cannot be used"),
    429: N_("Too many questions at once"),
    500: N_("The fault is ours"),
    503: N_("There are no figures to show"),
}
_STATUS: Sequence[tuple[type[IkrarError], int]] = (
    (NotFound, 404),
    (BadInput, 422),
    (NothingLoaded, 503),
    (Damaged, 503),
)
_CODES = N_("Codes are Kemendagri codes such as 33 or 33.03; /api/v1/regions lists them.")
_DAY = N_("Give a day as 2024-09-25.")
_EXPECTED = {
    "as-of": N_("Give a day as 2024-09-25, or the number of a snapshot."),
    "region": _CODES,
    "province": _CODES,
    "since": _DAY,
    "until": _DAY,
    "limit": N_("Give a whole number from {low} to {high}."),
    "offset": N_("Give a whole number from {low} to {high}."),
}
_BOUNDS = {"limit": (1, MOST), "offset": (0, LAST_OFFSET)}
_SEE = N_("/api/v1/openapi.json says what can be asked.")


def of_error(error: IkrarError, path: str, t: Text) -> Response:
    """The answer to an error of our own tree."""
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
    step = error.next_step and t(error.next_step, **error.values)
    return answer(status, path, t, [Fault(parameter=None, what=t(error.what, **error.values), next_step=step)])


def of_parameters(faults: Sequence[Mapping[str, Any]], known: Sequence[str], path: str, t: Text) -> Response:
    """The answer to parameters that cannot be used: each is named, with what would do."""
    first: dict[str, Mapping[str, Any]] = {}
    for one in faults:  # a parameter that may be left out is tried as null too, and complained of twice
        first.setdefault(_name(one), one)
    return answer(422, path, t, [_fault(one, known, t) for one in first.values()])


def of_repeated(names: Sequence[str], path: str, t: Text) -> Response:
    """The answer to parameters that are given more than once."""
    return answer(
        422,
        path,
        t,
        [
            Fault(parameter=name, what=t("“{name}” is given more than once.", name=name), next_step=t("Give it once."))
            for name in names
        ],
    )


def of_mishap(error: Exception, path: str, t: Text) -> Response:
    """The answer where the code failed; the trace is in the log under the code that the answer names."""
    code = secrets.token_hex(3).upper()
    _log.error("mishap %s", code, exc_info=error)
    what = t("This could not be answered.")
    step = t("The fault is ours and has been logged. If it stays, tell the administrator this code: {code}.", code=code)
    return answer(500, path, t, [Fault(parameter=None, what=what, next_step=step)])


def of_status(status: int, path: str, t: Text, headers: Mapping[str, str] | None = None) -> Response:
    """The answer where no question was read: an unknown address, a method that changes something, a foreign form."""
    title = _title(status, t)
    return answer(status, path, t, [Fault(parameter=None, what=f"{title}.", next_step=t(_SEE))], headers)


def answer(
    status: int, path: str, t: Text, faults: Sequence[Fault], headers: Mapping[str, str] | None = None
) -> Response:
    """A problem document. Nobody keeps one."""
    problem = Problem(
        type=f"urn:ikrar:problem:{HTTPStatus(status).phrase.lower().replace(' ', '-')}",
        title=_title(status, t),
        status=status,
        detail=" ".join(part for one in faults for part in (one.what, one.next_step) if part),
        instance=path,
        language=t.language,
        errors=list(faults),
    )
    body = json.dumps(problem.model_dump(), ensure_ascii=False).encode()
    more = {"Cache-Control": "no-store", "Content-Language": t.language, "Vary": "Accept, Accept-Language"}
    return Response(body, status, {**more, **(headers or {})}, MEDIA_TYPE)


def _title(status: int, t: Text) -> str:
    """What a status means here; the framework's own refusals (a body too large) are questions that cannot be used."""
    return t(_TITLES.get(status, _TITLES[422]))


def _name(found: Mapping[str, Any]) -> str:
    """The parameter that pydantic complains of, as it was spelt."""
    return str(found["loc"][1])


def _fault(found: Mapping[str, Any], known: Sequence[str], t: Text) -> Fault:
    """What is wrong with one parameter, from what pydantic says of it."""
    name = _name(found)
    if found["type"] == "extra_forbidden":
        return Fault(
            parameter=name,
            what=t("There is no parameter “{name}” here.", name=name),
            next_step=t("Known: {known}.", known=", ".join(known)),
        )
    what = t("“{value}” cannot be used for “{name}”.", value=_short(found.get("input")), name=name)
    words = re.findall(r"'([^']*)'", str(found.get("ctx", {}).get("expected", "")))
    if words:
        return Fault(parameter=name, what=what, next_step=t("Choose one of: {known}.", known=", ".join(words)))
    low, high = _BOUNDS.get(name, (0, 0))
    step = t(_EXPECTED.get(name, _SEE), low=t.number(low), high=t.number(high))
    return Fault(parameter=name, what=what, next_step=step)


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:60]}…"
