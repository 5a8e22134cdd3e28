"""One table on the disk, as a Delta table: its versions, its files, and a change written upon a version.

Nothing else imports deltalake. A version is a list of JSON log files, 0 to its number, and the data files they name.
Checkpoints and clean-up are off: files are only ever added, so that a digest taken once holds for good.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote

import polars as pl
from deltalake import DeltaTable, PostCommitHookProperties, write_deltalake
from deltalake.exceptions import DeltaError

FAULTS = (OSError, DeltaError)
"""What writing raises where the disk is full, gone or not ours."""

_UNUSABLE = re.compile(r"[\[\]^|]|%[0-9A-Fa-f]{2}")

_ONLY_ADD = PostCommitHookProperties(create_checkpoint=False, cleanup_expired_logs=False)
_REMOVE = "__remove"


def can_hold(folder: Path) -> bool:
    """False for a folder whose path deltalake 1.6 reads wrongly: it fails, or panics, on these characters."""
    return not _UNUSABLE.search(folder.as_posix())


def log_files(version: int) -> list[str]:
    """Names of a version's log files, relative to the table's folder. They must be sound before anything is read."""
    return [f"_delta_log/{number:020d}.json" for number in range(version + 1)]


def data_files(folder: Path, version: int) -> list[str]:
    """Names of a version's data files, relative to the table's folder, with `/`."""
    actions = pl.DataFrame(DeltaTable(folder, version=version).get_add_actions(flatten=True))
    return sorted(unquote(path) for path in actions["path"])


def read(folder: Path, names: Sequence[str], columns: Mapping[str, pl.DataType]) -> pl.DataFrame:
    """The rows of a version's data files in the form of these columns, in no particular order.

    A column that was added to the schema since a file was written is null. The files are read by name:
    `polars.read_delta` finds none in a folder with a space in its path.
    """
    if not names:
        return pl.DataFrame(schema=columns)
    files = [folder / name for name in names]
    return pl.scan_parquet(
        files, glob=False, schema=dict(columns), missing_columns="insert", extra_columns="ignore"
    ).collect()


def create(folder: Path, rows: pl.DataFrame) -> int:
    """Make a table of these rows (it may have none), in place of whatever a load that died may have left behind.

    Returns the version.
    """
    write_deltalake(folder, rows, mode="overwrite", schema_mode="overwrite", post_commithook_properties=_ONLY_ADD)
    return DeltaTable(folder).version()


def change(folder: Path, base: int, key: list[str], upserts: pl.DataFrame, removals: pl.DataFrame) -> int:
    """Write rows upon version `base`, and remove those with the keys of `removals`, in one merge on the key.

    Versions beyond `base` were left by a load that died before its snapshot: they are undone first. Returns the
    new version.
    """
    table = DeltaTable(folder)
    if table.version() > base:
        table.restore(base, post_commithook_properties=_ONLY_ADD)
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
