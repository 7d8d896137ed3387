"""Pages: the article's words and what the page states of itself, and nothing of what surrounds it."""

import time

import pytest

from laydown.intake.forms import read_bytes
from laydown.intake.page import declared_encoding, read_page, read_reports, words_of
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
    assert (report.published, report.updated) == ("2024-03-06T09:00:00+00:00", "2024-03-07T10:00:00+00:00")
    assert (report.found["updated"], report.found["publisher"]) == ("json-ld dateModified", "meta og:site_name")
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


BODY = "<p>Britain will send about 800 soldiers to Estonia in the spring, the defence ministry said on Wednesday.</p>"


def page(head: str = "", top: str = "") -> Report:
    """The report on a page with a HEAD and something at the TOP of its article."""
    found = read_page(f"<html><head>{head}</head><body><article><h1>Britain</h1>{top}{BODY}</article></body></html>")
    assert isinstance(found, Report)
    return found


PUBLISHED = '<meta property="article:published_time" content="2024-03-06T09:00:00-05:00">'


@pytest.mark.parametrize(
    ("head", "top", "updated", "where"),
    [
        ('<meta property="og:updated_time" content="2024-03-06T20:30:00Z">', "", "2024-03-06T20:30:00+00:00", "meta"),
        ("", "<p>Updated 3:14 p.m. ET</p>", "2024-03-06T15:14:00-05:00", "words updated"),
        ("", "<p>Last updated: <time>7 March 2024, 8.05 GMT</time></p>", "2024-03-07T08:05:00+00:00", "words last"),
        ("", '<span>Updated</span> <time datetime="2024-03-08T01:00Z">F</time>', "2024-03-08T01:00:00+00:00", "words"),
        ("", '<time itemprop="dateModified" datetime="2024-03-09">then</time>', "2024-03-09", "itemprop dateModified"),
    ],
)  # fmt: skip
def test_a_change_is_found_wherever_it_is_stated(head: str, top: str, updated: str, where: str) -> None:
    """In the head, in an element that says what it is, or in words that a reader sees."""
    found = page(PUBLISHED + head, top)
    assert (found.published, found.updated) == ("2024-03-06T09:00:00-05:00", updated)
    assert found.found["updated"].startswith(where)


def test_what_is_no_change_is_none() -> None:
    """A change at the hour of publication or before it is none; nor is a sentence that begins with the word."""
    assert page(PUBLISHED + '<meta name="lastmod" content="2024-03-06T14:00:00Z">').updated is None
    assert page(PUBLISHED + '<meta name="lastmod" content="2023-01-01">').updated is None
    assert page(PUBLISHED, "<p>Updated plans foresee 2,000 soldiers by 2025.</p>").updated is None


def test_another_article_on_the_page_does_not_date_it() -> None:
    """Lists of related articles state their own times."""
    other = '{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2019-01-01"}]}'
    found = page(PUBLISHED + f'<script type="application/ld+json">[{other}]</script>')
    assert found.published == "2024-03-06T09:00:00-05:00"


LIVE = """<html><head><title>Live</title><script type="application/ld+json">{"@type": "LiveBlogPosting",
 "headline": "Baltic live", "datePublished": "2024-03-06T06:00:00Z", "liveBlogUpdate": [
 {"headline": "Ships sail", "articleBody": "<p>Three frigates left Kiel.</p>", "datePublished": "2024-03-06T08:00:00Z",
  "url": "https://news.example/live#2"},
 {"headline": "A picture", "datePublished": "2024-03-06T07:30:00Z"}, "broken",
 {"articleBody": "About 800 troops are moving.", "datePublished": "2024-03-06T07:00:00Z",
  "dateModified": "2024-03-06T07:20:00Z"}]}</script></head><body></body></html>"""


def test_a_live_blog_is_as_many_reports_as_it_has_entries() -> None:
    """Each with its own times; one without words, or broken, leaves the others."""
    found = read_reports(LIVE)
    assert not isinstance(found, Trouble)
    ships, troops = found
    assert (ships.text, ships.title, ships.published) == (
        "Three frigates left Kiel.",
        "Ships sail",
        "2024-03-06T08:00:00+00:00",
    )
    assert ships.url == "https://news.example/live#2"
    assert (troops.title, troops.updated) == ("Baltic live", "2024-03-06T07:20:00+00:00")
    assert troops.found["published"] == "json-ld liveBlogUpdate"


@pytest.mark.parametrize("data", ["[" * 100_000, '{"@graph":' * 50_000, "{", "null", '[{"@type": 5, "name": {}}]'])
def test_broken_statements_leave_the_words(data: str) -> None:
    """Whatever stands in a script, the article is read."""
    assert "about 800 soldiers" in page(f'<script type="application/ld+json">{data}</script>').text


def test_a_hostile_page_is_read_in_bounded_time() -> None:
    """Marks within marks, each around the whole page, are not read over and over."""
    began = time.monotonic()
    page("", '<div itemprop="dateModified">Updated' * 200 + "x" * 1_000_000 + "<p>Updated</p>" * 5000)
    assert time.monotonic() - began < 20


def test_words_of_a_piece_of_html() -> None:
    """Blocks are lines, scripts are nothing, and depth is no danger."""
    assert words_of("Troops<br>move <script>x()</script><i>now</i>.") == "Troops\nmove now."
    assert "deep" in words_of("<div>" * 200 + "deep")
    assert words_of("<div>" * 200_000 + "too deep") == ""


TWICE = (
    '<div>PUBLISHED: <time datetime="2024-03-06 09:00:00">9</time> | UPDATED: '
    '<time datetime="2024-03-06 11:30:00">11.30</time></div>'
)


