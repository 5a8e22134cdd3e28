"""Seconds for `ikrar build` from the start of Python to its end, beside the limit of 5; and what a load adds to that.

The store is new each time: nothing is there to be reused.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMIT = 5.0
RUNS = 5
BUILD = "import sys; sys.argv[0] = 'ikrar'; from etl.cli import main; main()"


def seconds(*command: str) -> float:
    """How long a Python process takes from its start to its end."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    """Print one line a measurement; exit 1 over the limit."""
    with tempfile.TemporaryDirectory() as folder:
        first = [seconds("-c", BUILD, "build", "--store", str(Path(folder) / str(run))) for run in range(RUNS)]
        again = [seconds("-c", BUILD, "build", "--store", str(Path(folder) / "0")) for _ in range(RUNS)]
        start = [seconds("-c", "import etl.cli.build") for _ in range(RUNS)]
    for name, times in (("build", first), ("build, nothing changed", again), ("of it Python and imports", start)):
        middle = statistics.median(times)
        print(f"{name}: {middle:.2f} s (worst {max(times):.2f}), {middle / LIMIT:.0%} of the limit of {LIMIT:.0f} s")
    if statistics.median(first) > LIMIT:
        sys.exit("over the limit")


if __name__ == "__main__":
    main()
