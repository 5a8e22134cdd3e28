"""The state of the warehouse that a question is asked of, as its reader may see it: the same as on the pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from i18n import N_, IkrarError, NotFound, Text
from indicators.suppression import shown_to
from pages import person, stores
from pages.serving.api.parameters import Question
from warehouse.as_of import AsOf
from warehouse.frames import Frames
from warehouse.vocabulary import Audience


class NothingLoaded(IkrarError):
    """There is no store yet: nobody's question is at fault."""


@dataclass(frozen=True, slots=True)
class State:
    """The frames that answer, who looks, in which language, and the state asked for."""

    frames: Frames
    audience: Audience
    t: Text
    per: AsOf

    @property
    def pinned(self) -> str:
        """The state as a link names it for ever: the snapshot, and the day where one was asked for."""
        return str(AsOf(self.frames.snapshot.number, self.per.day))

    @property
    def day(self) -> dt.date:
        """Day of the data."""
        return self.per.day or self.frames.snapshot.taken_at.date()


def opened(question: Question, t: Text) -> State:
    """What the question is asked of. Raises BadInput, NotFound for a snapshot, NothingLoaded, Damaged."""
    sample = question.data is not None
    if sample:
        stores.make_sample(dt.datetime.now(dt.UTC))
    per, audience = question.per, person.audience()
    try:
        frames = stores.frames(stores.sample_path() if sample else stores.store_path(), per)
    except NotFound as error:
        if stores.store(sample=sample).exists():
            raise
        step = N_("Load the data with: ikrar build.")
        raise NothingLoaded(N_("Nothing has been loaded here yet."), next_step=step) from error
    return State(shown_to(frames, audience), audience, t, per)
