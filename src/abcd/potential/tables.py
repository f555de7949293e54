"""The table that a choice stands on: options, criteria, and what people gave each for each."""

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, final

import attrs
import numpy as np

from ..errors import Fault, InvalidValueError, shown
from ..fields import (
    Checked,
    Rule,
    as_tuple,
    gather_rules,
    instances,
    settle,
)
from ..results.arrays import EQUAL_ARRAYS, FloatArray
from ._arrays import condensed, midpoints, spread_over_raters
from ._cells import CELL, Axis, read_scores, to_scores
from ._rows import OPTIONS, RATERS, check_keys, criterion_ids, read_records, read_row, to_ids
from .criteria import Criterion

__all__ = ["DecisionTable"]

_ROWS_SHOWN = 20


def _to_criteria(value: Iterable[Criterion]) -> tuple[Criterion, ...]:
    return as_tuple(value)


_CRITERIA = instances(Criterion).each().filled()
# Cells are judged where the names of options and criteria are at hand: in `_faults_between`.
_SCORES = Rule(lambda _: True, f"a row an option and a cell a criterion, each cell {CELL}")


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class DecisionTable(Checked):
    """Options to choose from, criteria to judge them by, and scores: a row an option.

    Parameters
    ----------
    options : list of str or int
        Ids of what can be chosen, each once, at least one.
    criteria : list of Criterion
        Each id once, at least one; all of them with a weight, or none.
    scores : nested list or array, shape (n_options, n_criteria)
        A cell is a number in the criterion's unit; None or nan where nobody knows; or a pair
        ``(low, high)`` where the score is known within limits. With `raters`, one such table a
        rater: shape (n_raters, n_options, n_criteria).
    raters : list of str or int, optional
        Ids of those who gave the scores, where there are several tables.

    Attributes
    ----------
    scores : array
        Shape (n_options, n_criteria), with raters (n_raters, n_options, n_criteria); where any
        cell is an interval, one more axis of length 2 with low and high (equal for points).

    Raises
    ------
    InvalidValueError
        With every fault: the wrong number of rows or scores, text instead of numbers, infinities,
        low above high, a score outside the criterion's scale, ids that stand twice.

    See Also
    --------
    rank : what to start with.

    Notes
    -----
    Scores are stored criterion by criterion, so that `rank` reads them in the order of memory. A
    float array that already lies so and is read-only is not copied. Tables are compared by value.

    Examples
    --------
    Two (invented) ideas of a youth group; what the second would cost nobody knows yet:

    >>> people, cost = Criterion("people", unit="persons"), Criterion("cost", "min")
    >>> table = DecisionTable(["oven", "path"], [people, cost], [[30, (200, 300)], [80, None]])
    >>> table
    DecisionTable(<2 options>, <2 criteria>, with intervals)
    >>> table.points().tolist()
    [[30.0, 250.0], [80.0, nan]]
    >>> DecisionTable(["oven", "path"], [people, cost], [[30, "200"], [80]])
    Traceback (most recent call last):
    ...
    abcd.errors.InvalidValueError: 2 faults
      scores[0][1]: found '200' (option 'oven', criterion 'cost'); accepted: a finite number, None
      for a gap, or a pair (low, high)
      scores[1]: found a length of 1 (option 'path'); accepted: 2, one for each criterion
    """

    options: tuple[str | int, ...] = attrs.field(converter=to_ids, validator=OPTIONS)
    criteria: tuple[Criterion, ...] = attrs.field(converter=_to_criteria, validator=_CRITERIA)
    scores: FloatArray = attrs.field(
        converter=to_scores, validator=_SCORES, eq=EQUAL_ARRAYS, hash=False
    )
    raters: tuple[str | int, ...] = attrs.field(
        default=(), converter=to_ids, validator=RATERS, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        settle(self)
        values = {"options": self.options, "criteria": self.criteria, "raters": self.raters}
        array, _ = read_scores(self.scores, _axes(values))
        object.__setattr__(self, "scores", array)

    _joined = ("options", "criteria", "scores", "raters")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        # A document may lack a field, or hold what is no criterion: None stands there then.
        yield from _repeated("options", values.get("options", ()))
        ids = [None if one is None else one.id for one in values.get("criteria", ())]
        yield from _repeated("criteria", ids, ".id")
        yield from _repeated("raters", values.get("raters", ()))
        if "scores" in values:
            yield from read_scores(values["scores"], _axes(values))[1]

    def __reduce__(self) -> tuple[Any, ...]:
        # Through the constructor: plain unpickling would leave the array writable.
        return (_rebuilt, (self.options, self.criteria, self.scores, self.raters))

    def __repr__(self) -> str:
        parts = [f"<{len(self.options)} options>", f"<{len(self.criteria)} criteria>"]
        parts += [f"<{len(self.raters)} raters>"] if self.raters else []
        parts += ["with intervals"] if self.has_intervals else []
        return f"DecisionTable({', '.join(parts)})"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html.escape(c.label or c.id)}</th>" for c in self.criteria)
        columns = range(len(self.criteria))
        body = "".join(
            f"<tr><th style='text-align:left'>{html.escape(str(option))}</th>"
            + "".join(f"<td>{self._cell(place, column)}</td>" for column in columns)
            + "</tr>"
            for place, option in enumerate(self.options[:_ROWS_SHOWN])
        )
        rest = len(self.options) - _ROWS_SHOWN
        more = f"<p>and {rest:,} more options</p>" if rest > 0 else ""
        return (
            f"<div><strong>{html.escape(repr(self))}</strong><table><thead><tr><th></th>{head}</tr>"
            f"</thead><tbody>{body}</tbody></table>{more}</div>"
        )

    def _cell(self, option: int, criterion: int) -> str:
        """Return a point as it is, an interval with its ends, of raters the range and who gave."""
        index = (..., option, criterion)
        low, high = self.low[index], self.high[index]
        known = ~np.isnan(low)
        if not known.any():
            return "-"
        least, most = float(np.nanmin(low)), float(np.nanmax(high))
        text = f"{least:.5g}" if least == most else f"{least:.5g} to {most:.5g}"
        return f"{text} ({int(known.sum())} of {len(self.raters)} raters)" if self.raters else text

    @classmethod
    def from_mapping(
        cls,
        scores: Mapping[str, Mapping[str, Any]],
        criteria: Sequence[Criterion],
    ) -> "DecisionTable":
        """Build a table from ``{option: {criterion: score}}``; what is left out is a gap.

        Parameters
        ----------
        scores : mapping of mappings
            The scores of each option by the ids of criteria.
        criteria : list of Criterion
            In the order of the table.

        Raises
        ------
        InvalidValueError
            With every fault, among them criteria that the table does not have.

        Examples
        --------
        >>> rows = {"oven": {"people": 30, "cost": 200}, "path": {"people": 80}}
        >>> criteria = [Criterion("people"), Criterion("cost", "min")]
        >>> table = DecisionTable.from_mapping(rows, criteria)
        >>> table.scores.tolist()
        [[30.0, 200.0], [80.0, nan]]
        """
        if not isinstance(scores, Mapping):
            accepted = "a mapping {option: {criterion: score}}"
            raise InvalidValueError(Fault("scores", shown(scores), accepted, "value"))
        faults: list[Fault] = []
        ids = criterion_ids(criteria)
        rows = [
            read_row(row, ids, f"scores[{shown(option)}]", faults) for option, row in scores.items()
        ]
        return _built(faults, list(scores), criteria, rows)

    @classmethod
    def from_records(
        cls,
        records: Iterable[Mapping[str, Any]],
        criteria: Sequence[Criterion],
        *,
        option: str = "option",
        rater: str | None = None,
    ) -> "DecisionTable":
        """Build a table from rows such as ``{"option": "oven", "people": 30, "cost": 200}``.

        Parameters
        ----------
        records : iterable of mappings
            One an option, or with `rater` one an option and rater, in any order. A criterion that
            a record leaves out is a gap, and so is an option that a rater did not judge.
        criteria : list of Criterion
            In the order of the table.
        option : str
            The key that holds the option's id.
        rater : str, optional
            The key that holds the rater's id, where there are several.

        Returns
        -------
        DecisionTable
            Options and raters in the order in which they first appear.

        Raises
        ------
        InvalidValueError
            With every fault: a record without id, twice the same, keys that are no criterion.

        Examples
        --------
        Two (invented) neighbors; Ayu did not judge the path:

        >>> records = [
        ...     {"who": "ayu", "option": "oven", "use": 4},
        ...     {"who": "budi", "option": "oven", "use": 2},
        ...     {"who": "budi", "option": "path", "use": 5},
        ... ]
        >>> table = DecisionTable.from_records(records, [Criterion("use")], rater="who")
        >>> table.raters, table.points().tolist()
        (('ayu', 'budi'), [[3.0], [5.0]])
        """
        faults: list[Fault] = []
        ids = criterion_ids(criteria)
        check_keys(records, option, rater, ids)
        rows = read_records(list(records), ids, (option, rater), faults)
        options = list(dict.fromkeys(id for id, _ in rows))
        raters = list(dict.fromkeys(id for _, id in rows))
        gaps: list[Any] = [None] * len(ids)
        tables = [[rows.get((row, table), gaps) for row in options] for table in raters]
        if rater is None:
            return _built(faults, options, criteria, tables[0] if tables else [])
        return _built(faults, options, criteria, tables, raters)

    @property
    def has_intervals(self) -> bool:
        """Whether any score is known within limits only."""
        return self.scores.ndim == 3 + bool(self.raters)

    @property
    def low(self) -> FloatArray:
        """The lower end of each score; of a point, the point. One table a rater where there are."""
        return self.scores[..., 0] if self.has_intervals else self.scores

    @property
    def high(self) -> FloatArray:
        """The upper end of each score; of a point, the point. One table a rater where there are."""
        return self.scores[..., 1] if self.has_intervals else self.scores

    def points(self) -> FloatArray:
        """Return one score a cell: the middle of its interval, the mean over its raters.

        Returns
        -------
        array, shape (n_options, n_criteria)
            nan where nobody gave a score.
        """
        middle = midpoints(self.scores, intervals=self.has_intervals)
        return condensed(middle, raters=bool(self.raters))

    def spread(self) -> FloatArray:
        """Return how far raters differ: the sample SD of each cell over its raters.

        Returns
        -------
        array, shape (n_options, n_criteria)
            In the criterion's unit; nan where fewer than two raters gave a score.
        """
        middle = midpoints(self.scores, intervals=self.has_intervals)
        return spread_over_raters(middle if self.raters else middle[np.newaxis])


