"""Targets, VIKOR and PROMETHEE: published values, two routes each, and what is not estimable."""

import itertools
import math
import pickle
from typing import Any

import attrs
import numpy as np
import pytest

import abcd
from abcd.errors import InvalidValueError, UnknownIdError
from abcd.potential import (
    Criterion,
    DecisionTable,
    Preference,
    PreferenceShape,
    promethee,
    rank,
    vikor,
)
from abcd.potential._flows import Steps, flows

from .problems import caveat, codes, random_problem, table_of

NAN = math.nan
ROUTES = [[1, 3000], [2, 3750], [5, 4500]]

# --- targets -------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["weighted_sum", "topsis", "vikor", "promethee"])
def test_a_target_is_a_distance_that_is_a_cost(method: Any) -> None:
    """Every method sees |score - target|, to be kept small."""
    rows = [[8, 3], [12, 5], [30, 1], [15, 2]]
    aimed = [Criterion("size", "target", 2, target=14), Criterion("use", weight=1)]
    plain = [Criterion("size", "min", 2), Criterion("use", weight=1)]
    away = [[6, 3], [2, 5], [16, 1], [1, 2]]
    found = rank(_table(aimed, rows), method=method)
    expected = rank(_table(plain, away), method=method)
    np.testing.assert_array_equal(found.scores, expected.scores)
    np.testing.assert_array_equal(found.ranks, expected.ranks)


def _table(criteria: Any, rows: Any) -> DecisionTable:
    return DecisionTable(range(len(rows)), criteria, rows)


def test_a_target_on_a_scale_is_measured_to_its_farther_end() -> None:
    """From 0 to 30 with a target of 10, a score of 20 is half as far as the end at 30."""
    size = Criterion("size", "target", 1, target=10, minimum=0, maximum=30)
    found = rank(_table([size], [[10], [20], [30], [0]]), normalization="scale")
    np.testing.assert_allclose(found.scores, [1, 0.5, 0, 0.5])


def test_a_target_needs_a_whole_scale_for_the_normalization_scale() -> None:
    """With one end there is no farthest distance."""
    size = Criterion("size", "target", 1, target=10, minimum=0)
    with pytest.raises(InvalidValueError, match=r"criteria\[0\]\.maximum: found None"):
        rank(_table([size], [[10], [20]]), normalization="scale")


def test_a_target_on_a_huge_scale_stays_a_number() -> None:
    """The distance between the ends is beyond what a scale may hold, and is cut there."""
    size = Criterion("size", "target", 1, target=-9e299, minimum=-9e299, maximum=9e299)
    found = rank(_table([size], [[-9e299], [9e299]]), normalization="scale")
    assert found.ranks.tolist() == [1, 2]


def test_a_target_is_handed_to_functions_as_a_cost() -> None:
    """A method of the caller's own gets distances, and -1."""
    seen: list[Any] = []

    def method(matrix: Any, weights: Any, directions: Any) -> Any:
        seen.append((matrix.tolist(), directions.tolist()))
        return -matrix[:, 0]

    rank(_table([Criterion("size", "target", 1, target=10)], [[8], [15]]), method=method)
    assert seen == [([[2.0], [5.0]], [-1])]


def test_a_table_is_not_changed_by_a_target() -> None:
    """The scores stay those that people gave."""
    table = _table([Criterion("size", "target", 1, target=10)], [[8], [15]])
    rank(table)
    assert table.points().tolist() == [[8], [15]]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"direction": "target"}, "target: found None; accepted: a finite number, as the direct"),
        ({"target": 3}, "target: found 3; accepted: None, or the direction 'target'"),
        ({"direction": "target", "target": math.inf}, "target: found inf; accepted: a finite numb"),
        ({"direction": "up", "target": 3}, "direction: found 'up'"),
    ],
    ids=["missing", "without the direction", "infinite", "bad direction"],
)
def test_target_and_direction_go_together(fields: Any, message: str) -> None:
    """Neither alone is accepted, so that nothing is overridden in silence."""
    with pytest.raises(InvalidValueError, match=message):
        Criterion("size", **fields)


