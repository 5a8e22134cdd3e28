"""Upload in Chromium: a file by keyboard, a question answered, rows saved, seen in the history, and taken back."""

from __future__ import annotations

import http.client
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
WORKBOOKS = Path(__file__).parents[1] / "golden" / "workbooks"
LIMIT = 25 * 1024 * 1024


def choose(page: Page, file: Path | dict[str, str | bytes]) -> None:
    """Choose a file and read it, by keyboard alone."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Pilih berkas").press("Enter")
    chooser.value.set_files(file)  # type: ignore[arg-type]  # Playwright's own type of a file in memory
    read = page.get_by_role("button", name="Baca berkas")
    expect(read).to_be_enabled()
    read.press("Enter")


def test_a_file_goes_in_and_comes_out_again(visit: Visit) -> None:
    page = visit("/unggah?wilayah=13.75")
    election = page.get_by_role("combobox", name="Pemilihan")
    election.fill("Pilkada 2024")
    election.press("Enter")
    choose(page, WORKBOOKS / "06-percentages" / "input.xlsx")
    expect(page.locator("p.answer", has_text="8 baris data dalam 1 tabel").first).to_be_visible()
    page.get_by_role("link", name="Lanjut: Pertanyaan").press("Enter")
    page.get_by_role("radio", name="ya, catat").press("Space")
    page.get_by_role("button", name="Terapkan jawaban").press("Enter")
    expect(page.locator("p.answer", has_text="Tidak ada pertanyaan yang terbuka").first).to_be_visible()
    page.get_by_role("link", name="Lanjut: Pratinjau").press("Enter")
    expect(page.locator("p.answer", has_text="7 baris dari 8 baris akan disimpan").first).to_be_visible()
    expect(page.locator("#tolak")).to_be_visible()
    page.get_by_role("button", name="Simpan semua baris baik").press("Enter")
    expect(page.locator("p.answer", has_text="Tersimpan sebagai muatan").first).to_be_visible()
    page.get_by_role("link", name="Lihat perubahannya di Riwayat").press("Enter")
    expect(page.locator("p.answer", has_text="1 berkas dimuat").first).to_be_visible()
    expect(page.get_by_role("cell", name="185–195")).to_be_visible()
    page.get_by_role("button", name="Batalkan muatan ini").press("Enter")
    page.get_by_role("button", name="Ya, batalkan").press("Enter")
    expect(page.get_by_text("Membatalkan", exact=True)).to_be_visible()


@pytest.mark.parametrize("width", [1440, 390])
def test_a_file_left_can_be_gone_on_with(visit: Visit, width: int) -> None:
    page = visit("/unggah?wilayah=21.05", width)
    choose(page, WORKBOOKS / "08-year-sheets-one-hidden" / "input.xlsx")
    expect(page.get_by_text("lembar tersembunyi")).to_be_visible()
    address = page.url
    page.get_by_role("link", name="Lanjutkan nanti").press("Enter")
    expect(page.get_by_role("heading", name="Unggahan yang belum selesai")).to_be_visible()
    again = visit(address.partition("/unggah")[2].join(["/unggah", ""]), width)
    expect(again.locator("p.answer", has_text="11 baris data").first).to_be_visible()
    widest = again.evaluate("document.querySelector('.stMainBlockContainer').scrollWidth")
    assert widest <= width
    again.get_by_role("button", name="Buang berkas ini").press("Enter")
    expect(again.get_by_role("heading", name="Pilih berkas")).to_be_visible()


def test_a_file_that_is_no_table_says_what_to_do(visit: Visit) -> None:
    page = visit("/unggah")
    choose(page, {"name": "<b>*rekap*<b>.xlsx", "mimeType": "text/html", "buffer": b"<html><p>Rekap</p></html>"})
    expect(page.locator(".notice.warn")).to_contain_text("<b>*rekap*<b>.xlsx")


def test_an_upload_needs_the_open_page_and_ends_at_the_limit(visit: Visit, dashboard: str) -> None:
    page = visit("/unggah")
    with page.expect_request(re.compile("/_stcore/upload_file/")) as asked, page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Pilih berkas").press("Enter")
        chooser.value.set_files({"name": "a.csv", "mimeType": "text/csv", "buffer": b"a,b\n1,2\n"})
    request = asked.value
    answer = request.response()
    assert answer is not None
    assert answer.status == 204
    own = {name: value for name, value in request.all_headers().items() if name in {"cookie", "origin", "x-xsrftoken"}}
    path = urlsplit(request.url).path
    small = b"x" * 1000
    assert put(dashboard, path, own, small) == 204
    assert put(dashboard, path, {**own, "origin": "http://evil.example"}, small) == 401
    assert put(dashboard, path, {key: value for key, value in own.items() if key != "x-xsrftoken"}, small) == 403
    assert put(dashboard, re.sub(r"file/[^/]+", "file/nobody", path), own, small) == 401
    assert put(dashboard, path, own, small * (2 * LIMIT // 1000)) == 413
    assert put(dashboard, path, own, small * (2 * LIMIT // 1000), chunked=True) == 413
    expect(page.get_by_role("button", name="Baca berkas")).to_be_enabled()


def put(dashboard: str, path: str, headers: dict[str, str], content: bytes, *, chunked: bool = False) -> int:
    """The status of an upload as a browser sends it; 413 also where the server hung up on a body that went on."""
    around = b'--b\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\n\r\n', b"\r\n--b--\r\n"
    body = content.join(around)
    pieces = (body[start : start + 65536] for start in range(0, len(body), 65536))
    connection = http.client.HTTPConnection(urlsplit(dashboard).netloc, timeout=60)
    sent = headers | {"Content-Type": "multipart/form-data; boundary=b"}
    with suppress(BrokenPipeError, ConnectionResetError):  # the answer may still be read
        connection.request("PUT", path, pieces if chunked else body, sent, encode_chunked=chunked)
    try:
        return connection.getresponse().status
    except (http.client.HTTPException, ConnectionError):
        return 413 if len(content) > LIMIT else 0
    finally:
        connection.close()
