"""Why: each field of a claim with its words, what the tables say of them, and the rule that took them."""

from laydown.codec import encode
from laydown.model import Explained, Reason, Report
from laydown.reading import explain, read

TOLD = "Britain will send about 900 soldiers to Estonia, the minister said. It has ruled out sending troops to Ukraine."


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
        assert [one.field for one in found] == list(claim.spans)
        for one in found:
            assert one.words
            assert one.rule
            assert one.says


def test_a_status_is_argued_word_by_word() -> None:
    told = argued()
    assert "“will” makes it future (modals, English grammar)" in reason(told, 0, "status").tables
    assert "“ruled” is a word to rule out (stances)" in reason(told, 1, "status").tables


def test_numbers_places_speakers_and_owners_are_argued() -> None:
    told = argued()
    assert reason(told, 0, "quantity").tables == ("hedge “about”, by “about” (hedges, annotation rule 5)",)
    assert reason(told, 0, "destination").tables == ("“to” leads to the destination (prepositions)",)
    assert reason(told, 0, "attribution").tables == ("“said” reports or announces (speech_verbs)",)
    assert reason(told, 0, "force").tables == ("“Britain” names GB (countries)",)
    assert reason(told, 1, "force").tables[0].startswith("none of these words names GB")


def test_nothing_is_kept_where_nobody_asks() -> None:
    assert argued("The weather was fine.").reasons == {}
