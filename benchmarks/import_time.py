"""How long importing takes, against what the library stands on.

Run by hand: ``python benchmarks/import_time.py``. Fresh interpreters, interleaved rounds; printed
are ratios of medians, because times depend on the machine and ratios hardly do.
"""

import statistics
import subprocess
import sys

ROUNDS = 15
AGAINST = "import attrs, cattrs, networkx"
LINES = {
    "import abcd": 0.15,
    "from abcd import Asset, Community, Cycle, FIVE_D, Person, Tie": 0.60,
}
# The child measures itself, so that starting the interpreter does not count.
CHILD = "import time; start = time.perf_counter(); {line}; print(time.perf_counter() - start)"


def seconds(line: str) -> float:
    """Time one import line in a fresh interpreter."""
    command = [sys.executable, "-c", CHILD.format(line=line)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    """Print each line's share of the time that the foundations take."""
    lines = [AGAINST, *LINES]
    times: dict[str, list[float]] = {line: [] for line in lines}
    for _ in range(ROUNDS):
        for line in lines:
            times[line].append(seconds(line))
    base = statistics.median(times[AGAINST])
    print(f"{AGAINST}: {base * 1000:.0f} ms")
    for line, target in LINES.items():
        ratio = statistics.median(times[line]) / base
        print(f"{line}: {ratio:.2f} x the time (target: {target:.2f} x or less)")


if __name__ == "__main__":
    main()
