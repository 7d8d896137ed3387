"""Reading: a report in, sourced claims out, the same bytes on every machine."""

from laydown.reading.reader import read, screened

__all__ = ["read", "screened"]
