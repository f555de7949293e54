"""Power, sample size and reach against G*Power, statsmodels, and simulations of the definition."""

import math
from typing import Any

import numpy as np
import pytest
from scipy import stats

from abcd.errors import InvalidValueError
from abcd.impact import Power, Reach, SampleSize, detectable_effect, power, reach, sample_size
from abcd.impact._power import t_power

from .published import unexplained

NOT_ASKED = {"n_control", "icc", "clusters", "population"}


def codes(result: Any) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


# --- power ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("n", "expected"), [(34, 0.807778), (33, 0.795366)])
def test_power_of_gpower(n: int, expected: float) -> None:
    """d_z = .5 (domain reference 4.12; G*Power asks for n = 34 to reach .80)."""
    result = power(0.5, n)
    assert result.power == pytest.approx(expected, abs=5e-7)
    assert result.degrees_of_freedom == n - 1
    assert result.noncentrality == pytest.approx(0.5 * math.sqrt(n))
    assert unexplained(result, NOT_ASKED) == set()


@pytest.mark.parametrize("n", [2, 3, 12, 60])
@pytest.mark.parametrize("control", [2, 20])
@pytest.mark.parametrize("alternative", ["two-sided", "one-sided"])
@pytest.mark.parametrize("effect", [0.2, 0.8, 2.0])
def test_statsmodels_agrees_on_two_groups(
    n: int, control: int, alternative: Any, effect: float
) -> None:
    """TTestIndPower.power (statsmodels 0.14) where its noncentral t is a number."""
    module = pytest.importorskip("statsmodels.stats.power")
    side = "two-sided" if alternative == "two-sided" else "larger"
    theirs = module.TTestIndPower().power(effect, n, 0.05, ratio=control / n, alternative=side)
    ours = power(effect, n, control=control, design="groups", alternative=alternative)
    assert ours.n_control == control
    if not math.isnan(theirs):
        assert ours.power == pytest.approx(theirs, abs=1e-8)


@pytest.mark.parametrize("n", [5, 20, 100])
def test_statsmodels_agrees_on_pairs(n: int) -> None:
    """TTestPower.power (statsmodels 0.14), one-sided: its two-sided one has nan in a tail."""
    module = pytest.importorskip("statsmodels.stats.power")
    theirs = module.TTestPower().power(0.4, n, 0.05, alternative="larger")
    assert power(0.4, n, alternative="one-sided").power == pytest.approx(theirs, abs=1e-8)


def test_clusters_by_simulation() -> None:
    """The definition: t tests of the means of clusters whose members are alike, icc 0.2."""
    generator = np.random.default_rng(4)
    draws, clusters, size, icc, effect = 4_000, 5, 8, 0.2, 0.9
    shared = generator.normal(0, math.sqrt(icc), (2, draws, clusters, 1))
    own = generator.normal(0, math.sqrt(1 - icc), (2, draws, clusters, size))
    means = (shared + own).mean(axis=3)
    p = stats.ttest_ind(means[0] + effect, means[1], axis=1).pvalue
    found = float(np.mean(p < 0.05))
    planned = power(effect, 40, design="groups", cluster_size=size, icc=icc)
    assert planned.design_effect == pytest.approx(2.4)
    assert (planned.clusters, planned.degrees_of_freedom) == (10, 8)
    spread = math.sqrt(found * (1 - found) / draws)
    assert planned.power == pytest.approx(found, abs=4 * spread)
    assert "few-clusters-planned" in codes(planned)


def test_clusters_of_pairs() -> None:
    """Before and after in 12 classes of 5: n over the design effect, and 11 degrees of freedom."""
    planned = power(0.4, 60, cluster_size=5, icc=0.1)
    assert planned.degrees_of_freedom == 11
    assert planned.noncentrality == pytest.approx(0.4 * math.sqrt(60 / 1.4))
    assert planned.method == "paired t test of the means of clusters, noncentral t"
    # People who are not alike at all still count by clusters.
    free = power(0.4, 60, cluster_size=5, icc=0)
    assert free.power is not None
    assert free.power < (power(0.4, 60).power or 0)


