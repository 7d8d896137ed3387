"""The letters that a pattern needs: they stand wherever it matches, so that asking for them first loses nothing."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laydown.lexicon.letters import needed
from laydown.reading.claims.acts import acts, may_match


@pytest.mark.parametrize("pattern", [pattern for _, pattern, _ in acts()], ids=lambda pattern: pattern.pattern[:24])
def test_no_act_is_missed(pattern: re.Pattern[str]) -> None:
    """Whatever an act's pattern matches has some of its letters."""

    @settings(max_examples=20, deadline=None)
    @given(st.from_regex(pattern))
    def check(words: str) -> None:
        assert may_match(pattern, words)

    check()


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"rul(?:e|ed) (?:\w+ ){0,3}out\b", ("rul",)),
        (r"(?:yes|no)? ?(?:aye|nay)\b", ("aye", "nay")),
        (r"(?!never)[a-z]+ \d{2,3}x*", ()),
        (r"walk|\w+", ()),
        (r"(?<!de-)escalat\w+|stand[- ]?down", ("escalat", "stand")),
    ],
)
def test_what_a_pattern_needs(pattern: str, letters: tuple[str, ...]) -> None:
    """Of each branch the most telling part; nothing where a branch has none; what must not stand is not needed."""
    assert needed(pattern) == letters
