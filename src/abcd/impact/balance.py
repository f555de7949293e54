"""Baseline balance: how alike groups were before anything happened."""

from collections.abc import Collection, Iterator, Mapping
from typing import Literal, TypeAlias, final

import attrs
import numpy as np

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, hidden, shown
from ..fields import one_of
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, to_floats
from ._columns import column_of, names_of, read_values
from ._kernels import small_sample_factor, spread
from ._two_groups import approximate_factor, cox_index, pooled
from .pairs import Scores

__all__ = ["BaselineBalance", "Correction", "baseline_balance"]

Correction: TypeAlias = Literal["approximate", "exact", "none"]

_CORRECTIONS = ("approximate", "exact", "none")
# What Works Clearinghouse: up to .05 SDs alike, up to .25 with adjustment, beyond not comparable.
_ALIKE, _ADJUSTABLE = 0.05, 0.25


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class BaselineBalance(RowResult):
    """What `baseline_balance` answers: a row for each variable, in the order that was given.

    Attributes
    ----------
    variables : tuple of str
        The names.
    differences : FloatArray
        Treated minus control in standard deviations; nan where it is not estimable.
    judgments : tuple of str or None
        ``"alike"`` up to .05, ``"adjust"`` up to .25, ``"not comparable"`` beyond.
    measures : tuple of str
        ``"hedges-g"`` or, for binary variables, ``"cox-index"``.
    means_treated, means_control, sds_treated, sds_control : FloatArray
        The groups; for binary variables the means are shares.
    n_treated, n_control : tuple of int
        How many values there are.
    largest : float
        The largest difference in size.
    correction : str
        How g is corrected for few people.
    n, missing : int
        How many variables, and how many values were missing.
    caveats : tuple of Caveat
        What this can not show.
    """

    variables: tuple[str, ...] = attrs.field(metadata=ROW)
    differences: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    judgments: tuple[str | None, ...] = attrs.field(metadata=ROW)
    measures: tuple[str, ...] = attrs.field(metadata=ROW)
    means_treated: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    means_control: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    sds_treated: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    sds_control: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    n_treated: tuple[int, ...] = attrs.field(metadata=ROW)
    n_control: tuple[int, ...] = attrs.field(metadata=ROW)
    largest: float | None
    correction: str
    n: int
    missing: int
    caveats: tuple[Caveat, ...] = ()


def baseline_balance(
    treated: Mapping[str, Scores],
    control: Mapping[str, Scores],
    *,
    binary: Collection[str] = (),
    correction: Correction = "approximate",
    missing: Literal["raise", "omit"] = "raise",
) -> BaselineBalance:
    """Tell how alike two groups were before, variable by variable.

    A comparison is as good as the groups are alike. No test is made: with few people large
    differences are "not significant", with many small ones are.

    Parameters
    ----------
    treated, control : mapping of name to values
        The same variables of both groups, known before the program; values as in `compare_groups`.
    binary : collection of str
        Names of variables that are yes (1) or no (0).
    correction : {"approximate", "exact", "none"}
        How g is corrected for few people: by 1 - 3 / (4 N - 9) as What Works Clearinghouse does, by
        the exact J, or not at all.
    missing : {"raise", "omit"}
        Refuse missing values (None, nan), or leave them out and count them.

    Returns
    -------
    BaselineBalance
        A row for each variable of `treated`, in its order.

    Raises
    ------
    InvalidValueError
        If the groups have other variables, values can not be read, or a binary one is not 0 or 1.

    See Also
    --------
    ancova : takes out differences between .05 and .25.

    Notes
    -----
    Continuous: Hedges' g, the difference of means over the pooled SD with the correction that is
    named. Binary: the Cox index, (logit p1 - logit p2) / 1.65, without correction. What Works
    Clearinghouse takes groups as alike up to .05 in size, as comparable with adjustment up to .25
    (edges belong to the better judgment), and as not comparable beyond.

    Edge cases. No spread in both groups: no g, even where the means are equal. A share of 0 or 1:
    no Cox index. Fewer than three people in all: no correction, no g unless it is "none".

    References
    ----------
    What Works Clearinghouse (2020). Standards Handbook, version 4.1, p. 14; Procedures Handbook,
    version 4.1, appendix E.

    Cox, D. R. (1970). Analysis of Binary Data.

    Examples
    --------
    Invented hamlets with and without a field school:

    >>> balance = baseline_balance(
    ...     {"score": [5, 6, 7], "owns land": [1, 0, 1]},
    ...     {"score": [4, 5, 6], "owns land": [0, 0, 1]}, binary=["owns land"],
    ... )
    >>> [round(size, 2) for size in balance.differences.tolist()], balance.judgments
    ([0.8, 0.84], ('not comparable', 'not comparable'))

    These were different people before anything happened. Where nobody owns land, there is no logit:

    >>> nobody = baseline_balance({"owns": [0, 0]}, {"owns": [0, 1]}, binary=["owns"])
    >>> print(nobody.largest, "-", nobody.caveats[-1].code)
    None - balance-not-estimable
    """
    one_of("correction", correction, _CORRECTIONS)
    groups = names_of("treated", treated), names_of("control", control)
    _check_same(*groups)
    yes_or_no = _binary(binary, groups[0])
    rows = [
        _row(name, groups[0][name], groups[1][name], name in yes_or_no, correction, missing)
        for name in groups[0]
    ]
    sizes = [abs(row.difference) for row in rows if row.difference is not None]
    balance = BaselineBalance(
        variables=tuple(groups[0]),
        differences=column_of(row.difference for row in rows),
        judgments=tuple([_judgment(row.difference) for row in rows]),
        measures=tuple(["cox-index" if name in yes_or_no else "hedges-g" for name in groups[0]]),
        means_treated=column_of(row.means[0] for row in rows),
        means_control=column_of(row.means[1] for row in rows),
        sds_treated=column_of(row.sds[0] for row in rows),
        sds_control=column_of(row.sds[1] for row in rows),
        n_treated=tuple([row.sizes[0] for row in rows]),
        n_control=tuple([row.sizes[1] for row in rows]),
        largest=max(sizes, default=None),
        correction=correction,
        n=len(rows),
        missing=sum(row.missing for row in rows),
    )
    looks = [name for name, row in zip(groups[0], rows, strict=True) if row.looks_binary]
    return attrs.evolve(balance, caveats=tuple(_caveats(balance, looks)))


