"""Laydown reads reports of military force movements and turns them into sourced claims."""

from laydown.desk import place, read, read_sources
from laydown.model import Claim, Place, Problem, Reading, Report, Resolution

__version__ = "0.1.0"

__all__ = [
    "Claim", "Place", "Problem", "Reading", "Report", "Resolution", "__version__", "place", "read", "read_sources",
]  # fmt: skip
