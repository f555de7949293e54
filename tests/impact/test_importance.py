"""Important change and equivalence against statsmodels, and each verdict."""

from typing import Any

import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.impact import ImportantChange, important_change, paired_change

from .published import pairs, unexplained


def codes(result: ImportantChange) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


@pytest.mark.parametrize("name", ["sleep", "ict-training", "waste-knowledge"])
@pytest.mark.parametrize("important", [0.5, 1, 3])
def test_equivalence_agrees_with_statsmodels(name: str, important: float) -> None:
    """statsmodels 0.15, ttost_paired with margins of `important` either way; tolerance 1e-9."""
    weightstats = pytest.importorskip(
        "statsmodels.stats.weightstats", reason="statsmodels, the second opinion, is not installed"
    )
    before, after = (np.array(wave) for wave in pairs(name))
    p = weightstats.ttost_paired(after, before, -important, important)[0]
    change = important_change(before, after, important=important)
    assert change.equivalence_p == pytest.approx(p, rel=1e-9)
    inner = paired_change(before, after, confidence=0.9)
    assert change.equivalence_low == pytest.approx(inner.interval_low, rel=1e-12)
    assert change.equivalence_high == pytest.approx(inner.interval_high, rel=1e-12)
    # The two ways to say it agree (Schuirmann 1987).
    assert change.equivalence_low is not None
    assert change.equivalence_high is not None
    inside = -important < change.equivalence_low and change.equivalence_high < important
    assert inside == (p <= 0.05)


@pytest.mark.parametrize(
    ("after", "verdict", "mirrored"),
    [
        ([5, 6, 5, 6, 7, 5], "important improvement", "important decline"),
        ([3, 4, 2, 1, 3, 2], "improvement, importance unclear", "decline, importance unclear"),
        ([1, 0, 0, 1, 1, 0], "no important change", "no important change"),
        ([5, -4, 0, 3, -2, 1], "unclear", "unclear"),
    ],
)
def test_verdicts(after: list[float], verdict: str, mirrored: str) -> None:
    """Each verdict; where lower is better, falls are what rises were, and counts change sides."""
    before = [0] * 6
    change = important_change(before, after, important=2)
    assert change.verdict == verdict
    turned = important_change(before, [-value for value in after], important=2, better="lower")
    assert (turned.verdict, turned.improved, turned.worsened) == (
        verdict,
        change.improved,
        change.worsened,
    )
    opposite = important_change(before, after, important=2, better="lower")
    assert opposite.verdict == mirrored
    assert ("importance-unclear" in codes(change)) == (verdict == "unclear")


def test_significant_and_not_important() -> None:
    """A small rise of nearly everybody differs from 0 and is as good as none."""
    change = important_change([0] * 8, [1, 1, 0, 1, 1, 0, 1, 1], important=2)
    assert change.interval_low is not None
    assert change.interval_low > 0
    assert change.verdict == "no important change"


def test_single_changes_in_steps() -> None:
    """15.2 - 14.6 is a change of 0.6: float noise keeps nobody out."""
    change = important_change([14.6, 10, 10], [15.2, 10.5, 9.4], important=0.6)
    assert (change.improved, change.worsened, change.within) == (1, 1, 1)
    assert change.improved_share == 1 / 3
    assert "importance-single-changes" in codes(change)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ([], [], "no-pairs"),
        ([1], [4], "interval-one-pair"),
        ([1, 2], [4, 5], "interval-no-spread"),
    ],
)
def test_thin_data(before: list[float], after: list[float], code: str) -> None:
    """No verdict, with the reason; the counts hold."""
    change = important_change(before, after, important=2)
    assert change.verdict is None
    assert change.improved == len(before)
    assert code in codes(change)
    assert unexplained(change) == set()


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        ("important", 0),
        ("important", -1),
        ("important", "2"),
        ("better", "up"),
        ("confidence", 0.5),
    ],
)
def test_arguments_out_of_range(argument: str, value: Any) -> None:
    """The error names the argument."""
    arguments: dict[str, Any] = {"important": 2, argument: value}
    with pytest.raises(InvalidValueError) as caught:
        important_change([1, 2, 3], [2, 3, 5], **arguments)
    assert caught.value.path == argument


@pytest.mark.parametrize("n", [10, 30])
def test_size_of_the_equivalence_test(n: int) -> None:
    """600 groups whose true change is just the margin: no more than 5 % plus 3 errors pass."""
    generator = np.random.default_rng(n)
    passed = sum(
        important_change(
            [0] * n, np.rint(generator.normal(20, 8, n)).tolist(), important=20
        ).verdict
        == "no important change"
        for _ in range(600)
    )
    # standard error of 600 draws at .05: 0.0089
    assert passed / 600 <= 0.05 + 3 * 0.0089
