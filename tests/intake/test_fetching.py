"""Fetching: whatever a server does, one page or one clear problem comes of it, in bounded time and space."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from laydown.cli.add import add
from laydown.cli.read import read
from laydown.codec import decode
from laydown.intake import Web, reports_of
from laydown.intake.fetching import Fetched, Fetcher, Unchanged, calls
from laydown.intake.fetching.calls import Limits
from laydown.intake.trouble import Trouble
from laydown.model import Problem, Report

TROOPS = "About 800 soldiers will be sent from Britain to Estonia in the spring, the ministry said."
PAGE = f"<!doctype html><title>Troops</title><body><article><p>{TROOPS}</p><p>“More” follows.</p></article></body>"
QUICK = Limits(call=1.5, silence=0.7, patience=1.0, redirects=3, tries=2)
Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the path, and counts."""

    asked: dict[str, int]
    robots: bytes | None

    def do_GET(self) -> None:
        """Answer."""
        self.asked[self.path] = self.asked.get(self.path, 0) + 1
        if self.path == "/robots.txt":
            self.give(self.robots or b"", status=200 if self.robots is not None else 404)
        else:
            with suppress(OSError):
                ANSWERS[self.path](self)

    def give(self, data: bytes = b"", *, status: int = 200, kind: str = "text/html", **headers: str) -> None:
        """Answer with DATA."""
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: Any) -> None:  # noqa: ANN401 - as http.server has it
        """Say nothing."""


def same(handler: Handler) -> None:
    """A page that has not changed for those who know it."""
    known = handler.headers.get("If-None-Match") == '"v1"' or handler.headers.get("If-Modified-Since") == "yesterday"
    handler.give(b"" if known else PAGE.encode(), status=304 if known else 200, ETag='"v1"', Last_Modified="yesterday")


def busy(handler: Handler) -> None:
    """Busy at first."""
    if handler.asked[handler.path] > 1:
        handler.give(PAGE.encode())
    else:
        handler.give(b"wait", status=429, Retry_After="1")


def dribble(handler: Handler) -> None:
    """A byte at a time, for ever, each in time."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


def endless_head(handler: Handler) -> None:
    """Headers without end."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


def endless_refusal(handler: Handler) -> None:
    """A refusal with a body that never ends."""
    handler.send_response(503)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x" * 65536)


def short(handler: Handler) -> None:
    """Less than was promised."""
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b"<html>")


def garbage(handler: Handler) -> None:
    """No HTTP at all."""
    handler.wfile.write(b"\x00\x01\x02 nonsense\r\n\r\n")


def moved(place: str) -> Answer:
    """An answer that sends the caller to PLACE."""
    return lambda handler: handler.give(status=302, Location=place)


BOMB = gzip.compress(b"<html>" + b"a" * 60_000_000)
FEED = f"<rss version='2.0'><channel><title>C</title><item><link>http://x.example/1</link><description>{TROOPS}</description></item></channel></rss>"
ANSWERS: dict[str, Answer] = {
    "/page": lambda handler: handler.give(PAGE.encode()),
    "/feed": lambda handler: handler.give(FEED.encode(), kind="application/rss+xml"),
    "/gzip": lambda handler: handler.give(gzip.compress(PAGE.encode()), Content_Encoding="gzip"),
    "/charset": lambda handler: handler.give(PAGE.encode("cp1252"), kind="text/html; charset=utf-8"),
    "/unknown": lambda handler: handler.give(PAGE.encode("cp1252"), kind="text/html; charset=klingon"),
    "/same": same,
    "/busy": busy,
    "/patience": lambda handler: handler.give(b"", status=429, Retry_After="3600"),
    "/odd-patience": lambda handler: handler.give(b"", status=429, Retry_After="soon"),
    "/gone": lambda handler: handler.give(b"", status=404),
    "/failing": lambda handler: handler.give(b"", status=500),
    "/silent": lambda _: time.sleep(3),
    "/dribble": dribble,
    "/endless-head": endless_head,
    "/endless-refusal": endless_refusal,
    "/short": short,
    "/garbage": garbage,
    "/bomb": lambda handler: handler.give(BOMB, Content_Encoding="gzip"),
    "/unpackable": lambda handler: handler.give(b"no gzip", Content_Encoding="gzip"),
    "/moved": moved("/page"),
    "/circle": moved("/circle"),
    "/far": moved("/far1"),
    **{f"/far{step}": moved(f"/far{step + 1}") for step in range(1, 9)},
    "/file": moved("file:///etc/passwd"),
    "/metadata": moved("http://169.254.169.254/latest"),
    "/large": lambda handler: handler.give(b"x" * 21_000_000),
    "/picture": lambda handler: handler.give(b"\x89PNG\r\n", kind="image/png"),
    "/private/page": lambda handler: handler.give(PAGE.encode()),
}


