"""Paired change against published values, other programs, and the definitions."""

import json
import math
import statistics
import typing
import warnings
from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import combinations_with_replacement
from pathlib import Path
from random import Random
from typing import Any

import attrs
import numpy as np
import pandas as pd
import pytest
from scipy import stats

from abcd.errors import InvalidValueError
from abcd.impact import NormalizedGain, PairedChange, normalized_gain, paired_change
from abcd.impact._paired_caveats import NEED_DISTANCES

from .published import pairs, sign_change_share, unexplained

# domain reference 4.1, "Full values": computed with Python 3.11, numpy 2.4.6, scipy 1.17.1 from
# the printed pairs; as many digits as stand there.
WASTE: Mapping[str, float] = {
    "n": 13,
    "mean_before": 88.384615,
    "sd_before": 8.401770,
    "mean_after": 93.230769,
    "sd_after": 9.093531,
    "correlation": 0.848416,
    "mean_change": 4.846154,
    "sd_change": 4.862204,
    "interval_low": 1.90795,
    "interval_high": 7.78435,
    "t": 3.593649,
    "t_p": 0.0036887,
    "degrees_of_freedom": 12,
    "d_z": 0.996699,
    "g_z": 0.932852,
    "d_av": 0.553562,
    "d_av_lakens": 0.553995,
    "d_rm": 0.548789,
    "glass_delta": 0.576802,
    "w_plus": 36,
    "w_minus": 0,
    "wilcoxon_p": 0.0078125,
    "sign_flip_p": 0.0078125,  # all 8 changes are rises: 2 of 2^8
    "rank_biserial": 1.0,
    "hodges_lehmann": 4.0,
    "hodges_lehmann_nonzero": 7.5,
    "increased": 8,
    "unchanged": 5,
    "decreased": 0,
    "shapiro_w": 0.874647,
    "shapiro_p": 0.060379,
    "resolution": 1,
}
ICT: Mapping[str, float] = {
    "n": 10,
    "mean_before": 12.79,
    "sd_before": 1.981834,
    "mean_after": 13.33,
    "sd_after": 2.140639,
    "correlation": 0.936396,
    "mean_change": 0.54,
    "sd_change": 0.751591,
    "interval_low": 0.00234,
    "interval_high": 1.07766,
    "t": 2.272020,
    "t_p": 0.0492003,
    "degrees_of_freedom": 9,
    "d_z": 0.718476,
    "g_z": 0.656597,
    "d_av": 0.261785,
    "d_av_lakens": 0.261979,
    "d_rm": 0.256254,
    "glass_delta": 0.272475,
    "w_plus": 46,
    "w_minus": 9,
    "wilcoxon_p": 0.06445,
    "rank_biserial": 0.672727,
    "hodges_lehmann": 0.6,
    "hodges_lehmann_nonzero": 0.6,
    "increased": 8,
    "unchanged": 0,
    "decreased": 2,
    "shapiro_w": 0.957158,
    "shapiro_p": 0.753048,
    "resolution": 0.1,
}
# R 4.2.2, t.test(before, after, paired = TRUE) and wilcox.test: group 1 minus group 2 there, so
# the signs are turned here.
SLEEP: Mapping[str, float] = {
    "n": 10,
    "mean_change": 1.58,
    "sd_change": 1.229995,
    "t": 4.06212768,
    "degrees_of_freedom": 9,
    "t_p": 0.0028328902,
    "interval_low": 0.700114237,
    "interval_high": 2.45988576,
    "d_z": 1.28455756,
    "w_plus": 45,  # R: V = 0 for the other direction; 9 differences are not 0, 9 * 10 / 2 = 45
    "w_minus": 0,
    "wilcoxon_p": 0.00390625,  # over sign changes, noted in impact-sleep/README.md
    "sign_flip_p": 0.00390625,  # all 9 rises: 2 of 2^9
}
DEPRESSION: Mapping[str, float] = {
    "n": 9,
    "mean_change": -0.431888889,
    "t": -3.03537542,
    "degrees_of_freedom": 8,
    "t_p": 0.0161766274,
    "interval_low": -0.759999066,
    "interval_high": -0.103778712,
    "w_minus": 40,  # R: V = 40 for before - after; Hollander and Wolfe (1973)
    "w_plus": 5,
    "wilcoxon_p": 0.0390625,
}
PUBLISHED = [
    pytest.param("waste-knowledge", WASTE, id="V4"),
    pytest.param("ict-training", ICT, id="V11"),
    pytest.param("sleep", SLEEP, id="sleep"),
    pytest.param("depression", DEPRESSION, id="hollander-wolfe"),
]


