"""What the gazetteer and the organisations find in text, and what they must leave alone."""

import time
from datetime import date

import pytest

from laydown.lexicon.gazetteer import Entry, country, find, meanings
from laydown.lexicon.organizations import find_organizations, leader, leaders, organization
from laydown.lexicon.scan import fold, names, scan


def words(text: str) -> list[str]:
    """The words of every match."""
    return [text[match.start : match.end] for match in find(text)]


def best(text: str) -> Entry:
    """The likeliest meaning of the only match."""
    (match,) = find(text)
    return match.entries[0]


@pytest.mark.parametrize(
    ("text", "name", "kind", "code"),
    [
        ("in Poland.", "Poland", "country", "PL"),
        ("the U.S. said", "United States", "country", "US"),
        ("the US-led effort", "United States", "country", "US"),
        ("Namibia", "Namibia", "country", "NA"),
        ("in Kosovo", "Kosovo", "country", "XK"),
        ("on Guam,", "Guam", "admin", "GU"),
        ("Hong Kong", "Hong Kong", "admin", "HK"),
        ("at Diego Garcia", "Diego Garcia", "base", "IO"),
        ("in the Ivory Coast", "Ivory Coast", "country", "CI"),
        ("Côte d’Ivoire", "Ivory Coast", "country", "CI"),
        ("at Fort Liberty", "Fort Bragg", "base", "US"),
        ("at Fort Cavazos", "Fort Hood", "base", "US"),
        ("Thule Air Base", "Pituffik Space Base", "base", "GL"),
        ("to Rzeszow-Jasionka", "Rzeszów-Jasionka", "base", "PL"),
        ("to Adazi", "Ādaži", "base", "LV"),
        ("to Ādaži", "Ādaži", "base", "LV"),
        ("at Bangui M’Poko", "Bangui M'Poko", "base", "CF"),
        ("at Al-Udeid", "Al Udeid Air Base", "base", "QA"),
        ("Joint Expeditionary Base Little Creek–Fort Story",
         "Joint Expeditionary Base Little Creek-Fort Story", "base", "US"),
        ("Kabul airport", "Kabul Airport", "base", "AF"),
        ("Vaernes", "Værnes Air Station", "base", "NO"),
        ("in Donbass", "Donbas", "admin", "UA"),
        ("in Crimea", "Crimea", "admin", "UA"),
        ("the Gaza Strip", "Gaza Strip", "admin", "PS"),
        ("in Darfur", "Darfur", "admin", "SD"),
        ("in Okinawa", "Okinawa", "admin", "JP"),
        ("the eastern Mediterranean", "Mediterranean Sea", "sea", None),
        ("the Persian Gulf", "Persian Gulf", "sea", None),
        ("NATO’s Eastern Flank", "eastern flank", "region", None),
        ("U.S. Fifth Fleet", "U.S. 5th Fleet", "region", None),
        ("CENTCOM", "U.S. Central Command", "region", None),
        ("in Kiev", "Kyiv", "city", "UA"),
        ("in Hodeidah", "Hodeidah", "city", "YE"),
        ("in Raqqa", "Raqqa", "city", "SY"),
        ("in Sloviansk", "Sloviansk", "city", "UA"),
        ("in Mekelle", "Mekelle", "city", "ET"),
        ("WASHINGTON", "Washington", "city", "US"),
        ("Raleigh, N.C.", "North Carolina", "admin", "US"),
    ],
)  # fmt: skip
def test_finds(text: str, name: str, kind: str, code: str | None) -> None:
    place = find(text)[-1].entries[0].place
    assert (place.name, place.type, place.country) == (name, kind, code)


@pytest.mark.parametrize(
    "text",
    [
        "tell us about it",
        "a polish remover, a turkey and some china",
        "Police said on Sunday in March",
        "it costs US$5",
        "O'Brien",
        "Polandish",
        "the united front",
        "Young people Can Come",
        "nigerian",
        "MARCH 3",
    ],
)
def test_finds_nothing(text: str) -> None:
    assert words(text) == []


def test_takes_the_longest_name() -> None:
    text = "South Korea, New South Wales, Guinea-Bissau, Papua New Guinea, North Macedonia and South Sudan"
    assert words(text) == ["South Korea", "New South Wales", "Guinea-Bissau", "Papua New Guinea", "North Macedonia",
                           "South Sudan"]  # fmt: skip


def test_leaves_the_possessive_out() -> None:
    assert words("Ukraine's army, Russia’s fleet") == ["Ukraine", "Russia"]


def test_offsets_are_those_of_the_text() -> None:
    text = "“Zażółć” near Šiauliai – Rukla"
    assert words(text) == ["Šiauliai", "Rukla"]


@pytest.mark.parametrize(
    ("word", "code", "sense"),
    [("Polish", "PL", "adjective"), ("Poles", "PL", "people"), ("Danes", "DK", "people"),
     ("Nigerien", "NE", "adjective"), ("Nigerian", "NG", "adjective"), ("Laotian", "LA", "adjective"),
     ("Burkinabe", "BF", "adjective"), ("Kosovar", "XK", "adjective"), ("Emirati", "AE", "adjective")],
)  # fmt: skip
def test_knows_nationalities(word: str, code: str, sense: str) -> None:
    entry = best(word)
    assert (entry.place.country, entry.sense) == (code, sense)


