"""Introductions: gains by brute force, who could introduce, and who was never asked."""

import math
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd import Community, Person, Tie
from abcd.errors import InvalidValueError
from abcd.network import Introductions, graph, introductions, snapshot
from abcd.network._candidates import inside, part_pairs
from abcd.network._contacts import contacts_of

from .graphs_for_tests import random_graphs


def codes(found: Introductions) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in found.caveats]


def plain(network: Any) -> Any:
    """Give the contacts in either direction, without self-loops."""
    made: nx.Graph[Any] = nx.Graph()
    made.add_nodes_from(network)
    made.add_edges_from((a, b) for a, b in network.edges if a != b)
    return made


def steps(network: Any) -> dict[Any, float]:
    """Give the distance of each pair, infinite without a path."""
    reached = dict(nx.all_pairs_shortest_path_length(network))
    return {(a, b): reached[a].get(b, math.inf) for a, b in combinations(network, 2)}


def gains(network: Any, pair: tuple[Any, Any]) -> tuple[int, int, int, float]:
    """Make the tie, and count: pairs reached, pairs nearer, steps saved, gain in efficiency."""
    made = network.copy()
    made.add_edge(*pair)
    before, after = steps(network), steps(made)
    both = [(before[key], after[key]) for key in before]
    shorter = [old - new for old, new in both if new < old < math.inf]
    near = sum(1 / new - (1 / old if old < math.inf else 0) for old, new in both if new < old)
    reached = sum(old == math.inf > new for old, new in both)
    return reached, len(shorter), int(sum(shorter)), near / len(both)


@given(network=random_graphs())
def test_each_gain_is_what_making_the_tie_gives(network: Any) -> None:
    """Every row equals a recount of the network with the tie; the first reaches most."""
    contacts = plain(network)
    found = introductions(network, 50)
    for row in found:
        pair = row["source"], row["target"]
        reached, shorter, saved, near = gains(contacts, pair)
        assert not contacts.has_edge(*pair)
        assert (row["reached_pairs"], row["shorter_pairs"]) == (reached, shorter)
        assert row["saved_steps"] == saved
        assert row["efficiency_gain"] == pytest.approx(near, abs=1e-12)
        assert row["efficiency_error"] == 0
        common = set(contacts[pair[0]]) & set(contacts[pair[1]])
        assert row["common_contacts"] == len(common)
        assert row["introducer"] in common or (row["introducer"] is None and not common)
        far = steps(contacts)[pair] if pair in steps(contacts) else steps(contacts)[pair[::-1]]
        assert row["distance"] == (None if far == math.inf else far)
    possible = [pair for pair in combinations(contacts, 2) if not contacts.has_edge(*pair)]
    best = max((gains(contacts, pair)[0] for pair in possible), default=0)
    assert max(found.reached_pairs.tolist(), default=0) == best
    keys = [
        (-reached, -near)
        for reached, near in zip(found.reached_pairs, found.efficiency_gain.round(12), strict=True)
    ]
    assert keys == sorted(keys)


@given(network=random_graphs())
def test_small_networks_are_searched_whole(network: Any) -> None:
    """By efficiency, no friend of a friend is better than the first row."""
    contacts = plain(network)
    found = introductions(network, 1, aim="nearer")
    possible = [
        pair
        for pair in combinations(contacts, 2)
        if not contacts.has_edge(*pair) and set(contacts[pair[0]]) & set(contacts[pair[1]])
    ]
    best = max((gains(contacts, pair)[3] for pair in possible), default=0)
    assert found.efficiency_gain.sum() >= best - 1e-12


@given(
    network=random_graphs(max_nodes=9),
    aim=st.sampled_from(["reach", "nearer", "bridge"]),
    n=st.integers(1, 12),
    candidates=st.sampled_from([0, 3, 200]),
    letters=st.lists(st.sampled_from(["a", "b", "c", None]), min_size=9, max_size=9),
)
def test_no_row_is_missing(
    network: Any, aim: Any, n: int, candidates: int, letters: list[str | None]
) -> None:
    """As many rows as asked for, or as there are pairs: counted by looking at every pair."""
    contacts = plain(network)
    groups = dict(zip(contacts, letters, strict=False))

    def fits(a: Any, b: Any) -> bool:
        if contacts.has_edge(a, b):
            return False
        known = groups[a] is not None and groups[b] is not None
        return aim != "bridge" or (known and groups[a] != groups[b])

    possible = [pair for pair in combinations(contacts, 2) if fits(*pair)]
    given_groups = groups if len(contacts) else None
    if given_groups is None and aim == "bridge":
        given_groups = {}
    found = introductions(network, n, aim=aim, group=given_groups, candidates=candidates)
    rows = list(zip(found.source, found.target, strict=True))
    assert len(set(rows)) == len(rows) == min(n, len(possible))
    assert set(rows) <= set(possible)


