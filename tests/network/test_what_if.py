"""What if: the whole before and after, and who changes most."""

import math
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd.errors import InvalidValueError, UnknownIdError
from abcd.network import WholeNetwork, snapshot, what_if

from .graphs_for_tests import random_graphs


def assert_whole(found: WholeNetwork, network: Any) -> None:
    """Compare with networkx, pair by pair."""
    plain = network.copy()
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    n, directed = len(plain), plain.is_directed()
    steps = [
        distance
        for source, reached in nx.all_pairs_shortest_path_length(plain)
        for target, distance in reached.items()
        if source != target
    ]
    parts = list(
        nx.weakly_connected_components(plain) if directed else nx.connected_components(plain)
    )
    assert (found.nodes, found.ties) == (n, plain.number_of_edges())
    assert (found.parts, found.largest_part) == (len(parts), max(map(len, parts), default=0))
    half = 1 if directed else 2
    assert (found.pairs, found.reachable_pairs) == (n * (n - 1) // half, len(steps) // half)
    assert found.density == (pytest.approx(nx.density(plain)) if n > 1 else None)
    assert found.mean_distance == (pytest.approx(sum(steps) / len(steps)) if steps else None)
    near = sum(1 / distance for distance in steps)
    assert found.efficiency == (pytest.approx(near / (n * (n - 1))) if n > 1 else None)


@given(network=random_graphs(), data=st.data())
def test_it_is_the_network_as_it_would_be(network: Any, data: st.DataObject) -> None:
    """Changing a copy with networkx, then measuring it, gives the same."""
    nodes = list(network)
    changed = network.copy()
    pairs = [(a, b) for a in nodes for b in nodes if a != b]
    some = st.lists(st.sampled_from(pairs), max_size=3) if pairs else st.just([])
    new, old = data.draw(some), data.draw(some)
    leaving = data.draw(st.lists(st.sampled_from(nodes), max_size=2) if nodes else st.just([]))
    changed.add_node("@new")
    changed.add_edges_from(new)
    changed.remove_edges_from(old)
    changed.remove_nodes_from(leaving)
    found = what_if(
        network, add_people=["@new"], add_ties=new, remove_ties=old, remove_people=leaving
    )
    assert_whole(found.before, network)
    assert_whole(found.after, changed)
    assert found.ties_added - found.ties_removed == found.after.ties - found.before.ties
    between = nx.betweenness_centrality(changed)
    for row in found:
        node = row["nodes"]
        if node in changed and len(changed) > 2:
            assert row["betweenness_after"] == pytest.approx(between[node], abs=1e-12)
        assert math.isnan(row["degree_after"]) == (node not in changed)


def test_ties_that_change_nothing_are_named() -> None:
    """A tie that exists, and one that does not, are reported, each once."""
    street = nx.path_graph(["a", "b", "c"])
    found = what_if(snapshot(street), add_ties=[("b", "a"), ("a", "b")], remove_ties=[("c", "a")])
    assert found.already_there == (("a", "b"),)
    assert found.not_there == (("a", "c"),)
    assert len(found) == 0
    assert found.before == found.after
    codes = [caveat.code for caveat in found.caveats]
    assert codes == ["positions-only", "what-if-stays", "what-if-no-change"]


def test_those_who_change_most_are_listed() -> None:
    """Without the middle of a star nobody is between others; limit 0 lists the touched only."""
    star = nx.star_graph(5)
    found = what_if(star, remove_people=[0], limit=1)
    assert found.nodes == (0,)
    assert (found.betweenness_before[0], found.ties_removed) == (1.0, 5)
    assert math.isnan(found.betweenness_after[0])
    assert found.after.mean_distance is None
    assert found.after.caveats[0].code == "no-ties"
    closed = what_if(nx.path_graph(4), add_ties=[(0, 3)], limit=0)
    assert closed.nodes == (0, 3)
    assert what_if(nx.path_graph(4), add_ties=[(0, 3)], limit=3).nodes == (1, 2, 0, 3)


def test_unknown_people_are_refused_with_the_nearest() -> None:
    """Misspelt ids, ids that are there, and ties that are none."""
    street = nx.path_graph(["ani", "budi"])
    with pytest.raises(UnknownIdError, match=r"add_ties\[0\]\[1\]: found 'bud'; accepted: 'ani'"):
        what_if(street, add_ties=[("ani", "bud")])
    with pytest.raises(UnknownIdError, match="remove_people: found 3; accepted: one of 2 whole"):
        what_if(nx.path_graph(2), remove_people=[3])
    with pytest.raises(InvalidValueError, match=r"add_people\[0\]: found 'ani'; accepted: an id"):
        what_if(street, add_people=["ani"])
    with pytest.raises(InvalidValueError, match="remove_people: found 'new'; accepted: ids that"):
        what_if(street, add_people=["new"], remove_people=["new"])
    with pytest.raises(InvalidValueError, match=r"add_ties\[0\]: found 'ani' twice"):
        what_if(street, add_ties=[("ani", "ani")])
    with pytest.raises(InvalidValueError, match=r"remove_ties\[0\]: found text of 4 characters"):
        what_if(street, remove_ties=["budi"])  # type: ignore[list-item]  # no pair
    with pytest.raises(InvalidValueError, match="add_people: found text of 3 characters"):
        what_if(street, add_people="abc")
    with pytest.raises(InvalidValueError, match="limit: found -1"):
        what_if(street, limit=-1)
