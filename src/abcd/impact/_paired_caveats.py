"""What a paired change can not show, told from the result itself."""

from collections.abc import Iterator

from ..caveats import Caveat
from ._caveats import not_estimable
from .paired_results import PairedChange

__all__ = ["NEED_DISTANCES", "of_change"]

_OF_ANY = ("mean_change", "mean_before", "mean_after", "sign_flip_p", "resolution")
_OF_RANKS = ("w_plus", "w_minus", "wilcoxon_p", "rank_biserial", "hodges_lehmann_nonzero")
_OF_SPREADS = ("d_av", "d_av_lakens", "d_rm", "correlation")
_OF_NORMALITY = ("shapiro_w", "shapiro_p")
_OF_DIFFERENCES = (
    "interval_low",
    "interval_high",
    "t",
    "t_p",
    "d_z",
    "g_z",
    "d_rm",
    *_OF_NORMALITY,
)
_OF_TWO = (
    *_OF_DIFFERENCES,
    *_OF_SPREADS,
    "degrees_of_freedom",
    "glass_delta",
    "sd_before",
    "sd_after",
    "sd_change",
)

_OF_FLOOR = ("floor_before", "floor_after")
_OF_CEILING = ("ceiling_before", "ceiling_after")

# What takes differences of scores for distances: the ranks of differences do so too.
NEED_DISTANCES = (
    "mean_change",
    "mean_before",
    "mean_after",
    "sign_flip_p",
    *_OF_TWO,
    *_OF_RANKS,
    "hodges_lehmann",
)

# Terwee and others (2007): a floor effect where more than 15 % have the lowest score.
_MOST_AT_END = 0.15
# Below this the normality of the differences matters for t, by the usual rule of thumb.
_ENOUGH_FOR_T = 30
_DOUBTFUL = 0.05


def of_change(change: PairedChange, *, asked: str, moved: int) -> Iterator[Caveat]:
    """Yield the caveats of one change; `asked` is the Wilcoxon method that was asked for."""
    if change.design == "retrospective":
        yield Caveat("retrospective-before")
        yield Caveat("retrospective-no-pretest")
    if change.selected_below is not None:
        yield Caveat("selected-by-low-score", {"limit": change.selected_below})
    if change.n == 0:
        floor = _OF_FLOOR if change.minimum is not None else ()
        ends = (*floor, *(_OF_CEILING if change.maximum is not None else ()))
        fields = (*_OF_ANY, *_OF_TWO, *_OF_RANKS, *ends, "hodges_lehmann", "sign_p")
        yield from not_estimable("no-pairs", change, *fields)
        return
    yield from _of_ends(change)
    if change.scale == "ordinal":
        yield from _of_ceiling(change)
        yield from not_estimable("ordinal-no-mean", change, *NEED_DISTANCES)
        yield from _of_smallest(change)
        return
    yield from _not_estimable(change)
    if moved:
        data = {"moved": moved, "resolution": change.resolution}
        yield Caveat("differences-rounded", data)
    yield from _of_tests(change)
    yield from _of_methods(change, asked)


def _not_estimable(change: PairedChange) -> Iterator[Caveat]:
    if change.increased + change.decreased == 0:
        yield from not_estimable("all-unchanged", change, *_OF_RANKS)
    if change.n == 1:
        yield from not_estimable("one-pair", change, *_OF_TWO)
        return
    if change.sd_change == 0:
        amount = change.mean_change
        yield from not_estimable("no-spread", change, *_OF_DIFFERENCES, change=amount)
    else:
        yield from not_estimable("small-sample-factor", change, "g_z")
        few = change.n < 3
        code = "shapiro-needs-three" if few else "shapiro-many"
        yield from not_estimable(code, change, *_OF_NORMALITY, n=change.n)
    if change.sd_before == 0:
        yield from not_estimable("constant-before", change, "glass_delta", *_OF_SPREADS)
    if change.sd_after == 0:
        yield from not_estimable("constant-after", change, *_OF_SPREADS)
    if change.d_z is not None and change.correlation is not None:
        r = change.correlation
        yield from not_estimable("perfect-correlation", change, "d_rm", correlation=r)


def _of_ends(change: PairedChange) -> Iterator[Caveat]:
    before, after = change.floor_before, change.floor_after
    if before is not None and after is not None and max(before, after) > _MOST_AT_END:
        yield Caveat("floor", {"before": 100 * before, "after": 100 * after})


def _of_ceiling(change: PairedChange) -> Iterator[Caveat]:
    """Yield what the gain, which ordinal scores have not, says of others."""
    before, after, n = change.ceiling_before, change.ceiling_after, change.n
    if before is not None and after is not None and max(before, after) > _MOST_AT_END:
        yield Caveat("ceiling", {"before": round(n * before), "after": round(n * after), "n": n})


def _of_smallest(change: PairedChange) -> Iterator[Caveat]:
    alpha = round(1 - change.confidence, 12)
    changed = change.increased + change.decreased
    # One pattern of signs and its opposite, out of 2 to the power of those who changed.
    smallest = 2.0 ** (1 - changed) if changed else 1.0
    if smallest > alpha:
        yield Caveat("smallest-p", {"changed": changed, "smallest": smallest, "alpha": alpha})


def _of_tests(change: PairedChange) -> Iterator[Caveat]:
    alpha = round(1 - change.confidence, 12)
    yield from _of_smallest(change)
    known = [p for p in (change.t_p, change.sign_flip_p, change.wilcoxon_p) if p is not None]
    if len({p <= alpha for p in known}) > 1:
        ps = {"t_p": change.t_p, "sign_flip_p": change.sign_flip_p}
        yield Caveat("tests-disagree", {"alpha": alpha, **ps, "wilcoxon_p": change.wilcoxon_p})
    p = change.shapiro_p
    if p is not None and p < _DOUBTFUL and change.n < _ENOUGH_FOR_T:
        yield Caveat("differences-not-normal", {"n": change.n, "p": p})


def _of_methods(change: PairedChange, asked: str) -> Iterator[Caveat]:
    if change.unchanged and change.wilcoxon_p is not None:
        data = {"unchanged": change.unchanged, "n": change.n, "zero_method": change.zero_method}
        yield Caveat("unchanged-people", data)
    if change.sign_flip_method == "monte-carlo":
        yield Caveat("p-sampled", {"samples": change.samples, "seed": change.seed})
    if change.wilcoxon_method != asked:
        changed = change.increased + change.decreased
        yield Caveat("ranks-approximated", {"method": change.wilcoxon_method, "changed": changed})
