"""The store: the ledger on disk, in SQLite or PostgreSQL, to which rows are appended and in which none is changed."""

from laydown.ledger.store.book import Added, Ledger
from laydown.ledger.store.opening import open_ledger
from laydown.ledger.store.trouble import LedgerError, RefusedError

__all__ = ["Added", "Ledger", "LedgerError", "RefusedError", "open_ledger"]
