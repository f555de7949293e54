"""Bounds under loss: worst cases by enumeration, Lee's by hand, and what was asked beside."""

from itertools import product
from typing import Any

import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.impact import loss_bounds

from .published import unexplained

NOT_ASKED = {"assignment", "minimum", "maximum", "completers", "carried_forward", "n_completers"}


def test_worst_cases_by_enumeration() -> None:
    """The extremes over every score that three lost people could have had on a scale of 0 to 4."""
    treated, control = [3, 4, None], [1, 2, None, None]
    found = []
    for lost in product(range(5), repeat=3):
        filled = [3, 4, lost[0]], [1, 2, *lost[1:]]
        found.append(float(np.mean(filled[0]) - np.mean(filled[1])))
    bounds = loss_bounds(treated_after=treated, control_after=control, minimum=0, maximum=4)
    assert bounds.worst_low == pytest.approx(min(found))
    assert bounds.worst_high == pytest.approx(max(found))
    assert (bounds.lost_treated, bounds.lost_control, bounds.n_control) == (1, 2, 4)


def test_lee_bounds_by_hand() -> None:
    """Four of five stayed, and three of five: a quarter of the four is trimmed."""
    bounds = loss_bounds(
        treated_after=[8, 9, 7, 8, None],
        control_after=[5, 6, 7, None, None],
        assignment="random",
    )
    assert bounds.trimmed == "treated"
    assert bounds.trimmed_share == pytest.approx(0.25)
    assert bounds.lee_low == pytest.approx(np.mean([7, 8, 8]) - 6)
    assert bounds.lee_high == pytest.approx(np.mean([8, 8, 9]) - 6)


def test_the_person_at_the_edge_counts_in_part() -> None:
    """All three stayed, and half of four: 1.5 of the three are kept, one and half of the next."""
    bounds = loss_bounds(treated_after=[1, 2, 4], control_after=[2, 2, None, None])
    assert bounds.lee_low == pytest.approx((1 + 0.5 * 2) / 1.5 - 2)
    assert bounds.lee_high == pytest.approx((4 + 0.5 * 2) / 1.5 - 2)


def test_bounds_turn_with_the_groups() -> None:
    """Exchanging the groups turns every bound."""
    treated, control = [8, 9, 7, 8, None], [5, 6, 7, None, None]
    one = loss_bounds(treated_after=treated, control_after=control, minimum=0, maximum=10)
    two = loss_bounds(treated_after=control, control_after=treated, minimum=0, maximum=10)
    assert two.trimmed == "control"
    for low, high in (("worst_low", "worst_high"), ("lee_low", "lee_high")):
        assert getattr(two, low) == pytest.approx(-getattr(one, high))
        assert getattr(two, high) == pytest.approx(-getattr(one, low))


def test_nobody_lost_leaves_one_number() -> None:
    """All bounds are the difference."""
    bounds = loss_bounds(treated_after=[3, 5], control_after=[1, 2], minimum=0, maximum=5)
    assert bounds.trimmed == "neither"
    for name in ("worst_low", "worst_high", "lee_low", "lee_high"):
        assert getattr(bounds, name) == pytest.approx(bounds.difference)
    assert [caveat.code for caveat in bounds.caveats] == ["groups-assignment-unknown"]


def test_completers_beside_everybody() -> None:
    """Those who completed flatter the program; everybody counts in the group they were put into."""
    bounds = loss_bounds(
        treated_after={"p1": 9, "p2": 8, "p3": 2, "p4": None},
        control_after={"p5": 4, "p6": 5},
        treated_before={"p1": 3, "p2": 3, "p3": 2, "p4": 1},
        control_before={"p5": 4, "p6": 4},
        completed=["p1", "p2", "p4"],
    )
    assert bounds.difference == pytest.approx(19 / 3 - 4.5)
    assert bounds.completers == pytest.approx(8.5 - 4.5)
    assert bounds.n_completers == 2
    assert bounds.carried_forward == pytest.approx(5 - 4.5)
    codes = {caveat.code for caveat in bounds.caveats}
    assert {"completers-are-chosen", "carried-forward-assumes", "no-scale"} <= codes


@pytest.mark.parametrize(
    ("arguments", "fields"),
    [
        ({"treated_after": [None], "control_after": [1]}, {"difference", "lee_low"}),
        ({"treated_after": [], "control_after": [1], "minimum": 0, "maximum": 2}, {"worst_low"}),
        ({"treated_after": [1], "control_after": [1]}, {"worst_high"}),
        (
            {
                "treated_after": [None],
                "control_after": [1],
                "treated_before": [None],
                "control_before": [2],
            },
            {"carried_forward"},
        ),
        (
            {"treated_after": {"p1": None}, "control_after": {"p2": 1}, "completed": {"p1"}},
            {"completers"},
        ),
    ],
)
def test_what_is_none_is_explained(arguments: Any, fields: set[str]) -> None:
    """Thin data give a result; each None that was asked for is named in a caveat."""
    bounds = loss_bounds(**arguments)
    named = {name for caveat in bounds.caveats for name in caveat.data.get("fields", ())}
    assert fields <= named
    assert unexplained(bounds, NOT_ASKED) == set()


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"minimum": 0}, "maximum: found None; accepted: both ends"),
        ({"maximum": 5}, "minimum: found None; accepted: both ends"),
        ({"minimum": 0, "maximum": 2}, r"treated_after\[0\]: found 3.0; accepted: a score up to"),
        ({"treated_before": [1, 2]}, "control_before: found None; accepted: scores before"),
        ({"treated_before": [1], "control_before": [1, 2]}, "treated_before: found 1 values"),
        ({"completed": ["p1"]}, "completed: found a list"),
        ({"completed": 3}, "completed: found"),
        (
            {"treated_after": {"p1": 1}, "control_after": {"p2": 1}, "completed": ["p2"]},
            "completed: found 'p2'",
        ),
        ({"treated_after": {"p1": 1}, "control_after": {"p1": 1}}, "which stands in treated_after"),
        ({"assignment": "lot"}, "assignment: found 'lot'"),
    ],
)
def test_what_does_not_fit_is_refused(changes: Any, match: str) -> None:
    """The argument and what it accepts are named."""
    with pytest.raises(InvalidValueError, match=match):
        loss_bounds(**{"treated_after": [3, None], "control_after": [1, 2], **changes})


def test_a_score_before_of_nobody_is_refused() -> None:
    """A slip in an id would drop somebody in silence."""
    with pytest.raises(InvalidValueError, match="zz"):
        loss_bounds(
            treated_after={"a": 3, "b": None},
            control_after={"c": 2},
            treated_before={"a": 1, "b": 2, "zz": 9},
            control_before={"c": 1},
        )


def test_no_outcome_is_said_once() -> None:
    """And nothing flatters where there is no number of those who completed."""
    none = loss_bounds(treated_after={"a": None}, control_after={"c": 2}, completed=["a"])
    told = [caveat.code for caveat in none.caveats]
    assert told.count("no-outcomes") == 1
    assert "completers-are-chosen" not in told
    some = loss_bounds(treated_after={"a": None, "b": 4}, control_after={"c": 2}, completed=["a"])
    told = [caveat.code for caveat in some.caveats]
    assert some.difference == 2
    assert some.completers is None
    assert "no-completers" in told
    assert not {"no-outcomes", "completers-are-chosen"} & set(told)
