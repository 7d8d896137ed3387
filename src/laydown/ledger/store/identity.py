"""Identity: the ids and fingerprints under which the books know a claim, all of which follow from its report."""

import hashlib
import re
import unicodedata
from typing import Final

from laydown.model import Report
from laydown.model.identity import short

_WORD: Final = re.compile(r"\w+")


def entry_id(report: str, claim: str) -> str:
    """The id of a claim in the books: its report's hash, shortened, and its own id there.

    >>> entry_id("sha256:e3b0c44298fc1c149afbf4c8996fb924", "c1")
    'e3b0c44298fc1c14.c1'
    """
    return f"{short(report)}.{claim}"


def outlet(report: Report) -> str | None:
    """Who publishes REPORT, or the site that it is from.

    >>> outlet(Report(text="", source="https://www.example.org:80/a")), outlet(Report(text="", source="a/b.txt"))
    ('example.org', None)
    """
    if report.publisher:
        return report.publisher
    scheme, mark, rest = (report.source or "").partition("://")
    host = re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[2].split(":")[0].lower().removeprefix("www.")
    return host if scheme and mark and host else None


def folded(words: str) -> str:
    """WORDS without case, accents, quotes and punctuation, a space between each.

    >>> folded("“About 2,000 troops,” — he  said: to Malmö.")
    'about 2 000 troops he said to malmo'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(plain))


def witness(words: str) -> str:
    """What copies of one sentence have in common, so that a wire story counts once.

    >>> witness("Troops 'will' move.") == witness("troops “will”  move")
    True
    """
    return hashlib.sha256(folded(words).encode()).hexdigest()[:16]
