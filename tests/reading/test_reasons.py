"""Why: each field of a claim with its words, what the tables say of them, how it was decided, and by which rule."""

from functools import cache

import pytest

from evals.corpora import OUTSIDE, OWN, gold
from laydown.codec import encode
from laydown.model import FIELDS, Claim, Explained, Reason, Report
from laydown.reading import explain, read
from laydown.reading.reasons import CODE

TOLD = "Britain will send about 900 soldiers to Estonia, the minister said. It has ruled out sending troops to Ukraine."
WHOLE = {"told again", "confidence"}
"""What is argued of a claim as a whole, beside its fields."""


def argued(text: str = TOLD) -> Explained:
    return explain(Report(text=text, published="2024-03-06"))


def reason(told: Explained, claim: int, field: str) -> Reason:
    name = told.reading.claims[claim].id
    return next(one for one in told.reasons[name] if one.field == field)


def test_asking_why_changes_nothing() -> None:
    report = Report(text=TOLD, published="2024-03-06")
    assert encode(explain(report).reading) == encode(read(report))


def test_every_field_with_words_has_its_reason_and_a_rule_that_says_what_it_does() -> None:
    told = argued()
    for claim in told.reading.claims:
        found = told.reasons[claim.id]
        assert [one.field for one in found if one.field not in WHOLE] == list(claim.spans)
        assert all(one.rule and one.says for one in found)
        assert all(one.words or one.field == "confidence" for one in found)


@cache
def explained() -> tuple[Explained, ...]:
    """All gold reports that this machine has, those of our own writing on every one."""
    paths = (path for path in (*OUTSIDE.values(), *OWN.values()) if path.exists())
    return tuple(explain(one.report) for path in paths for one in gold(path))


def told_fields(claim: Claim) -> set[str]:
    """The fields in which a claim tells something, but for those that every claim has of itself."""
    return {name for name in ("status", "when", "attribution", *FIELDS[claim.kind]) if getattr(claim, name)}


def test_every_field_that_is_told_is_argued_from_words_of_the_report_or_says_how_it_is_known() -> None:
    for told in explained():
        for claim in told.reading.claims:
            found = {reason.field: reason for reason in told.reasons[claim.id]}
            assert told_fields(claim) <= set(found)
            for reason in found.values():
                assert all(words in told.reading.report.text for words in reason.words)
                assert reason.words or reason.steps
                assert reason.tables or reason.steps
                assert reason.rule
                assert reason.says
                assert not CODE.search(" ".join((*reason.tables, *reason.steps)))


def test_the_argument_for_a_status_ends_in_that_status_and_that_for_a_force_names_its_nation() -> None:
    for told in explained():
        for claim in (claim for claim in told.reading.claims if claim.kind not in {"statement", "command"}):
            found = {reason.field: reason for reason in told.reasons[claim.id]}
            steps = [step for step in found["status"].steps if not step.endswith("only reports it")]
            assert claim.status.replace("_", " ") in steps[-1]
            if claim.force is not None and claim.force.nation is not None:
                assert claim.force.nation in " ".join((*found["force"].tables, *found["force"].steps))


@pytest.mark.parametrize(
    ("text", "field", "words", "line"),
    [
        (
            "Kenya gave Somalia 30 howitzers on Friday.", "donor", ("Kenya",),
            "“Kenya” names Kenya (KE) (countries), who gives",
        ),
        (
            "Kenya gave Somalia 30 howitzers on Friday.", "status", ("gave",),
            "“gave” (a word to give, giving verbs) is in the past tense: completed",
        ),
        (
            "Peru has put 700 soldiers on high alert.", "status", ("has", "on high alert"),
            "“on high alert” says of a force that it is on alert (readiness words)",
        ),
        (
            "The 40 Finnish soldiers will serve under Italian command.", "under", ("Italian",),
            "“Italian” names Italy (IT) (countries), who has the command",
        ),
        (
            "Ghana will withdraw half of its 800 soldiers from Liberia.", "quantity", ("half of its 800",),
            "“half of its 800” comes to 400 persons",
        ),
        (
            "Ghana sent 800 soldiers to Liberia. It will send another 60.", "destination", ("Liberia",),
            "“Liberia” stands outside of its sentence, in “Ghana sent 800 soldiers to Liberia.”",
        ),
    ],
)  # fmt: skip
def test_a_field_is_argued_by_its_words(text: str, field: str, words: tuple[str, ...], line: str) -> None:
    one = reason(argued(text), -1, field)
    assert (one.words, line in (*one.tables, *one.steps)) == (words, True)


