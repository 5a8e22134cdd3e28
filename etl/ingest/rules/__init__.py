"""The rules that a row must keep, one file a table. A rule's function name is the name that people are told.

Each schema is about *candidates*: what was read, before it is known to be good. Of the rules that a row breaks the
first, in the order of the schema, is the one that refuses it.
"""

from etl.ingest.rules.check import broken
from etl.ingest.rules.event import EventFigure
from etl.ingest.rules.headcount import HeadcountFigure
from etl.ingest.rules.row import FileRow
from etl.ingest.rules.signature import SignatureFigure

__all__ = ["EventFigure", "FileRow", "HeadcountFigure", "SignatureFigure", "broken"]
