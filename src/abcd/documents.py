"""Exact plain data: `to_dict` and `from_dict` are inverses for every public class.

A document is what JSON can hold, and nothing else; it carries its schema version at the root.
Reading takes two passes. The first builds the objects straight from the rows, which is fast and
right for a sound document. Only where that fails, the second walks every field of every object
and lists all faults with their paths.
"""

import datetime
import decimal
import enum
import functools
import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from .errors import DocumentError, Fault, InvalidValueError, nearest, shown
from .fields import FrozenMapping, faults_of_plain_data, thaw
from .shapes import BROKEN, Field, fields_of, is_ours

if TYPE_CHECKING:
    from cattrs import BaseConverter

__all__ = ["SCHEMA", "configure", "from_dict", "to_dict"]

SCHEMA = "abcd/1"

_T = TypeVar("_T")
_C = TypeVar("_C", bound="BaseConverter")


def to_dict(x: object) -> dict[str, Any]:
    """Turn an object of this library into plain data that `from_dict` reads back exactly.

    Parameters
    ----------
    x : object
        Of any public class: a community, an asset, a result with its caveats. Nothing is
        redacted: for data that leave the house use `abcd.privacy.redact` or an exit.

    Returns
    -------
    dict
        Strict JSON: text, numbers, booleans, None, lists and dicts. Dates are ISO text, amounts
        of money decimal text, nan in an array is None. Fields that are None or empty by default
        are left out. The key ``"schema"`` names the version.

    Raises
    ------
    InvalidValueError
        If the object is of no class of this library.

    Examples
    --------
    >>> from abcd.model import Asset
    >>> to_dict(Asset("hall", "Hall", kinds=["social"]))
    {'schema': 'abcd/1', 'id': 'hall', 'name': 'Hall', 'kinds': ['social'], 'status': 'identified'}
    """
    if not is_ours(type(x)):
        raise InvalidValueError(
            Fault("x", f"an object of {type(x).__name__}", "an object of a class of abcd", "value")
        )
    return {"schema": SCHEMA, **_encoded(x)}


def from_dict(data: Mapping[str, Any], cls: type[_T]) -> _T:
    """Build an object from plain data, exactly, or list everything that is wrong with them.

    Parameters
    ----------
    data : dict
        As `to_dict` gives it. Nothing is coerced: ``"3"`` is no number. Unknown keys are refused.
        The schema version is optional.
    cls : type
        The class to build.

    Returns
    -------
    object
        Of the class `cls`.

    Raises
    ------
    DocumentError
        With one fault for everything that is wrong, each with its path.
    InvalidValueError
        If `cls` is no class of this library.

    Examples
    --------
    >>> from abcd.model import Asset
    >>> from_dict({"id": "hall", "name": "Village hall"}, Asset)
    Asset(id='hall', name='Village hall')
    >>> from_dict({"id": 7, "name": "Village hall", "kinds": "physical"}, Asset)
    Traceback (most recent call last):
    ...
    abcd.errors.DocumentError: 2 faults
      id: found 7; accepted: text that is not blank and does not start with '@'
      kinds: found 'physical'; accepted: a list or tuple, each item text that is not blank
    """
    if not is_ours(cls):
        found = getattr(cls, "__name__", type(cls).__name__)
        raise InvalidValueError(Fault("cls", found, "a class of abcd", "value"))
    return _read(data, cls)


def configure(converter: _C) -> _C:
    """Teach a cattrs converter of your own to read and write the classes of this library.

    Parameters
    ----------
    converter : cattrs.Converter
        It gets hooks for our classes and for nothing else, so that your own classes keep their
        rules. Nested documents carry no schema version.

    Returns
    -------
    cattrs.Converter
        The same converter.

    Examples
    --------
    >>> import cattrs
    >>> from abcd.model import Asset
    >>> converter = configure(cattrs.Converter())
    >>> converter.structure({"ours": [{"id": "hall", "name": "Hall"}]}, dict[str, list[Asset]])
    {'ours': [Asset(id='hall', name='Hall')]}
    """
    converter.register_structure_hook_func(is_ours, _read)
    converter.register_unstructure_hook_func(is_ours, _encoded)
    return converter


# --- writing -------------------------------------------------------------------------------------


def _encoded(x: Any) -> dict[str, Any]:
    document: dict[str, Any] = {}
    cls: Any = type(x)
    for field in fields_of(cls):
        value = getattr(x, field.name)
        if field.empty is BROKEN or value != field.empty:
            document[field.name] = _plain(value, tagged=field.tagged is not None)
    return document


