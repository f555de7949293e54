"""Laws of acceptability, sensitivity and the worth of unknown scores."""

import itertools
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from abcd.potential import (
    Criterion,
    DecisionTable,
    acceptability,
    rank,
    sensitivity,
    worth_finding_out,
)
from abcd.potential._simplex import Space, draw, narrowed

from ..strategies import decision_tables
from .test_potential import problems

SAMPLES = 40


@st.composite
def spaces(draw: Any) -> Space:
    """Draw limits and an order that some weights keep: a point is drawn first."""
    size = draw(st.integers(1, 6))
    parts = np.array(draw(st.lists(st.integers(1, 9), min_size=size, max_size=size)), dtype=float)
    point = parts / parts.sum()
    slack = np.array(draw(st.lists(st.floats(0, 0.5), min_size=2 * size, max_size=2 * size)))
    named = draw(st.lists(st.integers(0, size - 1), unique=True, max_size=size))
    named.sort(key=lambda place: -point[place])
    # Places with equal weights may stand in any order, or together.
    groups = [tuple(group) for _, group in itertools.groupby(named, lambda place: point[place])]
    lower = np.maximum(point - slack[:size], 0)
    return Space(lower, np.minimum(point + slack[size:], 1), tuple(groups))


@given(spaces(), st.integers(0, 99))
def test_every_drawn_weight_keeps_what_was_said(space: Space, seed: int) -> None:
    """Weights are on the simplex, inside their limits, and in their order."""
    inner = narrowed(space)
    assert inner is not None
    weights = draw(inner, np.random.default_rng(seed), SAMPLES)
    if weights is None:
        return
    np.testing.assert_allclose(weights.sum(axis=1), 1, atol=1e-9)
    assert (weights >= space.lower - 1e-9).all()
    assert (weights <= space.upper + 1e-9).all()
    for better, worse in itertools.pairwise(space.order):
        least = weights[:, list(better)].min(axis=1)
        assert (least >= weights[:, list(worse)].max(axis=1) - 1e-9).all()


@given(problems(), st.integers(0, 99))
def test_shares_add_to_one(problem: Any, seed: int) -> None:
    """Every option has some rank, and every rank some option."""
    found = acceptability(problem[0], samples=SAMPLES, rng=seed)
    shares = found.rank_acceptability
    np.testing.assert_allclose(shares.sum(axis=1), 1, atol=1e-9)
    np.testing.assert_allclose(shares.sum(axis=0), 1, atol=1e-9)
    assert (shares >= 0).all()
    known = ~np.isnan(found.central_weights[:, 0])
    np.testing.assert_allclose(found.central_weights[known].sum(axis=1), 1, atol=1e-9)
    np.testing.assert_array_equal(known, shares[:, 0] > 0)
    both = found.pairwise + found.pairwise.T
    np.testing.assert_allclose(both[~np.isnan(both)], 1)


@given(problems(), st.floats(0.01, 100))
def test_units_do_not_matter(problem: Any, factor: float) -> None:
    """Rupiah or thousands of rupiah."""
    table, _ = problem
    scaled = DecisionTable(table.options, table.criteria, table.scores * factor)
    before = acceptability(table, samples=SAMPLES, rng=1)
    after = acceptability(scaled, samples=SAMPLES, rng=1)
    np.testing.assert_allclose(after.rank_acceptability, before.rank_acceptability, atol=1e-9)


@given(problems(), st.randoms(use_true_random=False))
def test_the_order_of_options_does_not_matter(problem: Any, source: Any) -> None:
    """Rows shuffled give the same shares."""
    table, _ = problem
    places = list(range(len(table.options)))
    source.shuffle(places)
    shuffled = DecisionTable(
        [table.options[place] for place in places], table.criteria, table.scores[places]
    )
    before = acceptability(table, samples=SAMPLES, rng=1)
    after = acceptability(shuffled, samples=SAMPLES, rng=1)
    np.testing.assert_allclose(
        after.rank_acceptability, before.rank_acceptability[places], atol=1e-9
    )


