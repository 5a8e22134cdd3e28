"""The rules that turn bounds into words: never more precise than what is known, rounded outward if at all."""

from briefings.wording.bounds import Say, count, share
from briefings.wording.flags import more_than_all
from briefings.wording.nouns import days, people, voices

__all__ = ["Say", "count", "days", "more_than_all", "people", "share", "voices"]
