"""Increase: three meanings apart, and none where it has none."""

from typing import Any

import pytest

from abcd.errors import InvalidValueError
from abcd.impact import Increase, increase

from .published import pairs, unexplained


def codes(result: Increase) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


@pytest.mark.parametrize(
    ("before", "after", "points", "relative"),
    [
        # domain reference 2.4: printed means; recomputed points and relative increase in percent
        pytest.param(43.33, 74.17, 30.84, 71.17, id="V1"),
        pytest.param(64.54, 93.64, 29.10, 45.09, id="V2"),
        pytest.param(52.10, 67.75, 15.65, 30.04, id="V3"),
    ],
)
def test_published_means(before: float, after: float, points: float, relative: float) -> None:
    """Points and percent of three papers."""
    rise = increase(before, after)
    assert rise.points == points
    assert rise.relative is not None
    assert 100 * rise.relative == pytest.approx(relative, abs=0.005)
    assert (rise.mean_before, rise.mean_after, rise.n) == (before, after, None)
    assert codes(rise) == ["no-comparison-group", "means-only", "increase-ambiguous"]
    assert unexplained(rise) == set()


def test_a_paper_that_printed_the_share_of_post() -> None:
    """V2 printed an "increase" of 31.07 %: the share of post is 31.08 %, cut after two decimals."""
    rise = increase(64.54, 93.64)
    assert rise.share_of_post is not None
    assert int(10_000 * rise.share_of_post) / 100 == 31.07
    assert 100 * rise.share_of_post == pytest.approx(31.08, abs=0.005)
    caveat = rise.caveats[-1]
    assert caveat.data["points"] == 29.1
    assert caveat.data["relative"] == pytest.approx(45.09, abs=0.005)
    assert caveat.data["share_of_post"] == pytest.approx(31.08, abs=0.005)


def test_scores_of_the_same_people() -> None:
    """Sequences are compared by their means, with n and what the data can not show."""
    rise = increase(*pairs("waste-knowledge"))
    assert rise.points == pytest.approx(63 / 13, rel=1e-14)  # sums 1149 and 1212
    assert rise.relative == pytest.approx(63 / 1149, rel=1e-14)
    assert rise.share_of_post == pytest.approx(63 / 1212, rel=1e-14)
    assert rise.n == 13
    assert codes(rise) == ["no-comparison-group", "small-n", "increase-ambiguous"]


@pytest.mark.parametrize(
    ("before", "after", "values", "code"),
    [
        pytest.param(0, 5, (5, None, 1), "increase-from-zero", id="from-0"),
        pytest.param(5, 0, (-5, -1, None), "increase-to-zero", id="to-0"),
        pytest.param(-2, 5, (7, None, None), "increase-negative", id="from-negative"),
        pytest.param(2, -5, (-7, None, None), "increase-negative", id="to-negative"),
        pytest.param([-1, 5], [3, 5], (2, None, None), "increase-negative", id="one-negative"),
        pytest.param([2, 5], [-1, 9], (0.5, None, None), "increase-negative", id="one-after"),
        pytest.param([0, 0], [3, 5], (4, None, 1), "increase-from-zero", id="scores-from-0"),
        pytest.param([], [], (None, None, None), "no-pairs", id="nobody"),
    ],
)
def test_where_a_proportion_has_no_meaning(
    before: Any, after: Any, values: tuple[float | None, ...], code: str
) -> None:
    """Not estimable is said, with its reason; points are there whenever there are scores."""
    rise = increase(before, after)
    assert (rise.points, rise.relative, rise.share_of_post) == values
    assert code in codes(rise)
    assert "increase-ambiguous" not in codes(rise)
    assert unexplained(rise) == set()


def test_from_zero_to_zero() -> None:
    """Both proportions are 0 / 0, each with its reason."""
    rise = increase(0, 0)
    assert (rise.points, rise.relative, rise.share_of_post) == (0, None, None)
    assert codes(rise)[-2:] == ["increase-from-zero", "increase-to-zero"]


def test_no_change_is_the_same_in_every_meaning() -> None:
    """0 points are 0 %: nothing is ambiguous."""
    rise = increase(5, 5)
    assert (rise.points, rise.relative, rise.share_of_post) == (0, 0, 0)
    assert "increase-ambiguous" not in codes(rise)


def test_decimals_are_exact() -> None:
    """1.1 - 1.0 is a tenth, not 0.10000000000000009."""
    assert increase(1.0, 1.1).points == 0.1
    assert increase([0.1, 0.2], [0.3, 0.3]).points == 0.15


def test_unmatched_and_omitted_stand_in_the_result() -> None:
    """The result lists who is not in it."""
    before, after = {"a": 1, "b": None, "c": 3}, {"a": 2, "b": 3, "d": 4}
    rise = increase(before, after, missing="omit")
    assert (rise.unmatched_before, rise.unmatched_after) == (("c",), ("d",))
    assert (rise.omitted, rise.n, rise.points) == (("b",), 1, 1)
    with pytest.raises(InvalidValueError, match="missing: found 'drop'"):
        increase([1], [2], missing="drop")  # type: ignore[arg-type]  # refused on purpose
