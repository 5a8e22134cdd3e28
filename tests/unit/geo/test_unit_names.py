import pytest

from geo.names import opd_kind, opd_slug, resolve


@pytest.mark.parametrize(
    ("name", "status", "code"),
    [
        ("Dinas Kesehatan", "exact", "dinas-kesehatan"),
        ("DINAS  KESEHATAN", "exact", "dinas-kesehatan"),
        ("Dinas Kesehatan Kota Cirebon", "exact", "dinas-kesehatan"),
        ("Dinas Kesehatan Provinsi Jawa Tengah", "exact", "dinas-kesehatan"),
        ("Dinkes", "alias", "dinas-kesehatan"),
        ("Dinkes Kab. Purbalingga", "alias", "dinas-kesehatan"),
        ("Badan Kesatuan Bangsa & Politik", "exact", "badan-kesatuan-bangsa-dan-politik"),
        ("SATPOL-PP", "alias", "satuan-polisi-pamong-praja"),
        ("Inspektorat Kabupaten", "alias", "inspektorat-daerah"),
        ("Sekretariat Dewan Perwakilan Rakyat Daerah Kabupaten Rembang", "alias", "sekretariat-dprd"),
        ("Sekretariat Dewan Perwakilan Rakyat Aceh", "alias", "sekretariat-dprd"),
        ("Sekretariat DPRK Kota Banda Aceh", "alias", "sekretariat-dprd"),
        ("Sekretariat DPRP Provinsi Papua", "alias", "sekretariat-dprd"),
        ("Kantor Kesbangpol", "alias", "badan-kesatuan-bangsa-dan-politik"),
        ("Dinas Kepemudaan dan Olah Raga", "exact", "dinas-kepemudaan-dan-olahraga"),
        ("Dinas Energi dan Sumber Daya Mineral", "exact", "dinas-energi-dan-sumber-daya-mineral"),
        ("Badan Penelitian dan Pengembangan", "alias", "badan-penelitian-dan-pengembangan-daerah"),
        ("Kecamatan Kurun", "exact", "kecamatan-kurun"),
        ("Kec. Payakumbuh Selatan", "exact", "kecamatan-payakumbuh-selatan"),
        ("Kecamatan Harjamukti Kota Cirebon", "exact", "kecamatan-harjamukti"),
        ("Distrik Buruway", "exact", "distrik-buruway"),
        ("RSUD Ciawi", "exact", "rsud-ciawi"),
        ("RSUD Kota Bogor", "exact", "rsud-kota-bogor"),
        ("DKP", "ambiguous", None),
        ("RSUD", "unknown", None),
        ("Kanwil Kemenag DIY", "unknown", None),
        ("OPD", "unknown", None),
        ("PPK", "unknown", None),
    ],
)
def test_without_a_region(name: str, status: str, code: str | None) -> None:
    (found,) = resolve([name], kind="opd")
    assert (found.status, found.code) == (status, code)


@pytest.mark.parametrize(
    ("name", "status", "code", "candidates"),
    [
        ("Dinas Kesehatan", "exact", "33.03/dinas-kesehatan", []),
        ("Dinas Kesehatan Purbalingga", "exact", "33.03/dinas-kesehatan", []),
        ("Setda Kab. Purbalingga", "alias", "33.03/sekretariat-daerah", []),
        ("Kecamatan Purbalingga", "exact", "33.03/kecamatan-purbalingga", []),
        ("Dinas Kesehatan Kota Cirebon", "unknown", None, ["32.74/dinas-kesehatan"]),
        ("DKP", "ambiguous", None, ["33.03/dinas-kelautan-dan-perikanan", "33.03/dinas-ketahanan-pangan"]),
        ("Badan Pusat Statistik", "unknown", None, []),
    ],
)
def test_within_a_region(name: str, status: str, code: str | None, candidates: list[str]) -> None:
    (found,) = resolve([name], kind="opd", within="33.03")
    assert (found.status, found.code) == (status, code)
    assert [candidate.code for candidate in found.candidates] == candidates


def test_a_misspelt_unit_is_suggested_not_taken() -> None:
    (found,) = resolve(["Dinas Kesehtan"], kind="opd", within="33.03")
    assert (found.status, found.code) == ("unknown", None)
    assert found.candidates[0].code == "33.03/dinas-kesehatan"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Dinas Kehutanan", "dinas"),
        ("Badan Keuangan", "badan"),
        ("BKPSDM", "badan"),
        ("Setda", "sekretariat"),
        ("Inspektorat", "inspektorat"),
        ("Satpol PP", "satpol"),
        ("Distrik Buruway", "kecamatan"),
        ("Kemantren Keraton", "kecamatan"),
        ("Kelurahan Krooy", "kelurahan"),
        ("RSUD", "rsud"),
        ("UPTD Puskesmas Bukateja", "puskesmas"),
        ("SMPN 1 Bukateja", "sekolah"),
        ("Baitul Mal", "lembaga"),
        ("Kanwil Kemenkumham", "vertikal"),
        ("Badan Pusat Statistik", "vertikal"),
        ("Kantor Pertanahan", "vertikal"),
        ("Panitia", None),
    ],
)
def test_kind(name: str, kind: str | None) -> None:
    assert opd_kind(name) == kind


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Dinas Kesehatan", "dinas-kesehatan"),
        ("Badan Kesatuan Bangsa & Politik", "badan-kesatuan-bangsa-dan-politik"),
        ("Dinas Pemberdayaan Masyarakat Nagari/ Desa", "dinas-pemberdayaan-masyarakat-nagari-desa"),
    ],
)
def test_slug(name: str, slug: str) -> None:
    assert opd_slug(name) == slug
