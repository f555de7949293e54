"""Difference in differences: what changed beyond the change of a group without the program."""

from typing import Literal, TypeAlias

import attrs
import numpy as np

from .._arguments import checked_rng, exact, is_number, number, proportion, whole
from ..errors import Fault, InvalidValueError
from ..fields import one_of
from ..results.arrays import FloatArray, IntArray
from ._arrangements import Arrangements, Masks, tail
from ._columns import (
    Label,
    Labels,
    apart,
    clusters_of,
    codes_of,
    known_of,
    mean_of,
    read_values,
)
from ._difference_caveats import of_difference
from ._errors import Errors, chosen_errors
from ._group_caveats import check_assignment
from ._regression import Estimate, estimated, fitted
from .difference_results import DifferenceInDifferences
from .groups import changes_of, two_panels
from .pairs import Scores, Wave
from .permutation import Assignment

__all__ = ["PanelDesign", "difference_in_differences"]

PanelDesign: TypeAlias = Literal["panel", "cross-section"]

_DESIGNS = ("panel", "cross-section")
_CELLS = ("treated_before", "treated_after", "control_before", "control_after")


@attrs.frozen(eq=False)
class _Asked:
    """What was asked for, beside the values."""

    confidence: float
    errors: str
    samples: int
    clusters: object
    missing: str


@attrs.frozen(eq=False)
class _Model:
    """What a regression and a permutation are made of: a difference is the last coefficient."""

    outcome: FloatArray
    design: FloatArray
    clusters: IntArray | None
    arrangements: Arrangements | None


