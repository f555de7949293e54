"""Exact plain data: `to_dict` and `from_dict` are inverses for every public class.

A document is what JSON can hold, and nothing else; it carries its schema version at the root.
Reading takes two passes. The first builds the objects straight from the rows, which is fast and
right for a sound document. Only where that fails, the second walks every field of every object
and lists all faults with their paths.
"""

import contextlib
import datetime
import decimal
import enum
import functools
import math
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from .errors import DocumentError, Fault, InvalidValueError, hidden, nearest, shown
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
        are left out. The key ``"schema"`` names the version, at the root only.

    Raises
    ------
    InvalidValueError
        If the object is of no class of this library, or is a result that holds an infinity,
        which JSON can not.

    See Also
    --------
    from_dict : The way back.

    Notes
    -----
    Where objects of several classes may stand, as in `Assembly.set_aside`, the key ``"class"``
    says which one it is.

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
    data : mapping
        As `to_dict` gives it; any mapping may stand for a dict, and a tuple for a list. Nothing
        is coerced: ``"3"`` is no number. Unknown keys are refused. The schema version is optional,
        and stands at the root only.
    cls : type
        The class to build.

    Returns
    -------
    object
        Of the class `cls`.

    Raises
    ------
    DocumentError
        With one fault for everything that is wrong, each with its path: of every field of every
        object, and of what does not fit together beside them. A document of a newer schema has
        that one fault, because the rest can not be judged.
    InvalidValueError
        If `cls` is no class of this library.

    See Also
    --------
    to_dict : The way there.

    Notes
    -----
    What Python has and JSON has not is accepted where its plain form is: a date for its ISO text, a
    member of a vocabulary for its code, a number of numpy for a plain one. Text such as a name is
    described in faults by its length, never shown. Open mappings (`extra`,
    `demographics`, ...) may be nested 100 levels deep.

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
        found = cls.__name__ if isinstance(cls, type) else hidden(cls)
        raise InvalidValueError(Fault("cls", found, "a class of abcd", "value"))
    return _read(data, cls)


def configure(converter: _C) -> _C:
    """Teach a cattrs converter of your own to read and write the classes of this library.

    Parameters
    ----------
    converter : cattrs.Converter
        It gets hooks for our classes and for nothing else, so that your own classes keep their
        rules. What it writes carries no schema version; it reads documents with and without one.

    Returns
    -------
    cattrs.Converter
        The same converter.

    Raises
    ------
    InvalidValueError
        If it is no cattrs converter. What the converter itself raises later passes through; a
        `DocumentError` of ours is then among the exceptions of its group.

    Examples
    --------
    >>> import cattrs
    >>> from abcd.model import Asset
    >>> converter = configure(cattrs.Converter())
    >>> converter.structure({"ours": [{"id": "hall", "name": "Hall"}]}, dict[str, list[Asset]])
    {'ours': [Asset(id='hall', name='Hall')]}
    """
    if not hasattr(type(converter), "register_structure_hook_func"):
        fault = Fault("converter", hidden(converter), "a cattrs converter", "value")
        raise InvalidValueError(fault)
    converter.register_structure_hook_func(is_ours, _read)
    converter.register_unstructure_hook_func(is_ours, _encoded)
    return converter


# --- writing -------------------------------------------------------------------------------------


def _encoded(x: Any) -> dict[str, Any]:
    document: dict[str, Any] = {}
    cls: Any = type(x)
    for field in fields_of(cls):
        value = getattr(x, field.name)
        if not field.left_out(value):
            document[field.name] = _plain(value, field.name, tagged=field.tagged is not None)
    return document


