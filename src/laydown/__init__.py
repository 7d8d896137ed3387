"""Laydown reads reports of military force movements and turns them into sourced claims."""

from laydown.desk import read, read_sources
from laydown.model import Claim, Problem, Reading, Report

__version__ = "0.1.0"

__all__ = ["Claim", "Problem", "Reading", "Report", "__version__", "read", "read_sources"]
