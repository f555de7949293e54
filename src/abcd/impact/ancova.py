"""Analysis of covariance: whether people who started alike ended differently."""

from collections.abc import Mapping
from typing import Literal

import attrs
import numpy as np

from .._arguments import proportion
from ..errors import Fault, InvalidValueError, shown
from ..results.arrays import FloatArray, IntArray
from ._ancova_caveats import of_ancova
from ._columns import Label, Labels, Rows, codes_of, column_of, names_of, together
from ._errors import Errors, chosen_errors
from ._group_caveats import check_assignment
from ._regression import Estimate, Fit, estimated, fitted
from .ancova_results import Ancova, AncovaTerms, Coefficients
from .pairs import Scores, read_id
from .permutation import Assignment

__all__ = ["ancova"]

_OWN = ("before", "after", "group", "clusters")


@attrs.frozen(eq=False)
class _Model:
    """The columns of the regression, by what they stand for; covariates are centered."""

    outcome: FloatArray
    design: FloatArray
    names: tuple[str, ...]
    centers: FloatArray
    groups: tuple[Label, ...]
    member: FloatArray
    clusters: IntArray | None

    @property
    def terms(self) -> dict[str, list[int]]:
        """The columns of each term; the intercept stands first and is none."""
        count = len(self.groups)
        terms = {"group": list(range(1, count))} if count > 1 else {}
        return terms | {name: [count + place] for place, name in enumerate(self.names)}


def ancova(
    before: Scores,
    after: Scores,
    group: Labels,
    *,
    reference: str | int,
    covariates: Mapping[str, Scores] | None = None,
    errors: Errors | None = None,
    clusters: Labels | None = None,
    assignment: Assignment | None = None,
    confidence: float = 0.95,
    missing: Literal["raise", "omit"] = "raise",
) -> Ancova:
    """Tell whether people who started alike ended differently, by the group they were in.

    Groups are never quite alike before. This compares people of different groups with the same
    score before, and so needs fewer people than a comparison of changes, *if* a lot put them into
    their groups. Where they chose, people who started alike differ in why they are where they are:
    then it answers another question than `gain_scores`, and the two can disagree (Lord's paradox).

    Parameters
    ----------
    before, after : sequence of number, mapping of id to number, or sequence of (id, number)
        Scores of the same people.
    group : mapping of id to label, or sequence of labels
        Where each of them was. Two or more groups; a label is text or a whole number.
    reference : str or int
        The group that the others are compared with.
    covariates : mapping of name to scores, optional
        Further numbers known before the program: age, income. A yes or no as 1 or 0.
    errors : {"classical", "HC1", "HC2", "HC3", "CR1", "CR2"}, optional
        How standard errors are computed; by default HC3, and CR2 where clusters are given.
    clusters : mapping of id to label, or sequence of labels, optional
        Village, hamlet or class of everybody.
    assignment : {"random", "chosen"}, optional
        Whether people were drawn into their groups by lot, or chose or were chosen.
    confidence : float
        Level of the intervals, between 0 and 1.
    missing : {"raise", "omit"}
        Refuse missing values (None, nan), or leave such people out and list them.

    Returns
    -------
    Ancova
        A row for each group, the reference first, then alphabetical. `terms` and `coefficients`
        are tables of their own. Effects are in the unit of the scores.

    Raises
    ------
    InvalidValueError
        If columns can not be read or do not fit together, nobody is in the reference group, a
        covariate has a name of ours, or errors by cluster are asked without clusters.

    See Also
    --------
    gain_scores, difference_in_differences : did the groups change differently?

    Notes
    -----
    after = a + b before + c1 x1 + ... + effect of the group, by least squares. Each term is tested
    against the model without it (sums of squares of type II, which is type III here since there are
    no interactions): F = (SS / df) / (RSS / residual df), with equal variances whatever `errors`
    is and whatever clusters there are; partial eta squared = SS / (SS + RSS). Errors of
    coefficients, effects and adjusted means are those that are named, with n - k degrees of
    freedom, G - 1 for CR1 and those of Bell and McCaffrey for CR2. Adjusted means stand at the
    averages of the score before and the covariates. The test of slopes adds an interaction of group
    and score before.

    Edge cases. A score or covariate that does not vary, or follows from the others: no coefficient
    is determined. As many people as coefficients, or an exact fit: no errors and no tests. One
    group only: no effect. A group within one cluster: no errors by cluster.

    References
    ----------
    Lord, F. M. (1967). A paradox in the interpretation of group comparisons. Psychological Bulletin
    68, 304-305.

    Senn, S. (2006). Change from baseline and analysis of covariance revisited. Statistics in
    Medicine 25, 4334-4344.

    Bell, R. M. and McCaffrey, D. F. (2002). Bias reduction in standard errors for linear regression
    with multi-stage samples. Survey Methodology 28, 169-181.

    Examples
    --------
    Ten invented farmers; a lot decided who came to the field school:

    >>> before = [4, 6, 5, 7, 3, 5, 6, 4, 7, 5]
    >>> after = [8, 9, 8, 10, 6, 6, 7, 4, 7, 6]
    >>> school = ["school"] * 5 + ["none"] * 5
    >>> result = ancova(before, after, school, reference="none", assignment="random")
    >>> result.groups
    ('none', 'school')
    >>> row = result["school"]
    >>> round(row["effects"], 2), round(row["effects_low"], 2), round(row["effects_high"], 2)
    (2.57, 1.65, 3.49)

    Among farmers who knew as much before, those of the school knew 2.6 points more after. Two
    people with two coefficients and a slope leave nothing to tell:

    >>> thin = ancova([1, 2], [3, 4], ["x", "y"], reference="x")
    >>> thin["y"]["effects"], thin.caveats[-1].code
    (nan, 'ancova-not-determined')
    """
    level = proportion("confidence", confidence)
    check_assignment(assignment)
    name = chosen_errors(errors, clustered=clusters is not None)
    extra = {} if covariates is None else names_of("covariates", covariates)
    _check_names(extra)
    labels: dict[str, object] = {"group": group}
    if clusters is not None:
        labels["clusters"] = clusters
    columns = {f"covariates[{shown(key)}]": column for key, column in extra.items()}
    numbers: dict[str, object] = {"before": before, "after": after, **columns}
    rows = together(numbers, labels, missing=missing)
    model = _model(rows, _reference(reference, rows), ("before", *extra))
    answer = attrs.evolve(
        _answered(model, name, level),
        assignment=assignment,
        unmatched=rows.unmatched,
        omitted=rows.omitted,
    )
    return attrs.evolve(answer, caveats=tuple(of_ancova(answer)))


