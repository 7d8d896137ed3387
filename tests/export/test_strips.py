"""A balance sheet drawn: valid SVG, every place named, bands where the numbers are, foreign words harmless."""

from datetime import date

from lxml import etree

from laydown.export import Day, Strip, drawn

SVG = "{http://www.w3.org/2000/svg}"
DAYS = (Day(on=date(2022, 2, 2), low=0, high=1000), Day(on=date(2022, 2, 11), low=500, high=500, contested=True))


def parsed(*strips: Strip) -> etree._Element:
    return etree.fromstring(drawn("US persons", strips, date(2022, 3, 20)))


def test_each_place_has_its_name_and_bounds_in_words() -> None:
    sheet = parsed(Strip(name="Poland", words="500", ordered=DAYS, in_place=()))
    words = [text.text for text in sheet.iter(f"{SVG}text")]
    assert "Poland" in words
    assert "500" in words
    assert sheet.findtext(f"{SVG}desc") == "Poland: 500"


def test_a_band_is_as_high_as_its_bounds_are_apart() -> None:
    sheet = parsed(Strip(name="Poland", words="", ordered=(), in_place=DAYS))
    wide, line = [r for r in sheet.iter(f"{SVG}rect") if r.get("y") and float(r.get("x", 0)) >= 170][-2:]
    assert float(wide.get("height", 0)) == 50.0
    assert float(line.get("height", 0)) == 2.0
    assert float(wide.get("x", 0)) + float(wide.get("width", 0)) == float(line.get("x", 0))


def test_a_contested_day_is_hatched() -> None:
    sheet = drawn("US persons", [Strip(name="Poland", words="", ordered=DAYS, in_place=())], date(2022, 3, 20))
    assert sheet.count('fill="url(#contested)"') == 1


def test_names_of_places_are_no_markup() -> None:
    sheet = parsed(Strip(name="<script>alert(1)</script>", words="&", ordered=DAYS, in_place=()))
    assert list(sheet.iter(f"{SVG}script")) == []
