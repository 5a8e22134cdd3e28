"""`python -m etl.score [-v]`: the score table; `-v` names what is missed, wrong or invented."""

from __future__ import annotations

import json
import os
import sys
import tomllib
from pathlib import Path

from etl.cli.console import DATA
from etl.extract import extract
from etl.extract.known import known_campaigns, known_regulations
from etl.extract.values import Document, Extraction
from etl.score import golden, summaries
from etl.score.tally import Tally
from etl.sources.articles import from_text, read_all

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "tests" / "golden" / "articles"
OURS = ROOT / "tests" / "golden" / "etl_extract"


def main() -> None:
    """Print a table for each set that is there; the reference folder comes from IKRAR_REFERENCE."""
    talkative = "-v" in sys.argv[1:]
    _show("golden articles", golden_tally(), talkative=talkative)
    reference = os.environ.get("IKRAR_REFERENCE")
    if reference:
        _show("seeds", seeds_tally(Path(reference)), talkative=talkative)
        _show("summaries", summaries_tally(Path(reference)), talkative=talkative)


def golden_tally() -> Tally:
    """The golden articles, each read from its file."""
    tally = Tally()
    for path, document in _documents(ARTICLES, {".txt", ".html"}):
        expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        golden.compare(tally, path.stem[:24], expected, _extract(document))
    return tally


def seeds_tally(reference: Path) -> Tally:
    """The five first articles against what is known of them."""
    tally = Tally()
    for path, document in _documents(reference / "seeds", {".txt"}):
        expected = json.loads((OURS / "seeds" / f"{path.stem}.json").read_text(encoding="utf-8"))
        golden.compare(tally, path.stem, expected, _extract(document))
    return tally


def summaries_tally(reference: Path) -> Tally:
    """The 75 summaries against what each alone supports of its facts."""
    tally = Tally()
    rows = json.loads((reference / "domain" / "reported_events.json").read_text(encoding="utf-8"))
    differences = tomllib.loads((OURS / "summaries.toml").read_text(encoding="utf-8"))
    for row in rows:
        summaries.compare(tally, row, differences, _extract(from_text(row["summary_id"], row["id"])))
    return tally


def _extract(document: Document) -> Extraction:
    return extract(document, known_campaigns(DATA), known_regulations(DATA))


def _documents(folder: Path, kinds: set[str]) -> list[tuple[Path, Document]]:
    paths = sorted(path for path in folder.iterdir() if path.suffix in kinds)
    return list(zip(paths, read_all(paths), strict=True))


def _show(title: str, tally: Tally, *, talkative: bool) -> None:
    print(f"\n{title:24} expected  given   hits  invented  precision  recall")  # noqa: T201  # a report on stdout
    for name, line in tally.lines.items():
        print(  # noqa: T201  # a report on stdout
            f"{name:24} {line.expected:8} {line.given:6} {line.hits:6} {line.invented:9}"
            f"  {line.precision:8.1%} {line.recall:7.1%}"
        )
        for where in line.wrong if talkative else ():
            print("      ", where)  # noqa: T201  # a report on stdout


if __name__ == "__main__":
    main()
