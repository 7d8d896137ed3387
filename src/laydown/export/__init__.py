"""Exports: the books in the forms that others read and print."""

from laydown.export.strips import Day, Strip, drawn

__all__ = ["Day", "Strip", "drawn"]
