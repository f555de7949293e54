"""The ends of a scale, and scores that lie beyond them."""

from collections.abc import Iterator

from .._arguments import number
from ..errors import Fault, InvalidValueError, shown
from .pairs import Pairs

__all__ = ["check_means", "check_pairs", "read_ends", "refuse_beyond"]


def read_ends(minimum: object, maximum: object) -> tuple[float, float]:
    """Read both ends of a scale.

    Raises
    ------
    InvalidValueError
        If an end is no number, or the maximum does not lie above the minimum.
    """
    low, high = number("minimum", minimum), number("maximum", maximum)
    if high <= low:
        accepted = f"a number above minimum={low:g}"
        raise InvalidValueError(Fault("maximum", shown(high), accepted, "value"))
    return low, high


def check_pairs(pairs: Pairs, minimum: float | None, maximum: float | None) -> None:
    """Refuse scores beyond the scale, all of them at once.

    Raises
    ------
    InvalidValueError
        If a score lies below the minimum or above the maximum.
    """
    scores = [
        (f"{wave}[{shown(key)}]", score)
        for wave, values in (("before", pairs.before), ("after", pairs.after))
        for key, score in zip(pairs.keys, values, strict=True)
    ]
    refuse_beyond(scores, minimum, maximum)


def check_means(before: float, after: float, minimum: float, maximum: float) -> None:
    """Refuse means beyond the scale.

    Raises
    ------
    InvalidValueError
        If a mean lies below the minimum or above the maximum.
    """
    refuse_beyond([("before", before), ("after", after)], minimum, maximum)


def refuse_beyond(
    scores: list[tuple[str, float]], minimum: float | None, maximum: float | None
) -> None:
    """Refuse scores beyond the scale, each with its path, all of them at once.

    Raises
    ------
    InvalidValueError
        If a score lies below the minimum or above the maximum.
    """
    faults = [fault for path, score in scores for fault in _faults(path, score, minimum, maximum)]
    if faults:
        raise InvalidValueError(*faults)


def _faults(
    path: str, score: float, minimum: float | None, maximum: float | None
) -> Iterator[Fault]:
    if minimum is not None and score < minimum:
        yield Fault(path, shown(score), f"a score from minimum={minimum:g}", "range")
    if maximum is not None and score > maximum:
        yield Fault(path, shown(score), f"a score up to maximum={maximum:g}", "range")
