"""The versions of a ledger, a module each, which are never changed once they are out."""
