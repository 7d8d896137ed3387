"""The feed: valid Atom for any reader, whatever the words in it."""

import feedparser

from laydown.export.atom import NEVER, Item, feed

HERE = "http://127.0.0.1:8642/changes.atom?force=US&rows=9"


def made(*items: Item) -> bytes:
    return feed(
        id="tag:laydown,2026:changes/a", title="Laydown", here=HERE, page="http://127.0.0.1:8642/changes", items=items
    )


def item(number: int, words: str = "Troops go.") -> Item:
    return Item(
        id=f"tag:laydown,2026:claim/{number}",
        title=words,
        updated=f"2022-02-0{number}T00:00:00Z",
        link=f"http://127.0.0.1:8642/report/{number}#c1",
        summary=words,
        author="A & B",
        category="claim",
    )


def test_a_reader_of_feeds_finds_each_entry_with_its_id_hour_and_link() -> None:
    found = feedparser.parse(made(item(2), item(1)))
    assert not found.bozo
    assert found.version == "atom10"
    assert (found.feed.id, found.feed.updated) == ("tag:laydown,2026:changes/a", "2022-02-02T00:00:00Z")
    assert {link.rel: link.href for link in found.feed.links}["self"] == HERE
    assert [one.id for one in found.entries] == ["tag:laydown,2026:claim/2", "tag:laydown,2026:claim/1"]
    assert [one.link for one in found.entries] == [f"http://127.0.0.1:8642/report/{n}#c1" for n in (2, 1)]
    assert found.entries[0].author == "A & B"


def test_what_xml_may_not_hold_is_replaced_and_the_rest_is_escaped() -> None:
    words = "<script>&\x00\x1b\u202e\ufffe]]>" + "x" * 10_000
    found = feedparser.parse(made(item(1, words)))
    assert not found.bozo
    assert b"<script" not in made(item(1, words))
    assert len(made(item(1, words))) < 8000


def test_a_feed_without_entries_is_one() -> None:
    found = feedparser.parse(made())
    assert (found.bozo, found.feed.updated, found.entries) == (False, NEVER, [])
