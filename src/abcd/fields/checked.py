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


def gather_rules(cls: type, fields: "list[attrs.Attribute[Any]]") -> "list[attrs.Attribute[Any]]":
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
        faults = list(self._faults_between({name: getattr(self, name) for name in self._joined}))
        if faults:
            raise InvalidValueError(*faults) from None

    # The fields that only together can be at fault.
    _joined: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        """List what fields do wrong together, each of them sound; some may not be given."""
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


def settle(instance: object) -> None:
    """Store near misses as what they mean, and refuse the rest.

    Raises
    ------
    InvalidValueError
        With one fault for each field that can not take its value.
    """
    faults: list[Fault] = []
    for name, rule in _rules(type(instance)):
        value = getattr(instance, name)
        if rule.test(value):
            continue
        settled = rule.settled(value)
        found = list(rule.faults(name, settled))
        if not found:
            object.__setattr__(instance, name, settled)
        faults += found
    if faults:
        raise InvalidValueError(*faults) from None


@functools.cache
def _rules(cls: Any) -> tuple[tuple[str, Rule], ...]:
    pairs = [(field.name, rule_of(field)) for field in attrs.fields(cls)]
    return tuple([(name, rule) for name, rule in pairs if rule is not None])
