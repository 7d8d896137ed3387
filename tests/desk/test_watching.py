"""A breaking story over a day: three outlets, eight versions, a correction, followed by `watch` on a local server."""

import json
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from laydown.cli import main
from laydown.desk import books, stories
from laydown.desk.books import Clocks, Ledger, open_ledger
from laydown.desk.watching import Fetcher, News, Watched, watch
from laydown.intake.fetching.calls import Limits
from laydown.model import Problem

QUICK = Limits(call=2.0, silence=1.0, patience=0.2, redirects=3, tries=0)
DAY = "2024-06-12"
SPAIN = "Spain will send {} soldiers to Latvia, the defence ministry in Madrid said on Wednesday."
MORNING = "The soldiers will come from the base at Zaragoza and are to stay for six months, an official said."


def page(title: str, hour: str, *words: str, publisher: str = "Baltic Wire", changed: str | None = None) -> bytes:
    """A page as a site writes it, with its hours in its head."""
    head = {
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": f"{DAY}T{hour}:00Z",
        "dateModified": f"{DAY}T{changed or hour}:00Z",
        "publisher": {"name": publisher},
    }
    body = "".join(f"<p>{sentence}</p>" for sentence in words)
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>"
        f'<script type="application/ld+json">{json.dumps(head)}</script></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


