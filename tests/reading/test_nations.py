"""Whose force and where, by the report around it: each rule with a report that it must catch and one it must not."""

import pytest

from tests.reading.notation import cases, lines

COMERS = """
About 300 troops arrived in Lusaka on Monday.
    movement completed ? ~300 >Lusaka
About 300 troops were deployed in Lusaka on Monday.
    movement completed ZM ~300 >Lusaka
"""
"""Who arrives in a town is not of its country for that; an army that is called out there is at home."""

POSSESSORS = """
Togo has 2,000 soldiers in Gao. Benin will send nobody: its last 960 soldiers flew to Cotonou.
    presence present TG 2000 @Gao
    movement completed BJ 960 >Cotonou
Togo has 2,000 soldiers in Gao. The commander said its last 960 soldiers flew to Lome.
    presence present TG 2000 @Gao
    movement completed TG 960 >Lomé | commander
"""
"""A possessive belongs to the country that acts before it in its own sentence, sooner than to the force told last."""

OPENERS = """
Peru stations two brigades in Tumbes.
    presence present PE 2 brigades @Tumbes
Two brigades are stationed in Tumbes.
    presence present ? 2 brigades @Tumbes
"""
"""A country that opens a sentence owns the force, also where the parser takes its verb for a noun."""

DATELINES = """
ACCRA (Reuters) - Togolese peacekeepers arrived in the capital on Monday.
    movement completed TG personnel >Accra
KUMASI (Reuters) - Togolese peacekeepers arrived in the capital on Monday.
    movement completed TG personnel
"""
"""The capital is that of the dateline, where the report was written there, whosever troops are named."""

LEFT = """
Togo's 4,000 soldiers have been in Gabon since May. About 500 soldiers left the country on Sunday.
    presence present TG 4000 @Gabon
    movement completed TG ~500 Gabon>
Togo's 4,000 soldiers have been in Gabon since May. Tourists left the country on Sunday.
    presence present TG 4000 @Gabon
"""
"""The country that a force leaves is the place named last, as behind a preposition."""

PAGES = (COMERS, POSSESSORS, OPENERS, DATELINES, LEFT)


@pytest.mark.parametrize(("text", "found"), [case for page in PAGES for case in cases(page)])
def test_whose_force_and_where(text: str, found: list[str]) -> None:
    """Each report gives the lines below it, and no others."""
    assert lines(text) == found
