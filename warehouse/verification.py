"""Everything that can be rechecked of a store: files against their digests, the audit chain, snapshots, references."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from catalogue.audit import Chain
from catalogue.history import Snapshot
from i18n import N_, Damaged, Text
from warehouse import contract, digests
from warehouse.references import REFERENCES, Dangling, dangling, naming, of_table, sample
from warehouse.tables import TABLES
from warehouse.versions import Versions


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is not as it was recorded: what kind of thing, which one, and what is wrong with it."""

    kind: Literal["file", "table", "audit", "snapshot", "export", "reference"]
    where: str
    fault: Damaged

    def render(self, t: Text) -> str:
        """The fault in the reader's language, with its place."""
        return self.fault.render(t)


@dataclass(frozen=True, slots=True)
class Verification:
    """How many things were checked (files, audit entries, snapshots, tables), and which of them are damaged.

    `audit_head` is the hash at the end of the audit chain: who keeps it elsewhere can tell a rewritten chain.
    """

    checked: int
    damaged: tuple[Damage, ...]
    audit_head: str


def verification(
    versions: Versions, newest: Snapshot, chain: Chain, *, snapshots: int, unsealed: list[int], handed_out: list[str]
) -> Verification:
    """Check every file anew, then what the catalogue found of its own chain, then the newest snapshot's tables.

    `snapshots`: how many there are; `unsealed` are snapshots and `handed_out` codes of files that are not on record as
    the audit log says.
    """
    digests.forget()
    damaged = [*_files(versions), *_chain(chain), *_seals(unsealed), *_handed_out(handed_out)]
    named = {one.where for one in damaged}
    damaged += [one for one in _tables(versions, newest) if one.where not in named]
    return Verification(len(versions.recorded) + chain.entries + snapshots + len(TABLES), tuple(damaged), chain.head)


def _files(versions: Versions) -> Iterator[Damage]:
    for path in versions.recorded:
        try:
            versions.check(path)
        except Damaged as fault:
            yield Damage("file", path, fault)


def _chain(chain: Chain) -> Iterator[Damage]:
    if chain.broken:
        entry = chain.broken.entry
        yield Damage("audit", str(entry), Damaged(chain.broken.reason, entry=entry))


def _seals(unsealed: list[int]) -> Iterator[Damage]:
    for number in unsealed:
        fault = Damaged(N_("Snapshot {number} is not the one that the audit log records."), number=number)
        yield Damage("snapshot", str(number), fault)


def _handed_out(codes: list[str]) -> Iterator[Damage]:
    for code in codes:
        fault = Damaged(N_("The record of file {code} was changed after it was written."), code=code)
        yield Damage("export", code, fault)


def _tables(versions: Versions, newest: Snapshot) -> Iterator[Damage]:
    """References can only be followed where every table can be read."""
    try:
        lost_references = list(_dangling(versions, newest))
    except Damaged as fault:
        yield Damage("table", fault.where or "", fault)
        return
    for lost in lost_references:
        where = f"{lost.table} {' '.join(str(value) for value in lost.key.values())}"
        yield Damage(
            "reference",
            where,
            Damaged(
                N_("{column} names {value}, which is not in the table {target}."),
                where=where,
                column=lost.column,
                value=lost.value,
                target=lost.target,
            ),
        )


def _dangling(versions: Versions, newest: Snapshot) -> Iterator[Dangling]:
    """Tables with partitions are followed one partition at a time."""
    large = [table for table in TABLES if contract.partition_by(table)]
    tables = {table: versions.read(newest, table) for table in TABLES if table not in large}
    yield from dangling(tables, REFERENCES)
    for table in large:
        for parts in versions.parts(newest, table).values():
            rows = sample(table, versions.rows(table, parts, naming(table)))
            yield from dangling(tables | {table: rows}, of_table(table))
