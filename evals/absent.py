"""What an evaluation says when the corpus that it scores is not there."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

MISSING: Final = 3
"""The exit code then: an input could not be read."""


def absent(script: str, folder: Path, gone: Sequence[str]) -> bool:
    """Whether anything is GONE from a folder; then one line on stderr names it and where to read what to fetch."""
    if gone:
        print(f"evals.{script}: {folder} lacks {', '.join(gone)}; see the head of this script", file=sys.stderr)
    return bool(gone)
