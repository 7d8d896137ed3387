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
from laydown.model.resolution import Candidate, PlaceKind, Resolution

__all__ = [
    "FIELDS",
    "STATUSES",
    "Act",
    "Action",
    "Attribution",
    "Candidate",
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
    "PlaceKind",
    "PlaceType",
    "Problem",
    "Quantity",
    "Reading",
    "Report",
    "Resolution",
    "Section",
    "Status",
    "report_id",
]