def digits(value: float) -> float:
    """Return half a unit of the last decimal that a printed value has."""
    text = repr(float(value))
    return 0.5000001 * 10.0 ** -len(text.partition(".")[2])


@pytest.mark.parametrize(("name", "expected"), PUBLISHED)
def test_published_values(name: str, expected: Mapping[str, float]) -> None:
    """Every published value comes out, to the last digit that is printed."""
    change = paired_change(*pairs(name))
    for field, value in expected.items():
        assert getattr(change, field) == pytest.approx(value, abs=digits(value), rel=0), field


@pytest.mark.parametrize("name", ["waste-knowledge", "ict-training", "sleep", "depression"])
def test_every_number_follows_from_its_definition(name: str) -> None:
    """A second route: exact differences, Python's statistics module, sums over all pairs."""
    before, after = ([Fraction(str(score)) for score in wave] for wave in pairs(name))
    d = [new - old for old, new in zip(before, after, strict=True)]
    n, change = len(d), paired_change(*pairs(name))
    mean, sd = statistics.fmean(d), math.sqrt(statistics.variance(d))
    sd1, sd2 = (math.sqrt(statistics.variance(wave)) for wave in (before, after))
    r = statistics.correlation(before, after)
    half = float(stats.t.ppf(0.975, n - 1)) * sd / math.sqrt(n)
    factor = math.gamma((n - 1) / 2) / (math.sqrt((n - 1) / 2) * math.gamma((n - 2) / 2))
    walsh = [(x + y) / 2 for x, y in combinations_with_replacement(d, 2)]
    expected = {
        "mean_change": mean,
        "sd_change": sd,
        "t": mean / (sd / math.sqrt(n)),
        "interval_low": mean - half,
        "interval_high": mean + half,
        "d_z": mean / sd,
        "g_z": factor * mean / sd,
        "d_av": mean / math.sqrt((sd1**2 + sd2**2) / 2),
        "d_av_lakens": mean / ((sd1 + sd2) / 2),
        "d_rm": mean / sd * math.sqrt(2 * (1 - r)),
        "glass_delta": mean / sd1,
        "correlation": r,
        "hodges_lehmann": float(statistics.median(walsh)),
        "sign_flip_p": float(sign_change_share(d)),
    }
    for field, value in expected.items():
        assert getattr(change, field) == pytest.approx(value, rel=1e-11), field


def test_student_t_agrees_with_scipy() -> None:
    """t, p and interval are those of scipy.stats.ttest_rel (scipy 1.17)."""
    before, after = pairs("sleep")
    other = stats.ttest_rel(after, before)
    change = paired_change(before, after, confidence=0.9)
    assert change.t == pytest.approx(float(other.statistic), rel=1e-12)
    assert change.t_p == pytest.approx(float(other.pvalue), rel=1e-12)
    low, high = other.confidence_interval(0.9)
    assert (change.interval_low, change.interval_high) == pytest.approx((low, high), rel=1e-12)
    assert paired_change(before, after).interval(0.9) == pytest.approx((low, high), rel=1e-12)


def test_reference_files(reference_data: Path) -> None:
    """The values of the data sets on sleep and depression, each within its tolerance."""
    for folder, name, sign in (
        ("impact-sleep", "sleep", -1),
        ("impact-wilcoxon-depression", "depression", -1),
    ):
        text = (reference_data / folder / "expected.json").read_text("utf-8")
        values = {item["id"]: item["value"] for item in json.loads(text)["expected"]}
        before, after = pairs(name)
        change = paired_change(before, after)
        start = "r.paired." if folder == "impact-sleep" else "r.paired_t."
        assert change.t == pytest.approx(sign * values[f"{start}t"], rel=1e-8)
        assert change.t_p == pytest.approx(values[f"{start}p"], rel=1e-8)
        assert change.mean_change == pytest.approx(sign * values[f"{start}mean"], rel=1e-8)
        bounds = (change.interval_high, change.interval_low)
        assert bounds == pytest.approx([sign * value for value in values[f"{start}ci95"]], rel=1e-8)
    assert change.wilcoxon_p == values["r.two_sided_p"]
    assert change.w_minus == values["wilcoxon"]["V"]


