"""What a community has, by every question that the model knows, and what nobody asked."""

from typing import Any, final

import attrs

from .. import vocabulary
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError
from ..fields import instances
from ..model import Community
from ..results import Result
from ..vocabulary import AL_KAUTSARI_SEVEN, Crosswalk, Scheme, Status
from . import tables
from .gaps import NeverAsked, never_asked
from .tally import Tally

__all__ = ["Asking", "Summary", "summary"]

_COMMUNITY = instances(Community)
_SCHEME_OR_NONE = instances(Scheme).or_none()
_CROSSWALK_OR_NONE = instances(Crosswalk).or_none()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Asking(Result):
    """Who was asked, who answered, and who was never asked.

    Attributes
    ----------
    listed : int
        People in the community object: `answered`, `no_answer` and `not_asked` together.
    answered : int
        Those with a date in `interviewed_on`, whether or not one stands in `asked_on`.
    no_answer : int
        Those with a date in `asked_on` only.
    not_asked : int
        Those with neither.
    population : int, optional
        As stated by a source.
    share_of_population : float, optional
        `listed` over `population`, from 0 to 1; None where the population is not stated, is 0, or
        is smaller than `listed`, with a caveat that says which.
    caveats : tuple of Caveat
        What the counts can not show.
    """

    listed: int
    answered: int
    no_answer: int
    not_asked: int
    population: int | None
    share_of_population: float | None
    caveats: tuple[Caveat, ...] = ()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Summary(Result):
    """What a community has: counts and shares, each share with its denominator named.

    Attributes
    ----------
    community : str
        Its id.
    assets, people, organizations, places : int
        How many there are.
    by_primary_kind, by_kind : Tally
        Assets by the first kind that they name, and by every kind that they name.
    by_control, by_status, by_holder, by_place : Tally
        Assets by who controls them, how far they have come, who holds them, where they are.
    mobilized_share : float, optional
        Assets that are mobilized or newly created, over all assets (`assets`), from 0 to 1; None
        where there are no assets.
    gifts : Tally
        Capacities that people have or teach, by head, heart and hand.
    asking : Asking
        Who was asked.
    never_asked : NeverAsked
        Which questions about assets, people and their capacities were left open, and how often.
    scheme : str
        The id of the scheme by which the tables of kinds count.
    caveats : tuple of Caveat
        What the counts can not show; those of the tables are in the tables.
    """

    community: str
    assets: int
    people: int
    organizations: int
    places: int
    by_primary_kind: Tally
    by_kind: Tally
    by_control: Tally
    by_status: Tally
    by_holder: Tally
    by_place: Tally
    mobilized_share: float | None
    gifts: Tally
    asking: Asking
    never_asked: NeverAsked
    scheme: str
    caveats: tuple[Caveat, ...] = ()

    def columns(self) -> dict[str, list[Any]]:
        """Return all tables as one: table, value, label, count, share, denominator, total."""
        rows = [
            (table.question, value, text, count, share, table.denominator, table.total)
            for table in self._tables
            for value, text, count, share in zip(
                table.values, table.label, table.count, table.share, strict=True
            )
        ]
        names = ("table", "value", "label", "count", "share", "denominator", "total")
        return {name: [row[position] for row in rows] for position, name in enumerate(names)}

    @property
    def _tables(self) -> tuple[Tally, ...]:
        return (
            self.by_primary_kind,
            self.by_kind,
            self.by_control,
            self.by_status,
            self.by_holder,
            self.by_place,
            self.gifts,
        )


