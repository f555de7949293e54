"""What a difference in differences can not show, told from the result itself."""

from collections.abc import Iterator

from ..caveats import Caveat
from ._caveats import not_estimable
from ._errors import of_clusters
from ._group_caveats import of_assignment, of_permutation, of_sizes
from .difference_results import DifferenceInDifferences

__all__ = ["of_difference"]
_OF_ERRORS = (
    "interval_low",
    "interval_high",
    "standard_error",
    "degrees_of_freedom",
    "t",
    "p",
)
_OF_PERMUTATION = ("permutation_p", "smallest_p", "permutation_method", "permuted")
_OF_MEANS = (
    "change_treated",
    "change_control",
    "mean_treated_before",
    "mean_treated_after",
    "mean_control_before",
    "mean_control_after",
)
_OF_SIZES = ("n_treated_before", "n_treated_after", "n_control_before", "n_control_after")


def of_difference(answer: DifferenceInDifferences) -> Iterator[Caveat]:
    """Yield the caveats of one answer; what it rests on comes first."""
    yield Caveat("parallel-trends", {"design": answer.design})
    if answer.design == "means":
        unknown = (*_OF_ERRORS, *_OF_PERMUTATION, *_OF_SIZES)
        yield from not_estimable("means-without-spread", answer, *unknown)
        yield from of_assignment(answer.assignment)
        return
    yield from of_assignment(answer.assignment)
    sizes = [getattr(answer, name) for name in _OF_SIZES]
    if answer.difference is None:
        fields = ("difference", *_OF_ERRORS, *_OF_PERMUTATION, *_OF_MEANS)
        yield from not_estimable("group-empty", answer, *fields)
        return
    yield from of_sizes(
        min(sizes[:2]),
        min(sizes[2:]),
        unmatched=len(answer.unmatched),
        omitted=len(answer.omitted),
    )
    yield from _of_errors(answer, sizes)
    yield from _of_permutation(answer)


def _of_errors(answer: DifferenceInDifferences, sizes: list[int]) -> Iterator[Caveat]:
    clustered = answer.clusters_treated is not None
    total = (answer.clusters_treated or 0) + (answer.clusters_control or 0) if clustered else None
    if answer.p is not None:
        yield from of_clusters(answer.errors, total, answer.degrees_of_freedom)
    elif clustered and min(answer.clusters_treated or 0, answer.clusters_control or 0) < 2:
        yield from not_estimable("group-of-one-cluster", answer, *_OF_ERRORS)
    elif min(sizes) == 1:
        yield from not_estimable("group-of-one", answer, *_OF_ERRORS)
    else:
        yield from not_estimable("groups-no-spread", answer, *_OF_ERRORS)


def _of_permutation(answer: DifferenceInDifferences) -> Iterator[Caveat]:
    if answer.permutation_p is None:
        clustered = answer.clusters_treated is not None
        code = "clusters-not-movable" if clustered else "cross-section-not-permuted"
        yield from not_estimable(code, answer, *_OF_PERMUTATION)
        return
    people = (answer.n_treated_before or 0) + (answer.n_control_before or 0)
    clusters = (answer.clusters_treated or 0) + (answer.clusters_control or 0)
    yield from of_permutation(
        smallest=answer.smallest_p,
        units=people if answer.permuted == "people" else clusters,
        method=answer.permutation_method or "exact",
        samples=answer.samples,
        seed=answer.seed,
        alpha=round(1 - answer.confidence, 12),
    )
