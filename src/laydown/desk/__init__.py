"""The desk: the one place that joins the rooms, so that a command, a script and a page do the same."""

from laydown.desk.reading import explain_sources, place, read, read_sources

__all__ = ["explain_sources", "place", "read", "read_sources"]
