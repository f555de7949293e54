"""Ties: a strength above 0, a span that runs forward."""

from typing import Any

import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.model import Tie


def test_a_tie_has_two_ends() -> None:
    """Undirected, of strength 1, and of no kind, unless one says so."""
    tie = Tie("p1", "p2")
    assert (tie.kind, tie.strength, tie.directed) == (None, 1.0, False)
    assert repr(tie) == "Tie(source='p1', target='p2')"
    assert repr(Tie("p1", "p2", "films with", strength=3, directed=True)) == (
        "Tie(source='p1', target='p2', kind='films with', strength=3, directed=True)"
    )


@pytest.mark.parametrize("strength", [1, 0.001, np.float64(2.5), np.int32(7), 1e300])
def test_strength_is_above_0(strength: float) -> None:
    """Any finite number, stored plain."""
    tie = Tie("p1", "p2", strength=strength)
    assert type(tie.strength) in (int, float)
    assert tie.strength == strength


@pytest.mark.parametrize(
    "strength", [0, -2, 0.0, float("nan"), float("inf"), True, "3", None, 10**400]
)
def test_no_tie_and_less_are_refused(strength: Any) -> None:
    """Zero would be a tie of no strength, a length without end."""
    with pytest.raises(InvalidValueError, match=r"^strength: .*; accepted: a finite number above"):
        Tie("p1", "p2", strength=strength)


def test_ties_are_directed_by_true_or_false() -> None:
    """numpy's too, stored plain; 1 is neither."""
    assert Tie("p1", "p2", directed=np.True_).directed is True  # type: ignore[arg-type]  # numpy's
    with pytest.raises(InvalidValueError, match=r"^directed: found 1; accepted: True or False$"):
        Tie("p1", "p2", directed=1)  # type: ignore[arg-type]  # junk on purpose


def test_a_tie_lasts_from_day_to_day() -> None:
    """A backward span is refused, with all other faults."""
    Tie("p1", "p2", since="2024-01-31", until="2024-01-31")
    with pytest.raises(InvalidValueError) as caught:
        Tie(1, "p2", wave=2, since="2024-01-31", until="2023-12-31")  # type: ignore[arg-type]  # junk on purpose
    assert str(caught.value) == (
        "3 faults\n"
        "  source: found 1; accepted: text that is not blank and does not start with '@'\n"
        "  wave: found 2; accepted: text that is not blank, or None\n"
        "  until: found 2023-12-31; accepted: a date from 2024-01-31, the day of 'since'"
    )
