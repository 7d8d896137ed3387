"""Passages: what is peeled off a line, where its sentences end, and that every offset holds."""

import string
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laydown.lexicon.tables import table
from laydown.reading.text.passages import Passage, is_breaking, passages, sections


def sentences(text: str) -> list[str]:
    """The words of every sentence of a text."""
    return [text[s.start : s.end] for passage in passages(text) for s in passage.sentences]


def only(text: str) -> Passage:
    """The one passage of a one-line text."""
    (passage,) = passages(text)
    return passage


# one sentence a cell
ONE_LINE = """
The men left. They went to Mali. | The men left. | They went to Mali.
Will they go? Yes! They left... Then came rain. | Will they go? | Yes! | They left... | Then came rain.
He met Gen. Smith and Sen. Reed. They left. | He met Gen. Smith and Sen. Reed. | They left.
Lt. Col. Ahmed flew to Ft. Hood. | Lt. Col. Ahmed flew to Ft. Hood.
Mr. Duda, Mrs. May and Dr. No met. No. 5 won. | Mr. Duda, Mrs. May and Dr. No met. | No. 5 won.
The U.S. Army left. | The U.S. Army left.
Ships left the U.S. The men followed. | Ships left the U.S. | The men followed.
He flew to the U.K. Prime Minister May stayed. | He flew to the U.K. Prime Minister May stayed.
They left on Feb. 5 by sea. | They left on Feb. 5 by sea.
They left in Feb. The rest stayed. | They left in Feb. | The rest stayed.
It sailed at 6 p.m. Monday from Rota. | It sailed at 6 p.m. Monday from Rota.
It sailed at 6 p.m. The crew slept. | It sailed at 6 p.m. | The crew slept.
Troops left Fort Bragg, N.C. They flew east. | Troops left Fort Bragg, N.C. | They flew east.
He met J. R. Ewing. It rained. | He met J. R. Ewing. | It rained.
It cost 3.5 million. 40 men came. | It cost 3.5 million. | 40 men came.
It gave arms. €3 million followed. | It gave arms. | €3 million followed.
Version 2.0 of the plan is out. | Version 2.0 of the plan is out.
It is run by e.g. ministers. | It is run by e.g. ministers.
"We go. We stay," he said. "And we go." She sat. | "We go. | We stay," he said. | "And we go." | She sat.
“We go.” “We stay.” | “We go.” | “We stay.”
They left (at last.) Nobody saw it. | They left (at last.) | Nobody saw it.
No full stop ends this line | No full stop ends this line
"""


@pytest.mark.parametrize("line", ONE_LINE.strip().splitlines())
def test_sentences_end_where_they_end(line: str) -> None:
    """A full stop ends a sentence, but for abbreviations, initials, decimals and hours before a name."""
    text, *expected = [cell.strip() for cell in line.split(" | ")]
    assert sentences(text) == expected


@pytest.mark.parametrize("row", table("abbreviations"), ids=lambda row: row["word"])
def test_no_abbreviation_ends_a_sentence_before_a_name(row: dict[str, str]) -> None:
    """Before a name it never does; before "The" only one that may stand at an end does."""
    assert len(sentences(f"They saw {row['word']} Smith leave.")) == 1
    assert len(sentences(f"They saw {row['word']} The ship left.")) == (2 if row["ends"] else 1)


@pytest.mark.parametrize("bullet", ["- ", "– ", "— ", "• ", "* ", "· ", "▪ ", "► ", "1. ", "12) "])
def test_a_bullet_is_peeled_off(bullet: str) -> None:
    """What opens an item of a list is no word of its sentence."""
    text = f"{bullet}Two ships sailed. One sank."
    assert sentences(text) == ["Two ships sailed.", "One sank."]


@pytest.mark.parametrize("line", ["-40 degrees were read.", "1,200 men left.", "1.5 million left.", "3 ships left."])
def test_a_number_is_no_bullet(line: str) -> None:
    """A sentence that begins with a figure keeps it."""
    assert sentences(line) == [line]


def test_run_on_bullets_are_lines_of_their_own() -> None:
    """Items that a copy has run together come apart; a dash inside a sentence stays."""
    text = "Details: The men left. - Two went to Mali - by sea. - One stayed."
    assert sentences(text) == ["The men left.", "Two went to Mali - by sea.", "One stayed."]


