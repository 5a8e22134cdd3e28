"""Names of units (OPD) to keys. What is known without a region's own list: the usual names, and names by pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import polars as pl
from rapidfuzz import fuzz, process

from geo import register, spelling
from geo.region_names import resolve_frame
from geo.resolution import MOST_CANDIDATES, Candidate, Resolution
from geo.units import known, opd_slug, patterned_slug

_LEAST_SCORE = 65.0
_REGION = re.compile(r" (?:pemerintah )?(?:provinsi|prov|kabupaten|kab|kota) ")
_TYPE_WORD = re.compile(r" (?:provinsi|prov|kabupaten|kab|kota)$")


def resolve_units(names: Sequence[str], *, within: str | None) -> list[Resolution]:
    """One resolution a name, in order. A region at the end of a name is its owner: another one than `within` makes the
    name unknown here, with that region's unit as candidate. Central offices are no OPD: unknown, without candidates.
    """
    return resolve_each([(within, name) for name in names])


def resolve_each(places: Sequence[tuple[str | None, str]]) -> list[Resolution]:
    """The same for names of many regions at once, which is faster: `within` and name of each, in order."""
    owners = {within: within and register.current_code(within) for within, _ in places}
    names = pl.Series("name", list(dict.fromkeys(name for _, name in places)), dtype=pl.String)
    words = dict(zip(names, pl.select(spelling.words(pl.lit(names))).to_series(), strict=True))
    regions = _regions_named(list(words.values()))
    return [_resolve(name, words[name], owners[within], regions) for within, name in places]


def _suffixes(words: str) -> Iterator[tuple[str, str]]:
    """(what is in front, region as written) for each place where a region's name may begin."""
    for match in _REGION.finditer(words):
        yield words[: match.start()], words[match.start() :].strip()


def _regions_named(all_words: Sequence[str]) -> dict[str, str]:
    """The code of every region that stands at the end of one of the names, by how it is written there."""
    written = sorted({region for words in all_words for _front, region in _suffixes(words)})
    if not written:
        return {}
    found = resolve_frame(pl.Series(written, dtype=pl.String)).drop_nulls("code")
    return dict(found.select("name", "code").iter_rows())


def _resolve(name: str, words: str, owner: str | None, regions: dict[str, str]) -> Resolution:
    for body, named in _readings(words, owner, regions):
        found = _units(body)
        if found is None:
            continue
        units, is_exact = found
        home = owner and (named or owner)
        candidates = tuple(Candidate(_opd_id(home, slug), title, 100.0) for slug, title in units)
        if home != owner:
            return Resolution(name, None, "unknown", candidates)
        if len(candidates) == 1:
            return Resolution(name, candidates[0].code, "exact" if is_exact else "alias")
        return Resolution(name, None, "ambiguous" if candidates else "unknown", candidates)
    return Resolution(name, None, "unknown", _similar(words, owner))


def _readings(words: str, owner: str | None, regions: dict[str, str]) -> Iterator[tuple[str, str | None]]:
    """(words of the unit alone, region named): without the region at the end, as a whole, without a bare ending."""
    for body, region in _suffixes(words):
        if region in regions:
            yield body, regions[region]
    yield words, None
    yield _TYPE_WORD.sub("", words), None
    if owner is not None:
        bare = register.region(owner).bare_name.lower()
        yield words.removesuffix(f" {bare}"), None


def _units(body: str) -> tuple[list[tuple[str, str]], bool] | None:
    """The units (slug, name) that the words mean and whether they are the unit's own name; null = not known."""
    slug = patterned_slug(body)
    if slug is not None:
        return [(slug, slug.replace("-", " ").title())], True
    listed = known().get(body.replace(" ", ""))
    if listed is None:
        return None
    units = [(opd_slug(canonical), canonical) for canonical in listed.canonical]
    is_exact = any(slug.replace("-", "") == body.replace(" ", "") for slug, _canonical in units)
    return units, is_exact


def _opd_id(region: str | None, slug: str) -> str:
    return f"{region}/{slug}" if region else slug


@cache
def _choices() -> dict[str, str]:
    """Slug words of every known name, to the canonical name."""
    return {opd_slug(name).replace("-", " "): name for unit in known().values() for name in unit.canonical}


def _similar(words: str, owner: str | None) -> tuple[Candidate, ...]:
    choices = _choices()
    found = process.extract(
        words, list(choices), scorer=fuzz.token_sort_ratio, limit=MOST_CANDIDATES, score_cutoff=_LEAST_SCORE
    )
    return tuple(
        Candidate(_opd_id(owner, opd_slug(choices[text])), choices[text], round(score, 1))
        for text, score, _index in found
    )
