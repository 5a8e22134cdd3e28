"""A report as it is kept and sent (`dataclasses.asdict`, as JSON), and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.boundaries.values import Feature, Finding, Question, Report


def report_of(told: Mapping[str, Any]) -> Report:
    """The report that became `told`. Raises KeyError and TypeError for what is none."""
    features = {name: tuple(Feature(**each) for each in told[name]) for name in ("extra", "dropped", "refused")}
    questions = tuple(Question(**{**each, "choices": tuple(each["choices"])}) for each in told["questions"])
    findings = tuple(Finding(**{**each, "items": tuple(each["items"])}) for each in told["findings"])
    plain = {name: tuple(told[name]) for name in ("missing", "by_name", "area_differs")}
    return Report(**{**told, **features, **plain, "questions": questions, "findings": findings})
