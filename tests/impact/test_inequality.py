"""Inequality against published values, the definitions, and a simulation of its interval."""

import json
import math
import os
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy import stats

from abcd.errors import InvalidValueError
from abcd.impact import (
    Inequality,
    atkinson,
    gini,
    lorenz,
    mean_log_deviation,
    shares,
    theil,
)
from abcd.impact import _inequality as kernels
from abcd.impact._resamples import bootstrap

from .published import unexplained

# Ten incomes of the manuals of the R packages ineq and DescTools (facts).
INCOMES = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
MEASURES: list[Callable[..., Inequality]] = [gini, theil, mean_log_deviation]
NOT_ASKED = {"epsilon", "small_sample"}


def codes(result: Any) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


def test_the_ten_incomes_of_ineq() -> None:
    """Domain reference 4.10; R 4.2.2 gives 0.46209113 and 0.513434589 for the first two."""
    result = gini(INCOMES, rng=1)
    assert result.value == pytest.approx(0.46209113, abs=1e-8)
    assert result.small_sample == pytest.approx(0.513434589, abs=1e-8)
    assert theil(INCOMES, rng=1).value == pytest.approx(0.362341, abs=5e-7)
    assert mean_log_deviation(INCOMES, rng=1).value == pytest.approx(0.433595, abs=5e-7)
    assert atkinson(INCOMES, epsilon=0.5, rng=1).value == pytest.approx(0.179659, abs=5e-7)


def test_the_reference_file() -> None:
    """data/impact-gini-ineq: published by the help page of DescTools, tolerance inside."""
    folder = os.environ.get("ABCD_REFERENCE_DATA")
    if folder is None:
        pytest.skip("ABCD_REFERENCE_DATA names no folder of reference data")
    home = Path(folder) / "impact-gini-ineq"
    published = json.loads((home / "expected.json").read_text("utf-8"))["expected"][0]
    result = gini(json.loads((home / "incomes.json").read_text("utf-8")), rng=1)
    assert result.value == pytest.approx(published["value"]["gini"], abs=published["tol"])
    assert result.small_sample == pytest.approx(
        published["value"]["unbiased"], abs=published["tol"]
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 2, 3, 4, 5], 0.266667),
        ([0, 0, 0, 1], 0.75),
        ([2, 2, 2, 2, 2], 0.0),
        ([0, 0, 4, 4], 0.5),
        ([0.1] * 7, 0.0),
        ([7], 0.0),
    ],
)
def test_small_cases(values: Any, expected: float) -> None:
    """Domain reference 4.10, and case rep-eco-04 of reports of neighboring tools."""
    assert gini(values, rng=1).value == pytest.approx(expected, abs=5e-7)


def test_small_sample_form() -> None:
    """Case rep-eco-04: 2/3 for two of four who have all; none for one person."""
    assert gini([0, 0, 4, 4], rng=1).small_sample == pytest.approx(2 / 3, rel=1e-14)
    one = gini([7], rng=1)
    assert (one.value, one.small_sample, one.interval_low) == (0, None, None)
    assert codes(one) == ["interval-one-value", "gini-one-value"]
    assert unexplained(one, {"epsilon"}) == set()


def test_definitions() -> None:
    """A second route: mean difference, entropy, logarithms and powers, term by term."""
    x, n = [3.0, 0.5, 9.0, 2.5], 4
    mean = sum(x) / n
    difference = sum(abs(a - b) for a, b in product(x, x)) / (2 * n * n * mean)
    assert gini(x, rng=1).value == pytest.approx(difference, rel=1e-14)
    entropy = sum(a / mean * math.log(a / mean) for a in x) / n
    assert theil(x, rng=1).value == pytest.approx(entropy, rel=1e-13)
    deviation = -sum(math.log(a / mean) for a in x) / n
    assert mean_log_deviation(x, rng=1).value == pytest.approx(deviation, rel=1e-13)
    for epsilon in (0.5, 0.9, 2.0, 7.5):
        equivalent = (sum((a / mean) ** (1 - epsilon) for a in x) / n) ** (1 / (1 - epsilon))
        found = atkinson(x, epsilon=epsilon, rng=1)
        assert found.value == pytest.approx(1 - equivalent, rel=1e-13)
        assert found.epsilon == epsilon
    geometric = math.prod(x) ** (1 / n)
    assert atkinson(x, epsilon=1, rng=1).value == pytest.approx(1 - geometric / mean, rel=1e-13)


def test_atkinson_is_smooth_at_one() -> None:
    """Beside epsilon 1 the power form does not break."""
    at_one = kernels.atkinson(np.array(INCOMES, dtype=float), 1.0)
    for epsilon in (1 - 1e-9, 1 + 1e-9):
        near = kernels.atkinson(np.array(INCOMES, dtype=float), epsilon)
        assert near == pytest.approx(at_one, abs=1e-7)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ([], "inequality-no-values"),
        ([-5, 0, 10], "inequality-negative"),
        ([0, 0, 0], "inequality-all-zero"),
    ],
)
@pytest.mark.parametrize("measure", [*MEASURES, lambda x, **more: atkinson(x, epsilon=2, **more)])
def test_undefined(measure: Any, values: Any, code: str) -> None:
    """Case rep-eco-04: None with the reason; the raw formula's 2.0 never stands unmarked."""
    result = measure(values, rng=1)
    assert (result.value, result.interval_low, result.largest_share) == (None, None, None)
    assert codes(result)[0] == code
    asked = {"epsilon"} if result.measure == "gini" else NOT_ASKED
    assert unexplained(result, asked) == set()