# --- Wilcoxon ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zero_method", "wilcoxon_method", "p"),
    [
        # domain reference 4.1, V4: scipy.stats.wilcoxon 1.17.1 with the same arguments; the exact
        # ones by permutation of signs.
        ("wilcox", "exact", 0.0078125),
        ("pratt", "exact", 0.0078125),
        ("zsplit", "exact", 0.0078125),
        ("wilcox", "asymptotic", 0.01121),
        ("wilcox", "asymptotic-continuity", 0.01368),
        ("pratt", "asymptotic", 0.00589),
        ("zsplit", "asymptotic", 0.00745),
    ],
)
def test_three_correct_answers(zero_method: Any, wilcoxon_method: Any, p: float) -> None:
    """The p of V4 depends on rule and method, and the result names both."""
    change = paired_change(
        *pairs("waste-knowledge"), zero_method=zero_method, wilcoxon_method=wilcoxon_method
    )
    assert change.wilcoxon_p == pytest.approx(p, abs=5e-6)
    assert (change.zero_method, change.wilcoxon_method) == (zero_method, wilcoxon_method)


@pytest.mark.parametrize("zero_method", ["wilcox", "pratt", "zsplit"])
@pytest.mark.parametrize("correction", [False, True])
@pytest.mark.parametrize("seed", range(20))
def test_asymptotic_p_agrees_with_scipy(zero_method: Any, correction: bool, seed: int) -> None:
    """Ties, zeros and continuity are corrected as in scipy.stats.wilcoxon (scipy 1.17)."""
    random = Random(seed)
    d = [random.randint(-4, 6) for _ in range(random.randint(4, 30))] + [1]
    curve: Any = "asymptotic"
    other = stats.wilcoxon(d, zero_method=zero_method, correction=correction, method=curve)
    method: Any = "asymptotic-continuity" if correction else "asymptotic"
    change = paired_change([0] * len(d), d, zero_method=zero_method, wilcoxon_method=method)
    assert change.wilcoxon_p == pytest.approx(float(other.pvalue), rel=1e-10)
    assert change.w_plus is not None
    assert change.w_minus is not None
    assert min(change.w_plus, change.w_minus) == pytest.approx(float(other.statistic))


def test_continuity_never_turns_the_sign() -> None:
    """Where W+ equals W-, the corrected p is 1, not more than the uncorrected one."""
    change = paired_change([0, 0], [1, -1], wilcoxon_method="asymptotic-continuity")
    assert change.wilcoxon_p == 1


def test_r_uses_the_normal_curve_for_sleep() -> None:
    """R 4.2.2 wilcox.test(paired = TRUE): p = 0.00909069802, because of a zero and ties."""
    change = paired_change(*pairs("sleep"), wilcoxon_method="asymptotic-continuity")
    assert change.wilcoxon_p == pytest.approx(0.00909069802, rel=1e-8)


def test_rank_biserial_of_jasp() -> None:
    """W = 20.5 and r = -0.379 (pingouin test_nonparametric.py, JASP), zeros dropped."""
    x, y = pairs("rank-check")
    change = paired_change(y, x)
    assert change.w_plus == 20.5
    assert change.rank_biserial == pytest.approx(-0.379, abs=5e-4)


def test_scipys_exact_table_is_no_trap_here() -> None:
    """scipy's "exact" ignores ties and zeros (0.0327 and 0.0061); ours counts the ranks at hand."""
    before, after = pairs("waste-knowledge")
    d = np.array(after) - np.array(before)
    for zero_method, wrong in (("pratt", 0.0327), ("zsplit", 0.0061)):
        rule: Any = zero_method
        table = stats.wilcoxon(d, zero_method=rule, method="exact")
        assert float(table.pvalue) == pytest.approx(wrong, abs=5e-5)
        change = paired_change(before, after, zero_method=rule)
        ranks = stats.rankdata(np.abs(d))[d != 0] * np.sign(d[d != 0])
        share = sign_change_share([Fraction(rank) for rank in ranks])
        assert change.wilcoxon_p == float(share) == 0.0078125


