"""Which phases stand on evidence, who took part, and in which order it really went."""

from collections.abc import Iterable, Mapping, Sequence

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, hidden, shown
from ..model import Community
from .activities import activities
from .cycles import Cycle
from .definitions import PhaseDefinition
from .entries import Entry, entries
from .progress_results import Activities, Progress
from .taking_part import taking_part
from .visits import Visit, stays, visits

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
        One row a phase in the order of the definition, with the activities and the people inside.
        The order of the entries in the diary does not matter.

    Raises
    ------
    InvalidValueError
        If the two do not belong together.

    Notes
    -----
    An activity is done where an entry with the status ``"done"`` names it, or names a research
    step (`RESEARCH_STEPS`) or another activity that serves it. It is evidenced where such an entry
    has evidence that is not invented. Otherwise it is planned, cancelled or, without any entry,
    only described. What is planned for a later round or day than the one that was called off is
    planned; other plans of a cancelled activity are cancelled.

    Entries whose days overlap are one visit of a phase, and so are entries with the same `round`.
    A phase is re-entered where a visit of another phase lies whole between two of its own visits:
    work that goes on side by side is no re-entry, and neither is a pause. Entries without date
    have no place in the order. What meets no activity of the definition is outside all phases:
    a step of a plan or a research step alone dates no phase.

    Different people are counted by id, as far as the community has them. Headcounts can not be
    added, since the same people come again: the largest one is a lower bound.

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
    diary = entries(cycle)
    done = [entry for entry in diary if entry.done]
    detail = activities(cycle, diary)
    phases = cycle.definition.phases
    spent = _spent(phases, done)
    begun = {id: of_phase[0].start for id, of_phase in spent.items() if of_phase}
    return Progress(
        phases=tuple([phase.id for phase in phases]),
        label=tuple([phase.labels.en for phase in phases]),
        activities=tuple([len(phase.activities) for phase in phases]),
        done=_count(phases, detail, "done"),
        evidenced=_count_evidenced(phases, detail),
        planned=_count(phases, detail, "planned"),
        cancelled=_count(phases, detail, "cancelled"),
        described=_count(phases, detail, "described"),
        rounds=tuple([_rounds(phase.id, done, spent[phase.id]) for phase in phases]),
        re_entries=tuple([max(len(spent[phase.id]) - 1, 0) for phase in phases]),
        first_on=tuple([begun.get(phase.id) for phase in phases]),
        last_on=tuple([max([stay.end for stay in spent[p.id]], default=None) for p in phases]),
        cycle=cycle.definition.id,
        community=community.id,
        # Sorting keeps phases that began on one day in the order of the definition.
        order=tuple(sorted(begun, key=lambda id: begun[id])),
        course=_course(spent),
        in_order=None if len(begun) < 2 else list(begun.values()) == sorted(begun.values()),
        detail=detail,
        taking_part=taking_part([entry.record for entry in done], community),
        caveats=tuple(_caveats(cycle, done, detail, len(begun))),
    )


def refuse_strangers(cycle: Cycle, community: Community) -> None:
    """Refuse a cycle and a community that do not belong together."""
    faults = [
        Fault(name, hidden(value), f"a {cls.__name__}", "value")
        for name, value, cls in (("cycle", cycle, Cycle), ("community", community, Community))
        if not isinstance(value, cls)
    ]
    if not faults and cycle.community != community.id:
        accepted = f"the community {shown(cycle.community)}, of which the cycle is"
        faults.append(Fault("community", shown(community.id), accepted, "stranger"))
    if faults:
        raise InvalidValueError(*faults)


def _spent(phases: Iterable[PhaseDefinition], done: Sequence[Entry]) -> dict[str, list[Visit]]:
    """Map each phase to its stays, from the first to the last."""
    visited = {phase.id: _visits(phase.id, done) for phase in phases}
    return {
        id: stays(
            own, [visit for other, spans in visited.items() if other != id for visit in spans]
        )
        for id, own in visited.items()
    }


def _visits(phase: str, done: Iterable[Entry]) -> list[Visit]:
    spans = []
    for entry in done:
        first, last = entry.first, entry.last
        if first is not None and last is not None and phase in entry.phases:
            spans.append((entry.record.round, first, last))
    return visits(spans)


def _course(spent: Mapping[str, Sequence[Visit]]) -> tuple[str, ...]:
    starts = [(stay.start, id) for id, of_phase in spent.items() for stay in of_phase]
    return tuple([id for _, id in sorted(starts, key=lambda pair: pair[0])])


def _count(phases: Iterable[PhaseDefinition], detail: Activities, wanted: str) -> tuple[int, ...]:
    status = dict(zip(detail.activities, detail.status, strict=True))
    return tuple([sum(status[id] == wanted for id in phase.full_ids) for phase in phases])


def _count_evidenced(phases: Iterable[PhaseDefinition], detail: Activities) -> tuple[int, ...]:
    evidenced = dict(zip(detail.activities, detail.evidenced, strict=True))
    return tuple([sum(evidenced[id] > 0 for id in phase.full_ids) for phase in phases])


def _rounds(phase: str, done: Iterable[Entry], of_phase: Sequence[Visit]) -> int:
    own = [entry.record for entry in done if phase in entry.phases]
    numbered = {record.round for record in own if record.round is not None}
    # One round at least where anything is done, be it without a date.
    return max(len(numbered), len(of_phase), 1) if own else 0


def _caveats(
    cycle: Cycle, done: Sequence[Entry], detail: Activities, phases_dated: int
) -> Iterable[Caveat]:
    total = len(cycle.definition.full_ids)
    described = sum(_count(cycle.definition.phases, detail, "described"))
    stated = sum(not entry.record.evidence for entry in done)
    invented = sum(bool(entry.record.evidence) and not entry.evidenced for entry in done)
    counted = (
        ("described-only", described, total),
        ("stated-only", stated, len(done)),
        ("invented-records", invented, len(done)),
        ("undated", sum(entry.first is None for entry in done), len(done)),
    )
    for code, count, of_all in counted:
        if count:
            yield Caveat(code, {"count": count, "total": of_all})
    if phases_dated < 2:
        yield Caveat("order-unknown", {"fields": ["in_order"]})
    outside = _outside(done, detail)
    if outside:
        yield Caveat("outside-phases", {"ids": outside})


def _outside(done: Iterable[Entry], detail: Activities) -> list[str]:
    """List what was done in no entry that meets an activity of a phase."""
    inside = {id for entry in done if entry.phases for id in entry.record.what}
    outside = {id for entry in done if not entry.phases for id in entry.record.what}
    return [id for id in detail.activities if id in outside - inside]
