"""Killed: whoever is killed while adding has lost nothing that was acknowledged, and left nothing half-done."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from laydown.ledger.store import open_ledger
from tests.ledger.adding import MANY, readings
from tests.ledger.clerks import CLERK
from tests.ledger.conftest import problems

ROOT = Path(__file__).parents[2]
KILLS = 8


def test_nothing_acknowledged_is_lost_to_a_kill_at_any_moment(url: str, tmp_path: Path) -> None:
    chance = random.Random(4)  # noqa: S311 - moments, not secrets
    said = tmp_path / "acknowledged"
    for _ in range(KILLS):
        _add(url, said, killed_after=chance.uniform(0.3, 1.6))
        with open_ledger(url, clerk=CLERK) as ledger:
            assert problems(ledger) == []
            acknowledged = said.read_text().split("\n")[:-1]
            assert [name for name in acknowledged if not ledger.holds(name)] == []
    _add(url, said, killed_after=None)
    with open_ledger(url, clerk=CLERK) as ledger:
        assert problems(ledger) == []
        assert {report.id for report in ledger.reports()} == {one.report.id for one in readings()}
        assert len(ledger.books().links) == MANY


def _add(url: str, said: Path, *, killed_after: float | None) -> None:
    """Add the thousand reports in another process, and kill that after some seconds."""
    with said.open("ab") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.ledger.adding", url],
            cwd=ROOT,
            stdout=file,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])},
        )
        if killed_after is None:
            assert process.wait(timeout=300) == 0
        else:
            time.sleep(killed_after)
            process.send_signal(signal.SIGKILL)
            process.wait()
