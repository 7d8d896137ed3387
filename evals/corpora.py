"""The corpora that the reader is scored on: our own always, the shared gold where it lies beside the repository."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from laydown.model import Report

ROOT: Final = Path(__file__).resolve().parent.parent
SHARED: Final = ROOT.parent / "shared"
OWN: Final = {f"own-{split}": ROOT / "evals" / "own" / f"{split}.jsonl" for split in ("tune", "held")}
SEALED: Final = ROOT / "evals" / "own" / "sealed.jsonl"
"""Reports on which no rule was tuned: no default corpus and without a floor, so that their misses stay unseen."""
OUTSIDE: Final = {name: SHARED / "gold" / f"{name}.jsonl" for name in ("seed", "dev-short", "dev-long")}

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold report: what the reader is given, and the line that it is judged by."""

    report: Report
    line: Json


def gold(path: Path) -> list[Gold]:
    """The gold reports of the file at PATH.

    Only what a page states of itself is handed on: text, source, publisher, title and dates. The texts of some reports
    lie beside the gold, in `seed/`, under the name of their source.
    """
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        held = json.loads(line)
        head = held["report"]
        text = head.get("text")
        if text is None:
            text = (path.parent.parent / "seed" / head["source"]).read_text(encoding="utf-8")
        names = ("source", "publisher", "title", "language", "published", "updated")
        report = Report(text=text, **{name: head.get(name) for name in names})
        if head.get("id") not in {None, report.id}:
            msg = f"{path}: the id of {head['source']} is not the hash of its text"
            raise ValueError(msg)
        found.append(Gold(report, held))
    return found
