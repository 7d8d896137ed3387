"""Take the screenshots of the README: `python -m tools.screenshots LEDGER`.

They are of the worked example in a real browser, light, at the size of a laptop; make them anew when the desk changes.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

SHOTS: Final = Path(__file__).parents[1] / "docs" / "screenshots"
PAGES: Final = {
    "map": "/map?as-of=2022-02-25",
    "why": "/why/balance?force=US&asset=persons&place=Romania&as-of=2022-02-11",
}
SERVE: Final = (sys.executable, "-c", "from laydown.cli import main; main()", "serve", "--port", "0", "--ledger")


def main() -> int:
    """Serve the ledger, and look at it."""
    chromium = shutil.which("chromium")
    if chromium is None or len(sys.argv) != 2:
        print(__doc__ if chromium else "screenshots: there is no chromium here; apt-get install chromium")
        return 2
    SHOTS.mkdir(exist_ok=True)
    with subprocess.Popen((*SERVE, sys.argv[1]), stderr=subprocess.PIPE, text=True) as desk:  # noqa: S603 - our own
        try:
            shoot(chromium, next(word for word in str(desk.stderr and desk.stderr.readline()).split() if "://" in word))
        finally:
            desk.terminate()
    return 0


def shoot(chromium: str, address: str) -> None:
    """Open each page at an ADDRESS and keep what is seen."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="en-GB", color_scheme="light")
        for name, path in PAGES.items():
            page.goto(address.rstrip("/") + path)
            page.wait_for_load_state("networkidle")
            page.screenshot(path=SHOTS / f"{name}.png")
            print(SHOTS / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