def test_a_finite_population() -> None:
    """Thirty of forty drawn: the variance of the mean is a quarter (Cochran 1977, 2.20)."""
    drawn = power(0.4, 30, population=40, inference="population")
    assert drawn.noncentrality == pytest.approx(0.4 * math.sqrt(30 / (1 - 30 / 40)))
    assert drawn.method.endswith("finite population correction")
    process = power(0.4, 30, population=40)
    assert process.power == pytest.approx(power(0.4, 30).power)
    everybody = power(0.4, 40, population=40, inference="population")
    assert everybody.power is None
    assert codes(everybody)[0] == "census"
    assert unexplained(everybody, NOT_ASKED) == set()


def test_a_finite_population_by_simulation() -> None:
    """Draw without replacement from 40 fixed changes of mean 0.5 SDs: how often p < .05."""
    generator = np.random.default_rng(9)
    population = stats.norm.ppf((np.arange(40) + 0.5) / 40)
    population = (population - population.mean()) / population.std(ddof=1)
    draws = np.array([generator.permutation(40)[:20] for _ in range(4_000)])
    samples = population[draws] + 0.5
    error = samples.std(axis=1, ddof=1) * math.sqrt((1 - 20 / 40) / 20)
    found = float(np.mean(np.abs(samples.mean(axis=1) / error) > stats.t.isf(0.025, 19)))
    planned = power(0.5, 20, population=40, inference="population").power
    assert planned == pytest.approx(found, abs=0.02)


def test_no_effect_has_the_power_alpha() -> None:
    """And the wrong direction has less, when one side was named."""
    assert power(0, 10, alpha=0.03).power == pytest.approx(0.03, rel=1e-9)
    wrong = power(-0.5, 10, alternative="one-sided").power
    assert wrong is not None
    assert wrong < 0.05
    assert power(-0.5, 10).power == pytest.approx(power(0.5, 10).power)


def test_low_power_is_said() -> None:
    """Below the usual .8 the share of studies that miss it."""
    # statsmodels 0.14: TTestPower().power(0.5, 10, 0.05).
    power_of_ten = 0.293176
    caveat = next(caveat for caveat in power(0.5, 10).caveats if caveat.code == "power-low")
    assert caveat.data["percent"] == pytest.approx(100 * (1 - power_of_ten), abs=0.01)
    assert "power-low" not in codes(power(0.5, 34))


@pytest.mark.parametrize(
    ("n", "more", "code"),
    [
        (1, {}, "effect-needs-two-pairs"),
        (0, {}, "effect-needs-two-pairs"),
        (1, {"design": "groups"}, "effect-needs-three-people"),
        (9, {"design": "groups", "control": 0}, "effect-needs-three-people"),
        (0, {"design": "groups", "control": 9}, "effect-needs-three-people"),
        (5, {"cluster_size": 5, "icc": 0.1}, "effect-needs-clusters"),
        (5, {"cluster_size": 5, "icc": 0.1, "design": "groups"}, "effect-needs-clusters"),
    ],
)
def test_no_spread_no_test(n: int, more: Any, code: str) -> None:
    """Plans without degrees of freedom have no power and no detectable effect."""
    planned = power(0.5, n, **more)
    assert (planned.power, planned.degrees_of_freedom, planned.noncentrality) == (None, None, None)
    assert codes(planned)[0] == code
    assert unexplained(planned, NOT_ASKED) == set()
    effect = detectable_effect(n, **more)
    assert (effect.d_z, effect.d, effect.approximation_t) == (None, None, None)
    assert codes(effect)[0] == code


# --- detectable effect of other plans -------------------------------------------------------------


