"""Stories of change: who told them, of what, and who chose them as significant."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import final

import attrs

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, hidden
from ..fields import CODE, to_text
from ..model import Community, Story
from ..results import COUNTED, ROW, Result, RowResult
from ._memberships import in_order, read_groups

__all__ = ["Stories", "StoryGroups", "StorySelections", "stories"]

_ORGANIZATIONS = "organizations"


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class StoryGroups(RowResult):
    """Stories by a domain of change, or by a group of those who told them.

    Attributes
    ----------
    names : tuple of str or int
        The domains or groups, in order; None last: not said.
    stories : tuple of int
        How many were told; invented ones do not count.
    tellers : tuple of int
        By how many people.
    selected : tuple of int
        How many of the stories somebody chose.
    selections : tuple of int
        How many selections chose them.
    highest_round : tuple of int
        How often the story that came furthest was chosen.
    invented : tuple of int
        How many invented stories there are beside.
    caveats : tuple of Caveat
        None of its own.
    """

    names: tuple[str | int | None, ...] = attrs.field(metadata=ROW)
    stories: tuple[int, ...] = attrs.field(metadata=ROW)
    tellers: tuple[int, ...] = attrs.field(metadata=ROW)
    selected: tuple[int, ...] = attrs.field(metadata=ROW)
    selections: tuple[int, ...] = attrs.field(metadata=ROW)
    highest_round: tuple[int, ...] = attrs.field(metadata=ROW)
    invented: tuple[int, ...] = attrs.field(metadata=ROW)
    caveats: tuple[Caveat, ...] = ()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class StorySelections(RowResult):
    """Every selection of a story that is not invented, in the order of the stories.

    Attributes
    ----------
    story : tuple of int
        Position of the story in `Community.stories`.
    round : tuple of int
        1 for the first selection of a story, 2 for the next, which chose among those chosen.
    by : tuple of str
        Who chose, in the words of the story; displays leave it out.
    on : tuple of date
        When; None where nobody said.
    domain, teller : tuple of str
        Of the story; the teller by id.
    has_reason : tuple of bool
        Whether a reason was given. It stands in the story: `Community.stories[story].selections`.
    caveats : tuple of Caveat
        None of its own.
    """

    story: tuple[int, ...] = attrs.field(metadata=ROW)
    round: tuple[int, ...] = attrs.field(metadata=ROW)
    by: tuple[str, ...] = attrs.field(metadata={**ROW, **COUNTED})
    on: tuple[datetime.date | None, ...] = attrs.field(metadata=ROW)
    domain: tuple[str | None, ...] = attrs.field(metadata=ROW)
    teller: tuple[str | None, ...] = attrs.field(metadata=ROW)
    has_reason: tuple[bool, ...] = attrs.field(metadata=ROW)
    caveats: tuple[Caveat, ...] = ()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Stories(Result):
    """What `stories` answers: counts, and never a score.

    Attributes
    ----------
    n : int
        How many stories were told; invented ones do not count.
    tellers, without_teller : int
        By how many people; and how many stories of which nobody said who told them.
    selected : int
        How many of them somebody chose.
    rounds : int
        How many times the story that came furthest was chosen.
    invented : int
        How many invented stories there are beside.
    by : str
        What the tellers are grouped by.
    by_domain, by_group : StoryGroups
        By domain of change, and by the groups of the tellers.
    selections : StorySelections
        Who chose which.
    first_on, last_on : date
        When the first and the last were told; None where nobody said of any.
    method : str
        The name of the technique.
    caveats : tuple of Caveat
        What stories can not show.
    """

    n: int
    tellers: int
    without_teller: int
    selected: int
    rounds: int
    invented: int
    by: str
    by_domain: StoryGroups
    by_group: StoryGroups
    selections: StorySelections
    first_on: datetime.date | None
    last_on: datetime.date | None
    method: str = "most significant change"
    caveats: tuple[Caveat, ...] = ()


def stories(community: Community, *, by: str = _ORGANIZATIONS) -> Stories:
    """Tell what changes people tell of, and which of their stories others chose as significant.

    The technique of the most significant change: people tell what changed, group after group
    chooses the story that matters most to it, and says why. That is evidence of its own kind. It
    is counted here and never scored: nobody's change is larger because it was told better.

    Parameters
    ----------
    community : Community
        With its stories.
    by : str
        What the tellers are grouped by: ``"organizations"`` of which they are or were members,
        ``"home"``, or the name of a demographic such as ``"sex"``.

    Returns
    -------
    Stories
        Counts by domain and by group, and a table of the selections. Ids only: the words of stories
        and reasons stay in the community, and whether a teller may be named is for exits to ask.

    Raises
    ------
    InvalidValueError
        If `community` is none, or `by` is nobody's demographic.

    See Also
    --------
    evaluate : Counts a story as the weakest evidence for an indicator of its domain.

    Notes
    -----
    *Round.* The technique chooses in rounds: groups, then the village, then the program. A story
    holds its selections in their order, so the place of one in its story is its round.

    *Groups.* Who is in several groups counts in each. None stands for a teller of whom it is not
    known, and for stories without teller.

    *Invented.* A story that has evidence with the method ``"invented"`` counts as invented, and
    nowhere else.

    References
    ----------
    Davies, R. & Dart, J. (2005). The 'Most Significant Change' (MSC) Technique: A Guide to Its Use,
    chapter 2 (steps 3 to 6: domains, collecting, selecting, feeding back).

    Examples
    --------
    Two invented stories of invented people; the women's group and then the village chose one:

    >>> from abcd.model import Person, Selection
    >>> community = Community(
    ...     "rt3",
    ...     "RT 3",
    ...     people=[
    ...         Person("p1", "Siti", demographics={"sex": "f"}),
    ...         Person("p2", "Budi", demographics={"sex": "m"}),
    ...     ],
    ...     stories=[
    ...         Story(
    ...             "I sell what I film.",
    ...             teller="p1",
    ...             domain="income",
    ...             selections=[
    ...                 Selection("women's group", "nobody had to leave the village"),
    ...                 Selection("village meeting"),
    ...             ],
    ...         ),
    ...         Story("We film together.", teller="p2", domain="togetherness"),
    ...     ],
    ... )
    >>> told = stories(community, by="sex")
    >>> told.n, told.tellers, told.selected, told.rounds
    (2, 2, 1, 2)
    >>> told.by_domain["income"]["selections"], told.by_group["m"]["selected"]
    (2, 0)
    >>> told.selections.by, told.selections.has_reason
    (("women's group", 'village meeting'), (True, False))

    How many people earn more can not be told from it:

    >>> [caveat.code for caveat in told.caveats]
    ['stories-no-sample', 'stories-not-selected', 'selections-without-reason']
    """
    name = _checked(community, by)
    groups = _groups(community, name)
    told = [(place, story) for place, story in enumerate(community.stories) if not _made_up(story)]
    days = [story.on for _, story in told if story.on is not None]
    found = Stories(
        n=len(told),
        tellers=_tellers([story for _, story in told]),
        without_teller=sum(story.teller is None for _, story in told),
        selected=sum(bool(story.selections) for _, story in told),
        rounds=max([len(story.selections) for _, story in told], default=0),
        invented=len(community.stories) - len(told),
        by=name,
        by_domain=_counted(community.stories, lambda story: (story.domain,)),
        by_group=_counted(
            community.stories, lambda story: groups.get(story.teller or "", ()) or (None,)
        ),
        selections=_selections(told),
        first_on=min(days, default=None),
        last_on=max(days, default=None),
    )
    return attrs.evolve(found, caveats=tuple(_caveats(found)))


def _checked(community: object, by: object) -> str:
    faults = list(CODE.faults("by", CODE.settled(by)))
    if not isinstance(community, Community):
        faults.append(Fault("community", hidden(community), "a Community", "value"))
    if faults:
        raise InvalidValueError(*faults)
    return to_text(by)  # type: ignore[arg-type]  # checked


def _groups(community: Community, by: str) -> dict[str | int, tuple[str | int, ...]]:
    if by == _ORGANIZATIONS:
        members: dict[str | int, tuple[str | int, ...]] = {}
        for entry in community.memberships:
            known = members.get(entry.person, ())
            members[entry.person] = tuple(dict.fromkeys([*known, entry.organization]))
        return members
    ids = [person.id for person in community.people]
    return read_groups("by", by, ids, community=community)


def _made_up(story: Story) -> bool:
    return any(evidence.invented for evidence in story.evidence)


def _tellers(told: Iterable[Story]) -> int:
    return len({story.teller for story in told if story.teller is not None})


def _counted(
    every: Sequence[Story], names_of: Callable[[Story], tuple[str | int | None, ...]]
) -> StoryGroups:
    held: dict[str | int | None, list[Story]] = {}
    for story in every:
        for name in names_of(story):
            held.setdefault(name, []).append(story)
    ordered: list[str | int | None] = [*in_order([name for name in held if name is not None])]
    ordered += [None] if None in held else []
    told = [[story for story in held[name] if not _made_up(story)] for name in ordered]
    return StoryGroups(
        names=tuple(ordered),
        stories=tuple(map(len, told)),
        tellers=tuple(map(_tellers, told)),
        selected=tuple([sum(bool(story.selections) for story in own) for own in told]),
        selections=tuple([sum(len(story.selections) for story in own) for own in told]),
        highest_round=tuple(
            [max([len(story.selections) for story in own], default=0) for own in told]
        ),
        invented=tuple(
            [len(held[name]) - len(own) for name, own in zip(ordered, told, strict=True)]
        ),
    )


def _selections(told: Iterable[tuple[int, Story]]) -> StorySelections:
    rows = [
        (place, story, number, chosen)
        for place, story in told
        for number, chosen in enumerate(story.selections, start=1)
    ]
    return StorySelections(
        story=tuple([place for place, _, _, _ in rows]),
        round=tuple([number for _, _, number, _ in rows]),
        by=tuple([chosen.by for _, _, _, chosen in rows]),
        on=tuple([chosen.on for _, _, _, chosen in rows]),
        domain=tuple([story.domain for _, story, _, _ in rows]),
        teller=tuple([story.teller for _, story, _, _ in rows]),
        has_reason=tuple([chosen.why is not None for _, _, _, chosen in rows]),
    )


def _caveats(found: Stories) -> Iterator[Caveat]:
    if found.invented:
        yield Caveat("stories-invented", {"count": found.invented})
    if not found.n:
        yield Caveat("no-stories")
        return
    yield Caveat("stories-no-sample")
    if found.selected < found.n:
        data = {"count": found.n - found.selected, "total": found.n}
        yield Caveat("stories-not-selected", data)
    reasons = found.selections.has_reason
    if not all(reasons):
        data = {"count": reasons.count(False), "total": len(reasons)}
        yield Caveat("selections-without-reason", data)
    if found.without_teller:
        data = {"count": found.without_teller, "total": found.n}
        yield Caveat("stories-without-teller", data)
    no_domain = dict(zip(found.by_domain.names, found.by_domain.stories, strict=True)).get(None, 0)
    if no_domain:
        yield Caveat("stories-without-domain", {"count": no_domain, "total": found.n})