def _plain(value: Any, *, tagged: bool = False) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return value
    if isinstance(value, tuple):
        return [_plain(item, tagged=tagged) for item in value]
    if isinstance(value, FrozenMapping):
        return {"class": "FrozenMapping", "data": thaw(value)} if tagged else thaw(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return str(value)
    if is_ours(type(value)):
        name = {"class": type(value).__name__} if tagged else {}
        return {**name, **_encoded(value)}
    return _listed(value.tolist())


def _listed(value: Any) -> Any:
    if isinstance(value, list):
        return [_listed(item) for item in value]
    return None if isinstance(value, float) and math.isnan(value) else value


# --- reading -------------------------------------------------------------------------------------


def _read(data: Any, cls: type[_T]) -> _T:
    row, faults = _without_schema(data)
    if not faults:
        target: Any = cls
        built: _T
        try:
            built = _builder(target)(row)
        except (TypeError, ValueError, AttributeError, KeyError):
            # Whatever it was, the second pass names it; a traceback could carry personal data.
            built = _examined(target, row, "", faults)
        if not faults:
            return built
    raise DocumentError(*faults) from None


def _without_schema(data: Any) -> tuple[Any, list[Fault]]:
    if type(data) is not dict or "schema" not in data:
        return data, []
    if data["schema"] != SCHEMA:
        accepted = f"{SCHEMA!r}; documents of newer versions need a newer abcd"
        return data, [Fault("schema", shown(data["schema"]), accepted, "schema")]
    return {key: value for key, value in data.items() if key != "schema"}, []


@functools.cache
def _builder(cls: Any) -> Callable[[Any], Any]:
    """Return the first pass for a class: nested objects first, then its own constructor."""
    fields = fields_of(cls)
    if not all(field.checked_by_class for field in fields):
        # The constructor of a result trusts its caller; its documents are small.
        return functools.partial(_built_strictly, cls)
    nested = [
        (field.name, _nested_builder(field.nested, many=field.many))
        for field in fields
        if field.nested is not None
    ]

    def build(row: Any) -> Any:
        if type(row) is not dict:
            raise TypeError
        values = row
        for name, read in nested:
            if row.get(name) is not None:
                if values is row:
                    values = dict(row)
                values[name] = read(row[name])
        return cls(**values)

    return build


def _nested_builder(cls: Any, *, many: bool) -> Callable[[Any], Any]:
    build = _builder(cls)
    if not many:
        return build

    def build_many(rows: Any) -> Any:
        if type(rows) is not list:
            raise TypeError
        return tuple([build(row) for row in rows])

    return build_many


def _built_strictly(cls: Any, row: Any) -> Any:
    faults: list[Fault] = []
    built = _examined(cls, row, "", faults)
    if faults:
        raise ValueError
    return built


def _examined(cls: Any, row: Any, path: str, faults: list[Fault]) -> Any:
    """Build one object, or list what is wrong with it and return what could be saved, or None."""
    if type(row) is not dict:
        accepted = f"a mapping with the fields of {cls.__name__}"
        faults.append(Fault(path, shown(row), accepted, "value"))
        return None
    fields = {field.name: field for field in fields_of(cls)}
    found: list[Fault] = []
    for key in row:
        if key not in fields:
            path_of_key = key if isinstance(key, str) and key.isidentifier() else f"[{shown(key)}]"
            accepted = f"a field of {cls.__name__}: {nearest(key, fields)}"
            found.append(Fault(path_of_key, "an unknown key", accepted, "unknown-key"))
    good: dict[str, Any] = {}
    for name, field in fields.items():
        if name in row:
            value = _value(field, row[name], name, found)
            if value is not BROKEN:
                good[name] = value
        elif field.required:
            found.append(Fault(name, "nothing", field.accepted, "missing"))
    built = _assembled(cls, good, found)
    faults += [fault.within(path) if path else fault for fault in found]
    return built


def _assembled(cls: Any, good: dict[str, Any], found: list[Fault]) -> Any:
    """Construct the object; where fields are at fault, list what the others do wrong together."""
    if found:
        between = getattr(cls, "_faults_between", None)
        if between is not None:
            found += between(good)
        # An entity whose other fields are at fault still answers for its id.
        good = {"name": "?", **good} if "id" in good else good
    try:
        return cls(**_whole(good))
    except (InvalidValueError, ValueError, TypeError) as error:
        if not found:
            found += getattr(error, "faults", None) or [
                Fault("", "values that do not fit together", f"a {cls.__name__}", "value")
            ]
        return None


def _whole(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: tuple([item for item in value if item is not None])
        if isinstance(value, list)
        else value
        for name, value in values.items()
    }


def _value(field: Field, value: Any, path: str, faults: list[Fault]) -> Any:
    """Read one field; `BROKEN` where nothing of it can be used."""
    if field.plain is not None:
        return field.plain(value, path, faults)
    if value is None and field.optional:
        return None
    if not field.many:
        before = len(faults)
        built = _object(field, value, path, faults)
        return built if len(faults) == before else BROKEN
    if type(value) is not list:
        faults.append(Fault(path, shown(value), "a list of objects", "value"))
        return BROKEN
    # A list, with None where an item is lost, so that positions stay.
    return [_object(field, item, f"{path}[{index}]", faults) for index, item in enumerate(value)]


def _object(field: Field, row: Any, path: str, faults: list[Fault]) -> Any:
    if field.tagged is None:
        return _examined(field.nested, row, path, faults)
    name = row.get("class") if type(row) is dict else None
    if not (isinstance(name, str) and name in field.tagged):
        accepted = f"a mapping whose 'class' is {nearest(name, field.tagged)}"
        faults.append(Fault(path, shown(row), accepted, "class"))
        return None
    rest = {key: value for key, value in row.items() if key != "class"}
    if name != "FrozenMapping":
        return _examined(field.tagged[name], rest, path, faults)
    found = list(faults_of_plain_data(f"{path}['data']", rest.get("data")))
    faults += found
    return None if found else FrozenMapping(rest["data"])
