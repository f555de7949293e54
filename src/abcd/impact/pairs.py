"""Reading before and after: which value belongs to which person, and what is left out."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeAlias, TypeGuard

import attrs

from .._arguments import SIZES, fits, plain
from ..errors import Fault, InvalidValueError, hidden, shown
from ..fields import one_of, to_text

__all__ = [
    "Column",
    "Pairs",
    "Scores",
    "Wave",
    "compare_labels",
    "is_sequence",
    "read_id",
    "read_pairs",
    "read_wave",
]


class Column(Protocol):
    """An array or series of one dimension, as numpy, pandas and polars have them."""

    @property
    def shape(self) -> tuple[int, ...]:
        """Its one length."""
        ...

    def __iter__(self) -> Iterator[Any]:
        """Its values in order."""
        ...


# What a wave of scores may be. `Any`, because plain data enter here: the content is checked.
Scores: TypeAlias = Sequence[Any] | Mapping[Any, Any] | Column

_FORMS = "a sequence of numbers, a mapping from participant id to number, or rows (id, number)"
_ID = "a participant's id: a whole number, or text that is not blank"


@attrs.frozen
class Pairs:
    """Scores of the same people before and after, in the order of `before`.

    `keys` and `omitted` hold ids, or row numbers from 0 where there are no ids; `omitted` are the
    pairs with a missing value.
    """

    keys: tuple[str | int, ...]
    before: tuple[float, ...]
    after: tuple[float, ...]
    unmatched_before: tuple[str | int, ...] = ()
    unmatched_after: tuple[str | int, ...] = ()
    omitted: tuple[str | int, ...] = ()

    @property
    def n(self) -> int:
        """How many complete pairs there are."""
        return len(self.before)


@attrs.frozen
class Wave:
    """One wave as read: its form, and the value (None: missing) of each id or row number."""

    form: str
    values: dict[str | int, float | None]


def read_pairs(before: Scores | float, after: Scores | float, *, missing: str) -> Pairs:
    """Read two waves of one form and match them, by id where there are ids.

    Raises
    ------
    InvalidValueError
        If the forms differ, sequences differ in length or in the labels of their index, an id
        stands twice, or a value is no finite number; the faults of both waves are listed together.
    """
    one_of("missing", missing, ("raise", "omit"))
    faults: list[Fault] = []
    first = read_wave("before", before, missing, faults)
    second = read_wave("after", after, missing, faults)
    if faults:
        raise InvalidValueError(*faults)
    _compare(first, second)
    compare_labels(before, after)
    return _match(first.values, second.values)


def _compare(before: Wave, after: Wave) -> None:
    forms = {before.form, after.form}
    # An empty sequence may be no numbers or no rows; an empty mapping is a mapping.
    if len(forms) > 1 and not ("empty" in forms and "mapping" not in forms):
        found = f"{after.form}, beside {before.form} in before"
        raise InvalidValueError(Fault("after", found, "the same form as before", "form"))
    sizes = len(before.values), len(after.values)
    if "numbers" in forms and sizes[0] != sizes[1]:
        accepted = f"{sizes[0]}, one for each value of before and in the same order"
        raise InvalidValueError(Fault("after", f"{sizes[1]} values", accepted, "length"))


def compare_labels(before: object, after: object, *, of: str = "index") -> None:
    """Refuse two series (pandas) whose rows have different labels: no position is to be trusted."""
    labels, others = getattr(before, of, None), getattr(after, of, None)
    # The `index` of a list is a method, and has no such comparison.
    equals = getattr(labels, "equals", None)
    if callable(equals) and hasattr(others, "equals") and not equals(others):
        accepted = (
            "the same index in the same order: give before.to_dict() and after.to_dict(), which "
            "are matched by id, or .to_numpy() of both where the positions are right"
        )
        found = "another index than that of before"
        raise InvalidValueError(Fault("after", found, accepted, "index"))


def _match(before: dict[str | int, float | None], after: dict[str | int, float | None]) -> Pairs:
    complete: list[tuple[str | int, float, float]] = []
    omitted: list[str | int] = []
    for key, old in before.items():
        if key in after:
            new = after[key]
            if old is None or new is None:
                omitted.append(key)
            else:
                complete.append((key, old, new))
    return Pairs(
        tuple([key for key, _, _ in complete]),
        tuple([old for _, old, _ in complete]),
        tuple([new for _, _, new in complete]),
        unmatched_before=tuple([key for key in before if key not in after]),
        unmatched_after=tuple([key for key in after if key not in before]),
        omitted=tuple(omitted),
    )


# --- one wave ------------------------------------------------------------------------------------


def read_wave(argument: str, wave: object, missing: str, faults: list[Fault]) -> Wave:
    """Read one wave of scores; what is wrong with it is added to `faults`."""
    if isinstance(wave, Mapping):
        entries = [(f"{argument}[{shown(key)}]", key, value) for key, value in wave.items()]
        return Wave("mapping", _identified(entries, missing, faults))
    if not is_sequence(wave):
        faults.append(Fault(argument, hidden(wave), _FORMS, "form"))
        return Wave("empty", {})
    items = list(wave)
    if not items:
        return Wave("empty", {})
    if isinstance(items[0], list | tuple):
        rows = _rows(argument, items, faults)
        return Wave("rows", _identified(rows, missing, faults))
    values = [_value(f"{argument}[{row}]", item, missing, faults) for row, item in enumerate(items)]
    return Wave("numbers", dict(enumerate(values)))


def is_sequence(wave: object) -> TypeGuard[Iterable[object]]:
    """Tell whether this is a sequence, or an array or series of one dimension; text is none."""
    if isinstance(wave, str | bytes | bytearray | memoryview):
        return False
    # Arrays and series of numpy, pandas and polars are no `Sequence`, but have one dimension.
    shape = getattr(wave, "shape", None)
    return isinstance(wave, Sequence) or (isinstance(shape, tuple) and len(shape) == 1)


def _rows(
    argument: str, items: list[object], faults: list[Fault]
) -> Iterator[tuple[str, object, object]]:
    for position, item in enumerate(items):
        path = f"{argument}[{position}]"
        if isinstance(item, list | tuple) and len(item) == 2:
            yield path, item[0], item[1]
        else:
            faults.append(Fault(path, hidden(item), "a row (id, number)", "form"))


def _identified(
    entries: Iterable[tuple[str, object, object]], missing: str, faults: list[Fault]
) -> dict[str | int, float | None]:
    values: dict[str | int, float | None] = {}
    first_seen: dict[str | int, str] = {}
    for path, found, value in entries:
        key = read_id(found)
        if key is None:
            faults.append(Fault(path, f"the id {shown(found)}", _ID, "id"))
        elif key in values:
            found_twice = f"the id {shown(key)} again, first at {first_seen[key]}"
            faults.append(Fault(path, found_twice, "each participant once", "duplicate-id"))
        else:
            first_seen[key] = path
            values[key] = _value(path, value, missing, faults)
    return values


def read_id(found: object) -> str | int | None:
    """Return an id as text or whole number, or None for what can be no id."""
    if isinstance(found, str):
        text = to_text(found)
        return text if type(text) is str and text.strip() else None
    number = plain(found)
    return number if type(number) is int else None


def _value(path: str, found: object, missing: str, faults: list[Fault]) -> float | None:
    value = plain(found)
    if value is None or (isinstance(value, float) and math.isnan(value)):
        if missing == "raise":
            accepted = f'{SIZES}; missing="omit" leaves such pairs out and lists them'
            faults.append(Fault(path, f"the missing value {value}", accepted, "missing"))
        return None
    if isinstance(value, int | float) and fits(value):
        return float(value)
    faults.append(Fault(path, shown(value), SIZES, "value"))
    return None
