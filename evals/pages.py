"""Pages: how often intake finds the hour of publication, how far marks of change agree, and pages read a minute.

    python -m evals.pages FUNDUS TRAFILATURA

FUNDUS and TRAFILATURA are checkouts of flairNLP/fundus and adbar/trafilatura: their test pages are read where they lie
and never kept here. Fundus's JSON has the time of publication as its own parser of each site finds it; trafilatura's
table has the day, by hand. No table has the hour of the last change: what is told of it is how often the marks that a
page has of it (JSON-LD, meta tags, microdata, words) name one day, where it has several, and how often intake has what
`pages-modified.tsv` copied by hand from the words that a reader sees.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import process_time
from typing import Final

from laydown.intake.content import characters
from laydown.intake.moments import moment
from laydown.intake.page import declared_encoding, read_page
from laydown.intake.page.statements import statements
from laydown.model import Report

DAY: Final = 10
LABELS: Final = Path(__file__).parent / "pages-modified.tsv"


@dataclass(frozen=True, slots=True)
class Truth:
    """A page with the time at which it was published, to the day or to the second."""

    name: str
    data: bytes
    published: str


def fundus(checkout: Path) -> Iterator[Truth]:
    """Fundus's pages with the times of its JSON, a page and an article joined by the article's title."""
    for path in sorted(checkout.rglob("test_data/*/*.json")):
        pages = [(page, gzip.decompress(page.read_bytes())) for page in path.parent.glob(f"{path.stem}_*.html.gz")]
        for article in json.loads(path.read_text(encoding="utf-8")).values():
            title, time = article.get("title"), article.get("publishing_date")
            held = [
                page for page in pages if title and _squeezed(title) in _squeezed(page[1].decode("utf-8", "replace"))
            ]
            if time and len(held) == 1:
                yield Truth(held[0][0].name, held[0][1], time)


def trafilatura(checkout: Path) -> Iterator[Truth]:
    """Trafilatura's pages with the days of its table."""
    rows = json.loads((checkout / "tests" / "evaldata.json").read_text(encoding="utf-8"))
    for row in rows.values():
        paths = [checkout / "tests" / folder / row["file"] for folder in ("eval", "cache")]
        path = next(filter(Path.is_file, paths), None)
        if path is not None and row.get("date"):
            yield Truth(row["file"], path.read_bytes(), row["date"])


def _squeezed(words: str) -> str:
    """The letters and digits of WORDS."""
    return "".join(filter(str.isalnum, words)).lower()


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


def modified(pages: Iterator[Path], *, show: bool) -> Iterator[str]:
    """How often intake has the hour of the last change that readers are told; one not after publication is none."""
    told = labels()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for page in pages:
        if page.name in told:
            updated, sort = told.pop(page.name)
            data = gzip.decompress(page.read_bytes()) if page.suffix == ".gz" else page.read_bytes()
            report = read(data)
            stated = (report.updated or report.published) if report else None
            total[sort] += 1
            right[sort] += same(stated, updated)
            if show and not same(stated, updated):
                yield f"{page.name} {updated} {stated} {report and report.found.get('updated')}"
    for sort, count in total.items():
        yield f"changed, as readers are told, {sort}: right on {right[sort]} of {count} ({right[sort] / count:.1%})"


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


def main() -> None:
    """Print the shares and the rate; with --show each page on which intake and truth differ."""
    spent = 0.0
    pages = several = agreed = 0
    for name, truths in (("fundus", fundus(Path(sys.argv[1]))), ("trafilatura", trafilatura(Path(sys.argv[2])))):
        right = silent = changed = total = 0
        for truth in truths:
            before = process_time()
            report = read(truth.data)
            spent += process_time() - before
            days = changes(truth.data)
            several, agreed = several + bool(days), agreed + (len(days) == 1)
            total += 1
            stated = report.published if report else None
            right += same(stated, truth.published)
            silent += stated is None
            changed += not same(stated, truth.published) and same(report.updated if report else None, truth.published)
            if "--show" in sys.argv and not same(stated, truth.published):
                print(truth.name, truth.published, stated, report and report.found.get("published"))
        pages += total
        print(f"{name}: published right on {right} of {total} ({right / total:.1%}), unknown on {silent}")
        print(f"{name}: on {changed} of the others the truth is the day on which intake has it changed")
    print(f"changed: the marks agree on the day on {agreed} of {several} pages that have more than one")
    checkouts = [Path(name) for name in sys.argv[1:3]]
    held = (page for at in checkouts for ending in ("*.html.gz", "*.html") for page in sorted(at.rglob(ending)))
    for line in modified(held, show="--show" in sys.argv):
        print(line)
    print(f"{pages} pages, {60 * pages / spent:.0f} a minute of one core")


if __name__ == "__main__":
    main()
