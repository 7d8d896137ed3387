"""Count false alarms on general news: claims of forces where no force moves, stands or is aided.

    python -m evals.alarms FOLDER... [--limit N] [--published DATE] [--show] [--unjudged]

A FOLDER (or file) holds news as .txt (an article each), .jsonl (its text under `doc_text`, `text` or `articleBody`) or
.csv (the same columns): on GitHub jgscott/STA380 (data/ReutersC50), derekgreene/bbc-datasets (raw/bbc) and
FakeNewsChallenge/fnc-1 (the *_bodies.csv). The texts belong to their publishers, and none of them is kept here.
`--limit` reads N articles of each folder, spread evenly over it.

A person judges each claim once, against the annotation guide: is it truly said that this force goes, stands, is on
alert or is aided? `alarms-judged.tsv` keeps a hash of the article, the id of the claim, the verdict and the reason. A
claim's id changes with its words and its kind, so a claim that the reader changes must be judged anew: `--unjudged`
lists those. Statements and commands are counted apart, and not judged. The reader runs in two processes.
"""

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Final

from laydown.model import Claim, Place, Report
from laydown.reading import read

JUDGED: Final = Path(__file__).with_name("alarms-judged.tsv")
COLUMNS: Final = ("doc_text", "text", "articleBody")
SCORED: Final = frozenset({"movement", "presence", "readiness", "assistance"})
PROCESSES: Final = 2
MISSING: Final = 3


@dataclass(frozen=True, slots=True)
class Alarm:
    """A claim that the reader made of an article: which, of which kind, in short, and its sentence."""

    article: str
    claim: str
    kind: str
    short: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person thought of a claim, and why."""

    right: bool
    reason: str


def articles(path: Path) -> list[str]:
    """The texts below PATH in the order of their names, each once."""
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    return list(dict.fromkeys(text for text in chain.from_iterable(map(_texts, files)) if text.strip()))


def _texts(path: Path) -> Iterator[str]:
    match path.suffix:
        case ".txt":
            yield path.read_text(encoding="utf-8", errors="replace")
        case ".jsonl":
            rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
            yield from (str(row[name]) for row in rows for name in COLUMNS if name in row)
        case ".csv":
            with path.open(encoding="utf-8", errors="replace", newline="") as lines:
                yield from (row[name] for row in csv.DictReader(lines) for name in COLUMNS if name in row)


def spread(texts: Sequence[str], limit: int | None) -> list[str]:
    """LIMIT of TEXTS, at even distances, so that every desk of a paper is there."""
    if limit is None or limit >= len(texts):
        return list(texts)
    return [texts[n * len(texts) // limit] for n in range(limit)]


def alarms(text: str, published: str | None) -> list[Alarm]:
    """What the reader claims of an article."""
    article = sha256(text.encode()).hexdigest()[:16]
    claims = read(Report(text=text, published=published)).claims
    return [Alarm(article, claim.id, claim.kind, _short(claim), _sentence(text, claim)) for claim in claims]


def _short(claim: Claim) -> str:
    """A claim in a line: status, whose, how many, from and to."""
    force, many = claim.force, claim.quantity
    ends = [f"{sign}{p.name}" for sign, places in _ends(claim) for p in places]
    parts = [claim.status, force and force.nation, claim.donor, many and f"{many.text} {many.unit}", claim.recipient]
    return " ".join(str(part) for part in (*parts, *ends) if part)


def _ends(claim: Claim) -> Iterator[tuple[str, Sequence[Place]]]:
    yield "<", claim.origin
    yield ">", claim.destination
    yield "@", claim.location


def _sentence(text: str, claim: Claim) -> str:
    evidence = claim.evidence
    return " ".join(text[evidence.start : evidence.end].split())


def verdicts(path: Path = JUDGED) -> dict[tuple[str, str], Verdict]:
    """The verdicts at PATH by article and claim."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return {(row["article"], row["claim"]): Verdict(row["verdict"] == "right", row["reason"]) for row in rows}


def tell(read_: int, found: Sequence[Alarm], judged: dict[tuple[str, str], Verdict]) -> Iterator[str]:
    """The figures in lines."""
    kinds = Counter(alarm.kind for alarm in found)
    scored = [alarm for alarm in found if alarm.kind in SCORED]
    yield f"{read_} articles, {len({a.article for a in scored})} with a claim, {len(scored)} claims"
    for kind, times in sorted(kinds.items()):
        yield f"   {kind:12} {times:5} {1000 * times / read_:7.2f} per 1,000 articles"
    known = [(alarm, judged[alarm.article, alarm.claim]) for alarm in scored if (alarm.article, alarm.claim) in judged]
    wrong = [alarm for alarm, verdict in known if not verdict.right]
    yield f"judged {len(known)} of {len(scored)}: {len(known) - len(wrong)} right, {len(wrong)} wrong"
    rate = f"1 in {read_ / len(wrong):.0f} articles" if wrong else "none"
    yield f"wrong claims: {rate}, in {len({a.article for a in wrong})} articles"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how many claims general news gives, and how many of them are wrong."""
    parser = argparse.ArgumentParser(description="Count false alarms on general news.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--published")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--unjudged", action="store_true")
    told = parser.parse_args(arguments)
    gone = [str(folder) for folder in told.folders if not folder.exists()]
    if gone:
        print(f"evals.alarms: no {', '.join(gone)}; see the head of this script", file=sys.stderr)
        return MISSING
    texts = [text for folder in told.folders for text in spread(articles(folder), told.limit)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        found = list(chain.from_iterable(pool.map(partial(alarms, published=told.published), texts, chunksize=25)))
    judged = verdicts()
    for alarm in found if told.show or told.unjudged else ():
        verdict = judged.get((alarm.article, alarm.claim))
        if alarm.kind in SCORED and not (told.unjudged and verdict):
            said = ("right" if verdict.right else "wrong") if verdict else "-"
            print(f"{alarm.article}\t{alarm.claim}\t{said}\t{alarm.kind}\t{alarm.short}\t{alarm.sentence}")
    print(*tell(len(texts), found, judged), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
