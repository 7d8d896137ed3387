"""The third version: the notices of correction that reports carry."""

from typing import Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "3"
down_revision = "2"

TABLE: Final = "notices"
WORDS: Final[TypeEngine[str]] = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER: Final[TypeEngine[int]] = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table and its guards; reports that are held already have no notice, for nobody looked."""
    op.create_table(
        TABLE,
        sa.Column("number", NUMBER, sa.Identity(), primary_key=True),
        sa.Column("report", WORDS, sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("words", WORDS, nullable=False),
        sa.UniqueConstraint("report", name=f"{TABLE}_report"),
        sqlite_strict=True,
    )
    guard = _sqlite if op.get_bind().dialect.name == "sqlite" else _postgresql
    guard(TABLE)


def _sqlite(table: str) -> None:
    """The guards of a table in SQLite, as those of the first version."""
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table}: a ledger is appended to and never changed'); END"
    taken = f"EXISTS (SELECT 1 FROM {table} WHERE number = NEW.number OR report = NEW.report)"  # noqa: S608 - our own names
    op.execute(f"CREATE TRIGGER {table}_update BEFORE UPDATE ON {table} {refuse}")
    op.execute(f"CREATE TRIGGER {table}_delete BEFORE DELETE ON {table} {refuse}")
    op.execute(f"CREATE TRIGGER {table}_replace BEFORE INSERT ON {table} WHEN {taken} {refuse}")


def _postgresql(table: str) -> None:
    """The guards of a table in PostgreSQL, by the function that the first version made."""
    refuse = "EXECUTE FUNCTION ledger_refuses()"
    op.execute(f"CREATE TRIGGER {table}_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {refuse}")
    op.execute(f"CREATE TRIGGER {table}_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {refuse}")
