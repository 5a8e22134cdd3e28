"""What the speaker has beside a slide: the whole sentences, what must be known with them, sources, and the way back."""

from __future__ import annotations

from collections.abc import Iterator

from pptx.slide import Slide

from briefings.briefing import Section, SourceNote
from briefings.stamp import Stamp
from exports import way_back
from exports.pptx.measure import plain
from i18n import Text
from indicators.registry import DEFINITIONS
from indicators.words import GRADES, word


def write(slide: Slide, section: Section | None, stamp: Stamp, t: Text) -> None:
    """Give the slide its notes; no section = the cover's."""
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = "\n".join(map(plain, (*_of_section(section, t), *_way_back(section, stamp, t))))


def _of_section(section: Section | None, t: Text) -> Iterator[str]:
    if section is None:
        return
    yield from (finding.words for finding in (section.finding, *section.more))
    known = (*section.notes, *(note for table in section.tables for note in table.notes))
    if known:
        yield from ("", t("What to know with it:"))
        yield from (f"– {note}" for note in dict.fromkeys(known))
    if section.sources:
        yield from ("", t("Sources:"))
        yield from (f"{place}. {_source(source, t)}" for place, source in enumerate(section.sources, 1))


def _source(source: SourceNote, t: Text) -> str:
    said = [source.title, source.publisher]
    if source.published_on:
        said.append(t.date(source.published_on))
    said.append(t("Evidence {grade} ({meaning})", grade=source.grade, meaning=word(GRADES, source.grade, t)))
    if source.url:
        said.append(source.url)
    return ". ".join(said)


def _way_back(section: Section | None, stamp: Stamp, t: Text) -> Iterator[str]:
    asked = {query.indicator for query in section.queries()} if section else set()
    versions = [(name, version) for name, version in sorted(stamp.versions.items()) if not section or name in asked]
    if versions:
        yield from ("", t("Indicators:"))
        for name, version in versions:
            label = t(DEFINITIONS[name].label) if name in DEFINITIONS else name
            meaning = t(DEFINITIONS[name].definition) if name in DEFINITIONS else ""
            said = t("– {label} ({name}, version {version})", label=label, name=name, version=version)
            yield f"{said}: {meaning}" if meaning else said
    yield ""
    yield f"{way_back.day(stamp, t)} · {t('Snapshot {number}', number=stamp.per)}"
    if way_back.scanned(stamp) is None:
        yield way_back.without_code(stamp, t)
        return
    yield t(
        "To check: open the page “Check a file” in Ikrar and enter the code {code}, or scan the QR code on the first "
        "slide. The page shows these figures as they were and says whether they still hold.",
        code=stamp.code,
    )
    if stamp.address:
        yield t("Address: {address}", address=stamp.address)
