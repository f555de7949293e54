"""Rules: what a field accepts, and the fault that says so where it does not."""

import datetime
import decimal
import enum
import math
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from ..errors import Fault, InvalidValueError, hidden, nearest, shown
from .converters import INTEGER_LIMIT, to_code, to_flag, to_number, to_text
from .mapping import FrozenMapping, faults_of_plain_data, to_mapping

__all__ = [
    "AMOUNT",
    "CODE",
    "CODES",
    "CODE_OR_NONE",
    "COUNT",
    "COUNT_OR_NONE",
    "DATE_OR_NONE",
    "FLAG",
    "FLAG_OR_NONE",
    "ID",
    "IDS",
    "ID_OR_NONE",
    "MAPPING",
    "NAME",
    "NON_NEGATIVE_OR_NONE",
    "POSITIVE",
    "TEXT",
    "TEXT_OR_NONE",
    "MappingRule",
    "Rule",
    "between",
    "choice",
    "instances",
    "named",
    "one_of",
]


class Rule:
    """An attrs validator that can say what it accepts.

    Parameters
    ----------
    test : callable
        ``(value) -> bool`` on a converted value. It never raises.
    accepted : str
        What is accepted, as it will stand in the message.
    private : bool
        True for names and free text: a message then shows type and length, never the value.
    items : Rule, optional
        The rule for each item of a tuple; faults then carry the item's index.
    convert : callable, optional
        Turns a near miss, such as numpy's text or numbers, into what `test` accepts. It never
        raises. Only values that fail the test come here, so the usual ones cost nothing.
    """

    __slots__ = ("accepted", "convert", "items", "private", "test")

    test: Callable[[Any], bool]
    accepted: str
    private: bool
    items: "Rule | None"
    convert: Callable[[Any], Any] | None

    def __init__(
        self,
        test: Callable[[Any], bool],
        accepted: str,
        *,
        private: bool = False,
        items: "Rule | None" = None,
        convert: Callable[[Any], Any] | None = None,
    ) -> None:
        self.test = test
        self.accepted = accepted
        self.private = private
        self.items = items
        self.convert = convert

    def settled(self, value: object) -> object:
        """Return the value as it is stored: converted where it is a near miss."""
        if self.convert is None or self.test(value):
            return value
        return self.convert(value)

    def __call__(self, _instance: object, attribute: Any, value: Any) -> None:
        """Validate one attribute, as attrs asks."""
        if not self.test(value):
            # `from None`: the traceback of a chained error would carry the value into logs.
            raise InvalidValueError(*self.faults(attribute.name, value)) from None

    def faults(self, path: str, value: object) -> Iterator[Fault]:
        """List what is wrong with a converted value; nothing where it is accepted."""
        if self.test(value):
            return
        if self.items is not None and type(value) is tuple and value:
            for index, item in enumerate(value):
                yield from self.items.faults(f"{path}[{index}]", item)
        else:
            found = hidden(value) if self.private else shown(value)
            yield Fault(path, found, self.accepted, "value")

    def or_none(self) -> "Rule":
        """Return the same rule for a field that may be left out."""
        test = self.test
        return type(self)(
            lambda value: value is None or test(value),
            f"{self.accepted}, or None",
            private=self.private,
            convert=self.convert,
        )

    def shown(self) -> "Rule":
        """Return the same rule for a field whose values a message may show: vocabulary."""
        return Rule(self.test, self.accepted, convert=to_code)

    def each(self) -> "Rule":
        """Return the rule for a tuple whose items each follow this one."""
        test = self.test
        return Rule(
            lambda value: type(value) is tuple and all(map(test, value)),
            f"a list or tuple, each item {self.accepted}",
            private=self.private,
            items=self,
        )

    def filled(self) -> "Rule":
        """Return the same rule for a tuple that may not be empty."""
        test = self.test
        return Rule(
            lambda value: test(value) and len(value) > 0,
            f"{self.accepted}, at least one",
            private=self.private,
            items=self.items,
        )


