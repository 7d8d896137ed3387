"""The guards: no row of a ledger is changed or removed, however one tries, and a check sees what was done to one."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import DBAPIError

from laydown.ledger.store import Ledger, migrations, open_ledger, versions
from laydown.ledger.store.engine import address
from laydown.ledger.store.tables import metadata
from laydown.model import Grouping, Report, Ruling
from tests.ledger.clerks import CLERK, RECORDED, reading
from tests.ledger.conftest import problems

TABLES = [table.name for table in metadata.sorted_tables]


def a_copy(new: Report, held: Report) -> Grouping:
    """Whatever it is, it is a copy."""
    del new
    return Grouping(kind="copy", of=held.id, reason="all alike", likeness=1.0)


def first_word(text: str) -> str:
    """Whatever a text says, it begins with a notice."""
    return text.split(maxsplit=1)[0]


@pytest.fixture
def raw(url: str, ledger: Ledger) -> Iterator[sa.Connection]:
    """Another program's connection to a ledger that holds something in every table, without any of our settings."""
    ledger.add(reading(), recorded=RECORDED)
    ledger.sight(reading(outlet="The Daily").report, recorded=RECORDED)
    other = reading().report
    object.__setattr__(other, "publisher", "The Herald")
    ledger.sight(other, recorded=RECORDED)
    ledger.assume("a brigade", held=True, reason="r", recorded=RECORDED)
    copy = reading(outlet="The Courier")
    with open_ledger(url, clerk=replace(CLERK, kinship=a_copy, notice=first_word)) as more:
        more.add(copy, recorded=RECORDED)
    word = Ruling(report=copy.report.id, other=other.id, verdict="together", reason="r", recorded=RECORDED)
    ledger.rule_stories(word)
    engine = sa.create_engine(address(url))
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_changed_or_removed(raw: sa.Connection, ledger: Ledger, table: str) -> None:
    before = ledger.books()
    column = "number" if "number" in metadata.tables[table].c else "id"
    same = f"{table} SET {column} = {column}"
    statements = [f"UPDATE {same}", f"DELETE FROM {table}"]  # noqa: S608 - our own names
    if raw.dialect.name == "sqlite":
        statements += [
            f"REPLACE INTO {table} SELECT * FROM {table}",  # noqa: S608 - our own names
            f"UPDATE OR REPLACE {same}",
        ]
    else:
        statements += [f"TRUNCATE {table} CASCADE"]
    assert raw.execute(sa.text(f"SELECT count(*) FROM {table}")).scalar_one() > 0  # noqa: S608 - our own names
    for statement in statements:
        with pytest.raises(DBAPIError, match="a ledger is appended to and never changed"):
            raw.execute(sa.text(statement))
        raw.rollback()
    assert ledger.books() == before
    assert problems(ledger) == []


def test_the_migrations_make_the_tables(raw: sa.Connection) -> None:
    """Whoever changes a table writes a migration."""
    context = MigrationContext.configure(raw, opts={"version_table": versions.STAMP})
    ours = [found for found in compare_metadata(context, metadata) if "passages_words" not in str(found)]
    assert ours == []


def test_the_version_of_today_is_the_last_migration() -> None:
    script = ScriptDirectory(str(Path(str(migrations.__file__)).parent))
    assert script.get_heads() == [versions.VERSIONS[-1]]
    assert {one.revision for one in script.walk_revisions()} == set(versions.VERSIONS)


def test_sqlite_holds_to_types_and_waits_for_the_disk(ledger: Ledger) -> None:
    with ledger._writing() as connection:  # noqa: SLF001 - what our own connections are set to is seen nowhere else
        if connection.dialect.name != "sqlite":
            return
        strict = connection.execute(sa.text("SELECT name FROM pragma_table_list WHERE strict")).scalars().all()
        wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1}
        found = {name: connection.execute(sa.text(f"PRAGMA {name}")).scalar_one() for name in wanted}
    assert set(strict) == set(TABLES)
    assert found == wanted


TAMPERED = [
    ("passages", "UPDATE passages SET quote = 'About 900 soldiers will go to Estonia.'", "its words are not those"),
    (
        "reports",
        "UPDATE reports SET id = 'sha256:00' WHERE publisher = 'The Courier'",
        "its id is not the hash of its text",
    ),
    ("reports", "UPDATE reports SET text = id", "cannot be read back"),
    ("claims", "UPDATE claims SET force = 'FR'", "`force` is not what follows"),
    ("claims", "UPDATE claims SET witness = 'x'", "`witness` is not what follows"),
    ("claims", "UPDATE claims SET claim = '{}'", "cannot be read back"),
    ("claims", "UPDATE claims SET claim = replace(claim, '\"end\":38', '\"end\":999')", "are not in its text"),
    ("claims", "UPDATE claims SET said = '2022-01-01T00:00:00Z'", "`said` is not what follows"),
    ("links", "DELETE FROM links", "no link says what the claim does"),
    ("links", "UPDATE links SET targets = '[\"m-0.c1\"]'", "points to m-0.c1, which is not there"),
]


@pytest.mark.parametrize(("table", "statement", "words"), TAMPERED)
def test_a_check_sees_what_was_done(raw: sa.Connection, ledger: Ledger, table: str, statement: str, words: str) -> None:
    if raw.dialect.name == "sqlite":
        raw.execute(sa.text("PRAGMA foreign_keys = OFF"))
        for guard in ("update", "delete"):
            raw.execute(sa.text(f"DROP TRIGGER {table}_{guard}"))
        statement = statement.replace("text = id", "text = x'00'")
    else:
        raw.execute(sa.text(f"ALTER TABLE {table} DISABLE TRIGGER ALL"))
        statement = statement.replace("text = id", "text = '\\x00'")
    raw.exec_driver_sql(statement)
    raw.commit()
    assert any(words in line for line in problems(ledger)), problems(ledger)
