"""How much of a stranger's article is read, and what reading it may cost."""

from __future__ import annotations

from dataclasses import dataclass

from etl.sources.child.limits import MB


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one reading; a file beyond one of them is refused with the bound in the message.

    `file`: a PDF or DOCX with its pictures; `text`: plain text, HTML, pasted text, or what any file gives, in UTF-8;
    `expanded`: what a DOCX unpacks to; `memory` of the reading process; all in bytes. `pages` of a PDF; `seconds` of
    processor and of waiting.
    """

    file: int = 25 * MB
    text: int = 5 * MB
    expanded: int = 200 * MB
    pages: int = 200
    seconds: int = 30
    memory: int = 768 * MB


DEFAULT = Limits()
