"""The scorer of places, on a corpus of two lines of our own."""

from pathlib import Path

import pytest

from evals.geography import main, peer, rows, stories

CORPUS = """<?xml version="1.0"?><articles><article docid="1"><domain>example.com</domain>
<text>Troops left Rukla for Paris, Texas.</text><toponyms>
<toponym><start>12</start><end>17</end><phrase>Rukla</phrase><gaztag><lat>55.05</lat><lon>24.4</lon></gaztag></toponym>
<toponym><start>20</start><end>25</end><phrase>Paris</phrase><gaztag><lat>48.85</lat><lon>2.35</lon></gaztag></toponym>
<toponym><start>27</start><end>32</end><phrase>Texas</phrase></toponym>
</toponyms></article></articles>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("TR-News.xml", "GWN.xml", "lgl.xml"):
        (tmp_path / name).write_text(CORPUS)
    return tmp_path


def test_offsets_are_mended_and_names_without_a_position_left_out(folder: Path) -> None:
    (story,) = stories(folder / "lgl.xml")
    assert [story.text[slice(*toponym.span)] for toponym in story.toponyms] == ["Rukla", "Paris"]


def test_one_of_two_is_right(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--show", "3"]) == 0
    out = capsys.readouterr().out
    assert "laydown           2  1.000  0.500  0.500" in out
    assert "Paris as geonames:4717560" in out


def test_a_peer_is_scored_by_overlap(tmp_path: Path) -> None:
    (tmp_path / "gold.txt").write_text("a,,Paris,,48.85,,2.35,,19,,24||b,,Rukla,,55.05,,24.4,,12,,17||\n")
    (tmp_path / "peer.txt").write_text("a,,Paris,,33.66,,-95.55,,18,,24||c,,x,,,,,,1,,2||\n")
    tally = peer(rows(tmp_path / "gold.txt"), rows(tmp_path / "peer.txt"))
    assert (tally.names, tally.found, tally.right) == (2, 1, 0)


def test_a_missing_corpus_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 3
    assert "lacks TR-News.xml" in capsys.readouterr().err
