import re

from hypothesis import given, settings
from hypothesis import strategies as st

from geo import register
from geo.names import opd_slug, resolve

CURRENT = [region for region in register.by_code().values() if region.successor_code is None]
PREFIXES = {
    "provinsi": ["", "Provinsi ", "Prov. ", "Pemprov ", "Pemerintah Provinsi "],
    "kabupaten": ["", "Kabupaten ", "Kab. ", "Kab ", "Pemkab ", "Pemerintah Kabupaten "],
    "kota": ["", "Kota ", "KOTA  ", "Pemkot ", "Pemerintah Kota "],
}


@st.composite
def written(draw: st.DrawFn) -> tuple[str, register.Region]:
    region = draw(st.sampled_from(CURRENT))
    name = draw(st.sampled_from(PREFIXES[region.level])) + region.bare_name
    name = draw(st.sampled_from([name, name.upper(), name.lower()]))
    gap = draw(st.sampled_from([" ", "  ", "\u00a0", "\t", "-", ""]))
    return name.replace(" ", gap), region


@settings(deadline=None)  # right or wrong is asked here; benchmarks/ asks how fast
@given(written())
def test_an_official_name_however_written_is_found_or_asked_about(case: tuple[str, register.Region]) -> None:
    name, region = case
    (found,) = resolve([name])
    assert found.code == region.code or (
        found.status == "ambiguous" and region.code in [candidate.code for candidate in found.candidates]
    )


@settings(deadline=None)  # right or wrong is asked here; benchmarks/ asks how fast
@given(st.lists(st.text(max_size=40), max_size=8))
def test_a_code_comes_with_exact_or_alias_only(names: list[str]) -> None:
    for kind in ("region", "opd"):
        for found in resolve(names, kind=kind):  # type: ignore[arg-type]  # both of its words
            assert (found.code is None) == (found.status in {"ambiguous", "unknown"})
            assert found.code is None or found.candidates == ()


@settings(deadline=None)  # right or wrong is asked here; benchmarks/ asks how fast
@given(st.text(max_size=60))
def test_a_slug_is_a_slug(name: str) -> None:
    slug = opd_slug(name)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug)
    assert opd_slug(slug) == slug
