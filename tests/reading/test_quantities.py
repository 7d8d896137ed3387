"""Quantities: which words are a count, what range they stand for, and which figures count nothing."""

import string
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laydown.lexicon.tables import table
from laydown.model import Quantity
from laydown.reading.mentions.quantities import Count, find_counts

# sentence | the words of the quantity | hedge | value | low..high ("-" unknown) | unit
CATCH = """
Denmark sent 150 troops to Latvia.             | 150                  | exact    | 150  | 150..150
The base holds exactly 40 jets.                | exactly 40           | exact    | 40   | 40..40
All 200 of them flew home.                     | All 200              | exact    | 200  | 200..200
It put a total of 8,500 troops on alert.       | a total of 8,500     | exact    | 8500 | 8500..8500
He said "700 men" had gone.                    | 700                  | exact    | 700  | 700..700

Oslo pledged about 2,000 men.                  | about 2,000          | about    | 2000 | -..-
Some 4,500 Kenyans serve there.                | Some 4,500           | about    | 4500 | -..-
Roughly 40 sailors drowned.                    | Roughly 40           | about    | 40   | -..-
An estimated 70 advisers stayed on.            | An estimated 70      | about    | 70   | -..-
Approx. 90 men crossed.                        | Approx. 90           | about    | 90   | -..-
Close to 600 marines landed.                   | Close to 600         | about    | 600  | -..-
They left a 500-strong garrison behind.        | 500-strong           | about    | 500  | -..-
The column was 700 strong.                     | 700 strong           | about    | 700  | -..-
He expects 250 or so in Goma.                  | 250 or so            | about    | 250  | -..-
Around a dozen lorries came over.              | Around a dozen       | about    | 12   | -..-

More than 90,000 soldiers mass there.          | More than 90,000     | at_least | -    | 90000..-
It sent at least two frigates.                 | at least two         | at_least | -    | 2..-
Over 1,100 police went north.                  | Over 1,100           | at_least | -    | 1100..-
Well over 100 gendarmes landed.                | Well over 100        | at_least | -    | 100..-
Upwards of 6,000 Cubans were in Angola.        | Upwards of 6,000     | at_least | -    | 6000..-
No fewer than 45 jets flew.                    | No fewer than 45     | at_least | -    | 45..-
Ghana keeps in excess of 870 men there.        | in excess of 870     | at_least | -    | 870..-
They need 300 or more engineers.               | 300 or more          | at_least | -    | 300..-
A brigade of 1,200-plus men crossed.           | 1,200-plus           | at_least | -    | 1200..-

Up to 800 Dutch troops may go.                 | Up to 800            | at_most  | -    | -..800
As many as 45 jets could leave.                | As many as 45        | at_most  | -    | -..45
Nearly 3,000 men came back.                    | Nearly 3,000         | at_most  | -    | -..3000
Almost 900 stayed.                             | Almost 900           | at_most  | -    | -..900
Just under 400 police came.                    | Just under 400       | at_most  | -    | -..400
Fewer than 650 are left in Niger.              | Fewer than 650       | at_most  | -    | -..650
No more than 20 advisers remain.               | No more than 20      | at_most  | -    | -..20
Kabul will keep 650 at most.                   | 650 at most          | at_most  | -    | -..650

Spain weighs sending 300 to 400 men.           | 300 to 400           | between  | -    | 300..400
It has between 300 and 400 men there.          | between 300 and 400  | between  | -    | 300..400
Plans name 300-400 marines.                    | 300-400              | between  | -    | 300..400
Plans name 5,000–6,000 marines.                | 5,000–6,000          | between  | -    | 5000..6000
Rome hopes to find 5 to 6 thousand men.        | 5 to 6 thousand      | between  | -    | 5000..6000
Two or three ships will do.                    | Two or three         | between  | -    | 2..3
Between five and six thousand men came.        | Between five and six thousand | between | - | 5000..6000
It wants three to four hundred men.            | three to four hundred | between | -    | 300..400
It has between one hundred and two hundred.    | between one hundred and two hundred | between | - | 100..200
Between 1,010 and two thousand men came.       | Between 1,010 and two thousand | between | - | 1010..2000
Xerxes led 1 to 2 million men.                 | 1 to 2 million       | between  | -    | 1000000..2000000
One hundred to two hundred men came.           | One hundred to two hundred | between | - | 100..200
About 300 to 400 men crossed.                  | About 300 to 400     | between  | -    | 300..400

Dozens of tanks rolled east.                   | Dozens               | vague    | -    | 24..-
A few dozen commandos landed.                  | A few dozen          | vague    | -    | 24..-
Scores of lorries came.                        | Scores               | vague    | -    | 40..-
Hundreds of gendarmes came.                    | Hundreds             | vague    | -    | 200..-
Several hundred stayed on.                     | Several hundred      | vague    | -    | 200..999
Mali expects a few hundred Russians.           | a few hundred        | vague    | -    | 200..999
Thousands of Turks crossed.                    | Thousands            | vague    | -    | 2000..-
Several thousand Cubans left.                  | Several thousand     | vague    | -    | 2000..9999
Many thousand Poles followed.                  | Many thousand        | vague    | -    | 2000..-
Tens of thousands of Russians wait.            | Tens of thousands    | vague    | -    | 20000..-
Hundreds of thousands marched.                 | Hundreds of thousands| vague    | -    | 200000..-

Three dozen jets left.                         | Three dozen          | exact    | 36   | 36..36
Half a dozen ships sailed.                     | Half a dozen         | exact    | 6    | 6..6
A dozen lorries followed.                      | A dozen              | exact    | 12   | 12..12
A couple of frigates sailed.                   | A couple of          | exact    | 2    | 2..2
A pair of destroyers sailed.                   | A pair of            | exact    | 2    | 2..2
A trio of minehunters sailed.                  | A trio of            | exact    | 3    | 3..3

Seven frigates sailed.                         | Seven                | exact    | 7    | 7..7
Twenty-five tanks rolled east.                 | Twenty-five          | exact    | 25   | 25..25
One hundred and fifty men flew out.            | One hundred and fifty| exact    | 150  | 150..150
Two thousand five hundred landed.              | Two thousand five hundred | exact | 2500 | 2500..2500
Twenty-five hundred marines landed.            | Twenty-five hundred  | exact    | 2500 | 2500..2500
A thousand Fijians served there.               | A thousand           | exact    | 1000 | 1000..1000
A hundred thousand men marched.                | A hundred thousand   | exact    | 100000 | 100000..100000
Xerxes led 1.5 million men.                    | 1.5 million          | exact    | 1500000 | 1500000..1500000
Paris has 12 thousand men there.               | 12 thousand          | exact    | 12000 | 12000..12000
Memo: 5k troops by spring.                     | 5k                   | exact    | 5000 | 5000..5000

Half of its 1,200 troops will leave.           | Half of its 1,200    | exact    | 600  | 600..600
A third of the 900 men left.                   | A third of the 900   | exact    | 300  | 300..300
It pulls a quarter of its 400 advisers out.    | a quarter of its 400 | exact    | 100  | 100..100
More than half of its 1,200 troops left.       | More than half of its 1,200 | at_least | - | 600..-
Two thirds of about 900 men left.              | Two thirds of about 900 | about | 600 | -..-
The other half left; 1,200 troops stay.        | 1,200                | exact    | 1200 | 1200..1200

Paris sent 1 000 soldiers.                     | 1 000                | exact    | 1000 | 1000..1000
Paris sent 12 500 soldiers.                    | 12 500               | exact    | 12500 | 12500..12500
Paris sent 1 000 000 shells.                  | 1 000 000            | exact    | 1000000 | 1000000..1000000
Xerxes led 1.250 million men.                  | 1.250 million        | exact    | 1250000 | 1250000..1250000
Germany sent 14 Leopard 2 tanks.               | 14                   | exact    | 14   | 14..14
It flew 300 men in a Boeing 737.               | 300                  | exact    | 300  | 300..300
Denmark 150 is the tally.                      | 150                  | exact    | 150  | 150..150

Congress gave $600 million. | $600 million | exact | 600000000 | 600000000..600000000 | USD
Bonn gave more than $350m.                     | more than $350m      | at_least | -    | 350000000..- | USD
Washington gave US$40,000.                     | US$40,000            | exact    | 40000 | 40000..40000 | USD
Berlin gave €1.2 billion. | €1.2 billion | exact | 1200000000 | 1200000000..1200000000 | EUR
Madrid gave 500 million euros. | 500 million euros | exact | 500000000 | 500000000..500000000 | EUR
London gave about £20m.                        | about £20m           | about    | 20000000 | -..- | GBP
Stockholm gave 12 million kronor.              | 12 million kronor    | exact    | 12000000 | 12000000..12000000 | SEK
Tokyo gave up to ¥5 billion.                   | up to ¥5 billion     | at_most  | -    | -..5000000000 | JPY
Canberra gave A$70 million.                    | A$70 million         | exact    | 70000000 | 70000000..70000000 | AUD

Six F-16 fighters left Aviano.                 | Six                  | exact    | 6    | 6..6
A further 12 Su-35 jets flew in.               | A further 12         | exact    | 12   | 12..12
The 82nd Airborne sends 3,000 men.             | 3,000                | exact    | 3000 | 3000..3000
Task Force 50 has nine ships.                  | nine                 | exact    | 9    | 9..9
USS Boxer (LHD 4) took 900 marines.            | 900                  | exact    | 900  | 900..900
After 9/11, Norway sent 78 men.                | 78                   | exact    | 78   | 78..78
By 6 p.m., 45 lorries had crossed.             | 45                   | exact    | 45   | 45..45
At 10:30, 45 lorries crossed.                  | 45                   | exact    | 45   | 45..45
A 19-year-old led 30 men.                      | 30                   | exact    | 30   | 30..30
After a 600-mile march, 70 men were left.      | 70                   | exact    | 70   | 70..70
Resolution 2100 allows 12,600 men.             | 12,600               | exact    | 12600 | 12600..12600
Of the 80 men, 35 percent were Fijian.         | 80                   | exact    | 80   | 80..80
A 40-nation coalition of 9,000 men went.       | 9,000                | exact    | 9000 | 9000..9000

Half a million rounds went.                    | Half a million       | exact    | 500000 | 500000..500000
It has two and a half thousand men.            | two and a half thousand | exact | 2500 | 2500..2500
A million and a half men served.               | A million and a half | exact    | 1500000 | 1500000..1500000
A half-dozen tugs came.                        | A half-dozen         | exact    | 6    | 6..6
A couple hundred marines stayed.               | A couple hundred     | vague    | -    | 200..999
Dozens, perhaps hundreds, of Malians fled.     | Dozens, perhaps hundreds | vague | -   | 24..-
Two or three dozen men landed.                 | Two or three dozen   | between  | -    | 24..36
It keeps 400 to as many as 700 men there.      | 400 to as many as 700 | between | -    | 400..700
Guesses go anywhere from 400 to 700.           | 400 to 700           | between  | -    | 400..700
A 600-odd garrison of Fijians stayed.          | 600-odd              | about    | 600  | -..-
The group has ~450 fighters.                   | ~450                 | about    | 450  | -..-
It needs 3,500+ drivers.                       | 3,500+               | at_least | -    | 3500..-
As few as 90 Gurkhas stayed.                   | As few as 90         | at_least | -    | 90..-
The force is capped at 1,700 men.              | capped at 1,700      | at_most  | -    | -..1700
It lent between $20m and $30m.                 | between $20m and $30m | between | -    | 20000000..30000000 | USD
Rome pledged EUR 60m.                          | EUR 60m              | exact    | 60000000 | 60000000..60000000 | EUR
"""

