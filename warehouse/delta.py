"""One table on the disk, as a Delta table: its versions, its files, and a change written upon a version.

Nothing else imports deltalake. A version is a list of JSON log files, 0 to its number, and the data files they name.
Checkpoints and clean-up are off: files are only ever added, so that a digest taken once holds for good.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import polars as pl
from deltalake import DeltaTable, PostCommitHookProperties, write_deltalake
from deltalake.exceptions import DeltaError
from deltalake.transaction import AddAction, RemoveAction

FAULTS = (OSError, DeltaError)
"""What writing raises where the disk is full, gone or not ours."""

_UNUSABLE = re.compile(r"[\[\]^|]|%[0-9A-Fa-f]{2}")

_ONLY_ADD = PostCommitHookProperties(create_checkpoint=False, cleanup_expired_logs=False)
_REMOVE = "__remove"

Values = tuple[str, ...]
"""Values of a table's partition columns, in their order; empty for a table that has none."""


@dataclass(frozen=True, slots=True)
class Part:
    """One data file of a table: its path below the table's folder, with `/`, and the partition all its rows are of."""

    path: str
    rows: int
    bytes: int
    values: Values = ()


def can_hold(folder: Path) -> bool:
    """False for a folder whose path deltalake 1.6 reads wrongly: it fails, or panics, on these characters."""
    return not _UNUSABLE.search(folder.as_posix())


def log_files(version: int) -> list[str]:
    """Names of a version's log files, relative to the table's folder. They must be sound before anything is read."""
    return [f"_delta_log/{number:020d}.json" for number in range(version + 1)]


def parts(folder: Path, version: int, partition_by: Sequence[str] = ()) -> list[Part]:
    """A version's data files, sorted by path."""
    actions = pl.DataFrame(DeltaTable(folder, version=version).get_add_actions(flatten=True))
    values = [f"partition.{name}" for name in partition_by]
    rows = actions.select("path", "num_records", "size_bytes", *values).iter_rows() if actions.height else ()
    return sorted(
        (Part(unquote(path), count, size, tuple(of)) for path, count, size, *of in rows), key=lambda part: part.path
    )


def read(
    folder: Path, parts: Iterable[Part], columns: Mapping[str, pl.DataType], partition_by: Sequence[str] = ()
) -> pl.DataFrame:
    """The rows of data files in the form of these columns, in no particular order.

    A column that was added to the schema since a file was written is null. The files are read by name:
    `polars.read_delta` finds none in a folder with a space in its path.
    """
    files: dict[Values, list[Path]] = {}
    for part in parts:
        files.setdefault(part.values, []).append(folder / part.path)
    stored = {name: kind for name, kind in columns.items() if name not in partition_by}
    frames = [
        pl.scan_parquet(names, glob=False, schema=stored, missing_columns="insert", extra_columns="ignore")
        .with_columns(pl.lit(value).alias(name) for name, value in zip(partition_by, values, strict=True))
        .select(list(columns))
        for values, names in files.items()
    ]
    return pl.concat(pl.collect_all(frames)) if frames else pl.DataFrame(schema=columns)


def create(folder: Path, rows: pl.DataFrame, partition_by: Sequence[str] = ()) -> int:
    """Make a table of these rows (it may have none), in place of whatever a load that died may have left behind.

    Returns the version.
    """
    write_deltalake(
        folder,
        rows,
        mode="overwrite",
        schema_mode="overwrite",
        partition_by=list(partition_by) or None,
        post_commithook_properties=_ONLY_ADD,
    )
    return DeltaTable(folder).version()


def change(folder: Path, base: int, key: list[str], upserts: pl.DataFrame, removals: pl.DataFrame) -> int:
    """Write rows upon version `base`, and remove those with the keys of `removals`, in one merge on the key.

    Versions beyond `base` were left by a load that died before its snapshot: they are undone first. Returns the
    new version.
    """
    table = _at(folder, base)
    columns = {f"`{name}`": f"s.`{name}`" for name in upserts.columns}
    marked = pl.concat(
        [
            upserts.with_columns(pl.lit(value=False).alias(_REMOVE)),
            removals.select(key).with_columns(pl.lit(value=True).alias(_REMOVE)),
        ],
        how="diagonal",
    )
    (
        table.merge(
            marked,
            " AND ".join(f"t.`{name}` = s.`{name}`" for name in key),
            source_alias="s",
            target_alias="t",
            merge_schema=True,  # a column that the schema has gained since; without it, deltalake drops it unsaid
            post_commithook_properties=_ONLY_ADD,
        )
        .when_matched_delete(f"s.`{_REMOVE}`")
        .when_matched_update(columns)
        .when_not_matched_insert(columns, predicate=f"NOT s.`{_REMOVE}`")
        .execute()
    )
    return DeltaTable(folder).version()


def exchange(
    folder: Path, base: int, adds: Iterable[Part], removes: Iterable[Part], partition_by: Sequence[str]
) -> int:
    """Put data files that lie in the folder already in the place of others, upon version `base` as `change` does.

    Nothing is read: whole partitions change hands. Returns the new version.
    """
    table, now = _at(folder, base), time.time_ns() // 1_000_000
    actions: list[AddAction | RemoveAction] = [
        AddAction(
            path=part.path,
            size=part.bytes,
            partition_values=_named(part, partition_by),
            modification_time=now,
            data_change=True,
            stats=json.dumps({"numRecords": part.rows}),
        )
        for part in adds
    ]
    actions += [
        RemoveAction(
            path=part.path,
            data_change=True,
            deletion_timestamp=now,
            size=part.bytes,
            partition_values=_named(part, partition_by),
        )
        for part in removes
    ]
    table.create_write_transaction(
        actions, "append", table.schema(), list(partition_by), post_commithook_properties=_ONLY_ADD
    )
    return DeltaTable(folder).version()


def is_partitioned(folder: Path, version: int, partition_by: Sequence[str]) -> bool:
    """True where the table keeps its files apart by just these columns."""
    return DeltaTable(folder, version=version).metadata().partition_columns == list(partition_by)


def _named(part: Part, partition_by: Sequence[str]) -> dict[str, str | None]:
    return dict(zip(partition_by, part.values, strict=True))


def _at(folder: Path, base: int) -> DeltaTable:
    """The table at version `base`, whatever a load that died has written beyond."""
    table = DeltaTable(folder)
    if table.version() > base:
        table.restore(base, post_commithook_properties=_ONLY_ADD)
    return table
