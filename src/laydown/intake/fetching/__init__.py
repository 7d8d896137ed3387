"""Fetching: pages from the web, politely and within bounds; the one place of Laydown that calls anybody."""

from laydown.intake.fetching.fetcher import Fetched, Fetcher, Unchanged

__all__ = ["Fetched", "Fetcher", "Unchanged"]
