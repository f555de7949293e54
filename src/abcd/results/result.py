"""The two shapes of a result: one answer, or one row for each id."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import attrs

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, UnknownIdError, nearest, shown
from ..fields import to_number, to_text
from . import display

__all__ = ["COUNTED", "ROW", "Result", "RowResult"]

# `attrs.field(metadata=ROW)` marks the fields of a `RowResult` that have one value a row. The
# first of them holds the ids.
ROW: Mapping[str, Any] = {"row": True}

# `attrs.field(metadata=COUNTED)` marks what names people: displays say how many, and no more.
COUNTED: Mapping[str, Any] = {"counted": True}


def _rebuild(cls: type, values: dict[str, Any]) -> Any:
    return cls(**values)


class Result(display.Shown):
    """A frozen answer with its uncertainty, its method, the n it stands on, and its caveats.

    Subclasses are ``attrs.frozen(repr=False, eq=True, hash=False)`` and have a field `caveats`.
    """

    __slots__ = ()
    # Results hold arrays and are compared by value; they are no keys.
    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # Python's own way to say unhashable

    caveats: tuple[Caveat, ...]

    def columns(self) -> dict[str, list[Any]]:
        """Return equally long columns, ready for ``pandas.DataFrame`` or ``polars.DataFrame``.

        Returns
        -------
        dict of str to list
            One row for a scalar result, one row an id for others. Caveats stand as their codes.
        """
        return {name: [value] for name, value in _cells(self, "")}

    def records(self) -> list[dict[str, Any]]:
        """Return the same table as a list of rows, each a dict."""
        columns = self.columns()
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]

    def __repr__(self) -> str:
        return display.short(self)

    def __str__(self) -> str:
        return display.text(self)

    def _repr_html_(self) -> str:
        return display.html(self)

    def __reduce__(self) -> tuple[Any, ...]:
        # Through the constructor: plain unpickling would leave the arrays writable.
        values = {field.name: getattr(self, field.name) for field in _fields(self)}
        return (_rebuild, (type(self), values))


class RowResult(Result, display.ShownInRows):
    """A result with one row for each id; ``result[id]`` is that row."""

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        # Rows are never aligned by luck: each column has a value for each id.
        names = _row_names(self)
        lengths = [len(getattr(self, name)) for name in names]
        faults = [
            Fault(name, f"length {length}", f"length {lengths[0]}, that of {names[0]!r}", "length")
            for name, length in zip(names, lengths, strict=True)
            if length != lengths[0]
        ]
        if faults:
            raise InvalidValueError(*faults)

    def columns(self) -> dict[str, list[Any]]:
        """Return one column for each field that has a value an id, in the order of the ids."""
        return {name: _listed(getattr(self, name)) for name in _row_names(self)}

    def __len__(self) -> int:
        return len(getattr(self, _row_names(self)[0]))

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.records())

    def __getitem__(self, id: str | int) -> dict[str, Any]:
        """Return the row of an id.

        Raises
        ------
        UnknownIdError
            If no row has it; the nearest ids are named.
        """
        names = _row_names(self)
        ids = _listed(getattr(self, names[0]))
        sought = to_text(id) if isinstance(id, str) else to_number(id)
        # True is no 1.
        if type(sought) not in (str, int) or sought not in ids:
            known = [name for name in ids if isinstance(name, str)]
            accepted = nearest(sought, known) if known else f"one of {len(ids):,} whole numbers"
            raise UnknownIdError(names[0], shown(id), accepted)
        position = ids.index(sought)
        return {name: _one(getattr(self, name)[position]) for name in names}


def _fields(result: object) -> tuple[Any, ...]:
    return attrs.fields(type(result))  # type: ignore[no-any-return,arg-type]  # every Result is attrs


def _row_names(result: object) -> list[str]:
    return [field.name for field in _fields(result) if "row" in field.metadata]


def _one(value: Any) -> Any:
    return value.tolist() if hasattr(value, "tolist") else value


def _listed(values: Any) -> list[Any]:
    return values.tolist() if hasattr(values, "tolist") else list(values)


def _cells(result: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    for field in _fields(result):
        value = getattr(result, field.name)
        name = prefix + field.name
        if field.name == "caveats":
            yield name, tuple(caveat.code for caveat in value)
        elif isinstance(value, Result):
            yield from _cells(value, f"{name}_")
        else:
            yield name, value
