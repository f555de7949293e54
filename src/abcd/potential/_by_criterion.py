"""Results whose rows hold a value for each criterion: one column a criterion."""

from typing import Any, ClassVar

import numpy as np

from ..errors import Fault, InvalidValueError
from ..results import RowResult
from ._arrays import kept

__all__ = ["CriterionRows"]


class CriterionRows(RowResult):
    """A result with a row for each id, some of whose fields have a column for each criterion."""

    __slots__ = ()

    # Fields of the shape (n_rows, n_criteria).
    _by_criterion: ClassVar[tuple[str, ...]] = ()

    criteria: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        RowResult.__attrs_post_init__(self)
        shape = (len(self), len(self.criteria))
        for name in self._by_criterion if len(self) == 0 else ():
            # A document says [] of no rows, however many columns they would have.
            object.__setattr__(self, name, kept(np.empty(shape)))
        faults = [
            Fault(name, f"shape {getattr(self, name).shape}", f"shape {shape}", "length")
            for name in self._by_criterion
            if getattr(self, name).shape != shape
        ]
        if faults:
            raise InvalidValueError(*faults)

    def columns(self) -> dict[str, list[Any]]:
        """Return one column a field; of a field with a value a criterion, one a criterion."""
        return self._spread_columns(RowResult.columns(self))

    def __getitem__(self, id: str | int) -> dict[str, Any]:
        """Return the row of an id, with one entry a criterion where a field has a value for each.

        Raises
        ------
        UnknownIdError
            If there is no such row.
        """
        row = RowResult.__getitem__(self, id)
        wide = {name: row.pop(name) for name in self._by_criterion}
        return {**row, **self._named({name: list(values) for name, values in wide.items()})}

    def _spread_columns(self, columns: dict[str, list[Any]]) -> dict[str, list[Any]]:
        wide = {name: columns.pop(name) for name in self._by_criterion}
        turned: dict[str, list[Any]] = {
            name: [[row[place] for row in rows] for place in range(len(self.criteria))]
            for name, rows in wide.items()
        }
        return {**columns, **self._named(turned)}

    def _named(self, values: dict[str, list[Any]]) -> dict[str, Any]:
        return {
            f"{name}_{criterion}": value
            for name, parts in values.items()
            for criterion, value in zip(self.criteria, parts, strict=True)
        }
