"""The store: the ledger on disk, in SQLite or PostgreSQL, to which rows are appended and in which none is changed."""

from laydown.ledger.store.book import Added, Ledger
from laydown.ledger.store.opening import open_ledger
from laydown.ledger.store.trouble import LedgerError

__all__ = ["Added", "Ledger", "LedgerError", "open_ledger"]
