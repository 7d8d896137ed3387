"""Twins: the table behind a page as JSON, CSV or GeoJSON, of exactly the rows that the page is about."""

from typing import Any, TypeVar

from fastapi import HTTPException
from starlette.responses import Response

from laydown.codec import dump
from laydown.export import csv_text, feature_collection
from laydown.web.asked import Asked, Form
from laydown.web.view import View

Noun = TypeVar("Noun")


def twin(view: View[Noun], asked: Asked, form: Form, cite: str, **more: Any) -> Response:  # noqa: ANN401 - JSON
    """VIEW in a FORM, its JSON with what there is MORE to say; raises HTTPException 404 where nothing can be mapped."""
    if form == "csv":
        return Response(
            csv_text(list(view.columns), view.table()),
            media_type="text/csv; charset=utf-8",
            headers=_kept_as(view.name, form),
        )
    about = {
        "title": view.title,
        "asked": dict(asked.pairs()),
        "cite": cite,
        "columns": dict(view.columns),
    } | view.about
    if form == "json":
        whole = {**about, **more, "rows": list(map(view.value, view.rows))}
        return Response(dump(whole), media_type="application/json")
    if view.places is None:
        raise HTTPException(404, f"{view.name} has no places to map; it has .json and .csv")
    collection = feature_collection(view.features(), **about)
    return Response(dump(collection), media_type="application/geo+json", headers=_kept_as(view.name, form))


def _kept_as(name: str, form: Form) -> dict[str, str]:
    """The name under which a browser keeps the file."""
    return {"content-disposition": f'attachment; filename="laydown-{name}.{form}"'}