@given(problems(), st.integers(0, 5))
def test_a_duplicated_option_has_equal_shares(problem: Any, place: int) -> None:
    """Two options with the same scores share every rank."""
    table, _ = problem
    twin = place % len(table.options)
    rows = [*table.scores.tolist(), table.scores[twin].tolist()]
    longer = DecisionTable([*table.options, "twin"], table.criteria, rows)
    found = acceptability(longer, samples=SAMPLES, rng=1)
    np.testing.assert_allclose(found.rank_acceptability[-1], found.rank_acceptability[twin])


@given(problems())
def test_a_criterion_that_can_not_count_changes_nothing(problem: Any) -> None:
    """A weight of 0, whatever stands in the column."""
    table, weights = problem
    rows = [[*row, None] for row in table.scores.tolist()]
    wider = DecisionTable(table.options, [*table.criteria, Criterion("new")], rows)
    before = acceptability(table, samples=SAMPLES, rng=1, weights=weights)
    after = acceptability(wider, samples=SAMPLES, rng=1, weights=[*weights, 0])
    np.testing.assert_array_equal(after.rank_acceptability, before.rank_acceptability)


@given(problems(), st.floats(0, 2), st.integers(0, 99))
def test_interval_tables_contain_the_points(problem: Any, width: float, cell: int) -> None:
    """The ranks that a vague score allows contain the rank that its middle gives."""
    table, weights = problem
    option, place = cell % len(table.options), cell // 10 % len(table.criteria)
    pairs = np.stack([table.scores, table.scores], axis=-1)
    pairs[option, place] += (-width, width)
    vague = DecisionTable(table.options, table.criteria, pairs)
    point = rank(table, weights=weights).ranks[option]
    for row in worth_finding_out(vague, weights=weights, steps=3):
        assert row["best_rank"] <= point <= row["worst_rank"]
    # Drawn scores leave the option between its first and its last possible rank.
    found = acceptability(vague, samples=SAMPLES, rng=1, weights=weights)
    assert 1 <= found.expected_rank[option] <= len(table.options)


@given(problems(least=2))
def test_no_weight_inside_the_limits_turns_the_first(problem: Any) -> None:
    """Half-way to each limit the first option is still first."""
    table, weights = problem
    found = sensitivity(table, weights=weights)
    if found.first is None:
        return
    used = np.array(found.weights)
    for place, (low, high) in enumerate(zip(found.weights_low, found.weights_high, strict=True)):
        if low is None or high is None:
            continue
        assert low <= used[place] <= high
        for end in (low, high):
            to = (end + used[place]) / 2
            moved = used * (1 - to) / (1 - used[place])
            moved[place] = to
            assert found.first in rank(table, weights=moved).first


@given(problems(least=2))
def test_nearest_weights_are_no_farther_than_one_moved_weight(problem: Any) -> None:
    """They are on the simplex, and moving one weight alone is one of the ways."""
    table, weights = problem
    found = sensitivity(table, weights=weights)
    for row in range(len(found)):
        nearest = found.nearest_weights[row]
        known = ~np.isnan(nearest)
        if not known.any():
            continue
        assert abs(nearest[known].sum() - 1) < 1e-9
        assert (nearest[known] >= 0).all()
        alone = np.abs(found.weight_changes[row])
        least = np.nanmin(np.append(alone, np.inf))
        assert found.overall_changes[row] <= least + 1e-6


@given(decision_tables(), st.sampled_from(["weighted_sum", "topsis", "vikor", "promethee"]))
def test_any_table_gets_an_answer(table: DecisionTable, method: Any) -> None:
    """Gaps, intervals, raters and extreme numbers: no infinities."""
    weights = [1 + place for place, _ in enumerate(table.criteria)]
    shares = acceptability(table, samples=3, rng=1).rank_acceptability
    assert not np.isinf(shares).any()
    found = sensitivity(table, method=method, weights=weights, rivals=1)
    assert not np.isinf(found.weight_changes).any()
    assert not np.isinf(found.score_changes).any()
    unknown = worth_finding_out(table, method=method, weights=weights, steps=3)
    known = unknown.probability[~np.isnan(unknown.probability)]
    assert ((known >= 0) & (known <= 1)).all()