@pytest.mark.parametrize("zero_method", ["wilcox", "pratt", "zsplit"])
@pytest.mark.parametrize("seed", range(20))
def test_exact_wilcoxon_counts_sign_changes(zero_method: Any, seed: int) -> None:
    """Ties and zeros at hand: the exact p is the share of sign changes, by brute force."""
    random = Random(seed)
    d = np.array([random.randint(-3, 4) for _ in range(9)] + [2])
    ranked = d[d != 0] if zero_method == "wilcox" else d
    ranks = (stats.rankdata(np.abs(ranked)) * np.sign(ranked))[ranked != 0]
    share = sign_change_share([Fraction(rank) for rank in ranks])
    change = paired_change(np.zeros(len(d)), d, zero_method=zero_method)
    assert change.wilcoxon_p == pytest.approx(float(share), rel=1e-14)


# --- all sign changes ----------------------------------------------------------------------------


def test_sign_flip_p_equals_exact_fractions() -> None:
    """200 random sets of one-decimal scores, 5 to 9 people: equal to the share, not nearly."""
    random = Random(2024)
    for _ in range(200):
        n = random.randint(5, 9)
        before = [random.randint(0, 100) / 10 for _ in range(n)]
        after = [random.randint(0, 100) / 10 for _ in range(n)]
        exact = [Fraction(str(b)) - Fraction(str(a)) for a, b in zip(before, after, strict=True)]
        change = paired_change(before, after)
        assert change.sign_flip_p == sign_change_share(exact), (before, after)
        assert change.sign_flip_method == "exact"


def test_float_noise_breaks_no_tie() -> None:
    """15.2 - 14.6 is 0.6 (V11): ranks and counts are those of decimals."""
    change = paired_change([14.6, 10.0, 1.0], [15.2, 10.6, 1.3])
    assert 15.2 - 14.6 != 0.6
    assert (change.w_plus, change.rank_biserial) == (6, 1)
    tied = paired_change([14.6, 10.0, 1.0], [15.2, 9.4, 1.0])
    assert tied.mean_change == 0
    assert (tied.w_plus, tied.w_minus, tied.t, tied.sign_flip_p) == (1.5, 1.5, 0, 1)


def test_everybody_gained_the_same() -> None:
    """rep-imp-02: no infinite effect, no p of 0, and nothing below 2 / 2^5."""
    change = paired_change([2, 3, 4, 3, 5], [4, 5, 6, 5, 7])
    assert (change.n, change.mean_change, change.sd_change) == (5, 2.0, 0.0)
    assert (change.d_z, change.t, change.t_p, change.g_z, change.d_rm) == (None,) * 5
    assert (change.interval_low, change.interval_high, change.interval(0.9)) == (None,) * 3
    assert change.sign_flip_p == 0.0625
    assert change.glass_delta == pytest.approx(1.7541160386, abs=1e-9)
    smallest = next(caveat for caveat in change.caveats if caveat.code == "smallest-p")
    assert dict(smallest.data) == {"changed": 5, "smallest": 0.0625, "alpha": 0.05}
    assert "no-spread" in codes(change)
    assert unexplained(change) == set()


def test_equal_changes_in_decimals_have_no_spread() -> None:
    """0.1 -> 0.3, 0.2 -> 0.4, 0.3 -> 0.5: in floats their sd is 3e-17 and t is 1e16."""
    change = paired_change([0.1, 0.2, 0.3], [0.3, 0.4, 0.5])
    assert (change.mean_change, change.sd_change, change.t) == (0.2, 0.0, None)


def codes(result: PairedChange) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param([], [], ["no-pairs"], id="nobody"),
        pytest.param([3], [5], ["small-n", "one-pair", "smallest-p"], id="one"),
        pytest.param(
            [3], [3], ["small-n", "all-unchanged", "one-pair", "smallest-p"], id="one-same"
        ),
        pytest.param(
            [3, 4],
            [5, 7],
            [
                "small-n",
                "small-sample-factor",
                "shapiro-needs-three",
                "perfect-correlation",
                "smallest-p",
            ],
            id="two",
        ),
        pytest.param(
            [3, 3, 3],
            [3, 3, 3],
            [
                "small-n",
                "all-unchanged",
                "no-spread",
                "constant-before",
                "constant-after",
                "smallest-p",
            ],
            id="all-equal",
        ),
        pytest.param(
            [3] * 8,
            [4, 5, 6, 7, 8, 9, 4, 5],
            ["small-n", "constant-before"],
            id="constant-before",
        ),
        pytest.param(
            [4, 5, 6, 7, 8, 9, 4, 5],
            [3] * 8,
            ["small-n", "constant-after"],
            id="constant-after",
        ),
        pytest.param(
            [1, 2, 3, 4, 5, 6], [2, 4, 6, 8, 10, 12], ["small-n", "perfect-correlation"], id="line"
        ),
    ],
)
def test_thin_data_give_results_with_caveats(
    before: list[float], after: list[float], expected: list[str]
) -> None:
    """No crash, no infinity, no nan: what is not estimable is None and a caveat names it."""
    change = paired_change(before, after)
    assert codes(change) == ["no-comparison-group", *expected]
    assert unexplained(change) == set()
    assert all(
        not isinstance(cell, float) or math.isfinite(cell)
        for column in change.columns().values()
        for cell in column
    )


