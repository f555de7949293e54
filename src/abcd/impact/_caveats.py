"""Caveats that every comparison of before and after shares."""

from collections.abc import Iterator

from ..caveats import Caveat
from .pairs import Pairs

__all__ = ["SMALL_N", "not_estimable", "of_means", "of_pairs", "of_population"]

# Below 20 pairs each person holds more than a twentieth of the mean change.
SMALL_N = 20


def of_pairs(pairs: Pairs) -> Iterator[Caveat]:
    """Yield what holds for every result that stands on pairs without a comparison group."""
    yield Caveat("no-comparison-group")
    if 0 < pairs.n < SMALL_N:
        yield Caveat("small-n", {"n": pairs.n})
    if pairs.unmatched_before or pairs.unmatched_after:
        lost, came = len(pairs.unmatched_before), len(pairs.unmatched_after)
        yield Caveat("unmatched", {"before": lost, "after": came, "n": pairs.n})
    if pairs.omitted:
        yield Caveat("missing-omitted", {"omitted": len(pairs.omitted), "n": pairs.n})


def of_means(result: object, *fields: str) -> Iterator[Caveat]:
    """Yield what holds where a report gave two means and nothing else."""
    yield Caveat("no-comparison-group")
    yield from not_estimable("means-only", result, *fields)


def of_population(n: int, population: int | None) -> Iterator[Caveat]:
    """Yield what holds where everybody was measured."""
    if population is not None and n == population:
        yield Caveat("whole-population", {"n": n})


def not_estimable(code: str, result: object, *fields: str, **data: object) -> Iterator[Caveat]:
    """Yield one caveat that names those of the fields that are None; nothing where none is."""
    empty = [name for name in dict.fromkeys(fields) if getattr(result, name) is None]
    if empty:
        yield Caveat(code, {"fields": empty, **data})
