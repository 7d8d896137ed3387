"""Truths of pages: public test pages with the time of publication, read where they lie and never kept here."""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

JUDGED: Final = Path(__file__).parent / "pages-published.tsv"
_MERCURY_PAGE: Final = re.compile(r"fixtures/([^'`\"]+\.html)")
_MERCURY_TIME: Final = re.compile(r"assert\.equal\(\s*date_published\s*,\s*[`'\"](\d{4}-\d\d-\d\dT[^`'\"]+)[`'\"]")


@dataclass(frozen=True, slots=True)
class Truth:
    """A page with the time at which it was published, to the day or to the second; None where it states none."""

    name: str
    data: bytes
    published: str | None


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
    for row in _table(checkout / "tests" / "evaldata.json"):
        if row.get("date"):
            yield from _held(checkout, ("eval", "cache"), row)


def corrected(checkout: Path, htmldate: Path) -> Iterator[Truth]:
    """Trafilatura's pages with the days of the table of HTMLDATE, of the same author, where that has them."""
    days = {row["file"]: row["date"] for row in _table(htmldate / "tests" / "eval_default.json")}
    for truth in trafilatura(checkout):
        yield Truth(truth.name, truth.data, days.get(truth.name, truth.published))


def judged(checkout: Path, htmldate: Path) -> Iterator[Truth]:
    """The same, with what `pages-published.tsv` says of misses that were looked at; on the rest the tables stand."""
    lines = (JUDGED.read_text(encoding="utf-8")).splitlines()
    rows = dict(line.split("\t")[:2] for line in lines if not line.startswith(("#", "page")))
    for truth in corrected(checkout, htmldate):
        told = rows.get(truth.name, truth.published)
        yield Truth(truth.name, truth.data, None if told == "-" else told)


def apart(checkout: Path, trafilatura_checkout: Path, *, sealed: bool) -> Iterator[Truth]:
    """Htmldate's pages that trafilatura's table lacks; those SEALED were looked at only after a first run."""
    known = {row["file"] for row in _table(trafilatura_checkout / "tests" / "evaldata.json") if row.get("date")}
    for row in _table(checkout / "tests" / "eval_default.json"):
        if row["file"] not in known and _is_sealed(row["file"]) == sealed:
            yield from _held(checkout, ("eval", "cache"), row)


def world(checkout: Path, *, sealed: bool) -> Iterator[Truth]:
    """Htmldate's 200 pages of the world's news by Media Cloud, some without a date; SEALED as above."""
    for row in _table(checkout / "tests" / "eval_mediacloud_2020.json"):
        if _is_sealed(row["file"]) == sealed:
            yield from _held(checkout, ("test_set",), row)


def mercury(checkout: Path) -> Iterator[Truth]:
    """The pages of postlight/parser with the times of its tests, which often give a day the zone of a server."""
    for path in sorted(checkout.glob("src/extractors/custom/*/index.test.js")):
        for part in path.read_text(encoding="utf-8").split("describe("):
            page, time = _MERCURY_PAGE.search(part), _MERCURY_TIME.search(part)
            if page and time and (held := checkout / "fixtures" / page[1]).is_file():
                yield Truth(page[1], held.read_bytes(), time[1])


def _table(path: Path) -> list[dict[str, Any]]:
    """The rows of a table of pages."""
    return list(json.loads(path.read_text(encoding="utf-8")).values())


def _held(checkout: Path, folders: tuple[str, ...], row: dict[str, Any]) -> Iterator[Truth]:
    """The page of a row, where it lies in one of FOLDERS."""
    path = next(filter(Path.is_file, (checkout / "tests" / folder / row["file"] for folder in folders)), None)
    if path is not None:
        yield Truth(row["file"], path.read_bytes(), row["date"] if isinstance(row["date"], str) else None)


def _is_sealed(name: str) -> bool:
    """Whether the page of a NAME is of the half that was set apart before any rule was made."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 1


def _squeezed(words: str) -> str:
    """The letters and digits of WORDS."""
    return "".join(filter(str.isalnum, words)).lower()
