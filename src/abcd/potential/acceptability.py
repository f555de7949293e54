"""How sure an order is while weights and scores are not: SMAA-2."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias, final

import attrs
import numpy as np
import numpy.typing as npt

from .._arguments import checked_rng, drawn_seed, whole
from .._work import Executor, Progress, check_work
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError
from ..fields import one_of
from ..results import ROW
from ..results.arrays import EQUAL_ARRAYS, FloatArray
from ._answers import answers_of, leaders_of, of_answers, over_all
from ._arrays import kept
from ._by_criterion import CriterionRows
from ._caveats import of_raters, of_weights
from ._deviations import Deviations, read_deviations
from ._planning import FIELDS, lines_of, rows_of
from ._possible import Possible, read_possible
from ._preparation import check_table
from ._selection import check_scales
from ._simulation import Plan, block_size, simulate
from ._targets import aimed, centers
from ._uncertain import Cells, cells_of
from ._weights import Weights
from .normalizations import LINES, Normalization
from .tables import DecisionTable

__all__ = ["Acceptability", "acceptability"]

Bounds: TypeAlias = Mapping[str, tuple[float, float]]
Order: TypeAlias = Sequence[str | Sequence[str]]

_MISSING = ("scale", "omit")
# All ranks of a thousand options are a million numbers; of more options the first ranks are kept.
_ALL_RANKS, _SOME_RANKS = 1_000, 10


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Acceptability(CriterionRows):
    """What `acceptability` answers: one row an option, in the order of the table.

    All shares are shares of random draws, not of people.

    `rank_acceptability` (n_options, n_ranks) is how often an option has each rank, the first rank
    first; `expected_rank` its mean rank; `central_weights` (n_options, n_criteria) the mean of the
    weights under which it is first, nan where it never is; `confidence` (the confidence factor of
    SMAA) in what share of the draws of scores it is first under these: no measure of how sure
    people can be. `pairwise` is how often each of the `leaders` (row) is ahead of each other
    (column). `weights_low` and `weights_high` are the limits between which weights were drawn.
    """

    options: tuple[str | int, ...] = attrs.field(metadata=ROW)
    rank_acceptability: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    expected_rank: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    central_weights: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    confidence: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS, metadata=ROW)
    leaders: tuple[str | int, ...]
    pairwise: FloatArray = attrs.field(converter=kept, eq=EQUAL_ARRAYS)
    criteria: tuple[str, ...]
    weights_known: str
    weights_from: str
    weights_low: tuple[float, ...]
    weights_high: tuple[float, ...]
    order: tuple[tuple[str, ...], ...]
    method: str
    normalization: str
    missing: str
    samples: int
    seed: int
    n: int
    caveats: tuple[Caveat, ...] = ()

    _by_criterion = ("central_weights",)

    def __attrs_post_init__(self) -> None:
        CriterionRows.__attrs_post_init__(self)
        shape = (len(self.leaders), len(self.leaders))
        if not self.leaders:
            # A document says [] of no rows, however many columns they would have.
            object.__setattr__(self, "pairwise", kept(np.empty(shape)))
        if self.pairwise.shape != shape:
            found = f"shape {self.pairwise.shape}"
            raise InvalidValueError(Fault("pairwise", found, f"shape {shape}", "length"))

    def columns(self) -> dict[str, list[Any]]:
        """Return one column a field, one a rank for its acceptability, one a criterion."""
        columns = CriterionRows.columns(self)
        del columns["rank_acceptability"]
        shares = self.rank_acceptability.T.tolist()
        ranks = {f"rank_{place + 1}": share for place, share in enumerate(shares)}
        return {"options": columns.pop("options"), **ranks, **columns}

    def standard_errors(self) -> FloatArray:
        """Return the Monte Carlo standard error of each rank acceptability.

        Returns
        -------
        array, shape (n_options, n_ranks)
            sqrt(p (1 - p) / samples). It is 0 where a rank was never or always drawn; there the
            true share may still be up to 3 / samples away (95 %).
        """
        shares = self.rank_acceptability
        errors: FloatArray = np.sqrt(np.maximum(shares * (1 - shares), 0.0) / self.samples)
        return errors


def acceptability(
    table: DecisionTable,
    *,
    samples: int = 10_000,
    rng: np.random.Generator | int | None = None,
    weights: Weights | None = None,
    tolerance: float | None = None,
    order: Order | None = None,
    bounds: Bounds | None = None,
    deviations: Deviations | None = None,
    normalization: Normalization = "minmax",
    missing: Literal["scale", "omit"] = "scale",
    ranks: int | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Acceptability:
    """Show which options could come first at all, and under what weights, before asking for any.

    Where nobody can or wants to say how much each criterion counts, or scores are known within
    limits only, an order by one set of numbers pretends to know more than people do. This draws
    weights and scores from everything that is possible, orders the options each time, and counts.

    It is no vote: a share of 0.93 says that the option comes first under 93 % of the weights that
    were thought possible, not that 93 % of the residents want it.

    Parameters
    ----------
    table : DecisionTable
        Options, criteria and scores. Intervals are drawn evenly between their ends, each cell on
        its own.
    samples : int
        How many draws, from 1; a share then has a standard error of at most 0.5 / sqrt(samples).
    rng : Generator or int, optional
        The source of randomness. Without it a seed is drawn once and kept in the result.
    weights : sequence, mapping by criterion id, or callable, optional
        Weights that are given, as for `rank`. Without it and without `tolerance` they are unknown,
        also where the criteria have some.
    tolerance : float, optional
        How far each weight may lie from the given one (or that of the criterion), as a part: 0.2
        is 20 %. Without it given weights are exact.
    order : list, optional
        Criteria by what they count, the most important first: ``["reach", ["cost", "time"]]`` says
        that reach counts at least as much as each of the two others, and leaves these open.
        Criteria that are left out are free.
    bounds : mapping of criterion id to (low, high), optional
        Limits of weights that add to 1. Goes together with `order`.
    deviations : "raters", array, or mapping by criterion id, optional
        Standard deviations of scores that are then drawn from a normal distribution, cut off 3
        SDs out and at the ends of the scale: an array of shape (n_options, n_criteria), one number
        a criterion, or ``"raters"`` for how far the raters of each cell differ. Intervals and gaps
        stay even.
    normalization : str
        As for `rank`; one line a criterion for all draws, see Notes.
    missing : {"scale", "omit"}
        Draw the score of a gap evenly from the criterion's scale, or set the option aside. Where a
        criterion has no scale, an option with a gap is set aside in any case.
    ranks : int, optional
        How many ranks to count, from the first. Without it all, of more than 1,000 options the
        first 10: the answer has options x ranks numbers.
    executor : Executor, optional
        Does blocks of draws, such as a `concurrent.futures` pool. Changes no number.
    progress : Progress, optional
        A wrapper such as ``tqdm.tqdm``.

    Returns
    -------
    Acceptability
        One row an option in the order of the table; nan for options set aside.

    Raises
    ------
    InvalidValueError
        If an argument can not be what it is; if arguments about weights do not go together or
        contradict each other; if ``"scale"`` is asked for and a criterion has no scale.

    See Also
    --------
    rank : one order, by one set of weights.
    sensitivity : how far weights would have to move to turn the order.

    Notes
    -----
    SMAA-2 with an additive value: with weights w adding to 1 and normalized scores r the value is
    the sum of w r, as in ``rank(method="weighted_sum")``. Unknown weights are uniform on the
    simplex (flat Dirichlet), those with an order, limits or a tolerance uniform on what is left of
    it. They are drawn independently, by refusing proposals from a somewhat larger body, not by a
    chain; where fewer than one in a thousand fits, nothing is estimable and a caveat says so.

    Normalization: a criterion's line is fixed before drawing. minmax and max run to the lowest
    and highest score that any option may have (an end of an interval; for a normal score 3 SDs
    out, within the scale; for a gap the end of the scale), sum and vector use the middles. With
    points alone it is the line of `rank`. A criterion with a target counts by the distance.

    Ties: of t options that share t ranks in a draw each gets 1/t of each of them, so that rows
    and columns add to 1; values count as equal within 1e-12 of their unit. Options with equal
    scores have equal shares. A weight of first rank is counted with the same share.

    Pairwise shares are counted for the 10 options that come first most often, a tie as one half;
    where scores are drawn, confidence is too. With point scores it is 1, or a share where the
    central weights leave a tie (0 can not be: the weights under which an option comes first are
    convex). Memory is O(options x ranks) and O(options x criteria).

    References
    ----------
    Lahdelma, R., & Salminen, P. (2001). SMAA-2: Stochastic multicriteria acceptability analysis
    for group decision making. Operations Research 49, 444-454 (acceptability, central weights,
    confidence).

    Tervonen, T., & Lahdelma, R. (2007). Implementing stochastic multicriteria acceptability
    analysis. European Journal of Operational Research 178, 500-513 (number of draws, order of
    criteria).

    Examples
    --------
    Three (invented) ideas, scored by own means and by reach. The pond is second best in both:

    >>> from abcd.potential import Criterion, DecisionTable
    >>> criteria = [Criterion("own means"), Criterion("reach")]
    >>> table = DecisionTable(["oven", "path", "pond"], criteria, [[1, 0], [0, 1], [0.6, 0.6]])
    >>> found = acceptability(table, rng=1)
    >>> found.rank_acceptability.round(1).tolist()
    [[0.4, 0.1, 0.5], [0.4, 0.1, 0.5], [0.2, 0.8, 0.0]]

    One need not choose between own means and reach to see that the pond is never last. The oven
    comes first for those to whom own means count four times as much as reach:

    >>> round(found["oven"]["central_weights_own means"], 1)
    0.8
    >>> print(found.caveats[0])
    Shares of 10000 random draws of weights and scores, not of people: 0.93 would mean first
    under 93 % of what was thought possible. It is no support by residents. Confidence is a share
    of such draws too.

    What is known about the weights can be said: own means count more, but not all.

    >>> acceptability(table, order=["own means", "reach"], rng=1).rank_acceptability[:, 0].round(1)
    array([0.8, 0. , 0.2])

    An option with a gap where the criterion has no scale can not be drawn:

    >>> gap = DecisionTable(["oven", "path"], criteria, [[1, 0], [None, 1]])
    >>> acceptability(gap, rng=1).rank_acceptability[1].tolist()
    [nan, nan]
    """
    check_table(table)
    one_of("normalization", normalization, LINES)
    one_of("missing", missing, _MISSING)
    check_work(executor, progress)
    whole("samples", samples, least=1)
    wanted = None if ranks is None else whole("ranks", ranks, least=1)
    seed = drawn_seed(checked_rng(rng))
    deviation = read_deviations(table, deviations)
    columns, points = aimed(table.criteria, centers(table))
    possible = read_possible(columns, points, weights, tolerance, order, bounds)
    counting = possible.space.upper > 0
    if normalization == "scale":
        check_scales(table, counting)
    cells = cells_of(table, deviation, fill=missing == "scale")
    known = np.all(~np.isnan(cells.middle[:, counting]), axis=1)
    caveats = _of_setup(
        table,
        possible,
        cells,
        known,
        counting,
        computed=callable(weights),
        samples=int(samples),
    )
    plan = None
    if known.any():
        count = _ranks(wanted, len(table.options))
        lines = lines_of(table, cells, known, counting, normalization, caveats)
        taking_part = int(np.count_nonzero(known))
        if lines is not None:
            plan = Plan(
                *rows_of(table, cells, known, counting, lines),
                space=possible.space,
                seed=seed,
                samples=int(samples),
                block=block_size(taking_part),
                ranks=min(count, taking_part),
            )
    counts = None if plan is None else simulate(plan, executor, progress)
    if plan is not None and counts is None:
        caveats.append(Caveat("weights-not-drawn", {"fields": FIELDS}))
    answers = None
    if plan is not None and counts is not None:
        answers = answers_of(plan, counts)
        caveats += of_answers(answers, int(samples))
    return Acceptability(
        options=table.options,
        **over_all(answers, known, _ranks(wanted, len(table.options)), len(table.criteria)),
        leaders=leaders_of(table, known, answers),
        criteria=tuple([criterion.id for criterion in table.criteria]),
        weights_known=possible.known,
        weights_from=possible.source,
        weights_low=tuple(possible.space.lower.tolist()),
        weights_high=tuple(possible.space.upper.tolist()),
        order=tuple(
            [tuple([table.criteria[place].id for place in g]) for g in possible.space.order]
        ),
        method="smaa-2",
        normalization=normalization,
        missing=missing,
        samples=int(samples),
        seed=seed,
        n=int(np.count_nonzero(known)),
        caveats=tuple(caveats),
    )


def _ranks(wanted: int | None, options: int) -> int:
    if wanted is not None:
        return min(wanted, options)
    return options if options <= _ALL_RANKS else _SOME_RANKS


def _of_setup(
    table: DecisionTable,
    possible: Possible,
    cells: Cells,
    known: npt.NDArray[np.bool_],
    counting: npt.NDArray[np.bool_],
    *,
    computed: bool,
    samples: int,
) -> list[Caveat]:
    """Say what the draws stand on."""
    caveats = [Caveat("shares-of-draws", {"samples": samples})]
    if possible.known in ("unknown", "ordered", "bounded"):
        if any(criterion.weight is not None for criterion in table.criteria):
            caveats.append(Caveat("weights-unused"))
    else:
        caveats += of_weights(possible.source, computed=computed)
        caveats += possible.caveats
    if table.raters:
        caveats += of_raters(table)
    taking_part = known[:, np.newaxis] & counting
    drawn = (cells.low < cells.high) & taking_part
    scores, gaps = (
        int(np.count_nonzero(part)) for part in (drawn & ~cells.gaps, drawn & cells.gaps)
    )
    caveats += [Caveat("scores-drawn", {"cells": scores})] if scores else []
    caveats += [Caveat("gaps-drawn", {"gaps": gaps})] if gaps else []
    aside = int(np.count_nonzero(~known))
    if aside:
        data = {"count": aside, "total": len(known), "fields": FIELDS}
        caveats.append(Caveat("options-with-gaps", data))
    return caveats
