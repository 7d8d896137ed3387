"""The contract's invariants, on every report we have, and on words that no reporter ever wrote."""

import json
import os
import random
import re
import subprocess
import sys
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.corpora import OUTSIDE, OWN, ROOT, gold
from laydown import codec
from laydown.model import FIELDS, STATUSES, Claim, Reading, Report
from laydown.reading import read
from laydown.reading.text.passages import passages

CORPORA = {**OWN, **OUTSIDE}
SPANNED = (
    "quantity", "additional", "origin", "destination", "location", "when", "authority", "attribution", "duration",
    "recipient", "under", "not_under", "quote",
)  # fmt: skip
"""The fields that only the report's own words can fill; a nation or a donor may also be that of the house."""

EXAMPLES = """
President Biden has approved the deployment of 2,000 troops from Fort Bragg to Germany and Poland, the Pentagon said.
Of the 2,000 troops, 1,700 will go to Poland and 300 to Germany, John Kirby told reporters on Wednesday.
“We are not sending troops to Ukraine,” he said. “These are not permanent moves.”
France withdrew its last 1,300 soldiers from Mali on Monday, but 400 remain in Gao.
Up to 8,500 U.S. troops were put on high alert, and the NATO Response Force was not activated.
The destroyers USS Ross and USS Roosevelt (DDG 80) left Rota for the Black Sea.
Congress approved over $600 million in military aid to Ukraine; Berlin gives 40 howitzers.
The troops will be under U.S. command, not NATO command.
Kenya is weighing sending between 600 and 1,000 police officers to Haiti, a minister said.
A brigade of 30 soldiers of the 82nd Airborne Division arrived in Juba, bringing the total to 170.
""".strip().splitlines()


@cache
def readings(name: str) -> tuple[Reading, ...]:
    """What the reader makes of a corpus; none, and loudly, where the corpus is not there."""
    path = CORPORA[name]
    if not path.exists():
        pytest.skip(f"NOT CHECKED ON {name}: {path} is missing")
    found = tuple(read(one.report) for one in gold(path))
    assert found
    return found


def claims(name: str) -> list[tuple[str, Claim]]:
    """Every claim of a corpus with the text of its report."""
    found = [(reading.report.text, claim) for reading in readings(name) for claim in reading.claims]
    assert found
    return found


def words(text: str, claim: Claim, field: str) -> list[str]:
    """The words behind a field."""
    return [text[start:end] for start, end in claim.spans.get(field, ())]


def sentence_of(text: str, claim: Claim) -> str:
    """The words that carry a claim."""
    return text[claim.evidence.start : claim.evidence.end]


def check_spans(text: str, claim: Claim) -> None:
    """Law 2: offsets lie in the text and hold words, and belong to a field that the claim has."""
    spans = [span for field in claim.spans.values() for span in field]
    for start, end in [(claim.evidence.start, claim.evidence.end), *spans]:
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()
    assert set(claim.spans) <= {*FIELDS[claim.kind], "status", "when", "attribution"}
    assert all(claim.spans.values())


def check_values(text: str, claim: Claim) -> None:
    """Laws 1 and 4: what only words can fill has its words, bounds are in order, the status is one of the kind's."""
    assert claim.status in STATUSES[claim.kind]
    assert 0 < claim.confidence < 1
    assert words(text, claim, "status") or claim.kind == "statement"
    for field in SPANNED:
        if getattr(claim, field):
            assert words(text, claim, field), f"{field} of {claim} has no words"
        elif field in claim.spans:
            assert getattr(claim, field), f"{field} of {claim} is empty and has words"
    if claim.donor is not None and re.search(r"\b(?:[Ww]e|[Oo]ur|[Uu]s)\b", sentence_of(text, claim)) is not None:
        assert words(text, claim, "donor"), f"{claim} has a donor that no words give"
    if claim.quote is not None:
        assert words(text, claim, "quote") == [claim.quote]
    if claim.quantity is not None:
        assert claim.quantity.text in text
        assert claim.quantity.text in words(text, claim, "quantity")
        known = [n for n in (claim.quantity.low, claim.quantity.value, claim.quantity.high) if n is not None]
        assert known
        assert known == sorted(known)
    if claim.force is not None and claim.force.text is not None:
        assert claim.force.text in text
        assert words(text, claim, "force")
    if claim.when is not None:
        assert words(text, claim, "when")
        assert claim.when.start is None or claim.when.end is None or claim.when.start <= claim.when.end


