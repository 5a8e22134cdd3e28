"""Of a web page the article is read, with what the page declares; nothing beyond the page given is looked at."""

from __future__ import annotations

import datetime as dt
import socket

import pytest

from etl.sources.articles import DEFAULT
from etl.sources.articles.parse import parse

LEAD = "PATI – Pemerintah Kabupaten Pati menggelar ikrar netralitas ASN di Pendopo Pati, Jumat (17/11/2023) pagi tadi."
BODY = "Bupati meminta seluruh pegawai menjaga jarak dari kegiatan politik praktis selama masa kampanye Pemilu 2024."
END = "Kegiatan ditutup dengan doa bersama, lalu pegawai kembali ke kantor masing-masing untuk melayani warga lagi."
PARAGRAPHS = f"<p>{LEAD}</p><p>{BODY}</p><p>{END}</p>"
H1 = "<h1>ASN Pati Ikrar Netral</h1>"
FIGURE = "<figure><img src='a.jpg'><figcaption>Sekda membaca ikrar. Foto: ist</figcaption></figure>"
CAPTION = "<div class='wp-caption'><p class='wp-caption-text'>Pegawai di pendopo</p></div>"
LINKED = '<script type="application/ld+json">%s</script>'


def _page(body: str, head: str = "<title>ASN Pati Ikrar Netral | Kabar Pati</title>") -> bytes:
    return f"<!DOCTYPE html><html lang='en-US'><head>{head}</head><body>{body}</body></html>".encode()


FACTS = {
    "site name": ('<meta property="og:site_name" content="Kabar Pati">', "Kabar Pati", None),
    "canonical address": ('<link rel="canonical" href="https://www.kabarpati.example/a/1">', "kabarpati.example", None),
    "broken address": ('<link rel="canonical" href="https://[kabarpati/a">', None, None),
    "published time": (
        '<meta property="article:published_time" content="2023-11-18T07:10:00+08:00">',
        None,
        "2023-11-18",
    ),
    "UTC in the evening is the next day": (
        '<meta property="article:published_time" content="2023-11-17T18:30:00Z">',
        None,
        "2023-11-18",
    ),
    "a bare day": ('<meta name="pubdate" content="2023-11-17">', None, "2023-11-17"),
    "no such day": ('<meta name="pubdate" content="2023-02-31">', None, None),
    "only the day of a change": ('<meta property="article:modified_time" content="2024-05-05">', None, None),
    "linked data in a graph": (
        LINKED
        % '{"@graph":[{"@type":["NewsArticle"],"datePublished":"2023-11-17 06:00","publisher":{"name":" K P "}}]}',
        "K P",
        "2023-11-17",
    ),
    "broken linked data": (LINKED % '{"datePublished": "2023-', None, None),
    "a date in a script": ("<script>var terbit = '2021-01-01';</script>", None, None),
}


@pytest.mark.parametrize(("head", "publisher", "day"), FACTS.values(), ids=FACTS)
def test_publisher_and_day_are_those_declared(head: str, publisher: str | None, day: str | None) -> None:
    contents = parse(_page(f"<article>{H1}{PARAGRAPHS}</article>", head), DEFAULT)
    assert (contents.publisher, contents.published_on) == (publisher, day and dt.date.fromisoformat(day))


ARTICLE = [("headline", "ASN Pati Ikrar Netral"), (None, LEAD), (None, BODY), (None, END)]
FURNITURE = {
    "menu, side bar, footer": f"<nav><a href='/'>Beranda</a></nav><article>{H1}{PARAGRAPHS}</article>"
    "<aside><p>900 ASN Rembang berikrar, Rabu (1/11/2023)</p></aside><footer><p>Hak cipta 2019</p></footer>",
    "cookie banner and comments": f"<div class='cookie-consent'><p>Situs ini memakai kuki. Setuju?</p></div>"
    f"<div class='isi'>{H1}{PARAGRAPHS}</div><div id='comments'><p>Harusnya Rembang juga 1 Oktober 2024!</p></div>",
    "scripts, styles, HTML comments": f"<script>var a='500 ASN Blora'</script><style>p{{}}</style><!-- 50 ASN Kudus -->"
    f"<article>{H1}<p>{LEAD}</p><script>document.write('700 ASN')</script><p>{BODY}</p><p>{END}</p></article>",
    "pointers inside": f"<article>{H1}<p>{LEAD}</p><p><b>Baca juga: <a href='/b'>ASN Rembang (2/11/2023)</a></b></p>"
    f"<p>{BODY}</p><p>BACA JUGA : ASN Blora teken pakta</p><p>{END}</p></article>",
    "hidden words": f"<article>{H1}<p>{LEAD}</p><p>{BODY}</p><p style='display: none'>Ada 300 ASN Kudus berikrar.</p>"
    f"<p hidden>Rahasia lain tentang 400 ASN Blora.</p><p>{END}</p></article>",
    "no h1": f"<article>{PARAGRAPHS}</article>",
    "the site's name as h1": f"<header><h1>Kabar Pati</h1></header><article>{H1}{PARAGRAPHS}</article>",
    "line breaks for paragraphs": f"<article>{H1}<div>{LEAD}<br><br>{BODY}<br/>{END}</div></article>",
}


