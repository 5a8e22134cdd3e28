"""The pages there are, in the order people meet them. A page is `pages/<name>/page.py` with `render(context)`."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from i18n import N_
from pages.context import HOME, Context


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: its name in the address and in the code, its title, the icon beside it, whether filters apply."""

    name: str
    title: str
    icon: str
    filtered: bool = True

    def render(self, context: Context) -> None:
        """Draw the page. It is imported when it is first asked for."""
        import_module(f"pages.{self.name}.page").render(context)


ENTRIES = (
    Entry(HOME, N_("Summary"), ":material/summarize:"),
    Entry("peta", N_("Map"), ":material/map:"),
    Entry("linimasa", N_("Timeline"), ":material/timeline:"),
    Entry("opd", N_("OPD"), ":material/account_balance:"),
    Entry("kewajiban", N_("Duties"), ":material/assignment:"),
    Entry("wilayah", N_("Region"), ":material/location_on:"),
    Entry("paparan", N_("Briefing"), ":material/slideshow:"),
    Entry("unggah", N_("Upload"), ":material/upload_file:", filtered=False),
    Entry("tinjau", N_("Review"), ":material/fact_check:", filtered=False),
    Entry("kontradiksi", N_("Contradictions"), ":material/compare_arrows:", filtered=False),
    Entry("riwayat", N_("History"), ":material/history:", filtered=False),
    Entry("cek", N_("Check a file"), ":material/verified:", filtered=False),
    Entry("batas", N_("Boundaries"), ":material/layers:", filtered=False),
    Entry("sumber", N_("Sources & method"), ":material/library_books:", filtered=False),
    Entry("data", N_("Data API"), ":material/api:", filtered=False),
)
