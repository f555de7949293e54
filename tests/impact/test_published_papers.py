"""Published before-and-after papers, recomputed: what each of them printed, and what is right.

The cases are V1 to V9 of the project's domain reference, section 2.4, where the addresses stand.
"""

import math

import pytest
from scipy import stats

from abcd.impact import (
    effect_band,
    increase,
    normalized_gain,
    paired_change,
    robust_change,
    waves,
)

from .published import pairs


def test_v1_nothing_wrong_but_the_means_alone() -> None:
    """V1, school work plans with ABCD: 43.33 to 74.17, no n and no spread in print."""
    rise, gain = increase(43.33, 74.17), normalized_gain(43.33, 74.17, maximum=100)
    assert rise.points == 30.84
    assert rise.relative == pytest.approx(0.7117, abs=5e-5)
    assert (round(gain.class_gain or 0, 4), gain.band) == (0.5442, "medium")
    # "t-test p < 0.005" can not be checked from two means: the answer says what is missing.
    assert "means-only" in [caveat.code for caveat in gain.caveats]


def test_v2_printed_the_share_of_post_as_an_increase() -> None:
    """V2, small businesses: 64.54 to 93.64 is +45.09 %, not the printed 31.07 %."""
    rise, gain = increase(64.54, 93.64), normalized_gain(64.54, 93.64, maximum=100)
    printed = 0.3107
    assert rise.points == 29.1
    assert rise.relative == pytest.approx(0.4509, abs=5e-5)
    assert rise.share_of_post is not None
    assert math.floor(10_000 * rise.share_of_post) / 10_000 == printed
    assert abs((rise.relative or 0) - printed) > 0.1
    assert "increase-ambiguous" in [caveat.code for caveat in rise.caveats]
    assert (round(gain.class_gain or 0, 4), gain.band) == (0.8206, "high")


def test_v3_the_relative_increase_is_right() -> None:
    """V3, oyster mushrooms, n = 20: 52.10 to 67.75 is "about 30 %", which is the relative rise."""
    rise, gain = increase(52.10, 67.75), normalized_gain(52.10, 67.75, maximum=100)
    assert rise.points == 15.65
    assert rise.relative == pytest.approx(0.3004, abs=5e-5)
    assert (round(gain.class_gain or 0, 4), gain.band) == (0.3267, "medium")


def test_v4_counted_one_unchanged_person_as_a_rise() -> None:
    """V4, waste knowledge: "9 rose, 4 unchanged" in print; of its own pairs 8 rose, 5 stayed."""
    before, after = pairs("waste-knowledge")
    change = paired_change(before, after, maximum=100)
    assert (change.increased, change.unchanged, change.decreased) == (8, 5, 0)
    assert (change.increased, change.unchanged) != (9, 4)
    # Row "Z", 96 and 96, was called a rise.
    stayed = [old for old, new in zip(before, after, strict=True) if old == new]
    assert sorted(stayed) == [65, 96, 96, 96, 96]
    assert change.wilcoxon_p == change.sign_flip_p == robust_change(before, after).sign_p
    assert change.sign_p == 0.0078125
    gain = change.gain
    assert gain is not None
    assert round(gain.class_gain or 0, 4) == 0.4172
    assert round(gain.mean_individual_gain or 0, 4) == 0.4051


def test_v6_printed_a_p_that_is_17_times_too_large() -> None:
    """V6, cadres, n = 30, all rose: z = -4.782 gives p = 1.7e-6, not the printed 0.00003."""
    # Any thirty different rises have the printed ranks: mean 15.5, sum 465.
    change = paired_change([0] * 30, list(range(1, 31)), wilcoxon_method="asymptotic")
    assert (change.w_plus, change.w_minus) == (465, 0)
    assert change.wilcoxon_p == pytest.approx(1.734e-6, rel=5e-4)
    assert change.wilcoxon_p == pytest.approx(2 * stats.norm.sf(4.782), rel=2e-3)
    printed = 0.00003
    assert printed / (change.wilcoxon_p or 1) == pytest.approx(17.3, abs=0.05)
    # Counted instead of approximated: two of 2^30 sign changes.
    exact = paired_change([0] * 30, list(range(1, 31)))
    assert exact.wilcoxon_p == exact.sign_flip_p == exact.sign_p == 2 / 2**30


def test_v7_swapped_the_labels_in_its_prose() -> None:
    """V7, cadres' attitude, n = 33: 17 rose and 6 fell by its table; its text has them turned."""
    # Sizes are not printed: one point up, or down, or none, as the table counts them.
    change = paired_change([5] * 33, [6] * 17 + [5] * 10 + [4] * 6)
    assert (change.increased, change.unchanged, change.decreased) == (17, 10, 6)
    shares = [100 * count / change.n for count in (6, 10, 17)]
    assert shares == pytest.approx([18.2, 30.3, 51.5], abs=0.05)
    # The printed z and p belong together, and to more rises than falls only.
    assert 2 * stats.norm.cdf(-2.077) == pytest.approx(0.0378, abs=5e-5)
    assert (change.rank_biserial or 0) > 0
    assert (change.mean_change or 0) > 0
    # The sign test, which needs no sizes, agrees: 2 P(X <= 6), X binomial with 23 and 1/2.
    assert change.sign_p == pytest.approx(2 * stats.binom.cdf(6, 23, 0.5), rel=1e-12)
    assert round(change.sign_p or 1, 4) == 0.0347


def test_v8_used_the_test_for_different_people() -> None:
    """V8, 16 businesses in three waves: Kruskal-Wallis takes them for 48 people; Friedman does not.

    The scores are not printed. Invented ones with a steady rise inside people that differ widely
    show what the wrong test loses.
    """
    start = [10 + 3 * person for person in range(16)]
    scores = [start, [score + 2 for score in start], [score + 3 for score in start]]
    assert stats.kruskal(*scores).pvalue > 0.5
    result = waves(scores, rng=1)
    assert result.friedman_p is not None
    assert result.friedman_p < 1e-6
    assert result.kendall_w == 1


def test_v9_called_medium_effects_large() -> None:
    """V9, digital marketing: of 0.700, 0.808, 0.722 and 0.722, all "large", only 0.808 is."""
    bands = [effect_band(effect).band for effect in (0.700, 0.808, 0.722, 0.722)]
    assert bands == ["medium", "large", "medium", "medium"]


def test_v11_two_tests_disagree() -> None:
    """V11, ten pairs of an ICT training: t says .049, Wilcoxon .064, and the answer says so."""
    change = paired_change(*pairs("ict-training"))
    assert change.t == pytest.approx(2.2720, abs=5e-5)
    assert change.t_p == pytest.approx(0.04920, abs=5e-6)
    assert change.w_minus == 9
    assert change.wilcoxon_p == pytest.approx(0.06445, abs=5e-6)
    assert "tests-disagree" in [caveat.code for caveat in change.caveats]
    # d_z calls it medium, nearly large; d_av of the same scores is small.
    assert effect_band(change.d_z or 0).band == "medium"
    assert effect_band(change.d_av or 0).band == "small"
