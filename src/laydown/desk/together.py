"""Together: the balance of several places as one, in which what moves between them cancels out."""

from collections.abc import Sequence
from typing import Final

from laydown.model import Balance, Books, Place
from laydown.places.nesting import countries_of

SEVERAL: Final = 2


def together(books: Books, found: Sequence[Balance]) -> Balance | None:
    """The places of FOUND, balances of one force and asset on one day, as one.

    Adding the bounds would count twice whoever moved from one of them to another, and would be wider than the books.
    None where there is only one place, or one that is not made of countries, such as a sea.
    """
    from laydown import balance

    codes = [countries_of(one.place, one.as_of) for one in found]
    if len(found) < SEVERAL or not all(codes):
        return None
    name = ", ".join(one.place.name for one in found)
    union = Place(name=name, type="region", members=tuple(sorted(frozenset().union(*codes))))
    first = found[0]
    answers = balance.balances(
        books, as_of=first.as_of, places=(union,), force=first.force, asset=first.asset, basis=first.basis
    )
    return answers[0] if answers else None
