"""Printed dates: every form, what completes it, what contradicts it."""

import datetime as dt

import pytest

from etl.clean.dates import Campaign, DateReading, read_date

PEMILU = Campaign("pemilu-2024", "Pemilu 2024", dt.date(2024, 2, 14), dt.date(2023, 11, 28), dt.date(2024, 2, 10))
PILKADA = Campaign("pilkada-2024", "Pilkada 2024", dt.date(2024, 11, 27), dt.date(2024, 9, 25), dt.date(2024, 11, 23))
CAMPAIGNS = (PEMILU, PILKADA)


def read(text: str, published: str | None = None, campaign: Campaign | None = None, **options: object) -> DateReading:
    day = dt.date.fromisoformat(published) if published else None
    return read_date(text, published=day, campaign=campaign, campaigns=CAMPAIGNS, **options)  # type: ignore[arg-type]  # options by name


def span(reading: DateReading) -> str:
    """Both days, one where they are the same, `–` for none."""
    return "–" if reading.low is None else "..".join(dict.fromkeys((str(reading.low), str(reading.high))))


STATED = [
    ("Jum'at (24/11/2023)", "2023-11-24", "day"),
    ("Jum’at (24/11/2023)", "2023-11-24", "day"),
    ("Jum`at (4/10/2024)", "2024-10-04", "day"),
    ("Kamis, (08/03/2018)", "2018-03-08", "day"),
    ("Rabu (18/09/24)", "2024-09-18", "day"),
    ("Senin, 6 Nopember 2023", "2023-11-06", "day"),
    ("6 Pebruari 2024", "2024-02-06", "day"),
    ("Jumat 24 November 2023 pukul 08.00 WIB", "2023-11-24", "day"),
    ("24 November 2023 (Jumat)", "2023-11-24", "day"),
    ("Ahad, 12 November 2023", "2023-11-12", "day"),
    ("Minggu (12/11/2023)", "2023-11-12", "day"),
    ("24-11-2023", "2023-11-24", "day"),
    ("24.11.2023", "2023-11-24", "day"),
    ("2023-11-24", "2023-11-24", "day"),
    ("2024-10-28 00:00:00", "2024-10-28", "day"),
    ("24 Nov 23", "2023-11-24", "day"),
    ("24-Nov-2023", "2023-11-24", "day"),
    ("Monday, 6 November 2023", "2023-11-06", "day"),
    ("November 6, 2023", "2023-11-06", "day"),
    ("dua Agustus 2023", "2023-08-02", "day"),
    ("5/1/2024", "2024-01-05", "day"),
    ("Senin (5/10); tajuk 5 Oktober 2020 11:27 WIB", "2020-10-05", "day"),
    ("Senin 07 Oktober 2024 / Senin (7/10/2024)", "2024-10-07", "day"),
    ("(29/11), tahun 2023", "2023-11-29", "day"),
    ("esok tanggal 28 November 2023", "2023-11-28", "day"),
    ("27–28 Desember 2023", "2023-12-27..2023-12-28", "range"),
    ("27 s.d. 28 Desember 2023", "2023-12-27..2023-12-28", "range"),
    ("27-28/12/2023", "2023-12-27..2023-12-28", "range"),
    ("Rabu-Kamis, 27-28 Desember 2023", "2023-12-27..2023-12-28", "range"),
    ("1, 8, dan 15 April 2019", "2019-04-01..2019-04-15", "range"),
    ("30 November - 2 Desember 2023", "2023-11-30..2023-12-02", "range"),
    ("30 Desember - 2 Januari 2024", "2023-12-30..2024-01-02", "range"),
    ("Senin (05/10/2020) dan Kamis (08/10/2020)", "2020-10-05..2020-10-08", "range"),
    ("semester I tahun 2024", "2024-01-01..2024-06-30", "range"),
    ("awal Oktober 2023", "2023-10-01..2023-10-10", "part_of_month"),
    ("pertengahan Oktober 2023", "2023-10-11..2023-10-20", "part_of_month"),
    ("akhir Februari 2024", "2024-02-21..2024-02-29", "part_of_month"),
    ("Februari 2024", "2024-02-01..2024-02-29", "month"),
    ("Senin, tanggal Oktober 2024", "2024-10-01..2024-10-31", "month"),
    ("2023-06", "2023-06-01..2023-06-30", "month"),
    ("2023", "2023-01-01..2023-12-31", "year"),
    ("awal tahun 2024", "2024-01-01..2024-12-31", "year"),
]
INFERRED = [
    ("Rabu (29/11)", "2023-11-30", None, "2023-11-29"),
    ("27-28 Desember", "2024-01-03", None, "2023-12-27..2023-12-28"),
    ("Kamis (10/10)", "2024-10-11", None, "2024-10-10"),
    ("29 Februari", "2024-05-01", None, "2024-02-29"),
    ("kemarin", "2024-09-27", None, "2024-09-26"),
    ("Kamis kemarin", "2024-09-27", None, "2024-09-26"),
    ("kemarin lusa", "2024-09-27", None, "2024-09-25"),
    ("dua hari lalu", "2024-09-27", None, "2024-09-25"),
    ("siang ini", "2022-10-20", None, "2022-10-20"),
    ("esok tanggal 28 November", "2023-11-27", None, "2023-11-28"),
    ("Senin pagi", "2024-10-09", None, "2024-10-07"),
    ("Senin pagi", "2024-10-07", None, "2024-10-07"),
    ("Senin lalu", "2024-10-07", None, "2024-09-30"),
    ("Senin depan", "2024-10-07", None, "2024-10-14"),
    ("pekan lalu", "2024-10-09", None, "2024-09-30..2024-10-06"),
    ("bulan ini", "2024-02-09", None, "2024-02-01..2024-02-29"),
    ("akan digelar Kamis (10/10)", "2024-10-01", None, "2024-10-10"),
    ("Rabu (29/11)", None, PEMILU, "2023-11-29"),
    ("27-28 Desember", None, PEMILU, "2023-12-27..2023-12-28"),
    ("Selasa (27/9)", None, PEMILU, "2022-09-27"),
    ("awal Oktober", None, PILKADA, "2024-10-01..2024-10-10"),
    ("Rabu (29/11), HUT ke-52 Korpri", None, None, "2023-11-29"),
    ("H-7", None, PEMILU, "2024-02-07"),
    ("H-7 kampanye", None, PEMILU, "2023-11-21"),
    ("H-7 kampanye Pemilu 2024", None, None, "2023-11-21"),
    ("H+3 Pilkada 2024", None, None, "2024-11-30"),
    ("hari H Pilkada 2024", None, None, "2024-11-27"),
    ("H-1 masa tenang", None, PEMILU, "2024-02-10"),
    ("100 hari menjelang Pemilu 2024", None, None, "2023-11-06"),
    ("seratus hari jelang pemilu", None, PEMILU, "2023-11-06"),
    ("sehari sebelum kampanye", None, PEMILU, "2023-11-27"),
    ("tepat 100 hari menjelang Pilkada Serentak 27 November 2024", None, None, "2024-08-19"),
]
UNREAD = [
    ("", "no_date"),
    ("ratusan", "no_date"),
    ("setiap Senin", "no_date"),
    ("minggu lalu", "no_date"),
    ("Pemilu 2024", "no_date"),
    ("UU 5/2014", "no_date"),
    ("SE Nomor 4 Tahun 2024", "no_date"),
    ("Rabu (29/11)", "no_year"),
    ("27-28 Desember", "no_year"),
    ("Oktober", "no_year"),
    ("kemarin", "no_anchor"),
    ("Senin pagi", "no_anchor"),
    ("H-7", "no_anchor"),
    ("100 hari menjelang Pemilu", "no_anchor"),
    ("31 September 2023", "impossible_day"),
    ("31 September", "impossible_day"),
    ("29 Februari 2023", "impossible_day"),
    ("28-27 Desember 2023", "impossible_day"),
    ("10/25/2024", "impossible_day"),
    ("Kamis (08/10/2020); awal Senin (05/10/2020)", "several_dates"),
]
DISPUTED = [
    ("Senin 27/11/2024", None, "2024-11-27", "weekday", ["2024-11-25", "2023-11-27"]),
    ("Senin (27/08/2024)", None, "2024-08-27", "weekday", ["2024-08-26"]),
    ("Selasa (2/6/2024)", None, "2024-06-02", "weekday", ["2024-06-04", "2024-02-06", "2024-07-02"]),
    ("Kamis-Jumat, 27-28 Desember 2023", None, "2023-12-27..2023-12-28", "weekday", None),
    ("Selasa (18/9/2024) kemarin", "2024-09-18", "2024-09-18", "weekday", ["2024-09-17"]),
    ("Rabu (25/9)", "2023-10-26", "2023-09-25", "weekday", ["2023-09-27", "2023-10-25"]),
    ("Rabu (22/11/2023)", "2023-11-20", "2023-11-22", "publication", []),
    ("esok tanggal 28 November 2023", "2023-11-24", "2023-11-28", "publication", []),
    ("Senin, 06 Februari 2023, 100 hari menjelang Pemilu 2024", None, "2023-02-06", "relative_date", ["2023-11-06"]),
    ("Selasa (17/09/2024), H-1 kampanye Pilkada 2024", None, "2024-09-17", "relative_date", ["2024-09-24"]),
    ("Senin (23/10/2023); esok tanggal 28 November 2023", None, "2023-10-23", "relative_date", ["2023-11-27"]),
]


