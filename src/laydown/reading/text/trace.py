"""Trace: which rules of the reader gave a field its words, kept only where somebody asks why."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from types import FrameType

ROOM: Final = "laydown.reading."
SILENT: Final = ("drafting.drafts", "text.trace", "reader")
"""Modules that only pass on what rules decide."""
DEEP: Final = 3
"""Rules that are named for a field: the one that took the words, and those that had it do so."""

_asked: ContextVar[bool] = ContextVar("laydown_asked_why", default=False)


@contextmanager
def asked_why() -> Iterator[None]:
    """Keep the rules of what is read in here."""
    token = _asked.set(True)
    try:
        yield
    finally:
        _asked.reset(token)


def is_asked() -> bool:
    """Whether somebody asks why, so that a decision is worth putting in words."""
    return _asked.get()


def name_of(rule: Callable[..., object]) -> str:
    """The name of a rule as `rules_now` gives it."""
    return f"{rule.__module__.removeprefix(ROOM)}.{rule.__qualname__}"


def rules_now() -> tuple[str, ...]:
    """The rules at work, the nearest first, such as `drafting.filling.put_places`; none where nobody asks.

    They are taken from Python's own stack, so that no rule has to name itself and none can name itself wrongly.
    """
    if not _asked.get():
        return ()
    found: list[str] = []
    frame: FrameType | None = inspect.currentframe()
    while frame is not None and len(found) < DEEP:
        module = str(frame.f_globals.get("__name__", ""))
        name = frame.f_code.co_name
        if module.startswith(ROOM) and not module.removeprefix(ROOM).startswith(SILENT) and name.isidentifier():
            found.append(f"{module.removeprefix(ROOM)}.{name}")
        frame = frame.f_back
    return tuple(found)