def difference_in_differences(
    *,
    treated_before: Scores | float,
    treated_after: Scores | float,
    control_before: Scores | float,
    control_after: Scores | float,
    design: PanelDesign | None = None,
    errors: Errors | None = None,
    clusters: Labels | None = None,
    assignment: Assignment | None = None,
    confidence: float = 0.95,
    missing: Literal["raise", "omit"] = "raise",
    samples: int = 9_999,
    rng: np.random.Generator | int | None = None,
) -> DifferenceInDifferences:
    """Tell how much more the treated group changed than a group without the program.

    Prices, harvests and school calendars change everywhere. A village that had no program shows
    what would have changed anyway, *if* both would have moved in parallel. With one wave before,
    nobody can test that; with two, ask this function for the change between the two: it should be
    near 0.

    Parameters
    ----------
    treated_before, treated_after, control_before, control_after : scores, or number
        Four means or counts of a report; or values of people, as a sequence, a mapping from id, or
        rows (id, number).
    design : {"panel", "cross-section"}
        Needed with values of people. ``"panel"``: the same people twice, matched by id or position.
        ``"cross-section"``: other people in each wave.
    errors : {"classical", "HC1", "HC2", "HC3", "CR1", "CR2"}, optional
        How the standard error is computed; by default HC3, and CR2 where clusters are given.
    clusters : mapping of id to label, or sequence of labels, optional
        Village, hamlet or class of everybody. Without ids: a label for each value. In a panel those
        of the treated, then those of the control group; else in the order of the four arguments.
    assignment : {"random", "chosen"}, optional
        Whether people were drawn into their groups by lot, or chose or were chosen.
    confidence : float
        Level of the interval, between 0 and 1; 1 - confidence is the level of caveats about p.
    missing : {"raise", "omit"}
        Refuse missing values (None, nan), or leave them out and list them.
    samples : int
        How many random arrangements are drawn where all can not be counted.
    rng : numpy.random.Generator or int, optional
        Generator or seed for these. `seed` in the result repeats it.

    Returns
    -------
    DifferenceInDifferences
        One row, in the unit of the values. p values are two-sided.

    Raises
    ------
    InvalidValueError
        If values can not be read or paired, numbers stand beside values of people, the design is
        not said, somebody stands in both groups, or somebody's cluster is missing.

    See Also
    --------
    gain_scores : the same difference in a panel, with effect sizes.
    ancova : people who started alike.

    Notes
    -----
    (T1 - T0) - (C1 - C0). In a panel this is the coefficient of the group in change = a + b group,
    in a cross-section d in value = a + b treated + c after + d treated * after. HC1 = n/(n - k)
    White; HC2 and HC3 divide squared residuals by (1 - h) and (1 - h)²; in a panel HC2 has the
    standard error of Welch. CR1 is White by cluster times G/(G - 1) (n - 1)/(n - k), with
    G - 1 degrees of freedom; CR2 is that of Bell and McCaffrey with their degrees of freedom.

    The permutation lets people of a panel change groups; with clusters, whole clusters. In a
    cross-section only clusters can change places, each with its change of mean counting once; it
    needs clusters that were seen in both waves and lie in one group.

    Edge cases. Four means: no error, no p. A group of one person or one cluster: no error that
    would hold. No spread at all: no error; the permutation holds. An empty cell: nothing.

    References
    ----------
    Angrist, J. D. and Pischke, J.-S. (2015). Mastering 'Metrics, chapter 5.

    Long, J. S. and Ervin, L. H. (2000). Using heteroscedasticity consistent standard errors in the
    linear regression model. American Statistician 54, 217-224.

    Bell, R. M. and McCaffrey, D. F. (2002). Bias reduction in standard errors for linear regression
    with multi-stage samples. Survey Methodology 28, 169-181.

    Examples
    --------
    In an invented hamlet with a savings course the mean rose from 50 to 80 thousand rupiah; in the
    next hamlet, without one, from 52 to 70:

    >>> did = difference_in_differences(
    ...     treated_before=50, treated_after=80, control_before=52, control_after=70
    ... )
    >>> did.difference, did.change_treated, did.change_control
    (12.0, 30.0, 18.0)
    >>> print(did.p, "-", did.caveats[1].message())
    None - Four numbers have no spread: neither an error nor a p can be computed.

    Of the 30 thousand, 18 came to the other hamlet as well. The people themselves say more:

    >>> did = difference_in_differences(
    ...     treated_before=[50, 45, 55, 48], treated_after=[78, 80, 82, 75],
    ...     control_before=[52, 51, 50, 56], control_after=[66, 70, 69, 77], design="panel",
    ... )
    >>> did.difference, round(did.p, 3), round(did.permutation_p, 3), did.errors
    (11.0, 0.008, 0.029, 'HC3')
    """
    cells: dict[str, object] = dict(
        zip(_CELLS, (treated_before, treated_after, control_before, control_after), strict=True)
    )
    level = proportion("confidence", confidence)
    check_assignment(assignment)
    samples = whole("samples", samples, least=1)
    source = checked_rng(rng)
    name = chosen_errors(errors, clustered=clusters is not None)
    asked = _Asked(level, name, samples, clusters, missing)
    if design is not None:
        one_of("design", design, _DESIGNS)
    if all(map(is_number, cells.values())):
        answer = _of_means(cells, asked)
    elif design is None:
        accepted = "'panel' (the same people twice) or 'cross-section' (other people)"
        raise InvalidValueError(Fault("design", "None", accepted, "value"))
    else:
        read = _panel if design == "panel" else _cross_section
        answer, model = read(cells, asked)
        if answer.difference is not None:
            answer = _permuted(_tested(answer, model), model, source)
    answer = attrs.evolve(answer, assignment=assignment)
    return attrs.evolve(answer, caveats=tuple(of_difference(answer)))


def _of_means(cells: dict[str, object], asked: _Asked) -> DifferenceInDifferences:
    old, new, old_control, new_control = (
        exact(number(name, value)) for name, value in cells.items()
    )
    return DifferenceInDifferences(
        difference=float((new - old) - (new_control - old_control)),
        confidence=asked.confidence,
        errors="none",
        change_treated=float(new - old),
        change_control=float(new_control - old_control),
        mean_treated_before=float(old),
        mean_treated_after=float(new),
        mean_control_before=float(old_control),
        mean_control_after=float(new_control),
        design="means",
        samples=asked.samples,
    )