def test_one_pair_says_what_it_can() -> None:
    """One pair has a change and a direction, and p = 1."""
    change = paired_change([3], [5])
    assert (change.mean_change, change.hodges_lehmann, change.rank_biserial) == (2, 2, 1)
    assert (change.sign_flip_p, change.wilcoxon_p, change.sd_change) == (1, 1, None)
    assert change.degrees_of_freedom is None


def test_two_pairs_have_no_g() -> None:
    """At one degree of freedom the exact J is 0; t and d_z are there."""
    change = paired_change([3, 4], [5, 7])
    assert change.t == pytest.approx(5)  # 2.5 / (0.7071 / sqrt(2))
    assert (change.g_z, change.degrees_of_freedom) == (None, 1)
    assert change.d_z == pytest.approx(2.5 / math.sqrt(0.5))


def test_constant_before_keeps_what_needs_no_spread() -> None:
    """Without a spread before there is no r and no Glass delta; d_av stands on the other wave."""
    change = paired_change([3] * 4, [4, 5, 6, 7])
    assert (change.correlation, change.glass_delta, change.d_rm, change.sd_before) == (
        *(None,) * 3,
        0,
    )
    assert change.d_av == pytest.approx(2.5 / math.sqrt((5 / 3) / 2))


# --- caveats -------------------------------------------------------------------------------------


def test_tests_that_disagree() -> None:
    """V11: t is below .05, Wilcoxon is not; at .10 all agree."""
    change = paired_change(*pairs("ict-training"))
    caveat = next(caveat for caveat in change.caveats if caveat.code == "tests-disagree")
    assert caveat.data["alpha"] == 0.05
    assert caveat.data["wilcoxon_p"] == change.wilcoxon_p
    assert (caveat.data["t_p"], caveat.data["sign_flip_p"]) == (change.t_p, change.sign_flip_p)
    assert "tests-disagree" not in codes(paired_change(*pairs("ict-training"), confidence=0.9))


@pytest.mark.parametrize(("n", "said"), [(19, True), (20, False)])
def test_small_n(n: int, said: bool) -> None:
    """Below twenty pairs each person holds more than a twentieth of the mean."""
    change = paired_change(range(n), [x + 1 + x % 3 for x in range(n)])
    assert ("small-n" in codes(change)) is said


@pytest.mark.parametrize(("rises", "said"), [(5, True), (6, False)])
def test_smallest_p(rises: int, said: bool) -> None:
    """n < 6 differences that are not 0 can not reach .05 (domain reference 4.1)."""
    change = paired_change([0] * 9, [1 + x for x in range(rises)] + [0] * (9 - rises))
    assert ("smallest-p" in codes(change)) is said


def test_unchanged_people() -> None:
    """Five of thirteen did not change in V4 (the paper says four); the rule for them is named."""
    change = paired_change(*pairs("waste-knowledge"), zero_method="pratt")
    caveat = next(caveat for caveat in change.caveats if caveat.code == "unchanged-people")
    assert dict(caveat.data) == {"unchanged": 5, "n": 13, "zero_method": "pratt"}
    assert "unchanged-people" not in codes(paired_change(*pairs("ict-training")))


def test_retrospective_design() -> None:
    """A then-test carries its caveat and its name."""
    change = paired_change([1, 2], [2, 4], design="retrospective")
    assert change.design == "retrospective"
    assert {"retrospective-before", "retrospective-no-pretest"} <= set(codes(change))


