"""Ids for what comes from outside: those that it has, and new ones where it has none."""

from collections.abc import Collection

from ._plain import free

__all__ = ["Ids"]


class Ids:
    """Gives every entity an id of its own.

    Parameters
    ----------
    wanted : collection of str
        The ids that stand in the data: no generated id takes one of them, wherever they stand.
    """

    def __init__(self, wanted: Collection[str]) -> None:
        self._wanted = frozenset(wanted)
        self._given: set[str] = set()

    def claim(self, id: str) -> str:
        """Return the id to the first who wants it, and a numbered one to others."""
        return self._give(id if id not in self._given else free(id, self._given, self._wanted))

    def make(self, id: str) -> str:
        """Return a new id: this one, or a numbered one where the data use it themselves."""
        return self._give(free(id, self._given, self._wanted))

    def _give(self, id: str) -> str:
        self._given.add(id)
        return id
