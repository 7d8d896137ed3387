"""The clerk: what each claim does in the books, decided in the order in which the claims were said."""

from laydown.ledger.clerk.posting import HORIZON_DAYS, decide

__all__ = ["HORIZON_DAYS", "decide"]
