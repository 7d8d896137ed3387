"""Parts and totals: a number is counted once."""

import pytest

from laydown.model import Report
from laydown.reading import read
from tests.reading.notation import cases


def tied(text: str) -> list[str]:
    """The numbers of a report in order, each with the numbers it is part of (<) or the total of (=)."""
    found = read(Report(text=text, published="2022-02-02")).claims
    size = {c.id: f"{c.quantity.value}" for c in found if c.quantity is not None}

    def names(ids: tuple[str, ...]) -> str:
        return "+".join(size[one] for one in ids)

    return [
        size[c.id] + (f" < {names(c.part_of)}" if c.part_of else "") + (f" = {names(c.total_of)}" if c.total_of else "")
        for c in found
        if c.id in size
    ]


TIED = """
The Pentagon will send 2,000 troops to Europe. Of the 2,000 troops, 1,700 will go to Poland and 300 to Germany.
    2000
    1700 < 2000
    300 < 2000
Ottawa sent 1,200 soldiers to Kandahar last year. Of those 1,200 soldiers, 400 are based in Spin Boldak.
    1200
    400 < 1200
Denmark will send 2,000 troops to Latvia and 1,000 troops to Estonia, 3,000 in all.
    2000
    1000
    3000 = 2000+1000
Canada will send 600 soldiers to Latvia and 200 to Estonia, a total of 800 soldiers.
    600
    200
    800 = 600+200
Canada will send 600 soldiers to Latvia and 200 to Estonia. In all, 800 soldiers will go to the Baltics.
    600
    200
    800 = 600+200
Ghana sent 300 soldiers to Beirut. Ghana sent 150 soldiers to Naqoura. A total of 450 soldiers were sent.
    300
    150
    450 = 300+150
Norway will send 800 troops to Kenya and Chad. About 500 of the 800 will go to Kenya and 300 to Chad.
    800
    500 < 800
    300 < 800
Norway will send 800 troops to Kenya and Chad. Of the 800, nearly 500 will go to Kenya and 300 to Chad.
    800
    None < 800
    300 < 800
Norway will send 800 troops to Kenya and Chad. Of those, 500 will go to Kenya and 300 to Chad.
    800
    500 < 800
    300 < 800
Norway will send 800 troops to Kenya and Chad. Some 500 of the soldiers will be based in Kenya.
    800
    500 < 800
Norway will send 800 troops to Kenya and Chad. Some 500 of them will go to Kenya. The remaining 300 will go to Chad.
    800
    500 < 800
    300 < 800
Japan will send 400 soldiers to Juba. Together with the 700 sent last week, a total of 1,100 will be deployed there.
    400
    700
    1100 = 400+700
Togo will send 600 soldiers to Mali and Chad. Half of them will go to Mali and the rest to Chad.
    600
    300 < 600
    300 < 600
Togo has 600 soldiers in Mali. A third of its force will leave Mali in May.
    600
    200 < 600
Togo sent 300 troops to Mali. It ordered 170 more troops to Mali, bringing the number ordered there this year to 470.
    300
    170
    470 = 300+170
Togo will send 40 troops to Mali and 30 troops to Chad, bringing to 70 the number of soldiers sent this week.
    40
    30
    70 = 40+30
"""

FREE = """
France will send 500 soldiers to Chad and 300 soldiers to Niger.
    500
    300
Canada will send 600 soldiers to Latvia and 200 to Estonia. In all, 900 soldiers will go to the Baltics.
    600
    200
    900
Canada will send 600 soldiers to Latvia. Canada will send 200 soldiers to Estonia. Canada sent 800 soldiers to Mali.
    600
    200
    800
Of the 2,000 troops, 1,700 will go to Poland.
    1700
Italy sent 500 soldiers to Beirut. Ghana sent 150 soldiers to Tyre. In all, 650 Ghanaian soldiers were sent to Lebanon.
    500
    150
    650
Norway will send 800 troops to Kenya. Some 500 of them will go to Juba, and Ghana will send 200 soldiers to Chad.
    800
    500 < 800
    200
Norway will send 800 troops to Kenya. Most of the 800 will go to Nairobi. The 400 will go to Mombasa.
    800
    400
Togo sent 300 troops to Mali. It ordered 170 more troops to Mali, bringing the number ordered there this year to 900.
    300
    170
    900
Togo will send 600 soldiers to Mali. Half of the roads lead to Gao. Half of the Danish soldiers in Gao will leave Mali.
    600
Togo sent 300 troops to Mali, bringing the number of roads mended to 900.
    300
Poland gave 200 tanks to Ukraine. Of the 200 tanks, 50 are old.
    200
"""


@pytest.mark.parametrize(("report", "expected"), cases(TIED), ids=[report for report, _ in cases(TIED)])
def test_parts_and_totals_are_tied(report: str, expected: list[str]) -> None:
    """The words say what a number is of, and the sum comes out."""
    assert tied(report) == expected


@pytest.mark.parametrize(("report", "expected"), cases(FREE), ids=[report for report, _ in cases(FREE)])
def test_what_is_no_part_and_no_total_stays_free(report: str, expected: list[str]) -> None:
    """Nothing is tied on a guess: not a sum that does not come out, or that nobody calls one, or another nation's."""
    assert tied(report) == expected
