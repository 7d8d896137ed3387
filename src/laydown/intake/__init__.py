"""Intake: files, folders, standard input and pages of the web become reports, or problems that say why not."""

from laydown.intake.canon import canonical, one_line
from laydown.intake.dates import is_date
from laydown.intake.sources import Web, reports_of

__all__ = ["Web", "canonical", "is_date", "one_line", "reports_of"]
