"""Which phases stand on evidence, who took part, and in which order it really went."""

import datetime
from collections.abc import Iterable, Sequence

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, hidden, shown
from ..model import Community
from .cycles import Cycle
from .progress_results import Activities, Progress, Stages, TakingPart
from .records import Record, RecordStatus, Stage
from .shipped import RESEARCH_STEPS
from .visits import Visit, re_entries, visits

__all__ = ["progress", "refuse_strangers"]


def progress(cycle: Cycle, community: Community) -> Progress:
    """Tell how far a cycle has come, and on what evidence one may say so.

    Parameters
    ----------
    cycle : Cycle
        The diary.
    community : Community
        The community that it is about; shares need its people and its stated population.

    Returns
    -------
    Progress
        One row a phase, with the activities and the people inside.

    Raises
    ------
    InvalidValueError
        If the two do not belong together.

    Notes
    -----
    An activity is done where an entry with the status ``"done"`` names it, or names a research
    step that meets it (`RESEARCH_STEPS`). It is evidenced where such an entry has evidence that is
    not invented. Otherwise it is planned, cancelled or, without any entry, only described.

    A phase is re-entered where a visit of another phase lies whole between two of its own visits.
    Entries whose days overlap are one visit, and so are entries with the same `round`: work that
    goes on side by side is no re-entry. Entries without date have no place in the order.

    Different people are counted by id. Headcounts can not be added, since the same people come
    again: the largest one is a lower bound.

    Examples
    --------
    >>> from abcd.cycle import FIVE_D
    >>> from abcd.model import Evidence
    >>> community = Community("prupuk-selatan", "Prupuk Selatan")
    >>> cycle = Cycle(FIVE_D, community="prupuk-selatan").record(
    ...     "research.map-assets", evidence=[Evidence("the report", method="document")]
    ... )
    >>> result = progress(cycle, community)
    >>> row = result["discovery"]
    >>> row["done"], row["evidenced"], row["described"], result.in_order
    (1, 1, 4, None)
    >>> print(result.caveats[0])
    Described and not recorded: 27 of 28 activities. Nothing shows that they took place.
    """
    refuse_strangers(cycle, community)
    done = [record for record in cycle.records if record.status is RecordStatus.DONE]
    detail = _detail(cycle)
    visited = {phase.id: _visits(phase.id, done) for phase in cycle.definition.phases}
    begun = {id: spans[0].start for id, spans in visited.items() if spans}
    order = sorted(begun, key=lambda id: begun[id])
    starts = list(begun.values())
    status = dict(zip(detail.activities, detail.status, strict=True))
    evidenced = dict(zip(detail.activities, detail.evidenced, strict=True))
    phases = cycle.definition.phases
    again = [
        re_entries(
            visited[phase.id],
            [visit for id, spans in visited.items() if id != phase.id for visit in spans],
        )
        for phase in phases
    ]

    def count(wanted: str) -> tuple[int, ...]:
        return tuple([sum(status[id] == wanted for id in phase.full_ids) for phase in phases])

    return Progress(
        phases=tuple([phase.id for phase in phases]),
        label=tuple([phase.labels.en for phase in phases]),
        activities=tuple([len(phase.activities) for phase in phases]),
        done=count("done"),
        evidenced=tuple([sum(evidenced[id] > 0 for id in phase.full_ids) for phase in phases]),
        planned=count("planned"),
        cancelled=count("cancelled"),
        described=count("described"),
        rounds=tuple(
            [_rounds(phase.id, done, times) for phase, times in zip(phases, again, strict=True)]
        ),
        re_entries=tuple(again),
        first_on=tuple([begun.get(phase.id) for phase in phases]),
        last_on=tuple(
            [max([visit.end for visit in visited[phase.id]], default=None) for phase in phases]
        ),
        cycle=cycle.definition.id,
        community=community.id,
        order=tuple(order),
        in_order=None if len(order) < 2 else starts == sorted(starts),
        detail=detail,
        taking_part=_taking_part(done, community),
        caveats=tuple(_caveats(cycle, done, detail, len(order))),
    )


