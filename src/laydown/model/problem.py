"""A problem: trouble in data as a value, to be collected and shown rather than raised."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong (`what`), at which file and position (`where`), and what to do next (`hint`)."""

    where: str
    what: str
    hint: str

    def __str__(self) -> str:
        """One line for a person: place, cause, next step."""
        return f"{self.where}: {self.what}; {self.hint}"
