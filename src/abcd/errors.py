"""What can go wrong, said the same way everywhere: where, what was found, what is accepted.

Every exception of the library derives from `AbcdError` and from the built-in class that fits. A
fault in data is one value, `Fault`, whether it is raised at once, collected into one error, or
reported beside the sound part of dirty data.
"""

import datetime
import decimal
import difflib
import enum
from collections.abc import Iterable
from typing import final

import attrs

__all__ = [
    "AbcdError",
    "DocumentError",
    "Fault",
    "IntegrityError",
    "InvalidValueError",
    "MissingExtraError",
    "UnknownIdError",
    "hidden",
    "nearest",
    "shown",
]

_SHOWN_LENGTH = 80
_FAULTS_LISTED = 20
# An integer above this many bits has no cheap decimal form (CPython refuses beyond 4,300 digits).
_INTEGER_BITS = 200
_FEW_NAMES = 24
# The search for near spellings compares with every name; beyond this it would be felt.
_SEARCHED_NAMES = 2_000


def _check_text(_instance: object, attribute: "attrs.Attribute[str]", value: object) -> None:
    if not isinstance(value, str):
        fault = Fault(attribute.name, hidden(value), "text", "value")
        raise InvalidValueError(fault) from None


@final
@attrs.frozen
class Fault:
    """One thing that is wrong in data: where, what was found, and what is accepted.

    Parameters
    ----------
    path : str
        Where, as one would write it in Python: ``people[3].capacities[0].level``.
    found : str
        What stands there. The value itself in fields for numbers, dates, ids and vocabulary; only
        type and length in fields for names and free text, so that no log repeats personal data.
    accepted : str
        What may stand there.
    code : str
        A stable code of the cause, such as ``"duplicate-id"``.

    Examples
    --------
    >>> print(Fault("people[3].capacities[0].level", "'expert'", "an integer from 1 to 5", "value"))
    people[3].capacities[0].level: found 'expert'; accepted: an integer from 1 to 5
    """

    path: str = attrs.field(validator=_check_text)
    found: str = attrs.field(validator=_check_text)
    accepted: str = attrs.field(validator=_check_text)
    code: str = attrs.field(validator=_check_text)

    def __str__(self) -> str:
        """One sentence: where, what was found, what is accepted."""
        where = f"{self.path}: " if self.path else ""
        return f"{where}found {self.found}; accepted: {self.accepted}"

    def within(self, prefix: str) -> "Fault":
        """Return the same fault as seen from one level further out.

        >>> Fault("level", "9", "an integer from 1 to 5", "value").within("capacities[0]").path
        'capacities[0].level'
        """
        separate = prefix and self.path and not self.path.startswith("[")
        joined = f"{prefix}.{self.path}" if separate else prefix + self.path
        return Fault(joined, self.found, self.accepted, self.code)


class AbcdError(Exception):
    """Any error that this library raises on purpose."""


class _FaultyError(AbcdError, ValueError):
    """An error that stands on one fault or many."""

    faults: tuple[Fault, ...]

    def __init__(self, first: Fault, *more: Fault) -> None:
        super().__init__(first, *more)
        self.faults = (first, *more)

    @property
    def path(self) -> str:
        """Where the first fault is."""
        return self.faults[0].path

    @property
    def found(self) -> str:
        """What stands at the first fault."""
        return self.faults[0].found

    @property
    def accepted(self) -> str:
        """What is accepted at the first fault."""
        return self.faults[0].accepted

    def __str__(self) -> str:
        """Return one line a fault, the first twenty."""
        if len(self.faults) == 1:
            return str(self.faults[0])
        lines = [f"{len(self.faults)} faults"]
        lines += [f"  {fault}" for fault in self.faults[:_FAULTS_LISTED]]
        if len(self.faults) > _FAULTS_LISTED:
            lines.append(f"  and {len(self.faults) - _FAULTS_LISTED} more, all in .faults")
        return "\n".join(lines)


class InvalidValueError(_FaultyError):
    """A field or an argument can not take the value that it was given."""


class IntegrityError(_FaultyError):
    """The parts of a whole do not fit together; every misfit is listed in `faults`."""


