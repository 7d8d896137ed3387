"""The scorer of times, on a report of our own."""

from pathlib import Path

import pytest

from evals.dates import Tally, Timex, found, main, report, scored

REPORT = """<?xml version="1.0"?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2021-06-09">x</TIMEX3></DCT><TEXT>
Two ships left Suva on <TIMEX3 tid="t1" type="DATE" value="2021-06-07">Monday</TIMEX3>.

They will return in <TIMEX3 tid="t2" type="DATE" value="2021-08">August</TIMEX3>, he said <TIMEX3 tid="t3"
type="DATE" value="2021-W22">last week</TIMEX3>.
</TEXT></TimeML>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("te3-platinum", "TBAQ-cleaned"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "suva.tml").write_text(REPORT)
    return tmp_path


def test_values_are_written_as_timeml_does(folder: Path) -> None:
    told = report(folder / "te3-platinum" / "suva.tml")
    given = [(told.text[t.start : t.end], t.value) for t in found(told)]
    assert given == [("Monday", "2021-06-07"), ("August", "2021-08"), ("last week", "2021-W22")]


def test_overlap_words_and_value_are_scored_apart() -> None:
    tally = Tally()
    scored([Timex(0, 9, "DATE", "2021"), Timex(20, 25, "DATE", "2020")], [Timex(4, 9, "DATE", "2021")], tally)
    assert (tally.relaxed.hits, tally.strict.hits, tally.value.hits, tally.relaxed.missed) == (1, 0, 1, 1)


def test_all_three_are_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--show"]) == 0
    assert "all                3  100.00  100.00  100.00" in capsys.readouterr().out


def test_a_missing_folder_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 3
    assert "lacks TBAQ-cleaned" in capsys.readouterr().err
