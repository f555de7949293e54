"""Kernels against brute force, apart from everything around them."""

import math
from fractions import Fraction
from itertools import combinations_with_replacement
from random import Random
from statistics import median

import numpy as np
import pytest
from scipy import stats

from abcd.impact._kernels import (
    correlation,
    hodges_lehmann,
    individual_gains,
    normal_score,
    normalized_changes,
    proper_p,
    signed_double_ranks,
    small_sample_factor,
    spread,
)
from abcd.impact._sign_changes import (
    cheap_to_convolve,
    exact_tail,
    reduced_rows,
    shared_tails,
    tail_by_convolution,
    tail_by_sampling,
)
from abcd.results.arrays import IntArray

from .published import sign_change_share


def whole(*values: int) -> IntArray:
    """Return an array of whole numbers."""
    return np.array(values, dtype=np.int64)


def random_steps(seed: int) -> IntArray:
    """Return a few steps with ties, zeros and both signs."""
    random = Random(seed)
    reach = random.choice([2, 5, 40])
    return whole(*(random.randint(-reach, reach + 1) for _ in range(random.randint(1, 11))))


def counted(steps: IntArray) -> float | None:
    """Count the share by the way that `exact_tail` chooses."""
    sizes, observed = reduced_rows(steps[np.newaxis])
    return exact_tail(sizes[0][sizes[0] > 0], int(observed[0]))


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize(
    ("integers", "halves"), [(2_000, 22), (-1, 22), (-1, -1)], ids=["integers", "halves", "arrays"]
)
def test_all_exact_tails_are_the_share(
    monkeypatch: pytest.MonkeyPatch, seed: int, integers: int, halves: int
) -> None:
    """By long integers, by both halves or by convolution: the share of the definition, exactly."""
    monkeypatch.setattr("abcd.impact._sign_changes._ROOM_OF_INTEGERS", integers)
    monkeypatch.setattr("abcd.impact._sign_changes._ENUMERATED", halves)
    steps = random_steps(seed)
    share = float(sign_change_share([Fraction(int(step)) for step in steps]))
    assert tail_by_convolution(steps) == share
    assert counted(steps) == share


def test_long_integers_hold_62_differences() -> None:
    """The field of a count holds 2^62: the share is that of the other ways."""
    steps = np.append(np.repeat(whole(1, -1), [40, 19]), whole(2, 3, 5))
    assert counted(steps) == pytest.approx(tail_by_convolution(steps), rel=1e-12)
    more = np.append(steps, whole(1))
    assert counted(more) == pytest.approx(tail_by_convolution(more), rel=1e-12)


def test_large_steps_do_not_fit_into_what_is_left() -> None:
    """A size above what the other sign may hold is in no subset: 1 of 2^3, twice."""
    assert counted(whole(1, 2, 50)) == 0.25


def test_too_many_fine_differences_are_not_counted() -> None:
    """Beyond 22 differences of any size there is no exact share."""
    fine = np.array([10**9 + 7**k for k in range(12)] + [-(10**9) - 3**k for k in range(11)])
    assert counted(fine) is None
    assert counted(fine[:22]) is not None