def test_ordinal_scores() -> None:
    """Only what needs no distances is given, and the rest has its reason."""
    change = paired_change(*pairs("waste-knowledge"), scale="ordinal", maximum=100, minimum=65)
    assert change.scale == "ordinal"
    assert (change.increased, change.unchanged, change.decreased) == (8, 5, 0)
    assert change.sign_p == 0.0078125  # 2 of 2^8
    assert (change.mean_change, change.sign_flip_p, change.wilcoxon_p, change.gain) == (None,) * 4
    assert codes(change)[-2:] == ["ceiling", "ordinal-no-mean"]
    assert unexplained(change) == set()
    few = paired_change([1, 2], [2, 2], scale="ordinal")
    assert codes(few)[-1] == "smallest-p"
    assert "no-pairs" in codes(paired_change([], [], scale="ordinal", maximum=5))


def test_what_needs_distances_may_be_none() -> None:
    """Every name that ordinal scores empty is a field that may be None."""
    fields = {field.name: field.type for field in attrs.fields(PairedChange)}
    assert set(NEED_DISTANCES) <= set(fields)
    assert all(type(None) in typing.get_args(fields[name]) for name in NEED_DISTANCES)


def test_shares_at_the_ends_of_the_scale() -> None:
    """Floor and ceiling as shares; beyond 15 % (Terwee and others 2007) a caveat says so."""
    change = paired_change([0, 0, 5, 6, 7], [0, 3, 10, 7, 8], maximum=10)
    shares = (change.floor_before, change.floor_after, change.ceiling_before, change.ceiling_after)
    assert shares == (0.4, 0.2, 0.0, 0.2)
    caveat = next(caveat for caveat in change.caveats if caveat.code == "floor")
    assert dict(caveat.data) == {"before": 40.0, "after": 20.0}
    assert "floor" not in codes(paired_change([1, 2], [2, 3], maximum=10))
    assert paired_change([1], [2]).floor_before is None
    only_low = paired_change([1, 2], [2, 3], minimum=1)
    assert (only_low.floor_before, only_low.ceiling_before) == (0.5, None)
    nobody = paired_change([], [], minimum=1, maximum=5)
    named = {name for caveat in nobody.caveats for name in caveat.data.get("fields", ())}
    assert {"floor_before", "ceiling_after"} <= named


def test_whole_population() -> None:
    """Where everybody was measured, it says so; one person fewer, and it does not."""
    assert "whole-population" in codes(paired_change([1, 2], [2, 4], population=2))
    assert "whole-population" not in codes(paired_change([1, 2], [2, 4], population=3))
    with pytest.raises(
        InvalidValueError, match="population: found 1; accepted: a whole number from 2"
    ):
        paired_change([1, 2], [2, 4], population=1)


def test_skewed_differences() -> None:
    """Differences that do not look normal are named where t depends on that."""
    skewed = [0, 0, 0, 0, 0, 1, 1, 1, 2, 60]
    assert "differences-not-normal" in codes(paired_change([0] * 10, skewed))
    assert "differences-not-normal" not in codes(paired_change([0] * 30, skewed * 3))
    assert "differences-not-normal" not in codes(paired_change(*pairs("ict-training")))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([10, 5, 5, 5, 5, 5], [10, 6, 7, 8, 9, 9], True),  # 1 of 6 is more than 15 %
        ([5] * 6, [10, 6, 7, 8, 9, 9], True),
        ([5] * 20, [10, 10, 10, *range(5, 9), *[9] * 13], False),  # 3 of 20 is 15 %
        ([5] * 6, [9, 6, 7, 8, 9, 9], False),
    ],
    ids=["before", "after", "exactly-15-percent", "none"],
)
def test_ceiling(before: list[float], after: list[float], said: bool) -> None:
    """More than 15 % at the highest score (Terwee and others 2007) is a ceiling."""
    change = paired_change(before, after, maximum=10)
    assert ("ceiling" in codes(change)) is said
    assert change.gain is not None
    assert "ceiling" not in [caveat.code for caveat in change.gain.caveats]


# --- gain inside ---------------------------------------------------------------------------------


