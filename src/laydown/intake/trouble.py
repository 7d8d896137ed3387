"""Trouble: what is wrong with bytes and what to do next, before it is known which file they came from."""

from dataclasses import dataclass

from laydown.model import Problem


@dataclass(frozen=True, slots=True)
class Trouble:
    """A cause and a next step; `at` the place of a source makes it a `Problem`."""

    what: str
    hint: str

    def at(self, where: str) -> Problem:
        """This trouble as a problem at WHERE, a file or a line of one."""
        return Problem(where=where, what=self.what, hint=self.hint)
