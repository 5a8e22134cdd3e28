"""Files that break readers: the process around the reader lives, says why, and reads the next file."""

from __future__ import annotations

import io
import os
import random
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
import xlsxwriter

from etl.sources.tabular import DEFAULT, Limits, guard, read, read_path, wire
from etl.sources.tabular.fault import Fault
from etl.sources.tabular.limits import MB
from i18n import BadInput, IkrarError, text

WORKBOOKS = Path(__file__).parents[2] / "golden" / "workbooks"
SHEET = "xl/worksheets/sheet1.xml"
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'


def _xlsx(change: Callable[[bytes], bytes] = lambda sheet: sheet) -> bytes:
    """A workbook with one small sheet, whose XML is changed."""
    written, changed = io.BytesIO(), io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        book.add_worksheet("Rekap").write_row(0, 0, ["OPD", "PNS"])
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(source.read(name)) if name == SHEET else source.read(name))
    return changed.getvalue()


def _far() -> bytes:
    return _xlsx(lambda sheet: sheet.replace(b"</sheetData>", FAR.encode()))


def _bomb() -> bytes:
    return _xlsx(lambda sheet: sheet.replace(b"</sheetData>", b" " * 60 * MB + b"</sheetData>"))


def _lying_bomb() -> bytes:
    """A bomb whose directory says that it unpacks to a thousand bytes."""
    bomb = bytearray(_bomb())
    with zipfile.ZipFile(io.BytesIO(bomb)) as archive:
        size = archive.getinfo(SHEET).file_size.to_bytes(4, "little")
    while (at := bomb.find(size)) >= 0:
        bomb[at : at + 4] = (1000).to_bytes(4, "little")
    return bytes(bomb)


def _declared_bomb() -> bytes:
    """A small file whose directory says that it unpacks to four gigabytes."""
    small = bytearray(_xlsx())
    with zipfile.ZipFile(io.BytesIO(small)) as archive:
        size = archive.getinfo(SHEET).file_size.to_bytes(4, "little")
    at = small.rfind(size)
    small[at : at + 4] = b"\xf0\xff\xff\xff"
    return bytes(small)


def _deep() -> bytes:
    return _xlsx(lambda sheet: sheet.replace(b"<sheetData>", b"<a>" * 3_000_000))


def _truncated(name: str, share: float) -> bytes:
    (path,) = (WORKBOOKS / name).glob("input.*")
    whole = path.read_bytes()
    return whole[: int(len(whole) * share)]


EXPANDED = Limits(expanded=50 * MB)
EVERYWHERE = Limits(columns=16384, cells=2**40)
CASES: dict[str, tuple[Callable[[], bytes], Limits, str]] = {
    "zip bomb": (_bomb, EXPANDED, "dimekarkan, berkas ini berukuran 60 MB"),
    "zip bomb by its directory": (_declared_bomb, DEFAULT, "berukuran 4096 MB; yang dibaca paling besar 1024 MB"),
    "zip bomb that lies": (_lying_bomb, EXPANDED, "rusak atau tidak utuh"),
    "one cell in the last corner": (_far, DEFAULT, "terisi sampai sel XFD1048576"),
    "one cell in the last corner, no limit": (_far, EVERYWHERE, "Pembaca terhenti"),
    "deep XML": (_deep, DEFAULT, "rusak atau tidak utuh"),
    "broken zip": (lambda: _truncated("01-two-header-rows", 0.7), DEFAULT, "rusak atau tidak utuh"),
    "truncated XLS": (lambda: _truncated("10-region-forms", 0.6), DEFAULT, "rusak"),
    "60 MB": (lambda: bytes(60 * MB), DEFAULT, "berukuran 60 MB; yang dibaca paling besar 25 MB"),
    "too much memory": (lambda: b"OPD;PNS\n" * (2 * MB), Limits(memory=60 * MB, cells=2**40), "lebih dari 60 MB"),
    "too slow": (lambda: b"OPD;PNS\n", Limits(seconds=0), "dihentikan setelah 0 detik"),
}


@pytest.mark.parametrize(("make", "limits", "message"), CASES.values(), ids=CASES)
def test_the_parent_lives_and_says_why(make: Callable[[], bytes], limits: Limits, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(make(), "rekap.xlsx", limits=limits)
    told = caught.value.render(text("id"))
    assert told.startswith("rekap.xlsx: ")
    assert message in told
    assert psutil.Process().children() == []
    assert read(b"OPD;PNS\nA;3\n", "a.csv").sheets[0].text.height == 2


def test_a_legal_workbook_that_aborts_the_reader_is_small() -> None:
    assert len(_far()) < 6_000


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "besar.xlsx"
    with path.open("wb") as file:
        file.truncate(3 * 1024 * MB)
    with pytest.raises(BadInput, match="3072 MB"):
        read_path(path)


def test_damaged_files_are_read_or_refused() -> None:
    dice = random.Random(693)  # noqa: S311 -- the same damage in every run
    codes = set()
    for path in sorted(WORKBOOKS.glob("*/input.*"))[::3]:
        damaged = bytearray(path.read_bytes())
        for _ in range(20):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        try:
            read(bytes(damaged), path.name)
        except BadInput as refused:
            codes.add(str(refused.__cause__))
    assert codes
    assert "unexpected" not in codes


def _child(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    monkeypatch.setattr(guard, "_COMMAND", (sys.executable, "-c", script))


def test_a_reader_that_does_not_start_is_our_own_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    _child(monkeypatch, "raise SystemExit(1)")
    with pytest.raises(IkrarError) as caught:
        read(b"OPD\n", "a.csv")
    assert not isinstance(caught.value, BadInput)


@pytest.mark.parametrize("answer", [b"", b'{"kind": "cs', b'{"kind": "csv", "sizes": [9, 9], "sheets": []}\nARROW'])
def test_a_torn_answer_is_a_crash(answer: bytes) -> None:
    with pytest.raises(Fault, match="crashed"):
        wire.read_answer(answer)


def test_the_child_knows_no_secret_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKRAR_SECRET", "rahasia-4711")
    _child(monkeypatch, "import os; print('ready', flush=True); print(dict(os.environ))")
    assert b"rahasia-4711" not in guard.run(b"", DEFAULT)


@pytest.mark.skipif(sys.platform == "win32", reason="the system holds no such limits there; the parent watches")
def test_the_child_can_write_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    target = tmp_path / "sisa.txt"
    _child(
        monkeypatch,
        "from etl.sources.child import process\n"
        "from etl.sources.tabular import DEFAULT\n"
        "print('ready', flush=True)\n"
        "process.confine(DEFAULT)\n"
        f"open({os.fspath(target)!r}, 'wb', buffering=0).write(b'nama')\n",
    )
    with pytest.raises(Fault, match="crashed"):
        guard.run(b"", DEFAULT)
    assert target.read_bytes() == b""


def test_no_cell_is_shown_where_a_workbook_is_printed_or_refused() -> None:
    (path,) = (WORKBOOKS / "24-roster-damaged-nip").glob("input.*")
    assert "Pegawai" not in repr(read_path(path))
    rows = b'Nama;NIP\nPegawai Contoh;199001012015031901\n"Pegawai Contoh;199001012015031901\n'
    with pytest.raises(BadInput) as caught:
        read(rows, "duk.csv")
    shown = "".join(map(str, (caught.value, caught.value.__cause__, caught.value.values)))
    assert "Contoh" not in shown
    assert "1990" not in shown
