"""What every test may use: golden files, and a reading built by hand."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

TESTS = Path(__file__).parent


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare words with those in a golden file below tests/; `make golden` writes them anew."""

    def compare(name: str, words: str) -> None:
        path = TESTS / name
        if os.environ.get("GOLDEN") == "write":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, encoding="utf-8")
        assert words == path.read_text(encoding="utf-8")

    return compare
