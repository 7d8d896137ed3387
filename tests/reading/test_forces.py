"""Mentions of forces: the noun, its number, its formations, and where in the tree it can be met."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laydown.reading.mentions.forces import find_mentions
from laydown.reading.mentions.mention import Mention, under
from laydown.reading.mentions.quantities import find_counts
from laydown.reading.mentions.units import find_units
from laydown.reading.text.grammar import Tree, parse


@dataclass(frozen=True)
class Told:
    """A mention in words: what the tables below are compared with."""

    words: str
    category: str
    number: str
    unit: str
    units: str


def mentions(sentence: str) -> tuple[Tree, list[Mention]]:
    """The tree of a sentence and the forces in it."""
    (tree,) = parse([sentence])
    return tree, find_mentions(tree, find_counts(sentence), find_units(sentence))


def told(sentence: str, mention: Mention) -> Told:
    """A mention as the tables write it."""
    quantity = mention.quantity
    number = "-"
    if quantity is not None:
        ends = [quantity.low, quantity.value, quantity.high]
        number = "/".join("?" if end is None else str(end) for end in ends)
    names = "; ".join(unit.name for unit in mention.units) or "-"
    return Told(sentence[mention.start : mention.end], mention.category, number, mention.unit, names)


# sentence | the words | category | low/value/high | what is counted | formations
CATCH = """
Denmark sent 150 troops to Latvia. | 150 troops | personnel | 150/150/150 | persons | -
The French soldiers left Mali. | The French soldiers | personnel | - | persons | -
About 2,000 U.S. troops in Germany will leave it. | About 2,000 U.S. troops | personnel | ?/2000/? | persons | -
Thousands of Russian soldiers crossed the border. | Thousands of Russian soldiers | personnel | 2000/?/? | persons | -
A total of 8,500 U.S. troops are on alert. | A total of 8,500 U.S. troops | personnel | 8500/8500/8500 | persons | -
Up to 800 Dutch marines may go to Norway. | Up to 800 Dutch marines | personnel | ?/?/800 | persons | -
Half of its 1,200 troops left Mali. | Half of its 1,200 troops | personnel | 600/600/600 | persons | -
Six F-16 fighter jets landed in Estonia. | Six F-16 fighter jets | aircraft | 6/6/6 | aircraft | -
Spain has 20 more tanks in Latvia. | 20 more tanks | vehicle | 20/20/20 | vehicles | -
A destroyer left Rota. | A destroyer | ship | 1/1/1 | ships | -
Two Patriot batteries were moved to Slovakia. | Two Patriot batteries | air_defence | 2/2/2 | batteries | -
Soldiers from the 82nd Airborne Division arrived in Poland. | Soldiers from the 82nd Airborne Division | personnel | - \
| persons | 82nd Airborne Division
USS Nimitz left Bremerton. | USS Nimitz | ship | - | ships | USS Nimitz
The destroyer USS Ross entered the Black Sea. | The destroyer USS Ross | ship | - | ships | USS Ross
4,000 sailors and marines left Norfolk. | 4,000 sailors and marines | personnel | 4000/4000/4000 | persons | -
A brigade of 30 soldiers left Goma. | A brigade of 30 soldiers | personnel | 30/30/30 | persons | -
A battalion of 600 Kenyan soldiers arrived in Haiti. | A battalion of 600 Kenyan soldiers | personnel \
| 600/600/600 | persons | -
The battalion left Kabul. | The battalion | unit | - | battalions | -
""".replace("\\\n", "")

NOT = """
It rained in Paris.
The minister visited Rome with 40 farmers.
Parliament passed the budget of $3 billion.
They marched in protest against 300 layoffs.
The divided house fell.
"""


def cases(block: str) -> list[list[str]]:
    """The rows of a table, cell by cell."""
    return [[cell.strip() for cell in line.split("|")] for line in block.strip().splitlines()]


@pytest.mark.parametrize("row", cases(CATCH), ids=lambda row: row[1])
def test_is_a_force(row: list[str]) -> None:
    """Each sentence has one force, with its words, sort, number and formations."""
    sentence, *expected = row
    _, found = mentions(sentence)
    assert [told(sentence, mention) for mention in found] == [Told(*expected)]


@pytest.mark.parametrize("sentence", NOT.strip().splitlines())
def test_is_no_force(sentence: str) -> None:
    """Other counted people, money and look-alikes are none."""
    assert mentions(sentence)[1] == []


def test_two_forces_keep_their_own_numbers() -> None:
    """A number goes to the noun behind it and to no other."""
    for sentence, expected in {
        "Three destroyers and a frigate left Toulon.": [("ships", 3), ("ships", 1)],
        "The 82nd Airborne Division sent 3,000 paratroopers to Kuwait.": [("units", None), ("persons", 3000)],
        "Dozens of tanks and 40 soldiers crossed into Syria.": [("vehicles", None), ("persons", 40)],
    }.items():
        found = mentions(sentence)[1]
        assert [(m.unit, m.quantity.value if m.quantity else None) for m in found] == expected


def test_a_bare_number_stands_for_the_force_before_it() -> None:
    """An ellipsis takes sort and unit of what it leaves out."""
    sentence = "Of the 2,000 troops, 1,700 will go to Poland and 300 to Germany."
    found = mentions(sentence)[1]
    assert [(m.sort, m.quantity.value if m.quantity else None, m.unit) for m in found] == [
        ("people", 2000, "persons"),
        ("ellipsis", 1700, "persons"),
        ("ellipsis", 300, "persons"),
    ]


def test_a_bare_number_without_a_force_stands_for_none() -> None:
    """There is nothing to leave out where no force was named, and money is never one."""
    assert mentions("Of the 2,000, 1,700 will go to Poland.")[1] == []
    assert [m.sort for m in mentions("Sweden sent 40 soldiers, which cost $300 million.")[1]] == ["people"]


def test_including_lists_the_noun_before_it() -> None:
    """Tanks are what the equipment is made of, and neither soldiers nor a mention beside it."""
    sentence = "Poland received 26,000 British troops and equipment including 120 tanks."
    found = mentions(sentence)[1]
    assert [(m.category, m.quantity.value if m.quantity else None) for m in found] == [
        ("personnel", 26000),
        ("vehicle", 120),
    ]
    assert sentence[found[1].start : found[1].end] == "equipment including 120 tanks"


def test_including_lists_no_people_beside_their_ships() -> None:
    """A force that is no body and no mass has parts of its own."""
    found = mentions("It sent 500 soldiers, including 40 engineers, and two ships.")[1]
    assert [m.quantity.value if m.quantity else None for m in found] == [500, 40, 2]


def test_a_people_without_a_number_before_an_elliptical_one_does_not_matter() -> None:
    """A sentence whose only noun counts nobody has no force to go on with."""
    assert mentions("The Russians lost, and 300 are expected.")[1] == []


def test_a_body_of_people_is_one_force() -> None:
    """A brigade of 30 soldiers is met at "brigade" too, and nobody counts the brigade beside its men."""
    tree, (mention,) = mentions("A brigade of 30 soldiers left Goma.")
    words = {token.text: token for token in tree}
    assert under([mention], words["brigade"]) == [mention]
    assert under([mention], words["soldiers"]) == [mention]
    assert under([mention], words["Goma"]) == []


def test_a_partitive_hides_no_force() -> None:
    """A verb that governs "thousands" or "a total" governs the soldiers behind it."""
    for sentence, partitive in {
        "Thousands of Russian soldiers crossed the border.": "Thousands",
        "A total of 8,500 American troops are on alert.": "total",
        "A convoy of 40 armored vehicles crossed into Mali.": "convoy",
    }.items():
        tree, (mention,) = mentions(sentence)
        assert tree.tokens[mention.top].text == partitive


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Another 500 soldiers flew to Kosovo.", "Another"),
        ("Spain has 20 more tanks in Latvia.", "more"),
        ("Additional troops left Rota.", "Additional"),
        ("500 soldiers flew to Kosovo.", None),
        ("More than 500 soldiers flew to Kosovo.", None),
    ],
)
def test_what_comes_on_top_says_so(sentence: str, word: str | None) -> None:
    """A force is additional by a word of its own phrase."""
    ((mention),) = mentions(sentence)[1]
    assert (sentence[slice(*mention.additional)] if mention.additional else None) == word


@pytest.mark.parametrize(
    ("sentence", "weak"),
    [
        ("Some advisers left.", True),
        ("The plane was late.", True),
        ("The carrier raised its prices.", True),
        ("The paratroopers left.", False),
        ("The warship was late.", False),
    ],
)
def test_a_word_with_other_senses_is_weak(sentence: str, weak: bool) -> None:  # noqa: FBT001 - a column of the table
    """Whoever reads claims must see a nation, a number or a service beside such a word."""
    (mention,) = mentions(sentence)[1]
    assert mention.weak is weak


def test_a_noun_before_a_noun_only_modifies_it() -> None:
    """The words "troop levels" and "the army chief" are about levels and a person."""
    assert [m.modifies for m in mentions("Troop levels fell.")[1]] == [True]
    assert [m.modifies for m in mentions("The army chief resigned.")[1]] == [True]
    assert [m.modifies for m in mentions("The troops left.")[1]] == [False]


def test_the_force_is_definite_by_its_article() -> None:
    """The words "the troops" say that they were named before, "150 troops" are new."""
    assert [m.definite for m in mentions("The troops left Mali.")[1]] == [True]
    assert [m.definite for m in mentions("Denmark sent 150 troops.")[1]] == [False]


_WORDS = st.sampled_from(
    "the a 300 thousands of and , about another troops soldiers brigade battalion ship USS Nimitz 82nd Airborne "
    "Division from to sent Mali French more total convoy strong -strong which $5 jets tank with including army".split()
)


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.lists(_WORDS, max_size=16).map(" ".join), st.text(max_size=40)))
def test_any_sentence_yields_sound_mentions(sentence: str) -> None:
    """No words raise; mentions lie in their sentence in order, hang by tokens of it, and share no count."""
    tree, found = mentions(sentence)
    assert [m.start for m in found] == sorted(m.start for m in found)
    used = [(m.count.core, m.count.core_end) for m in found if m.count and not m.modifies]
    assert len(used) == len(set(used))
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(sentence)
        assert mention.head in mention.reach
        assert mention.top in mention.reach
        assert all(0 <= i < len(tree.tokens) for i in mention.reach)
        if mention.count is not None and mention.quantity is not None:
            assert mention.start <= mention.count.start
            assert mention.count.core_end <= mention.end
            assert mention.quantity.text == mention.count.quantity.text
