"""What the register answers to a key, and what a misspelt key is compared with: tables built once from the facts."""

from __future__ import annotations

from functools import cache

import polars as pl

from geo import register, spelling

CANDIDATES = pl.List(pl.Struct({"code": pl.String, "name": pl.String, "score": pl.Float64}))

_FOUNDATIONS = {"verified": "alias", "several": "several", "usage": "hint"}
"""Status of an alias to what a key of it proves: `alias` settles, `several` is a question, `hint` only suggests."""


@cache
def _in_force() -> pl.DataFrame:
    """code, level, name, is_administrative of every region in force."""
    current = register.regions().filter(pl.col("successor_code").is_null())
    return current.select("code", "level", "name", is_administrative=pl.col("name").str.contains("Administrasi"))


@cache
def _names() -> pl.DataFrame:
    """code, bare, foundation: every name of every region without its type word, and what it proves."""
    bare = [(code, register.region(code).bare_name, "exact") for code in _in_force()["code"]]
    official = pl.DataFrame(bare, schema=["code", "bare", "foundation"], orient="row")
    aliases = register.table("aliases").select(
        code=pl.col("codes").str.split("|"),
        bare="alias",
        foundation=pl.col("status").replace_strict(_FOUNDATIONS),
    )
    return pl.concat([official, aliases.explode("code")])


@cache
def _claims() -> pl.DataFrame:
    """key, code, foundation: every way to write every region, codes included."""
    written = (
        _names()
        .join(_in_force(), on="code")
        .with_columns(bare=spelling.bare_keys(pl.col("bare")))
        .explode("bare")
        .join(spelling.leads(), on=["level", "is_administrative"])
        .select(key=pl.col("lead") + pl.col("bare"), code="code", foundation="foundation")
    )
    all_codes = register.regions().select("code", "bps_code", target=pl.coalesce("successor_code", "code"))
    codes = all_codes.select(
        key="code",
        code="target",
        foundation=pl.when(pl.col("code") == pl.col("target")).then(pl.lit("exact")).otherwise(pl.lit("alias")),
    )
    # digits without the dot may be a Kemendagri or a BPS code, and the two differ: never an answer
    dotted = all_codes.filter(pl.col("code").str.contains(".", literal=True))
    undotted = pl.col("code").str.replace(".", "", literal=True)
    digits = [dotted.select(key=digits, code="target", foundation=pl.lit("hint")) for digits in (undotted, "bps_code")]
    return pl.concat([written, codes, *digits]).drop_nulls("key").unique()


def _inside(scope: str | None) -> pl.Expr:
    if scope is None:
        return pl.lit(value=True)
    return (pl.col("code") == scope) | pl.col("code").str.starts_with(f"{scope}.")


@cache
def answers(scope: str | None) -> pl.DataFrame:
    """key, code, status, candidates: the answer to every known key among the regions inside the scope.

    `candidates` is null where the answer is settled. A key that a region's own name and another region's alias share
    is a question, as one that two names share.
    """
    grade = pl.col("foundation")
    settles, asks = grade.is_in(["exact", "alias"]), grade == "several"
    candidate = pl.struct("code", "name", score=pl.lit(100.0))
    grouped = (
        _claims()
        .filter(_inside(scope))
        .join(_in_force().select("code", "name"), on="code")
        .sort("key", "code")
        .group_by("key")
        .agg(
            settled=pl.col("code").filter(settles).unique(maintain_order=True),
            is_exact=(grade == "exact").any(),
            is_open=asks.any(),
            well_founded=candidate.filter(settles | asks).unique(maintain_order=True),
            hinted=candidate.filter(grade == "hint").unique(maintain_order=True),
        )
    )
    count = pl.col("settled").list.len()
    is_settled = (count == 1) & ~pl.col("is_open")
    open_candidates = pl.when(pl.col("well_founded").list.len() > 0).then("well_founded").otherwise("hinted")
    return grouped.select(
        "key",
        code=pl.when(is_settled).then(pl.col("settled").list.first()),
        status=pl.when(is_settled & pl.col("is_exact"))
        .then(pl.lit("exact"))
        .when(is_settled)
        .then(pl.lit("alias"))
        .when((count > 0) | pl.col("is_open") | (pl.col("hinted").list.len() > 1))
        .then(pl.lit("ambiguous"))
        .otherwise(pl.lit("unknown")),
        candidates=pl.when(~is_settled).then(open_candidates).cast(CANDIDATES),
    )


@cache
def choices(scope: str | None) -> pl.DataFrame:
    """choice, code, level, name: the bare keys inside the scope that a misspelt name is compared with."""
    full = spelling.bare_keys(pl.col("bare")).list.eval(pl.element().str.replace("^kep(ulauan)?", ""))
    keys = pl.concat_list(spelling.bare_keys(pl.col("bare")), full)
    return (
        _names()
        .filter(_inside(scope), pl.col("foundation") != "several")
        .select("code", choice=keys)
        .explode("choice")
        .unique()
        .join(_in_force(), on="code")
        .select("choice", "code", "level", "name")
        .sort("choice", "code")
    )
