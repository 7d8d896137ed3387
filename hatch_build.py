"""The build hook: the front end is built into the package where its sources are newer than what is built."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT: Final = Path(__file__).parent
FRONT: Final = ROOT / "frontend"
STATIC: Final = ROOT / "src" / "laydown" / "web" / "static"
BUILT: Final = tuple(STATIC / name for name in ("desk.js", "desk.css", "world.svg", "symbols.svg"))
"""What a build leaves, and a wheel carries."""


class FrontEnd(BuildHookInterface[Any]):
    """Builds the front end by npm. A source distribution carries it built, so that whoever installs needs no Node."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build where something is newer; VERSION and BUILD_DATA are hatchling's and stay as they are."""
        del version, build_data
        if stale():
            build()


def stale() -> bool:
    """Whether the front end must be built: never where there are no sources, for then it was carried here built."""
    if not FRONT.is_dir():
        return False
    if not all(path.is_file() for path in BUILT):
        return True
    newest = max(path.stat().st_mtime for path in sources())
    return newest > min(path.stat().st_mtime for path in BUILT)  # equal in an archive, which flattens all times


def sources() -> list[Path]:
    """What the front end is built from."""
    return [path for path in FRONT.rglob("*") if path.is_file() and "node_modules" not in path.parts]


def build() -> None:
    """Run npm; ends with a plain sentence where there is none."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("Laydown: building the desk needs Node 20 and npm, and there is no npm here. A wheel needs neither.")
    STATIC.mkdir(parents=True, exist_ok=True)
    for step in (("ci", "--no-audit", "--no-fund", "--loglevel=error"), ("run", "--silent", "build")):
        subprocess.run((npm, *step), cwd=FRONT, check=True)  # noqa: S603 - our own steps
    for path in BUILT:
        path.touch()


if __name__ == "__main__" and stale():
    build()
