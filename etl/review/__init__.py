"""What lies between an extraction and the store: proposals, a queue that survives, a person's decisions, claims.

Nothing of an article counts before a person confirmed it; what was confirmed comes in as claims, and no claim that the
store has is ever overwritten.
"""

from etl.review.attachments import Attachment, Attachments
from etl.review.by_hand import ByHand, Evidence, Typed, enter
from etl.review.confirm import accepted_as_proposed, confirm, proposals
from etl.review.contradictions import contradictions
from etl.review.propose import propose
from etl.review.queue import Reviews
from etl.review.settle import settle
from etl.review.sources import facts_of
from etl.review.values import (
    NEW_EVENT,
    Because,
    Candidate,
    Choice,
    Contradiction,
    Copy,
    Decision,
    FieldProposal,
    Other,
    Proposal,
    Review,
    Side,
    SourceFacts,
)

__all__ = [
    "NEW_EVENT",
    "Attachment",
    "Attachments",
    "Because",
    "ByHand",
    "Candidate",
    "Choice",
    "Contradiction",
    "Copy",
    "Decision",
    "Evidence",
    "FieldProposal",
    "Other",
    "Proposal",
    "Review",
    "Reviews",
    "Side",
    "SourceFacts",
    "Typed",
    "accepted_as_proposed",
    "confirm",
    "contradictions",
    "enter",
    "facts_of",
    "proposals",
    "propose",
    "settle",
]
