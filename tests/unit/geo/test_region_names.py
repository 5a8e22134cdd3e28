import pytest

from geo.names import resolve
from i18n import NotFound


@pytest.mark.parametrize(
    ("name", "status", "code"),
    [
        ("Kabupaten Purbalingga", "exact", "33.03"),
        ("PURBALINGGA", "exact", "33.03"),
        ("  kab.  purbalingga ", "exact", "33.03"),
        ("Pemkab\u00a0Purbalingga", "exact", "33.03"),
        ("Pemerintah Kabupaten Purbalingga", "exact", "33.03"),
        ("Purba\u200blingga", "exact", "33.03"),
        ("\uff30urbalingga", "exact", "33.03"),
        ("33.03", "exact", "33.03"),
        ("33", "exact", "33"),
        ("Kab. Solok", "exact", "13.02"),
        ("Kota Solok", "exact", "13.72"),
        ("Solok (Kota)", "exact", "13.72"),
        ("Bogor, Kab.", "exact", "32.01"),
        ("Batu", "exact", "35.79"),
        ("Batu Bara", "exact", "12.19"),
        ("Batubara", "exact", "12.19"),
        ("Padang", "exact", "13.71"),
        ("Padang Lawas", "exact", "12.21"),
        ("Kotabaru", "exact", "63.02"),
        ("Pemprov Papua", "exact", "91"),
        ("Prov. Jawa Tengah", "exact", "33"),
        ("Pemprov Jambi", "exact", "15"),
        ("Kota Jambi", "exact", "15.71"),
        ("Kep. Riau", "exact", "21"),
        ("Kab. Kep. Mentawai", "exact", "13.09"),
        ("Kota Administrasi Jakarta Pusat", "exact", "31.71"),
        ("Pemkot Jakarta Pusat", "exact", "31.71"),
        ("Pangkajene & Kepulauan", "exact", "73.10"),
        ("Toli Toli", "exact", "72.04"),
        ("Jateng", "alias", "33"),
        ("Pemprov Jateng", "alias", "33"),
        ("D.I. Yogyakarta", "alias", "34"),
        ("Kukar", "alias", "64.02"),
        ("91.01", "alias", "93.01"),
        ("92.71", "alias", "96.71"),
    ],
)
def test_one_region_fits(name: str, status: str, code: str) -> None:
    (found,) = resolve([name])
    assert (found.status, found.code, found.candidates) == (status, code, ())


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Solok", ["13.02", "13.72"]),
        ("Pemda Solok", ["13.02", "13.72"]),
        ("Banjar", ["32.79", "63.03"]),
        ("Jambi", ["15", "15.71"]),
        ("Bengkulu", ["17", "17.71"]),
        ("Gorontalo", ["75", "75.01", "75.71"]),
        ("Yogyakarta", ["34", "34.71"]),
        ("Papua (before 2022)", ["91", "93", "94", "95"]),
        ("Mura", ["16.05", "62.12"]),
        ("9101", ["92.03", "93.01"]),
    ],
)
def test_several_regions_fit(name: str, codes: list[str]) -> None:
    (found,) = resolve([name])
    assert (found.status, found.code) == ("ambiguous", None)
    assert [candidate.code for candidate in found.candidates] == codes


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Purbalinga", "33.03"),
        ("Kab. Slok", "13.02"),
        ("Kota Slok", "13.72"),
        ("Sumut", "12"),
        ("Abdya", "11.12"),
        ("Selayar", "73.01"),
        ("Kota Purbalingga", "33.03"),
        ("3303", "33.03"),
        ("", None),
        ("Atlantis", None),
    ],
)
def test_no_region_fits_and_likeness_only_suggests(name: str, first: str | None) -> None:
    (found,) = resolve([name])
    assert (found.status, found.code) == ("unknown", None)
    assert next((candidate.code for candidate in found.candidates), None) == first


@pytest.mark.parametrize(
    ("name", "within", "status", "code"),
    [
        ("Banjar", "63", "exact", "63.03"),
        ("Banjar", "32", "exact", "32.79"),
        ("Solok", "13", "ambiguous", None),
        ("Purbalingga", "35", "unknown", None),
        ("Jawa Tengah", "33", "exact", "33"),
        ("Merauke", "93", "exact", "93.01"),
        ("Papua (before 2022)", "93", "ambiguous", None),
    ],
)
def test_within_a_province(name: str, within: str, status: str, code: str | None) -> None:
    (found,) = resolve([name], within=within)
    assert (found.status, found.code) == (status, code)
    assert all(candidate.code.startswith(within) for candidate in found.candidates)


def test_within_a_code_that_does_not_exist() -> None:
    with pytest.raises(NotFound):
        resolve(["Solok"], within="00")


def test_names_keep_their_order_and_number() -> None:
    names = ["Solok", "Batu", "Solok", "x", "Batu"]
    assert [found.name for found in resolve(names)] == names
    assert resolve([]) == []
