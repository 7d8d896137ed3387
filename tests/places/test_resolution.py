"""Where names are: the ones that must come right, what turns them, and what an answer always carries."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laydown.lexicon.tables import table
from laydown.places import Context, Home, apart, narrowed, resolve, survey

# name | kind | country or members | position within 30 km
MEANT = """
Fort Bragg              | base     | US | 35.14 -79.00
Fort Liberty            | base     | US | 35.14 -79.00
Vilseck                 | base     | DE | 49.62 11.80
Grafenwöhr              | base     | DE | 49.71 11.91
Rzeszów                 | town     | PL | 50.04 22.00
Powidz                  | base     | PL | 52.40 17.90
Mihail Kogălniceanu     | base     | RO | 44.36 28.49
MK air base             | base     | RO | 44.36 28.49
Ādaži                   | base     | LV | 57.08 24.32
Tapa                    | base     | EE | 59.26 25.96
Rukla                   | base     | LT | 55.05 24.40
Spangdahlem             | base     | DE | 49.97 6.69
Ramstein                | base     | DE | 49.44 7.60
Vicenza                 | town     | IT | 45.55 11.55
Fort Stewart            | base     | US | 31.88 -81.61
Camp Humphreys          | base     | KR | 36.97 127.03
Okinawa                 | province | JP | 26.50 127.95
Guam                    | country  | GU | 13.44 144.79
Al Udeid                | base     | QA | 25.12 51.32
Incirlik                | base     | TR | 37.00 35.43
Gao                     | town     | ML | 16.27 -0.04
Agadez                  | town     | NE | 16.97 7.99
Port-au-Prince          | town     | HT | 18.54 -72.34
Camp Lemonnier          | base     | DJ | 11.55 43.15
Diego Garcia            | base     | IO | -7.31 72.41
al-Tanf                 | base     | SY | 33.51 38.66
Ain al-Asad             | base     | IQ | 33.79 42.44
Souda Bay               | base     | GR | 35.49 24.12
Camp Bondsteel          | base     | XK | 42.36 21.25
the Baltic region       | group    | EE LT LV | 56.90 24.90
the Persian Gulf        | sea      | - | 26.80 51.50
the Black Sea           | sea      | - | 43.30 34.50
the Donbas              | province | UA | 48.30 38.50
Kyiv                    | town     | UA | 50.45 30.52
Kiev                    | town     | UA | 50.45 30.52
the Taiwan Strait       | sea      | - | 24.50 119.50
the Sahel               | group    | BF ML MR NE TD | 15.00 2.00
Georgia                 | country  | GE | 42.00 43.50
Jordan                  | country  | JO | 31.00 36.00
Niger                   | country  | NE | 18.00 9.00
Nigeria                 | country  | NG | 10.00 8.00
Nigerien                | country  | NE | 18.00 9.00
Nigerian                | country  | NG | 10.00 8.00
Polish                  | country  | PL | 52.00 20.00
Guinea                  | country  | GN | 10.83 -10.67
Guinea-Bissau           | country  | GW | 12.00 -15.00
Equatorial Guinea       | country  | GQ | 1.70 10.50
Republic of the Congo   | country  | CG | -1.00 15.50
DR Congo                | country  | CD | -2.50 23.50
South Korea             | country  | KR | 36.50 127.75
North Korea             | country  | KP | 40.00 127.00
Panmunjom               | region   | KP KR | 37.96 126.68
Ladakh                  | province | IN | 34.20 77.60
Stepanakert             | town     | AZ | 39.82 46.75
Khankendi               | town     | AZ | 39.82 46.75
Simferopol              | town     | UA | 44.96 34.11
"""


@pytest.mark.parametrize("row", [line for line in MEANT.splitlines() if line.strip()])
def test_a_name_alone_means_this_place(row: str) -> None:
    name, kind, whose, spot = (part.strip() for part in row.split("|"))
    found = resolve(name, Context(on=date(2022, 2, 2)))
    assert found.place is not None
    assert found.kind == kind
    assert " ".join(found.place.members) == whose if found.place.members else (found.place.country or "-") == whose
    lat, lon = map(float, spot.split())
    assert apart(found.place, Home("there", "", None, lat, lon)) < 30


@pytest.mark.parametrize(
    ("name", "text", "kind", "country", "admin"),
    [
        ("Paris", "A unit drilled near Paris, Texas.", "town", "US", "TX"),
        ("Paris", "The unit left for Paris.", "town", "FR", "11"),
        ("Georgia", "Soldiers left Fort Stewart, Georgia, for Poland.", "province", "US", "GA"),
        ("Georgia", "The Georgia Army National Guard sent 300 soldiers.", "province", "US", "GA"),
        ("Georgia", "Russia moved troops into Georgia, officials in Tbilisi said.", "country", "GE", None),
        ("Tripoli", "Hezbollah fighters moved to Tripoli, in northern Lebanon.", "town", "LB", "09"),
        ("Tripoli", "Libya's army entered Tripoli.", "town", "LY", None),
        ("Springfield", "Illinois sent guardsmen from Springfield.", "town", "US", "IL"),
        ("Alexandria", "The frigate docked in Alexandria, Egypt.", "town", "EG", None),
        ("Alexandria", "The Virginia unit, based in Alexandria, Va., returned.", "town", "US", "VA"),
        ("Dakar", "Senegal's troops flew from Dakar.", "town", "SN", None),
        ("Birmingham", "Alabama guardsmen mustered in Birmingham.", "town", "US", "AL"),
        ("Victoria", "The ships reached Victoria, the capital of the Seychelles.", "town", "SC", None),
        ("Santiago", "Chile's marines left Santiago.", "town", "CL", None),
    ],
)
def test_the_report_turns_a_name(name: str, text: str, kind: str, country: str, admin: str | None) -> None:
    start = text.find(name)
    found = resolve(name, narrowed(survey(text), text, start, start + len(name)))
    assert found.place is not None
    assert (found.kind, found.place.country) == (kind, country)
    assert admin is None or found.admin == admin


@pytest.mark.parametrize("name", ["turkey", "polish", "chad", "jordan", "Zzyzx", "Operation Thunder", "", "  ", "42"])
def test_unresolved_is_an_answer(name: str) -> None:
    found = resolve(name)
    assert (found.place, found.kind, found.candidates) == (None, None, ())
    assert found.reason


def test_a_town_named_by_a_common_word_needs_the_report() -> None:
    assert resolve("Valley").place is None
    alabama = resolve("Valley", survey("The convoy left Montgomery, Alabama. In Alabama it stopped."))
    assert alabama.place is not None
    assert alabama.admin == "AL"
    congress = resolve("Congress")
    assert (congress.kind, congress.place and congress.place.country) == ("government", "US")


def test_groups_have_their_members_of_the_day() -> None:
    def members(name: str, on: date) -> tuple[str, ...]:
        place = resolve(name, Context(on=on)).place
        assert place is not None
        return place.members

    assert "FI" not in members("NATO", date(2022, 2, 2))
    assert {"FI"} == set(members("NATO", date(2023, 4, 4))) - set(members("NATO", date(2023, 4, 3)))
    assert "SE" in members("NATO", date(2024, 3, 7))
    assert "GB" in members("EU", date(2020, 1, 31))
    assert "GB" not in members("EU", date(2020, 2, 1))
    assert members("the Baltics", date(1995, 1, 1)) == ("EE", "LT", "LV")
    assert "FI" in members("NATO's eastern flank", date(2024, 1, 1))
    assert "ML" not in members("ECOWAS", date(2025, 6, 1))


def test_a_mission_is_where_its_hosts_are_while_it_lasts() -> None:
    during, after = (resolve("MINUSMA", Context(on=day)).place for day in (date(2020, 1, 1), date(2024, 6, 1)))
    assert during is not None
    assert (during.country, during.members) == ("ML", ("ML",))
    assert after is not None
    assert after.members == ()


def test_a_renaming_is_told_with_its_days() -> None:
    then = resolve("Fort Bragg", Context(on=date(2024, 6, 1)))
    assert "called Fort Liberty on 2024-06-01" in then.reason
    assert "2023-06-02" in then.reason


def test_who_acts_is_a_government() -> None:
    acting = resolve("Seoul", Context(acts="subject of 'agreed'"))
    assert acting.place is not None
    assert (acting.kind, acting.place.type, acting.place.country) == ("government", "country", "KR")
    assert "subject of 'agreed'" in acting.reason
    assert resolve("Vilseck", Context(acts="subject of 'agreed'")).kind == "base"


def test_a_part_of_a_country_lies_off_its_middle() -> None:
    whole, part = resolve("Ukraine").place, resolve("eastern Ukraine").place
    assert whole is not None
    assert part is not None
    assert (part.lon or 0) > (whole.lon or 0) + 2
    assert (part.radius_km or 0) < (whole.radius_km or 0)


def test_a_site_is_put_where_its_namesake_is_or_where_the_report_is_set() -> None:
    named_for = resolve("Donetsk airport")
    assert named_for.place is not None
    assert named_for.place.country == "UA"
    assert "named for it" in named_for.reason
    odesa = resolve("Odesa").place
    assert odesa is not None
    beside = resolve("Arcadia Street", Context(around=(odesa,)))
    assert beside.place is not None
    assert (beside.place.country, beside.place.radius_km) == ("UA", 50)


NAMES = sorted({row["name"] for name in ("bases", "regions", "countries", "groups", "metonyms") for row in table(name)})


@given(st.sampled_from(NAMES))
def test_an_answer_has_all_its_parts(name: str) -> None:
    """Kind, source, id, reach and reason; candidates in the order of their scores, none of them the answer itself."""
    found = resolve(name)
    assert found.place is not None
    assert found.place.id
    assert found.kind
    assert found.source
    assert found.reason
    scores = [one.score for one in found.candidates]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) <= 10
    assert found.place.id not in [one.place.id for one in found.candidates]
    if found.place.lat is not None:
        assert (found.place.radius_km or 0) >= 1
        assert found.place.lat == round(found.place.lat, 2)


@given(st.text(max_size=60))
def test_any_words_get_an_answer(name: str) -> None:
    assert resolve(name) == resolve(name)


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 60))
def test_any_report_gives_a_context(text: str, start: int, size: int) -> None:
    here = narrowed(survey(text), text, min(start, len(text)), min(start + size, len(text)))
    assert resolve("Paris", here).name == "Paris"
