"""The pages of the desk, a module each, and the order in which the server asks them."""

from typing import Final

from fastapi import APIRouter

from laydown.web.pages import atlas, balance, changes, conflicts, movements, report, review, search, story, why

ROUTERS: Final[tuple[APIRouter, ...]] = (
    atlas.router,
    balance.router,
    movements.router,
    conflicts.router,
    review.router,
    why.router,
    report.router,
    story.router,
    search.router,
    changes.router,
)

__all__ = ["ROUTERS"]
