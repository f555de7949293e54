"""Reading what stands on ballots: sound ones as numbers, the others as faults."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from ..errors import Fault, InvalidValueError, nearest, shown
from ..fields import thaw, to_number
from ..results.arrays import FloatArray
from ._orders import Order, Voices, read_order, read_voices
from .ballots import BallotKind, Ballots
from .criteria import SIZE_LIMIT

__all__ = ["Heard", "Sorted", "hear", "sort_ballots"]


class Sorted(NamedTuple):
    """Ballots by what can be done with them.

    `marks` has a row a sound ballot and a column an option: dots, 1 for approved or vetoed,
    ratings, places. nan is no mark.
    """

    sound: tuple[str, ...]
    marks: FloatArray
    blank: tuple[str, ...]
    set_aside: tuple[str, ...]
    faults: tuple[Fault, ...]


def sort_ballots(ballots: Ballots) -> Sorted:
    """Tell sound ballots from blank and from spoiled ones, in the order in which they were cast.

    An empty list of vetoes is sound: it objects to nothing.
    """
    sound: list[str] = []
    blank: list[str] = []
    set_aside: list[str] = []
    faults: list[Fault] = []
    rows: list[list[float]] = []
    invited = set(ballots.invited)
    for voter, stored in ballots.votes.items():
        marks = thaw(stored)
        path = f"votes[{shown(voter)}]"
        found: list[Fault] = []
        if invited and voter not in invited:
            accepted = f"one of those invited: {nearest(voter, ballots.invited)}"
            found.append(Fault(path, shown(voter), accepted, "not-invited"))
        values = {} if _is_empty(marks) else _READERS[ballots.kind](marks, path, found)
        found += _strangers(values, ballots.options, path)
        found += _limits(values, ballots, path) if not found else ()
        if found:
            set_aside.append(voter)
            faults += found
        elif not values and (marks is None or ballots.kind is not BallotKind.VETO):
            blank.append(voter)
        else:
            sound.append(voter)
            rows.append([values.get(option, math.nan) for option in ballots.options])
    marks_read = np.array(rows).reshape(len(rows), len(ballots.options))
    return Sorted(tuple(sound), marks_read, tuple(blank), tuple(set_aside), tuple(faults))


def _is_empty(marks: Any) -> bool:
    return marks is None or (isinstance(marks, dict | list) and not marks)


def _strangers(values: Mapping[Any, float], options: Sequence[str], path: str) -> Iterator[Fault]:
    for option in values:
        if option not in options:
            accepted = f"one of the options: {nearest(option, options)}"
            yield Fault(path, shown(option), accepted, "unknown-option")


# --- one kind each -------------------------------------------------------------------------------


def _numbers(marks: Any, path: str, faults: list[Fault]) -> dict[Any, float]:
    """Read a mapping from option to number; None is no mark."""
    if not isinstance(marks, dict):
        faults.append(Fault(path, shown(marks), "a mapping {option: number}", "value"))
        return {}
    values: dict[Any, float] = {}
    for option, value in marks.items():
        number = to_number(value)
        if number is None:
            continue
        if type(number) not in (int, float) or abs(number) >= SIZE_LIMIT:
            accepted = f"a number below {SIZE_LIMIT:g} in size, or None"
            faults.append(Fault(f"{path}[{shown(option)}]", shown(number), accepted, "value"))
            continue
        values[option] = float(number)
    return values


def _dots(marks: Any, path: str, faults: list[Fault]) -> dict[Any, float]:
    values = _numbers(marks, path, faults)
    faults += [
        Fault(f"{path}[{shown(option)}]", shown(value), "a whole number of dots from 0", "value")
        for option, value in values.items()
        if value < 0 or not value.is_integer()
    ]
    return {option: value for option, value in values.items() if value}


def _listed(marks: Any, path: str, faults: list[Fault]) -> dict[Any, float]:
    if not isinstance(marks, list):
        faults.append(Fault(path, shown(marks), "a list of options", "value"))
        return {}
    groups = read_order(marks, path, faults)
    if any(len(group) > 1 for group in groups):
        faults.append(Fault(path, "a list inside the list", "a list of options", "value"))
    return {option: 1.0 for group in groups for option in group}


def _places(marks: Any, path: str, faults: list[Fault]) -> dict[Any, float]:
    order = read_order(marks, path, faults)
    return {option: place + 1.0 for place, group in enumerate(order) for option in group}


_READERS = {
    BallotKind.DOTS: _dots,
    BallotKind.APPROVAL: _listed,
    BallotKind.VETO: _listed,
    BallotKind.RATING: _numbers,
    BallotKind.RANKING: _places,
}


def _limits(values: Mapping[Any, float], ballots: Ballots, path: str) -> Iterator[Fault]:
    if ballots.dots is not None and sum(values.values()) > ballots.dots:
        found = f"{sum(values.values()):g} dots"
        yield Fault(path, found, f"at most {ballots.dots}", "too-many")
    low, high = ballots.minimum, ballots.maximum
    for option, value in values.items():
        if (low is not None and value < low) or (high is not None and value > high):
            ends = f"from {shown(low)}" if high is None else f"up to {shown(high)}"
            ends = f"from {shown(low)} to {shown(high)}" if None not in (low, high) else ends
            where = f"{path}[{shown(option)}]"
            yield Fault(where, shown(value), f"a number on the scale, {ends}", "out-of-range")


# --- ballots as orders ---------------------------------------------------------------------------


class Heard(NamedTuple):
    """The orders of many, and how many ballots could not be read as one."""

    voices: Voices
    set_aside: int
    cast: int


def hear(rankings: object, options: object = None, *, marks: bool = False) -> Heard:
    """Read orders, or `Ballots`: those that rank, and with `marks` those of each kind.

    Dots and ratings order by number, approval puts what is approved above the rest, veto what is
    not vetoed. A blank ballot abstains, a spoiled one is set aside.

    Raises
    ------
    InvalidValueError
        With every fault.
    """
    if type(rankings) is not Ballots:
        voices = read_voices(rankings, options)
        return Heard(voices, 0, len(voices.voters))
    if options is not None:
        accepted = "None, as ballots have their own"
        raise InvalidValueError(Fault("options", shown(options), accepted, "conflict"))
    if not marks and rankings.kind is not BallotKind.RANKING:
        accepted = "ballots of the kind 'ranking'; `tally` counts the others"
        raise InvalidValueError(
            Fault("rankings", f"the kind {rankings.kind.value!r}", accepted, "value")
        )
    read = sort_ballots(rankings)
    rows = dict(zip(read.sound, read.marks, strict=True))
    spoiled = set(read.set_aside)
    voters = tuple([voter for voter in rankings.votes if voter not in spoiled])
    orders = tuple([_as_order(rows.get(voter), rankings) for voter in voters])
    return Heard(Voices(voters, rankings.options, orders), len(read.set_aside), len(rankings.votes))


def _as_order(row: FloatArray | None, ballots: Ballots) -> Order:
    if row is None:
        return ()
    places = row if ballots.kind in (BallotKind.RANKING, BallotKind.VETO) else -row
    if ballots.kind in (BallotKind.DOTS, BallotKind.APPROVAL, BallotKind.VETO):
        # No dot, no approval and no veto are said of an option, too.
        places = np.where(np.isnan(places), 0.0, places)
    return tuple(
        [
            tuple([ballots.options[place] for place in np.flatnonzero(places == value)])
            for value in np.unique(places[~np.isnan(places)])
        ]
    )
