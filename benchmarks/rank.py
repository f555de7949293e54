"""How long an order of a million options takes, against pymcdm.

Run by hand: ``python benchmarks/rank.py [OPTIONS] [ROUNDS]``, with pymcdm installed. Both get the
same matrix; equal scores and ranks are asserted before times are compared. pymcdm is called as its
documentation does, with its validation; the lines below say what remains without it, and how much
of our time is the table itself. Where pyDecision is installed too, its TOPSIS runs
beside ours. The last lines show that memory grows with the table.
"""

import importlib
import sys
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from pymcdm import methods, normalizations
from rounds import medians

from abcd.potential import Criterion, DecisionTable, Ranking, rank

CRITERIA = 8
# Ours, the peer's class, the normalization by our name and the peer's.
JOBS = {
    "topsis": (methods.TOPSIS, "vector", normalizations.vector_normalization, 50),
    "weighted_sum": (methods.WSM, "minmax", normalizations.minmax_normalization, 50),
    "weighted_product": (methods.WPM, "sum", normalizations.sum_normalization, None),
}


def matrix(options: int) -> npt.NDArray[np.float64]:
    """Make scores above 0, a row an option."""
    return np.random.default_rng(1).uniform(1, 100, (options, CRITERIA))


def table_of(scores: npt.NDArray[np.float64]) -> DecisionTable:
    """Put scores into a table of ours: every other criterion is a cost."""
    criteria = [
        Criterion(f"c{place}", "max" if place % 2 == 0 else "min", 1 + place)
        for place in range(CRITERIA)
    ]
    return DecisionTable(range(len(scores)), criteria, scores)


def compare(method: str, options: int, rounds: int) -> None:
    """Assert equal results, and print how many times faster ours is."""
    peer_class, ours_by, peer_by, target = JOBS[method]
    scores = matrix(options)
    table = table_of(scores)
    peer = peer_class(peer_by)
    weights = np.arange(1, CRITERIA + 1) / np.arange(1, CRITERIA + 1).sum()
    types = np.array([1, -1] * (CRITERIA // 2))

    def ours() -> Ranking:
        return rank(table, method=method, normalization=ours_by)  # type: ignore[arg-type]  # names

    def ours_with_table() -> Ranking:
        return rank(table_of(scores), method=method, normalization=ours_by)  # type: ignore[arg-type]  # names

    def theirs() -> Any:
        found = peer(scores, weights, types)
        return found, peer.rank(found)

    def theirs_unchecked() -> object:
        return peer(scores, weights, types, validation=False)

    ranking, (found, places) = ours(), theirs()
    np.testing.assert_allclose(ranking.scores, found, rtol=1e-9)
    # Where scores differ by rounding only, ours share a rank and theirs do not.
    assert np.abs(ranking.ranks - places).max() <= 2
    jobs: dict[str, Callable[[], object]] = {
        "ours": ours,
        "ours, and making the table": ours_with_table,
        "pymcdm, scores and ranks": theirs,
        "pymcdm, scores, unchecked": theirs_unchecked,
    }
    times = medians(jobs, rounds=rounds)
    say = "" if target is None else f" (target: {target} x)"
    print(f"{method}, {options:,} options x {CRITERIA} criteria{say}")
    for name, seconds in times.items():
        print(f"  {name:<28}{seconds:8.3f} s   {seconds / times['ours']:6.1f} x ours")


def against_pydecision(options: int, rounds: int) -> None:
    """Do the same against pyDecision's TOPSIS, where it is installed."""
    try:
        algorithm = importlib.import_module("pyDecision.algorithm")
    except ImportError:
        print("pyDecision: not installed")
        return
    scores = matrix(options)
    table = table_of(scores)
    weights = np.arange(1, CRITERIA + 1) / np.arange(1, CRITERIA + 1).sum()
    types = ["max", "min"] * (CRITERIA // 2)

    def theirs() -> Any:
        return algorithm.topsis_method(scores, weights, types, graph=False, verbose=False)

    def ours() -> Ranking:
        return rank(table, method="topsis", normalization="vector")

    np.testing.assert_allclose(ours().scores, theirs(), rtol=1e-9)
    times = medians({"ours": ours, "pyDecision": theirs}, rounds=rounds)
    ratio = times["pyDecision"] / times["ours"]
    print(f"topsis against pyDecision: {ratio:.1f} x ours (target: 10 x)")


def memory(options: int) -> None:
    """Print the peak memory of one call beside the size of its table."""
    table = table_of(matrix(options))
    tracemalloc.start()
    rank(table, method="topsis")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{options:>9,} options: peak {peak / table.scores.nbytes:.2f} x the table's bytes")


def main() -> None:
    """Compare each method, then show how memory grows."""
    options = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    for method in JOBS:
        compare(method, options, rounds)
    against_pydecision(options, rounds)
    for size in (options // 4, options // 2, options):
        memory(size)


if __name__ == "__main__":
    main()
