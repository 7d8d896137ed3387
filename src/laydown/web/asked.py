"""What a page is asked: filters and clocks, read from the address and written back, so that any view is a link."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Final, Literal, TypeAlias

from fastapi import Depends, Query
from fastapi.exceptions import RequestValidationError
from jinja2.utils import url_quote
from starlette.datastructures import QueryParams

from laydown.desk.books import Clocks
from laydown.model import Basis
from laydown.model.identity import utc

LONGEST: Final = 200
"""Characters of one filter: longer than any name of a place."""
MOST: Final = 50
"""Values of one filter."""

Words: TypeAlias = Annotated[str, Query(max_length=LONGEST)]
Form: TypeAlias = Literal["json", "csv", "geojson"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Filters and clocks, named as the options of the commands; what is None or empty filters nothing."""

    place: tuple[str, ...] = ()
    force: str | None = None
    asset: str | None = None
    status: tuple[str, ...] = ()
    unit: str | None = None
    basis: Basis = "ordered"
    as_of: date | None = None
    said_by: str | None = None
    recorded_by: str | None = None
    rows: int | None = None

    @property
    def clocks(self) -> Clocks:
        """The days on the three clocks."""
        return Clocks(as_of=self.as_of, said_by=self.said_by, recorded_by=self.recorded_by)

    def at(self, path: str, **changes: Any) -> str:  # noqa: ANN401 - whatever a template has for a field
        """The address of PATH under the same filters and clocks, but for CHANGES.

        >>> Asked(force="US", as_of=date(2022, 2, 11)).at("/balance", place=("Poland",))
        '/balance?place=Poland&force=US&as-of=2022-02-11'
        """
        return _address(self, path, tuple(changes.items()))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The query parameters that differ from what is meant without them."""
        for one in fields(self):
            value = getattr(self, one.name)
            if value == one.default:
                continue
            for single in value if isinstance(value, tuple) else (value,):
                yield one.name.replace("_", "-"), str(single)


@lru_cache(maxsize=2048)
def _address(asked: Asked, path: str, changes: tuple[tuple[str, Any], ...]) -> str:
    """The address of PATH; kept, for a map has thousands of marks and few places that they lead to."""
    pairs = list(replace(asked, **dict(changes)).pairs())
    return f"{url_quote(path)}?{QueryParams(pairs)}" if pairs else url_quote(path)


def asked(  # noqa: PLR0913 - a filter each, which FastAPI reads from the signature
    *,
    place: Annotated[list[Words] | None, Query(max_length=MOST, description="Only these places, by name.")] = None,
    force: Annotated[str | None, Query(max_length=LONGEST, description="One nation or bloc, such as US.")] = None,
    asset: Annotated[str | None, Query(max_length=LONGEST, description="What is counted, such as persons.")] = None,
    status: Annotated[list[Words] | None, Query(max_length=MOST, description="Only movements so far along.")] = None,
    unit: Annotated[str | None, Query(max_length=LONGEST, description="Only what names this unit.")] = None,
    basis: Annotated[Basis, Query(description="Count what is ordered, or only what is in place.")] = "ordered",
    as_of: Annotated[str, Query(alias="as-of", description="As it was on this day.")] = "",
    said_by: Annotated[str, Query(alias="said-by", description="As the public could know by this day.")] = "",
    recorded_by: Annotated[str, Query(alias="recorded-by", description="As this ledger knew by this day.")] = "",
    rows: Annotated[int | None, Query(ge=1, le=100_000, description="How many rows a page shows.")] = None,
) -> Asked:
    """What the address asks; an empty field of a form asks nothing."""
    return Asked(
        place=tuple(name for name in map(str.strip, place or ()) if name),
        force=force or None,
        asset=asset or None,
        status=tuple(filter(None, status or ())),
        unit=unit or None,
        basis=basis,
        as_of=_day(as_of),
        said_by=_hour("said-by", said_by),
        recorded_by=_hour("recorded-by", recorded_by),
        rows=rows,
    )


def _day(words: str) -> date | None:
    """A day, or why WORDS are none."""
    try:
        return date.fromisoformat(words) if words else None
    except ValueError as error:
        name = "as-of"
        raise _refused(name, words, "a day, such as 2022-02-11") from error


def _hour(name: str, words: str) -> str | None:
    """A day or an hour as the ledger compares them, or why WORDS are none."""
    try:
        utc(words or "2022-02-11")
    except ValueError as error:
        raise _refused(name, words, "a day or an hour, such as 2022-02-11 or 2022-02-11T12:00Z") from error
    return words or None


def _refused(name: str, words: str, wanted: str) -> RequestValidationError:
    """What FastAPI raises itself where a parameter does not fit."""
    return RequestValidationError(
        [{"loc": ("query", name), "msg": f"{words!r} is not {wanted}", "type": "value_error"}]
    )


Question: TypeAlias = Annotated[Asked, Depends(asked)]
