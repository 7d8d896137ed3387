"""The second version: copies as found by their words, and what persons rule of two reports."""

from typing import Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

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
    guard = _sqlite if op.get_bind().dialect.name == "sqlite" else _postgresql
    for table in TABLES:
        guard(table)


def _sqlite(table: str) -> None:
    """The guards of a table in SQLite, as those of the first version."""
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table}: a ledger is appended to and never changed'); END"
    taken = f"EXISTS (SELECT 1 FROM {table} WHERE number = NEW.number)"  # noqa: S608 - our own names
    op.execute(f"CREATE TRIGGER {table}_update BEFORE UPDATE ON {table} {refuse}")
    op.execute(f"CREATE TRIGGER {table}_delete BEFORE DELETE ON {table} {refuse}")
    op.execute(f"CREATE TRIGGER {table}_replace BEFORE INSERT ON {table} WHEN {taken} {refuse}")


def _postgresql(table: str) -> None:
    """The guards of a table in PostgreSQL, by the function that the first version made."""
    refuse = "EXECUTE FUNCTION ledger_refuses()"
    op.execute(f"CREATE TRIGGER {table}_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {refuse}")
    op.execute(f"CREATE TRIGGER {table}_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {refuse}")


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
