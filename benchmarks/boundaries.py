"""Processor time and size of an import of official boundaries: the reference's files, beside their limits.

`IKRAR_REFERENCE` names the folder of reference material. Processor time, because a busy PC stretches any other.
"""

from __future__ import annotations

import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import geo

SECONDS, BYTES = 20.0, 350_000
RUNS = 3
IMPORT = "import sys; sys.argv[0] = 'ikrar'; from etl.cli import main; main()"


def imported(file: Path, store: Path) -> tuple[float, dict[str, object]]:
    """Processor time of the command and the process that it starts, and what it prints. Exit 1: an area differs."""
    before = os.times()
    ran = subprocess.run(
        [sys.executable, "-c", IMPORT, "boundaries", "import", str(file), "--store", str(store), "--json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return spent, json.loads(ran.stdout)


def main() -> None:
    """Print one line a file; exit 1 over a limit."""
    folder = Path(os.environ["IKRAR_REFERENCE"]) / "geo"
    over = False
    for name in ("kabupaten_full", "kabupaten_simplified", "provinsi_full"):
        with tempfile.TemporaryDirectory() as store:
            runs = [imported(folder / f"{name}.parquet", Path(store)) for _ in range(RUNS)]
            size = len(gzip.compress(geo.layers(Path(store))[-1].body, compresslevel=9, mtime=0))
        middle, found = statistics.median(seconds for seconds, _ in runs), runs[-1][1]
        print(
            f"{name}: {found['matched']} of {found['expected']} regions, {middle:.1f} s (limit {SECONDS:.0f}), "
            f"{size / 1000:.0f} kB compressed (limit {BYTES // 1000})"
        )
        over = over or middle > SECONDS or size >= BYTES
    if over:
        sys.exit("over a limit")


if __name__ == "__main__":
    main()
