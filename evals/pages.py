"""Pages: how often intake finds when a page was published and changed, by sets and sorts of miss, and pages a minute.

    python -m evals.pages FUNDUS TRAFILATURA [HTMLDATE [POSTLIGHT [NEWSPAPER4K]]] [--show]

The names are checkouts of flairNLP/fundus, adbar/trafilatura, adbar/htmldate, postlight/parser and
AndyTheFactory/newspaper4k, whose test pages are read where they lie (`page_truths`). No table has the hour of the last
change: what is told of it is how often the marks that a page has of it name one day, where it has several, and how
often intake has what `pages-modified.tsv` copied by hand from the words that a reader sees.
"""

import gzip
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import process_time
from typing import Final

from evals import page_truths
from evals.page_truths import Truth
from laydown.intake.content import characters
from laydown.intake.moments import moment
from laydown.intake.page import declared_encoding, read_page
from laydown.intake.page.statements import statements
from laydown.model import Report

DAY: Final = 10
LABELS: Final = Path(__file__).parent / "pages-modified.tsv"
FARTHEST: Final = timedelta(hours=14)
RIGHT: Final = "right"


def read(data: bytes) -> Report | None:
    """The article in DATA, None where there is none."""
    text = characters(data, declared_encoding(data))
    report = read_page(text) if isinstance(text, str) else None
    return report if isinstance(report, Report) else None


def labels() -> dict[str, tuple[str, str]]:
    """When pages were changed last, as readers are told, by their names, with the sort of page."""
    lines = LABELS.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith(("#", "page")))
    return {name: (updated, sort) for name, updated, sort in rows}


def modified(pages: Iterable[Path], *, show: bool) -> Iterator[str]:
    """How often intake has the hour of the last change that readers are told; one not after publication is none."""
    told = labels()
    counts: dict[str, Counter[str]] = {}
    for page in pages:
        if page.name in told:
            updated, sort = told.pop(page.name)
            data = gzip.decompress(page.read_bytes()) if page.suffix == ".gz" else page.read_bytes()
            report = read(data)
            stated = (report.updated or report.published) if report else None
            what = RIGHT if same(stated, updated) else "wrong" if stated else "none"
            counts.setdefault(sort, Counter())[what] += 1
            if show and what != RIGHT:
                yield f"{page.name} {updated} {stated} {report and report.found.get('updated')}"
    for sort, count in counts.items():
        total = count.total()
        parts = ", ".join(f"{what} {count[what]}" for what in (RIGHT, "wrong", "none"))
        yield f"changed, as readers are told, {sort}: {parts} of {total} ({count[RIGHT] / total:.1%})"


def same(stated: str | None, truth: str) -> bool:
    """Whether a STATED time is the TRUTH, to the minute where both have hours, by the clock where one has no zone."""
    true = moment(truth)
    if stated is None or true is None:
        return False
    if DAY in {len(stated), len(true)}:
        return stated[:DAY] == true[:DAY]
    one, other = datetime.fromisoformat(stated), datetime.fromisoformat(true)
    if one.tzinfo is None or other.tzinfo is None:
        return one.replace(tzinfo=None, second=0) == other.replace(tzinfo=None, second=0)
    return abs((one - other).total_seconds()) < 60


def near(stated: str | None, truth: str) -> bool:
    """Whether a STATED time is of the day of TRUTH, which a server put down in UTC, maybe from a day without a zone."""
    if stated is None or stated[:DAY] == truth[:DAY]:
        return stated is not None
    one, other = datetime.fromisoformat(stated), datetime.fromisoformat(truth[:19]).replace(tzinfo=UTC)
    return abs(one.replace(tzinfo=UTC) - other) <= FARTHEST if one.tzinfo is None else abs(one - other).seconds < 60


def sort_of(report: Report | None, truth: Truth, *, loose: bool) -> str:
    """What intake made of a page: `right`, a sort of `wrong`, or a sort of `none`."""
    stated = report.published if report else None
    if truth.published is None:
        return "undated, and none given" if stated is None else "undated, but one given"
    if (near if loose else same)(stated, truth.published):
        return RIGHT
    changed = report is not None and same(report.updated, truth.published)
    if stated is None:
        return "none: no text" if report is None else "none: told as the last change" if changed else "none: not found"
    if changed:
        return "wrong: the truth is the last change, told as such"
    if moment(truth.published) is None:
        return "wrong: the truth is no date"
    days = abs(datetime.fromisoformat(stated[:DAY]) - datetime.fromisoformat((moment(truth.published) or "")[:DAY]))
    return "wrong: the day before or after" if days.days == 1 else "wrong: another day"


