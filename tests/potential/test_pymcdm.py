"""A second opinion: pymcdm on random tables, where its definition is ours."""

from typing import Any

import numpy as np
import pytest

from abcd.potential import Criterion, DecisionTable, rank

methods = pytest.importorskip(
    "pymcdm.methods", reason="pymcdm, the second opinion, is not installed"
)
peers = pytest.importorskip("pymcdm.normalizations", reason="pymcdm is not installed")
weights_of = pytest.importorskip("pymcdm.weights", reason="pymcdm is not installed")

# pymcdm warns of options that are best or worst in everything; random tables have some.
pytestmark = pytest.mark.filterwarnings("ignore:Alternatives with indices:UserWarning")

TABLES = 200
METHODS = {
    "weighted_sum": methods.WSM,
    "weighted_product": methods.WPM,
    "topsis": methods.TOPSIS,
}
NORMALIZATIONS = {
    "minmax": peers.minmax_normalization,
    "max": peers.max_normalization,
    "sum": peers.sum_normalization,
    "vector": peers.vector_normalization,
    "linear": peers.linear_normalization,
}


def random_problem(rng: np.random.Generator) -> tuple[Any, Any, Any]:
    """Draw scores above 0, weights that add to 1, and directions."""
    options, criteria = rng.integers(2, 12), rng.integers(2, 7)
    weights = rng.dirichlet(np.ones(criteria))
    return rng.uniform(1, 100, (options, criteria)), weights, rng.choice([1, -1], criteria)


def table_of(scores: Any, signs: Any) -> DecisionTable:
    """Put a problem into a table of ours."""
    criteria = [
        Criterion(f"c{place}", "max" if sign == 1 else "min") for place, sign in enumerate(signs)
    ]
    return DecisionTable(range(len(scores)), criteria, scores)


@pytest.mark.parametrize("normalization", NORMALIZATIONS)
@pytest.mark.parametrize("method", METHODS)
def test_scores_and_ranks_equal_those_of_pymcdm(method: Any, normalization: Any) -> None:
    """200 random tables for each method and normalization, within 1e-10."""
    rng = np.random.default_rng(20240131)
    peer = METHODS[method](NORMALIZATIONS[normalization])
    for _ in range(TABLES):
        scores, weights, signs = random_problem(rng)
        result = rank(
            table_of(scores, signs), method=method, weights=weights, normalization=normalization
        )
        expected = peer(scores, weights, signs, validation=False)
        np.testing.assert_allclose(result.scores, expected, rtol=1e-10, atol=1e-13)
        np.testing.assert_array_equal(result.ranks, competition(peer.rank(expected)))


def competition(places: Any) -> list[int]:
    """Turn pymcdm's mean ranks of ties into ours: the number of better options plus one."""
    return [1 + int((places < place).sum()) for place in places]


@pytest.mark.parametrize(
    "peer", [methods.TOPSIS(), methods.WSM(), methods.MOORA()], ids=["TOPSIS", "WSM", "MOORA"]
)
def test_methods_of_pymcdm_plug_in(peer: Any) -> None:
    """Called through `rank` they give what they give alone, and are named by their class."""
    rng = np.random.default_rng(7)
    for _ in range(TABLES // 10):
        scores, weights, signs = random_problem(rng)
        signs[:2] = 1, -1  # MOORA refuses criteria of one direction only
        result = rank(table_of(scores, signs), method=peer, weights=weights)
        np.testing.assert_allclose(result.scores, peer(scores, weights, signs), rtol=1e-12)
        assert result.method == type(peer).__name__


def test_a_method_whose_lower_score_is_better_is_wrapped() -> None:
    """SPOTIS: 0.1989, 0.3705, 0.3063, 0.7491 (Dezert et al. 2020, as in pymcdm 1.4.0)."""
    scores = [[10.5, -3.1, 1.7], [-4.7, 0, 3.4], [8.1, 0.3, 1.3], [3.2, 7.3, -5.3]]
    bounds = np.array([[-5, 12], [-6, 10], [-8, 5]], dtype=float)
    spotis = methods.SPOTIS(bounds)
    result = rank(
        table_of(scores, [1, -1, 1]),
        method=lambda matrix, weights, types: -spotis(matrix, weights, types),
        weights=[0.2, 0.3, 0.5],
    )
    np.testing.assert_allclose(-result.scores, [0.1989, 0.3705, 0.3063, 0.7491], atol=1e-4)
    assert result.ranks.tolist() == [1, 3, 2, 4]


@pytest.mark.parametrize(
    "name", ["entropy_weights", "critic_weights", "standard_deviation_weights"]
)
def test_weights_of_pymcdm_plug_in(name: str) -> None:
    """They are scaled to add to 1, and a caveat says that nobody was asked."""
    function = getattr(weights_of, name)
    scores, _, signs = random_problem(np.random.default_rng(11))
    result = rank(table_of(scores, signs), weights=function)
    expected = function(scores)
    np.testing.assert_allclose(result.weights, expected / expected.sum(), rtol=1e-12)
    assert result.weights_from == name
    assert result.caveats[0].code == "weights-from-data"
