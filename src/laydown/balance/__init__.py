"""Balances: what the books allow, as bounds with the claims that prove them, and what cannot all be true."""

from laydown.balance.balances import balances
from laydown.balance.certificate import adds_up
from laydown.balance.rows import conflicts, heads, movements, sized
from laydown.balance.settled import settled
from laydown.balance.sheet import Sheet, opened, sheet
from laydown.balance.units import of_unit

__all__ = [
    "Sheet",
    "adds_up",
    "balances",
    "conflicts",
    "heads",
    "movements",
    "of_unit",
    "opened",
    "settled",
    "sheet",
    "sized",
]
