"""The command line: a thin skin over the same calls that a script makes."""

from laydown.cli.main import main

__all__ = ["main"]
