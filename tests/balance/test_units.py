"""Units nest: a division's books hold its brigades', and its stocks are not the country's."""

from laydown.balance import balances, of_unit
from laydown.ledger.clerk import decide
from laydown.model import Books
from tests.ledger.telling import place, tellings

TOLD = """2 Wire: 1700 US [82nd Airborne Division] Fort Bragg > Poland
          3 Post: 300 US [XVIII Airborne Corps] Fort Bragg > Germany
          4 Wire: 600 US [2nd Brigade, 82nd Airborne Division] Fort Bragg > Romania
          5 Mail: 1000 US Germany > Romania
          6 Mail: 500 US [82nd Airborne Division] in Latvia"""


def kept(text: str) -> Books:
    entries = tellings(text)
    links = {link.claim: link for link in decide(entries, {}, {})}
    return Books(entries={entry.id: entry for entry in entries}, links=links)


def change(books: Books, where: str) -> tuple[int | None, int | None] | None:
    found = balances(books, places=[place(where)])
    return (found[0].net_change.low, found[0].net_change.high) if found else None


def test_a_division_has_its_brigades() -> None:
    division = of_unit(kept(TOLD), "82nd Airborne Division")
    assert change(division, "Poland") == (1700, 1700)
    assert change(division, "Romania") == (600, 600)
    assert change(division, "Germany") is None


def test_a_corps_has_its_divisions() -> None:
    corps = of_unit(kept(TOLD), "18th Airborne Corps")
    assert change(corps, "Germany") == (300, 300)
    assert change(corps, "Poland") == (1700, 1700)


def test_a_brigade_is_not_its_division() -> None:
    assert change(of_unit(kept(TOLD), "2nd Brigade, 82nd Airborne Division"), "Poland") is None


def test_a_units_stock_is_its_own_and_not_the_countrys() -> None:
    books = kept(TOLD)
    assert balances(books, places=[place("Latvia")]) == ()
    (own,) = balances(of_unit(books, "82nd Airborne Division"), places=[place("Latvia")])
    assert own.stated is not None
    assert (own.stated.bounds.low, own.stated.bounds.high) == (500, 500)


def test_the_country_has_them_all() -> None:
    assert change(kept(TOLD), "Romania") == (1600, 1600)
