"""A decision table computed from a community, with the provenance of every cell."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Literal, TypeAlias, final

import attrs
import networkx as nx

from ..caveats import Caveat
from ..cycle import Cycle, Idea, Plan
from ..errors import Fault, InvalidValueError, hidden, nearest, shown
from ..fields import CODE_OR_NONE, as_tuple, to_number
from ..model import Community
from ..results import ROW, RowResult
from . import measures
from ._leading import connectedness_in, ties_of
from ._programs import Program, checked, currencies_of
from .criteria import Criterion, Direction
from .provenance import Cell
from .tables import DecisionTable

__all__ = ["Assessment", "Judgment", "Measure", "assess", "checked_programs"]

Measure: TypeAlias = Literal[
    "own_assets", "readiness", "mobilization", "connectedness", "reach", "goals", "cost", "days"
]
Judgment: TypeAlias = (
    Mapping[str, float | tuple[float, float] | None] | Callable[[Program, Community], Any]
)
"""Scores by id of the program, or a function of program and community that gives one."""


def _share(id: str, label: str) -> Criterion:
    return Criterion(id, label=label, unit="share", minimum=0, maximum=1)


_CRITERIA: dict[str, Criterion] = {
    "own_assets": _share("own_assets", "own assets"),
    "readiness": _share("readiness", "checked assets"),
    "mobilization": _share("mobilization", "assets in use"),
    "connectedness": _share("connectedness", "ties of leaders"),
    "reach": Criterion("reach", label="people", unit="people", minimum=0),
    "goals": _share("goals", "goals served"),
    "cost": Criterion("cost", Direction.MIN, label="cost", minimum=0),
    "days": Criterion("days", Direction.MIN, label="days", unit="days", minimum=0),
}
_DEFAULT: tuple[Measure, ...] = (
    "own_assets",
    "readiness",
    "reach",
    "connectedness",
    "cost",
    "days",
)
# What is known, or known within limits; any other basis is the reason of a gap.
_KNOWN = frozenset({"computed", "given", "within-limits"})


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Assessment(RowResult):
    """What `assess` answers: one row a program, in the order given.

    Attributes
    ----------
    programs : tuple of str
        Ids of the ideas and plans.
    basis : tuple of tuple of str
        For each program and criterion why the score is what it is: ``"computed"``,
        ``"within-limits"``, ``"given"``, or the reason of a gap, such as ``"cost-incomplete"``.
    of : tuple of tuple of tuple of str
        For each program and criterion the ids that the score stands on.
    criteria : tuple of str
        Ids of the criteria.
    table : DecisionTable
        The scores, ready for `rank`.
    n : int
        How many programs.
    caveats : tuple of Caveat
        How many cells are gaps, with the reasons, or known within limits.
    """

    programs: tuple[str, ...] = attrs.field(metadata=ROW)
    basis: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    of: tuple[tuple[tuple[str, ...], ...], ...] = attrs.field(metadata=ROW)
    criteria: tuple[str, ...]
    table: DecisionTable
    n: int
    caveats: tuple[Caveat, ...] = ()

    def columns(self) -> dict[str, list[Any]]:
        """Return the programs, and for each criterion its score, its limits and its basis.

        The score is the middle of the limits; None for a gap.
        """
        columns: dict[str, list[Any]] = {"programs": list(self.programs)}
        arrays = (self.table.points(), self.table.low, self.table.high)
        for place, criterion in enumerate(self.criteria):
            for suffix, array in zip(("", "_low", "_high"), arrays, strict=True):
                values = array[:, place].tolist()
                columns[criterion + suffix] = [None if x != x else x for x in values]  # noqa: PLR0124  # nan
            columns[f"{criterion}_basis"] = [row[place] for row in self.basis]
        return columns


def assess(
    programs: Iterable[Program],
    community: Community,
    *,
    criteria: Sequence[Measure | tuple[Criterion, Judgment]] = _DEFAULT,
    cycle: Cycle | None = None,
    on: datetime.date | str | None = None,
    currency: str | None = None,
) -> Assessment:
    """Judge ideas and plans by what the community has, and say where each score comes from.

    Use it to fill a decision table from the model instead of from memory: what is on record is
    computed, what people said is given, and what nobody knows stays a gap with its reason.

    Parameters
    ----------
    programs : list of Idea or Plan
        What could be done; each id once.
    community : Community
        Whose it would be.
    criteria : list, optional
        Names of `abcd.potential.measures`, or pairs ``(Criterion, scores)`` of your own, where the
        scores are a mapping by program id or a function of program and community that returns a
        number, a pair (low, high), None or a `measures.Cell`.
    cycle : Cycle, optional
        Whose goals plans serve, for ``"goals"``.
    on : date or ISO text, optional
        The day on which ties and memberships must hold; see `measures.reach`.
    currency : str, optional
        The currency of ``"cost"``. None takes the one that all needs have; where they have several,
        every cost is a gap, as nothing is converted.

    Returns
    -------
    Assessment
        With the `table` for `rank`, `acceptability` and `sensitivity`, and for each cell its basis.

    Raises
    ------
    InvalidValueError
        If a program is none, stands twice or names ids that the community does not have, or if a
        criterion is unknown or stands twice.

    See Also
    --------
    rank : what to start with.
    low_hanging_fruit : what can be done with own assets and no outside help.

    Notes
    -----
    The definitions stand with each measure in `abcd.potential.measures`. Weights are not part of
    this: what counts how much, people say.

    Examples
    --------
    Two (invented) ideas; how willing members are, they said themselves.

    >>> from abcd import Asset, Community, Idea, Need, Person
    >>> from abcd.potential import Criterion, rank
    >>> village = Community(
    ...     "rt3",
    ...     "RT 3",
    ...     people=[Person("p1", "Siti")],
    ...     assets=[Asset("hall", "Hall", control="primary", status="verified")],
    ... )
    >>> ideas = [
    ...     Idea("oven", "Bake together", joins=["hall", "p1"], needs=[Need("bricks")]),
    ...     Idea("film", "Film the market", joins=["hall", "p1"]),
    ... ]
    >>> willing = (Criterion("willing", minimum=1, maximum=5), {"oven": 4, "film": 5})
    >>> found = assess(ideas, village, criteria=["own_assets", "cost", willing])
    >>> found["oven"]["basis"], found["film"]["basis"]
    (('computed', 'cost-incomplete', 'given'), ('computed', 'no-needs', 'given'))
    >>> rank(found.table, weights={"own_assets": 1, "cost": 0, "willing": 1}).first
    ('film',)
    """
    options = checked_programs(programs)
    wrong = list(CODE_OR_NONE.faults("currency", currency))
    if wrong:
        raise InvalidValueError(*wrong)
    columns = _columns(criteria, _Setting(options, community, cycle, on, currency))
    cells = [[judge(option) for _, judge in columns] for option in options]
    table = DecisionTable(
        [option.id for option in options],
        [criterion for criterion, _ in columns],
        [[_score(cell) for cell in row] for row in cells],
    )
    basis = tuple([tuple([cell.basis for cell in row]) for row in cells])
    return Assessment(
        programs=tuple([option.id for option in options]),
        basis=basis,
        of=tuple([tuple([cell.of for cell in row]) for row in cells]),
        criteria=tuple([criterion.id for criterion, _ in columns]),
        table=table,
        n=len(options),
        caveats=tuple(_caveats(basis)),
    )


# --- criteria ------------------------------------------------------------------------------------


@attrs.frozen
class _Setting:
    """What measures need beside the program."""

    programs: Sequence[Program]
    community: Community
    cycle: Cycle | None
    on: datetime.date | str | None
    currency: str | None
    ties: "list[nx.Graph[str]]" = attrs.field(factory=list)

    def criterion(self, name: str) -> Criterion:
        currencies = self._currencies()
        if name != "cost" or len(currencies) != 1:
            return _CRITERIA[name]
        return attrs.evolve(_CRITERIA[name], unit=next(iter(currencies)))

    def measure(self, name: str) -> Callable[[Program], Cell]:
        more: dict[str, Any] = {}
        if name == "connectedness":
            return self._connectedness
        if name == "reach":
            more = {"on": self.on}
        elif name == "goals":
            more = {"cycle": self.cycle}
        elif name == "cost":
            more = {"currency": self.currency}
            if len(self._currencies()) > 1:
                # Amounts of several programs in several currencies can not be compared.
                return lambda _: Cell(basis="other-currency")
        return partial(_measured, getattr(measures, name), self.community, more)

    def _connectedness(self, program: Program) -> Cell:
        day = checked(program, self.community, self.on)
        if not self.ties:
            # One graph serves all programs; it is built once the community has been checked.
            self.ties.append(ties_of(self.community, day))
        return connectedness_in(self.ties[0], program, self.community, day)

    def _currencies(self) -> set[str | None]:
        return currencies_of(self.programs, self.currency)


Column: TypeAlias = tuple[Criterion, Callable[[Program], Cell]]


def _columns(criteria: Any, setting: _Setting) -> list[Column]:
    items = as_tuple(criteria)
    if type(items) is not tuple or not items:
        accepted = "a list of names of measures and of pairs (Criterion, scores), at least one"
        raise InvalidValueError(Fault("criteria", shown(criteria), accepted, "value"))
    faults: list[Fault] = []
    columns = [
        column
        for place, item in enumerate(items)
        for column in _column(item, f"criteria[{place}]", setting, faults)
    ]
    if faults:
        raise InvalidValueError(*faults)
    return columns


def _column(item: Any, path: str, setting: _Setting, faults: list[Fault]) -> Iterator[Column]:
    if isinstance(item, str) and item in _CRITERIA:
        yield setting.criterion(item), setting.measure(item)
        return
    criterion, judgment = (
        item if isinstance(item, tuple | list) and len(item) == 2 else (None, None)
    )
    if type(criterion) is Criterion and isinstance(judgment, Mapping):
        yield criterion, partial(_given, judgment)
    elif type(criterion) is Criterion and callable(judgment):
        yield criterion, partial(_asked, judgment, setting.community, f"{path}[1]")
    else:
        accepted = f"{nearest(item, _CRITERIA)}, or a pair (Criterion, scores)"
        faults.append(Fault(path, shown(item), accepted, "unknown-measure"))


def _measured(
    measure: Callable[..., Cell], community: Community, more: dict[str, Any], program: Program
) -> Cell:
    return measure(program, community, **more)


def _given(scores: Mapping[str, Any], program: Program) -> Cell:
    return _as_cell(scores.get(program.id), f"scores[{shown(program.id)}]")


def _asked(
    function: Callable[[Program, Community], Any], community: Community, path: str, program: Program
) -> Cell:
    answer = function(program, community)
    return answer if type(answer) is Cell else _as_cell(answer, path)


def _as_cell(value: Any, path: str) -> Cell:
    """Read what somebody gave: a number, limits, or nothing."""
    if value is None:
        return Cell(basis="not-given")
    ends: Any = value if isinstance(value, tuple | list) and len(value) == 2 else (value, value)
    low, high = (to_number(end) for end in ends)
    try:
        cell = Cell(low=low, high=high, basis="given" if low == high else "within-limits")
    except InvalidValueError:
        accepted = "a finite number, None for a gap, or a pair (low, high)"
        raise InvalidValueError(Fault(path, shown(value), accepted, "value")) from None
    return cell


# --- programs and cells --------------------------------------------------------------------------


def checked_programs(programs: Any) -> tuple[Program, ...]:
    """Refuse what is no list of ideas and plans with ids of their own."""
    items = as_tuple(programs)
    if type(items) is not tuple or not items:
        accepted = "a list of Idea and Plan, at least one"
        raise InvalidValueError(Fault("programs", shown(programs), accepted, "value"))
    faults: list[Fault] = []
    seen: set[str] = set()
    for place, item in enumerate(items):
        if not isinstance(item, Idea | Plan):
            faults.append(Fault(f"programs[{place}]", hidden(item), "an Idea or a Plan", "value"))
        elif item.id in seen:
            found = f"the id {shown(item.id)} again"
            faults.append(Fault(f"programs[{place}].id", found, "each id once", "duplicate-id"))
        else:
            seen.add(item.id)
    if faults:
        raise InvalidValueError(*faults)
    return items


def _score(cell: Cell) -> float | tuple[float, float] | None:
    if cell.low is None or cell.high is None:
        return None
    return cell.low if cell.low == cell.high else (cell.low, cell.high)


def _caveats(basis: Sequence[Sequence[str]]) -> Iterator[Caveat]:
    counts = Counter([reason for row in basis for reason in row])
    total = sum(counts.values())
    if counts["within-limits"]:
        yield Caveat("cells-within-limits", {"count": counts["within-limits"], "total": total})
    reasons = sorted(set(counts) - _KNOWN)
    if reasons:
        count = sum(counts[reason] for reason in reasons)
        data = {"count": count, "total": total, "reasons": tuple(reasons)}
        yield Caveat("cells-not-known", data)
