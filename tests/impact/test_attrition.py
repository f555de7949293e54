"""Attrition: rates, the published boundary, who was lost and why."""

import math
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from scipy import stats
from scipy.optimize import brentq

from abcd.errors import InvalidValueError
from abcd.impact import attrition
from abcd.impact._boundary import ASSUMPTIONS, boundary

from .published import unexplained
from .reference import rows

NOT_ASKED = {"differences"}


def test_rates_by_hand() -> None:
    """10 and 30 of 100 each: 20 % overall, 20 points differential."""
    loss = attrition({"a": 100, "b": 100}, {"a": 90, "b": 70})
    assert (loss.overall, loss.differential) == (0.2, 0.2)
    assert loss.rates == pytest.approx([0.1, 0.3])
    assert (loss.low_if_cautious, loss.low_if_optimistic) == (False, False)
    assert loss.unexplained == 40
    assert [caveat.code for caveat in loss.caveats] == ["attrition-high", "attrition-unexplained"]


def test_beat_the_blues(reference_data: Path) -> None:
    """After 8 months 48 of 100 are missing; the differential decides which boundary is met."""
    data = rows(reference_data, "impact-beat-the-blues", "BtheB.csv")
    started: dict[str, list[int]] = {"BtheB": [], "TAU": []}
    completed: dict[str, list[int]] = {"BtheB": [], "TAU": []}
    for place, row in enumerate(data):
        started[row["treatment"]].append(place)
        if row["bdi.8m"]:
            completed[row["treatment"]].append(place)
    before = {place: float(row["bdi.pre"]) for place, row in enumerate(data)}
    loss = attrition(started, completed, baseline={"depression": before})
    assert loss.overall == 0.48
    assert len(loss.lost_ids) == 48
    assert loss.cautious_limit == 0.013
    assert loss.optimistic_limit == 0.042
    assert loss.differences is not None
    lost = [before[place] for place in loss.lost_ids if isinstance(place, int)]
    assert loss.differences.means_lost == pytest.approx([sum(lost) / 48])
    assert loss.differences.n_stayed == (52,)


@pytest.mark.parametrize(
    ("overall", "cautious", "optimistic"),
    # Standards Handbook 4.1, table II.1, some rows.
    [
        (0.00, 0.057, 0.100),
        (0.10, 0.063, 0.109),
        (0.20, 0.054, 0.100),
        (0.30, 0.041, 0.082),
        (0.50, 0.010, 0.037),
        (0.57, 0.000, 0.021),
        (0.58, None, 0.019),
        (0.65, None, 0.003),
        (0.66, None, None),
        (1.00, None, None),
    ],
)
def test_boundary(overall: float, cautious: float | None, optimistic: float | None) -> None:
    """Beyond the table no differential attrition is low."""
    assert boundary(Fraction(str(overall)), "cautious") == cautious
    assert boundary(Fraction(str(overall)), "optimistic") == optimistic


@pytest.mark.parametrize(
    ("assumption", "of_treated", "of_control", "tolerance"),
    [("cautious", 0.45, 0.39, 0.12), ("optimistic", 0.27, 0.22, 0.3)],
)
def test_the_table_agrees_with_the_model_behind_it(
    assumption: str, of_treated: float, of_control: float, tolerance: float
) -> None:
    """Deke and Chiang (2017): the outcome is correlated with the wish to respond.

    The bias in SDs is a1 m(p1) - a0 m(p0), where m(p) is the mean of the upper share p of a normal
    variable, and at most .05, which .055 rounds to. The correlations are printed with two digits,
    hence the tolerance in percentage points.
    """

    def mean_of_upper(share: float) -> float:
        return float(stats.norm.pdf(stats.norm.isf(share)) / share)

    for percent in range(10, 58, 3):
        stayed = 1 - percent / 100

        def excess(difference: float, stayed: float = stayed) -> float:
            treated = of_treated * mean_of_upper(stayed - difference / 2)
            return treated - of_control * mean_of_upper(stayed + difference / 2) - 0.055

        solved = 100 * brentq(excess, 0, 2 * min(stayed, 1 - stayed) - 1e-9)
        assert ASSUMPTIONS[assumption][percent] == pytest.approx(solved, abs=tolerance)


def test_low_only_if_the_program_moves_nobody() -> None:
    """Between both boundaries the answer depends on the assumption."""
    loss = attrition({"a": 100, "b": 100}, {"a": 84, "b": 76})
    assert (loss.low_if_cautious, loss.low_if_optimistic) == (False, True)
    assert loss.caveats[0].code == "attrition-depends"
    assert "poin" in loss.caveats[0].message("id")


def test_an_edge_of_the_boundary_is_low() -> None:
    """5.4 points at 20 % are the highest that is low."""
    loss = attrition({"a": 1000, "b": 1000}, {"a": 827, "b": 773})
    assert (loss.overall, loss.differential) == (0.2, 0.054)
    assert loss.low_if_cautious is True


def test_beyond_the_table() -> None:
    """Two thirds lost: nothing is low, and the limits are not estimable."""
    loss = attrition({"a": 10, "b": 10}, {"a": 2, "b": 2})
    assert (loss.cautious_limit, loss.low_if_cautious) == (None, False)
    assert unexplained(loss, NOT_ASKED) == set()


