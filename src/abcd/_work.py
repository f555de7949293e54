"""Long work in pieces: on the caller's executor, with the caller's progress bar."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Protocol, TypeVar

from .errors import Fault, InvalidValueError, hidden

__all__ = ["Executor", "Progress", "check_work", "in_order"]

_Item = TypeVar("_Item")
_Answer = TypeVar("_Answer")

# `Executor.map` of Python 3.11 takes all its input at once: it is called on so many items.
_WINDOW = 64


class Executor(Protocol):
    """Whatever maps a function over items and gives the answers in order.

    Executors of `concurrent.futures`, of dask and of MPI do.
    """

    def map(self, function: Callable[..., Any], /, *items: Iterable[Any]) -> Iterable[Any]:
        """Apply the function to each item."""
        ...


class Progress(Protocol):
    """A wrapper around the items that are worked on, such as ``tqdm.tqdm``."""

    def __call__(self, items: Iterable[Any], /, *, total: int | None) -> Iterable[Any]:
        """Hand on the items one by one."""
        ...


def check_work(executor: object, progress: object = None) -> None:
    """Refuse what can not map, and what can not be called."""
    faults = []
    if executor is not None and not callable(getattr(executor, "map", None)):
        accepted = "an object with a method map(function, items), or None"
        faults.append(Fault("executor", hidden(executor), accepted, "value"))
    if progress is not None and not callable(progress):
        accepted = "a function (items, total=) that hands on the items, or None"
        faults.append(Fault("progress", hidden(progress), accepted, "value"))
    if faults:
        raise InvalidValueError(*faults)


def in_order(
    function: Callable[[_Item], _Answer],
    items: Iterable[_Item],
    *,
    executor: Executor | None = None,
    progress: Progress | None = None,
    total: int | None = None,
) -> Iterator[_Answer]:
    """Apply a function to each item; the answers come in the order of the items.

    Parameters
    ----------
    function : callable
        Of one item. To cross to another process it must stand at the top of a module, or be a
        `functools.partial` of such a one.
    items : iterable
        Taken in windows, so that an endless or very long one is never held whole.
    executor : Executor, optional
        Does the work. It is neither made nor closed here.
    progress : Progress, optional
        Sees each answer as it is handed on.
    total : int, optional
        How many items there are, for `progress`.
    """
    answers = map(function, items) if executor is None else _mapped(function, items, executor)
    return iter(answers if progress is None else progress(answers, total=total))


def _mapped(
    function: Callable[[_Item], _Answer], items: Iterable[_Item], executor: Executor
) -> Iterator[_Answer]:
    waiting = iter(items)
    while window := list(islice(waiting, _WINDOW)):
        yield from executor.map(function, window)
