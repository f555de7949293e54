"""Caveats that every comparison of two or more groups shares."""

from collections.abc import Iterator

from ..caveats import Caveat
from ..fields import one_of

__all__ = ["ASSIGNMENTS", "check_assignment", "of_assignment", "of_permutation", "of_sizes"]

ASSIGNMENTS = ("random", "chosen")

# Below ten people a single one holds more than a tenth of the mean of the group.
_SMALL_GROUP = 10
_USUAL_ALPHA = 0.05


def check_assignment(assignment: object) -> None:
    """Refuse what says neither how groups came about nor that it is not known (None)."""
    if assignment is not None:
        one_of("assignment", assignment, ASSIGNMENTS)


def of_assignment(assignment: str | None) -> Iterator[Caveat]:
    """Yield what the way in which groups came about leaves open."""
    if assignment == "chosen":
        yield Caveat("groups-chosen")
    if assignment is None:
        yield Caveat("groups-assignment-unknown")


def of_sizes(
    first: int, second: int, *, n: int | None = None, unmatched: int = 0, omitted: int = 0
) -> Iterator[Caveat]:
    """Yield what holds for small groups, and for people who were left out.

    Of more than two groups these are the smallest ones, and `n` is the number of all.
    """
    everybody = first + second if n is None else n
    if 0 < min(first, second) < _SMALL_GROUP:
        yield Caveat("small-groups", {"first": first, "second": second})
    if unmatched:
        yield Caveat("rows-unmatched", {"unmatched": unmatched, "n": everybody})
    if omitted:
        yield Caveat("rows-omitted", {"omitted": omitted, "n": everybody})


def of_permutation(
    *,
    smallest: float | None,
    units: int,
    method: str,
    samples: int,
    seed: int | None,
    alpha: float = _USUAL_ALPHA,
) -> Iterator[Caveat]:
    """Yield what a p over arrangements can not show."""
    if smallest is not None and smallest > alpha:
        yield Caveat("groups-smallest-p", {"units": units, "smallest": smallest, "alpha": alpha})
    if method == "monte-carlo":
        yield Caveat("arrangements-sampled", {"samples": samples, "seed": seed})
