"""The map: flows, rings and soft areas, drawn once for all stops of a time bar."""

from laydown.export.map.drawing import drawn
from laydown.export.map.marks import Flow, Look, Ring

__all__ = ["Flow", "Look", "Ring", "drawn"]
