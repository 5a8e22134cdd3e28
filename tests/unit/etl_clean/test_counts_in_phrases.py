"""Counts as articles and sheets print them, beyond the table of the design."""

import pytest

from etl.clean.counts import Count, CountFault, explain_count
from warehouse.vocabulary import Qualifier

Q = Qualifier
READ = [
    # what the number is attached to
    ("12 orang", 12, 12, Q.EXACT),
    ("252 ASN", 252, 252, Q.EXACT),
    ("363.512orang", 363512, 363512, Q.EXACT),
    ("Sebanyak 120 perwakilan ASN", 120, 120, Q.EXACT),
    ("pejabat eselon II, jumlahnya 38 orang", 38, 38, Q.EXACT),
    ("diwakili tiga pejabat", 3, 3, Q.EXACT),
    ("252 (dua ratus lima puluh dua) orang", 252, 252, Q.EXACT),
    ("Total ASN - 252", 252, 252, Q.EXACT),
    ("tahun 2024: 252 ASN", 252, 252, Q.EXACT),
    ("Covid-19 40 orang", 40, 40, Q.EXACT),
    ("53 pejabat; lima kepala OPD belum", 53, 53, Q.EXACT),
    ("sekitar 50 persen dari 252 ASN", 252, 252, Q.EXACT),
    ("35 OPD", 35, 35, Q.EXACT),
    # units and words
    ("10 ribu", 10_000, 10_000, Q.EXACT),
    ("1,5 juta", 1_500_000, 1_500_000, Q.EXACT),
    ("sepuluh ribu", 10_000, 10_000, Q.EXACT),
    ("tiga gubernur", 3, 3, Q.EXACT),
    ("1.250,00", 1250, 1250, Q.EXACT),
    ("1,250,000", 1_250_000, 1_250_000, Q.EXACT),
    ("nihil", 0, 0, Q.EXACT),
    ("0", 0, 0, Q.EXACT),
    # about
    ("±8.100", 8050, 8150, Q.APPROX),
    ("+/- 40", 38, 42, Q.APPROX),
    ("sekitar seribu", 950, 1050, Q.APPROX),
    ("sekiranya sebanyak 4.000 ASN dari 35 OPD", 3800, 4200, Q.APPROX),
    ("40–50 orang", 40, 50, Q.APPROX),
    ("antara 40 dan 50", 40, 50, Q.APPROX),
    ("40 s.d. 50", 40, 50, Q.APPROX),
    ("10-12 ribu", 10_000, 12_000, Q.APPROX),
    # one side only
    ("sedikitnya 252", 252, None, Q.AT_LEAST),
    ("sekurang-kurangnya 252", 252, None, Q.AT_LEAST),
    ("paling sedikit 252", 252, None, Q.AT_LEAST),
    ("tidak kurang dari 252", 252, None, Q.AT_LEAST),
    ("paling banyak 40 ASN", 0, 40, Q.AT_MOST),
    ("tidak lebih dari 40", 0, 40, Q.AT_MOST),
    ("kurang dari 500", 0, 499, Q.AT_MOST),
    ("500 orang lebih", 501, None, Q.MORE_THAN),
    (">500", 501, None, Q.MORE_THAN),
    # vague
    ("70-an pegawai", 70, 79, Q.WORD),
    ("dua puluhan", 20, 29, Q.WORD),
    ("puluhan hingga ratusan", 20, 999, Q.WORD),
    ("ratusan dari 3.577 ASN", 100, 999, Q.WORD),
    ("mewakili 4.890 ASN", 1, None, Q.REPRESENTED),
    ("sejumlah perwakilan ASN", 1, None, Q.REPRESENTED),
    ("seluruh ASN dari 35 OPD", None, None, Q.ALL),
]
UNREAD = [
    ("", CountFault.NO_NUMBER),
    ("sebagian besar ASN", CountFault.NO_NUMBER),
    ("salah satu ASN", CountFault.NO_NUMBER),
    ("dua tiga orang", CountFault.NO_NUMBER),
    ("-3", CountFault.NEGATIVE),
    ("sebanyak -3", CountFault.NEGATIVE),
    ("66,5%", CountFault.NOT_PEOPLE),
    ("50-60 persen", CountFault.NOT_PEOPLE),
    ("27-28 Desember", CountFault.NOT_PEOPLE),
    ("Rp 10.000", CountFault.NOT_PEOPLE),
    ("HUT ke-52", CountFault.NOT_PEOPLE),
    ("Jumat 24 November 2023", CountFault.NOT_PEOPLE),
    ("2-10-2024", CountFault.MALFORMED),
    ("14..22", CountFault.MALFORMED),
    ("800/1417", CountFault.MALFORMED),
    ("H-7", CountFault.NOT_PEOPLE),
    ("1.250,5", CountFault.NOT_WHOLE),
    ("8,1", CountFault.NOT_WHOLE),
    ("1.2.3", CountFault.MALFORMED),
    ("4.2OO", CountFault.MALFORMED),
    ("1.99405E+17", CountFault.MALFORMED),
    ("24/11/2023", CountFault.MALFORMED),
    ("50-40", CountFault.REVERSED),
    ("199001012015031901", CountFault.TOO_LARGE),
]


@pytest.mark.parametrize(("text", "low", "high", "qualifier"), READ)
def test_phrase_gives_its_count(text: str, low: int | None, high: int | None, qualifier: Qualifier) -> None:
    assert explain_count(text) == Count(low, high, qualifier, text)


@pytest.mark.parametrize(("text", "fault"), UNREAD)
def test_what_is_no_count_says_why(text: str, fault: CountFault) -> None:
    assert explain_count(text) is fault
