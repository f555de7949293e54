"""Many communities at once: read, grouped by their number of pairs, and flipped together."""

import math
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import attrs
import numpy as np

from ..errors import Fault, InvalidValueError, hidden, shown
from ..results.arrays import FloatArray, IntArray
from ._resolution import DIGITS, measured
from ._sign_changes import exact_tail, reduced_rows, shared_tails
from .pairs import Pairs, compare_labels, is_sequence, read_id, read_pairs

__all__ = ["Communities", "Group", "grouped", "read_communities", "sign_flips"]

# What many waves may be: `Any`, because plain data enter here; the content is checked.
Waves: TypeAlias = Any

_FORMS = (
    "an array with a row for each community, a sequence of waves, or a mapping from community id "
    "to wave"
)
# A power of ten is exact in a float up to here.
_EXACT_POWER = 22


@attrs.frozen(eq=False)
class Communities:
    """The pairs of each community, and how many people have one score only or miss one."""

    ids: tuple[str | int, ...]
    before: list[FloatArray]
    after: list[FloatArray]
    unmatched: int
    omitted: int


@attrs.frozen(eq=False)
class Group:
    """Communities with equally many pairs: a row each, changes in sorted whole steps."""

    places: list[int]
    before: FloatArray
    after: FloatArray
    steps: IntArray
    unit: FloatArray
    parts: FloatArray

    def score(self, steps: FloatArray | IntArray) -> FloatArray:
        """Return steps, a number or a row for each community, as scores."""
        shape = (-1,) + (1,) * (steps.ndim - 1)
        scores: FloatArray = steps * self.unit.reshape(shape) / self.parts.reshape(shape)
        return scores


# --- reading -------------------------------------------------------------------------------------


def read_communities(before: Waves, after: Waves, *, missing: str) -> Communities:
    """Read the waves of many communities.

    Raises
    ------
    InvalidValueError
        If both have not the same form, communities or shape, or a wave can not be read; the
        faults of all communities are listed together.
    """
    if _is_table(before) and _is_table(after):
        return _of_tables(before, after, missing)
    firsts, seconds = _waves("before", before), _waves("after", after)
    _same_communities(before, after, firsts, seconds)
    pairs: list[Pairs] = []
    faults: list[Fault] = []
    for key, wave in firsts.items():
        try:
            pairs.append(read_pairs(wave, seconds[key], missing=missing))
        except InvalidValueError as error:
            faults += [_moved(fault, key) for fault in error.faults]
    if faults:
        raise InvalidValueError(*faults)
    return Communities(
        tuple(firsts),
        [np.array(each.before, dtype=np.float64) for each in pairs],
        [np.array(each.after, dtype=np.float64) for each in pairs],
        sum(len(each.unmatched_before) + len(each.unmatched_after) for each in pairs),
        sum(len(each.omitted) for each in pairs),
    )


def _moved(fault: Fault, key: str | int) -> Fault:
    """Put the community into the path of a fault: before[2] becomes before['b'][2]."""
    wave = "before" if fault.path.startswith("before") else "after"
    return attrs.evolve(fault, path=f"{wave}[{shown(key)}]{fault.path.removeprefix(wave)}")


def _waves(argument: str, waves: Waves) -> dict[str | int, Any]:
    if isinstance(waves, Mapping):
        keys = [(key, read_id(key)) for key in waves]
        bad = [key for key, known in keys if known is None]
        if bad:
            accepted = "a community's id: text or a whole number"
            raise InvalidValueError(Fault(argument, f"the id {shown(bad[0])}", accepted, "id"))
        return {known: waves[key] for key, known in keys if known is not None}
    if is_sequence(waves):
        return dict(enumerate(waves))
    raise InvalidValueError(Fault(argument, hidden(waves), _FORMS, "form"))


def _same_communities(
    before: Waves, after: Waves, firsts: dict[str | int, Any], seconds: dict[str | int, Any]
) -> None:
    if isinstance(before, Mapping) != isinstance(after, Mapping):
        raise InvalidValueError(Fault("after", hidden(after), "the form of before", "form"))
    odd = [key for key in (*firsts, *seconds) if (key in firsts) != (key in seconds)]
    if odd:
        found = f"{shown(odd[0])} in one of the two waves only"
        accepted = "the communities of before, in the same order where they have no ids"
        raise InvalidValueError(Fault("after", found, accepted, "length"))


# --- tables --------------------------------------------------------------------------------------


def _is_table(waves: Waves) -> bool:
    shape = getattr(waves, "shape", None)
    return isinstance(shape, tuple) and len(shape) == 2


def _of_tables(before: Waves, after: Waves, missing: str) -> Communities:
    compare_labels(before, after)
    compare_labels(before, after, of="columns")
    first, second = _table("before", before), _table("after", after)
    if first.shape != second.shape:
        found = f"{second.shape[0]} x {second.shape[1]}"
        accepted = f"{first.shape[0]} x {first.shape[1]}, as before"
        raise InvalidValueError(Fault("after", found, accepted, "length"))
    known, also = ~np.isnan(first), ~np.isnan(second)
    # A place that is empty in both is nobody: communities differ in size.
    one = known != also
    if missing == "raise" and one.any():
        row, column = np.argwhere(one)[0].tolist()
        path = f"{'after' if known[row, column] else 'before'}[{row}][{column}]"
        accepted = 'a number; missing="omit" leaves such pairs out and counts them'
        raise InvalidValueError(Fault(path, "the missing value nan", accepted, "missing"))
    both = known & also
    return Communities(
        _row_ids(before, len(first)),
        [row[kept] for row, kept in zip(first, both, strict=True)],
        [row[kept] for row, kept in zip(second, both, strict=True)],
        0,
        int(one.sum()),
    )


