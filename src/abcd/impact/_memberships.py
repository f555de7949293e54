"""Which groups each person belongs to: none, one or several, or not known."""

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from .._arguments import is_number, number, plain
from ..errors import Fault, InvalidValueError, hidden, shown
from ..fields import FrozenMapping
from ..model import Community
from .pairs import Scores, is_sequence, read_id

__all__ = ["Groups", "Key", "Kind", "by_label", "in_order", "read_groups"]

Key: TypeAlias = str | int
# The groups of each person; an empty tuple where that is not known.
Kind: TypeAlias = dict[Key, tuple[Key, ...]]
# What may be given: labels by id or in order, several for whoever is in several; or the name of
# something that the community knows of its people.
Groups: TypeAlias = Scores | str

_FORMS = "a mapping from id to group, a sequence of groups, or the name of a demographic"
_LABEL = "a group: a whole number, text that is not blank, True, False, several of them, or None"
_BANDED = "a finite number, which the bands can sort, or None"


def read_groups(
    argument: str,
    groups: object,
    keys: Sequence[Key],
    *,
    community: Community | None,
    bands: tuple[float, ...] = (),
) -> Kind:
    """Read the groups of people; of whom nothing is said, the group is not known.

    Raises
    ------
    InvalidValueError
        With every label that is none, and where the form does not fit.
    """
    entries = _entries(argument, groups, keys, community)
    faults: list[Fault] = []
    found = {key: _labels(path, value, bands, faults) for path, key, value in entries}
    if faults:
        raise InvalidValueError(*faults)
    return found


def _entries(
    argument: str, groups: object, keys: Sequence[Key], community: Community | None
) -> list[tuple[str, Key, object]]:
    if isinstance(groups, str):
        known = _known(argument, groups, community)
        return [(f"{argument}[{shown(key)}]", key, known.get(key)) for key in keys]
    if isinstance(groups, Mapping):
        return _identified(argument, groups)
    if not is_sequence(groups):
        raise InvalidValueError(Fault(argument, hidden(groups), _FORMS, "form"))
    items = list(groups)
    if list(keys) != list(range(len(items))):
        accepted = f"{len(keys)} groups, one for each value and in the same order; or a mapping"
        raise InvalidValueError(Fault(argument, f"{len(items)} groups", accepted, "length"))
    return [(f"{argument}[{place}]", place, item) for place, item in enumerate(items)]


def _identified(argument: str, groups: Mapping[object, object]) -> list[tuple[str, Key, object]]:
    faults, entries = [], []
    for found, value in groups.items():
        key, path = read_id(found), f"{argument}[{shown(found)}]"
        if key is None:
            accepted = "an id: a whole number, or text that is not blank"
            faults.append(Fault(path, f"the id {shown(found)}", accepted, "id"))
        else:
            entries.append((path, key, value))
    if faults:
        raise InvalidValueError(*faults)
    return entries


def _known(argument: str, name: str, community: Community | None) -> dict[Key, object]:
    """Map each person to what the community knows under a name; `home` is the place."""
    if not isinstance(community, Community):
        accepted = "a mapping; a name needs the community whose people it is about"
        raise InvalidValueError(Fault(argument, shown(name), accepted, "value"))
    if name == "home":
        return {person.id: person.home for person in community.people}
    if not any(name in person.demographics for person in community.people):
        accepted = "'home', or the name of a demographic that some person has"
        raise InvalidValueError(Fault(argument, shown(name), accepted, "value"))
    return {person.id: person.demographics.get(name) for person in community.people}


def _labels(
    path: str, found: object, bands: tuple[float, ...], faults: list[Fault]
) -> tuple[Key, ...]:
    if found is None or (isinstance(found, float) and math.isnan(found)):
        return ()
    if bands:
        if not is_number(found):
            faults.append(Fault(path, shown(found), _BANDED, "value"))
            return ()
        return (_band(number(path, found), bands),)
    several = isinstance(found, list | tuple | set | frozenset)
    items: Iterable[object] = found if several else [found]  # type: ignore[assignment]  # as tested
    labels = [_label(path, item, faults) for item in items]
    return tuple(dict.fromkeys([label for label in labels if label is not None]))


def _label(path: str, found: object, faults: list[Fault]) -> Key | None:
    value = plain(found)
    if isinstance(value, bool):
        return "yes" if value else "no"
    label = read_id(value)
    if label is None:
        faults.append(Fault(path, _told(found), _LABEL, "value"))
    return label


def _told(found: object) -> str:
    return hidden(found) if isinstance(found, FrozenMapping) else shown(found)


def _band(value: float, bands: tuple[float, ...]) -> str:
    """Name the band in which a number lies: from its lower edge to below the next."""
    return _bands(bands)[sum(edge <= value for edge in bands)]


def _bands(bands: tuple[float, ...]) -> list[str]:
    edges = [str(int(edge)) if edge.is_integer() else repr(edge) for edge in bands]
    between = [f"{low} to <{high}" for low, high in itertools.pairwise(edges)]
    return [f"<{edges[0]}", *between, f">={edges[-1]}"]


def in_order(labels: Iterable[Key], bands: tuple[float, ...] = ()) -> list[Key]:
    """Order labels the same way however people are ordered: numbers, then text; bands by edge."""
    if bands:
        found = set(labels)
        return [band for band in _bands(bands) if band in found]
    return sorted(set(labels), key=lambda label: (isinstance(label, str), label))


def by_label(kind: Kind) -> dict[Key, list[Key]]:
    """List the people of each group."""
    people: dict[Key, list[Key]] = {}
    for key, labels in kind.items():
        for label in labels:
            people.setdefault(label, []).append(key)
    return people
