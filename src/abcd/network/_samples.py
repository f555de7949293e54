"""Samples in units of work, and what they add up to."""

from typing import NamedTuple

import numpy as np

from ..results.arrays import FloatArray
from ._resampling import Plan, Sampled, bootstrapped, left_out_one, sampled

__all__ = [
    "NO_RANKS",
    "Table",
    "Tasks",
    "Whole",
    "of_whole",
    "ranks_of_nodes",
    "table_of",
    "worked",
]

# Samples that one unit of work draws. It never depends on the executor.
_BATCH = 20


class Tasks(NamedTuple):
    """What is to be done: samples of each share, then the bootstrap, then the jackknife."""

    plan: Plan
    shares: list[float]
    samples: int

    @property
    def _batches(self) -> int:
        return -(-self.samples // _BATCH)

    @property
    def _resampled(self) -> bool:
        return not self.plan.everybody.of_nodes and self.plan.arrays.node_count > 2

    @property
    def units(self) -> int:
        """How many units of work there are."""
        jackknife = -(-self.plan.arrays.node_count // _BATCH)
        more = self._batches + jackknife if self._resampled else 0
        return len(self.shares) * self._batches + more

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
        first = batch * _BATCH
        if place < len(self.shares):
            last = min(first + _BATCH, self.samples)
            positions = range(place * self.samples + first, place * self.samples + last)
            # Ranks are asked for at the first share only.
            return sampled(self.plan, self.shares[place], positions, with_ranks=place == 0)
        if place == len(self.shares):
            last = min(first + _BATCH, self.samples)
            before = place * self.samples
            return bootstrapped(self.plan, range(before + first, before + last))
        first = (unit - (len(self.shares) + 1) * self._batches) * _BATCH
        last = min(first + _BATCH, self.plan.arrays.node_count)
        return left_out_one(self.plan, range(first, last))


def worked(tasks: Tasks, unit: int) -> Sampled:
    return tasks.work(unit)


# --- what the samples add up to ------------------------------------------------------------------


NO_RANKS = (np.zeros(0), np.zeros(0), np.zeros(0))
_Tails = tuple[float, float]


def ranks_of_nodes(samples: Sampled, plan: Plan, tails: _Tails) -> tuple[FloatArray, ...]:
    low, high = [np.full(plan.arrays.node_count, np.nan) for _ in range(2)]
    for node in range(plan.arrays.node_count):
        met = samples.ranks[:, node]
        met = met[np.isfinite(met)]
        if len(met):
            low[node], high[node] = np.quantile(met, tails)
    return plan.everybody.ranks, low, high


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
    """Fields of `Stability` of the same names."""

    value: float | None = None
    bootstrap_error: float | None = None
    low: float | None = None
    high: float | None = None
    jackknife_error: float | None = None

    @property
    def undefined(self) -> tuple[str, ...]:
        """Name what is None."""
        pairs = zip(self._fields, self, strict=True)
        return tuple([name for name, value in pairs if value is None])


def of_whole(tasks: Tasks, answers: "list[Sampled]", confidence: float) -> Whole:
    everybody = tasks.plan.everybody
    if everybody.of_nodes or not np.isfinite(everybody.values[0]):
        return Whole()
    value = float(everybody.values[0])
    drawn, without = tasks.of_whole(answers)
    drawn, without = drawn[np.isfinite(drawn)], without[np.isfinite(without)]
    found = Whole(value)
    if len(drawn) > 1:
        from scipy.special import ndtri  # noqa: PLC0415  # only where it is needed

        error = float(np.std(drawn, ddof=1))
        reach = float(ndtri((1 + confidence) / 2)) * error
        found = Whole(value, error, value - reach, value + reach)
    n = tasks.plan.arrays.node_count
    if n > 2 and len(without) == n:
        squares = float(((without - without.mean()) ** 2).sum())
        found = found._replace(jackknife_error=float(np.sqrt((n - 2) / (2 * n) * squares)))
    return found
