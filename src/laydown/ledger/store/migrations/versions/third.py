"""The third version: the notices of correction that reports carry."""

from typing import Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

from laydown.ledger.store.migrations.guards import guard

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
    guard(TABLE, "report")
