"""Mentions of a pledge that was not made: planned, ordered, wished, drafted, long ago, or of candidates. Pure."""

from __future__ import annotations

import re

from etl.extract.reading import Reading, Sentence

REACH = 75
"""Characters within which words belong together."""

STAFF = re.compile(r"\b(?:asn|pns|pppk|aparatur sipil|pegawai negeri)\b")
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

_PEACEFUL = re.compile(r"\b(?:kampanye|pemilu|pilkada|pemilihan)(?: \w+)? damai\b")
"""The pledge that candidates and parties take at the start of a campaign."""

_CONTESTANTS = re.compile(
    r"\b(?:pasangan calon|paslon|partai(?: politik)?|parpol|caleg|kontestan|tim (?:sukses|kampanye))\b"
)
_CREWS = re.compile(r"\b(?:kpps|ptps|pengawas tps|pantarlih|mahasiswa)\b")
"""Who swear and sign at an election without being staff of the state."""

_CIVIL = re.compile(r"\b(?:asn|pns|pppk|aparatur|pegawai|pejabat|kepala|opd|skpd|camat|lurah|guru|personel)\b")


def is_hindered(fold: str, sentence: Sentence, mention: re.Match[str]) -> bool:
    """True where the words around say that it is planned, ordered, wished, drafted, defined or long ago."""
    before = fold[max(sentence.start, mention.start() - 2 * REACH) : mention.start()]
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


def is_of_contestants(reading: Reading, sentence: Sentence, mention: re.Match[str]) -> bool:
    """True for a pledge of candidates, parties and polling crews: about peace, or they stand before the verb."""
    words = reading.words(sentence)
    before = reading.fold[sentence.start : mention.start()]
    if _CREWS.search(before) and not STAFF.search(words):
        return True
    if "netral" in words:
        return False
    if _CONTESTANTS.search(before) and not _CIVIL.search(before):
        return True
    return _PEACEFUL.search(reading.fold) is not None and not _CIVIL.search(words)
