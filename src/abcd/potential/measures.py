"""Criteria computed from a community: what a program could build on, and what it would take.

Each function takes an `Idea` or a `Plan` and the community, and answers with a `Cell`: the score,
or the limits that it lies in, or a gap, always with the reason and the ids that it stands on.
"""

import datetime
from decimal import Decimal

from ..cycle import Cycle, Plan
from ..cycle.progress import refuse_strangers
from ..errors import InvalidValueError
from ..fields import CODE_OR_NONE, instances
from ..model import Asset, Community
from ..vocabulary import Status
from ._leading import connectedness_in, ties_of
from ._programs import (
    Program,
    checked,
    is_own,
    named_by,
    needs_of,
    parts_of,
    people_among,
)
from .provenance import Cell

__all__ = [
    "Cell",
    "connectedness",
    "cost",
    "days",
    "goals",
    "mobilization",
    "own_assets",
    "reach",
    "readiness",
]

_CYCLE_OR_NONE = instances(Cycle).or_none()
_VERIFIED = frozenset({Status.VERIFIED, Status.MOBILIZED, Status.CREATED})
_MOBILIZED = frozenset({Status.MOBILIZED, Status.CREATED})


# --- what there is to build on -------------------------------------------------------------------


def own_assets(program: Program, community: Community) -> Cell:
    """Tell which share of what a program takes the community has itself.

    Parameters
    ----------
    program : Idea or Plan
        With what it joins and what it needs.
    community : Community
        Whose it would be.

    Returns
    -------
    Cell
        From 0 to 1. Within limits where nobody said who controls an asset.

    Raises
    ------
    InvalidValueError
        If the program names ids that the community does not have.

    Notes
    -----
    Counted once each are the parts that it joins or that meet a need, and one part for each need
    that nothing is known to meet. Own are people, associations, enterprises, households, and assets
    of primary control. An asset without stated control, an institution and an organization without
    a kind may be own or not: they make the limits. A gap (``"nothing-stated"``) where the program
    names no part and no need.

    Examples
    --------
    An (invented) bread oven joins a hall and a baker; bricks nobody has.

    >>> from abcd import Asset, Community, Idea, Need, Person
    >>> village = Community(
    ...     "rt3",
    ...     "RT 3",
    ...     people=[Person("p1", "Siti")],
    ...     assets=[Asset("hall", "Hall", control="primary"), Asset("land", "Land")],
    ... )
    >>> oven = Idea("oven", "Bake together", joins=["hall", "p1"], needs=[Need("bricks")])
    >>> own_assets(oven, village).of, round(own_assets(oven, village).low, 2)
    (('hall', 'p1'), 0.67)
    >>> path = Idea("path", "A path", joins=["land"])
    >>> own_assets(path, village)
    Cell(low=0.0, high=1.0, basis='within-limits')
    """
    checked(program, community)
    standing = [(id, is_own(community[id])) for id in parts_of(program)]
    total = len(standing) + sum(not need.met_by for need in needs_of(program))
    if not total:
        return Cell(basis="nothing-stated")
    own = tuple([id for id, is_own in standing if is_own])
    unknown = sum(is_own is None for _, is_own in standing)
    return _limits(len(own) / total, (len(own) + unknown) / total, own)


def readiness(program: Program, community: Community) -> Cell:
    """Tell which share of the assets that a program takes somebody has checked.

    Parameters, Returns and Raises as for `own_assets`.

    Notes
    -----
    Checked are the statuses verified, mobilized and created; an asset that is only identified has
    not been looked at. A gap (``"no-assets"``) where it names no asset.

    Examples
    --------
    >>> from abcd import Asset, Community, Idea
    >>> village = Community("rt3", "RT 3", assets=[Asset("hall", "Hall", status="verified")])
    >>> readiness(Idea("oven", "Bake together", joins=["hall"]), village).low
    1.0
    """
    return _share_of_assets(program, community, _VERIFIED)


def mobilization(program: Program, community: Community) -> Cell:
    """Tell which share of the assets that a program takes is in use already.

    Parameters, Returns and Raises as for `own_assets`.

    Notes
    -----
    In use are the statuses mobilized and created. A low share is room, not a fault: the program
    would be the first to use what is there. A gap (``"no-assets"``) where it names no asset.

    Examples
    --------
    >>> from abcd import Asset, Community, Idea
    >>> village = Community("rt3", "RT 3", assets=[Asset("hall", "Hall", status="verified")])
    >>> mobilization(Idea("oven", "Bake together", joins=["hall"]), village).low
    0.0
    """
    return _share_of_assets(program, community, _MOBILIZED)


