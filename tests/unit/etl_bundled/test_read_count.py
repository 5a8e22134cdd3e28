"""Printed counts → bounds: the table of the design, and what real articles print."""

import pytest

from etl.clean.counts import Count, read_count
from warehouse.vocabulary import Qualifier

DESIGN = [
    ("8.100", 8100, 8100, Qualifier.EXACT),
    ("8100", 8100, 8100, Qualifier.EXACT),
    ("kurang lebih 8.100", 8050, 8150, Qualifier.APPROX),
    ("sekitar 10 ribu", 9500, 10500, Qualifier.APPROX),
    ("± 40", 38, 42, Qualifier.APPROX),
    ("setidaknya 252", 252, None, Qualifier.AT_LEAST),
    ("minimal 252", 252, None, Qualifier.AT_LEAST),
    ("maksimal 40", 0, 40, Qualifier.AT_MOST),
    ("belasan", 11, 19, Qualifier.WORD),
    ("puluhan", 20, 99, Qualifier.WORD),
    ("ratusan", 100, 999, Qualifier.WORD),
    ("ribuan", 1000, 9999, Qualifier.WORD),
    ("seluruh ASN", None, None, Qualifier.ALL),
    ("perwakilan", 1, None, Qualifier.REPRESENTED),
    ("lebih dari 500", 501, None, Qualifier.MORE_THAN),
    ("hampir 3.577", 3399, 3576, Qualifier.LESS_THAN),
    ("50-an", 50, 59, Qualifier.WORD),
    ("puluhan ribu", 20000, 99999, Qualifier.WORD),
]
ARTICLES = [
    ("kurang lebih 8100 orang PNS maupun PPPK", 8050, 8150, Qualifier.APPROX),
    ("tidak kurang dari 30 orang", 30, None, Qualifier.AT_LEAST),
    ("tidak lebih dari 40", 0, 40, Qualifier.AT_MOST),
    ("59 ASN dari 80 pegawai", 59, 59, Qualifier.EXACT),
    ("sejumlah perwakilan ASN", 1, None, Qualifier.REPRESENTED),
    ("sekitar 252", 251, 253, Qualifier.APPROX),
    ("1,5 ribu ASN", 1500, 1500, Qualifier.EXACT),
    ("sebanyak 3.577 ASN.", 3577, 3577, Qualifier.EXACT),
]


@pytest.mark.parametrize(("text", "low", "high", "qualifier"), DESIGN + ARTICLES)
def test_bounds_follow_the_print(text: str, low: int | None, high: int | None, qualifier: Qualifier) -> None:
    assert read_count(text) == Count(low, high, qualifier, text)


@pytest.mark.parametrize("text", ["", "sejumlah ASN", "66,5%", "80 %", "1.250,5", "1.2.3"])
def test_no_count_is_no_count(text: str) -> None:
    assert read_count(text) is None


def test_all_means_the_target_where_it_is_known() -> None:
    assert read_count("seluruh ASN", target=59) == Count(59, 59, Qualifier.ALL, "seluruh ASN")
