"""Time the screen, the reader and the bare parser: one run, one process, CPU time.

    python -m benchmarks.reading [--passes N] [--small] [--stream FOLDER]

The bare parser is the lower bound: what spaCy's own pipe, tagger and parser alone, takes for exactly the sentences that
the reader parses. What our way of calling it takes for the same trees stands beside it. FOLDER holds news of all sorts,
one article a .txt file: what a stream is like that the screen stands before, and which share of it passes.
Ratios travel from machine to machine, times do not, so the passes of all measurements take turns and each figure is
the best of N passes, with the median beside it. CPU time counts all threads.
"""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Final

from evals.corpora import OUTSIDE, OWN, ROOT, SHARED, gold
from laydown.model import Report

WORDS: Final = 400
"""Words of one article: what a news page runs to."""
PASSES: Final = 5
EVENTS: Final = SHARED / "corpus" / "current-events" / "items.jsonl"
EVENT_ARTICLES: Final = 60
STREAM: Final = "stream"
"""The sort of the articles that are given by folder: screened only."""

SCREEN_GOAL: Final = 5000
READER_LIMIT: Final = 1.5
IRRELEVANT_LIMIT: Final = 1 / 30
START_LIMIT: Final = 0.3


@dataclass(slots=True)
class Timing:
    """The CPU seconds of each pass over a set of articles."""

    articles: int
    passes: list[float] = field(default_factory=list)

    @property
    def best(self) -> float:
        """Milliseconds an article in the best pass."""
        return min(self.passes) / self.articles * 1000

    @property
    def median(self) -> float:
        """Milliseconds an article in the middle pass."""
        return median(self.passes) / self.articles * 1000


def joined(texts: Iterable[str], words: int = WORDS) -> Iterator[str]:
    """TEXTS put together, paragraph by paragraph, to articles of at least WORDS words; a rest is dropped.

    >>> [len(article.split()) for article in joined(["a b", "c", "d e", "f", "g"], words=3)]
    [3, 3]
    """
    held: list[str] = []
    for text in texts:
        held.append(text)
        if sum(len(one.split()) for one in held) >= words:
            yield "\n\n".join(held)
            held = []


def relevant() -> tuple[list[str], list[str]]:
    """Articles about force movements, and a line about what could not be had: our own, and the long shared ones.

    Put together from paragraphs, for some of the shared ones are whole briefings and no longer an article's length.
    """
    articles = list(joined(_paragraphs(OWN.values())))
    path = OUTSIDE["dev-long"]
    if not path.exists():
        return articles, [f"!! only {len(articles)} relevant articles, all of our own writing: no {path}"]
    return articles + list(joined(_paragraphs([path]))), []


def _paragraphs(paths: Iterable[Path]) -> Iterator[str]:
    """The paragraphs of the gold reports in PATHS that hold a claim."""
    for path in paths:
        for one in gold(path):
            if one.line["claims"]:
                yield from filter(str.strip, one.report.text.split("\n"))


