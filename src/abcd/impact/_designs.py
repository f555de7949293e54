"""Plans of a study: what number of people, clusters or groups does to the precision of a mean."""

import math
from collections.abc import Iterator
from typing import Literal, TypeAlias

import attrs

from .._arguments import plain, proportion, whole
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..fields import one_of
from ._caveats import not_estimable

__all__ = [
    "TAILS",
    "Comparison",
    "Inference",
    "Plan",
    "of_plan",
    "read_alpha",
    "read_levels",
    "read_plan",
    "untested",
]

Comparison: TypeAlias = Literal["paired", "groups"]
Inference: TypeAlias = Literal["process", "population"]

TAILS = {"two-sided": 2, "one-sided": 1}
# Levels nearer to 0 or 1 are no levels of a study, and floats can not tell them apart for ever.
_LEAST_ALPHA = 1e-9
# With fewer clusters the degrees of freedom, not the people, decide what can be shown.
_FEW_CLUSTERS = 20


@attrs.frozen
class Plan:
    """How many people will be measured, and how they hang together.

    `n` people before and after, or in the first of two groups; `n_control` in the second.
    """

    design: str
    n: int
    n_control: int | None = None
    cluster_size: int = 1
    icc: float | None = None
    population: int | None = None
    inference: str = "process"

    @property
    def design_effect(self) -> float:
        """By how much clusters multiply the variance of a mean."""
        return 1 + (self.cluster_size - 1) * (self.icc or 0.0)

    @property
    def clusters(self) -> int:
        """How many clusters there are, in both groups together."""
        return (self.n + (self.n_control or 0)) // self.cluster_size

    @property
    def degrees_of_freedom(self) -> int:
        """Of the t test of the means of clusters; below 1 there is no test."""
        return self.clusters - (1 if self.design == "paired" else 2)

    @property
    def testable(self) -> bool:
        """Whether there is a spread to test against."""
        return self.degrees_of_freedom > 0 and self.n > 0 and self.n_control != 0

    @property
    def census(self) -> bool:
        """Whether everybody of whom something is to be said is measured."""
        return self.inference == "population" and self.n == self.population

    @property
    def scale(self) -> float:
        """What an effect of 1 SD is in standard errors: its noncentrality."""
        n = float(self.n)
        if self.n_control is not None:
            n = self.n * self.n_control / (self.n + self.n_control)
        if self.inference == "population" and self.population is not None:
            n /= 1 - self.n / self.population
        return math.sqrt(n / self.design_effect)

    @property
    def method(self) -> str:
        """The test that is planned for, by name."""
        name = "paired t test" if self.design == "paired" else "two-sample t test"
        clusters = " of the means of clusters" if self.cluster_size > 1 else ""
        finite = ", finite population correction" if self.inference == "population" else ""
        return f"{name}{clusters}, noncentral t{finite}"


def read_plan(
    *,
    design: str,
    n: object,
    control: object,
    cluster_size: object,
    icc: object,
    population: object,
    inference: str,
) -> Plan:
    """Read a plan; nothing is guessed that a formula needs.

    Raises
    ------
    InvalidValueError
        If an argument is out of its range, or does not fit the others.
    """
    one_of("design", design, ("paired", "groups"))
    one_of("inference", inference, ("process", "population"))
    people = whole("n", n, least=0)
    size = whole("cluster_size", cluster_size, least=1, most=10**9)
    others = None
    if design == "groups":
        others = people if control is None else whole("control", control, least=0)
    elif control is not None:
        accepted = 'None: only design="groups" has a second group'
        raise InvalidValueError(Fault("control", shown(control), accepted, "value"))
    _check_clusters(people, others, size)
    plan = Plan(design, people, others, size, _icc(icc, size), None, inference)
    return attrs.evolve(plan, population=_population(population, plan))


def _check_clusters(n: int, control: int | None, size: int) -> None:
    faults = [
        Fault(name, shown(people), f"a multiple of cluster_size={size}", "value")
        for name, people in (("n", n), ("control", control))
        if people is not None and people % size
    ]
    if faults:
        raise InvalidValueError(*faults)


def _icc(icc: object, size: int) -> float | None:
    accepted = "the correlation of two people of one cluster, from 0 to 1"
    if icc is None:
        if size > 1:
            raise InvalidValueError(Fault("icc", "None", accepted, "missing"))
        return None
    found = plain(icc)
    if type(found) not in (int, float) or not 0 <= found <= 1:  # type: ignore[operator]  # a number
        raise InvalidValueError(Fault("icc", shown(found), accepted, "value"))
    return float(found)  # type: ignore[arg-type]  # a number


def _population(population: object, plan: Plan) -> int | None:
    everybody = plan.n + (plan.n_control or 0)
    size = None if population is None else whole("population", population, least=everybody)
    if plan.inference == "process":
        return size
    if plan.design != "paired" or plan.cluster_size > 1:
        accepted = '"process": a finite population is taken into account for single pairs only'
        raise InvalidValueError(Fault("inference", "'population'", accepted, "value"))
    if size is None:
        accepted = 'how many people there are, for inference="population"'
        raise InvalidValueError(Fault("population", "None", accepted, "missing"))
    return size


def read_levels(alpha: object, power: object) -> tuple[float, float]:
    """Read the level of a test, and the chance with which it is to find an effect.

    Raises
    ------
    InvalidValueError
        If they are no levels of a study, or the power is not above the level.
    """
    level = read_alpha(alpha)
    chance = proportion("power", power)
    # Without any change a test already rejects with the chance alpha.
    if not level + _LEAST_ALPHA <= chance <= 1 - _LEAST_ALPHA:
        accepted = f"a number above alpha={level:g} and below 1, by {_LEAST_ALPHA:g} at least"
        raise InvalidValueError(Fault("power", shown(chance), accepted, "value"))
    return level, chance


def read_alpha(alpha: object) -> float:
    """Read the level of a test.

    Raises
    ------
    InvalidValueError
        If it is no level of a study.
    """
    level = proportion("alpha", alpha)
    if not _LEAST_ALPHA <= level < 0.5:
        accepted = f"a number from {_LEAST_ALPHA:g} and below 0.5"
        raise InvalidValueError(Fault("alpha", shown(level), accepted, "value"))
    return level


def untested(result: object, plan: Plan, *fields: str) -> Iterator[Caveat]:
    """Yield why a plan has no test, with those of the fields that are None."""
    if plan.census:
        yield from not_estimable("census", result, *fields, n=plan.n)
    elif plan.cluster_size > 1:
        yield from not_estimable("effect-needs-clusters", result, *fields, clusters=plan.clusters)
    elif plan.design == "paired":
        yield from not_estimable("effect-needs-two-pairs", result, *fields)
    else:
        yield from not_estimable("effect-needs-three-people", result, *fields)


def of_plan(plan: Plan) -> Iterator[Caveat]:
    """Yield in which unit an effect is, and what clusters take away."""
    paired = plan.design == "paired"
    yield Caveat("effect-in-sds-of-differences" if paired else "effect-in-sds-within-groups")
    if plan.cluster_size > 1 and 0 < plan.clusters < _FEW_CLUSTERS:
        yield Caveat("few-clusters-planned", {"clusters": plan.clusters})
