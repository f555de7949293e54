"""Likert index: both denominators, the distribution, and what they can not show."""

from typing import Any

import pytest

from abcd.errors import InvalidValueError
from abcd.impact import LikertIndex, likert_index

from .published import unexplained

# Four invented people, three items; one answer of the second is missing.
ITEMS: dict[str, Any] = {"a": [5, 4, 4, 3], "b": [5, 5, None, 3], "c": [1, 2, 3, 2]}


def codes(result: LikertIndex) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


def test_both_denominators_by_definition() -> None:
    """Domain reference 2.5: sum / (n max), and (mean - min) / (max - min), over all answers."""
    result = likert_index(ITEMS, maximum=5, missing="omit")
    answers = [5, 4, 4, 3, 5, 5, 3, 1, 2, 3, 2]
    assert result.index == pytest.approx(100 * sum(answers) / (11 * 5))
    assert result.index_from_minimum == pytest.approx(100 * (sum(answers) / 11 - 1) / 4)
    assert result["a"]["indexes"] == pytest.approx(80)
    assert result["a"]["indexes_from_minimum"] == pytest.approx(75)
    assert (result.n_answers, result.n_missing, result.n) == (11, 1, 4)
    assert result["b"] == {
        "items": "b",
        "indexes": pytest.approx(100 * 13 / 15),
        "indexes_from_minimum": pytest.approx(100 * (13 / 3 - 1) / 4),
        "medians": 5,
        "counts": (0, 0, 1, 0, 2),
        "answered": 3,
        "missing": 1,
    }
    assert unexplained(result, set()) == set()


def test_distribution_and_thirds() -> None:
    """Counts over all items, and the shares below, on and above the middle."""
    result = likert_index(ITEMS, maximum=5, missing="omit")
    assert result.categories == (1, 2, 3, 4, 5)
    assert result.total_counts == (1, 2, 3, 2, 3)
    shares = [result.below_middle, result.neutral, result.above_middle]
    assert shares == pytest.approx([3 / 11, 3 / 11, 5 / 11])


def test_the_lowest_answer_is_no_zero() -> None:
    """Domain reference 2.5: with a 1-5 scale the minimum is 20 %, not 0."""
    result = likert_index({"a": [1, 1]}, maximum=5)
    assert (result.index, result.index_from_minimum, result.band) == (20, 0, "very poor")
    floor = next(caveat for caveat in result.caveats if caveat.code == "likert-floor")
    assert floor.data["percent"] == 20
    assert "likert-floor" not in codes(likert_index({"a": [0, 1]}, minimum=0, maximum=5))


@pytest.mark.parametrize(
    ("answers", "index", "band"),
    [
        ([2, 2], 40, "poor"),
        ([2] * 39 + [3], 40.5, "fair"),
        ([3, 3], 60, "fair"),
        ([4, 4], 80, "good"),
        ([4, 5], 90, "very good"),
        ([5, 5], 100, "very good"),
    ],
)
def test_an_edge_belongs_to_the_band_below(answers: Any, index: float, band: str) -> None:
    """40.5 falls between the printed bands 21-40 and 41-60; here it is fair, and says the rule."""
    result = likert_index({"a": answers}, maximum=5)
    assert result.index == pytest.approx(index)
    assert result.band == band
    assert result.band_rule == "riduwan, edges to the band below"


def test_reversed_items_are_turned_by_name() -> None:
    """x becomes minimum + maximum - x, in counts too."""
    result = likert_index({"a": [1, 2], "b": [5, 5]}, maximum=5, reversed=["a"])
    assert result["a"]["counts"] == (0, 0, 0, 1, 1)
    assert result.index == pytest.approx(95)
    assert result.reversed == ("a",)


def test_an_even_scale_has_no_middle() -> None:
    """Four answers: none is neutral, and a caveat says so."""
    result = likert_index({"a": [1, 2, 3, 4]}, maximum=4)
    assert (result.below_middle, result.neutral, result.above_middle) == (0.5, None, 0.5)
    assert "likert-no-middle" in codes(result)
    assert unexplained(result, set()) == set()


def test_half_steps() -> None:
    """A scale with steps of 0.1 keeps its categories exact."""
    result = likert_index({"a": [0.3, 0.5]}, minimum=0.1, maximum=0.5, step=0.1)
    assert result.categories == (0.1, 0.2, 0.3, 0.4, 0.5)
    assert result["a"]["counts"] == (0, 0, 1, 0, 1)


@pytest.mark.parametrize("items", [{}, {"a": []}, {"a": [None]}])
def test_no_answers(items: Any) -> None:
    """Nothing can be said, and every field says why."""
    result = likert_index(items, maximum=5, missing="omit")
    assert (result.index, result.band, result.neutral) == (None, None, None)
    assert codes(result) == ["likert-no-answers"]
    assert unexplained(result, set()) == set()


def test_an_item_that_nobody_answered() -> None:
    """It has no index; the others do."""
    items: dict[str, Any] = {"a": [1, 2], "b": [None, None]}
    result = likert_index(items, maximum=5, missing="omit")
    assert result.indexes.tolist()[0] == 30
    assert "likert-empty-items" in codes(result)
    assert result.n == 2


def test_means_are_never_taken_in_silence() -> None:
    """That steps are taken for equal distances is said each time."""
    assert "likert-equal-steps" in codes(likert_index({"a": [1, 2]}, maximum=5))


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"maximum": 4}, "items['a'][0]"),
        ({"maximum": 1}, "maximum"),
        ({"minimum": -1}, "minimum"),
        ({"step": 0}, "step"),
        ({"step": 3}, "step"),
        ({"step": 0.01}, "step"),
        ({"step": "1"}, "step"),
        ({"items": {"a": [1.5, 2]}}, "items['a'][0]"),
        ({"items": {"a": [1, None]}}, "items['a'][1]"),
        ({"reversed": ["z"]}, "reversed[0]"),
    ],
)
def test_arguments_out_of_range(arguments: Any, path: str) -> None:
    """The error names the argument, item and person."""
    with pytest.raises(InvalidValueError) as caught:
        likert_index(**{"items": {"a": [5, 1]}, "maximum": 5, **arguments})
    assert caught.value.path == path
