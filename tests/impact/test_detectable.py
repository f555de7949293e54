"""Detectable effect against published power, scipy, and a simulation of the definition."""

import math
from typing import Any

import numpy as np
import pytest
from scipy import stats

from abcd.errors import InvalidValueError
from abcd.impact import DetectableEffect, detectable_effect
from abcd.impact._power import t_power

from .published import unexplained


def paired_t_power(effect: float, n: int, *, alpha: float, tails: int) -> float:
    """Return the chance that a t test of n pairs finds a change of `effect` SDs of differences."""
    return t_power(effect * math.sqrt(n), n - 1, alpha=alpha, tails=tails)


def codes(result: DetectableEffect) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


@pytest.mark.parametrize(
    ("alternative", "expected"), [("two-sided", 0.996001), ("one-sided", 0.852838)]
)
def test_ten_people(alternative: Any, expected: float) -> None:
    """The seed's ten members: exact d_z of domain reference 4.12 (t test, alpha .05, power .8)."""
    effect = detectable_effect(10, alternative=alternative)
    assert effect.d_z == pytest.approx(expected, abs=5e-7)
    assert effect.alternative == alternative


def test_approximations_stand_beside() -> None:
    """n = 10: 0.9947 with t quantiles, 2.8016 / sqrt(n) with normal ones, 2.4865 one-sided."""
    effect = detectable_effect(10)
    assert effect.approximation_t == pytest.approx(0.9947, abs=5e-5)
    assert effect.approximation_normal == pytest.approx(0.886, abs=5e-4)
    assert effect.approximation_normal == pytest.approx(2.8016 / math.sqrt(10), abs=5e-5)
    one = detectable_effect(10, alternative="one-sided")
    assert one.approximation_normal == pytest.approx(2.4865 / math.sqrt(10), abs=5e-5)


@pytest.mark.parametrize(("n", "power"), [(34, 0.807778), (33, 0.795366)])
def test_power_of_gpower(n: int, power: float) -> None:
    """d_z = .5 (domain reference 4.12; G*Power asks for n = 34 to reach .80)."""
    assert paired_t_power(0.5, n, alpha=0.05, tails=2) == pytest.approx(power, abs=5e-7)
    assert detectable_effect(n, power=power).d_z == pytest.approx(0.5, abs=5e-6)


@pytest.mark.parametrize(("r", "expected"), [(0.5, 0.996), (0.9, 0.445)])
def test_in_sds_of_the_scores(r: float, expected: float) -> None:
    """0.996 sqrt(2 (1 - r)) at n = 10 (domain reference 4.12)."""
    effect = detectable_effect(10, correlation=r)
    assert effect.in_sds_of_scores == pytest.approx(expected, abs=5e-4)
    assert effect.correlation == r
    assert detectable_effect(10).in_sds_of_scores is None


@pytest.mark.parametrize("n", [2, 3, 10, 200, 100_000])
@pytest.mark.parametrize("alpha", [0.001, 0.05, 0.4])
@pytest.mark.parametrize("power", [0.45, 0.8, 0.99])
@pytest.mark.parametrize("alternative", ["two-sided", "one-sided"])
def test_the_effect_has_the_power(n: int, alpha: float, power: float, alternative: Any) -> None:
    """Put back into scipy's noncentral t (its upper tails, scipy 1.17), it gives the power."""
    effect = detectable_effect(n, alpha=alpha, power=power, alternative=alternative)
    assert effect.d_z is not None
    tails = 2 if alternative == "two-sided" else 1
    critical = stats.t.isf(alpha / tails, n - 1)
    shifts = [effect.d_z * math.sqrt(n), -effect.d_z * math.sqrt(n)][:tails]
    total = sum(float(stats.nct.sf(critical, n - 1, shift)) for shift in shifts)
    assert total == pytest.approx(power, abs=1e-9)


def test_power_by_simulation() -> None:
    """The definition: how often the t test of ten normal differences is below .05."""
    generator = np.random.default_rng(12)
    draws = generator.normal(0.996, 1, size=(20_000, 10))
    p = stats.ttest_1samp(draws, 0, axis=1).pvalue
    assert float(np.mean(p < 0.05)) == pytest.approx(0.8, abs=4 * math.sqrt(0.16 / 20_000))


