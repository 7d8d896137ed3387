"""The environment in which alembic runs: on the connection, and in the transaction, that it is handed."""

from alembic import context

from laydown.ledger.store.tables import metadata
from laydown.ledger.store.versions import STAMP


def migrate() -> None:
    """Run the migrations that are still to be run."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        version_table=STAMP,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


if hasattr(context, "config"):  # which it has where alembic runs this, and not where doctest looks it through
    migrate()