def check_reading(reading: Reading) -> None:
    """What holds of the claims of a report together: ids are its own, links lead to one of them, in reading order."""
    ids = [claim.id for claim in reading.claims]
    assert len(ids) == len(set(ids))
    for claim in reading.claims:
        assert set(claim.part_of) | set(claim.total_of) <= set(ids) - {claim.id}
    assert [c.evidence.start for c in reading.claims] == sorted(c.evidence.start for c in reading.claims)


@pytest.mark.parametrize("name", CORPORA)
def test_every_offset_lies_in_its_report(name: str) -> None:
    """Spans and evidence are inside the text and hold words."""
    for text, claim in claims(name):
        check_spans(text, claim)


@pytest.mark.parametrize("name", CORPORA)
def test_every_value_has_its_words(name: str) -> None:
    """No field without evidence, no bound out of order, no status of another kind."""
    for text, claim in claims(name):
        check_values(text, claim)


@pytest.mark.parametrize("name", CORPORA)
def test_ids_links_and_order(name: str) -> None:
    """Ids are unique, parts and totals lead to claims of the same report, evidence is in order."""
    for reading in readings(name):
        check_reading(reading)


@pytest.mark.parametrize("name", CORPORA)
def test_evidence_carries_the_claim(name: str) -> None:
    """Evidence covers words of the quantity, the force and the quote, or says whole sentences."""
    for reading in readings(name):
        text = reading.report.text
        told = [s for passage in passages(text) for s in passage.sentences]
        starts, ends = {s.start for s in told}, {s.end for s in told}
        for claim in reading.claims:
            start, end = claim.evidence.start, claim.evidence.end
            stated = [claim.spans[field] for field in ("quantity", "force", "quote") if field in claim.spans]
            covered = stated and all(any(start <= a and b <= end for a, b in spans) for spans in stated)
            assert covered or (start in starts and end in ends), f"{text[start:end]!r} carries {claim}"


@pytest.mark.parametrize("name", CORPORA)
def test_the_same_text_gives_the_same_bytes_in_any_order(name: str) -> None:
    """Nothing of one report is left when the next is read: backwards, the lines are the same."""
    first = [codec.encode(reading) for reading in readings(name)]
    again = [codec.encode(read(one.report)) for one in reversed(gold(CORPORA[name]))]
    assert again[::-1] == first


def test_another_process_gives_the_same_bytes() -> None:
    """Neither the seed of Python's hashes nor what was read before reaches the claims."""
    code = (
        "import sys; from evals.corpora import OWN, gold; from laydown import codec; from laydown.reading import read\n"
        "for one in gold(OWN['own-held'])[::2]: sys.stdout.buffer.write(codec.encode(read(one.report)) + b'\\n')"
    )
    lines = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"},
        ).stdout
        for seed in ("1", "2")
    }
    here = b"".join(codec.encode(reading) + b"\n" for reading in readings("own-held")[::2])
    assert lines == {here}


def test_a_number_is_counted_once() -> None:
    """Law 5: two movements and their total are two movements and a total."""
    text = "Denmark will send 2,000 troops to Latvia and 1,000 troops to Estonia, 3,000 in all."
    found = read(Report(text=text, published="2022-02-02")).claims
    plain = [c.quantity.value for c in found if c.kind == "movement" and c.quantity and not c.total_of]
    assert sorted(plain, key=str) == [1000, 2000]


def test_what_is_printed_is_what_was_read() -> None:
    """A reading comes back from its own line of JSON."""
    for reading in readings("own-tune"):
        line = codec.encode(reading)
        assert codec.encode(codec.decode(line)) == line
        assert json.loads(line)["report"]["text"] == reading.report.text


