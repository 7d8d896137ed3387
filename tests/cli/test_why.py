"""`laydown read --why`: the argument for each claim, as an analyst would make it."""

from collections.abc import Callable
from pathlib import Path

REPORT = """Denmark could send 200 soldiers to Mali if parliament agrees, Defence Minister Lars Holm said.

Chad rejected calls to withdraw its 300 soldiers from Bangui. About 600 Chadian soldiers left N'Djamena for
Timbuktu on Tuesday. The soldiers will join the 900 already in Timbuktu. They flew on to Timbuktu from Gao.

The Danish contingent in Iraq will be cut from 900 soldiers to 500 by June. There are no Danish soldiers in Syria.
"""

Run = Callable[..., tuple[int, str, str]]


def test_each_claim_is_argued(run: Run, tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    """The words, the rows of the tables, the steps outwards, the rule, what was folded in, and the confidence."""
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    code, out, err = run("read", "report.txt", "--published", "2016-03-09", "--why")
    assert (code, err) == (0, "")
    assert [line for line in out.splitlines() if line != line.rstrip()] == []
    golden("cli/golden/why.txt", out)