def _table(argument: str, table: Waves) -> FloatArray:
    values = np.asarray(table)
    if values.dtype.kind not in "iuf":
        found = f"a table of {values.dtype}"
        raise InvalidValueError(Fault(argument, found, "a table of numbers", "value"))
    if values.dtype.itemsize < 8 and values.dtype.kind == "f":
        # As in `plain`: 12.3 stored in 32 bits is 12.3.
        values = np.array([float(str(value)) for value in values.flat]).reshape(values.shape)
    numbers: FloatArray = values.astype(np.float64)
    sizes = np.abs(numbers)
    odd = np.isinf(numbers) | (sizes > 1e90) | ((sizes > 0) & (sizes < 1e-90))
    if odd.any():
        row, column = np.argwhere(odd)[0].tolist()
        path = f"{argument}[{row}][{column}]"
        accepted = "a finite number, 0 or between 1e-90 and 1e90 in size"
        raise InvalidValueError(Fault(path, shown(float(numbers[row, column])), accepted, "value"))
    return numbers


def _row_ids(table: Waves, rows: int) -> tuple[str | int, ...]:
    labels = getattr(table, "index", None)
    if labels is None or not hasattr(labels, "equals"):
        return tuple(range(rows))
    ids = [read_id(label) for label in labels]
    known = tuple([each for each in ids if each is not None])
    if len(known) < rows or len(set(known)) < rows:
        accepted = "an index of texts or whole numbers, each once"
        raise InvalidValueError(Fault("before", "an index that can be no ids", accepted, "id"))
    return known


# --- grouping ------------------------------------------------------------------------------------


def grouped(communities: Communities, resolution: float | None) -> list[Group]:
    """Put communities with equally many pairs together; those without any are in no group."""
    sizes: dict[int, list[int]] = {}
    for place, wave in enumerate(communities.before):
        sizes.setdefault(len(wave), []).append(place)
    groups = []
    for n, places in sizes.items():
        if n:
            before = np.stack([communities.before[place] for place in places])
            after = np.stack([communities.after[place] for place in places])
            groups.append(_group(places, before, after, resolution))
    return groups


def _group(
    places: list[int], before: FloatArray, after: FloatArray, resolution: float | None
) -> Group:
    steps = np.empty(before.shape, dtype=np.int64)
    unit, parts = np.ones(len(before)), np.ones(len(before))
    slow: Iterable[int] = range(len(before))
    if resolution is None:
        decimals, regular = _decimals(np.concatenate((before, after), axis=1))
        parts[regular] = 10.0 ** decimals[regular]
        scale = parts[regular][:, np.newaxis]
        whole_after = np.rint(after[regular] * scale).astype(np.int64)
        steps[regular] = whole_after - np.rint(before[regular] * scale).astype(np.int64)
        slow = np.flatnonzero(~regular).tolist()
    for row in slow:
        keys = tuple(range(before.shape[1]))
        pairs = Pairs(keys, tuple(before[row].tolist()), tuple(after[row].tolist()))
        one = measured(pairs, resolution)
        steps[row] = one.differences
        unit[row], parts[row] = one.resolution.numerator, one.resolution.denominator
    return Group(places, before, after, np.sort(steps, axis=1), unit, parts)


def _decimals(scores: FloatArray) -> tuple[IntArray, Any]:
    """Return how many decimals the scores of each row carry, and for which rows this holds.

    A score has k decimals when it is the float that stands nearest to a whole number over 10^k.
    """
    largest = np.abs(scores).max(axis=1).tolist()
    most = np.array([DIGITS - 1 - math.floor(math.log10(top)) if top else 0 for top in largest])
    regular = (most >= 0) & (most <= _EXACT_POWER)
    decimals = np.zeros(len(scores), dtype=np.int64)
    pending = np.flatnonzero(regular)
    places = 0
    while len(pending):
        power = 10.0**places
        rows = scores[pending]
        done = (np.rint(rows * power) / power == rows).all(axis=1) | (most[pending] == places)
        decimals[pending[done]] = places
        pending = pending[~done]
        places += 1
    return decimals, regular


# --- all sign changes ----------------------------------------------------------------------------


def sign_flips(steps: IntArray, *, samples: int, seed: int) -> tuple[FloatArray, list[str]]:
    """Return the p of the mean of each row over sign changes, and how it was got."""
    sizes, observed = reduced_rows(steps)
    p, methods = np.empty(len(steps)), ["exact"] * len(steps)
    many: dict[int, list[int]] = {}
    for row, (values, total) in enumerate(zip(sizes, observed.tolist(), strict=True)):
        changed = values[np.searchsorted(values, 1) :]
        counted = exact_tail(changed, total)
        if counted is None:
            many.setdefault(len(changed), []).append(row)
        else:
            p[row] = counted
    for changed_people, rows in many.items():
        # The changes stand last in each row, behind the zeros.
        signs = sizes[rows, sizes.shape[1] - changed_people :]
        p[rows] = shared_tails(signs, observed[rows], samples=samples, seed=seed)
        for row in rows:
            methods[row] = "monte-carlo"
    return p, methods
