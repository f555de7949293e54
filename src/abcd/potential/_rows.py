"""Ids of options and raters, and tables that come as mappings or as a list of records."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from ..errors import Fault, InvalidValueError, nearest, shown
from ..fields import ID, INTEGER_LIMIT, Rule, as_tuple, to_number, to_text
from .criteria import Criterion

__all__ = ["OPTIONS", "RATERS", "check_keys", "criterion_ids", "read_records", "read_row", "to_ids"]


def to_ids(value: Iterable[str | int]) -> tuple[str | int, ...]:
    """Store ids of text or whole numbers as a tuple."""
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if not isinstance(value, Sequence) or isinstance(value, str | bytes):
        return value  # type: ignore[return-value]  # the rule refuses it and names the field
    items = tuple(value)
    if set(map(type, items)) <= {str, int}:
        return items
    return tuple([to_id(item) for item in items])


def to_id(value: Any) -> Any:
    return to_text(value) if isinstance(value, str) else to_number(value)


def is_id(value: Any) -> bool:
    return (
        ID.test(value) if type(value) is str else type(value) is int and abs(value) < INTEGER_LIMIT
    )


def _are_ids(value: Any) -> bool:
    return type(value) is tuple and all(map(is_id, value))


ID_OR_NUMBER = Rule(is_id, f"{ID.accepted}, or a whole number")
RATERS = Rule(_are_ids, f"a list or tuple, each item {ID_OR_NUMBER.accepted}", items=ID_OR_NUMBER)
OPTIONS = RATERS.filled()


def criterion_ids(criteria: Any) -> list[str]:
    """Return the ids that can be read; what is no criterion the constructor refuses."""
    items = as_tuple(criteria)
    return [item.id for item in items if type(item) is Criterion] if type(items) is tuple else []


def read_row(row: Any, criteria: Sequence[str], path: str, faults: list[Fault]) -> list[Any]:
    """Return the scores of one mapping in the order of the criteria, None for a gap."""
    if not isinstance(row, Mapping):
        faults.append(Fault(path, shown(row), "a mapping {criterion: score}", "value"))
        return [None] * len(criteria)
    known = set(criteria)
    for key in row:
        if not (isinstance(key, str) and key in known):
            accepted = f"a criterion of the table: {nearest(key, criteria)}"
            faults.append(Fault(path, f"the key {shown(key)}", accepted, "unknown-criterion"))
    return [row.get(id) for id in criteria]


def check_keys(records: object, option: object, rater: object, criteria: Sequence[str]) -> None:
    """Refuse what are no records, and keys that are no text or would hide a criterion."""
    faults = []
    if not isinstance(records, Iterable) or isinstance(records, str | bytes | Mapping):
        faults.append(Fault("records", shown(records), "a list of mappings", "value"))
    keys = {"option": option, "rater": rater}
    for name, key in keys.items():
        if name == "rater" and key is None:
            continue
        if type(key) is not str:
            faults.append(Fault(name, shown(key), "a key of the records, as text", "value"))
        elif key in criteria:
            accepted = "a key that is no id of a criterion"
            faults.append(Fault(name, shown(key), accepted, "conflict"))
    if type(option) is str and option == rater:
        faults.append(Fault("rater", shown(rater), "another key than that of options", "conflict"))
    if faults:
        raise InvalidValueError(*faults)


def read_records(
    records: Sequence[Any],
    criteria: Sequence[str],
    keys: tuple[str, str | None],
    faults: list[Fault],
) -> dict[tuple[Any, Any], list[Any]]:
    """Return the scores by option and rater (None without raters), as they first appear."""
    option, rater = keys
    rows: dict[tuple[Any, Any], list[Any]] = {}
    for place, record in enumerate(records):
        path = f"records[{place}]"
        if not isinstance(record, Mapping):
            faults.append(Fault(path, shown(record), f"a mapping with the key {option!r}", "value"))
            continue
        id = _id_of(record, option, path, faults)
        who = None if rater is None else _id_of(record, rater, path, faults)
        scores = {key: value for key, value in record.items() if key not in keys}
        if (id, who) in rows:
            found = f"a second record of {shown(id)}" + (f" by {shown(who)}" if rater else "")
            faults.append(Fault(path, found, "one record an option and rater", "duplicate-id"))
        rows[id, who] = read_row(scores, criteria, path, faults)
    return rows


def _id_of(record: Mapping[str, Any], key: str, path: str, faults: list[Fault]) -> Any:
    id = to_id(record.get(key))
    if not is_id(id):
        faults.append(Fault(f"{path}[{key!r}]", shown(id), ID_OR_NUMBER.accepted, "value"))
        return f"record {path}"
    return id