def test_a_criterion_with_a_target_has_a_document() -> None:
    """It is stored and read back."""
    criterion = Criterion("size", "target", target=12)
    assert abcd.from_dict(abcd.to_dict(criterion), Criterion) == criterion


# --- VIKOR ---------------------------------------------------------------------------------------


def test_vikor_of_opricovic_and_tzeng() -> None:
    """Q is 1, 0, 1: Opricovic & Tzeng (2004), EJOR 156, 445-455, as in data/mcda-topsis-opricovic.

    Second route: r of risk is 1, 3/4, 0 and of altitude 0, 1/2, 1; S = 1/2, 3/8, 1/2; R = 1/2,
    1/4, 1/2.
    """
    found = vikor(table_of(ROUTES, "-+", [0.5, 0.5]))
    np.testing.assert_allclose(found.group_utility, [0.5, 0.375, 0.5])
    np.testing.assert_allclose(found.individual_regret, [0.5, 0.25, 0.5])
    np.testing.assert_allclose(found.compromise, [1, 0, 1])
    assert found.ranks.tolist() == [2, 1, 2]
    assert found.compromise_set == found.first == (1,)
    assert (found.advantage, found.advantage_needed) == (1, 0.5)
    assert found.acceptable_advantage is True
    assert found.acceptable_stability is True
    assert caveat(found, "ranks-shared") == {"count": 2, "total": 3}


def test_vikor_by_rank_is_one_minus_q() -> None:
    """`rank` has no conditions, and a higher score is better there."""
    table = table_of(ROUTES, "-+", [0.5, 0.5])
    found = rank(table, method="vikor")
    np.testing.assert_allclose(found.scores, 1 - vikor(table).compromise)
    assert found.ranks.tolist() == [2, 1, 2]
    assert np.isnan(found.contributions).all()
    assert caveat(found, "contributions-unknown") == {
        "method": "vikor",
        "fields": ("contributions",),
    }


def conditions(scores: Any, weights: Any, v: float) -> tuple[set[int], bool, bool]:
    """Follow the published rules step by step: the set, C1, C2 (no ties in random tables)."""
    best, worst = scores.max(axis=0), scores.min(axis=0)
    parts = weights * (best - scores) / (best - worst)
    s, r = parts.sum(axis=1), parts.max(axis=1)
    q = v * (s - s.min()) / (s.max() - s.min()) + (1 - v) * (r - r.min()) / (r.max() - r.min())
    order = np.argsort(q).tolist()
    lead = 1 / (len(q) - 1)
    c1 = bool(q[order[1]] - q[order[0]] >= lead)
    c2 = order[0] in (int(s.argmin()), int(r.argmin()))
    if c1:
        return set(order[:1] if c2 else order[:2]), c1, c2
    return {place for place in order if q[place] - q[order[0]] < lead}, c1, c2


def test_the_compromise_set_follows_the_published_rules() -> None:
    """On 1,000 random tables, all cases of the two conditions among them."""
    rng = np.random.default_rng(5)
    seen = set()
    for _ in range(1_000):
        scores, v = rng.uniform(1, 100, (rng.integers(5, 25), 6)), float(rng.uniform(0.3, 0.7))
        weights = rng.dirichlet(np.full(6, 4))
        found = vikor(table_of(scores), weights=weights, v=v)
        expected, c1, c2 = conditions(scores, weights, v)
        assert set(found.compromise_set) == expected
        assert (found.acceptable_advantage, found.acceptable_stability) == (c1, c2)
        assert found.compromise_set[0] == found.first[0]
        seen.add((c1, c2))
    assert seen == set(itertools.product([True, False], repeat=2))


def test_vikor_by_scale_measures_from_its_ends() -> None:
    """On a scale of 0 to 10 the best option of the table need not be the best there is."""
    table = table_of([[8, 2], [4, 10], [6, 6]], weights=[1, 1], minimum=0, maximum=10)
    found = vikor(table, normalization="scale")
    np.testing.assert_allclose(found.group_utility, [0.5, 0.3, 0.4])
    np.testing.assert_allclose(found.individual_regret, [0.4, 0.3, 0.2])
    with pytest.raises(InvalidValueError, match=r"criteria\[0\]\.minimum: found None"):
        vikor(table_of(ROUTES), normalization="scale")


