"""Which skills were named, under how many spellings, and what was asked about them."""

import unicodedata
from collections import Counter
from typing import final

import attrs

from ..caveats import Caveat
from ..errors import InvalidValueError
from ..fields import instances
from ..model import Capacity, Community
from ..results import ROW, RowResult

__all__ = ["Skills", "folded", "skills"]

_COMMUNITY = instances(Community)
_Answer = bool | None


def folded(skill: str) -> str:
    """Fold what carries no meaning: case, outer blanks, runs of blanks, composed accents.

    Punctuation stays, because it can carry meaning: C, C++ and C# are three skills.

    >>> folded("  Video  Editing ") == folded("video editing")
    True
    """
    # Unicode 15, section 3.13, D145: caseless matching of text that is decomposed first.
    decomposed = unicodedata.normalize("NFD", skill).casefold()
    return " ".join(unicodedata.normalize("NFC", decomposed).split())


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Skills(RowResult):
    """One row a skill: how many have it, can teach it, want to learn it, and were not asked.

    Attributes
    ----------
    skills : tuple of str
        Each in the spelling used most, as people wrote it but for outer blanks and runs of blanks;
        of equally frequent ones the one without capitals, else the first by code points. Rows are
        ordered by falling number of people who named the skill, then by spelling.
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
        One row a skill; no rows where nobody named any.

    Raises
    ------
    InvalidValueError
        If it is no `Community`.

    Notes
    -----
    Spellings that differ only in case, outer blanks, runs of blanks or composed accents are one
    skill. Punctuation can carry meaning, so C, C++ and C# are three; near spellings and broader
    words (sewin, batik for batik tulis) are for a person to judge, and stay apart too. A person
    who names a skill twice counts once: a yes wins over a no, and a no over not being asked.

    See Also
    --------
    abcd.inventory.summary : Gifts by head, heart and hand.

    Examples
    --------
    Who could teach whom? Two invented people:

    >>> from abcd.model import Person
    >>> community = Community("rt3", "RT 3", people=[
    ...     Person("p1", "Siti", capacities=[Capacity("Sewing ", has=True, teaches=True)]),
    ...     Person("p2", "Budi", capacities=[Capacity("sewing", learns=True)]),
    ... ])
    >>> result = skills(community)
    >>> result.skills, result.teaches, result.learns
    (('sewing',), (1,), (1,))

    One can teach what the other wants to learn. Whether Budi has it already, nobody asked:

    >>> result["sewing"]["has"], result["sewing"]["has_not_asked"]
    (1, 1)
    """
    faults = list(_COMMUNITY.faults("community", community))
    if faults:
        raise InvalidValueError(*faults)
    spellings, answers = _gathered(community)
    shown = {key: _most_used(counts, key) for key, counts in spellings.items()}
    keys = sorted(answers, key=lambda key: (-len(answers[key]), shown[key]))

    def count(question: int, answer: _Answer) -> tuple[int, ...]:
        return tuple([sum(1 for row in answers[key] if row[question] is answer) for key in keys])

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


def _gathered(
    community: Community,
) -> tuple[dict[str, Counter[str]], dict[str, list[tuple[_Answer, ...]]]]:
    """Return by folded skill how often each spelling stands, and each person's three answers."""
    spellings: dict[str, Counter[str]] = {}
    answers: dict[str, list[tuple[_Answer, ...]]] = {}
    for person in community.people:
        own: dict[str, list[Capacity]] = {}
        for capacity in person.capacities:
            key = folded(capacity.skill)
            own.setdefault(key, []).append(capacity)
            spellings.setdefault(key, Counter())[" ".join(capacity.skill.split())] += 1
        for key, named in own.items():
            answers.setdefault(key, []).append(
                (
                    _strongest([capacity.has for capacity in named]),
                    _strongest([capacity.teaches for capacity in named]),
                    _strongest([capacity.learns for capacity in named]),
                )
            )
    return spellings, answers


def _most_used(counts: Counter[str], key: str) -> str:
    return min(counts, key=lambda spelling: (-counts[spelling], spelling != key, spelling))


def _strongest(answers: list[_Answer]) -> _Answer:
    if True in answers:
        return True
    return False if False in answers else None
