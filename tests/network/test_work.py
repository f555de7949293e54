"""Long work on an executor, with progress: the same numbers, and every piece is seen."""

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from typing import Any

import networkx as nx
import pytest

from abcd.errors import InvalidValueError
from abcd.network import brokerage, cohesion, ei_index, introductions, what_if

# Large enough for several batches of sources, and several blocks of draws.
NETWORK: Any = nx.gnm_random_graph(600, 1_500, seed=1)
ARCS: Any = nx.gnm_random_graph(600, 1_500, seed=1, directed=True)
GROUPS = [node % 3 for node in NETWORK]
JOBS: dict[str, Callable[..., Any]] = {
    "cohesion": partial(cohesion, NETWORK),
    "cohesion, directed": partial(cohesion, ARCS),
    "what_if": partial(what_if, NETWORK, remove_people=[1], add_ties=[(2, 3)]),
    "ei_index": partial(ei_index, NETWORK, GROUPS, permutations=2_000, rng=1),
    "brokerage": partial(brokerage, ARCS, GROUPS, permutations=700, rng=1),
    "introductions": partial(
        introductions, NETWORK, 3, candidates=5, exact_up_to=0, sources=130, rng=1
    ),
}


@pytest.mark.parametrize("job", JOBS)
def test_an_executor_changes_no_digit(job: str) -> None:
    """Threads and processes; a progress bar sees each piece, of as many as it was told."""
    seen: list[tuple[int, int | None]] = []

    def progress(items: Iterable[Any], /, *, total: int | None) -> Iterable[Any]:
        listed = list(items)
        seen.append((len(listed), total))
        return listed

    alone = JOBS[job]()
    with ThreadPoolExecutor(2) as pool:
        assert JOBS[job](executor=pool, progress=progress) == alone
    assert seen
    for count, total in seen:
        assert count == total
        assert count > 1
    with ProcessPoolExecutor(1) as processes:
        assert JOBS[job](executor=processes) == alone


@pytest.mark.parametrize("job", JOBS)
def test_what_can_not_work_is_refused(job: str) -> None:
    """An executor without map, and a progress bar that can not be called."""
    with pytest.raises(InvalidValueError, match="executor: found int"):
        JOBS[job](executor=3)
    with pytest.raises(InvalidValueError, match="progress: found int"):
        JOBS[job](progress=3)