def _check_names(covariates: dict[str, object]) -> None:
    taken = [name for name in covariates if name in _OWN]
    if taken:
        accepted = "another name: this one stands for an argument"
        raise InvalidValueError(
            Fault(f"covariates[{taken[0]!r}]", shown(taken[0]), accepted, "value")
        )


def _reference(reference: object, rows: Rows) -> Label:
    label, known = read_id(reference), set(rows.labels["group"])
    if label is None or label not in known:
        listed = ", ".join(map(shown, sorted(known, key=str)[:10])) or "nobody is in a group"
        accepted = f"the label of a group with complete rows: {listed}"
        raise InvalidValueError(Fault("reference", shown(reference), accepted, "value"))
    return label


def _model(rows: Rows, reference: Label, names: tuple[str, ...]) -> _Model:
    labels = rows.labels["group"]
    # Sorted, so that the order of rows does not matter.
    others = sorted(set(labels) - {reference}, key=lambda label: (str(type(label)), label))
    groups = (reference, *others)
    member = np.array([[label == found for found in groups] for label in labels], dtype=np.float64)
    paths = [path for path in rows.numbers if path != "after"]
    columns = np.column_stack([rows.numbers[path] for path in paths])
    centers: FloatArray = np.mean(columns, axis=0)
    design = np.column_stack((np.ones(rows.n), member[:, 1:], columns - centers))
    clusters = rows.labels.get("clusters")
    return _Model(
        outcome=rows.numbers["after"],
        design=design,
        names=names,
        centers=centers,
        groups=groups,
        member=member,
        clusters=None if clusters is None else codes_of(clusters),
    )


def _answered(model: _Model, errors: str, confidence: float) -> Ancova:
    fit = fitted(model.design, model.outcome)
    count = len(model.groups)
    means = [_estimate(fit, model, row, errors) for row in _at_average(model)]
    effects = [_estimate(fit, model, row, errors) for row in np.eye(model.design.shape[1])[1:count]]
    blank = Estimate(np.nan, None, None)
    table = _table([blank, *effects], confidence)
    sizes = model.member.sum(axis=0)
    tests = _slopes(fit, model)
    return Ancova(
        groups=model.groups,
        effects=table["estimates"],
        effect_errors=table["errors"],
        effects_low=table["low"],
        effects_high=table["high"],
        effects_p=table["p"],
        adjusted_means=column_of(mean.value for mean in means),
        adjusted_errors=column_of(mean.error for mean in means),
        means_before=model.member.T @ (model.design[:, count] + model.centers[0]) / sizes,
        means_after=model.member.T @ model.outcome / sizes,
        sizes=tuple(sizes.astype(int).tolist()),
        reference=model.groups[0],
        errors=errors,
        confidence=confidence,
        terms=_terms(fit, model),
        coefficients=_coefficients(fit, model, errors, confidence),
        slopes_f=tests[0],
        slopes_degrees_of_freedom=tests[1],
        slopes_p=tests[2],
        r_squared=_r_squared(fit, model),
        residual_degrees_of_freedom=max(0, len(model.outcome) - model.design.shape[1]),
        n=len(model.outcome),
        clusters=None if model.clusters is None else len(set(model.clusters.tolist())),
    )


