"""What the measurements of one indicator say, and which of them can not be used."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from .._arguments import exact
from ..cycle import Indicator, Measurement
from ..cycle.indicators import on_scale
from ..errors import Fault, InvalidValueError
from ..model import Community, Organization, Person
from ._evidence import comparison_of, others
from .difference_results import DifferenceInDifferences
from .paired import paired_change
from .paired_results import PairedChange

__all__ = ["Finding", "by_person", "finding_of", "scores_of"]

_BEFORE, _AFTER = "before", "after"
_WAVES = (_BEFORE, _AFTER)

# The values of each person in one wave by facet; None is the facet of a value of the whole.
_Values: TypeAlias = dict[str, dict[str | None, list[float]]]


@attrs.frozen(kw_only=True)
class Finding:
    """What is known of one indicator.

    `reasons` say why there is no change, and what else of the measurements was not used.
    """

    reasons: tuple[str, ...]
    people: int | None
    incomplete: tuple[str, ...]
    change: PairedChange | None
    comparison: DifferenceInDifferences | None = None
    # Values of people whom the community has, and of groups; how many of them are made up.
    values: int = 0
    invented: int = 0
    refused: tuple[Fault, ...] = ()

    @property
    def has_real_values(self) -> bool:
        """Whether there are values that nobody made up."""
        return self.values > self.invented


@attrs.frozen(kw_only=True)
class _Material:
    """The measurements of one indicator, sorted by what can be done with them."""

    indicator: Indicator
    strangers: bool
    known: Sequence[Measurement]
    before: _Values
    after: _Values
    old: Mapping[str, float]
    new: Mapping[str, float]
    # Who is in another group than the one that the indicator is about.
    apart: frozenset[str]

    @property
    def incomplete(self) -> tuple[str, ...]:
        """Who has values in a wave, and lacks some of the facets there."""
        lacking = [
            person
            for values, scores in ((self.before, self.old), (self.after, self.new))
            for person in values
            if person not in scores
        ]
        return tuple(dict.fromkeys(lacking))


def finding_of(
    indicator: Indicator, measurements: Iterable[Measurement], community: Community
) -> Finding:
    """Judge which values of an indicator can be compared, and compare them."""
    everybody = _sorted(indicator, measurements, community)
    material = _without(everybody)
    invented = sum(map(_is_invented, material.known))
    people, uncounted = _people(indicator, community, len({*material.old, *material.new}))
    reasons = list(_obstacles(material))
    change: PairedChange | None = None
    comparison: DifferenceInDifferences | None = None
    refused: tuple[Fault, ...] = ()
    if not reasons and material.old.keys() & material.new.keys():
        change, refused = _compared(material)
    if change is not None and material.apart:
        comparison = _against(everybody)
    if refused:
        reasons.append("scores-refused")
    if change is None:
        reasons += _gaps(material)
    if invented:
        reasons.append("invented-values")
    return Finding(
        reasons=(*reasons, *_unused(material), *uncounted),
        people=people,
        incomplete=material.incomplete,
        change=change,
        comparison=comparison,
        values=len(material.known),
        invented=invented,
        refused=refused,
    )


def _sorted(
    indicator: Indicator, measurements: Iterable[Measurement], community: Community
) -> _Material:
    own = [entry for entry in measurements if entry.indicator == indicator.id]
    known = [entry for entry in own if entry.person is None or _is_person(entry.person, community)]
    before, after = by_person(known, _BEFORE), by_person(known, _AFTER)
    return _Material(
        indicator=indicator,
        strangers=len(known) < len(own),
        known=known,
        before=before,
        after=after,
        old=scores_of(indicator, before),
        new=scores_of(indicator, after),
        apart=others(indicator, known),
    )


def _without(everybody: _Material) -> _Material:
    """Leave out the people of other groups: the indicator is not about them."""
    apart = everybody.apart
    if not apart:
        return everybody
    return attrs.evolve(
        everybody,
        before={id: facets for id, facets in everybody.before.items() if id not in apart},
        after={id: facets for id, facets in everybody.after.items() if id not in apart},
        old={id: value for id, value in everybody.old.items() if id not in apart},
        new={id: value for id, value in everybody.new.items() if id not in apart},
    )


def _is_invented(entry: Measurement) -> bool:
    return any(evidence.invented for evidence in entry.evidence)


def _is_person(id: str, community: Community) -> bool:
    return id in community and isinstance(community[id], Person)


def by_person(known: Iterable[Measurement], wave: str | None) -> _Values:
    """Sort the values of people in one wave by person and facet."""
    values: _Values = {}
    for entry in known:
        if entry.wave == wave and entry.person is not None:
            values.setdefault(entry.person, {}).setdefault(entry.facet, []).append(entry.value)
    return values


def scores_of(indicator: Indicator, values: _Values) -> dict[str, float]:
    """Return one value of each person who has the whole, or every facet of it."""
    scores = {}
    for person, facets in values.items():
        if None in facets:
            scores[person] = facets[None][0]
        elif indicator.facets and facets.keys() >= set(indicator.facets):
            # Rounded once: a mean of values on the scale never leaves it.
            parts = [exact(facets[facet][0]) for facet in indicator.facets]
            scores[person] = float(sum(parts) / len(parts))
    return scores


def _obstacles(material: _Material) -> Iterator[str]:
    """Yield why values that are there must not be compared."""
    people = [*material.before.values(), *material.after.values()]
    values = [value for facets in people for several in facets.values() for value in several]
    low, high = material.indicator.minimum, material.indicator.maximum
    if not all(on_scale(value, low, high) for value in values):
        # `abcd.cycle.consistency` names each such value with its path.
        yield "off-scale"
    if any(len(several) > 1 for facets in people for several in facets.values()):
        yield "measured-twice"
    if len({None in facets for facets in people}) > 1:
        yield "mixed-forms"


def _compared(material: _Material) -> tuple[PairedChange | None, tuple[Fault, ...]]:
    low, high = material.indicator.minimum, material.indicator.maximum
    # With a maximum alone `paired_change` would take 0 as the lower end, which nobody stated.
    high = None if low is None else high
    try:
        return paired_change(material.old, material.new, minimum=low, maximum=high), ()
    except InvalidValueError as error:
        return None, error.faults


def _against(everybody: _Material) -> DifferenceInDifferences | None:
    if any(_obstacles(everybody)):
        return None
    try:
        return comparison_of(everybody.old, everybody.new, everybody.apart)
    except InvalidValueError:
        return None  # values of the others that can not be computed with


def _gaps(material: _Material) -> Iterator[str]:
    """Yield what is missing for a comparison."""
    waves = {entry.wave for entry in material.known}
    # What stands in no wave, or in another one, may well be from before, or from after.
    if waves <= {*_WAVES}:
        if _BEFORE not in waves:
            yield "no-baseline"
        if _AFTER not in waves:
            yield "no-follow-up"
    if material.old and material.new and not material.old.keys() & material.new.keys():
        yield "nobody-measured-twice"


def _unused(material: _Material) -> Iterator[str]:
    """Yield which values were left out, whether or not others could be compared."""
    waves = {entry.wave for entry in material.known}
    facets = {entry.facet for entry in material.known}
    if None in waves:
        yield "no-wave"
    if waves - {None, *_WAVES}:
        yield "other-waves"
    if material.incomplete:
        yield "facets-missing"
    if facets - {None, *material.indicator.facets}:
        yield "unknown-facet"
    if any(entry.person is None for entry in material.known):
        personal = material.before or material.after
        yield "group-values-unused" if personal else "group-values-only"
    if material.strangers:
        yield "unknown-people"


def _people(
    indicator: Indicator, community: Community, measured: int
) -> tuple[int | None, tuple[str, ...]]:
    """Return how many people an indicator is about, and why that is not known."""
    whom = indicator.of_whom
    if whom is not None and whom in community:
        if not isinstance(community[whom], Organization):
            return None, ("whom-not-people",)
        members = [entry for entry in community.memberships if entry.organization == whom]
        count = len({entry.person for entry in members if entry.until is None})
    elif whom == community.id:
        count = len(community.people)
    else:
        return (measured if measured > 0 else None), ()
    # A list that holds nobody may be a list that nobody has written yet.
    return (count, ()) if count > 0 else (None, ("nobody-listed",))