def published(name: str, truths: Iterable[Truth], *, loose: bool = False, show: bool = False) -> Iterator[str]:
    """Right, wrong and none on a set of pages, by sorts of miss, and by where the time was found."""
    sorts: Counter[str] = Counter()
    places: dict[str, Counter[bool]] = {}
    for truth in truths:
        report = read(truth.data)
        sort = sort_of(report, truth, loose=loose)
        sorts[sort] += 1
        where = report.found.get("published", "") if report else ""
        if where and truth.published:
            places.setdefault(where.split()[0], Counter())[sort == RIGHT] += 1
        if show and sort != RIGHT:
            print(f"{name}: {truth.name} {truth.published} {report and report.published} {where} ({sort})")
    dated = sum(count for sort, count in sorts.items() if not sort.startswith("undated"))
    given = sum(count for sort, count in sorts.items() if sort.startswith(("wrong", RIGHT)))
    yield (
        f"{name}: published right {sorts[RIGHT]}, wrong {given - sorts[RIGHT]}, none {dated - given} of {dated} "
        f"({sorts[RIGHT] / dated:.1%}; of those given {sorts[RIGHT] / given:.1%})"
    )
    yield from (f"    {sort}: {count}" for sort, count in sorted(sorts.items()) if sort != RIGHT)
    told = (f"{where} {found[True]} of {found.total()}" for where, found in sorted(places.items()))
    yield "    right by where it stood: " + ", ".join(told)


def changes(data: bytes) -> set[str]:
    """The days on which the page in DATA was changed last, as each of its marks has it; those that agree are one."""
    import trafilatura as library  # noqa: PLC0415 - the name is that of a corpus here

    text = characters(data, declared_encoding(data))
    tree = library.load_html(text) if isinstance(text, str) else None
    told: dict[str, str] = {}
    for one in () if tree is None else statements(tree).of("updated"):
        if time := moment(one.words):
            told.setdefault(one.where, time[:DAY])
    return set(told.values()) if len(told) > 1 else set()


def sets(checkouts: list[Path]) -> Iterator[tuple[str, Iterator[Truth], bool]]:
    """The sets of pages by their names, and whether their truths are but near."""
    yield "fundus", page_truths.fundus(checkouts[0]), False
    yield "trafilatura", page_truths.trafilatura(checkouts[1]), False
    if len(checkouts) > 2:
        yield "trafilatura, as htmldate corrects it", page_truths.corrected(checkouts[1], checkouts[2]), False
        yield "trafilatura, misses looked at", page_truths.judged(checkouts[1], checkouts[2]), False
        for sealed, name in ((False, "seen"), (True, "sealed")):
            yield f"htmldate, {name}", page_truths.apart(checkouts[2], checkouts[1], sealed=sealed), False
            yield f"world, {name}", page_truths.world(checkouts[2], sealed=sealed), False
    if len(checkouts) > 3:
        yield "postlight, sealed", page_truths.mercury(checkouts[3]), True


def rate(truths: Iterable[Truth]) -> str:
    """How many pages a minute one core reads, and how far the marks of change agree."""
    spent, pages, several, agreed = 0.0, 0, 0, 0
    for truth in truths:
        before = process_time()
        read(truth.data)
        spent += process_time() - before
        days = changes(truth.data)
        pages, several, agreed = pages + 1, several + bool(days), agreed + (len(days) == 1)
    return (
        f"changed: the marks agree on the day on {agreed} of {several} pages that have more than one\n"
        f"{pages} pages, {60 * pages / spent:.0f} a minute of one core"
    )


def main() -> None:
    """Print the shares and the rate; with --show each page on which intake and truth differ."""
    checkouts = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    show = "--show" in sys.argv
    for name, truths, loose in sets(checkouts):
        for line in published(name, truths, loose=loose, show=show):
            print(line)
    held = (page for at in checkouts for ending in ("*.html.gz", "*.html") for page in sorted(at.rglob(ending)))
    for line in modified(held, show=show):
        print(line)
    both = (page_truths.fundus(checkouts[0]), page_truths.trafilatura(checkouts[1]))
    print(rate(truth for truths in both for truth in truths))


if __name__ == "__main__":
    main()
