"""One ceremony in full: no claim is lost, what was rejected stays with its reason, data is never markup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from i18n import text
from pages.context import Context
from pages.ui import SourceItem
from pages.wilayah.ceremony import CeremonyView, ceremony
from pages.wilayah.claims import FieldView, Statement, Voice
from pages.wilayah.draw_claims import statements
from pages.wilayah.model import build
from warehouse.frames import Frames

ContextOf = Callable[..., Context]


def view_of(context: Context, event_id: str) -> CeremonyView:
    found = ceremony(context, event_id)
    assert found is not None
    return found


def test_every_claim_of_every_ceremony_is_shown_once(bundled_frames: Frames, context_of: ContextOf) -> None:
    context = context_of(bundled_frames)
    for event_id in bundled_frames.event["event_id"]:
        shown = [
            voice.claim_id
            for field in view_of(context, event_id).fields
            for statement in field.claims.statements
            for voice in statement.voices
        ]
        kept = bundled_frames.claim.filter(subject_id=event_id)["claim_id"]
        assert sorted(shown) == sorted(kept), event_id


@pytest.mark.parametrize(
    ("event_id", "printed", "used"),
    [
        ("probolinggo-2023-11-06", "Senin, 06 Februari 2023", "6 November 2023"),
        ("babel-beltim-2023-11-27", "23/10/2023", "27 November 2023"),
    ],
)
def test_a_corrected_date_shows_both_and_why(
    bundled_frames: Frames, context_of: ContextOf, event_id: str, printed: str, used: str
) -> None:
    view = view_of(context_of(bundled_frames), event_id)
    [date] = [field for field in view.fields if field.claims.field == "date"]
    assert (date.value, date.note) == (used, "dikoreksi")
    [rejected] = [one for one in date.claims.statements if one.status == "rejected"]
    assert any(printed in (voice.stated or "") for voice in rejected.voices)
    assert rejected.reasons
    assert any(printed in words and used in words and rejected.reasons[0] in words for words in view.corrections)


def test_a_lower_bound_stays_one(bundled_frames: Frames, context_of: ContextOf) -> None:
    fields = view_of(context_of(bundled_frames), "babel-beltim-2023-11-27").fields
    [participants] = [field for field in fields if field.claims.field == "participants"]
    assert participants.value.startswith("sedikitnya 252")


def test_rejected_values_enter_no_value(bundled_frames: Frames, context_of: ContextOf) -> None:
    context = context_of(bundled_frames)
    rejected = bundled_frames.claim.filter(pl.col("status") == "rejected", pl.col("field") == "led_by")
    for claim in rejected.to_dicts():
        fields = view_of(context, claim["subject_id"]).fields
        [led_by] = [field for field in fields if field.claims.field == "led_by"]
        assert led_by.value != claim["value"]


def test_text_from_sources_is_never_markup_and_brings_no_scheme() -> None:
    source = SourceItem("<img src=x>", "<b>Koran</b>", "D", href="javascript:alert(1)")
    said = Statement("<script>1</script>", None, "accepted", ("a < b",), None, (Voice("k<1", source, "<i>x</i>"),))
    html = str(statements(FieldView("venue", "Tempat", (said,), contested=False, open=False), text("id")))
    for raw in ("<script>", "<img", "<b>Koran", "<i>x", "javascript:", "a < b"):
        assert raw not in html
    assert 'data-claim="k&lt;1"' in html


def test_source_links_leave_without_a_trace(draw_page: Callable, html_of: Callable, built_store: Path) -> None:
    html = html_of(draw_page("wilayah", built_store, acara="probolinggo-2023-11-06"))
    outward = [part.split(">")[0] for part in html.split("<a ")[1:] if 'href="http' in part.split(">")[0]]
    assert outward
    assert all('rel="noopener noreferrer"' in part and 'target="_blank"' in part for part in outward)


def test_an_unknown_ceremony_is_named_not_raised(bundled_frames: Frames, context_of: ContextOf) -> None:
    view = build(context_of(bundled_frames, acara="<b>tidak-ada"))
    assert view.ceremony is None
    assert view.problem is not None
    assert "tidak-ada" in view.problem
