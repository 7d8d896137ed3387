"""Forms: feeds, mail, PDF, exports and archives come out as reports, each with what it states of itself."""

import gzip
from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laydown.intake.forms import KNOWN, read_bytes, read_stream
from laydown.intake.warc import Record, keep
from laydown.model import Problem, Report

TROOPS = "About 800 soldiers will be sent from Britain to Estonia in the spring, the ministry said."
PAGE = f"<!doctype html><title>Troops</title><body><article><p>{TROOPS}</p><p>More follow.</p></article></body>"
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Northern Courier</title><language>en-GB</language>
<item><title>Britain sends 800</title><link>https://news.example/a</link>
<pubDate>Wed, 06 Mar 2024 09:00:00 GMT</pubDate>
<description>&lt;p&gt;{TROOPS}&lt;/p&gt;</description></item>
<item><title>Nothing but a title</title></item><item><link>https://news.example/empty</link></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><title>Troops</title>
<link href="https://news.example/b"/><published>2024-03-06T09:00:00+01:00</published><updated>2024-03-06T12:00:00Z</updated>
<author><name>Ada Writer</name></author><content type="html">{TROOPS}</content></entry></feed>"""
MAIL = """From: "Ministry of Defence" <press@mod.example>\r
Subject: Troops to =?utf-8?q?Estonia_=E2=80=93_800?=\r
Date: Wed, 6 Mar 2024 09:00:00 +0100\r
Content-Type: text/plain; charset=utf-8\r
\r
About 800 soldiers will be sent from Britain to Estonia in the spring, the\r
ministry said on Wednesday in London.\r
\r
- Another 300 remain.\r
"""


def reports(data: bytes | str, suffix: str) -> list[Report]:
    """The reports in DATA."""
    found = list(read_bytes(data if isinstance(data, bytes) else data.encode(), "here", suffix))
    assert [one for one in found if isinstance(one, Problem)] == []
    return [one for one in found if isinstance(one, Report)]


def problem(data: bytes, suffix: str) -> Problem:
    """The problem with DATA."""
    [found] = read_bytes(data, "here", suffix)
    assert isinstance(found, Problem)
    return found


@pytest.mark.parametrize("suffix", [".rss", ".xml", "", ".txt"])
def test_rss(suffix: str) -> None:
    """An entry is a report with its link; one with a title alone is that title; one without words is nothing."""
    full, bare = reports(RSS, suffix)
    assert (full.text, full.title, full.publisher) == (TROOPS, "Britain sends 800", "Northern Courier")
    assert (full.published, full.language) == ("2024-03-06T09:00:00+00:00", "en")
    assert full.source == full.url == "https://news.example/a"
    assert (bare.text, bare.source) == ("Nothing but a title", "here")


def test_atom() -> None:
    """Atom has authors and the hour of the last change."""
    [entry] = reports(ATOM, ".atom")
    assert (entry.published, entry.updated) == ("2024-03-06T09:00:00+01:00", "2024-03-06T12:00:00+00:00")
    assert (entry.authors, entry.found["updated"]) == (("Ada Writer",), "feed updated")


def test_a_feed_opens_no_file() -> None:
    """Feedparser would open a path or an address that it is given as words."""
    assert "neither RSS nor Atom" in problem(b"/etc/passwd", ".rss").what
    assert "without entries" in problem(b"<rss></rss>", ".rss").what


def test_mail() -> None:
    """Lines that were wrapped are joined, list items stay."""
    [found] = reports(MAIL, ".eml")
    assert found.text.startswith(
        "About 800 soldiers will be sent from Britain to Estonia in the spring, the ministry said"
    )
    assert found.text.endswith("\n- Another 300 remain.")
    assert (found.title, found.publisher) == ("Troops to Estonia – 800", "Ministry of Defence")
    assert found.published == "2024-03-06T09:00:00+01:00"


def test_mail_in_html() -> None:
    """A bulletin without plain text is read from its HTML."""
    [found] = reports(f"Subject: x\nContent-Type: text/html\n\n<p>{TROOPS}</p><p>Two.</p>", ".eml")
    assert found.text == f"{TROOPS}\nTwo."
    assert "without words" in problem(b"Subject: x\nContent-Type: image/png\n\nabc", ".eml").what


def pdf(*lines: str) -> bytes:
    """A PDF of one page that shows LINES."""
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    stream = f"BT /F1 11 Tf 50 750 Td {shown}ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Title(Troops to Estonia)>>",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return data + b"trailer<</Size %d/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def test_pdf() -> None:
    """A press release has its words, its title and the day that it prints."""
    first = "About 800 soldiers will be sent from Britain to Estonia in the spring of the"
    [found] = reports(pdf("London, 6 March 2024", first, "year, the ministry said."), ".pdf")
    assert f"{first} year, the ministry said." in found.text
    assert (found.title, found.published) == ("Troops to Estonia", "2024-03-06")


@pytest.mark.parametrize(("data", "cause"), [(b"%PDF-1.7 ...", "cannot be read"), (pdf(), "without words")])
def test_pdf_without_words(data: bytes, cause: str) -> None:
    """A broken one, and one that is a picture."""
    assert cause in problem(data, ".pdf").what


NEWS_PLEASE = (
    b'{"maintext": "%s", "title": "T", "date_publish": "2024-03-06 09:00:00", "date_modify": "2024-03-07 10:00:00",'
    b' "source_domain": "news.example", "url": "https://news.example/a", "authors": ["Ada"],'
    b' "date_download": "2024-03-08"}' % TROOPS.encode()
)
FUNDUS = (
    b'{"title": "T", "authors": [], "publishing_date": "2023-04-28 17:40:08+00:00", "body": {"summary": ["Sum."],'
    b' "sections": [{"headline": ["Head"], "paragraphs": ["%s", "Two."]}]}}' % TROOPS.encode()
)


def test_news_please_and_fundus() -> None:
    """Their JSON is read by its own keys, one, a list or a line each."""
    for data, suffix in ((NEWS_PLEASE, ".json"), (NEWS_PLEASE, ".jsonl"), (b"[" + NEWS_PLEASE + b"]", ".json")):
        [found] = reports(data, suffix)
        assert (found.text, found.publisher, found.source) == (TROOPS, "news.example", "https://news.example/a")
        assert (found.published, found.updated) == ("2024-03-06 09:00:00", "2024-03-07 10:00:00")
    [found] = reports(FUNDUS, ".json")
    assert found.text == f"Sum.\nHead\n{TROOPS}\nTwo."
    assert found.published == "2023-04-28 17:40:08+00:00"
    assert len(reports(FUNDUS + b"\n" + NEWS_PLEASE, ".json")) == 2


def test_json_that_holds_nothing() -> None:
    """One bad report of a list leaves the others."""
    assert "holds no reports" in problem(b"[]", ".json").what
    first, second = read_bytes(b'[{"text": 5}, ' + FUNDUS + b"]", "here", ".json")
    assert isinstance(first, Problem)
    assert first.where == "here:1"
    assert isinstance(second, Report)


def warc(*pages: str) -> bytes:
    """An archive of PAGES."""
    stream = BytesIO()
    for number, page in enumerate(pages):
        record = Record(
            url=f"https://news.example/{number}", retrieved="2024-03-06T10:00:00Z", kind="text/html", data=page.encode()
        )
        keep(stream, record, "200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "br")])
    return stream.getvalue()


def archived(data: bytes) -> Iterator[Report | Problem]:
    """What the archive DATA holds."""
    return read_stream(BytesIO(data), "here.warc.gz", ".warc.gz")


def test_warc() -> None:
    """Pages come back with their address and hour, packed or not; a broken end costs what is behind it."""
    whole = warc(PAGE, "", PAGE.replace("800", "900"))
    for data in (whole, gzip.decompress(whole)):
        first, empty, second = archived(data)
        assert isinstance(first, Report)
        assert (first.url, first.retrieved) == ("https://news.example/0", "2024-03-06T10:00:00Z")
        assert isinstance(empty, Problem)
        assert isinstance(second, Report)
    first, *rest = archived(whole[: len(whole) - 200])
    assert isinstance(first, Report)
    assert rest
    [nothing] = archived(b"no archive")
    assert isinstance(nothing, Problem)


@settings(deadline=2000)
@given(
    cut=st.integers(0, 2000), put=st.binary(max_size=8), suffix=st.sampled_from(sorted(KNOWN)), which=st.integers(0, 6)
)
def test_damaged_files_never_raise(cut: int, put: bytes, suffix: str, which: int) -> None:
    """Bytes put into the middle of a good file, under any suffix."""
    data = [RSS.encode(), ATOM.encode(), MAIL.encode(), pdf(TROOPS), FUNDUS, warc(PAGE), PAGE.encode()][which]
    assert all(str(found) for found in read_stream(BytesIO(data[:cut] + put + data[cut + 3 :]), "here", suffix))
