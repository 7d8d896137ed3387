"""Tables: rows as CSV that spreadsheets open unharmed, in UTF-8 with the mark that Excel wants."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

Cell: TypeAlias = str | int | float | bool | None

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""With what a cell begins that a spreadsheet would run (OWASP, CSV injection)."""


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    r"""ROWS under COLUMNS as CSV; what is unknown is empty, and no cell is a formula.

    >>> csv_text(["place", "low"], [{"place": "=1+1", "low": -5}, {"place": "Å", "low": None}])
    "\ufeffplace,low\r\n'=1+1,-5\r\nÅ,\r\n"
    """
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(row.get(name)) for name in columns] for row in rows)
    return out.getvalue()


def _cell(value: Cell) -> Cell:
    """VALUE, with an apostrophe before words that a spreadsheet would run."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
