"""What came of a file, as the promised document and as lines for people."""

from __future__ import annotations

import json
from dataclasses import replace

import polars as pl
import pytest

from etl.cli.ingest_report import SHOWN, as_document, as_lines
from etl.ingest.values import FIGURES, ROWS, Finding, Outcome, Preview, Request, Verdict
from etl.recognise.layout import SET_ASIDE, WAITING, FileKind
from etl.sources.tabular import Question
from i18n import text

T, EN = text("id"), text("en")
WRONG = Finding("Rekap", 4, "Jumlah", "negative_count", "{text} is wrong.", {"text": "-7"}, "Write {text} anew.")
DOUBTFUL = Finding(None, 5, None, "zero_headcount", "All is 0.")
COLUMN = Question(
    "column:ab", "column", "Rekap", 2, 3, "What does “{column}” count?", ("signed", "pledged"), {"column": "Capaian"}
)
HEADER = Question("header:ab", "header", None, 1, None, "What are they?", ("opd", "people"), {"likely": ("opd", "")})
LEFT = "Nothing was saved yet: see above for what is left to do. Snapshot 7 still holds."
WHERE = Question("region", "region", None, None, None, "Where? {count}", ("33.26", "33.75"), {"count": 4})
NEW = Question(
    "new_opd", "new_opd", None, None, None, "{units} new?", ("accept",), {"units": 1, "made": (("PUPR", "Dinas PUPR"),)}
)
NEW_OPD = {"opd_id": "33.03/dinas-kesehatan", "name": "Dinas Kesehatan"}
DAY = Question("as_of", "as_of", None, None, None, "Which day?", ())


def _preview(verdicts: list[Verdict], **given: object) -> Preview:
    rows = [
        (
            "b1",
            "Rekap",
            3 + place,
            verdict.value,
            None,
            "33.03",
            "Dinas Kesehatan",
            ("Dinkes", "DINAS  KESEHATAN")[place % 2],
        )
        for place, verdict in enumerate(verdicts)
    ]
    base = Preview(
        request=Request("rekap.xlsx", "analis"),
        sha256="a" * 64,
        kind=FileKind.SIGNATURES,
        region="33.03",
        campaign="pemilu-2024",
        layout="l1",
        blocks=(),
        set_aside=pl.DataFrame(schema=SET_ASIDE),
        rows=pl.DataFrame(rows, schema=ROWS, orient="row"),
        figures=pl.DataFrame(schema=FIGURES),
        warnings=(),
        refusals=(),
        questions=(),
        waiting=pl.DataFrame(schema=WAITING),
        tables={},
    )
    return replace(base, **given)  # type: ignore[arg-type]  # fields of a preview by name


def _said(outcome: Outcome, *, dry_run: bool = False) -> str:
    return "\n".join(as_lines(outcome, EN, dry_run=dry_run))


def test_the_document_has_what_is_promised_and_the_places() -> None:
    waiting = pl.DataFrame([("column:ab", "b1", 3), ("column:ab", "b1", 4)], schema=WAITING, orient="row")
    aside = [("Rekap", 1, "title", "REKAP"), ("Rekap", 9, "footer", "Pegawai Contoh, NIP 199001012015031901")]
    preview = _preview(
        [Verdict.NEW, Verdict.REFUSED, Verdict.HELD, Verdict.HELD],
        refusals=(WRONG,),
        warnings=(DOUBTFUL,),
        questions=(COLUMN,),
        waiting=waiting,
        set_aside=pl.DataFrame(aside, schema=SET_ASIDE, orient="row"),
        tables={"opd": pl.DataFrame([NEW_OPD])},
    )
    document = json.loads(json.dumps(as_document(Outcome(preview, "signatures-2", 2), EN)))
    assert document == {
        "batch": "signatures-2",
        "rows_in": 4,
        "new": 1,
        "same": 0,
        "changed": 0,
        "conflict": 0,
        "refused": 1,
        "held": 2,
        "warnings": [
            {
                "sheet": None,
                "row": 5,
                "column": None,
                "rule": "zero_headcount",
                "message": "All is 0.",
                "suggestion": None,
            }
        ],
        "questions": [
            {
                "id": "column:ab",
                "kind": "column",
                "sheet": "Rekap",
                "row": 2,
                "column": 3,
                "text": "What does “Capaian” count?",
                "choices": ["signed", "pledged"],
                "rows": 2,
            }
        ],
        "refusals": [
            {
                "sheet": "Rekap",
                "row": 4,
                "column": "Jumlah",
                "rule": "negative_count",
                "message": "-7 is wrong.",
                "suggestion": "Write -7 anew.",
            }
        ],
        "snapshot": 2,
        "kind": "signatures",
        "region": "33.03",
        "campaign": "pemilu-2024",
        "proposed_opd": {"33.03/dinas-kesehatan": "Dinas Kesehatan"},
        "names": [{"stated": "Dinkes", "unit": "Dinas Kesehatan"}],
        "set_aside": [
            {"sheet": "Rekap", "row": 1, "what": "title", "text": "REKAP"},
            {"sheet": "Rekap", "row": 9, "what": "footer", "text": None},
        ],
    }


