"""Score where names are put, against three public corpora of news, beside the stored answers of other geoparsers.

    python -m evals.geography FOLDER [--no-homes] [--half 0|1] [--show N]

FOLDER holds, under their own names, lgl.xml, TR-News.xml and GWN.xml and the peers' raw outputs lgl_*.txt and
gwn_*.txt (on GitHub: milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation and milangritta/WhatsMissingInGeoparsing;
GPL, news texts of their publishers: we evaluate on them, and keep none of them here). Exits 3 where one is missing.

We are given the spans and choose the place, as published figures "with gold toponyms" do; a name that we leave
unresolved counts as wrong "of all". A place is right within 161 km (100 miles) of the gold. `--no-homes` withholds the
outlet's address; `--half` scores every other report, for the weights of the ranking were set on half 0. Peers found
their own spans: "of found" are those that overlap a gold span, "of all" is over every gold name.
"""

import argparse
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from evals.absent import MISSING, absent
from laydown.model import Offsets, Place, Resolution
from laydown.places import apart, home_of, resolve_all, survey

NEAR_KM: Final = 161.0
COLUMNS: Final = 6
PEERS: Final = {"LGL": ("lgl", "edin yahoo geo clavin topo"), "GeoWebNews": ("gwn", "edin yahoo emm")}
GOLD: Final = {"lgl": "lgl_gold.txt", "gwn": "gwn_full.txt"}


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name in a report and where it truly is."""

    span: Offsets
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Story:
    """A report with its gold."""

    text: str
    address: str
    toponyms: tuple[Toponym, ...]


@dataclass(slots=True)
class Tally:
    """What came out on one corpus: names, those given a place, those right, every error in km."""

    names: int = 0
    found: int = 0
    right: int = 0
    errors: tuple[float, ...] = ()

    def line(self, who: str) -> str:
        """The figures in a row."""
        far = f"{median(self.errors):6.1f}" if self.errors else "     -"
        return (
            f"   {who:12} {self.names:6} {self.found / self.names:6.3f} {self.right / self.names:6.3f}"
            f" {self.right / max(1, self.found):6.3f} {far}"
        )


def stories(path: Path) -> list[Story]:
    """The reports of one corpus, of whichever of the two shapes."""
    return [Story(*read) for read in _stories(ET.parse(path).getroot())]  # noqa: S314 - a file of one's own


def _stories(root: ET.Element) -> Iterator[tuple[str, str, tuple[Toponym, ...]]]:
    for article in root.iter("article"):
        text = _text(article, "text")
        found = tuple(t for element in article.iter("toponym") if (t := _toponym(element, text)))
        yield text, _text(article, "domain").strip() or _text(article, "link").strip(), found


def _text(element: ET.Element, name: str) -> str:
    """The text of a child, empty without one."""
    return element.findtext(name) or ""


def _toponym(element: ET.Element, text: str) -> Toponym | None:
    """The name of one annotation, None where it has no position; an offset that is off is mended to the nearest."""
    lat = element.findtext("latitude") or element.findtext("gaztag/lat")
    lon = element.findtext("longitude") or element.findtext("gaztag/lon")
    if not lat or not lon:
        return None
    start, end = int(_text(element, "start")), int(_text(element, "end"))
    words = element.findtext("extractedName") or _text(element, "phrase")
    if text[start:end] != words:
        places = [n for n in range(len(text)) if text.startswith(words, n)]
        start = min(places, key=lambda at: abs(at - start), default=start)
    return Toponym((start, start + len(words)), float(lat), float(lon))


def answers(story: Story, *, homes: bool) -> list[Resolution]:
    """Where we put each name of a report."""
    home = home_of(None, story.address if homes else None, story.text)
    return resolve_all(story.text, [t.span for t in story.toponyms], survey(story.text, home=home))


def off(toponym: Toponym, lat: float | None, lon: float | None) -> float:
    """How far a position is from the truth, in km."""
    truth = Place(name="", type="city", lat=toponym.lat, lon=toponym.lon)
    return apart(truth, Place(name="", type="city", lat=lat, lon=lon))


def ours(told: Sequence[Story], *, homes: bool, show: int) -> Tally:
    """Our figures; the commonest SHOW misses go to standard output."""
    tally, missed = Tally(), Counter[str]()
    errors = []
    for story in told:
        for toponym, answer in zip(story.toponyms, answers(story, homes=homes), strict=True):
            where = answer.place
            tally.names += 1
            far = off(toponym, where.lat, where.lon) if where else float("inf")
            if where is not None and where.lat is not None:
                tally.found += 1
                errors.append(far)
            if far <= NEAR_KM:
                tally.right += 1
            else:
                missed[f"{answer.name} as {where.id if where else 'nothing'}"] += 1
    tally.errors = tuple(errors)
    for words, times in missed.most_common(show):
        print(f"   {times:4} {words}")
    return tally


def rows(path: Path) -> list[list[Toponym]]:
    """The placed names of a raw output, a list a report: name,,phrase,,lat,,lon,,start,,end joined by ||."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return [[t for part in line.split("||") if (t := _row(part.split(",,")))] for line in lines]


def _row(cells: Sequence[str]) -> Toponym | None:
    """A name of a raw output, None where it is without a position."""
    if len(cells) < COLUMNS or not all(cells[2:COLUMNS]):
        return None
    lat, lon, start, end = map(float, cells[2:COLUMNS])
    return Toponym((int(start), int(end)), lat, lon)


def peer(gold: Sequence[Sequence[Toponym]], found: Sequence[Sequence[Toponym]]) -> Tally:
    """A peer's figures over the gold of the same distribution, by overlapping spans."""
    tally = Tally()
    errors = []
    for truths, guesses in zip(gold, found, strict=False):
        for truth in truths:
            tally.names += 1
            guess = next((g for g in guesses if g.span[0] < truth.span[1] and truth.span[0] < g.span[1]), None)
            if guess is not None:
                tally.found += 1
                errors.append(off(truth, guess.lat, guess.lon))
                tally.right += errors[-1] <= NEAR_KM
    tally.errors = tuple(errors)
    return tally


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of each corpus, ours first."""
    parser = argparse.ArgumentParser(description="Score where names are put.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--no-homes", action="store_true")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--show", type=int, default=0)
    told = parser.parse_args(arguments)
    files = {"TR-News": "TR-News.xml", "GeoWebNews": "GWN.xml", "LGL": "lgl.xml"}
    gone = [name for name in files.values() if not (told.folder / name).is_file()]
    if absent("geography", told.folder, gone):
        return MISSING
    for corpus, name in files.items():
        every = stories(told.folder / name)
        part = every if told.half is None else every[told.half :: 2]
        print(
            f"== {corpus}: {len(part)} reports\n   {'':12} {'names':>6} {'found':>6} {'all':>6} {'found':>6} {'km':>6}"
        )
        print(ours(part, homes=not told.no_homes, show=told.show).line("laydown"))
        short, peers = PEERS.get(corpus, ("", ""))
        for who in peers.split() if told.half is None else ():
            path = told.folder / f"{short}_{who}.txt"
            if path.is_file():
                print(peer(rows(told.folder / GOLD[short]), rows(path)).line(who))
    return 0


if __name__ == "__main__":
    sys.exit(main())
