"""Pages as rows: which reports each address said in turn."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, select

from laydown.ledger.store.tables import reports, sightings
from laydown.model.identity import is_address, utc

_SHOWN: Final = (
    select(reports.c.id, reports.c.source, reports.c.published, reports.c.updated, reports.c.recorded),
    select(sightings.c.report, sightings.c.source, sightings.c.published, sightings.c.updated, sightings.c.recorded),
)


def pages(connection: Connection, said_by: str | None, recorded_by: str | None) -> Mapping[str, tuple[str, ...]]:
    """The reports of each address that said several things by two hours, in the order in which it said them.

    What states no hour was said when it was recorded.
    """
    shown: dict[str, dict[str, tuple[str, str]]] = {}
    for statement in _SHOWN:
        for report, source, published, updated, recorded in connection.execute(statement):
            stated = updated or published
            said = utc(stated) if stated else recorded
            late = (said_by is not None and said > said_by) or (recorded_by is not None and recorded > recorded_by)
            if is_address(source) and not late:
                shown.setdefault(source, {}).setdefault(report, (said, recorded))
    return {
        address: tuple(sorted(those, key=lambda report: (*those[report], report)))
        for address, those in sorted(shown.items())
        if len(those) > 1
    }
