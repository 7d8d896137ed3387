"""Transcripts: which of a voice's words are a statement, what they are about, and what is no statement."""

import pytest

from laydown.reading.claims.quoting import spoken
from tests.reading.notation import lines

SPOKEN = [
    ("So, look, I would say that our troops will stay.", "our troops will stay."),
    ("Well, I’m not going to — I’m not going to get into numbers.", "I’m not going to get into numbers."),
    ("Just to be clear, there is no plan to send tanks.", "there is no plan to send tanks."),
    ("On the question of the second battalion: We will not send it.", "We will not send it."),
    ("These flights to Oman — they are meant to reassure our allies.", "they are meant to reassure our allies."),
    ("While we will not send troops to Chad, the aid goes on.", "we will not send troops to Chad"),
    ("We do not know whether the brigade will move, but it is a real worry.",
     "We do not know whether the brigade will move"),
    ("The carrier will not leave the Gulf — not this year and not the next.", "The carrier will not leave the Gulf"),
    # What is the statement's own stays: its condition, an aside between two dashes, a list, a doubt.
    ("If they attack us, we will send more troops.", "If they attack us, we will send more troops."),
    ("What we do — as all of you know — is not a threat.", "What we do — as all of you know — is not a threat."),
    ("We will defend the Baltic states, Poland and the sea lanes.",
     "We will defend the Baltic states, Poland and the sea lanes."),
    ("I do not believe that they will attack.", "I do not believe that they will attack."),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "statement"), SPOKEN)
def test_a_statement_is_without_its_opener_and_its_broken_tail(sentence: str, statement: str) -> None:
    """Openers, saying clauses, restarts and afterthoughts are no part of what is quoted."""
    assert sentence[slice(*spoken(sentence))] == statement


def told(*talk: str) -> list[str]:
    """The statements of a briefing."""
    return [line for line in lines("\n\n".join(talk)) if line.startswith("statement")]


def test_a_sentence_that_points_back_is_about_what_it_points_to() -> None:
    """Words such as "That is simply wrong" are about the force before it, but not after talk of something else."""
    force = "MR. HOLTEN: Some say that we sent 400 troops to Niger for gold."
    assert told(f"{force} That is simply wrong.") == ['statement denies "That is simply wrong." | Holten']
    assert told(f"{force} Wages rose. Prices rose. Rents rose. That is simply wrong.") == []


def test_an_answer_is_about_what_was_asked_and_a_question_asserts_nothing() -> None:
    """An answer may name no force where the question did; what is asked is nobody's claim."""
    move = "MR. HOLTEN: We sent 400 troops to Niger."
    asked = "Q Will you not rule out sending more soldiers?"
    answer = "MR. HOLTEN: I’m not going to get into hypotheticals."
    declined = 'statement declines_to_say "I’m not going to get into hypotheticals." | Holten'
    assert told(move, asked, answer) == [declined]
    assert told(move, "Q Will you not rule out higher fees?", answer) == []


def test_short_sentences_of_one_act_and_one_subject_are_one_statement() -> None:
    """A sentence with the same "they" goes on; another subject does not."""
    first = "MR. HOLTEN: We sent 400 troops to Niger. These soldiers will not fight in Niger."
    assert told(f"{first} They will not patrol.") == [
        'statement rules_out "These soldiers will not fight in Niger. They will not patrol." | Holten'
    ]
    assert len(told(f"{first} Our troops will not fight there.")) == 2
