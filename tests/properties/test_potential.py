"""Laws of the room `potential`: what may not change an order, and what bounds it has."""

from typing import Any

import attrs
import numpy as np
import numpy.typing as npt
from hypothesis import assume, given
from hypothesis import strategies as st

import abcd
from abcd.potential import Criterion, DecisionTable, Ranking, normalizations, rank

from ..strategies import decision_tables

METHODS = st.sampled_from(["weighted_sum", "weighted_product", "topsis"])
NAMES = st.sampled_from(sorted(set(normalizations.LINES) - {"scale"}))
# A change of unit stretches scores from zero; these two can not be stretched, or have no zero.
OF_SHARES = st.sampled_from(sorted(set(normalizations.LINES) - {"scale", "none"}))
# Whole numbers, as people give them: ties and equal columns are frequent.
SCORES = st.integers(0, 5)

Floats = npt.NDArray[np.float64]


@st.composite
def problems(draw: Any, *, least: int = 1) -> tuple[DecisionTable, list[float]]:
    """Draw a table of whole numbers without gaps, and weights."""
    options, criteria = draw(st.integers(least, 6)), draw(st.integers(1, 4))
    row = st.lists(SCORES, min_size=criteria, max_size=criteria)
    scores = draw(st.lists(row, min_size=options, max_size=options))
    signs = draw(st.lists(st.sampled_from(["max", "min"]), min_size=criteria, max_size=criteria))
    weights = draw(st.lists(st.integers(0, 9), min_size=criteria, max_size=criteria).filter(any))
    columns = [Criterion(f"c{place}", sign) for place, sign in enumerate(signs)]
    return DecisionTable([f"o{place}" for place in range(options)], columns, scores), weights


def equal(found: Floats, expected: Floats) -> None:
    """Assert equal numbers but for rounding, nan with nan."""
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-9)


@given(problems(), METHODS, OF_SHARES, st.floats(0.01, 100))
def test_units_do_not_matter(problem: Any, method: Any, name: Any, factor: float) -> None:
    """Rupiah or thousands of rupiah: every share keeps scores and ranks."""
    table, weights = problem
    scaled = DecisionTable(table.options, table.criteria, table.scores * factor)
    before = rank(table, method=method, weights=weights, normalization=name)
    after = rank(scaled, method=method, weights=weights, normalization=name)
    equal(after.scores, before.scores)
    np.testing.assert_array_equal(after.ranks, before.ranks)


@given(problems(), METHODS, NAMES, st.randoms(use_true_random=False))
def test_the_order_of_options_does_not_matter(
    problem: Any, method: Any, name: Any, source: Any
) -> None:
    """Rows shuffled give the same answers for each option."""
    table, weights = problem
    places = list(range(len(table.options)))
    source.shuffle(places)
    shuffled = DecisionTable(
        [table.options[place] for place in places], table.criteria, table.scores[places]
    )
    before = rank(table, method=method, weights=weights, normalization=name)
    after = rank(shuffled, method=method, weights=weights, normalization=name)
    equal(after.scores, before.scores[places])
    np.testing.assert_array_equal(after.ranks, before.ranks[places])


@given(problems(), METHODS, NAMES, st.randoms(use_true_random=False))
def test_the_order_of_criteria_does_not_matter(
    problem: Any, method: Any, name: Any, source: Any
) -> None:
    """Columns shuffled give the same answers, and contributions move along."""
    table, weights = problem
    places = list(range(len(table.criteria)))
    source.shuffle(places)
    shuffled = DecisionTable(
        table.options, [table.criteria[place] for place in places], table.scores[:, places]
    )
    before = rank(table, method=method, weights=weights, normalization=name)
    after = rank(
        shuffled,
        method=method,
        weights=[weights[place] for place in places],
        normalization=name,
    )
    equal(after.scores, before.scores)
    np.testing.assert_array_equal(after.ranks, before.ranks)
    equal(after.contributions, before.contributions[:, places])


@given(problems(), METHODS, NAMES, st.lists(st.none() | st.integers(-9, 9), min_size=6, max_size=6))
def test_a_criterion_of_weight_zero_changes_nothing(
    problem: Any, method: Any, name: Any, column: list[int | None]
) -> None:
    """Whatever stands in it, gaps too."""
    table, weights = problem
    rows = [[*row, column[place]] for place, row in enumerate(table.scores.tolist())]
    wider = DecisionTable(table.options, [*table.criteria, Criterion("new")], rows)
    before = rank(table, method=method, weights=weights, normalization=name)
    after = rank(wider, method=method, weights=[*weights, 0], normalization=name)
    np.testing.assert_array_equal(after.scores, before.scores)
    np.testing.assert_array_equal(after.ranks, before.ranks)


