"""Paired changes of many communities, or many indicators, at once: a row each."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, final

import attrs
import numpy as np

from .._arguments import checked_rng, drawn_seed, proportion, whole
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, hidden
from ..fields import one_of
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from ._caveats import SMALL_N
from ._communities import Communities, Group, Waves, grouped, read_communities, sign_flips
from ._kernels import proper_p, small_sample_factor
from ._mean_resamples import mean_intervals
from ._resamples import Bootstrap
from .pooling import Pooled, PooledInterval, Pooling, pool

__all__ = ["PairedChanges", "paired_changes"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class PairedChanges(RowResult):
    """What `paired_changes` answers: a row for each community, in the order that was given.

    nan means not estimable; a caveat counts such rows.

    Attributes
    ----------
    ids : tuple of str or int
        Ids of the communities, or places from 0.
    mean_change, standard_error, interval_low, interval_high : FloatArray
        Mean of after - before in points, its standard error, and its t interval.
    bootstrap_low, bootstrap_high : FloatArray
        Its bootstrap interval, by `bootstrap_method`.
    t_p, sign_flip_p, sign_flip_method : FloatArray, FloatArray, tuple of str
        Two-sided p of Student's t, and over sign changes: ``"exact"``, ``"monte-carlo"``, or
        ``"none"`` without pairs.
    sd_change, d_z, g_z, mean_before, mean_after : FloatArray
        Spread of the differences, the mean change over it, the same with the exact factor for small
        samples, and the two waves.
    increased, unchanged, decreased, n : IntArray
        Numbers of people; n is the number of complete pairs.
    confidence, bootstrap_method, samples, seed
        What was asked; `seed` repeats all random draws.
    unmatched, omitted : int
        Over all communities: people with one wave only; pairs with a missing score.
    caveats : tuple of Caveat
        What these data can not show.
    """

    ids: tuple[str | int, ...] = attrs.field(metadata=ROW)
    mean_change: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    standard_error: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    interval_low: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    interval_high: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    bootstrap_low: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    bootstrap_high: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    t_p: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    sign_flip_p: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    sign_flip_method: tuple[str, ...] = attrs.field(metadata=ROW)
    sd_change: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    d_z: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    g_z: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    mean_before: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    mean_after: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    increased: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    unchanged: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    decreased: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    n: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    confidence: float
    bootstrap_method: str | None
    samples: int
    seed: int
    unmatched: int
    omitted: int
    caveats: tuple[Caveat, ...] = ()

    def pooled(
        self,
        *,
        method: Pooling = "dersimonian-laird",
        interval_method: PooledInterval = "hartung-knapp",
    ) -> Pooled:
        """Return the mean changes in points brought together, weighed by their standard errors."""
        return pool(
            dict(zip(self.ids, self.mean_change.tolist(), strict=True)),
            dict(zip(self.ids, np.square(self.standard_error).tolist(), strict=True)),
            method=method,
            interval_method=interval_method,
            confidence=self.confidence,
        )


def paired_changes(
    before: Waves,
    after: Waves | None = None,
    *,
    resolution: float | None = None,
    confidence: float = 0.95,
    bootstrap: Bootstrap | None = "bca",
    missing: Literal["raise", "omit"] = "raise",
    samples: int = 9_999,
    rng: np.random.Generator | int | None = None,
) -> PairedChanges:
    """Tell for many communities at once by how much the same people changed, and how sure that is.

    The answers are those of `paired_change` and `change_interval`, community by community, at a
    small part of the time. Also for many indicators of one community. Among many communities some
    p are small by chance: adjust them (`adjust`) before pointing at single ones, and pool
    (`.pooled()`) for the answer about all.

    Parameters
    ----------
    before, after : array of shape (n_communities, n_people), sequence or mapping of waves
        Two tables of numbers with a row for each community, in which places that are nan in both
        are nobody; two sequences of waves; or two mappings from community id to wave. A wave is
        what `paired_change` takes. Or only `before`: a mapping from id to (before, after).
    resolution : float, optional
        The smallest step of the instrument; by default the last decimal that any score of a
        community carries.
    confidence : float
        Level of the intervals, between 0 and 1.
    bootstrap : {"bca", "percentile"}, optional
        The bootstrap interval; None computes none.
    missing : {"raise", "omit"}
        Refuse missing values, or leave their pairs out and count them.
    samples : int
        How many samples and random sign changes are drawn.
    rng : numpy.random.Generator or int, optional
        Generator or seed for these. Without it a seed is drawn. `seed` in the result repeats it.

    Returns
    -------
    PairedChanges
        One row a community, in the order that was given. Changes are in points; p are two-sided.

    Raises
    ------
    InvalidValueError
        If both waves have not the same form and communities, or scores can not be read; the faults
        of all communities are listed together where waves are given one by one.

    See Also
    --------
    paired_change : one community, with every test and effect size.
    pool : one effect from all.

    Notes
    -----
    Communities with equally many pairs share one matrix of resampling counts and, where sign
    changes can not be counted, one matrix of signs, both drawn from the seed and their size alone.
    So the numbers of a community do not depend on the others, on their order or on how they are
    split over processes; and chance errors of the sampled numbers are shared. Beside the scores
    some 100 MB of memory are used, however many communities there are.

    Edge cases, a row each: no pairs, all nan; one pair, or equal differences, a mean and no
    interval; two pairs, no g_z; samples that lie all on one side of the mean, no BCa interval.

    References
    ----------
    Efron, B. (1987). Better bootstrap confidence intervals. Journal of the American Statistical
    Association 82, 171-185.

    Examples
    --------
    Three invented villages took the same test of ten points, one of them with a single visitor.

    >>> villages = {
    ...     "North": ([4, 5, 6, 3, 7, 5], [6, 8, 6, 7, 8, 10]),
    ...     "East": ([5, 6, 4, 5, 7], [5, 7, 4, 6, 6]),
    ...     "Hill": ([5], [9]),
    ... }
    >>> changes = paired_changes(villages, rng=1)
    >>> changes.mean_change.tolist(), changes.n.tolist()
    ([2.5, 0.2, 4.0], [6, 5, 1])
    >>> changes["North"]["sign_flip_p"], changes["Hill"]["interval_low"]
    (0.0625, nan)
    >>> [caveat.code for caveat in changes.caveats]
    ['no-comparison-group', 'rows-not-estimable', 'rows-small-n']
    """
    level = proportion("confidence", confidence)
    if bootstrap is not None:
        one_of("bootstrap", bootstrap, ("bca", "percentile"))
    one_of("missing", missing, ("raise", "omit"))
    draws = whole("samples", samples, least=1, most=10**7)
    seed = drawn_seed(checked_rng(rng))
    if after is None:
        before, after = _apart(before)
    communities = read_communities(before, after, missing=missing)
    table = _Table(len(communities.ids))
    for group in grouped(communities, resolution):
        _fill(table, group, level, bootstrap, draws, seed)
    return _answer(communities, table, level, bootstrap, draws, seed)


def _apart(both: Waves) -> tuple[Mapping[Any, Any], Mapping[Any, Any]]:
    if not isinstance(both, Mapping):
        accepted = "the waves after, or a mapping from community id to (before, after) alone"
        raise InvalidValueError(Fault("after", "None", accepted, "form"))
    odd = [wave for wave in both.values() if not isinstance(wave, list | tuple) or len(wave) != 2]
    if odd:
        raise InvalidValueError(Fault("before", hidden(odd[0]), "a pair (before, after)", "form"))
    first = {key: wave[0] for key, wave in both.items()}
    return first, {key: wave[1] for key, wave in both.items()}


# --- a row each ----------------------------------------------------------------------------------

_FLOATS = (
    "mean_change",
    "standard_error",
    "interval_low",
    "interval_high",
    "bootstrap_low",
    "bootstrap_high",
    "t_p",
    "sign_flip_p",
    "sd_change",
    "d_z",
    "g_z",
    "mean_before",
    "mean_after",
)
_COUNTS = ("increased", "unchanged", "decreased", "n")


class _Table:
    """Columns that are filled group by group."""

    def __init__(self, rows: int) -> None:
        self.floats = {name: np.full(rows, np.nan) for name in _FLOATS}
        self.counts = {name: np.zeros(rows, dtype=np.int64) for name in _COUNTS}
        self.methods = ["none"] * rows


def _fill(
    table: _Table, group: Group, confidence: float, bootstrap: str | None, samples: int, seed: int
) -> None:
    places, steps = group.places, group.steps
    columns = _moments(group, confidence)
    columns["sign_flip_p"], methods = sign_flips(steps, samples=samples, seed=seed)
    if bootstrap is not None:
        ends = mean_intervals(
            steps, method=bootstrap, confidence=confidence, samples=samples, seed=seed
        )
        columns["bootstrap_low"] = group.score(ends.low)
        columns["bootstrap_high"] = group.score(ends.high)
    for name, values in columns.items():
        table.floats[name][places] = values
    for name, counted in (
        ("increased", steps > 0),
        ("unchanged", steps == 0),
        ("decreased", steps < 0),
    ):
        table.counts[name][places] = np.count_nonzero(counted, axis=1)
    table.counts["n"][places] = steps.shape[1]
    for place, method in zip(places, methods, strict=True):
        table.methods[place] = method


def _moments(group: Group, confidence: float) -> dict[str, FloatArray]:
    from scipy import stats

    n = group.steps.shape[1]
    change = group.score(group.steps.sum(axis=1)) / n
    columns = {
        "mean_change": change,
        "mean_before": group.before.mean(axis=1),
        "mean_after": group.after.mean(axis=1),
    }
    if n < 2:
        return columns
    # Equal steps have exactly no spread, and nothing to divide by.
    varied = np.ptp(group.steps, axis=1) > 0
    sd = np.where(varied, group.score(group.steps.std(axis=1, ddof=1)), 0.0)
    spread = np.where(varied, sd, np.nan)
    error = spread / np.sqrt(n)
    half = float(stats.t.isf((1 - confidence) / 2, n - 1)) * error
    p = 2 * stats.t.sf(np.abs(change / error), n - 1)
    factor = small_sample_factor(n - 1)
    return columns | {
        "standard_error": error,
        "interval_low": change - half,
        "interval_high": change + half,
        "t_p": np.clip(p, proper_p(0.0), 1.0),
        "sd_change": sd,
        "d_z": change / spread,
        "g_z": change / spread * (np.nan if factor is None else factor),
    }


def _answer(
    communities: Communities,
    table: _Table,
    confidence: float,
    bootstrap: str | None,
    samples: int,
    seed: int,
) -> PairedChanges:
    floats, counts = table.floats, table.counts
    result = PairedChanges(
        ids=communities.ids,
        sign_flip_method=tuple(table.methods),
        confidence=confidence,
        bootstrap_method=bootstrap,
        samples=samples,
        seed=seed,
        unmatched=communities.unmatched,
        omitted=communities.omitted,
        mean_change=floats["mean_change"],
        standard_error=floats["standard_error"],
        interval_low=floats["interval_low"],
        interval_high=floats["interval_high"],
        bootstrap_low=floats["bootstrap_low"],
        bootstrap_high=floats["bootstrap_high"],
        t_p=floats["t_p"],
        sign_flip_p=floats["sign_flip_p"],
        sd_change=floats["sd_change"],
        d_z=floats["d_z"],
        g_z=floats["g_z"],
        mean_before=floats["mean_before"],
        mean_after=floats["mean_after"],
        increased=counts["increased"],
        unchanged=counts["unchanged"],
        decreased=counts["decreased"],
        n=counts["n"],
    )
    return attrs.evolve(result, caveats=tuple(_caveats(result)))


# --- caveats -------------------------------------------------------------------------------------


def _caveats(result: PairedChanges) -> Iterator[Caveat]:
    yield Caveat("no-comparison-group")
    total = len(result)
    named = (
        _FLOATS
        if result.bootstrap_method
        else [name for name in _FLOATS if not name.startswith("bootstrap")]
    )
    gaps = {name: np.isnan(getattr(result, name)) for name in named}
    fields = [name for name, gap in gaps.items() if gap.any()]
    if fields:
        rows = int(np.logical_or.reduce(list(gaps.values())).sum())
        yield Caveat("rows-not-estimable", {"rows": rows, "total": total, "fields": fields})
    if result.bootstrap_method is None:
        yield Caveat("rows-no-bootstrap", {"fields": ["bootstrap_low", "bootstrap_high"]})
    small = int(np.count_nonzero((result.n > 0) & (result.n < SMALL_N)))
    if small:
        yield Caveat("rows-small-n", {"rows": small, "total": total, "least": SMALL_N})
    if result.unmatched or result.omitted:
        left = {"unmatched": result.unmatched, "omitted": result.omitted}
        yield Caveat("rows-left-out", left)
    sampled = result.sign_flip_method.count("monte-carlo")
    if sampled:
        drawn = {"samples": result.samples, "seed": result.seed}
        yield Caveat("rows-sampled", {"rows": sampled, **drawn})
