"""Lines of reports: a bad one is named by its number, and the others are read."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laydown.intake.lines import read_lines
from laydown.model import Problem, Report


def test_a_line_states_what_it_knows() -> None:
    """All that the contract names is taken over, the rest is passed over."""
    line = (
        b'{"text": "Troops\\r\\nmove", "source": "a", "url": "b", "title": "T", "publisher": "P",'
        b' "authors": ["A", "B"],'
        b' "language": "en", "published": "2022-02-02", "updated": "2022-02-03T10:00:00Z", "score": 1}'
    )
    assert list(read_lines(io.BytesIO(line), "r.jsonl")) == [
        Report(
            text="Troops\nmove",
            source="a",
            title="T",
            publisher="P",
            authors=("A", "B"),
            language="en",
            published="2022-02-02",
            updated="2022-02-03T10:00:00Z",
            url="b",
        )
    ]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        (b'{"text": "Troops", "url": "https://example.org/a"}', "https://example.org/a"),
        (b'{"report": {"text": "Troops", "source": "a.txt", "id": "x"}, "claims": []}', "a.txt"),
        (b'{"text": "Troops", "report": "a word that is not ours"}', "r.jsonl:1"),
        (b'\xef\xbb\xbf{"text": "Troops", "authors": "A. Writer"}', "r.jsonl:1"),
    ],
)
def test_where_a_report_comes_from(line: bytes, source: str) -> None:
    """Its source, else its address, else its line; our own output is read as well."""
    [found] = read_lines(io.BytesIO(line), "r.jsonl")
    assert isinstance(found, Report)
    assert (found.text, found.source) == ("Troops", source)


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        (b"{", "is no JSON"),
        (b"not json", "is no JSON"),
        (b'{"text": "\xff"}', "is no JSON"),
        (b"[" * 100_000, "is no"),
        (b'{"a": ' + b"[" * 100_000, "is no JSON"),
        (b"[1]", "is no report"),
        (b'{"text": 5}', "is no report"),
        (b'{"title": "T"}', "has no text"),
        (b'{"text": " "}', "has no text"),
        (b'{"text": "Troops", "published": "2022-13-40"}', "`published` is no date"),
        (b'{"text": "Troops", "updated": "yesterday"}', "`updated` is no date"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(line: bytes, cause: str) -> None:
    """The problem stands where the report should have stood."""
    first, bad, last = read_lines(io.BytesIO(b'{"text": "A"}\n\n' + line + b'\n{"text": "B"}'), "r.jsonl")
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(bad, Problem)
    assert bad.where == "r.jsonl:3"
    assert cause in bad.what


@given(st.lists(st.binary(max_size=60)))
def test_any_lines_give_reports_or_problems(lines: list[bytes]) -> None:
    """No line raises."""
    assert list(read_lines(io.BytesIO(b"\n".join(lines)), "r.jsonl"))
