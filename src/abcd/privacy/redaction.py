"""The same community without the names of people who did not agree to be named."""

import datetime
import typing

import attrs

from ..cycle import Cycle
from ..cycle.progress import refuse_strangers
from ..fields import COUNT, Checked, gather_rules, instances
from ..model import Community
from ._scrubbing import REDACTED
from ._unnaming import without_names
from .consent import permitted, wanted

__all__ = ["REDACTED", "Redacted", "redact"]

_COMMUNITY = instances(Community)
_CYCLE_OR_NONE = instances(Cycle).or_none()


@typing.final
@attrs.frozen(repr=False, field_transformer=gather_rules, kw_only=True)
class Redacted(Checked):
    """A community in which only those are named who agreed, and how much that changed.

    Attributes
    ----------
    community : Community
        Without the names; everything that is not documented as lost in `redact` is there.
    cycle : Cycle, optional
        Without the names as well, where one was given; it still fits the community.
    people : int
        How many people of the community are not named, those without a name before included.
    passages : int
        How many places in texts held a name and hold the placeholder now.
    """

    community: Community = attrs.field(validator=_COMMUNITY)
    cycle: Cycle | None = attrs.field(default=None, validator=_CYCLE_OR_NONE)
    people: int = attrs.field(validator=COUNT)
    passages: int = attrs.field(validator=COUNT)

    def __repr__(self) -> str:
        return f"<Redacted: {self.community!r}, {_said(self)}>"

    def _repr_html_(self) -> str:
        return f"<div>{self.community._repr_html_()}<p>{_said(self)}</p></div>"


def _said(redacted: Redacted) -> str:
    return f"not named: {redacted.people:,}, passages: {redacted.passages:,}"


def redact(
    community: Community,
    purpose: str | None,
    on: datetime.date | str | None,
    *,
    cycle: Cycle | None = None,
) -> Redacted:
    """Return the same community with nobody named who did not agree to it.

    For whatever leaves the house. Counts stay: as many people, ties, memberships and assets as
    before, so that analyses give the same answers; only who is who is gone.

    Parameters
    ----------
    community : Community
        Its people carry their consents.
    purpose : str or None
        What the data are to be used for; None names nobody. See `permitted`.
    on : date, ISO text or None
        The day for which consents are judged.
    cycle : Cycle, optional
        A cycle of this community, to be redacted with it.

    Returns
    -------
    Redacted
        The community, how many of its people are not named, and how many places in texts held a
        name.

    Raises
    ------
    InvalidValueError
        If the purpose is blank or no text, `on` is no date, or the cycle is no cycle of this
        community.

    See Also
    --------
    permitted : Who may be named, and when a consent holds.

    Notes
    -----
    *Of a person who may not be named* stay the id, the capacities without their evidence, and the
    days of asking and answering. The name becomes ``"[redacted]"``. Demographics, home, tags,
    evidence, consents (proof and guardian are personal too) and `extra` go.

    *Ids.* An id that contains a part of its person's name, or any id in which a name to be
    redacted stands as a word, becomes ``"redacted-1"``, ``"redacted-2"``, ..., in every reference
    to it as well. The id of the community then becomes ``"redacted"``.

    *Homes.* An asset of such a person that stands at the person's home, and an organization of
    such a member at the member's home, lose their place. A place that looks like the private home
    of such people loses its position, code and `extra`: it has no level, fewer than five
    people live there, none of whom may be named, it has no places in it, and nothing else stands
    there.

    *A cycle.* Its ids of goals, plans, steps, indicators and ideas change like those of entities,
    everywhere they stand. The ids of its definition, and the words of a shipped one, stay.

    *Texts.* Every text in community and cycle is searched, in keys of mappings, tags and codes
    too; no field is left out but the shipped kinds of assets, the method ``"invented"`` and the
    purpose asked for. What is replaced by ``"[redacted]"``:

    - the whole name, in its order or with the last part first, with white space, hyphens or one
      other sign between its parts, or with nothing between them;
    - each part of it of at least three letters, as a whole word, unless five or more people of
      the community bear this part: then it identifies none of them. Short parts are words of some
      language.

    Case, accents, and the way in which accents are stored do not count, nor do apostrophes within a
    word. In scripts without spaces (Chinese, Japanese, Thai, ...) and in Korean, names are found
    anywhere in a text. A text in which a name was found comes back with its other accents
    composed (NFC). Two keys of a mapping that would become one get a number.

    The cautious reading wins: a word of ordinary language that is also somebody's name goes, and
    so does the name of a person who may be named where it stands in a text and is shared with one
    who may not. This person's own name and id stay.

    What is not found: nicknames, initials, inflected and misspelt names, names in texts of people
    whom the community does not list, and who somebody is by the structure of the ties alone. Read
    a story before it is published.

    The answer is stable: redacted once more for the same purpose and day, nothing changes. Where
    everybody may be named, the community is returned as it is.

    References
    ----------
    Undang-Undang No. 27 Tahun 2022 tentang Pelindungan Data Pribadi (Indonesia), article 4 (a name
    is personal data) and articles 22 and 24 (consent and its proof).

    Examples
    --------
    Two invented people, of whom one agreed to be named in a village report:

    >>> from abcd.model import Consent, Person, Story, Tie
    >>> community = Community(
    ...     "rt3",
    ...     "RT 3",
    ...     people=[
    ...         Person("p1", "Siti", consents=[Consent(["village report"])]),
    ...         Person("budi", "Budi Santoso", demographics={"age": 41}),
    ...     ],
    ...     ties=[Tie("p1", "budi", "sews with")],
    ...     stories=[Story("Siti learned it from pak Budi.", teller="budi")],
    ... )
    >>> redacted = redact(community, "village report", "2024-02-09")
    >>> redacted
    <Redacted: <Community 'rt3': 2 people, 1 tie, 1 story>, not named: 1, passages: 1>
    >>> redacted.community.people[1]
    Person(id='redacted-1', name='[redacted]')
    >>> redacted.community.stories[0].text
    'Siti learned it from pak [redacted].'

    Without a purpose nobody is named:

    >>> redact(community, None, None).people
    2
    """
    purpose, day = wanted(community, purpose, on)
    if cycle is not None:
        refuse_strangers(cycle, community)
    named = permitted(community, purpose, day)
    unnamed = {person.id: person for person in community.people if person.id not in named}
    if not unnamed:
        return Redacted(community=community, cycle=cycle, people=0, passages=0)
    changed, diary, passages = without_names(community, cycle, unnamed, purpose)
    return Redacted(community=changed, cycle=diary, people=len(unnamed), passages=passages)