def test_people_read_the_counts_in_their_language() -> None:
    lines = list(as_lines(Outcome(_preview([Verdict.NEW] * 2 + [Verdict.SAME]), "b-2", 2), T, dry_run=False))
    assert lines[:2] == ["rekap.xlsx: rekap ikrar dan tanda tangan, Kabupaten Purbalingga, pemilu-2024", "3 baris:"]
    assert lines[2].split() == ["2", "baru"]
    assert lines[-1] == "Tersimpan sebagai muatan b-2, snapshot 2. Untuk membatalkannya: ikrar undo b-2"


def test_the_example_of_answers_is_a_file_that_can_be_used_as_it_stands() -> None:
    said = _said(Outcome(_preview([Verdict.HELD], questions=(COLUMN, HEADER, DAY)), None, 1))
    example = json.loads(said[said.index("{\n") : said.index("\n}") + 2])
    assert example == {"column:ab": "signed", "header:ab": ["opd", "unused"], "as_of": "…"}
    assert "1. What does “Capaian” count? (Rekap, row 2; 0 rows wait)" in said
    assert "answers: signed, pledged" in said


def test_codes_are_named_and_nothing_is_said_twice() -> None:
    said = _said(Outcome(_preview([Verdict.HELD], questions=(WHERE,)), None, 1))
    assert "1. Where? 4\n" in said
    assert "answers: 33.26 (Kabupaten Pekalongan), 33.75 (Kota Pekalongan)\n" in said


def test_names_are_shown_with_what_becomes_of_them() -> None:
    outcome = Outcome(_preview([Verdict.NEW] * 2, questions=(NEW,), tables={"opd": pl.DataFrame([NEW_OPD])}), None, 1)
    said = _said(outcome)
    assert "1. 1 new? (0 rows wait)\n     id: new_opd\n     PUPR → Dinas PUPR\n" in said
    assert "OPD that are new here (1)\n  Dinas Kesehatan\n" in said
    assert "Names and what they were read as (1)\n  Dinkes → Dinas Kesehatan\n" in said
    assert as_document(outcome, EN)["questions"][0]["made"] == {"PUPR": "Dinas PUPR"}


def test_a_long_list_is_cut_and_says_so() -> None:
    said = _said(Outcome(_preview([Verdict.NEW], refusals=(WRONG,) * (SHOWN + 3)), None, 1))
    assert said.count("-7 is wrong.") == SHOWN
    assert "and 3 more; --json lists all" in said


def test_rows_set_aside_are_listed_as_spans() -> None:
    rows = [("Rekap", row, "title", "x") for row in (1, 2, 3, 7)] + [(None, 9, "footer", "x")]
    said = _said(Outcome(_preview([], set_aside=pl.DataFrame(rows, schema=SET_ASIDE, orient="row")), None, 1))
    assert "  Rekap, title: 1–3, 7\n" in said
    assert "  footer: 9\n" in said


@pytest.mark.parametrize(
    ("verdicts", "batch", "dry_run", "expected"),
    [
        ([Verdict.NEW], None, True, "A trial: nothing was saved."),
        ([Verdict.NEW], "b-2", False, "Saved as batch b-2, snapshot 7. To take it back: ikrar undo b-2"),
        ([Verdict.SAME], None, False, "Nothing to save: snapshot 7 still holds."),
        ([Verdict.REFUSED], None, False, LEFT),
        ([Verdict.NEW, Verdict.HELD], None, False, LEFT),
    ],
)
def test_the_last_word_says_what_was_done(
    verdicts: list[Verdict], batch: str | None, dry_run: bool, expected: str
) -> None:
    outcome = Outcome(_preview(verdicts), batch, 7)
    assert _said(outcome, dry_run=dry_run).splitlines()[-1] == expected
