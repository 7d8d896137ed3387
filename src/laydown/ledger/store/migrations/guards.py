"""Guards: what keeps the rows of a table as they were appended, in either database."""

from alembic import op


def guard(table: str, *unique: str) -> None:
    """Let no row of a TABLE be changed, removed, or replaced by one of the same number or the same UNIQUE columns."""
    (_sqlite if op.get_bind().dialect.name == "sqlite" else _postgresql)(table, ("number", *unique))


def _sqlite(table: str, keys: tuple[str, ...]) -> None:
    """The guards of a table in SQLite, as those of the first version."""
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table}: a ledger is appended to and never changed'); END"
    same = " OR ".join(f"{key} = NEW.{key}" for key in keys)
    taken = f"EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608 - our own names
    op.execute(f"CREATE TRIGGER {table}_update BEFORE UPDATE ON {table} {refuse}")
    op.execute(f"CREATE TRIGGER {table}_delete BEFORE DELETE ON {table} {refuse}")
    op.execute(f"CREATE TRIGGER {table}_replace BEFORE INSERT ON {table} WHEN {taken} {refuse}")


def _postgresql(table: str, _keys: tuple[str, ...]) -> None:
    """The guards of a table in PostgreSQL, by the function that the first version made; its own keys do the rest."""
    refuse = "EXECUTE FUNCTION ledger_refuses()"
    op.execute(f"CREATE TRIGGER {table}_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {refuse}")
    op.execute(f"CREATE TRIGGER {table}_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {refuse}")
