"""The pages of the desk, a module each, and the order in which the server asks them."""

from typing import Final

from fastapi import APIRouter

from laydown.web.pages import atlas, balance, conflicts, movements, report, review, search, story, why

ROUTERS: Final[tuple[APIRouter, ...]] = (
    atlas.router,
    balance.router,
    conflicts.router,
    movements.router,
    report.router,
    review.router,
    search.router,
    story.router,
    why.router,
)

__all__ = ["ROUTERS"]
