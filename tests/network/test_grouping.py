"""How groups are read: by attribute, by id, in order."""

from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from abcd.errors import InvalidValueError
from abcd.network import (
    assortativity,
    bonding_bridging,
    brokerage,
    ei_index,
    heterogeneity,
    introductions,
    modularity,
    snapshot,
)
from abcd.network._grouping import grouping_of, known_ties, label_of, numbers_of

GRAPH: Any = nx.Graph([("Ani", "Budi"), ("Budi", "Citra")])
nx.set_node_attributes(GRAPH, {"Ani": "x", "Citra": 3}, "group")


def read(group: Any, graph: Any = GRAPH) -> Any:
    """Read the groups of the small graph."""
    return grouping_of("group", group, graph, snapshot(graph))


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("x", "x"),
        (np.str_("x"), "x"),
        (3, 3),
        (np.int64(3), 3),
        (3.0, 3),
        (-0.0, 0),
        (2.5, "2.5"),
        (1e300, "1e+300"),
        (float("inf"), "inf"),
        (True, "True"),
        (np.bool_(False), "False"),
        (None, None),
        ("", None),
        (float("nan"), None),
        (np.float64("nan"), None),
        ([], None),
        (["x"], None),
        (object, None),
    ],
    ids=repr,
)
def test_labels(value: object, label: object) -> None:
    """Text and whole numbers; a truth value is not the number; nothing is None."""
    found = label_of(value)
    assert found == label
    assert type(found) is type(label)


def test_a_series_is_read_by_its_index() -> None:
    """Like a mapping, never by the order of its rows; an id that stands there twice is refused."""
    found = read(pd.Series({"Citra": 3, "Ani": "x"}))
    assert found.by_node == ("x", None, 3)
    numbered = nx.path_graph(3)
    by_number = read(pd.Series(["a", "b", None], index=[2, 0, 1]), numbered)
    assert by_number.by_node == ("b", None, "a")
    with pytest.raises(InvalidValueError, match="group: found 0; accepted: ids of nodes as keys"):
        read(pd.Series(["x", "y", "z"]))
    with pytest.raises(InvalidValueError, match="group: found 'Ani' twice; accepted: each id once"):
        read(pd.Series(["x", "y"], index=["Ani", "Ani"]))


def test_what_is_accepted_is_said() -> None:
    """The values of a dict may be in another order than the nodes: they are no list."""
    with pytest.raises(InvalidValueError, match="a mapping or Series of ids to values, or a list"):
        read({"Ani": "x"}.values())


def test_groups_that_are_spelled_alike_are_named() -> None:
    """Capitals and blanks make other groups, and a caveat says that they may be one."""
    graph = nx.path_graph(5)
    groups = ["North", "north ", " North", "South", "South"]
    alike = read(groups, graph)
    assert alike.labels == (" North", "North", "South", "north ")
    (caveat,) = alike.caveats()
    assert (caveat.code, caveat.data["count"]) == ("groups-alike", 3)
    assert "such as ' North', 'North', 'north '" in caveat.message()
    assert not list(read(["North", "South", "East", 1, "1"], graph).caveats())
    for found in (
        assortativity(graph, groups, scale="categories"),
        bonding_bridging(graph, groups),
        brokerage(graph, groups),
        ei_index(graph, groups),
        heterogeneity(graph, groups),
        introductions(graph, group=groups),
        modularity(graph, groups),
    ):
        assert "groups-alike" in [one.code for one in found.caveats]


def test_three_ways_to_give_groups() -> None:
    """An attribute, a mapping and a sequence give the same groups, numbers first."""
    by_name = read("group")
    assert by_name.name == "group"
    assert by_name.labels == (3, "x")
    assert by_name.codes.tolist() == [1, -1, 0]
    assert (by_name.unknown, by_name.sizes.tolist()) == (1, [1, 1])
    assert by_name.by_node == ("x", None, 3)
    others: list[Any] = [
        {"Ani": "x", "Citra": 3},
        {"Ani": "x", "Budi": None, "Citra": np.int64(3)},
        ["x", None, 3],
        ("x", "", 3.0),
        np.array(["x", None, 3], object),
    ]
    for values in others:
        found = read(values)
        assert (found.name, found.labels) == (None, (3, "x"))
        assert found.codes.tolist() == [1, -1, 0]


def test_integer_ids_are_found_whoever_made_them() -> None:
    """A key of numpy is the number; True is not 1."""
    graph = nx.path_graph(2)
    assert read({np.int64(0): "x", 1: "y"}, graph).labels == ("x", "y")
    with pytest.raises(InvalidValueError, match="group: found True; accepted: ids of nodes"):
        read({True: "x"}, graph)


@pytest.mark.parametrize(
    ("group", "message"),
    [
        ("grup", r"group: found 'grup'; accepted: a node attribute of the graph: 'group'"),
        ({"Dewi": "x"}, r"group: found 'Dewi'; accepted: ids of nodes as keys"),
        (["x"], r"group: found 1 values; accepted: a value for each of 3 nodes"),
        (np.zeros((3, 1)), r"group: found an array of 2 dimensions; accepted: one value for"),
        (b"abc", r"group: found .*; accepted: the name of a node attribute, a mapping"),
        (3, r"group: found .*; accepted: the name of a node attribute, a mapping"),
        (None, r"group: found .*; accepted: the name of a node attribute, a mapping"),
    ],
    ids=["attribute", "id", "length", "table", "bytes", "number", "None"],
)
def test_what_does_not_fit_is_refused(group: Any, message: str) -> None:
    """Never aligned by luck."""
    with pytest.raises(InvalidValueError, match=message):
        read(group)


def test_a_snapshot_has_no_attributes() -> None:
    """The error says what to give."""
    arrays = snapshot(GRAPH)
    with pytest.raises(InvalidValueError, match="a Snapshot has ties only"):
        grouping_of("group", "group", arrays, arrays)
    assert grouping_of("group", ["x", "x", "y"], arrays, arrays).labels == ("x", "y")


def test_a_graph_without_nodes_lacks_no_attribute() -> None:
    """Thin, not wrong."""
    assert read("group", nx.Graph()).labels == ()


def test_numbers() -> None:
    """None, nan and empty text are not known; text, truth values and what is too large refused."""
    arrays = snapshot(GRAPH)
    found = numbers_of("group", [1, None, np.float32(2.5)], GRAPH, arrays)
    assert found.tolist() == [1.0, pytest.approx(np.nan, nan_ok=True), 2.5]
    assert np.isnan(numbers_of("group", ["", None, np.nan], GRAPH, arrays)).all()
    for wrong in ("x", True, 1e91, 10**400, float("inf"), [1]):
        with pytest.raises(InvalidValueError, match=r"group\['Budi'\]: found .* -1e90 to 1e90"):
            numbers_of("group", [1, wrong, 2], GRAPH, arrays)


def test_ties_of_known_nodes() -> None:
    """Nodes are counted anew, an undirected tie stands once, and the rest is counted."""
    arrays = snapshot(nx.path_graph(4))
    found = known_ties(arrays, np.array([-1, 0, 1, 0]))
    assert found.nodes.tolist() == [1, 2, 3]
    assert found.codes.tolist() == [0, 1, 0]
    assert sorted(zip(found.sources.tolist(), found.targets.tolist(), strict=True)) == [
        (0, 1),
        (1, 2),
    ]
    assert found.left_out == 1
    arcs = known_ties(snapshot(nx.path_graph(4).to_directed()), np.array([0, 0, 0, 0]))
    assert (len(arcs.sources), arcs.left_out) == (6, 0)
