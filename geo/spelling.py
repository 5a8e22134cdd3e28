"""How a region's name may be written, and the form in which two writings are compared.

Comparison uses the *key*: Unicode folded, lower case, letters and digits only. So case, spacing, punctuation,
non-breaking and invisible characters never matter. A type word does matter: the key of "Kota Solok" is `kotasolok`.
"""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

GOVERNMENT = ("", "pemerintah", "pemerintahdaerah", "pemda")
TYPE_WORDS = {"provinsi": ("provinsi", "prov"), "kabupaten": ("kabupaten", "kab"), "kota": ("kota",)}
GOVERNMENT_OF_TYPE = {"provinsi": "pemprov", "kabupaten": "pemkab", "kota": "pemkot"}
ADMINISTRATIVE = ("", "administrasi", "admin", "adm")

_LEVELS = "|".join([*(word for words in TYPE_WORDS.values() for word in words), *GOVERNMENT_OF_TYPE.values()])
_TRAILING_TYPE = r"^(.+?)\s*[,(]\s*((?:prov|kab)\.?|provinsi|kabupaten|kota)\s*\)?$"
_LEAD = rf"^(?:pemerintah daerah |pemerintah |pemda )?(?:({_LEVELS}) )?(?:(?:administrasi|admin|adm) )?(.+)$"
_CODE = r"^\d\d(\.\d\d)?$"


def words(text: pl.Expr) -> pl.Expr:
    """Lower-case words with single spaces; "Bogor (Kota)" and "Bogor, Kota" become "kota bogor"; null becomes ""."""
    folded = (
        text.fill_null("")
        .str.normalize("NFKD")
        .str.replace_all(r"[\p{Cf}\p{M}]", "")
        .str.to_lowercase()
        .str.strip_chars()
        .str.replace(_TRAILING_TYPE, "$2 $1")
    )
    spaced = folded.str.replace_all("&", " dan ", literal=True).str.replace_all(r"[^\p{L}\p{N}]+", " ")
    spaced = spaced.str.replace(r"^\s*pemko ", "pemkot ")  # as cities of Sumatra shorten it
    return pl.when(folded.str.contains(_CODE)).then(folded).otherwise(spaced.str.strip_chars())


def key(spaced: pl.Expr) -> pl.Expr:
    """The form that is compared, from `words`: "kab solok" gives `kabsolok`; a code stays as it is: `33.03`."""
    return spaced.str.replace_all(" ", "", literal=True)


def name_key(name: str) -> str:
    """The key of one name."""
    return name_keys([name])[name]


def name_keys(names: Iterable[str]) -> dict[str, str]:
    """Each name with its key, all of them in one go."""
    distinct = pl.Series("name", list(dict.fromkeys(names)), dtype=pl.String)
    keys = pl.select(key(words(pl.lit(distinct)))).to_series()
    return dict(zip(distinct, keys, strict=True))


def lead(spaced: pl.Expr) -> pl.Expr:
    """The level that the type word in front names (provinsi, kabupaten, kota), or null."""
    levels = {word: level for level, words in TYPE_WORDS.items() for word in words}
    levels |= {word: level for level, word in GOVERNMENT_OF_TYPE.items()}
    return spaced.str.extract(_LEAD, 1).replace_strict(levels, default=None, return_dtype=pl.String)


def without_lead(spaced: pl.Expr) -> pl.Expr:
    """The key of the name without the type and government words in front."""
    return key(spaced.str.extract(_LEAD, 2).fill_null(""))


def bare_keys(names: pl.Expr) -> pl.Expr:
    """The keys of names without type word, a list each: "Kep." also in full, "Kepulauan" also abbreviated."""
    full = words(names).str.replace_all(r"\bkep\b", "kepulauan")
    return pl.concat_list(key(full), key(full.str.replace_all(r"\bkepulauan\b", "kep"))).list.unique()


def leads() -> pl.DataFrame:
    """What may stand in front of a bare key: level, is_administrative, lead (empty for nothing)."""
    rows = []
    for level, of_type in TYPE_WORDS.items():
        fronts = [government + word for government in GOVERNMENT for word in ("", *of_type)]
        fronts.append(GOVERNMENT_OF_TYPE[level])
        rows += [(level, False, front) for front in fronts]
        rows += [(level, True, front + word) for front in fronts for word in ADMINISTRATIVE]
    schema = {"level": pl.String, "is_administrative": pl.Boolean, "lead": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")
