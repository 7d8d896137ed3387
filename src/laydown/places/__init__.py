"""Places: from a name in the news to the right spot, with its reasons."""

from laydown.places.bearing import part_of
from laydown.places.context import Context, Home, apart, joined, named, narrowed, survey
from laydown.places.home import home_of
from laydown.places.nesting import Nesting, countries_of, relation
from laydown.places.ranking import ranked
from laydown.places.report import resolve_all
from laydown.places.resolution import may_act, resolve

__all__ = [
    "Context", "Home", "Nesting", "apart", "countries_of", "home_of", "joined", "may_act", "named", "narrowed",
    "part_of", "ranked", "relation", "resolve", "resolve_all", "survey",
]  # fmt: skip
