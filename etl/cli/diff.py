"""`ikrar diff A B`: what one snapshot has other than another, figure by figure and row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, Any

import typer

from etl.cli.console import DEFAULT_STORE, JsonOption, StoreOption, print_json, words
from etl.cli.history import key_text
from etl.cli.query import value_words
from i18n import Text
from indicators.definition import Definition
from indicators.history.because import BECAUSE
from indicators.history.behind import Blame
from indicators.history.changes import FigureChange, Value, changed_figures
from indicators.history.widening import WORDS
from indicators.registry import DEFINITIONS
from indicators.scope import ALL_CAMPAIGNS
from indicators.words import STATES
from warehouse.difference import Difference
from warehouse.steps import steps
from warehouse.store import Store
from warehouse.vocabulary import Audience, State

Number = Annotated[int, typer.Argument(min=1, help="Number of a snapshot.")]


def diff_command(
    a: Number,
    b: Number,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """What snapshot B has other than A: the figures that differ, with batch, person and reason, and the rows.

    Rows are new, changed or gone; people counted by hash only by number. Exit 1 where the two differ.
    """
    known = Store(store)
    found = known.diff(a, b)
    figures = changed_figures(known.frames(a), known.frames(b), steps(known, a, b), Audience.DALAM) if found else ()
    if as_json:
        tables = {name: _document(table) for name, table in found.items()}
        print_json({"a": a, "b": b, "figures": [_figure(one) for one in figures], "tables": tables})
    else:
        _print_figures(figures, words())
        _print(found, words())
    if found:
        raise typer.Exit(1)


def _figure(change: FigureChange) -> dict[str, Any]:
    return {
        "code": change.code,
        "name": change.name,
        "indicator": change.indicator,
        "level": change.level,
        "campaign": change.campaign,
        "old": change.old and asdict(change.old),
        "new": change.new and asdict(change.new),
        "widened": list(change.widened),
        "batches": [
            {
                "batch": one.step.snapshot.batch.batch_id,
                "snapshot": one.step.snapshot.number,
                "taken_back": one.step.is_back,
                "kind": one.step.snapshot.batch.kind,
                "name": one.step.snapshot.batch.name,
                "by": one.step.snapshot.batch.by,
                "at": one.step.snapshot.taken_at.isoformat(),
                "undoes": one.step.snapshot.batch.undoes,
                "because": list(one.because),
                "reasons": list(one.reasons),
            }
            for one in change.blame
        ],
    }


def _print_figures(figures: Sequence[FigureChange], t: Text) -> None:
    """One line a figure, and under it one line a batch."""
    for one in figures:
        definition = DEFINITIONS[one.indicator]
        old, new = (_words(value, definition, t) for value in (one.old, one.new))
        campaign = t("all campaigns") if one.campaign == ALL_CAMPAIGNS else one.campaign
        typer.echo(f"{one.code or '–'} {one.name} · {t(definition.label)} · {campaign}: {old} → {new}")
        for blame in one.blame:
            typer.echo(f"      {_blame(blame, t)}")
        if one.widened:
            typer.echo("      " + t("less sure than before: {causes}", causes=_widened(one, t)))
    if figures:
        typer.echo(t.n("{count} figure differs", "{count} figures differ", len(figures)))
        typer.echo()


def _blame(blame: Blame, t: Text) -> str:
    batch = blame.step.snapshot.batch
    said = t("{batch} taken back", batch=batch.batch_id) if blame.step.is_back else batch.batch_id
    undoes = [t("undoes {batch}", batch=batch.undoes)] if batch.undoes else []
    why = "; ".join([*undoes, *(t(BECAUSE[one]) for one in blame.because), *(f"“{one}”" for one in blame.reasons)])
    moment = t.moment(blame.step.snapshot.taken_at)
    return t(
        "{batch} ({name}), {by}, {moment}: {why}", batch=said, name=batch.name, by=batch.by, moment=moment, why=why
    )


def _widened(change: FigureChange, t: Text) -> str:
    return "; ".join(t(WORDS[one]) for one in change.widened)


def _words(value: Value | None, definition: Definition, t: Text) -> str:
    if value is None:
        return "–"
    return value_words(asdict(value), definition, t) if value.state == State.NILAI else t(STATES[value.state])


def _document(table: Difference) -> dict[str, Any]:
    unlisted = dict(zip(("added", "changed", "removed"), table.unlisted, strict=True))
    return {
        **({"unlisted": unlisted} if any(table.unlisted) else {}),
        "added": [{"key": row.key, "batch": row.batch_id} for row in table.rows("added")],
        "removed": [{"key": row.key, "batch": row.batch_id} for row in table.rows("removed")],
        "changed": [
            {
                "key": row.key,
                "batch": row.batch_id,
                "columns": {name: {"old": old, "new": new} for name, (old, new) in row.values.items()},
            }
            for row in table.rows("changed")
        ],
    }


def _print(found: dict[str, Difference], t: Text) -> None:
    if not found:
        typer.echo(t("The two snapshots are alike."))
    for name, table in found.items():
        counts = [t.number(count) for count in table.counts]
        typer.echo(
            t(
                "{table}: {added} new, {changed} changed, {removed} removed",
                table=name,
                added=counts[0],
                changed=counts[1],
                removed=counts[2],
            )
        )
        for row in table.rows("added"):
            typer.echo(f"  + {key_text(row.key)}")
        for row in table.rows("changed"):
            typer.echo(f"  ~ {key_text(row.key)}")
            for column, (old, new) in row.values.items():
                typer.echo(f"      {column}: {_value(old)} → {_value(new)}")
        for row in table.rows("removed"):
            typer.echo(f"  - {key_text(row.key)}")


def _value(value: object) -> str:
    return "–" if value is None else str(value)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("diff")(diff_command)
