"""What the nodes of a graph say about who was asked, who answered, and who holds an office."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from ..caveats import Caveat
from ._attributes import Response
from ._joined import split

__all__ = ["Answers", "answers_of", "caveats_of", "response_of"]

Attributes = Sequence[Mapping[Any, Any]]

_CODES = frozenset(code.value for code in Response)


@attrs.frozen(kw_only=True)
class Answers:
    """Who stands behind the ties; None where the graph does not say.

    Each tuple has one value a node.
    """

    status: tuple[str | None, ...]
    organizations: tuple[int | None, ...]
    holds_office: tuple[bool | None, ...]
    office_holders: int | None
    asked: int | None
    answered: int | None
    named_nobody: int | None
    no_answer: int | None
    named_only: int | None
    not_asked: int | None
    at_cap: int | None

    @property
    def free(self) -> tuple[bool, ...]:
        """Whether a node belongs to the answer without office holders."""
        return tuple([self.office_holders is not None and not held for held in self.holds_office])


def answers_of(attributes: Attributes, cap: int | None) -> Answers:
    """Read the attributes that `graph` gives, as far as they are there."""
    status = tuple([response_of(data.get("status")) for data in attributes])
    holds_office = tuple([_flag(data.get("offices")) for data in attributes])
    of = Counter(code for code in status if code is not None)
    known = bool(of)
    answered = of[Response.ANSWERED] + of[Response.NAMED_NOBODY]
    named = [data.get("named") for data in attributes]
    counts = [count for count in named if type(count) is int]
    return Answers(
        status=status,
        organizations=tuple([_count(data.get("organizations")) for data in attributes]),
        holds_office=holds_office,
        office_holders=None if set(holds_office) <= {None} else holds_office.count(True),
        asked=answered + of[Response.NO_ANSWER] if known else None,
        answered=answered if known else None,
        named_nobody=of[Response.NAMED_NOBODY] if known else None,
        no_answer=of[Response.NO_ANSWER] if known else None,
        named_only=of[Response.NAMED_ONLY] if known else None,
        not_asked=of[Response.NOT_ASKED] if known else None,
        at_cap=None if cap is None or not counts else sum(count >= cap for count in counts),
    )


def response_of(value: object) -> str | None:
    """Return the status of a node where it is one that `graph` writes."""
    return value if isinstance(value, str) and value in _CODES else None


def _flag(offices: object) -> bool | None:
    return bool(split(offices)) if isinstance(offices, str) else None


def _count(organizations: object) -> int | None:
    return len(split(organizations)) if isinstance(organizations, str) else None


_COUNTS = ("asked", "answered", "named_nobody", "no_answer", "named_only", "not_asked")


def caveats_of(answers: Answers, cap: int | None) -> Iterator[Caveat]:
    """Say what is not known about the people behind the ties."""
    if answers.office_holders is None:
        fields = ("rank_without_offices", "office_holders")
        yield Caveat("offices-unknown", {"fields": fields})
    if set(answers.organizations) <= {None}:
        yield Caveat("memberships-unknown", {"fields": ("organizations",)})
    if cap is not None and answers.at_cap is None:
        yield Caveat("namings-unknown", {"fields": ("at_cap",)})
    if answers.at_cap:
        yield Caveat("cap-reached", {"count": answers.at_cap, "cap": cap})
    if answers.answered is None:
        yield Caveat("answers-unknown", {"fields": ("status", *_COUNTS)})
