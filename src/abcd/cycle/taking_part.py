"""Who took part: by id, by headcount, by group, by stage, by who did it."""

from collections.abc import Iterable, Sequence

from ..caveats import Caveat
from ..model import Community
from .progress_results import Participations, Stages, TakingPart
from .records import Participation, Record, Stage

__all__ = ["taking_part"]

_NOT_STATED = "not stated"


def taking_part(done: Sequence[Record], community: Community) -> TakingPart:
    """Count who took part in what was done, each share with its denominator."""
    listed = {person.id for person in community.people}
    named = {id for record in done for id in record.participants}
    known = tuple([person.id for person in community.people if person.id in named])
    groups = sorted({group for record in done for group in record.groups})
    headcount = _largest(done)
    of_listed, of_population, caveats = _shares(len(known), community)
    return TakingPart(
        people=known,
        known=len(known),
        headcount=headcount,
        groups=tuple(groups),
        group_headcounts=tuple(
            [max([record.groups.get(group, 0) for record in done]) for group in groups]
        ),
        people_listed=len(listed),
        share_of_listed=of_listed,
        population=community.population,
        share_of_population=of_population,
        by_stage=_by_stage(done, listed),
        by_participation=_by_participation(done, listed),
        caveats=(
            *_caveats_of_headcount(headcount, len(known)),
            *caveats,
            *_caveats_of_strangers(len(named - listed)),
        ),
    )


def _largest(records: Iterable[Record]) -> int | None:
    return max([record.attended for record in records if record.attended is not None], default=None)


def _shares(
    known: int, community: Community
) -> tuple[float | None, float | None, Sequence[Caveat]]:
    listed, population = len(community.people), community.population
    if known == 0:
        fields = ["share_of_listed", "share_of_population"]
        return None, None, [Caveat("nobody-known", {"fields": fields})]
    of_listed, fields = known / listed, ["share_of_population"]
    if population is None:
        data = {"listed": listed, "fields": fields}
        return of_listed, None, [Caveat("population-not-stated", data)]
    if population < listed:
        data = {"listed": listed, "population": population, "fields": fields}
        return of_listed, None, [Caveat("population-below-listed", data)]
    return of_listed, known / population, []


def _caveats_of_headcount(headcount: int | None, known: int) -> Iterable[Caveat]:
    if headcount is None:
        yield Caveat("nobody-recorded", {"fields": ["headcount"]})
    elif headcount > known:
        yield Caveat("headcount-only", {"headcount": headcount, "known": known})


def _caveats_of_strangers(count: int) -> Iterable[Caveat]:
    if count:
        yield Caveat("unknown-participants", {"count": count})


def _by_stage(done: Sequence[Record], listed: set[str]) -> Stages:
    stages: tuple[Stage | None, ...] = (*Stage, None)
    rows = [[record for record in done if record.stage is stage] for stage in stages]
    return Stages(
        stages=tuple([_NOT_STATED if stage is None else stage.value for stage in stages]),
        entries=tuple([len(row) for row in rows]),
        people=tuple([_people(row, listed) for row in rows]),
        headcount=tuple([_largest(row) for row in rows]),
    )


def _by_participation(done: Sequence[Record], listed: set[str]) -> Participations:
    ways: tuple[Participation | None, ...] = (*Participation, None)
    rows = [[record for record in done if record.participation is way] for way in ways]
    return Participations(
        participation=tuple([_NOT_STATED if way is None else way.value for way in ways]),
        entries=tuple([len(row) for row in rows]),
        people=tuple([_people(row, listed) for row in rows]),
        headcount=tuple([_largest(row) for row in rows]),
    )


def _people(records: Iterable[Record], listed: set[str]) -> int:
    return len({id for record in records for id in record.participants} & listed)
