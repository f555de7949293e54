"""Laws of what is for the worker: labels, order and executors do not matter."""

import random
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import attrs
import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd.network import changes, introductions, isolated, snapshot, stability, what_if
from abcd.network.stability import Stability

from ..network.graphs_for_tests import random_graphs

SEEDS = st.integers(0, 2**32)


def turned(network: Any, seed: int) -> tuple[Any, dict[Any, str]]:
    """Rename the nodes, and add them and the edges in another order."""
    source = random.Random(seed)
    nodes = list(network)
    source.shuffle(nodes)
    names = {node: f"n{place}" for place, node in enumerate(nodes)}
    made = type(network)()
    made.add_nodes_from(names.values())
    edges = [(names[a], names[b], data) for a, b, data in network.edges(data=True)]
    source.shuffle(edges)
    made.add_edges_from(edges)
    return made, names


@given(network=random_graphs(), seed=SEEDS)
def test_isolated_under_new_names(network: Any, seed: int) -> None:
    """The same people, with the same positions."""
    other, names = turned(network, seed)
    rows = {names[row["nodes"]]: row["position"] for row in isolated(network)}
    assert {row["nodes"]: row["position"] for row in isolated(other)} == rows
    assert isolated(snapshot(network)) == isolated(network)


@given(network=random_graphs(), seed=SEEDS)
def test_gains_under_new_names(network: Any, seed: int) -> None:
    """The best new tie gives as much in any order; the candidates inside parts are the same."""
    other, _ = turned(network, seed)
    for purpose in ("reach", "nearer"):
        one = introductions(network, 100, aim=purpose)
        two = introductions(other, 100, aim=purpose)
        assert max(one.reached_pairs, default=0) == max(two.reached_pairs, default=0)
        assert one.parts == two.parts
        friends = [
            sorted(
                gain
                for gain, both in zip(found.shorter_pairs, found.common_contacts, strict=True)
                if both
            )
            for found in (one, two)
        ]
        assert friends[0] == friends[1]


@given(network=random_graphs(), later=random_graphs(labels="places"), seed=SEEDS)
def test_changes_are_symmetric(network: Any, later: Any, seed: int) -> None:
    """Turned around in time, what formed dissolved; a wave against itself keeps everything."""
    other, _ = turned(network, seed)
    same = changes(other, other)
    assert (same.ties_formed, same.ties_dissolved) == (0, 0)
    assert same.ties_kept == snapshot(other).tie_count
    if network.is_directed() == later.is_directed():
        forward, back = changes(network, later), changes(later, network)
        assert (forward.ties_formed, forward.ties_dissolved) == (
            back.ties_dissolved,
            back.ties_formed,
        )
        assert (forward.ties_kept, forward.jaccard) == (back.ties_kept, back.jaccard)
        assert (forward.null_to_mutual, forward.turned) == (back.mutual_to_null, back.turned)
        assert set(forward.entered) == set(back.left)
        assert forward.pairs_at_risk == back.pairs_at_risk


@given(network=random_graphs(), seed=SEEDS)
def test_what_if_under_new_names(network: Any, seed: int) -> None:
    """The whole before and after does not depend on names and order."""
    other, names = turned(network, seed)
    gone = list(network)[:1]
    one = what_if(network, remove_people=gone)
    two = what_if(other, remove_people=[names[node] for node in gone])
    for left, right in ((one.before, two.before), (one.after, two.after)):
        for name, value in attrs.asdict(left).items():
            if name != "caveats":
                assert getattr(right, name) == pytest.approx(value)


@given(network=random_graphs(labels="integers"), seed=SEEDS)
def test_stability_under_new_names(network: Any, seed: int) -> None:
    """New names in the same order give the same numbers for the same seed; bounds hold."""
    names = {node: f"n{place}" for place, node in enumerate(network)}
    other = nx.relabel_nodes(network, names)
    one = stability(network, "betweenness", samples=5, top=2, rng=seed)
    two = stability(other, "betweenness", samples=5, top=2, rng=seed)
    assert one.correlation == pytest.approx(two.correlation, nan_ok=True)
    assert one.rank == pytest.approx(two.rank, nan_ok=True)
    assert one.seed == seed
    known = one.overlap[np.isfinite(one.overlap)]
    assert ((known >= 0) & (known <= 1)).all()


@pytest.mark.parametrize("metric", ["betweenness", "efficiency"])
def test_executors_and_seeds_give_the_same(metric: str) -> None:
    """Serial, threads and processes, and the seed of the result, give every digit again."""
    network = nx.gnp_random_graph(20, 0.2, seed=1)

    def run(**more: Any) -> Stability:
        return stability(network, metric, shares=[0.8, 0.5], samples=45, **more)

    serial = run()
    with ThreadPoolExecutor(2) as threads:
        assert run(rng=serial.seed, executor=threads) == serial
    with ProcessPoolExecutor(2) as processes:
        assert run(rng=serial.seed, executor=processes) == serial
    seen: list[int | None] = []

    def progress(items: Any, *, total: int | None) -> Any:
        seen.append(total)
        return items

    assert run(rng=serial.seed, progress=progress) == serial
    # 2 shares of 3 batches; for the whole, 3 of the bootstrap and 1 of the jackknife.
    assert seen == [6 if metric == "betweenness" else 10]
