"""Ready-made code for the programs that offices use, filled with this installation's address. Pure.

`tests/app/data` runs the Python exactly as it is printed here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from i18n import N_, Text

FALLBACK = "http://127.0.0.1:8501"
"""Where `ikrar serve` listens by default."""

_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+")


@dataclass(frozen=True, slots=True)
class Example:
    """How one program fetches: its anchor on the page, its name, the steps to take, the code, its language (null = none
    that highlighters know), and what to know about it. No code: the steps say which.
    """

    anchor: str
    program: str
    steps: tuple[str, ...]
    code: str = ""
    language: str | None = None
    note: str = ""


def origin(url: str | None) -> str:
    """Scheme and host of the address in the reader's browser; what cannot be one is left out for the default."""
    parts = urlsplit(url or "")
    usable = parts.scheme in {"http", "https"} and _HOST.fullmatch(parts.netloc)
    return f"{parts.scheme}://{parts.netloc}" if usable else FALLBACK


def examples(origin: str, path: str, query: Mapping[str, str], t: Text) -> tuple[Example, ...]:
    """The same question in each program: `path` without a suffix, below `origin`. Power BI takes Excel's code."""
    return (
        Example(
            "excel", "Excel (Power Query)", tuple(map(t, _EXCEL)), _power_query(origin, path, query), note=t(_TEXT)
        ),
        Example("power-bi", "Power BI", tuple(map(t, _POWER_BI)), note=t(_GATEWAY)),
        Example("r", "R", (t(_PACKAGES),), _r(origin, path, query), "r"),
        Example("python", "Python", (t(_NOTHING),), _python(origin, path, query), "python"),
        Example("curl", "curl", (t(_AGAIN),), _curl(origin, path, query), "bash"),
    )


_EXCEL = (
    N_("In Excel open Data → Get Data → From Other Sources → Blank Query."),
    N_("Open Home → Advanced Editor, put this text in place of what is there, and press Done."),
    N_("When asked how to sign in, choose Anonymous; then press Close & Load."),
    N_("Later, Data → Refresh All fetches the newest figures."),
)
_POWER_BI = (
    N_("In Power BI Desktop open Home → Get data → Blank query, then Advanced Editor."),
    N_("Put the text for Excel in place of what is there, press Done, choose Anonymous, then Close & Apply."),
)
_TEXT = N_("Codes are read as text on purpose: as a number 11.10 would become 11.1.")
_GATEWAY = N_("The Power BI service on the web reaches this address only through a data gateway in your network.")
_PACKAGES = N_("Needs the packages httr2 and readr.")
_NOTHING = N_("Needs nothing but Python itself; it follows the pages of the answer to the last row.")
_AGAIN = N_("Run it again and nothing is sent unless something has changed: the ETag is kept beside the file.")


def _power_query(origin: str, path: str, query: Mapping[str, str]) -> str:
    asked = ",\n            ".join(f'{_m_name(name)} = "{value}"' for name, value in query.items())
    typed = ",\n        ".join(f'{{"{name}", type {kind}}}' for name, kind in _TYPES.items())
    return f"""let
    Answer = Web.Contents("{origin}", [
        RelativePath = "{path.lstrip("/")}.csv",
        Query = [
            {asked}
        ]
    ]),
    Rows = Csv.Document(Answer, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Headed = Table.PromoteHeaders(Rows, [PromoteAllScalars = true]),
    Typed = Table.TransformColumnTypes(Headed, {{
        {typed}
    }}, "en-US")
in
    Typed"""


_TYPES = {"code": "text", "name": "text", "state": "text", "low": "number", "high": "number"}


def _m_name(name: str) -> str:
    return name if name.isidentifier() else f'#"{name}"'


def _r(origin: str, path: str, query: Mapping[str, str]) -> str:
    asked = ",\n    ".join(f'{_r_name(name)} = "{value}"' for name, value in query.items())
    return f"""library(httr2)
library(readr)

answer <- request("{origin}{path}.csv") |>
  req_url_query(
    {asked}
  ) |>
  req_perform()

figures <- read_csv(resp_body_raw(answer), col_types = cols(code = col_character()))
resp_header(answer, "Ikrar-Snapshot")
print(figures)"""


def _r_name(name: str) -> str:
    return name if name.isidentifier() else f"`{name}`"


def _python(origin: str, path: str, query: Mapping[str, str]) -> str:
    return f"""import json
from urllib.parse import urlencode, urljoin
from urllib.request import urlopen

question = {json.dumps(dict(query))}
address = "{origin}{path}.json?" + urlencode(question)
rows = []
while address:
    with urlopen(address) as answer:
        document = json.load(answer)
    rows += document["rows"]
    following = document["meta"]["next"]
    address = following and urljoin(address, following)

print("snapshot", document["meta"]["snapshot"])
for row in rows:
    print(row["code"], row["name"], row["state"], row["low"], row["high"], sep="\\t")"""


def _curl(origin: str, path: str, query: Mapping[str, str]) -> str:
    kept = "--etag-save ikrar.etag --etag-compare ikrar.etag"
    return f'curl --fail --compressed {kept} --output ikrar.csv "{origin}{path}.csv?{urlencode(query, safe="@")}"'
