"""Ways of asking how much each criterion counts, and how the answers go into `rank`."""

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.potential import Criterion, DecisionTable, rank, weights
from abcd.potential.weights import (
    CriterionWeights,
    direct,
    equal,
    rank_order_centroid,
    rank_reciprocal,
    rank_sum,
    swing,
)


def by_id(found: CriterionWeights) -> dict[str, float]:
    """Return the weights by criterion."""
    return dict(zip(found.criteria, found.weights.tolist(), strict=True))


def codes(result: Any) -> list[str]:
    """Return the codes of all caveats."""
    return [caveat.code for caveat in result.caveats]


# --- from an order -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        # Barron and Barrett (1996), Management Science 42(11), table 1, four attributes.
        (rank_order_centroid, [0.5208, 0.2708, 0.1458, 0.0625]),
        (rank_sum, [0.4, 0.3, 0.2, 0.1]),
        (rank_reciprocal, [0.48, 0.24, 0.16, 0.12]),
    ],
    ids=["centroid", "sum", "reciprocal"],
)
def test_published_weights_of_four_places(method: Any, expected: list[float]) -> None:
    """Within the four digits printed; all are one convention of many, and say so."""
    found = method(["a", "b", "c", "d"])
    np.testing.assert_allclose(found.weights, expected, atol=5e-5)
    assert found.criteria == ("a", "b", "c", "d")
    assert (found.method, found.n, found.groups) == (method.__name__, 1, ((),) * 4)
    assert codes(found) == ["weights-from-order"]
    assert found.caveats[0].data["method"] == method.__name__


def test_the_centroid_is_the_mean_of_the_corners() -> None:
    """Second route: the corners of the ordered weights are (1, 0, 0), (1/2, 1/2, 0), (1/3, ...)."""
    corners = np.array([[1, 0, 0], [1 / 2, 1 / 2, 0], [1 / 3, 1 / 3, 1 / 3]])
    found = rank_order_centroid(["a", "b", "c"])
    np.testing.assert_allclose(found.weights, corners.mean(axis=0), rtol=1e-14)


@pytest.mark.parametrize("method", [rank_order_centroid, rank_sum, rank_reciprocal])
def test_tied_criteria_share_the_mean_of_their_places(method: Any) -> None:
    """The sum stays, and the others keep theirs."""
    strict = by_id(method(["a", "b", "c", "d"]))
    tied = by_id(method(["a", ["b", "c"], "d"]))
    mean = (strict["b"] + strict["c"]) / 2
    assert tied == pytest.approx({**strict, "b": mean, "c": mean}, rel=1e-14)


def test_places_say_the_same_as_a_list() -> None:
    """1, 2, 2, 4: the lower place counts more."""
    places = {"d": 4, "b": 2, "a": 1, "c": 2}
    assert by_id(rank_sum(places)) == by_id(rank_sum(["a", ["b", "c"], "d"]))


@pytest.mark.parametrize("method", [rank_order_centroid, rank_sum, rank_reciprocal, equal])
@pytest.mark.parametrize(
    ("ranking", "message"),
    [
        ([], r"found no criterion; accepted: at least one"),
        ("abc", r"found 'abc'; accepted: ids"),
        (["a", "a"], r"\[1\]: found the id 'a' again; accepted: each id once"),
        (["a", 3], r"found 3; accepted: text"),
        (["a", None], r"\[1\]: found None"),
        ({"a": "first"}, r"\['a'\]: found 'first'; accepted: a place such as 1"),
        ({"a": math.inf}, r"\['a'\]: found inf"),
        ({"": 1}, r"found the key ''"),
    ],
)
def test_what_is_no_order_is_refused(method: Any, ranking: Any, message: str) -> None:
    """Each fault names its place."""
    with pytest.raises(InvalidValueError, match=message):
        method(ranking)


# --- points --------------------------------------------------------------------------------------


def test_direct_points_are_parts_of_their_sum() -> None:
    """100 points, or any other number."""
    assert by_id(direct({"a": 60, "b": 30, "c": 10})) == {"a": 0.6, "b": 0.3, "c": 0.1}
    assert by_id(direct({"a": 6, "b": 0, "c": int(np.int64(6))})) == {"a": 0.5, "b": 0, "c": 0.5}
    assert by_id(direct({"a": 1.5e308, "b": 1.5e308})) == {"a": 0.5, "b": 0.5}
    assert direct({"a": 5e-324}).weights.tolist() == [1]