def check_any(text: str, published: str | None = None) -> None:
    """All laws on the reading of any text."""
    reading = read(Report(text=text, published=published))
    for claim in reading.claims:
        check_spans(text, claim)
        check_values(text, claim)
    check_reading(reading)
    codec.encode(reading)


@settings(deadline=None, max_examples=120)
@given(st.text(max_size=200), st.sampled_from([None, "2022-02-02", "yesterday"]))
def test_any_text_can_be_read(text: str, published: str | None) -> None:
    """Whatever was typed, nothing raises and every law holds."""
    check_any(text, published)


_PIECES = st.sampled_from(
    '2,000 troops soldiers a brigade of USS Ross (DDG 80) will be deployed to Poland from Germany and , . “ ” " said '
    "not Kirby the Pentagon on alert Wednesday $600 million aid Ukraine another 300 more thousands its under command "
    "NATO - \n Q A: MR. X: Details: withdraw withdrawal in Mali 82nd Airborne Division which is up to between".split(
        " "
    )
)


@settings(deadline=None, max_examples=120)
@given(st.lists(_PIECES, max_size=30).map(" ".join))
def test_any_heap_of_news_words_can_be_read(text: str) -> None:
    """Words of the trade in any order break no law."""
    check_any(text, "2022-02-02")


def sentences() -> list[str]:
    """Real sentences: of our own reports, and the examples above."""
    own = [one.report.text for path in OWN.values() for one in gold(path)]
    return EXAMPLES + [t[s.start : s.end] for t in own for p in passages(t) for s in p.sentences]


SIGNS = ["\0", "\x1b", "\u200b", "\ufeff", "\u202e", "\x85", "\u2028", "\U0001f6a2", "\t", "\r", *'"“”‘’([)]']


def _spoilt_word(word: str, way: str, chance: random.Random) -> str:
    """A word broken in two, with a sign in it, of absurd length, or in capitals."""
    cut = chance.randrange(len(word) + 1)
    match way:
        case "break":
            return word[:cut] + "\n" + word[cut:]
        case "sign":
            sign: str = chance.choice(SIGNS)
            return word[:cut] + sign + word[cut:]
        case "long":
            times: int = chance.choice([300, 1000])
            return (word[:1].lower() if word[:1].isalpha() else "x") * times
        case _:
            return word.upper()


def spoilt(sentence: str, ways: list[str], seed: int) -> str:
    """A sentence with words lost, doubled, shuffled, glued, broken, or with signs in it that no page should have."""
    chance = random.Random(seed)  # noqa: S311 - to spoil sentences, not to keep secrets
    parts = sentence.split(" ")
    for way in ways:
        i = chance.randrange(len(parts))
        match way:
            case "lose":
                parts[i] = ""
            case "double":
                parts.insert(i, parts[i])
            case "shuffle":
                chance.shuffle(parts)
            case "glue":
                parts[i : i + 2] = ["".join(parts[i : i + 2])]
            case _:
                parts[i] = _spoilt_word(parts[i], way, chance)
    return " ".join(parts)


_WAYS = st.lists(st.sampled_from(["lose", "double", "shuffle", "glue", "break", "sign", "long", "upper"]), max_size=6)


@settings(deadline=None, max_examples=200)
@given(st.data(), _WAYS, st.integers(0, 2**16))
def test_a_spoilt_report_can_be_read(data: st.DataObject, ways: list[str], seed: int) -> None:
    """Real sentences, mutilated, break no law."""
    chosen = data.draw(st.lists(st.sampled_from(sentences_cached()), min_size=1, max_size=3))
    text = "\n".join(spoilt(sentence, ways, seed + n) for n, sentence in enumerate(chosen))
    check_any(text, "2022-02-02")


@cache
def sentences_cached() -> tuple[str, ...]:
    """The real sentences, gathered once."""
    return tuple(sentences())


def test_a_spoilt_sentence_still_carries_claims() -> None:
    """The mutilated reports above are not all empty: a spoilt corpus still gives claims to hold the laws against."""
    found = 0
    for n, sentence in enumerate(EXAMPLES):
        found += len(read(Report(text=spoilt(sentence, ["double", "sign"], n), published="2022-02-02")).claims)
    assert found >= 5