@pytest.fixture
def site() -> Iterator[str]:
    """A site on this machine."""
    Handler.asked, Handler.robots = {}, b"User-agent: *\nDisallow: /private/\n"
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.socket.close()


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    """A fetcher in a hurry that may call this machine."""
    with Fetcher(allow_private=True, limits=QUICK, retrieved="2024-03-06T10:00:00Z") as one:
        yield one


def test_a_page(site: str, fetcher: Fetcher) -> None:
    """What comes is the page, where it was in the end, and what to ask by next time."""
    for path, place in (("/page", "/page"), ("/gzip", "/gzip"), ("/moved", "/page")):
        found = fetcher.fetch(site + path)
        assert isinstance(found, Fetched)
        assert found.data == PAGE.encode()
        assert (found.url, found.retrieved) == (site + place, "2024-03-06T10:00:00Z")
    assert Handler.asked["/robots.txt"] == 1


def test_what_has_not_changed_is_not_sent(site: str, fetcher: Fetcher) -> None:
    """By its tag or by its time."""
    found = fetcher.fetch(f"{site}/same")
    assert isinstance(found, Fetched)
    assert isinstance(fetcher.fetch(f"{site}/same", etag=found.etag), Unchanged)
    assert isinstance(fetcher.fetch(f"{site}/same", last_modified=found.last_modified), Unchanged)


def test_a_busy_server_is_given_time(site: str, fetcher: Fetcher) -> None:
    """As much as it asks for, where that is bearable; else it is told and not asked again."""
    began = time.monotonic()
    assert isinstance(fetcher.fetch(f"{site}/busy"), Fetched)
    assert time.monotonic() - began >= 1
    found = fetcher.fetch(f"{site}/patience")
    assert isinstance(found, Trouble)
    assert "429" in found.what
    assert "3600 s" in found.hint
    assert Handler.asked["/patience"] == 1


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("/gone", "404"),
        ("/failing", "500"),
        ("/odd-patience", ""),
        ("/silent", "silent for more than"),
        ("/dribble", "takes longer"),
        ("/endless-head", "takes longer"),
        ("/endless-refusal", "503"),
        ("/short", "breaks off"),
        ("/garbage", "breaks off"),
        ("/bomb", "larger than 20 MB"),
        ("/large", "larger than 20 MB"),
        ("/unpackable", "cannot be unpacked"),
        ("/circle", "in a circle"),
        ("/far", "more than 3 times"),
        ("/file", "no address of the web"),
        ("/private/page", "robots.txt"),
    ],
)
def test_a_bad_server_is_one_problem(site: str, fetcher: Fetcher, path: str, cause: str) -> None:
    """With its cause and a next step, in bounded time."""
    began = time.monotonic()
    found = fetcher.fetch(site + path)
    assert isinstance(found, Trouble), found
    assert cause in found.what
    assert found.hint
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "url", ["ftp://a.example/", "http://", "http://[::1", "http://a:b@c.example/", "http://a:99999/"]
)
def test_what_is_no_address(fetcher: Fetcher, url: str) -> None:
    """Other protocols, passwords and nonsense are told."""
    assert isinstance(fetcher.fetch(url), Trouble)


