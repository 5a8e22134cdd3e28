"""What was done: pledge, pact, declaration, joint commitment. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.clean.calendar import WEEKDAY
from etl.extract.hindrances import REACH, STAFF, is_hindered, is_of_contestants
from etl.extract.reading import Reading, Sentence
from etl.extract.values import Span
from warehouse.vocabulary import Activity

SIGN = (
    r"(?:menandatangan\w*|ditanda ?tangan\w*|bertanda ?tangan|penandatangan\w*|tanda ?tangan\w*|me?neken|teken|diteken"
    r"|membubuhkan (?:tanda|paraf))"
)
_READ = (
    r"(?:meng?ucap\w*|diucap\w*|ucapkan|pengucapan|membaca\w*|dibaca\w*|bacakan|baca|pembacaan|berikrar|(?:meng"
    r"|di)?ikrarkan"
    r"|(?:men|di)deklarasi\w*|deklarasikan|menyatakan|menyerukan|melafalkan|dilafalkan|mengikrar\w*)"
)
_HOLD = (
    r"(?:menggelar|digelar\w*|gelar|melaksanakan|dilaksanakan|laksanakan|melakukan|dilakukan|menyelenggarakan"
    r"|diselenggarakan"
    r"|mengadakan|diadakan|berlangsung|dipusatkan|mengambil|diambil|ambil|mengikuti|diikuti|ikuti|ikut|memimpin"
    r"|dipimpin|pimpin"
    r"|dipandu|memandu|menghadiri|dihadiri|hadiri|hadir|disaksikan|menyaksikan|dirangka\w*|merangka\w*"
    r"|menyampaikan|sampaikan"
    r"|disampaikan|mengawali|dimulai|mengumpulkan|dikumpulkan|tempat|menyertai|disertai|diwarnai|mewarnai"
    r"|menuntaskan|mengulang"
    r"|diulang|ulangi|memadati|usai|seusai|apel|upacara|menyusul|giliran|satukan|jalani|menjalani)"
)
PERFORMED = re.compile(rf"\b(?:{SIGN}|{_READ}|{_HOLD})\b")
_SIGNED = re.compile(rf"\b(?:{SIGN}|(?:memimpin|pembacaan) pernyataan|mengumpulkan|menyerahkan|diserahkan|mengisi)\b")

_KINDS: tuple[tuple[Activity, re.Pattern[str]], ...] = (
    (
        Activity.IKRAR,
        re.compile(r"\b(?:ber|meng|di)?ikrar(?:kan|nya)?\b(?! (?:pemilu|pilkada|kampanye)? ?damai| wakaf| talak)"),
    ),
    (
        Activity.PAKTA,
        re.compile(
            r"\b(?:fakta integritas|pakta(?:nya)?(?: integritas)?)\b(?! integritas)(?! (?:jabatan|kinerja|antikorupsi"
            r"|anti ?korupsi|anti ?gratifikasi|anti ?narkoba|pengadaan|penerimaan|seleksi|rekrutmen|lelang|tender"
            r"|ppdb|spmb|zona|keuangan|pembangunan|perizinan|penyaluran|pengelolaan))"
        ),
    ),
    (
        Activity.DEKLARASI,
        re.compile(
            r"\b(?:men|di)?deklarasi(?:kan|nya)?\b(?! ikrar| calon| pasangan| dukung| capres| bakal| (?:pemilu"
            r"|pilkada|kampanye)? ?damai)"
        ),
    ),
    (
        Activity.KOMITMEN,
        re.compile(rf"\bkomitmen bersama\b|\b{SIGN}(?: [\w,-]+){{0,5}}? (?:naskah |piagam |papan )?komitmen\b"),
    ),
)
_OFFICIALS = re.compile(
    r"\b(?:asn|pns|pppk|aparatur|pegawai|opd|skpd|perangkat daerah|pejabat|eselon|bupati|wali ?kota|gubernur"
    r"|sekda|camat|dinas|badan|bkpsdm|bkd|setda"
    r"|sekretariat|kanwil|kantor wilayah|kemen\w+|kepala daerah|puskesmas)\b"
)
_DAY = re.compile(rf"{WEEKDAY}|\(\d{{1,2}}[/.-]\d{{1,2}}")
_OTHER = re.compile(
    r"\b(?:korupsi|antikorupsi|anti-korupsi|gratifikasi|wbk|wbbm|zona integritas|narkoba|ppdb|spmb|wakaf|talak"
    r"|kinerja|antisuap)\b"
)
"""What else staff sign pacts and take oaths about."""

_AGAINST = re.compile(r"\W*padahal\b")
"""What follows is background that stands against the news."""

_USUALLY = re.compile(r"\b(?:ikrar|pakta|deklarasi)\w*(?: netral\w*)?(?: asn)? (?:biasa|umum|lazim)nya\b")
"""A paragraph on how pledges are held, not on one of them."""


@dataclass(frozen=True, slots=True)
class Act:
    """A mention of an activity that was done, at `span` with its verb."""

    kind: Activity
    span: Span
    sentence: int
    is_spoken: bool


def acts_in(reading: Reading) -> list[Act]:
    """The activities that the text tells as done, in its order; plans, orders, wishes and old ones left out."""
    if not _is_about_pledges(reading.fold):
        return []
    general = {sentence.part for sentence in reading.sentences if _USUALLY.search(reading.words(sentence))}
    found = [
        act
        for number, sentence in enumerate(reading.sentences)
        if sentence.part not in general
        for act in _acts(reading, number, sentence)
    ]
    told = found if any(not act.is_spoken for act in found) else _nominal(reading)
    return sorted(told, key=lambda act: act.span)


def _is_about_pledges(fold: str) -> bool:
    """True for a text that speaks of neutrality, or of officials who pledge or sign for no other known purpose."""
    if re.search(r"\bnetral", fold):
        return True
    if not _OFFICIALS.search(fold) or _OTHER.search(fold):
        return False
    pledged = re.search(r"\b(?:ber|meng)?ikrar|\b[pf]akta\b", fold) is not None
    return pledged or (STAFF.search(fold) is not None and "deklarasi" in fold)


def _nominal(reading: Reading) -> list[Act]:
    """Activities that a note names without a verb but with a day: `Pakta integritas ASN …, Senin (12/8/2024)`."""
    found: list[Act] = []
    for number, sentence in enumerate(reading.sentences):
        if sentence.kind == "paragraph" and _DAY.search(reading.words(sentence)):
            found += [
                Act(kind, match.span(), number, is_spoken=False)
                for kind, pattern in _KINDS
                for match in reading.find(pattern, sentence)
                if not is_hindered(reading.fold, sentence, match)
                and not is_of_contestants(reading, sentence, match)
                and not reading.is_spoken(match.start())
            ]
    return found


def _acts(reading: Reading, number: int, sentence: Sentence) -> list[Act]:
    if sentence.kind in {"published", "dateline"} or _AGAINST.match(reading.words(sentence)):
        return []
    fold = reading.fold
    found = []
    for kind, pattern in _KINDS:
        for match in reading.find(pattern, sentence):
            verb = _verb(reading, sentence, kind, match.span())
            if verb is None or is_hindered(fold, sentence, match) or is_of_contestants(reading, sentence, match):
                continue
            low, high = min(verb[0], match.start()), max(verb[1], match.end())
            span = (low, high) if high - low < REACH else match.span()
            found.append(Act(kind, span, number, reading.is_spoken(match.start())))
    return found


def _verb(reading: Reading, sentence: Sentence, kind: Activity, mention: Span) -> Span | None:
    """The verb that does it, nearest first; the mention itself where it is one (`berikrar`)."""
    start, end = mention
    own = reading.fold[start:end]
    if (
        own.startswith(("ber", "meng", "di", "men"))
        and kind in {Activity.IKRAR, Activity.DEKLARASI}
        and own != "deklarasi"
    ):
        return mention
    if kind is Activity.KOMITMEN and re.search(SIGN, own):
        return mention
    pattern = _SIGNED if kind in {Activity.PAKTA, Activity.KOMITMEN} else PERFORMED
    verbs = [verb.span() for verb in reading.find(pattern, sentence) if verb.span() != mention]
    if not verbs:
        # A headline leaves out the verb: `ASN Poso Ikrar Netral`.
        return mention if sentence.kind == "headline" and kind in {Activity.IKRAR, Activity.DEKLARASI} else None
    return min(verbs, key=lambda verb: max(verb[0] - end, start - verb[1]))


def kinds_of(acts: Sequence[Act]) -> list[Act]:
    """The first act of each kind, in the order of the vocabulary."""
    first: dict[Activity, Act] = {}
    for act in acts:
        first.setdefault(act.kind, act)
    return [first[kind] for kind in Activity if kind in first]
