"""`laydown serve`: what it refuses, and how it says so; that it serves is tried with the wheel."""

import socket
import subprocess
import sys
from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]


def test_others_are_let_in_by_a_token_alone(run: Run) -> None:
    code, out, err = run("serve", "--host", "0.0.0.0")  # noqa: S104 - what is refused
    assert (code, out) == (2, "")
    assert "--token" in err


def test_without_a_ledger_there_is_no_desk(run: Run) -> None:
    code, _, err = run("serve", "--ledger", "nowhere.db")
    assert code == 3
    assert "laydown add" in err


def test_a_port_that_is_taken_is_said_in_one_line(run: Run) -> None:
    """In a process of its own: a server runs a loop, and a browser's tests may have one running in this."""
    assert run("add", "--published", "2022-02-02", "-", "--ledger", "books.db")[0] in {0, 3}
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        command = [sys.executable, "-c", "from laydown.cli import main; main()", "serve", "--ledger", "books.db"]
        done = subprocess.run([*command, "--port", port], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "--port 0" in done.stderr
    assert "Traceback" not in done.stderr