def _panel(cells: dict[str, object], asked: _Asked) -> tuple[DifferenceInDifferences, _Model]:
    names = list(cells)
    treated, control = two_panels(
        {name: cells[name] for name in names[:2]},
        {name: cells[name] for name in names[2:]},
        missing=asked.missing,
    )
    first, second = changes_of(treated, control)
    means = [*map(mean_of, treated.numbers.values()), *map(mean_of, control.numbers.values())]
    sizes = [treated.n, treated.n, control.n, control.n]
    of_group = (np.arange(treated.n + control.n) < treated.n).astype(np.float64)
    answer = attrs.evolve(
        _cells(asked, "panel", means, sizes, (mean_of(first), mean_of(second))),
        unmatched=(*treated.unmatched, *control.unmatched),
        omitted=(*treated.omitted, *control.omitted),
    )
    labels = None
    if asked.clusters is not None:
        labels = _of_complete(asked, cells, (treated.keys, control.keys))
        answer = _with_clusters(answer, labels[: treated.n], labels[treated.n :])
    changes: FloatArray = np.concatenate((first, second))
    design = np.column_stack((np.ones(len(changes)), of_group))
    model = _Model(
        changes,
        design,
        None if labels is None else codes_of(labels),
        _arrangements(changes, of_group > 0, labels),
    )
    return answer, model


def _of_complete(
    asked: _Asked,
    cells: dict[str, object],
    keys: tuple[tuple[Label, ...], tuple[Label, ...]],
) -> list[Label]:
    # Everybody who was given has a cluster; those of the complete pairs are used.
    waves = {name: read_values(name, cells[name], asked.missing) for name in (_CELLS[0], _CELLS[2])}
    everybody = {
        name: Wave(wave.form, dict.fromkeys(wave.values, 0.0)) for name, wave in waves.items()
    }
    later = {
        key
        for name in (_CELLS[1], _CELLS[3])
        for key in read_values(name, cells[name], asked.missing).values
    }
    found = clusters_of(asked.clusters, everybody, later)
    labels: list[Label] = []
    for (name, wave), complete in zip(everybody.items(), keys, strict=True):
        by_key = dict(zip(wave.values, found[name], strict=True))
        labels += [by_key[key] for key in complete]
    return labels


def _cross_section(
    cells: dict[str, object], asked: _Asked
) -> tuple[DifferenceInDifferences, _Model]:
    waves = {name: read_values(name, value, asked.missing) for name, value in cells.items()}
    # People of one group may be seen twice; nobody lives in both groups.
    apart({name: waves[name] for name in (_CELLS[0], _CELLS[2])})
    apart({name: waves[name] for name in (_CELLS[1], _CELLS[3])})
    values = [known_of(wave) for wave in waves.values()]
    sizes, means = [len(value) for value in values], [mean_of(value) for value in values]
    changes = _less(means[1], means[0]), _less(means[3], means[2])
    answer = attrs.evolve(
        _cells(asked, "cross-section", means, sizes, changes),
        omitted=tuple([k for wave in waves.values() for k, v in wave.values.items() if v is None]),
    )
    treated, after = np.repeat([1.0, 1.0, 0.0, 0.0], sizes), np.repeat([0.0, 1.0, 0.0, 1.0], sizes)
    outcome: FloatArray = np.concatenate(values)
    codes = arrangements = None
    if asked.clusters is not None:
        labels = clusters_of(asked.clusters, waves)
        both = [[*labels[_CELLS[0]], *labels[_CELLS[1]]], [*labels[_CELLS[2]], *labels[_CELLS[3]]]]
        answer = _with_clusters(answer, *both)
        codes = codes_of([*both[0], *both[1]])
        arrangements = _of_changes(outcome, treated, after, codes)
    design = np.column_stack((np.ones(len(outcome)), treated, after, treated * after))
    return answer, _Model(outcome, design, codes, arrangements)


