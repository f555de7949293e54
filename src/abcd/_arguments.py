"""Checks of single arguments: a number in its range, a whole number, the source of randomness."""

import decimal
import numbers
from fractions import Fraction
from typing import TypeGuard

import numpy as np

from .errors import Fault, InvalidValueError, shown
from .fields import to_number

__all__ = [
    "SIZES",
    "checked_rng",
    "drawn_seed",
    "exact",
    "fits",
    "generator",
    "is_number",
    "number",
    "plain",
    "proportion",
    "whole",
]

# Squares and sums of such numbers stay far inside the range of a float, so that nothing that is
# computed from them becomes infinite or vanishes.
_LARGEST = 1e90
_SMALLEST = 1e-90
SIZES = "a finite number, 0 or between 1e-90 and 1e90 in size"

# Every reader of JSON keeps a whole number below this exactly.
_SEEDS = 2**53


def plain(value: object) -> object:
    """Turn a number of another library into a plain int or float; hand back the rest."""
    if isinstance(value, np.floating) and not isinstance(value, float):
        # The shortest text that names it: 12.3 stored in 32 bits is 12.3, not 12.300000190734863.
        return float(str(value))
    if isinstance(value, numbers.Real) and not isinstance(value, bool):
        return to_number(value)  # type: ignore[arg-type]  # Real is wider than float
    return value


def fits(value: object) -> bool:
    """Tell whether a plain value is a finite number of sensible size."""
    if type(value) is not int and type(value) is not float:
        return False
    return value == 0 or _SMALLEST <= abs(value) <= _LARGEST


def is_number(value: object) -> TypeGuard[float]:
    """Tell whether a value is one number, sensible or not, and no collection."""
    return isinstance(plain(value), int | float) and type(value) is not bool


def number(argument: str, value: object) -> float:
    """Return an argument as float, or refuse it."""
    found = plain(value)
    if not isinstance(found, int | float) or not fits(found):
        raise InvalidValueError(Fault(argument, shown(found), SIZES, "value"))
    return float(found)


def proportion(argument: str, value: object) -> float:
    """Return an argument that lies strictly between 0 and 1, or refuse it."""
    found = plain(value)
    if not isinstance(found, float) or not 0 < found < 1:
        accepted = "a number above 0 and below 1"
        raise InvalidValueError(Fault(argument, shown(found), accepted, "value"))
    return found


def whole(argument: str, value: object, *, least: int, most: int = 10**15) -> int:
    """Return a whole number from `least` to `most`, or refuse it."""
    found = plain(value)
    if type(found) is not int or not least <= found <= most:
        accepted = f"a whole number from {least} to {most}"
        raise InvalidValueError(Fault(argument, shown(found), accepted, "value"))
    return found


def exact(value: float) -> Fraction:
    """Return the decimal number that a float is written as: 0.1 is one tenth."""
    return Fraction(decimal.Decimal(repr(value)))


def checked_rng(rng: object) -> np.random.Generator | int | None:
    """Refuse what is neither a generator, a seed nor None."""
    if rng is None or isinstance(rng, np.random.Generator):
        return rng
    seed = plain(rng)
    if type(seed) is not int or seed < 0:
        accepted = "a numpy.random.Generator, a whole number from 0, or None"
        raise InvalidValueError(Fault("rng", shown(seed), accepted, "value"))
    return seed


def drawn_seed(rng: np.random.Generator | int | None) -> int:
    """Return the seed itself, or draw one, so that a result can name it and be repeated."""
    if isinstance(rng, int):
        return rng
    return int(np.random.default_rng(rng).integers(_SEEDS))


def generator(seed: int, position: int) -> np.random.Generator:
    """Make the generator of one unit of work; no order of work and no chunking changes it."""
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(position,)))
