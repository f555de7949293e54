"""How are we connected? Ties as graphs and arrays, and the positions that people hold in them."""

from ._attributes import NodeKind, Response
from .assortativity import Assortativity, assortativity
from .bonding import BondingBridging, bonding_bridging
from .brokerage import Brokerage, GroupBrokerage, RoleTotals, brokerage
from .centrality import Centrality, centrality
from .changes import Changes, changes
from .cohesion import Cohesion, cohesion
from .communities import Communities, communities
from .community_arrays import snapshot_of
from .connectors import Connectors, connectors
from .dyads import DyadicConstraint, dyadic_constraint
from .graphs import Combine, graph
from .heterogeneity import Heterogeneity, heterogeneity
from .homophily import EIIndex, ei_index
from .introductions import Introductions, introductions
from .isolated import Isolated, isolated
from .layers import layers
from .modularity import Modularity, modularity
from .projection import Projection, project
from .snapshots import Snapshot, snapshot
from .stability import Stability, stability
from .structural_holes import StructuralHoles, structural_holes
from .two_mode import two_mode
from .two_mode_centrality import TwoModeCentrality, two_mode_centrality
from .two_mode_cohesion import TwoModeCohesion, two_mode_cohesion
from .what_if import WhatIf, WholeNetwork, what_if

__all__ = [
    "Assortativity",
    "BondingBridging",
    "Brokerage",
    "Centrality",
    "Changes",
    "Cohesion",
    "Combine",
    "Communities",
    "Connectors",
    "DyadicConstraint",
    "EIIndex",
    "GroupBrokerage",
    "Heterogeneity",
    "Introductions",
    "Isolated",
    "Modularity",
    "NodeKind",
    "Projection",
    "Response",
    "RoleTotals",
    "Snapshot",
    "Stability",
    "StructuralHoles",
    "TwoModeCentrality",
    "TwoModeCohesion",
    "WhatIf",
    "WholeNetwork",
    "assortativity",
    "bonding_bridging",
    "brokerage",
    "centrality",
    "changes",
    "cohesion",
    "communities",
    "connectors",
    "dyadic_constraint",
    "ei_index",
    "graph",
    "heterogeneity",
    "introductions",
    "isolated",
    "layers",
    "modularity",
    "project",
    "snapshot",
    "snapshot_of",
    "stability",
    "structural_holes",
    "two_mode",
    "two_mode_centrality",
    "two_mode_cohesion",
    "what_if",
]
