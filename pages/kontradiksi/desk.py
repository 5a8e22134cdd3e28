"""The one effect of the page: a decision put on record."""

from __future__ import annotations

import datetime as dt

from etl.review import Contradiction, settle
from pages import stores


def decide(whole: Contradiction, claim_id: str, reason: str, by: str) -> str:
    """Let a claim hold and reject what contradicts it, with the reason; the batch that came of it.

    Raises like `etl.review.settle`.
    """
    done = settle(stores.store(sample=False), whole, claim_id, reason, by=by, now=dt.datetime.now(dt.UTC))
    return done.snapshot.batch.batch_id