def test_a_status_is_argued_outwards_word_by_word() -> None:
    told = argued()
    assert "“will” makes it future (modals, English grammar)" in reason(told, 0, "status").tables
    assert reason(told, 0, "status").steps == ("“will send” is future: announced by itself", "“said” only reports it")
    assert reason(told, 1, "status").steps == (
        "“sending” is a gerund: completed by itself",
        "“ruled” (a word to rule out, stances) governs “sending”: completed becomes ruled out",
    )
    assert reason(told, 0, "status").rule == "syntax.stance.stance"


def test_who_rejects_a_call_is_argued_from_the_call() -> None:
    steps = reason(argued("Chad rejected calls to withdraw its 300 soldiers from Bangui."), 0, "status").steps
    assert steps == (
        "“to withdraw” is an infinitive, still to come: announced by itself",
        "“calls” (a word to demand, stances) governs “withdraw”: announced becomes requested",
        "“rejected” (a word to refuse, stances) governs “calls”: requested becomes ruled out",
    )


def test_a_condition_is_quoted() -> None:
    steps = reason(argued("If war comes, Japan will send 600 soldiers to Samawah."), 0, "status").steps
    assert steps[-1] == "it hangs on “If war comes”: considered"


def test_numbers_places_speakers_and_owners_are_argued() -> None:
    told = argued()
    assert "hedge “about”, by “about” (hedges, annotation rule 5)" in reason(told, 0, "quantity").tables
    assert reason(told, 0, "destination").tables[0] == "“to” leads to the destination (prepositions)"
    assert reason(told, 0, "destination").tables[1].startswith("“Estonia” is Estonia: the country")
    assert reason(told, 0, "attribution").tables[0] == "“said” reports or announces (speech verbs)"
    assert reason(told, 0, "force").steps == ("“Britain” is who sends or moves it: GB",)


def test_a_remembered_nation_is_traced_to_where_it_was_told() -> None:
    steps = reason(argued(), 1, "force").steps
    assert steps[0].endswith(
        "the force told last is of GB, in “Britain will send about 900 soldiers to Estonia, the minister said.”"
    )


def test_a_nation_without_a_word_of_its_own_is_argued_too() -> None:
    one = reason(argued("Chad sent 300 soldiers to Bangui. They flew on to Gao from Dakar."), 1, "force")
    assert one.words == ()
    assert one.steps[0].endswith("in “Chad sent 300 soldiers to Bangui.”")


def test_a_place_that_is_the_object_of_leaving_is_argued_by_its_verb() -> None:
    told = argued("Some 300 Danish soldiers left Aalborg for Gao.")
    assert reason(told, 0, "origin").steps == ("“left” has its origin as object (movement verbs)",)


def test_the_confidence_is_given_in_its_parts() -> None:
    told = argued()
    one = reason(told, 0, "confidence")
    weights = [float(part.rpartition(" ")[2]) for part in one.tables]
    odds = float(one.steps[0].removeprefix("log odds ").partition(",")[0])
    assert odds == pytest.approx(sum(weights), abs=0.05)  # each part is told to two places
    assert one.steps[0].endswith(f"which is {told.reading.claims[0].confidence:.2f}")


def test_what_was_folded_into_a_claim_is_named() -> None:
    told = argued("Chad sent 300 soldiers to Bangui. The soldiers flew to Bangui on Monday.")
    assert reason(told, 0, "told again").words == ("The soldiers flew to Bangui on Monday.",)
    assert reason(told, 0, "told again").steps[0].startswith("told again as completed: it points back")


def test_nothing_is_kept_where_nobody_asks() -> None:
    assert argued("The weather was fine.").reasons == {}
