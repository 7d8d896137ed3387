"""Adds a thousand small reports to a ledger, and says of each when it is safe: a program to be killed by a test."""

import sys

from laydown.ledger.store import open_ledger
from laydown.model import Reading
from tests.ledger.clerks import CLERK, PLACES, RECORDED, reading

MANY = 1000


def readings() -> list[Reading]:
    """A thousand reports over half a year."""
    places = sorted(PLACES)
    return [
        reading(
            100 + number, places[number % 4], f"2022-{1 + number % 6:02}-{1 + number % 27:02}", nation=f"N{number % 9}"
        )
        for number in range(MANY)
    ]


def main() -> None:
    """Add what is not there yet."""
    with open_ledger(sys.argv[1], clerk=CLERK) as ledger:
        for one in readings():
            if not ledger.holds(one.report.id):
                ledger.add(one, recorded=RECORDED)
            sys.stdout.write(one.report.id + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
