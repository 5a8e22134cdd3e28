"""Many visitors at once over websockets, as browsers talk to Streamlit: `python benchmarks/visitors.py [--visitors N]`.

Each visitor opens a page of the example country and changes a filter every five seconds. Limits: 95 % of the changes
answered within 0.5 s, and less than 1 MB of memory a visitor. The visitors share the machine with the server.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from map_page import served
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

ANSWERED_S, VISITOR_MB = 0.5, 1.0
PERIOD_S, PATIENCE_S = 5.0, 60.0
PAGES = ("peta", "opd", "ringkasan", "linimasa")
PROVINCES = ("", "11", "31", "32", "33", "35", "51", "73", "91")
GRADES = ("", "A", "B", "C")


@dataclass
class Tally:
    """What the visitors met: seconds of each change, faults in words."""

    seconds: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def query(province: str, grade: str) -> str:
    """A link's query: the example data under filters."""
    chosen = {"data": "contoh", "provinsi": province, "bukti": grade}
    return "&".join(f"{key}={value}" for key, value in chosen.items() if value)


def a_filter(draw: random.Random) -> str:
    """A query drawn."""
    return query(draw.choice(PROVINCES), draw.choice(GRADES))


async def look_at_all(address: str, page: str, tally: Tally) -> None:
    """One visitor who looks at a page under every filter, as somebody has before on an ordinary day."""
    url = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    async with connect(url, subprotocols=["streamlit"], max_size=None) as socket:
        for province, grade in itertools.product(PROVINCES, GRADES):
            name = "" if page == "ringkasan" else page
            began = time.perf_counter()
            await _run(socket, ClientState(query_string=query(province, grade), page_name=name), tally)
            tally.seconds.append(time.perf_counter() - began)


async def visit(address: str, page: str, changes: int, draw: random.Random, tally: Tally) -> None:
    """One visitor: opens the page, then changes the filter every period."""
    url = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    async with connect(url, subprotocols=["streamlit"], max_size=None) as socket:
        await asyncio.sleep(draw.uniform(0, PERIOD_S))
        state = ClientState(query_string=a_filter(draw), page_name="" if page == "ringkasan" else page)
        state.page_script_hash = await _run(socket, state, tally)
        state.page_name = ""
        for _ in range(changes):
            await asyncio.sleep(PERIOD_S * draw.uniform(0.8, 1.2))
            state.query_string = a_filter(draw)
            began = time.perf_counter()
            await _run(socket, state, tally)
            tally.seconds.append(time.perf_counter() - began)


async def _run(socket: ClientConnection, state: ClientState, tally: Tally) -> str:
    """Ask for a run and read until it has ended: the hash of the page that ran."""
    message = BackMsg()
    message.rerun_script.CopyFrom(state)
    await socket.send(message.SerializeToString())
    ran = ""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            said = ForwardMsg.FromString(await socket.recv(decode=False))
            kind = said.WhichOneof("type")
            if kind == "navigation":
                ran = said.navigation.page_script_hash
            elif kind == "delta" and said.delta.new_element.WhichOneof("type") == "exception":
                tally.faults.append(said.delta.new_element.exception.message)
            elif kind == "script_finished":
                return ran


async def crowd(address: str, visitors: int, changes: int, seed: int) -> Tally:
    """All visitors at once."""
    tally = Tally()
    draws = [random.Random(seed + number) for number in range(visitors)]  # noqa: S311  # filters, not secrets
    visits = (visit(address, PAGES[number % len(PAGES)], changes, draw, tally) for number, draw in enumerate(draws))
    await asyncio.gather(*visits)
    return tally


def memory_mb(command: str) -> float:
    """Resident memory of the server that was started with this in its command line."""
    found = [
        process for process in psutil.process_iter(["cmdline"]) if command in " ".join(process.info["cmdline"] or [])
    ]
    return float(sum(process.memory_info().rss for process in found) / 1e6)


def main() -> None:
    """Print what was measured; exit 1 over a limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visitors", type=int, default=150)
    parser.add_argument("--changes", type=int, default=8, help="changes of a filter, each visitor")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    ikrar = Path(sys.executable).with_name("ikrar")
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        with served([str(ikrar), "serve", "--store", store, "--port"], "/healthz") as address:
            first = Tally()
            for page in PAGES:
                asyncio.run(look_at_all(address, page, first))
            before = memory_mb(store)
            tally = asyncio.run(crowd(address, asked.visitors, asked.changes, asked.seed + 1))
            a_visitor = (memory_mb(store) - before) / asked.visitors
    if tally.faults:
        sys.exit(f"{len(tally.faults)} faults, the first: {tally.faults[0]}")
    print(f"each page under each filter for the first time, alone: median {statistics.median(first.seconds):.3f} s")
    p95 = statistics.quantiles(tally.seconds, n=20)[-1]
    print(f"{asked.visitors} visitors, {len(tally.seconds)} changes of a filter, no fault")
    print(f"answered: median {statistics.median(tally.seconds):.3f} s, p95 {p95:.3f} s (limit {ANSWERED_S} s)")
    print(f"memory: {a_visitor:.2f} MB a visitor (limit {VISITOR_MB} MB), {before:.0f} MB before they came")
    if p95 > ANSWERED_S or a_visitor > VISITOR_MB:
        sys.exit("over a limit")


if __name__ == "__main__":
    main()