def test_a_zero_breaks_what_takes_logarithms() -> None:
    """The deviation would be infinite; Atkinson's index is 1 from epsilon 1, and says why."""
    deviation = mean_log_deviation([0, 1, 2], rng=1)
    assert deviation.value is None
    assert deviation.largest_share == pytest.approx(2 / 3)
    assert deviation.caveats[0].data["zeros"] == 1
    for epsilon in (1, 2):
        fixed = atkinson([0, 1, 2], epsilon=epsilon, rng=1)
        assert fixed.value == 1
        assert codes(fixed)[0] == "atkinson-zero"
    # By hand: mean of sqrt(0), sqrt(1), sqrt(2), squared.
    half = 1 - ((1 + math.sqrt(2)) / 3) ** 2
    assert atkinson([0, 1, 2], epsilon=0.5, rng=1).value == pytest.approx(half, rel=1e-13)
    # Mean 1, and 0 ln 0 = 0: only the largest adds something.
    assert theil([0, 1, 2], rng=1).value == pytest.approx(2 * math.log(2) / 3, rel=1e-13)


def test_theil_of_one_who_holds_all() -> None:
    """ln n, the largest value there is."""
    assert theil([0, 0, 0, 5], rng=1).value == pytest.approx(math.log(4))


# --- intervals -----------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["bca", "percentile"])
@pytest.mark.parametrize("measure", MEASURES)
def test_scipy_agrees(measure: Any, method: str) -> None:
    """scipy.stats.bootstrap (1.17) with the same statistic, within the noise of sampling."""
    ours = measure(INCOMES, interval_method=method, samples=20_000, rng=4)
    kernel = {"gini": kernels.gini, "theil": kernels.theil}.get(
        ours.measure, kernels.mean_log_deviation
    )
    theirs = stats.bootstrap(
        (np.array(INCOMES, dtype=float),),
        lambda x, axis: kernel(np.sort(x, axis=-1)),
        vectorized=True,
        method="BCa" if method == "bca" else "percentile",
        n_resamples=20_000,
        rng=np.random.default_rng(5),
    ).confidence_interval
    assert [ours.interval_low, ours.interval_high] == pytest.approx(list(theirs), abs=0.03)
    assert (ours.interval_method, ours.confidence) == (method, 0.95)


def test_many_values_need_no_caveat() -> None:
    """From fifty people on, nothing is said about the interval."""
    assert gini(range(1, 51), samples=200, rng=1).caveats == ()


def test_a_seed_repeats_the_interval() -> None:
    """The seed that was drawn is kept, and gives the same numbers again."""
    first = gini(INCOMES, samples=200)
    assert gini(INCOMES, samples=200, rng=first.seed) == first
    assert gini(INCOMES, samples=200, rng=np.random.default_rng(3)) == gini(
        INCOMES, samples=200, rng=np.random.default_rng(3)
    )


def test_the_order_of_people_does_not_matter() -> None:
    """Values are sorted before anything is drawn."""
    assert gini(INCOMES[::-1], samples=200, rng=1) == gini(INCOMES, samples=200, rng=1)


def test_equal_values_have_no_interval() -> None:
    """Each sample gives 0: an interval would have no length."""
    result = gini([2] * 5, rng=1)
    assert (result.value, result.interval_low) == (0, None)
    assert codes(result) == ["interval-degenerate"]


def test_samples_of_nothing_but_zeros() -> None:
    """Few earners: such samples are counted, and beyond 5 % there is no interval."""
    many = gini([0] * 9 + [1], samples=999, rng=1)
    assert many.interval_low is None
    assert codes(many) == ["interval-undefined"]
    some = gini([0, 0, 0, 1, 2, 3], samples=999, rng=1)
    assert some.interval_low is not None
    assert codes(some) == ["interval-some-undefined", "interval-few-values"]
    # (1/2)^6 of the samples are all zeros.
    assert some.caveats[0].data["undefined"] == pytest.approx(999 / 64, abs=16)


def test_bca_without_a_correction() -> None:
    """Where every sample lies on one side of the value there is no BCa interval."""
    one_sided = bootstrap(
        np.arange(4.0),
        (4,),
        lambda rows, sizes: np.where(len(rows) == 1, -1.0, rows.mean(axis=1)),
        method="bca",
        confidence=0.95,
        samples=200,
        seed=1,
    )
    assert (one_sided.low, one_sided.reason) == (None, "bias")