@given(problems(), METHODS, NAMES, st.integers(0, 5))
def test_a_duplicated_option_has_an_equal_rank(
    problem: Any, method: Any, name: Any, place: int
) -> None:
    """Two options with the same scores are tied, whatever else there is."""
    table, weights = problem
    twin = place % len(table.options)
    longer = DecisionTable(
        [*table.options, "twin"],
        table.criteria,
        [*table.scores.tolist(), table.scores[twin].tolist()],
    )
    result = rank(longer, method=method, weights=weights, normalization=name)
    np.testing.assert_array_equal(result.ranks[-1], result.ranks[twin])
    np.testing.assert_array_equal(result.contributions[-1], result.contributions[twin])


@given(problems(), METHODS, NAMES, st.floats(1e-6, 1e6))
def test_only_ratios_of_weights_matter(problem: Any, method: Any, name: Any, factor: float) -> None:
    """Weights of 1, 2 and 3 are weights of 10, 20 and 30."""
    table, weights = problem
    before = rank(table, method=method, weights=weights, normalization=name)
    stretched = [weight * factor for weight in weights]
    after = rank(table, method=method, weights=stretched, normalization=name)
    equal(after.scores, before.scores)
    np.testing.assert_array_equal(after.ranks, before.ranks)
    assert abs(sum(after.weights) - 1) < 1e-12


@given(problems(), METHODS, OF_SHARES)
def test_scores_of_shares_lie_between_0_and_1(problem: Any, method: Any, name: Any) -> None:
    """And what criteria contribute gives the score."""
    table, weights = problem
    result = rank(table, method=method, weights=weights, normalization=name)
    known = ~np.isnan(result.scores)
    assert (result.scores[known] >= 0).all()
    assert (result.scores[known] <= 1 + 1e-12).all()
    parts = result.contributions[known]
    whole = parts.prod(axis=1) if method == "weighted_product" else parts.sum(axis=1)
    equal(whole, result.scores[known])


@given(problems(least=2), METHODS, NAMES)
def test_who_is_nowhere_worse_is_not_ranked_lower(problem: Any, method: Any, name: Any) -> None:
    """An option at least as good on every criterion has at least as good a rank."""
    table, weights = problem
    result = rank(table, method=method, weights=weights, normalization=name)
    assume(result.n > 0)
    signs = np.array([-1 if c.direction == "min" else 1 for c in table.criteria])
    better = table.scores * signs
    for one in range(len(table.options)):
        for other in range(len(table.options)):
            if (better[one] >= better[other]).all():
                assert result.ranks[one] <= result.ranks[other]


@given(problems())
def test_intervals_without_width_are_points(problem: Any) -> None:
    """A table whose intervals shrink to points is ranked as that point table."""
    table, weights = problem
    pairs = np.stack([table.scores, table.scores], axis=-1)
    narrow = DecisionTable(table.options, table.criteria, pairs)
    np.testing.assert_array_equal(
        rank(narrow, weights=weights).scores, rank(table, weights=weights).scores
    )


@given(decision_tables(), METHODS, NAMES, st.sampled_from(["omit", "worst"]))
def test_any_table_gets_an_answer(
    table: DecisionTable, method: Any, name: Any, missing: Any
) -> None:
    """Gaps, intervals, raters and extreme numbers: a result, and caveats where it has gaps."""
    weights = [1 + place for place, _ in enumerate(table.criteria)]
    result = rank(table, method=method, weights=weights, normalization=name, missing=missing)
    assert result.n == np.count_nonzero(~np.isnan(result.ranks))
    if np.isnan(result.ranks).any() or np.isnan(result.scores).any():
        fields = [name for caveat in result.caveats for name in caveat.data.get("fields", ())]
        assert "scores" in fields
    assert not np.isinf(result.scores).any()
    assert not np.isinf(result.contributions).any()
    assert abcd.from_dict(abcd.to_dict(result), Ranking) == result


@given(decision_tables())
def test_tables_are_read_as_they_are_written(table: DecisionTable) -> None:
    """A table from the nested lists of its own document is the same table."""
    again = DecisionTable(
        list(table.options), list(table.criteria), table.scores.tolist(), raters=table.raters
    )
    assert again == table
    assert attrs.evolve(table, scores=again.scores) == table
