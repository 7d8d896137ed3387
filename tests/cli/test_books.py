"""The books on the command line: what is added, balanced, doubted and ruled, and exit codes that a script can trust."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
TOLD = (
    ("2022-02-02", "Harbor Wire",
     "The United States will send 2,000 troops from Fort Bragg to Poland. About 900 soldiers are already in Romania."),
    ("2022-02-05", "The Meridian", "The United States will send 2,500 troops from Fort Bragg to Poland."),
    ("2022-02-09", "Courier Post", "The first 400 American soldiers arrived in Poland on Wednesday."),
)  # fmt: skip


@pytest.fixture
def told(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    rows = [{"published": day, "publisher": outlet, "text": text} for day, outlet, text in TOLD]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert run("add", str(path))[0] == 0
    return path


def lines(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_adding_twice_changes_nothing(run: Run, told: Path) -> None:
    code, out, err = run("add", str(told), "--json")
    assert (code, err) == (0, "")
    assert [(line["new"], line["claims"]) for line in lines(out)] == [(False, 0)] * 3
    assert {line["version"] for line in lines(out)} == {1}
    assert len({line["story"] for line in lines(out)}) == 3
    assert len(run("movements", "--json")[1].splitlines()) == 2


@pytest.mark.usefixtures("told")
def test_one_bad_source_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Canada will send 300 soldiers to Latvia.", encoding="utf-8")
    code, out, err = run("add", str(tmp_path / "none.txt"), str(other), "--published", "2022-02-10")
    assert code == 3
    assert "none.txt" in err
    assert "1 claim" in out


@pytest.mark.usefixtures("told")
def test_a_balance_is_a_sheet_with_its_proofs(run: Run) -> None:
    code, out, _ = run("balance", "--force", "US", "--as-of", "2022-02-03", "--why")
    assert code == 0
    assert "US persons  as ordered, as of 2022-02-03" in out
    assert "+2,000" in out
    assert "+ 2,000  at least  Harbor Wire  “The United States will send 2,000 troops" in out


@pytest.mark.usefixtures("told")
def test_a_balance_as_json_is_what_the_contract_says(run: Run) -> None:
    _, out, _ = run("balance", "--place", "Romania", "--as-of", "2022-02-03", "--json")
    (line,) = lines(out)
    assert {"force", "place", "as_of", "basis", "stated", "net_change", "level", "contested", "sources",
            "certificate"} <= set(line)  # fmt: skip
    assert line["level"] == {"low": 800, "high": 1000}
    assert line["sources"] == ["Harbor Wire"]
    certificate = line["certificate"]
    assert isinstance(certificate, dict)
    assert {"claim", "coefficient", "words"} <= set(certificate["low"][0])


@pytest.mark.usefixtures("told")
def test_what_is_in_doubt_waits_until_a_person_rules(run: Run) -> None:
    (doubt,) = lines(run("suspense", "--json")[1])
    assert doubt["role"] == "suspense"
    options = doubt["options"]
    assert isinstance(options, list)
    assert {option["role"] for option in options} == {"opens", "same"}
    assert "2,500 US personnel" in run("suspense")[1]
    target = next(option["targets"][0] for option in options if option["role"] == "same")
    code, out, _ = run("rule", str(doubt["claim"]), "same", target, "--reason", "one order, told twice", "--json")
    assert code == 0
    assert lines(out)[0]["decided_by"] == "person"
    assert run("suspense", "--json")[1] == ""
    code, out, _ = run("conflicts")
    assert code == 1
    assert "cannot all be true" in out
    assert "2022-02-05 The Meridian: “The United States will send 2,500 troops" in out


@pytest.mark.usefixtures("told")
def test_conflicts_that_are_none_are_no_findings(run: Run) -> None:
    assert run("conflicts", "--json")[:2] == (0, "")


@pytest.mark.usefixtures("told")
def test_movements_are_told_once_each(run: Run) -> None:
    _, out, _ = run("movements")
    assert out.startswith("◔ 2,000 US persons  Fort Bragg (US) → Poland\n    announced")
    assert "● 400 US persons  … → Poland" in out


@pytest.mark.usefixtures("told")
def test_words_are_searched(run: Run) -> None:
    _, out, _ = run("search", "already", "Romania", "--json")
    (found,) = lines(out)
    assert found["words"] == "About 900 soldiers are already in Romania."


@pytest.mark.usefixtures("told")
def test_a_ledger_that_holds_says_so(run: Run) -> None:
    assert run("check") == (0, "", "laydown: all of it holds\n")


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("balance", "--as-of", "yesterday"), 2, "'yesterday' is no date"),
        (("balance", "--place", "Zzyzx"), 2, "no table has a place 'Zzyzx'"),
        (("rule", "nobody.c1", "memo", "--reason", "x"), 3, "nobody.c1"),
        (("rule", "nobody.c1", "forget", "--reason", "x"), 2, "no role 'forget'"),
    ],
)
def test_wrong_use_is_one_clear_line(words: tuple[str, ...], code: int, said: str, run: Run) -> None:
    ended, out, err = run(*words)
    assert (ended, out) == (code, "")
    assert said in err


@pytest.mark.parametrize("command", ["balance", "movements", "conflicts", "suspense", "check"])
def test_no_ledger_is_made_by_asking(command: str, run: Run, tmp_path: Path) -> None:
    code, out, err = run(command)
    assert (code, out) == (3, "")
    assert "there is no ledger; make one with `laydown add`" in err
    assert not (tmp_path / "books.db").exists()


def test_a_file_that_is_no_ledger_is_left_alone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a ledger", encoding="utf-8")
    code, _, err = run("check", "--ledger", str(path))
    assert code == 3
    assert "is no ledger" in err
    assert path.read_text(encoding="utf-8") == "not a ledger"
