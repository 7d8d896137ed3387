"""Which predicted claim is meant by which gold one: the pairing with the greatest sum of agreement."""

from collections.abc import Iterator, Sequence
from math import inf

from evals.slots import Comparison, Json, compare


def pairs(golds: Sequence[Json], predictions: Sequence[Json]) -> list[tuple[int, int, Comparison]]:
    """The pairing with the greatest sum of agreement, as positions in both lists; pairs without any are left out."""
    table = [[compare(gold, predicted) for predicted in predictions] for gold in golds]
    gain = [[0.0 if cell is None else cell.agreement() for cell in row] for row in table]
    found = []
    for i, j in assign(gain):
        cell = table[i][j]
        if cell is not None and gain[i][j] > 0:
            found.append((i, j, cell))
    return found


def assign(gain: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    """The rows and columns of GAIN matched one to one for the greatest sum, by shortest augmenting paths.

    >>> sorted(assign([[0.9, 0.8], [0.8, 0.1]]))
    [(0, 1), (1, 0)]
    """
    rows, columns = len(gain), len(gain[0]) if gain else 0
    size = max(rows, columns)
    # Counted from 1, for place 0 is where each path begins. Padding gains nothing and is left out at the end.
    cost = [[-gain[i][j] if i < rows and j < columns else 0.0 for j in range(size)] for i in range(size)]
    prices = ([0.0] * (size + 1), [0.0] * (size + 1))
    row_of = [0] * (size + 1)
    for row in range(1, size + 1):
        row_of[0] = row
        column, before = _path(cost, prices, row_of)
        while column:
            row_of[column] = row_of[before[column]]
            column = before[column]
    for column in range(1, columns + 1):
        if row_of[column] <= rows:
            yield row_of[column] - 1, column - 1


def _path(cost: list[list[float]], prices: tuple[list[float], list[float]], row_of: list[int]) -> tuple[int, list[int]]:
    """The free column at the end of the cheapest path from place 0, and the column before each; updates PRICES."""
    of_row, of_column = prices
    size = len(cost)
    slack, before, done = [inf] * (size + 1), [0] * (size + 1), [False] * (size + 1)
    column = 0
    while row_of[column] or column == 0:
        done[column] = True
        row = row_of[column]
        open_columns = [j for j in range(1, size + 1) if not done[j]]
        for j in open_columns:
            reduced = cost[row - 1][j - 1] - of_row[row] - of_column[j]
            if reduced < slack[j]:
                slack[j], before[j] = reduced, column
        column = min(open_columns, key=lambda j: slack[j])
        step = slack[column]
        for j in range(size + 1):
            if done[j]:
                of_row[row_of[j]] += step
                of_column[j] -= step
            else:
                slack[j] -= step
    return column, before
