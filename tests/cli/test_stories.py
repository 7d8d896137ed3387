"""Stories on the command line: what changed between two files or two reports of a ledger, and the versions there."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
OLD = "The United States will send 2,000 troops to Poland."
NEW = "The United States will send 3,000 troops to Poland. An earlier version of this story said 2,000 troops."


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return "old.txt", "new.txt"


@pytest.fixture
def kept(run: Run, tmp_path: Path) -> list[str]:
    rows = [
        {"text": text, "url": "https://wire.example/a", "source": "https://wire.example/a", "publisher": "Harbor Wire",
         "published": f"2022-02-02T{hour}:00:00Z"}
        for text, hour in ((OLD, "10"), (NEW, "15"))
    ]  # fmt: skip
    (tmp_path / "both.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    code, out, err = run("add", "both.jsonl", "--json")
    assert (code, err) == (0, "")
    return [json.loads(line)["id"].removeprefix("sha256:") for line in out.splitlines()]


def test_two_files_are_compared_without_a_ledger(run: Run, files: tuple[str, str], tmp_path: Path) -> None:
    code, out, err = run("diff", *files, "--json")
    found = json.loads(out)
    assert (code, err, found["added"], found["removed"]) == (0, "", [], [])
    (change,) = found["changed"]
    assert (change["old_words"], change["corrected"]) == (OLD, True)
    assert [change["fields"]["quantity"][when]["value"] for when in ("old", "new")] == [2000, 3000]
    assert not (tmp_path / "books.db").exists()


def test_a_person_sees_both_sentences(run: Run, files: tuple[str, str]) -> None:
    _, out, _ = run("diff", *files)
    assert "quantity 2,000 → 3,000" in out
    assert f"was “{OLD}”" in out
    assert "! correction" in out


def test_reports_of_the_ledger_go_by_the_first_digits_of_their_ids(run: Run, kept: list[str]) -> None:
    code, out, _ = run("diff", kept[0][:12], "sha256:" + kept[1], "--json")
    assert (code, json.loads(out)["old"]) == (0, "sha256:" + kept[0])


def test_what_cannot_be_read_is_said_in_one_line(run: Run, files: tuple[str, str]) -> None:
    code, out, err = run("diff", files[0], "none.txt")
    assert (code, out) == (3, "")
    assert err.count("\n") == 1


def test_a_story_shows_its_versions_and_what_each_changed(run: Run, kept: list[str]) -> None:
    code, out, _ = run("story", kept[1][:8], "--json")
    found = json.loads(out)
    assert (code, found["id"]) == (0, "s-" + kept[0][:16])
    first, second = found["versions"]
    assert (first["grouping"], second["grouping"]["reason"]) == (None, "same address")
    assert second["changes"]["changed"][0]["fields"].keys() == {"quantity"}
    assert "version: same address" in run("story")[1]


@pytest.mark.usefixtures("kept")
def test_a_story_that_is_not_there_is_wrong_use(run: Run) -> None:
    code, out, err = run("story", "ffff0000")
    assert (code, out) == (2, "")
    assert "laydown story" in err


def test_a_grouping_is_undone_and_made_again_by_rulings(run: Run, kept: list[str]) -> None:
    code, out, err = run("story", "s-" + kept[0][:16], "--apart", kept[1][:8], "--reason", "a page filled anew")
    assert (code, err) == (0, "")
    first, second = sorted(kept)
    assert out.startswith(f"ruled apart: {first[:16]} and {second[:16]}, ")
    assert "a page filled anew" in out
    assert len(run("story", "--json")[1].splitlines()) == 2
    assert "ruled apart" in run("story", kept[1][:8])[1]
    code, out, _ = run("story", kept[1][:8], "--together", kept[0][:8], "--reason", "no, a version", "--json")
    assert json.loads(out.splitlines()[0])["verdict"] == "together"
    (whole,) = map(json.loads, run("story", "--json")[1].splitlines())
    assert whole["versions"][1]["grouping"]["reason"] == "ruled together: no, a version"
    assert whole["rulings"][0]["reason"] == "no, a version"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--apart", "ffff0000", "--reason", "r"), "no report begins with"),
        (("--apart", "ffff0000"), "a ruling needs"),
        (("--apart", "a", "--together", "b", "--reason", "r"), "a ruling needs"),
    ],
)
def test_a_ruling_that_says_nothing_is_wrong_use(run: Run, kept: list[str], words: tuple[str, ...], told: str) -> None:
    code, out, err = run("story", kept[0][:8], *words)
    assert (code, out) == (2, "")
    assert told in err


def test_the_same_words_at_another_address_are_listed_as_a_copy(run: Run, kept: list[str], tmp_path: Path) -> None:
    row = {"text": OLD, "source": "https://courier.example/b", "publisher": "Courier", "published": "2022-02-02"}
    (tmp_path / "again.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert json.loads(run("add", "again.jsonl", "--json")[1])["new"] is False
    (seen,) = json.loads(run("story", kept[0][:8], "--json")[1])["versions"][0]["sightings"]
    assert (seen["source"], seen["outlet"], seen["at"]) == (row["source"], "Courier", "2022-02-02T23:59:59Z")
    assert "copy: the same words at https://courier.example/b" in run("story")[1]


def test_what_a_page_tells_no_more_is_marked_wherever_it_counts(run: Run, tmp_path: Path) -> None:
    rest = "Norway will send 80 soldiers to Iceland."
    rows = [
        {
            "text": text,
            "source": "https://wire.example/n",
            "publisher": "Wire",
            "published": f"2022-02-02T{hour}:00:00Z",
        }
        for text, hour in ((f"{OLD} {rest}", "10"), (OLD, "15"))
    ]
    (tmp_path / "page.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    first = json.loads(run("add", "page.jsonl", "--json")[1].splitlines()[0])["id"]
    (gone,) = map(json.loads, run("suspense", "--json")[1].splitlines())
    assert (gone["role"], gone["dropped"]["words"], gone["dropped"]["notice"]) == ("opens", rest, None)
    mark = "its page tells it no more since 2022-02-02 15:00:00, without a notice"
    for words in (("suspense",), ("story", first), ("balance", "--place", "Iceland", "--why")):
        assert mark in " ".join(run(*words)[1].split())
    assert json.loads(run("story", first, "--json")[1])["dropped"][0]["claim"] == gone["claim"]