@pytest.mark.parametrize(
    ("points", "message"),
    [
        ({}, r"points: found a dict of 0; accepted: a mapping \{criterion: number\}"),
        ([1, 2], r"points: found a list of 2"),
        ({"a": -1}, r"points\['a'\]: found -1; accepted: a finite number from 0"),
        ({"a": None}, r"points\['a'\]: found None"),
        ({"a": "3"}, r"points\['a'\]: found '3'"),
        ({3: 1}, r"points: found the key 3"),
        ({"a": 0, "b": 0}, r"points: found only zeros; accepted: at least one number above 0"),
    ],
)
def test_points_that_can_not_be_used_are_refused(points: Any, message: str) -> None:
    """With the criterion, what was found and what is accepted."""
    for method in (direct, swing):
        with pytest.raises(InvalidValueError, match=message):
            method(points)


def test_swing_needs_one_lift_at_the_top() -> None:
    """100 points for the lift that is wanted most, and none above."""
    assert by_id(swing({"a": 100, "b": 60, "c": 40})) == {"a": 0.5, "b": 0.3, "c": 0.2}
    assert by_id(swing({"a": 1, "b": 1}, highest=1)) == {"a": 0.5, "b": 0.5}
    with pytest.raises(InvalidValueError, match=r"points: found at most 60; accepted: 100 for"):
        swing({"a": 60, "b": 40})
    with pytest.raises(InvalidValueError, match=r"points\['a'\]: found 120; accepted: a number up"):
        swing({"a": 120, "b": 100})
    for highest in (0, -1, math.nan, "100", None):
        with pytest.raises(InvalidValueError, match=r"highest: found"):
            swing({"a": 100}, highest=highest)  # type: ignore[arg-type]  # junk on purpose


def test_equal_weights_say_that_nobody_was_asked() -> None:
    """n is 0."""
    found = equal(["a", "b", "c", "d"])
    assert found.weights.tolist() == [0.25] * 4
    assert (found.n, codes(found)) == (0, ["weights-equal"])
    with pytest.raises(InvalidValueError, match=r"criteria: found a group of 2; accepted: ids one"):
        equal(["a", ["b", "c"]])  # type: ignore[list-item]  # a tie on purpose


# --- into the ranking ----------------------------------------------------------------------------

CRITERIA = [Criterion("reach"), Criterion("cost", "min")]
TABLE = DecisionTable(["oven", "path"], CRITERIA, [[30, 200], [80, 900]])


def test_weights_go_into_a_ranking_with_their_source_and_caveats() -> None:
    """By id, whatever the order, and with what they leave open."""
    ranking = rank(TABLE, weights=rank_sum(["cost", "reach"]))
    np.testing.assert_allclose(ranking.weights, [1 / 3, 2 / 3], rtol=1e-15)
    assert ranking.weights_from == "rank_sum"
    assert codes(ranking) == ["weights-from-order"]
    assert ranking.first == ("oven",)
    assert rank(TABLE, weights=direct({"cost": 1, "reach": 2})).first == ("path",)


def test_equal_weights_are_said_once() -> None:
    """The source says it; the caveat of the weights is the same one."""
    assert codes(rank(TABLE, weights=equal(["reach", "cost"])))[0] == "weights-equal"
    assert codes(rank(TABLE, weights=equal(["reach", "cost"]))).count("weights-equal") == 1


def test_weights_of_other_criteria_are_refused() -> None:
    """Never aligned by luck."""
    with pytest.raises(InvalidValueError, match=r"the key 'time'.*\n.*'cost'"):
        rank(TABLE, weights=direct({"reach": 1, "time": 1}))


def test_weights_that_are_not_estimable_are_refused() -> None:
    """nan is no weight."""
    criteria = [*CRITERIA, Criterion("time"), Criterion("joy")]
    table = DecisionTable(["oven"], criteria, [[1, 2, 3, 4]])
    found = weights.ahp({("reach", "cost"): 1, ("time", "joy"): 1})
    with pytest.raises(InvalidValueError, match=r"weights\['reach'\]: found nan"):
        rank(table, weights=found)


def test_critic_weights_of_pymcdm_plug_in(reference_data: Path) -> None:
    """Tus and Adali (2019): 0.157, 0.249, ...; nobody in the community was asked."""
    pymcdm = pytest.importorskip("pymcdm.weights", reason="pymcdm is not installed")
    folder = reference_data / "mcda-critic-weights-tus"
    problem = json.loads((folder / "problem.json").read_text("utf-8"))
    (expected,) = json.loads((folder / "expected.json").read_text("utf-8"))["expected"]
    criteria = [Criterion(f"c{place}") for place in range(6)]
    table = DecisionTable(range(5), criteria, problem["matrix"])
    ranking = rank(table, weights=pymcdm.critic_weights)
    np.testing.assert_allclose(ranking.weights, expected["value"], atol=expected["tol"])
    assert ranking.caveats[0].code == "weights-from-data"
    assert "nobody in the community was asked" in ranking.caveats[0].message()
    entropy = rank(table, weights=pymcdm.entropy_weights)
    assert entropy.caveats[0].data["function"] == "entropy_weights"
    assert sum(entropy.weights) == pytest.approx(1, rel=1e-14)
