"""Samples in units of work, and what they add up to."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from ..results.arrays import FloatArray
from ._extremes import Extremes
from ._resampling import Plan, Sampled, bootstrapped, left_out_one, sampled

__all__ = [
    "Table",
    "Tasks",
    "Whole",
    "of_whole",
    "table_of",
    "taken_in",
    "worked",
]

# Samples that one unit of work draws, and cells (samples x nodes) that its ranks may take: an
# executor holds the ranks of many units at once. Neither depends on the executor.
_BATCH = 20
_CELLS = 400_000


class Tasks(NamedTuple):
    """What is to be done: samples of each share, then the bootstrap, then the jackknife."""

    plan: Plan
    shares: list[float]
    samples: int

    @property
    def _batch(self) -> int:
        return max(1, min(_BATCH, _CELLS // max(self.plan.arrays.node_count, 1)))

    @property
    def _batches(self) -> int:
        return -(-self.samples // self._batch)

    @property
    def _resampled(self) -> bool:
        return not self.plan.everybody.of_nodes and self.plan.arrays.node_count > 2

    @property
    def units(self) -> int:
        """How many units of work there are."""
        jackknife = -(-self.plan.arrays.node_count // self._batch)
        more = self._batches + jackknife if self._resampled else 0
        return len(self.shares) * self._batches + more

    @property
    def ranked(self) -> int:
        """How many units, the first ones, give ranks of nodes."""
        return self._batches if self.plan.everybody.of_nodes else 0

    def by_share(self, answers: "list[Sampled]") -> "list[Sampled]":
        """Put together the samples of each share."""
        size = self._batches
        return [
            Sampled.joined(answers[place * size : (place + 1) * size])
            for place in range(len(self.shares))
        ]

    def of_whole(self, answers: "list[Sampled]") -> tuple[FloatArray, FloatArray]:
        """Give the values of the bootstrap, and those of the jackknife."""
        values = [answer.error for answer in answers[len(self.shares) * self._batches :]]
        if not self._resampled:
            return np.zeros(0), np.zeros(0)
        return np.concatenate(values[: self._batches]), np.concatenate(values[self._batches :])

    def work(self, unit: int) -> Sampled:
        """Do one unit."""
        place, batch = divmod(unit, self._batches)
        size = self._batch
        first = batch * size
        if place < len(self.shares):
            last = min(first + size, self.samples)
            positions = range(place * self.samples + first, place * self.samples + last)
            # Ranks are asked for at the first share only.
            with_ranks = place == 0 and self.plan.everybody.of_nodes
            return sampled(self.plan, self.shares[place], positions, with_ranks=with_ranks)
        if place == len(self.shares):
            last = min(first + size, self.samples)
            before = place * self.samples
            return bootstrapped(self.plan, range(before + first, before + last))
        first = (unit - (len(self.shares) + 1) * self._batches) * size
        last = min(first + size, self.plan.arrays.node_count)
        return left_out_one(self.plan, range(first, last))


def worked(tasks: Tasks, unit: int) -> Sampled:
    return tasks.work(unit)


# --- what the samples add up to ------------------------------------------------------------------


_Tails = tuple[float, float]


def taken_in(
    tasks: Tasks, answers: Iterable[Sampled], tail: float
) -> tuple[list[Sampled], FloatArray, FloatArray]:
    """Take in the answers of all units as they come; of the ranks only the intervals stay."""
    ranked = tasks.ranked
    outer = Extremes(tasks.plan.arrays.node_count if ranked else 0, tasks.samples, tail)
    kept = []
    for unit, answer in enumerate(answers):
        if unit < ranked:
            outer.add(answer.ranks)
        kept.append(answer._replace(ranks=np.zeros((0, 0))))
    return kept, *outer.ends()


class _Column(NamedTuple):
    """Over the samples of each share: the mean, and the ends of the interval."""

    mean: FloatArray
    low: FloatArray
    high: FloatArray


class Table(NamedTuple):
    """What samples say, by share."""

    correlation: _Column
    error: _Column
    overlap: _Column

    @property
    def undefined(self) -> tuple[str, ...]:
        """Name what is nan for some share."""
        return tuple(
            [
                field if part == "mean" else f"{field}_{part}"
                for field, column in zip(self._fields, self, strict=True)
                for part, values in zip(column._fields, column, strict=True)
                if np.isnan(values).any() and (field, part) not in _NOT_SHOWN
            ]
        )


_NOT_SHOWN = (("overlap", "low"), ("overlap", "high"))


def table_of(of_samples: "list[Sampled]", tails: _Tails) -> Table:
    return Table(
        _column([samples.correlation for samples in of_samples], tails),
        _column([samples.error for samples in of_samples], tails),
        _column([samples.overlap for samples in of_samples], tails),
    )


def _column(of_shares: list[FloatArray], tails: _Tails) -> _Column:
    rows = np.full((len(of_shares), 3), np.nan)
    for row, values in enumerate(of_shares):
        met = values[np.isfinite(values)]
        if len(met):
            rows[row] = met.mean(), *np.quantile(met, tails)
    return _Column(rows[:, 0], rows[:, 1], rows[:, 2])


class Whole(NamedTuple):
    """Fields of `Stability` of the same names, and which of them are None for want of spread."""

    value: float | None = None
    bootstrap_error: float | None = None
    low: float | None = None
    high: float | None = None
    jackknife_error: float | None = None
    alike: tuple[str, ...] = ()

    @property
    def undefined(self) -> tuple[str, ...]:
        """Name what is None for another reason."""
        pairs = zip(self._fields, self, strict=True)
        return tuple([name for name, value in pairs if value is None and name not in self.alike])


def of_whole(tasks: Tasks, answers: "list[Sampled]", confidence: float) -> Whole:
    everybody = tasks.plan.everybody
    if everybody.of_nodes or not np.isfinite(everybody.values[0]):
        return Whole()
    value = float(everybody.values[0])
    drawn, without = tasks.of_whole(answers)
    drawn, without = drawn[np.isfinite(drawn)], without[np.isfinite(without)]
    found = Whole(value)
    if len(drawn) > 1 and _alike(drawn):
        found = found._replace(alike=("bootstrap_error", "low", "high"))
    elif len(drawn) > 1:
        # Quantiles of values that the measure took: they never leave its range.
        ends = np.quantile(drawn, ((1 - confidence) / 2, (1 + confidence) / 2)).tolist()
        found = Whole(value, float(np.std(drawn, ddof=1)), *ends)
    n = tasks.plan.arrays.node_count
    if n < 3 or len(without) != n:
        return found
    if _alike(without):
        return found._replace(alike=(*found.alike, "jackknife_error"))
    squares = float(((without - without.mean()) ** 2).sum())
    return found._replace(jackknife_error=float(np.sqrt((n - 2) / (2 * n) * squares)))


def _alike(values: FloatArray) -> bool:
    """Tell whether values differ by rounding only: they say nothing of an error."""
    return bool(np.ptp(values) <= 1e-12 * np.abs(values).max())
