"""The reliability diagram: what was said across, what was right upwards."""

import xml.etree.ElementTree as ET

from evals.bands import Band, diagram, interval
from evals.calibration import bands, keeping, page

SAMPLE = [((), 0.95, True)] * 9 + [((), 0.95, False)] + [((), 0.3, False)] * 10


def test_a_band_holds_what_was_said_and_what_was_right() -> None:
    unsure, sure = bands(SAMPLE)
    assert (unsure.claims, unsure.right) == (10, 0.0)
    assert (sure.claims, round(sure.said, 2), sure.right) == (10, 0.95, 0.9)
    assert [(kept.threshold, kept.share, kept.right) for kept in keeping(SAMPLE)][-1] == (0.9, 0.5, 0.9)


def test_few_claims_leave_a_wide_interval() -> None:
    few, many = interval(0.9, 10), interval(0.9, 1000)
    assert few[0] < many[0] < 0.9 < many[1] < few[1] <= 1


def test_the_diagram_is_an_image_with_a_dot_a_band() -> None:
    drawn = diagram([Band(0.4, 0.55, 20, 0.5, 0.5), Band(0.9, 1.0, 5, 0.95, 1.0)])
    root = ET.fromstring(drawn)  # noqa: S314 - drawn by ourselves
    circles = [element for element in root if element.tag.endswith("circle")]
    assert [(circle.get("cx"), circle.get("cy")) for circle in circles] == [("228.0", "228.0"), ("390.0", "48.0")]


def test_the_page_shows_the_claims_that_were_not_fitted() -> None:
    text = page(SAMPLE, SAMPLE[:10], SAMPLE[10:])
    assert "| 0.90 to 1.00 | 10 | 0.95 | 0.90 |" in text
    assert "The sealed reports (10 claims read)" in text
    assert "fitted on 20 claims" in text