def connectedness(
    program: Program, community: Community, *, on: datetime.date | str | None = None
) -> Cell:
    """Tell which share of the other people those who would lead a program are tied to.

    Parameters
    ----------
    program : Idea or Plan
        Those who would lead: who proposed an idea, the owner of a plan and the leaders of its
        steps; of an organization, its members.
    community : Community
        With its ties, of every kind.
    on : date or ISO text, optional
        The day on which ties and memberships must hold; None takes memberships without an end and
        all ties.

    Returns
    -------
    Cell
        From 0 to 1, with the ids of the leaders.

    Raises
    ------
    InvalidValueError
        As for `own_assets`, or if `on` is no date.

    Notes
    -----
    The number of people with a tie to at least one leader, over all people but the leaders. Gaps:
    ``"no-leaders"``; ``"members-unknown"`` where an organization that would lead has no member on
    record; ``"nobody-else"`` where the community lists nobody else; ``"ties-unknown"`` where no
    leader has a tie and not all of them were interviewed: then nobody knows.

    Examples
    --------
    >>> from abcd import Community, Idea, Person, Tie
    >>> people = [Person("p1", "Siti"), Person("p2", "Budi"), Person("p3", "Ayu")]
    >>> village = Community("rt3", "RT 3", people=people, ties=[Tie("p1", "p2")])
    >>> connectedness(Idea("oven", "Bake together", proposed_by=["p1"]), village).low
    0.5
    """
    day = checked(program, community, on)
    return connectedness_in(ties_of(community, day), program, community, day)


# --- what it could do ----------------------------------------------------------------------------


def reach(program: Program, community: Community, *, on: datetime.date | str | None = None) -> Cell:
    """Count the people of the community whom a program would bring together or invite.

    Parameters
    ----------
    program : Idea or Plan
        With the people and organizations that it joins, invites or is led by.
    community : Community
        With its memberships.
    on : date or ISO text, optional
        The day on which memberships must hold; None takes those without an end.

    Returns
    -------
    Cell
        A number of people, with their ids.

    Raises
    ------
    InvalidValueError
        As for `own_assets`, or if `on` is no date.

    Notes
    -----
    Everybody counts once. Of an organization without a member on record the number is not known:
    the limits then go up to the stated population, and without it there is a gap
    (``"members-unknown"``). A gap, too, where the program names nobody (``"nobody-named"``).

    Examples
    --------
    >>> from abcd import Community, Idea, Membership, Organization, Person
    >>> village = Community(
    ...     "rt3",
    ...     "RT 3",
    ...     people=[Person("p1", "Siti"), Person("p2", "Budi")],
    ...     organizations=[Organization("rki", "Creators"), Organization("pkk", "PKK")],
    ...     memberships=[Membership("p1", "rki"), Membership("p2", "rki")],
    ... )
    >>> reach(Idea("film", "Film the market", joins=["rki"]), village).low
    2.0
    >>> reach(Idea("film", "Film the market", joins=["rki"], invite=["pkk"]), village).basis
    'members-unknown'
    """
    day = checked(program, community, on)
    people, without_members = people_among(named_by(program), community, day)
    if without_members:
        if community.population is None or community.population < len(people):
            return Cell(basis="members-unknown", of=people)
        return _limits(float(len(people)), float(community.population), people)
    if not people:
        return Cell(basis="nobody-named")
    return Cell(low=float(len(people)), high=float(len(people)), basis="computed", of=people)


