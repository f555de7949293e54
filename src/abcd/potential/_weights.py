"""How much each criterion counts: from the criteria, from the call, or from a function."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias, TypeGuard

import numpy as np
import numpy.typing as npt

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, nearest, shown
from ..fields import NON_NEGATIVE_OR_NONE, to_number
from ..results.arrays import FloatArray
from .criteria import Criterion
from .weighting import CriterionWeights, PairwiseWeights

__all__ = ["Weighting", "Weights", "is_function", "name_of", "read_weights"]

Weights: TypeAlias = (
    Sequence[float]
    | npt.NDArray[Any]
    | Mapping[str, float]
    | CriterionWeights
    | PairwiseWeights
    | Callable[[FloatArray], npt.ArrayLike]
)

_ACCEPTED = "a finite number from 0"


class Weighting(NamedTuple):
    """Weights that add to 1, and where they come from; None where they can not be computed.

    `caveats` are those of the way in which people were asked.
    """

    weights: FloatArray | None
    source: str
    caveats: tuple[Caveat, ...] = ()


def read_weights(weights: object, criteria: Sequence[Criterion], points: FloatArray) -> Weighting:
    """Return the weights to use.

    Raises
    ------
    InvalidValueError
        With every fault, each with its criterion.
    """
    if weights is None:
        return _of_criteria(criteria)
    if is_function(weights, "weights"):
        return _computed(weights, criteria, points)
    if isinstance(weights, CriterionWeights | PairwiseWeights):
        by_id = dict(zip(weights.criteria, weights.weights.tolist(), strict=True))
        # That nobody was asked the source says already.
        carried = () if weights.method == "equal" else weights.caveats
        return _of_ids(by_id, criteria, weights.method)._replace(caveats=carried)
    if isinstance(weights, Mapping):
        return _of_ids(weights, criteria, "given")
    values = _of_sequence(weights, criteria, "weights")
    return _checked(values, criteria, _paths("weights[{}]", criteria), "given")


def _of_ids(weights: Mapping[Any, Any], criteria: Sequence[Criterion], source: str) -> Weighting:
    paths = [f"weights[{shown(criterion.id)}]" for criterion in criteria]
    return _checked(_of_mapping(weights, criteria), criteria, paths, source)


def _of_criteria(criteria: Sequence[Criterion]) -> Weighting:
    values = [criterion.weight for criterion in criteria]
    if all(value is None for value in values):
        return Weighting(np.full(len(values), 1 / len(values)), "equal")
    return _checked(values, criteria, _paths("criteria[{}].weight", criteria), "criteria")


def _of_mapping(weights: Mapping[Any, Any], criteria: Sequence[Criterion]) -> list[Any]:
    ids = [criterion.id for criterion in criteria]
    faults = [
        Fault(
            "weights",
            f"the key {shown(key)}",
            f"a criterion of the table: {nearest(key, ids)}",
            "unknown-criterion",
        )
        for key in weights
        if not (isinstance(key, str) and key in ids)
    ]
    faults += [
        Fault(f"weights[{shown(id)}]", "nothing", f"{_ACCEPTED} for each criterion", "missing")
        for id in ids
        if id not in weights
    ]
    if faults:
        raise InvalidValueError(*faults)
    return [weights[id] for id in ids]


def _of_sequence(weights: object, criteria: Sequence[Criterion], path: str) -> list[Any]:
    values = weights.tolist() if isinstance(weights, np.ndarray) else weights
    if not isinstance(values, Sequence) or isinstance(values, str | bytes):
        accepted = "numbers in the order of the criteria, a mapping by their ids, or a function"
        raise InvalidValueError(Fault(path, shown(weights), accepted, "value"))
    if len(values) != len(criteria):
        ids = ", ".join(shown(criterion.id) for criterion in criteria)
        found, accepted = f"a length of {len(values)}", f"{len(criteria)}, one for each of {ids}"
        raise InvalidValueError(Fault(path, found, accepted, "length"))
    return list(values)


def _computed(
    function: Callable[[FloatArray], Any], criteria: Sequence[Criterion], points: FloatArray
) -> Weighting:
    name = name_of(function)
    complete = points[~np.isnan(points).any(axis=1)]
    if not len(complete):
        return Weighting(None, name)
    with np.errstate(all="ignore"):
        found = function(np.ascontiguousarray(complete))
    values = _of_sequence(found, criteria, f"weights of {name}")
    return _checked(values, criteria, [f"weights of {name}"] * len(criteria), name)


def is_function(value: object, argument: str) -> TypeGuard[Callable[..., Any]]:
    """Tell whether an argument is to be called.

    Raises
    ------
    InvalidValueError
        If it is a class: pymcdm's are methods only once an object of them is made.
    """
    if isinstance(value, type):
        name = value.__name__
        accepted = f"an object that can be called, such as {name}()"
        raise InvalidValueError(Fault(argument, f"the class {name}", accepted, "value"))
    return callable(value)


def name_of(function: object) -> str:
    """Name a function, or an object that is called, by its class."""
    name = getattr(function, "__name__", None)
    return name if isinstance(name, str) else type(function).__name__


def _paths(template: str, criteria: Sequence[Criterion]) -> list[str]:
    return [template.format(place) for place in range(len(criteria))]


def _checked(
    values: Sequence[Any], criteria: Sequence[Criterion], paths: Sequence[str], source: str
) -> Weighting:
    numbers = [to_number(value) for value in values]
    accepted = f"{_ACCEPTED}, as other criteria have one" if source == "criteria" else _ACCEPTED
    faults = [
        Fault(path, f"{shown(number)} (criterion {shown(criterion.id)})", accepted, "value")
        for path, number, criterion in zip(paths, numbers, criteria, strict=True)
        if number is None or not NON_NEGATIVE_OR_NONE.test(number)
    ]
    if faults:
        raise InvalidValueError(*faults)
    array = np.array(numbers, dtype=np.float64)
    largest = array.max()
    if largest == 0:
        field = paths[0].partition("[")[0]
        raise InvalidValueError(Fault(field, "only zeros", "at least one weight above 0", "value"))
    # By the largest first: the sum of huge weights may be beyond all floats.
    array = array / largest
    return Weighting(array / array.sum(), source)