def test_who_was_lost_and_why() -> None:
    """Ids keep their order, reasons are counted, the most frequent first."""
    loss = attrition(
        {"a": ["p1", "p2", "p3"], "b": ("p4", "p5", 6)},
        {"a": {"p1"}, "b": ["p5"]},
        reasons={"p2": "moved", "p3": " harvest ", "p4": "harvest"},
        baseline={"age": {"p1": 30, "p2": 50, "p3": 60, "p4": None, "p5": 40}},
    )
    assert loss.lost_ids == ("p2", "p3", "p4", 6)
    assert (loss.reasons, loss.reason_counts) == (("harvest", "moved"), (2, 1))
    assert loss.unexplained == 1
    assert loss.differences is not None
    row = loss.differences["age"]
    assert (row["means_lost"], row["means_stayed"]) == (55, 35)
    assert row["differences"] == pytest.approx(20 / math.sqrt(50))


@pytest.mark.parametrize("ages", [{}, {"p1": 3}, {"p1": 3, "p2": 3}, {"p2": 3}], ids=str)
def test_lost_and_stayed_that_can_not_be_compared(ages: Any) -> None:
    """Too few values or none: nan, and the variable is named."""
    loss = attrition(
        {"a": ["p1", "p2"], "b": ["p3"]}, {"a": ["p1"], "b": ["p3"]}, baseline={"age": ages}
    )
    assert loss.differences is not None
    assert math.isnan(loss.differences.differences[0])
    assert loss.differences.caveats[0].data["variables"] == ("age",)


@pytest.mark.parametrize(
    ("started", "completed"),
    [
        ({}, {}),
        ({"a": 0, "b": 0}, {"a": 0, "b": 0}),
        ({"a": 10}, {"a": 9}),
        ({"a": 10, "b": 0}, {"a": 9, "b": 0}),
        ({"a": 10, "b": 10, "c": 5}, {"a": 9, "b": 8, "c": 5}),
        ({"a": 10, "b": 10}, {"a": 10, "b": 10}),
    ],
    ids=str,
)
def test_what_is_none_is_explained(started: Any, completed: Any) -> None:
    """Thin data give a result; each None is named in a caveat."""
    loss = attrition(started, completed)
    assert unexplained(loss, NOT_ASKED) == set()


def test_three_groups_have_the_largest_difference() -> None:
    """And no limits, which are made for two."""
    loss = attrition({"a": 10, "b": 10, "c": 5}, {"a": 9, "b": 8, "c": 5})
    assert loss.differential == 0.2
    assert loss.cautious_limit is None


@pytest.mark.parametrize(
    ("arguments", "match"),
    [
        (([1], {"a": 1}), "started: found a list"),
        (({"a": 5}, {"b": 5}), "completed: found 'b'; accepted: the groups of started: 'a'"),
        (({"a": 5}, {"a": 6}), r"completed\['a'\]: found 6 people; accepted: at most the 5"),
        (({"a": -1}, {"a": 0}), r"started\['a'\]: found -1"),
        (({"a": ["p1"]}, {"a": 1}), "completed: found ids beside numbers"),
        (({"a": ["p1"]}, {"a": ["p2"]}), r"completed\['a'\]: found the id 'p2'"),
        (({"a": ["p1", "p1"]}, {"a": []}), r"started\['a'\]: found the id 'p1'"),
        (({"a": ["p1"], "b": ["p1"]}, {"a": [], "b": []}), "each in one group"),
        (({"a": "p1"}, {"a": []}), r"started\['a'\]: found"),
        (({2.5: 1}, {2.5: 1}), r"started\[2.5\]: found 2.5; accepted: the name of a group"),
    ],
)
def test_groups_that_do_not_fit_are_refused(arguments: Any, match: str) -> None:
    """The group and what it accepts are named."""
    with pytest.raises(InvalidValueError, match=match):
        attrition(*arguments)


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"reasons": {"p1": "moved"}}, r"reasons\['p1'\]: found 'p1'; accepted: somebody lost"),
        ({"reasons": {"p2": 3}}, r"reasons\['p2'\]: found"),
        ({"reasons": ["moved"]}, "reasons: found a list"),
        ({"baseline": {"age": [1, 2]}}, r"baseline\['age'\]: found a list"),
        ({"baseline": 3}, "baseline: found"),
        (
            {"started": {"a": 2}, "completed": {"a": 1}, "baseline": {"age": {}}},
            "baseline: found n",
        ),
        ({"started": {"a": 2}, "completed": {"a": 1}, "reasons": {}}, "reasons: found"),
    ],
)
def test_reasons_and_baseline_need_ids(changes: Any, match: str) -> None:
    """Nothing is told about people who are numbers only."""
    with pytest.raises(InvalidValueError, match=match):
        attrition(**{"started": {"a": ["p1", "p2"]}, "completed": {"a": ["p1"]}, **changes})


def test_half_a_percent_is_rounded_exactly() -> None:
    """46 of 80 are 57.5 %, so 58 %: beyond the cautious table (100 * .575 is 57.4999...)."""
    loss = attrition({"a": 40, "b": 40}, {"a": 17, "b": 17})
    assert (loss.cautious_limit, loss.low_if_cautious) == (None, False)
    assert (loss.optimistic_limit, loss.low_if_optimistic) == (0.019, True)
    caveat = next(c for c in loss.caveats if c.code == "attrition-beyond-cautious")
    assert caveat.data["fields"] == ("cautious_limit",)
    assert "None" not in caveat.message()


def test_beyond_the_table_is_said_once() -> None:
    """Where no limit is left, none is spoken of."""
    loss = attrition({"a": 40, "b": 40}, {"a": 10, "b": 10})
    told = [caveat.code for caveat in loss.caveats if caveat.code.startswith("attrition-")]
    assert "attrition-beyond-table" in told
    assert "attrition-high" not in told


def test_a_baseline_of_nobody_is_refused() -> None:
    """A slip in an id would drop somebody in silence."""
    people = {"a": ["x", "y"]}
    with pytest.raises(InvalidValueError, match="typo"):
        attrition(people, people, baseline={"age": {"x": 3, "typo": 99}})