def test_shared_signs_are_those_of_a_row_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that share one matrix of signs have the p of each alone, however they are blocked."""
    random = Random(3)
    rows = [[random.randint(1, 10**9) for _ in range(70)] for _ in range(5)]
    # Ties are drawn by size, and sums beyond 2^52 in whole numbers: each alone.
    rows += [[10**15 + k for k in range(70)]]
    for block, together in ((1_000_000, 1_000), (300, 2)):
        monkeypatch.setattr("abcd.impact._sign_changes._SHARED_AT_ONCE", block)
        monkeypatch.setattr("abcd.impact._sign_changes._ROWS_AT_ONCE", together)
        sizes, _ = reduced_rows(np.array(rows))
        observed = sizes.sum(axis=1) // 8
        shared = shared_tails(sizes, observed, samples=200, seed=5)
        for row, total, p in zip(sizes, observed.tolist(), shared.tolist(), strict=True):
            drawn = np.random.default_rng(5).integers(2**64, size=(200, 2), dtype=np.uint64)
            bits = np.unpackbits(drawn.view(np.uint8), axis=1)[:, :70].tolist()
            sums = [
                sum(size if bit else -size for size, bit in zip(row.tolist(), signs, strict=True))
                for signs in bits
            ]
            assert p == (1 + sum(abs(found) >= total for found in sums)) / 201


def test_shared_ties_are_drawn_by_size() -> None:
    """Many differences of one size: the row has the p that it has alone."""
    steps = np.repeat(whole(1, -1), [230, 200])
    sizes, observed = reduced_rows(steps[np.newaxis])
    shared = shared_tails(sizes, observed, samples=400, seed=9)
    alone = tail_by_sampling(steps, samples=400, generator=np.random.default_rng(9))
    assert shared.tolist() == [alone]


@pytest.mark.parametrize("seed", range(5))
def test_sampled_tail_is_near_the_share(seed: int) -> None:
    """Random sign changes estimate the share within five standard errors."""
    steps = whole(3, -1, 4, 1, -5, 9, 2, -6, 5, seed)
    share = tail_by_convolution(steps)
    generator = np.random.default_rng(seed)
    estimate = tail_by_sampling(steps, samples=4_000, generator=generator)
    assert estimate == pytest.approx(share, abs=5 * math.sqrt(share * (1 - share) / 4_000))


def test_sampled_tail_counts_the_observed_one() -> None:
    """(1 + extreme) / (1 + samples): never 0 (Phipson and Smyth 2010)."""
    steps = np.full(60, 7, dtype=np.int64)
    generator = np.random.default_rng(0)
    assert tail_by_sampling(steps, samples=99, generator=generator) == 0.01
    assert tail_by_sampling(whole(5), samples=7, generator=generator) == 1
    assert tail_by_sampling(whole(0, 0), samples=7, generator=generator) == 1


def test_sampled_tail_does_not_depend_on_the_size_of_a_draw(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However many draws are held at a time, the numbers are the same."""
    steps = whole(3, -1, 4, 1, -5, 9, 2)
    one = tail_by_sampling(steps, samples=500, generator=np.random.default_rng(4))
    monkeypatch.setattr("abcd.impact._sign_changes._DRAWN_AT_ONCE", 50)
    other = tail_by_sampling(steps, samples=500, generator=np.random.default_rng(4))
    assert one == other
    monkeypatch.setattr("abcd.impact._sign_changes._DRAWN_AT_ONCE", 1)
    assert tail_by_sampling(steps, samples=500, generator=np.random.default_rng(4)) == one