@pytest.mark.parametrize(
    "plan",
    [
        {"n": 12, "design": "groups"},
        {"n": 30, "design": "groups", "control": 10},
        {"n": 40, "design": "groups", "cluster_size": 10, "icc": 0.05},
        {"n": 40, "cluster_size": 10, "icc": 1},
        {"n": 30, "population": 45, "inference": "population"},
    ],
    ids=["groups", "unequal", "clusters", "one-in-each", "finite"],
)
@pytest.mark.parametrize("alternative", ["two-sided", "one-sided"])
def test_the_effect_has_the_power(plan: Any, alternative: Any) -> None:
    """Put back into `power`, the detectable effect gives the power it was asked for."""
    effect = detectable_effect(power=0.9, alternative=alternative, **plan)
    size = effect.d_z if effect.design == "paired" else effect.d
    assert size is not None
    assert power(size, alternative=alternative, **plan).power == pytest.approx(0.9, abs=1e-9)
    assert effect.approximation_normal is not None
    assert effect.approximation_normal < size


def test_two_groups_have_their_own_unit() -> None:
    """`d` stands in the place of `d_z`, and the caveat names the unit."""
    effect = detectable_effect(26, design="groups")
    assert effect.d_z is None
    # statsmodels 0.14: TTestIndPower().solve_power(nobs1=26, alpha=.05, power=.8) = 0.792347.
    assert effect.d == pytest.approx(0.792347, abs=5e-7)
    assert codes(effect) == ["effect-in-sds-within-groups"]


def test_nothing_is_detected_in_a_census() -> None:
    """All are measured, and only they are spoken of: no test."""
    effect = detectable_effect(40, population=40, inference="population", correlation=0.5)
    assert (effect.d_z, effect.in_sds_of_scores) == (None, None)
    assert codes(effect)[0] == "census"


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"effect": "0.5"}, "effect"),
        ({"effect": math.nan}, "effect"),
        ({"n": -1}, "n"),
        ({"n": 10.5}, "n"),
        ({"alpha": 0.5}, "alpha"),
        ({"alternative": "greater"}, "alternative"),
        ({"design": "cohort"}, "design"),
        ({"control": 5}, "control"),
        ({"design": "groups", "control": -1}, "control"),
        ({"cluster_size": 0}, "cluster_size"),
        ({"cluster_size": 5}, "icc"),
        ({"cluster_size": 5, "icc": -0.1}, "icc"),
        ({"cluster_size": 5, "icc": "0.1"}, "icc"),
        ({"cluster_size": 5, "icc": True}, "icc"),
        ({"cluster_size": 3, "icc": 0.1}, "n"),
        ({"design": "groups", "cluster_size": 5, "icc": 0.1, "control": 7}, "control"),
        ({"population": 9}, "population"),
        ({"inference": "sample"}, "inference"),
        ({"inference": "population"}, "population"),
        ({"inference": "population", "design": "groups", "population": 90}, "inference"),
    ],
)
def test_arguments_out_of_range(arguments: Any, path: str) -> None:
    """The error names the argument; nothing that a formula needs is guessed."""
    with pytest.raises(InvalidValueError) as caught:
        power(**{"effect": 0.5, "n": 10, **arguments})
    assert caught.value.path == path


def test_a_correlation_is_for_pairs() -> None:
    """Two groups have no scores before and after."""
    with pytest.raises(InvalidValueError, match=r"^correlation: "):
        detectable_effect(10, design="groups", correlation=0.5)


@pytest.mark.parametrize("effect", [1e90, -1e90, 1e-90])
def test_extremes_are_finite(effect: float) -> None:
    """The chance stays between 0 and 1."""
    for n in (2, 10**15):
        chance = power(effect, n).power
        assert chance is not None
        assert 0 <= chance <= 1


# --- sample size ---------------------------------------------------------------------------------


