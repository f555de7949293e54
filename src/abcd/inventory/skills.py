"""Which skills were named, under how many spellings, and what was asked about them."""

import unicodedata
from collections import Counter
from typing import final

import attrs

from ..caveats import Caveat
from ..model import Capacity, Community
from ..results import ROW, RowResult

__all__ = ["Skills", "folded", "skills"]


def folded(skill: str) -> str:
    """Fold what carries no meaning: case, outer blanks, runs of blanks, composed accents.

    Punctuation stays, because it can carry meaning: C, C++ and C# are three skills.

    >>> folded("  Video  Editing ") == folded("video editing")
    True
    """
    return " ".join(unicodedata.normalize("NFC", skill).casefold().split())


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Skills(RowResult):
    """One row a skill: how many have it, can teach it, want to learn it, and were not asked.

    Attributes
    ----------
    skills : tuple of str
        The spelling used most; order by falling number of people who named it, then by spelling.
    spellings : tuple of int
        Under how many spellings it was named.
    named : tuple of int
        How many people named it.
    has, teaches, learns : tuple of int
        How many said yes. A no, or not being asked, is no yes.
    has_not_asked, teaches_not_asked, learns_not_asked : tuple of int
        How many of those who named it were not asked.
    people : int
        How many people named any skill.
    caveats : tuple of Caveat
        What the counts can not show.
    """

    skills: tuple[str, ...] = attrs.field(metadata=ROW)
    spellings: tuple[int, ...] = attrs.field(metadata=ROW)
    named: tuple[int, ...] = attrs.field(metadata=ROW)
    has: tuple[int, ...] = attrs.field(metadata=ROW)
    teaches: tuple[int, ...] = attrs.field(metadata=ROW)
    learns: tuple[int, ...] = attrs.field(metadata=ROW)
    has_not_asked: tuple[int, ...] = attrs.field(metadata=ROW)
    teaches_not_asked: tuple[int, ...] = attrs.field(metadata=ROW)
    learns_not_asked: tuple[int, ...] = attrs.field(metadata=ROW)
    people: int
    caveats: tuple[Caveat, ...] = ()


def skills(community: Community) -> Skills:
    """Count the skills that people named, however they spelled them.

    Parameters
    ----------
    community : Community
        Whose people's capacities are counted.

    Returns
    -------
    Skills
        One row a skill.

    Notes
    -----
    Spellings that differ only in case, outer blanks, runs of blanks or composed accents are one
    skill; near spellings and broader words are not. A person who names a skill twice counts once:
    a yes wins over a no, and a no over not being asked.

    Examples
    --------
    Two invented people:

    >>> from abcd.model import Person
    >>> community = Community("rt3", "RT 3", people=[
    ...     Person("p1", "Siti", capacities=[Capacity("Sewing ", has=True, teaches=True)]),
    ...     Person("p2", "Budi", capacities=[Capacity("sewing", learns=True)]),
    ... ])
    >>> result = skills(community)
    >>> result.skills, result.teaches, result.learns, result.has_not_asked
    (('sewing',), (1,), (1,), (1,))
    """
    spellings: dict[str, Counter[str]] = {}
    answers: dict[str, list[tuple[bool | None, bool | None, bool | None]]] = {}
    for person in community.people:
        own: dict[str, list[Capacity]] = {}
        for capacity in person.capacities:
            own.setdefault(folded(capacity.skill), []).append(capacity)
        for key, capacities in own.items():
            spellings.setdefault(key, Counter()).update(
                " ".join(capacity.skill.split()) for capacity in capacities
            )
            answers.setdefault(key, []).append(_answers(capacities))
    shown = {
        key: min(counts, key=lambda spelling: (-counts[spelling], spelling != key, spelling))
        for key, counts in spellings.items()
    }
    keys = sorted(answers, key=lambda key: (-len(answers[key]), shown[key]))

    def count(position: int, answer: bool | None) -> tuple[int, ...]:
        return tuple([sum(1 for row in answers[key] if row[position] is answer) for key in keys])

    return Skills(
        skills=tuple([shown[key] for key in keys]),
        spellings=tuple([len(spellings[key]) for key in keys]),
        named=tuple([len(answers[key]) for key in keys]),
        has=count(0, True),
        teaches=count(1, True),
        learns=count(2, True),
        has_not_asked=count(0, None),
        teaches_not_asked=count(1, None),
        learns_not_asked=count(2, None),
        people=sum(1 for person in community.people if person.capacities),
    )


def _answers(capacities: list[Capacity]) -> tuple[bool | None, bool | None, bool | None]:
    return (
        _strongest([capacity.has for capacity in capacities]),
        _strongest([capacity.teaches for capacity in capacities]),
        _strongest([capacity.learns for capacity in capacities]),
    )


def _strongest(answers: list[bool | None]) -> bool | None:
    if True in answers:
        return True
    return False if False in answers else None
