"""Sums and means of parts and of the whole, exact until the last step."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

import attrs

from .._arguments import exact
from ._memberships import Key, Kind, by_label

__all__ = ["Figures", "Part", "changes_reversed", "figures", "pairs_reversed", "part_of"]

# The values of people in one wave; whoever has none is not in it.
_Wave: TypeAlias = Mapping[Key, float]


@attrs.frozen
class Part:
    """Some people in both waves: how many have a value, and what these add up to."""

    n: int
    total: Fraction
    n_before: int = 0
    total_before: Fraction = Fraction(0)

    @property
    def mean(self) -> Fraction | None:
        """Of the values."""
        return self.total / self.n if self.n else None

    @property
    def mean_before(self) -> Fraction | None:
        """Of the values before."""
        return self.total_before / self.n_before if self.n_before else None

    @property
    def change(self) -> Fraction | None:
        """The mean less the mean before."""
        now, then = self.mean, self.mean_before
        return None if now is None or then is None else now - then


def part_of(people: Iterable[Key], values: _Wave, before: _Wave) -> Part:
    """Add up the values of some people."""
    keys = list(people)
    now = [exact(values[key]) for key in keys if key in values]
    then = [exact(before[key]) for key in keys if key in before]
    return Part(len(now), sum(now, Fraction(0)), len(then), sum(then, Fraction(0)))


@attrs.frozen
class Figures:
    """What is shown of a part: rounded once, or nothing at all."""

    n: int | None = None
    n_before: int | None = None
    total: float | None = None
    mean: float | None = None
    mean_before: float | None = None
    change: float | None = None


def figures(part: Part | None) -> Figures:
    """Round the figures of a part; of one that is hidden there are none."""
    if part is None:
        return Figures()
    return Figures(
        part.n,
        part.n_before,
        float(part.total),
        _rounded(part.mean),
        _rounded(part.mean_before),
        _rounded(part.change),
    )


def _rounded(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def changes_reversed(parts: Sequence[Part], whole: Part) -> bool | None:
    """Whether every part changed in one direction and the whole did not; None: can not be told."""
    changes = [part.change for part in parts]
    known = [_sign(change) for change in changes if change is not None]
    total = whole.change
    if len(known) < 2 or len(known) < len(changes) or total is None:
        return None
    return known[0] != 0 and len(set(known)) == 1 and _sign(total) != known[0]


def pairs_reversed(
    people: Mapping[Key, Sequence[Key]], strata: Kind, values: _Wave
) -> list[tuple[Key, Key]]:
    """List pairs of groups whose comparison is the other way round in every stratum.

    `people` are those of each group, in the order in which pairs are to stand.

    Only people of one known stratum count, in the comparison of all too; strata in which one of
    the two groups has nobody compare nothing.
    """
    sole = {key: labels[0] for key, labels in strata.items() if len(labels) == 1}
    means: dict[Key, dict[Key, Fraction]] = {}
    overall: dict[Key, Fraction] = {}
    for group, members in people.items():
        held = [key for key in members if key in sole and key in values]
        within = by_label({key: (sole[key],) for key in held})
        means[group] = {
            stratum: mean
            for stratum, inside in within.items()
            if (mean := part_of(inside, values, {}).mean) is not None
        }
        mean = part_of(held, values, {}).mean
        if mean is not None:
            overall[group] = mean
    return [
        (first, second)
        for place, first in enumerate(overall)
        for second in list(overall)[place + 1 :]
        if _turns(overall[first] - overall[second], means[first], means[second])
    ]


def _turns(
    difference: Fraction, first: Mapping[Key, Fraction], second: Mapping[Key, Fraction]
) -> bool:
    signs = {_sign(first[stratum] - second[stratum]) for stratum in first.keys() & second.keys()}
    return difference != 0 and signs == {-_sign(difference)}


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)
