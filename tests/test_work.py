"""Long work in windows, on any executor, with any progress bar."""

import math
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from itertools import count, islice
from typing import Any

import pytest

from abcd._work import check_work, in_order
from abcd.errors import InvalidValueError


class Recorded:
    """An executor that keeps the size of each window."""

    def __init__(self) -> None:
        self.windows: list[int] = []

    def map(self, function: Callable[..., Any], /, *items: Iterable[Any]) -> Iterable[Any]:
        """Work at once, as the executors of Python 3.11 do."""
        (window,) = [list(part) for part in items]
        self.windows.append(len(window))
        return [function(item) for item in window]


def test_every_way_gives_the_same_answers() -> None:
    """One by one, in threads and in processes."""
    expected = [math.isqrt(item) for item in range(200)]
    assert list(in_order(math.isqrt, range(200))) == expected
    with ThreadPoolExecutor(2) as threads, ProcessPoolExecutor(1) as processes:
        assert list(in_order(math.isqrt, range(200), executor=threads)) == expected
        assert list(in_order(math.isqrt, range(200), executor=processes)) == expected


def test_an_endless_stream_is_taken_in_windows() -> None:
    """No more than one window is held."""
    executor = Recorded()
    first = list(islice(in_order(math.isqrt, count(), executor=executor), 100))
    assert first == [math.isqrt(item) for item in range(100)]
    assert executor.windows == [64, 64]


@pytest.mark.parametrize("executor", [None, Recorded()])
def test_progress_sees_each_answer(executor: Recorded | None) -> None:
    """It is called once, with the answers as they come and their number."""
    seen: list[Any] = []

    def progress(items: Iterable[Any], /, *, total: int | None) -> Iterator[Any]:
        seen.append(total)
        for item in items:
            seen.append(item)
            yield item

    found = list(in_order(math.isqrt, [1, 4, 9], executor=executor, progress=progress, total=3))
    assert found == [1, 2, 3]
    assert seen == [3, 1, 2, 3]


def test_what_can_not_work_is_refused() -> None:
    """Both at once, each by its name; nothing of them is shown."""
    check_work(None)
    check_work(Recorded(), list)
    with pytest.raises(
        InvalidValueError, match=r"executor: found .*\n?.*progress: found"
    ) as caught:
        check_work("threads", 3)
    assert [fault.path for fault in caught.value.faults] == ["executor", "progress"]