@pytest.mark.parametrize(
    ("word", "codes"),
    [("Congolese", ["CD", "CG"]), ("Korean", ["KR", "KP"]), ("Dominican", ["DO", "DM"]), ("Guinean", ["GN", "GW"])],
)
def test_shared_adjectives_keep_their_candidates(word: str, codes: list[str]) -> None:
    assert [entry.place.country for entry in meanings(word) if entry.sense == "adjective"] == codes


def test_georgia_is_a_country_first_and_a_state_second() -> None:
    assert [entry.place.type for entry in meanings("Georgia")][:2] == ["country", "admin"]


def test_baltic_states_have_their_members() -> None:
    assert best("the Baltic region").place.members == ("EE", "LV", "LT")


def test_cities_of_one_name_stand_by_population() -> None:
    sizes = [entry.population for entry in meanings("Tripoli") if entry.place.type == "city"]
    assert len(sizes) > 1
    assert sizes == sorted(sizes, reverse=True)


def test_country_by_code() -> None:
    namibia = country("NA")
    assert namibia is not None
    assert namibia.name == "Namibia"
    assert country("ZZ") is None


def test_folding_keeps_every_offset() -> None:
    text = "Æ œ ß İstanbul Ḩamāh ‘Ayn – – \u00a0 日本 Łódź\n"
    assert len(fold(text)) == len(text)


def test_scan_is_left_to_right_without_overlap() -> None:
    known = names({"New York": 1, "York City": 2, "City": 3})
    assert list(scan("New York City", known)) == [(0, 8, "New York"), (9, 13, "City")]


def test_reads_a_megabyte_in_a_second() -> None:
    text = "Two thousand troops from Fort Bragg will go to Germany and Poland, the Pentagon said on Monday. " * 10_000
    find("warm")
    start = time.perf_counter()
    assert len(find(text)) == 30_000
    assert time.perf_counter() - start < 2.0


@pytest.mark.parametrize(
    ("text", "name", "nation", "place"),
    [
        ("the Pentagon said", "Pentagon", "US", None),
        ("The Royal Navy's", "Royal Navy", "GB", None),
        ("MINUSMA troops", "MINUSMA", "UN", "ML"),
        ("KFOR", "Kosovo Force", "NATO", "XK"),
        ("Al-Shabaab fighters", "al-Shabaab", "al-Shabaab", "SO"),
        ("AMISOM", "AMISOM", "African Union", "SO"),
        ("EUFOR Althea", "EUFOR Althea", "EU", "BA"),
        ("the Élysée", "Élysée Palace", "FR", None),
        ("Japan Self-Defence Forces", "Japan Self-Defense Forces", "JP", None),
        ("MFO peacekeepers", "Multinational Force and Observers", "multinational", "EG"),
        ("N.A.T.O.", "NATO", "NATO", None),
        ("Russian Defence Ministry", "Russian Ministry of Defence", "RU", None),
    ],
)
def test_finds_organizations(text: str, name: str, nation: str, place: str | None) -> None:
    (match,) = find_organizations(text)
    found = match.organization
    assert (found.name, found.nation, found.place) == (name, nation, place)


@pytest.mark.parametrize("text", ["a congress of friends", "who said", "the who", "an army", "Unified"])
def test_finds_no_organization(text: str) -> None:
    assert find_organizations(text) == []


def test_organization_by_any_form() -> None:
    known = organization("Ecomog")
    assert known is not None
    assert known.name == "ECOMOG"
    assert organization("Ministry of Silly Walks") is None


@pytest.mark.parametrize(
    ("surname", "on", "name"),
    [
        ("Biden", date(2022, 2, 2), "Joe Biden"),
        ("Clinton", date(1999, 3, 24), "Bill Clinton"),
        ("Clinton", date(2010, 1, 1), "Hillary Clinton"),
        ("Kim", date(2005, 1, 1), "Kim Jong-il"),
        ("Kabila", date(2000, 1, 1), "Laurent-Désiré Kabila"),
        ("Erdogan", date(2015, 1, 1), "Recep Tayyip Erdoğan"),
        ("Geoff Hoon", None, "Geoff Hoon"),
    ],
)
def test_leader_on_a_day(surname: str, on: date | None, name: str) -> None:
    found = leader(surname, on)
    assert found is not None
    assert found.name == name


def test_a_name_of_two_leaders_is_nobody_without_a_day() -> None:
    assert leader("Clinton", None) is None
    assert leader("Nobody", date(2020, 1, 1)) is None


def test_the_office_follows_the_day() -> None:
    found = leader("Putin", date(2010, 1, 1))
    assert found is not None
    assert found.office == "prime minister"


def test_a_partial_day_means_the_whole_month() -> None:
    assert leader("Orbán", date(2026, 5, 31)) is not None
    assert [term.end for term in leaders() if term.surname == "Orbán"] == [date(2026, 5, 31)]
    assert [term.start for term in leaders() if term.surname == "Soleimani"] == [date(1998, 1, 1)]


def test_terms_begin_before_they_end() -> None:
    assert [term.name for term in leaders() if term.start and term.end and term.start > term.end] == []
