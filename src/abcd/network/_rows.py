"""What the arrays of a network must be: labels, rising rows, and strengths that can be counted."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from scipy import sparse

from ..errors import Fault, InvalidValueError, hidden, nearest, shown
from ..fields import to_code, to_number
from ..results.arrays import FloatArray, IntArray

__all__ = [
    "WEIGHTS",
    "Node",
    "Rows",
    "check_weights",
    "faults_of_rows",
    "is_strength",
    "listed",
    "plain_label",
    "position_of",
    "read_ties",
]

Node: TypeAlias = str | int

# Inside these bounds no product, sum or inverse of weights leaves the range of a float.
_LEAST, _MOST = 1e-90, 1e90
WEIGHTS = "a number from 1e-90 to 1e90: a strength, larger is closer"


class Rows(NamedTuple):
    """Compressed sparse rows with their labels."""

    ids: tuple[Node, ...]
    indptr: IntArray
    indices: IntArray
    weights: FloatArray | None
    directed: bool


# --- one value -----------------------------------------------------------------------------------


def is_strength(value: Any) -> bool:
    """Whether a plain value is a strength that measures can work with."""
    return (type(value) is float or type(value) is int) and _LEAST <= value <= _MOST


def plain_label(value: object) -> Node | None:
    """Give a label as plain text or integer; None for what is neither."""
    plain = to_code(value) if isinstance(value, str) else to_number(value)  # type: ignore[arg-type]  # what is no number comes back
    return plain if type(plain) is str or type(plain) is int else None


def position_of(ids: Sequence[Node], id: object) -> int | None:
    """Find the position of a label; True is no 1."""
    sought = plain_label(id)
    return ids.index(sought) if sought is not None and sought in ids else None


# --- ties in lists -------------------------------------------------------------------------------


def listed(argument: str, values: Any) -> list[Any]:
    """Take the values out of any sequence, array or column, or refuse what is none."""
    if hasattr(values, "tolist"):
        values = values.tolist()
    if isinstance(values, str | bytes | dict) or not hasattr(values, "__iter__"):
        raise InvalidValueError(Fault(argument, hidden(values), "a list or an array", "value"))
    return list(values)


def read_ties(
    ids: object, sources: object, targets: object, weights: object
) -> tuple[tuple[Node, ...], tuple[IntArray, IntArray], FloatArray]:
    """Read ties that are given as lists of their ends; every row that is wrong is named."""
    labels = _labels(ids)
    given = {"sources": listed("sources", sources), "targets": listed("targets", targets)}
    count = len(given["sources"])
    strengths = [1.0] * count if weights is None else listed("weights", weights)
    lengths = {"targets": len(given["targets"]), "weights": len(strengths)}
    faults = [
        Fault(argument, f"length {length}", f"length {count}, that of 'sources'", "length")
        for argument, length in lengths.items()
        if length != count
    ]
    if faults:
        raise InvalidValueError(*faults)
    place = dict(zip(labels, range(len(labels)), strict=True))
    ends = {name: [_place(place, value) for value in values] for name, values in given.items()}
    numbers = [to_number(value) for value in strengths]
    faults = [
        Fault(f"{name}[{row}]", shown(given[name][row]), _known(given[name][row], labels), "node")
        for name, positions in ends.items()
        for row, position in enumerate(positions)
        if position is None
    ]
    faults += [
        Fault(f"weights[{row}]", shown(strengths[row]), WEIGHTS, "weight")
        for row, number in enumerate(numbers)
        if not is_strength(number)
    ]
    if faults:
        raise InvalidValueError(*faults)
    both = np.array(ends["sources"], np.int64), np.array(ends["targets"], np.int64)
    return labels, both, np.array(numbers, np.float64)


def _labels(ids: object) -> tuple[Node, ...]:
    values = listed("ids", ids)
    labels = [plain_label(value) for value in values]
    first: dict[Node | None, int] = {}
    faults = []
    for row, label in enumerate(labels):
        if label is None:
            faults.append(Fault(f"ids[{row}]", shown(values[row]), "text or an integer", "node"))
        elif first.setdefault(label, row) < row:
            accepted = f"an id that is not yet ids[{first[label]}]"
            faults.append(Fault(f"ids[{row}]", shown(label), accepted, "duplicate-id"))
    if faults:
        raise InvalidValueError(*faults)
    return tuple([label for label in labels if label is not None])


def _place(place: dict[Node, int], value: object) -> int | None:
    label = plain_label(value)
    return None if label is None else place.get(label)


def _known(value: object, labels: Sequence[Node]) -> str:
    texts = [label for label in labels if isinstance(label, str)]
    return nearest(value, texts) if texts else f"one of {len(labels):,} ids"


# --- rows as a whole -----------------------------------------------------------------------------


def check_weights(path: str, weights: FloatArray) -> Iterator[Fault]:
    """Report the first weight that is no strength."""
    wrong = np.flatnonzero(~((weights >= _LEAST) & (weights <= _MOST)))
    if len(wrong):
        first = int(wrong[0])
        yield Fault(f"{path}[{first}]", shown(float(weights[first])), WEIGHTS, "weight")


def faults_of_rows(rows: Rows) -> Iterator[Fault]:
    """Report what makes arrays no network."""
    ids, indptr, indices = rows.ids, rows.indptr, rows.indices
    n = len(ids)
    if not set(map(type, ids)) <= {str, int} or len(set(ids)) < n:
        yield Fault("ids", f"{n} values", "text or integers, each once", "node")
    if indptr.shape != (n + 1,) or indices.ndim != 1 or not _are_rows(indptr, len(indices)):
        accepted = f"{n + 1} rising positions from 0 to {indices.size}"
        yield Fault("indptr", f"an array of shape {indptr.shape}", accepted, "rows")
        return
    if len(indices) and not (indices.min() >= 0 and indices.max() < n):
        yield Fault("indices", "a position that is no node's", f"positions below {n}", "contacts")
        return
    if rows.weights is not None:
        if rows.weights.shape != indices.shape:
            found, accepted = f"shape {rows.weights.shape}", f"one for each of {len(indices)}"
            yield Fault("weights", found, accepted, "length")
            return
        yield from check_weights("weights", rows.weights)
    sources = np.repeat(np.arange(n), np.diff(indptr))
    if np.any(sources == indices):
        yield Fault("indices", "a node tied to itself", "ties between two nodes", "self-tie")
    # Each arc is one number, so that order and repetition are seen in one comparison.
    keys = sources * n + indices
    if np.any(keys[1:] <= keys[:-1]):
        yield Fault("indices", "a row out of order", "rising positions in a row", "contacts")
    elif not rows.directed and not _is_symmetric(rows):
        accepted = "each undirected tie in the rows of both ends, with one weight"
        yield Fault("indices", "a tie that stands in one row only", accepted, "one-sided")


def _are_rows(indptr: IntArray, count: int) -> bool:
    return bool(indptr[0] == 0 and indptr[-1] == count and np.all(indptr[1:] >= indptr[:-1]))


def _is_symmetric(rows: Rows) -> bool:
    n = len(rows.ids)
    weights = np.ones(len(rows.indices)) if rows.weights is None else rows.weights
    matrix = sparse.csr_array((weights, rows.indices, rows.indptr), shape=(n, n)).tocsc()
    return bool(
        np.array_equal(matrix.indptr, rows.indptr)
        and np.array_equal(matrix.indices, rows.indices)
        and np.array_equal(matrix.data, weights)
    )
