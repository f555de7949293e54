"""Reading judgments in pairs: a matrix or a mapping by pair, into an array with nan for gaps."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from ..errors import Fault, InvalidValueError, nearest, shown
from ..fields import ID, to_number, to_text
from ..results.arrays import FloatArray

__all__ = ["read_judgments"]

# Saaty's scale ends at 9. What is a thousand million times as important is a slip of the hand.
_LARGEST = 1e9
_VALUE = "a number from 1e-9 to 1e9, how many times the first counts as much as the second, or None"
# Halves of one judgment are equal but for rounding; 0.33 is not what 3 says the other way round.
_TOLERANCE = 1e-6


class _Pair(NamedTuple):
    """One judgment with the place where it stands."""

    path: str
    first: Any
    second: Any
    value: Any


def read_judgments(
    judges: Sequence[tuple[str, Any]], criteria: object
) -> tuple[tuple[str, ...], list[FloatArray]]:
    """Return the ids of the criteria, and for each judge a matrix with nan for gaps.

    Parameters
    ----------
    judges : list of (path, judgments)
        The path is where faults of this judge are.
    criteria : list of str, or None
        None takes the ids of mappings in the order in which they appear.

    Raises
    ------
    InvalidValueError
        With every fault.
    """
    faults: list[Fault] = []
    ids = None if criteria is None else _criteria(criteria, faults)
    if faults:
        raise InvalidValueError(*faults)
    read = [list(_pairs(judgments, path, ids, faults)) for path, judgments in judges]
    if ids is None:
        ends = [end for pairs in read for pair in pairs for end in (pair.first, pair.second)]
        ids = tuple(dict.fromkeys(ends))
    if not faults and not ids:
        path = judges[0][0] if judges else "judgments"
        faults.append(Fault(path, "no judgment", "at least one", "value"))
    matrices = [_matrix(pairs, ids, faults) for pairs in read] if not faults else []
    if faults:
        raise InvalidValueError(*faults)
    return ids, matrices


def _criteria(criteria: object, faults: list[Fault]) -> tuple[str, ...]:
    if not isinstance(criteria, list | tuple) or not criteria:
        accepted = "a list of ids, at least one"
        faults.append(Fault("criteria", shown(criteria), accepted, "value"))
        return ()
    ids = [to_text(item) for item in criteria]
    for place, id in enumerate(ids):
        if not ID.test(id):
            faults.append(Fault(f"criteria[{place}]", shown(id), ID.accepted, "value"))
        elif ids.index(id) != place:
            found = f"the id {shown(id)} again"
            faults.append(Fault(f"criteria[{place}]", found, "each id once", "duplicate-id"))
    return tuple(ids)


def _pairs(
    judgments: Any, path: str, ids: tuple[str, ...] | None, faults: list[Fault]
) -> Iterator[_Pair]:
    if isinstance(judgments, Mapping):
        yield from _of_mapping(judgments, path, ids, faults)
        return
    rows = judgments.tolist() if isinstance(judgments, np.ndarray) else judgments
    if not isinstance(rows, list | tuple):
        accepted = "a mapping {(first, second): value} or a square matrix"
        faults.append(Fault(path, shown(judgments), accepted, "value"))
        return
    if ids is None:
        accepted = "the ids of rows and columns, as the judgments are a matrix"
        faults.append(Fault("criteria", "None", accepted, "missing"))
        return
    lengths = [len(row) if isinstance(row, list | tuple) else -1 for row in rows]
    if lengths != [len(ids)] * len(ids):
        accepted = f"{len(ids)} rows of {len(ids)} values, one for each criterion"
        faults.append(Fault(path, f"{len(rows)} rows of other lengths", accepted, "length"))
        return
    for row, first in enumerate(ids):
        for column, second in enumerate(ids):
            yield _Pair(f"{path}[{row}][{column}]", first, second, rows[row][column])


def _of_mapping(
    judgments: Mapping[Any, Any], path: str, ids: tuple[str, ...] | None, faults: list[Fault]
) -> Iterator[_Pair]:
    for key, value in judgments.items():
        ends = [to_text(end) for end in key] if isinstance(key, tuple) else []
        if len(ends) != 2 or not all(map(ID.test, ends)):
            accepted = "keys that are pairs of ids, such as ('people', 'cost')"
            faults.append(Fault(path, f"the key {shown(key)}", accepted, "key"))
            continue
        where = f"{path}[{shown(ends[0])}, {shown(ends[1])}]"
        strangers = [] if ids is None else [end for end in ends if end not in ids]
        if strangers:
            accepted = f"one of the criteria: {nearest(strangers[0], ids or ())}"
            faults.append(Fault(where, shown(strangers[0]), accepted, "unknown-criterion"))
            continue
        yield _Pair(where, ends[0], ends[1], value)


def _matrix(pairs: Sequence[_Pair], ids: tuple[str, ...], faults: list[Fault]) -> FloatArray:
    """Put the judgments of one judge into a matrix, each with its reciprocal."""
    place = {id: number for number, id in enumerate(ids)}
    matrix = np.full((len(ids), len(ids)), np.nan)
    np.fill_diagonal(matrix, 1.0)
    for pair in pairs:
        value = _value(pair, faults)
        if value is None:
            continue
        row, column = place[pair.first], place[pair.second]
        before = float(matrix[row, column])
        if not math.isnan(before) and abs(value / before - 1) > _TOLERANCE:
            accepted = "1, as it is the same criterion"
            if row != column:
                accepted = (
                    f"{before:.6g}, as the other half of this judgment says, or one half only"
                )
            found = shown(to_number(pair.value))
            faults.append(Fault(pair.path, found, accepted, "not-reciprocal"))
            continue
        if math.isnan(before):
            matrix[row, column], matrix[column, row] = value, 1 / value
    return matrix


def _value(pair: _Pair, faults: list[Fault]) -> float | None:
    number = to_number(pair.value)
    if number is None or (type(number) is float and math.isnan(number)):
        return None
    if type(number) not in (int, float) or not 1 / _LARGEST <= number <= _LARGEST:
        faults.append(Fault(pair.path, shown(number), _VALUE, "value"))
        return None
    return float(number)
