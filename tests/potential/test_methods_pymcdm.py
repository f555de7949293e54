"""A second opinion on VIKOR and PROMETHEE, and methods that plug in: pymcdm 1.4.0.

Its VIKOR refuses criteria with equal scores, and gives nan where S or R is equal for all options;
ours counts these as nothing. Its PROMETHEE has no Gaussian function. Its COPRAS is wrong: see the
last test.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from abcd.potential import Criterion, DecisionTable, Preference, promethee, rank, vikor

from .problems import random_problem

methods = pytest.importorskip(
    "pymcdm.methods", reason="pymcdm, the second opinion, is not installed"
)

# pymcdm warns of options that are best or worst in everything; random tables have some.
pytestmark = pytest.mark.filterwarnings("ignore:Alternatives with indices:UserWarning")

TABLES = 200
# Their names of the functions, ours, and the thresholds that these take.
SHAPES = {
    "usual": ("usual", ()),
    "ushape": ("u_shape", ("indifference",)),
    "vshape": ("v_shape", ("preference",)),
    "level": ("level", ("indifference", "preference")),
    "vshape_2": ("linear", ("indifference", "preference")),
}


def table_of(scores: Any, signs: Any) -> DecisionTable:
    """Put a problem into a table of ours."""
    criteria = [
        Criterion(f"c{place}", "max" if sign == 1 else "min") for place, sign in enumerate(signs)
    ]
    return DecisionTable(range(len(scores)), criteria, scores)


def test_vikor_equals_that_of_pymcdm() -> None:
    """200 random tables, within 1e-9; with v = 0.5 through `rank` too."""
    rng = np.random.default_rng(20240131)
    compared = 0
    for _ in range(TABLES):
        scores, weights, signs = random_problem(rng)
        table, v = table_of(scores, signs), float(rng.uniform(0, 1))
        with np.errstate(invalid="ignore"):
            expected = methods.VIKOR(v=v)(scores, weights, signs, validation=False)
            half = methods.VIKOR()(scores, weights, signs, validation=False)
        if np.isnan(expected).any():
            continue
        compared += 1
        found = vikor(table, weights=weights, v=v)
        np.testing.assert_allclose(found.compromise, expected, rtol=1e-9, atol=1e-9)
        by_rank = rank(table, method="vikor", weights=weights)
        np.testing.assert_allclose(1 - by_rank.scores, half, rtol=1e-9, atol=1e-9)
    assert compared > TABLES * 0.9


@pytest.mark.parametrize("shape", SHAPES)
def test_promethee_equals_that_of_pymcdm(shape: str) -> None:
    """200 random tables for each preference function, whole numbers with ties among them."""
    rng = np.random.default_rng(20240201)
    name, needed = SHAPES[shape]
    for place in range(TABLES):
        scores, weights, signs = random_problem(rng, digits=0 if place % 2 else 6)
        low = rng.uniform(0, 20, len(weights))
        high = low + rng.uniform(1, 30, len(weights))
        peer = methods.PROMETHEE_II(shape, p=high, q=low)
        expected = peer(scores, weights, signs, validation=False)
        thresholds = {"indifference": low, "preference": high}
        preferences = {
            f"c{place}": Preference(name, **{key: float(thresholds[key][place]) for key in needed})
            for place in range(len(weights))
        }
        table = table_of(scores, signs)
        found = promethee(table, weights=weights, preferences=preferences)
        np.testing.assert_allclose(found.net_flow, expected, atol=1e-12)
        if shape == "usual":
            by_rank = rank(table, method="promethee", weights=weights)
            np.testing.assert_allclose(by_rank.scores, expected, atol=1e-12)


# --- methods of pymcdm through the callable interface --------------------------------------------

WASPAS = [
    [30, 23, 5, 0.745, 0.745, 1500, 5000],
    [18, 13, 15, 0.745, 0.745, 1300, 6000],
    [15, 12, 10, 0.500, 0.500, 950, 7000],
    [25, 20, 13, 0.745, 0.745, 1200, 4000],
    [14, 18, 14, 0.255, 0.745, 950, 3500],
    [17, 15, 9, 0.745, 0.500, 1250, 5250],
    [23, 18, 20, 0.500, 0.745, 1100, 3000],
    [16, 8, 14, 0.255, 0.500, 1500, 3000],
]


def test_waspas_plugs_in() -> None:
    """The values of pymcdm's docstring, from Zavadskas et al. (2012).

    Their weights add to 1.0155; ours add to 1, which scales the sum and is a power of the product.
    """
    weights = np.array([0.1181, 0.1181, 0.0445, 0.1181, 0.2861, 0.2861, 0.0445])
    signs = np.array([1, 1, 1, 1, 1, -1, -1])
    printed = [0.8329, 0.7884, 0.6987, 0.8831, 0.7971, 0.7036, 0.8728, 0.5749]
    peer = methods.WASPAS()
    assert peer(np.array(WASPAS), weights, signs, validation=False) == pytest.approx(
        printed, abs=1e-4
    )
    whole = weights.sum()
    found = rank(
        table_of(WASPAS, signs),
        weights=weights,
        # What the paper printed, with its own weights.
        method=lambda matrix, used, directions: peer(
            matrix, used * whole, directions, validation=False
        ),
    )
    np.testing.assert_allclose(found.scores, printed, atol=1e-4)
    alone = rank(table_of(WASPAS, signs), weights=weights, method=peer)
    assert alone.ranks.tolist() == found.ranks.tolist() == [3, 5, 7, 1, 4, 6, 2, 8]
    assert alone.method == "WASPAS"


@pytest.mark.parametrize("name", ["mcda-moora-siregar", "mcda-spotis-dezert"])
def test_published_values_of_methods_that_plug_in(reference_data: Path, name: str) -> None:
    """MOORA of Siregar et al. (2021) as it is; SPOTIS of Dezert et al. (2020) wrapped."""
    problem = json.loads((reference_data / name / "problem.json").read_text("utf-8"))
    expected = json.loads((reference_data / name / "expected.json").read_text("utf-8"))
    (value,) = expected["expected"]
    table = table_of(problem["matrix"], problem["types"])
    if name == "mcda-moora-siregar":
        found = rank(table, method=methods.MOORA(), weights=problem["weights"]).scores
    else:
        spotis = methods.SPOTIS(np.array(problem["bounds"], dtype=float))
        found = -rank(
            table,
            # A lower SPOTIS is better.
            method=lambda matrix, weights, directions: -spotis(matrix, weights, directions),
            weights=problem["weights"],
        ).scores
    np.testing.assert_allclose(found, value["value"], atol=value["tol"])


def copras(matrix: Any, weights: Any, directions: Any) -> Any:
    """Score by the formula of Zavadskas et al.: a share of costs is a penalty."""
    shares = weights * matrix / matrix.sum(axis=0)
    gains, costs = (shares[:, directions == sign].sum(axis=1) for sign in (1, -1))
    significance = gains + costs.sum() / (costs * (1 / costs).sum())
    return significance / significance.max()


@pytest.mark.parametrize(("weights", "id"), [("weights", "w1"), ("weights2", "w2")])
def test_copras_plugs_in_and_that_of_pymcdm_is_wrong(
    reference_data: Path, weights: str, id: str
) -> None:
    """Ours gives the reference values; pymcdm adds the costs, as if they were gains."""
    folder = reference_data / "mcda-copras-zavadskas"
    problem = json.loads((folder / "problem.json").read_text("utf-8"))
    values = {
        one["id"]: one
        for one in json.loads((folder / "expected.json").read_text("utf-8"))["expected"]
    }
    table = table_of(problem["matrix"], problem["types"])
    right, wrong = values[f"utility_{id}_standard"], values[f"utility_{id}"]
    found = rank(table, method=copras, weights=problem[weights])
    np.testing.assert_allclose(found.scores, right["value"], atol=right["tol"])
    peer = rank(table, method=methods.COPRAS(), weights=problem[weights])
    np.testing.assert_allclose(peer.scores, wrong["value"], atol=wrong["tol"])
    # Costs counted as gains: the sum of all shares, whatever the directions.
    matrix = np.array(problem["matrix"])
    sums = (np.array(problem[weights]) * matrix / matrix.sum(axis=0)).sum(axis=1)
    np.testing.assert_allclose(peer.scores, sums / sums.max(), atol=1e-12)
    assert np.abs(found.scores - peer.scores).max() > 0.05
