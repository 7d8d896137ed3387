"""Kept answers: each worked out once, however many ask for it at the same time, and the last few of them kept."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock, Thread
from typing import Any, TypeVar

Answer = TypeVar("Answer")


class Kept:
    """The last answers by what was asked. A class, for it is a cache that threads share.

    Whoever asks what another is working out waits for that answer; one that failed is worked out anew.
    """

    def __init__(self, most: int) -> None:
        """Keep MOST answers."""
        self._most = most
        self._answers: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._lock = Lock()

    def get(self, asked: Hashable, work: Callable[[], Answer]) -> Answer:
        """The answer to what is ASKED, by WORK where it is not kept."""
        found, mine = self._place(asked)
        if mine:
            self._work_out(asked, found, work)
        answer: Answer = found.result()
        return answer

    def soon(self, asked: Hashable, work: Callable[[], Answer], patience: float) -> Answer | None:
        """The same if it is there within so many seconds; else it is worked out meanwhile, for whoever asks again."""
        found, mine = self._place(asked)
        if mine:
            Thread(target=self._work_out, args=(asked, found, work), daemon=True).start()
        try:
            answer: Answer = found.result(patience)
        except TimeoutError:
            return None
        return answer

    def _place(self, asked: Hashable) -> tuple[Future[Any], bool]:
        """Where the answer is or will be, and whether whoever asks has to see to it."""
        with self._lock:
            found = self._answers.get(asked)
            mine = found is None
            if found is None:
                found = self._answers[asked] = Future()
            self._answers.move_to_end(asked)
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return found, mine

    def _work_out(self, asked: Hashable, answer: Future[Any], work: Callable[[], object]) -> None:
        """Have the answer worked out; what fails is told to all who wait, and forgotten."""
        try:
            answer.set_result(work())
        except BaseException as error:  # noqa: BLE001 - whatever it was, those who wait must not wait for ever
            with self._lock:
                if self._answers.get(asked) is answer:
                    del self._answers[asked]
            answer.set_exception(error)
