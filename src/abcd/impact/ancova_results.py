"""What `ancova` answers."""

from typing import final

import attrs

from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, to_floats

__all__ = ["Ancova", "AncovaTerms", "Coefficients"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Coefficients(RowResult):
    """The coefficients of a regression, with the errors that were asked for.

    Attributes
    ----------
    names : tuple of str
        ``"(intercept)"``, ``"group[label]"`` for each group but the reference, ``"before"``, and
        the covariates.
    estimates, errors, low, high, t, degrees_of_freedom, p : FloatArray
        Each with its standard error, interval and two-sided test; nan where it has no error.
    caveats : tuple of Caveat
        Those of the whole result stand there.
    """

    names: tuple[str, ...] = attrs.field(metadata=ROW)
    estimates: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    errors: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    low: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    high: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    t: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    degrees_of_freedom: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    p: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    caveats: tuple[Caveat, ...] = ()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class AncovaTerms(RowResult):
    """The terms of an analysis of covariance, each against the model without it (type II).

    Attributes
    ----------
    names : tuple of str
        ``"group"``, ``"before"``, and the covariates.
    sums_of_squares, f, degrees_of_freedom, p, partial_eta_squared : FloatArray
        What each term adds after all others; nan where nothing is left to compare with.
    caveats : tuple of Caveat
        Those of the whole result stand there.
    """

    names: tuple[str, ...] = attrs.field(metadata=ROW)
    sums_of_squares: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    f: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    degrees_of_freedom: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    p: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    partial_eta_squared: FloatArray = attrs.field(
        converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW
    )
    caveats: tuple[Caveat, ...] = ()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Ancova(RowResult):
    """What `ancova` answers: a row for each group, the reference first.

    Attributes
    ----------
    groups : tuple of str or int
        The labels; after the reference in alphabetical order.
    effects, effect_errors, effects_low, effects_high, effects_p : FloatArray
        How much higher the group ended than the reference, among people who started alike; nan for
        the reference itself, and where it is not estimable.
    adjusted_means, adjusted_errors : FloatArray
        The mean after of people with average scores before and average covariates.
    means_before, means_after, sizes : FloatArray, FloatArray, tuple of int
        The groups as they are.
    reference, errors, confidence : str or int, str, float
        What the groups are compared with, how errors are computed, and the level of intervals.
    terms, coefficients : AncovaTerms, Coefficients
        F tests with partial eta squared; the regression itself.
    slopes_f, slopes_degrees_of_freedom, slopes_p : float, int, float
        Test of whether the score before matters alike in all groups, as the model takes it.
    r_squared, residual_degrees_of_freedom, n, clusters : float, int, int, int
        Of the whole model; the last None without clusters.
    assignment : str
        How people came into their groups, where that was said.
    unmatched, omitted : tuple of str or int
        Ids that are not in every column; ids, or row numbers from 0, with a missing value.
    caveats : tuple of Caveat
        What these data can not show.
    """

    groups: tuple[str | int, ...] = attrs.field(metadata=ROW)
    effects: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    effect_errors: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    effects_low: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    effects_high: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    effects_p: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    adjusted_means: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    adjusted_errors: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    means_before: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    means_after: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    sizes: tuple[int, ...] = attrs.field(metadata=ROW)
    reference: str | int
    errors: str
    confidence: float
    terms: AncovaTerms
    coefficients: Coefficients
    slopes_f: float | None
    slopes_degrees_of_freedom: int | None
    slopes_p: float | None
    r_squared: float | None
    residual_degrees_of_freedom: int
    n: int
    clusters: int | None
    assignment: str | None = None
    unmatched: tuple[str | int, ...] = ()
    omitted: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()
