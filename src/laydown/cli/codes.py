"""Exit codes, as docs and `laydown --help` name them."""

from typing import Final

FINE: Final = 0
FOUND: Final = 1
"""Findings: a check failed, a name is unresolved, claims contradict each other."""
UNREADABLE: Final = 3
"""An input could not be read; the others were."""
INTERRUPTED: Final = 130
