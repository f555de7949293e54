"""What would turn the order: each change that is stated is tried, at it and just beyond it."""

import itertools
import math
from typing import Any

import numpy as np
import pytest

import abcd
from abcd.errors import InvalidValueError
from abcd.potential import Criterion, DecisionTable, Sensitivity, rank, sensitivity
from abcd.potential._envelope import highest_between, way_to
from abcd.potential._nearest import nearest_weights
from abcd.potential._search import turn

from .problems import caveat, codes, random_problem, table_of

NAN = math.nan
THREE = [[1, 0], [0, 1], [0.6, 0.6]]
METHODS = ["weighted_sum", "weighted_product", "topsis", "vikor", "promethee"]


def problem(rng: np.random.Generator, *, digits: int = 6) -> tuple[DecisionTable, Any]:
    """Draw a table and weights."""
    scores, weights, signs = random_problem(rng, digits=digits)
    return table_of(scores, "".join("+" if sign == 1 else "-" for sign in signs)), weights


def moved(weights: Any, place: int, to: float) -> Any:
    """Set one weight; the others keep their proportions."""
    others = np.delete(weights, place)
    return np.insert(others / others.sum() * (1 - to), place, to)


def lead(result: Any, option: Any) -> float:
    """Return how far an option is ahead of the best other one."""
    scores = result.scores
    place = result.options.index(option)
    return float(scores[place] - np.delete(scores, place).max())


# --- one weight ----------------------------------------------------------------------------------


def test_the_case_with_two_criteria() -> None:
    """A is first above 0.6, C from 0.4 to 0.6, B below: as in data/mcda-smaa-two-criteria."""
    found = sensitivity(table_of(THREE, weights=[0.7, 0.3]))
    assert found.first == 0
    assert found.options == (2, 1)
    np.testing.assert_allclose(found.weight_changes, [[-0.1, 0.1], [-0.3, 0.3]])
    np.testing.assert_allclose(found.relative_changes, [[-1 / 7, 1 / 3], [-3 / 7, 1]])
    np.testing.assert_allclose(found.overall_changes, [0.1, 0.3])
    np.testing.assert_allclose(found.nearest_weights, [[0.6, 0.4], [0.4, 0.6]])
    np.testing.assert_allclose(found.leads, [0.1, 0.4])
    assert found.weights_low == pytest.approx((0.6, 0))
    assert found.weights_high == pytest.approx((1, 0.4))
    # 0.7 less 20 % is 0.56; 0.3 and 20 % more is 0.36.
    assert (found.survives, found.critical) == (False, ("c0",))
    assert sensitivity(table_of(THREE, weights=[0.7, 0.3]), tolerance=0.1).survives is True


@pytest.mark.parametrize("method", METHODS)
def test_at_a_stated_change_there_is_a_tie_and_beyond_it_the_rival_is_first(method: Any) -> None:
    """Tried with `rank` on random tables, for every rival and criterion."""
    rng = np.random.default_rng(3)
    tried = 0
    for _ in range(12 if method == "weighted_sum" else 5):
        table, weights = problem(rng)
        found = sensitivity(table, method=method, weights=weights)
        for row, rival in enumerate(found.options):
            for place, weight in enumerate(weights):
                change = found.weight_changes[row, place]
                if math.isnan(change):
                    continue
                tried += 1
                at = rank(table, method=method, weights=moved(weights, place, weight + change))
                # Q and flows jump where another option becomes the best or the worst.
                assert abs(lead(at, rival)) < 1e-9 or method in ("vikor", "promethee")
                step = math.copysign(1e-7, change)
                beyond = moved(weights, place, weight + change + step)
                before = moved(weights, place, weight + change - step)
                assert rival in rank(table, method=method, weights=beyond).first
                assert rank(table, method=method, weights=before).first != (rival,)
    assert tried > 8


def test_no_smaller_change_makes_a_rival_first() -> None:
    """A fine grid over the weight: the rival is first nowhere nearer, and nowhere where nan."""
    rng = np.random.default_rng(8)
    for _ in range(8):
        table, weights = problem(rng)
        found = sensitivity(table, weights=weights)
        for place, weight in enumerate(weights):
            for to in np.linspace(0, 1, 51):
                (first,) = rank(table, weights=moved(weights, place, to)).first[:1]
                if first == found.first:
                    low, high = found.weights_low[place], found.weights_high[place]
                    assert low is not None
                    assert high is not None
                    assert low - 1e-9 <= to <= high + 1e-9
                elif first in found.options:
                    change = found.weight_changes[found.options.index(first), place]
                    assert abs(to - weight) >= abs(change) - 1e-9


