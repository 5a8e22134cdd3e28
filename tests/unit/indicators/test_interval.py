"""Arithmetic on bounds."""

import polars as pl
import pytest

from indicators.interval import Interval, agreed, beside, rate, remaining, total

ENDS = ((0, "low"), (1, "high"))
X, Y = Interval.of("x"), Interval.of("y")


def apply(operation, *pairs):
    bounds = {f"{name}_{end}": pair[place] for name, pair in zip("xy", pairs, strict=True) for place, end in ENDS}
    frame = pl.DataFrame({name: [bound] for name, bound in bounds.items()}, schema=dict.fromkeys(bounds, pl.Int64))
    return frame.select(*operation(X, Y).named("z")).row(0)


NOTHING = (None, None)


@pytest.mark.parametrize(
    ("operation", "x", "y", "result"),
    [
        (remaining, (100, 100), (60, 70), (30, 40)),
        (remaining, (100, 100), (110, 110), (0, 0)),
        (remaining, (100, 100), (60, None), (0, 40)),
        (remaining, (100, None), (60, 60), (40, None)),
        (remaining, NOTHING, (60, 60), NOTHING),
        (beside, (10, 12), (3, 4), (10, 12)),
        (beside, (10, 12), (11, 14), (11, 12)),
        (beside, (10, 12), (13, 14), (13, 14)),
        (beside, (10, None), (11, 14), (11, None)),
        (beside, NOTHING, (3, 4), (3, 4)),
        (beside, (10, 12), NOTHING, (10, 12)),
        (beside, NOTHING, NOTHING, NOTHING),
        (agreed, (10, 12), (11, 14), (11, 12)),
        (agreed, (10, 12), (0, None), (10, 12)),
        (agreed, (10, 12), (13, 14), (13, 14)),
        (agreed, (15, None), (13, 14), (15, None)),
        (agreed, NOTHING, (13, 14), (13, 14)),
        (rate, (60, 60), (100, 100), (0.6, 0.6)),
        (rate, (38, 42), (40, 50), (0.76, 1.05)),
        (rate, (110, 110), (100, 100), (1.1, 1.1)),
        (rate, (52, None), (100, 100), (0.52, None)),
        (rate, (10, 10), (100, None), (None, 0.1)),
        (rate, (0, 0), (0, 0), NOTHING),
        (rate, (10, 10), NOTHING, NOTHING),
        (rate, NOTHING, (100, 100), NOTHING),
    ],
)
def test_pairs(operation, x, y, result):
    assert apply(operation, x, y) == result


@pytest.mark.parametrize(
    ("pairs", "result"),
    [
        ([(1, 2), (3, 4)], (4, 6)),
        ([(1, None), (3, 4)], (4, None)),
        ([NOTHING, (3, 4)], (3, None)),
        ([NOTHING, NOTHING], NOTHING),
        ([], NOTHING),
    ],
)
def test_a_sum_is_as_sure_as_its_parts(pairs, result):
    frame = pl.DataFrame(pairs, schema={"x_low": pl.Int64, "x_high": pl.Int64}, orient="row")
    assert frame.select(*total(X).named("z")).row(0) == result
