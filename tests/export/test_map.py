"""The map: what is drawn lies where the borders are, holds when it should, and is nobody's script."""

import re
from collections.abc import Callable
from itertools import pairwise
from math import isfinite
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laydown.export.map import Flow, Ring, drawn
from laydown.export.map.arcs import arc, great_circle, over_the_line, path, torn
from laydown.export.map.layout import spots, window
from laydown.export.map.projection import HIGH, WIDE, projected
from laydown.model import Place

STATIC = Path(__file__).parents[2] / "src" / "laydown" / "web" / "static"
POLAND = Place(name="Poland", type="country", country="PL", lat=52.0, lon=20.0, radius_km=315)
GERMANY = Place(name="Germany", type="country", country="DE", lat=51.5, lon=10.5, radius_km=330)
BALTIC = Place(name="Baltic states", type="region", members=("EE", "LV", "LT"))
BLACK_SEA = Place(name="Black Sea", type="sea", lat=43.4, lon=34.0, radius_km=400)
NOWHERE = Place(name="an undisclosed base", type="base")
degrees = st.tuples(st.floats(-85, 85), st.floats(-179, 179))


def flow(origin: Place, destination: Place, **more: object) -> Flow:
    about = {"id": "m-1", "hue": 1, "look": "planned", "low": 1000, "high": 1000, "since": 0, "until": 2}
    told = {"words": "1,000", "href": "/why"}
    return Flow(origin=origin, destination=destination, **{**about, **told, **more})  # type: ignore[arg-type]


def ring(place: Place, **more: object) -> Ring:
    about = {"id": place.name, "hue": 1, "symbol": "personnel", "low": 700, "high": 900, "since": 0, "until": 2}
    told = {"label": f"US {place.name}", "words": f"US in {place.name}", "href": "/why"}
    return Ring(place=place, **{**about, **told, **more})  # type: ignore[arg-type]


def marks(drawing: str, kind: str) -> list[ET.Element]:
    root = ET.fromstring(drawing)  # noqa: S314 - drawn by us a moment ago
    return [one for one in root.iter() if kind in one.get("class", "").split()]


@pytest.mark.parametrize(
    ("lat", "lon", "x", "y"),
    # By d3-geo 3.1.2: geoEqualEarth().scale(200).translate([540, 265])([lon, lat]).
    [(0, 0, 540, 265), (52.23, 21.01, 591.16, 69.75), (-51.7, -59, 395.69, 458.62), (35.18, 136.9, 915.3, 127.28)],
)
def test_a_point_lies_where_the_borders_have_it(lat: float, lon: float, x: float, y: float) -> None:
    assert list(projected(lat, lon)) == pytest.approx([x, y], abs=0.01)


@given(degrees)
def test_no_point_leaves_the_drawing(point: tuple[float, float]) -> None:
    x, y = projected(*point)
    assert 0 <= x <= WIDE
    assert 0 <= y <= HIGH


@given(degrees, degrees)
def test_a_way_begins_and_ends_where_it_should(start: tuple[float, float], end: tuple[float, float]) -> None:
    way = arc(start, end, 3.0)
    assert way[0] == pytest.approx(projected(*start), abs=0.01)
    assert way[-1] == pytest.approx(projected(*end), abs=0.01)
    assert all(isfinite(x) and isfinite(y) for x, y in way)


def test_a_way_over_the_date_line_is_drawn_in_two_pieces() -> None:
    way = arc((21.3, -157.9), (35.2, 136.9), 0.0)
    assert torn(way)
    assert path(way).count("M") == 2
    assert any(one == pytest.approx((1080 - x, y)) for one, (x, y) in pairwise(way))
    edges = [lon for _, lon in over_the_line(great_circle((21.3, -157.9), (35.2, 136.9))) if abs(lon) == 180]
    assert edges == [-180, 180]
    assert not torn(great_circle((35.1, -79.0), (52.2, 21.0)))


def test_each_mark_holds_at_its_stops_alone() -> None:
    found = drawn([flow(GERMANY, POLAND, since=1, until=3)], [ring(POLAND, since=0, until=1)], shown=0, title="t")
    assert [(one.get("data-since"), "off" in one.get("class", "")) for one in marks(found, "flow")] == [("1", True)]
    assert [(one.get("data-until"), "off" in one.get("class", "")) for one in marks(found, "ring")] == [("1", False)]


def test_a_region_is_an_area_and_never_a_point() -> None:
    found = drawn([], [ring(BALTIC), ring(BLACK_SEA), ring(POLAND)], shown=0, title="t")
    assert [one.get("class", "").split()[1] for one in marks(found, "mark")] == ["area", "area", "ring"]
    used = [one.get("href", "") for one in marks(found, "area")[0].iter() if one.tag.endswith("use")]
    assert [address.rpartition("#")[2] for address in used] == ["c-EE", "c-LV", "c-LT"]
    assert marks(found, "area")[1].find("{http://www.w3.org/2000/svg}circle") is not None