@pytest.mark.parametrize("method", METHODS)
def test_the_first_stays_first_between_the_limits(method: Any) -> None:
    """Inside it is not overtaken, outside it is."""
    rng = np.random.default_rng(13)
    for _ in range(10 if method == "weighted_sum" else 4):
        table, weights = problem(rng)
        found = sensitivity(table, method=method, weights=weights)
        pairs = zip(found.weights_low, found.weights_high, strict=True)
        for place, (low, high) in enumerate(pairs):
            assert low is not None
            assert high is not None
            for end, step in ((low, -1e-6), (high, 1e-6)):
                # From the weight used to its limits; at 0 and 1 these are no turns.
                near = end - step if low + 1e-5 < high else weights[place]
                inside = rank(table, method=method, weights=moved(weights, place, near))
                assert found.first in inside.first
                if 0 <= end + step <= 1:
                    after = rank(table, method=method, weights=moved(weights, place, end + step))
                    assert found.first not in after.first


def test_lines_are_compared_as_a_grid_does() -> None:
    """The highest of random lines at many places, equal lines and lines through one point too."""
    rng = np.random.default_rng(4)
    for _ in range(200):
        zero, one = rng.integers(0, 5, (2, int(rng.integers(1, 9)))).astype(float)
        low, high = highest_between(zero, one, np.arange(len(zero)))
        for at in np.linspace(0.0005, 0.9995, 37):
            values = zero + at * (one - zero)
            best = np.flatnonzero(values > values.max() - 1e-12)
            inside = np.flatnonzero((low <= at) & (at <= high))
            assert set(best) >= set(inside)
            assert set(inside)
            for line in best:
                twin = (zero == zero[line]) & (one == one[line])
                assert math.isnan(low[line]) or twin.sum() >= 1
    assert way_to(0.5, np.array([0.6, 0.1, 0.4, NAN]), np.array([1, 0.3, 0.7, NAN])).tolist()[
        :3
    ] == pytest.approx([0.1, -0.2, 0])


# --- all weights ---------------------------------------------------------------------------------


def test_the_nearest_weights_are_on_the_simplex_and_tie() -> None:
    """At them the rival shares the first rank; the weight moved is half the sum of changes."""
    rng = np.random.default_rng(21)
    solved = 0
    for _ in range(15):
        table, weights = problem(rng)
        found = sensitivity(table, weights=weights)
        for row, rival in enumerate(found.options):
            nearest = found.nearest_weights[row]
            if np.isnan(nearest).any():
                continue
            solved += 1
            assert (nearest >= 0).all()
            assert nearest.sum() == pytest.approx(1)
            assert lead(rank(table, weights=nearest), rival) == pytest.approx(0, abs=1e-6)
            distance = np.abs(nearest - weights).sum() / 2
            assert found.overall_changes[row] == pytest.approx(distance)
            # Moving one weight alone is one of the ways.
            alone = np.abs(found.weight_changes[row])
            assert (alone[~np.isnan(alone)] >= distance - 1e-6).all()
    assert solved > 10


def test_no_nearer_weights_on_a_grid() -> None:
    """Every grid point of the simplex at which the rival is first lies at least as far away."""
    values = np.array([[1.0, 0.2, 0.5], [0.1, 1.0, 0.6], [0.3, 0.4, 0.9]])
    start = np.array([0.6, 0.2, 0.2])
    grid = [
        np.array([one, two, 40 - one - two]) / 40
        for one, two in itertools.product(range(41), repeat=2)
        if one + two <= 40
    ]
    for rival in (1, 2):
        nearest = nearest_weights(values, start, rival)
        assert nearest is not None
        distance = np.abs(nearest - start).sum()
        firsts = [point for point in grid if (point @ values).argmax() == rival]
        best = min(np.abs(point - start).sum() for point in firsts)
        assert distance <= best + 1e-9
        # The grid is a fortieth wide in each direction.
        assert best <= distance + 4 / 40


def test_a_rival_that_no_weights_make_first_is_said_so() -> None:
    """It is worse in everything; no weight, and no nearest weights."""
    found = sensitivity(table_of([[3, 3], [1, 1]], weights=[1, 1]))
    assert np.isnan(found.weight_changes).all()
    assert np.isnan(found.overall_changes).all()
    assert found.weights_low == (0, 0)
    assert found.weights_high == (1, 1)
    assert found.survives is True
    assert caveat(found, "rivals-never-first") == {
        "count": 1,
        "fields": ("overall_changes", "nearest_weights"),
    }


@pytest.mark.parametrize("method", ["topsis", lambda matrix, weights, signs: matrix @ weights])
def test_nearest_weights_are_for_the_weighted_sum(method: Any) -> None:
    """For other methods they are not estimable, and a caveat says so."""
    found = sensitivity(table_of(THREE, weights=[0.7, 0.3]), method=method)
    assert np.isnan(found.overall_changes).all()
    assert "overall_changes" in caveat(found, "nearest-weights-unknown")["fields"]
    assert not np.isnan(found.weight_changes).all()
    assert "contributions-unknown" not in codes(found)


