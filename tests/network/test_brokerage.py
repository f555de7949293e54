"""Broker roles: each by a small example, expectations, permutations, thin data."""

from typing import Any

import networkx as nx
import numpy as np
import pytest

import abcd
from abcd.network import Brokerage, brokerage, snapshot
from abcd.network._roles import ROLES, arcs_of, expected_shares, role_counts

KARATE: Any = nx.karate_club_graph()


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        ("AAA", "coordinator"),
        ("ABA", "itinerant"),
        ("ABB", "gatekeeper"),
        ("AAB", "representative"),
        ("ABC", "liaison"),
    ],
)
def test_each_role(groups: str, role: str) -> None:
    """a -> b -> c without a -> c, by the groups of a, b and c (Gould and Fernandez 1989)."""
    graph = nx.DiGraph([("a", "b"), ("b", "c")])
    found = brokerage(graph, list(groups))
    assert {name: found["b"][name] for name in ROLES} == {name: int(name == role) for name in ROLES}
    assert found["a"]["total"] == 0
    assert found.by_role[role]["observed"] == 1
    assert found.by_group[groups[1]][role] == 1
    # A third arc closes the path; one back from c to a does not.
    graph.add_edge("c", "a")
    assert brokerage(graph, list(groups))["b"][role] == 1
    graph.add_edge("a", "c")
    assert brokerage(graph, list(groups))["b"]["total"] == 0


def test_an_undirected_path_is_counted_from_both_ends() -> None:
    """Gatekeeper equals representative."""
    found = brokerage(nx.path_graph(3), ["x", "x", "y"])
    assert (found[1]["gatekeeper"], found[1]["representative"], found.open_paths) == (1, 1, 2)
    assert found.method == "Gould and Fernandez 1989"


def test_a_returned_arc_is_no_path_to_oneself() -> None:
    """a -> b -> a has two nodes."""
    graph = nx.DiGraph([(0, 1), (1, 0), (1, 2)])
    found = brokerage(graph, ["x", "x", "x"])
    assert found.coordinator.tolist() == [0, 1, 0]


def test_the_karate_club() -> None:
    """Two clubs: no liaison; far more inside a club than at random."""
    found = brokerage(KARATE, "club", permutations=500, rng=1)
    rows = found.by_role
    assert rows["liaison"]["observed"] == 0
    assert np.isnan(rows["liaison"]["deviation"])
    assert rows["coordinator"]["p_upper"] == pytest.approx(1 / 501)
    assert rows["itinerant"]["p_lower"] == pytest.approx(1 / 501)
    assert rows["coordinator"]["deviation"] > 5
    # 786 open two-paths: sum of d (d - 1) over nodes minus six for each of 45 triangles.
    degrees = [count for _, count in KARATE.degree()]
    triangles = sum(len(set(KARATE[a]) & set(KARATE[b])) for a, b in KARATE.edges) // 3
    assert found.open_paths == sum(d * (d - 1) for d in degrees) - 6 * triangles
    # Chance of three of one club: 2 x 17 x 16 x 15 / (34 x 33 x 32).
    chance = 2 * 17 * 16 * 15 / (34 * 33 * 32)
    assert rows["coordinator"]["expected"] == pytest.approx(chance * found.open_paths)
    assert found[0]["expected_coordinator"] == pytest.approx(chance * found[0]["total"])


def test_permutations_have_the_exact_mean() -> None:
    """The deviation of a random arrangement is small, and the p-values are those of its draws."""
    graph = nx.gnp_random_graph(30, 0.15, seed=2, directed=True)
    groups = np.random.default_rng(4).integers(0, 4, 30).tolist()
    found = brokerage(graph, groups, permutations=400, rng=3)
    assert np.abs(found.by_role.deviation).max() < 4
    assert found.by_role.p_value.min() > 0.001
    again = brokerage(graph, groups, permutations=400, rng=3)
    assert again == found
    codes = np.array([np.random.default_rng(at).permutation(groups) for at in range(3_000)])
    ends = np.array(list(graph.edges))
    arcs = arcs_of(30, ends[:, 0], ends[:, 1], directed=True)
    drawn = role_counts(arcs, codes.astype(np.int32)).sum(axis=1)
    error = drawn.std(axis=0) / np.sqrt(len(drawn))
    assert np.all(np.abs(drawn.mean(axis=0) - found.by_role.expected) < 5 * error)


