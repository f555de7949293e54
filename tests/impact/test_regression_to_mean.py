"""Regression to the mean against a simulation without any program, and the truncated normal."""

from typing import Any

import numpy as np
import pytest
from scipy import stats

from abcd.errors import InvalidValueError
from abcd.impact import RegressionToMean, paired_change, regression_to_mean

from .published import unexplained

NOT_ASKED = {"everyone_sd", "expected_by_model"}


def codes(result: RegressionToMean) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


def test_without_a_program_nothing_remains() -> None:
    """40,000 invented people without a program, those up to 50 picked: nothing but regression."""
    generator = np.random.default_rng(1)
    true = generator.normal(60, 10 * np.sqrt(0.7), 40_000)
    before, after = true + generator.normal(0, 10 * np.sqrt(0.3), (2, 40_000))
    picked = before <= 50
    answer = regression_to_mean(
        before[picked],
        after[picked],
        selected_below=50,
        everyone_mean=60,
        everyone_sd=10,
        retest_correlation=0.7,
    )
    assert answer.mean_change is not None
    assert answer.mean_change > 4
    assert answer.expected_change == pytest.approx(answer.mean_change, abs=0.3)
    assert answer.expected_by_model == pytest.approx(answer.expected_change, abs=0.1)
    assert answer.remaining_low is not None
    assert answer.remaining_high is not None
    assert answer.remaining_low < 0 < answer.remaining_high


def test_both_formulas() -> None:
    """(1 - r) (mean of all - mean before); the model by scipy's truncated normal."""
    answer = regression_to_mean(
        [40, 44, 48],
        [50, 49, 60],
        selected_below=50,
        everyone_mean=58,
        everyone_sd=12,
        retest_correlation=0.6,
    )
    assert answer.expected_change == pytest.approx(0.4 * (58 - 44), rel=1e-12)
    below = stats.truncnorm(-np.inf, (50 - 58) / 12, loc=58, scale=12).mean()
    assert answer.expected_by_model == pytest.approx(0.4 * (58 - below), rel=1e-9)
    change = paired_change([40, 44, 48], [50, 49, 60])
    assert change.mean_change is not None
    assert answer.remaining_change == pytest.approx(change.mean_change - 5.6, rel=1e-12)
    assert codes(answer) == ["no-comparison-group", "small-n", "regression-assumes"]


def test_far_below_the_mean_people_stand_at_the_limit() -> None:
    """The model loses no digits where the share below the limit vanishes."""
    near = regression_to_mean(
        [], [], selected_below=0, everyone_mean=99_999, everyone_sd=1, retest_correlation=0.5
    )
    far = regression_to_mean(
        [], [], selected_below=0, everyone_mean=100_001, everyone_sd=1, retest_correlation=0.5
    )
    assert near.expected_by_model == pytest.approx(99_999 / 2, rel=1e-6)
    assert far.expected_by_model == 100_001 / 2


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ([], [], "no-pairs"),
        ([1], [4], "interval-one-pair"),
        ([1, 2], [4, 4.5], "remaining-no-spread"),
    ],
)
def test_thin_data(before: list[float], after: list[float], code: str) -> None:
    """No interval, with the reason."""
    answer = regression_to_mean(
        before, after, selected_below=5, everyone_mean=6, retest_correlation=0.5
    )
    assert answer.remaining_low is None
    assert code in codes(answer)
    assert unexplained(answer, NOT_ASKED) == set()


def test_people_above_the_limit_are_refused_together() -> None:
    """They were not picked by it; `paired_change` refuses them as well, and warns of the rest."""
    with pytest.raises(InvalidValueError, match="at most selected_below=5") as caught:
        regression_to_mean(
            {"a": 6, "b": 4, "c": 7},
            {"a": 6, "b": 4, "c": 7},
            selected_below=5,
            everyone_mean=6,
            retest_correlation=0.5,
        )
    assert [fault.path for fault in caught.value.faults] == ["before['a']", "before['c']"]
    with pytest.raises(InvalidValueError, match="at most selected_below=5"):
        paired_change([6, 4], [7, 7], selected_below=5)
    change = paired_change([5, 4], [7, 7], selected_below=5)
    caveat = next(c for c in change.caveats if c.code == "selected-by-low-score")
    assert dict(caveat.data) == {"limit": 5}
    assert change.selected_below == 5


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        ("retest_correlation", 1.1),
        ("retest_correlation", -0.1),
        ("everyone_sd", 0),
        ("everyone_mean", "x"),
        ("confidence", 2),
    ],
)
def test_arguments_out_of_range(argument: str, value: Any) -> None:
    """The error names the argument."""
    arguments: dict[str, Any] = {
        "selected_below": 5,
        "everyone_mean": 6,
        "retest_correlation": 0.5,
        argument: value,
    }
    with pytest.raises(InvalidValueError) as caught:
        regression_to_mean([1, 2], [2, 3], **arguments)
    assert caught.value.path == argument


def test_the_interval_is_that_of_what_remains() -> None:
    """Student's interval of after - r before, less (1 - r) M; scipy's t as second route."""
    before, after, r = [48, 45, 50, 42, 47, 50], [55, 49, 58, 50, 52, 60], 0.7
    found = regression_to_mean(
        before, after, selected_below=50, everyone_mean=60, retest_correlation=r
    )
    rest = np.array(after) - r * np.array(before) - (1 - r) * 60
    ends = stats.ttest_1samp(rest, 0).confidence_interval()
    assert (found.remaining_low, found.remaining_high) == pytest.approx((ends.low, ends.high))
    assert found.remaining_change == pytest.approx(rest.mean())


def test_what_lies_on_the_line_has_no_interval() -> None:
    """All remain with the same: no spread, however much their changes differ."""
    before = [40, 44, 46, 48, 50, 42]
    after = [30 + 0.5 * x for x in before]
    found = regression_to_mean(
        before, after, selected_below=50, everyone_mean=60, retest_correlation=0.5
    )
    assert found.remaining_change == pytest.approx(0, abs=1e-12)
    assert (found.remaining_low, found.remaining_high) == (None, None)
    assert "remaining-no-spread" in codes(found)
