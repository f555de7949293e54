"""Normalized gain against published values, and at every edge of its bands and its scale."""

from fractions import Fraction
from typing import Any

import pytest

from abcd.errors import InvalidValueError
from abcd.impact import NormalizedGain, normalized_gain

from .published import pairs, unexplained


def codes(result: NormalizedGain) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


@pytest.mark.parametrize(
    ("before", "after", "gain", "band"),
    [
        # domain reference 2.4: printed means, recomputed class gain and its band
        pytest.param(43.33, 74.17, 0.5442, "medium", id="V1"),
        pytest.param(64.54, 93.64, 0.8206, "high", id="V2"),
        pytest.param(52.10, 67.75, 0.3267, "medium", id="V3"),
    ],
)
def test_class_gain_of_printed_means(before: float, after: float, gain: float, band: str) -> None:
    """Two means give the class gain and nothing about people."""
    result = normalized_gain(before, after, maximum=100)
    assert result.class_gain == pytest.approx(gain, abs=5e-5)
    assert (result.band, result.band_rule) == (band, "hake")
    assert (result.mean_individual_gain, result.mean_normalized_change, result.n) == (None,) * 3
    assert codes(result) == ["no-comparison-group", "means-only"]
    assert unexplained(result) == set()


def test_raw_pairs() -> None:
    """V4: class gain 0.4172, mean individual gain 0.4051 (domain reference 2.4 and 4.2)."""
    result = normalized_gain(*pairs("waste-knowledge"), maximum=100)
    assert result.class_gain == pytest.approx(0.4172, abs=5e-5)
    assert result.mean_individual_gain == pytest.approx(0.4051, abs=5e-5)
    assert result.band == "medium"
    assert (result.increased, result.unchanged, result.decreased) == (8, 5, 0)
    assert (result.at_maximum_before, result.at_maximum_after) == (0, 3)
    assert (result.n, result.n_individual, result.n_change) == (13, 13, 13)
    # From the definition, in fractions.
    waves = [[Fraction(score) for score in wave] for wave in pairs("waste-knowledge")]
    before, after = waves
    each = [(new - old) / (100 - old) for old, new in zip(before, after, strict=True)]
    assert result.mean_individual_gain == pytest.approx(float(sum(each) / 13), rel=1e-14)
    whole = (sum(after) - sum(before)) / (1300 - sum(before))
    assert result.class_gain == float(whole)
    # Nobody fell, so the normalized change of Marx and Cummings is the same mean.
    assert result.mean_normalized_change == pytest.approx(result.mean_individual_gain, rel=1e-14)


def test_normalized_change_rule_by_rule() -> None:
    """Marx and Cummings (2007): up over room above, down over room below, ends dropped, else 0."""
    before = [4, 8, 10, 0, 5, 10]
    after = [7, 6, 10, 0, 5, 5]
    result = normalized_gain(before, after, maximum=10)
    # up 3/6; down 2/8; dropped; dropped; 0; down 5/10
    assert result.mean_normalized_change == pytest.approx((0.5 - 0.25 + 0 - 0.5) / 4)
    # individual gains leave out the two who were at 10: 3/6, -2/2, 0, 0
    assert result.mean_individual_gain == pytest.approx((0.5 - 1 + 0 + 0) / 4)
    assert (result.n_change, result.n_individual, result.at_maximum_before) == (4, 4, 2)
    assert (result.increased, result.unchanged, result.decreased) == (1, 3, 2)


def test_a_scale_that_starts_above_0() -> None:
    """On 1 to 5 a fall from 4 to 1 is a whole loss: the room below is 3."""
    result = normalized_gain([4, 1], [1, 1], maximum=5, minimum=1)
    assert (result.mean_normalized_change, result.n_change) == (-1, 1)
    assert (result.minimum, result.maximum) == (1, 5)


@pytest.mark.parametrize(
    ("after", "bands", "band"),
    [
        # of 100 possible points from 0; edges as in domain reference 4.2
        (0, "hake", "low"),
        (29.9, "hake", "low"),
        (30, "hake", "medium"),
        (69.9, "hake", "medium"),
        (70, "hake", "high"),
        (100, "hake", "high"),
        (29.9, "hake-strict", "low"),
        (30, "hake-strict", None),
        (30.1, "hake-strict", "medium"),
        (69.9, "hake-strict", "medium"),
        (70, "hake-strict", None),
        (70.1, "hake-strict", "high"),
        (100, "hake-strict", "high"),
        (0, "effectiveness", "not effective"),
        (39.9, "effectiveness", "not effective"),
        (40, "effectiveness", "less effective"),
        (55, "effectiveness", "less effective"),
        (55.5, "effectiveness", None),
        (56, "effectiveness", "fairly effective"),
        (75, "effectiveness", "fairly effective"),
        (75.5, "effectiveness", None),
        (76, "effectiveness", None),
        (76.1, "effectiveness", "effective"),
        (100, "effectiveness", "effective"),
    ],
)
def test_bands(after: float, bands: Any, band: str | None) -> None:
    """Every edge of every rule, and the gaps between them."""
    result = normalized_gain(0, after, maximum=100, bands=bands)
    assert (result.band, result.band_rule) == (band, bands)
    assert ("gain-between-bands" in codes(result)) is (band is None)
    assert unexplained(result) == set()


