"""`laydown serve`: what it refuses, and how it says so; that it serves is tried with the wheel."""

import socket
from collections.abc import Callable

import pytest

Run = Callable[..., tuple[int, str, str]]


def test_others_are_let_in_by_a_token_alone(run: Run) -> None:
    code, out, err = run("serve", "--host", "0.0.0.0")  # noqa: S104 - what is refused
    assert (code, out) == (2, "")
    assert "--token" in err


def test_without_a_ledger_there_is_no_desk(run: Run) -> None:
    code, _, err = run("serve", "--ledger", "nowhere.db")
    assert code == 3
    assert "laydown add" in err


@pytest.mark.usefixtures("run")
def test_a_port_that_is_taken_is_said_in_one_line(run: Run) -> None:
    assert run("add", "--published", "2022-02-02", "-", "--ledger", "books.db")[0] in {0, 3}
    with socket.create_server(("127.0.0.1", 0)) as other:
        code, _, err = run("serve", "--ledger", "books.db", "--port", str(other.getsockname()[1]))
    assert code == 2
    assert "--port 0" in err
    assert "Traceback" not in err
