"""What a printed date says: values only."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from warehouse.vocabulary import DatePrecision, DateStatus


class DateConflict(StrEnum):
    """What a printed date contradicts: its weekday, a word like `esok` or `H-7`, or the day of publication."""

    WEEKDAY = "weekday"
    RELATIVE = "relative_date"
    PUBLICATION = "publication"


class DateFault(StrEnum):
    """Why a print gives no date."""

    NO_DATE = "no_date"
    IMPOSSIBLE_DAY = "impossible_day"
    NO_YEAR = "no_year"
    NO_ANCHOR = "no_anchor"
    SEVERAL_DATES = "several_dates"


class Because(StrEnum):
    """Why another day may have been meant."""

    SAME_WEEKDAY = "same_weekday"
    SWAPPED = "day_and_month_swapped"
    OTHER_MONTH = "same_weekday_in_next_month"
    OTHER_YEAR = "same_weekday_in_next_year"
    YESTERDAY = "yesterday_of_publication"
    COUNTED = "counted_from_anchor"
    PRINTED = "also_printed"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another day that may have been meant."""

    date: dt.date
    because: Because


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a print says of a date. `low`, `high`, `precision` are None where it gives none, and `fault` says why.

    A part of a month is the days 1–10 (`awal`), 11–20 (`pertengahan`) or 21 to its end (`akhir`); `Februari 2024` is
    all of February, `27–28 Desember` both days. `status` is `inferred` where the year or the day comes from an anchor,
    `disputed` where there is a `conflict`.

    `spoken_on` is the day on which the words were said, where `esok`, `hari ini` or `kemarin` stand beside a date:
    27 November for `esok tanggal 28 November 2023`.
    """

    stated: str
    low: dt.date | None = None
    high: dt.date | None = None
    precision: DatePrecision | None = None
    status: DateStatus = DateStatus.MISSING
    conflict: DateConflict | None = None
    alternatives: tuple[Alternative, ...] = ()
    fault: DateFault | None = None
    spoken_on: dt.date | None = None
