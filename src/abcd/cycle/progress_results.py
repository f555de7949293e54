"""What a cycle's progress consists of: phases, activities, people, stages."""

import datetime
from typing import final

import attrs

from ..caveats import Caveat
from ..results import ROW, Result, RowResult

__all__ = ["Activities", "Participations", "Progress", "Stages", "TakingPart"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Activities(RowResult):
    """One row an activity, research step or step of a plan.

    Attributes
    ----------
    activities : tuple of str
        Full ids: those of the definition, then research steps, then steps of plans.
    label : tuple of str
        In English; steps of plans in their own words.
    status : tuple of str
        ``"done"``, ``"planned"``, ``"cancelled"``, or ``"described"`` where nothing is recorded.
    entries : tuple of int
        How many entries say that it was done.
    evidenced : tuple of int
        How many of them have evidence that is not invented.
    methods : tuple of tuple of str
        The methods of all their evidence, sorted, ``"invented"`` among them.
    met_by : tuple of tuple of str
        Research steps and other activities that were done and serve it.
    first_on, last_on : tuple of date
        The first and the last day on which it was done; None where no entry is dated.
    """

    activities: tuple[str, ...] = attrs.field(metadata=ROW)
    label: tuple[str, ...] = attrs.field(metadata=ROW)
    status: tuple[str, ...] = attrs.field(metadata=ROW)
    entries: tuple[int, ...] = attrs.field(metadata=ROW)
    evidenced: tuple[int, ...] = attrs.field(metadata=ROW)
    methods: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    met_by: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    first_on: tuple[datetime.date | None, ...] = attrs.field(metadata=ROW)
    last_on: tuple[datetime.date | None, ...] = attrs.field(metadata=ROW)
    caveats: tuple[Caveat, ...] = ()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Stages(RowResult):
    """One row a stage of the program: who took part in planning, carrying out, evaluating.

    Attributes
    ----------
    stages : tuple of str
        The three stages, then ``"not stated"``.
    entries : tuple of int
        Entries that say that something was done.
    people : tuple of int
        Different people known by id.
    headcount : tuple of int
        The largest number at one entry; None where none is recorded.
    """

    stages: tuple[str, ...] = attrs.field(metadata=ROW)
    entries: tuple[int, ...] = attrs.field(metadata=ROW)
    people: tuple[int, ...] = attrs.field(metadata=ROW)
    headcount: tuple[int | None, ...] = attrs.field(metadata=ROW)
    caveats: tuple[Caveat, ...] = ()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Participations(RowResult):
    """One row a way of taking part: things done to residents, for, with, or by them.

    Attributes
    ----------
    participation : tuple of str
        ``"to"``, ``"for"``, ``"with"``, ``"by"``, then ``"not stated"``.
    entries : tuple of int
        Entries that say that something was done.
    people : tuple of int
        Different people known by id.
    headcount : tuple of int
        The largest number at one entry; None where none is recorded.
    """

    participation: tuple[str, ...] = attrs.field(metadata=ROW)
    entries: tuple[int, ...] = attrs.field(metadata=ROW)
    people: tuple[int, ...] = attrs.field(metadata=ROW)
    headcount: tuple[int | None, ...] = attrs.field(metadata=ROW)
    caveats: tuple[Caveat, ...] = ()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class TakingPart(Result):
    """Who took part: by id, by headcount and by group, each share with its denominator.

    Attributes
    ----------
    people : tuple of str
        Ids of those known one by one and listed in the community, in its order.
    known : int
        How many they are.
    headcount : int, optional
        The largest number at one entry, counted, summed over groups or named: at least so many
        took part.
    groups : tuple of str
        Groups of the attendance sheets, sorted.
    group_headcounts : tuple of int
        For each group, the largest number at one entry.
    people_listed : int
        People in the community object.
    share_of_listed : float, optional
        `known` over `people_listed`.
    population : int, optional
        As stated by a source.
    share_of_population : float, optional
        `known` over `population`; None where more people are listed than it has.
    by_stage : Stages
        The same by stage of the program.
    by_participation : Participations
        The same by who did it.
    caveats : tuple of Caveat
        What the numbers can not show.
    """

    people: tuple[str, ...]
    known: int
    headcount: int | None
    groups: tuple[str, ...]
    group_headcounts: tuple[int, ...]
    people_listed: int
    share_of_listed: float | None
    population: int | None
    share_of_population: float | None
    by_stage: Stages
    by_participation: Participations
    caveats: tuple[Caveat, ...] = ()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Progress(RowResult):
    """One row a phase: what is done, on what evidence, and what is only described.

    Attributes
    ----------
    phases : tuple of str
        In the order of the definition.
    label : tuple of str
        In English.
    activities : tuple of int
        How many activities the definition gives the phase.
    done, evidenced, planned, cancelled, described : tuple of int
        How many of them are recorded as done, are done with evidence that is not invented, are
        only planned, were called off, and have no entry at all. All but `evidenced` add to
        `activities`.
    rounds : tuple of int
        How often the phase was gone through, by the rounds that entries name or by re-entries,
        whichever is more; 0 where nothing is done.
    re_entries : tuple of int
        How often it was entered again after it had been left for another phase.
    first_on, last_on : tuple of date
        The first and the last day of work on it; None where no entry is dated.
    cycle, community : str
        Ids of the definition and the community.
    order : tuple of str
        The phases that have a dated entry, by the day they began.
    course : tuple of str
        The phases as they were entered, one after another; a re-entered one stands again.
    in_order : bool, optional
        Whether they began in the order of the definition; None where fewer than two are dated.
    detail : Activities
        The same, one row an activity.
    taking_part : TakingPart
        Who took part.
    caveats : tuple of Caveat
        What the diary can not show.
    """

    phases: tuple[str, ...] = attrs.field(metadata=ROW)
    label: tuple[str, ...] = attrs.field(metadata=ROW)
    activities: tuple[int, ...] = attrs.field(metadata=ROW)
    done: tuple[int, ...] = attrs.field(metadata=ROW)
    evidenced: tuple[int, ...] = attrs.field(metadata=ROW)
    planned: tuple[int, ...] = attrs.field(metadata=ROW)
    cancelled: tuple[int, ...] = attrs.field(metadata=ROW)
    described: tuple[int, ...] = attrs.field(metadata=ROW)
    rounds: tuple[int, ...] = attrs.field(metadata=ROW)
    re_entries: tuple[int, ...] = attrs.field(metadata=ROW)
    first_on: tuple[datetime.date | None, ...] = attrs.field(metadata=ROW)
    last_on: tuple[datetime.date | None, ...] = attrs.field(metadata=ROW)
    cycle: str
    community: str
    order: tuple[str, ...]
    course: tuple[str, ...]
    in_order: bool | None
    detail: Activities
    taking_part: TakingPart
    caveats: tuple[Caveat, ...] = ()
