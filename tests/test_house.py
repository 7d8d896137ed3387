"""The house: what holds for every module, checked on the source itself."""

import ast
import json
import re
import tomllib
from pathlib import Path

import pytest

import laydown

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "laydown"
MODULES = sorted(SOURCE.rglob("*.py"))
SURFACES = {"cli", "web"}
ALARM, LIMIT = 300, 400
CLOCKS = {"now", "utcnow", "today", "time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime"}
CLOCK_OWNERS = {"date", "datetime", "time"}
NO_ROOM = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "service", "handler"}
LONGEST_LIST = 24
"""Words in one literal beyond which it is vocabulary, and belongs into a table of the lexicon."""

PARSER_LABELS = frozenset(
    "acl acomp advcl advmod agent amod appos attr aux auxpass cc ccomp compound conj csubj csubjpass dative dep det"
    " dobj expl mark neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet prep prt"
    " punct quantmod relcl ROOT xcomp".split()
)
"""The parser's names for relations: its grammar, and no vocabulary."""

module = pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))


def _tree(path: Path) -> ast.Module:
    """The source at PATH as a syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


@module
def test_a_module_says_what_it_is_in_one_line(path: Path) -> None:
    """The first lines of the docstrings are the table of contents of the code."""
    first = (ast.get_docstring(_tree(path)) or "").split("\n")[0]
    assert re.fullmatch(r"[A-Z`].{20,118}\.", first), first


@module
def test_a_module_fits_the_head(path: Path) -> None:
    """Beyond 300 lines it wants two rooms; at 400 it must have them."""
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines < LIMIT
    if lines > ALARM:
        pytest.skip(f"ALARM: {lines} lines")


@module
def test_a_module_has_a_room_of_the_theory(path: Path) -> None:
    """A room without a word of its own means that the theory lacks one."""
    assert NO_ROOM.isdisjoint(part.removesuffix(".py") for part in path.relative_to(SOURCE).parts)


@module
def test_nothing_below_the_surfaces_asks_what_day_it_is(path: Path) -> None:
    """Two runs on the same report give the same bytes, whatever the day."""
    if path.relative_to(SOURCE).parts[0] in SURFACES:
        return
    asked = [
        node.lineno
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS and _owner(node) in CLOCK_OWNERS
    ]
    assert asked == []


def _owner(node: ast.Attribute) -> str:
    """The last name before the attribute that NODE reads."""
    value = node.value
    return value.attr if isinstance(value, ast.Attribute) else value.id if isinstance(value, ast.Name) else ""


@module
def test_code_holds_no_vocabulary(path: Path) -> None:
    """A long list of words is knowledge, and knowledge is data with a source."""
    literals = [node for node in ast.walk(_tree(path)) if isinstance(node, ast.expr)]
    assert [node.lineno for node in literals if _words_in(node) > LONGEST_LIST] == []


def _words_in(node: ast.AST) -> int:
    """How many words the literal NODE lists; `__all__` and the vocabulary of the contract are names, not words."""
    items = node.elts if isinstance(node, ast.List | ast.Tuple | ast.Set) else []
    strings = [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]
    words = [word for word in strings if word not in PARSER_LABELS]
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[\w' |-]+", node.value):
        return len(re.split(r"[ |]+", node.value)) if "|" in node.value else 0
    return 0 if all(re.fullmatch(r"\w+", word) and hasattr(laydown.model, word) for word in words) else len(words)


@module
def test_what_is_public_is_listed_in_order(path: Path) -> None:
    """`__all__` is sorted as ruff sorts it, and everything in it exists."""
    for node in _tree(path).body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
            names = ast.literal_eval(node.value)
            assert len(set(names)) == len(names)
            assert names == sorted(names, key=_shelf)


def _shelf(name: str) -> tuple[int, str]:
    """Constants, then classes, then the rest, each by name."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2), name


def test_the_public_interface_is_what_we_say() -> None:
    """Adding to it is a decision, and taking away from it another."""
    nouns = ["Claim", "Place", "Problem", "Reading", "Report", "Resolution"]
    assert laydown.__all__ == [*nouns, "__version__", "place", "read", "read_sources"]
    assert all(hasattr(laydown, name) for name in laydown.__all__)


def test_every_dependency_has_its_reasons() -> None:
    """docs/dependencies.md and pyproject.toml name the same packages."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[\[<>=]", line)[0] for line in wanted}
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    ours, _, front = page.partition("## In the front end of the desk")
    front, _, _ = front.partition("\n## ")
    assert set(re.findall(r"^\| `([\w-]+)` \|", ours, re.MULTILINE)) == names
    package = json.loads((ROOT / "frontend" / "package.json").read_text(encoding="utf-8"))
    firsts = "\n".join(re.findall(r"^\|([^|]+)\|", front, re.MULTILINE))
    assert set(re.findall(r"`([^`]+)`", firsts)) == {*package["dependencies"], *package["devDependencies"]}


def test_constraints_hold_hashes_and_no_addresses() -> None:
    """What is installed is what was tried, wherever it is downloaded from."""
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    pins = [line for line in text.splitlines() if re.match(r"[a-z]", line)]
    assert all(re.match(r"[\w.-]+==\S+", line) for line in pins)
    assert text.count("--hash=sha256:") >= len(pins)