def _at_average(model: _Model) -> FloatArray:
    """Return what gives the adjusted mean of each group: all covariates at their center, 0."""
    rows = np.zeros((len(model.groups), model.design.shape[1]))
    rows[:, 0] = 1
    rows[1:, 1 : len(model.groups)] = np.eye(len(model.groups) - 1)
    return rows


def _estimate(fit: Fit | None, model: _Model, row: FloatArray, errors: str) -> Estimate:
    if fit is None:
        return Estimate(np.nan, None, None)
    found = estimated(fit, row, errors, model.clusters)
    # What one cluster alone decides has residuals of 0, and would seem to be certain.
    alone = model.clusters is not None and errors in ("CR1", "CR2") and _alone(model)
    return attrs.evolve(found, error=None, freedom=None) if alone else found


def _alone(model: _Model) -> bool:
    clusters = model.clusters if model.clusters is not None else np.empty(0)
    return any(len(set(clusters[column > 0].tolist())) < 2 for column in model.member.T)


def _table(found: list[Estimate], confidence: float) -> dict[str, FloatArray]:
    intervals = [estimate.interval(confidence) for estimate in found]
    columns: dict[str, list[float | None]] = {
        "estimates": [estimate.value for estimate in found],
        "errors": [estimate.error for estimate in found],
        "low": [low for low, _ in intervals],
        "high": [high for _, high in intervals],
        "t": [estimate.t for estimate in found],
        "degrees_of_freedom": [estimate.freedom for estimate in found],
        "p": [estimate.p for estimate in found],
    }
    return {name: column_of(column) for name, column in columns.items()}


def _coefficients(fit: Fit | None, model: _Model, errors: str, level: float) -> Coefficients:
    count = len(model.groups)
    rows = np.eye(model.design.shape[1])
    # The intercept belongs to covariates of 0, the columns are centered.
    rows[0, count:] = -model.centers
    found = [_estimate(fit, model, row, errors) for row in rows]
    names = [f"group[{label}]" for label in model.groups[1:]]
    table = _table(found, level)
    return Coefficients(
        names=("(intercept)", *names, *model.names),
        estimates=table["estimates"],
        errors=table["errors"],
        low=table["low"],
        high=table["high"],
        t=table["t"],
        degrees_of_freedom=table["degrees_of_freedom"],
        p=table["p"],
    )


def _terms(fit: Fit | None, model: _Model) -> AncovaTerms:
    terms = model.terms
    tests = [_compared(fit, _without(model, columns), len(columns)) for columns in terms.values()]
    squares, f, p, eta = np.array(tests, dtype=np.float64).T if tests else np.empty((4, 0))
    return AncovaTerms(
        names=tuple(terms),
        sums_of_squares=squares,
        f=f,
        degrees_of_freedom=[float(len(columns)) for columns in terms.values()],
        p=p,
        partial_eta_squared=eta,
    )


def _without(model: _Model, columns: list[int]) -> Fit | None:
    return fitted(np.delete(model.design, columns, axis=1), model.outcome)


def _compared(
    full: Fit | None, less: Fit | None, columns: int
) -> tuple[float | None, float | None, float | None, float | None]:
    """Return sum of squares, F, p and partial eta squared of what the full model has more."""
    from scipy import stats

    if full is None or less is None or full.freedom < 1 or full.rss == 0:
        return None, None, None, None
    squares = max(0.0, less.rss - full.rss)
    f = squares / columns / (full.rss / full.freedom)
    p = max(float(stats.f.sf(f, columns, full.freedom)), float(np.finfo(float).tiny))
    return squares, f, p, squares / (squares + full.rss)


def _slopes(fit: Fit | None, model: _Model) -> tuple[float | None, int | None, float | None]:
    count = len(model.groups)
    crossed = model.member[:, 1:] * model.design[:, count : count + 1]
    wide = fitted(np.column_stack((model.design, crossed)), model.outcome) if count > 1 else None
    _, f, p, _ = _compared(wide, fit, count - 1)
    return f, None if f is None else count - 1, p


def _r_squared(fit: Fit | None, model: _Model) -> float | None:
    total = float(np.sum(np.square(model.outcome - np.mean(model.outcome))))
    return None if fit is None or total == 0 else 1 - fit.rss / total
