"""Score the reader against gold reports, and hold the floors.

    python -m evals.score [--show] [--pin [--allow-lower REASON]] [FILE...]

Without FILE: our own reports, and the shared gold where it lies beside the repository. The reader sees texts and what
the page says of itself, never claims. Predictions go to build/evals/. Exits 1 where a floor is missed or a corpus is
not the one its floors were pinned on.
"""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from evals import floors
from evals.corpora import OUTSIDE, OWN, ROOT, Gold, gold
from evals.scoring import CORE, COUNTED, Miss, Score, score
from evals.slots import slots
from laydown import codec

FLOORS: Final = ROOT / "evals" / "floors.json"
PREDICTIONS: Final = ROOT / "build" / "evals"

Json = dict[str, Any]

_STOP: Final = re.compile(r"[.!?]+[\"”’')]*\s+(?=[A-Z“\"0-9])|\n+")
"""Near enough an end of a sentence, to show one to a person."""


def predictions(golds: Sequence[Gold], to: Path) -> list[list[Json]]:
    """The claims that the reader finds in GOLDS, a list a report, also written to the file at TO as JSON lines."""
    from laydown.reading import read  # noqa: PLC0415 - loads the parser, which --help can do without

    lines = [codec.encode(read(one.report)) for one in golds]
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(b"".join(line + b"\n" for line in lines))
    return [json.loads(line)["claims"] for line in lines]


def figures(result: Score) -> floors.Figures:
    """The F1 scores of RESULT that have floors."""
    hits = (result.found, result.core, result.strict)
    return {measure: result.rate(hit).f1 for measure, hit in zip(floors.MEASURES, hits, strict=True)}


def table(name: str, result: Score) -> str:
    """The figures of one corpus, for a person."""
    lines = [
        f"== {name}: {result.reports} reports, {result.gold} claims in gold, {result.predicted} predicted",
        f"   {'':12} {'P':>6} {'R':>6} {'F1':>6}",
    ]
    for title, hits in (("claims", result.found), ("core", result.core), ("strict", result.strict)):
        rate = result.rate(hits)
        lines.append(f"   {title:12} {rate.precision:6.3f} {rate.recall:6.3f} {rate.f1:6.3f}")
    lines.append(
        f"   polarity inverted {result.inverted} of {result.found},"
        f" evidence overlaps {result.overlapping} of {result.placed}"
    )
    for title, rates in (("kind", result.kinds), ("slot", result.slots)):
        lines.append(
            f"   {title} F1: "
            + "  ".join(f"{key} {rate.f1:.2f} ({rate.hits + rate.missed})" for key, rate in sorted(rates.items()))
        )
    for kind, spoken in result.spoken.items():
        parts = [f"found {spoken.found} of {spoken.gold}"]
        if kind == "statement":
            parts.append(f"act {spoken.acts} of {spoken.found}")
        for title, rate in (("speaker", spoken.speakers), ("exact quote", spoken.quotes)):
            if rate.hits + rate.missed:
                parts.append(f"{title} {rate.hits} of {rate.hits + rate.missed}")
        lines.append(f"   {kind}: {', '.join(parts)}")
    return "\n".join(lines)


def shown(miss: Miss, text: str) -> str:
    """MISS in words, with the sentence it is about."""
    claim = miss.gold or miss.predicted or {}
    lines = [f"{miss.what:8}{claim.get('kind')} in {miss.report}{'  CORE' if CORE & set(miss.differing) else ''}"]
    if miss.differing:
        ours, theirs = _said(miss.gold or {}), _said(miss.predicted or {})
        lines += [f"        {slot}: gold {ours.get(slot)} got {theirs.get(slot)}" for slot in miss.differing]
    else:
        lines.append("        " + ", ".join(f"{slot} {value}" for slot, value in _said(claim).items() if value))
    for title, one in (("gold", miss.gold), ("got", miss.predicted)):
        if one and one.get("evidence"):
            where = one["evidence"]
            lines.append(f"        {title:4}: {sentence(text, where['start'], where['end'])}")
    return "\n".join(lines)


def sentence(text: str, start: int, end: int) -> str:
    """The sentence of TEXT around [START, END), which stands between guillemets.

    >>> sentence("One. Two go to Gao now. Three.", 5, 18)
    '«Two go to Gao» now.'
    """
    low = max((match.end() for match in _STOP.finditer(text, 0, start + 1) if match.end() <= start), default=0)
    stop = _STOP.search(text, max(end - 1, start))
    high = stop.end() if stop else len(text)
    return " ".join(f"{text[low:start]}«{text[start:end]}»{text[end : max(high, end)]}".split())


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, score, print, and hold or pin the floors."""
    parser = argparse.ArgumentParser(prog="python -m evals.score", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="gold in JSON lines; floors are not held")
    parser.add_argument("--show", action="store_true", help="list every claim missed, extra or partly right")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is reached today")
    parser.add_argument("--allow-lower", metavar="REASON", help="with --pin: let floors fall, and record why")
    options = parser.parse_args(arguments)
    corpora = {path.stem: path for path in options.files} if options.files else {**OWN, **OUTSIDE}
    measured, absent = {}, []
    for name, path in corpora.items():
        if not path.exists():
            absent.append(f"!! {name} IS ABSENT and was NOT scored: no {path}")
            continue
        golds = gold(path)
        found = predictions(golds, PREDICTIONS / f"{name}.jsonl")
        result = score([(one.line, claims) for one, claims in zip(golds, found, strict=True)], COUNTED)
        print(table(name, result), end="\n\n")
        if options.show:
            texts = {str(one.line["report"].get("source") or one.report.id): one.report.text for one in golds}
            print("\n".join(shown(miss, texts[miss.report]) for miss in result.misses), end="\n\n")
        measured[name] = floors.Measured(floors.digest(path.read_bytes()), figures(result))
    for line in absent:
        print(line, file=sys.stderr)
    if options.files:
        return 1 if absent else 0
    return _pin(measured, options.allow_lower) if options.pin else _hold(measured)


def _hold(measured: dict[str, floors.Measured]) -> int:
    """Say whether the floors hold."""
    failures = floors.broken(floors.load(FLOORS), measured)
    for line in failures:
        print(f"FLOOR {line}", file=sys.stderr)
    if not failures:
        print("all floors hold")
    return 1 if failures else 0


def _pin(measured: dict[str, floors.Measured], reason: str | None) -> int:
    """Raise the floors, or say why not."""
    try:
        new = floors.pinned(floors.load(FLOORS), measured, reason)
    except floors.LowerError as error:
        print(f"NOT PINNED: {error}", file=sys.stderr)
        return 1
    floors.save(FLOORS, new)
    print(f"pinned in {FLOORS.relative_to(ROOT)}")
    return 0


def _said(claim: Any) -> dict[str, Any]:  # noqa: ANN401 - a gold or a predicted claim, as JSON holds it
    """What CLAIM says, slot by slot, those of statements and commands too, in an order that can be read."""
    said = {
        slot: ", ".join(sorted(value)) if isinstance(value, frozenset) else value
        for slot, value in slots(claim).items()
    }
    spoken = {name: claim.get(name) for name in ("act", "topic", "quote", "under", "not_under") if claim.get(name)}
    return {**said, **spoken}


if __name__ == "__main__":
    sys.exit(main())
