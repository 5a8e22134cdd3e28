"""Review: draws the steps. The link says which article, ceremony and field; nothing counts before it is confirmed."""

from __future__ import annotations

from i18n import IkrarError
from pages import ui, workbench
from pages.context import Context
from pages.tinjau import draw_begin, draw_by_hand, draw_check, draw_saved
from pages.tinjau.model import CHECK, FIRST, REVIEW, SAVED, step
from pages.tinjau.words import BY_HAND, STEPS
from pages.ui import Html


def render(context: Context) -> None:
    """Draw the page."""
    t = context.t
    ui.show(ui.title(t("What does an article prove?")))
    if by := workbench.who(context, t("Articles can be reviewed only at the PC that Ikrar runs on.")):
        _draw(context, by)


def _draw(context: Context, by: str) -> None:
    now = step(context)
    ui.show(_steps(now, context))
    if now == FIRST:
        draw_begin.draw(context, by)
    elif now == BY_HAND:
        draw_by_hand.draw(context, by)
    elif now == SAVED:
        draw_saved.draw(context)
    else:
        _check(context, by)


def _check(context: Context, by: str) -> None:
    try:
        draw_check.draw(context.params[REVIEW], by, context)
    except IkrarError as fault:
        t = context.t
        ui.show(
            ui.empty(fault.render(t)), ui.paragraph(ui.link(t("To the articles that wait"), context.link("tinjau")))
        )


def _steps(now: str, context: Context) -> Html:
    """The three steps; from the check one can go back to the articles, which keep what was decided."""
    t, items = context.t, []
    for number, (name, label) in enumerate(STEPS.items(), 1):
        words = f"{number}. {t(label)}"
        shown = ui.link(words, context.link("tinjau")) if name == FIRST and now in {CHECK, BY_HAND} else words
        is_now = name == now or (now == BY_HAND and name == CHECK)
        items.append(ui.tag("li", shown, aria_current="step" if is_now else None))
    return ui.tag("ol", *items, class_="steps", aria_label=t("Steps"))
