"""Reviewing: what waits for a person, in which order, and how a ruling is taken back without erasing anything."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from laydown.desk import reviewing
from laydown.desk.books import OvertakenError, add_sources, open_ledger, rule, rule_all
from laydown.desk.held import Held
from laydown.desk.reviewing import TAKEN_BACK
from laydown.model import Link
from laydown.model.identity import movement_id

TOLD = (
    ("2022-02-02", "Harbor Wire", "The United States will send 2,000 troops to Poland, the Pentagon said."),
    ("2022-02-04", "Harbor Wire", "The United States will send another 2,000 troops to Poland, the Pentagon said."),
    ("2022-02-07", "Courier Post", "The United States is sending 2,000 troops to Poland, officials said."),
    ("2022-02-08", "The Meridian", "The United States has sent thousands of troops to Romania, officials said."),
)
NOW = "2022-03-02T12:00:00Z"


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Held]:
    yield from opened(tmp_path_factory.mktemp("doubts"))


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Held]:
    yield from opened(tmp_path)


def opened(folder: Path) -> Iterator[Held]:
    source = folder / "reports.jsonl"
    rows = ({"published": day, "publisher": outlet, "text": text} for day, outlet, text in TOLD)
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with open_ledger(str(folder / "books.db")) as ledger:
        list(add_sources(ledger, [str(source)], recorded="2022-03-01T00:00:00Z"))
        yield Held(ledger)


def say(held: Held, name: str, key: str, note: str = "") -> Link:
    item = reviewing.item(held, name, held.books())
    assert item is not None
    ruling = reviewing.verdict(item, key, note, NOW)
    rule_all(held.ledger, [ruling], seen={name: item.seen})
    return ruling


def posted(held: Held) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {name: (link.role, link.targets) for name, link in held.books().links.items()}


def test_what_waits_comes_in_the_order_in_which_it_was_said(held: Held) -> None:
    names = reviewing.waiting(held.books(), show="suspense")
    said = [held.books().entries[name].outlet for name in names]
    assert said == ["Courier Post", "The Meridian"]
    assert reviewing.waiting(held.books(), show="suspense", places=("romania",)) == names[1:]
    assert reviewing.waiting(held.books(), force="GB") == ()


def test_what_is_posted_waits_too_where_it_was_read_with_little_confidence(held: Held) -> None:
    unsure = reviewing.waiting(held.books(), show="unsure", below=1.0)
    assert {held.books().links[name].role for name in unsure} == {"opens"}
    assert reviewing.waiting(held.books(), show="unsure", below=0.0) == ()


def test_the_ways_are_those_of_the_clerk_with_what_each_is_of(held: Held) -> None:
    name = reviewing.waiting(held.books(), show="suspense")[0]
    item = reviewing.item(held, name, held.books())
    assert item is not None
    assert [(way.key, way.option.role) for way in item.ways] == [("1", "same"), ("2", "same")]
    assert item.own is not None
    opened_by = [target.entry and target.entry.said for way in item.ways for target in way.targets]
    assert opened_by == ["2022-02-04T23:59:59Z", "2022-02-02T23:59:59Z"]


def test_a_queue_knows_how_far_one_has_come(held: Held) -> None:
    names = reviewing.waiting(held.books(), show="suspense")
    first = reviewing.queue(held, names, 0)
    second = reviewing.queue(held, names, 0, after=names[0])
    over = reviewing.queue(held, names, 0, after=names[1])
    assert first.item is not None
    assert (first.item.entry.id, first.place, first.total) == (names[0], 1, 2)
    assert second.item is not None
    assert (second.item.entry.id, second.place, second.skipped) == (names[1], 2, 1)
    assert (over.item, over.skipped) == (None, 2)


def test_a_ruling_posts_and_taking_it_back_restores_without_erasing(fresh: Held) -> None:
    name = reviewing.waiting(fresh.books(), show="suspense")[0]
    before, had = fresh.books().links[name], posted(fresh)
    say(fresh, name, "2", "the same as on the second")
    assert fresh.books().links[name].role == "same"
    back = reviewing.undo(fresh, NOW, NOW)
    rule_all(fresh.ledger, [back], seen={name: reviewing.seen(fresh, name)})
    after = fresh.books().links[name]
    assert posted(fresh) == had
    assert (after.options, after.decided_by) == (before.options, "person")
    assert [link.role for link in fresh.links() if link.claim == name] == ["suspense", "same", "suspense"]
    assert name in reviewing.waiting(fresh.books())
    assert not list(fresh.ledger.check())


def test_rulings_are_taken_back_one_after_the_other(fresh: Held) -> None:
    name = reviewing.waiting(fresh.books(), show="suspense")[0]
    say(fresh, name, "1")
    say(fresh, name, "m")
    for role in ("same", "suspense"):
        rule_all(fresh.ledger, [reviewing.undo(fresh, NOW, NOW)], seen={})
        assert fresh.books().links[name].role == role
    assert [one.taken_back for one in reviewing.sitting(fresh, NOW)] == [True, True]
    with pytest.raises(ValueError, match="no ruling of this sitting"):
        reviewing.undo(fresh, NOW, NOW)


def test_an_unsure_claim_that_was_taken_back_waits_again(fresh: Held) -> None:
    name = reviewing.waiting(fresh.books(), show="unsure", below=1.0)[0]
    say(fresh, name, "1")
    assert name not in reviewing.waiting(fresh.books(), below=1.0)
    rule_all(fresh.ledger, [reviewing.undo(fresh, NOW, NOW)], seen={})
    assert name in reviewing.waiting(fresh.books(), below=1.0)


def test_what_another_ruling_leans_on_is_not_taken_back_under_it(fresh: Held) -> None:
    doubted, thousands = reviewing.waiting(fresh.books(), show="suspense")
    say(fresh, doubted, "o")
    rule(fresh.ledger, thousands, "same", [movement_id(doubted)], reason="these", recorded=NOW)
    with pytest.raises(ValueError, match="leans on this one"):
        reviewing.undo(fresh, NOW, NOW, claim=doubted)


def test_a_correction_is_taken_back_too(fresh: Held) -> None:
    first, second = list(fresh.books().entries)[:2]
    rule(fresh.ledger, second, "supersedes", [first], reason="a correction", recorded=NOW)
    assert fresh.books().replacing[second].targets == (first,)
    back = reviewing.undo(fresh, NOW, NOW)
    assert (back.role, back.targets, back.reason.startswith(TAKEN_BACK)) == ("supersedes", (), True)
    rule_all(fresh.ledger, [back], seen={})
    assert second not in fresh.books().replacing


def test_who_comes_second_is_told_and_nothing_of_theirs_is_kept(fresh: Held) -> None:
    doubted, thousands = reviewing.waiting(fresh.books(), show="suspense")
    mine = [Link(claim=one, role="memo", reason="mine", recorded=NOW) for one in (thousands, doubted)]
    seen = {one: reviewing.seen(fresh, one) for one in (doubted, thousands)}
    say(fresh, doubted, "1", "theirs")
    held = posted(fresh)
    with pytest.raises(OvertakenError, match="since you looked"):
        rule_all(fresh.ledger, mine, seen=seen)
    assert posted(fresh) == held


def test_of_several_rulings_all_are_kept_or_none(fresh: Held) -> None:
    doubted = reviewing.waiting(fresh.books(), show="suspense")[0]
    had = posted(fresh)
    wrong = Link(claim="nobody.c1", role="memo", reason="mine", recorded=NOW)
    with pytest.raises(Exception, match="no such claim"):
        rule_all(fresh.ledger, [Link(claim=doubted, role="memo", reason="mine", recorded=NOW), wrong], seen={})
    assert posted(fresh) == had


def test_a_verdict_that_is_none_is_told(held: Held) -> None:
    item = reviewing.item(held, reviewing.waiting(held.books())[0], held.books())
    assert item is not None
    with pytest.raises(ValueError, match="no verdict '9'"):
        reviewing.verdict(item, "9", "", NOW)
    with pytest.raises(ValueError, match="no role 'guess'"):
        reviewing.other(item, "guess", (), "", NOW)


def test_of_two_who_rule_at_the_same_moment_one_is_told(fresh: Held) -> None:
    doubted = reviewing.waiting(fresh.books(), show="suspense")[0]
    seen = {doubted: reviewing.seen(fresh, doubted)}

    def ruled(who: str) -> str:
        try:
            rule_all(fresh.ledger, [Link(claim=doubted, role="memo", reason=who, recorded=NOW)], seen=seen)
        except OvertakenError:
            return "told"
        return "kept"

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(ruled, "abcdefgh")) == ["kept", *["told"] * 7]
    assert sum(link.decided_by == "person" for link in fresh.links() if link.claim == doubted) == 1