NOT = """
F-16 and Su-35 jets, an S-400 and a CVW-14 patch were on show.
The 82nd Airborne and the 3rd Battalion paraded.
The 1-62 ADA paraded.
Task Force 50, Combined Group 7 and Battalion 5 paraded.
The carrier (CVN 68) and its escort (DDG-112) paraded.
CTF 151 paraded.
Resolution 2100, Article 5 and Chapter VII were read out.
Camp 32 lies on Highway 61, off Route 4.
35 percent of them, 12 per cent of those and 5% of these left.
Support rose 3.5 percentage points.
A 19-year-old and a man aged 34 were freed.
A 600-mile march and a 12-hour flight followed.
A 9/11 memorial stands at the gate.
It sailed at 10:30, was due at 6 p.m. and seen at 4pm.
A 40-nation coalition was formed.
No troops were sent, and less than half came back.
A fleet put to sea, and an army marched.
A man scored, and a tenth of them were often alone.
Berlin sent 1.000 soldiers, 12,00 men and $1.000 to Mali.
A Boeing 737, an Airbus A330 and an Airbus 330 landed.
The 2009 mutiny and a 2011 coup were recalled.
Ama Mensah, 34, spoke, and all but 40 of the men left.
Hangar 9, Zone 3 and Sector 12 lie empty, and a .50-calibre gun stands there.
Half of them, a third of the men and two thirds of the ships left.
"""


