"""Bounds: what those who were lost could have done to the difference of two groups."""

from collections.abc import Collection, Iterator
from fractions import Fraction
from typing import Any, final

import attrs
import numpy as np

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, hidden, shown
from ..results import Result
from ..results.arrays import FloatArray
from ._caveats import not_estimable
from ._columns import aligned, apart, known_of, read_values, refuse_strangers
from ._group_caveats import check_assignment, of_assignment
from ._scale import read_ends, refuse_beyond
from .pairs import Scores, Wave, is_sequence, read_id
from .permutation import Assignment

__all__ = ["LossBounds", "loss_bounds"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class LossBounds(Result):
    """What `loss_bounds` answers; each difference is treated minus control.

    Attributes
    ----------
    difference : float
        Of all who have an outcome, in the group they were put into.
    completers : float
        The same, with only those treated who completed the program; None where not asked.
    carried_forward : float
        Of all who started, if everyone lost had stayed as before; None where not asked.
    worst_low, worst_high : float
        The least and the most it can be, whatever those lost would have scored.
    lee_low, lee_high, trimmed, trimmed_share : float, float, str, float
        Bounds for people who would have stayed in either group; which group was trimmed, and by
        which share of those in it who stayed.
    minimum, maximum : float
        The ends of the scale, where given.
    n_treated, n_control, lost_treated, lost_control : int
        How many started, and how many of these have no outcome.
    n_completers : int
        How many of the treated completed and have an outcome.
    assignment : str
        How people came into their groups, where that was said.
    caveats : tuple of Caveat
        What this can not show.
    """

    difference: float | None
    completers: float | None = None
    carried_forward: float | None = None
    worst_low: float | None = None
    worst_high: float | None = None
    lee_low: float | None = None
    lee_high: float | None = None
    trimmed: str | None = None
    trimmed_share: float | None = None
    minimum: float | None
    maximum: float | None
    n_treated: int
    n_control: int
    lost_treated: int
    lost_control: int
    n_completers: int | None = None
    assignment: str | None = None
    caveats: tuple[Caveat, ...] = ()


def loss_bounds(
    *,
    treated_after: Scores,
    control_after: Scores,
    treated_before: Scores | None = None,
    control_before: Scores | None = None,
    completed: Collection[Any] | None = None,
    minimum: float | None = None,
    maximum: float | None = None,
    assignment: Assignment | None = None,
) -> LossBounds:
    """Tell how much of a difference would be left, whatever those who were lost would have scored.

    Those without an outcome stay in the data, with None. Everyone counts in the group into which
    they were put, whether they came or not (intention to treat); beside it stands the flattering
    number of those who completed.

    Parameters
    ----------
    treated_after, control_after : sequence, mapping of id to number, or rows
        The outcome of everybody who started; None or nan where it is missing.
    treated_before, control_before : the same, optional
        Scores before, for `carried_forward`; both or none, in the form of the outcomes.
    completed : collection of ids, optional
        Those treated who completed the program. Needs ids.
    minimum, maximum : float, optional
        The ends of the scale, both or none, for the worst cases.
    assignment : {"random", "chosen"}, optional
        Whether people were drawn into their groups by lot, or chose or were chosen.

    Returns
    -------
    LossBounds
        One row, in the unit of the outcome.

    Raises
    ------
    InvalidValueError
        If values can not be read or lie beyond the scale, somebody stands in both groups, one of
        two arguments that belong together is missing, somebody completed who was not treated, or
        a score before is of somebody who stands in no group.

    See Also
    --------
    attrition : how many were lost, and who.

    Notes
    -----
    Worst cases (Manski): all lost of the treated at the minimum and all of the control group at the
    maximum, and the reverse. No assumption, so they are wide: with shares l1 and l0 lost they span
    (l1 + l0) times the scale.

    Lee: in the group that kept more of its people, the best (for the lower bound) or the worst of
    those who stayed are trimmed, so that both keep the same share; the person at the edge counts in
    part. It needs groups drawn by lot and that the program moved people in one direction only, into
    staying or into leaving. It speaks about those who would have stayed in either group.

    Edge cases. Nobody of a group has an outcome: no difference and no bounds of Lee; the worst
    cases hold. Nobody started: nothing. Nobody lost: all bounds are the difference.

    References
    ----------
    Horowitz, J. L. and Manski, C. F. (2000). Nonparametric analysis of randomized experiments with
    missing covariate and outcome data. Journal of the American Statistical Association 95, 77-84.

    Lee, D. S. (2009). Training, wages, and sample selection: estimating sharp bounds on treatment
    effects. Review of Economic Studies 76, 1071-1102.

    Examples
    --------
    Five invented people were drawn into a course and five were not; one and two could not be found
    again. The test had ten questions:

    >>> bounds = loss_bounds(
    ...     treated_after=[8, 9, 7, 8, None], control_after=[5, 6, 7, None, None],
    ...     minimum=0, maximum=10, assignment="random",
    ... )
    >>> bounds.difference, round(bounds.worst_low, 2), round(bounds.worst_high, 2)
    (2.0, -1.2, 4.8)
    >>> round(bounds.lee_low, 2), round(bounds.lee_high, 2), bounds.trimmed
    (1.67, 2.33, 'treated')

    Two points among those found; in the worst case it was a loss. Without the ends of a scale there
    is no worst case:

    >>> print(loss_bounds(treated_after=[8, None], control_after=[5, 6]).worst_low)
    None
    """
    check_assignment(assignment)
    low, high = _ends(minimum, maximum)
    waves = {
        "treated_after": read_values("treated_after", treated_after, "omit"),
        "control_after": read_values("control_after", control_after, "omit"),
    }
    apart(waves)
    outcomes = [list(wave.values.values()) for wave in waves.values()]
    _check(waves, low, high)
    before = _before({"treated": treated_before, "control": control_before}, waves, low, high)
    done = None if completed is None else _completed(completed, waves["treated_after"])
    known = [known_of(wave) for wave in waves.values()]
    answer = LossBounds(
        difference=_difference(*known),
        completers=None if done is None else _difference(done, known[1]),
        carried_forward=None if before is None else _carried(outcomes, before),
        minimum=low,
        maximum=high,
        n_treated=len(outcomes[0]),
        n_control=len(outcomes[1]),
        lost_treated=len(outcomes[0]) - len(known[0]),
        lost_control=len(outcomes[1]) - len(known[1]),
        n_completers=None if done is None else len(done),
        assignment=assignment,
    )
    answer = _trimmed(_worst(answer, known), known)
    asked = {"carried_forward": before is not None, "completers": done is not None}
    return attrs.evolve(answer, caveats=tuple(_caveats(answer, asked)))


def _ends(minimum: object, maximum: object) -> tuple[float | None, float | None]:
    if minimum is None and maximum is None:
        return None, None
    if minimum is None or maximum is None:
        absent = "minimum" if minimum is None else "maximum"
        raise InvalidValueError(Fault(absent, "None", "both ends of the scale, or none", "value"))
    return read_ends(minimum, maximum)


def _check(waves: dict[str, Wave], low: float | None, high: float | None) -> None:
    scores = [
        (f"{name}[{shown(key)}]", value)
        for name, wave in waves.items()
        for key, value in wave.values.items()
        if value is not None
    ]
    refuse_beyond(scores, low, high)


def _before(
    given: dict[str, object], waves: dict[str, Wave], low: float | None, high: float | None
) -> list[list[float | None]] | None:
    if all(values is None for values in given.values()):
        return None
    read: dict[str, Wave] = {}
    for group, values in given.items():
        name, after = f"{group}_before", waves[f"{group}_after"]
        if values is None:
            raise InvalidValueError(Fault(name, "None", "scores before of both groups", "value"))
        read[name] = read_values(name, values, "omit")
        aligned(f"{group}_after", after, name, read[name])
        accepted = f"people of {group}_after, with None where the outcome is missing"
        refuse_strangers(name, read[name].values, after.values, accepted)
    _check(read, low, high)
    return [
        [wave.values.get(key) for key in after.values]
        for wave, after in zip(read.values(), waves.values(), strict=True)
    ]


def _completed(completed: object, treated: Wave) -> FloatArray:
    accepted = "ids of people in treated_after, which needs ids"
    collection = is_sequence(completed) or isinstance(completed, set | frozenset)
    if not collection or treated.form == "numbers":
        raise InvalidValueError(Fault("completed", hidden(completed), accepted, "form"))
    ids = {read_id(found) for found in completed}  # type: ignore[attr-defined]  # just looked at
    unknown = [key for key in ids if key is None or key not in treated.values]
    if unknown:
        raise InvalidValueError(Fault("completed", shown(unknown[0]), accepted, "id"))
    return _known([value for key, value in treated.values.items() if key in ids])


def _known(values: list[float | None]) -> FloatArray:
    return np.array([value for value in values if value is not None], dtype=np.float64)


def _difference(first: FloatArray, second: FloatArray) -> float | None:
    if not len(first) or not len(second):
        return None
    return float(np.mean(first) - np.mean(second))


def _carried(outcomes: list[list[float | None]], before: list[list[float | None]]) -> float | None:
    filled = [
        [old if new is None else new for new, old in zip(values, olds, strict=True)]
        for values, olds in zip(outcomes, before, strict=True)
    ]
    # Who has neither score can not be carried forward, and leaving them out would be a choice.
    if any(value is None for values in filled for value in values):
        return None
    return _difference(_known(filled[0]), _known(filled[1]))


def _worst(answer: LossBounds, known: list[FloatArray]) -> LossBounds:
    low, high = answer.minimum, answer.maximum
    if low is None or high is None or not answer.n_treated or not answer.n_control:
        return answer

    def mean(values: FloatArray, lost: int, score: float) -> float:
        return (float(np.sum(values)) + lost * score) / (len(values) + lost)

    treated = [mean(known[0], answer.lost_treated, end) for end in (low, high)]
    control = [mean(known[1], answer.lost_control, end) for end in (low, high)]
    return attrs.evolve(
        answer, worst_low=treated[0] - control[1], worst_high=treated[1] - control[0]
    )


def _trimmed(answer: LossBounds, known: list[FloatArray]) -> LossBounds:
    treated, control = known
    if not len(treated) or not len(control):
        return answer
    shares = Fraction(len(treated), answer.n_treated), Fraction(len(control), answer.n_control)
    kept = min(shares) / max(shares)
    if shares[0] >= shares[1]:
        ends = _ends_of(treated, kept)
        bounds = [end - float(np.mean(control)) for end in ends]
    else:
        ends = _ends_of(control, kept)
        bounds = [float(np.mean(treated)) - end for end in reversed(ends)]
    none, group = shares[0] == shares[1], "treated" if shares[0] > shares[1] else "control"
    return attrs.evolve(
        answer,
        lee_low=bounds[0],
        lee_high=bounds[1],
        trimmed="neither" if none else group,
        trimmed_share=float(1 - kept),
    )


def _ends_of(values: FloatArray, kept: Fraction) -> list[float]:
    """Return the mean of the lowest, and of the highest, of the values: so many as are kept."""
    count = kept * len(values)
    full = int(count)
    weights = np.zeros(len(values))
    weights[:full] = 1
    if count > full:
        weights[full] = float(count - full)
    ordered = np.sort(values)
    return [float(weights @ side) / float(count) for side in (ordered, ordered[::-1])]


def _caveats(answer: LossBounds, asked: dict[str, bool]) -> Iterator[Caveat]:
    yield from of_assignment(answer.assignment)
    lost = answer.lost_treated + answer.lost_control
    started = {"lost": lost, "n": answer.n_treated + answer.n_control}
    if lost:
        yield Caveat("loss-bounds", started)
    of_lee = ("lee_low", "lee_high", "trimmed", "trimmed_share")
    if answer.difference is None:
        of_completers = ("completers",) if asked["completers"] else ()
        yield from not_estimable("no-outcomes", answer, "difference", *of_completers, *of_lee)
    elif asked["completers"]:
        yield from not_estimable("no-completers", answer, "completers")
    if answer.completers is not None:
        yield Caveat("completers-are-chosen")
    if asked["carried_forward"]:
        yield from not_estimable("not-carried-forward", answer, "carried_forward")
        if answer.carried_forward is not None and lost:
            yield Caveat("carried-forward-assumes", started)
    if answer.minimum is None:
        yield from not_estimable("no-scale", answer, "worst_low", "worst_high")
    else:
        yield from not_estimable("nobody-started", answer, "worst_low", "worst_high")
