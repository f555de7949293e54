"""Decomposition of inequality: how much lies between groups, and how much within them."""

from collections.abc import Iterator
from typing import Literal, TypeAlias, final

import attrs
import numpy as np

from ..caveats import Caveat
from ..fields import one_of
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from . import _inequality as kernels
from ._amounts import (
    Amounts,
    Resampling,
    of_amounts,
    of_interval,
    read_resampling,
    resampled_groups,
    unusable,
)
from ._columns import Labels, together
from ._resamples import Bootstrap, Interval
from .pairs import Scores

__all__ = ["Decomposed", "Decomposition", "decomposition"]

Decomposed: TypeAlias = Literal["theil", "mean-log-deviation", "gini"]

_KERNELS = {
    "theil": kernels.theil,
    "mean-log-deviation": kernels.mean_log_deviation,
    "gini": kernels.gini,
}


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Decomposition(RowResult):
    """What `decomposition` answers: a row for each group, and the parts of the whole.

    Attributes
    ----------
    groups : tuple of str or int
        Which group the row is about, in the order of the labels.
    sizes : array of shape (groups,)
        How many people it has.
    population_share, value_share : arrays of shape (groups,)
        Its share of the people and of the sum.
    means, inequality : arrays of shape (groups,)
        Its mean, and the measure within it; nan where it has none.
    contribution : array of shape (groups,)
        What it adds to `within`.
    total, between, within, overlap : float
        The measure over everybody, and its parts; they add up. `overlap` is 0 unless the measure is
        Gini's coefficient.
    between_share, interval_low, interval_high, confidence, interval_method
        Between groups as a share of the total, with its bootstrap interval.
    measure : str
        What was decomposed.
    n, samples, seed : int
        How many people, how many bootstrap samples, and the seed that repeats them.
    unmatched, omitted : tuple of str or int
        Ids with a value or a group only; ids, or row numbers from 0, with a missing one.
    caveats : tuple of Caveat
        What these data can not show.
    """

    groups: tuple[str | int, ...] = attrs.field(metadata=ROW)
    sizes: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    population_share: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    value_share: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    means: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    inequality: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    contribution: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    total: float | None
    between: float | None
    within: float | None
    overlap: float | None
    between_share: float | None
    interval_low: float | None
    interval_high: float | None
    confidence: float
    interval_method: str
    measure: str
    n: int
    samples: int
    seed: int
    unmatched: tuple[str | int, ...] = ()
    omitted: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def decomposition(
    values: Scores,
    groups: Labels,
    *,
    measure: Decomposed = "theil",
    confidence: float = 0.95,
    interval_method: Bootstrap = "bca",
    samples: int = 9_999,
    missing: Literal["raise", "omit"] = "raise",
    rng: np.random.Generator | int | None = None,
) -> Decomposition:
    """Tell how much of the inequality lies between groups, and how much within them.

    Between hamlets, women and men, members and others: if nearly all lies within, moving money
    between the groups would change little.

    Parameters
    ----------
    values : sequence of number, mapping of id to number, or sequence of (id, number)
        One amount for each person, from 0, in one unit.
    groups : sequence of label, or mapping of id to label
        The group of each person, in the form of `values`; text or whole numbers.
    measure : {"theil", "mean-log-deviation", "gini"}
        What is decomposed. The first two divide exactly into two parts; Gini's coefficient leaves a
        third, from groups that overlap.
    confidence, interval_method, samples, rng
        Of the interval of `between_share`, as in `gini`. Each sample keeps the sizes of the groups.
    missing : {"raise", "omit"}
        Refuse missing values and labels and name them, or leave these people out and list them.

    Returns
    -------
    Decomposition
        One row a group: labels that are text first, each kind sorted.

    Raises
    ------
    InvalidValueError
        If values or groups can not be read, or differ in form or length.

    See Also
    --------
    theil, mean_log_deviation, gini : the measure itself, with its own interval.

    Notes
    -----
    With p the share of a group of the people and s its share of the sum, r = s / p:

    - Theil: between = sum of s ln r, within = sum of s T_group.
    - mean log deviation: between = -sum of p ln r, within = sum of p L_group.
    - Gini: between = the coefficient if everybody had the mean of the group, within = sum of
      p s G_group, overlap = the rest; it is 0 where the groups' values do not overlap.

    Even where groups differ by chance alone, `between` is above 0, the more so the smaller they
    are.

    Edge cases. A group with nothing but zeros has no Theil and adds 0. A 0 anywhere: no mean log
    deviation. One group: between is 0. All values equal: the total is 0, and it has no shares.
    Undefined and without an interval in the cases of `gini`.

    References
    ----------
    Shorrocks, A. F. (1980). The class of additively decomposable inequality measures. Econometrica
    48, 613-625.

    Lambert, P. J. and Aronson, J. R. (1993). Inequality decomposition analysis and the Gini
    coefficient revisited. Economic Journal 103, 1221-1227.

    Examples
    --------
    Monthly incomes in two invented hamlets, in thousand rupiah:

    >>> incomes = [500, 700, 900, 600, 800, 2_500]
    >>> parts = decomposition(incomes, ["hill", "hill", "hill", "river", "river", "river"], rng=1)
    >>> round(parts.between, 3), round(parts.within, 3), round(parts.between_share, 2)
    (0.046, 0.14, 0.25)

    A quarter lies between the hamlets. Where all have the same there is nothing to divide:

    >>> same = decomposition([5, 5], ["hill", "river"], rng=1)
    >>> print(same.between_share, "-", same.caveats[0])
    None - Everybody has the same: there is no inequality to divide into shares.
    """
    one_of("measure", measure, _KERNELS)
    asked = read_resampling(method=interval_method, confidence=confidence, samples=samples, rng=rng)
    rows = together({"values": values}, {"groups": groups}, missing=missing)
    labels = rows.labels["groups"]
    names = sorted(set(labels), key=_in_order)
    places = np.array([names.index(label) for label in labels], dtype=np.int64)
    order = np.lexsort((rows.numbers["values"], places))
    divided = _divided(
        rows.numbers["values"][order], places[order], tuple(names), measure, asked, rows.omitted
    )
    unmatched = rows.unmatched
    caveats = divided.caveats
    if unmatched:
        caveats = (*caveats, Caveat("groups-unmatched", {"people": len(unmatched)}))
    return attrs.evolve(divided, unmatched=unmatched, caveats=caveats)