class DocumentError(_FaultyError):
    """A document does not describe the class that was asked for; every fault is listed."""


class UnknownIdError(AbcdError, KeyError):
    """No entity has this id; the nearest known ids are named in `accepted`."""

    path: str
    found: str
    accepted: str

    def __init__(self, path: str, found: str, accepted: str) -> None:
        super().__init__(path, found, accepted)
        self.path = path
        self.found = found
        self.accepted = accepted

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The same as a fault, like that of every other error."""
        return (Fault(self.path, self.found, self.accepted, "unknown-id"),)

    def __str__(self) -> str:
        """One sentence; `KeyError` alone would show the repr of its argument."""
        return f"{self.path}: found {self.found}; accepted: {self.accepted}"


class MissingExtraError(AbcdError, ImportError):
    """An optional package is needed here and is not installed; the message names the extra."""

    package: str
    extra: str

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(package, extra)
        self.package = package
        self.extra = extra

    def __str__(self) -> str:
        """Say which package is missing and how to get it."""
        return (
            f"found no package {self.package!r}; accepted: an installation with the extra "
            f"{self.extra!r} (pip install 'abcd-community[{self.extra}]')"
        )


def shown(value: object) -> str:
    """Render a value of a field for numbers, dates, ids or vocabulary, at most 80 characters.

    Only plain values are rendered; of anything else the type and length are named, because its
    repr may hold a person's data, be huge, or fail.

    >>> shown("expert"), shown([1, 2]), shown(float("nan"))
    ("'expert'", 'a list of 2', 'nan')
    """
    # The methods of the built-in classes, by name: a subclass may have others, which may fail.
    if isinstance(value, enum.Enum):
        return hidden(value)
    if isinstance(value, str):
        text = repr(str.__getitem__(value, slice(_SHOWN_LENGTH + 1)))
        return text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 3] + "..."
    if isinstance(value, int) and not isinstance(value, bool):
        bits = int.bit_length(value)
        return int.__repr__(value) if bits <= _INTEGER_BITS else f"an integer of {bits} bits"
    if isinstance(value, float):
        return float.__repr__(value)
    if isinstance(value, decimal.Decimal):
        return f"Decimal {decimal.Decimal.__str__(value)[: _SHOWN_LENGTH - 8]}"
    if type(value) is datetime.datetime:
        # Without the time zone, which is an object of somebody's class.
        return f"the date and time {value.replace(tzinfo=None).isoformat()}"
    if type(value) is datetime.date:
        return value.isoformat()
    if value is None or isinstance(value, bool):
        return repr(value)
    return hidden(value)


def hidden(value: object) -> str:
    """Render only the type and length of a value: for names and free text.

    >>> hidden("Siti"), hidden(3)
    ('text of 4 characters', 'int')
    """
    if value is None:
        return "None"
    if isinstance(value, str) and not isinstance(value, enum.Enum):
        return f"text of {len(value)} character{'' if len(value) == 1 else 's'}"
    name = type(value).__name__
    if isinstance(value, list | tuple | dict | set | frozenset):
        return f"a {name} of {len(value)}"
    if isinstance(value, bytes | bytearray):
        return f"{len(value)} bytes"
    return name


def nearest(value: object, known: Iterable[str]) -> str:
    """List the known names that come closest to a misspelt one, or all when they are few.

    Of many names without a close one, only their number is said.

    >>> nearest("primry", ["primary", "secondary", "potential"])
    "'primary', 'secondary' or 'potential'"
    """
    names = list(known)
    if len(names) <= _FEW_NAMES:
        chosen = names
    elif isinstance(value, str) and len(value) <= _SHOWN_LENGTH and len(names) <= _SEARCHED_NAMES:
        chosen = difflib.get_close_matches(value, names, n=3, cutoff=0.6)
    else:
        chosen = []
    quoted = [shown(name) for name in chosen]
    if not quoted:
        return f"{len(names):,} known names"
    if len(quoted) == 1:
        return quoted[0]
    return ", ".join(quoted[:-1]) + " or " + quoted[-1]
