"""Many outcomes at once: p values that say how many of them chance would bring."""

import math
from collections.abc import Mapping
from typing import Any, Literal, TypeAlias, final

import attrs
import numpy as np

from .._arguments import plain, proportion
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, hidden, shown
from ..fields import one_of, to_text
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats
from ._columns import read_values
from .pairs import Scores

__all__ = ["AdjustedP", "Adjustment", "adjust"]

Adjustment: TypeAlias = Literal[
    "bonferroni", "holm", "hochberg", "benjamini-hochberg", "benjamini-yekutieli"
]

_METHODS = ("bonferroni", "holm", "hochberg", "benjamini-hochberg", "benjamini-yekutieli")
# The chance of one false finding at all, or the share of false ones among the findings.
_FALSE_DISCOVERY = ("benjamini-hochberg", "benjamini-yekutieli")
# 3 * 0.1 / 6 is 0.05000000000000001: products of decimals are compared so closely.
_ROUNDING = 1e-12


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class AdjustedP(RowResult):
    """What `adjust` answers: a row for each p value, in the order that was given.

    Attributes
    ----------
    ids : tuple of str or int
        The ids of a mapping, or places from 0.
    adjusted, p_values : FloatArray
        The p after adjustment, and as given; nan where none was given.
    rejected : tuple of bool
        Whether the adjusted p is at most `alpha`; False where there is none.
    alpha, method, controls : float, str, str
        The level, how it was adjusted, and what is kept below the level: ``"familywise error"`` or
        ``"false discovery rate"``.
    family : str
        What the p values have in common, in the words of the caller; empty where not said.
    n, missing : int
        How many p values the family has, and how many of those given were missing.
    caveats : tuple of Caveat
        What this can not show.
    """

    ids: tuple[str | int, ...] = attrs.field(metadata=ROW)
    adjusted: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    p_values: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    rejected: tuple[bool, ...] = attrs.field(metadata=ROW)
    alpha: float
    method: str
    controls: str
    family: str = ""
    n: int
    missing: int
    caveats: tuple[Caveat, ...] = ()