# --- one score -----------------------------------------------------------------------------------


def changed(table: DecisionTable, option: int, place: int, change: float) -> DecisionTable:
    """Change one score of a table."""
    scores = table.points().copy()
    scores[option, place] += change
    return DecisionTable(table.options, table.criteria, scores)


@pytest.mark.parametrize("method", METHODS)
def test_a_stated_change_of_a_score_turns_the_first_rank(method: Any) -> None:
    """Just beyond it the rival is first, or the first one no longer; just before it is not so."""
    rng = np.random.default_rng(31)
    tried = 0
    for _ in range(6):
        table, weights = problem(rng)
        found = sensitivity(table, method=method, weights=weights)
        first = table.options.index(found.first)
        cells = [(first, found.first_score_changes, False)]
        cells += [
            (table.options.index(rival), found.score_changes[row].tolist(), True)
            for row, rival in enumerate(found.options)
        ]
        for option, changes, better in cells:
            for place, change in enumerate(changes):
                if change is None or math.isnan(change):
                    continue
                tried += 1
                step = math.copysign(1e-6, change)
                after = rank(
                    changed(table, option, place, change + step), method=method, weights=weights
                )
                before = rank(
                    changed(table, option, place, change - step), method=method, weights=weights
                )
                assert (option in after.first) is better
                assert (after.first == (option,)) is better
                if better:
                    assert before.first != (option,)
                else:
                    assert option in before.first
    assert tried > 10


def test_scores_move_inside_the_scale() -> None:
    """On a scale from 1 to 5 a rival at 4 can gain one point only, and that is not enough."""
    table = table_of([[5, 5], [4, 3]], weights=[1, 1], minimum=1, maximum=5)
    found = sensitivity(table, normalization="scale")
    assert np.isnan(found.score_changes).all()
    # The lead of 3/8 is gone where one score falls by 3.
    assert found.first_score_changes == pytest.approx((-3, -3))
    with pytest.raises(InvalidValueError, match=r"criteria\[0\]\.minimum: found None"):
        sensitivity(table_of(THREE), normalization="scale")


def test_changes_toward_a_target_are_of_the_distance() -> None:
    """The first is 1 away from the target, the rival 3: it has to come 2 closer."""
    size = Criterion("size", "target", 1, target=10, minimum=0, maximum=20)
    table = DecisionTable(["a", "b"], [size], [[11], [7]])
    found = sensitivity(table, normalization="scale")
    assert found.score_changes[0, 0] == pytest.approx(-2)
    assert found.first_score_changes == pytest.approx((2,))


def test_the_first_turn_on_the_way_is_found() -> None:
    """To a billionth of the way; nan where nothing turns."""
    assert turn(0, 10, lambda place: place > math.pi) == pytest.approx(math.pi, abs=1e-9)
    assert turn(1, 0, lambda place: place < 0.25) == pytest.approx(0.25, abs=1e-9)
    assert math.isnan(turn(0, 1, lambda place: False))


# --- where there is nothing to turn --------------------------------------------------------------


def test_options_that_share_the_first_rank_need_no_change() -> None:
    """The first of them in the table is looked at."""
    found = sensitivity(table_of([[1, 0], [0, 1], [0, 0]], weights=[1, 1]))
    assert found.first == 0
    assert found.options[0] == 1
    np.testing.assert_allclose(found.weight_changes[0], 0, atol=1e-12)
    assert caveat(found, "first-rank-shared") == {"count": 2}
    assert found.survives is False


def test_twins_of_the_first_stay_tied() -> None:
    """Equal scores: no weight tells them apart."""
    found = sensitivity(table_of([[3, 4], [3, 4], [1, 5]], weights=[1, 1]))
    np.testing.assert_allclose(found.weight_changes[0], 0)
    assert found.options[0] == 1


def test_three_that_meet_in_one_point_have_limits_there() -> None:
    """At equal weights all three tie; the middle one is first nowhere else."""
    found = sensitivity(
        table_of([[0.5, 0.5], [1, 0], [0, 1]], weights=[1, 1]), normalization="none"
    )
    assert found.first == 0
    assert found.weights_low == pytest.approx((0.5, 0.5))
    assert found.weights_high == pytest.approx((0.5, 0.5))


def test_one_criterion_alone_can_not_move() -> None:
    """Its weight is 1 whatever it is called."""
    names: list[Any] = ["weighted_sum", "topsis"]
    for method in names:
        found = sensitivity(table_of([[1], [2]], weights=[3]), method=method)
        assert np.isnan(found.weight_changes).all()
        assert found.weights_low == (None,)
        assert found.survives is True


