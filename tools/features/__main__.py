"""The command line: the folder of Natural Earth, then the folder for features.tsv."""

import sys
from pathlib import Path

from tools.features.build import build

build(Path(sys.argv[1]), Path(sys.argv[2]))
