"""Markdown: marks go, words stay."""

from laydown.intake.markdown import read_markdown

NOTE = """---
title: "Britain sends 800"
date: 2024-03-06
tags: [nato]
---
# Britain sends **800**

About *800* soldiers will go to [Estonia](https://example.org/e), the
ministry said. ![map](map.png)

> They will stay "until spring".

- 900 are in `Tapa` already
- 300 on alert<br>

| from | to |
| ---- | -- |
| Bulford | Tapa |

2,000 * 3 is 6,000 & 2_000_000 is more.
"""


def test_a_note_becomes_plain_paragraphs() -> None:
    """A soft line break is a space; a heading is a line; stars between numbers are not emphasis."""
    report = read_markdown(NOTE)
    assert report.text.split("\n") == [
        "Britain sends 800",
        "About 800 soldiers will go to Estonia, the ministry said.",
        'They will stay "until spring".',
        "- 900 are in Tapa already",
        "- 300 on alert",
        "from | to",
        "Bulford | Tapa",
        "2,000 * 3 is 6,000 & 2_000_000 is more.",
    ]
    assert (report.title, report.published) == ("Britain sends 800", "2024-03-06")


def test_without_front_matter_the_top_heading_is_the_title() -> None:
    """A date that is none is not taken."""
    assert read_markdown("# Troops move\n\nSoon.").title == "Troops move"
    assert read_markdown("Soon.\n\n# Troops move").title is None
    assert read_markdown("---\ndate: soon\n---\nTroops").published is None


def test_the_words_inside_html_stay() -> None:
    """Tags and comments go, as marks do."""
    assert read_markdown("<div>\n<p>Troops move</p> <!-- not this -->\n</div>\n").text == "Troops move"
