"""Laws of indicators: parts and wholes, hidden cells, ways to a target, chains."""

import math
import random
from typing import Any

import networkx as nx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from abcd.errors import IntegrityError
from abcd.impact import ChainLink, ChainStep, ResultsChain, achievement, disaggregate
from abcd.impact._small_cells import hidden_cells

NUMBERS = st.integers(-1000, 1000).map(lambda number: number / 10)
LABELS = st.sampled_from(["f", "m", 3])
TABLES = st.dictionaries(
    st.integers(0, 60),
    st.tuples(NUMBERS, st.none() | LABELS | st.lists(LABELS, max_size=3)),
    max_size=25,
)


@given(TABLES)
def test_parts_unknown_and_overlap_make_up_the_whole(table: dict[int, tuple[float, Any]]) -> None:
    """sum of parts + unknown - overlap = total, in people and in values."""
    values = {id: value for id, (value, _) in table.items()}
    found = disaggregate(values, {id: group for id, (_, group) in table.items()}, threshold=1)
    assert found.hidden_cells == 0
    counts = [count or 0 for count in found.counts]
    assert found.unknown is not None
    assert found.overlap is not None
    assert sum(counts) + found.unknown - found.overlap == found.n == len(table)
    sums = [value or 0 for value in found.sums]
    parts = math.fsum([*sums, found.unknown_total or 0, -(found.overlap_total or 0)])
    assert parts == pytest.approx(found.total, abs=1e-9)
    assert found.total == pytest.approx(math.fsum(values.values()), abs=1e-9)


@given(TABLES, st.integers(1, 6), st.randoms())
def test_the_order_of_people_does_not_matter(
    table: dict[int, tuple[float, Any]], threshold: int, order: random.Random
) -> None:
    """Neither in the values nor in the groups nor in the strata."""
    values = {id: value for id, (value, _) in table.items()}
    groups = {id: group for id, (_, group) in table.items()}
    strata = {id: id % 2 for id in table}

    def shuffled(mapping: dict[int, Any]) -> dict[int, Any]:
        items = list(mapping.items())
        order.shuffle(items)
        return dict(items)

    first = disaggregate(values, groups, strata=strata, before=values, threshold=threshold)
    again = disaggregate(
        shuffled(values),
        shuffled(groups),
        strata=shuffled(strata),
        before=shuffled(values),
        threshold=threshold,
    )
    assert again == first


@given(
    st.lists(st.lists(st.integers(0, 12), min_size=2, max_size=2), max_size=6), st.integers(1, 6)
)
def test_no_hidden_cell_follows_from_the_others(sizes: list[list[int]], threshold: int) -> None:
    """What is hidden in a wave is none, or several cells with enough people together."""
    hidden, closed = hidden_cells(sizes, threshold)
    for cell, waves in enumerate(sizes):
        small = any(0 < size < threshold for size in waves)
        assert cell in hidden or not small
    for wave in (0, 1):
        held = [sizes[cell][wave] for cell in hidden if sizes[cell][wave]]
        enough = len(held) > 1 and sum(held) >= threshold and sum(held) > len(held)
        assert closed or not held or enough


@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from([-4.0, -1.0, 0.5, 8.0]), NUMBERS)
def test_the_share_of_the_way_knows_no_unit_and_no_zero(
    actual: float, baseline: float, target: float, scale: float, shift: float
) -> None:
    """Another unit, another zero, or the falling twin: the same share."""
    assume(baseline != target)
    found = achievement(actual, baseline=baseline, target=target).achieved
    moved = achievement(
        scale * actual + shift, baseline=scale * baseline + shift, target=scale * target + shift
    )
    assert moved.achieved == pytest.approx(found, rel=1e-9, abs=1e-9)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), unique=True, max_size=12))
def test_a_chain_is_refused_exactly_where_it_turns_back(pairs: list[tuple[int, int]]) -> None:
    """Within one stage what matters is that there is no circle, as networkx sees it."""
    steps = [ChainStep(f"s{n}", "step") for n in range(6)]
    links = [ChainLink(f"s{first}", f"s{last}") for first, last in pairs]
    graph = nx.DiGraph(pairs)
    if nx.is_directed_acyclic_graph(graph):
        assert len(ResultsChain(outcomes=steps, links=links).links) == len(pairs)
    else:
        with pytest.raises(IntegrityError):
            ResultsChain(outcomes=steps, links=links)
