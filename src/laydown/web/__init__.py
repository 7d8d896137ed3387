"""The web desk: pages over the same calls as the commands, each with twins that a program can read."""

from laydown.web.app import application

__all__ = ["application"]