@given(network=random_graphs(max_nodes=8), letters=st.text("abc", min_size=8, max_size=8))
def test_on_a_small_network_bridges_and_shorter_ways_are_the_best(
    network: Any, letters: str
) -> None:
    """The first row is the best of all pairs, each of them made and recounted."""
    contacts = plain(network)
    groups = dict(zip(contacts, letters, strict=False))
    possible = [pair for pair in combinations(contacts, 2) if not contacts.has_edge(*pair)]
    nearer = introductions(network, 1, aim="nearer")
    best = max((gains(contacts, pair)[3] for pair in possible), default=0)
    assert nearer.efficiency_gain.sum() == pytest.approx(best)

    def joining(pair: tuple[Any, Any]) -> int:
        both = {groups[node] for node in pair}
        return sum({groups[a], groups[b]} == both for a, b in contacts.edges)

    apart = [(a, b) for a, b in possible if groups[a] != groups[b]]
    keys = [(joining(pair), -gains(contacts, pair)[3]) for pair in apart]
    bridge = introductions(network, 1, aim="bridge", group=groups)
    assert len(bridge) == min(1, len(apart))
    for row in bridge:
        assert (row["ties_between_groups"], -row["efficiency_gain"]) == pytest.approx(min(keys))


def test_bridges_between_parts_of_one_group_each() -> None:
    """The best placed of each part may all be of one group: others of their parts are not."""
    network = nx.Graph([(0, 1), (2, 3), (4, 5)])
    for candidates in (0, 200):
        found = introductions(
            network, 10, aim="bridge", group=list("ababab"), candidates=candidates
        )
        pairs = set(zip(found.source, found.target, strict=True))
        assert pairs == {(0, 3), (0, 5), (1, 2), (2, 5), (1, 4), (3, 4)}


@pytest.mark.parametrize("aim", ["reach", "bridge"])
def test_bridges_of_large_networks(aim: Any) -> None:
    """More pairs than are measured: still as many rows as asked for, of few parts and of many."""
    many = nx.disjoint_union_all([nx.star_graph(3) for _ in range(40)])
    groups = ["hub" if node % 4 == 0 else "end" for node in many]
    for network, letters in ((many, groups), (nx.path_graph(90), list("ab" * 45))):
        found = introductions(network, 30, aim=aim, group=letters, candidates=4)
        assert len(found) == 30
        if aim == "bridge":
            assert all(a != b for a, b in zip(found.source_group, found.target_group, strict=True))


def test_parts_are_paired_by_the_product_of_their_sizes() -> None:
    """As if all pairs were listed and sorted, equal products in the order of the parts."""
    for sizes in ([5, 3, 3, 2, 1, 1], [1, 1, 1, 1], [4], []):
        pairs = sorted(
            combinations(range(len(sizes)), 2), key=lambda pair: -sizes[pair[0]] * sizes[pair[1]]
        )
        assert list(part_pairs(np.arange(len(sizes)), np.array(sizes, np.int64))) == pairs


def test_an_executor_changes_no_digit() -> None:
    """Threads, batch by batch, and a progress bar that sees each of them."""
    network = nx.connected_watts_strogatz_graph(200, 4, 0.1, seed=3)
    seen: list[int | None] = []

    def progress(items: Iterable[Any], /, *, total: int | None) -> Iterable[Any]:
        listed = list(items)
        seen.extend([len(listed), total])
        return listed

    alone = introductions(network, 9, aim="nearer")
    with ThreadPoolExecutor(2) as pool:
        shared = introductions(network, 9, aim="nearer", executor=pool, progress=progress)
    assert shared == alone
    assert seen == [4, 4]


def test_distances_from_ends_are_held_in_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few ties at a time, and a few sources: the same gains."""
    network = nx.connected_watts_strogatz_graph(40, 4, 0.1, seed=3)
    whole = introductions(network, 9, aim="nearer")
    monkeypatch.setattr("abcd.network._gains._ENDS", 300)
    monkeypatch.setattr("abcd.network._gains._CELLS", 120)
    pieces = introductions(network, 9, aim="nearer")
    np.testing.assert_allclose(pieces.efficiency_gain, whole.efficiency_gain, rtol=1e-12)
    assert (pieces.source, pieces.target) == (whole.source, whole.target)


def test_bridges_join_groups_that_have_fewest_ties() -> None:
    """Two ties join groups 1 and 2, none groups 1 and 3 or 2 and 3."""
    network = nx.Graph([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("d", "e"), ("e", "f")])
    groups = {"a": 1, "b": 1, "c": 2, "d": 2, "e": 2, "f": 3}
    found = introductions(network, 20, aim="bridge", group=groups)
    ties = {(1, 2): 2, (1, 3): 0, (2, 3): 1}
    for row in found:
        pair = row["source_group"], row["target_group"]
        assert pair[0] != pair[1]
        assert row["ties_between_groups"] == ties[min(pair), max(pair)]
    counts = [count for count in found.ties_between_groups if count is not None]
    assert counts == sorted(counts)
    assert len(counts) == len(found)
    assert found["a"]["ties_between_groups"] == 0
    assert (found.aim, found.group) == ("bridge", None)


def test_groups_are_told_for_every_aim() -> None:
    """With a group, its best connected members are measured too; unknown groups are said."""
    network = nx.path_graph(6)
    nx.set_node_attributes(network, {0: "x", 1: "x", 4: "y", 5: "y"}, "place")
    found = introductions(network, 20, group="place")
    assert (1, 4) in zip(found.source, found.target, strict=True)
    assert found.group == "place"
    assert "group-unknown" in codes(found)
    row = introductions(network, 1, aim="nearer", group="place", candidates=0)
    assert row.distance[0] is not None
    two = nx.Graph([("a", "b"), ("c", "d")])
    apart = introductions(two, 9, aim="bridge", group=["x", "x", "y", None])
    assert list(zip(apart.source, apart.target, strict=True)) == [("a", "c"), ("b", "c")]
    listed = introductions(two, 9, aim="bridge", group=["x", None, None, "y"])
    assert list(zip(listed.source, listed.target, strict=True)) == [("a", "d")]
    assert "group-unknown" in codes(apart)
    assert apart.caveats[-1].data["group"] == "group"


def test_equal_gains_share_a_rank() -> None:
    """All pairs of a star's ends gain the same."""
    found = introductions(nx.star_graph(4), 3)
    assert found.rank.tolist() == [1, 1, 1]
    assert found.sharing.tolist() == [6, 6, 6]
    assert set(found.introducer) == {0}
    assert found.candidates == 6


