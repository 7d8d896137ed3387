"""The fit of confidence finds what there is to find, and no more."""

from evals.calibration import fit, reliability

SURE = [(("always", "number"), 0.5, True)] * 9 + [(("always", "number"), 0.5, False)]
UNSURE = [(("always",), 0.5, True)] * 2 + [(("always",), 0.5, False)] * 8


def test_a_feature_of_right_claims_weighs_for_them() -> None:
    weights = fit([*SURE, *UNSURE])
    assert weights["number"] > 0 > weights["always"]


def test_the_table_says_how_many_were_right_of_how_many() -> None:
    lines = reliability([(("always",), 0.95, True)] * 9 + [(("always",), 0.95, False)]).splitlines()
    assert "10   0.95    0.90" in lines[1]
    assert lines[-1].endswith("over 10 claims")