def test_edges_are_decided_in_fractions() -> None:
    """79 after 30 is 49/70, exactly 0.7; and 0.1 + 0.2 is no reason to be below 0.3."""
    assert normalized_gain([30], [79], maximum=100).band == "high"
    assert normalized_gain([0, 0, 0], [0.2, 0.3, 0.4], maximum=1).band == "medium"
    assert normalized_gain(0.7, 0.79, maximum=1).band == "medium"  # in floats 0.29999999999999993


def test_a_class_that_fell_is_in_no_band() -> None:
    """A loss is not a low gain."""
    for before, after in (([8, 6], [6, 6]), (7, 6)):
        waves: Any = (before, after)
        result = normalized_gain(*waves, maximum=10)
        assert result.class_gain == pytest.approx(-1 / 3)
        assert result.band is None
        assert "gain-class-fell" in codes(result)
        assert unexplained(result) == set()


def test_losses_are_counted() -> None:
    """A mean gain hides who fell; the caveat does not."""
    result = normalized_gain([2, 4, 6], [8, 8, 5], maximum=10)
    caveat = next(caveat for caveat in result.caveats if caveat.code == "gain-losses")
    assert dict(caveat.data) == {"decreased": 1, "n": 3}


def test_everybody_at_the_maximum() -> None:
    """Nothing was left to gain: neither gain nor change, no division by 0."""
    result = normalized_gain([10, 10], [10, 10], maximum=10)
    assert (result.class_gain, result.mean_individual_gain, result.mean_normalized_change) == (
        (None,) * 3
    )
    assert codes(result)[2:] == [
        "gain-at-maximum",
        "gain-no-room",
        "gain-no-change",
        "ceiling",
        "gain-class-at-maximum",
    ]
    assert unexplained(result) == set()


def test_falls_from_the_maximum() -> None:
    """All started at the maximum and fell: c is there, gains are not."""
    result = normalized_gain([10, 10], [5, 10], maximum=10)
    assert (result.class_gain, result.band, result.mean_individual_gain) == (None,) * 3
    assert (result.mean_normalized_change, result.n_change) == (-0.5, 1)
    assert unexplained(result) == set()


def test_means_at_the_maximum() -> None:
    """The same for two printed means."""
    result = normalized_gain(10, 9, maximum=10)
    assert (result.class_gain, result.band) == (None, None)
    assert "gain-class-at-maximum" in codes(result)
    assert unexplained(result) == set()


def test_nobody() -> None:
    """No pairs: a result in which everything names its reason."""
    result = normalized_gain([], [], maximum=10)
    assert (result.n, result.n_individual, result.n_change, result.class_gain) == (0, 0, 0, None)
    assert codes(result) == ["no-comparison-group", "no-pairs"]
    assert unexplained(result) == set()


def test_two_means_of_gain_are_named_only_where_they_differ() -> None:
    """With equal starts both means are one."""
    assert "gain-two-means" not in codes(normalized_gain([4, 4], [5, 8], maximum=10))
    result = normalized_gain([4, 6], [5, 9], maximum=10)
    caveat = next(caveat for caveat in result.caveats if caveat.code == "gain-two-means")
    assert caveat.data["class_gain"] == result.class_gain == 0.4
    assert caveat.data["individual"] == result.mean_individual_gain


def test_unmatched_and_omitted_stand_in_the_result() -> None:
    """The result lists who is not in it."""
    before, after = {"a": 1, "b": None, "c": 3}, {"a": 2, "b": 3, "d": 4}
    result = normalized_gain(before, after, maximum=10, missing="omit")
    assert (result.unmatched_before, result.unmatched_after) == (("c",), ("d",))
    assert (result.omitted, result.n) == (("b",), 1)


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"maximum": 0}, "maximum"),
        ({"maximum": "10"}, "maximum"),
        ({"maximum": None}, "maximum"),
        ({"maximum": 10, "minimum": None}, "minimum"),
        ({"maximum": 10, "minimum": 10}, "maximum"),
        ({"maximum": 10, "bands": "Hake"}, "bands"),
        ({"maximum": 10, "bands": None}, "bands"),
        ({"maximum": 10, "missing": "drop"}, "missing"),
        ({"maximum": 5}, "after[1]"),
        ({"maximum": 10, "minimum": 2}, "before[0]"),
    ],
)
def test_arguments_out_of_range(arguments: Any, path: str) -> None:
    """The error names the argument, or the score that lies beyond the scale."""
    with pytest.raises(InvalidValueError) as caught:
        normalized_gain([1, 2], [4, 6], **arguments)
    assert caught.value.path == path


def test_means_beyond_the_scale() -> None:
    """Printed means are checked as scores are."""
    with pytest.raises(InvalidValueError, match=r"after: found 120\.0; accepted: a score up to"):
        normalized_gain(50, 120, maximum=100)
    with pytest.raises(InvalidValueError, match=r"before: found -1\.0; accepted: a score from"):
        normalized_gain(-1, 50, maximum=100)
