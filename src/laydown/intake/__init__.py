"""Intake: files, folders and standard input become reports, or problems that say what is wrong with them."""

from laydown.intake.canon import canonical, one_line
from laydown.intake.dates import is_date
from laydown.intake.sources import reports_of

__all__ = ["canonical", "is_date", "one_line", "reports_of"]
