import dataframely as dy

from warehouse.tables._base import Table, one_of
from warehouse.vocabulary import Grade, SourceKind


class Source(Table):
    """One row per article, letter, workbook, roster or regulation that something was read from.

    Copies of one release are separate rows that name the original in `syndicated_from`: together they are one voice.
    """

    source_id = dy.String(primary_key=True, description="Slug.")
    kind = dy.String(check=one_of(SourceKind), description="What it is.")
    publisher = dy.String(description="Who published it (host name where nothing better is known).")
    title = dy.String(nullable=True, description="Title or file name; null = not recorded.")
    url = dy.String(nullable=True, description="Address; null for a file.")
    published_on = dy.Date(nullable=True, description="Day of publication; null = not known.")
    captured_at = dy.Datetime(nullable=True, time_unit="us", time_zone="UTC", description="When it was taken in.")
    sha256 = dy.String(nullable=True, description="Digest of the file taken in; null = only facts were taken.")
    grade = dy.String(check=one_of(Grade), description="Evidence grade A–D.")
    syndicated_from = dy.String(nullable=True, description="source_id of the release it copies.")
    note = dy.String(nullable=True, description="What a reader should know of it, in Indonesian.")
    is_simulated = dy.Bool(description="True = example data, not real.")
