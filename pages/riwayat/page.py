"""Draws the history, a batch with its difference, and the way back."""

from __future__ import annotations

from i18n import Text
from pages import stores, ui
from pages.context import Context
from pages.riwayat import undo
from pages.riwayat.difference import SHOWN, TableChange, table_changes
from pages.riwayat.model import BatchRow, Counts, View, build
from pages.riwayat.rows import Names
from pages.ui import Column, Html


def render(context: Context) -> None:
    """Draw the page."""
    t = context.t
    view = build(context, stores.history(context))
    ui.show(ui.title(t("What came in, and what did it change?")), _answer(view, t))
    if view.unknown:
        ui.show(ui.notice(t("There is no batch of that name. It may belong to the other data (real or example).")))
    if view.chosen:
        _batch(view.chosen, context)
    ui.show(ui.finding(t("All batches"), t("Newest first. Every batch made one snapshot."), "batch"), _table(view, t))
    if view.older_href:
        ui.show(ui.paragraph(ui.link(t("Older batches"), view.older_href)))


def _answer(view: View, t: Text) -> Html:
    loaded = ui.figure_link(t.n("{count} file loaded", "{count} files loaded", view.files), "#batch", indicator="files")
    undone = ui.figure_link(t.n("{count} undone", "{count} undone", view.undone), "#batch", indicator="undone")
    sentence = t(
        "Snapshot {number}, {moment}: {loaded}, {undone}.",
        number=t.number(view.number),
        moment=view.moment,
        loaded="{loaded}",
        undone="{undone}",
    )
    return ui.answer(sentence, loaded=loaded, undone=undone)


def _table(view: View, t: Text) -> Html:
    columns = [
        Column(t("Batch")),
        Column(t("Snapshot"), numeric=True),
        Column(t("Time")),
        Column(t("Kind")),
        Column(t("By")),
        Column(t("What it changed")),
    ]
    rows = [
        [
            ui.join(ui.link(row.name, row.href), ui.tag("div", row.batch_id, class_="note")),
            t.number(row.number),
            row.moment,
            ui.join(row.kind, " ", _standing(row, t)),
            row.by,
            "; ".join(_counted(one, t) for one in row.counts) or None,
        ]
        for row in view.rows
    ]
    caption = t("{shown} of {total} batches", shown=t.number(len(rows)), total=t.number(view.total))
    return ui.table(columns, rows, caption)


def _standing(row: BatchRow, t: Text) -> Html | None:
    return ui.mark(t("undone"), "warn", t("Undone by {batch}", batch=row.undone_by)) if row.undone_by else None


def _counted(counts: Counts, t: Text) -> str:
    said = (
        t.n("{count} new", "{count} new", counts.added) if counts.added else "",
        t.n("{count} changed", "{count} changed", counts.changed) if counts.changed else "",
        t.n("{count} removed", "{count} removed", counts.removed) if counts.removed else "",
    )
    return f"{counts.table}: {', '.join(filter(None, said))}"


def _batch(row: BatchRow, context: Context) -> None:
    t = context.t
    facts = [
        (t("Batch"), row.batch_id),
        (t("Snapshot"), t.number(row.number)),
        (t("Time"), row.moment),
        (t("Kind"), row.kind),
        (t("By"), row.by),
        (t("Digest of what was loaded (SHA-256)"), row.sha256),
    ]
    if row.undoes:
        facts.append((t("Takes back"), row.undoes))
    ui.show(ui.finding(row.name), ui.tag("div", ui.facts(facts), class_="digest"))
    undo.draw(row, context)
    if row.before is None:
        ui.show(ui.notice(t("This is the first batch: there is no snapshot before it to compare with.")))
        return
    heading = t("What differs from snapshot {number}", number=t.number(row.before))
    ui.show(ui.finding(heading, anchor="beda"), *(_change(one, t) for one in stores.view(_difference, context)))


def _difference(context: Context) -> tuple[TableChange, ...]:
    """The chosen batch against the snapshot before. Reads the store, so it is asked for through the cache."""
    chosen = build(context, stores.history(context)).chosen
    if chosen is None or chosen.before is None:
        return ()
    found = stores.store(sample=context.sample).diff(chosen.before, chosen.number)
    return table_changes(found, Names.of(context.frames), context.t)


def _change(change: TableChange, t: Text) -> Html:
    columns = [Column(t("Row")), Column(t("Field")), Column(t("Before")), Column(t("After"))]
    rows = [[row.subject, row.field or None, row.old, row.new] for row in change.rows]
    if change.added == change.total:  # what is new as a whole was nothing before
        columns, rows = [columns[0], columns[3]], [[row[0], row[3]] for row in rows]
    counted = _counted(Counts(change.name, change.added, change.changed, change.removed), t)
    if not rows:
        return ui.paragraph(t("{counted}. They are too many to list.", counted=counted))
    if change.total > SHOWN:
        counted = t(
            "{counted}. Shown are the first {shown} of {total} rows.",
            counted=counted,
            shown=t.number(SHOWN),
            total=t.number(change.total),
        )
    return ui.table(columns, rows, counted)