def adjust(
    p_values: Scores,
    method: Adjustment = "holm",
    *,
    alpha: float = 0.05,
    family: str = "",
) -> AdjustedP:
    """Tell which of many p values still count, when all of them were looked at.

    With twenty outcomes one p below .05 is expected from chance alone. Put all outcomes that were
    tested into the family, also those that "did not work": leaving these out undoes the adjustment.

    Parameters
    ----------
    p_values : sequence of number or mapping of id to number
        From 0 to 1. None and nan (not estimable) are kept out of the family and counted.
    method : {"holm", "bonferroni", "hochberg", "benjamini-hochberg", "benjamini-yekutieli"}
        Holm (default) and Bonferroni keep the chance of any false finding below `alpha`, whatever
        the dependence; Hochberg does for independent or positively dependent tests. The last two
        keep the expected share of false ones among the findings below it: Benjamini-Hochberg for
        independent or positively dependent tests, Benjamini-Yekutieli for any.
    alpha : float
        The level, between 0 and 1.
    family : str
        What the tests have in common, kept for the report: "seven questions of the training".

    Returns
    -------
    AdjustedP
        One row a p value, in the order that was given; ids are kept where a mapping is given.

    Raises
    ------
    InvalidValueError
        If a value is no number from 0 to 1, or another argument is out of its range.

    Notes
    -----
    With p(1) <= ... <= p(m), adjusted for place i: Bonferroni m p; Holm the largest of
    (m - j + 1) p(j) over j <= i; Hochberg the smallest of (m - j + 1) p(j) over j >= i;
    Benjamini-Hochberg the smallest of m p(j) / j over j >= i; Benjamini-Yekutieli the same times
    1 + 1/2 + ... + 1/m. None exceeds 1.
    A p is rejected where its adjusted p is at most alpha, rounding of the product aside. An empty
    family gives no rows; a family of one stays as it is.

    References
    ----------
    Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal
    of Statistics 6, 65-70.

    Hochberg, Y. (1988). A sharper Bonferroni procedure. Biometrika 75, 800-802.

    Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the
    Royal Statistical Society B 57, 289-300.

    Benjamini, Y. and Yekutieli, D. (2001). The control of the false discovery rate in multiple
    testing under dependency. Annals of Statistics 29, 1165-1188.

    Examples
    --------
    Four invented outcomes of one course; one could not be tested:

    >>> outcomes = {"knowledge": 0.004, "income": 0.03, "trust": 0.20, "visits": None}
    >>> result = adjust(outcomes, family="outcomes of the course")
    >>> [round(p, 3) for p in result.adjusted.tolist()][:3], result.rejected
    ([0.012, 0.06, 0.2], (True, False, False, False))
    >>> result.n, result.missing
    (3, 1)

    Knowledge still counts when all three are looked at; income does not. Without a p there is none:

    >>> result["visits"]["adjusted"]
    nan
    """
    one_of("method", method, _METHODS)
    level = proportion("alpha", alpha)
    name = _text(family)
    given = read_values("p_values", _plain(p_values), "omit").values
    values = np.array(list(given.values()), dtype=np.float64)
    _check(given)
    known = ~np.isnan(values)
    adjusted = np.full(len(values), np.nan)
    adjusted[known] = _adjusted(values[known], method)
    missing = int(np.count_nonzero(~known))
    data = {"fields": ["adjusted", "p_values"], "missing": missing, "n": len(values) - missing}
    return AdjustedP(
        ids=tuple(given),
        adjusted=adjusted,
        p_values=values,
        rejected=tuple((adjusted <= level * (1 + _ROUNDING)).tolist()),
        alpha=level,
        method=method,
        controls="false discovery rate" if method in _FALSE_DISCOVERY else "familywise error",
        family=name,
        n=len(values) - missing,
        missing=missing,
        caveats=(Caveat("p-missing", data),) if missing else (),
    )


def _plain(p_values: Any) -> Any:
    if isinstance(p_values, Mapping):
        return {key: _tiny(value) for key, value in p_values.items()}
    if isinstance(p_values, list | tuple):
        return [_tiny(value) for value in p_values]
    return p_values


def _tiny(value: object) -> object:
    # A p below 1e-90 is no size that scores may have, and for every adjustment it is 0.
    found = plain(value)
    return 0.0 if isinstance(found, float) and 0 < found < 1e-90 else value


def _check(given: Mapping[str | int, float | None]) -> None:
    faults = [
        Fault(f"p_values[{shown(key)}]", shown(p), "a number from 0 to 1", "value")
        for key, p in given.items()
        if p is not None and not 0 <= p <= 1
    ]
    if faults:
        raise InvalidValueError(*faults)


def _text(family: Any) -> str:
    text = to_text(family)
    if type(text) is not str:
        raise InvalidValueError(Fault("family", hidden(family), "text", "value"))
    return text


def _adjusted(p: FloatArray, method: str) -> FloatArray:
    m = len(p)
    order = np.argsort(p, kind="stable")
    ordered = p[order]
    places = np.arange(1, m + 1)
    adjusted = np.empty(m)
    adjusted[order] = np.minimum(1.0, _stepped(ordered, places, method))
    return adjusted


def _stepped(p: FloatArray, places: IntArray, method: str) -> FloatArray:
    m = len(p)
    if method == "bonferroni":
        return m * p
    if method == "holm":
        return np.maximum.accumulate((m - places + 1) * p)
    if method == "hochberg":
        return np.minimum.accumulate(((m - places + 1) * p)[::-1])[::-1]
    dependence = math.fsum(1 / places) if method == "benjamini-yekutieli" else 1.0
    return np.minimum.accumulate((dependence * m * p / places)[::-1])[::-1]
