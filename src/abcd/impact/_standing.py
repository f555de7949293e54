"""Where an indicator stands in one wave: the mean of people, or the value of a group."""

from collections.abc import Iterable, Sequence

import attrs

from .._arguments import exact
from ..cycle import Indicator, Measurement
from ._evidence import others
from ._findings import by_person, scores_of

__all__ = ["Standing", "exact_mean_of", "standing_of"]


@attrs.frozen(kw_only=True)
class Standing:
    """A value, on how many people it stands, where it comes from, or why there is none."""

    value: float | None = None
    n: int | None = None
    source: str | None = None
    reason: str | None = None
    people: dict[str, float] = attrs.field(factory=dict)


def standing_of(
    indicator: Indicator, measurements: Iterable[Measurement], wave: str | None
) -> Standing:
    """Find where an indicator stands: people first, as they can be counted.

    Of people the mean of their values, where some are in the group that the indicator is about
    without those of other groups; each is one value of the whole, or the mean of all facets.
    Without any, the one value of a group.
    """
    own = [entry for entry in measurements if entry.indicator == indicator.id]
    here = [entry for entry in own if entry.wave == wave]
    apart = others(indicator, own)
    personal = [entry for entry in here if entry.person is not None and entry.person not in apart]
    if personal:
        return _of_people(indicator, personal)
    return _of_groups([entry for entry in here if entry.facet is None])


def _of_people(indicator: Indicator, personal: Sequence[Measurement]) -> Standing:
    values = by_person(personal, personal[0].wave)
    if any(len(several) > 1 for facets in values.values() for several in facets.values()):
        return Standing(reason="measured-twice")
    people = scores_of(indicator, values)
    if not people:
        return Standing(reason="facets-missing")
    return Standing(
        value=exact_mean_of(people.values()), n=len(people), source="people", people=people
    )


def _of_groups(here: Sequence[Measurement]) -> Standing:
    if not here:
        return Standing()
    if len(here) > 1:
        return Standing(reason="several-group-values")
    return Standing(value=float(here[0].value), n=here[0].n, source="group")


def exact_mean_of(values: Iterable[float]) -> float:
    """Return the mean of some numbers, rounded once: no order changes it."""
    parts = [exact(value) for value in values]
    return float(sum(parts) / len(parts))
