"""The two shapes of a result: one answer, or one row for each id."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ..caveats import Caveat
from ..errors import UnknownIdError, nearest, shown
from . import display

__all__ = ["ROW", "Result", "RowResult"]

# `attrs.field(metadata=ROW)` marks the fields of a `RowResult` that have one value a row. The
# first of them holds the ids.
ROW: Mapping[str, Any] = {"row": True}


def _rebuild(cls: type, values: dict[str, Any]) -> Any:
    return cls(**values)


class Result:
    """A frozen answer with its uncertainty, its method, the n it stands on, and its caveats.

    Subclasses are ``attrs.frozen(repr=False, eq=True, hash=False)`` and have a field `caveats`.
    """

    __slots__ = ()
    # Results hold arrays and are compared by value; they are no keys.
    __hash__ = None  # type: ignore[assignment]  # Python's own way to say unhashable

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


class RowResult(Result):
    """A result with one row for each id; ``result[id]`` is that row."""

    __slots__ = ()

    def columns(self) -> dict[str, list[Any]]:
        """Return one column for each field that has a value an id, in the order of the ids."""
        return {name: _listed(getattr(self, name)) for name in _row_names(self)}

    def __len__(self) -> int:
        return len(getattr(self, _row_names(self)[0]))

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.records())

    def __getitem__(self, id: str | int) -> dict[str, Any]:
        names = _row_names(self)
        ids = _listed(getattr(self, names[0]))
        if type(id) not in (str, int) or id not in ids:
            known = [name for name in ids if isinstance(name, str)]
            raise UnknownIdError(names[0], shown(id), nearest(id, known) if known else "an id")
        position = ids.index(id)
        return {name: _listed(getattr(self, name))[position] for name in names}


def _fields(result: object) -> tuple[Any, ...]:
    return attrs.fields(type(result))  # type: ignore[no-any-return,arg-type]  # every Result is attrs


def _row_names(result: object) -> list[str]:
    return [field.name for field in _fields(result) if "row" in field.metadata]


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
