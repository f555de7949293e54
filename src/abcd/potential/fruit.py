"""What can be done with own assets and no outside help, by whom, and in which order."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, final

import attrs

from ..caveats import Caveat
from ..cycle import Idea, Need
from ..inventory.skills import folded
from ..model import Community, Person
from ..results import ROW, RowResult
from ._programs import Program, currencies_of, is_own, leaders_of, needs_of, parts_of
from ._ripe import order_of
from .assessment import assess, checked_programs
from .measures import own_assets

__all__ = ["LowHangingFruit", "low_hanging_fruit"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class LowHangingFruit(RowResult):
    """What `low_hanging_fruit` answers: one row an idea, in the order given.

    Attributes
    ----------
    ideas : tuple of str
        Ids of the ideas and plans.
    within_reach : tuple of bool, optional
        Whether everything that the idea takes is the community's own; None where that is not known.
    ranks : tuple of float, optional
        The order of those within reach, 1 the first; None for the others.
    leaders : tuple of tuple of str
        Ids of those who would lead: by whom it can be done.
    invite : tuple of tuple of str
        Ids of those whom to invite: as the idea says, and the partners of a plan's steps.
    gifts : tuple of tuple of str
        Skills that the people whom the idea joins are known to have.
    own : tuple of tuple of str
        Ids of the parts that are the community's own.
    outside : tuple of tuple of str
        Ids of the assets that outsiders control.
    unclear : tuple of tuple of str
        Ids of the parts of which nobody said whose they are.
    needs : tuple of int
        How many needs the idea states.
    unmet : tuple of tuple of str
        The words of the needs that nothing is known to meet.
    skills : tuple of tuple of str
        The skills that the needs name, as they name them.
    skilled : tuple of tuple of tuple of str
        For each of these skills the ids of the people who are known to have it.
    cost, days, people : tuple of float, optional
        What it costs, how long it takes and how many people it brings together, see
        `abcd.potential.measures`; None where that is not known.
    currency : str, optional
        The currency of all costs; None where the needs name none, or several.
    criteria : tuple of str
        By what the order was made: the criteria of `assess` that are known for all within reach.
    survives : bool, optional
        Whether the first idea stays first when the weight of each criterion moves by a fifth; None
        where that can not be told.
    n : int
        How many ideas.
    caveats : tuple of Caveat
        What is not known, and for how many.
    """

    ideas: tuple[str, ...] = attrs.field(metadata=ROW)
    within_reach: tuple[bool | None, ...] = attrs.field(metadata=ROW)
    ranks: tuple[float | None, ...] = attrs.field(metadata=ROW)
    leaders: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    invite: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    gifts: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    own: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    outside: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    unclear: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    needs: tuple[int, ...] = attrs.field(metadata=ROW)
    unmet: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    skills: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    skilled: tuple[tuple[tuple[str, ...], ...], ...] = attrs.field(metadata=ROW)
    cost: tuple[float | None, ...] = attrs.field(metadata=ROW)
    days: tuple[float | None, ...] = attrs.field(metadata=ROW)
    people: tuple[float | None, ...] = attrs.field(metadata=ROW)
    currency: str | None
    criteria: tuple[str, ...]
    survives: bool | None
    n: int
    caveats: tuple[Caveat, ...] = ()

    @property
    def ripe(self) -> tuple[str, ...]:
        """The ideas that are known to be within reach."""
        pairs = zip(self.ideas, self.within_reach, strict=True)
        return tuple([idea for idea, reachable in pairs if reachable])


def low_hanging_fruit(
    ideas: Iterable[Program],
    community: Community,
    *,
    on: datetime.date | str | None = None,
    currency: str | None = None,
) -> LowHangingFruit:
    """Tell which ideas a community can begin with what it has, and what the others still lack.

    The question of the method's priority scale: which dream can be reached with own assets and no
    outside help? First yes or no, with whom to ask; then an order among those within reach, which
    people may take or leave: what counts how much, nobody was asked.

    Parameters
    ----------
    ideas : list of Idea or Plan
        What could be done; each id once.
    community : Community
        Whose it would be.
    on : date or ISO text, optional
        The day on which ties and memberships must hold; see `measures.reach`.
    currency : str, optional
        The currency of costs, see `assess`. None takes the one that all needs have; where they have
        several no cost is shown.

    Returns
    -------
    LowHangingFruit
        One row an idea, in the order given; `ripe` lists those within reach.

    Raises
    ------
    InvalidValueError
        If an idea is none, stands twice, or names ids that the community does not have; if
        `currency` is no text.

    See Also
    --------
    assess : the same ideas by more criteria.

    Notes
    -----
    Within reach is an idea that states its needs, all of which are met, and all of whose parts are
    own by the rules of `measures.own_assets`. It is out of reach as it stands where a need is unmet
    or an asset is controlled by outsiders. In between (nobody said whose a part is; no need is
    stated) the answer is None: ask. What takes nothing but what it joins says so with a need that
    this meets.

    A person has a skill who said so (`Capacity.has`); case and blanks do not matter. That somebody
    has the skill does not meet a need: nobody asked that person yet.

    The order is that of `rank` (weighted sum, equal weights) over the criteria of `assess` that are
    known for all ideas within reach, tried with `sensitivity` at a tolerance of 0.2. With fewer
    than two ideas within reach, or no such criterion, there is none.

    References
    ----------
    Dureau, C. (2013). Pembaru dan Kekuatan Lokal untuk Pembangunan. ACCESS Phase II, Australian
    Community Development and Civil Society Strengthening Scheme (priority scale, "low hanging
    fruit").

    Examples
    --------
    Three (invented) ideas of one neighborhood:

    >>> from abcd import Asset, Community, Idea, Need, Person
    >>> village = Community(
    ...     "rt3",
    ...     "RT 3",
    ...     people=[Person("p1", "Siti")],
    ...     assets=[
    ...         Asset("hall", "Hall", control="primary"),
    ...         Asset("bus", "Company bus", control="secondary"),
    ...         Asset("land", "Land"),
    ...     ],
    ... )
    >>> found = low_hanging_fruit(
    ...     [
    ...         Idea(
    ...             "film", "Film evenings", joins=["p1"], needs=[Need("room", met_by=["hall"])]
    ...         ),
    ...         Idea("trip", "A trip", joins=["p1", "bus"], needs=[Need("fuel")]),
    ...         Idea("garden", "A garden", joins=["land"]),
    ...     ],
    ...     village,
    ... )
    >>> found.ripe, found.within_reach
    (('film',), (True, False, None))
    >>> found["trip"]["outside"], found["trip"]["unmet"], found["garden"]["unclear"]
    (('bus',), ('fuel',), ('land',))
    >>> print(found.caveats[0])
    Of 1 of 3 ideas nobody said whose all the parts are: ask before they are left out.

    Of two that are within reach, the one that brings more people together comes first, led by Siti:

    >>> room = Need("room", met_by=["hall"])
    >>> siti, budi = Person("p1", "Siti"), Person("p2", "Budi")
    >>> more = Community("rt3", "RT 3", people=[siti, budi], assets=[village["hall"]])
    >>> alone = Idea("read", "Reading", joins=["p2"], needs=[room])
    >>> both = Idea("sing", "Sing", joins=["p1"], invite=["p2"], proposed_by=["p1"], needs=[room])
    >>> found = low_hanging_fruit([alone, both], more)
    >>> found.ranks, found.survives, found["sing"]["leaders"], found["sing"]["invite"]
    ((2.0, 1.0), True, ('p1',), ('p2',))
    """
    programs = checked_programs(ideas)
    assessed = assess(programs, community, on=on, currency=currency)
    own = [own_assets(program, community).of for program in programs]
    unmet = [[need for need in needs_of(program) if not need.met_by] for program in programs]
    outside = [_parts_that_are(False, program, community) for program in programs]
    unclear = [_parts_that_are(None, program, community) for program in programs]
    within = [
        _within_reach(not_own, asked, lacking, stated=bool(needs_of(program)))
        for program, not_own, asked, lacking in zip(programs, outside, unclear, unmet, strict=True)
    ]
    ripe = order_of(assessed.table, [place for place, answer in enumerate(within) if answer])
    who = _who_has(community)
    skills = [_skills(needs_of(program)) for program in programs]
    columns = assessed.columns()
    currencies = currencies_of(programs, currency)
    found = LowHangingFruit(
        ideas=tuple([program.id for program in programs]),
        within_reach=tuple(within),
        ranks=tuple([ripe.ranks.get(place) for place in range(len(programs))]),
        leaders=tuple(map(leaders_of, programs)),
        invite=tuple(map(_invited, programs)),
        gifts=tuple([_gifts(program, community) for program in programs]),
        own=tuple(own),
        outside=tuple(outside),
        unclear=tuple(unclear),
        needs=tuple([len(needs_of(program)) for program in programs]),
        unmet=tuple([tuple([need.text for need in needs]) for needs in unmet]),
        skills=tuple(skills),
        skilled=tuple([tuple([who.get(folded(one), ()) for one in named]) for named in skills]),
        cost=_known(columns, "cost"),
        days=_known(columns, "days"),
        people=_known(columns, "reach"),
        currency=next(iter(currencies)) if len(currencies) == 1 else None,
        criteria=ripe.criteria,
        survives=ripe.survives,
        n=len(programs),
    )
    at_hand = sum([bool(_having(need, who)) for needs in unmet for need in needs])
    mixed = currencies if len(currencies) > 1 else set()
    caveats = (*_caveats(found, at_hand, mixed), *ripe.caveats)
    return attrs.evolve(found, caveats=caveats)


def _parts_that_are(owned: bool | None, program: Program, community: Community) -> tuple[str, ...]:
    return tuple([id for id in parts_of(program) if is_own(community[id]) is owned])


def _within_reach(
    outside: tuple[str, ...], unclear: tuple[str, ...], unmet: list[Need], *, stated: bool
) -> bool | None:
    if outside or unmet:
        return False
    return None if unclear or not stated else True


def _known(columns: dict[str, list[Any]], name: str) -> tuple[float | None, ...]:
    """Return what is one number; limits are none."""
    ends = zip(columns[f"{name}_low"], columns[f"{name}_high"], strict=True)
    return tuple([low if low == high else None for low, high in ends])


# --- by whom, and with whom ----------------------------------------------------------------------


def _invited(program: Program) -> tuple[str, ...]:
    if isinstance(program, Idea):
        return program.invite
    return tuple(dict.fromkeys([id for step in program.steps for id in step.partners]))


def _gifts(program: Program, community: Community) -> tuple[str, ...]:
    people = [entity for id in parts_of(program) if isinstance(entity := community[id], Person)]
    gifts = [gift.skill for person in people for gift in person.capacities if gift.has]
    return tuple({folded(skill): skill for skill in reversed(gifts)}.values())[::-1]


def _skills(needs: Sequence[Need]) -> tuple[str, ...]:
    named = [need.skill for need in needs if need.skill is not None]
    return tuple(dict.fromkeys(named))


def _who_has(community: Community) -> dict[str, tuple[str, ...]]:
    """List who said to have a skill, by the skill without what carries no meaning."""
    found: dict[str, dict[str, None]] = {}
    for person in community.people:
        for capacity in person.capacities:
            if capacity.has:
                found.setdefault(folded(capacity.skill), {})[person.id] = None
    return {skill: tuple(people) for skill, people in found.items()}


def _having(need: Need, who: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return () if need.skill is None else who.get(folded(need.skill), ())


def _caveats(found: LowHangingFruit, at_hand: int, currencies: set[str | None]) -> Iterator[Caveat]:
    total = found.n
    rows = list(zip(found.within_reach, found.unclear, found.needs, strict=True))
    unknown = sum([reach is None and bool(unclear) for reach, unclear, _ in rows])
    if unknown:
        yield Caveat("reach-unknown", {"count": unknown, "total": total})
    silent = sum([reach is None and not needs for reach, _, needs in rows])
    if silent:
        yield Caveat("needs-not-stated", {"count": silent, "total": total})
    if not any(found.within_reach):
        yield Caveat("none-within-reach", {"total": total, "fields": ("survives",)})
    if at_hand:
        yield Caveat("skills-at-hand", {"count": at_hand})
    if currencies:
        names = sorted(["-" if name is None else name for name in currencies])
        yield Caveat("currencies-mixed", {"currencies": tuple(names), "fields": ("cost",)})