def test_tied_first_options_have_no_advantage() -> None:
    """Two options that are alike are both in the set."""
    found = vikor(table_of([[5, 5], [5, 5], [1, 1]], weights=[1, 1]))
    assert found.advantage == 0
    assert found.acceptable_advantage is False
    assert found.compromise_set == (0, 1)
    assert "first-rank-shared" in codes(found)


def test_a_constant_criterion_takes_nobody_away_from_the_best() -> None:
    """As if it were not there, but for the weights."""
    found = vikor(table_of([[1, 7], [2, 7], [3, 7]], weights=[1, 1]))
    np.testing.assert_allclose(found.group_utility, [0.5, 0.25, 0])
    assert caveat(found, "criteria-constant") == {"criteria": ("c1",)}


def test_equal_measures_count_as_nothing() -> None:
    """Mirrored options are equal in S; where R is equal too nothing is left to tell them apart."""
    found = vikor(table_of([[0, 2], [2, 0], [1, 1]], weights=[1, 1]))
    np.testing.assert_allclose(found.compromise, [0.5, 0.5, 0])
    assert caveat(found, "measures-level") == {"measures": ("S",)}
    level = rank(table_of([[0, 2], [2, 0]], weights=[1, 1]), method="vikor")
    assert level.scores.tolist() == [1, 1]
    assert caveat(level, "measures-level") == {"measures": ("S", "R")}


@pytest.mark.parametrize(
    ("rows", "code"), [([[3, 4]], "option-alone"), ([[3, 4], [3, 4]], "options-alike")]
)
def test_where_there_is_nothing_to_measure_by_vikor_says_so(rows: Any, code: str) -> None:
    """All options share the first rank, and no condition is estimable."""
    found = vikor(table_of(rows, weights=[1, 1]))
    assert np.isnan(found.compromise).all()
    assert found.ranks.tolist() == [1] * len(rows)
    assert found.compromise_set == tuple(range(len(rows)))
    assert found.acceptable_advantage is found.acceptable_stability is found.advantage is None
    assert "compromise" in caveat(found, code)["fields"]
    scores = rank(table_of(rows, weights=[1, 1]), method="vikor")
    assert np.isnan(scores.scores).all()
    assert scores.ranks.tolist() == [1] * len(rows)


def test_options_with_gaps_are_not_measured() -> None:
    """They have no rank; with nobody else nothing is in the set."""
    found = vikor(table_of([[1, None], [2, 3], [3, 1]], weights=[1, 1]))
    assert np.isnan(found.ranks[0])
    assert found.n == 2
    assert "ranks" in caveat(found, "options-with-gaps")["fields"]
    empty = vikor(table_of([[1, None], [None, 3]], weights=[1, 1]))
    assert empty.compromise_set == ()
    assert empty.n == 0
    worst = vikor(table_of([[1, None], [2, 3], [3, 1]], weights=[1, 1]), missing="worst")
    assert worst.n == 3


@pytest.mark.parametrize("v", [-0.1, 1.1, NAN, "half", None, True])
def test_the_share_of_utility_is_between_0_and_1(v: Any) -> None:
    """Anything else is refused."""
    with pytest.raises(InvalidValueError, match=r"v: found .*; accepted: a number from 0 to 1"):
        vikor(table_of(ROUTES), v=v)


def test_at_its_ends_v_leaves_one_measure() -> None:
    """With 1 the order is that of S, with 0 that of R."""
    scores, weights, _ = random_problem(np.random.default_rng(3))
    table = table_of(scores)
    by_s, by_r = vikor(table, weights=weights, v=1), vikor(table, weights=weights, v=0)
    np.testing.assert_array_equal(by_s.ranks, by_s.ranks_by_utility)
    np.testing.assert_array_equal(by_r.ranks, by_r.ranks_by_regret)


@pytest.mark.parametrize("method", ["vikor", "promethee"])
def test_methods_take_the_normalizations_that_fit(method: Any) -> None:
    """VIKOR measures from the best to the worst, PROMETHEE in the unit itself."""
    with pytest.raises(InvalidValueError, match="normalization: found 'vector'"):
        rank(table_of(ROUTES), method=method, normalization="vector")