def test_what_is_nowhere_is_not_drawn() -> None:
    assert marks(drawn([flow(NOWHERE, POLAND)], [ring(NOWHERE)], shown=0, title="t"), "mark") == []


def test_a_number_without_an_upper_bound_has_an_open_ring() -> None:
    found = drawn([], [ring(POLAND, high=None)], shown=0, title="t")
    assert [one.get("class") for one in marks(found, "high")] == ["high unbounded"]


@given(st.lists(st.integers(1, 90_000), min_size=2, max_size=6))
def test_rings_at_one_place_stand_beside_each_other(numbers: list[int]) -> None:
    rings = [ring(POLAND, id=f"{n}", low=number, high=number) for n, number in enumerate(numbers)]
    found = sorted(spots(rings, window([], rings)).values(), key=lambda spot: spot.aside)
    for left, right in pairwise(found):
        assert left.aside + left.radius <= right.aside - right.radius


def test_a_way_out_of_a_region_begins_softly_and_from_a_country_does_not() -> None:
    soft = marks(drawn([flow(BALTIC, POLAND)], [], shown=0, title="t"), "way")
    assert [float(one.get("stroke-opacity", 1)) for one in soft] == [0.1, 0.3, 0.5, 0.75, 1.0]
    assert len(marks(drawn([flow(GERMANY, POLAND)], [], shown=0, title="t"), "way")) == 1


def test_what_arrived_in_a_region_arrived_at_no_point() -> None:
    into = drawn([flow(POLAND, BALTIC, look="arrived"), flow(BALTIC, POLAND, look="arrived")], [], shown=0, title="t")
    assert [len(marks(ET.tostring(one, "unicode"), "dot")) for one in marks(into, "flow")] == [0, 1]


def test_what_is_contested_shows_without_colour() -> None:
    found = drawn(
        [flow(GERMANY, POLAND, contested=True)],
        [ring(POLAND, contested=True), ring(BALTIC, contested=True), ring(BLACK_SEA, contested=True), ring(GERMANY)],
        shown=0,
        title="t",
    )
    fills = ["url(#hatch-ground)"] * 4 + ["url(#hatch)"]
    assert [one.get("fill") for one in marks(found, "hatched")] == fills
    assert len(marks(found, "core")) == 1


def test_a_small_map(golden: Callable[[str, str], None]) -> None:
    flows = [
        flow(GERMANY, POLAND, words="1,000 US troops, Germany to Poland"),
        flow(GERMANY, POLAND, id="m-2", look="underway", low=300, high=None, since=1, until=2, contested=True),
        flow(BALTIC, POLAND, id="m-3", hue=2, look="arrived", low=120, high=150),
    ]
    rings = [ring(POLAND, low=4500, high=5200), ring(GERMANY, low=35000, high=None, since=1), ring(BLACK_SEA, hue=3)]
    found = drawn(flows, rings, shown=0, title="Where forces go")
    golden("export/golden/small-map.svg", found + "\n")


def test_words_of_others_stay_words() -> None:
    hostile = '"><script>alert(1)</script>\x00\u202e'
    found = drawn(
        [flow(GERMANY, POLAND, words=hostile, href=f"/x{hostile}")],
        [ring(POLAND, label=hostile)],
        shown=0,
        title=hostile,
    )
    assert "<script" not in found
    assert len(marks(found, "mark")) == 2


def test_a_drawing_has_no_style_of_its_own() -> None:
    found = drawn([flow(GERMANY, POLAND)], [ring(POLAND), ring(BALTIC)], shown=0, title="t")
    assert "style" not in found


def shape(code: str) -> list[list[tuple[float, float]]]:
    """The outlines of a country, as the front end was built with them."""
    world = STATIC / "world.svg"
    if not world.is_file():
        pytest.skip("LOUD: the borders are not built (make front), so nobody looked whose Simferopol is")
    data = re.search(rf'id="c-{code}" d="([^"]+)"', world.read_text(encoding="utf-8"))
    assert data is not None
    pieces = data[1].strip("Z").split("Z")
    return [[(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", piece)] for piece in pieces]


def inside(point: tuple[float, float], outlines: list[list[tuple[float, float]]]) -> bool:
    """Whether a point lies in a shape: a ray from it crosses its outlines an odd number of times."""
    x, y = point
    crossed = 0
    for outline in outlines:
        for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], outline[0]], strict=True):
            crossed += (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
    return crossed % 2 == 1


def test_simferopol_is_drawn_in_ukraine() -> None:
    simferopol = projected(44.95, 34.1)
    assert inside(simferopol, shape("UA"))
    assert not inside(simferopol, shape("RU"))


@pytest.mark.parametrize("code", ["BH", "SG", "MT", "GU", "IO", "XK", "PS", "TW"])
def test_small_places_that_matter_are_on_the_map(code: str) -> None:
    assert shape(code)
