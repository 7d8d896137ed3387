"""Time the resolver: `python -m benchmarks.places`.

Names are those of the reviewed tables and a sample of the long one, alone and in the light of a report, each asked for
the first time (cold: the look-up is made) and again (warm: only the ranking is). The lower bound is one look-up of a
folded name in a Python dictionary of all bases, which no resolver can undercut.
"""

import time
from collections.abc import Callable, Sequence
from importlib.resources import files
from statistics import median
from typing import Final

from laydown.lexicon.scan import fold
from laydown.lexicon.tables import table
from laydown.places import Context, resolve, survey
from laydown.places.senses import senses

REPORT: Final = (
    "Two thousand soldiers from Fort Bragg, North Carolina, will go to Germany and Poland, the Pentagon said. Another "
    "thousand move from Vilseck in Germany to Romania. Troops in Estonia, Latvia and Lithuania stay, officials in "
    "Tallinn and Paris said, and the brigade at Fort Stewart, Georgia, is on alert. "
)
LIMIT_US: Final = 1000.0
"""What issue 3 asks for: under a millisecond a name."""


def sample() -> list[str]:
    """Names of the reviewed tables, and every thousandth form of the long table."""
    forms = files("laydown.lexicon").joinpath("data", "towns.tsv").read_text(encoding="utf-8").splitlines()[4::1000]
    reviewed = [row["name"] for name in ("bases", "regions", "countries", "features") for row in table(name)]
    return reviewed + [form.split("\t", 1)[0] for form in forms]


def each(work: Callable[[str], object], names: Sequence[str]) -> list[float]:
    """Microseconds that WORK takes for each name, the least first."""
    took = []
    for name in names:
        start = time.process_time_ns()
        work(name)
        took.append((time.process_time_ns() - start) / 1000)
    return sorted(took)


def main() -> None:
    """Print the figures."""
    names = sample()
    resolve("Paris")  # loads the tables
    report = survey(REPORT)
    bases = {fold(row["name"]): row for row in table("bases")}
    print(f"CPU microseconds a name, {len(names)} names\n\n{'':24} {'median':>8} {'99 %':>8} {'worst':>8}")
    bound = each(lambda name: bases.get(fold(name)), names)
    runs = {"dictionary, lower bound": bound}
    for title, context in (("alone", Context()), ("in a report", report)):
        senses.cache_clear()
        runs[f"{title}, first time"] = each(lambda name, here=context: resolve(name, here), names)  # type: ignore[misc]
        runs[f"{title}, again"] = each(lambda name, here=context: resolve(name, here), names)  # type: ignore[misc]
    for title, took in runs.items():
        print(f"{title:24} {median(took):8.1f} {took[int(len(took) * 0.99)]:8.1f} {took[-1]:8.1f}")
    slow = runs["in a report, first time"]
    print(f"\nover {LIMIT_US / 1000:.0f} ms: {sum(took > LIMIT_US for took in slow)} of {len(slow)}")
    start = time.process_time_ns()
    for _ in range(100):
        survey(REPORT * 10)
    print(f"survey of {len(REPORT.split()) * 10} words: {(time.process_time_ns() - start) / 1e8:.1f} ms")


if __name__ == "__main__":
    main()
