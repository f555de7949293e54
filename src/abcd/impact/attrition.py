"""Attrition: how many were lost, whether more in one group, who they were, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, TypeAlias

import attrs
import numpy as np

from .._arguments import plain, whole
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, hidden, shown
from ..results.arrays import FloatArray
from ._boundary import boundary
from ._caveats import not_estimable
from ._columns import column_of, mean_of, names_of, read_values, refuse_strangers
from ._kernels import spread
from ._two_groups import pooled
from .attrition_results import Attrition, LostAndStayed
from .pairs import Scores, is_sequence, read_id

__all__ = ["People", "attrition"]

# Ids, or how many they are. `Any`, because plain data enter here: the content is checked.
People: TypeAlias = Iterable[Any] | int

_GROUPS = "a mapping from group to the ids of its people, or to how many they are"
_ROUNDING = 1e-12


def attrition(
    started: Mapping[str, People],
    completed: Mapping[str, People],
    *,
    baseline: Mapping[str, Scores] | None = None,
    reasons: Mapping[str, str] | None = None,
) -> Attrition:
    """Tell how many people were lost, whether one group lost more, who they were, and why.

    Those who stay are seldom those who left. Loss in itself costs people; loss that differs
    between the groups costs the comparison.

    Parameters
    ----------
    started, completed : mapping of group to ids, or to a number of people
        Who, or how many, began, and had the outcome measured. The same groups in both; nobody
        completes who did not start, and nobody is in two groups.
    baseline : mapping of name to mapping of id to number, optional
        What was known of everybody before: age, score. Needs ids.
    reasons : mapping of id to text, optional
        Why those lost were lost, where it is known: moved, harvest, died. Needs ids.

    Returns
    -------
    Attrition
        A row for each group, in the order of `started`.

    Raises
    ------
    InvalidValueError
        If groups do not fit, an id stands twice, somebody completed who did not start, reasons and
        baseline values come without ids, or a baseline value is of somebody who did not start.

    See Also
    --------
    loss_bounds : what the loss could have done to the answer.

    Notes
    -----
    Rate = lost / started. The differential attrition of two groups is the difference of their rates
    in size; of more groups the largest one. The limits are those of What Works Clearinghouse for
    two groups that were drawn by lot: cautious where the program may have made people leave or
    stay, optimistic where it could not. They are tabled for whole percents of overall attrition
    (rounded); above 57 % (cautious) or 65 % (optimistic) no differential attrition is low.

    Edge cases. Nobody started: no rates. One group: no differential attrition. Three groups or
    more: no limits, which are made for two.

    References
    ----------
    What Works Clearinghouse (2020). Standards Handbook, version 4.1, table II.1.

    Deke, J. and Chiang, H. (2017). The WWC attrition standard. Evaluation Review 41, 130-154.

    Examples
    --------
    Forty invented farmers started, twenty in each of two hamlets:

    >>> loss = attrition({"school": 20, "none": 20}, {"school": 18, "none": 14})
    >>> loss.overall, loss.differential, loss.cautious_limit, loss.low_if_cautious
    (0.2, 0.2, 0.054, False)

    Twice in ten is much, and nearly all of it in the hamlet without a school: the comparison is
    one of those who stayed. With ids it can be told who they were:

    >>> loss = attrition(
    ...     {"school": ["Ani", "Budi", "Citra"], "none": ["Dewi", "Eko", "Fitri"]},
    ...     {"school": ["Ani", "Budi", "Citra"], "none": ["Dewi", "Eko"]},
    ...     baseline={"age": {"Ani": 30, "Budi": 35, "Dewi": 33, "Eko": 36, "Fitri": 71}},
    ...     reasons={"Fitri": "moved to her children"},
    ... )
    >>> loss.lost_ids, loss.reasons
    (('Fitri',), ('moved to her children',))
    >>> print(attrition({"school": 0}, {"school": 0}).overall)
    None
    """
    faults: list[Fault] = []
    first = _read("started", started, faults)
    last = _read("completed", completed, faults)
    if faults:
        raise InvalidValueError(*faults)
    _check(first, last)
    began, stayed = [group.size for group in first.values()], [last[name].size for name in first]
    lost = [start - end for start, end in zip(began, stayed, strict=True)]
    rates = [gone / start if start else None for gone, start in zip(lost, began, strict=True)]
    overall = sum(lost) / sum(began) if sum(began) else None
    gone = _gone(first, last)
    told = _reasons(reasons, gone)
    answer = Attrition(
        groups=tuple(first),
        started=tuple(began),
        completed=tuple(stayed),
        lost=tuple(lost),
        rates=column_of(rates),
        overall=overall,
        differential=_differential(rates),
        cautious_limit=None,
        optimistic_limit=None,
        low_if_cautious=None,
        low_if_optimistic=None,
        lost_ids=gone or (),
        reasons=tuple(told),
        reason_counts=tuple(told.values()),
        unexplained=sum(lost) - sum(told.values()),
        differences=None if baseline is None else _differences(baseline, first, gone),
        n=sum(began),
    )
    answer = _limited(answer)
    return attrs.evolve(answer, caveats=tuple(_caveats(answer)))


@attrs.frozen
class _Group:
    """How many people, and who where that is known."""

    size: int
    ids: tuple[str | int, ...] | None


def _read(argument: str, groups: object, faults: list[Fault]) -> dict[str | int, _Group]:
    if not isinstance(groups, Mapping):
        faults.append(Fault(argument, hidden(groups), _GROUPS, "form"))
        return {}
    read: dict[str | int, _Group] = {}
    for key, people in groups.items():
        path = f"{argument}[{shown(key)}]"
        name = read_id(key)
        if name is None or name in read:
            faults.append(Fault(path, shown(key), "the name of a group, each once", "id"))
        elif type(plain(people)) is int:
            read[name] = _Group(whole(path, people, least=0), None)
        else:
            read[name] = _people(path, people, faults)
    return read


def _people(path: str, people: object, faults: list[Fault]) -> _Group:
    if not (is_sequence(people) or isinstance(people, set | frozenset | Mapping)):
        faults.append(Fault(path, hidden(people), "ids, or how many people they are", "form"))
        return _Group(0, ())
    ids: dict[str | int, None] = {}
    for found in people:
        key = read_id(found)
        if key is None or key in ids:
            accepted = "each participant once, by text or a whole number"
            faults.append(Fault(path, f"the id {shown(found)}", accepted, "id"))
        else:
            ids[key] = None
    return _Group(len(ids), tuple(ids))


def _check(first: dict[str | int, _Group], last: dict[str | int, _Group]) -> None:
    faults: list[Fault] = []
    if first.keys() != last.keys():
        found = ", ".join(map(shown, last)) or "no groups"
        accepted = f"the groups of started: {', '.join(map(shown, first)) or 'none'}"
        raise InvalidValueError(Fault("completed", found, accepted, "group"))
    with_ids = {group.ids is not None for group in (*first.values(), *last.values())}
    if len(with_ids) > 1:
        accepted = "ids of every group in both, or numbers in both"
        raise InvalidValueError(Fault("completed", "ids beside numbers", accepted, "form"))
    seen: set[str | int] = set()
    for name, group in first.items():
        path, end = f"completed[{shown(name)}]", last[name]
        if end.size > group.size:
            accepted = f"at most the {group.size} who started"
            faults.append(Fault(path, f"{end.size} people", accepted, "value"))
        strangers = set(end.ids or ()) - set(group.ids or ())
        faults += [
            Fault(path, f"the id {shown(key)}", "people who started in this group", "id")
            for key in sorted(strangers, key=str)
        ]
        twice = seen & set(group.ids or ())
        faults += [
            Fault(f"started[{shown(name)}]", f"the id {shown(key)}", "each in one group", "group")
            for key in sorted(twice, key=str)
        ]
        seen |= set(group.ids or ())
    if faults:
        raise InvalidValueError(*faults)


def _gone(
    first: dict[str | int, _Group], last: dict[str | int, _Group]
) -> tuple[str | int, ...] | None:
    if any(group.ids is None for group in first.values()):
        return None
    return tuple(
        key
        for name, group in first.items()
        for key in group.ids or ()
        if key not in set(last[name].ids or ())
    )


def _reasons(reasons: object, gone: tuple[str | int, ...] | None) -> dict[str, int]:
    if reasons is None:
        return {}
    accepted = "a mapping from the id of somebody who was lost to text; needs ids in started"
    if not isinstance(reasons, Mapping) or gone is None:
        raise InvalidValueError(Fault("reasons", hidden(reasons), accepted, "form"))
    faults: list[Fault] = []
    for key, text in reasons.items():
        # Keys that can not be hashed into ids stand in no mapping, so looking up is safe.
        if read_id(key) not in set(gone):
            faults.append(Fault(f"reasons[{shown(key)}]", shown(key), "somebody lost", "id"))
        if not isinstance(text, str) or not text.strip():
            faults.append(Fault(f"reasons[{shown(key)}]", hidden(text), "text", "value"))
    if faults:
        raise InvalidValueError(*faults)
    counts = Counter(str(text).strip() for text in reasons.values())
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _differential(rates: list[float | None]) -> float | None:
    known = [rate for rate in rates if rate is not None]
    # 0.3 - 0.1 is 0.19999999999999998.
    return round(max(known) - min(known), 12) if len(known) > 1 else None


def _limited(answer: Attrition) -> Attrition:
    differential = answer.differential
    if differential is None or len(answer.groups) != 2:
        return answer
    overall = Fraction(sum(answer.lost), answer.n)
    limits = boundary(overall, "cautious"), boundary(overall, "optimistic")
    low = [limit is not None and differential <= limit + _ROUNDING for limit in limits]
    return attrs.evolve(
        answer,
        cautious_limit=limits[0],
        optimistic_limit=limits[1],
        low_if_cautious=low[0],
        low_if_optimistic=low[1],
    )


def _differences(
    baseline: object, first: dict[str | int, _Group], gone: tuple[str | int, ...] | None
) -> LostAndStayed:
    if gone is None:
        accepted = "ids in started and completed"
        raise InvalidValueError(Fault("baseline", "numbers of people only", accepted, "form"))
    left = set(gone)
    everybody = {key for group in first.values() for key in group.ids or ()}
    columns = names_of("baseline", baseline)
    split: list[tuple[FloatArray, FloatArray]] = []
    for name, column in columns.items():
        path = f"baseline[{name!r}]"
        if not isinstance(column, Mapping):
            accepted = "a mapping from participant id to number"
            raise InvalidValueError(Fault(path, hidden(column), accepted, "form"))
        read = read_values(path, column, "omit").values
        refuse_strangers(path, read, everybody, "somebody who started")
        known = {key: value for key, value in read.items() if value is not None}
        parts = [
            np.array([value for key, value in known.items() if (key in left) == lost])
            for lost in (True, False)
        ]
        split.append((parts[0], parts[1]))
    return LostAndStayed(
        variables=tuple(columns),
        means_lost=column_of(mean_of(lost) for lost, _ in split),
        means_stayed=column_of(mean_of(stayed) for _, stayed in split),
        differences=column_of(_standardized(lost, stayed) for lost, stayed in split),
        n_lost=tuple([len(lost) for lost, _ in split]),
        n_stayed=tuple([len(stayed) for _, stayed in split]),
        caveats=tuple(_of_differences(columns, split)),
    )


def _standardized(lost: FloatArray, stayed: FloatArray) -> float | None:
    sd = pooled(lost, stayed)
    return None if not sd else float(np.mean(lost) - np.mean(stayed)) / sd


def _of_differences(
    columns: dict[str, object], split: list[tuple[FloatArray, FloatArray]]
) -> Iterator[Caveat]:
    none = [
        name
        for name, (lost, stayed) in zip(columns, split, strict=True)
        if not len(lost)
        or not len(stayed)
        or not spread(np.concatenate((lost, stayed)))
        or not pooled(lost, stayed)
    ]
    if none:
        fields = ["means_lost", "means_stayed", "differences"]
        yield Caveat("lost-not-compared", {"fields": fields, "variables": none})


# --- caveats -------------------------------------------------------------------------------------

_OF_LIMITS = ("cautious_limit", "optimistic_limit", "low_if_cautious", "low_if_optimistic")


def _caveats(answer: Attrition) -> Iterator[Caveat]:
    lost = sum(answer.lost)
    if answer.overall is None:
        fields = ["overall", "differential", "rates", *_OF_LIMITS]
        yield Caveat("nobody-started", {"fields": fields})
        return
    empty = [start for start in answer.started if start == 0]
    if empty:
        yield Caveat("nobody-started", {"fields": ["rates"]})
    if answer.differential is None:
        yield from not_estimable("attrition-one-group", answer, "differential", *_OF_LIMITS)
    elif len(answer.groups) > 2:
        yield from not_estimable("attrition-many-groups", answer, *_OF_LIMITS)
    else:
        yield from _of_limits(answer)
    if answer.unexplained:
        yield Caveat("attrition-unexplained", {"unexplained": answer.unexplained, "lost": lost})


def _of_limits(answer: Attrition) -> Iterator[Caveat]:
    beyond, rates = ("cautious_limit", "optimistic_limit"), _rates(answer)
    if answer.optimistic_limit is None:
        overall = rates["overall"]
        yield from not_estimable("attrition-beyond-table", answer, *beyond, overall=overall)
    elif answer.cautious_limit is None:
        yield from not_estimable("attrition-beyond-cautious", answer, *beyond, **rates)
    elif not answer.low_if_optimistic:
        yield Caveat("attrition-high", rates)
    elif not answer.low_if_cautious:
        yield Caveat("attrition-depends", rates)


def _rates(answer: Attrition) -> dict[str, object]:
    percents = {
        "overall": answer.overall,
        "differential": answer.differential,
        "cautious": answer.cautious_limit,
        "optimistic": answer.optimistic_limit,
    }
    return {name: None if rate is None else 100 * rate for name, rate in percents.items()}