def test_gain_is_what_normalized_gain_gives() -> None:
    """With a maximum the gain is inside; caveats that the change already has are said once."""
    change = paired_change(*pairs("waste-knowledge"), maximum=100)
    alone = normalized_gain(*pairs("waste-knowledge"), maximum=100)
    assert isinstance(change.gain, NormalizedGain)
    assert attrs.evolve(change.gain, caveats=()) == attrs.evolve(alone, caveats=())
    assert set(codes(change)) >= {"no-comparison-group", "small-n", "ceiling"}
    assert [caveat.code for caveat in change.gain.caveats] == ["gain-two-means"]
    assert change.columns()["gain_class_gain"] == [pytest.approx(0.4172, abs=5e-5)]
    assert paired_change(*pairs("waste-knowledge")).gain is None


def test_scale_of_the_gain() -> None:
    """A scale starts at 0 unless told; a minimum alone bounds the scores and gives no gain."""
    assert paired_change([1, 2], [2, 3], maximum=5).minimum == 0
    change = paired_change([1, 2], [2, 3], minimum=1, maximum=5)
    assert (change.minimum, change.maximum) == (1, 5)
    only = paired_change([1, 2], [2, 3], minimum=1)
    assert (only.minimum, only.maximum, only.gain) == (1, None, None)


def test_scores_beyond_the_scale_are_refused_together() -> None:
    """Every score above the maximum or below the minimum is named with its person."""
    with pytest.raises(InvalidValueError) as caught:
        paired_change({"Ani": 1, "Budi": 12}, {"Ani": -2, "Budi": 10}, maximum=10)
    assert [fault.path for fault in caught.value.faults] == ["before['Budi']", "after['Ani']"]
    assert str(caught.value.faults[0]) == (
        "before['Budi']: found 12.0; accepted: a score up to maximum=10"
    )
    with pytest.raises(InvalidValueError, match=r"before\[0\]: found 1.0; .* from minimum=2"):
        paired_change([1, 2], [2, 3], minimum=2)


# --- resolution ----------------------------------------------------------------------------------


def test_given_resolution_rounds_differences() -> None:
    """Differences go to the nearest step, halves away from 0, and the result says so."""
    change = paired_change([10.0, 10.0, 10.0], [10.5, 9.5, 11.2], resolution=1)
    assert (change.increased, change.decreased) == (2, 1)
    assert change.mean_change == pytest.approx(1 / 3)
    assert (change.resolution, change.resolution_derived) == (1, False)
    caveat = next(caveat for caveat in change.caveats if caveat.code == "differences-rounded")
    assert dict(caveat.data) == {"moved": 3, "resolution": 1.0}
    assert change.mean_after == pytest.approx(31.2 / 3)


def test_given_resolution_that_changes_nothing_is_not_mentioned() -> None:
    """Scores that carry the resolution are not moved."""
    change = paired_change(*pairs("ict-training"), resolution=0.1)
    plain = paired_change(*pairs("ict-training"))
    assert "differences-rounded" not in codes(change)
    assert attrs.evolve(change, resolution_derived=True) == plain
    finer = paired_change(*pairs("ict-training"), resolution=0.05)
    assert (finer.wilcoxon_p, finer.sign_flip_p) == (plain.wilcoxon_p, plain.sign_flip_p)
    assert (finer.mean_change, finer.hodges_lehmann) == pytest.approx((0.54, 0.6))


def test_noise_of_averages_is_no_difference() -> None:
    """43 / 3 computed in two ways is one score: twelve digits are told apart."""
    change = paired_change([43 / 3, 1.0], [14.333333333333332, 2.0])
    assert (change.unchanged, change.increased) == (1, 1)
    assert change.resolution == 1e-10


# --- randomness ----------------------------------------------------------------------------------


def test_large_data_are_sampled_and_repeatable() -> None:
    """Where sign changes can not be counted, the seed is kept and repeats the result."""
    generator = np.random.default_rng(1)
    before = np.round(generator.normal(50, 10, 40), 6)
    after = np.round(before + generator.normal(1, 5, 40), 6)
    change = paired_change(before, after, samples=999)
    assert change.sign_flip_method == "monte-carlo"
    assert change.seed is not None
    assert paired_change(before, after, samples=999, rng=change.seed) == change
    caveat = next(caveat for caveat in change.caveats if caveat.code == "p-sampled")
    assert dict(caveat.data) == {"samples": 999, "seed": change.seed}
    # The exact p of the same differences in steps of 0.001 differs by rounding and chance only.
    coarse = paired_change(before, after, resolution=0.001)
    assert (coarse.sign_flip_method, coarse.seed) == ("exact", None)
    assert coarse.sign_flip_p is not None
    error = math.sqrt(coarse.sign_flip_p * (1 - coarse.sign_flip_p) / 999)
    assert change.sign_flip_p == pytest.approx(coarse.sign_flip_p, abs=5 * error)


