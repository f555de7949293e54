"""What an analysis of covariance can not show, told from the result itself."""

from collections.abc import Iterator

import numpy as np

from ..caveats import Caveat
from ._caveats import not_estimable
from ._errors import of_clusters
from ._group_caveats import of_assignment, of_sizes
from ._regression import CLUSTERED
from .ancova_results import Ancova

__all__ = ["of_ancova"]

_OF_SLOPES = ("slopes_f", "slopes_degrees_of_freedom", "slopes_p")
_OF_ERRORS = ["effect_errors", "effects_low", "effects_high", "effects_p", "adjusted_errors"]
_OF_FIT = ["effects", "adjusted_means", *_OF_ERRORS, "terms", "coefficients", "r_squared"]
_DOUBTFUL = 0.05


def of_ancova(answer: Ancova) -> Iterator[Caveat]:
    """Yield the caveats of one answer; how groups came about comes first."""
    yield from of_assignment(answer.assignment)
    if answer.assignment != "random":
        yield Caveat("lords-paradox")
    smallest, next_one, *_ = (*sorted(answer.sizes), 0)
    yield from of_sizes(
        smallest,
        next_one,
        n=answer.n,
        unmatched=len(answer.unmatched),
        omitted=len(answer.omitted),
    )
    if len(answer.groups) == 1:
        yield from not_estimable("one-group", answer, *_OF_SLOPES)
    yield from _of_fit(answer)


def _of_fit(answer: Ancova) -> Iterator[Caveat]:
    data = {"n": answer.n, "coefficients": len(answer.coefficients)}
    if np.isnan(answer.adjusted_means[0]):
        fields = [*_OF_FIT, *_OF_SLOPES]
        yield Caveat("ancova-not-determined", {"fields": fields, **data})
        return
    if np.isnan(answer.adjusted_errors).any() or np.isnan(answer.effect_errors[1:]).any():
        alone = answer.clusters is not None and answer.errors in CLUSTERED
        code = "ancova-cluster-alone" if alone else "ancova-no-errors"
        yield Caveat(code, {"fields": _OF_ERRORS, **data})
    yield from not_estimable("outcome-constant", answer, "r_squared")
    if len(answer.groups) > 1:
        yield from not_estimable("slopes-not-tested", answer, *_OF_SLOPES, **data)
    if answer.clusters is not None and not np.isnan(answer.terms.f).all():
        yield Caveat("ancova-tests-ignore-clusters", {"clusters": answer.clusters})
    if answer.slopes_p is not None and answer.slopes_p < _DOUBTFUL:
        yield Caveat("slopes-differ", {"p": answer.slopes_p})
    known = answer.coefficients.degrees_of_freedom
    freedom = float(np.nanmin(known)) if not np.all(np.isnan(known)) else None
    yield from of_clusters(answer.errors, answer.clusters, freedom)