def test_labels_are_peeled_and_make_sections() -> None:
    """A label goes from the start of its line to the next label, over the bullets below it."""
    text = "Ships sail\nWhy it matters: It is new.\n- It is big.\nDetails: Two sailed.\n\nThe big picture: War."
    assert sentences(text) == ["Ships sail", "It is new.", "It is big.", "Two sailed.", "War."]
    assert [p.label for p in passages(text)] == [None, "Why it matters", None, "Details", "The big picture"]
    assert [(s.label, text[s.start : s.end]) for s in sections(text)] == [
        ("Why it matters", "Why it matters: It is new.\n- It is big."),
        ("Details", "Details: Two sailed."),
        ("The big picture", "The big picture: War."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "NATO: Two ships sailed.",
        "Two ships sailed.\nThey reached Malta.",
        "MR. KIRBY: Two ships sailed.\nQ: When?\nMR. KIRBY: Today.",
        "Sailing from Rota, Spain, on Monday: two ships.\nThey reached Malta.",
        "",
    ],
)
def test_what_has_no_sections(text: str) -> None:
    """A one-line item, plain lines, a transcript and a clause before a colon have no labelled parts."""
    assert sections(text) == ()


def test_a_transcript_gives_each_line_its_voice() -> None:
    """A speaker speaks until the next one; a question is nobody's, and ends the speaker's turn."""
    text = (
        "MR. KIRBY: We sent 300 men. They arrived.\nMore will follow.\nQ Will they fight?\n"
        "MS. PSAKI: No.\nQ: When?\nQ (Off-mic.) Where?\nA: Soon.\nGEN. MILLEY (via translation): Never."
    )
    found = passages(text)
    assert [(p.voice, p.question) for p in found] == [
        ("MR. KIRBY", False),
        ("MR. KIRBY", False),
        (None, True),
        ("MS. PSAKI", False),
        (None, True),
        (None, True),
        ("A", False),
        ("GEN. MILLEY", False),
    ]
    assert sentences(text) == [
        "We sent 300 men.",
        "They arrived.",
        "More will follow.",
        "Will they fight?",
        "No.",
        "When?",
        "Where?",
        "Soon.",
        "Never.",
    ]


def test_a_question_goes_on_until_a_voice_answers() -> None:
    """Lines without a label behind a question are the asker's too, over gaps as well."""
    text = (
        "Q Hi, Jen.\nThe Kremlin sent men.\n[…]\nWill they stay?\n"
        "MS. PSAKI: No.\nThey left.\nQ Sure?\nJohn Kirby: Yes.\nOK."
    )
    found = [p for p in passages(text) if p.sentences]
    assert [p.question for p in found] == [True, True, True, False, False, True, False, False]
    assert [p.voice for p in found] == [None, None, None, "MS. PSAKI", "MS. PSAKI", None, None, None]


@pytest.mark.parametrize(
    "text",
    [
        'He said: "Go!"',
        "President Biden said: “We will not send troops to Ukraine.”",
        "Biden told reporters: we stay.",
        "The ministry announced: “Men left.”",
    ],
)
def test_a_clause_before_a_quotation_is_no_label(text: str) -> None:
    """The one who speaks stays in the sentence."""
    assert only(text).label is None
    assert text.startswith(sentences(text)[0][:12])
    assert sections(f"{text}\n{text}") == ()


@pytest.mark.parametrize(
    "label", ["State of play", "What they're saying", "The United States", "Latest claims", "Aid announced", "Of note"]
)
def test_a_label_may_hold_a_noun_that_is_a_verb_elsewhere(label: str) -> None:
    """Only a form that no noun shares makes a clause of it, and one of announcing only before a quotation."""
    assert only(f"{label}: Two ships sailed.").label == label


@pytest.mark.parametrize("text", ["A ship sailed.", "Queen Mary sailed.", "A. J. Smith sailed.", "Answers came late."])
def test_an_article_or_a_name_is_no_voice(text: str) -> None:
    """Only a label with its colon speaks."""
    passage = only(text)
    assert (passage.voice, passage.question) == (None, False)
    assert sentences(text) == [text]


