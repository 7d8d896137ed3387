"""Exports: the books in the forms that others read and print."""

from laydown.export.bands import Frame, band
from laydown.export.geojson import Feature, feature_collection
from laydown.export.lifelines import lifeline
from laydown.export.strips import Day, Strip, drawn
from laydown.export.tables import Cell, csv_text
from laydown.export.ticks import ticks

__all__ = [
    "Cell",
    "Day",
    "Feature",
    "Frame",
    "Strip",
    "band",
    "csv_text",
    "drawn",
    "feature_collection",
    "lifeline",
    "ticks",
]
