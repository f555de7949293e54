"""The analytic hierarchy process: weights from judgments in pairs, alone or as a group."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from ..errors import Fault, InvalidValueError, shown
from ..fields import one_of
from ._judgments import read_judgments
from ._orders import Id
from ._priorities import RANDOM_INDICES
from ._rows import ID_OR_NUMBER, is_id, to_id
from ._solutions import Solution, differences, mean_judgments, mean_priorities, solve
from .weighting import PairwiseWeights

__all__ = ["ahp", "ahp_group"]

Judgments: TypeAlias = (
    Mapping[tuple[str, str], float | None]
    | Sequence[Sequence[float | None]]
    | npt.NDArray[np.float64]
)
Prioritization: TypeAlias = Literal["eigenvector", "geometric_mean"]
RandomIndex: TypeAlias = Literal["saaty_1980", "saaty_2005", "donegan_dodd"]

_METHODS = ("eigenvector", "geometric_mean")
_AGGREGATIONS = ("judgments", "priorities")


def ahp(
    judgments: Judgments,
    *,
    criteria: Sequence[str] | None = None,
    method: Prioritization = "eigenvector",
    random_index: RandomIndex = "saaty_1980",
) -> PairwiseWeights:
    """Weigh criteria by judgments in pairs, and say how well these fit together.

    Use it where people find it easier to say "reach counts three times as much as cost" than to
    share out points. Not every pair has to be judged; the more are, the better the judgments check
    each other.

    Parameters
    ----------
    judgments : mapping of (first, second) to number, or square matrix
        How many times the first criterion counts as much as the second: 3, or 1/3 the other way
        round. On Saaty's scale 1 is equal, 3 moderately more, 5 strongly, 7 very strongly, 9
        extremely. None or nan where nobody judged. One half of a pair is enough.
    criteria : list of str, optional
        Their ids. Needed for a matrix; of a mapping the default is the order of appearance.
    method : {"eigenvector", "geometric_mean"}
        How weights follow from judgments.
    random_index : {"saaty_1980", "saaty_2005", "donegan_dodd"}
        Which table of judgments at random the consistency ratio uses.

    Returns
    -------
    PairwiseWeights
        One row a criterion.

    Raises
    ------
    InvalidValueError
        With every fault: no number above 0, two halves of a pair that are not reciprocal, a matrix
        that is not square, unknown criteria; or if weights would lie more than 1e90 times apart.

    See Also
    --------
    ahp_group : several judges.
    hierarchy : criteria in groups.

    Notes
    -----
    With the n by n matrix A of judgments, a_ji = 1 / a_ij:

    - *eigenvector*: the weights are the eigenvector of the largest eigenvalue lambda. Gaps are
      filled so that lambda is least (Bozoki, Fulop and Ronyai); in logarithms this is a convex
      problem.
    - *geometric mean*: the weights minimize the sum of squares of ``ln a_ij - ln(w_i / w_j)`` over
      the judgments given; of a complete matrix they are the geometric means of the rows. Gaps are
      filled with w_i / w_j.

    The consistency index is (lambda - n) / (n - 1), of the completed matrix under both methods; the
    ratio divides it by the random index for n. Between two rows of Donegan and Dodd's table the
    index lies on a straight line.

    To revisit is the given pair with the largest ``|ln(a_ij w_j / w_i)|``, turned so that
    what was said is 1 at least. Beside it stands what the other judgments alone say of the pair
    (geometric mean), since the weights themselves lean towards what was said. Of equal pairs the
    first is named; of three criteria all are equal, and any of them may be the slip.

    Edge cases: with n - 1 judgments nothing checks them, and the consistency is not estimable, so
    with one or two criteria. Where judgments do not connect all criteria no weight is, and the
    caveat names pairs that would do.

    References
    ----------
    Saaty, T. L. (1980). The Analytic Hierarchy Process. McGraw-Hill, pp. 17-21.

    Saaty, T. L. (2003). Decision-making with the AHP: Why is the principal eigenvector necessary.
    European Journal of Operational Research 145: 85-91 (which judgment to revisit).

    Crawford, G. and Williams, C. (1985). A note on the analysis of subjective judgment matrices.
    Journal of Mathematical Psychology 29: 387-405 (geometric mean).

    Bozoki, S., Fulop, J. and Ronyai, L. (2010). On optimal completion of incomplete pairwise
    comparison matrices. Mathematical and Computer Modelling 52: 318-333.

    Donegan, H. A. and Dodd, F. J. (1991). A note on Saaty's random indexes. Mathematical and
    Computer Modelling 15(10): 135-137.

    Examples
    --------
    An (invented) women's group judged three criteria:

    >>> said = {("reach", "cost"): 3, ("reach", "time"): 5, ("cost", "time"): 2}
    >>> found = ahp(said)
    >>> found.weights.round(3).tolist(), round(found.consistency_ratio, 3)
    ([0.648, 0.23, 0.122], 0.003)

    Without a third judgment nothing checks the other two:

    >>> found = ahp({("reach", "cost"): 3, ("reach", "time"): 5})
    >>> found.weights.round(3).tolist(), found.consistency_ratio
    ([0.652, 0.217, 0.13], None)
    >>> print(found.caveats[-1])
    No judgment is checked by another (judgments: 2, criteria: 3): consistency can not be estimated.
    """
    _check_choices(method, random_index)
    ids, (matrix,) = read_judgments([("judgments", judgments)], criteria)
    solution = solve(ids, matrix, "judgments", method=method, random_index=random_index)
    return _result(
        ids,
        solution,
        method=method,
        random_index=random_index,
        judges=(0,),
        ratios=(solution.ratio,),
        aggregation=None,
    )


def ahp_group(
    judges: Mapping[str, Judgments] | Mapping[int, Judgments] | Sequence[Judgments],
    *,
    criteria: Sequence[str] | None = None,
    aggregation: Literal["judgments", "priorities"] = "judgments",
    method: Prioritization = "eigenvector",
    random_index: RandomIndex = "saaty_1980",
) -> PairwiseWeights:
    """Weigh criteria by the judgments of several people, each of whom counts the same.

    Parameters
    ----------
    judges : mapping of judge to judgments, or list of judgments
        As for `ahp`; a list numbers the judges from 0.
    criteria : list of str, optional
        Their ids, see `ahp`.
    aggregation : {"judgments", "priorities"}
        Bring together the judgments of each pair (for a group that decides as one), or the weights
        that follow for each judge (for people who decide side by side).
    method : {"eigenvector", "geometric_mean"}
        How weights follow from judgments.
    random_index : {"saaty_1980", "saaty_2005", "donegan_dodd"}
        Which table of judgments at random the consistency ratio uses.

    Returns
    -------
    PairwiseWeights
        With the consistency ratio of each judge alone, in the order given.

    Raises
    ------
    InvalidValueError
        With every fault of every judge, or if there is no judge.

    Notes
    -----
    Both take geometric means, so that judgments stay reciprocal: of each judgment over the judges
    who gave it, or of each weight over the judges whose judgments connect all criteria. The mean
    hides who disagrees: judges in full opposition give even weights. A caveat names the pair about
    which they differ most, and the weights of each judge alone come from `ahp`. Consistency belongs
    to judgments; under ``"priorities"`` the group has none of its own.

    References
    ----------
    Forman, E. and Peniwati, K. (1998). Aggregating individual judgments and priorities with the
    analytic hierarchy process. European Journal of Operational Research 108: 165-169.

    Examples
    --------
    Two (invented) neighbors:

    >>> judges = {"ayu": {("reach", "cost"): 4}, "budi": {("reach", "cost"): 1}}
    >>> found = ahp_group(judges)
    >>> found.weights.round(3).tolist()
    [0.667, 0.333]
    >>> print(found.caveats[-1])
    Judges differ most about reach beside cost: it counts from 1 to 4 times as much. A \