def test_blocks_do_not_change_the_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """However little memory is used at once, the same seed gives the same answer."""
    whole = brokerage(KARATE, "club", permutations=20, rng=1)
    monkeypatch.setattr("abcd.network._shuffles._CELLS", 1)
    assert brokerage(KARATE, "club", permutations=20, rng=1) == whole


def test_many_groups_need_no_table_of_nodes_and_groups() -> None:
    """Everybody a group of their own: each open path is a liaison's."""
    graph = nx.gnp_random_graph(60, 0.1, seed=1, directed=True)
    found = brokerage(graph, list(range(60)))
    assert found.liaison.tolist() == found.total.tolist()
    few = brokerage(graph, [node % 2 for node in range(60)])
    assert few.total.tolist() == found.total.tolist()
    wide = brokerage(graph, [node // 2 for node in range(60)])
    by_hand = sum(
        a // 2 == c // 2 != b // 2
        for a, b in graph.edges
        for _, c in graph.out_edges(b)
        if c != a and not graph.has_edge(a, c)
    )
    assert wide.by_role["itinerant"]["observed"] == by_hand


def test_expected_shares_add_up() -> None:
    """Over groups and roles to 1; below three nodes nothing can be said."""
    shares = expected_shares(np.array([3, 1, 5]))
    assert shares.shape == (4, 5)
    assert shares[:-1].sum() == pytest.approx(1)
    np.testing.assert_allclose(shares[:-1].sum(axis=0), shares[-1])
    # A group of one never has two members of a path.
    assert shares[1].tolist()[0] == shares[1].tolist()[2] == 0
    assert np.isnan(expected_shares(np.array([1, 1]))).all()
    assert expected_shares(np.array([], np.int64)).shape == (1, 5)


def test_unknown_groups_are_left_out() -> None:
    """With their ties: their rows are nan, and paths over them are not counted."""
    graph = nx.path_graph(4)
    found = brokerage(graph, ["x", "x", "y", None])
    assert (found.n, found.ties_left_out, found.open_paths) == (3, 1, 2)
    assert found.groups == ("x", "x", "y", None)
    assert np.isnan(found[3]["coordinator"])
    assert np.isnan(found[3]["expected_liaison"])
    assert [caveat.code for caveat in found.caveats] == ["unknown-groups"]


@pytest.mark.parametrize(
    ("graph", "groups", "codes"),
    [
        (nx.Graph(), [], ["no-nodes", "too-few-for-roles"]),
        (nx.path_graph(2), ["x", "y"], ["too-few-for-roles"]),
        (nx.complete_graph(3), ["x", "y", "x"], ["no-open-paths"]),
        (nx.empty_graph(3), ["x", "y", "x"], ["no-open-paths"]),
    ],
    ids=["no nodes", "two nodes", "all tied", "no ties"],
)
def test_thin_networks(graph: Any, groups: Any, codes: list[str]) -> None:
    """No brokers, and the reason."""
    found = brokerage(graph, groups, permutations=4, rng=1)
    assert found.open_paths == 0
    assert [caveat.code for caveat in found.caveats] == codes
    assert np.isnan(found.by_role.expected).all() == (len(graph) < 3)
    assert np.isnan(found.by_role.p_value).all() == (len(graph) < 3)


def test_without_draws_there_are_no_p_values() -> None:
    """Nothing is made up."""
    found = brokerage(KARATE, "club")
    assert (found.permutations, found.seed) == (0, None)
    assert np.isnan(found.by_role.p_value).all()
    assert np.isnan(found.by_group.p_coordinator).all()


def test_the_result_is_a_value() -> None:
    """Nested tables go into a document and come back; a snapshot gives the same."""
    clubs = [club for _, club in KARATE.nodes("club")]
    found = brokerage(KARATE, clubs, permutations=9, rng=1)
    assert abcd.from_dict(abcd.to_dict(found), Brokerage) == found
    assert brokerage(snapshot(KARATE), clubs, permutations=9, rng=1) == found