def _in_order(label: str | int) -> tuple[bool, int, str]:
    return (True, label, "") if isinstance(label, int) else (False, 0, label)


@attrs.frozen(eq=False)
class _Parts:
    """The parts of a measure for each row of values, the values of a group side by side."""

    measure: str
    sizes: tuple[int, ...]

    def groups(self, rows: FloatArray) -> FloatArray:
        """Return the measure within each group; 0 for a group with nothing but zeros."""
        ends = np.cumsum(self.sizes)
        found = []
        for start, end in zip(ends - self.sizes, ends, strict=True):
            part = rows[..., start:end]
            empty = part[..., -1] == 0
            safe = np.where(empty[..., np.newaxis], 1.0, part)
            found.append(np.where(empty, 0.0, _KERNELS[self.measure](safe)))
        return np.stack(found, axis=-1)

    def value_shares(self, rows: FloatArray) -> FloatArray:
        """Return the share of the sum that each group holds."""
        ratio = rows / rows.max(axis=-1, keepdims=True)
        starts = np.cumsum((0, *self.sizes))[:-1]
        sums = np.add.reduceat(ratio, starts, axis=-1)
        share: FloatArray = sums / sums.sum(axis=-1, keepdims=True)
        return share

    def people(self) -> FloatArray:
        """Return the share of the people that each group has."""
        return np.array(self.sizes) / sum(self.sizes)

    def weights(self, rows: FloatArray) -> FloatArray:
        """Return what the measure within a group counts in the whole."""
        s, p = self.value_shares(rows), self.people()
        if self.measure == "theil":
            return s
        return np.broadcast_to(p, s.shape) if self.measure != "gini" else s * p

    def total(self, rows: FloatArray) -> FloatArray:
        """Return the measure over everybody."""
        return _KERNELS[self.measure](np.sort(rows, axis=-1))

    def between(self, rows: FloatArray) -> FloatArray:
        """Return the measure if everybody had the mean of the group."""
        means = self.value_shares(rows) / self.people()
        everybody = np.repeat(means, self.sizes, axis=-1)
        return _KERNELS[self.measure](np.sort(everybody, axis=-1))

    def between_share(self, rows: FloatArray) -> FloatArray:
        """Return between over total; nan where the total is 0."""
        total = self.total(rows)
        share: FloatArray = np.full_like(total, np.nan)
        np.divide(self.between(rows), total, out=share, where=total > 0)
        return share

    def between_share_of(self, rows: FloatArray, sizes: tuple[int, ...]) -> FloatArray:
        """Return the same where the groups have other sizes."""
        return attrs.evolve(self, sizes=sizes).between_share(rows)


