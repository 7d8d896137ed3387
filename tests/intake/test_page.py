"""Pages: the article's words and what the page states of itself, and nothing of what surrounds it."""

import pytest

from laydown.intake.page import declared_encoding, read_page
from laydown.intake.trouble import Trouble
from laydown.model import Report

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><title>Britain sends 800 - Northern Courier</title>
<meta property="og:title" content="Britain sends 800 to Estonia">
<meta property="og:site_name" content="Northern Courier">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Britain sends 800 to Estonia", "author": {"@type": "Person", "name": "Ada Writer"},
 "datePublished": "2024-03-06T09:00:00Z", "dateModified": "2024-03-07T10:00:00Z"}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Britain sends 800 to Estonia</h1>
<p>Britain will send about 800 soldiers to Estonia in the spring, the defence ministry said on Wednesday.</p>
<p>The troops, from the <a href="https://evil.example/">12th Brigade</a>, will join 900 who are already there.</p>
<ul><li>Another 300 remain on alert in southern England, ready to follow within days if they are called.</li></ul>
</article><footer>Copyright 2019-2024. Follow us.</footer></body></html>"""


def test_a_page_gives_its_words_and_what_it_states() -> None:
    """Title, site, author, both days and language come from its head."""
    report = read_page(PAGE)
    assert isinstance(report, Report)
    assert "about 800 soldiers" in report.text
    assert "from the 12th Brigade, will join 900" in report.text
    assert "Another 300" in report.text
    assert "evil.example" not in report.text
    assert "Copyright" not in report.text
    assert (report.title, report.publisher) == ("Britain sends 800 to Estonia", "Northern Courier")
    assert (report.published, report.updated) == ("2024-03-06", "2024-03-07")
    assert (report.authors, report.language) == (("Ada Writer",), "en")


def test_a_small_page_keeps_its_words_and_invents_nothing() -> None:
    """What a page does not state is unknown; a year in its text is no day of publication."""
    report = read_page("<html><body><p>About 800 soldiers left Mali on 3 May 2019.</p></body></html>")
    assert isinstance(report, Report)
    assert report.text == "About 800 soldiers left Mali on 3 May 2019."
    assert (report.published, report.updated, report.publisher, report.authors) == (None, None, None, ())


@pytest.mark.parametrize("html", ["<html></html>", "<html><body><img src='a.png'></body></html>", "<html", "<!--"])
def test_a_page_without_words_is_trouble(html: str) -> None:
    """A page that a script would have filled has nothing to read."""
    assert isinstance(read_page(html), Trouble)


def test_the_declared_encoding_is_found() -> None:
    """Old and new ways of saying so."""
    assert declared_encoding(b'<html><head><meta charset="windows-1251">') == "windows-1251"
    assert declared_encoding(b'<META http-equiv="Content-Type" content="text/html; charset=koi8-r">') == "koi8-r"
    assert declared_encoding(b"The charset= of the article") is None
