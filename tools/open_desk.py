"""Open the desk at the end of `make demo`: `python -m tools.open_desk LEDGER`.

On a terminal it stays until Ctrl-C. Elsewhere, where nobody could press that, it is left open in the background, and
closes by itself when nobody asked for ten minutes; the address is printed either way.
"""

import subprocess
import sys
import time
from pathlib import Path
from typing import Final

LAYDOWN: Final = (sys.executable, "-c", "from laydown.cli import main; main()")
IDLE: Final = 600
PATIENCE: Final = 30.0
LOG: Final = Path("build/desk.log")


def main() -> int:
    """Serve, and say where."""
    serve = (*LAYDOWN, "serve", "--ledger", sys.argv[1], "--port", "0")
    if sys.stdout.isatty():
        return subprocess.run(serve, check=False).returncode  # noqa: S603 - our own command
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("w", encoding="utf-8") as log:
        subprocess.Popen(  # noqa: S603 - our own command
            (*serve, "--idle", str(IDLE)), stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    until = time.monotonic() + PATIENCE
    while "http://" not in (said := LOG.read_text(encoding="utf-8")) and time.monotonic() < until:
        time.sleep(0.1)
    print(said.strip() or f"the desk did not open within {PATIENCE:.0f} seconds: see {LOG}")
    return 0 if "http://" in said else 1


if __name__ == "__main__":
    sys.exit(main())