def cases(block: str) -> list[list[str]]:
    """The rows of a table, cell by cell."""
    return [[cell.strip() for cell in line.split("|")] for line in block.strip().splitlines() if line]


def bound(number: float | None) -> str:
    """A bound as the tables write it."""
    return "-" if number is None else f"{number:g}" if number < 1000 else str(number)


def told(quantity: Quantity) -> list[str]:
    """A quantity as the tables write it."""
    bounds = f"{bound(quantity.low)}..{bound(quantity.high)}"
    return [quantity.text, quantity.hedge, bound(quantity.value), bounds, quantity.unit]


@pytest.mark.parametrize("row", cases(CATCH), ids=lambda row: row[1])
def test_is_read(row: list[str]) -> None:
    """Each sentence holds one quantity: these words, this hedge, these bounds."""
    sentence, *expected = row
    assert [told(count.quantity) for count in find_counts(sentence)] == [[*expected, "persons"][:5]]


@pytest.mark.parametrize("sentence", NOT.strip().splitlines())
def test_counts_nothing(sentence: str) -> None:
    """Designators, ordinals, shares, ages, hours and the numbers of units and laws are no quantities."""
    assert [count.quantity.text for count in find_counts(sentence)] == []


SAMPLES = {row["phrase"]: row for row in table("hedges") if row["hedge"] in {"about", "at_least", "at_most", "exact"}}