def test_sample_size_of_gpower() -> None:
    """34 pairs for d_z = .5 (domain reference 4.12)."""
    result = sample_size(0.5)
    assert (result.n, result.n_total, result.clusters) == (34, 34, None)
    assert result.power_reached == pytest.approx(0.807778, abs=5e-7)
    # 2.8016^2 / 0.25, normal quantiles.
    assert result.approximation_normal == pytest.approx(2.8016**2 / 0.25, rel=1e-4)
    assert codes(result) == ["effect-in-sds-of-differences", "sample-no-loss"]
    assert unexplained(result, NOT_ASKED) == set()


@pytest.mark.parametrize("effect", [0.2, 0.5, 0.8, 3.0])
@pytest.mark.parametrize("level", [0.8, 0.95])
def test_statsmodels_agrees_on_sizes(effect: float, level: float) -> None:
    """TTestIndPower.solve_power (statsmodels 0.14), rounded up."""
    module = pytest.importorskip("statsmodels.stats.power")
    result = sample_size(effect, power=level, design="groups")
    if effect < 3:
        needed = module.TTestIndPower().solve_power(effect, power=level, alpha=0.05)
        assert result.n == math.ceil(needed)
    assert result.n is not None
    assert result.n_total == 2 * result.n


@pytest.mark.parametrize(
    "plan",
    [
        {},
        {"design": "groups"},
        {"cluster_size": 4, "icc": 0.3},
        {"design": "groups", "cluster_size": 7, "icc": 0.02},
        {"population": 60, "inference": "population"},
    ],
    ids=["pairs", "groups", "clusters", "groups-of-clusters", "finite"],
)
def test_one_less_is_not_enough(plan: Any) -> None:
    """The number has the power, and one cluster less in each group has not."""
    result = sample_size(0.45, **plan)
    assert result.n is not None
    assert result.power_reached is not None
    assert result.power_reached >= 0.8
    size = plan.get("cluster_size", 1)
    assert result.n % size == 0
    less = power(0.45, result.n - size, **plan).power
    assert less is not None
    assert less < 0.8
    if size > 1:
        assert result.clusters == (result.n_total or 0) // size


def test_fewer_of_a_finite_population() -> None:
    """Of sixty villagers fewer are needed; of five, all; and then nothing is left to test."""
    result = sample_size(0.5, population=60, inference="population")
    assert result.n == 22
    infinite = sample_size(0.5).approximation_normal
    assert result.approximation_normal == pytest.approx(infinite / (1 + infinite / 60))
    everybody = sample_size(0.2, population=5, inference="population")
    assert (everybody.n, everybody.power_reached) == (5, None)
    assert codes(everybody)[0] == "sample-everybody"
    assert unexplained(everybody, NOT_ASKED) == set()


@pytest.mark.parametrize(
    ("effect", "more"),
    [
        (1e-7, {}),
        (0.2, {"population": 40}),
        (0.5, {"population": 1}),
        (0.1, {"population": 90, "cluster_size": 30, "icc": 0.1, "design": "groups"}),
    ],
)
def test_too_many(effect: float, more: Any) -> None:
    """More than there are, or than can be counted: None with the limit."""
    result = sample_size(effect, **more)
    assert (result.n, result.n_total, result.power_reached) == (None, None, None)
    assert codes(result)[0] == "sample-too-many"
    asked = NOT_ASKED - {"clusters"} if "cluster_size" in more else NOT_ASKED
    assert unexplained(result, asked) == set()


def test_a_huge_effect_needs_two() -> None:
    """Fewer have no spread."""
    assert sample_size(1e6).n == 2
    assert sample_size(1e6, design="groups").n == 2


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"effect": 0}, "effect"),
        ({"effect": -0.5}, "effect"),
        ({"power": 0.05}, "power"),
        ({"cluster_size": 5}, "icc"),
        ({"inference": "population"}, "population"),
        ({"alternative": "less"}, "alternative"),
    ],
)
def test_sample_size_out_of_range(arguments: Any, path: str) -> None:
    """The error names the argument."""
    with pytest.raises(InvalidValueError) as caught:
        sample_size(**{"effect": 0.5, **arguments})
    assert caught.value.path == path