def test_coverage_at_ten_and_thirty_people() -> None:
    """Simulated, lognormal incomes with sigma 0.6: as the Notes of `gini` say, 3 in 4 and 7 in 8.

    The true coefficient is 2 Phi(sigma / sqrt 2) - 1 (Aitchison and Brown 1957, p. 112).
    """
    true = 2 * float(stats.norm.cdf(0.6 / math.sqrt(2))) - 1
    for n, expected in ((10, 0.75), (30, 0.875)):
        generator = np.random.default_rng(5)
        found = [gini(generator.lognormal(0, 0.6, n), samples=399, rng=s) for s in range(150)]
        hits = sum(
            result.interval_low <= true <= result.interval_high
            for result in found
            if result.interval_low is not None and result.interval_high is not None
        )
        # Four standard errors of a share of 150.
        spread = math.sqrt(expected * (1 - expected) / 150)
        assert hits / 150 == pytest.approx(expected, abs=4 * spread)


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"values": 3}, "values"),
        ({"values": [1, "2"]}, "values[1]"),
        ({"values": [1, None]}, "values[1]"),
        ({"values": [1, math.inf]}, "values[1]"),
        ({"confidence": 0}, "confidence"),
        ({"interval_method": "basic"}, "interval_method"),
        ({"samples": 99}, "samples"),
        ({"rng": -1}, "rng"),
        ({"missing": "drop"}, "missing"),
    ],
)
def test_arguments_out_of_range(arguments: Any, path: str) -> None:
    """The error names the argument."""
    with pytest.raises(InvalidValueError) as caught:
        gini(**{"values": INCOMES, **arguments})
    assert caught.value.path == path


@pytest.mark.parametrize("epsilon", [0, -1, 101, "1", math.nan])
def test_epsilon_out_of_range(epsilon: Any) -> None:
    """The view is a choice from above 0 to 100."""
    with pytest.raises(InvalidValueError, match=r"^epsilon: "):
        atkinson(INCOMES, epsilon=epsilon)


def test_missing_values_are_left_out_and_listed() -> None:
    """With ids, the ids are listed."""
    result = gini({"p1": 1, "p2": None, "p3": 3}, missing="omit", rng=1)
    assert (result.n, result.omitted) == (2, ("p2",))
    assert "values-omitted" in codes(result)


# --- Lorenz curve and shares ---------------------------------------------------------------------


def test_lorenz_by_definition() -> None:
    """Cumulative shares of sorted values; twice the area between is Gini's coefficient."""
    curve = lorenz(INCOMES)
    held = [sum(INCOMES[:k]) / sum(INCOMES) for k in range(11)]
    assert curve.value_share.tolist() == pytest.approx(held, rel=1e-13)
    assert curve.people.tolist() == list(range(11))
    area = float(np.trapezoid(curve.value_share, curve.population_share))
    assert curve.gini == pytest.approx(1 - 2 * area, rel=1e-12)
    assert curve[10]["value_share"] == 1
    assert len(curve) == curve.n + 1


@pytest.mark.parametrize("values", [[], [0, 0], [-1, 2]])
def test_no_curve(values: Any) -> None:
    """Undefined in the cases of `gini`."""
    curve = lorenz(values)
    assert curve.gini is None
    assert np.isnan(curve.value_share).all()
    assert curve.caveats[0].data["fields"] == ("value_share", "gini")


def test_shares_by_definition() -> None:
    """40 % of ten are four people; 25 % are two and half of the third."""
    result = shares(INCOMES, bottom=[0.4, 0.25], top=[0.1], samples=200, rng=1)
    total = sum(INCOMES)
    expected = [sum(INCOMES[:4]) / total, (541 + 1463 + 2445 / 2) / total, 22261 / total]
    assert result.parts == ("bottom 40 %", "bottom 25 %", "top 10 %")
    assert result.shares.tolist() == pytest.approx(expected, rel=1e-12)
    assert result.largest_share == pytest.approx(22261 / total)
    inside = (result.interval_low < result.shares) & (result.shares < result.interval_high)
    assert inside.all()
    assert codes(result) == ["interval-few-values"]


def test_equal_shares() -> None:
    """All alike: a part holds its size, without an interval."""
    result = shares([0.1] * 10, bottom=[0.3], top=[0.3], samples=200, rng=1)
    assert result.shares.tolist() == pytest.approx([0.3, 0.3])
    assert np.isnan(result.interval_low).all()
    assert codes(result) == ["interval-degenerate"]


def test_no_shares() -> None:
    """Nobody has anything."""
    result = shares([0, 0], rng=1)
    assert np.isnan(result.shares).all()
    assert codes(result) == ["inequality-all-zero"]
    assert unexplained(result, set()) == set()


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"bottom": 0.4}, "bottom"),
        ({"bottom": [0]}, "bottom[0]"),
        ({"top": [0.1, 1.0]}, "top[1]"),
        ({"top": [0.1, 0.1]}, "top[1]"),
        ({"top": ["x"]}, "top[0]"),
        ({"top": [place / 1000 for place in range(1, 200)]}, "top"),
    ],
)
def test_parts_out_of_range(arguments: Any, path: str) -> None:
    """The error names the part."""
    with pytest.raises(InvalidValueError) as caught:
        shares(INCOMES, **arguments)
    assert caught.value.path == path
