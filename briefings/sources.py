"""Sources as files list them, and the line that stands under a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import polars as pl

from briefings.briefing import SourceNote
from i18n import Text
from warehouse.frames import Frames

_NAMED: Final = 3


def source_notes(frames: Frames, source_ids: Iterable[str]) -> tuple[SourceNote, ...]:
    """The sources of these ids, the best evidence first, then the newest; each once."""
    found = frames.source.filter(pl.col("source_id").is_in(list(set(source_ids))))
    ordered = found.sort("grade", "published_on", "source_id", descending=[False, True, False], nulls_last=True)
    return tuple(
        SourceNote(
            row["title"] or row["url"] or row["source_id"],
            row["publisher"],
            row["grade"],
            row["url"],
            row["published_on"],
        )
        for row in ordered.to_dicts()
    )


def source_line(notes: Sequence[SourceNote], t: Text) -> str:
    """`Sumber: Pemkab Purbalingga; Dinkes, Kabupaten Nganjuk; 3 lainnya. Bukti B–C.` Empty where there is none."""
    if not notes:
        return ""
    publishers = list(dict.fromkeys(note.publisher for note in notes))
    grades = sorted({note.grade for note in notes})
    named = publishers if len(publishers) <= _NAMED + 1 else publishers[:_NAMED]
    others = len(publishers) - len(named)
    more = [t.n("{count} other", "{count} others", others)] if others else []
    return t(
        "Source: {publishers}. Evidence {grades}.",
        publishers="; ".join([*named, *more]),
        grades=grades[0] if len(grades) == 1 else f"{grades[0]}–{grades[-1]}",
    )