@dataclass
class Site:
    """What the server says now at each path, as bytes, or as a status alone; and how often it was asked."""

    pages: dict[str, bytes | int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    url: str = ""


@pytest.fixture
def site() -> Iterator[Site]:
    held = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Answer with what the site has now, and 304 where the caller has it."""
            held.asked.append(self.path)
            found = held.pages.get(self.path, 404)
            data, status = (found, 200) if isinstance(found, bytes) else (b"", found)
            tag = f'"{hash(data)}"'
            if status == 200 and self.headers.get("If-None-Match") == tag:
                data, status = b"", 304
            self.send_response(status)
            kind = "application/rss+xml" if self.path.endswith(".rss") else "text/html; charset=utf-8"
            for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), "ETag": tag}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:  # noqa: ANN401 - as http.server has it
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    held.url = f"http://127.0.0.1:{server.server_port}"
    yield held
    server.shutdown()
    server.server_close()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "day.db")) as kept:
        yield kept


Look = Callable[[str], list[News | Problem]]


@pytest.fixture
def look(site: Site, ledger: Ledger) -> Look:
    """A round of the watch at an hour of the day, over what is due then."""
    sources: dict[str, Watched] = {}

    def round_at(hour: str) -> list[News | Problem]:
        for path in ("/wire", "/post", "/feed.rss"):
            sources.setdefault(site.url + path, Watched(address=site.url + path, due=""))
        now = f"{DAY}T{hour}:00Z"
        with Fetcher(retrieved=now, allow_private=True, limits=QUICK) as fetcher:
            return list(watch(ledger, sources, fetcher, now))

    return round_at


def feed(site: Site, *items: tuple[str, str]) -> bytes:
    """A feed that names pages with the hour of their last change."""
    told = "".join(
        f"<item><title>Latvia</title><link>{site.url}{path}</link>"
        f"<pubDate>Wed, 12 Jun 2024 {hour}:00 GMT</pubDate></item>"
        for path, hour in items
    )
    return f"<rss version='2.0'><channel><title>Gazette</title>{told}</channel></rss>".encode()


def news(found: list[News | Problem]) -> list[tuple[int, int]]:
    """Version and number of claims of what came in."""
    return [(one.taken.version, one.taken.claims) for one in found if isinstance(one, News)]


@pytest.fixture
def the_day(site: Site, look: Look) -> list[list[News | Problem]]:
    """Eight versions by three outlets; the Post is wrong at ten and corrects itself in the afternoon."""
    site.pages = {"/wire": page("Spain to reinforce Latvia", "08:00", SPAIN.format("600")), "/feed.rss": feed(site)}
    rounds = [look("08:10")]
    wire = [SPAIN.format("600"), MORNING]
    site.pages["/wire"] = page("Spain to reinforce Latvia", "08:00", *wire, changed="09:00")
    rounds.append(look("09:10"))
    site.pages["/post"] = page("Madrid sends troops", "10:00", SPAIN.format("900"), publisher="Post")
    rounds.append(look("10:10"))
    site.pages["/gazette"] = page("Latvia", "11:00", SPAIN.format("about 600"), publisher="Gazette")
    site.pages["/feed.rss"] = feed(site, ("/gazette", "11:00"))
    rounds.append(look("11:30"))
    wire.append("The first 100 of the 600 soldiers left Zaragoza for Latvia on Wednesday afternoon, the ministry said.")
    site.pages["/wire"] = page("Spain to reinforce Latvia", "08:00", *wire, changed="14:00")
    rounds.append(look("14:10"))
    fixed = [
        SPAIN.format("600"),
        "Correction: an earlier version of this article said that 900 soldiers would be sent.",
    ]
    site.pages["/post"] = page("Madrid sends troops", "10:00", *fixed, publisher="Post", changed="15:00")
    rounds.append(look("15:40"))
    site.pages["/gazette"] = page("Latvia", "11:00", SPAIN.format("600"), publisher="Gazette", changed="17:00")
    site.pages["/feed.rss"] = feed(site, ("/gazette", "17:00"))
    rounds.append(look("18:30"))
    wire.append("Another 200 Spanish soldiers will go to Latvia in July, the ministry said late on Wednesday.")
    site.pages["/wire"] = page("Spain to reinforce Latvia", "08:00", *wire, changed="21:00")
    rounds.append(look("21:30"))
    return rounds


def span(ledger: Ledger, **clocks: str) -> tuple[int | None, int | None]:
    """How many Spaniards were ordered to Latvia, as known by some hour."""
    held = books.balances(ledger, force="ES", places=["Latvia"], clocks=Clocks(as_of=date(2024, 6, 12), **clocks))
    return (held[0].net_change.low, held[0].net_change.high)


def test_each_version_comes_in_once_and_is_counted(the_day: list[list[News | Problem]]) -> None:
    assert [[version for version, _ in news(found)] for found in the_day] == [[1], [2], [1], [1], [3], [2], [2], [4]]


def test_a_page_that_is_not_there_yet_is_a_problem_and_comes_later(the_day: list[list[News | Problem]]) -> None:
    missing = {one.where.rpartition("/")[2]: one.what for one in the_day[0] if isinstance(one, Problem)}
    assert "404" in missing["post"]
    assert "without entries" in missing["feed.rss"]


def test_what_changed_is_told_claim_by_claim(the_day: list[list[News | Problem]]) -> None:
    """The morning's second version only adds words about the same soldiers; the evening's adds a movement."""
    evening = next(one for one in the_day[-1] if isinstance(one, News))
    assert evening.changes is not None
    assert [one.claim.quantity.value for one in evening.changes.added if one.claim.quantity] == [200]
    fixed = next(one for one in the_day[5] if isinstance(one, News))
    assert fixed.changes is not None
    assert fixed.changes.notice is not None
    assert "900 soldiers" in fixed.changes.notice
    (number,) = [one for one in fixed.changes.changed if "quantity" in one.fields]
    assert (number.old.claim.quantity and number.old.claim.quantity.value) == 900
    assert (number.new.claim.quantity and number.new.claim.quantity.value) == 600


@pytest.mark.usefixtures("the_day")
def test_a_story_is_told_as_its_versions(ledger: Ledger) -> None:
    told = {story.versions[0].outlet: [one.outlet for one in story.versions] for story in stories.stories(ledger)}
    assert told["Baltic Wire"].count("Baltic Wire") == 4


@pytest.mark.usefixtures("the_day")
def test_noon_and_midnight_differ_on_the_said_clock(ledger: Ledger) -> None:
    assert span(ledger, said_by=f"{DAY}T12:00:00Z") != span(ledger, said_by=f"{DAY}T23:59:59Z")
    assert span(ledger, said_by=f"{DAY}T23:59:59Z") == (800, 800)


@pytest.mark.usefixtures("the_day")
def test_noon_and_midnight_differ_on_the_recorded_clock(ledger: Ledger) -> None:
    assert span(ledger, recorded_by=f"{DAY}T09:30:00Z") == (600, 600)
    assert span(ledger, recorded_by=f"{DAY}T23:00:00Z") == (800, 800)


def test_a_page_that_does_not_change_is_asked_for_ever_less(site: Site, look: Look) -> None:
    site.pages = {"/wire": page("Spain to reinforce Latvia", "08:00", SPAIN.format("600"))}
    for hour in range(8, 20):
        for minute in range(0, 60, 2):
            look(f"{hour:02}:{minute:02}")
    asked = site.asked.count("/wire")
    assert 10 <= asked <= 40


def test_the_command_tells_a_line_a_change_and_goes_on_where_it_stopped(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    kept = str(tmp_path / "day.db")

    def run(*words: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["laydown", "watch", *words, "--once", "--ledger", kept, "--allow-private"])
        with pytest.raises(SystemExit) as ended:
            main()
        return int(ended.value.code or 0), capfd.readouterr().out

    site.pages = {"/wire": page("Spain to reinforce Latvia", "08:00", SPAIN.format("600"))}
    code, out = run(site.url + "/wire")
    assert (code, out) == (0, f"new  Baltic Wire “Spain to reinforce Latvia”  1 claim  {site.url}/wire\n")
    assert run(site.url + "/wire") == (0, "")
    assert json.loads((tmp_path / "day.db.watch.json").read_text())[site.url + "/wire"]["etag"]
    state = tmp_path / "day.db.watch.json"
    state.write_text("{broken", encoding="utf-8")
    site.pages["/wire"] = page("Spain to reinforce Latvia", "08:00", SPAIN.format("900"), changed="09:00")
    code, out = run(site.url + "/wire")
    assert code == 0
    assert out.splitlines()[0].startswith("version 2  Baltic Wire")
    assert "quantity 600 → 900" in out