@pytest.mark.parametrize("phrase", sorted(SAMPLES))
def test_every_hedge_of_the_lexicon_bounds_a_number(phrase: str) -> None:
    """A phrase of the table stands in the quantity's words and sets its hedge; left of the number or right of it."""
    row = SAMPLES[phrase]
    text = f"They sent {phrase} 450 men." if row["side"] == "left" else f"They sent 450 {phrase} men."
    (count,) = find_counts(text)
    assert count.quantity.text == (f"{phrase} 450" if row["side"] == "left" else f"450 {phrase}")
    assert count.quantity.hedge == row["hedge"]


@pytest.mark.parametrize("row", table("additional"), ids=lambda row: row["phrase"])
def test_every_word_for_more_marks_a_number_as_additional(row: dict[str, str]) -> None:
    """Numbers in "another 250 men" and "250 more men" come on top of others, and say with which word."""
    phrase = row["phrase"]
    text = f"They sent {phrase} 250 men." if row["side"] == "left" else f"They sent 250 {phrase} men."
    (count,) = find_counts(text)
    assert count.additional is not None
    assert text[slice(*count.additional)] == phrase


@pytest.mark.parametrize("sentence", ["More than 250 men", "250 men", "250 more than last year", "no more than 250"])
def test_a_comparison_adds_nothing(sentence: str) -> None:
    """The words "more than 250" bound a number, which comes on top of no other."""
    assert [count.additional for count in find_counts(sentence)] == [None]


def test_from_one_level_to_another_is_two_numbers() -> None:
    """A change of level is no range: nobody said that the number lies in between."""
    counts = find_counts("It cuts its force from 4,500 to 2,500 men.")
    assert [count.quantity.value for count in counts] == [4500, 2500]


def test_numbers_of_a_list_stay_apart_and_in_order() -> None:
    """Each number has its own words, hedges do not leak from one to the next."""
    counts = find_counts("Up to 300 Danes, 40 Finns and nearly 2,000 Poles got $5 million.")
    assert [count.quantity.text for count in counts] == ["Up to 300", "40", "nearly 2,000", "$5 million"]
    assert [count.quantity.hedge for count in counts] == ["at_most", "exact", "at_most", "exact"]
    assert [count.money for count in counts] == [False, False, False, True]


def test_a_date_is_no_count() -> None:
    """What the times have taken is not counted; the same figure is where nobody took it."""
    text = "In 1994 it sent 2,500 men."
    assert [count.quantity.value for count in find_counts(text, [(3, 7)])] == [2500]
    assert [count.quantity.value for count in find_counts(text)] == [1994, 2500]


