"""A roster's recognition without its people: what may be kept for a page and its next run. Pure."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from etl.recognise.layout import FileKind, Recognition


def without_people(recognition: Recognition) -> Recognition:
    """The same tables, columns and places, with no cell of a table that lists people, of a roster with none at all.

    Rows set aside lose their text too: a footer is often the signature block, with a name and a NIP. Where nobody is
    listed it is the recognition as it was.
    """
    is_roster = recognition.kind is FileKind.ROSTER
    if not (is_roster or any(block.lists_people for block in recognition.blocks)):
        return recognition
    return replace(
        recognition,
        blocks=tuple(
            replace(block, text=block.text.select("row"), kinds=block.kinds.select("row"))
            if is_roster or block.lists_people
            else block
            for block in recognition.blocks
        ),
        set_aside=recognition.set_aside.with_columns(text=pl.lit(None, pl.String())),
    )
