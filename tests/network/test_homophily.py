"""The E-I index: published networks, permutations, thin data."""

import itertools
from typing import Any

import networkx as nx
import numpy as np
import pytest

import abcd
from abcd.errors import InvalidValueError
from abcd.network import EIIndex, ei_index, snapshot

KARATE: Any = nx.karate_club_graph()


def test_the_karate_club() -> None:
    """Domain reference 5 [C]: 11 ties between the clubs, 67 inside; exact expectation 0.030303."""
    found = ei_index(KARATE, "club", permutations=10_000, rng=1)
    assert (found.external, found.internal, found.n) == (11, 67, 34)
    assert found.overall == pytest.approx(-0.717949, abs=5e-7)
    assert found.expected == pytest.approx((289 - 272) / 561, abs=1e-15)
    # No draw of 10,000 comes near: (0 + 1) / (10,000 + 1).
    assert found.p_lower == pytest.approx(1 / 10_001)
    assert found.p_value == pytest.approx(1 / 10_001)
    assert found.p_upper == 1.0
    # A group's internal ties count once; by tie ends it would be -0.7284.
    assert found["Mr. Hi"]["by_group"] == pytest.approx(-0.5217, abs=5e-5)
    # The standard deviation of one draw is below 0.12 here, that of the mean below 0.0012.
    assert found.permuted_mean == pytest.approx(found.expected, abs=0.005)
    assert found.permuted_minimum is not None
    assert found.permuted_minimum > -0.717949 + 0.05


def test_node_8_on_the_other_side() -> None:
    """Domain reference 5 [C]: with node 8 an Officer, 10 ties between and E-I -0.743590."""
    clubs = {node: data["club"] for node, data in KARATE.nodes(data=True)} | {8: "Officer"}
    found = ei_index(KARATE, clubs)
    assert (found.external, found.members.tolist()) == (10, [16, 18])
    assert found.overall == pytest.approx(-0.743590, abs=5e-7)
    assert found.group is None


def test_p_values_are_those_of_all_permutations() -> None:
    """Six people, 20 ways to split them: the draws come near the shares of all ways."""
    graph = nx.Graph([(0, 1), (0, 2), (1, 2), (2, 3), (3, 4)])
    graph.add_node(5)
    groups = ["a", "a", "a", "b", "b", "b"]
    found = ei_index(graph, groups, permutations=20_000, rng=5)
    ways = [
        sum((a in members) != (b in members) for a, b in graph.edges)
        for members in itertools.combinations(range(6), 3)
    ]
    observed, expected = 1, 5 * 9 / 15
    shares = {
        "p_lower": np.mean([way <= observed for way in ways]),
        "p_upper": np.mean([way >= observed for way in ways]),
        "p_value": np.mean([abs(way - expected) >= abs(observed - expected) for way in ways]),
    }
    assert np.mean(ways) == pytest.approx(expected)
    for name, share in shares.items():
        # Five standard errors of a share of 20,000 draws.
        assert getattr(found, name) == pytest.approx(share, abs=5 * 0.5 / 20_000**0.5), name


def test_directed_ties_are_arcs() -> None:
    """A tie that is returned counts twice, for the network, the group and the node."""
    graph = nx.DiGraph([("Ani", "Budi"), ("Budi", "Ani"), ("Budi", "Citra")])
    found = ei_index(graph, {"Ani": "x", "Budi": "x", "Citra": "y"})
    assert (found.external, found.internal, found.directed) == (1, 2, True)
    assert found.internal_by_group.tolist() == [2, 0]
    assert found.external_by_group.tolist() == [1, 1]
    assert found.by_node.tolist() == [-1.0, pytest.approx(-1 / 3), 1.0]
    assert ei_index(graph.to_undirected(), ["x", "x", "y"]).internal == 1


