"""The crew: as many readers as are asked for, the same bytes in the same order, and nobody left behind."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from laydown import codec, desk
from laydown.crew import AHEAD, SHARE, read_one, read_together
from laydown.model import Problem, Reading, Report

PLACES = ["Chad", "Mali", "Kenya", "Gabon", "Togo"]
TROOPS = [f"Norway sent {n} soldiers to {PLACES[n % 5]} on Monday, the ministry said." for n in range(100, 140)]


def test_any_crew_gives_the_same_bytes_in_the_same_order(tmp_path: Path) -> None:
    """Reports and problems stand where one reader would have put them."""
    lines = [json.dumps({"text": text}) for text in TROOPS]
    lines[7] = lines[21] = "{"
    (tmp_path / "many.jsonl").write_text("\n".join(lines))

    def read(workers: int) -> list[bytes | Problem]:
        found = desk.read_sources([str(tmp_path)], published="2024-03-06", workers=workers)
        return [codec.encode(one) if isinstance(one, Reading) else one for one in found]

    alone = read(1)
    assert read(2) == alone
    assert [n for n, one in enumerate(alone) if isinstance(one, Problem)] == [7, 21]


def test_no_crew_is_the_callers_mistake() -> None:
    """Trouble in a call is an exception."""
    with pytest.raises(ValueError, match="less than one"):
        desk.read_sources([], workers=0)


def test_a_report_that_makes_the_reader_fail_costs_nobody_else() -> None:
    """A fault of ours is a problem in its place, with one reader and with two."""
    bad = Report(text=TROOPS[0], source="b.txt")
    object.__setattr__(bad, "text", None)
    stream: list[Report | Problem] = [Report(text=TROOPS[1]), bad]
    stream += [Problem(where="c.txt", what="is empty", hint="check it"), Report(text="")]
    found = list(map(read_one, stream))
    assert [type(one) for one in found] == [Reading, Problem, Problem, Reading]
    assert str(found[1]).startswith("b.txt: cannot be read: ")
    assert "a fault of Laydown's" in str(found[1])
    assert list(read_together(stream, 2)) == found


class Deadly(Report):
    """A report that ends the process that takes it."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        """End whoever takes this up."""
        return os._exit, (9,)


def test_a_report_that_kills_its_reader_costs_nobody_else() -> None:
    """Where a process is killed, its report alone is a problem, and the others are read by a new crew."""
    stream: list[Report | Problem] = [Report(text=text) for text in TROOPS]
    expected = [*map(read_one, stream)]
    stream.insert(3, Deadly(text="", source="d.txt"))
    found = list(read_together(stream, 2))
    assert str(found.pop(3)).startswith("d.txt: cannot be read: the process that read it was killed")
    assert found == expected


def test_no_more_is_taken_than_the_readers_need() -> None:
    """A file of a million lines is never held, and who wants the first only waits for the first."""
    taken = 0

    def endless() -> Iterator[Report]:
        nonlocal taken
        while True:
            taken += 1
            yield Report(text=TROOPS[0])

    found = read_together(endless(), 2)
    for _ in range(3 * SHARE):
        next(found)
    assert taken <= (2 * AHEAD + 3) * SHARE
    found.close()  # type: ignore[attr-defined]


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="counts processes in /proc")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_interrupted_or_killed_it_leaves_no_process_behind(tmp_path: Path, sent: int, code: int) -> None:
    """Ctrl-C goes to all processes of a terminal: one line is said, 130 is the code, and no reader lives on."""
    (tmp_path / "many.jsonl").write_text(f'{{"text": "{TROOPS[0]}"}}\n' * 100_000)
    command = [sys.executable, "-c", "from laydown.cli import main; main()", "read", str(tmp_path), "--json"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([*command, "--workers", "2"], start_new_session=True, **pipes) as process:  # type: ignore[call-overload]
        assert process.stdout.readline()
        os.killpg(process.pid, sent) if sent == signal.SIGINT else process.kill()
        _, err = process.communicate(timeout=60)
    assert process.returncode == code
    assert sent == signal.SIGKILL or err.strip() == b"laydown: interrupted"
    deadline = time.monotonic() + 20
    while _living(process.pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert _living(process.pid) == []


def _living(session: int) -> list[str]:
    """The processes of SESSION that still run."""
    stats = [path.read_text().rpartition(")")[2].split() for path in Path("/proc").glob("[0-9]*/stat") if path.exists()]
    return [state for state, _, _, its, *_ in stats if int(its) == session and state != "Z"]
