"""Time several jobs side by side: interleaved rounds in one process, medians compared."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping

__all__ = ["medians"]


def medians(
    jobs: Mapping[str, Callable[[], object]], *, rounds: int = 7, collect: bool = True
) -> dict[str, float]:
    """Give the median seconds of each job, with the cyclic garbage collector on or off."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            gc.collect()
            if not collect:
                gc.disable()
            start = time.perf_counter()
            made = job()
            times[name].append(time.perf_counter() - start)
            gc.enable()
            del made
    return {name: statistics.median(values) for name, values in times.items()}
