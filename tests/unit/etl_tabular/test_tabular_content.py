"""Files are told apart by content, and refused with what they are and what to do."""

from __future__ import annotations

import pytest

from etl.sources.tabular.fault import CODES, Fault
from etl.sources.tabular.limits import DEFAULT
from etl.sources.tabular.messages import MESSAGES, error
from etl.sources.tabular.parse import parse
from i18n import BadInput, text

TEXTS = {
    "empty": (b"", "empty", ""),
    "blank text": (b" \r\n\r\n;;\r\n", "empty", ""),
    "HTML": (b"<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table>", "save_as", "HTML"),
    "HTML after a comment": (b"\xef\xbb\xbf\n<!-- ekspor -->\n<TABLE border=1>", "save_as", "HTML"),
    "HTML in UTF-16": ("\ufeff<!DOCTYPE html>".encode("utf-16-le"), "save_as", "HTML"),
    "XML of Excel 2003": (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
        "save_as",
        "XML Spreadsheet 2003",
    ),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "not_a_table", "PDF"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0", "not_a_table", "PNG"),
    "bytes": (b"\x01\x02\xfe\xff\x00\x00\x03", "unknown_kind", ""),
    "OLE without anything": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "broken", ""),
    "torn zip": (b"PK\x03\x04" + bytes(40), "broken", ""),
    "quotation mark left open": (b'OPD;PNS\n"Dinas Sosial;3\nDinas Kesehatan;4\n', "unclosed_quote", ""),
    "signed as UTF-8 but not": (b"\xef\xbb\xbfOPD;Jum\x92at\n", "wrong_encoding", "UTF-8"),
}
ZIPS = {
    "DOCX": ({"[Content_Types].xml": "", "word/document.xml": ""}, "not_a_table", "Word (DOCX)"),
    "XLSB": ({"[Content_Types].xml": "", "xl/workbook.bin": ""}, "save_as", "XLSB"),
    "Numbers": ({"Index/Document.iwa": ""}, "save_as", "Apple Numbers"),
    "ZIP": ({"data.csv": "a;b"}, "not_a_table", "ZIP"),
    "XLSX without its parts": ({"[Content_Types].xml": "", "xl/workbook.xml": "<workbook/>"}, "broken", ""),
    "XLSX with entities": (
        {
            "xl/_rels/workbook.xml.rels": "<Relationships/>",
            "xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>',
        },
        "declares_entities",
        "",
    ),
}


@pytest.mark.parametrize(("data", "code", "kind"), TEXTS.values(), ids=TEXTS)
def test_a_file_that_is_no_workbook_is_named(data: bytes, code: str, kind: str) -> None:
    with pytest.raises(Fault) as caught:
        parse(data, DEFAULT, {})
    assert (caught.value.code, caught.value.values.get("format", caught.value.values.get("encoding", ""))) == (
        code,
        kind,
    )


@pytest.mark.parametrize(("members", "code", "kind"), ZIPS.values(), ids=ZIPS)
def test_a_zip_that_is_no_workbook_is_named(zipped, members: dict[str, str], code: str, kind: str) -> None:
    with pytest.raises(Fault) as caught:
        parse(zipped(members), DEFAULT, {})
    assert (caught.value.code, caught.value.values.get("format", "")) == (code, kind)


def test_a_workbook_with_macros_is_read_as_data(workbook, zipped) -> None:
    import io
    import zipfile

    plain = zipfile.ZipFile(io.BytesIO(workbook(lambda book: book.add_worksheet().write(0, 0, "OPD"))))
    members = {name: plain.read(name) for name in plain.namelist()} | {"xl/vbaProject.bin": b"Sub Auto_Open"}
    contents = parse(zipped(members), DEFAULT, {})
    assert (contents.kind, contents.sheets[0].text["c1"].to_list()) == ("xlsm", ["OPD"])


def test_every_fault_has_a_message_and_a_next_step() -> None:
    assert set(MESSAGES) == set(CODES)


def test_a_message_names_file_fault_and_remedy() -> None:
    told = error(Fault("save_as", format="HTML"), "rekap.xls")
    assert isinstance(told, BadInput)
    assert told.render(text("id")) == (
        "rekap.xls: Isi berkas ini HTML, apa pun namanya, dan HTML tidak dapat dibaca. "
        "Buka di Excel, pilih Simpan Sebagai dengan jenis XLSX, lalu kirim berkas hasilnya."
    )
