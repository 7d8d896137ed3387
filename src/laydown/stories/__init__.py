"""Stories: which reports are versions and copies of one article, and what changed in their claims."""

from laydown.stories.changes import changes
from laydown.stories.dropped import dropped
from laydown.stories.stories import pairs_to_rule, stories

__all__ = ["changes", "dropped", "pairs_to_rule", "stories"]
