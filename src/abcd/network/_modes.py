"""The two modes of a graph: which nodes are which, and that no tie stays inside one."""

from collections.abc import Iterable
from itertools import compress
from typing import Any, NamedTuple, TypeAlias

import networkx as nx
import numpy as np
import numpy.typing as npt

from ..errors import Fault, InvalidValueError, hidden, nearest, shown
from ..fields import to_number
from ..results.arrays import IntArray
from ._contacts import Contacts, contacts_of
from ._incidence import Incidence
from ._rows import Node, plain_label
from .snapshots import Snapshot, snapshot

__all__ = ["Graph", "Mode", "Modes", "modes_of"]

Graph: TypeAlias = "nx.Graph[Any] | Snapshot"
# 0 or 1, the name of a mode, or its nodes.
Mode: TypeAlias = int | str | Iterable[str | int]

_Mask: TypeAlias = npt.NDArray[np.bool_]
_ACCEPTED = "0 or 1, the name of a mode, or the nodes of a mode"


class Modes(NamedTuple):
    """A two-mode network: positions of the nodes of the mode that was asked for, and the rest."""

    arrays: Snapshot
    contacts: Contacts
    chosen: IntArray
    rest: IntArray
    incidence: Incidence
    name: str | None

    @property
    def chosen_ids(self) -> tuple[Node, ...]:
        """The labels of the mode that was asked for."""
        return _of(self.arrays, self.chosen)

    @property
    def rest_ids(self) -> tuple[Node, ...]:
        """The labels of the other mode."""
        return _of(self.arrays, self.rest)


def modes_of(g: Graph, argument: str, mode: Mode) -> Modes:
    """Tell the modes of a graph apart, and refuse a tie inside one of them."""
    arrays = snapshot(g)
    mask, name = _mask(g, arrays, argument, mode)
    contacts = contacts_of(arrays)
    sources = np.repeat(np.arange(len(mask)), contacts.degrees)
    inside = np.flatnonzero(mask[sources] == mask[contacts.indices])
    if len(inside):
        ends = [arrays.ids[row[inside[0]]] for row in (sources, contacts.indices)]
        found = f"an edge between {shown(ends[0])} and {shown(ends[1])}, which are of one mode"
        accepted = "edges from one mode to the other only"
        raise InvalidValueError(Fault("g", found, accepted, "one-mode-edge"))
    chosen, rest = np.flatnonzero(mask), np.flatnonzero(~mask)
    # The place of each node among those of its own mode.
    place = np.where(mask, np.cumsum(mask), np.cumsum(~mask)) - 1
    indptr = np.zeros(len(chosen) + 1, np.int64)
    np.cumsum(contacts.degrees[chosen], out=indptr[1:])
    indices = place[contacts.indices[mask[sources]]]
    return Modes(arrays, contacts, chosen, rest, Incidence(indptr, indices, len(rest)), name)


def _of(arrays: Snapshot, positions: IntArray) -> tuple[Node, ...]:
    return tuple([arrays.ids[position] for position in positions.tolist()])


def _mask(g: Graph, arrays: Snapshot, argument: str, mode: Mode) -> tuple[_Mask, str | None]:
    if isinstance(mode, str):
        return _by_name(g, argument, mode), mode
    number = to_number(mode)  # type: ignore[arg-type]  # what is no number comes back
    if type(number) is int and number in (0, 1):
        mask = _by_number(g, argument) == number
        return mask, _common_name(_values(g, argument, "mode"), mask)
    if isinstance(mode, Iterable) and not isinstance(mode, bytes):
        return _by_nodes(arrays, argument, mode), None
    raise InvalidValueError(Fault(argument, hidden(mode), _ACCEPTED, "value"))


def _values(g: Graph, argument: str, attribute: str) -> list[Any]:
    if isinstance(g, Snapshot):
        accepted = "the nodes of a mode: a snapshot does not say which node is of which mode"
        raise InvalidValueError(Fault(argument, "no list of nodes", accepted, "modes-unknown"))
    return [value for _, value in g.nodes(data=attribute)]


def _by_number(g: Graph, argument: str) -> IntArray:
    values = _values(g, argument, "bipartite")
    numbers = values if set(map(type, values)) == {int} else [to_number(value) for value in values]
    for node, number in zip(g, numbers, strict=True):
        if number not in (0, 1) or type(number) is not int:
            accepted = f"0 or 1 for each node; or name the nodes of one mode in {argument!r}"
            where = f"attribute 'bipartite' of the node {shown(node)}"
            raise InvalidValueError(Fault(where, shown(number), accepted, "modes-unknown"))
    return np.array(numbers, np.int64)


def _by_name(g: Graph, argument: str, name: str) -> _Mask:
    values = _values(g, argument, "mode")
    known = sorted({value for value in values if isinstance(value, str)})
    if name not in known:
        accepted = f"a value of the attribute 'mode' of the nodes: {nearest(name, known)}"
        raise InvalidValueError(Fault(argument, shown(name), accepted, "unknown-name"))
    return np.array([isinstance(value, str) and value == name for value in values], np.bool_)


def _common_name(names: list[Any], mask: _Mask) -> str | None:
    found = list(compress(names, mask.tolist()))
    name = found[0] if found else None
    return name if isinstance(name, str) and all(other == name for other in found) else None


def _by_nodes(arrays: Snapshot, argument: str, nodes: Iterable[object]) -> _Mask:
    given = list(nodes)
    labels = given if set(map(type, given)) <= {str, int} else [plain_label(node) for node in given]
    wanted, known = set(labels), set(arrays.ids)
    if not wanted <= known:
        texts = [id for id in arrays.ids if isinstance(id, str)]
        raise InvalidValueError(
            *[
                Fault(
                    f"{argument}[{row}]",
                    shown(given[row]),
                    f"a node of the graph: {nearest(label, texts)}",
                    "node",
                )
                for row, label in enumerate(labels)
                if label not in known
            ]
        )
    return np.fromiter(map(wanted.__contains__, arrays.ids), np.bool_, len(arrays.ids))
