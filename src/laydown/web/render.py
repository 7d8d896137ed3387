"""Rendering: templates with everything escaped, and the few filters by which they write numbers, places and days."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from laydown import __version__
from laydown.export import notation
from laydown.export.plain import clipped, plain
from laydown.model.identity import short
from laydown.web.asked import Asked

SECTIONS: Final[Mapping[str, str]] = {
    "/map": "Map",
    "/balance": "Balance",
    "/movements": "Movements",
    "/conflicts": "Conflicts",
    "/review": "Review",
    "/story": "Stories",
    "/search": "Search",
}
"""The pages that every page leads to."""


def page(
    request: Request, template: str, asked: Asked | None = None, *, code: int = 200, **values: object
) -> HTMLResponse:
    """TEMPLATE filled with VALUES; `asked` is what the address asks, under which all its links stay."""
    asked = asked or Asked()
    path = request.url.path
    text = (
        _templates()
        .get_template(template)
        .render(
            asked=asked,
            path=path,
            sections=SECTIONS,
            version=__version__,
            state=request.app.state,
            **values,
        )
    )
    return HTMLResponse(text, status_code=code)


def drawing(svg: str) -> Markup:
    """An SVG of laydown.export, which escapes all words in it, as a template takes it."""
    return Markup(svg)  # noqa: S704 - see above


def prepare() -> None:
    """Make all templates ready, so that nobody who asks for a page waits for them."""
    found = _templates()
    for name in found.list_templates():
        found.get_template(name)


@cache
def _templates() -> Environment:
    """The templates; a name that a page forgot to give is an error, not a gap."""
    found = Environment(
        loader=PackageLoader("laydown.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_read_not_run,
    )
    found.filters.update(
        span=notation.span,
        number=notation.number,
        count=notation.count,
        place=notation.place,
        places=notation.places,
        days=notation.days,
        speaker=notation.speaker,
        route=notation.route,
        force=notation.force,
        field=notation.field,
        day=day,
        moment=moment,
        clipped=clipped,
        short=short,
        words=lambda name: str(name).replace("_", " "),
    )
    return found


def _read_not_run(value: object) -> object:
    """VALUE as a page may hold it: words of others do not turn the text behind them around."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else plain(value)


def day(value: date | str | None) -> str:
    """A day or an hour as a reader of English says it.

    >>> day(date(2022, 2, 11)), day("2022-02-02T17:30:00Z"), day(None)
    ('11 Feb 2022', '2 Feb 2022, 17:30', 'day unknown')
    """
    if value is None:
        return "day unknown"
    if isinstance(value, date):
        return f"{value.day} {value:%b %Y}"
    told = date.fromisoformat(value[:10])
    hour = value[11:16]
    return day(told) + (f", {hour}" if hour and hour != "23:59" else "")


def moment(value: str | None) -> str:
    """What a page states as its day or hour, as a reader of English says it; its own words where it is neither.

    >>> moment("2022-02-02"), moment("last Tuesday")
    ('2 Feb 2022', 'last Tuesday')
    """
    try:
        return day(value)
    except ValueError:
        return value or ""
