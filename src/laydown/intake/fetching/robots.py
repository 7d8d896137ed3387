"""Robots: what a site asks of programs that read it, by robots.txt as RFC 9309 has it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from laydown.intake.trouble import Trouble

LIMIT: Final = 500_000
"""Bytes of a robots.txt that are heeded; RFC 9309 asks for at least these."""

Ask = Callable[[str], bytes | Trouble]
"""The bytes under an address, none where there is nothing; trouble where nobody knows."""


@dataclass(slots=True)
class Robots:
    """The rules of each site, asked for once; a class because it remembers."""

    agent: str
    ask: Ask
    known: dict[str, RobotFileParser | Trouble] = field(default_factory=dict)

    def trouble(self, url: str) -> Trouble | None:
        """Why URL may not be read: its site says so, or cannot say anything. A site without rules allows all."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self.known:
            self.known[site] = self._rules(urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", "")))
        rules = self.known[site]
        if isinstance(rules, Trouble):
            return rules
        if rules.can_fetch(self.agent, url):
            return None
        return Trouble(f"may not be read by programs: robots.txt of {parts.netloc}", "read it yourself")

    def _rules(self, address: str) -> RobotFileParser | Trouble:
        """The rules at ADDRESS."""
        data = self.ask(address)
        if isinstance(data, Trouble):
            return data
        rules = RobotFileParser()
        rules.parse(data[:LIMIT].decode("utf-8", "replace").splitlines())
        return rules