def summary(
    community: Community,
    *,
    scheme: Scheme | str | None = None,
    crosswalk: Crosswalk | None = None,
    level: str | None = None,
) -> Summary:
    """Say what a community has, and what nobody has asked yet.

    Parameters
    ----------
    community : Community
        What is counted.
    scheme : Scheme or str, optional
        The scheme of kinds to count by, or the id of a shipped one. By default the seven of
        Al-Kautsari. Without a crosswalk, a shipped scheme of other words is reached by the
        shipped crosswalk; in the seven, and in a scheme of your own, kinds count as the assets
        name them.
    crosswalk : Crosswalk, optional
        How kinds are read in another scheme, which is its target; needs no `scheme`.
    level : str, optional
        Count places at this level (``"neighborhood"``, ``"RT"``): an asset counts at the nearest
        place of this level at or above its own. By default at its own place.

    Returns
    -------
    Summary
        Tables and counts. Rows stand in the order of their vocabulary, also those with a count of
        0; what no vocabulary orders (places, kinds of the community's own) follows by falling
        count, then by code.

    Raises
    ------
    InvalidValueError
        If an argument is of another class, the scheme is unknown, the crosswalk leads to another
        scheme, or no place has the level.

    Notes
    -----
    Each share is a count over the `total` of its table, which `denominator` names; items for which
    nobody said (`not_stated`) are in the denominator. Without items a share is None, never 0, and
    a caveat names the field. Where one item may be in several rows (`by_kind`, or a kind that a
    crosswalk leads to several), shares can add to more than 1, and a caveat says so.

    Kinds are an open vocabulary. Where they count as the assets name them, a kind that the scheme
    lacks, such as ``"digital"``, is a row of its own. Where a crosswalk leads elsewhere, it is
    lost: the caveat ``kinds-lost`` lists it, and assets left in no row are `without_row`. In the
    same way ``outside-level`` counts assets whose place lies in no place of the level.

    A gift counts where the person has it or teaches it; a wish to learn is no gift, and "not
    asked" is no "no". Counts carry no names, but small counts can still point to a person: before
    publishing, see `abcd.privacy`.

    See Also
    --------
    abcd.inventory.skills : The skills one by one.

    Examples
    --------
    A small invented community:

    >>> from abcd.model import Asset, Capacity, Person
    >>> community = Community(
    ...     "rt3",
    ...     "RT 3",
    ...     people=[Person("p1", "Siti", capacities=[Capacity("sewing", gift="hand", has=True)])],
    ...     assets=[
    ...         Asset("hall", "Hall", kinds=["physical"], control="primary"),
    ...         Asset("song", "Harvest song", kinds=["cultural", "social"]),
    ...     ],
    ... )
    >>> result = summary(community)
    >>> result.by_primary_kind["physical"]["count"]
    1
    >>> result.by_control.not_stated
    1
    >>> print(result.asking.share_of_population, result.asking.caveats[-1].code)
    None population-not-stated
    """
    target, walk = _reading(community, scheme, crosswalk)
    total = len(community.assets)
    used = [asset.status in (Status.MOBILIZED, Status.CREATED) for asset in community.assets]
    return Summary(
        community=community.id,
        assets=total,
        people=len(community.people),
        organizations=len(community.organizations),
        places=len(community.places),
        by_primary_kind=tables.by_primary_kind(community, target, walk),
        by_kind=tables.by_kind(community, target, walk),
        by_control=tables.by_control(community),
        by_status=tables.by_status(community),
        by_holder=tables.by_holder(community),
        by_place=tables.by_place(community, level),
        mobilized_share=sum(used) / total if total else None,
        gifts=tables.gifts(community),
        asking=_asking(community),
        never_asked=never_asked(community),
        scheme=target.id,
        caveats=tuple(_caveats(total, sum(used))),
    )


def _reading(
    community: object, scheme: Scheme | str | None, crosswalk: Crosswalk | None
) -> tuple[Scheme, Crosswalk | None]:
    """Return the scheme to count by, and how kinds are read in it; None where as they are named."""
    known = vocabulary.scheme(scheme) if isinstance(scheme, str) else scheme
    faults = [
        *_COMMUNITY.faults("community", community),
        *_SCHEME_OR_NONE.faults("scheme", known),
        *_CROSSWALK_OR_NONE.faults("crosswalk", crosswalk),
    ]
    if faults:
        raise InvalidValueError(*faults)
    if crosswalk is not None:
        if known is not None and crosswalk.target != known:
            found = f"one that leads to {crosswalk.target.id!r}"
            accepted = f"a Crosswalk that leads to {known.id!r}"
            raise InvalidValueError(Fault("crosswalk", found, accepted, "value"))
        return crosswalk.target, crosswalk
    if known is None or known == AL_KAUTSARI_SEVEN:
        return AL_KAUTSARI_SEVEN, None
    shipped = known.id in vocabulary.schemes() and known == vocabulary.scheme(known.id)
    return known, vocabulary.crosswalk(AL_KAUTSARI_SEVEN.id, known.id) if shipped else None


def _caveats(total: int, used: int) -> list[Caveat]:
    if total == 0:
        fields = ["mobilized_share"]
        return [Caveat("no-denominator", {"denominator": "assets", "fields": fields})]
    return [] if used else [Caveat("nothing-mobilized", {"total": total})]


def _asking(community: Community) -> Asking:
    listed = len(community.people)
    answered = sum(1 for person in community.people if person.interviewed_on is not None)
    asked = sum(
        1
        for person in community.people
        if person.asked_on is not None or person.interviewed_on is not None
    )
    population = community.population
    caveats = []
    if listed > asked:
        caveats.append(Caveat("not-asked", {"count": listed - asked, "total": listed}))
    if asked > answered:
        caveats.append(Caveat("no-answer", {"count": asked - answered, "total": listed}))
    share = None
    fields = ["share_of_population"]
    if population is None:
        caveats.append(Caveat("population-not-stated", {"listed": listed, "fields": fields}))
    elif listed > population:
        data = {"listed": listed, "population": population, "fields": fields}
        caveats.append(Caveat("population-below-listed", data))
    elif population == 0:
        caveats.append(Caveat("no-denominator", {"denominator": "inhabitants", "fields": fields}))
    else:
        share = listed / population
    return Asking(
        listed=listed,
        answered=answered,
        no_answer=asked - answered,
        not_asked=listed - asked,
        population=population,
        share_of_population=share,
        caveats=tuple(caveats),
    )
