"""The solver: least values, and how far rows are from holding together, by HiGHS; in floats, to be verified after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import highspy
import numpy as np

from laydown.balance.system import Coefficients, Row

_TOLERANCE = 1e-6
_STRAIN = 1e-3
"""The slack from which rows do not hold together: their bounds are whole numbers, so that a true one is far larger."""


@dataclass(frozen=True, slots=True)
class _Program:
    """A linear program over non-negative columns: rows as lists of (columns, coefficients, low, high)."""

    columns: int
    costs: Sequence[float]
    rows: Sequence[tuple[Sequence[int], Sequence[float], float, float]]


def duals(rows: Sequence[Row], costs: Coefficients) -> list[float] | None:
    """What each row adds to the least value of COSTS: its dual; None where there is no least value."""
    column = {leg: n for n, leg in enumerate(sorted({leg for row in rows for leg in row.legs} | set(costs)))}
    objective = [0.0] * len(column)
    for leg, cost in costs.items():
        objective[column[leg]] = cost
    shaped = [(tuple(column[leg] for leg in row.legs), (1.0,) * len(row.legs), *_limits(row)) for row in rows]
    found = _run(_Program(len(column), objective, shaped))
    return found[1] if found else None


def strained(systems: Sequence[Sequence[Row]]) -> dict[int, tuple[Row, ...]]:
    """The systems whose rows cannot all hold, by their place in SYSTEMS, each with rows that already cannot.

    All in one program: each system has a slack of its own, and the least sum of slacks is sought; rows with a dual are
    the ones that pull at a slack, which is Farkas' proof that they cannot hold together.
    """
    slack = len(column := _columns(row for rows in systems for row in rows))
    shaped, owners = [], []
    for number, rows in enumerate(systems):
        for row in rows:
            ease = 1.0 if row.side == "low" else -1.0
            legs = (*(column[leg] for leg in row.legs), slack + number)
            shaped.append((legs, (*(1.0,) * len(row.legs), ease), *_limits(row)))
            owners.append((number, row))
    costs = [0.0] * slack + [1.0] * len(systems)
    found = _run(_Program(slack + len(systems), costs, shaped))
    if found is None:  # an elastic program always has a solution, so that this is the solver's own failure
        msg = "HiGHS found no solution of a program that has one"
        raise ArithmeticError(msg)
    values, pulls = found
    blamed: dict[int, tuple[Row, ...]] = {}
    for (number, row), pull in zip(owners, pulls, strict=True):
        if values[slack + number] > _STRAIN and abs(pull) > _TOLERANCE:
            blamed[number] = (*blamed.get(number, ()), row)
    return blamed


def _columns(rows: Iterable[Row]) -> dict[int, int]:
    """A column for each leg of ROWS."""
    return {leg: n for n, leg in enumerate(sorted({leg for row in rows for leg in row.legs}))}


def _limits(row: Row) -> tuple[float, float]:
    """The two limits of a row, one of which is infinite."""
    return (row.bound, highspy.kHighsInf) if row.side == "low" else (-highspy.kHighsInf, row.bound)


def _run(program: _Program) -> tuple[list[float], list[float]] | None:
    """The values of the columns and the duals of the rows at the least cost; None where there is none."""
    if not program.rows:
        return ([0.0] * program.columns, []) if all(cost >= 0 for cost in program.costs) else None
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.setOptionValue("output_flag", False)  # noqa: FBT003 - highspy takes its options by position
    highs.setOptionValue("threads", 1)
    highs.passModel(_model(program))
    highs.run()
    if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    solution = highs.getSolution()
    return list(solution.col_value), list(solution.row_dual)


def _model(program: _Program) -> highspy.HighsLp:
    """PROGRAM as HiGHS takes it."""
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = program.columns, len(program.rows)
    model.col_cost_ = np.array(program.costs, dtype=np.double)
    model.col_lower_ = np.zeros(program.columns)
    model.col_upper_ = np.full(program.columns, highspy.kHighsInf)
    model.row_lower_ = np.array([row[2] for row in program.rows], dtype=np.double)
    model.row_upper_ = np.array([row[3] for row in program.rows], dtype=np.double)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    starts = accumulate((len(row[0]) for row in program.rows), initial=0)
    model.a_matrix_.start_ = np.fromiter(starts, dtype=np.int32)
    model.a_matrix_.index_ = np.array([at for row in program.rows for at in row[0]], dtype=np.int32)
    model.a_matrix_.value_ = np.array([by for row in program.rows for by in row[1]], dtype=np.double)
    return model
