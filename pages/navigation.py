"""The pages there are, in the order people meet them. A page is `pages/<name>/page.py` with `render(context)`."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from i18n import N_
from pages.context import HOME, Context


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: its name in the address and in the code, its title, the icon beside it, whether filters apply.

    Icons are those of Material Symbols, which Streamlit brings along.
    """

    name: str
    title: str
    icon: str
    filtered: bool = True

    def render(self, context: Context) -> None:
        """Draw the page. It is imported when it is first asked for."""
        import_module(f"pages.{self.name}.page").render(context)


ENTRIES = (
    Entry(HOME, N_("Summary"), "summarize"),
    Entry("peta", N_("Map"), "map"),
    Entry("linimasa", N_("Timeline"), "timeline"),
    Entry("opd", N_("OPD"), "account_balance"),
    Entry("kewajiban", N_("Duties"), "assignment"),
    Entry("wilayah", N_("Region"), "location_on"),
    Entry("paparan", N_("Briefing"), "slideshow"),
    Entry("unggah", N_("Upload"), "upload_file", filtered=False),
    Entry("tinjau", N_("Review"), "fact_check", filtered=False),
    Entry("kontradiksi", N_("Contradictions"), "compare_arrows", filtered=False),
    Entry("riwayat", N_("History"), "history", filtered=False),
    Entry("cek", N_("Check a file"), "verified", filtered=False),
    Entry("batas", N_("Boundaries"), "layers", filtered=False),
    Entry("sumber", N_("Sources & method"), "library_books", filtered=False),
    Entry("data", N_("Data API"), "api", filtered=False),
)
