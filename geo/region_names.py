"""Names of regions to codes, many at once, as frames."""

from __future__ import annotations

import numpy as np
import polars as pl
from rapidfuzz import fuzz, process

from geo import register, spelling
from geo.answers import CANDIDATES, answers, choices
from geo.resolution import MOST_CANDIDATES

_LEAST_SCORE = 70.0
_OTHER_LEVEL = 0.9  # a candidate whose level contradicts the type word in front ranks below one that fits
_CHUNK = 20_000  # names compared at once: 20 000 × 900 scores of one byte are 18 MB


def resolve_frame(names: pl.Series, within: str | None = None) -> pl.DataFrame:
    """Regions of many names, one row a name in order: name, code, status, candidates (structs of code, name, score)."""
    scope = None if within is None else register.current_code(within)
    asked = pl.select(name=names).with_columns(words=spelling.words(pl.col("name")))
    found = (
        asked.select(pl.col("words").unique())
        .with_columns(key=spelling.key(pl.col("words")))
        .join(answers(scope), on="key", how="left")
        .with_columns(pl.col("status").fill_null("unknown"))
    )
    similar = _similar(found.filter(pl.col("status") == "unknown").select("words"), scope)
    nobody = pl.lit([], dtype=CANDIDATES)
    settled = found.join(similar, on="words", how="left").select(
        "words", "code", "status", candidates=pl.coalesce("candidates", "similar", nobody)
    )
    return asked.join(settled, on="words", how="left", maintain_order="left").drop("words")


def _similar(asked: pl.DataFrame, scope: str | None) -> pl.DataFrame:
    """words, similar: at most five regions written much like each name, best first; no row where there are none."""
    regions = choices(scope)
    keys = regions["choice"].unique(maintain_order=True)
    bare = asked.select("words", bare=spelling.without_lead(pl.col("words")), lead=spelling.lead(pl.col("words")))
    pairs = pl.concat([_scores(part, keys) for part in bare.iter_slices(_CHUNK)] or [_scores(bare, keys)])
    fits = (pl.col("level") == pl.col("lead")).fill_null(value=True)
    return (
        pairs.join(regions, on="choice")
        .with_columns(score=(pl.col("score") * pl.when(fits).then(1.0).otherwise(_OTHER_LEVEL)).round(1))
        .sort("words", "score", "code", descending=[False, True, False])
        .unique(["words", "code"], keep="first", maintain_order=True)
        .group_by("words", maintain_order=True)
        .agg(similar=pl.struct("code", "name", "score").head(MOST_CANDIDATES))
    )


def _scores(part: pl.DataFrame, keys: pl.Series) -> pl.DataFrame:
    """words, lead, choice, score of every pair that is similar enough."""
    scores = process.cdist(
        part["bare"].to_list(), keys.to_list(), scorer=fuzz.ratio, score_cutoff=_LEAST_SCORE, dtype=np.uint8, workers=-1
    )
    rows, columns = np.nonzero(scores)
    return part.select("words", "lead")[rows].with_columns(
        choice=keys.gather(columns), score=pl.Series(scores[rows, columns], dtype=pl.Float64)
    )
