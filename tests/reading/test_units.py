"""Names of formations and ships: what is one, how a staff officer writes it, and what only looks like one."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laydown.lexicon.tables import table
from laydown.reading.mentions.units import find_units

# sentence | the names in order, ";" between them | what each counts as | whose a ship is ("-" unstated)
CATCH = """
Men of the 82nd Airborne Division left.                   | 82nd Airborne Division             | unit     | -
The 2nd Stryker Cavalry Regiment drove to Romania.        | 2nd Stryker Cavalry Regiment       | unit     | -
The 26th Marine Expeditionary Unit embarked.              | 26th Marine Expeditionary Unit     | unit     | -
Russia's 58th Army crossed into Georgia.                  | 58th Army                          | unit     | -
The 76th Guards Air Assault Division reached Pskov.       | 76th Guards Air Assault Division   | unit     | -
The 36th Naval Infantry Brigade joined in.                | 36th Naval Infantry Brigade        | unit     | -
The 22nd Army Corps stays in Crimea.                      | 22nd Army Corps                    | unit     | -
The Kantemirovskaya Tank Division drove west.             | Kantemirovskaya Tank Division      | unit     | -
Germany's 10th Panzer Division leads it.                  | 10th Panzer Division               | unit     | -
Poland's 18th Mechanised Division drilled.                | 18th Mechanised Division           | unit     | -
France sends the 2nd Foreign Infantry Regiment.           | 2nd Foreign Infantry Regiment      | unit     | -
The Royal Canadian Regiment flew to Riga.                 | Royal Canadian Regiment            | unit     | -
The Golani Brigade entered Gaza.                          | Golani Brigade                     | unit     | -
The Azov Regiment held out.                               | Azov Regiment                      | unit     | -
Kenya's 9th Battalion left Kismayo.                       | 9th Battalion                      | unit     | -
V Corps moved to Poznan.                                  | V Corps                            | unit     | -
The NATO Response Force has not met.                      | NATO Response Force                | unit     | -
Combined Joint Task Force 151 hunts pirates.              | Combined Joint Task Force 151      | unit     | -
Task Force 50 put to sea.                                 | Task Force 50                      | unit     | -
The 31st Fighter Wing got six jets.                       | 31st Fighter Wing                  | unit     | -
Carrier Air Wing (CVW) 17 flew aboard.                    | Carrier Air Wing 17                | aircraft | -
Fighter Squadron 31 flew to Rota.                         | Fighter Squadron 31                | aircraft | -
The Nimitz Carrier Strike Group went east.                | Nimitz Carrier Strike Group        | ship     | -
Destroyer Squadron 15 left Yokosuka.                      | Destroyer Squadron 15              | ship     | -
The 1-62 ADA went to Qatar.                               | 1-62 ADA                           | air_defence | -
USS Nimitz (CVN 68) left Bremerton.                       | USS Nimitz                         | ship     | US
USS George H. W. Bush anchored off Split.                 | USS George H. W. Bush              | ship     | US
The frigate HMS Montrose made for the Gulf.               | HMS Montrose                       | ship     | GB
The frigate FS Languedoc docked in Larnaca.               | FS Languedoc                       | ship     | FR
INS Vikrant put to sea.                                   | INS Vikrant                        | ship     | IN
JS Izumo visited Manila.                                  | JS Izumo                           | ship     | JP
Indonesia's KRI Bima Suci called at Darwin.               | KRI Bima Suci                      | ship     | ID
USS Ramage's crew went ashore.                            | USS Ramage                         | ship     | US
HMAS Ballarat met HMCS Ottawa off Guam.                   | HMAS Ballarat; HMCS Ottawa         | ship; ship | AU; CA
USS Gerald R. Ford (CVN 78) and USS Ramage sailed.        | USS Gerald R. Ford; USS Ramage     | ship; ship | US; US
42 Commando flew to Norway.                               | 42 Commando                        | unit     | -
Britain's 16 Air Assault Brigade jumped.                  | 16 Air Assault Brigade             | unit     | -
150 Azov Regiment fighters held out.                      | Azov Regiment                      | unit     | -
Men of 1st Battalion, Royal Gurkha Rifles, flew out.      | 1st Battalion, Royal Gurkha Rifles | unit     | -
The 2nd Battalion, the Parachute Regiment, flew out.      | 2nd Battalion, the Parachute Regiment | unit  | -
Israel's Golani Brigade entered Gaza.                     | Golani Brigade                     | unit     | -
South Korea’s White Horse Division drilled.               | White Horse Division               | unit     | -
The King's Regiment drilled.                              | King's Regiment                    | unit     | -
The Allied Rapid Reaction Corps drilled.                  | Allied Rapid Reaction Corps        | unit     | -
ROKS Munmu the Great hunts pirates.                       | ROKS Munmu the Great               | ship     | KR
The crew of USS Nimitz the night before slept.            | USS Nimitz                         | ship     | US
Task Force 50 met 26th Marine Expeditionary Unit. | Task Force 50; 26th Marine Expeditionary Unit | unit; unit | -; -
"""

LINEAGES = """
3rd Armored Brigade Combat Team, 4th Infantry Division | unit
Alpha Company, 2nd Battalion, 503rd Infantry Regiment | unit
D Battery, 5th Battalion, 7th Air Defense Artillery Regiment | air_defence
"""

NOT = """
The U.S. Army sent soldiers, and the Royal Air Force flew them.
The Russian Navy and the Iraqi Army drilled together.
The People's Liberation Army drilled off Fujian.
The Army left the fort, and the Air Force left the field.
Gen. Mark Milley and Brigadier General Ali spoke to Congress.
Captain Kirk, Sergeant Pepper and Major Tom flew home.
Lt. Col. Ahmed Musa met Colonel Goita.
The company sold shares after a division of its rival closed.
Two brigades, a battalion and a battery crossed the river.
The group left; the wing of the house burned.
The Second World War and the Third Reich ended.
First Lady Jill Biden flew out on the 3rd of May.
He served in company with others.
The USS was mentioned, an FS was not.
Army Group fell on hard times.
The Army Corps of Engineers built a dam.
The U.S. Marine Corps sent 100 Marine Corps officers.
The Boeing Company and the Ford Motor Company sold aircraft.
The Peace Corps left Mali.
Colonel Division and Captain Brigade spoke.
It has 42 commandos and 16 brigades.
"""


def cases(block: str) -> list[list[str]]:
    """The rows of a table, cell by cell."""
    return [[cell.strip() for cell in line.split("|")] for line in block.strip().splitlines()]


@pytest.mark.parametrize("row", cases(CATCH), ids=lambda row: row[1])
def test_is_a_unit(row: list[str]) -> None:
    """The names stand in the sentence in this order; each counts as what it is; a prefix tells a ship's state."""
    sentence, names, categories, nations = row
    units = find_units(sentence)
    assert "; ".join(unit.name for unit in units) == names
    assert "; ".join(unit.category for unit in units) == categories
    assert "; ".join(unit.nation or "-" for unit in units) == nations