@pytest.mark.parametrize("body", FURNITURE.values(), ids=FURNITURE)
def test_the_article_and_nothing_else_is_read(body: str) -> None:
    head = "<title>ASN Pati Ikrar Netral</title>"
    assert list(parse(_page(body, head), DEFAULT).blocks) == ARTICLE


EXTRAS = {
    "a caption above": (
        f"<article>{H1}{FIGURE}{PARAGRAPHS}</article>",
        (1, ("caption", "Sekda membaca ikrar. Foto: ist")),
    ),
    "a caption by its class": (
        f"<article>{H1}<p>{LEAD}</p>{CAPTION}<p>{BODY}</p><p>{END}</p></article>",
        (2, ("caption", "Pegawai di pendopo")),
    ),
    "the line with the day": (
        f"<article>{H1}<div class='meta'>Sabtu, 18 November 2023 08:10 WIB</div>{PARAGRAPHS}</article>",
        (1, ("published", "Sabtu, 18 November 2023 08:10 WIB")),
    ),
    "a subheading": (
        f"<article>{H1}<p>{LEAD}</p><h3>Pesan Bupati</h3><p>{BODY}</p><p>{END}</p></article>",
        (2, (None, "Pesan Bupati")),
    ),
    "short items of a list": (
        f"<article>{H1}<p>{LEAD}</p><p>{BODY}</p><p>1. Netral.</p><p>{END}</p></article>",
        (3, (None, "1. Netral.")),
    ),
}


@pytest.mark.parametrize(("body", "extra"), EXTRAS.values(), ids=EXTRAS)
def test_what_belongs_to_the_article_stands_in_its_place(body: str, extra: tuple[int, tuple[str | None, str]]) -> None:
    expected = list(ARTICLE)
    expected.insert(*extra)
    assert list(parse(_page(body), DEFAULT).blocks) == expected


def test_a_very_short_article_is_read() -> None:
    page = _page(f"{H1}<p>Sekda memimpin ikrar 40 ASN, Rabu (15/11/2023).</p><p>Acara berlangsung tertib.</p>")
    assert [line for _, line in parse(page, DEFAULT).blocks][1:] == [
        "Sekda memimpin ikrar 40 ASN, Rabu (15/11/2023).",
        "Acara berlangsung tertib.",
    ]


def test_letters_broken_outside_the_article_do_no_harm(code_of) -> None:
    whole = _page(
        f"<article>{H1}{PARAGRAPHS}</article>", "<meta charset='utf-8'><meta name='description' content='kata XX'>"
    )
    assert list(parse(whole.replace(b"XX", b"\xe2\x80"), DEFAULT).blocks) == ARTICLE
    assert code_of(whole.replace(b"masa kampanye", b"masa \xe2\x80 kampanye")) == ("broken_page", "")


def test_a_page_says_that_it_is_windows_1252() -> None:
    page = _page(
        f"<article>{H1}{PARAGRAPHS}<p>Kafé di alun-alun ramai sejak pagi hari.</p></article>",
        '<meta charset="iso-8859-1">',
    )
    blocks = parse(page.decode().encode("cp1252"), DEFAULT).blocks
    assert blocks[1][1] == LEAD
    assert blocks[-1][1].startswith("Kafé")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def _never(*_: object) -> None:
        raise AssertionError("a page asked for the network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, _never)
    monkeypatch.setattr(socket, "getaddrinfo", _never)
    head = (
        "<link rel='canonical' href='http://127.0.0.1/a'><base href='http://127.0.0.1/'><link rel='amphtml' href='/a'>"
    )
    body = f"<iframe src='http://127.0.0.1/b'></iframe><article>{H1}{PARAGRAPHS}<img src='http://127.0.0.1/c.png'></article>"
    doctype = b"<!DOCTYPE html SYSTEM 'http://127.0.0.1/d.dtd'>"
    assert parse(_page(body, head).replace(b"<!DOCTYPE html>", doctype), DEFAULT).blocks[1] == (None, LEAD)
