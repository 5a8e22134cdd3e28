"""Rosters, one row a person: counted by keyed hash, never kept.

A name is never read. A NIP is read in memory, checked for form, and becomes a hash with a secret that is not in the
warehouse; only the hash and the counts go on. Two doors: `count` for the blocks of a workbook (`etl.ingest.rosters`
makes verdicts of it), `etl.roster.large` for a text file of any size.
"""

from etl.roster.hiding import without_people
from etl.roster.secret import Secret, secret_of
from etl.roster.tables import key_rows
from etl.roster.tally import Roster, count
from etl.roster.words import MESSAGES

__all__ = ["MESSAGES", "Roster", "Secret", "count", "key_rows", "secret_of", "without_people"]
