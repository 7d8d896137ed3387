"""Together: the balance of several places as one, in which what moves between them cancels out."""

from collections.abc import Sequence

from laydown.model import Balance, Books, Place


def together(books: Books, found: Sequence[Balance]) -> Balance | None:
    """The places of FOUND, balances of one force and asset on one day, as one; None where they are not countries all.

    Adding the bounds would count twice whoever moved from one of them to another, and would be wider than the books.
    """
    from laydown import balance

    codes = {one.place.country for one in found if one.place.type == "country"}
    first = found[0] if found else None
    if first is None or len(codes) < max(2, len(found)):
        return None
    union = Place(
        name=", ".join(one.place.name for one in found), type="region", members=tuple(sorted(filter(None, codes)))
    )
    answers = balance.balances(
        books, as_of=first.as_of, places=(union,), force=first.force, asset=first.asset, basis=first.basis
    )
    return answers[0] if answers else None
