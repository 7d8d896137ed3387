"""The first version: all tables, the guards that refuse every change to them, and the index of words."""

from typing import Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "1"
down_revision = None

TABLES: Final = (
    ("reports", "id"),
    ("sightings", "number"),
    ("passages", "number"),
    ("claims", "id"),
    ("links", "number"),
    ("movements", "id"),
    ("nodes", "id"),
    ("legs", "number"),
    ("assumptions", "number"),
)
"""The tables, each with its key."""

WORDS: Final[TypeEngine[str]] = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER: Final[TypeEngine[int]] = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SCORE: Final[TypeEngine[float]] = sa.Double().with_variant(sa.REAL(), "sqlite")


def upgrade() -> None:
    """Make all of it."""
    _sources()
    _books()
    _places()
    if op.get_bind().dialect.name == "sqlite":
        _sqlite()
    else:
        _postgresql()


def _sources() -> None:
    """What was read."""
    text = sa.Column("text", sa.LargeBinary, nullable=False)
    _create("reports", _key(), text, *_texts("source? publisher? title? authors language? published? updated?"),
            *_texts("url? retrieved? found"), _count("breaking"), *_texts("sections recorded"))  # fmt: skip
    _create("sightings", _number(), _to("report", "reports.id"), *_texts("source? publisher? title? published?"),
            *_texts("updated? recorded"))  # fmt: skip
    _create("passages", _number(), *_texts("id"), _to("report", "reports.id"), _count("start"), _count("end"),
            *_texts("quote words"), sa.UniqueConstraint("id", name="passages_id"))  # fmt: skip
    _create("claims", _key(), _to("report", "reports.id"), _to("passage", "passages.id"), _count("position"),
            *_texts("claim kind status force asset witness outlet? said? recorded reader"))  # fmt: skip
    _index("reports", "source")
    _index("sightings", "report")
    _index("sightings", "source")
    _index("passages", "report")
    _index("claims", "force asset said report position", name="block")
    _index("claims", "report")
    _index("claims", "passage")


def _books() -> None:
    """What it does in the books."""
    _create("links", _number(), _to("claim", "claims.id"), *_texts("role targets"), sa.Column("score", SCORE),
            *_texts("reason decided_by recorded options"))  # fmt: skip
    _create("movements", _key(), _to("opened_by", "claims.id"), *_texts("recorded"))
    _create("assumptions", _number(), *_texts("name"), _count("held"), *_texts("reason recorded"))
    _index("links", "claim number", name="claim")
    _index("assumptions", "name number", name="name")


def _places() -> None:
    """Where it goes."""
    _create("nodes", _key(), *_texts("name type country?"))
    _create("legs", _number(), _to("movement", "movements.id"), _to("claim", "claims.id"),
            _to("origin", "nodes.id", null=True), _to("destination", "nodes.id", null=True))  # fmt: skip
    for table, column in (("nodes", "name"), ("nodes", "country"), ("legs", "movement"), ("legs", "claim")):
        _index(table, column)
    _index("legs", "origin")
    _index("legs", "destination")


def _sqlite() -> None:
    """The guards and the index of words in SQLite.

    REPLACE removes the old row without asking the guard of removals, unless the connection has recursive_triggers on;
    ours have, but others may write to the file, so a third guard refuses a row whose key is taken.
    """
    for table, key in TABLES:
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table}: a ledger is appended to and never changed'); END"
        taken = f"EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"  # noqa: S608 - our own names
        op.execute(f"CREATE TRIGGER {table}_update BEFORE UPDATE ON {table} {refuse}")
        op.execute(f"CREATE TRIGGER {table}_delete BEFORE DELETE ON {table} {refuse}")
        op.execute(f"CREATE TRIGGER {table}_replace BEFORE INSERT ON {table} WHEN {taken} {refuse}")
    op.execute(
        "CREATE VIRTUAL TABLE passages_words USING fts5("
        "words, content='passages', content_rowid='number', tokenize='unicode61')"
    )
    op.execute(
        "CREATE TRIGGER passages_index AFTER INSERT ON passages BEGIN"
        " INSERT INTO passages_words (rowid, words) VALUES (NEW.number, NEW.words); END"
    )


def _postgresql() -> None:
    """The guards and the index of words in PostgreSQL."""
    op.execute(
        "CREATE FUNCTION ledger_refuses() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION '%: a ledger is appended to and never changed', TG_TABLE_NAME; END $$"
    )
    for table, _ in TABLES:
        op.execute(
            f"CREATE TRIGGER {table}_change BEFORE UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION ledger_refuses()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_truncate BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses()"
        )
    op.execute("CREATE INDEX passages_words ON passages USING gin (to_tsvector('simple', words))")


def _create(name: str, *parts: sa.schema.SchemaItem) -> None:
    """Make a table that holds to its types."""
    op.create_table(name, *parts, sqlite_strict=True)


def _index(table: str, columns: str, name: str | None = None) -> None:
    """Index COLUMNS of a table."""
    op.create_index(f"{table}_{name or columns}", table, columns.split())


def _key() -> sa.Column[str]:
    """A key that follows from the content."""
    return sa.Column("id", WORDS, primary_key=True)


def _number() -> sa.Column[int]:
    """A key that tells the order of appending."""
    return sa.Column("number", NUMBER, sa.Identity(), primary_key=True)


def _texts(names: str) -> list[sa.Column[str]]:
    """Columns of text; those with a question mark may be unknown."""
    return [sa.Column(name.rstrip("?"), WORDS, nullable=name.endswith("?")) for name in names.split()]


def _count(name: str) -> sa.Column[int]:
    """A column of whole numbers."""
    return sa.Column(name, sa.Integer, nullable=False)


def _to(name: str, target: str, *, null: bool = False) -> sa.Column[str]:
    """A column that points to another table."""
    return sa.Column(name, WORDS, sa.ForeignKey(target), nullable=null)
