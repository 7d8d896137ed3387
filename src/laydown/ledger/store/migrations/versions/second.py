"""The second version: copies as found by their words, and what persons rule of two reports."""

from typing import Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

from laydown.ledger.store.migrations.guards import guard

revision = "2"
down_revision = "1"

TABLES: Final = ("groupings", "rulings")
WORDS: Final[TypeEngine[str]] = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER: Final[TypeEngine[int]] = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SCORE: Final[TypeEngine[float]] = sa.Double().with_variant(sa.REAL(), "sqlite")


def upgrade() -> None:
    """Make both tables, their indexes and their guards."""
    likeness = sa.Column("likeness", SCORE, nullable=False)
    _create("groupings", _to("report"), _to("of"), _words("kind"), _words("reason"), likeness,
            _words("agency", null=True), _words("recorded"))  # fmt: skip
    _create("rulings", _to("report"), _to("other"), _words("verdict"), _words("reason"), _words("recorded"))
    for table, column in (("groupings", "report"), ("groupings", "of"), ("rulings", "report"), ("rulings", "other")):
        op.create_index(f"{table}_{column}", table, [column])
    for table in TABLES:
        guard(table)


def _create(name: str, *parts: sa.schema.SchemaItem) -> None:
    """Make a table that holds to its types, its rows numbered in the order of appending."""
    number = sa.Column("number", NUMBER, sa.Identity(), primary_key=True)
    op.create_table(name, number, *parts, sqlite_strict=True)


def _words(name: str, *, null: bool = False) -> sa.Column[str]:
    """A column of text."""
    return sa.Column(name, WORDS, nullable=null)


def _to(name: str) -> sa.Column[str]:
    """A column that points to a report."""
    return sa.Column(name, WORDS, sa.ForeignKey("reports.id"), nullable=False)
