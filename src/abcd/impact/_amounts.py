"""Reading amounts for measures of inequality, and what all of these can not show."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs
import numpy as np

from .._arguments import checked_rng, drawn_seed, proportion, whole
from ..caveats import Caveat
from ..fields import one_of
from ..results.arrays import FloatArray
from ._columns import read_values
from ._resamples import Interval, Statistic, bootstrap

__all__ = [
    "Amounts",
    "Resampling",
    "of_amounts",
    "of_interval",
    "read_amounts",
    "read_resampling",
    "resampled",
    "resampled_groups",
    "unusable",
]

_METHODS = ("bca", "percentile")
# Below 50 values a bootstrap interval of inequality is too short: see the Notes of `gini`.
_FEW = 50


@attrs.frozen(eq=False)
class Amounts:
    """Amounts of people, sorted; and the people without one."""

    values: FloatArray
    omitted: tuple[str | int, ...]

    @property
    def n(self) -> int:
        """How many people have an amount."""
        return len(self.values)


@attrs.frozen
class Resampling:
    """How an interval is to be made."""

    method: str
    confidence: float
    samples: int
    seed: int


def read_amounts(values: object, *, missing: str) -> Amounts:
    """Read one amount for each person.

    Raises
    ------
    InvalidValueError
        If they are no numbers with or without ids; all faults are listed together.
    """
    wave = read_values("values", values, missing)
    found = [amount for amount in wave.values.values() if amount is not None]
    omitted = [key for key, amount in wave.values.items() if amount is None]
    return Amounts(np.sort(np.array(found, dtype=np.float64)), tuple(omitted))


def read_resampling(*, method: str, confidence: object, samples: object, rng: object) -> Resampling:
    """Read the choices for an interval, and draw a seed where there is none.

    Raises
    ------
    InvalidValueError
        If one of them is out of its range.
    """
    one_of("interval_method", method, _METHODS)
    level = proportion("confidence", confidence)
    size = whole("samples", samples, least=100, most=10**7)
    return Resampling(method, level, size, drawn_seed(checked_rng(rng)))


def unusable(values: FloatArray) -> str | None:
    """Return the caveat on amounts of which no measure of inequality can be computed."""
    if len(values) == 0:
        return "inequality-no-values"
    if float(values.min()) < 0:
        return "inequality-negative"
    return "inequality-all-zero" if float(values.max()) == 0 else None


def resampled(
    values: FloatArray, kernel: Callable[[FloatArray], FloatArray], asked: Resampling
) -> Interval:
    """Return the bootstrap interval of a measure of sorted amounts that are from 0."""

    def statistic(rows: FloatArray, _sizes: tuple[int, ...]) -> FloatArray:
        return kernel(rows)

    return resampled_groups(values, (len(values),), statistic, asked)


def resampled_groups(
    values: FloatArray, sizes: tuple[int, ...], statistic: Statistic, asked: Resampling
) -> Interval:
    """Return the same of a statistic of groups, whose values stand side by side."""
    if len(values) < 2:
        return Interval(None, None, reason="one")

    def defined(rows: FloatArray, kept: tuple[int, ...]) -> FloatArray:
        # A sample may hold nothing but zeros; it has no inequality.
        sound = rows.max(axis=1) > 0
        found = np.full(len(rows), np.nan)
        found[sound] = statistic(rows[sound], kept)
        return found

    return bootstrap(
        values,
        sizes,
        defined,
        method=asked.method,
        confidence=asked.confidence,
        samples=asked.samples,
        seed=asked.seed,
    )


def of_amounts(code: str | None, fields: tuple[str, ...], amounts: Amounts) -> Iterator[Caveat]:
    """Yield why nothing can be computed, and who is missing."""
    if code is not None:
        yield Caveat(code, {"fields": list(fields)})
    if amounts.omitted:
        yield Caveat("values-omitted", {"omitted": len(amounts.omitted), "n": amounts.n})


_REASONS: Mapping[str, str] = {
    "one": "interval-one-value",
    "undefined": "interval-undefined",
    "degenerate": "interval-degenerate",
    "bias": "interval-bias",
}


def of_interval(found: Interval, asked: Resampling, n: int, *fields: str) -> Iterator[Caveat]:
    """Yield why there is no interval, or what makes it doubtful."""
    data: dict[str, Any] = {"undefined": found.undefined, "samples": asked.samples}
    if found.reason is not None:
        data = data if found.reason == "undefined" else {}
        yield Caveat(_REASONS[found.reason], {"fields": list(fields), **data})
        return
    if found.undefined:
        yield Caveat("interval-some-undefined", data)
    if n < _FEW:
        yield Caveat("interval-few-values", {"n": n})
