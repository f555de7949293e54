"""Answers that once said more than is known: each is a fault that a critical reader found."""

import math
from typing import Any

import numpy as np
import pytest

import abcd
from abcd.errors import InvalidValueError
from abcd.potential import (
    Assessment,
    Criterion,
    DecisionTable,
    acceptability,
    explain,
    promethee,
    rank,
    sensitivity,
    vikor,
    worth_finding_out,
)

SIZE = [Criterion("size", "target", target=5, minimum=0, maximum=10, weight=1)]


def weighted(rows: list[list[float]], weights: list[float]) -> DecisionTable:
    """Build a table with weights in its criteria."""
    criteria = [Criterion(f"c{place}", weight=weight) for place, weight in enumerate(weights)]
    return DecisionTable(list(range(len(rows))), criteria, rows)


def test_rivals_that_differ_by_rounding_share_the_change() -> None:
    """The lines of both rivals are equal but for rounding."""
    found = sensitivity(weighted([[9, 0, 0], [1, 7, 4], [1, 4, 7]], [8, 3, 3]))
    assert found.weight_changes[:, 0].round(4).tolist() == [-0.1314, -0.1314]


def test_a_first_option_that_always_shares_the_lead_is_not_critical() -> None:
    """Both others stay level, whatever the first criterion counts."""
    criteria = [
        Criterion(f"c{place}", weight=weight, minimum=0, maximum=9)
        for place, weight in enumerate([8, 1, 1])
    ]
    table = DecisionTable(["a", "b", "c"], criteria, [[4, 6, 4], [4, 4, 6], [0, 0, 0]])
    found = sensitivity(table, normalization="scale")
    assert (found.weights_low[0], found.weights_high[0]) == (0, 1)
    assert "c0" not in found.critical


def test_changes_are_those_of_a_grid() -> None:
    """By brute force on small whole numbers: nobody is ahead of a rival at its change, nor nearer.

    A grid of 2,001 weights misses what lies between; the change itself is ranked.
    """
    rng = np.random.default_rng(6)
    for _ in range(60):
        rows = rng.integers(0, 10, (4, 3)).astype(float)
        weights = rng.integers(1, 9, 3).astype(float)
        weights /= weights.sum()
        found = sensitivity(weighted(rows.tolist(), weights.tolist()), normalization="none")
        grid = np.linspace(0, 1, 2001)
        for place in range(3):
            moved = np.outer(1 - grid, weights / (1 - weights[place]))
            moved[:, place] = grid
            scores = moved @ rows.T
            behind = scores.max(axis=1)[:, np.newaxis] - scores
            for row, option in enumerate(found.options):
                at = grid[behind[:, int(option)] < 1e-9] - weights[place]
                change = found.weight_changes[row, place]
                if math.isnan(change):
                    assert not len(at)
                    continue
                assert not len(at) or abs(change) <= np.abs(at).min() + 1e-9
                used = weights * (1 - weights[place] - change) / (1 - weights[place])
                used[place] = weights[place] + change
                values = rows @ used
                assert values[int(option)] == pytest.approx(values.max(), abs=1e-9)


def test_a_dominated_rival_that_can_tie_does_so_in_every_field() -> None:
    """The rival ties where the first criterion counts for everything."""
    found = sensitivity(weighted([[1, 1], [1, 0]], [1, 1]), normalization="none")
    assert found.weight_changes[0].tolist() == [0.5, -0.5]
    assert found.overall_changes[0] == pytest.approx(0.5)
    assert found.nearest_weights[0].tolist() == pytest.approx([1, 0])


def test_an_order_that_is_not_estimable_can_not_be_said_to_stay() -> None:
    """The normalization does not hold for a score below 0."""
    table = DecisionTable(["a", "b"], [Criterion("y", weight=1)], [[-1], [(1, 3)]])
    found = worth_finding_out(table, normalization="sum")
    assert found.first == ()
    assert found.changes_first == (None,)
    assert math.isnan(found.probability[0])
    assert [caveat.code for caveat in found.caveats] == ["normalization-undefined"]


def test_a_score_at_which_there_is_no_order_turns_nothing() -> None:
    """At one end of the range all scores of a criterion are 0, where no ratio holds."""
    criteria = [Criterion("cost", "min", 1), Criterion("use", weight=5)]
    cost = worth_finding_out(
        DecisionTable(["a", "b"], criteria, [[(0, 4), 9], [9, 1]]), method="weighted_product"
    )
    assert cost.changes_first == (None,)
    assert cost.probability.tolist() == [0]
    assert "normalization-undefined" in [caveat.code for caveat in cost.caveats]


