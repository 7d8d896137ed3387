"""Corrections: what "an earlier version of this story said" is what the report takes back, and no claim of its own."""

import re
from functools import cache

from laydown.lexicon.tables import cell, table
from laydown.reading.drafting.drafts import Draft
from laydown.reading.mentions.scene import Scene


@cache
def _earlier() -> re.Pattern[str]:
    """What names an earlier text of the report and does not say that it has been set right."""
    words = {sort: "|".join(w for row in table("corrections") if row["sort"] == sort for w in cell(row, "words"))
             for sort in ("version", "text", "mended", "wrong")}  # fmt: skip
    return re.compile(
        rf"\b(?:{words['version']}) versions?"
        rf"(?: of (?:this|the|that|our)(?: [\w-]+)? (?:{words['text']})\b| (?:{words['wrong']})\b)"
        rf"(?! (?:has been|have been|was|were|is) (?:{words['mended']}))",
        re.IGNORECASE,
    )


def without_mistakes(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """DRAFTS without those that the report only says to have said wrongly, up to the semicolon that sets it right."""
    if " version" not in scene.text or (match := _earlier().search(scene.text)) is None:
        return drafts
    stop = scene.text.find(";", match.end())
    end = scene.offset + (stop if stop >= 0 else len(scene.text))
    return [draft for draft in drafts if not scene.offset + match.start() <= draft.order < end]