def _divided(
    values: FloatArray,
    places: IntArray,
    names: tuple[str | int, ...],
    measure: str,
    asked: Resampling,
    omitted: tuple[str | int, ...],
) -> Decomposition:
    n, amounts = len(values), Amounts(np.sort(values), omitted)
    sizes = np.bincount(places, minlength=len(names))
    code = unusable(amounts.values)
    if code is None and measure == "mean-log-deviation" and amounts.values[0] == 0:
        code = "deviation-zero"
    means = [float(values[places == place].mean()) for place in range(len(names))]
    nothing = np.full(len(names), np.nan)
    result = Decomposition(
        groups=names,
        sizes=sizes,
        population_share=sizes / max(n, 1),
        value_share=nothing,
        means=means,
        inequality=nothing,
        contribution=nothing,
        total=None,
        between=None,
        within=None,
        overlap=None,
        between_share=None,
        interval_low=None,
        interval_high=None,
        confidence=asked.confidence,
        interval_method=asked.method,
        measure=measure,
        n=n,
        samples=asked.samples,
        seed=asked.seed,
        omitted=omitted,
    )
    if code is not None:
        zeros = {"zeros": int(np.count_nonzero(values == 0)), "n": n}
        data = zeros if code == "deviation-zero" else {}
        first = Caveat(code, {"fields": list(_ALL), **data})
        return attrs.evolve(result, caveats=(first, *of_amounts(None, (), amounts)))
    parts = _Parts(measure, tuple(sizes.tolist()))
    found = Interval(None, None)
    # A share of nothing has no interval either.
    if values.min() < values.max():
        found = resampled_groups(values, parts.sizes, parts.between_share_of, asked)
    result = _with_parts(result, values, parts, found)
    return attrs.evolve(result, caveats=tuple(_caveats(result, amounts, found, asked)))


def _with_parts(
    result: Decomposition, values: FloatArray, parts: _Parts, found: Interval
) -> Decomposition:
    row = values[np.newaxis]
    total, between = float(parts.total(row)[0]), float(parts.between(row)[0])
    shares = parts.value_shares(row)[0]
    within_groups = parts.groups(row)[0]
    contribution = parts.weights(row)[0] * within_groups
    within = float(contribution.sum())
    return attrs.evolve(
        result,
        value_share=shares,
        inequality=np.where(shares > 0, within_groups, np.nan),
        contribution=contribution,
        total=total,
        between=between,
        within=within,
        overlap=max(total - between - within, 0.0) if parts.measure == "gini" else 0.0,
        between_share=between / total if total > 0 else None,
        interval_low=found.low,
        interval_high=found.high,
    )


# Below so many people the mean of a group tells much about single ones; of one it is the income.
_FEW = 5
_ROWS = ("value_share", "inequality", "contribution")
_SHARE = ("between_share", "interval_low", "interval_high")
_ALL = ("total", "between", "within", "overlap", *_SHARE, *_ROWS)


def _caveats(
    result: Decomposition, amounts: Amounts, found: Interval, asked: Resampling
) -> Iterator[Caveat]:
    if result.between_share is None:
        yield Caveat("decomposition-equal", {"fields": list(_SHARE)})
    empty = int(np.count_nonzero(np.isnan(result.inequality)))
    if empty:
        yield Caveat("groups-all-zero", {"fields": ["inequality"], "groups": empty})
    yield from of_amounts(None, (), amounts)
    if result.between_share is not None:
        yield from of_interval(found, asked, result.n, "interval_low", "interval_high")
    small = int(np.count_nonzero(result.sizes < _FEW))
    if small:
        yield Caveat("decomposition-small-groups", {"groups": small, "threshold": _FEW})
    yield Caveat("decomposition-chance")
