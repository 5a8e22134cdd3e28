"""Files that leave: made of one state, stamped with the way back to it, and put on record.

`issue` makes a briefing's files, `issue_part`, `issue_picture` and `issue_table` those of a single picture or table.
"""

from etl.issuing.address import PUBLIC_ADDRESS, public_address
from etl.issuing.handing import Issued, Origin, Seen
from etl.issuing.issue import issue, issue_part, issue_picture, issue_table, known_kind
from etl.issuing.kinds import KINDS, PICTURES, WHOLE, Kind, PictureForm, Wishes
from etl.issuing.progress import Progress

__all__ = [
    "KINDS",
    "PICTURES",
    "PUBLIC_ADDRESS",
    "WHOLE",
    "Issued",
    "Kind",
    "Origin",
    "PictureForm",
    "Progress",
    "Seen",
    "Wishes",
    "issue",
    "issue_part",
    "issue_picture",
    "issue_table",
    "known_kind",
    "public_address",
]
