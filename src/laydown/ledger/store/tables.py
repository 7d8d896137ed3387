"""The tables of a ledger, the same in SQLite and PostgreSQL; `migrations` makes them and the guards around them.

No row is ever changed or removed. `number` is the order of appending and nothing else: what others refer to has an id
that follows from its content. Lists are JSON. Times are text in UTC, so that they sort as they follow each other.
"""

from typing import Final

from sqlalchemy import (
    REAL,
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

WORDS: Final[TypeEngine[str]] = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that sorts by its code points on every server, whatever language that speaks."""

NUMBER: Final[TypeEngine[int]] = BigInteger().with_variant(Integer(), "sqlite")
SCORE: Final[TypeEngine[float]] = Double().with_variant(REAL(), "sqlite")

metadata: Final = MetaData()


def _words(name: str, *, key: bool = False, null: bool = False, to: str | None = None) -> Column[str]:
    """A column of text: a KEY, one that may be unknown (NULL), or one that points TO another table's."""
    return Column(name, WORDS, *([ForeignKey(to)] if to else []), primary_key=key, nullable=null)


def _number() -> Column[int]:
    """The order in which the rows of a table were appended."""
    return Column("number", NUMBER, Identity(), primary_key=True)


def _table(name: str, *parts: SchemaItem) -> Table:
    """A table that holds to its types in SQLite too."""
    return Table(name, metadata, *parts, sqlite_strict=True)


reports: Final = _table(
    "reports",
    _words("id", key=True),
    Column("text", LargeBinary, nullable=False),
    _words("source", null=True),
    _words("publisher", null=True),
    _words("title", null=True),
    _words("authors"),
    _words("language", null=True),
    _words("published", null=True),
    _words("updated", null=True),
    _words("url", null=True),
    _words("retrieved", null=True),
    _words("found"),
    Column("breaking", Integer, nullable=False),
    _words("sections"),
    _words("recorded"),
    Index("reports_source", "source"),
)
"""Each text once, as it was first seen. The text is compressed, for nobody searches there: passages are in the open."""

sightings: Final = _table(
    "sightings",
    _number(),
    _words("report", to="reports.id"),
    _words("source", null=True),
    _words("publisher", null=True),
    _words("title", null=True),
    _words("published", null=True),
    _words("updated", null=True),
    _words("recorded"),
    Index("sightings_report", "report"),
    Index("sightings_source", "source"),
)
"""A held text, seen again at another source or publisher, or with a later hour. Its claims stay as first read."""

passages: Final = _table(
    "passages",
    _number(),
    _words("id"),
    _words("report", to="reports.id"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _words("quote"),
    _words("words"),
    UniqueConstraint("id", name="passages_id"),
    Index("passages_report", "report"),
)
"""The words that carry claims, as they stand in the text and as they are searched."""

notices: Final = _table(
    "notices",
    _number(),
    _words("report", to="reports.id"),
    _words("words"),
    UniqueConstraint("report", name="notices_report"),
)
"""The notice of correction that a report carries, where it has one."""

claims: Final = _table(
    "claims",
    _words("id", key=True),
    _words("report", to="reports.id"),
    _words("passage", to="passages.id"),
    Column("position", Integer, nullable=False),
    _words("claim"),
    _words("kind"),
    _words("status"),
    _words("force"),
    _words("asset"),
    _words("witness"),
    _words("outlet", null=True),
    _words("said", null=True),
    _words("recorded"),
    _words("reader"),
    Index("claims_block", "force", "asset", "said", "report", "position"),
    Index("claims_report", "report"),
    Index("claims_passage", "passage"),
)
"""The claims. `claim` is all that it says; the other columns are taken from it and from its report, to be found by."""

links: Final = _table(
    "links",
    _number(),
    _words("claim", to="claims.id"),
    _words("role"),
    _words("targets"),
    Column("score", SCORE),
    _words("reason"),
    _words("decided_by"),
    _words("recorded"),
    _words("options"),
    Index("links_claim", "claim", "number"),
)
"""What each claim does in the books: the last row holds. A ruling is a row that a person decided, with a reason."""

movements: Final = _table(
    "movements",
    _words("id", key=True),
    _words("opened_by", to="claims.id"),
    _words("recorded"),
)
"""Every movement that was ever opened; whether it is still open, the link of the claim that opened it says."""

nodes: Final = _table(
    "nodes",
    _words("id", key=True),
    _words("name"),
    _words("type"),
    _words("country", null=True),
    Index("nodes_name", "name"),
    Index("nodes_country", "country"),
)
"""The places that movements leave and enter."""

legs: Final = _table(
    "legs",
    _number(),
    _words("movement", to="movements.id"),
    _words("claim", to="claims.id"),
    _words("origin", null=True, to="nodes.id"),
    _words("destination", null=True, to="nodes.id"),
    Index("legs_movement", "movement"),
    Index("legs_claim", "claim"),
    Index("legs_origin", "origin"),
    Index("legs_destination", "destination"),
)
"""Which claims ever told of a movement, and between which places they say it goes."""

assumptions: Final = _table(
    "assumptions",
    _number(),
    _words("name"),
    Column("held", Integer, nullable=False),
    _words("reason"),
    _words("recorded"),
    Index("assumptions_name", "name", "number"),
)
"""What a person decided of an assumption of ours: that it is held, or that it is not. The last row holds."""

groupings: Final = _table(
    "groupings",
    _number(),
    _words("report", to="reports.id"),
    _words("of", to="reports.id"),
    _words("kind"),
    _words("reason"),
    Column("likeness", SCORE, nullable=False),
    _words("agency", null=True),
    _words("recorded"),
    Index("groupings_report", "report"),
    Index("groupings_of", "of"),
)
"""Reports that are copies of each other by their words, as was found when the second of them came."""

rulings: Final = _table(
    "rulings",
    _number(),
    _words("report", to="reports.id"),
    _words("other", to="reports.id"),
    _words("verdict"),
    _words("reason"),
    _words("recorded"),
    Index("rulings_report", "report"),
    Index("rulings_other", "other"),
)
"""What a person said of two reports: that they are one story, or that they are not. The last row on a pair holds."""
