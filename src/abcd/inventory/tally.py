"""A count by value, with every share's denominator named."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import final

import attrs

from ..caveats import Caveat
from ..results import ROW, RowResult

__all__ = ["Tally", "tally"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Tally(RowResult):
    """How many there are of each value, and what share that is of what.

    Attributes
    ----------
    question : str
        What was counted, in words.
    values : tuple of str
        The codes or ids; a vocabulary in its own order, others by falling count, then by value.
    label : tuple of str
        The values in English; names where the values are ids of places.
    count : tuple of int
        How many.
    share : tuple of float
        `count` over `total`, from 0 to 1; None where `total` is 0.
    denominator : str
        What `total` counts.
    total : int
        The denominator of every share.
    not_stated : int
        For how many of `total` nobody said. They are in no row, and in the denominator.
    without_row : int
        How many of `total` have a value for which the rows have no place.
    caveats : tuple of Caveat
        What the counts can not show.
    """

    question: str
    values: tuple[str, ...] = attrs.field(metadata=ROW)
    label: tuple[str, ...] = attrs.field(metadata=ROW)
    count: tuple[int, ...] = attrs.field(metadata=ROW)
    share: tuple[float | None, ...] = attrs.field(metadata=ROW)
    denominator: str
    total: int
    not_stated: int
    without_row: int
    caveats: tuple[Caveat, ...] = ()


def tally(
    question: str,
    held: Iterable[Sequence[str] | None],
    *,
    denominator: str,
    order: Sequence[str] = (),
    labels: Mapping[str, str] | None = None,
) -> Tally:
    """Count values, of which each item may hold none, one or several.

    Parameters
    ----------
    question : str
        What is counted, in words.
    held : iterable of sequence of str
        For each item the values that it holds: none where nobody said, None where it holds a
        value for which there is no row.
    denominator : str
        What the items are.
    order : sequence of str
        Values to show first and also when nothing holds them: a vocabulary.
    labels : mapping, optional
        Words for values; a value without one stands for itself.

    Returns
    -------
    Tally
        A value that an item holds twice counts once for it.

    Examples
    --------
    Three invented assets, one of which is of two kinds, and one of none that is known:

    >>> result = tally("assets by kind", [["social"], ["social", "human"], []],
    ...                denominator="assets", order=["human", "social"])
    >>> result.values, result.count, result.total, result.not_stated
    (('human', 'social'), (1, 2), 3, 1)
    >>> [caveat.code for caveat in result.caveats]
    ['not-stated', 'several-rows']
    >>> tally("assets by kind", [], denominator="assets", order=["human"]).share
    (None,)
    """
    items = [None if values is None else tuple(dict.fromkeys(values)) for values in held]
    counts = Counter(value for values in items for value in values or ())
    others = sorted(set(counts) - set(order), key=lambda value: (-counts[value], value))
    rows = [*order, *others]
    total = len(items)
    missing = items.count(())
    caveats = []
    if total == 0:
        caveats.append(Caveat("no-denominator", {"denominator": denominator, "fields": ["share"]}))
    if missing:
        caveats.append(
            Caveat(
                "not-stated",
                {
                    "question": question,
                    "denominator": denominator,
                    "count": missing,
                    "total": total,
                },
            )
        )
    if any(values is not None and len(values) > 1 for values in items):
        caveats.append(Caveat("several-rows", {"question": question}))
    words = labels or {}
    return Tally(
        question=question,
        values=tuple(rows),
        label=tuple([words.get(value, value) for value in rows]),
        count=tuple([counts[value] for value in rows]),
        share=tuple([counts[value] / total if total else None for value in rows]),
        denominator=denominator,
        total=total,
        not_stated=missing,
        without_row=items.count(None),
        caveats=tuple(caveats),
    )
