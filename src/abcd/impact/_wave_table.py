"""Reading more than two waves: the people who have all of them, and when they were asked."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import numpy as np

from .._arguments import number
from ..errors import Fault, InvalidValueError, hidden, shown
from ..fields import one_of
from ..results.arrays import FloatArray
from .pairs import Wave, is_sequence, read_id, read_wave

__all__ = ["read_times", "read_waves"]


def read_waves(
    scores: object, missing: str
) -> tuple[tuple[str | int, ...], tuple[str | int, ...], FloatArray, tuple[str | int, ...]]:
    """Return the waves, the people with all of them, their scores (a row each), and the others.

    Raises
    ------
    InvalidValueError
        If there are fewer than three waves, they do not fit together, or scores can not be read.
    """
    one_of("missing", missing, ("raise", "omit"))
    named = _named(scores)
    faults: list[Fault] = []
    read = {
        name: read_wave(f"scores[{shown(name)}]", wave, missing, faults)
        for name, wave in named.items()
    }
    faults = faults or list(_misfits(read))
    if faults:
        raise InvalidValueError(*faults)
    everybody = dict.fromkeys(key for wave in read.values() for key in wave.values)
    whole_rows: list[list[float]] = []
    complete: list[str | int] = []
    for key in everybody:
        row = [wave.values.get(key) for wave in read.values()]
        known = [score for score in row if score is not None]
        if len(known) == len(row):
            complete.append(key)
            whole_rows.append(known)
    kept = set(complete)
    table = np.array(whole_rows, dtype=np.float64).reshape(len(complete), len(read))
    return tuple(read), tuple(complete), table, tuple([k for k in everybody if k not in kept])


def _named(scores: object) -> dict[str | int, Any]:
    accepted = "at least three waves: a mapping of wave to scores, or a sequence of scores"
    if isinstance(scores, Mapping):
        known = {read_id(name): wave for name, wave in scores.items()}
        if None in known:
            raise InvalidValueError(
                Fault("scores", hidden(scores), "waves by text, each once", "id")
            )
        named: dict[str | int, Any] = {
            name: wave for name, wave in known.items() if name is not None
        }
    elif is_sequence(scores):
        named = {f"wave {place}": wave for place, wave in enumerate(scores, start=1)}
    else:
        raise InvalidValueError(Fault("scores", hidden(scores), accepted, "form"))
    if len(named) < 3:
        found = f"{len(named)} waves"
        raise InvalidValueError(
            Fault("scores", found, f"{accepted}; two are for paired_change", "length")
        )
    return named


def _misfits(read: Mapping[str | int, Wave]) -> Iterator[Fault]:
    first = next(iter(read.values()))
    for name, wave in read.items():
        path = f"scores[{shown(name)}]"
        if wave.form != first.form:
            yield Fault(path, wave.form, f"the form of the first wave: {first.form}", "form")
        elif wave.form == "numbers" and len(wave.values) != len(first.values):
            accepted = f"{len(first.values)}, as many as in the first wave and in the same order"
            yield Fault(path, f"{len(wave.values)} values", accepted, "length")


def read_times(times: object, count: int) -> FloatArray:
    """Return when each wave was taken; 0, 1, 2, ... where that is not said.

    Raises
    ------
    InvalidValueError
        If they are not one rising number a wave.
    """
    if times is None:
        return np.arange(count, dtype=np.float64)
    if not is_sequence(times):
        raise InvalidValueError(Fault("times", hidden(times), "a number for each wave", "form"))
    found = [number(f"times[{place}]", time) for place, time in enumerate(times)]
    if len(found) != count or any(later <= earlier for earlier, later in pairwise(found)):
        accepted = f"{count} numbers, one a wave, each above the one before"
        raise InvalidValueError(Fault("times", shown(found), accepted, "value"))
    return np.array(found)
