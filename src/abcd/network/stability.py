"""How far a measure of a network depends on who answered."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, Literal, TypeAlias, final, get_args

import attrs
import networkx as nx
import numpy as np

from .._arguments import checked_rng, drawn_seed, proportion, whole
from .._work import Executor, Progress, check_work, in_order
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, hidden, nearest, shown
from ..fields import one_of
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from ._measures import BY_NAME, measured
from ._people import ANSWERED, alters_unasked, statuses_of, unrecorded
from ._resampling import Plan
from ._samples import Table, Tasks, Whole, of_whole, table_of, taken_in, worked
from ._vouching import vouching_of
from .snapshots import Snapshot, snapshot

__all__ = ["Metric", "Stability", "stability"]

Metric: TypeAlias = str | Callable[[Snapshot], Any]
Missing = Literal["people", "answers"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Stability(RowResult):
    """What `stability` answers: one row a node for a measure of nodes, none for one of the whole.

    Attributes
    ----------
    nodes : tuple of str or int
        All nodes, in the order of the graph; empty for a measure of the whole.
    values : array of float
        The measure with everybody in.
    rank : array of float
        Its rank, 1 for the highest value; equal values share the middle of their ranks.
    rank_low, rank_high : array of float
        Between which ranks the node was, at the first of `shares`, in `confidence` of the samples
        it was in; brought to the scale of all nodes. nan where it was in none.
    shares : array of float
        The share of people (or answers) that stays.
    correlation, correlation_low, correlation_high : array of float
        For each share the mean of Spearman's correlation with the measure of the same nodes with
        everybody in, and between which values `confidence` of the samples are. nan for a measure
        of the whole.
    error, error_low, error_high : array of float
        The same for the mean absolute difference.
    overlap : array of float
        The mean overlap of the `top` nodes, with and without those missing: common ones over all
        in either list, 0 to 1.
    value : float, optional
        For a measure of the whole: its value with everybody in.
    bootstrap_error : float, optional
        Its standard error when people are drawn anew with replacement.
    low, high : float, optional
        Between which values `confidence` of these networks are.
    jackknife_error : float, optional
        Its standard error when each person is left out once.
    metric : str
        The name of the measure; ``"own function"`` for a callable.
    missing : str
        What is left out.
    confidence : float
        The share of samples inside the intervals.
    interval : str
        How `low` and `high` were made: ``"percentile"``.
    top : int
        How many of the highest values are compared; with equal values more.
    samples : int
        How many samples for each share.
    defined : array of int
        How many of these gave a difference.
    seed : int
        Repeats the result.
    weight : str, optional
        The attribute of the strengths.
    respondents : int
        Among how many people those who are missing were drawn.
    n : int
        How many nodes.
    caveats : tuple of Caveat
        What this can not show.
    """

    nodes: tuple[str | int, ...] = attrs.field(metadata=ROW)
    values: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    rank: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    rank_low: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    rank_high: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    shares: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS)
    correlation: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS)
    correlation_low: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS)
    correlation_high: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS)
    error: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS)
    error_low: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS)
    error_high: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS)
    overlap: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS)
    value: float | None
    bootstrap_error: float | None
    low: float | None
    high: float | None
    jackknife_error: float | None
    metric: str
    missing: str
    confidence: float
    interval: str
    top: int
    samples: int
    defined: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS)
    seed: int
    weight: str | None
    respondents: int
    n: int
    caveats: tuple[Caveat, ...] = ()


def stability(
    g: "nx.Graph[Any] | Snapshot",
    metric: Metric,
    *,
    shares: Sequence[float] = (0.9, 0.8, 0.7, 0.5),
    missing: Missing = "people",
    samples: int = 1_000,
    top: int = 10,
    confidence: float = 0.95,
    weight: str | None = None,
    rng: np.random.Generator | int | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Stability:
    """Tell how far a measure would be another if some of the people had not answered.

    People are left out at random, again and again, and the measure is taken anew. Where ranks hold
    with a fifth of the people gone, those who were not asked are less of a worry; where they do
    not, name nobody as the first.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph. It is not changed.
    metric : str or callable
        Of nodes: ``"degree"``, ``"betweenness"``, ``"harmonic"``, ``"constraint"``,
        ``"effective_size"``, ``"clustering"``. Of the whole: ``"density"``, ``"mean_degree"``,
        ``"transitivity"``, ``"efficiency"``. Or a function of a `Snapshot` that gives a number, or
        an array with a value for each of its nodes (nan or None: not defined). For an executor of
        processes it must stand at the top of a module.
    shares : sequence of float
        Which shares of the people stay, each above 0 and below 1. Intervals of ranks are those of
        the first.
    missing : {"people", "answers"}
        ``"people"``: who is missing is gone with all ties. ``"answers"``: who is missing stays as
        a node; what that person said vanishes, and what others say of the person stays. A tie
        stays while one of its reporters (attribute ``reported_by`` of `graph`) answers; without a
        reporter on record, while its source does, or either end of a tie without direction, as
        far as they have answered at all.
    samples : int
        How many samples for each share, and for the bootstrap.
    top : int
        How many of the highest values to compare.
    confidence : float
        The share of samples inside the intervals, above 0 and below 1.
    weight : str, optional
        The edge attribute with strengths, as for `snapshot`.
    rng : numpy.random.Generator or int, optional
        Without it a seed is drawn and kept in the result.
    executor : object with ``map``, optional
        Works on several batches of samples at once. The numbers stay the same.
    progress : callable, optional
        A wrapper such as ``tqdm``; sees each batch.

    Returns
    -------
    Stability
        A table by share in arrays, and one row a node for a measure of nodes.

    Raises
    ------
    InvalidValueError
        If the graph can not be read (see `snapshot`), the metric is not known or gives something
        else than it should, or an argument is out of its range.

    See Also
    --------
    changes : what two waves tell apart from chance.

    Notes
    -----
    Each sample keeps round(share * respondents) people, at least 1, drawn without replacement
    (Costenbader and Valente 2003; Borgatti, Carley and Krackhardt 2006). With ``"people"`` anybody
    can be missing; with ``"answers"`` only those who answered, where the graph says who did.
    ``"answers"`` in a directed network takes away the ties that lead from a person; in an
    undirected one, where either end may have reported a tie, only those between two people who
    are missing.

    The measures are compared over the nodes that are in the sample and defined in both. Betweenness
    is a share of pairs, harmonic a mean over others, so that networks of different size compare;
    degree, effective size and mean degree fall with the people who are gone, by nature.

    The vertex bootstrap and jackknife for a measure of the whole follow Snijders and Borgatti
    (1999): n people are drawn with replacement; between two copies of one person stands the state
    of a pair drawn at random; the jackknife variance is (n - 2) / (2 n) times the sum of squared
    deviations of the n networks with one person left out.

    The interval is the percentile interval of the bootstrap: its ends are values that a network
    can have, where value -+ 1.96 errors can be a density above 1. It does not correct that a
    measure of networks drawn with replacement may lie higher or lower throughout.

    Edge cases: fewer than three nodes in common, or no spread of values, give no correlation (nan).
    No bootstrap below three nodes (None). Where all networks drawn anew give the same value, as in
    a network in which all are tied, that is no certainty: error and interval are None. Memory
    grows with nodes times samples times (1 - `confidence`): of the ranks only the outermost are
    kept, which gives the same intervals. A sample in which nothing is defined is left out and
    counted in `defined`.

    Each sample has its own generator, by its place, so that neither the executor nor the order of
    work changes a digit.

    References
    ----------
    Costenbader, E. & Valente, T. W. (2003). The stability of centrality measures when networks are
    sampled. Social Networks 25(4), 283-307.

    Borgatti, S. P., Carley, K. M. & Krackhardt, D. (2006). On the robustness of centrality measures
    under conditions of imperfect data. Social Networks 28(2), 124-136.

    Snijders, T. A. B. & Borgatti, S. P. (1999). Non-parametric standard errors and tests for
    network statistics. Connections 22(2), 61-70.

    Examples
    --------
    Florentine families: would the Medici stay first if a tenth of the families were not on record?

    >>> import networkx as nx
    >>> florence = nx.florentine_families_graph()
    >>> found = stability(florence, "betweenness", shares=[0.9, 0.5], samples=100, rng=1)
    >>> found["Medici"]["rank"], found["Medici"]["rank_high"] < 4
    (1.0, True)
    >>> bool(found.correlation[0] > found.correlation[1])
    True

    Of two people nothing can be resampled:

    >>> pair = stability(nx.path_graph(2), "density", samples=10, rng=1)
    >>> pair.value, pair.bootstrap_error is None
    (1.0, True)
    """
    _check(metric, missing)
    kept = _shares(shares)
    samples = whole("samples", samples, least=1, most=10**7)
    top = whole("top", top, least=1)
    confidence = proportion("confidence", confidence)
    check_work(executor, progress)
    seed = drawn_seed(checked_rng(rng))
    arrays = snapshot(g, weight=weight)
    status = statuses_of(g, arrays)
    everybody = measured(metric, arrays)
    respondents = _respondents(status, missing)
    vouching = vouching_of(g, arrays, respondents) if missing == "answers" else None
    plan = Plan(arrays, metric, everybody, respondents, vouching, top, seed)
    tasks = Tasks(plan, kept, samples)
    coming = in_order(
        partial(worked, tasks),
        range(tasks.units),
        executor=executor,
        progress=progress,
        total=tasks.units,
    )
    answers, rank_low, rank_high = taken_in(tasks, coming, (1 - confidence) / 2)
    of_samples = tasks.by_share(answers)
    tails = ((1 - confidence) / 2, (1 + confidence) / 2)
    table = table_of(of_samples, tails)
    scalar = of_whole(tasks, answers, confidence)
    defined = [int(np.count_nonzero(np.isfinite(one.error))) for one in of_samples]
    lost = samples * len(kept) - sum(defined), samples * len(kept)
    return Stability(
        nodes=arrays.ids if everybody.of_nodes else (),
        values=everybody.values if everybody.of_nodes else [],
        rank=everybody.ranks if everybody.of_nodes else [],
        rank_low=rank_low,
        rank_high=rank_high,
        shares=kept,
        correlation=table.correlation.mean,
        correlation_low=table.correlation.low,
        correlation_high=table.correlation.high,
        error=table.error.mean,
        error_low=table.error.low,
        error_high=table.error.high,
        overlap=table.overlap.mean,
        value=scalar.value,
        bootstrap_error=scalar.bootstrap_error,
        low=scalar.low,
        high=scalar.high,
        jackknife_error=scalar.jackknife_error,
        metric=metric if isinstance(metric, str) else "own function",
        missing=missing,
        confidence=confidence,
        interval="percentile",
        top=top,
        samples=samples,
        defined=defined,
        seed=seed,
        weight=arrays.weight,
        respondents=len(plan.respondents),
        n=arrays.node_count,
        caveats=(
            Caveat("stability-at-random"),
            *arrays.caveats,
            *unrecorded(g, status),
            *_caveats(status, None if everybody.of_nodes else scalar, table, lost),
        ),
    )


def _check(metric: object, missing: object) -> None:
    if isinstance(metric, str):
        if metric not in BY_NAME:
            accepted = f"a function, or {nearest(metric, BY_NAME)}"
            raise InvalidValueError(Fault("metric", shown(metric), accepted, "metric"))
    elif not callable(metric) or isinstance(metric, type):
        accepted = "the name of a measure, or a function of a Snapshot"
        raise InvalidValueError(Fault("metric", hidden(metric), accepted, "metric"))
    one_of("missing", missing, get_args(Missing))


def _shares(shares: object) -> list[float]:
    if isinstance(shares, str | bytes | dict) or not isinstance(shares, Sequence | np.ndarray):
        accepted = "numbers above 0 and below 1, at least one"
        raise InvalidValueError(Fault("shares", hidden(shares), accepted, "value"))
    kept = [proportion(f"shares[{place}]", share) for place, share in enumerate(shares)]
    if not kept:
        accepted = "numbers above 0 and below 1, at least one"
        raise InvalidValueError(Fault("shares", "none", accepted, "value"))
    return kept


def _respondents(status: tuple[str | None, ...], missing: str) -> IntArray:
    everybody = np.arange(len(status))
    if missing == "people" or set(status) <= {None}:
        return everybody
    return everybody[[code in ANSWERED for code in status]]


def _caveats(
    status: tuple[str | None, ...],
    whole_or_none: Whole | None,
    table: Table,
    lost: tuple[int, int],
) -> Iterator[Caveat]:
    """Say what is not known; `whole_or_none` is None for a measure of nodes."""
    if not status:
        yield Caveat("no-nodes")
    nothing = table.undefined
    if whole_or_none is not None:
        # A measure of the whole has no correlation and no overlap by nature.
        of_errors = [name for name in nothing if name.startswith("error")]
        nothing = (*whole_or_none.undefined, *of_errors)
        if whole_or_none.alike:
            yield Caveat("stability-no-spread", {"fields": whole_or_none.alike})
    if nothing:
        yield Caveat("stability-nothing", {"fields": nothing})
    if lost[0]:
        yield Caveat("stability-undefined", {"count": lost[0], "total": lost[1]})
    total = sum(code is not None for code in status)
    silent = total - sum(code in ANSWERED for code in status)
    if silent:
        yield Caveat("stability-missing-already", {"count": silent, "total": total})
    yield from alters_unasked(status, ("values", "value", "correlation", "error", "overlap"))
