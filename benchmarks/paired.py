"""Sign-flip tests and BCa intervals of paired changes, against scipy.

Run by hand: ``python benchmarks/paired.py``. On the same data, in one process:

- 1,000 communities of 30 people with scores from 0 to 100: the exact sign-flip p of all, against a
  loop of ``scipy.stats.permutation_test`` (9,999 random sign changes; the loop is timed on some
  communities and multiplied);
- one community of 10,000 people: the sign-flip p, against the same function of scipy;
- BCa intervals of the 1,000 communities, against ``scipy.stats.bootstrap`` with ``axis=1`` (on a
  part of the communities, multiplied).

Every pair of answers is compared first.
"""

import numpy as np
from rounds import medians

from abcd.impact import paired_change, paired_changes
from abcd.impact._communities import grouped, read_communities, sign_flips
from abcd.impact._statistics import sign_flip_of
from abcd.results.arrays import FloatArray

COMMUNITIES, PEOPLE, MANY = 1_000, 30, 10_000
SAMPLES = 9_999
PART = 10
PART_OF_BOOTSTRAP = 100
OVER_LOOP, OVER_LARGE, OVER_BOOTSTRAP = 200.0, 50.0, 4.0


def waves(communities: int, people: int) -> tuple[FloatArray, FloatArray]:
    """Make scores of invented people, whole points from 0 to 100."""
    rng = np.random.default_rng(1)
    before = np.clip(np.rint(rng.normal(55, 12, (communities, people))), 0, 100)
    after = np.clip(np.rint(before + rng.normal(2, 8, before.shape)), 0, 100)
    return before, after


def scipy_p(differences: FloatArray) -> float:
    """Give scipy's p of the mean over random sign changes."""
    from scipy import stats

    def mean(values: FloatArray, axis: int) -> FloatArray:
        return np.asarray(np.mean(values, axis=axis))

    found = stats.permutation_test(
        (differences,),
        mean,
        permutation_type="samples",
        vectorized=True,
        n_resamples=SAMPLES,
        rng=np.random.default_rng(1),
        batch=1_000,
    )
    return float(found.pvalue)


def flips(before: FloatArray, after: FloatArray) -> FloatArray:
    """Give our p of all communities, from the tables to the answer."""
    communities = read_communities(before, after, missing="raise")
    (group,) = grouped(communities, None)
    p, _ = sign_flips(group.steps, samples=SAMPLES, seed=1)
    return p


def bootstrap(differences: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Give scipy's BCa intervals of the means of rows."""
    from scipy import stats

    found = stats.bootstrap(
        (differences,), np.mean, axis=1, n_resamples=SAMPLES, method="BCa", rng=1, batch=500
    )
    low, high = found.confidence_interval
    return np.asarray(low), np.asarray(high)


def check(before: FloatArray, after: FloatArray) -> None:
    """Compare the answers before their times."""
    ours = paired_changes(before, after, rng=1)
    differences = after - before
    for row in range(PART):
        alone = paired_change(before[row], after[row])
        assert alone.sign_flip_p is not None
        assert abs(ours.sign_flip_p[row] - alone.sign_flip_p) < 1e-12
        assert abs(alone.sign_flip_p - scipy_p(differences[row])) < 0.03
    low, high = bootstrap(differences[:PART])
    width = high - low
    assert (np.abs(ours.bootstrap_low[:PART] - low) < 0.06 * width).all()
    assert (np.abs(ours.bootstrap_high[:PART] - high) < 0.06 * width).all()


def main() -> None:
    """Print the ratios."""
    before, after = waves(COMMUNITIES, PEOPLE)
    check(before, after)
    differences = after - before
    old, new = waves(1, MANY)
    steps = (new - old).astype(np.int64)[0]
    times = medians(
        {
            "flips": lambda: flips(before, after),
            "loop": lambda: [scipy_p(row) for row in differences[:PART]],
            "large": lambda: sign_flip_of(steps, samples=SAMPLES, rng=1),
            "everything": lambda: paired_changes(before, after, rng=1),
            "no bootstrap": lambda: paired_changes(before, after, bootstrap=None, rng=1),
            "scipy bootstrap": lambda: bootstrap(differences[:PART_OF_BOOTSTRAP]),
        },
        rounds=3,
    )
    # It takes seconds: once is enough.
    large = medians({"scipy": lambda: scipy_p((new - old)[0])}, rounds=1)["scipy"]
    loop = times["loop"] * COMMUNITIES / PART
    theirs = times["scipy bootstrap"] * COMMUNITIES / PART_OF_BOOTSTRAP
    intervals = times["everything"] - times["no bootstrap"]
    print(
        f"sign flip, {COMMUNITIES:,} x {PEOPLE}: {1000 * times['flips']:.0f} ms, "
        f"scipy's loop {loop / times['flips']:.0f} x (target {OVER_LOOP:.0f})"
    )
    print(
        f"sign flip, n = {MANY:,}: {1000 * times['large']:.0f} ms, "
        f"scipy {large / times['large']:.0f} x (target {OVER_LARGE:.0f})"
    )
    print(
        f"BCa, {COMMUNITIES:,} x {PEOPLE}: {1000 * intervals:.0f} ms, "
        f"scipy's bootstrap {theirs / intervals:.1f} x (target {OVER_BOOTSTRAP:.0f})"
    )
    print(
        f"paired_changes, all columns: {1000 * times['everything']:.0f} ms; against both of scipy "
        f"{(loop + theirs) / times['everything']:.0f} x"
    )


if __name__ == "__main__":
    main()
