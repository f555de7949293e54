"""Why one option comes before another: parts that add up, and weights that turn it."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd.errors import InvalidValueError, UnknownIdError
from abcd.potential import Criterion, DecisionTable, explain, rank

# Invented.
OWN = Criterion("own", weight=2, label="own assets", minimum=1, maximum=5)
COST = Criterion("cost", "min", 1, minimum=0, maximum=100)
WILL = Criterion("will", weight=1, minimum=1, maximum=5)
TABLE = DecisionTable(
    ["oven", "path", "pond", "gap"],
    [OWN, COST, WILL],
    [[5, 80, 3], [3, 20, 3], [1, 90, 1], [5, None, 5]],
)
SCALE: Any = {"normalization": "scale"}


def test_the_parts_add_up_to_the_lead() -> None:
    """Own assets 1 and 0.5, cost 0.2 and 0.8, will 0.5 and 0.5; weights a half and quarters."""
    found = explain(TABLE, **SCALE)
    assert (found.better, found.worse, found.rank_better, found.rank_worse) == (
        "oven",
        "path",
        1.0,
        2.0,
    )
    assert found.weights.tolist() == [0.5, 0.25, 0.25]
    assert found.advantages.tolist() == pytest.approx([0.25, -0.15, 0.0])
    assert found.lead == pytest.approx(0.1)
    assert found.scores_better.tolist() == [5, 80, 3]
    assert found.scores_worse.tolist() == [3, 20, 3]
    assert found.labels == ("own assets", "cost", "will")
    assert found.n == 3
    # 0.25 / 0.5 and the rest, -0.15 / 0.5: equal at 0.375; cost: -0.6 and 0.25 / 0.75.
    assert found.turning_weights.tolist()[:2] == pytest.approx([0.375, 5 / 14])
    assert found.text().splitlines()[1:5] == [
        "For oven: own assets (0.25).",
        "For path: cost (0.15).",
        "No difference: will.",
        "It would turn if own assets counted less than 0.375 (now 0.5).",
    ]


@pytest.mark.parametrize("pair", [("path", "pond"), ("pond", "path"), ("oven", "pond")])
def test_any_pair_in_either_order(pair: tuple[str, str]) -> None:
    """The better rank stands first."""
    found = explain(TABLE, *pair, **SCALE)
    assert found.worse == "pond"
    assert found.rank_better < found.rank_worse
    assert explain(TABLE, worse="pond", **SCALE).better == "oven"
    assert explain(TABLE, "pond", **SCALE).better == "oven"
    assert explain(TABLE, "path", **SCALE).worse == "path"


SCORES = st.lists(st.integers(1, 5), min_size=3, max_size=3)
WEIGHTS = st.lists(st.integers(1, 9), min_size=3, max_size=3)


@given(st.lists(SCORES, min_size=2, max_size=2), WEIGHTS)
def test_at_the_turning_weight_the_two_are_equal(rows: list[list[int]], given_: list[int]) -> None:
    """Ranked anew with that weight and the others in their proportions, nobody leads."""
    criteria = [Criterion(f"c{place}", minimum=1, maximum=5) for place in range(3)]
    table = DecisionTable(["a", "b"], criteria, rows)
    found = explain(table, weights=given_, **SCALE)
    assert found.lead == pytest.approx(float(found.advantages.sum()))
    shares = np.array(given_) / sum(given_)
    for place, turning in enumerate(found.turning_weights.tolist()):
        if math.isnan(turning):
            continue
        others = shares * (1 - turning) / (1 - shares[place])
        others[place] = turning
        again = rank(table, weights=others.tolist(), **SCALE).scores.tolist()
        assert again[0] == pytest.approx(again[1], abs=1e-9)


@given(st.lists(SCORES, min_size=2, max_size=2), WEIGHTS)
def test_without_a_turning_weight_the_order_holds(rows: list[list[int]], given_: list[int]) -> None:
    """With each weight at 0 and near 1, the better option is not behind."""
    criteria = [Criterion(f"c{place}", minimum=1, maximum=5) for place in range(3)]
    table = DecisionTable(["a", "b"], criteria, rows)
    found = explain(table, weights=given_, **SCALE)
    if found.rank_better == found.rank_worse:
        assert np.isnan(found.turning_weights).all()
        return
    shares = np.array(given_) / sum(given_)
    for place, turning in enumerate(found.turning_weights.tolist()):
        for weight in (0.0, 1.0) if math.isnan(turning) else ():
            moved = shares * (1 - weight) / (1 - shares[place])
            moved[place] = weight
            again = rank(table, weights=moved.tolist(), **SCALE)
            assert again[found.better]["scores"] >= again[found.worse]["scores"] - 1e-9


def test_a_product_is_explained_by_logarithms() -> None:
    """The lead is the logarithm of the ratio of the scores."""
    criteria = [Criterion("use", weight=1), Criterion("beauty", weight=3)]
    table = DecisionTable(["a", "b"], criteria, [[4, 2], [2, 3]])
    found = explain(table, method="weighted_product")
    scores = rank(table, method="weighted_product").scores.tolist()
    assert found.lead == pytest.approx(math.log(max(scores) / min(scores)))
    assert np.isnan(found.turning_weights).all()
    assert "turn" not in found.text()
    assert "No weight" not in found.text()


def test_a_factor_of_0_has_no_ratio() -> None:
    """Said, not infinite; two such factors are equal."""
    criteria = [Criterion("use", weight=1), Criterion("beauty", weight=1)]
    table = DecisionTable(["a", "b", "c"], criteria, [[4, 2], [0, 3], [0, 4]])
    found = explain(table, "a", "b", method="weighted_product")
    assert (found.lead, found.caveats[-1].code) == (None, "parts-unknown")
    assert math.isnan(found.advantages[0])
    assert explain(table, "b", "c", method="weighted_product").advantages[0] == 0


def test_a_method_of_your_own_has_no_parts() -> None:
    """The order stands; the reasons are its own."""
    found = explain(TABLE, method=lambda matrix, weights, directions: matrix[:, 0])
    assert found.lead is None
    assert found.text().splitlines()[0] == "oven comes before path (rank 1 and 2)."
    assert "For oven" not in found.text()


def test_equal_options_share_a_rank() -> None:
    """No lead, no turning weight; the words say so in both languages."""
    table = DecisionTable(["a", "b"], [OWN, WILL], [[3, 3], [3, 3]])
    found = explain(table, **SCALE)
    assert (found.lead, found.rank_worse) == (0.0, 1.0)
    assert found.text().splitlines()[:2] == [
        "a and b share rank 1.",
        "No difference: own assets, will.",
    ]
    assert found.text("id").splitlines()[:2] == [
        "a dan b sama-sama di peringkat 1.",
        "Tidak ada bedanya: own assets, will.",
    ]


def test_where_nothing_turns_it_that_is_said() -> None:
    """Better by every criterion."""
    table = DecisionTable(["a", "b"], [OWN, WILL], [[5, 4], [3, 3]])
    found = explain(table, **SCALE)
    assert "No weight of a single criterion would turn it." in found.text()
    assert "Tidak ada bobot satu kriteria pun" in found.text("id")


def test_one_criterion_can_not_count_otherwise() -> None:
    """Its weight is 1 whatever is said."""
    found = explain(DecisionTable(["a", "b"], [OWN], [[5], [3]]), **SCALE)
    assert np.isnan(found.turning_weights).all()


def test_the_strongest_reason_stands_first() -> None:
    """Of two that speak for the same option."""
    table = DecisionTable(["a", "b"], [WILL, OWN], [[4, 5], [3, 3]])
    assert "For a: own assets (0.33), will (0.083)." in explain(table, **SCALE).text()


@pytest.mark.parametrize(
    ("pair", "error", "line"),
    [
        (("oven", "oven"), InvalidValueError, "two different options"),
        (("oven", "gap"), InvalidValueError, "worse: found 'gap'"),
        (("ovn", "path"), UnknownIdError, "better: found 'ovn'"),
        ((1, "path"), UnknownIdError, "better: found 1"),
        (([], "path"), UnknownIdError, "better: found"),
    ],
)
def test_wrong_options_are_refused(pair: Any, error: type[Exception], line: str) -> None:
    """With the argument."""
    with pytest.raises(error, match=line):
        explain(TABLE, *pair)


def test_two_options_are_needed() -> None:
    """One alone is not before anything."""
    with pytest.raises(InvalidValueError, match="found 1 with a rank"):
        explain(DecisionTable(["a"], [OWN], [[3]]))
    numbers = DecisionTable([1, 2], [OWN], [[3], [4]])
    assert explain(numbers).better == 2
    with pytest.raises(UnknownIdError, match="one of 2 numbers"):
        explain(numbers, 3)


def test_another_language_is_refused() -> None:
    """With the two that there are."""
    with pytest.raises(InvalidValueError, match="language"):
        explain(TABLE).text("jv")  # type: ignore[arg-type]  # junk on purpose