# dateline | sentence
DATELINES = [
    ("PARIS, Feb. 5 (Reuters)", " - ", "France sent 200 men to Chad."),
    ("WASHINGTON (AP)", " — ", "The Pentagon sent 200 men."),
    ("KYIV, Ukraine", " -- ", "Ten men left."),
    ("BANGUI", " — ", "The men left."),
    ("NEW DELHI", " – ", "A destroyer sailed."),
    ("INDIAN OCEAN (NNS)", " – ", "The carrier sailed."),
    ("ANSBACH, Germany", " — ", "Alpha Battery left."),
    ("POLAND", " — ", "The men left."),
    ("KINGS BAY, Ga.", " - ", "Ohio came home."),
    ("CORAL SEA (June 18, 2015)", " – ", "The ship left."),
    ("BAGHDAD", " - ", "Combined forces left."),
    ("ABOARD USS RONALD REAGAN (CVN 76), AT SEA", " -", "The Navy's carrier sailed."),
    ("WASHINGTON, Feb 2 (Reuters)", " - ", "The Pentagon sent 200 men."),
    ("SUVA", " - ", "Fiji sent 200 men."),
    ("MOMBASA, Kenya", " - ", "INS Tarkash called."),
    ("PARIS (AP - Reuters)", " — ", "The men left."),
    ("FORT BRAGG, N.C., Feb. 3, 2022", " — ", "The men left."),
]


@pytest.mark.parametrize(("dateline", "dash", "sentence"), DATELINES)
def test_a_dateline_is_peeled_off(dateline: str, dash: str, sentence: str) -> None:
    """The place and day of writing stand before the first sentence and are no part of it."""
    text = f"{dateline}{dash}{sentence}"
    assert only(text).dateline == dateline
    assert sentences(text) == [sentence]


@pytest.mark.parametrize(
    "text",
    [
        "NATO sent 40 men - all Danes.",
        "NATO sent 40 men - Danes all.",
        "The ship — a frigate — left.",
        "USS Nimitz left Guam - slowly.",
        "CJTF-OIR has 40 men.",
        "CJTF-OIR has 40 men — All of them stay.",
    ],
)
def test_a_dash_in_a_sentence_is_no_dateline(text: str) -> None:
    """What comes before such a dash belongs to the sentence."""
    assert only(text).dateline is None
    assert sentences(text) == [text]


@pytest.mark.parametrize("outlets", ["(BBC)", "(BBC) (Reuters)", "(Al Jazeera), (AFP)", "(AP via The Hill (US))"])
def test_outlets_in_trailing_brackets_are_left_out(outlets: str) -> None:
    """Who printed it is said behind the last full stop, and is no sentence."""
    text = f"France leaves Kidal. Mali objects. {outlets}"
    assert sentences(text) == ["France leaves Kidal.", "Mali objects."]


@pytest.mark.parametrize(
    "outlets", ["(BBC).", "(Al Jazeera), (AFP).", "(Al Jazeera), (AFP)", "(AP via The Hill (US))."]
)
def test_a_full_stop_behind_outlets_changes_nothing(outlets: str) -> None:
    """The same outlets with the full stop behind them, after a sentence that has one."""
    assert sentences(f"France leaves Kidal. Mali objects. {outlets}") == ["France leaves Kidal.", "Mali objects."]


@pytest.mark.parametrize("outlets", ["(Al Jazeera), (AFP)", "(Al Jazeera), (AFP).", "(BBC) (AFP)."])
def test_a_list_of_outlets_closes_a_sentence_too(outlets: str) -> None:
    """Two brackets in a row at the end are outlets, whatever stands before them."""
    assert sentences(f"France leaves Kidal {outlets}") == ["France leaves Kidal"]


@pytest.mark.parametrize("text", ["France (and Chad) leave Kidal.", "(BBC)", "It left Guam (USA).", "(A) or (B)."])
def test_other_brackets_stay(text: str) -> None:
    """Brackets inside a sentence are its words, and a line of nothing else is kept."""
    assert sentences(text) == [text]


def test_a_title_is_a_headline() -> None:
    """The first line without a full stop above a story is one; a lone line and later lines are none."""
    assert [p.headline for p in passages("France leaves Mali\nIt is over\nThe men go.")] == [True, False, False]
    assert not only("France leaves Mali").headline
    assert [p.headline for p in passages("France left.\nIt is over.")] == [False, False]


