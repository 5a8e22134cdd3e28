"""The content of a pledge: which of the four themes it lists, and how many points the text says it has. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.clean.numerals import number_of
from etl.extract.reading import Found, Reading
from etl.extract.values import Span

THEMES: dict[int, re.Pattern[str]] = {
    1: re.compile(
        r"\bnetral(?:itas\w*)?\b[^.;]{0,50}\b(?:pelayanan|melayani|layanan|fungsi)\b|\b(?:pelayanan|melayani"
        r"|layanan)\b[^.;]{0,50}\bnetral\w*"
        r"|\b(?:menjaga|menegak\w*|memelihara)\b[^.;,]{0,35}\bnetralitas\b|netralitas asn harus dijaga"
    ),
    2: re.compile(
        r"\b(?:konflik|benturan) kepentingan|\bintimidasi\w*|mengintimidasi|\btidak (?:akan )?(?:memihak"
        r"|berpihak)|\bmemihak\b|keberpihakan"
        r"|\bkeputusan yang menguntungkan|menguntungkan salah satu"
        r"|tidak diperbolehkan memihak"
    ),
    3: re.compile(
        r"\b(?:media sosial|medsos|sosmed|bermedia sosial|jejaring sosial)\b|ujaran kebencian|\b(?:berita"
        r"|kabar) bohong|hoa(?:ks|x)"
    ),
    4: re.compile(
        r"\b(?:politik uang|money politi\w+|suap|gratifikasi)|\b(?:tidak"
        r"|menolak)\s+(?:akan )?(?:menerima )?(?:segala (?:jenis |bentuk )?)?"
        r"(?:menerima|pemberian|uang|hadiah|imbalan)\b|menolak (?:hadiah|pemberian)"
    ),
}
_UNIT = r"(?:butir|but[ie]r-butir|poin|point|pokok|hal|komitmen|janji|item|isi|ikrar|pernyataan|sumpah)"
_STATED = re.compile(
    rf"\b(?P<number>\d{{1,2}}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh"
    rf"|sebelas) (?:{_UNIT})\b(?! lainnya)"
    r"|\b(?:isi|butir|poin|naskah|pokok)(?:nya)?(?: ikrar| pakta| deklarasi)?(?: \w+)? (?:ada|berjumlah"
    r"|sebanyak) (?P<after>\d{1,2}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\b"
)
_ABOUT = re.compile(
    r"\b(?:ikrar\w*|diikrarkan|pakta|deklarasi|naskah\w*|dijanjikan|janji|diucapkan|dibaca\w*|berisi|memuat"
    r"|komitmen|pernyataan|point?|butir)\b"
)
_OPENS = re.compile(
    r"\b(?:butir pertama|pertama,|(?:berisi|berisikan|memuat|mencakup|isinya"
    r"|isi (?:ikrar|[pf]akta|deklarasi|komitmen|naskah)|ikrarnya|butir-butirnya"
    r"|poin-poin\w*|point-?point\w*|point tersebut|keenam poin"
    r"|kelima poin|keempat poin|adapun isi|bunyi\w*|berbunyi|berjanji untuk|yang dijanjikan|ikrar tersebut, para"
    r"|diikrarkan|antara lain|di ?antara(?:nya)?|meliputi)\b)"
)
_ITEM = re.compile(
    r"^\W*(?:\d{1,2}[.)]|[a-h][.)]|(?:butir|poin|point)? ?(?:pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh"
    r"|kedelapan|terakhir)\b"
    r"|(?:serta |dan |selanjutnya )?(?:menghindari|menggunakan media|menolak|menjaga|tidak memihak))"
)
_NUMBERED = re.compile(r"(?:^|[\s:])(\d{1,2}|[a-k])[.)] ?(?=\w)")
_URGED = re.compile(
    r"\b(?:mengajak|meminta|mengimbau|menghimbau|mengingatkan|menegaskan|menyebut tiga|harus|berpesan|diminta"
    r"|berharap|menambahkan|menyampaikan bahwa|melarang)\b"
)
_FOCUS = re.compile(
    r"\b(?:dalam ikrar|ikrar (?:tersebut|itu|yang dibaca\w*|ini)|isinya|isi ikrar|naskah|pakta (?:itu|tersebut)"
    r"|butir|poin)\b"
)


def themes_in(reading: Reading, numbers: Sequence[int]) -> Found[tuple[int, ...]] | None:
    """The themes that a list of the pledge's content names, with the words of each."""
    listed = _content(reading, numbers)
    spans: list[Span] = []
    themes: set[int] = set()
    for theme, pattern in THEMES.items():
        for low, high in listed:
            match = pattern.search(reading.fold, low, high)
            if match:
                themes.add(theme)
                spans.append(match.span())
                break
    return Found(tuple(sorted(themes)), tuple(sorted(spans))) if themes else None


