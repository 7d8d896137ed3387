"""The migrations: how a ledger of any earlier version becomes one of today's, in one transaction."""