def test_figures_behind_a_date_stand_alone() -> None:
    """A space parts thousands only where both halves are free."""
    text = "On May 12 300 men left."
    assert [count.quantity.value for count in find_counts(text, [(3, 9)])] == [300]
    assert [count.quantity.value for count in find_counts("A force of 12 300 men left.")] == [12300]


@pytest.mark.parametrize("text", ["$" + "1" * 310, "1" * 310 + " troops left", "1" * 4301, "1" * 5000 + " dozen men"])
def test_a_number_that_no_force_has_is_no_count(text: str) -> None:
    """More than 15 digits count nothing, and none raises."""
    assert find_counts(text) == []


@pytest.mark.parametrize("text", ["two" + " hundred" * 400, "several" + " thousand" * 400])
def test_scale_upon_scale_is_no_count(text: str) -> None:
    """Nothing has so many."""
    assert find_counts(text) == []


def test_strong_is_noted() -> None:
    """The word "-strong" tells a body's size, which the reader of mentions must know."""
    assert [count.strong for count in find_counts("a 500-strong force with 20 lorries")] == [True, False]


def test_the_number_itself_lies_inside_its_hedge() -> None:
    """`core` is the bare number, between hedge and "additional"."""
    text = "more than 1,200 additional men"
    (count,) = find_counts(text)
    assert text[count.core : count.core_end] == "1,200"
    assert text[count.start : count.end] == "more than 1,200 additional"


_PIECES = sorted(
    {row["word"] for row in table("number_words")} | set(SAMPLES) | {r["phrase"] for r in table("additional")}
)
_WORDS = st.one_of(
    st.sampled_from(_PIECES),
    st.sampled_from(
        ["between", "and", "to", "or", "from", "-", "–", "of", "half", "tens of", "$", "€", ",000", "1,000", "%"]
    ),
    st.integers(0, 10**7).map(str),
    st.text(alphabet=string.printable, max_size=4),
)
_TEXTS = st.one_of(st.text(), st.lists(_WORDS, max_size=14).map(" ".join), st.lists(_WORDS, max_size=10).map("".join))


def sound(text: str, counts: list[Count]) -> None:
    """The laws of a list of counts: inside the text, apart, in order, bounds in order, words as they stand there."""
    at = 0
    for count in counts:
        assert 0 <= count.start <= count.core < count.core_end <= count.end <= len(text)
        assert at <= count.core
        at = count.core_end
        quantity = count.quantity
        assert quantity.text == text[count.start : count.end]
        known = [number for number in (quantity.low, quantity.value, quantity.high) if number is not None]
        assert known
        assert known == sorted(known)
        assert all(number >= 0 for number in known)
        if count.additional is not None:
            assert count.start <= count.additional[0] < count.additional[1] <= count.end


@given(_TEXTS)
def test_any_text_yields_sound_counts(text: str) -> None:
    """No text raises; spans lie in it, low <= value <= high, and the same text gives the same twice."""
    counts = find_counts(text)
    sound(text, counts)
    assert find_counts(text) == counts


@given(st.integers(0, 10**9))
def test_a_plain_number_is_itself(number: int) -> None:
    """With or without commas between its thousands, a number is its value and nothing else."""
    for words in (str(number), f"{number:,}"):
        (count,) = find_counts(f"They sent {words} men.")
        assert (count.quantity.value, count.quantity.text) == (number, words)


@given(_TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=3))
def test_taken_words_are_never_counted(text: str, taken: list[tuple[int, int]]) -> None:
    """A number that shares a character with a taken span is gone."""
    taken = [(low, high) for low, high in taken if low < high <= len(text)]
    for count in find_counts(text, taken):
        assert count.money or not any(low < count.core_end and count.core < high for low, high in taken)


@pytest.mark.parametrize(
    "unit",
    [
        "1 ", "1, ", "1,", "1.", "1", "1.,", "111 ", "two ", "two-", "two hundred ", "and ", "about ", "half of ",
        "$1 ", "$1,", "dozen ", "a few ", "1-", "1 to ", "between one and ",
    ],
)  # fmt: skip
def test_work_grows_with_the_text(unit: str) -> None:
    """Four times the text is about four times the work, whatever repeats."""

    def least(size: int) -> float:
        text, best = unit * (size // len(unit)), float("inf")
        for _ in range(3):
            begin = process_time()
            find_counts(text)
            best = min(best, process_time() - begin)
        return best

    assert least(48_000) < 10 * least(12_000) + 0.02
