"""Which group each node is of, read from an attribute of the graph or from values handed in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeAlias

import networkx as nx
import numpy as np
import numpy.typing as npt

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, hidden, nearest, shown
from ..fields import to_code, to_flag, to_number
from ..results.arrays import FloatArray, IntArray
from .snapshots import Node, Snapshot

__all__ = [
    "Group",
    "Grouping",
    "KnownTies",
    "groups_met",
    "grouping_of",
    "known_ties",
    "label_of",
    "numbers_of",
]


# The name of a node attribute, or the values: by id, or in the order of the nodes.
class Indexed(Protocol):
    """Values by id, such as a Series of pandas."""

    @property
    def index(self) -> Any:
        """The ids."""
        ...

    def items(self) -> Iterable[tuple[Any, Any]]:
        """Give each id with its value."""
        ...


Group: TypeAlias = str | Mapping[Any, Any] | Sequence[Any] | Indexed

# Groups named in a caveat.
_SHOWN = 6
# Whole numbers up to here are exact as floats.
_EXACT = 2**53


class Grouping(NamedTuple):
    """The group of each node.

    Attributes
    ----------
    name : str or None
        The attribute; None where the values were handed in.
    labels : tuple of str or int
        The groups that occur: numbers first, then texts, each rising.
    codes : shape (n,)
        The position of each node's group in `labels`; -1 where it is not known.
    """

    name: str | None
    labels: tuple[str | int, ...]
    codes: IntArray

    @property
    def sizes(self) -> IntArray:
        """How many nodes each group has."""
        return np.bincount(self.codes[self.codes >= 0], minlength=len(self.labels))

    @property
    def unknown(self) -> int:
        """How many nodes have no known group."""
        return int(np.count_nonzero(self.codes < 0))

    def caveats(self) -> Iterator[Caveat]:
        """Say which groups differ only in capitals and in blanks: they may be one."""
        spellings: dict[str, list[str]] = {}
        for label in self.labels:
            if isinstance(label, str):
                spellings.setdefault(" ".join(label.split()).casefold(), []).append(label)
        alike = [label for labels in spellings.values() if len(labels) > 1 for label in labels]
        if alike:
            shown_ones = tuple([f"'{label}'" for label in alike[:_SHOWN]])
            yield Caveat("groups-alike", {"count": len(alike), "groups": shown_ones})

    @property
    def by_node(self) -> tuple[str | int | None, ...]:
        """The label of each node, None where it is not known."""
        labels = (*self.labels, None)
        return tuple([labels[code] for code in self.codes.tolist()])


class KnownTies(NamedTuple):
    """The ties between nodes of known group; those nodes are counted from 0 anew.

    Attributes
    ----------
    nodes : shape (k,)
        The positions of the nodes of known group.
    codes : shape (k,)
        Their groups.
    sources, targets : shape (m,)
        The ends of each tie as positions in `nodes`; an undirected tie stands here once.
    left_out : int
        How many ties have an end of unknown group.
    """

    nodes: IntArray
    codes: IntArray
    sources: IntArray
    targets: IntArray
    left_out: int

    def caveats(self, total: int) -> Iterator[Caveat]:
        """Say what was left out, and what there is not enough of."""
        unknown = total - len(self.nodes)
        if not total:
            yield Caveat("no-nodes")
        if unknown:
            data = {"count": unknown, "total": total, "ties": self.left_out}
            yield Caveat("unknown-groups", data)


def grouping_of(
    argument: str, group: object, g: "nx.Graph[Any] | Snapshot", arrays: Snapshot
) -> Grouping:
    """Read the group of every node.

    Raises
    ------
    InvalidValueError
        If no node has the attribute, a mapping has a key that is no node, a sequence has another
        length, or it is none of these.
    """
    values = values_of(argument, group, g, arrays)
    # Texts, which most groups are, are labels already: naming each costs as much as reading it.
    found = values if set(map(type, values)) <= {str} else list(map(label_of, values))
    labels = _sorted(set(found) - {None, ""})
    places: dict[str | int | None, int] = {label: code for code, label in enumerate(labels)}
    places[None] = places[""] = -1
    codes = np.fromiter(map(places.__getitem__, found), np.int64, len(found))
    return Grouping(group if isinstance(group, str) else None, labels, codes)


def groups_met(nodes: IntArray, groups: IntArray, grouping: Grouping, total: int) -> IntArray:
    """Count the different groups that each of `total` nodes meets, from pairs of one and a code."""
    k = max(len(grouping.labels), 1)
    return np.bincount(np.unique(nodes * k + groups) // k, minlength=total)


def _sorted(labels: Iterable[str | int]) -> tuple[str | int, ...]:
    texts = sorted([label for label in labels if isinstance(label, str)])
    whole = sorted([label for label in labels if isinstance(label, int)])
    return (*whole, *texts)


def label_of(value: object) -> str | int | None:
    """Name a group: text or a whole number; None where the value says nothing.

    None, nan, empty text and what is no single value say nothing. A truth value is named as
    Python writes it, so that True and 1 are different groups; so is a number with a fraction.

    >>> [label_of(value) for value in ("RT 3", 3, 3.0, True, 2.5, None, "", float("nan"), [1])]
    ['RT 3', 3, 3, 'True', '2.5', None, None, None, None]
    """
    if isinstance(value, str):
        return to_code(value) or None
    plain: object = to_flag(to_number(value))  # type: ignore[arg-type]  # what is neither comes back
    if isinstance(plain, bool):
        return str(plain)
    if isinstance(plain, float):
        if plain != plain:  # noqa: PLR0124  # nan
            return None
        return int(plain) if plain.is_integer() and abs(plain) < _EXACT else repr(plain)
    return plain if isinstance(plain, int) else None


def numbers_of(
    argument: str, group: object, g: "nx.Graph[Any] | Snapshot", arrays: Snapshot
) -> FloatArray:
    """Read a number for every node; nan where it is not known.

    Raises
    ------
    InvalidValueError
        As `grouping_of`, or if a value is no number from -1e90 to 1e90.
    """
    return np.array(
        [
            _number(argument, node, value)
            for node, value in zip(arrays.ids, values_of(argument, group, g, arrays), strict=True)
        ],
        np.float64,
    )


def _number(argument: str, node: Node, value: object) -> float:
    if value is None or (isinstance(value, str) and not value):
        return np.nan
    plain: object = to_number(value)  # type: ignore[arg-type]  # what is no number comes back
    if isinstance(plain, int | float) and not isinstance(plain, bool):
        if plain != plain:  # noqa: PLR0124  # nan
            return np.nan
        # Inside these bounds no sum of squares leaves the range of a float.
        if abs(plain) <= 1e90:
            return float(plain)
    accepted = "a number from -1e90 to 1e90, or None"
    raise InvalidValueError(Fault(f"{argument}[{shown(node)}]", hidden(value), accepted, "value"))


def values_of(
    argument: str, group: object, g: "nx.Graph[Any] | Snapshot", arrays: Snapshot
) -> Sequence[Any]:
    """Give the value of each node, as it stands there."""
    if isinstance(group, str):
        return _attribute(argument, group, g)
    if isinstance(group, Mapping):
        return _by_id(argument, group, arrays.ids)
    if not isinstance(group, type) and hasattr(group, "items") and hasattr(group, "index"):
        return _by_id(argument, _indexed(argument, group), arrays.ids)
    if isinstance(group, np.ndarray | Sequence) and not isinstance(group, bytes | bytearray):
        return _in_order(argument, group, arrays.node_count)
    found = hidden(group)
    accepted = (
        "the name of a node attribute, a mapping or Series of ids to values, or a list with a "
        "value for each node"
    )
    raise InvalidValueError(Fault(argument, found, accepted, "value"))


def _attribute(argument: str, name: str, g: "nx.Graph[Any] | Snapshot") -> list[Any]:
    if isinstance(g, Snapshot):
        accepted = "a mapping of ids to values, or a value for each node: a Snapshot has ties only"
        raise InvalidValueError(Fault(argument, shown(name), accepted, "unknown-attribute"))
    values = [data.get(name) for _, data in g.nodes(data=True)]
    if any(value is not None for value in values):
        return values
    attributes = [data for _, data in g.nodes(data=True)]
    # A network without nodes has no attributes either: that is thin, not wrong.
    if attributes and not any(name in data for data in attributes):
        known = sorted({key for data in attributes for key in data if isinstance(key, str)})
        accepted = f"a node attribute of the graph: {nearest(name, known)}"
        raise InvalidValueError(Fault(argument, shown(name), accepted, "unknown-attribute"))
    return values


def _indexed(argument: str, group: Any) -> dict[Any, Any]:
    """Read values with an index of ids; an id that stands there twice has no one value."""
    pairs = list(group.items())
    values = dict(pairs)
    if len(values) < len(pairs):
        twice = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        raise InvalidValueError(Fault(argument, f"{shown(twice)} twice", "each id once", "node"))
    return values


def _by_id(argument: str, values: Mapping[Any, Any], ids: tuple[Node, ...]) -> list[Any]:
    known = set(ids)
    for key in values:
        # True is no 1; a number of another library is the number.
        plain = to_number(key) if not isinstance(key, str) else key
        if type(plain) is bool or plain not in known:
            raise InvalidValueError(Fault(argument, shown(key), "ids of nodes as keys", "node"))
    return [values.get(node) for node in ids]


def _in_order(argument: str, values: "npt.NDArray[Any] | Sequence[Any]", count: int) -> list[Any]:
    if isinstance(values, np.ndarray) and values.ndim != 1:
        found = f"an array of {values.ndim} dimensions"
        raise InvalidValueError(Fault(argument, found, "one value for each node", "length"))
    if len(values) != count:
        accepted = f"a value for each of {count} nodes"
        raise InvalidValueError(Fault(argument, f"{len(values)} values", accepted, "length"))
    return list(values)


def known_ties(arrays: Snapshot, codes: IntArray) -> KnownTies:
    """Keep the ties between nodes of known group, an undirected one once."""
    known = codes >= 0
    sources, targets = arrays.sources, arrays.indices
    if not arrays.directed:
        once = sources < targets
        sources, targets = sources[once], targets[once]
    nodes = np.flatnonzero(known)
    total = len(sources)
    if len(nodes) < len(codes):
        kept = known[sources] & known[targets]
        place = np.cumsum(known) - 1
        sources, targets = place[sources[kept]], place[targets[kept]]
    return KnownTies(nodes, codes[nodes], sources, targets, total - len(sources))
