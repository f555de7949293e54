"""Projection of a two-mode network, against networkx and igraph.

Run by hand: ``python benchmarks/projection.py``. igraph is needed for it, and for nothing else.
10,000 people, 1,000 associations, some 35,000 memberships. Each round does, in one process:

- ours: all tied pairs with their counts, sorted, in arrays, and what the reasons and the other
  weights are read from; from a snapshot, and from the networkx graph;
- igraph: the same pairs and counts, from its own graph, and with the conversion from networkx;
- networkx: the weighted projection (fewer rounds: it takes seconds).
"""

import importlib
from functools import partial
from typing import Any

import networkx as nx
import numpy as np
from networkx.algorithms import bipartite
from rounds import medians

from abcd.network import project, snapshot

PEOPLE, ASSOCIATIONS, MEMBERSHIPS = 10_000, 1_000, 35_000
ROUNDS, SLOW_ROUNDS = 9, 2
OVER_IGRAPH, OVER_NETWORKX = 3.0, 80.0
FIRST = range(PEOPLE)


def affiliations() -> Any:
    """Make memberships at random."""
    generator = np.random.default_rng(1)
    people = generator.integers(0, PEOPLE, MEMBERSHIPS).tolist()
    associations = generator.integers(PEOPLE, PEOPLE + ASSOCIATIONS, MEMBERSHIPS).tolist()
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(FIRST, bipartite=0)
    graph.add_nodes_from(range(PEOPLE, PEOPLE + ASSOCIATIONS), bipartite=1)
    graph.add_edges_from(zip(people, associations, strict=True))
    return graph


def to_igraph(graph: Any) -> Any:
    """Convert, with the modes."""
    igraph = importlib.import_module("igraph")
    converted = igraph.Graph.from_networkx(graph)
    converted.vs["type"] = [mode == 1 for mode in converted.vs["bipartite"]]
    return converted


def by_igraph(graph: Any) -> Any:
    """Project onto people."""
    return graph.bipartite_projection(multiplicity=True, which=False)


def check(graph: Any) -> None:
    """Assert that all three tie the same pairs, the same number of times."""
    ours = project(graph, 0)
    theirs = by_igraph(to_igraph(graph))
    pairs = np.sort(np.array(theirs.get_edgelist()), axis=1)
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    np.testing.assert_array_equal(np.column_stack([ours.sources, ours.targets]), pairs[order])
    np.testing.assert_array_equal(ours.count, np.array(theirs.es["weight"])[order])
    slow = bipartite.weighted_projected_graph(graph, FIRST)
    assert slow.number_of_edges() == len(ours)
    found = zip(ours.sources.tolist(), ours.targets.tolist(), ours.count.tolist(), strict=True)
    assert all(slow[a][b]["weight"] == count for a, b, count in found)


def main() -> None:
    """Print the ratios."""
    graph = affiliations()
    check(graph)
    arrays, converted = snapshot(graph), to_igraph(graph)
    times = medians(
        {
            "ours": partial(project, graph, 0),
            "ours, snapshot": partial(project, arrays, FIRST),
            "igraph": partial(by_igraph, converted),
            "igraph, converted": lambda: by_igraph(to_igraph(graph)),
        },
        rounds=ROUNDS,
    )
    slow = medians(
        {"networkx": partial(bipartite.weighted_projected_graph, graph, FIRST)},
        rounds=SLOW_ROUNDS,
    )
    read, ours = times["ours, snapshot"], times["ours"]
    print(f"{graph.number_of_edges():,} memberships, {len(project(graph, 0)):,} tied pairs")
    print(f"ours: {read * 1000:.0f} ms from a snapshot, {ours * 1000:.0f} ms from networkx")
    print(
        f"igraph {times['igraph'] / read:.1f} x from its own graph (target {OVER_IGRAPH:.0f}), "
        f"{times['igraph, converted'] / ours:.1f} x from networkx"
    )
    print(f"networkx {slow['networkx'] / ours:.0f} x (target {OVER_NETWORKX:.0f})")


if __name__ == "__main__":
    main()
