"""`laydown read`: data on stdout, talk on stderr, and exit codes that a script can trust."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from laydown import codec
from laydown.model import Reading

TROOPS = "About 800 soldiers will be sent from Britain to Estonia in the spring, the ministry said."

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _nothing_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that finds nothing."""
    monkeypatch.setattr("laydown.reading.read", lambda report: Reading(report=report), raising=False)


def test_cards_without_json(run: Run, tmp_path: Path) -> None:
    """A person reads cards."""
    (tmp_path / "a.txt").write_text(TROOPS)
    code, out, err = run("read", str(tmp_path / "a.txt"))
    assert (code, err) == (0, "")
    assert "No claim about a force was found" in out


def test_json_is_a_line_a_report_and_follows_the_schema(run: Run, tmp_path: Path) -> None:
    """A program reads lines; they hold what `codec.decode` gives back."""
    (tmp_path / "a.txt").write_text(TROOPS)
    (tmp_path / "b.txt").write_text(TROOPS + " It will.")
    code, out, err = run("read", str(tmp_path), "--published", "2024-03-06", "--json")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert [codec.decode(line).report.published for line in lines] == ["2024-03-06"] * 2
    for line in lines:
        jsonschema.Draft202012Validator(codec.schema()).validate(json.loads(line))


def test_one_bad_file_is_exit_3_and_the_others_are_read(run: Run, tmp_path: Path) -> None:
    """The problem is one line of talk."""
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.txt").write_text(TROOPS)
    code, out, err = run("read", str(tmp_path), "--json")
    assert code == 3
    assert len(out.splitlines()) == 1
    assert err == f"laydown: {tmp_path / 'a.txt'}: is empty; check that it was saved in full\n"


@pytest.mark.parametrize(
    "words",
    [
        ("read",),
        ("read", "a.txt", "--published", "2022-13-40"),
        ("read", "a.txt", "--published", "Wednesday"),
        ("read", "a.txt", "--nonsense"),
        ("retreat",),
        (),
    ],
)
def test_wrong_use_is_exit_2(run: Run, words: tuple[str, ...]) -> None:
    """What is wrong stands on stderr, and nothing on stdout."""
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert "Usage" in err


def test_version_names_parser_and_data(run: Run) -> None:
    """What reproduces a reading, and whose data is inside."""
    code, out, _ = run("--version")
    assert code == 0
    assert "laydown 0.1.0" in out
    assert "parser" in out
    assert "GeoNames" in out


def test_help_loads_nothing_heavy() -> None:
    """Start-up stays quick: `--help` needs no parser, no page reader and no pretty printer."""
    check = (
        "import sys; sys.argv = ['laydown', '--help']\n"
        "from laydown.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'numpy', 'trafilatura', 'lxml', 'rich', 'msgspec', 'markdown_it', 'charset_normalizer',\n"
        "         'sqlalchemy', 'alembic', 'highspy'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    """`laydown read ... | head -1` is quiet."""
    source = tmp_path / "many.jsonl"
    source.write_text(f'{{"text": "{TROOPS}"}}\n' * 400)
    command = f"{sys.executable} -c '{IN_PROCESS}' read {source} --json | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1


def test_ctrl_c_is_130(tmp_path: Path) -> None:
    """Without a traceback."""
    os.mkfifo(tmp_path / "never")
    command = [sys.executable, "-c", IN_PROCESS, "read", str(tmp_path / "never")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        writer = os.open(tmp_path / "never", os.O_WRONLY)
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
        os.close(writer)
    assert process.returncode == 130
    assert err.strip() == "laydown: interrupted"


def test_files_do_not_depend_on_the_terminal(tmp_path: Path) -> None:
    """Into a file, cards are the same whatever the window was, and without colour unless it is asked for."""
    (tmp_path / "a.txt").write_text(TROOPS)
    command = [sys.executable, "-c", IN_PROCESS, "read", str(tmp_path / "a.txt")]
    outs = {
        subprocess.run(command, capture_output=True, env=os.environ | more, check=True).stdout
        for more in ({"COLUMNS": "40"}, {"COLUMNS": "200"}, {"TERM": "dumb"}, {"NO_COLOR": "1"})
    }
    assert len(outs) == 1
    assert b"\x1b" not in outs.pop()
    coloured = subprocess.run(command, capture_output=True, env=os.environ | {"FORCE_COLOR": "1"}, check=True).stdout
    assert b"\x1b" in coloured


IN_PROCESS = (
    "import laydown.reading; from laydown.model import Reading; "
    "laydown.reading.read = lambda report: Reading(report=report); "
    "from laydown.cli import main; main()"
)
"""The command on a reader that finds nothing, for a process of its own."""
