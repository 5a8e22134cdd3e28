"""Bytes to contents, in one process and pure: what the child process does."""

from __future__ import annotations

from etl.sources.articles import encoding, pdf, sniff, word
from etl.sources.articles.contents import Contents
from etl.sources.articles.limits import Limits
from etl.sources.child.fault import Fault
from etl.sources.child.limits import MB


def parse(data: bytes, limits: Limits) -> Contents:
    """What an article's file holds. Raises Fault; memory and time are bounded by the process around it."""
    match sniff.sniff(data):
        case "pdf":
            contents = pdf.read(data, limits)
        case "zip":
            contents = word.read(data, limits)
        case "html":
            _check_text(len(data), limits)
            from etl.sources.articles import page  # here: its library takes longer to load than a text to read

            text, whole = encoding.decode_page(data)
            contents = page.read(text)
            if not whole and any(encoding.BROKEN in line for _, line in contents.blocks):
                raise Fault("broken_page")
        case _:
            _check_text(len(data), limits)
            contents = Contents(((None, encoding.decode(data)),), typed=True)
    _check_text(sum(len(line.encode("utf-8", "replace")) for _, line in contents.blocks), limits)
    if not any(line.strip() for _, line in contents.blocks):
        raise Fault("empty")
    return contents


def _check_text(size: int, limits: Limits) -> None:
    if size > limits.text:
        raise Fault("too_much_text", size=-(-size // MB), limit=limits.text // MB)