@pytest.mark.parametrize(
    ("line", "updated"),
    [
        ("<p>Published: 9:00 a.m. | Updated: 11:30 a.m.</p>", "2024-03-06T11:30:00-05:00"),
        ("<p>Written: 2024-03-06 09:00:00 / Updated: 2024-03-06 11:30:00</p>", "2024-03-06T11:30:00-05:00"),
        (
            TWICE,
            "2024-03-06T11:30:00-05:00",
        ),
        ("<p>Posted 9:00 a.m. by an updated team</p>", None),
        ("<p>Published: 9:07 a.m. | Updated: 11:30 a.m.</p>", None),
    ],
)
def test_a_change_behind_a_stroke_is_read_and_its_zone_is_that_of_the_publication(
    line: str, updated: str | None
) -> None:
    """The head says 09:00-05:00; where the line's own hour is another moment, its zone is unknown and taken as UTC."""
    assert page(PUBLISHED, line).updated == updated


def test_a_mark_that_repeats_the_publication_states_no_change() -> None:
    """The next one may."""
    same = '<meta property="article:modified_time" content="2024-03-06T14:00:00Z">'
    assert page(PUBLISHED + same).updated is None
    assert page(PUBLISHED + same, "<p>Updated 3:14 p.m. ET</p>").updated == "2024-03-06T15:14:00-05:00"


def blog(*entries: str, title: str = "Baltic crisis – live updates", head: str = "") -> str:
    """A page that says by its title that it is live, and shows ENTRIES."""
    return (
        f'<html lang="en"><head><title>{title}</title><meta property="article:published_time" '
        f'content="2024-03-06T06:00:00Z">{head}</head><body><nav><time datetime="2024-03-01T10:00Z">Old</time></nav>'
        f"<main><h1>{title}</h1><div>{''.join(entries)}</div></main></body></html>"
    )


TOLD = {
    "09:40": "Three frigates left Kiel for the Baltic on Wednesday morning, the navy said.",
    "08:15": "About 800 soldiers of a Danish brigade are on the road to Estonia by now.",
    "07:05": "Nothing has been decided yet about the aircraft, a minister told reporters.",
}
MACHINE = [
    f'<article id="e{n}"><header><time datetime="2024-03-06T{hour}:00Z">now</time></header><p>{words}</p></article>'
    for n, (hour, words) in enumerate(TOLD.items())
]
HEADED = [f"<h3>{hour} GMT: Entry of {hour}</h3><p>{words}</p><figure>ad</figure>" for hour, words in TOLD.items()]
PLAIN = [f"<div><p><strong>{hour} GMT</strong></p><p>{words}</p></div>" for hour, words in TOLD.items()]


BARE = [f"<div><time>{hour} GMT</time><h4>Entry of {hour}</h4><p>{words}</p></div>" for hour, words in TOLD.items()]


@pytest.mark.parametrize(
    "entries", [MACHINE, HEADED, PLAIN, BARE], ids=["time elements", "headings", "bold hours", "bare time elements"]
)
def test_a_live_blog_without_json_ld_is_read_as_it_is_seen(entries: list[str]) -> None:
    found = read_reports(blog(*entries))
    assert not isinstance(found, Trouble)
    assert [one.published for one in found] == [f"2024-03-06T{hour}:00+00:00" for hour in TOLD]
    for one, words in zip(found, TOLD.values(), strict=True):
        assert words in one.text
        assert all(other not in one.text for other in TOLD.values() if other != words)
        assert one.found["published"] == "words of the entry"
    assert len({one.source for one in found}) == len(TOLD)


def test_an_entrys_heading_is_its_title_and_its_change_is_told() -> None:
    for entries in (HEADED, BARE):
        assert [one.title for one in _reports(blog(*entries))] == [f"Entry of {hour}" for hour in TOLD]
    changed = MACHINE[0].replace("</header>", ' Updated <time datetime="2024-03-06T09:55:00Z">now</time></header>')
    first, *_ = _reports(blog(changed, *MACHINE[1:]))
    assert (first.published, first.updated) == ("2024-03-06T09:40:00+00:00", "2024-03-06T09:55:00+00:00")


def test_an_hour_of_a_page_that_runs_for_days_has_no_day() -> None:
    """The page's own times stand, which are the last at which the public could know."""
    days = '<meta property="article:modified_time" content="2024-03-08T09:00:00Z">'
    for one in _reports(blog(*HEADED, head=days)):
        assert (one.published, one.updated) == ("2024-03-06T06:00:00+00:00", "2024-03-08T09:00:00+00:00")


@pytest.mark.parametrize(
    "html",
    [
        blog(*MACHINE, title="Frigates leave Kiel"),
        blog(*MACHINE[:2]),
        blog(*(f'<li><time datetime="2024-03-06T{hour}:00Z"></time><a href="/x">Ships sail</a></li>' for hour in TOLD)),
    ],
    ids=["not live", "too few", "a list of headlines"],
)
def test_what_is_no_live_blog_is_one_report(html: str) -> None:
    found = read_reports(html)
    assert isinstance(found, Trouble) or len(found) == 1


def test_entries_stand_behind_the_address_of_their_page() -> None:
    """So that none is taken for a later version of another."""
    found = list(read_bytes(blog(*MACHINE).encode(), "https://news.example/live", ".html"))
    assert [isinstance(one, Report) and one.source for one in found] == [
        f"https://news.example/live#e{n}" for n in range(3)
    ]


def _reports(html: str) -> tuple[Report, ...]:
    """The reports on a page that has some."""
    found = read_reports(html)
    assert not isinstance(found, Trouble)
    return found
