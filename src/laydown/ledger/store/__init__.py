"""The store: the ledger on disk, in SQLite or PostgreSQL, to which rows are appended and in which none is changed."""

from laydown.ledger.store.book import Added, Ledger
from laydown.ledger.store.headings import Heading
from laydown.ledger.store.opening import open_ledger
from laydown.ledger.store.rows import in_force
from laydown.ledger.store.trouble import LedgerError, OvertakenError, RefusedError
from laydown.ledger.store.turns import NEW, Turn

__all__ = [
    "NEW",
    "Added",
    "Heading",
    "Ledger",
    "LedgerError",
    "OvertakenError",
    "RefusedError",
    "Turn",
    "in_force",
    "open_ledger",
]