@pytest.mark.parametrize(("text", "days", "precision"), STATED)
def test_a_full_date_is_read(text: str, days: str, precision: str) -> None:
    reading = read(text)
    assert (span(reading), reading.precision, reading.status) == (days, precision, "stated")
    assert reading.stated == text


@pytest.mark.parametrize(("text", "published", "campaign", "days"), INFERRED)
def test_what_is_left_out_comes_from_an_anchor(
    text: str, published: str | None, campaign: Campaign | None, days: str
) -> None:
    reading = read(text, published, campaign)
    assert (span(reading), reading.status, reading.conflict) == (days, "inferred", None)


@pytest.mark.parametrize(("text", "fault"), UNREAD)
def test_without_a_date_nothing_is_invented(text: str, fault: str) -> None:
    reading = read(text)
    assert (span(reading), reading.status, reading.precision, reading.fault) == ("–", "missing", None, fault)


@pytest.mark.parametrize(("text", "published", "days", "conflict", "others"), DISPUTED)
def test_a_contradicted_date_stays_with_what_else_it_may_be(
    text: str, published: str | None, days: str, conflict: str, others: list[str] | None
) -> None:
    reading = read(text, published)
    assert (span(reading), reading.status, reading.conflict) == (days, "disputed", conflict)
    if others is not None:
        assert [str(each.date) for each in reading.alternatives] == others


@pytest.mark.parametrize(
    ("text", "spoken_on"),
    [("esok tanggal 28 November 2023", "2023-11-27"), ("hari ini, Senin 27 November 2023", "2023-11-27")],
)
def test_the_day_of_the_words_is_known(text: str, spoken_on: str) -> None:
    assert str(read(text).spoken_on) == spoken_on


def test_a_day_number_is_a_date_only_when_told() -> None:
    assert span(read("45600")) == "–"
    assert span(read("45600", serials=True)) == "2024-11-04"


def test_the_order_of_day_and_month_can_be_told() -> None:
    assert span(read("10/05/2024", order="mdy")) == "2024-10-05"
    assert read("25/10/2024", order="mdy").fault == "impossible_day"