def test_criteria_of_weight_zero_have_no_part() -> None:
    """Their columns are there, and empty."""
    found = sensitivity(table_of(THREE), weights=[1, 0])
    assert np.isnan(found.weight_changes[:, 1]).all()
    assert found.weights_high[1] is None


def test_one_option_has_no_rivals() -> None:
    """Nothing can turn."""
    found = sensitivity(table_of([[1, 2]], weights=[1, 1]))
    assert found.first == 0
    assert len(found) == 0
    assert found.survives is None
    assert found.first_score_changes == (None, None)
    assert "survives" in caveat(found, "option-alone")["fields"]
    scaled = table_of([[1, 2]], weights=[1, 1], minimum=0, maximum=5)
    assert sensitivity(scaled, normalization="scale", method="topsis").first == 0


@pytest.mark.parametrize(
    ("rows", "arguments", "code"),
    [
        ([[1, 2], [1, 2]], {}, "options-alike"),
        ([[-1, 2], [1, 2]], {"normalization": "sum"}, "normalization-undefined"),
        ([[None, 2], [1, None]], {}, "options-with-gaps"),
        ([[1, 2], [2, 1]], {"method": lambda matrix, weights, signs: [NAN, 1]}, "scores-not-comp"),
    ],
)
def test_without_an_order_nothing_is_estimable(rows: Any, arguments: Any, code: str) -> None:
    """There is no first option, and a caveat says why."""
    found = sensitivity(table_of(rows), **arguments)
    assert found.first is None
    assert found.survives is None
    assert len(found) == 0
    (told,) = [one for one in found.caveats if one.code.startswith(code)]
    assert "survives" in told.data["fields"]


def test_a_method_that_fails_under_other_weights_finds_no_turn_there() -> None:
    """Options without a score are never first."""

    def fragile(matrix: Any, weights: Any, signs: Any) -> Any:
        return matrix @ weights if weights[0] > 0.6 else np.full(len(matrix), NAN)

    found = sensitivity(table_of([[2, 1], [1, 3]], weights=[0.9, 0.1]), method=fragile)
    assert found.first == 0
    assert found.weight_changes[0, 0] == pytest.approx(2 / 3 - 0.9, abs=1e-6)

    def silent(matrix: Any, weights: Any, signs: Any) -> Any:
        return matrix @ weights if weights[0] > 0.7 else np.full(len(matrix), NAN)

    unseen = sensitivity(table_of([[2, 1], [1, 3]], weights=[0.9, 0.1]), method=silent)
    assert math.isnan(unseen.weight_changes[0, 0])
    level = sensitivity(
        table_of([[2, 1], [1, 3]], weights=[0.9, 0.1]),
        method=lambda matrix, weights, signs: np.zeros(len(matrix)),
    )
    assert level.first == 0


def test_the_nearer_of_two_turns_is_stated() -> None:
    """A method of the caller's own may put the rival first on both sides; 0.05 away is next."""

    def around(matrix: Any, weights: Any, signs: Any) -> Any:
        return np.array([0.1, abs(weights[0] - 0.55)])

    found = sensitivity(table_of([[2, 1], [1, 3]], weights=[1, 1]), method=around)
    np.testing.assert_allclose(found.weight_changes[0], [-0.05, 0.05], atol=1e-9)


def test_a_score_that_falls_to_that_of_all_others_loses_nothing() -> None:
    """At the end of its way all options are alike, and share the first rank."""
    found = sensitivity(table_of([[5], [4]], weights=[1]))
    assert found.first_score_changes == (None,)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"tolerance": 1}, "tolerance: found 1"),
        ({"rivals": 0}, "rivals: found 0; accepted: a whole number from 1"),
        ({"method": "best"}, "method: found 'best'"),
        ({"missing": "guess"}, "missing: found 'guess'"),
    ],
)
def test_arguments_that_do_not_fit_are_refused(arguments: Any, message: str) -> None:
    """Each with what was found and what is accepted."""
    with pytest.raises(InvalidValueError, match=message):
        sensitivity(table_of(THREE), **arguments)


def test_as_many_rivals_as_asked_for() -> None:
    """The next ones by rank."""
    scores = [[place, place] for place in range(9)]
    assert sensitivity(table_of(scores, weights=[1, 1]), rivals=2).options == (7, 6)


def test_the_result_is_a_table_with_a_document() -> None:
    """One row a rival, a column a criterion for each wide field."""
    found = sensitivity(table_of(THREE, weights=[0.7, 0.3], options=["a", "b", "c"]))
    assert found["b"]["weight_changes_c0"] == pytest.approx(-0.3)
    assert len(found.columns()["nearest_weights_c1"]) == 2
    assert abcd.from_dict(abcd.to_dict(found), Sensitivity) == found
