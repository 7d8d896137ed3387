"""Gapping: numbers that go on with the words of the one before them, each with its own place or its own state."""

import pytest

from tests.reading.notation import cases, lines

GAPS = """
Nigeria deployed 500 soldiers in Jos and 300 in Kaduna.
    movement completed NG 500 >Jos
    movement completed NG 300 >Kaduna
Uruguay will withdraw 500 soldiers from Haiti and 300 from Congo.
    movement announced UY 500 Haiti>
    movement announced UY 300 Democratic Republic of the Congo>
Kenya moved 300 soldiers from Garissa to Lamu and 200 from Wajir.
    movement completed KE 300 Garissa>Lamu County
    movement completed KE 200 Wajir>Lamu County
Some 800 Malian soldiers are stationed in Gao and 400 in Kidal.
    presence present ML ~800 @Gao
    presence present ML 400 @Kidal
France keeps 1,500 soldiers in Djibouti, 900 in Gabon and 350 in Senegal.
    presence present FR 1500 @Djibouti
    presence present FR 900 @Gabon
    presence present FR 350 @Senegal
Belgium sent 300 soldiers to Kabul, Denmark 200 and Norway 100.
    movement completed BE 300 >Kabul
    movement completed DK 200 >Kabul
    movement completed NO 100 >Kabul
Fiji will send 300 soldiers to Sinai; Tonga, 50.
    movement announced FJ 300 >Sinai Peninsula
    movement announced TO 50 >Sinai Peninsula
Canada is deploying 500 soldiers to Latvia, 200 sailors to the Baltic Sea and 100 airmen to Romania.
    movement announced CA 500 >Latvia
    movement announced CA 200 >Baltic Sea
    movement announced CA 100 >Romania
Britain is sending 600 soldiers from Bulford to Estonia and 150 engineers from Marchwood to Poland.
    movement announced GB 600 Bulford Camp>Estonia
    movement announced GB 150 Marchwood>Poland
Togo withdrew 300 soldiers from Mali and 150 police officers from Haiti.
    movement completed TG 300 Mali>
    movement completed TG 150 Haiti>
Italy has 900 soldiers in Kosovo and Greece has 400.
    presence present IT 900 @Kosovo
    presence present GR 400 @Kosovo
Some 700 Togolese soldiers will go to Bunia, the rest to Goma.
    movement announced TG ~700 >Bunia
    movement announced TG personnel >Goma
Chad withdrew 900 soldiers from Mali. The rest will leave Mali by June.
    movement completed TD 900 Mali>
    movement announced TD personnel Mali>
"""

NO_GAPS = """
Ethiopia has 4,400 troops in Abyei and 400 in hospital.
    presence present ET 4400 @Abyei
Peru sent 300 soldiers to Haiti and 400 tents to Cuba.
    movement completed PE 300 >Haiti
Chile will send 300 soldiers and 40 trucks to Haiti.
    movement announced CL 300 >Haiti
    movement announced CL 40 vehicles >Haiti
Ghana sent 300 soldiers to Mali in 2013 and 400 in 2014.
    movement completed GH 300 >Mali
The minister spent 300 dollars on soldiers; the rest went to Paris.
The soldiers ate. The rest of the day they went to Paris.
Some 20 police officers in Durban were sent to Soweto and 30 in Pretoria made arrests.
    movement completed ZA ~20 Durban>Soweto
The brigade fought 300 rebels in Mali and 200 in Niger.
Greece has 300 schools in Athens and 200 in Patras.
"""


@pytest.mark.parametrize(("report", "expected"), cases(GAPS + NO_GAPS))
def test_a_number_that_goes_on_has_its_own_place(report: str, expected: list[str]) -> None:
    assert lines(report) == expected
