"""HTML as a value: text is escaped once, where it becomes HTML, and cannot be escaped by accident or forgotten."""

from __future__ import annotations

from html import escape

import streamlit as st


class Html(str):
    """HTML that is safe to show: built by this package, every text in it escaped."""

    __slots__ = ()


def text(value: str | None) -> Html:
    """`value` as HTML. Plain text is escaped, `Html` stays as it is, null is empty."""
    if isinstance(value, Html):
        return value
    return Html(escape(value or "", quote=True))


def join(*parts: str | None, by: str = "") -> Html:
    """The parts one after another, each escaped unless it is `Html`."""
    return Html(by.join(text(part) for part in parts))


def tag(name: str, *children: str | None, **attributes: str | None) -> Html:
    """An element. Attributes: `class_` is class, `data_code` is data-code; null ones are left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value, quote=True)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{written}>{join(*children)}</{name}>")


def link(label: str, href: str, **attributes: str | None) -> Html:
    """A link. Addresses other than http(s) and our own paths are printed as text: data may not bring a scheme."""
    if href.startswith(("http://", "https://")):
        return tag("a", label, href=href, target="_blank", rel="noopener noreferrer", **attributes)
    if href.startswith(("/", "#")) and not href.startswith(("//", "/\\")):
        return tag("a", label, href=href, **attributes)
    return text(label)


def show(*parts: str | None) -> None:
    """Put HTML on the page, one element for all parts. Nothing where there is nothing."""
    if body := join(*parts):
        st.html(body)
