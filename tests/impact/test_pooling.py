"""Pooling against statsmodels, published meta-analyses, and its promises."""

from typing import Any

import attrs
import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.impact import Pooled, pool

from .published import unexplained

# BCG vaccine against tuberculosis, thirteen trials (Colditz and others 1994, JAMA 271, 698-702,
# table 1): cases and others, with and without the vaccine.
TRIALS = [
    (4, 119, 11, 128),
    (6, 300, 29, 274),
    (3, 228, 11, 209),
    (62, 13536, 248, 12619),
    (33, 5036, 47, 5761),
    (180, 1361, 372, 1079),
    (8, 2537, 10, 619),
    (505, 87886, 499, 87892),
    (29, 7470, 45, 7232),
    (17, 1699, 65, 1600),
    (186, 50448, 141, 27197),
    (5, 2493, 3, 2338),
    (27, 16886, 29, 17825),
]
LOG_RISKS = [float(np.log((a / (a + b)) / (c / (c + d)))) for a, b, c, d in TRIALS]
VARIANCES = [1 / a - 1 / (a + b) + 1 / c - 1 / (c + d) for a, b, c, d in TRIALS]


def codes(result: Pooled) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


def test_published_analysis() -> None:
    """R metafor 4, rma(method="DL") of dat.bcg: tau² .3088, I² 92.12 %, Q 152.2330, -0.7141."""
    pooled = pool(LOG_RISKS, VARIANCES, interval_method="normal")
    assert pooled.tau_squared == pytest.approx(0.3088, abs=5e-5)
    assert pooled.q == pytest.approx(152.2330, abs=5e-5)
    assert pooled.i_squared == pytest.approx(0.9212, abs=5e-5)
    assert pooled.estimate == pytest.approx(-0.7141, abs=5e-5)
    assert pooled.q_degrees_of_freedom == 12


@pytest.mark.parametrize("seed", range(4))
def test_agrees_with_statsmodels(seed: int) -> None:
    """statsmodels 0.15, combine_effects: fixed, DerSimonian-Laird and Hartung-Knapp; 1e-9."""
    meta = pytest.importorskip(
        "statsmodels.stats.meta_analysis",
        reason="statsmodels, the second opinion, is not installed",
    )
    generator = np.random.default_rng(seed)
    variances = generator.uniform(0.2, 3, 8)
    effects = generator.normal(2, 2, 8) + generator.normal(0, np.sqrt(variances))
    found = meta.combine_effects(effects, variances, method_re="dl")
    normal = pool(effects, variances, interval_method="normal")
    knapp = pool(effects, variances)
    fixed = pool(effects, variances, method="fixed")
    assert normal.tau_squared == pytest.approx(found.tau2, rel=1e-9)
    assert normal.q == pytest.approx(found.q, rel=1e-9)
    table = found.summary_frame()
    columns = ["ci_low", "ci_upp"]
    rows = {
        "random effect": (normal, columns),
        "fixed effect": (fixed, columns),
        "random effect wls": (knapp, None),
    }
    for name, (ours, ends) in rows.items():
        assert ours.estimate == pytest.approx(table.loc[name, "eff"], rel=1e-9)
        if ends is not None:
            low, high = table.loc[name, ends]
            assert (ours.estimate_low, ours.estimate_high) == pytest.approx((low, high), rel=1e-9)
    student = meta.combine_effects(effects, variances, method_re="dl", use_t=True)
    low, high = student.conf_int()[3]
    assert (knapp.estimate_low, knapp.estimate_high) == pytest.approx((low, high), rel=1e-9)


def test_rows_make_a_forest() -> None:
    """Ids, effects, their intervals and weights line up, as a plot needs them."""
    pooled = pool({"North": 8.0, "East": 2.0}, {"East": 1.0, "North": 4.0}, confidence=0.9)
    assert list(pooled.columns()) == ["ids", "effects", "low", "high", "weights"]
    assert pooled["North"]["low"] == pytest.approx(8 - 1.644854 * 2, abs=1e-6)
    assert pooled.weights.sum() == pytest.approx(1.0, rel=1e-12)
    assert codes(pooled) == ["pool-two", "pool-few"]


def test_interval_of_i_squared() -> None:
    """Higgins and Thompson (2002), equations 10 and 12 to 14, by hand for Q above and below k."""
    above = pool(LOG_RISKS, VARIANCES)
    q, k = above.q, 13
    assert q is not None
    error = 0.5 * (np.log(q) - np.log(k - 1)) / (np.sqrt(2 * q) - np.sqrt(2 * k - 3))
    log_h = 0.5 * np.log(q / (k - 1))
    low, high = [1 - np.exp(-2 * (log_h + sign * 1.959963984540054 * error)) for sign in (-1, 1)]
    assert (above.i_squared_low, above.i_squared_high) == pytest.approx((low, high), rel=1e-9)
    below = pool([1.0, 1.2, 0.9, 1.1], [1.0, 1.0, 1.0, 1.0])
    assert (below.i_squared, below.i_squared_low) == (0, 0)
    error = np.sqrt((1 - 1 / (3 * 2**2)) / (2 * 2))
    assert below.i_squared_high == pytest.approx(1 - np.exp(-2 * 1.959963984540054 * error))
    assert "hartung-knapp-narrow" in codes(below)


def test_prediction_interval() -> None:
    """Higgins, Thompson and Spiegelhalter (2009), equation 12, with R's qt(.975, 11) = 2.200985."""
    pooled = pool(LOG_RISKS, VARIANCES)
    assert pooled.tau_squared is not None
    assert pooled.estimate is not None
    weights = 1 / (np.array(VARIANCES) + pooled.tau_squared)
    half = 2.200985160 * np.sqrt(pooled.tau_squared + 1 / weights.sum())
    assert pooled.prediction_low == pytest.approx(pooled.estimate - half, rel=1e-8)
    assert pooled.prediction_high == pytest.approx(pooled.estimate + half, rel=1e-8)


