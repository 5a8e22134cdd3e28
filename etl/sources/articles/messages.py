"""Why no article could be read and what to do, by the code of the fault. Sentences for `Document.error`."""

from __future__ import annotations

from collections.abc import Mapping

from i18n import N_

NO_READER = N_("The program that reads files does not start on this computer.")
NEXT_STEP = N_("Install Ikrar anew, or tell whoever looks after it; the file is not the cause.")

MESSAGES: Mapping[str, str] = {
    "empty": N_("The file holds no text. Check whether it is the right file, or paste the text of the article."),
    "too_large": N_(
        "The file has {size} MB; at most {limit} MB are read. Leave out pictures, or paste the text of the article."
    ),
    "too_much_text": N_(
        "The text has {size} MB; at most {limit} MB are read. Send the article alone, without what stands around it."
    ),
    "too_many_pages": N_(
        "The PDF has {count} pages; at most {limit} are read. Send the pages of the article alone, or paste its text."
    ),
    "too_expanded": N_(
        "Unpacked, a part of the file has more than {limit} MB, which no article has. Paste the text of the article."
    ),
    "too_slow": N_("Reading the file was stopped after {limit} seconds. Paste the text of the article."),
    "too_much_memory": N_(
        "Reading the file was stopped: it takes more than {limit} MB of memory. Paste the text of the article."
    ),
    "crashed": N_("The file made the reader stop; it is damaged. Paste the text of the article."),
    "broken": N_("The file is damaged or incomplete. Ask for it anew, or paste the text of the article."),
    "unexpected": N_("The file has a form that cannot be read ({fault}). Paste the text of the article."),
    "declares_entities": N_(
        "The file defines XML entities, which Word does not do; it is not opened. Paste the text of the article."
    ),
    "password": N_("The file is locked with a password. Save it without one and send it again."),
    "scan": N_(
        "The PDF is a scan: its pages are pictures and hold no text. Enter the ceremony by hand in the form, and attach"
        " the scan there as evidence."
    ),
    "picture": N_(
        "The file is a picture ({format}) and holds no text. Enter the ceremony by hand in the form, and attach the"
        " picture there as evidence."
    ),
    "no_text": N_(
        "The PDF gives no readable text. Enter the ceremony by hand in the form, or paste the text of the article."
    ),
    "no_article": N_(
        "The content of this file is {format}, not an article. Articles are read as text, HTML, PDF or DOCX."
    ),
    "no_article_in_page": N_(
        "No article was found in this web page. Save the page of the article itself, or paste its text."
    ),
    "save_as_docx": N_(
        "The content of this file is {format}, which is not read. Open it in Word, save it as DOCX, and send that file."
    ),
    "save_page": N_(
        "The content of this file is {format}, which is not read. Save the page as HTML, or paste its article."
    ),
    "unknown_kind": N_("The content of this file is no text. Articles are read as text, HTML, PDF or DOCX."),
    "wrong_encoding": N_(
        "The file says that its text is {encoding}, but it is not, or not throughout. Save it as UTF-8, or paste its"
        " text."
    ),
    "broken_text": N_(
        "From line {line} on the text is not UTF-8, so that some letters are uncertain. Save it as UTF-8, or paste the"
        " text of the article."
    ),
    "broken_page": N_(
        "Some letters of the article are damaged in this web page. Save the page anew, or paste its article."
    ),
}
