"""docs/desk.md says what there is: every page, every parameter, every key."""

import re
from pathlib import Path

from starlette.testclient import TestClient

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "desk.md").read_text(encoding="utf-8")


def test_every_page_and_parameter_is_written_down(desk: TestClient) -> None:
    paths = desk.get("/openapi.json").json()["paths"]
    for path, methods in paths.items():
        name = path.removesuffix(".{form}").split("/{")[0]
        assert f"`{name}" in PAGE, path
        for parameter in methods["get"]["parameters"]:
            if parameter["in"] == "query":
                assert f"`{parameter['name']}`" in PAGE or f"?{parameter['name']}=" in PAGE, parameter["name"]


def test_every_key_leads_where_it_says() -> None:
    script = (ROOT / "frontend" / "src" / "keys.ts").read_text(encoding="utf-8")
    for key, name in re.findall(r'^  (\w): "/(\w+)"', script, re.MULTILINE):
        assert f"`{key}` {name}" in PAGE or f"`{key}` {name.removesuffix('y')}ies" in PAGE
