"""What can be done with own assets and no outside help."""

import datetime
from collections.abc import Iterable, Iterator
from typing import final

import attrs

from ..caveats import Caveat
from ..model import Community
from ..results import ROW, RowResult
from ._programs import Program, is_own, needs_of, parts_of
from .assessment import checked_programs
from .measures import cost, days, own_assets, reach
from .provenance import Cell

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
    cost, days, people : tuple of float, optional
        What it costs, how long it takes and how many people it brings together, see
        `abcd.potential.measures`; None where that is not known.
    n : int
        How many ideas.
    caveats : tuple of Caveat
        What is not known, and for how many.
    """

    ideas: tuple[str, ...] = attrs.field(metadata=ROW)
    within_reach: tuple[bool | None, ...] = attrs.field(metadata=ROW)
    own: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    outside: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    unclear: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    needs: tuple[int, ...] = attrs.field(metadata=ROW)
    unmet: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    cost: tuple[float | None, ...] = attrs.field(metadata=ROW)
    days: tuple[float | None, ...] = attrs.field(metadata=ROW)
    people: tuple[float | None, ...] = attrs.field(metadata=ROW)
    n: int
    caveats: tuple[Caveat, ...] = ()

    @property
    def ripe(self) -> tuple[str, ...]:
        """The ideas that are known to be within reach."""
        pairs = zip(self.ideas, self.within_reach, strict=True)
        return tuple([idea for idea, reachable in pairs if reachable])


def low_hanging_fruit(
    ideas: Iterable[Program], community: Community, *, on: datetime.date | str | None = None
) -> LowHangingFruit:
    """Tell which ideas a community can begin with what it has, and what the others still lack.

    The question of the method's priority scale: which dream can be reached with own assets and no
    outside help? It separates, it does not score: what to begin with among those within reach,
    people decide, with `assess` and `rank` where there are many.

    Parameters
    ----------
    ideas : list of Idea or Plan
        What could be done; each id once.
    community : Community
        Whose it would be.
    on : date or ISO text, optional
        The day on which memberships must hold; see `measures.reach`.

    Returns
    -------
    LowHangingFruit
        One row an idea, in the order given; `ripe` lists those within reach.

    Raises
    ------
    InvalidValueError
        If an idea is none, stands twice, or names ids that the community does not have.

    See Also
    --------
    assess : the same ideas by more criteria.

    Notes
    -----
    Within reach is an idea that states what it joins or needs, all of whose needs are met, and all
    of whose parts are own by the rules of `measures.own_assets`. It is out of reach as it stands
    where a need is unmet or an asset is controlled by outsiders. In between (nobody said who
    controls an asset; nothing is stated) the answer is None: ask.

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
    ...         Idea("film", "Film evenings", joins=["hall", "p1"]),
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
    Of 1 of 3 ideas nobody said whose the assets are, or what they take: ask before they are left \
out.
    """
    programs = checked_programs(ideas)
    # The measures check each idea against the community, so that ids lead somewhere below.
    own = [own_assets(program, community).of for program in programs]
    reached = [reach(program, community, on=on) for program in programs]
    unmet = [
        tuple([need.text for need in needs_of(program) if not need.met_by]) for program in programs
    ]
    outside = [_parts_that_are(False, program, community) for program in programs]
    unclear = [_parts_that_are(None, program, community) for program in programs]
    within = tuple(map(_within_reach, own, outside, unclear, unmet))
    return LowHangingFruit(
        ideas=tuple([program.id for program in programs]),
        within_reach=within,
        own=tuple(own),
        outside=tuple(outside),
        unclear=tuple(unclear),
        needs=tuple([len(needs_of(program)) for program in programs]),
        unmet=tuple(unmet),
        cost=tuple([_known(cost(program, community)) for program in programs]),
        days=tuple([_known(days(program, community)) for program in programs]),
        people=tuple(map(_known, reached)),
        n=len(programs),
        caveats=tuple(_caveats(within)),
    )


def _parts_that_are(owned: bool | None, program: Program, community: Community) -> tuple[str, ...]:
    return tuple([id for id in parts_of(program) if is_own(community[id]) is owned])


def _within_reach(
    own: tuple[str, ...], outside: tuple[str, ...], unclear: tuple[str, ...], unmet: tuple[str, ...]
) -> bool | None:
    if outside or unmet:
        return False
    return None if unclear or not own else True


def _known(cell: Cell) -> float | None:
    return cell.low if cell.low == cell.high else None


def _caveats(within: tuple[bool | None, ...]) -> Iterator[Caveat]:
    unknown = within.count(None)
    if unknown:
        yield Caveat("reach-unknown", {"count": unknown, "total": len(within)})
    if not any(within):
        yield Caveat("none-within-reach", {"total": len(within)})
