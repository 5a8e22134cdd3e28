"""What stands above a report's sections and below them: what it is of, its sources, and the way back."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.briefing import Briefing, SourceNote
from briefings.stamp import Stamp
from exports import way_back
from exports.report.values import Head, Source
from i18n import Text
from indicators import DEFINITIONS
from indicators.words import GRADES, listed, word


def head(briefing: Briefing, stamp: Stamp, t: Text) -> Head:
    """Of what and of when the report is. A file that is not on record has no square to scan."""
    taken = t.moment(stamp.taken_at, way_back.WIB)
    says = way_back.scanned(stamp)
    return Head(
        title=t("Report"),
        subject=(t("Subject"), briefing.title),
        facts=(
            (t("Region"), briefing.place),
            (t("Election"), briefing.campaign or t("All elections")),
            (t("Data as of"), t.date(stamp.as_of)),
            (t("Snapshot"), t("{number}, made {moment}", number=stamp.snapshot, moment=taken)),
        ),
        code=(t("Code"), stamp.code),
        square_says=says,
        square_alt=way_back.square_alt(says, t) if says else "",
    )


def described(source: SourceNote, t: Text) -> Source:
    """The source as the list has it. Only an address of the web opens."""
    # Of a page without a title only its address is known, which follows anyway.
    said = [source.publisher if source.title == source.url else f"{source.title}. {source.publisher}"]
    if source.published_on:
        said.append(t.date(source.published_on))
    grade = t("Evidence {grade} ({meaning})", grade=source.grade, meaning=word(GRADES, source.grade, t))
    return Source(
        words=f"{', '.join(said)}. {grade}.",
        url=source.url,
        opens=bool(source.url and source.url.startswith(("https://", "http://"))),
    )


def closing(stamp: Stamp, t: Text) -> Iterator[str]:
    """How to check the figures, a paragraph each."""
    yield _way_back(stamp, t)
    if stamp.address:
        yield t("Address: {address}", address=stamp.address)
    if stamp.versions:
        named = [f"{t(DEFINITIONS[name].label)} ({version})" for name, version in sorted(stamp.versions.items())]
        yield t("Snapshot {per}; versions of the definitions: {named}.", per=stamp.per, named=listed(named, t))


def _way_back(stamp: Stamp, t: Text) -> str:
    if way_back.scanned(stamp) is None:
        return way_back.without_code(stamp, t)
    return t(
        "Open the page “Check a file” in Ikrar and enter the code {code}, or scan the QR code on the first page. It "
        "shows these figures as they were, says whether they still hold, and if not, what has changed since and why.",
        code=stamp.code,
    )
