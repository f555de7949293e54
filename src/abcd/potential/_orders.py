"""Orders as people give them: best first, ties allowed, options left out allowed."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from ..errors import Fault, InvalidValueError, nearest, shown
from ..fields import to_number
from ..results import RowResult
from ..results.arrays import FloatArray
from ._rows import ID_OR_NUMBER, is_id, to_id

__all__ = ["ORDER", "Id", "Order", "Voices", "checked_ids", "read_order", "read_voices"]

Id: TypeAlias = str | int
Order: TypeAlias = tuple[tuple[Id, ...], ...]
"""Groups of options, the best first; the options of one group are tied."""

ORDER = (
    "ids, the best first, a list of ids where some are tied; or a mapping {id: place}; or a result "
    "with ranks"
)


class Voices(NamedTuple):
    """Who spoke, what there was to order, and each order; an empty order is an abstention."""

    voters: tuple[Id, ...]
    options: tuple[Id, ...]
    orders: tuple[Order, ...]

    def places(self) -> FloatArray:
        """Return each voter's place of each option, 1 the best, nan where it was left out.

        Options that are tied have the same place. Voters who abstained have no row.
        """
        column = {option: place for place, option in enumerate(self.options)}
        spoken = [order for order in self.orders if order]
        places = np.full((len(spoken), len(self.options)), np.nan)
        for row, order in enumerate(spoken):
            for place, group in enumerate(order):
                for option in group:
                    places[row, column[option]] = place + 1
        return places


def read_voices(rankings: object, options: object) -> Voices:
    """Read the orders of many, a mapping by voter or a list, and refuse what can not be read.

    Raises
    ------
    InvalidValueError
        With every fault.
    """
    faults: list[Fault] = []
    if isinstance(rankings, Mapping):
        voters = [to_id(key) for key in rankings]
        faults += [
            Fault("rankings", f"the key {shown(voter)}", ID_OR_NUMBER.accepted, "value")
            for voter in voters
            if not is_id(voter)
        ]
        values = list(rankings.values())
    elif isinstance(rankings, list | tuple):
        voters, values = list(range(len(rankings))), list(rankings)
    else:
        accepted = "a mapping {voter: ranking} or a list of rankings"
        raise InvalidValueError(Fault("rankings", shown(rankings), accepted, "value"))
    orders = [
        () if value is None else read_order(value, f"rankings[{shown(voter)}]", faults)
        for voter, value in zip(voters, values, strict=True)
    ]
    found = list(dict.fromkeys(id for order in orders for group in order for id in group))
    known = tuple(found) if options is None else checked_ids("options", options, faults)
    if options is not None:
        faults += _unknown(voters, orders, known)
    if faults:
        raise InvalidValueError(*faults)
    return Voices(tuple(voters), known, tuple(orders))


def _unknown(
    voters: Sequence[Any], orders: Sequence[Order], known: Sequence[Id]
) -> Iterator[Fault]:
    accepted = set(known)
    for voter, order in zip(voters, orders, strict=True):
        for option in (option for group in order for option in group):
            if option not in accepted:
                names = [name for name in known if isinstance(name, str)]
                words = f"one of the options: {nearest(option, names)}"
                yield Fault(f"rankings[{shown(voter)}]", shown(option), words, "unknown-option")


def checked_ids(path: str, value: object, faults: list[Fault]) -> tuple[Id, ...]:
    """Read a list of ids that stand once each."""
    if not isinstance(value, list | tuple | range):
        faults.append(Fault(path, shown(value), "a list of ids", "value"))
        return ()
    return _flat([(item,) for item in value], path, faults)


def read_order(value: object, path: str, faults: list[Fault]) -> Order:
    """Read one order; what can not be read is added to the faults."""
    columns = value.columns() if isinstance(value, RowResult) else {}
    if "options" in columns and "ranks" in columns:
        value = dict(zip(columns["options"], columns["ranks"], strict=True))
    if isinstance(value, Mapping):
        return _by_places(value, path, faults)
    if not isinstance(value, list | tuple):
        faults.append(Fault(path, shown(value), ORDER, "value"))
        return ()
    groups = [tuple(item) if isinstance(item, list | tuple) else (item,) for item in value]
    faulty = len(faults)
    ids = iter(_flat(groups, path, faults))
    if len(faults) > faulty:
        return ()
    order = [tuple([next(ids) for _ in group]) for group in groups]
    return tuple([group for group in order if group])


def _flat(groups: Sequence[Sequence[Any]], path: str, faults: list[Fault]) -> tuple[Id, ...]:
    ids: list[Id] = []
    seen: set[Id] = set()
    for place, group in enumerate(groups):
        for item in group:
            id = to_id(item)
            if not is_id(id):
                faults.append(Fault(f"{path}[{place}]", shown(id), ID_OR_NUMBER.accepted, "value"))
            elif id in seen:
                found = f"the id {shown(id)} again"
                faults.append(Fault(f"{path}[{place}]", found, "each id once", "duplicate-id"))
            else:
                seen.add(id)
                ids.append(id)
    return tuple(ids)


def _by_places(places: Mapping[Any, Any], path: str, faults: list[Fault]) -> Order:
    """Read places such as 1, 2, 2, 4: the lower, the better; None and nan are left out."""
    groups: dict[float, list[Id]] = {}
    for key, value in places.items():
        id, number = to_id(key), to_number(value)
        if not is_id(id):
            faults.append(Fault(path, f"the key {shown(id)}", ID_OR_NUMBER.accepted, "value"))
        elif number is None or (type(number) is float and math.isnan(number)):
            continue
        elif type(number) not in (int, float) or abs(number) == math.inf:
            accepted = "a place such as 1, or None for an option left out"
            faults.append(Fault(f"{path}[{shown(id)}]", shown(number), accepted, "value"))
        else:
            groups.setdefault(number, []).append(id)
    return tuple([tuple(groups[place]) for place in sorted(groups)])