@pytest.mark.parametrize("line", ["[...]", "[…]", "- ", "-", "…", "* * *"])
def test_a_first_line_without_words_is_nothing(line: str) -> None:
    """It is no title, and has no sentence."""
    text = f"{line}\nThe men left.\nThey arrived."
    assert sentences(text) == ["The men left.", "They arrived."]
    assert not passages(text)[0].headline


def test_a_gap_in_a_report_says_nothing() -> None:
    """What an excerpt leaves out is marked, and the mark is no sentence."""
    assert sentences("The men left.\n[...]\nThey arrived.\n[…]") == ["The men left.", "They arrived."]


@pytest.mark.parametrize("row", table("unfinished"), ids=lambda row: row["phrase"])
def test_an_unfinished_report_says_so(row: dict[str, str]) -> None:
    """Every phrase of the table makes a report a breaking one, in any case."""
    assert is_breaking(f"Two ships sailed. {row['phrase'].upper()}.")


@pytest.mark.parametrize("text", ["Ships sailed, breaking the ice.", "They will check the ship.", "The story ends."])
def test_a_finished_report_is_not_breaking(text: str) -> None:
    """The same words in another sense say nothing of the report."""
    assert not is_breaking(text)


_LINES = st.sampled_from([
    "- ", "• ", "1. ", "Q ", "Q: ", "A: ", "MR. X: ", "Details: ", "PARIS (AP) — ", "The U.S. ", "Gen. ", "Feb. 5 ",
    "p.m. ", "Men left. ", "“Go. ", "Stay.” ", " (BBC)", " (a (b))", "[...]", "\n", "\r\n", "...", "? ", ". - A", "\t",
])  # fmt: skip
_TEXTS = st.one_of(
    st.text(), st.text(string.printable), st.lists(st.one_of(_LINES, st.text(max_size=4)), max_size=16).map("".join)
)


@given(_TEXTS)
def test_any_text_falls_into_passages_and_sentences(text: str) -> None:
    """No text raises. Passages lie in it in order, sentences in theirs, none overlap, all without margin."""
    at = 0
    for passage in passages(text):
        assert at <= passage.start < passage.end <= len(text)
        here = passage.start
        for sentence in passage.sentences:
            assert here <= sentence.start < sentence.end <= passage.end
            words = text[sentence.start : sentence.end]
            assert words == words.strip()
            here = sentence.end
        at = passage.end
    assert passages(text) == passages(text)


@given(_TEXTS)
def test_any_text_has_sections_in_place_and_order(text: str) -> None:
    """Sections begin with their label, do not overlap and end in a word."""
    at = 0
    for section in sections(text):
        assert at <= section.start < section.end <= len(text)
        assert section.label in text[section.start : section.end]
        assert text[section.end - 1].strip()
        at = section.end


@given(st.lists(st.sampled_from(["The men left.", "Ten ships sailed!", "Will 40 jets fly?", "“We stay,” he said."])))
def test_plain_sentences_come_back_as_they_are(lines: list[str]) -> None:
    """What plainly are sentences are found again, each once and in order, on one line or on many."""
    for gap in (" ", "\n", "\n\n  "):
        assert sentences(gap.join(lines)) == lines


@pytest.mark.parametrize(
    "unit",
    [
        "a", "S", "SS ", "S.", " ", ".", ".a", ". ", "\n", "- ", "(a) ", "(", "A ", "A. ", "AB ", "Mr. ", "U.S. ",
        "Q: ", "Ab: ", "Ab: c\n", "Q a\n", "“a.” ", " - A", "A. - A", "It is. ", "?!", "SS - ", "SS, ",
    ],
)  # fmt: skip
def test_work_grows_with_the_text(unit: str) -> None:
    """Four times the text is about four times the work, whatever repeats."""

    def least(size: int) -> float:
        text, best = "M" + unit * (size // len(unit)), float("inf")
        for _ in range(3):
            begin = process_time()
            passages(text)
            sections(text)
            best = min(best, process_time() - begin)
        return best

    assert least(80_000) < 10 * least(20_000) + 0.02


@pytest.mark.parametrize(
    "text", ["S" * 60 + " x", "S" * 300, "S" * 300 + " - x", "SS " * 40 + "x", "S/" * 60, "S, " * 40]
)
def test_capitals_in_a_row_cost_nothing(text: str) -> None:
    """A shouted line is tried as a dateline and as a voice once, and not cut in every way."""
    begin = process_time()
    passages(text)
    assert process_time() - begin < 0.05
