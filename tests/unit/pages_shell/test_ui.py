"""The pieces of a page: text stays text, figures lead somewhere, tables survive a spreadsheet."""

from __future__ import annotations

import pytest

from i18n import text
from indicators.words import CLAIM_STATUSES, GLYPHS, GRADES, STATE_MEANINGS, STATES, listed
from pages import ui
from warehouse.vocabulary import ClaimStatus, Grade, State

ATTACK = '<img src="https://evil.example/x" onerror=alert(1)>'


@pytest.mark.parametrize(
    "built",
    [
        ui.title(ATTACK, ATTACK),
        ui.finding(ATTACK, ATTACK),
        ui.notice(ATTACK),
        ui.empty(ATTACK, ATTACK),
        ui.answer("{figure} " + ATTACK, figure=ui.figure_link(ATTACK, "/", indicator=ATTACK, code=ATTACK)),
        ui.table([ui.Column(ATTACK)], [(ATTACK,)], ATTACK),
        ui.cards([ui.Card(ATTACK, ui.text(ATTACK), ATTACK)]),
        ui.facts([(ATTACK, ATTACK)]),
        ui.sources([ui.SourceItem(ATTACK, ATTACK, "D", note=ATTACK)], text("id")),
        ui.mark(ATTACK, ATTACK, ATTACK),
        ui.link(ATTACK, '/"><script>'),
    ],
)
def test_text_from_data_is_never_markup(built: ui.Html) -> None:
    assert "<img" not in built
    assert "<script" not in built


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "//evil.example", "/\\evil.example", "data:text/html,x", " /x", "ftp://host/x"]
)
def test_an_address_of_another_kind_is_no_link(href: str) -> None:
    assert ui.link("word", href) == "word"


def test_html_is_escaped_once() -> None:
    once = ui.text("a & b")
    assert ui.join(once, ui.tag("p", once)) == "a &amp; b<p>a &amp; b</p>"


def test_a_figure_says_what_it_is_and_where_it_leads() -> None:
    built = ui.figure_link("52", "/wilayah", indicator="documented_events")
    data = 'data-indicator="documented_events" data-code="nasional"'
    assert built == f'<a href="/wilayah" class="figure" {data}>52</a>'


def test_an_answer_takes_its_figures_by_name() -> None:
    figure = ui.figure_link("5", "/", indicator="x")
    assert ui.answer("{events} & more", events=figure) == f'<p class="answer">{figure} &amp; more</p>'


@pytest.mark.parametrize(
    ("address", "short"),
    [
        (
            "https://www.imaji.co.id/2024/10/23/asn-berikrar-netral-di-pilkada",
            "imaji.co.id/…/asn-berikrar-netral-di-pilkada",
        ),
        ("https://x.go.id/asn-berikrar-netral-di-pilkada/?amp=1", "x.go.id/asn-berikrar-netral-di-pilkada"),
        ("http://x.go.id/kategori/nusantara/877641/index.html", "x.go.id/kategori/nusantara/877641/index.html"),
        ("https://x.go.id/", "x.go.id"),
    ],
)
def test_a_source_without_a_title_is_called_by_its_address_in_short(address: str, short: str) -> None:
    built = ui.source_title(ui.SourceItem(address, "X", "D", address))
    assert f">{short}</a>" in built
    assert f'href="{address}"' in built


def test_of_many_sources_the_first_are_read_and_the_others_folded() -> None:
    built = ui.sources([ui.SourceItem(f"Berita {number}", "X", "D") for number in range(25)], text("id"))
    shown, folded = built.split("<details")
    assert shown.count("<li>") == 20
    assert "5 sumber lainnya" in folded
    assert '<ol class="sources" start="21">' in folded
    assert folded.count("<li>") == 5


def test_a_table_names_its_rows_and_aligns_its_numbers() -> None:
    built = ui.table([ui.Column("Region"), ui.Column("Events", numeric=True)], [("Natuna", None)], "All")
    assert '<th scope="row">Natuna</th><td class="number">–</td>' in built
    assert "<caption>All</caption>" in built


def test_every_state_has_its_own_glyph_word_and_meaning() -> None:
    states = {state.value for state in State}
    for names in (GLYPHS, STATES, STATE_MEANINGS):
        assert set(names) == states
        assert len(set(names.values())) == len(states)


@pytest.mark.parametrize(("names", "vocabulary"), [(GRADES, Grade), (CLAIM_STATUSES, ClaimStatus)])
def test_every_coded_word_has_a_name(names: dict[str, str], vocabulary: type[Grade | ClaimStatus]) -> None:
    assert set(names) == {word.value for word in vocabulary}


@pytest.mark.parametrize(
    ("words", "read"), [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")]
)
def test_lists_are_read_as_sentences(words: list[str], read: str) -> None:
    assert listed(words, text("id")) == read