def points_stated(reading: Reading, numbers: Sequence[int]) -> Found[int] | None:
    """The number of points that the text gives, or that its list is numbered with."""
    for number in sorted(numbers, key=lambda each: reading.sentences[each].kind == "headline"):
        sentence = reading.sentences[number]
        if sentence.kind in {"published", "dateline"} or reading.is_spoken(sentence.start):
            continue
        for match in reading.find(_STATED, sentence):
            words = match["number"] or match["after"]
            value = int(words) if words.isdigit() else number_of(words)
            near = reading.fold[max(sentence.start, match.start() - 60) : min(sentence.end, match.end() + 60)]
            if (
                value
                and value > 1
                and _ABOUT.search(near)
                and not _URGED.search(near, 0, min(60, match.start() - sentence.start))
            ):
                return Found(value, (match.span(),))
    return _numbered(reading, numbers)


def _numbered(reading: Reading, numbers: Sequence[int]) -> Found[int] | None:
    """The last number of a list 1, 2, 3 … or a, b, c … inside the content."""
    last, span = 0, (0, 0)
    for low, high in _content(reading, numbers):
        for match in _NUMBERED.finditer(reading.fold, low, high):
            place = int(match[1]) if match[1].isdigit() else ord(match[1]) - ord("a") + 1
            if place == last + 1:
                last, span = last + 1, (match.start(1), min(high, match.end() + 40))
    return Found(last, (span,)) if last > 1 else None


def _content(reading: Reading, numbers: Sequence[int]) -> list[Span]:
    """Where the content of the pledge stands: from the words that open a list to the end of it."""
    found: list[Span] = []
    is_open = 0
    for number in numbers:
        sentence = reading.sentences[number]
        if sentence.kind != "paragraph":
            continue
        words = reading.words(sentence)
        spoken = reading.is_spoken(sentence.start) and not _ITEM.match(words)
        opening = None if spoken else _opening(words)
        if opening is not None:
            found.append((sentence.start + opening, sentence.end))
            is_open = 3
        elif not spoken and _announces(words):
            is_open = 3
        elif (
            is_open
            and not spoken
            and (_ITEM.match(words) or reading.fold[sentence.start - 2 : sentence.start].startswith(";"))
        ):
            found.append((sentence.start, sentence.end))
            is_open = 3
        else:
            is_open = max(is_open - 1, 0) if spoken else 0
    return found


def _announces(words: str) -> bool:
    """True for a sentence that gives the number of points, whose list follows."""
    return _STATED.search(words) is not None and _ABOUT.search(words) is not None


def _opening(words: str) -> int | None:
    """Where a sentence begins to list the content, None where it does not."""
    stated = _STATED.search(words)
    opens = _OPENS.search(words)
    if opens and (_ABOUT.search(words) or _ITEM.match(words)):
        urged = _URGED.search(words, 0, opens.start())
        return None if urged and not _FOCUS.search(words) else opens.start()
    if stated and _ABOUT.search(words) and re.search(r"[:,]|yakni|yaitu|ialah", words[stated.end() :]):
        return stated.start()
    if re.search(r"\b(?:ikrar|janji)\b[^.;]{0,60}\b(?:mencakup|memuat|untuk tidak|janji (?:menolak|tidak))\b", words):
        found = re.search(r"\b(?:mencakup|memuat|janji (?:menolak|tidak))\b", words)
        return found.start() if found else None
    return None