def test_a_generator_gives_a_seed() -> None:
    """The same state of a generator gives the same seed, hence the same numbers."""
    generator = np.random.default_rng(5)
    before, after = generator.normal(size=(2, 30))
    first = paired_change(before, after, rng=np.random.default_rng(7))
    assert first == paired_change(before, after, rng=np.random.default_rng(7))
    assert first.seed == int(np.random.default_rng(7).integers(2**53))
    number_of_numpy: Any = np.int64(12)
    assert paired_change(before, after, rng=number_of_numpy).seed == 12
    assert paired_change(before, after).seed != paired_change(before, after).seed


def test_many_people_get_an_asymptotic_wilcoxon() -> None:
    """Beyond the work of an exact distribution the p is asymptotic and a caveat says so."""
    generator = np.random.default_rng(3)
    before = generator.integers(0, 100, 700)
    after = before + generator.integers(-4, 6, 700)
    change = paired_change(before, after)
    assert (change.wilcoxon_method, change.sign_flip_method) == ("asymptotic", "exact")
    assert "ranks-approximated" in codes(change)
    asked = paired_change(before, after, wilcoxon_method="asymptotic")
    assert asked.wilcoxon_p == change.wilcoxon_p
    assert "ranks-approximated" not in codes(asked)


def test_beyond_5000_pairs_there_is_no_shapiro_test() -> None:
    """scipy warns that the p value may not be accurate; here it is not estimable."""
    differences = np.tile([0, 1, 2, 3], 1251)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        change = paired_change(np.zeros(5004), differences)
    assert (change.shapiro_w, change.shapiro_p) == (None, None)
    assert "shapiro-many" in codes(change)
    # Everybody rose or stayed: a share of 2 / 2^3753 is too small for a float and still not 0.
    assert change.sign_flip_p is not None
    assert 0 < change.sign_flip_p < 1e-300


# --- arguments -----------------------------------------------------------------------------------

REFUSED: list[tuple[str, Any]] = [
    ("confidence", 0),
    ("confidence", 1),
    ("confidence", 95),
    ("confidence", "0.95"),
    ("confidence", float("nan")),
    ("confidence", None),
    ("design", "then"),
    ("design", None),
    ("missing", "drop"),
    ("zero_method", "zeros"),
    ("wilcoxon_method", "auto"),
    ("samples", 0),
    ("samples", 10.5),
    ("samples", True),
    ("rng", -1),
    ("rng", "seed"),
    ("rng", 1.5),
    ("rng", True),
    ("rng", np.random.RandomState(1)),
    ("resolution", 0),
    ("resolution", -1),
    ("resolution", float("inf")),
    ("resolution", "1"),
    ("resolution", 1e-15),
    ("maximum", 0),
    ("maximum", "100"),
    ("maximum", True),
    ("maximum", float("nan")),
    ("minimum", float("-inf")),
    ("population", 2),
    ("population", 3.0),
    ("population", "3"),
]


@pytest.mark.parametrize(("argument", "value"), REFUSED, ids=lambda value: str(value)[:20])
def test_arguments_out_of_range(argument: str, value: Any) -> None:
    """The error names the argument."""
    call: Callable[..., PairedChange] = paired_change
    with pytest.raises(InvalidValueError) as caught:
        call([1, 2, 3], [2, 3, 5], **{argument: value})
    assert caught.value.path == argument


def test_few_differences_of_any_size_are_counted() -> None:
    """Too fine to convolve and few enough to write out: exact, without a seed."""
    after = [1.123456789, 2.987654321, 3.141592653, -0.271828182]
    change = paired_change([0, 0, 0, 0], after)
    share = float(sign_change_share([Fraction(repr(value)) for value in after]))
    assert (change.sign_flip_p, change.sign_flip_method, change.seed) == (share, "exact", None)


def test_result_feeds_a_frame() -> None:
    """One result is one row; several stack."""
    results = [paired_change(*pairs(name), maximum=None) for name in ("sleep", "ict-training")]
    frame = pd.concat([pd.DataFrame(result.columns()) for result in results])
    assert list(frame["n"]) == [10, 10]