def test_private_addresses_are_not_called(site: str) -> None:
    """Not by number, not by name, not in disguise, and not where a page sends us."""
    port = site.rpartition(":")[2]
    with Fetcher(limits=QUICK) as one:
        for host in ("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "127.1"):
            found = one.fetch(f"http://{host}:{port}/page")
            assert isinstance(found, Trouble)
            assert "this machine or its network" in found.what or "cannot be reached" in found.what, host
    assert Handler.asked == {}


def test_a_page_may_not_send_us_to_a_private_address(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each step is looked at, and not only the first."""
    monkeypatch.setattr(calls, "_private", lambda address: address != "127.0.0.1")
    with Fetcher(limits=QUICK) as one:
        found = one.fetch(f"{site}/metadata")
    assert isinstance(found, Trouble)
    assert "this machine or its network" in found.what


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "::ffff:10.0.0.1",
        "fe80::1%eth0",
        "224.0.0.1",
        "fc00::1",
        "64:ff9b::a00:1",
    ],
)
def test_private_in_all_its_forms(address: str) -> None:
    """Networks at home, of providers, of clouds; also where one kind of address hides in the other."""
    assert calls._private(address)  # noqa: SLF001 - the rule itself


def test_robots_that_are_missing_or_broken(site: str) -> None:
    """No rules allow all."""
    Handler.robots = None
    with Fetcher(allow_private=True, limits=QUICK) as one:
        assert isinstance(one.fetch(f"{site}/private/page"), Fetched)
    Handler.robots = b"\x00\xff nonsense"
    with Fetcher(allow_private=True, limits=QUICK) as one:
        assert isinstance(one.fetch(f"{site}/private/page"), Fetched)


def test_addresses_are_sources(site: str, tmp_path: Path) -> None:
    """A page and a feed are read from their addresses, and kept; the archive reads as the pages did."""
    archive = tmp_path / "kept.warc.gz"
    addresses = [site + path for path in ("/page", "/charset", "/unknown", "/feed", "/picture", "/gone")]
    web = Web(allow_private=True, archive=str(archive), retrieved="2024-03-06T10:00:00Z")
    page, charset, unknown, feed, picture, gone = reports_of(addresses, web=web)
    for found in (page, charset, unknown):
        assert isinstance(found, Report)
        assert "“More” follows." in found.text
    assert isinstance(page, Report)
    assert (page.source, page.url, page.retrieved) == (f"{site}/page", f"{site}/page", "2024-03-06T10:00:00Z")
    assert isinstance(feed, Report)
    assert (feed.source, feed.text) == ("http://x.example/1", TROOPS)
    assert isinstance(picture, Problem)
    assert isinstance(gone, Problem)
    assert gone.where == f"{site}/gone"
    again = [found for found in reports_of([str(archive)]) if isinstance(found, Report)]
    assert [found.text for found in again] == [TROOPS + "\n“More” follows."] * 3 + [TROOPS]


def test_a_server_without_tls(site: str, fetcher: Fetcher) -> None:
    """Asked for https, it says nothing that can be trusted."""
    found = fetcher.fetch(site.replace("http:", "https:") + "/page")
    assert isinstance(found, Trouble)
    assert "TLS" in found.what


def test_an_archive_is_plain_where_its_name_says_so(site: str, tmp_path: Path) -> None:
    """And grows with each page."""
    archive = tmp_path / "kept.warc"
    for _ in range(2):
        web = Web(allow_private=True, archive=str(archive))
        assert [type(found) for found in reports_of([f"{site}/page"], web=web)] == [Report]
    assert archive.read_bytes().startswith(b"WARC/1.")
    assert len(list(reports_of([str(archive)]))) == 2


def test_an_archive_that_cannot_be_written(tmp_path: Path) -> None:
    """It is told before anything is fetched."""
    [found] = reports_of(["http://127.0.0.1:1/"], web=Web(archive=str(tmp_path / "no" / "folder.warc.gz")))
    assert isinstance(found, Problem)
    assert "--archive" in found.hint


def test_the_command_line_reads_and_adds_addresses(site: str, tmp_path: Path) -> None:
    """By --allow-private and --archive; without leave it says how to get it."""
    run = CliRunner().invoke
    archive, ledger = str(tmp_path / "kept.warc.gz"), str(tmp_path / "books.db")
    found = run(read, [f"{site}/page", "--json", "--allow-private", "--archive", archive])
    assert found.exit_code == 0, found.output
    assert decode(found.stdout).report.url == f"{site}/page"
    refused = run(read, [f"{site}/page"])
    assert refused.exit_code == 3
    assert "--allow-private" in refused.stderr
    added = run(add, [f"{site}/page", "--ledger", ledger, "--allow-private"])
    assert added.exit_code == 0, added.output
    assert "held already" in run(add, [archive, "--ledger", ledger]).stdout
