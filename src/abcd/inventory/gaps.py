"""What nobody asked: the questions that the model knows and the data leave open."""

from collections.abc import Sequence
from typing import Any, final

import attrs

from ..caveats import Caveat
from ..model import Community
from ..results import ROW, RowResult

__all__ = ["NeverAsked", "never_asked"]

# Question, the words for it, and the field of the model that answers it.
_OF_ASSETS = (
    ("asset.kinds", "which kind it is"),
    ("asset.control", "who controls it"),
    ("asset.holder", "who holds it"),
    ("asset.place", "where it is"),
    ("asset.named_by", "who sees it as an asset"),
    ("asset.reviewed_on", "when it was last checked"),
)
_OF_PEOPLE = (
    ("person.capacities", "which gifts and wishes to learn"),
    ("person.demographics", "anything of age, sex, education, occupation, culture"),
    ("person.home", "where the person lives"),
)
_OF_CAPACITIES = (
    ("capacity.has", "whether the person has it"),
    ("capacity.teaches", "whether the person can teach it"),
    ("capacity.learns", "whether the person wants to learn it"),
)


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class NeverAsked(RowResult):
    """One row a question: how often it was left open, out of how many of what.

    Attributes
    ----------
    questions : tuple of str
        The field that would hold the answer, such as ``"asset.control"``; in the order of the
        model: assets, people, capacities.
    words : tuple of str
        The question in English words.
    open : tuple of int
        How often there is no answer.
    total : tuple of int
        Out of how many.
    denominator : tuple of str
        Of what: assets, people or capacities.
    share : tuple of float
        `open` over `total`, from 0 to 1; None where the total is 0, with a caveat.
    caveats : tuple of Caveat
        What the counts can not show.
    """

    questions: tuple[str, ...] = attrs.field(metadata=ROW)
    words: tuple[str, ...] = attrs.field(metadata=ROW)
    open: tuple[int, ...] = attrs.field(metadata=ROW)
    total: tuple[int, ...] = attrs.field(metadata=ROW)
    denominator: tuple[str, ...] = attrs.field(metadata=ROW)
    share: tuple[float | None, ...] = attrs.field(metadata=ROW)
    caveats: tuple[Caveat, ...] = ()


def never_asked(community: Community) -> NeverAsked:
    """Count the questions that were left open, each over what it is asked of.

    Parameters
    ----------
    community : Community
        Whose assets, people and capacities are looked through.

    Returns
    -------
    NeverAsked
        One row a question.

    Notes
    -----
    A no is an answer, and so is any text, id or date. None is not; neither are empty `kinds`,
    `named_by`, `capacities` and `demographics`. Somebody who was interviewed and named no gift
    still counts as open: the model can not tell "has none" from "was not asked about gifts".

    Examples
    --------
    An invented community of one song and nobody:

    >>> from abcd.model import Asset
    >>> result = never_asked(Community("rt3", "RT 3", assets=[Asset("song", "Harvest song")]))
    >>> result["asset.control"]["open"], result["asset.control"]["share"]
    (1, 1.0)
    >>> result["person.home"]["share"] is None, result.caveats[0].data["denominator"]
    (True, 'people')
    """
    capacities = [capacity for person in community.people for capacity in person.capacities]
    groups: tuple[tuple[str, Sequence[Any], Sequence[tuple[str, str]]], ...] = (
        ("assets", community.assets, _OF_ASSETS),
        ("people", community.people, _OF_PEOPLE),
        ("capacities", capacities, _OF_CAPACITIES),
    )
    rows = [
        (question, words, _unanswered(items, question), len(items), denominator)
        for denominator, items, questions in groups
        for question, words in questions
    ]
    caveats = [
        Caveat("no-denominator", {"denominator": denominator, "fields": ["share"]})
        for denominator, items, _ in groups
        if not items
    ]
    return NeverAsked(
        questions=tuple([row[0] for row in rows]),
        words=tuple([row[1] for row in rows]),
        open=tuple([row[2] for row in rows]),
        total=tuple([row[3] for row in rows]),
        denominator=tuple([row[4] for row in rows]),
        share=tuple([row[2] / row[3] if row[3] else None for row in rows]),
        caveats=tuple(caveats),
    )


def _unanswered(items: Sequence[Any], question: str) -> int:
    field = question.partition(".")[2]
    answers = [getattr(item, field) for item in items]
    # False is an answer; None, no kinds, nobody named and no demographics are none.
    return sum(1 for answer in answers if answer is not False and not answer)