def test_unknown_groups_are_no_group() -> None:
    """Those without a value are left out with their ties, and counted."""
    graph = nx.path_graph(5)
    found = ei_index(graph, ["a", "b", None, float("nan"), ""])
    assert (found.groups, found.n, found.ties_left_out) == (("a", "b"), 2, 3)
    assert (found.overall, found.expected) == (1.0, 1.0)
    assert found.by_node[:2].tolist() == [1.0, 1.0]
    assert np.isnan(found.by_node[2:]).all()
    assert found.caveats[0].message() == (
        "Without a known group: 3 of 5 nodes. They count in no group, and ties with them are left "
        "out: 3."
    )


def test_thin_networks() -> None:
    """No nodes, one node, no ties, one group: what is None has a caveat."""
    nobody = ei_index(nx.Graph(), "group", permutations=5, rng=1)
    assert (nobody.overall, nobody.expected, nobody.p_value, len(nobody)) == (None, None, None, 0)
    codes = [caveat.code for caveat in nobody.caveats]
    assert codes == ["no-nodes", "no-known-ties"]
    fields = nobody.caveats[1].data["fields"]
    assert {"overall", "p_value", "p_lower", "permuted_mean", "expected"} <= set(fields)
    one = ei_index(nx.empty_graph(1), ["a"])
    assert (one.overall, one.expected) == (None, None)
    assert [caveat.code for caveat in one.caveats] == ["no-known-ties"]
    assert one.caveats[0].data["fields"] == ("overall", "expected")
    apart = ei_index(nx.empty_graph(2), ["a", "b"], permutations=5, rng=1)
    assert (apart.overall, apart.expected, apart.p_value) == (None, 1.0, None)
    alike = ei_index(nx.path_graph(3), ["a", "a", "a"], permutations=5, rng=1)
    assert (alike.overall, alike.expected) == (-1.0, -1.0)
    assert (alike.p_value, alike.p_lower, alike.p_upper) == (1.0, 1.0, 1.0)


def test_a_seed_is_drawn_and_kept() -> None:
    """Without `rng` the result still says how to repeat it; without draws it has no seed."""
    found = ei_index(KARATE, "club", permutations=50)
    assert found.seed is not None
    assert ei_index(KARATE, "club", permutations=50, rng=found.seed) == found
    generator = np.random.default_rng(3)
    assert ei_index(KARATE, "club", permutations=50, rng=generator).seed is not None
    none = ei_index(KARATE, "club")
    assert (none.seed, none.permutations, none.p_value) == (None, 0, None)


def test_blocks_do_not_change_the_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """However little memory is used at once, the same seed gives the same answer."""
    whole = ei_index(KARATE, "club", permutations=40, rng=1)
    monkeypatch.setattr("abcd.network._shuffles._CELLS", 200)
    assert ei_index(KARATE, "club", permutations=40, rng=1) == whole


def test_self_loops_and_weights_do_not_count() -> None:
    """A loop is left out; the karate club's weights change nothing."""
    graph = KARATE.copy()
    graph.add_edge(0, 0)
    found = ei_index(graph, "club")
    assert (found.external, found.internal, found.caveats[0].code) == (11, 67, "self-loops")
    weighted = ei_index(snapshot(KARATE, weight="weight"), [d for _, d in KARATE.nodes("club")])
    assert weighted.overall == found.overall


def test_the_result_is_a_value() -> None:
    """A row a group, a document."""
    found = ei_index(KARATE, "club", permutations=20, rng=1)
    assert found["Officer"]["members"] == 17
    assert abcd.from_dict(abcd.to_dict(found), EIIndex) == found


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"permutations": -1}, "permutations: found -1"),
        ({"permutations": True}, "permutations: found True"),
        ({"rng": "x"}, "rng: found 'x'"),
    ],
    ids=str,
)
def test_wrong_arguments_are_refused(arguments: dict[str, Any], message: str) -> None:
    """With what is accepted."""
    with pytest.raises(InvalidValueError, match=message):
        ei_index(KARATE, "club", **arguments)
