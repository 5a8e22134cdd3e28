"""`/coverage`: any indicator of any region, the same figures as `ikrar query`."""

from __future__ import annotations

from pydantic import BaseModel, Field

from i18n import N_, Text
from indicators import DEFINITIONS, Scope, query
from indicators.figure_listing import figure_record
from indicators.question import ask
from indicators.registry import INDICATORS
from pages.serving.api.events import check_period
from pages.serving.api.meta import CoverageMeta
from pages.serving.api.parameters import CoverageQuestion
from pages.serving.api.resource import Found, Record, Resource, columns
from warehouse.frames import Frames
from warehouse.vocabulary import Audience, Grade, State


class WholeBounds(BaseModel):
    """Bounds of a count; null where the indicator has none, `high` alone null = no upper limit."""

    low: int | None
    high: int | None


class FigureRow(BaseModel):
    """A figure of one region or OPD. Bounds are null unless `state` is `nilai`; rates are fractions 0..1."""

    code: str | None = Field(description="Region code or opd_id; null = the nation.", examples=["33.03"])
    name: str
    state: State = Field(description="Never mixed: 0 is a value, and no evidence is not 0.")
    low: float | None = Field(description="Lower bound.")
    high: float | None = Field(description="Upper bound; null with a lower bound = no upper limit.")
    numerator: WholeBounds
    denominator: WholeBounds
    reporting_rate: float | None = Field(description="Share of the units obliged that reported; null = none known.")
    sources: int = Field(description="Independent voices: copies of one release are one.")
    grade: Grade | None = Field(None, description="Best evidence grade; only for `evidence_grade`.")


_COLUMNS = columns(FigureRow)
_GRADED = "evidence_grade"


def answer(frames: Frames, question: CoverageQuestion, audience: Audience, t: Text) -> Found:
    """The figures in code order."""
    check_period(question)
    scope = Scope(
        question.region,
        question.level,
        question.campaign,
        question.per.day,
        question.organiser_kind,
        question.since,
        question.until,
        question.grade,
        question.employee_type,
        question.tier,
        audience,
    )
    figures = query(question.indicator, frames, scope)
    asked = ask(frames, scope, INDICATORS[question.indicator].evidence)
    return Found(
        figures.height,
        lambda part: [figure_record(row, question.indicator) for row in figures[part].to_dicts()],
        _COLUMNS if question.indicator == _GRADED else tuple(path for path in _COLUMNS if path != ("grade",)),
        {"indicator": DEFINITIONS[question.indicator].as_dict(t), "campaign": asked.campaign},
    )


def _code(row: Record) -> str | None:
    code: str | None = row["code"]
    return code


RESOURCE = Resource(
    name="coverage",
    summary=N_("An indicator's figures"),
    description=N_(
        "One row per region or OPD asked for, with bounds and state: what `ikrar query` prints. In GeoJSON a "
        "region stands at its label point; the nation and an OPD have no point of their own."
    ),
    question=CoverageQuestion,
    row=FigureRow,
    meta=CoverageMeta,
    answer=answer,
    identity=_code,
    place=_code,
)
