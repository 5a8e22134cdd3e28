"""What was done (pledge, pact, declaration, joint commitment), and whether it was done or only planned. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.clean.calendar import WEEKDAY
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
_HINDERED = re.compile(
    r"\b(?:akan|bakal|hendak|segera|berencana|rencana\w*|direncanakan|dijadwalkan|menjadwalkan|pekan depan"
    r"|bulan depan|minggu depan"
    r"|mendatang|nanti|besok|esok"
    r"|memerintahkan|diperintahkan|mewajibkan|wajib\w*|diwajibkan|mengimbau|menghimbau|imbau|diimbau|meminta"
    r"|minta|diminta|diharapkan"
    r"|mengharapkan|berharap|harus|hendaknya|seyogianya|mengusulkan|mendorong|didorong|dapat|menginstruksikan"
    r"|diinstruksikan|boleh"
    r"|agar|supaya|apabila|bila|jika|kalau|setiap perangkat daerah diharapkan|belum|batal"
    r"|tidak(?! (?:hanya|cuma|sekadar|saja|di)\b)|tanpa|menolak"
    r"|pernah|melupakan"
    r"|contoh|formulir|siapkan|menyiapkan|perlu|masih|bukan(?! (?:hanya|cuma|sekadar|saja|di)\b)|mengingatkan"
    r"|tahun lalu|melantik|dilantik|pelantikan"
    r"|kerap(?: kali)?|sering(?:kali)?|apa itu"
    r"|menuntut|mendesak|mempertanyakan|foto lama|video lama"
    r"|kapan|apakah|bagaimana|memastikan|menjamin|sedianya|setiap (?:menjelang|kali|tahun|pemilu))\b"
)
_CAMPAIGN_AHEAD = re.compile(
    r"\b(?:kampanye|pemilu|pilkada|pemungutan suara|pencoblosan|pemilihan)\b[^.;]{0,60}?\b(?:akan(?: \w+)?|b?esok"
    r"|mendatang|nanti)\b"
)
"""What lies ahead there is the election, not the ceremony."""

_SWORN_IN = re.compile(
    r"\b(?:baru (?:saja )?dilantik|(?:usai|seusai|setelah|sesudah|selepas)"
    r" (?:(?:acara|prosesi|upacara) )?(?:dilantik|pelantikan)"
    r"|pelantikan\b[^.;]{0,80}?\b(?:dirangkai\w*|dilanjutkan|disusul|disertai|sekaligus))\b"
)
"""Staff who have just been sworn in pledge like others; a swearing-in alone is no pledge of neutrality."""

_RESET = re.compile(
    r"\b(?:yang (?:di|telah|sudah)\w*|telah|sudah|dengan memimpin|kemudian|lalu|ditindaklanjuti|sekaligus"
    r"|sedangkan|adapun)\b"
)
_PLANNED_AFTER = re.compile(
    r"^[^.;,]{0,60}\b(?:(?:akan|bakal|hendak|segera) (?:dilanjut|digelar|dilaksana|dilakukan|berlangsung"
    r"|diulang|diada|diseleng|dibaca"
    r"|diikuti|dipimpin)"
    r"|sedianya|semestinya|seharusnya|(?:tidak|tak|belum) (?:pernah|jadi)"
    r"|direncanakan|dijadwalkan|masih disiapkan|sedang (?:di|me)|ditunda|dibatalkan|batal|(?:bulan|tahun) (?:lalu"
    r"|silam))"
)
_STAFF = re.compile(r"\b(?:asn|pns|pppk|aparatur sipil|pegawai negeri)\b")
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

_PEACEFUL = re.compile(r"\b(?:kampanye|pemilu|pilkada|pemilihan)(?: \w+)? damai\b")
"""The pledge that candidates and parties take at the start of a campaign."""

_CONTESTANTS = re.compile(
    r"\b(?:pasangan calon|paslon|partai(?: politik)?|parpol|caleg|kontestan|tim (?:sukses|kampanye))\b"
)
_CREWS = re.compile(r"\b(?:kpps|ptps|pengawas tps|pantarlih|mahasiswa)\b")
"""Who swear and sign at an election without being staff of the state."""

_CIVIL = re.compile(r"\b(?:asn|pns|pppk|aparatur|pegawai|pejabat|kepala|opd|skpd|camat|lurah|guru|personel)\b")
_USUALLY = re.compile(r"\b(?:ikrar|pakta|deklarasi)\w*(?: netral\w*)?(?: asn)? (?:biasa|umum|lazim)nya\b")
"""A paragraph on how pledges are held, not on one of them."""

_GENERAL = re.compile(
    r"(?: netral\w*)?(?: asn)? (?:(?:adalah|merupakan|ialah) (?:pernyataan|janji|sumpah)|kerap|sering)\b"
)
"""What a pledge is, not one that was made."""

_DRAFTED = re.compile(
    r"\b(?:pembahasan|membahas|dibahas|penyusunan|menyusun|disusun|perumusan|merumuskan|rancangan|draf|konsep)"
    r"(?: (?:naskah|teks|isi|format|dokumen|rumusan|butir))*\s*$"
    r"|\b(?:memahami|tahu|mengetahui|hafal|menghafal|memaknai|makna|menagih|soal|tentang|mengenai|perihal)"
    r"(?: (?:naskah|isi|butir))*\s*$"
)
"""Work on the wording, or talk about a pledge: nothing is pledged or signed by it."""

_REACH = 75


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
    return pledged or (_STAFF.search(fold) is not None and "deklarasi" in fold)


def _nominal(reading: Reading) -> list[Act]:
    """Activities that a note names without a verb but with a day: `Pakta integritas ASN …, Senin (12/8/2024)`."""
    found: list[Act] = []
    for number, sentence in enumerate(reading.sentences):
        if sentence.kind == "paragraph" and _DAY.search(reading.words(sentence)):
            found += [
                Act(kind, match.span(), number, is_spoken=False)
                for kind, pattern in _KINDS
                for match in reading.find(pattern, sentence)
                if not _is_hindered(reading.fold, sentence, match)
                and not _is_of_contestants(reading, sentence, match)
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
            if verb is None or _is_hindered(fold, sentence, match) or _is_of_contestants(reading, sentence, match):
                continue
            low, high = min(verb[0], match.start()), max(verb[1], match.end())
            span = (low, high) if high - low < _REACH else match.span()
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


def _is_hindered(fold: str, sentence: Sentence, mention: re.Match[str]) -> bool:
    """True where the words before say that it is planned, ordered, wished or long ago."""
    before = fold[max(sentence.start, mention.start() - 2 * _REACH) : mention.start()]
    for harmless in (_CAMPAIGN_AHEAD, _SWORN_IN):
        before = harmless.sub(lambda found: " " * len(found[0]), before)
    hindrances = list(_HINDERED.finditer(before))
    if hindrances and not _RESET.search(before, hindrances[-1].end()):
        told = re.match(
            r"\s*(?:netral\w*)?(?: asn)?,? yang (?:di|telah|sudah)", fold[mention.end() : mention.end() + 40]
        )
        if not told:
            return True
    if _DRAFTED.search(before):
        return True
    return bool(
        _GENERAL.match(fold, mention.end())
        or _PLANNED_AFTER.search(fold[mention.end() : min(sentence.end, mention.end() + 90)])
    )


def _is_of_contestants(reading: Reading, sentence: Sentence, mention: re.Match[str]) -> bool:
    """True for a pledge of candidates, parties and polling crews: about peace, or they stand before the verb."""
    words = reading.words(sentence)
    before = reading.fold[sentence.start : mention.start()]
    if _CREWS.search(before) and not _STAFF.search(words):
        return True
    if "netral" in words:
        return False
    if _CONTESTANTS.search(before) and not _CIVIL.search(before):
        return True
    return _PEACEFUL.search(reading.fold) is not None and not _CIVIL.search(words)


def kinds_of(acts: Sequence[Act]) -> list[Act]:
    """The first act of each kind, in the order of the vocabulary."""
    first: dict[Activity, Act] = {}
    for act in acts:
        first.setdefault(act.kind, act)
    return [first[kind] for kind in Activity if kind in first]
