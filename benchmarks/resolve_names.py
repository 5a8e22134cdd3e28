"""Resolve 200 000 names as rosters and recaps write them: `python benchmarks/resolve_names.py`.

The limit is 2 seconds, first use of the register included. Beside it the usual way, one `rapidfuzz.process.extractOne`
a name, measured on a sample and scaled; it answers with a guess where ours asks.
"""

from __future__ import annotations

import json
import random
import sys
import time

import polars as pl
from rapidfuzz import process

from geo import register
from geo.names import resolve_frame

COUNT, LIMIT, SAMPLE, SEED = 200_000, 2.0, 2_000, 20231124
MISSPELT = 0.10


def writings(count: int, seed: int) -> list[str]:
    """Names of every level with the prefixes, cases and spacings in use; one in ten is misspelt by one letter."""
    chance = random.Random(seed)  # noqa: S311  # a benchmark needs the same names each time, not secret ones
    prefixes = {"kabupaten": ["", "Kab. ", "Kabupaten ", "Pemkab ", "KAB "], "kota": ["Kota ", "KOTA  ", "Pemkot "]}
    current = [region for region in register.by_code().values() if region.successor_code is None]
    names = []
    for _ in range(count):
        region = chance.choice(current)
        name = chance.choice(prefixes.get(region.level, ["", "Provinsi ", "Pemprov "])) + region.bare_name
        name = chance.choice([str, str.upper, str.lower, lambda text: text.replace(" ", "\u00a0")])(name)
        if chance.random() < MISSPELT:
            place = chance.randrange(len(name))
            name = name[:place] + chance.choice("abcdefghijklmnopqrstuvwxyz") + name[place + 1 :]
        names.append(name)
    return names


def main() -> int:
    """Print the measurement; 1 when it is over the limit."""
    names = pl.Series(writings(COUNT, SEED))
    register.regions.cache_clear()
    start = time.perf_counter()
    found = resolve_frame(names)
    first = time.perf_counter() - start
    start = time.perf_counter()
    resolve_frame(names)
    again = time.perf_counter() - start

    official = [region.name for region in register.by_code().values()]
    start = time.perf_counter()
    for name in names.head(SAMPLE):
        process.extractOne(name, official)
    peer = (time.perf_counter() - start) * COUNT / SAMPLE

    measured = {
        "names": COUNT,
        "distinct": names.n_unique(),
        "seconds": round(first, 3),
        "seconds_again": round(again, 3),
        "limit_seconds": LIMIT,
        "share_of_limit": round(first / LIMIT, 2),
        "peer_seconds_scaled": round(peer, 1),
        "peer_ratio": round(peer / first, 1),
        "status": dict(found["status"].value_counts(sort=True).iter_rows()),
    }
    print(json.dumps(measured, indent=2))
    return int(first > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