# --- what n people can show ----------------------------------------------------------------------


def test_ten_people() -> None:
    """Domain reference 4.12 and 4.1: exact d_z 0.996001; smallest p 2 / 2^n."""
    ten = reach(10)
    assert ten.detectable_d_z == pytest.approx(0.996001, abs=5e-7)
    assert ten.smallest_p == pytest.approx(2 / 2**10)
    assert ten.chance_medium == pytest.approx(power(0.5, 10).power)
    assert ten.chance_small == pytest.approx(power(0.2, 10).power)
    assert ten.chance_large == pytest.approx(power(0.8, 10).power)
    # binomtest(9, 10).pvalue = 0.0215, of 8: 0.1094 (scipy 1.17).
    assert ten.fewest_rises == 9
    # Wilson for 5 of 10 (Newcombe 1998 formula): scipy binomtest(5, 10).proportion_ci("wilson").
    assert [ten.half_low, ten.half_high] == pytest.approx([0.236593, 0.763407], abs=5e-7)
    # 1 - .05^(1/10): the rule of three says about .3.
    assert ten.largest_unseen == pytest.approx(0.258866, abs=5e-7)
    assert ten.one_person == 0.1
    assert codes(ten) == [
        "effect-in-sds-of-differences",
        "effect-only-large",
        "not-found-is-not-absent",
    ]
    assert unexplained(ten, NOT_ASKED) == set()


@pytest.mark.parametrize("n", [1, 5, 6, 7, 20, 101])
@pytest.mark.parametrize("alpha", [0.01, 0.05, 0.2, 0.25])
def test_fewest_rises_by_scipy(n: int, alpha: float) -> None:
    """The smallest k with a sign test (scipy binomtest) at or below alpha, tried one by one."""
    enough = [k for k in range(n + 1) if 2 * k >= n and _sign_test(k, n) <= alpha + 1e-12]
    assert reach(n, alpha=alpha).fewest_rises == (min(enough) if enough else None)


def _sign_test(k: int, n: int) -> float:
    return float(stats.binomtest(k, n).pvalue)


def test_three_people_confirm_nothing() -> None:
    """Even three of three rising give p = .25."""
    three = reach(3)
    assert (three.smallest_p, three.fewest_rises) == (0.25, None)
    assert "reach-no-sign-test" in codes(three)
    assert unexplained(three, NOT_ASKED) == set()


def test_one_person_and_nobody() -> None:
    """No spread, or nothing at all."""
    one = reach(1)
    assert (one.detectable_d_z, one.smallest_p, one.one_person) == (None, 1.0, 1.0)
    assert codes(one)[0] == "effect-needs-two-pairs"
    nobody = reach(0, population=0)
    assert (nobody.one_person, nobody.half_low) == (None, None)
    assert codes(nobody) == ["reach-no-people"]
    for result in (one, nobody):
        assert unexplained(result, NOT_ASKED) == set()


def test_many_people_reach_small_changes() -> None:
    """No caveat on large changes; numbers stay inside floats."""
    many = reach(10**6, population=10**6)
    assert many.chance_small == 1
    assert many.smallest_p is not None
    assert many.smallest_p > 0
    assert codes(many) == ["effect-in-sds-of-differences", "whole-population"]


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"n": 1.5}, "n"),
        ({"alpha": 1}, "alpha"),
        ({"power": 0.01}, "power"),
        ({"population": 3}, "population"),
    ],
)
def test_reach_out_of_range(arguments: Any, path: str) -> None:
    """The error names the argument."""
    with pytest.raises(InvalidValueError) as caught:
        reach(**{"n": 10, **arguments})
    assert caught.value.path == path


def test_kinds_of_results() -> None:
    """Each function has one class."""
    assert isinstance(power(1, 5), Power)
    assert isinstance(sample_size(1), SampleSize)
    assert isinstance(reach(5), Reach)
    assert t_power(0, 5, alpha=0.1, tails=2) == pytest.approx(0.1)
