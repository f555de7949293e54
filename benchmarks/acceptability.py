"""How long SMAA takes for a thousand options and a thousand draws, against a loop over draws.

Run by hand: ``python benchmarks/acceptability.py [OPTIONS] [SAMPLES] [ROUNDS]``. pyDecision pins
dependencies that do not go together with ours, so it is not installed here: the loop below does in
plain numpy what its weighted sum and a user's loop around it do (normalize the table, multiply,
add up, sort; count ranks), once a draw, without its other overhead. A second loop normalizes only
once. All get the same weights; equal shares are asserted before times are compared. The last
lines show that memory grows with options x ranks.
"""

import sys
import tracemalloc
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from rounds import medians

from abcd._arguments import generator
from abcd.potential import Acceptability, Criterion, DecisionTable, acceptability
from abcd.potential._simplex import Space, draw
from abcd.potential._simulation import block_size

CRITERIA = 8
SEED = 1
TARGET = 7

Floats = npt.NDArray[np.float64]


def table_of(options: int) -> DecisionTable:
    """Make a table: every other criterion is a cost."""
    scores = np.random.default_rng(1).uniform(1, 100, (options, CRITERIA))
    criteria = [Criterion(f"c{place}", "min" if place % 2 else "max") for place in range(CRITERIA)]
    return DecisionTable(range(options), criteria, scores)


def weights_of(options: int, samples: int) -> Floats:
    """Draw the weights that `acceptability` draws for this seed."""
    block = block_size(options)
    space = Space(np.zeros(CRITERIA), np.ones(CRITERIA))
    drawn = [
        draw(space, generator(SEED, 2 * position), min(block, samples - position * block))
        for position in range(-(-samples // block))
    ]
    return np.concatenate([one for one in drawn if one is not None])


def normalized(scores: Floats) -> Floats:
    """Measure each column by its best score, one after the other."""
    found = np.zeros_like(scores)
    for place in range(CRITERIA):
        column = scores[:, place]
        found[:, place] = np.min(column) / column if place % 2 else column / np.max(column)
    return found


def looped(scores: Floats, weights: Floats, *, once: bool) -> Floats:
    """Score, sort and count one draw after the other."""
    options = len(scores)
    shares = np.zeros((options, options))
    ready = normalized(scores) if once else scores
    for row in weights:
        parts = ready if once else normalized(scores)
        total = np.sum(parts * row, axis=1)
        flow = np.insert(np.reshape(total, (options, 1)), 0, list(range(options)), axis=1)
        flow = flow[np.argsort(flow[:, 1])][::-1]
        shares[flow[:, 0].astype(int), np.arange(options)] += 1
    return shares / len(weights)


def compare(options: int, samples: int, rounds: int) -> None:
    """Assert equal shares, and print how many times faster ours is."""
    table = table_of(options)
    weights = weights_of(options, samples)
    scores = np.ascontiguousarray(table.points())

    def ours() -> Acceptability:
        return acceptability(
            table, samples=samples, rng=SEED, ranks=options, normalization="linear"
        )

    np.testing.assert_array_equal(ours().rank_acceptability, looped(scores, weights, once=False))
    jobs: dict[str, Callable[[], object]] = {
        "ours, with all else it gives": ours,
        "loop, as pyDecision does it": lambda: looped(scores, weights, once=False),
        "loop, normalized once": lambda: looped(scores, weights, once=True),
    }
    times = medians(jobs, rounds=rounds)
    mine = times["ours, with all else it gives"]
    print(f"{options:,} options x {samples:,} draws, {CRITERIA} criteria (target: {TARGET} x)")
    for name, seconds in times.items():
        print(f"  {name:<30}{seconds:8.3f} s   {seconds / mine:6.1f} x ours")


def memory(options: int) -> None:
    """Print the peak memory of one call beside the size of its answer."""
    table = table_of(options)
    tracemalloc.start()
    found = acceptability(table, samples=1_000, rng=SEED)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    answer = found.rank_acceptability.nbytes + found.central_weights.nbytes
    print(f"{options:>9,} options: peak {peak / 2**20:7.1f} MB, answer {answer / 2**20:7.1f} MB")


def main() -> None:
    """Compare, then show how memory grows."""
    options = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    samples = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    compare(options, samples, rounds)
    for size in (options // 2, options, 4 * options, 16 * options):
        memory(size)


if __name__ == "__main__":
    main()
