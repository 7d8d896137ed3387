"""Tense: when another tense is another status, and when it is the way in which headlines are written."""

import re
from typing import Final

from laydown.model import Claim, Status
from laydown.stories.words import words

_AUXILIARIES: Final = frozenset({"has", "have", "had", "was", "were", "been", "is", "are", "be"})
_TOLD: Final[frozenset[Status]] = frozenset({"announced", "underway", "completed", "present"})
_STEM: Final = 4


def same_status(old: Claim, new: Claim, old_text: str, new_text: str) -> bool:
    """Whether both have one status, or two of which one is the headline's present of the other.

    "Poland deploys 400 troops" says what "Poland deployed 400 troops" says; "is deploying" and "will deploy" do not.
    """
    if old.status == new.status:
        return True
    if not {old.status, new.status} <= _TOLD:
        return False
    before, after = _verb(old, old_text), _verb(new, new_text)
    pair = {_form(before), _form(after)}
    return bool(before and after) and before[-1][:_STEM] == after[-1][:_STEM] and pair == {"present", "past"}


def _verb(claim: Claim, text: str) -> tuple[str, ...]:
    """The words that carry the status of CLAIM."""
    return words(" ".join(text[start:end] for start, end in claim.spans.get("status", ())))


def _form(verb: tuple[str, ...]) -> str:
    """Whether VERB is the bare present of a headline, a finished past, or something that means its tense."""
    *before, last = verb or ("",)
    if not _AUXILIARIES.issuperset(before) or last.endswith("ing"):
        return "other"
    if before or re.search(r"ed$|ew$|nt$|ft$|ved$|own$", last):
        return "past"
    return "present"
