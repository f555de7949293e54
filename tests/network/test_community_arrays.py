"""A community read into arrays at once."""

from typing import Any

import pytest

from abcd import Community, Person, Tie
from abcd.errors import InvalidValueError
from abcd.network import Combine, graph, snapshot, snapshot_of

# All people are invented.
PEOPLE = [Person(f"p{number}", f"Secret {number}") for number in range(1, 5)]


def club(*ties: Tie) -> Community:
    """Make a community of four people."""
    return Community("rt3", "RT 3", people=PEOPLE, ties=ties)


@pytest.mark.parametrize("weight", [None, "weight"])
@pytest.mark.parametrize("directed", [False, True])
def test_it_equals_the_snapshot_of_the_graph(weight: Any, directed: bool) -> None:
    """Ties without direction lead both ways in a directed one; parallel ties by the rule."""
    ties = club(
        Tie("p3", "p1", strength=2),
        Tie("p1", "p3", strength=0.1, directed=True),
        Tie("p1", "p2", strength=0.7, directed=True, until="2023-12-31"),
    )
    rules: list[Combine] = ["sum", "max", "min", "mean", "count"]
    for combine in rules:
        for on in (None, "2024-01-01"):
            made = snapshot_of(ties, combine=combine, directed=directed, weight=weight, on=on)
            whole = graph(ties, combine=combine, directed=directed, on=on)
            assert made == snapshot(whole, weight=weight)


def test_parallel_ties_need_a_rule() -> None:
    """The same error as that of `graph`."""
    ties = club(Tie("p1", "p2"), Tie("p2", "p1"))
    with pytest.raises(InvalidValueError, match="combine: found None, and 1 pairs with several ti"):
        snapshot_of(ties)
    with pytest.raises(InvalidValueError, match="between 'p1' and 'p2': found a sum beyond all"):
        snapshot_of(
            club(Tie("p1", "p2", strength=1e308), Tie("p2", "p1", strength=1e308)), combine="sum"
        )


def test_strengths_that_can_not_be_counted_with() -> None:
    """Named with its ends, where strengths are asked for."""
    ties = club(Tie("p1", "p2"), Tie("p2", "p4", strength=1e91))
    assert snapshot_of(ties).tie_count == 2
    message = "weight of the tie from 'p2' to 'p4': found 1e.91; accepted: a number from 1e-90"
    with pytest.raises(InvalidValueError, match=message):
        snapshot_of(ties, weight="weight")


@pytest.mark.parametrize("junk", ["strength", 3, True, ["weight"]])
def test_other_weights_are_refused(junk: Any) -> None:
    """There is one."""
    with pytest.raises(InvalidValueError, match=r"weight: found .*; accepted: 'weight' or None"):
        snapshot_of(club(), weight=junk)


def test_nothing_in_it() -> None:
    """No people, no ties."""
    assert snapshot_of(Community("rt3", "RT 3"), weight="weight").node_count == 0
    assert snapshot_of(club()).tie_count == 0
