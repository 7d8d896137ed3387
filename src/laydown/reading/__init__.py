"""Reading: a report in, sourced claims out, the same bytes on every machine."""

from laydown.reading.reader import explain, read, screened
from laydown.reading.syntax.agency import acting

__all__ = ["acting", "explain", "read", "screened"]
