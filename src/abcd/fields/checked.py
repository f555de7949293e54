"""Classes that check all fields of an object at once."""

import functools
import html
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

import attrs

from ..errors import Fault, InvalidValueError
from .mapping import FrozenMapping
from .rules import Rule

__all__ = [
    "Checked",
    "gather_rules",
    "rule_of",
    "settle",
]


def gather_rules(_cls: type, fields: "list[attrs.Attribute[Any]]") -> "list[attrs.Attribute[Any]]":
    """Move each field's rule out of attrs' own validation, which stops at the first fault.

    For ``attrs.frozen(field_transformer=gather_rules)`` on a subclass of `Checked`.
    """
    return [
        field.evolve(validator=None, metadata={**field.metadata, "rule": field.validator})
        for field in fields
    ]


def rule_of(field: "attrs.Attribute[Any]") -> Rule | None:
    """Return the rule of a field of one of our classes."""
    rule = field.metadata.get("rule", field.validator)
    return rule if isinstance(rule, Rule) else None


class Checked:
    """A class that refuses all faults of all its fields with one error, and shows what is set.

    Subclasses are ``attrs.frozen(repr=False, field_transformer=gather_rules)``.
    """

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        settle(self)

    # The fields that only together can be at fault.
    _joined: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:  # noqa: ARG003  # for subclasses
        """List what fields do wrong together; only those that are sound on their own are given."""
        return ()

    def __repr__(self) -> str:
        inside = ", ".join(f"{name}={value!r}" for name, value in _set_fields(self))
        return f"{type(self).__name__}({inside})"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th style='text-align:left'>{html.escape(name)}</th>"
            f"<td style='text-align:left'>{html.escape(_in_cell(value))}</td></tr>"
            for name, value in _set_fields(self)
        )
        return f"<div><strong>{type(self).__name__}</strong><table>{rows}</table></div>"


def _set_fields(instance: Any) -> Iterator[tuple[str, Any]]:
    for field in attrs.fields(type(instance)):
        value = getattr(instance, field.name)
        if value is not None and value != field.default:
            yield field.name, value


def _in_cell(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join([_in_cell(item) for item in value])
    if isinstance(value, FrozenMapping):
        return ", ".join([f"{key}: {_in_cell(item)}" for key, item in value.items()])
    return str(value)


def settle(instance: Checked) -> None:
    """Store near misses as what they mean, and refuse the rest.

    Raises
    ------
    InvalidValueError
        With every fault of the fields, and of fields that are sound alone but not together.
    """
    faults: list[Fault] = []
    unsound: set[str] = set()
    cls: Any = type(instance)
    for name, rule in _rules(cls):
        value = getattr(instance, name)
        if rule.test(value):
            continue
        settled = rule.settled(value)
        found = list(rule.faults(name, settled))
        if found:
            unsound.add(name)
            faults += found
        else:
            object.__setattr__(instance, name, settled)
    joined = instance._joined  # noqa: SLF001  # the other half of this mechanism
    if joined:
        sound = {name: getattr(instance, name) for name in joined if name not in unsound}
        faults += instance._faults_between(sound)  # noqa: SLF001  # as above
    if faults:
        # `from None`: the traceback of a chained error would carry values into logs.
        raise InvalidValueError(*faults) from None


@functools.cache
def _rules(cls: Any) -> tuple[tuple[str, Rule], ...]:
    pairs = [(field.name, rule_of(field)) for field in attrs.fields(cls)]
    return tuple([(name, rule) for name, rule in pairs if rule is not None])
