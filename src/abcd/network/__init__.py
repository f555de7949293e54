"""How are we connected? Ties as graphs and arrays, and the positions that people hold in them."""

from ._attributes import NodeKind, Response
from .connectors import Connectors, connectors
from .graphs import Combine, graph
from .snapshots import Snapshot, snapshot
from .structural_holes import StructuralHoles, structural_holes

__all__ = [
    "Combine",
    "Connectors",
    "NodeKind",
    "Response",
    "Snapshot",
    "StructuralHoles",
    "connectors",
    "graph",
    "snapshot",
    "structural_holes",
]