def goals(program: Program, community: Community, *, cycle: Cycle | None = None) -> Cell:
    """Tell which share of the goals of a cycle a plan serves.

    Parameters
    ----------
    program : Idea or Plan
        An idea names no goals.
    community : Community
        Whose it would be.
    cycle : Cycle, optional
        The cycle with the goals.

    Returns
    -------
    Cell
        From 0 to 1.

    Raises
    ------
    InvalidValueError
        As for `own_assets`, or if the cycle is of another community.

    Notes
    -----
    Gaps: ``"no-goals"`` where there is no cycle, or one without goals; ``"goals-not-named"`` where
    the program names none: that it serves none, nobody said.

    Examples
    --------
    >>> from abcd import FIVE_D, Community, Cycle, Goal, Plan
    >>> cycle = Cycle(FIVE_D, "rt3", goals=[Goal("income", "Income"), Goal("trust", "Trust")])
    >>> goals(Plan("market", "Market", goals=["trust"]), Community("rt3", "RT 3"), cycle=cycle).low
    0.5
    """
    checked(program, community)
    faults = [*_CYCLE_OR_NONE.faults("cycle", cycle)]
    if faults:
        raise InvalidValueError(*faults)
    if cycle is not None:
        refuse_strangers(cycle, community)
    known = () if cycle is None else tuple([goal.id for goal in cycle.goals])
    if not known:
        return Cell(basis="no-goals")
    served = set(program.goals) & set(known) if isinstance(program, Plan) else set()
    if not served:
        return Cell(basis="goals-not-named")
    share = len(served) / len(known)
    # Goals are no part of the community; there are no ids to stand on.
    return Cell(low=share, high=share, basis="computed")


# --- what it takes -------------------------------------------------------------------------------


def cost(program: Program, community: Community, *, currency: str | None = None) -> Cell:
    """Add up what the needs of a program cost.

    Parameters
    ----------
    program : Idea or Plan
        With its needs.
    community : Community
        Whose it would be.
    currency : str, optional
        The currency to count in; nothing is converted. None takes the one that the needs have.

    Returns
    -------
    Cell
        An amount of money.

    Raises
    ------
    InvalidValueError
        As for `own_assets`, or if `currency` is no text.

    Notes
    -----
    A need without a stated cost is not free: one of them makes a gap (``"cost-incomplete"``). Other
    gaps: ``"no-needs"``; ``"other-currency"`` where a need is in another currency, or the needs in
    several. The sum is exact before it becomes a float.

    Examples
    --------
    >>> from abcd import Community, Idea, Need
    >>> costs = {"bricks": "150000", "hall": 0}
    >>> needs = [Need(text, cost=amount, currency="IDR") for text, amount in costs.items()]
    >>> cost(Idea("oven", "Bake together", needs=needs), Community("rt3", "RT 3")).low
    150000.0
    """
    checked(program, community)
    wrong = list(CODE_OR_NONE.faults("currency", currency))
    if wrong:
        raise InvalidValueError(*wrong)
    needs = needs_of(program)
    if not needs:
        return Cell(basis="no-needs")
    if any(need.cost is None for need in needs):
        return Cell(basis="cost-incomplete")
    currencies = {need.currency for need in needs} | ({currency} if currency is not None else set())
    if len(currencies) > 1:
        return Cell(basis="other-currency")
    amount = float(sum([need.cost for need in needs if need.cost is not None], Decimal(0)))
    return Cell(low=amount, high=amount, basis="computed")


def days(program: Program, community: Community) -> Cell:
    """Count the days from the first to the last day of a plan, both included.

    Parameters, Returns and Raises as for `own_assets`; the score is a number of days.

    Notes
    -----
    Gaps: ``"no-steps"`` for an idea and for a plan without steps; ``"dates-incomplete"`` where a
    step has no date.

    Examples
    --------
    >>> from abcd import Community, Plan, PlanStep
    >>> steps = [PlanStep("a", "Dig", on="2024-01-31", until="2024-02-01")]
    >>> days(Plan("oven", "Oven", steps=steps), Community("rt3", "RT 3")).low
    2.0
    """
    checked(program, community)
    steps = program.steps if isinstance(program, Plan) else ()
    if not steps:
        return Cell(basis="no-steps")
    first = [step.on for step in steps if step.on is not None]
    last = [day for step in steps if (day := step.until or step.on) is not None]
    if len(first) < len(steps):
        return Cell(basis="dates-incomplete")
    length = float((max(last) - min(first)).days + 1)
    return Cell(low=length, high=length, basis="computed")


# --- shared ---


def _share_of_assets(program: Program, community: Community, statuses: frozenset[Status]) -> Cell:
    checked(program, community)
    assets = [entity for id in parts_of(program) if isinstance(entity := community[id], Asset)]
    if not assets:
        return Cell(basis="no-assets")
    counted = tuple([asset.id for asset in assets if asset.status in statuses])
    share = len(counted) / len(assets)
    return Cell(low=share, high=share, basis="computed", of=counted)


def _limits(low: float, high: float, of: tuple[str, ...]) -> Cell:
    return Cell(low=low, high=high, basis="computed" if low == high else "within-limits", of=of)
