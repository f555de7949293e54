"""Networks in arrays: what is read, what is refused, what they are as values."""

import copy
import pickle
from enum import StrEnum
from typing import Any

import attrs
import networkx as nx
import numpy as np
import pytest
from hypothesis import given

import abcd
from abcd.errors import DocumentError, InvalidValueError, UnknownIdError
from abcd.network import Snapshot, snapshot

from .graphs_for_tests import BORGATTI, DIRECTED, random_graphs


def rows(arrays: Snapshot) -> dict[Any, dict[Any, float]]:
    """Read a snapshot back as a dict of contacts."""
    weights = [1.0] * len(arrays.indices) if arrays.weights is None else arrays.weights.tolist()
    found: dict[Any, dict[Any, float]] = {node: {} for node in arrays.ids}
    for at, node in enumerate(arrays.ids):
        for place in range(arrays.indptr[at], arrays.indptr[at + 1]):
            found[node][arrays.ids[arrays.indices[place]]] = weights[place]
    return found


@given(graph=random_graphs())
def test_every_edge_is_there_once(graph: Any) -> None:
    """Contacts and weights are those of networkx, without self-loops, which are counted."""
    arrays = snapshot(graph, weight="weight")
    expected = {
        node: {other: data["weight"] for other, data in row.items() if other != node}
        for node, row in graph.adjacency()
    }
    assert rows(arrays) == expected
    assert arrays.ids == tuple(graph)
    assert arrays.self_loops == nx.number_of_selfloops(graph)
    assert arrays.tie_count == graph.number_of_edges() - arrays.self_loops
    assert arrays.node_count == len(graph)
    assert arrays.directed == graph.is_directed()


@given(graph=random_graphs())
def test_weights_are_looked_at_only_where_they_are_named(graph: Any) -> None:
    """Without `weight` there are no weights, whatever the edges carry."""
    arrays = snapshot(graph)
    assert arrays.weights is None
    assert arrays.weight is None
    assert {node: set(row) for node, row in rows(arrays).items()} == {
        node: set(graph[node]) - {node} for node in graph
    }


@given(graph=random_graphs())
def test_the_graph_is_not_changed(graph: Any) -> None:
    """Reading leaves nodes, edges and their order as they were."""
    before = nx.node_link_data(graph)
    snapshot(graph, weight="weight")
    assert nx.node_link_data(graph) == before


@given(graph=random_graphs(labels="places"))
def test_the_order_of_edges_is_not_seen(graph: Any) -> None:
    """Equal graphs with their edges added in another order give equal snapshots."""
    turned = type(graph)()
    turned.add_nodes_from(graph)
    turned.add_edges_from(reversed(list(graph.edges(data=True))))
    assert snapshot(turned, weight="weight") == snapshot(graph, weight="weight")


def test_integers_in_any_order_are_labels_not_positions() -> None:
    """Node 7 may come first."""
    arrays = snapshot(nx.Graph([(7, 3), (3, -2)]))
    assert arrays.ids == (7, 3, -2)
    assert rows(arrays) == {7: {3: 1.0}, 3: {7: 1.0, -2: 1.0}, -2: {3: 1.0}}


def test_integers_beyond_64_bits_are_labels_too() -> None:
    """They are looked up one by one."""
    assert rows(snapshot(nx.Graph([(2**80, 1)]))) == {2**80: {1: 1.0}, 1: {2**80: 1.0}}


def test_numpy_labels_become_plain() -> None:
    """Labels from arrays are stored as Python's own text and integers."""
    arrays = snapshot(nx.Graph([(np.int64(4), np.str_("x"))]))
    assert [type(node) for node in arrays.ids] == [int, str]


class Kind(StrEnum):
    """A vocabulary whose members are text."""

    HALL = "hall"


def test_members_of_a_vocabulary_become_their_text() -> None:
    """They are equal to it, and documents know only text."""
    assert type(snapshot(nx.Graph([(Kind.HALL, "x")])).ids[0]) is str


