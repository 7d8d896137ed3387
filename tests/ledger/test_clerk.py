"""The clerk, in the language of the news: tellings in, what each does in the books out."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laydown.ledger.clerk import decide
from laydown.model import Entry, Link
from tests.ledger.telling import telling, tellings


def roles(text: str) -> list[str]:
    """The role of each telling, in the order of the lines, with the lines that its movements were opened by."""
    entries = tellings(text)
    links = {link.claim: link for link in decide(entries, {}, {}) if link.role != "supersedes"}
    by_line = sorted(entries, key=lambda entry: int(entry.claim.id[1:]))
    return [_short(links[entry.id]) for entry in by_line]


def _short(link: Link) -> str:
    """A link in a word: `same 0`, `covers 0 2`."""
    return " ".join([link.role, *(target.rpartition(".c")[2] for target in link.targets)])


CASES = {
    "another outlet tells of the same movement": (
        """2 Wire: 2000 US Fort Bragg > Germany
           3 Post: 2000 US > Germany""",
        ["opens", "same 0"],
    ),
    "another thousand is a movement of its own": (
        """2 Wire: 1000 FR > Mali
           9 Wire: another 1000 FR > Mali""",
        ["opens", "opens"],
    ),
    "what goes elsewhere is another movement": (
        """2 Wire: 500 GB > Estonia
           2 Post: 500 GB > Norway""",
        ["opens", "opens"],
    ),
    "who comes and who leaves are two movements": (
        """2 Wire: 900 KE > Somalia
           5 Wire: 900 KE Somalia >""",
        ["opens", "opens"],
    ),
    "those for one of two places are a part": (
        """2 Wire: 2000 US Fort Bragg > Germany, Poland
           2 Post: 1700 US Fort Bragg > Poland
           3 Post: 300 US Fort Bragg > Germany""",
        ["opens", "part-of 0", "part-of 0"],
    ),
    "the first to arrive are a part": (
        """2 Wire: 1700 US > Poland
           6 Post: 400 US > Poland; completed""",
        ["opens", "part-of 0"],
    ),
    "all who arrive are the same": (
        """2 Wire: 800 US Italy > Estonia
           20 Post: the 800 US > Estonia; completed""",
        ["opens", "same 0"],
    ),
    "a total covers and opens nothing": (
        """2 Wire: 1700 US > Poland
           11 Wire: another 3000 US > Poland
           12 Post: 4700 US > Poland # a total of 4700 have been sent""",
        ["opens", "opens", "covers 0 1"],
    ),
    "a sum is known without a word for it": (
        """2 Wire: 1700 US > Poland
           11 Wire: another 3000 US > Poland
           20 Post: ~4700 US > Poland; completed""",
        ["opens", "opens", "covers 0 1"],
    ),
    "a total of nothing told before waits": (
        """12 Post: 4700 US > Poland # a total of 4700 have been sent""",
        ["memo"],
    ),
    "alerts, plans and refusals are no movements": (
        """2 Wire: 2000 DE > Niger; considered
           2 Post: 2000 DE > Niger; ruled_out
           2 Mail: 2000 DE > Niger; requested""",
        ["memo", "memo", "memo"],
    ),
    "a movement without a number waits for one": (
        """2 Wire: ? IT > Latvia
           3 Wire: 250 IT > Latvia
           4 Post: ? IT > Latvia; completed""",
        ["memo", "opens", "same 1"],
    ),
    "nobody is asked which movement a telling without a number means": (
        """2 Wire: 300 FR > Mali
           3 Post: another 900 FR > Mali
           4 Mail: ? FR > Mali; completed""",
        ["opens", "opens", "memo"],
    ),
    "an open number waits, one with two ends does not": (
        """2 Wire: thousands FR > Mali
           2 Post: several hundred IT > Mali""",
        ["suspense", "opens"],
    ),
    "a stock is stated, one on top of another is not": (
        """2 Wire: ~900 US in Romania
           2 Post: another 500 US in Romania""",
        ["states", "memo"],
    ),
    "two numbers for one route on one word contradict each other": (
        """2 Wire: 1000 US Germany > Romania; announced by Pentagon
           2 Post: 2500 US Germany > Romania; announced by Pentagon""",
        ["opens", "same 0"],
    ),
    "two numbers for one place on one day are in doubt": (
        """2 Wire: 600 ES > Latvia
           2 Post: 900 ES > Latvia""",
        ["opens", "suspense"],
    ),
    "two divisions are two movements": (
        """2 Wire: 3000 US [82nd Airborne Division] > Poland
           4 Post: 3000 US [101st Airborne Division] > Poland""",
        ["opens", "opens"],
    ),
    "a division is told of by its corps": (
        """2 Wire: 3000 US [82nd Airborne Division] > Poland
           4 Post: 3000 US [XVIII Airborne Corps] > Poland""",
        ["opens", "same 0"],
    ),
    "another number for the same route, on nobody's word, is in doubt": (
        """2 Wire: 3000 US Fort Bragg > Poland
           4 Post: 2500 US Fort Bragg > Poland""",
        ["opens", "suspense"],
    ),
    "what is spoken of as known opens nothing": (
        """9 Wire: the 600 CA > Latvia; completed""",
        ["suspense"],
    ),
    "a cancelled movement is the one that was told": (
        """2 Wire: 400 NL > Iraq
           9 Wire: 400 NL > Iraq; cancelled
           9 Post: 300 DK > Mali; cancelled""",
        ["opens", "same 0", "memo"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_clerk(name: str) -> None:
    text, expected = CASES[name]
    assert roles(text) == expected


def test_an_outlet_that_corrects_itself_counts_once() -> None:
    entries = tellings(
        """2 Wire: 2500 US Germany > Romania; announced by Pentagon
           3 Wire: 1000 US Germany > Romania; announced by Pentagon # Correction: 1000 will move and not as said"""
    )
    links = decide(entries, {}, {})
    assert [(link.role, link.targets) for link in links] == [
        ("opens", ()), ("same", (f"m-{entries[0].id}",)), ("supersedes", (entries[0].id,))
    ]  # fmt: skip


def test_a_ruling_stands_and_what_follows_heeds_it() -> None:
    entries = tellings(
        """2 Wire: 3000 US Fort Bragg > Poland
           4 Post: 2500 US Fort Bragg > Poland
           5 Mail: 2500 US > Poland"""
    )
    ruling = Link(claim=entries[1].id, role="opens", decided_by="person", reason="a second wave")
    links = {link.claim: link for link in decide(entries, {}, {entries[1].id: ruling})}
    assert entries[1].id not in links
    assert links[entries[2].id].targets == (f"m-{entries[1].id}",)


STORY = tellings(
    """2 Wire: 2000 US Fort Bragg > Germany, Poland
       2 Post: 1700 US Fort Bragg > Poland
       3 Post: 1000 US Germany > Romania
       6 Wire: 400 US > Poland; completed
       11 Wire: another 3000 US > Poland
       12 Post: 4700 US > Poland # a total of 4700 have been sent
       14 Mail: 1000 US > Romania; completed"""
)


@given(st.integers(min_value=0, max_value=len(STORY)))
def test_the_clerk_is_causal(known: int) -> None:
    """What is decided of a claim does not hang on what is said later, nor on whether it was decided earlier."""
    whole = decide(STORY, {}, {})
    before = decide(STORY[:known], {}, {})
    assert whole[: len(before)] == before
    after = decide(STORY, {link.claim: link for link in before}, {})
    assert before + after == whole


def test_the_order_of_lines_in_an_hour_is_that_of_their_reports() -> None:
    lines = ["2 Wire: 1000 FR > Mali", "2 Post: 1000 FR > Mali", "2 Mail: 1000 FR > Mali"]
    seen = set()
    for order in permutations(range(3)):
        entries: list[Entry] = sorted((telling(lines[n], n) for n in order), key=lambda e: (e.said or "", e.report))
        seen.add(decide(entries, {}, {}))
    assert len(seen) == 1