@pytest.mark.parametrize("count", [1, 63, 64, 65, 130])
def test_sampled_tail_is_the_count_over_written_out_signs(count: int) -> None:
    """Sums from tables of eight signs are those of the bits one by one."""
    steps = whole(*(Random(count).randint(-(10**12), 10**12) for _ in range(count)))
    words = -(-count // 64)
    drawn = np.random.default_rng(5).integers(2**64, size=(400, words), dtype=np.uint64)
    bits = np.unpackbits(drawn.astype("<u8").view(np.uint8), axis=1)[:, :count].tolist()
    sizes = sorted(abs(steps).tolist())
    sums = [
        sum(size if bit else -size for size, bit in zip(sizes, row, strict=True)) for row in bits
    ]
    extreme = sum(abs(found) >= abs(int(steps.sum())) for found in sums)
    generator = np.random.default_rng(5)
    assert tail_by_sampling(steps, samples=400, generator=generator) == (1 + extreme) / 401


def test_sampled_tail_of_many_ties() -> None:
    """Many differences of few sizes are drawn a size at a time; the share is the same."""
    steps = np.repeat(whole(1, -1, 3), [400, 380, 10])
    share = tail_by_convolution(steps)
    estimate = tail_by_sampling(steps, samples=4_000, generator=np.random.default_rng(1))
    assert estimate == pytest.approx(share, abs=5 * math.sqrt(share * (1 - share) / 4_000))


def test_tails_of_nothing_and_of_balance() -> None:
    """No differences, zeros only, and a sum of 0: every sign change is as extreme."""
    for steps in (whole(), whole(0, 0), whole(3, -3)):
        assert tail_by_convolution(steps) == 1
        assert counted(steps) == 1


def test_common_divisor_and_zeros_cost_nothing() -> None:
    """Steps of a million are steps of one; people who did not change are not counted."""
    assert cheap_to_convolve(np.full(30, 10**9, dtype=np.int64))
    assert not cheap_to_convolve(np.append(np.full(30, 10**9, dtype=np.int64), 1))
    zeros = np.append(np.zeros(100, dtype=np.int64), whole(10**9, 10**8 + 1, -3))
    assert counted(zeros) == counted(zeros[-3:]) == 0.5


@pytest.mark.parametrize(
    ("steps", "cheap"),
    [
        # sums of at most 5,000,000, work of at most 200,000,000 (n times the sum)
        pytest.param([1, 4_999_999], True, id="sums-just-in"),
        pytest.param([1, 5_000_000], False, id="sums-just-out"),
        pytest.param([1] * 39 + [4_999_961], True, id="work-just-in"),
        pytest.param([1] * 40 + [4_999_960], False, id="work-just-out"),
    ],
)
def test_bounds_of_work(steps: list[int], cheap: bool) -> None:
    """Work and memory of the exact distribution are bounded apart."""
    assert cheap_to_convolve(whole(*steps)) is cheap


@pytest.mark.parametrize(("p", "kept"), [(0.5, 0.5), (1 + 1e-15, 1.0), (0.0, 2.0**-1022)])
def test_proper_p(p: float, kept: float) -> None:
    """A p value lies in (0, 1]."""
    assert proper_p(p) == kept


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("zero_method", ["wilcox", "pratt", "zsplit"])
def test_double_ranks_are_twice_scipys(seed: int, zero_method: str) -> None:
    """Midranks as scipy.stats.rankdata gives them (scipy 1.17), with signs, zeros by their rule."""
    steps = random_steps(seed)
    ranked = steps[steps != 0] if zero_method == "wilcox" else steps
    double = 2 * stats.rankdata(np.abs(ranked))
    ranks, zeros = signed_double_ranks(steps, zero_method)
    assert ranks.tolist() == (double * np.sign(ranked))[ranked != 0].tolist()
    split = double[ranked == 0] if zero_method == "zsplit" else []
    assert zeros.tolist() == list(split)


def test_normal_score_by_hand() -> None:
    """Ranks 1, 2, 3 against 4: W+ = 6, mean 5, variance 30 / 4; half a rank for continuity."""
    ranks = whole(2, 4, 6, -8)
    assert normal_score(ranks, whole(), continuity=False) == pytest.approx(1 / math.sqrt(7.5))
    assert normal_score(ranks, whole(), continuity=True) == pytest.approx(0.5 / math.sqrt(7.5))
    assert normal_score(whole(2, -2), whole(), continuity=True) == 0
    # A zero of rank 1 that is split adds 1 / 4 to the variance.
    with_zero = normal_score(whole(4, 6, -8), whole(2), continuity=False)
    assert with_zero == pytest.approx(0.5 / math.sqrt(7.5))


@pytest.mark.parametrize("seed", range(60))
def test_hodges_lehmann_is_the_median_of_means(seed: int) -> None:
    """The search gives what writing out all pairs gives."""
    steps = random_steps(seed)
    means = [Fraction(x + y, 2) for x, y in combinations_with_replacement(steps.tolist(), 2)]
    assert hodges_lehmann(steps) == float(median(means))


def test_hodges_lehmann_of_nobody() -> None:
    """No differences have no median."""
    assert hodges_lehmann(whole()) is None


def test_spread() -> None:
    """n - 1 in the denominator; exactly 0 for equal values; none for one."""
    assert spread(np.array([1.0, 2.0, 4.0])) == pytest.approx(math.sqrt(7 / 3))
    assert spread(np.full(3, 0.1)) == 0
    assert spread(np.array([5.0])) is None
    assert spread(np.array([5.0, 5.5])) == pytest.approx(0.5 / math.sqrt(2))


def test_correlation() -> None:
    """Pearson's r by hand, its bounds, and where it has none."""
    assert correlation(whole(1, 2, 3), whole(1, 3, 2)) == pytest.approx(0.5)
    assert correlation(whole(1, 2), whole(5, 3)) == pytest.approx(-1, rel=1e-15)
    assert correlation(whole(1, 2), whole(3, 5)) == pytest.approx(1, rel=1e-15)
    assert correlation(whole(1, 1), whole(3, 5)) is None
    assert correlation(whole(3, 5), whole(1, 1)) is None
    assert correlation(whole(3), whole(1)) is None
    assert correlation(whole(), whole()) is None
    # In floats this line has 1.0000000000000002 before it is clipped.
    line = whole(7, 6, 3, 1, 7, 0)
    assert correlation(line, 8 * line) == 1
    assert correlation(line, -8 * line) == -1


@pytest.mark.parametrize(
    ("df", "factor"),
    [
        (12, 0.935942),  # domain reference 4.3: exact J at df = 12
        (4, 0.797885),  # WWC example, d = 1 at df = 4 (domain reference 4.3)
        (2, 1 / (math.gamma(0.5))),  # gamma(1) / (1 * gamma(1/2))
        (1, None),
        (0, None),
        (-1, None),
    ],
)
def test_small_sample_factor(df: int, factor: float | None) -> None:
    """The exact J of Hedges; at one degree of freedom it is 0, below it is not defined."""
    expected = None if factor is None else pytest.approx(factor, abs=5e-7)
    assert small_sample_factor(df) == expected


def test_individual_gains() -> None:
    """Only who had room has a gain."""
    gains = individual_gains(np.array([4.0, 10.0, 8.0]), np.array([7.0, 9.0, 6.0]), 10.0)
    assert gains.tolist() == [0.5, -1.0]


def test_normalized_changes() -> None:
    """Up, down, equal; who stays at an end is left out, who leaves it is not."""
    before = np.array([4.0, 8.0, 5.0, 6.0, 10.0, 2.0, 10.0, 2.0])
    after = np.array([7.0, 6.0, 5.0, 6.0, 10.0, 2.0, 2.0, 10.0])
    assert normalized_changes(before, after, 2.0, 10.0).tolist() == pytest.approx(
        [0.5, -1 / 3, 0.0, 0.0, -1.0, 1.0]
    )