@pytest.mark.parametrize("row", cases(LINEAGES), ids=lambda row: row[0])
def test_a_lineage_is_one_name(row: list[str]) -> None:
    """A company of a battalion of a regiment is one unit, with the category of the regiment it ends in."""
    name, category = row
    (unit,) = find_units(f"Soldiers of {name}, flew to Latvia.")
    assert (unit.name, unit.category) == (name, category)


@pytest.mark.parametrize("sentence", NOT.strip().splitlines())
def test_is_no_unit(sentence: str) -> None:
    """Whole services, ranks and persons, common nouns and firms' parts name no unit."""
    assert [unit.name for unit in find_units(sentence)] == []


@pytest.mark.parametrize("row", table("ship_prefixes"), ids=lambda row: row["prefix"])
def test_every_prefix_names_a_ship_of_its_state(row: dict[str, str]) -> None:
    """A prefix and a name are a ship; the name alone is none."""
    units = find_units(f"It met {row['prefix']} Albatros off Malta.")
    assert [(u.name, u.category, u.nation) for u in units] == [(f"{row['prefix']} Albatros", "ship", row["nation"])]
    assert find_units("It met Albatros off Malta.") == []


@pytest.mark.parametrize("row", table("units"), ids=lambda row: row["word"])
def test_every_formation_word_ends_a_name(row: dict[str, str]) -> None:
    """An ordinal before the word makes a name of it, with the category of the table."""
    (unit,) = find_units(f"Men of the 99th {row['word']} flew home.")
    assert (unit.name, unit.category) == (f"99th {row['word']}", row["category"])


FREE = tuple(row["word"] for row in table("units") if row["name"] != "numbered")


@pytest.mark.parametrize(
    "word", [r["word"] for r in table("units") if r["name"] == "numbered" and not r["word"].endswith(FREE)]
)
def test_a_numbered_word_needs_its_number(word: str) -> None:
    """The words "Army" and "Group" make no name with an adjective alone: that is a service or a firm."""
    assert [u.name for u in find_units(f"The Ruritanian {word} flew home.")] == []


def test_a_hull_number_belongs_to_the_words_and_not_to_the_name() -> None:
    """The span covers "(CVN 68)", so that nobody counts 68; the name leaves it out."""
    text = "On Monday USS Nimitz (CVN 68) left."
    (unit,) = find_units(text)
    assert text[unit.start : unit.end] == "USS Nimitz (CVN 68)"
    assert unit.name == "USS Nimitz"


_WORDS = st.one_of(
    st.sampled_from([row["word"] for row in table("units")] + [row["prefix"] for row in table("ship_prefixes")]),
    st.sampled_from(["82nd", "First", "V", "1-62", "50", "(CVN 68)", "(X)", "of the", ",", "The", "Alpha", "'s", "de"]),
    st.text(alphabet=string.printable, max_size=5),
)


@given(st.one_of(st.text(), st.lists(_WORDS, max_size=14).map(" ".join), st.lists(_WORDS, max_size=8).map("".join)))
def test_any_text_yields_names_in_place_and_order(text: str) -> None:
    """No text raises; names lie in it, in order, none overlap, each has words; the same text gives the same."""
    units = find_units(text)
    at = 0
    for unit in units:
        assert at <= unit.start < unit.end <= len(text)
        assert unit.name.strip()
        assert unit.name.split()[0] in text[unit.start : unit.end]
        at = unit.end
    assert find_units(text) == units
