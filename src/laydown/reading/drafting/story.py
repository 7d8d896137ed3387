"""What a reader remembers of one report: the day, the speakers, the ships' short names, whose forces these are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from laydown.lexicon.organizations import find_organizations, leader
from laydown.lexicon.outlets import agency_names
from laydown.lexicon.tables import table
from laydown.model import Attribution, Category, Offsets, Place, Report, Status
from laydown.places import home_of, survey
from laydown.reading.drafting.durations import Remark
from laydown.reading.mentions.introduced import introduced
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.persons import People
from laydown.reading.mentions.roles import is_office
from laydown.reading.mentions.speaking import office_of, titled_speaker
from laydown.reading.mentions.spots import Around
from laydown.reading.mentions.units import UnitName
from laydown.reading.text.passages import Passage
from laydown.reading.text.screen import glance, in_small, speaks_of_arms
from laydown.reading.times import anchor_of

ANSWERS: Final = frozenset({"A", "Answer", "ANSWER"})


@dataclass(frozen=True, slots=True)
class Lead:
    """The sentence that opens a list: where it ends, whose measures it announces, who says so and by which words.

    `speech`: it ends in "said:", and what follows is printed in full.
    """

    end: int
    nation: str | None
    attribution: Attribution | None
    words: tuple[Offsets, ...]
    speech: bool = False


@dataclass(frozen=True, slots=True)
class Quoting:
    """Who was quoted last, by which words of the report, and up to where; a quotation right after goes on with it."""

    attribution: Attribution
    words: tuple[Offsets, ...]
    end: int


@dataclass(frozen=True, slots=True)
class Aid:
    """The aid told last: who gives, who is given, how far it has come, and the words (of the report) that tell so."""

    donor: str | None
    recipient: str
    status: Status
    words: Offsets


@dataclass(slots=True)
class Story:
    """The memory of one report; it lives only while that report is read.

    `guests` says by country whose force was told last to be there or to go there, `told` by nation in which sentence
    its force was told last by name, `category` of what sort the force told last is. `met` is whose force was named
    last, whether or not anything was claimed of it.
    """

    report: Report
    anchor: date | None
    aliases: Mapping[str, UnitName]
    people: People = field(default_factory=People)
    nations: list[str] = field(default_factory=list)
    guests: dict[str, str] = field(default_factory=dict)
    told: dict[str, Offsets] = field(default_factory=dict)
    voices: dict[str, Attribution] = field(default_factory=dict)
    house: str | None = None
    met: str | None = None
    state: str | None = None
    around: Around = field(default_factory=Around)
    saying: Attribution | None = None
    said_in: int | None = None
    quoting: Quoting | None = None
    saying_words: tuple[Offsets, ...] = ()
    remarks: list[Remark] = field(default_factory=list)
    last_place: Place | None = None
    place_words: tuple[Offsets, ...] = ()
    last_force: Mention | None = None
    category: Category | None = None
    lead: Lead | None = None
    aid: Aid | None = None
    here_words: tuple[Offsets, ...] = ()


def story_of(report: Report, aliases: Mapping[str, UnitName]) -> Story:
    """The memory with which the reading of REPORT begins: its day, its house, the countries and short names it uses."""
    story = Story(report, anchor_of(report.updated) or anchor_of(report.published), aliases)
    story.people.told = report.text
    story.house = _house(report.publisher)
    story.around = Around(
        survey(report.text, home=home_of(report.publisher, report.source, report.text), on=story.anchor),
        arms=speaks_of_arms(glance(in_small(f"{report.title or ''} {report.text}"))),
    )
    return story


def _house(publisher: str | None) -> str | None:
    """The nation whose own house publishes this (White House: US); an outlet has none.

    AFP publishes as the agency, and not as the Armed Forces of the Philippines.
    """
    if not publisher:
        return None
    stated = next((row["nation"] for row in table("houses") if row["publisher"].lower() == publisher.lower()), None)
    if stated is not None:
        return stated
    found = [m for m in find_organizations(publisher) if publisher[m.start : m.end] not in agency_names()]
    return next(
        (m.organization.nation for m in found if m.organization.kind in {"institution", "service", "alliance"}), None
    )


def voice_of(story: Story, passage: Passage) -> Attribution | None:
    """Who speaks in this passage of a transcript: "MR. KIRBY" as the title or the text introduces him."""
    label = passage.voice
    if label is None or (label in ANSWERS and _asked(story, passage) is None):
        return None
    if label not in story.voices:
        story.voices[label] = _asked(story, passage) or _introduce(story, label)
    return story.voices[label]


def _asked(story: Story, passage: Passage) -> Attribution | None:
    """Who answers in an interview, "A:": whom the report names with an office before the first answer."""
    found = introduced(story.report.text, passage.start) if passage.voice in ANSWERS else None
    return Attribution(speaker=found.name, role=found.role, country=found.country) if found is not None else None


def _introduce(story: Story, label: str) -> Attribution:
    if not label.isupper():
        return titled_speaker(label, [*story.people.known.values(), *story.voices.values()])
    surname = _surname(story, label)
    where = f"{story.report.title or ''}\n{story.report.text[:4000]}"
    match = re.search(rf"((?:[A-Z][\w.’'-]+ ){{0,6}}?)((?:[A-Z][\w.’'-]+ ){{1,2}}){surname}\b", where, re.IGNORECASE)
    return office_of(surname, match[0] if match else label.title(), story.report.publisher, story.house, story.anchor)


def _surname(story: Story, label: str) -> str:
    """The surname in a label; a bare office ("THE PRESIDENT") takes the name that the title gives it."""
    words = label.removeprefix("THE ").strip(" .:")
    office = words.title()
    match = re.search(rf"{office} ([A-Z][\w.’'-]+)(?: ([A-Z][\w’'-]+))?", story.report.title or "")
    if match and is_office(office):
        known = story.anchor is not None and leader(match[1], story.anchor) is not None
        return match[1] if known or match[2] is None else match[2]
    return words.split()[-1].title()