def test_power_without_a_change_is_alpha() -> None:
    """At an effect of 0 the test rejects with the chance alpha."""
    for tails in (1, 2):
        assert paired_t_power(0, 8, alpha=0.03, tails=tails) == pytest.approx(0.03, rel=1e-9)


def test_a_hopeless_direction_has_no_power() -> None:
    """Far on the wrong side nothing is left; one-sided tests do not look there."""
    assert paired_t_power(-50, 10, alpha=0.05, tails=1) == 0


@pytest.mark.parametrize("n", [0, 1])
def test_fewer_than_two_pairs(n: int) -> None:
    """No spread, no t test: not estimable, and the caveat names all that is missing."""
    effect = detectable_effect(n, correlation=0.5)
    assert (effect.d_z, effect.in_sds_of_scores) == (None, None)
    assert codes(effect)[0] == "effect-needs-two-pairs"
    assert unexplained(effect, {"population", "d", "n_control", "icc", "clusters"}) == set()
    assert "in_sds_of_scores" not in detectable_effect(n).caveats[0].data["fields"]


def test_only_large_changes() -> None:
    """From d_z = 0.8 a change is called large (Cohen 1988); 15 pairs are enough for less."""
    caveat = next(c for c in detectable_effect(10).caveats if c.code == "effect-only-large")
    assert caveat.data["n"] == 10
    assert caveat.data["d_z"] == pytest.approx(0.996, abs=5e-4)
    assert detectable_effect(15).d_z == pytest.approx(0.778, abs=5e-4)
    assert codes(detectable_effect(15)) == ["effect-in-sds-of-differences"]


def test_whole_population() -> None:
    """Ten of ten members: the caveat on finite populations; ten of eleven: none."""
    assert "whole-population" in codes(detectable_effect(10, population=10))
    assert "whole-population" not in codes(detectable_effect(10, population=11))
    assert detectable_effect(10, population=11).population == 11


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"n": -1}, "n"),
        ({"n": 10.0}, "n"),
        ({"n": "10"}, "n"),
        ({"n": True}, "n"),
        ({"n": 10**16}, "n"),
        ({"alpha": 0}, "alpha"),
        ({"alpha": 0.5}, "alpha"),
        ({"alpha": 1e-10}, "alpha"),
        ({"alpha": "0.05"}, "alpha"),
        ({"power": 1}, "power"),
        ({"power": 0.05}, "power"),
        ({"power": 0.05 + 1e-10}, "power"),
        ({"power": 1 - 1e-10}, "power"),
        ({"power": 80}, "power"),
        ({"alternative": "greater"}, "alternative"),
        ({"correlation": 1}, "correlation"),
        ({"correlation": -1.1}, "correlation"),
        ({"correlation": "0.5"}, "correlation"),
        ({"population": 9}, "population"),
    ],
)
def test_arguments_out_of_range(arguments: Any, path: str) -> None:
    """The error names the argument."""
    with pytest.raises(InvalidValueError) as caught:
        detectable_effect(**{"n": 10, **arguments})
    assert caught.value.path == path


@pytest.mark.parametrize(
    "arguments",
    [
        {"n": 2, "alpha": 1e-9, "power": 1 - 1e-9},
        {"n": 10**15, "alpha": 1e-9, "power": 1 - 1e-9},
        {"n": 2, "alpha": 0.499, "power": 0.5, "alternative": "one-sided"},
        {"n": 7, "alpha": 0.3, "power": 0.3 + 2e-9, "alternative": "one-sided"},
        {"n": 3, "correlation": -1},
    ],
    ids=["two-pairs", "everybody", "nearly-alpha", "just-above-alpha", "opposite"],
)
def test_extremes_are_finite(arguments: Any) -> None:
    """At the ends of what is accepted the answer is a number above 0."""
    effect = detectable_effect(**arguments)
    assert effect.d_z is not None
    assert 0 < effect.d_z < math.inf
