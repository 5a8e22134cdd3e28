"""A roster's recognition without its people: what may be kept for a page and its next run. Pure."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from etl.recognise.layout import Recognition


def without_people(recognition: Recognition) -> Recognition:
    """The same tables, columns and places, with no cell of any row.

    Rows set aside lose their text too: a footer is often the signature block, with a name and a NIP.
    """
    return replace(
        recognition,
        blocks=tuple(
            replace(block, text=block.text.select("row"), kinds=block.kinds.select("row"))
            for block in recognition.blocks
        ),
        set_aside=recognition.set_aside.with_columns(text=pl.lit(None, pl.String())),
    )
