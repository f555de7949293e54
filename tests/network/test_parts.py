"""Articulation points, bridges and cores on plain arrays, and without recursion."""

from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abcd.network import snapshot
from abcd.network._parts import core_numbers, joints


@settings(max_examples=200)
@given(n=st.integers(0, 12), m=st.integers(0, 18), seed=st.integers(0, 2**32))
def test_joints_and_cores_equal_networkx(n: int, m: int, seed: int) -> None:
    """networkx 3.6.1, on networks with more parts and chains than those of `random_graphs`."""
    graph: Any = nx.gnm_random_graph(n, m, seed=seed)
    arrays = snapshot(graph)
    found = joints(arrays.indptr, arrays.indices)
    assert set(np.flatnonzero(found.points).tolist()) == set(nx.articulation_points(graph))
    assert found.bridges.tolist() == sorted([sorted(bridge) for bridge in nx.bridges(graph)])
    cores = core_numbers(arrays.indptr, arrays.indices).tolist()
    assert cores == list(nx.core_number(graph).values())


@pytest.mark.parametrize("n", [1, 2, 20_000])
def test_a_long_chain_is_walked_without_recursion(n: int) -> None:
    """All ties are bridges, all but the ends are articulation points."""
    arrays = snapshot(nx.path_graph(n))
    found = joints(arrays.indptr, arrays.indices)
    assert np.count_nonzero(found.points) == max(n - 2, 0)
    assert len(found.bridges) == n - 1
    assert set(core_numbers(arrays.indptr, arrays.indices).tolist()) == {min(n - 1, 1)}


def test_no_nodes() -> None:
    """Empty arrays in, empty arrays out."""
    arrays = snapshot(nx.Graph())
    found = joints(arrays.indptr, arrays.indices)
    assert (len(found.points), found.bridges.shape) == (0, (0, 2))
    assert len(core_numbers(arrays.indptr, arrays.indices)) == 0
