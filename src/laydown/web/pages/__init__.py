"""The pages of the desk, a module each, and the order in which the server asks them."""

from typing import Final

from fastapi import APIRouter

from laydown.web.pages import balance, conflicts, movements, review, why

ROUTERS: Final[tuple[APIRouter, ...]] = (balance.router, movements.router, conflicts.router, review.router, why.router)

__all__ = ["ROUTERS"]
