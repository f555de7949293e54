"""The arithmetic alone, against definitions written out one option at a time."""

import math

import numpy as np
import numpy.typing as npt
import pytest

from abcd.potential import _kernels
from abcd.potential._kernels import (
    TOLERANCE,
    Lines,
    competition_ranks,
    topsis,
    weighted_product,
    weighted_sum,
)

Floats = npt.NDArray[np.float64]

NAN, INF = math.nan, math.inf
# Criteria: a benefit in parts of 10, a cost from its worst (8) down, a cost by its inverse, and
# one that counts for nothing.
LINES = Lines(
    np.array([0.0, 8.0, 0.0, 0.0]),
    np.array([10.0, -6.0, INF, INF]),
    np.array([NAN, NAN, 2.0, NAN]),
)
ROWS = np.array([[1.0, 5.0, 10.0], [2.0, 8.0, 3.0], [2.0, 4.0, 8.0], [7.0, 7.0, 7.0]])
NORMALIZED = [[0.1, 0.5, 1.0], [1.0, 0.0, 5 / 6], [1.0, 0.5, 0.25], [0.0, 0.0, 0.0]]
WEIGHTS = np.array([0.4, 0.3, 0.2, 0.1])


@pytest.fixture(params=[1, 2, 16_384], ids=lambda size: f"blocks of {size}")
def block(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a kernel over blocks of several sizes."""
    monkeypatch.setattr(_kernels, "_BLOCK", request.param)


def test_lines_normalize() -> None:
    """A straight line, a cost, an inverse, and a criterion that counts for nothing."""
    np.testing.assert_allclose(LINES.of(ROWS), NORMALIZED, rtol=1e-14)
    assert not np.signbit(LINES.of(ROWS)).any()


@pytest.mark.usefixtures("block")
def test_weighted_sum_adds_its_parts() -> None:
    """0.4 * 0.1 + 0.3 * 1 + 0.2 * 1 = 0.54, and so on."""
    scores, parts = weighted_sum(ROWS, LINES, WEIGHTS)
    np.testing.assert_allclose(scores, [0.54, 0.3, 0.7], rtol=1e-14)
    np.testing.assert_allclose(parts, np.array(NORMALIZED) * WEIGHTS[:, None], rtol=1e-14)
    np.testing.assert_allclose(parts.sum(axis=0), scores, rtol=1e-14)


@pytest.mark.usefixtures("block")
def test_weighted_product_multiplies_its_parts() -> None:
    """0.1^0.4 * 1 * 1; a 0 makes 0; what counts for nothing is the factor 1."""
    scores, parts = weighted_product(ROWS, LINES, WEIGHTS)
    np.testing.assert_allclose(scores, [0.1**0.4, 0.0, (5 / 6) ** 0.3 * 0.25**0.2], rtol=1e-14)
    np.testing.assert_allclose(parts.prod(axis=0), scores, rtol=1e-14)
    assert parts[3].tolist() == [1, 1, 1]


def closeness(normalized: Floats, weights: Floats) -> list[float]:
    """TOPSIS as Hwang and Yoon (1981, p. 130) write it, one option at a time."""
    weighted = normalized * weights[:, None]
    best, worst = weighted.max(axis=1), weighted.min(axis=1)
    found = []
    for option in weighted.T:
        far, near = math.dist(option, worst), math.dist(option, best)
        found.append(far / (far + near))
    return found


@pytest.mark.usefixtures("block")
@pytest.mark.parametrize("unit", [1e-200, 1.0, 1e200])
def test_topsis_is_the_closeness_by_definition(unit: float) -> None:
    """In any unit of the weights, whose squares may be beyond all floats."""
    ends = np.array([1.0, 8.0, 8.0, 7.0]), np.array([10.0, 2.0, 2.0, 7.0])
    scores, parts = topsis(ROWS, LINES, WEIGHTS * unit, ends)
    np.testing.assert_allclose(scores, closeness(np.array(NORMALIZED), WEIGHTS), rtol=1e-13)
    np.testing.assert_allclose(parts.sum(axis=0), scores, rtol=1e-13)


def test_topsis_parts_are_shares_of_the_squared_distance_from_the_worst() -> None:
    """3 and 4 of the ideal 3 and 4: 9 and 16 of 25 parts of a closeness of 1."""
    straight = Lines(np.zeros(2), np.ones(2), np.full(2, NAN))
    rows = np.array([[0.0, 3.0], [0.0, 4.0]])
    scores, parts = topsis(rows, straight, np.ones(2), (rows[:, 0], rows[:, 1]))
    assert scores.tolist() == [0, 1]
    np.testing.assert_allclose(parts, [[0, 9 / 25], [0, 16 / 25]], rtol=1e-15)


@pytest.mark.parametrize(
    ("scores", "ranks"),
    [
        ([3.0, 1.0, 2.0], [1, 3, 2]),
        ([2.0, 1.0, 2.0, 0.0], [1, 3, 1, 4]),
        ([1.0, 1.0, 1.0], [1, 1, 1]),
        ([0.0, 0.0, 5.0], [2, 2, 1]),
        ([-1.0, -1.0, -2.0], [1, 1, 3]),
        ([4.0], [1]),
        ([], []),
    ],
)
def test_equal_scores_share_the_better_rank(scores: list[float], ranks: list[float]) -> None:
    """1, 2, 2, 4: as in a competition."""
    assert competition_ranks(np.array(scores), 1.0).tolist() == ranks


def test_differences_of_rounding_are_ties() -> None:
    """Up to 1e-12 units; one step more is a difference."""
    near, far = TOLERANCE * 0.9, TOLERANCE * 1.1
    assert competition_ranks(np.array([1.0, 1.0 - near]), 1.0).tolist() == [1, 1]
    assert competition_ranks(np.array([1.0, 1.0 - far]), 1.0).tolist() == [1, 2]
    assert competition_ranks(np.array([0.1 + 0.2, 0.3]), 0.3).tolist() == [1, 1]
    assert competition_ranks(np.array([1.0, 1.0 - far]), 2.0).tolist() == [1, 1]
    assert competition_ranks(np.zeros(2), 0.0).tolist() == [1, 1]


@pytest.mark.parametrize(
    ("size", "farthest"), [(1, 5), (1, 1e200), (1e-300, 0)], ids=["even", "one far away", "tiny"]
)
def test_ranks_by_sorting(size: float, farthest: float) -> None:
    """Another second route, with more scores than there are buckets."""
    scores = np.random.default_rng(5).normal(size=100_000) * size
    scores[17] = farthest
    ranks = competition_ranks(scores, 0.0)
    assert scores[np.argsort(ranks)].tolist() == sorted(scores.tolist(), reverse=True)
    assert sorted(ranks.tolist()) == list(range(1, 100_001))


def test_ranks_by_counting_who_is_better() -> None:
    """The second route: one more than the number of higher scores."""
    scores = np.random.default_rng(3).integers(0, 20, 200).astype(float)
    counted = [1 + int(np.count_nonzero(scores > score)) for score in scores]
    assert competition_ranks(scores, 20.0).tolist() == counted
