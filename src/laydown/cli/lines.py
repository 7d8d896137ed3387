"""Lines: one line of JSON after the other on standard output, each let go at once for a program behind a pipe."""

import sys


def put(line: bytes) -> None:
    """Put LINE on standard output, with its line break."""
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()
