"""Pages: the main text of an HTML page, and what the page states of itself, each with where it stood."""

from laydown.intake.page.reports import declared_encoding, looks_like_page, read_page, read_reports
from laydown.intake.page.words import words_of

__all__ = ["declared_encoding", "looks_like_page", "read_page", "read_reports", "words_of"]
