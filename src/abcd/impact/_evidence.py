"""On what an indicator stands: nothing, stories, values, before and after, or a comparison."""

from collections.abc import Iterable, Mapping, Sequence

from ..cycle import Indicator, Measurement
from ..model import Community
from .difference_in_differences import difference_in_differences
from .difference_results import DifferenceInDifferences

__all__ = ["LEVELS", "best", "comparison_of", "evidence_of", "others", "stories_about"]

# From the weakest to the strongest.
LEVELS = ("none", "stories", "measured", "before and after", "compared")


def evidence_of(*, compared: bool, changed: bool, values: bool, stories: int) -> str:
    """Name the strongest evidence that there is."""
    reached = (compared, changed, values, stories > 0, True)
    return next(name for name, holds in zip(reversed(LEVELS), reached, strict=True) if holds)


def best(levels: Iterable[str]) -> str:
    """Return the strongest of some levels of evidence."""
    return max(levels, key=LEVELS.index, default=LEVELS[0])


def stories_about(indicator: Indicator, community: Community) -> int:
    """Count the stories whose domain is the indicator, by id or by name; no invented ones."""
    return sum(
        story.domain in (indicator.id, indicator.name)
        and not any(evidence.invented for evidence in story.evidence)
        for story in community.stories
    )


def others(indicator: Indicator, measurements: Iterable[Measurement]) -> frozenset[str]:
    """List the people of other groups than the one that an indicator is about.

    None where nobody is in that group: groups may then be anything. Whoever is in no named group,
    or in that one too, is no other.
    """
    groups: dict[str, set[str]] = {}
    for entry in measurements:
        if entry.indicator == indicator.id and entry.person is not None and entry.group is not None:
            groups.setdefault(entry.person, set()).add(entry.group)
    own = indicator.of_whom
    if not any(own in named for named in groups.values()):
        return frozenset()
    return frozenset([person for person, named in groups.items() if own not in named])


def comparison_of(
    old: Mapping[str, float], new: Mapping[str, float], apart: frozenset[str]
) -> DifferenceInDifferences | None:
    """Compare those of whom an indicator is with the others; None where that gives no interval."""
    waves = (old, new)
    own = [_only(wave, [id for id in wave if id not in apart]) for wave in waves]
    control = [_only(wave, [id for id in wave if id in apart]) for wave in waves]
    if not (own[0].keys() & own[1].keys() and control[0].keys() & control[1].keys()):
        return None
    found = difference_in_differences(
        treated_before=own[0],
        treated_after=own[1],
        control_before=control[0],
        control_after=control[1],
        design="panel",
        # An evaluation is computed again and again, and has to be the same.
        rng=0,
    )
    return None if found.interval_low is None else found


def _only(wave: Mapping[str, float], people: Sequence[str]) -> dict[str, float]:
    return {id: wave[id] for id in people}