def _cells(
    asked: _Asked,
    design: str,
    means: list[float | None],
    sizes: list[int],
    changes: tuple[float | None, float | None],
) -> DifferenceInDifferences:
    return DifferenceInDifferences(
        difference=_less(*changes),
        confidence=asked.confidence,
        errors=asked.errors,
        change_treated=changes[0],
        change_control=changes[1],
        mean_treated_before=means[0],
        mean_treated_after=means[1],
        mean_control_before=means[2],
        mean_control_after=means[3],
        n_treated_before=sizes[0],
        n_treated_after=sizes[1],
        n_control_before=sizes[2],
        n_control_after=sizes[3],
        design=design,
        samples=asked.samples,
    )


def _with_clusters(
    answer: DifferenceInDifferences, treated: list[Label], control: list[Label]
) -> DifferenceInDifferences:
    return attrs.evolve(
        answer, clusters_treated=len(set(treated)), clusters_control=len(set(control))
    )


def _arrangements(
    changes: FloatArray, treated: Masks, labels: list[Label] | None
) -> Arrangements | None:
    if labels is None:
        return Arrangements(changes, np.arange(len(changes)), treated)
    codes = codes_of(labels)
    first, second = set(codes[treated].tolist()), set(codes[~treated].tolist())
    if first & second:
        return None
    units = np.isin(np.arange(len(first | second)), list(first))
    return Arrangements(changes, codes, units)


def _of_changes(
    outcome: FloatArray, treated: FloatArray, after: FloatArray, codes: IntArray
) -> Arrangements | None:
    """Return the change of mean of each cluster.

    None where one was not seen in both waves, or lies in both groups.
    """
    changes, groups = [], []
    for code in range(int(codes.max(initial=-1)) + 1):
        own = codes == code
        old, new = outcome[own & (after == 0)], outcome[own & (after == 1)]
        if not len(old) or not len(new) or np.ptp(treated[own]) > 0:
            return None
        changes.append(float(np.mean(new) - np.mean(old)))
        groups.append(bool(treated[own][0]))
    return Arrangements(np.array(changes), np.arange(len(changes)), np.array(groups, dtype=bool))


def _tested(answer: DifferenceInDifferences, model: _Model) -> DifferenceInDifferences:
    fit = fitted(model.design, model.outcome)
    clusters = None if model.clusters is None else _fewest(answer)
    # The error of a mean of one cluster, or one person, can not be told from its own residuals.
    if fit is None or _smallest(answer) < 2 or (clusters is not None and clusters < 2):
        return answer
    last = np.eye(model.design.shape[1])[-1]
    found: Estimate = estimated(fit, last, answer.errors, model.clusters)
    low, high = found.interval(answer.confidence)
    return attrs.evolve(
        answer,
        interval_low=low,
        interval_high=high,
        standard_error=found.error,
        degrees_of_freedom=found.freedom,
        t=found.t,
        p=found.p,
    )


def _smallest(answer: DifferenceInDifferences) -> int:
    before = min(answer.n_treated_before or 0, answer.n_control_before or 0)
    return min(before, answer.n_treated_after or 0, answer.n_control_after or 0)


def _fewest(answer: DifferenceInDifferences) -> int:
    return min(answer.clusters_treated or 0, answer.clusters_control or 0)


def _permuted(
    answer: DifferenceInDifferences, model: _Model, rng: np.random.Generator | int | None
) -> DifferenceInDifferences:
    data = model.arrangements
    if data is None:
        return answer
    found = tail(data, "mean", samples=answer.samples, rng=rng)
    return attrs.evolve(
        answer,
        permutation_p=found.p,
        smallest_p=data.smallest if found.seed is None else 1 / (1 + answer.samples),
        permutation_method=found.method,
        permuted="people" if model.clusters is None else "clusters",
        seed=found.seed,
    )


def _less(new: float | None, old: float | None) -> float | None:
    return None if new is None or old is None else new - old
