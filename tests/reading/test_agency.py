"""Agency: whether a place name is the place or those who act under it, a rule at a time."""

from collections import Counter
from functools import cache

import pytest

from laydown.lexicon.tables import cell, table
from laydown.reading.syntax.agency import Agency, agency
from laydown.reading.text.grammar import parse

# For each rule a sentence in which the name between guillemets acts, and one in which it is the place.
SUBJECTS = """
acts  | «Seoul» agreed to send two battalions to Iraq.
acts  | «Tokyo» orders destroyers to the Gulf
place | «Homs» lies on the main road to the coast.
acts  | «Mali» is a member of the joint force.
place | «Gao» is a town on the Niger where peacekeepers are based.
place | «Agadez» has been one of the largest bases in the Sahel.
place | «Germany» is home to 35,000 American troops.
acts  | «Eritrea» was at war with its neighbour until 2018.
place | «Ramstein» is in Germany.
acts  | «Latvia» has 600 soldiers in the brigade.
place | «Latvia» has a long border with Russia.
acts  | «Damascus» yielded and withdrew its troops.
place | «Damascus» fell before the troops could withdraw.
"""
BEFALLEN = """
acts  | «Poland» was asked to host the battalion.
place | «Bakhmut» was shelled overnight.
place | «Rukla» is situated near the battalion's ranges.
acts  | Washington urged «Berlin» to send more tanks.
place | Troops entered «Kherson» at dawn.
"""
OWNERS = """
acts  | The opposition condemned «Russia»'s decision to deploy troops.
acts  | «France»'s army left Niger.
place | Two brigades were moved to «Russia»'s north.
place | The jets landed at «Norway»'s largest airfield.
place | The battery was moved to «Turkey»'s Incirlik Air Base.
acts  | Officials said the «Iran» deal would not change the deployment.
place | The «Baghdad» airport was closed to military flights.
acts  | The «US» withdrawal from Syria took two months.
place | The «Afghanistan» withdrawal took two months.
acts  | The «Poland» coach visited the troops.
place | The «Poland» exercise ended on Friday.
acts  | The withdrawal followed the independence of «Djibouti».
place | The siege of «Aleppo» tied down three brigades.
"""
PREPOSITIONS = """
acts  | The war against «Ukraine» drained the reserves.
acts  | The jets were supplied by «Denmark».
place | The column passed by «Tripoli».
acts  | The brigade exercised with «Finland».
place | Soldiers guard the frontier with «Chad».
acts  | Norway trained soldiers for «Ukraine».
place | The battalion left Rostock for «Lithuania».
acts  | Berlin sold 20 tanks to «Poland».
acts  | According to «Kyiv», 40,000 soldiers crossed the line.
place | The general transferred 500 troops to «Romania».
acts  | The brigade awaits orders from «Moscow».
place | The brigade returned from «Mali».
acts  | Talks between Tehran and «Washington» on the base failed.
place | A convoy moved between Gao and «Kidal».
acts  | Sanctions on «Russia» were widened after the troops moved.
place | The attack on «Odesa» killed three soldiers.
acts  | Egypt's victory over «Sudan» ended the campaign.
place | Drones flew over «Sudan».
acts  | The minister's attitude toward «Moscow» hardened.
place | The column advanced toward «Kyiv».
acts  | Soldiers have little faith in «Baghdad».
place | Soldiers have few bases in «Baghdad».
acts  | Anger at «Israel» grew after the raid.
place | The jets landed at «Nevatim» after the raid.
"""
COMPANY = """
acts  | Poland and «Romania» agreed to host the jets.
place | The troops were moved to Poland and «Romania».
acts  | The patrol watched its rival, «Eritrea».
place | They marched to the capital, «Bamako».
acts  | Allies including «Canada» and Spain sent troops.
acts  | Troops from allies such as «Canada» and Spain arrived in Latvia.
place | Troops are based in towns including «Gao» and Kidal.
acts  | Like «Poland», Latvia sent troops.
acts  | Seven soldiers watched the Sudan v «Chad» match.
place | Seven soldiers watched the match in «Chad».
"""


@cache
def read(marked: str) -> Agency | None:
    """What the name between guillemets means."""
    start, end = marked.index("«"), marked.index("»") - 1
    (tree,) = parse([marked.replace("«", "").replace("»", "")])
    return agency(tree, start, end)


def cases(*texts: str) -> list[tuple[str, str]]:
    """The lines of TEXTS as (meant, sentence)."""
    lines = [line.split("|") for text in texts for line in text.splitlines() if line]
    return [(meant.strip(), sentence.strip()) for meant, sentence in lines]


@pytest.mark.parametrize(("meant", "sentence"), cases(SUBJECTS, BEFALLEN, OWNERS, PREPOSITIONS, COMPANY))
def test_a_name_acts_or_is_a_place(meant: str, sentence: str) -> None:
    found = read(sentence)
    assert found is not None
    assert found.acts == (meant == "acts"), found.reason


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("«Seoul» agreed to send troops.", "subject of 'agreed', a verb of deciding, saying or fighting"),
        ("Troops landed in «Seoul».", "after 'in'"),
        ("Berlin sold 20 tanks to «Poland».", "after 'sold … to'"),
        ("Russia condemned «Norway»'s decision.", "owner of 'decision'"),
    ],
)
def test_the_reason_is_plain_english(sentence: str, reason: str) -> None:
    found = read(sentence)
    assert found is not None
    assert found.reason == reason


def test_a_name_by_itself_says_nothing() -> None:
    assert read("«Seoul»") is None


def test_the_table_is_whole_and_no_word_stands_twice_in_a_sort() -> None:
    rows = table("agency_words")
    assert [row for row in rows if not (row["words"] and row["sort"] and row["source"])] == []
    counted = Counter((row["sort"], word) for row in rows for word in cell(row, "words"))
    assert [key for key, count in counted.items() if count > 1] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("preposition: actor", "preposition: place"),
        ("kind of actor", "kind of place"),
        ("acts", "located"),
        ("actor has", "deed upon"),
        ("actor has", "place has"),
        ("actor is owner", "place has"),
    ],
)
def test_no_word_says_both(one: str, other: str) -> None:
    """Between two lists that contradict each other the order of the code would decide, which nobody could see."""
    words = {
        sort: {w for row in table("agency_words") if row["sort"] == sort for w in cell(row, "words")}
        for sort in (one, other)
    }
    assert words[one] & words[other] == set()
