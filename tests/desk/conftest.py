"""What tests of the desk share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from laydown.desk.books import Ledger, open_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A new ledger in a file."""
    with open_ledger(str(tmp_path / "books.db")) as kept:
        yield kept
