"""Ranks and groups on plain arrays."""

import numpy as np
import pytest

from abcd.network._positions import ranks


@pytest.mark.parametrize(
    ("values", "rank", "sharing"),
    [
        ([], [], []),
        ([0.5], [1], [1]),
        ([0.1, 0.3, 0.2], [3, 1, 2], [1, 1, 1]),
        ([0.3, 0.1, 0.3, 0.1, 0.2], [1, 4, 1, 4, 3], [2, 2, 2, 2, 1]),
        ([0.1 + 0.2, 0.3, 0.0], [1, 1, 3], [2, 2, 1]),
        ([0.0, 0.0], [1, 1], [2, 2]),
        ([np.nan, 0.0, 1.0, np.nan], [3, 2, 1, 3], [2, 1, 1, 2]),
        ([1.0, 1.0 - 1e-8], [1, 2], [1, 1]),
        # Nearness is a share of the values themselves, not of the largest.
        ([1.0, 2e-10, 1e-10], [1, 2, 3], [1, 1, 1]),
    ],
    ids=str,
)
def test_equal_values_share_the_smallest_rank(
    values: list[float], rank: list[int], sharing: list[int]
) -> None:
    """Competition ranks; values that differ by rounding are equal, and nan comes last."""
    found, shared = ranks(np.array(values, dtype=np.float64))
    assert found.tolist() == rank
    assert shared.tolist() == sharing
