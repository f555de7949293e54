"""Communities: deterministic labels, stability, refusals, and what is not defined."""

import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import networkx as nx
import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.network import Communities, communities, modularity

METHODS = pytest.mark.parametrize("method", ["louvain", "greedy", "label_propagation"])


def rings() -> Any:
    """Four cliques of six, five, five and four in a ring: no method can miss them."""
    graph: Any = nx.disjoint_union_all(
        [nx.complete_graph(4), nx.complete_graph(5), nx.complete_graph(6), nx.complete_graph(5)]
    )
    graph.add_edges_from([(0, 4), (5, 9), (10, 15), (16, 1)])
    return graph


def codes(found: Communities) -> list[str]:
    """Give the codes of the caveats."""
    return [caveat.code for caveat in found.caveats]


@METHODS
def test_cliques_are_found_and_numbered_by_size(method: Any) -> None:
    """The largest is 0, of equal ones that whose node comes first."""
    found = communities(rings(), method=method, rng=2)
    assert found.community.tolist() == [3] * 4 + [1] * 5 + [0] * 6 + [2] * 5
    assert (found.sizes, found.groups, found.n) == ((6, 5, 5, 4), 4, 20)
    sets = [set(range(*ends)) for ends in ((0, 4), (4, 9), (9, 15), (15, 20))]
    expected = nx.community.modularity(rings(), sets)
    assert found.modularity == pytest.approx(expected, rel=1e-12)
    if method == "louvain":
        assert found.stability == 1
        assert found.agreement.tolist() == [1] * 20


def test_louvain_on_the_karate_club() -> None:
    """0.4198 is the largest modularity there is (Brandes et al. 2008, table 1); Louvain is near."""
    found = communities(nx.karate_club_graph(), rng=1, runs=20)
    assert found.modularity is not None
    assert 0.41 < found.modularity <= 0.4198
    assert found.stability is not None
    assert 0 < found.stability <= 1
    assert (found.runs, found.seed, found.method) == (20, 1, "Blondel et al. 2008")
    assert codes(found) == ["random-groups", "resolution-limit"]
    assert found.caveats[1].data == {"ties": 12}
    again = modularity(nx.karate_club_graph(), found.community.tolist())
    assert again.modularity == pytest.approx(found.modularity, rel=1e-12)


def test_greedy_on_the_karate_club() -> None:
    """networkx called plainly: 0.3807 (Clauset, Newman and Moore 2004 report 0.381)."""
    found = communities(nx.karate_club_graph(), method="greedy")
    assert found.modularity == pytest.approx(0.381, abs=5e-4)
    assert (found.runs, found.seed, found.stability) == (1, None, None)
    assert np.isnan(found.agreement).all()
    assert codes(found) == ["no-chance", "resolution-limit"]


def test_weights_and_resolution_count() -> None:
    """Four in a row: the strong ties decide; a large resolution takes all apart."""
    graph: Any = nx.Graph()
    graph.add_weighted_edges_from([(0, 1, 1), (1, 2, 9), (2, 3, 1)])
    weighted = communities(graph, weight="weight", rng=1)
    assert weighted.community[1] == weighted.community[2]
    assert weighted.weight == "weight"
    fine = communities(graph, resolution=5, rng=1)
    assert (fine.groups, fine.resolution) == (4, 5.0)


@pytest.mark.parametrize("method", ["louvain", "greedy"])
def test_directed(method: Any) -> None:
    """Two circles of three with one arc between them."""
    graph = nx.DiGraph([(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 3)])
    found = communities(graph, method=method, rng=1)
    assert found.community.tolist() == [0, 0, 0, 1, 1, 1]
    assert found.directed


def test_stability_and_agreement_of_two_runs() -> None:
    """A ring of twelve has no groups of its own: runs differ, and both measures say so."""
    found = communities(nx.cycle_graph(12), rng=3, runs=6)
    assert found.stability is not None
    assert found.stability < 1
    assert np.all((found.agreement > 0) & (found.agreement <= 1))


@METHODS
def test_no_ties(method: Any) -> None:
    """Each node a group; nothing to score, and nothing to compare."""
    found = communities(nx.empty_graph(3), method=method)
    assert found.community.tolist() == [0, 1, 2]
    assert (found.modularity, found.stability, found.runs) == (None, None, 1)
    assert codes(found) == ["no-ties-to-group"]


def test_no_nodes() -> None:
    """An empty table."""
    found = communities(nx.DiGraph())
    assert (len(found), found.groups, found.sizes) == (0, 0, ())
    assert codes(found) == ["no-nodes", "no-ties-to-group"]


def test_one_run() -> None:
    """Nothing can be said about chance."""
    found = communities(nx.karate_club_graph(), runs=1, rng=1)
    assert found.stability is None
    assert codes(found) == ["one-run", "resolution-limit"]
    assert codes(communities(nx.path_graph(4), method="label_propagation", runs=2, rng=1)) == [
        "random-groups"
    ]


def test_every_executor_gives_the_same_groups() -> None:
    """Serial, threads, processes; and the seed that was drawn repeats the result."""
    graph = nx.karate_club_graph()
    found = communities(graph, runs=4)
    assert communities(graph, runs=4, rng=found.seed) == found
    with ThreadPoolExecutor(2) as threads, ProcessPoolExecutor(2) as processes:
        for executor in (threads, processes):
            assert communities(graph, runs=4, rng=found.seed, executor=executor) == found


def test_text_labels_give_the_same_groups_in_each_process() -> None:
    """Sets of text have another order in each Python process; the groups do not."""
    code = (
        "import networkx as nx; from abcd.network import communities; "
        "g = nx.relabel_nodes(nx.karate_club_graph(), str); "
        "print(communities(g, rng=1, runs=2).community.tolist())"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


@pytest.mark.parametrize(
    ("graph", "arguments", "message"),
    [
        (nx.path_graph(3), {"method": "leuven"}, "method: found 'leuven'.*louvain"),
        (nx.path_graph(3), {"runs": 0}, "runs: found 0; accepted: a whole number from 1 to 100"),
        (nx.path_graph(3), {"resolution": 0}, "resolution: found 0; accepted: a number above 0"),
        (nx.path_graph(3), {"rng": "x"}, "rng: found 'x'"),
        (nx.path_graph(3), {"executor": 1}, "executor"),
        (
            nx.DiGraph([(0, 1)]),
            {"method": "label_propagation"},
            "method: found 'label_propagation'; accepted: 'louvain' or 'greedy' for a directed",
        ),
        (
            nx.path_graph(3),
            {"method": "label_propagation", "resolution": 2},
            "resolution: found 2.0; accepted: 1 for 'label_propagation'",
        ),
    ],
)
def test_refused(graph: Any, arguments: dict[str, Any], message: str) -> None:
    """Each argument is named, with what is accepted."""
    with pytest.raises(InvalidValueError, match=message):
        communities(graph, **arguments)
