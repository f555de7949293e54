"""Laws of VIKOR, PROMETHEE and targets: what may not change an order, and what bounds it has."""

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from abcd.potential import Criterion, DecisionTable, Preference, promethee, rank, vikor

from ..strategies import decision_tables
from .test_potential import equal, problems

METHODS = st.sampled_from(["vikor", "promethee"])
SHAPES = st.sampled_from(
    [
        Preference(),
        Preference("u_shape", indifference=1),
        Preference("v_shape", preference=2),
        Preference("level", indifference=1, preference=3),
        Preference("linear", indifference=1, preference=3),
        Preference("gaussian", spread=2),
    ]
)


@given(problems(), METHODS, st.floats(0.01, 100), st.integers(-50, 50))
def test_units_do_not_matter(problem: Any, method: Any, factor: float, shift: int) -> None:
    """Neither stretching nor shifting scores changes what differences are worth."""
    table, weights = problem
    moved = DecisionTable(table.options, table.criteria, table.scores * factor + shift)
    before = rank(table, method=method, weights=weights)
    after = rank(moved, method=method, weights=weights)
    np.testing.assert_allclose(after.scores, before.scores, rtol=1e-7, atol=1e-7)
    np.testing.assert_array_equal(after.ranks, before.ranks)


@given(problems(), METHODS, st.randoms(use_true_random=False))
def test_the_order_of_options_and_criteria_does_not_matter(
    problem: Any, method: Any, source: Any
) -> None:
    """Rows and columns shuffled give the same answers."""
    table, weights = problem
    rows, columns = list(range(len(table.options))), list(range(len(table.criteria)))
    source.shuffle(rows)
    source.shuffle(columns)
    shuffled = DecisionTable(
        [table.options[place] for place in rows],
        [table.criteria[place] for place in columns],
        table.scores[rows][:, columns],
    )
    before = rank(table, method=method, weights=weights)
    after = rank(shuffled, method=method, weights=[weights[place] for place in columns])
    equal(after.scores, before.scores[rows])
    np.testing.assert_array_equal(after.ranks, before.ranks[rows])


@given(problems(), METHODS, st.lists(st.none() | st.integers(-9, 9), min_size=6, max_size=6))
def test_a_criterion_of_weight_zero_changes_nothing(
    problem: Any, method: Any, column: list[int | None]
) -> None:
    """Whatever stands in it, gaps too."""
    table, weights = problem
    rows = [[*row, column[place]] for place, row in enumerate(table.scores.tolist())]
    wider = DecisionTable(table.options, [*table.criteria, Criterion("new")], rows)
    before = rank(table, method=method, weights=weights)
    after = rank(wider, method=method, weights=[*weights, 0])
    np.testing.assert_array_equal(after.scores, before.scores)
    np.testing.assert_array_equal(after.ranks, before.ranks)


@given(problems(), METHODS, st.integers(0, 5))
def test_a_duplicated_option_has_an_equal_rank(problem: Any, method: Any, place: int) -> None:
    """Two options with the same scores are tied, whatever else there is."""
    table, weights = problem
    twin = place % len(table.options)
    rows = [*table.scores.tolist(), table.scores[twin].tolist()]
    longer = DecisionTable([*table.options, "twin"], table.criteria, rows)
    result = rank(longer, method=method, weights=weights)
    assert result.ranks[-1] == result.ranks[twin]


@given(problems(least=2), METHODS)
def test_who_is_nowhere_worse_is_not_ranked_lower(problem: Any, method: Any) -> None:
    """An option at least as good on every criterion has at least as good a rank."""
    table, weights = problem
    result = rank(table, method=method, weights=weights)
    signs = np.array([-1 if c.direction == "min" else 1 for c in table.criteria])
    better = table.scores * signs
    for one in range(len(table.options)):
        for other in range(len(table.options)):
            if (better[one] >= better[other]).all():
                assert result.ranks[one] <= result.ranks[other]


@given(problems(least=2), st.lists(SHAPES, min_size=4, max_size=4))
def test_flows_balance(problem: Any, shapes: list[Preference]) -> None:
    """What one option wins another one loses: net flows add to 0, and no flow exceeds 1."""
    table, weights = problem
    preferences = {f"c{place}": shapes[place] for place in range(len(table.criteria))}
    found = promethee(table, weights=weights, preferences=preferences)
    assert abs(found.net_flow.sum()) < 1e-9
    assert (found.positive_flow >= -1e-12).all()
    assert (found.positive_flow + found.negative_flow <= 1 + 1e-9).all()
    equal(found.contributions.sum(axis=1), found.net_flow)
    assert set(found.first) <= set(found.unbeaten)


@given(problems(least=2), st.floats(0, 1))
def test_measures_of_vikor_lie_between_0_and_1(problem: Any, v: float) -> None:
    """And no single regret exceeds the utility that is lost in all."""
    table, weights = problem
    found = vikor(table, weights=weights, v=v)
    if np.isnan(found.compromise).any():
        assert found.compromise_set == table.options
        return
    assert (found.individual_regret <= found.group_utility + 1e-12).all()
    assert (found.group_utility <= 1 + 1e-12).all()
    assert (found.compromise >= 0).all()
    assert (found.compromise <= 1 + 1e-12).all()
    assert set(found.first) <= set(found.compromise_set)


@given(problems(least=2), st.integers(0, 5), METHODS)
def test_a_target_beyond_all_scores_is_a_direction(problem: Any, beyond: int, method: Any) -> None:
    """A target above the best score makes more better, one below the lowest makes less better."""
    table, weights = problem
    aimed = [
        Criterion(one.id, "target", target=-beyond if one.direction == "min" else 5 + beyond)
        for one in table.criteria
    ]
    before = rank(table, method=method, weights=weights)
    after = rank(DecisionTable(table.options, aimed, table.scores), method=method, weights=weights)
    equal(after.scores, before.scores)


@given(decision_tables(), METHODS, st.sampled_from(["omit", "worst"]))
def test_any_table_gets_an_answer(table: DecisionTable, method: Any, missing: Any) -> None:
    """Gaps, intervals, raters and extreme numbers: no infinities, and caveats where nan stands."""
    weights = [1 + place for place, _ in enumerate(table.criteria)]
    result = rank(table, method=method, weights=weights, missing=missing)
    assert not np.isinf(result.scores).any()
    if np.isnan(result.scores).any():
        fields = [name for caveat in result.caveats for name in caveat.data.get("fields", ())]
        assert "scores" in fields
    for whole in (
        vikor(table, weights=weights, missing=missing),
        promethee(table, weights=weights, missing=missing),
    ):
        np.testing.assert_array_equal(np.isnan(whole.ranks), np.isnan(result.ranks))
