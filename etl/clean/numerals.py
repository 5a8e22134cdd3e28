"""Indonesian number words and figures: `dua ratus lima puluh dua` is 252. Pure."""

from __future__ import annotations

import re

_DIGITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES = ((1_000_000, "juta"), (1_000, "ribu"), (100, "ratus"), (10, "puluh"))
LARGEST = 999_999_999

_WORD = "|".join(
    [
        *_DIGITS[1:],
        "nol",
        "sepuluh",
        "sebelas",
        "seratus",
        "seribu",
        "sejuta",
        "belas",
        "puluh",
        "ratus",
        "ribu",
        "juta",
    ]
)
_RUN = re.compile(rf"(?<![\w-])(?<!salah )(?:{_WORD})(?: (?:{_WORD}))*(?![\w-])")
_AGAIN = re.compile(r"^ (?:per|demi) satu\b")
_ONE = {"sepuluh": "satu puluh", "sebelas": "satu belas", "seratus": "satu ratus", "seribu": "satu ribu"}


def spell(value: int) -> str:
    """A number from 0 to 999.999.999 in words: 8100 is `delapan ribu seratus`. Raises ValueError beyond."""
    if not 0 <= value <= LARGEST:
        raise ValueError(f"no words for {value}")
    return _spell(value) or "nol"


def _spell(value: int) -> str:
    if value < 10:
        return _DIGITS[value]
    if value < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(value, f"{_DIGITS[value - 10]} belas")
    scale, name = next(each for each in _SCALES if value >= each[0])
    many, rest = divmod(value, scale)
    head = f"se{name}" if many == 1 and scale < 1_000_000 else f"{_spell(many)} {name}"
    return f"{head} {_spell(rest)}".rstrip()


def number_of(words: str) -> int | None:
    """The number that the words spell, or None where they are not one number (`dua tiga`, `ratus`)."""
    total = group = digit = 0
    for word in " ".join(_ONE.get(each, each) for each in words.replace("sejuta", "satu juta").split()).split():
        if word in _DIGITS:
            digit = _DIGITS.index(word)
        elif word in {"belas", "puluh", "ratus"}:
            group += digit + 10 if word == "belas" else digit * (10 if word == "puluh" else 100)
            digit = 0
        elif word in {"ribu", "juta"}:
            total += (group + digit) * (1_000 if word == "ribu" else 1_000_000)
            group = digit = 0
    value = total + group + digit
    return value if value <= LARGEST and spell(value) == words.replace("sejuta", "satu juta") else None


def words_to_figures(phrase: str) -> str:
    """The phrase in lower case with its number words as figures: `sebanyak 252 asn`. What is no number stays."""

    def figure(found: re.Match[str]) -> str:
        one_by_one = found[0] == "satu" and _AGAIN.match(phrase, found.end())
        value = None if one_by_one else number_of(found[0])
        return found[0] if value is None else str(value)

    return _RUN.sub(figure, phrase)