def _plain(value: Any, path: str, *, tagged: bool = False) -> Any:
    if isinstance(value, enum.Enum):
        return value.value
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return _finite(value, path)
    if isinstance(value, tuple):
        return [_plain(item, path, tagged=tagged) for item in value]
    if isinstance(value, FrozenMapping):
        return {"class": "FrozenMapping", "data": thaw(value)} if tagged else thaw(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return str(value)
    if is_ours(type(value)):
        return {"class": type(value).__name__, **_encoded(value)} if tagged else _encoded(value)
    return _listed(value.tolist(), path)


def _listed(value: Any, path: str) -> Any:
    """Return the items of an array, with None for nan."""
    if isinstance(value, list):
        return [_listed(item, path) for item in value]
    return None if isinstance(value, float) and math.isnan(value) else _finite(value, path)


def _finite(value: float, path: str) -> float:
    # The classes of the model refuse these numbers themselves; a result trusts its maker.
    if not math.isfinite(value):
        accepted = "a finite number, for JSON has no other"
        raise InvalidValueError(Fault(path, shown(value), accepted, "value"))
    return value


# --- reading -------------------------------------------------------------------------------------

_LONGEST_NAME = 40
# What a constructor raises where something does not fit.
_REFUSALS = (TypeError, ValueError, AttributeError, KeyError, ArithmeticError)


def _read(data: Any, cls: type[_T]) -> _T:
    row, faults = _without_schema(data)
    target: Any = cls
    built: Any = None if faults else _built(target, row, "", faults)
    if faults:
        raise DocumentError(*faults) from None
    return built  # type: ignore[no-any-return]  # without faults it is an object of `cls`


def _without_schema(data: Any) -> tuple[Any, list[Fault]]:
    if not isinstance(data, Mapping) or "schema" not in data:
        return data, []
    version = data["schema"]
    if not (isinstance(version, str) and version == SCHEMA):
        accepted = f"{SCHEMA!r}; documents of newer versions need a newer abcd"
        return data, [Fault("schema", shown(version), accepted, "schema")]
    return {key: value for key, value in data.items() if key != "schema"}, []


def _built(cls: Any, row: Any, path: str, faults: list[Fault]) -> Any:
    """Build one object; where that fails, add its faults and return what could be saved of it."""
    build = _builder(cls)
    if build is not None:
        # Whatever was wrong, the second pass names it; a traceback could carry personal data.
        with contextlib.suppress(*_REFUSALS):
            return build(row)
    return _examined(cls, row, path, faults)


# --- the first pass ------------------------------------------------------------------------------


@functools.cache
def _builder(cls: Any) -> Callable[[Any], Any] | None:
    """Return what builds an object of a class from a row: nested objects first, then itself.

    None for a class whose constructor trusts its caller, as those of results do.
    """
    fields = fields_of(cls)
    nested = [(field, _builder(field.nested)) for field in fields if field.nested is not None]
    readers = [
        (field.name, _each(build) if field.many else build)
        for field, build in nested
        if build is not None
    ]
    if len(readers) < len(nested) or not all(field.checked_by_class for field in fields):
        return None

    def build(row: Any) -> Any:
        if type(row) is not dict:
            row = _as_dict(row)
        values = row
        for name, read in readers:
            if row.get(name) is not None:
                if values is row:
                    values = dict(row)
                values[name] = read(row[name])
        return cls(**values)

    return build


def _as_dict(row: Any) -> dict[Any, Any]:
    if not isinstance(row, Mapping):
        raise TypeError
    return dict(row)


def _each(build: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def build_many(rows: Any) -> Any:
        if not isinstance(rows, list | tuple):
            raise TypeError
        return tuple([build(row) for row in rows])

    return build_many


# --- the second pass -----------------------------------------------------------------------------


def _examined(cls: Any, row: Any, path: str, faults: list[Fault]) -> Any:
    """Build one object field by field; add all its faults and return what could be saved of it."""
    if not isinstance(row, Mapping):
        accepted = f"a mapping with the fields of {cls.__name__}"
        faults.append(Fault(path, hidden(row), accepted, "value"))
        return None
    fields = {field.name: field for field in fields_of(cls)}
    found = _unknown_keys(row, fields, f"a field of {cls.__name__}")
    given: dict[str, Any] = {}
    for name, field in fields.items():
        if name in row:
            value = _value(field, row[name], name, found)
            if value is not BROKEN:
                given[name] = value
        elif field.required:
            found.append(Fault(name, "nothing", field.accepted, "missing"))
    built = None if found else _constructed(cls, given, found)
    if found:
        left_out = {
            name: field.default
            for name, field in fields.items()
            if name not in row and not field.required
        }
        known = left_out | given
        found += _beside(_faults_between(cls, known), found)
        built = _saved(cls, known, path)
    faults += [fault.within(path) for fault in found]
    return built


def _unknown_keys(row: Mapping[Any, Any], known: Iterable[str], accepted: str) -> list[Fault]:
    faults = []
    for key in row:
        if key not in known:
            is_name = isinstance(key, str) and key.isidentifier() and len(key) <= _LONGEST_NAME
            path = key if is_name else f"[{shown(key)}]"
            nearby = f"{accepted}: {nearest(key, known)}"
            faults.append(Fault(path, "an unknown key", nearby, "unknown-key"))
    return faults


def _constructed(cls: Any, values: dict[str, Any], found: list[Fault]) -> Any:
    try:
        return cls(**values)
    except _REFUSALS as error:
        accepted = f"values that fit together in one {cls.__name__}"
        unnamed = (Fault("", "others", accepted, "value"),)
        found += getattr(error, "faults", unnamed)
    return None


def _faults_between(cls: Any, known: Mapping[str, Any]) -> Iterable[Fault]:
    """List what fields do wrong together, beside other fields that are wrong on their own."""
    between = getattr(cls, "_faults_between", None)
    if between is None:
        return ()
    names = cls._joined or known  # the mechanism of `fields.Checked`
    faults: Iterable[Fault] = between({name: known[name] for name in names if name in known})
    return faults


def _beside(more: Iterable[Fault], found: list[Fault]) -> list[Fault]:
    """Leave out what stands where a fault is known: it follows from that one."""
    places = {fault.path for fault in found}
    return [fault for fault in more if fault.path not in places]


def _saved(cls: Any, known: Mapping[str, Any], path: str) -> Any:
    """Make what is known of a faulty object, so that its id and its references still count.

    It never leaves this module: where there is a fault, no object is returned.
    """
    saved = cls.__new__(cls)
    for field in fields_of(cls):
        # A required value that is lost becomes a text that is nobody's id, once a document.
        lost = f"@{path}.{field.name}" if field.required else field.default
        object.__setattr__(saved, field.name, known.get(field.name, lost))
    return saved


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
    if not isinstance(value, list | tuple):
        faults.append(Fault(path, hidden(value), field.accepted, "value"))
        return BROKEN
    # None where an item is lost, so that positions stay.
    return tuple(
        [_object(field, item, f"{path}[{index}]", faults) for index, item in enumerate(value)]
    )


def _object(field: Field, row: Any, path: str, faults: list[Fault]) -> Any:
    if field.tagged is None:
        return _built(field.nested, row, path, faults)
    if not isinstance(row, Mapping):
        accepted = "a mapping that says its 'class', and its fields"
        faults.append(Fault(path, hidden(row), accepted, "value"))
        return None
    name = row.get("class")
    if not (isinstance(name, str) and name in field.tagged):
        accepted = f"one of {nearest(name, field.tagged)}"
        faults.append(Fault(f"{path}.class", shown(name), accepted, "class"))
        return None
    rest = {key: value for key, value in row.items() if key != "class"}
    read = _open_mapping if field.tagged[name] is FrozenMapping else _built
    return read(field.tagged[name], rest, path, faults)


def _open_mapping(_cls: Any, row: dict[Any, Any], path: str, faults: list[Fault]) -> Any:
    found = _unknown_keys(row, ("data",), "a key beside 'class'")
    found += faults_of_plain_data("data", row.get("data"))
    faults += [fault.within(path) for fault in found]
    return None if found else FrozenMapping(row["data"])