def irrelevant() -> list[str]:
    """Articles of our own writing on sport, business, weather and the like: each topic followed by the next."""
    lines = (ROOT / "benchmarks" / "irrelevant.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    return [f"{text}\n\n{texts[(i + 1) % len(texts)]}" for i, text in enumerate(texts)]


def events() -> tuple[list[str], list[str]]:
    """News of all sorts in which the corpus' own rule finds no movement, and a line where there is none to be had.

    Much of it is about wars, elections and disasters, so it is harder to screen than sport and weather.
    """
    if not EVENTS.exists():
        return [], [f"!! no mixed news: no {EVENTS}"]
    with EVENTS.open(encoding="utf-8") as lines:
        items = [json.loads(line) for line in lines]
    texts = [item["text"] for item in items if not item["core"] and not item["broad"]]
    articles = list(joined(texts))
    return articles[:: max(1, len(articles) // EVENT_ARTICLES)][:EVENT_ARTICLES], []


def timed(tasks: dict[str, tuple[int, Callable[[], object]]], passes: int) -> dict[str, Timing]:
    """The timings of TASKS (articles, what to run), after one pass to warm up; the tasks take turns in every pass."""
    found = {name: Timing(articles) for name, (articles, _) in tasks.items()}
    for turn in range(passes + 1):
        for name, (_, run) in tasks.items():
            begin = process_time()
            run()
            if turn:
                found[name].passes.append(process_time() - begin)
    return found


def measured(articles: dict[str, list[str]], passes: int) -> tuple[dict[str, Timing], int]:
    """The timings of screen, reader and parser on ARTICLES, and how many sentences of the relevant ones are parsed."""
    from laydown.reading import read, screened  # noqa: PLC0415 - so that memory before the parser can be told
    from laydown.reading.text.grammar import parse  # noqa: PLC0415
    from laydown.reading.text.pipeline import BATCH, load  # noqa: PLC0415

    reports = {name: [Report(text=text, published="2022-02-02") for text in texts] for name, texts in articles.items()}
    sentences = [
        [report.text[one.start : one.end] for _, one in screened(report)] for report in reports["relevant"]
    ]  # fmt: skip

    bare = load()

    def screen(name: str) -> Callable[[], object]:
        return lambda: [screened(report) for report in reports[name]]

    def reader(name: str) -> Callable[[], object]:
        return lambda: [read(report) for report in reports[name]]

    tasks: dict[str, tuple[int, Callable[[], object]]] = {
        **{f"screen, {name}": (len(one), screen(name)) for name, one in reports.items()},
        "bare parser, relevant": (
            len(sentences),
            lambda: [list(bare.pipe(one, batch_size=BATCH)) for one in sentences],
        ),
        "our parser, relevant": (len(sentences), lambda: [parse(texts) for texts in sentences]),
        **{f"reader, {name}": (len(one), reader(name)) for name, one in reports.items() if name != STREAM},
    }
    return timed(tasks, passes), sum(len(texts) for texts in sentences)


def started(command: Sequence[str], passes: int) -> float:
    """The wall-clock seconds of COMMAND, best of PASSES runs after one to warm the disk."""
    times = []
    for _ in range(passes + 1):
        begin = perf_counter()
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command
        times.append(perf_counter() - begin)
    return min(times[1:])


def verdict(figure: float, limit: float) -> str:
    """Whether FIGURE keeps LIMIT, in a word that is seen."""
    return "within" if figure <= limit else "OVER"


def machine() -> str:
    """The machine in a line."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [
            line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")
        ]
        model = names[0] if names else model
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return f"{model}, {os.cpu_count()} cores, load {load}, Python {platform.python_version()}, {platform.system()}"


def resident() -> float:
    """Megabytes that this process holds at its peak so far."""
    scale = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / 1e6


def print_timings(timings: dict[str, Timing]) -> None:
    """A line for each task: how many articles, milliseconds an article at best and in the middle, articles a second."""
    print(f"{'':24}{'articles':>9}{'best':>9}{'median':>9}{'a second':>10}")
    for name, timing in timings.items():
        print(f"{name:24}{timing.articles:9}{timing.best:9.2f}{timing.median:9.2f}{1000 / timing.best:10.0f}")


def print_shares(timings: dict[str, Timing], names: Iterable[str]) -> None:
    """The reader against the bare parser, and each other sort of article against the relevant ones."""
    reader, bound = timings["reader, relevant"].best, timings["bare parser, relevant"].best
    ours = timings["our parser, relevant"].best
    print(f"reader / bare parser       {reader / bound:6.2f}   {verdict(reader / bound, READER_LIMIT)} {READER_LIMIT}")
    print(f"our parser / bare parser   {ours / bound:6.2f}")
    for name in names:
        if name not in {"relevant", STREAM}:
            share = timings[f"reader, {name}"].best / reader
            limit = f"{verdict(share, IRRELEVANT_LIMIT)} 1/30" if name == "irrelevant" else "no limit set"
            print(f"{name:>10} / relevant      1/{1 / share:4.0f}   {limit}")


def print_stream(timings: dict[str, Timing], texts: Sequence[str]) -> None:
    """How fast the screen is on a stream of news, and which share of it passes."""
    from laydown.reading import screened  # noqa: PLC0415

    rate = 1000 / timings[f"screen, {STREAM}"].best
    passed = sum(bool(screened(Report(text=text))) for text in texts) / len(texts)
    held = "within" if rate >= SCREEN_GOAL else "UNDER"
    print(f"screen, stream             {rate:6.0f} articles a second   {held} {SCREEN_GOAL}; {passed:.0%} pass")


def print_start(passes: int) -> None:
    """How long `laydown --help` takes, and a loud line where it is not installed."""
    command = Path(sys.executable).parent / "laydown"
    bare = started([sys.executable, "-c", "pass"], passes)
    if not command.exists():
        print(f"!! laydown is not installed beside {sys.executable}: start-up not timed", file=sys.stderr)
        return
    whole = started([str(command), "--help"], passes)
    held = f"{verdict(whole, START_LIMIT)} {START_LIMIT}"
    print(f"laydown --help, seconds    {whole:6.2f}   {held}; bare Python {bare:.2f}")


def stream(folder: Path) -> list[str]:
    """The articles of FOLDER, whatever their encoding: every .txt file in it and below it."""
    return [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))]


def gathered(folder: Path | None, *, small: bool) -> dict[str, list[str]]:
    """The articles of each sort; what could not be had is said on stderr."""
    (wanted, lacking), (mixed, lacking_too) = relevant(), events()
    for line in (*lacking, *lacking_too):
        print(line, file=sys.stderr)
    articles = {"relevant": wanted, "irrelevant": irrelevant(), **({"mixed news": mixed} if mixed else {})}
    articles |= {STREAM: stream(folder)} if folder else {}
    return {name: texts[:3] for name, texts in articles.items()} if small else articles


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--passes", type=int, default=PASSES, metavar="N")
    parser.add_argument("--small", action="store_true", help="few articles: to see that it runs")
    parser.add_argument("--stream", type=Path, metavar="FOLDER", help="news of all sorts, one article a .txt file")
    options = parser.parse_args(arguments)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does: more threads only cost
    print(machine())
    articles = gathered(options.stream, small=options.small)
    count = len(articles["relevant"])
    before = resident()
    timings, sentences = measured(articles, options.passes)
    words = sum(len(text.split()) for text in articles["relevant"]) // count
    print(f"CPU milliseconds an article, {options.passes} passes; relevant articles have {words} words on average\n")
    print_timings(timings)
    print(f"\nthe parser sees {sentences / count:.1f} sentences of a relevant article")
    print_shares(timings, articles)
    if STREAM in articles:
        print_stream(timings, articles[STREAM])
    print(f"memory, MB                 {before:6.0f} before the parser, {resident():.0f} at the peak")
    print_start(options.passes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
