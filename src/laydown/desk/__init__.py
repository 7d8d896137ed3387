"""The desk: the one place that joins the rooms, so that a command, a script and a page do the same."""

from laydown.desk.reading import place, read, read_sources

__all__ = ["place", "read", "read_sources"]