def test_raters_on_both_sides_of_a_target_are_not_on_target() -> None:
    """Each is 5 away of 5; and 6 is 1 away."""
    table = DecisionTable(["a", "b"], SIZE, [[[0], [6]], [[10], [6]]], raters=["r1", "r2"])
    assert rank(table, normalization="scale").scores.tolist() == [0, 0.8]
    drawn = acceptability(table, normalization="scale", rng=1, samples=20)
    assert drawn.rank_acceptability[:, 0].tolist() == [0, 1]
    normal = acceptability(table, normalization="scale", rng=1, samples=20, deviations="raters")
    assert 0 < normal.rank_acceptability[0, 0] < 1


@pytest.mark.parametrize(("low", "high"), [(0, 10), (3, 9), (6, 8), (1, 2), (5, 7)])
def test_an_interval_has_the_expected_distance_from_a_target(low: float, high: float) -> None:
    """Against the mean over many places of the interval."""
    table = DecisionTable(["a", "b"], SIZE, [[(low, high)], [0]])
    places = low + (high - low) * (np.arange(10_000) + 0.5) / 10_000
    expected = 1 - np.abs(places - 5).mean() / 5
    found = rank(table, normalization="scale").scores[0]
    assert found == pytest.approx(expected, abs=1e-7)


@pytest.mark.parametrize("data", [{"criteria": [1], "scores": [[1]]}, {"criteria": [{"id": "x"}]}])
def test_a_document_at_fault_is_refused_with_its_path(data: dict[str, Any]) -> None:
    """What is no criterion, and scores that are not there."""
    document = {"options": ["a"], **data}
    with pytest.raises(abcd.AbcdError, match=r"criteria\[0\]|scores"):
        abcd.from_dict(document, DecisionTable)
    with pytest.raises(abcd.AbcdError, match="table"):
        abcd.from_dict({"table": document}, Assessment)


@pytest.mark.parametrize(
    ("records", "keys", "path"),
    [
        (None, {}, "records"),
        ({}, {}, "records"),
        ([], {"option": []}, "option"),
        ([], {"rater": 1}, "rater"),
        ([], {"rater": "option"}, "rater"),
        ([], {"option": "size"}, "option"),
    ],
)
def test_records_and_keys_at_fault_are_refused(records: Any, keys: Any, path: str) -> None:
    """Also a key that would hide a criterion as a gap."""
    with pytest.raises(InvalidValueError, match=rf"(?m)\b{path}: found"):
        DecisionTable.from_records(records, SIZE, **keys)


def test_ids_that_read_alike_are_refused() -> None:
    """A decision could not tell them apart."""
    with pytest.raises(InvalidValueError, match=r"options\[1\]: found the id '1' beside 1"):
        DecisionTable([1, "1"], SIZE, [[1], [2]])
    assert len(DecisionTable([1, "2"], SIZE, [[1], [2]]).options) == 2


def test_caveats_of_draws_name_the_draws_and_their_bound() -> None:
    """Nothing is said of weights that were not drawn, nor of who was asked."""
    found = acceptability(weighted([[2, 2], [1, 1]], [1, 1]), rng=1, samples=100)
    text = " ".join(caveat.message() for caveat in found.caveats)
    assert "first in none of 100 draws" in text
    assert "up to 0.03 (95 %)" in text
    assert "no weights" not in text
    assert "nobody was asked" not in text


@pytest.mark.parametrize("order", [vikor, promethee])
def test_other_orders_become_decisions_too(order: Any) -> None:
    """The first option is what was chosen."""
    made = order(weighted([[1], [3]], [1])).decision("What first?")
    assert (made.chosen, made.rule) == (("1",), order.__name__)


def test_a_factor_of_nothing_is_named() -> None:
    """A product with a factor of 0 is 0, whatever the others are."""
    found = explain(weighted([[2, 1], [0, 9]], [1, 1]), method="weighted_product")
    assert "1 has nothing at all on c0" in found.text()
    assert "1 bernilai nol pada c0" in found.text("id")


def test_a_displayed_table_marks_intervals_and_raters() -> None:
    """Neither is one number."""
    vague = DecisionTable(["a", "b"], [Criterion("x")], [[(0, 1000)], [None]])
    assert "<td>0 to 1000</td>" in vague._repr_html_()
    assert "<td>-</td>" in vague._repr_html_()
    rated = DecisionTable(["a"], [Criterion("x")], [[[1]], [[5]], [[None]]], raters=[1, 2, 3])
    assert "<td>1 to 5 (2 of 3 raters)</td>" in rated._repr_html_()
