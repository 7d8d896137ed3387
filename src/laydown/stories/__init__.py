"""Stories: which reports are versions and copies of one article, and what changed in their claims."""

from laydown.stories.changes import changes
from laydown.stories.stories import stories

__all__ = ["changes", "stories"]
