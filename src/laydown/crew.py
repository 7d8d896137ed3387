"""The crew: processes that read reports side by side, whose readings come back in the order of the reports.

Nothing of a reading depends on who read it, so a crew of any size gives the bytes of one reader.
"""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread
from typing import Final

from laydown.model import Problem, Reading, Report

Found = Report | Reading | Problem
Outcome = Reading | Problem

SHARE: Final = 8
"""Reports that a reader is handed at once: an irrelevant one takes no longer to read than to hand over."""

AHEAD: Final = 3
"""Shares a reader that are taken from the source before their turn, so that nobody waits and memory stays bounded."""

THREADS: Final = "OPENBLAS_NUM_THREADS"
"""What numpy's matrix product heeds; its matrices are small, so that more threads cost processor time and save none."""


def read_one(found: Found) -> Outcome:
    """The reading of FOUND; what is read, or a problem, stays so; a fault of ours costs one report and not the rest."""
    from laydown import reading

    if not isinstance(found, Report):
        return found
    try:
        return reading.read(found)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other reports are to be read
        return _lost(found, f"cannot be read: {type(error).__name__}: {error}")


def read_together(stream: Iterable[Found], workers: int) -> Iterator[Outcome]:
    """What `read_one` says of each report in STREAM, in order, by WORKERS processes.

    STREAM is taken no further than the readers need. Where the caller stops early or dies, the readers end at once.
    """
    crew = _Crew(workers)
    waiting: deque[tuple[list[Found], Future[list[Outcome]]]] = deque()
    shares = iter(stream)
    try:
        while True:
            while len(waiting) < AHEAD * workers and (share := list(islice(shares, SHARE))):
                waiting.append((share, crew.begin(share)))
            if not waiting:
                break
            share, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                crew.renew()
                yield from _one_by_one(crew, share)
                waiting = deque((later, crew.begin(later)) for later, _ in waiting)
        crew.dismiss()
    finally:
        crew.end()


def _one_by_one(crew: "_Crew", share: list[Found]) -> Iterator[Outcome]:
    """The readings of a SHARE over which a reader died: each report alone, to find the one that it died of."""
    for found in share:
        try:
            yield from crew.begin([found]).result()
        except BrokenProcessPool:
            crew.renew()
            yield _lost(found, "cannot be read: the process that read it was killed")


def _lost(found: Found, what: str) -> Problem:
    """The problem of a report that is lost by no fault of its own."""
    if isinstance(found, Problem):
        return found
    where = (found.report if isinstance(found, Reading) else found).source or "-"
    return Problem(where=where, what=what, hint="this is a fault of Laydown's: please tell its authors")


class _Crew:
    """A pool of readers, each of which ends when the line to us is cut, by us or by our death."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._gather()

    def _gather(self) -> None:
        """Open the line and the pool; processes start with the first shares."""
        context = get_context("spawn")  # a fork of a process with threads may hang, and not every system has it
        self._heard, self._line = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(self.workers, context, _prepare, (self._heard,))

    def begin(self, share: list[Found]) -> "Future[list[Outcome]]":
        """Have SHARE read. A reader is born deaf to Ctrl-C, which a terminal sends to all: it is ours to end it."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return self._pool.submit(_read_share, share)
        except BrokenProcessPool as error:
            lost: Future[list[Outcome]] = Future()
            lost.set_exception(error)
            return lost
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def renew(self) -> None:
        """A new pool in the place of one in which a reader died; where none can be had at all, BrokenProcessPool."""
        self.end()
        self._gather()
        self.begin([]).result()

    def dismiss(self) -> None:
        """Let the readers go when all is read."""
        self._pool.shutdown()

    def end(self) -> None:
        """Cut the line: whoever still reads ends at once."""
        self._line.close()
        self._pool.shutdown(cancel_futures=True)
        self._heard.close()


def _prepare(line: Connection) -> None:
    """Make a reader of a new process."""
    os.environ.setdefault(THREADS, "1")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(line,), daemon=True).start()


def _end_with(line: Connection) -> None:
    """End this process when the LINE is cut."""
    with suppress(EOFError, OSError):
        line.recv()
    os._exit(1)


def _read_share(share: list[Found]) -> list[Outcome]:
    """What a reader does."""
    return [read_one(found) for found in share]
