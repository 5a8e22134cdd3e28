"""An article as bytes or as pasted text to a `Document`: plain text, HTML, PDF, DOCX.

By content and not by name, in a child process with limits; nothing is fetched. What the format itself says (an `h1`, a
`figcaption`, a title) goes to `etl.extract.document`, which makes the normalised text and its parts.
"""

from etl.sources.articles.limits import DEFAULT, Limits
from etl.sources.articles.reader import from_text, read, read_all, read_path

__all__ = ["DEFAULT", "Limits", "from_text", "read", "read_all", "read_path"]
