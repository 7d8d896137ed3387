"""An article cut at the edges of its claims' words: what overlaps is drawn right, and no character is lost."""

from hypothesis import given
from hypothesis import strategies as st

from laydown.model import Claim, Evidence
from laydown.web.article import Paragraph, article


def claim(number: int, evidence: tuple[int, int], **spans: tuple[int, int]) -> Claim:
    start, end = evidence
    told = {name: (span,) for name, span in spans.items()}
    return Claim(
        id=f"c{number}", kind="movement", status="announced", evidence=Evidence(start=start, end=end), spans=told
    )


def drawn(paragraphs: list[Paragraph]) -> list[list[tuple[str, str]]]:
    return [
        [(piece.text, " ".join(f"{number}{name[:1]}" for number, name in piece.fields)) for piece in one.pieces]
        for one in paragraphs
    ]


def test_words_of_two_claims_that_overlap_are_cut_where_either_begins_or_ends() -> None:
    text = "Another 900 troops go."
    found = article(text, [claim(1, (0, 22), force=(8, 18), quantity=(0, 11)), claim(2, (8, 22), when=(12, 22))], 100)
    assert drawn(found) == [[("Another ", "1q"), ("900", "1f 1q"), (" ", "1f"), ("troops", "1f 2w"), (" go.", "2w")]]
    assert [piece.claims for piece in found[0].pieces] == [(1,), (1, 2), (1, 2), (2, 1), (2, 1)]
    assert [piece.first for piece in found[0].pieces] == [(1,), (2,), (), (), ()]


def test_a_claim_may_run_over_paragraphs() -> None:
    found = article("One two.\n\nThree four.", [claim(1, (4, 15))], 100)
    assert [[piece.text for piece in one.pieces] for one in found] == [["One ", "two."], ["Three", " four."]]


def test_of_a_long_text_the_paragraphs_with_claims_are_kept() -> None:
    text = "a" * 20 + "\n" + "b" * 20 + "\nTroops go.\n" + "c" * 20
    found = article(text, [claim(1, (42, 52))], 10)
    assert [one.left_out or "".join(piece.text for piece in one.pieces) for one in found] == [
        "a" * 20, 20, "Troops go.", 20,
    ]  # fmt: skip


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, list[Claim]]:
    text = draw(st.text(alphabet="ab\n é", min_size=1, max_size=60))
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted).map(tuple)
    found = draw(st.lists(st.tuples(edges, edges), max_size=6))
    return text, [claim(n, one, force=two) for n, (one, two) in enumerate(found, start=1)]  # type: ignore[arg-type]


@given(texts())
def test_the_pieces_are_the_text(told: tuple[str, list[Claim]]) -> None:
    text, claims = told
    found = article(text, claims, 1000)
    assert ["".join(piece.text for piece in one.pieces) for one in found] == [line for line in text.split("\n") if line]
    at = 0
    for one in found:
        for piece in one.pieces:
            at = text.index(piece.text, at)
            inside = {
                n
                for n, one in enumerate(claims, start=1)
                for s, e in one.spans["force"]
                if s <= at and at + len(piece.text) <= e
            }
            assert {n for n, _ in piece.fields} == inside
            at += len(piece.text)