def refuse_strangers(cycle: Cycle, community: Community) -> None:
    """Refuse a cycle and a community that do not belong together."""
    for name, value, cls in (("cycle", cycle, Cycle), ("community", community, Community)):
        if not isinstance(value, cls):
            raise InvalidValueError(Fault(name, hidden(value), f"a {cls.__name__}", "value"))
    if cycle.community != community.id:
        accepted = f"the community {shown(cycle.community)}, of which the cycle is"
        raise InvalidValueError(Fault("community", shown(community.id), accepted, "stranger"))


def _met(record: Record) -> dict[str, str | None]:
    """Map each activity that an entry meets to the research step through which it does."""
    steps = {f"{RESEARCH_STEPS.id}.{step.id}": step for step in RESEARCH_STEPS.activities}
    met: dict[str, str | None] = dict.fromkeys(record.what)
    for full_id in record.what:
        for served in steps[full_id].serves if full_id in steps else ():
            met.setdefault(served, full_id)
    return met


def _detail(cycle: Cycle) -> Activities:
    labels = {
        f"{phase.id}.{activity.id}": activity.labels.en
        for phase in (*cycle.definition.phases, RESEARCH_STEPS)
        for activity in phase.activities
    }
    labels |= {f"{plan.id}.{step.id}": step.text for plan in cycle.plans for step in plan.steps}
    met: dict[str, list[tuple[Record, str | None]]] = {id: [] for id in labels}
    for record in cycle.records:
        for full_id, through in _met(record).items():
            # A definition may lack the activity that a research step meets.
            if full_id in met:
                met[full_id].append((record, through))
    done = {
        id: [record for record, _ in pairs if record.status is RecordStatus.DONE]
        for id, pairs in met.items()
    }
    days = {
        id: [day for record in records for day in (record.on, record.until) if day is not None]
        for id, records in done.items()
    }
    return Activities(
        activities=tuple(labels),
        label=tuple(labels.values()),
        status=tuple([_status([record for record, _ in met[id]]) for id in labels]),
        entries=tuple([len(done[id]) for id in labels]),
        evidenced=tuple([sum(_is_evidenced(record) for record in done[id]) for id in labels]),
        methods=tuple([_methods(done[id]) for id in labels]),
        met_by=tuple(
            [tuple(dict.fromkeys(step for _, step in met[id] if step is not None)) for id in labels]
        ),
        first_on=tuple([min(days[id], default=None) for id in labels]),
        last_on=tuple([max(days[id], default=None) for id in labels]),
    )


def _status(records: Sequence[Record]) -> str:
    found = {record.status for record in records}
    for status in (RecordStatus.DONE, RecordStatus.PLANNED, RecordStatus.CANCELLED):
        if status in found:
            return status.value
    return "described"


def _is_evidenced(record: Record) -> bool:
    return any(not evidence.invented for evidence in record.evidence)


def _methods(records: Iterable[Record]) -> tuple[str, ...]:
    methods = {evidence.method for record in records for evidence in record.evidence}
    return tuple(sorted(["not stated" if method is None else method for method in methods]))


def _visits(phase: str, done: Iterable[Record]) -> list[Visit]:
    spans = []
    for record in done:
        start = record.on or record.until
        end = record.until or record.on
        if start is not None and end is not None and phase in _phases(record):
            spans.append((record.round, start, end))
    return visits(spans)


def _last_day(spans: Iterable[Visit]) -> datetime.date | None:
    return max([visit.end for visit in spans], default=None)


def _phases(record: Record) -> set[str]:
    return {full_id.partition(".")[0] for full_id in _met(record)}


def _rounds(phase: str, done: Iterable[Record], re_entries: int) -> int:
    own = [record for record in done if phase in _phases(record)]
    named = {record.round for record in own if record.round is not None}
    return max(len(named), 1 + re_entries) if own else 0


