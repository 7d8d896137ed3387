"""Search: the passages that hold some words, by SQLite's FTS5 or by PostgreSQL's text search, to the same answer.

Both look through the folded words of a passage, so that neither's own idea of a word matters.
"""

from collections.abc import Mapping
from typing import Final, Protocol

from sqlalchemy import ColumnElement, Connection, func, literal_column, select, text

from laydown.ledger.store.identity import folded
from laydown.ledger.store.rows import ENTRY, entry_of
from laydown.ledger.store.tables import claims, passages
from laydown.model import Entry


class Index(Protocol):
    """What a database knows of words."""

    def __call__(self, words: list[str]) -> ColumnElement[bool]:
        """What holds of the passages in which all WORDS stand."""
        ...


def _fts5(words: list[str]) -> ColumnElement[bool]:
    """SQLite: an index of its own, filled as passages are appended."""
    query = " ".join(f'"{word}"' for word in words)
    found = text("SELECT rowid FROM passages_words WHERE passages_words MATCH :query").bindparams(query=query)
    return passages.c.number.in_(found.columns(passages.c.number).scalar_subquery())


def _tsvector(words: list[str]) -> ColumnElement[bool]:
    """PostgreSQL: an index over the words of the passages."""
    simple: ColumnElement[str] = literal_column("'simple'")  # as the index is written, or it would not be used
    return func.to_tsvector(simple, passages.c.words).op("@@")(func.plainto_tsquery(simple, " ".join(words)))


INDEXES: Final[Mapping[str, Index]] = {"sqlite": _fts5, "postgresql": _tsvector}


def search(connection: Connection, words: str, limit: int) -> tuple[Entry, ...]:
    """The entries whose passages hold all WORDS, the last said first; none where there are no words."""
    wanted = folded(words).split()
    if not wanted:
        return ()
    holds = INDEXES[connection.dialect.name](wanted)
    order = (claims.c.said.desc().nulls_last(), claims.c.report, claims.c.position)
    first = select(claims.c.id).join_from(claims, passages, passages.c.id == claims.c.passage)
    last = first.where(holds).order_by(*order).limit(limit)  # names alone: to sort whole claims takes twice as long
    rows = connection.execute(ENTRY.where(claims.c.id.in_(last.scalar_subquery())).order_by(*order)).mappings()
    return tuple(entry_of(row) for row in rows)