@attrs.frozen
class _Row:
    difference: float | None
    means: tuple[float | None, float | None]
    sds: tuple[float | None, float | None]
    sizes: tuple[int, int]
    missing: int
    looks_binary: bool


def _check_same(treated: dict[str, object], control: dict[str, object]) -> None:
    faults = [
        Fault(f"{other}[{name!r}]", "nothing", f"the values of a variable of {own}", "missing")
        for own, here, other, there in (
            ("treated", treated, "control", control),
            ("control", control, "treated", treated),
        )
        for name in here
        if name not in there
    ]
    if faults:
        raise InvalidValueError(*faults)


def _binary(binary: object, variables: dict[str, object]) -> set[str]:
    accepted = "names of variables, as a list"
    if isinstance(binary, str) or not isinstance(binary, Collection):
        raise InvalidValueError(Fault("binary", hidden(binary), accepted, "form"))
    names = list(binary)
    unknown = [name for name in names if not isinstance(name, str) or name not in variables]
    if unknown:
        raise InvalidValueError(Fault("binary", shown(unknown[0]), accepted, "value"))
    return set(names)


def _row(
    name: str, treated: object, control: object, is_binary: bool, correction: str, missing: str
) -> _Row:
    waves = [
        read_values(f"{group}[{name!r}]", values, missing)
        for group, values in (("treated", treated), ("control", control))
    ]
    known = [
        np.array([value for value in wave.values.values() if value is not None], dtype=np.float64)
        for wave in waves
    ]
    zero_one = bool(np.all(np.isin(np.concatenate(known), (0, 1))))
    if is_binary and not zero_one:
        found = "another number than 0 and 1"
        raise InvalidValueError(Fault(f"treated[{name!r}]", found, "0 (no) or 1 (yes)", "value"))
    means = [float(np.mean(group)) if len(group) else None for group in known]
    sizes = len(known[0]), len(known[1])
    return _Row(
        difference=_difference(known, means, is_binary, correction),
        means=(means[0], means[1]),
        sds=(spread(known[0]), spread(known[1])),
        sizes=sizes,
        missing=sum(len(wave.values) for wave in waves) - sum(sizes),
        looks_binary=zero_one and not is_binary and sum(sizes) > 0,
    )


def _difference(
    groups: list[FloatArray], means: list[float | None], is_binary: bool, correction: str
) -> float | None:
    first, second = means
    if first is None or second is None:
        return None
    if is_binary:
        return cox_index(first, second)
    sd, freedom = pooled(groups[0], groups[1]), len(groups[0]) + len(groups[1]) - 2
    factor = {
        "approximate": approximate_factor(freedom),
        "exact": small_sample_factor(freedom),
        "none": 1.0,
    }[correction]
    return None if not sd or factor is None else factor * (first - second) / sd


def _judgment(difference: float | None) -> str | None:
    if difference is None:
        return None
    # An edge belongs to the better judgment, rounding aside.
    size = round(abs(difference), 12)
    return "alike" if size <= _ALIKE else "adjust" if size <= _ADJUSTABLE else "not comparable"


def _caveats(balance: BaselineBalance, looks_binary: list[str]) -> Iterator[Caveat]:
    yield Caveat("balance-of-what-was-asked")
    if balance.missing:
        yield Caveat("balance-missing", {"missing": balance.missing})
    if looks_binary:
        yield Caveat("balance-looks-binary", {"variables": looks_binary})
    none = [
        name
        for name, judgment in zip(balance.variables, balance.judgments, strict=True)
        if judgment is None
    ]
    if none or balance.largest is None:
        fields = ["differences", "judgments", *(["largest"] if balance.largest is None else [])]
        data = {"fields": fields, "variables": none, "count": len(none)}
        yield Caveat("balance-not-estimable", data)
