"""Robots: what a site asks of programs that read it, by robots.txt as RFC 9309 has it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

LIMIT = 500_000
"""Bytes of a robots.txt that are heeded; RFC 9309 asks for at least these."""

Ask = Callable[[str], tuple[int, bytes] | None]
"""The status and the bytes under an address, None where nobody answers."""


@dataclass(slots=True)
class Robots:
    """The rules of each site, asked for once; a class because it remembers."""

    agent: str
    ask: Ask
    known: dict[str, RobotFileParser] = field(default_factory=dict)

    def allow(self, url: str) -> bool:
        """Whether the site of URL lets us read it: without rules everything, with a broken server nothing."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self.known:
            self.known[site] = self._rules(urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", "")))
        return self.known[site].can_fetch(self.agent, url)

    def _rules(self, address: str) -> RobotFileParser:
        """The rules at ADDRESS."""
        rules = RobotFileParser()
        status, data = self.ask(address) or (500, b"")
        lines = data[:LIMIT].decode("utf-8", "replace").splitlines() if status < 300 else []
        rules.parse(["User-agent: *", "Disallow: /"] if status >= 500 else lines)
        return rules