mean hides who disagrees.
    """
    _check_choices(method, random_index)
    one_of("aggregation", aggregation, _AGGREGATIONS)
    voters, read = _judges(judges)
    ids, matrices = read_judgments(read, criteria)
    alone = [
        solve(ids, matrix, path, method=method, random_index=random_index)
        for (path, _), matrix in zip(read, matrices, strict=True)
    ]
    if aggregation == "judgments":
        mean = mean_judgments(matrices)
        solution = solve(ids, mean, "judges", method=method, random_index=random_index)
    else:
        solution = mean_priorities(alone)
    caveats = (*solution.caveats, *differences(ids, matrices))
    solution = solution._replace(caveats=caveats)
    return _result(
        ids,
        solution,
        method=method,
        random_index=random_index,
        judges=voters,
        ratios=tuple([one.ratio for one in alone]),
        aggregation=aggregation,
    )


def _check_choices(method: object, random_index: object) -> None:
    one_of("method", method, _METHODS)
    one_of("random_index", random_index, RANDOM_INDICES)


def _judges(judges: object) -> tuple[tuple[Id, ...], list[tuple[str, Any]]]:
    """Return who judges, and what each said with the place where it stands."""
    if isinstance(judges, Mapping):
        ids, said = [to_id(key) for key in judges], list(judges.values())
    elif isinstance(judges, list | tuple):
        ids, said = list(range(len(judges))), list(judges)
    else:
        ids, said = [], []
    if not ids:
        accepted = "a mapping {judge: judgments} or a list of judgments, at least one"
        raise InvalidValueError(Fault("judges", shown(judges), accepted, "value"))
    strange = [id for id in ids if not is_id(id)]
    if strange:
        found = f"the key {shown(strange[0])}"
        raise InvalidValueError(Fault("judges", found, ID_OR_NUMBER.accepted, "value"))
    paths = [f"judges[{shown(id)}]" for id in ids]
    return tuple(ids), list(zip(paths, said, strict=True))


def _result(
    ids: tuple[str, ...],
    solution: Solution,
    *,
    method: str,
    random_index: str,
    judges: tuple[Id, ...],
    ratios: tuple[float | None, ...],
    aggregation: str | None,
) -> PairwiseWeights:
    pair, given, consistent = solution.revisit or ((), None, None)
    return PairwiseWeights(
        criteria=ids,
        weights=solution.weights,
        consistency_ratio=solution.ratio,
        consistency_index=solution.consistency,
        principal_eigenvalue=solution.eigenvalue,
        revisit=pair,
        revisit_given=given,
        revisit_consistent=consistent,
        completed=solution.completed,
        judges=judges,
        judges_consistency_ratio=ratios,
        method=f"ahp {method}",
        aggregation=aggregation,
        random_index=random_index,
        n=len(judges),
        caveats=solution.caveats,
    )