def test_those_who_never_answered_come_after_those_without_ties() -> None:
    """Of parts of equal size those with answers come first, and statuses stand in the row."""
    people = [
        Person("silent", "S", asked_on="2024-01-01"),
        Person("alone", "A", interviewed_on="2024-01-02"),
        *[Person(id, id, interviewed_on="2024-01-02") for id in ("x", "y", "z")],
    ]
    community = Community("rt", "RT", people=people, ties=[Tie("x", "y"), Tie("y", "z")])
    found = introductions(graph(community), 1)
    assert (found.source, found.target) == (("alone",), ("y",))
    assert (found.source_status, found.target_status) == (("named nobody",), ("answered",))
    assert found.caveats[1].data == {"count": 1, "total": 5}
    both = introductions(graph(community), 5)
    assert both["silent"]["source_status"] == "no answer"


def test_sampled_gains_are_near_the_exact_ones() -> None:
    """From 150 of 300 nodes, with a seed that repeats it and errors that cover it."""
    network = nx.connected_watts_strogatz_graph(300, 4, 0.1, seed=3)
    exact = introductions(network, 20, aim="nearer")
    found = introductions(network, 20, aim="nearer", exact_up_to=0, sources=150, rng=5)
    again = introductions(network, 20, aim="nearer", exact_up_to=0, sources=150, rng=5)
    assert found == again
    assert (exact.sources, exact.seed, found.sources, found.seed) == (300, None, 150, 5)
    truth = {
        (a, b): gain
        for a, b, gain in zip(exact.source, exact.target, exact.efficiency_gain, strict=True)
    }
    common = [row for row in found if (row["source"], row["target"]) in truth]
    off = [
        (row["efficiency_gain"] - truth[row["source"], row["target"]]) / row["efficiency_error"]
        for row in common
    ]
    assert len(off) > 10
    assert np.abs(off).max() < 4
    assert "introductions-sampled" in codes(found)


def test_no_pair_is_left_out_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where friends of friends are too many, those who know very many do not introduce."""
    monkeypatch.setattr("abcd.network._candidates._STEPS", 10)
    star = nx.star_graph(6)
    assert inside(contacts_of(snapshot(star)), None, None, 9, bridge=False).cut_short
    found = introductions(star, 3, candidates=0)
    assert "introductions-cut-short" in codes(found)


def test_surveys_of_egos_are_named() -> None:
    """Ties among those who were only named may exist already."""
    people = [Person("ego", "Ego", interviewed_on="2024-01-02"), Person("a", "A"), Person("b", "B")]
    ties = [Tie("ego", other, directed=True, reported_by="ego") for other in ("a", "b")]
    found = introductions(graph(Community("rt", "RT", people=people, ties=ties)))
    assert "alters-unasked" in codes(found)


@pytest.mark.parametrize("network", [nx.Graph(), nx.empty_graph(1), nx.complete_graph(4)])
def test_where_nothing_is_to_be_introduced(network: Any) -> None:
    """No nodes, one node, or everybody knows everybody: no rows."""
    found = introductions(network)
    assert (len(found), found.candidates) == (0, 0)
    assert ("no-nodes" in codes(found)) == (len(network) == 0)


def test_wrong_arguments_are_refused() -> None:
    """Aims and numbers out of range, with what is accepted."""
    street = nx.path_graph(3)
    with pytest.raises(
        InvalidValueError, match="aim: found 'far'; accepted: one of 'reach', 'near"
    ):
        introductions(street, aim="far")  # type: ignore[arg-type]  # no aim
    with pytest.raises(InvalidValueError, match="group: found None; accepted: a group of each"):
        introductions(street, aim="bridge")
    for name, wrong in {"n": 0, "candidates": -1, "exact_up_to": -1, "sources": 1}.items():
        with pytest.raises(InvalidValueError, match=f"{name}: found {wrong}"):
            introductions(street, **{name: wrong})  # type: ignore[arg-type]  # by name