def _largest(records: Iterable[Record]) -> int | None:
    return max([record.attended for record in records if record.attended is not None], default=None)


def _taking_part(done: Sequence[Record], community: Community) -> TakingPart:
    listed = {person.id for person in community.people}
    named = {id for record in done for id in record.participants}
    known = tuple([person.id for person in community.people if person.id in named])
    groups = sorted({group for record in done for group in record.groups})
    headcount = _largest(done)
    shares, caveats = _shares(len(known), len(listed), community.population)
    if headcount is None:
        caveats = [Caveat("nobody-recorded", {"fields": ["headcount"]}), *caveats]
    elif headcount > len(known):
        caveats = [
            Caveat("headcount-only", {"headcount": headcount, "known": len(known)}),
            *caveats,
        ]
    if named - listed:
        caveats.append(Caveat("unknown-participants", {"count": len(named - listed)}))
    return TakingPart(
        people=known,
        known=len(known),
        headcount=headcount,
        groups=tuple(groups),
        group_headcounts=tuple(
            [max(record.groups.get(group, 0) for record in done) for group in groups]
        ),
        people_listed=len(listed),
        share_of_listed=shares[0],
        population=community.population,
        share_of_population=shares[1],
        by_stage=_by_stage(done, listed),
        caveats=tuple(caveats),
    )


def _shares(
    known: int, listed: int, population: int | None
) -> tuple[list[float | None], list[Caveat]]:
    shares: list[float | None] = []
    caveats = []
    for denominator, total, field in (
        ("people listed", listed, "share_of_listed"),
        ("inhabitants", population, "share_of_population"),
    ):
        share = None
        data = {"denominator": denominator, "fields": [field]}
        if known == 0:
            caveats.append(Caveat("nobody-known", data))
        elif not total:
            caveats.append(Caveat("no-one-to-share", data))
        else:
            share = known / total
        shares.append(share)
    return shares, caveats


def _by_stage(done: Sequence[Record], listed: set[str]) -> Stages:
    stages: tuple[Stage | None, ...] = (*Stage, None)
    records = [[record for record in done if record.stage is stage] for stage in stages]
    return Stages(
        stages=tuple(["not stated" if stage is None else stage.value for stage in stages]),
        entries=tuple([len(group) for group in records]),
        people=tuple(
            [
                len({id for record in group for id in record.participants} & listed)
                for group in records
            ]
        ),
        headcount=tuple([_largest(group) for group in records]),
    )


def _caveats(
    cycle: Cycle, done: Sequence[Record], detail: Activities, phases_dated: int
) -> Iterable[Caveat]:
    own = set(cycle.definition.full_ids)
    status = dict(zip(detail.activities, detail.status, strict=True))
    described = sum(status[id] == "described" for id in own)
    counted = (
        ("described-only", described, len(own)),
        ("stated-only", sum(not record.evidence for record in done), len(done)),
        (
            "invented-records",
            sum(bool(record.evidence) and not _is_evidenced(record) for record in done),
            len(done),
        ),
        ("undated", sum(record.on is None and record.until is None for record in done), len(done)),
    )
    for code, count, total in counted:
        if count:
            yield Caveat(code, {"count": count, "total": total})
    if phases_dated < 2:
        yield Caveat("order-unknown", {"fields": ["in_order"]})
    outside = [
        full_id
        for full_id in (
            *RESEARCH_STEPS.full_ids,
            *(id for plan in cycle.plans for id in plan.full_ids),
        )
        if status[full_id] == "done" and not _serves(full_id, own)
    ]
    if outside:
        yield Caveat("outside-phases", {"ids": outside})


def _serves(full_id: str, own: set[str]) -> bool:
    serving = {f"{RESEARCH_STEPS.id}.{step.id}": step.serves for step in RESEARCH_STEPS.activities}
    return any(served in own for served in serving.get(full_id, ()))