def test_the_floor_of_hartung_knapp() -> None:
    """With effects that hardly differ it keeps the conventional width, with t."""
    effects, variances = [1.0, 1.2, 0.9, 1.1], [1.0, 1.0, 1.0, 1.0]
    narrow = pool(effects, variances)
    floored = pool(effects, variances, interval_method="hartung-knapp-floored")
    assert floored.estimate_high is not None
    assert narrow.estimate_high is not None
    # t(3) at .975 is 3.182446; the standard error is sqrt(1 / 4)
    assert floored.estimate_high == pytest.approx(1.05 + 3.182446305 / 2, rel=1e-9)
    assert narrow.estimate_high < floored.estimate_high
    assert "hartung-knapp-narrow" not in codes(floored)


def test_left_out() -> None:
    """Without an effect, without a variance, or with one of 0: counted, and nan in its row."""
    pooled = pool([1, None, 2, 3, 4], [0.5, 0.5, None, 0, 0.5])
    assert (pooled.n, pooled.left_out) == (2, 3)
    assert np.isnan(pooled.weights).tolist() == [False, True, True, True, False]
    assert codes(pooled)[0] == "pool-left-out"


@pytest.mark.parametrize("method", ["dersimonian-laird", "fixed"])
@pytest.mark.parametrize("interval_method", ["hartung-knapp", "normal"])
@pytest.mark.parametrize(
    "effects", [[], [2.0], [2.0, 2.0], [1.0, 2.0], [1.0, 2.0, 4.0], [2.0, 2.0, 2.0]]
)
def test_few_are_said(method: Any, interval_method: Any, effects: list[float]) -> None:
    """Whatever is None has its reason."""
    pooled = pool(effects, [0.5] * len(effects), method=method, interval_method=interval_method)
    named = {name for caveat in pooled.caveats for name in caveat.data.get("fields", ())}
    empty = {field.name for field in attrs.fields(Pooled) if getattr(pooled, field.name) is None}
    assert empty <= named
    assert unexplained(pooled) == set()


@pytest.mark.parametrize(
    ("effects", "variances", "path"),
    [
        ([1, 2], [1], "variances"),
        ({"a": 1}, {"b": 1}, "variances"),
        ([1, 2], [1, -1], "variances[1]"),
        ([1, "x"], [1, 1], "effects[1]"),
        ([1, 2], [1, float("inf")], "variances[1]"),
    ],
)
def test_what_can_not_be_pooled(effects: Any, variances: Any, path: str) -> None:
    """The error names the place."""
    with pytest.raises(InvalidValueError) as caught:
        pool(effects, variances)
    assert caught.value.path == path


@pytest.mark.parametrize(
    ("argument", "value"),
    [("method", "reml"), ("interval_method", "t"), ("confidence", 1)],
)
def test_arguments_out_of_range(argument: str, value: Any) -> None:
    """The error names the argument."""
    arguments: dict[str, Any] = {argument: value}
    with pytest.raises(InvalidValueError) as caught:
        pool([1, 2], [1, 1], **arguments)
    assert caught.value.path == argument


@pytest.mark.parametrize("k", [4, 10])
def test_coverage_of_hartung_knapp(k: int) -> None:
    """400 sets of k communities that differ: the true mean is held in 95 %, within 3 errors."""
    generator = np.random.default_rng(k)
    held = 0
    for _ in range(400):
        variances = generator.uniform(0.3, 1.2, k)
        effects = 2 + generator.normal(0, 1, k) + generator.normal(0, np.sqrt(variances))
        pooled = pool(effects, variances)
        assert pooled.estimate_low is not None
        assert pooled.estimate_high is not None
        held += pooled.estimate_low <= 2 <= pooled.estimate_high
    # standard error of 400 draws at .95: 0.0109
    assert held / 400 >= 0.95 - 3 * 0.0109


def test_effects_that_differ_much_are_not_called_alike() -> None:
    """Q = 54.9 with 3 degrees of freedom is more than chance, whatever the ratio of HK is."""
    pooled = pool([1.0, 3.0, 5.0, 2.0], [0.1, 0.3, 0.2, 0.5])
    assert pooled.q == pytest.approx(54.9, abs=0.05)
    assert "hartung-knapp-narrow" not in codes(pooled)
    alike = pool([1.0, 1.1, 1.2, 0.9], [0.5, 0.5, 0.5, 0.5])
    assert alike.tau_squared == 0
    assert "hartung-knapp-narrow" in codes(alike)


@pytest.mark.parametrize(
    ("effects", "variances"),
    [
        ([1.0, 2.0], [1e-80, 1e80]),
        ([1, None, 3], [1e89, 1, 2]),
        ([1e-80, 2e-80], [1e-89, 1e89]),
    ],
)
def test_variances_of_very_different_sizes(
    effects: list[float | None], variances: list[float]
) -> None:
    """What is known best decides; no difference of sums rounds to 0 and divides."""
    pooled = pool(effects, variances)
    best = variances.index(min(v for y, v in zip(effects, variances, strict=True) if y is not None))
    assert pooled.estimate == pytest.approx(effects[best])
    assert pooled.tau_squared == 0


def test_two_communities_are_counted_in_the_caveat() -> None:
    """The message has the number, in both languages."""
    caveat = pool([1.0, 4.0], [1.0, 1.0]).caveats[0]
    assert caveat.code == "pool-two"
    assert caveat.message().startswith("Pooled: 2.")
    assert caveat.message("id").startswith("Digabungkan: 2.")