@pytest.mark.parametrize(
    ("node", "shown"),
    [((1, 2), "a tuple of 2"), (1.5, "1.5"), (True, "True"), (frozenset(), "a frozenset of 0")],
    ids=["tuple", "float", "bool", "set"],
)
def test_other_labels_are_refused(node: Any, shown: str) -> None:
    """The node is named."""
    graph: Any = nx.Graph([("a", node)])
    with pytest.raises(InvalidValueError, match=f"graph: found the node {shown}; accepted: text"):
        snapshot(graph)


@pytest.mark.parametrize(
    ("weight", "shown"),
    [
        (0, "0"),
        (-2, "-2"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (1e-91, "1e-91"),
        (10**400, "an integer of 1329 bits"),
        ("3", "'3'"),
        (True, "True"),
        (None, "None"),
        ([1], "a list of 1"),
    ],
    ids=str,
)
def test_what_is_no_strength_is_refused(weight: Any, shown: str) -> None:
    """Zero would be a tie of no strength; the edge is named (rep-net-01, second graph)."""
    graph: Any = nx.Graph()
    graph.add_edge("ani", "budi", weight=1)
    graph.add_edge("budi", "dewi", weight=weight)
    line = f"weight 'weight' of the edge from 'budi' to 'dewi': found {shown}; accepted: a number"
    with pytest.raises(InvalidValueError) as caught:
        snapshot(graph, weight="weight")
    assert str(caught.value).startswith(line)
    assert snapshot(graph).tie_count == 2


def test_a_missing_weight_is_not_1() -> None:
    """Nothing is guessed."""
    with pytest.raises(InvalidValueError, match="edge from 'a' to 'b': found None"):
        snapshot(nx.Graph([("a", "b")]), weight="weight")


def test_numbers_of_numpy_are_strengths() -> None:
    """Weights from arrays are read."""
    graph: Any = nx.Graph()
    graph.add_edge(0, 1, weight=np.float32(0.5))
    graph.add_edge(1, 2, weight=np.int64(3))
    assert rows(snapshot(graph, weight="weight"))[1] == {0: 0.5, 2: 3.0}


@pytest.mark.parametrize("made", [nx.MultiGraph, nx.MultiDiGraph])
def test_parallel_edges_are_refused(made: Any) -> None:
    """The pair is named; a multigraph without any is a graph."""
    graph = made([("a", "b"), ("b", "c"), ("b", "c")])
    with pytest.raises(InvalidValueError, match="found 2 edges between 'b' and 'c'; accepted: one"):
        snapshot(graph)
    graph.remove_edge("b", "c")
    arrays = snapshot(graph)
    assert arrays.directed == graph.is_directed()
    assert arrays.tie_count == 2


def test_self_loops_are_left_out_and_counted() -> None:
    """The rows after a loop stand where they should, and a caveat says what was left out."""
    graph: Any = nx.DiGraph()
    graph.add_weighted_edges_from([(0, 0, 1), (0, 1, 2), (1, 1, 3), (2, 0, 4)])
    arrays = snapshot(graph, weight="weight")
    assert rows(arrays) == {0: {1: 2.0}, 1: {}, 2: {0: 4.0}}
    assert arrays.self_loops == 2
    assert [caveat.code for caveat in arrays.caveats] == ["self-loops"]
    assert arrays.caveats[0].message() == "Ties from a node to itself, left out: 2."
    assert snapshot(nx.Graph([(0, 1)])).caveats == ()


def test_a_view_of_a_graph_is_read() -> None:
    """Subgraph views and frozen graphs are graphs."""
    view = BORGATTI.subgraph(["A", "B", "G"])
    assert rows(snapshot(view)) == {node: dict.fromkeys(set("ABG") - {node}, 1.0) for node in view}
    assert snapshot(nx.freeze(BORGATTI.copy())) == snapshot(BORGATTI)


def test_empty_and_single() -> None:
    """No node and one node are networks."""
    assert repr(snapshot(nx.Graph())) == "<Snapshot: 0 nodes, 0 ties, undirected>"
    assert snapshot(nx.DiGraph(), weight="weight").indptr.tolist() == [0]
    assert snapshot(nx.empty_graph(1)).indptr.tolist() == [0, 0]


def test_a_snapshot_passes_through() -> None:
    """It is handed back itself; another weight than its own is refused."""
    arrays = snapshot(BORGATTI, weight="weight")
    assert snapshot(arrays) is arrays
    assert snapshot(arrays, weight="weight") is arrays
    with pytest.raises(InvalidValueError, match="weight: found 'other'; accepted: None, or the w"):
        snapshot(arrays, weight="other")
    with pytest.raises(InvalidValueError, match="the snapshot itself: None"):
        snapshot(snapshot(BORGATTI), weight="weight")


@pytest.mark.parametrize("junk", [None, 3, "graph", {"a": ["b"]}, [(1, 2)]], ids=str)
def test_what_is_no_graph_is_refused(junk: Any) -> None:
    """A dict or a list of edges is not guessed to be one."""
    with pytest.raises(InvalidValueError, match=r"graph: found .*; accepted: a networkx Graph or"):
        snapshot(junk)


def test_a_weight_is_a_name() -> None:
    """A number in the place of the attribute's name is refused."""
    with pytest.raises(InvalidValueError, match="weight: found 3; accepted: the name of an edge"):
        snapshot(BORGATTI, weight=3)  # type: ignore[arg-type]  # the mistake under test


def test_columns_are_the_ties() -> None:
    """One row a tie, its ends by label; undirected ties once."""
    assert snapshot(nx.Graph([("b", "a"), ("a", "c")])).columns() == {
        "source": ["b", "a"],
        "target": ["a", "c"],
    }
    assert snapshot(DIRECTED, weight="weight").columns() == {
        "source": [0, 0, 1, 2],
        "target": [1, 2, 0, 1],
        "weight": [2.0, 2.0, 1.0, 1.0],
    }


def test_it_shows_itself() -> None:
    """One line, and the caveats below it."""
    graph: Any = nx.DiGraph()
    graph.add_weighted_edges_from([(1, 1, 2), (1, 2, 2)], weight="strength")
    arrays = snapshot(graph, weight="strength")
    assert repr(arrays) == "<Snapshot: 2 nodes, 1 tie, directed, weight 'strength'>"
    assert str(arrays).splitlines()[1] == "  ! Ties from a node to itself, left out: 1."
    assert "self_loops" in arrays._repr_html_()


@pytest.mark.parametrize("weight", [None, "weight"])
def test_it_is_a_value(weight: str | None) -> None:
    """It pickles small, copies, compares, has a document, and its arrays stay read-only."""
    arrays = snapshot(BORGATTI, weight=weight)
    others = [
        pickle.loads(pickle.dumps(arrays)),
        copy.deepcopy(arrays),
        abcd.from_dict(abcd.to_dict(arrays), Snapshot),
    ]
    for other in others:
        assert other == arrays
        for array in (other.indptr, other.indices, other.weights):
            assert array is None or not array.flags.writeable
    assert arrays != snapshot(BORGATTI, weight="weight" if weight is None else None)
    assert len(pickle.dumps(snapshot(nx.path_graph(1_000)))) < 40_000


GOOD: dict[str, Any] = {"ids": ("a", "b", "c"), "indptr": [0, 1, 3, 4], "indices": [1, 0, 2, 1]}


def test_good_arrays_are_accepted() -> None:
    """The path a - b - c, the control of the test below."""
    assert Snapshot(**GOOD) == snapshot(nx.Graph([("a", "b"), ("b", "c")]))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"ids": ("a", "b", "b")}, "ids: found 3 values; accepted: text or integers, each once"),
        ({"ids": ("a", "b", None)}, "ids: found 3 values"),
        ({"indptr": [0, 1, 3]}, "indptr: found an array of shape"),
        ({"indptr": [1, 1, 3, 4]}, "indptr: .*accepted: 4 rising positions from 0 to 4"),
        ({"indptr": [0, 3, 1, 4]}, "indptr: "),
        ({"indptr": [0, 1, 3, 3]}, "indptr: "),
        ({"indices": [[1, 0, 2, 1]]}, "indptr: "),
        ({"indices": [1, 0, 3, 1]}, "indices: found a position that is no node's; accepted: .*3"),
        ({"indices": [-1, 0, 2, 1]}, "indices: found a position that is no node's"),
        ({"indices": [0, 0, 2, 1]}, "indices: found a node tied to itself"),
        ({"indices": [1, 2, 0, 1]}, "indices: found a row out of order"),
        ({"indices": [1, 2, 2, 1]}, "indices: found a row out of order"),
        ({"indices": [2, 0, 2, 1]}, "indices: found a tie that stands in one row only"),
        ({"indptr": [0, 2, 3, 4], "indices": [1, 2, 0, 1]}, "in one row only"),
        ({"weights": [1, 1, 1]}, r"weights: found shape \(3,\); accepted: one for each of 4"),
        ({"weights": [1, 1, 0, 0]}, r"weights\[2\]: found 0.0; accepted: a number from 1e-90"),
        ({"weights": [1, 1, 2, float("nan")]}, r"weights\[3\]: found nan"),
        ({"weights": [1, 1, 2, 3]}, "indices: found a tie .* with one weight"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_arrays_that_are_no_network_are_refused(change: dict[str, Any], message: str) -> None:
    """A snapshot can not be broken, whoever makes it."""
    with pytest.raises(InvalidValueError, match=message):
        Snapshot(**{**GOOD, **change})


def test_a_broken_document_is_refused() -> None:
    """From outside, too: by an error of documents or of values, never by numpy's."""
    document = abcd.to_dict(snapshot(BORGATTI))
    with pytest.raises((DocumentError, InvalidValueError)):
        abcd.from_dict({**document, "indices": [9] * 20}, Snapshot)
    with pytest.raises((DocumentError, InvalidValueError)):
        abcd.from_dict({**document, "indices": ["x"] * 20}, Snapshot)


@given(network=random_graphs())
def test_what_is_built_of_a_graph_would_pass_the_check(network: Any) -> None:
    """Rows of a graph are not checked again; made anew, they are, and nothing is at fault."""
    for weight in (None, "weight"):
        arrays = snapshot(network, weight=weight)
        assert attrs.evolve(arrays) == arrays
        assert not arrays.indices.flags.writeable
        assert arrays.weights is None or not arrays.weights.flags.writeable


# --- from lists ----------------------------------------------------------------------------------

IDS = ["p1", "p2", "p3"]


@given(graph=random_graphs())
def test_ties_in_lists_give_the_arrays_of_the_graph(graph: Any) -> None:
    """From the edges of any graph, in lists or arrays; self-ties are left out and counted."""
    sources = [source for source, _ in graph.edges]
    targets = [target for _, target in graph.edges]
    weights = [weight for _, _, weight in graph.edges(data="weight")]
    directed = graph.is_directed()
    made = Snapshot.from_ties(list(graph), sources, targets, weights=weights, directed=directed)
    assert made == snapshot(graph, weight="weight")
    bare = Snapshot.from_ties(tuple(graph), iter(sources), targets, directed=directed)
    assert bare == snapshot(graph)


def test_arrays_of_numpy() -> None:
    """Ids, ends and weights in arrays, as a table gives them."""
    made = Snapshot.from_ties(
        np.array([7, 3]), np.array([3]), np.array([7]), weights=np.array([2.5]), weight="hours"
    )
    assert (made.ids, made.weight, made.directed) == ((7, 3), "hours", False)
    assert made[3] == {"id": 3, "contacts": (7,), "weights": (2.5,), "degree": 1}
    texts = Snapshot.from_ties(np.array(["a", "b"]), np.array(["a"]), np.array(["b"]))
    assert texts.ids == ("a", "b")


@pytest.mark.parametrize(
    ("combine", "weights"),
    [("sum", 4.5), ("max", 2.0), ("min", 1.0), ("mean", 1.5), ("count", 3.0)],
)
def test_parallel_ties_become_one_by_a_named_rule(combine: Any, weights: float) -> None:
    """1, 1.5 and 2 between the same two; the opposite is parallel where there is no direction."""
    sources, targets = ["p1", "p2", "p1", "p2"], ["p2", "p1", "p2", "p3"]
    given_weights = [1, 1.5, 2, 7]
    made = Snapshot.from_ties(IDS, sources, targets, weights=given_weights, combine=combine)
    assert made["p1"]["weights"] == (weights,)
    assert made["p2"]["weights"] == (weights, 1.0 if combine == "count" else 7.0)
    bare = Snapshot.from_ties(IDS, sources, targets, combine=combine)
    assert bare["p1"]["weights"] == ((3.0,) if combine == "count" else None)
    with pytest.raises(InvalidValueError, match="1 pairs with several ties, such as 'p1' and 'p2'"):
        Snapshot.from_ties(IDS, sources, targets)
    assert Snapshot.from_ties(IDS, ["p1", "p2"], ["p2", "p1"], directed=True).tie_count == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"targets": ["p2"]}, "targets: found length 1; accepted: length 2, that of 'sources'"),
        ({"weights": [1]}, "weights: found length 1; accepted: length 2, that of 'sources'"),
        ({"weights": [1, 0]}, r"weights\[1\]: found 0; accepted: a number from 1e-90"),
        ({"weights": [1, None]}, r"weights\[1\]: found None"),
        ({"weights": [float("nan"), 1]}, r"weights\[0\]: found nan"),
        ({"weights": ["3", 1]}, r"weights\[0\]: found '3'"),
        ({"sources": ["p1", "p9"]}, r"sources\[1\]: found 'p9'; accepted: 'p1', 'p2' or 'p3'"),
        ({"targets": [True, "p1"]}, r"targets\[0\]: found True"),
        ({"targets": [["p1"], "p1"]}, r"targets\[0\]: found \['p1'\]|targets\[0\]: found a list"),
        ({"ids": ["p1", "p2", "p1"]}, r"ids\[2\]: found 'p1'; accepted: an id that is not yet id"),
        ({"ids": ["p1", 2.5, "p2"]}, r"ids\[1\]: found 2.5; accepted: text or an integer"),
        ({"ids": "p1"}, "ids: found text of 2 characters; accepted: a list or an array"),
        ({"ids": 3}, "ids: found int"),
        ({"sources": {"p1": 1}}, "sources: found a dict of 1"),
        ({"weights": np.float64(2)}, "weights: found float; accepted: a list or an array"),
        ({"directed": "no"}, "directed: found 'no'"),
        ({"weight": 3}, "weight: found 3; accepted: the name of the strengths"),
        ({"combine": "add"}, "combine: found 'add'"),
    ],
)
def test_ties_that_can_not_be_read(arguments: dict[str, Any], message: str) -> None:
    """Each row is named."""
    sound: dict[str, Any] = {"ids": IDS, "sources": ["p1", "p2"], "targets": ["p2", "p3"]}
    with pytest.raises(InvalidValueError, match=message):
        Snapshot.from_ties(**{**sound, **arguments})


