"""Missing items: which questions people left out, and how many people answered all."""

from collections.abc import Iterator, Mapping
from typing import final

import attrs
import numpy as np

from ..caveats import Caveat
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, to_floats
from ._caveats import not_estimable
from ._columns import aligned, names_of, read_values
from .pairs import Scores

__all__ = ["MissingItems", "missing_items"]

# A rule of thumb: what more than a fifth leave out was not understood, or not welcome.
_OFTEN = 0.2


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class MissingItems(RowResult):
    """What `missing_items` answers: a row for each item, in the order that was given.

    Attributes
    ----------
    items : tuple of str
        The names.
    answered, missing : tuple of int
        How many people did, and did not, answer.
    shares : FloatArray
        Missing over all people; nan where there are none.
    complete, partial, empty : int
        How many people answered all items, some, and none.
    share_complete : float
        Those who answered all, over all people.
    n : int
        How many people there are.
    caveats : tuple of Caveat
        What this can not show.
    """

    items: tuple[str, ...] = attrs.field(metadata=ROW)
    answered: tuple[int, ...] = attrs.field(metadata=ROW)
    missing: tuple[int, ...] = attrs.field(metadata=ROW)
    shares: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    complete: int
    partial: int
    empty: int
    share_complete: float | None
    n: int
    caveats: tuple[Caveat, ...] = ()


def missing_items(answers: Mapping[str, Scores]) -> MissingItems:
    """Tell which questions people left out, and how many answered all of them.

    A sum of items leaves out everyone who left out one. A question that many skip was not
    understood or not welcome, and says so.

    Parameters
    ----------
    answers : mapping of item to answers
        The answers to each question as numbers, None or nan where there is none: sequences of equal
        length, or mappings from participant id. Somebody who is not in a mapping did not answer.

    Returns
    -------
    MissingItems
        A row for each item, in the order that was given.

    Raises
    ------
    InvalidValueError
        If answers can not be read, or differ in form or length.

    Examples
    --------
    Three questions to four invented people:

    >>> gaps = missing_items({
    ...     "rice": [3, 4, 2, None], "debt": [None, 2, None, None], "trust": [5, 4, 4, None]
    ... })
    >>> gaps.missing, gaps.complete, gaps.empty
    ((1, 3, 1), 1, 1)

    Three of four say nothing about debt. Without people there is no share:

    >>> print(missing_items({"rice": []}).share_complete)
    None
    """
    columns = names_of("answers", answers)
    waves = {
        name: read_values(f"answers[{name!r}]", column, "omit") for name, column in columns.items()
    }
    first = next(iter(waves), None)
    for name, wave in waves.items():
        aligned(f"answers[{first!r}]", waves[first or name], f"answers[{name!r}]", wave)
    people = dict.fromkeys(key for wave in waves.values() for key in wave.values)
    given = np.array(
        [[wave.values.get(key) is not None for key in people] for wave in waves.values()],
        dtype=bool,
    ).reshape(len(waves), len(people))
    per_item, per_person, n = given.sum(axis=1), given.sum(axis=0), len(people)
    complete = int(np.count_nonzero(per_person == len(waves)))
    empty = int(np.count_nonzero(per_person == 0))
    answer = MissingItems(
        items=tuple(waves),
        answered=tuple(per_item.tolist()),
        missing=tuple((n - per_item).tolist()),
        shares=(n - per_item) / n if n else np.full(len(waves), np.nan),
        complete=complete,
        partial=n - complete - empty,
        empty=empty,
        share_complete=complete / n if n else None,
        n=n,
    )
    return attrs.evolve(answer, caveats=tuple(_caveats(answer)))


def _caveats(answer: MissingItems) -> Iterator[Caveat]:
    if answer.share_complete is None:
        yield from not_estimable("nobody-answered", answer, "share_complete", "shares")
        return
    often = [
        item for item, share in zip(answer.items, answer.shares, strict=True) if share > _OFTEN
    ]
    if often:
        yield Caveat("items-often-missing", {"items": often, "percent": 100 * _OFTEN})
    if answer.complete < answer.n:
        yield Caveat("people-incomplete", {"incomplete": answer.n - answer.complete, "n": answer.n})
