"""What a person reads: messages, numbers and dates in Indonesian (first) or English.

Messages are written in English in the code and looked up in gettext catalogues, one file a room
(`i18n/id/<room>.po`). English needs no catalogue. A message missing from the catalogues is a defect that
`tests/contract/test_messages.py` reports.
"""

from i18n.errors import BadInput, Conflict, Damaged, IkrarError, NotFound
from i18n.text import LANGUAGES, N_, Language, Text, text

__all__ = ["LANGUAGES", "N_", "BadInput", "Conflict", "Damaged", "IkrarError", "Language", "NotFound", "Text", "text"]
