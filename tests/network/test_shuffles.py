"""Random relabelling and its p-values, on plain numbers."""

import numpy as np
import pytest

from abcd.network._shuffles import Tails, shuffled_codes


def test_shuffles_keep_the_sizes_of_groups() -> None:
    """Each row is a permutation; blocks of any size give the same rows."""
    codes = np.array([0, 0, 1, 2, 2, 2])
    whole = np.vstack(list(shuffled_codes(codes, 7, 1, np.random.default_rng(1))))
    assert whole.shape == (7, 6)
    assert (np.sort(whole, axis=1) == codes).all()
    pieces = list(shuffled_codes(codes, 7, 1 << 19, np.random.default_rng(1)))
    assert [len(piece) for piece in pieces] == [2, 2, 2, 1]
    assert (np.vstack(pieces) == whole).all()
    assert len(np.unique(whole, axis=0)) > 1


def test_tails_count_the_observed_one() -> None:
    """(count + 1) / (draws + 1), with ties up to rounding."""
    tails = Tails([0.3, 5.0], [0.2, 5.0])
    tails.add([[0.1 + 0.2, 5.0], [0.0, 5.0]])
    tails.add([[0.1, 5.0]])
    assert tails.lower.tolist() == [1.0, 1.0]
    assert tails.upper.tolist() == [0.5, 1.0]
    # |0.3 - 0.2| is met by 0.1 + 0.2, by 0.0 and, up to rounding, by 0.1.
    assert tails.two_sided.tolist() == [1.0, 1.0]
    spread = np.sqrt((0.1**2 + 0.2**2 + 0.1**2) / 3)
    assert tails.deviation[0] == pytest.approx(0.1 / spread)
    assert np.isnan(tails.deviation[1])
