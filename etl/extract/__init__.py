"""A press article as text → the ceremonies that it tells of, the words that prove each field, its contradictions.

Deterministic, offline, pure. What the text does not give is null; nothing is invented, nothing silently corrected.
"""

from __future__ import annotations

from collections.abc import Sequence

from etl.clean.anchors import Campaign
from etl.extract.activity import acts_in
from etl.extract.assemble import ceremonies_of
from etl.extract.ceremony import Annotated
from etl.extract.conflicts import conflicts_of
from etl.extract.dates import days_in
from etl.extract.reading import read
from etl.extract.regions import regions_in
from etl.extract.regulations import Regulation
from etl.extract.units import units_in
from etl.extract.values import Document, Extraction

__all__ = ["extract"]


def extract(document: Document, campaigns: Sequence[Campaign], regulations: Sequence[Regulation] = ()) -> Extraction:
    """The document's ceremonies in the order of the text, and what contradicts itself in it.

    `campaigns` are the elections that a text may name, `regulations` the laws that it may cite. An article without a
    pledge gives no event; one that could not be read (`error`) gives none either.
    """
    reading = read(document)
    acts = acts_in(reading)
    if not acts:
        return Extraction(document, (), ())
    text = Annotated(
        reading, acts, days_in(reading, campaigns), regions_in(reading), units_in(reading), campaigns, regulations
    )
    ceremonies = ceremonies_of(text)
    return Extraction(document, tuple(each.event for each in ceremonies), tuple(conflicts_of(text, ceremonies)))
