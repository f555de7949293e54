"""Answers to the items of a questionnaire, brought together by person."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import attrs
import numpy as np

from .._arguments import plain
from ..errors import Fault, InvalidValueError, hidden, nearest, shown
from ..fields import one_of
from ..results.arrays import FloatArray
from ._columns import aligned
from ._scale import read_ends
from .pairs import Scores, Wave, is_sequence, read_id, read_wave

__all__ = ["Answers", "Items", "read_answers", "read_scale", "turned"]

Items: TypeAlias = Mapping[str, Scores] | Mapping[int, Scores] | Mapping[str | int, Scores]

_ITEMS = "a mapping from item to the answers of each person"


@attrs.frozen(eq=False)
class Answers:
    """Answers to each item, in the order of the people in the first item that names them.

    `people` holds ids, or row numbers from 0 where there are no ids. `table` has a row for each
    person and a column for each item; a missing answer is nan.
    """

    items: tuple[str | int, ...]
    people: tuple[str | int, ...]
    table: FloatArray

    def complete(self) -> tuple[FloatArray, tuple[str | int, ...]]:
        """Return the rows without a gap, and the people who have one."""
        gaps = np.isnan(self.table)
        whole = np.flatnonzero(~gaps.any(axis=1))
        lost = [self.people[row] for row in np.flatnonzero(gaps.any(axis=1)).tolist()]
        return self.table[whole], tuple(lost)


def read_answers(items: object, *, missing: str) -> Answers:
    """Read the answers to all items, and match them by id where there are ids.

    Raises
    ------
    InvalidValueError
        If there is no mapping of items, an item has no name, an answer is no number, items differ
        in form or length, or an answer is missing and `missing` is ``"raise"``.
    """
    one_of("missing", missing, ("raise", "omit"))
    faults: list[Fault] = []
    named = _named(items, faults)
    waves = {
        name: read_wave(_path(name), answers, missing, faults) for name, answers in named.items()
    }
    if faults:
        raise InvalidValueError(*faults)
    _check_forms(waves)
    _check_indexes(named)
    people = tuple(dict.fromkeys(key for wave in waves.values() for key in wave.values))
    if missing == "raise":
        _refuse_gaps(waves, people)
    columns = [[_cell(wave.values.get(person)) for person in people] for wave in waves.values()]
    table = np.array(columns, dtype=np.float64).reshape(len(waves), len(people)).T
    return Answers(tuple(waves), people, table)


def _path(name: str | int) -> str:
    return f"items[{shown(name)}]"


def _cell(answer: float | None) -> float:
    return np.nan if answer is None else answer


def _named(items: object, faults: list[Fault]) -> dict[str | int, object]:
    if not isinstance(items, Mapping):
        faults.append(Fault("items", hidden(items), _ITEMS, "form"))
        return {}
    named: dict[str | int, object] = {}
    for found, answers in items.items():
        name = read_id(found)
        if name is None or name in named:
            accepted = "each item once, by text that is not blank or a whole number"
            faults.append(Fault(f"items[{shown(found)}]", shown(found), accepted, "id"))
        else:
            named[name] = answers
    return named


def _check_forms(waves: dict[str | int, Wave]) -> None:
    names = list(waves)
    for name in names[1:]:
        aligned(_path(names[0]), waves[names[0]], _path(name), waves[name])


def _check_indexes(items: dict[str | int, object]) -> None:
    """Refuse series (pandas) whose rows have different labels: no position is to be trusted."""
    # The `index` of a list is a method, and has no such comparison.
    indexes: list[tuple[str | int, Any]] = [
        (name, getattr(answers, "index", None)) for name, answers in items.items()
    ]
    labels = [(name, index) for name, index in indexes if hasattr(index, "equals")]
    for name, index in labels[1:]:
        if not index.equals(labels[0][1]):
            accepted = "the index of the first item, in the same order; or .to_dict() of each"
            raise InvalidValueError(Fault(_path(name), "another index", accepted, "index"))


def _refuse_gaps(waves: dict[str | int, Wave], people: tuple[str | int, ...]) -> None:
    faults = [
        Fault(
            f"{_path(name)}[{shown(person)}]",
            "no answer",
            'an answer of everybody who answers another item; missing="omit" allows gaps',
            "missing",
        )
        for name, wave in waves.items()
        for person in people
        if person not in wave.values
    ]
    if faults:
        raise InvalidValueError(*faults)


def read_scale(minimum: object, maximum: object, answers: Answers) -> tuple[float, float]:
    """Read the ends of the scale, and refuse answers beyond them, all at once.

    Raises
    ------
    InvalidValueError
        If the ends are no scale, or an answer lies outside it.
    """
    low, high = read_ends(minimum, maximum)
    faults = [
        Fault(
            f"{_path(answers.items[column])}[{shown(answers.people[row])}]",
            shown(float(answers.table[row, column])),
            f"an answer from minimum={low:g} to maximum={high:g}",
            "range",
        )
        for row, column in np.argwhere((answers.table < low) | (answers.table > high)).tolist()
    ]
    if faults:
        raise InvalidValueError(*faults)
    return low, high


def turned(
    reversed: object, answers: Answers, ends: tuple[float, float] | None
) -> tuple[Answers, tuple[str | int, ...]]:
    """Turn the items that are named: an answer x becomes minimum + maximum - x.

    Raises
    ------
    InvalidValueError
        If a name is not that of an item or stands twice, or the ends of the scale are not given.
    """
    if not is_sequence(reversed):
        accepted = "a list or tuple of items"
        raise InvalidValueError(Fault("reversed", hidden(reversed), accepted, "form"))
    named = [plain(name) for name in reversed]
    names = _known(named, answers.items)
    if not names:
        return answers, ()
    if ends is None:
        accepted = "both ends of the scale, without which no item can be turned"
        raise InvalidValueError(Fault("maximum", "None", accepted, "missing"))
    table = answers.table.copy()
    columns = [answers.items.index(name) for name in names]
    table[:, columns] = ends[0] + ends[1] - table[:, columns]
    return attrs.evolve(answers, table=table), names


def _known(named: Sequence[object], items: tuple[str | int, ...]) -> tuple[str | int, ...]:
    known: dict[str | int, None] = {}
    faults: list[Fault] = []
    for place, found in enumerate(named):
        name = read_id(found)
        if name is None or name not in items or name in known:
            accepted = f"each item once: {nearest(found, [str(item) for item in items])}"
            faults.append(Fault(f"reversed[{place}]", shown(found), accepted, "unknown"))
        else:
            known[name] = None
    if faults:
        raise InvalidValueError(*faults)
    return tuple(known)