def test_every_row_that_is_wrong_is_named() -> None:
    """None hides another."""
    with pytest.raises(InvalidValueError) as caught:
        Snapshot.from_ties([1, 2], [1, 8], [9, 2], weights=[-1, 1])
    assert [fault.path for fault in caught.value.faults] == [
        "sources[1]",
        "targets[0]",
        "weights[0]",
    ]
    assert caught.value.faults[0].accepted == "one of 2 ids"


# --- one node ------------------------------------------------------------------------------------


def test_the_contacts_of_a_node() -> None:
    """Undirected: all; directed: those that it leads to. Unknown ids are refused."""
    arrays = snapshot(BORGATTI, weight="weight")
    assert arrays["D"] == {"id": "D", "contacts": ("B", "G"), "weights": (1.0, 3.0), "degree": 2}
    assert [row["id"] for row in arrays] == list(BORGATTI)
    assert len(arrays) == 7
    assert snapshot(DIRECTED)[2] == {"id": 2, "contacts": (1,), "weights": None, "degree": 1}
    with pytest.raises(UnknownIdError, match="ids: found 'X'; accepted: 'A', "):
        arrays["X"]
    with pytest.raises(UnknownIdError, match="found True; accepted: one of 3 whole numbers"):
        snapshot(DIRECTED)[True]