def _rebuilt(options: Any, criteria: Any, scores: FloatArray, raters: Any) -> DecisionTable:
    return DecisionTable(options, criteria, scores, raters=raters)


def _axes(values: Mapping[str, Any]) -> list[Axis]:
    """Describe the levels of scores, outermost first; ids are None where those are at fault."""
    criteria = values.get("criteria")
    columns = (
        Axis("criterion", None)
        if criteria is None or None in criteria
        else Axis(
            "criterion",
            [criterion.id for criterion in criteria],
            [criterion.minimum for criterion in criteria],
            [criterion.maximum for criterion in criteria],
        )
    )
    tables = [Axis("rater", values.get("raters"))] if values.get("raters", True) else []
    return [*tables, Axis("option", values.get("options")), columns]


def _repeated(field: str, ids: Sequence[str | int | None], inside: str = "") -> Iterator[Fault]:
    """Yield ids that stand twice, also as text and as a number: in a record both read alike."""
    mixed = len(set(map(type, ids))) > 1
    if len(set(map(str, ids) if mixed else ids)) == len(ids):
        return
    first: dict[str, int] = {}
    for place, id in enumerate(ids):
        if id is not None and first.setdefault(str(id), place) != place:
            same = first[str(id)]
            found = f"the id {shown(id)} again, first at {field}[{same}]"
            if ids[same] != id:
                found = f"the id {shown(id)} beside {shown(ids[same])} at {field}[{same}]"
            yield Fault(f"{field}[{place}]{inside}", found, "each id once", "duplicate-id")


def _built(
    faults: list[Fault],
    options: Sequence[Any],
    criteria: Sequence[Criterion],
    scores: Any,
    raters: Sequence[Any] = (),
) -> DecisionTable:
    """Build the table; what its constructor refuses is listed with what was wrong before."""
    try:
        table = DecisionTable(options, criteria, scores, raters=raters)
    except InvalidValueError as error:
        raise InvalidValueError(*faults, *error.faults) from None
    if faults:
        raise InvalidValueError(*faults)
    return table
