"""The nouns: frozen, slotted dataclasses that know nothing of how they are read, stored or drawn."""

from laydown.model.claim import (
    FIELDS,
    STATUSES,
    Act,
    Action,
    Attribution,
    Category,
    Claim,
    Duration,
    Evidence,
    Force,
    Hedge,
    Kind,
    Offsets,
    Period,
    Place,
    PlaceType,
    Quantity,
    Status,
)
from laydown.model.problem import Problem
from laydown.model.reading import Reading
from laydown.model.report import Report, Section, report_id

__all__ = [
    "FIELDS",
    "STATUSES",
    "Act",
    "Action",
    "Attribution",
    "Category",
    "Claim",
    "Duration",
    "Evidence",
    "Force",
    "Hedge",
    "Kind",
    "Offsets",
    "Period",
    "Place",
    "PlaceType",
    "Problem",
    "Quantity",
    "Reading",
    "Report",
    "Section",
    "Status",
    "report_id",
]