# --- PROMETHEE -----------------------------------------------------------------------------------


def preference(steps: Steps, lead: float) -> float:
    """Follow the six functions as Brans and Vincke print them."""
    q, p, s = steps[1:]
    if lead <= 0:
        return 0.0
    return {
        "usual": lambda: 1.0,
        "u_shape": lambda: float(lead > q),
        "v_shape": lambda: min(lead / p, 1.0),
        "level": lambda: 0.0 if lead <= q else 0.5 if lead <= p else 1.0,
        "linear": lambda: min(max((lead - q) / (p - q), 0.0), 1.0),
        "gaussian": lambda: 1 - math.exp(-(lead**2) / (2 * s**2)),
    }[steps.shape]()


SHAPES = {
    "usual": Steps("usual"),
    "u_shape": Steps("u_shape", 2.0),
    "v_shape": Steps("v_shape", 0.0, 5.0),
    "level": Steps("level", 2.0, 5.0),
    "linear": Steps("linear", 2.0, 5.0),
    "gaussian": Steps("gaussian", 0.0, 0.0, 3.0),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_flows_are_means_over_all_pairs(shape: str) -> None:
    """Sorted sums against every pair: whole numbers (ties, thresholds met exactly) and others."""
    rng = np.random.default_rng(11)
    for place in range(40):
        size = int(rng.integers(2, 30))
        scores = rng.integers(-9, 9, size).astype(float)
        if place % 2:
            scores = rng.normal(0, 6, size)
        over, under = flows(scores, SHAPES[shape])
        for one in range(size):
            pairs = [preference(SHAPES[shape], scores[one] - other) for other in scores]
            against = [preference(SHAPES[shape], other - scores[one]) for other in scores]
            assert over[one] == pytest.approx(sum(pairs) / (size - 1), abs=1e-12)
            assert under[one] == pytest.approx(sum(against) / (size - 1), abs=1e-12)


def test_flows_over_many_options_are_those_over_pairs() -> None:
    """Blocks of pairs and running sums give the same where a block is one row of many."""
    scores = np.random.default_rng(2).normal(0, 1, 1_500)
    linear, _ = flows(scores, Steps("linear", 0.2, 1.0))
    direct = np.clip((scores[:, np.newaxis] - scores - 0.2) / 0.8, 0, 1).sum(axis=1) / 1_499
    np.testing.assert_allclose(linear, direct, atol=1e-12)
    gaussian, _ = flows(scores, Steps("gaussian", 0.0, 0.0, 0.5))
    leads = np.maximum(scores[:, np.newaxis] - scores, 0)
    expected = (1 - np.exp(-((leads / 0.5) ** 2) / 2)).sum(axis=1) / 1_499
    np.testing.assert_allclose(gaussian, expected, atol=1e-12)


def test_a_slope_far_narrower_than_the_range_is_compared_pair_by_pair() -> None:
    """Running sums over a range of 1e9 would lose a slope of 1."""
    scores = np.array([0.0, 0.25, 0.75, 1e9])
    over, _ = flows(scores, Steps("v_shape", 0.0, 1.0))
    np.testing.assert_allclose(over, [0, 0.25 / 3, (0.75 + 0.5) / 3, 1], rtol=1e-6)


@pytest.mark.parametrize(
    "steps", [Steps("v_shape", 0.0, 1e-300), Steps("gaussian", 0.0, 0.0, 1e-300)]
)
def test_thresholds_below_rounding_are_steps(steps: Steps) -> None:
    """Any lead is then a full one."""
    over, under = flows(np.array([1.0, 2.0, 4.0]), steps)
    assert over.tolist() == [0, 0.5, 1]
    assert under.tolist() == [1, 0.5, 0]


def test_flows_of_extreme_and_empty_scores() -> None:
    """No overflow, no division by zero; one option has no others."""
    over, _ = flows(np.array([-9e299, 0.0, 9e299]), Steps("v_shape", 0.0, 9e299))
    np.testing.assert_allclose(over, [0, 0.5, 1])
    gaussian, _ = flows(np.array([0.0, 1e200]), Steps("gaussian", 0.0, 0.0, 1e190))
    assert gaussian.tolist() == [0, 1]
    assert flows(np.zeros(3), Steps("usual"))[0].tolist() == [0, 0, 0]
    assert np.isnan(flows(np.ones(1), Steps("usual"))).all()


def test_leads_of_rounding_are_no_leads() -> None:
    """0.1 + 0.2 is no more than 0.3, for each function with a step."""
    scores = np.array([0.1 + 0.2, 0.3])
    for shape in ("usual", "u_shape", "level"):
        over, _ = flows(scores, Steps(shape, 0.0, 0.5))
        assert over.tolist() == [0, 0]


def test_promethee_of_pymcdm() -> None:
    """Net flows 0.1, -0.3, 0.2: docstring of PROMETHEE_II in pymcdm 1.4.0."""
    table = table_of([[4, 3, 2], [3, 2, 4], [5, 1, 3]])
    found = promethee(table, weights=[0.5, 0.3, 0.2])
    np.testing.assert_allclose(found.net_flow, [0.1, -0.3, 0.2], atol=1e-12)
    assert found.ranks.tolist() == [2, 3, 1]
    np.testing.assert_allclose(found.positive_flow - found.negative_flow, found.net_flow)
    np.testing.assert_allclose(found.contributions.sum(axis=1), found.net_flow, atol=1e-12)
    by_rank = rank(table, method="promethee", weights=[0.5, 0.3, 0.2])
    np.testing.assert_allclose(by_rank.scores, found.net_flow)
    np.testing.assert_allclose(by_rank.contributions, found.contributions)


def test_each_criterion_has_its_own_preference() -> None:
    """Those that are not named have the usual one; each stands in the result."""
    table = table_of([[10, 1], [11, 2], [30, 3]], "+-", [1, 1])
    found = promethee(table, preferences={"c0": Preference("u_shape", indifference=5)})
    # c0: only 30 is ahead of both others; c1: the lower the better.
    np.testing.assert_allclose(found.contributions, [[-0.25, 0.5], [-0.25, 0], [0.5, -0.5]])
    assert found.preferences == (Preference("u_shape", indifference=5), Preference())
    row = found[2]
    assert row["contributions_c0"] == 0.5
    assert list(found.columns())[-2:] == ["contributions_c0", "contributions_c1"]


def test_promethee_one_may_not_compare() -> None:
    """Options good at different things: each flow tells another story."""
    table = table_of([[10, 0], [0, 9], [3, 3], [2, 2]], weights=[1, 1])
    slope = {name: Preference("v_shape", preference=10) for name in ("c0", "c1")}
    found = promethee(table, preferences=slope)
    assert found.comparison(0, 1) == "preferred"
    assert found.comparison(1, 0) == "outranked"
    assert found.comparison(1, 2) == "incomparable"
    assert found.comparison(2, 2) == "indifferent"
    assert set(found.unbeaten) == unbeaten(found)
    with pytest.raises(UnknownIdError, match="one of 4 numbers"):
        found.comparison(0, 9)
    with pytest.raises(UnknownIdError, match="found 'bb'; accepted: "):
        promethee(table_of([[1], [2]], options=["a", "b"])).comparison("a", "bb")


def unbeaten(found: Any) -> set[Any]:
    """Compare every pair."""
    return {
        one
        for one in found.options
        if not any(found.comparison(other, one) == "preferred" for other in found.options)
    }


def test_the_unbeaten_are_those_to_whom_no_other_is_preferred() -> None:
    """One pass over sorted flows against all pairs, on 200 small tables full of ties."""
    rng = np.random.default_rng(17)
    several = 0
    for _ in range(200):
        rows = rng.integers(0, 4, (int(rng.integers(1, 8)), 3)).tolist()
        found = promethee(table_of(rows, weights=[1, 2, 2]))
        if len(rows) == 1:
            assert found.unbeaten == ()
            continue
        assert set(found.unbeaten) == unbeaten(found)
        assert set(found.first) & set(found.unbeaten)
        several += len(found.unbeaten) > 1
    assert several > 10


def test_promethee_where_there_is_nothing_to_compare() -> None:
    """One option has no flows; equal ones have flows of 0; gaps keep an option out."""
    alone = promethee(table_of([[1, 2]], weights=[1, 1]))
    assert np.isnan(alone.net_flow).all()
    assert alone.ranks.tolist() == [1]
    assert alone.comparison(0, 0) is None
    assert caveat(alone, "option-alone")["fields"] == (
        "positive_flow",
        "negative_flow",
        "net_flow",
        "contributions",
    )
    alike = promethee(table_of([[1, 2], [1, 2]], weights=[1, 1]))
    assert alike.net_flow.tolist() == [0, 0]
    assert caveat(alike, "criteria-constant") == {"criteria": ("c0", "c1")}
    by_rank = rank(table_of([[1, 2], [1, 2]], weights=[1, 1]), method="promethee")
    assert by_rank.scores.tolist() == [0, 0]
    assert by_rank.ranks.tolist() == [1, 1]
    gap = promethee(table_of([[1, None], [2, 3], [3, 1]], weights=[1, 1]))
    assert np.isnan(gap.net_flow).tolist() == [True, False, False]
    nobody = promethee(table_of([[None, 1]], weights=[1, 1]))
    assert nobody.n == 0
    assert nobody.unbeaten == ()
    assert np.isnan(rank(table_of([[1, 2]]), method="promethee").scores).all()


def test_a_criterion_of_weight_zero_contributes_nothing() -> None:
    """Its column is there, and gaps in it do not matter."""
    found = promethee(table_of([[1, None], [2, 5]]), weights=[1, 0])
    assert found.contributions.tolist() == [[-1, 0], [1, 0]]


@pytest.mark.parametrize(
    ("preferences", "message"),
    [
        ({"c9": Preference()}, "preferences: found the key 'c9'; accepted: a criterion of the"),
        ({"c0": "usual"}, r"preferences\['c0'\]: found .*; accepted: a Preference"),
        ([Preference()], "preferences: found .*; accepted: a mapping of ids"),
    ],
    ids=["unknown", "text", "list"],
)
def test_preferences_name_criteria(preferences: Any, message: str) -> None:
    """Everything else is refused."""
    with pytest.raises(InvalidValueError, match=message):
        promethee(table_of([[1, 2], [2, 1]]), preferences=preferences)


@pytest.mark.parametrize("table", [None, [[1, 2]], "table"])
def test_only_tables_are_compared(table: Any) -> None:
    """A nested list has no criteria."""
    with pytest.raises(InvalidValueError, match=r"table: found .*; accepted: a DecisionTable"):
        promethee(table)


# --- preference functions ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"shape": "usual", "spread": 1}, "spread: found 1; accepted: None, as the shape 'usual'"),
        ({"shape": "gaussian"}, "spread: found None; accepted: a number, as the shape 'gaussian'"),
        ({"shape": "curve"}, "shape: found 'curve'"),
        ({"shape": "linear", "indifference": 3, "preference": 2}, "a number above the indiffer"),
        ({"shape": "v_shape", "preference": 0}, "preference: found 0"),
        ({"shape": "u_shape", "indifference": -1}, "indifference: found -1"),
    ],
)
def test_thresholds_fit_the_shape(fields: Any, message: str) -> None:
    """What is needed is there, what is of no use is not, and the order is right."""
    with pytest.raises(InvalidValueError, match=message):
        Preference(**fields)


def test_a_preference_is_a_value() -> None:
    """It hashes, pickles, and its shape is the member of its name."""
    one = Preference("linear", indifference=1, preference=2)
    assert one.shape is PreferenceShape.LINEAR
    assert len({one, pickle.loads(pickle.dumps(one))}) == 1


def test_results_of_methods_have_documents() -> None:
    """Nested preferences and arrays included; wide fields keep their shape."""
    table = table_of([[1, 5], [2, 3], [3, 1]], weights=[1, 2])
    for found in (vikor(table), promethee(table)):
        assert abcd.from_dict(abcd.to_dict(found), type(found)) == found
    found = promethee(table)
    with pytest.raises(InvalidValueError, match=r"contributions: found shape \(3, 1\)"):
        attrs.evolve(found, contributions=found.contributions[:, :1])