class MappingRule(Rule):
    """A rule for mappings, which names the key inside that is not plain data."""

    __slots__ = ()

    def faults(self, path: str, value: object) -> Iterator[Fault]:
        """List every key, value or depth inside that is no plain data."""
        if isinstance(value, Mapping) and not isinstance(value, FrozenMapping):
            yield from faults_of_plain_data(path, value)
        else:
            yield from super().faults(path, value)


# More digits than any currency needs; without a bound, printing 1E+999999 would fill the memory.
_DIGITS = 30


def _is_id(value: object) -> bool:
    return type(value) is str and value != "" and value[0] != "@" and not value.isspace()


def _is_text(value: object) -> bool:
    return type(value) is str and value != "" and not value.isspace()


def _is_number(value: Any) -> bool:
    kind = type(value)
    if kind is float:
        return math.isfinite(value)
    return kind is int and -INTEGER_LIMIT < value < INTEGER_LIMIT


def _is_date(value: object) -> bool:
    return type(value) is datetime.date


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value < INTEGER_LIMIT


def _is_amount(value: object) -> bool:
    return (
        type(value) is decimal.Decimal
        and value.is_finite()
        and not value.is_signed()
        and value.adjusted() < _DIGITS
        and value.as_tuple().exponent >= -_DIGITS  # type: ignore[operator]  # finite: an int
    )


def _is_flag(value: object) -> bool:
    return value is True or value is False


ID = Rule(_is_id, "text that is not blank and does not start with '@'", convert=to_text)
ID_OR_NONE = ID.or_none()
IDS = ID.each()
NAME = Rule(_is_text, "text that is not blank", private=True, convert=to_text)
CODE = NAME.shown()
CODE_OR_NONE = CODE.or_none()
CODES = CODE.each()
TEXT = NAME
TEXT_OR_NONE = TEXT.or_none()
FLAG = Rule(_is_flag, "True or False", convert=to_flag)
FLAG_OR_NONE = Rule(
    lambda value: value is None or _is_flag(value),
    "True, False, or None for 'not asked'",
    convert=to_flag,
)
DATE_OR_NONE = Rule(
    lambda value: value is None or _is_date(value),
    "a date without time, text such as '2024-01-31', or None",
)
COUNT = Rule(_is_count, "a whole number from 0", convert=to_number)
COUNT_OR_NONE = COUNT.or_none()
POSITIVE = Rule(
    lambda value: _is_number(value) and value > 0, "a finite number above 0", convert=to_number
)
NON_NEGATIVE_OR_NONE = Rule(
    lambda value: _is_number(value) and value >= 0, "a finite number from 0", convert=to_number
).or_none()
AMOUNT = Rule(_is_amount, "a Decimal, an int or decimal text such as '1250.50', from 0")
MAPPING = MappingRule(
    lambda value: type(value) is FrozenMapping,
    "a mapping of plain data",
    private=True,
    convert=to_mapping,
)


def between(low: float, high: float) -> Rule:
    """Return the rule for a finite number in a closed range."""
    return Rule(
        lambda value: _is_number(value) and low <= value <= high,
        f"a number from {low} to {high}",
        convert=to_number,
    )


def choice(values: type[enum.StrEnum]) -> Rule:
    """Return the rule for a closed vocabulary."""
    members = {member.value: member for member in values}
    return Rule(
        lambda value: type(value) is values,
        f"one of {', '.join(map(repr, members))}",
        convert=lambda value: (
            members.get(to_code(value), value) if isinstance(value, str) else value
        ),
    )


def one_of(argument: str, value: object, accepted: Collection[str]) -> None:
    """Refuse an argument of a function that is none of the names it may take.

    Raises
    ------
    InvalidValueError
        If `value` is not in `accepted`.
    """
    if not (isinstance(value, str) and value in accepted):
        raise InvalidValueError(
            Fault(argument, shown(value), f"one of {nearest(value, accepted)}", "value")
        )


def instances(cls: type) -> Rule:
    """Return the rule for one object of a class of ours; these are final."""
    return Rule(lambda value: type(value) is cls, named(cls), private=True)


def named(cls: type) -> str:
    """Name one object of a class.

    >>> from abcd.model import Asset, Person
    >>> named(Asset), named(Person)
    ('an Asset', 'a Person')
    """
    return f"{'an' if cls.__name__[0] in 'AEIOU' else 'a'} {cls.__name__}"
