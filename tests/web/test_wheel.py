"""The wheel: it carries the built front end, and serves the desk where there is no Node."""

import os
import re
import subprocess
import sys
import sysconfig
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from laydown.web.app import built

ROOT = Path(__file__).parents[2]
CARRIED = {"desk.js", "desk.css", "world.svg", "symbols.svg"}
NO_LOOK = "LOUD: the wheel was not tried, for there is no front end: make front"

pytestmark = pytest.mark.skipif(not built(), reason=NO_LOOK)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without a Node to be found."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir")
    command: list[str | Path] = [sys.executable, "-m", "pip", "wheel", *options, folder, ROOT]
    subprocess.run(command, check=True, env={**os.environ, "PATH": "/nowhere"})
    (found,) = folder.glob("*.whl")
    return found


def test_a_wheel_carries_what_the_desk_shows(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {f"laydown/web/static/{name}" for name in CARRIED} <= names
    assert {"laydown/py.typed", "laydown/web/templates/layout.html"} <= names


def test_it_serves_without_node(wheel: Path, books_file: Path, tmp_path: Path) -> None:
    """An environment of its own, which borrows the dependencies of this one but not Laydown itself."""
    home = tmp_path / "env"
    venv.create(home, with_pip=False, symlinks=True)
    site = next(home.glob("lib/python*/site-packages"))
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    start = "import laydown, sys; sys.stderr.write(laydown.__file__ + chr(10)); from laydown.cli import main; main()"
    command: list[str | Path] = [
        home / "bin" / "python",
        "-c",
        start,
        "serve",
        "--ledger",
        books_file,
        "--port",
        "0",
        "--idle",
        "60",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={"PATH": "/nowhere"}) as desk:
        assert desk.stderr is not None
        try:
            assert desk.stderr.readline().startswith(str(site))
            found = re.search(r"http://127\.0\.0\.1:\d+/", desk.stderr.readline())
            assert found is not None
            for address in ("movements", "static/desk.js", "static/desk.css", "static/world.svg"):
                with urllib.request.urlopen(found[0] + address, timeout=20) as answer:  # noqa: S310 - our own
                    assert answer.status == 200
                    assert len(answer.read()) > 1000
        finally:
            desk.terminate()
            desk.wait(20)
