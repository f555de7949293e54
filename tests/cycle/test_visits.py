"""Visits and stays: what overlaps is one, what was left and entered again is two."""

import datetime
from itertools import pairwise

import pytest

from abcd.cycle.visits import Visit, stays, visits


def day(number: int) -> datetime.date:
    """Count days from the last of 2023."""
    return datetime.date(2023, 12, 31) + datetime.timedelta(number)


def visit(first: int, last: int) -> Visit:
    """Make a visit of some days."""
    return Visit(day(first), day(last))


def merged(*spans: tuple[int | None, int, int]) -> list[tuple[int, int]]:
    """Merge entries given as round, first and last day; return days."""
    found = visits([(number, day(first), day(last)) for number, first, last in spans])
    assert all(one.end < other.start for one, other in pairwise(found))
    return [((one.start - day(0)).days, (one.end - day(0)).days) for one in found]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], []),
        ([(None, 5, 6), (None, 1, 2)], [(1, 2), (5, 6)]),
        ([(None, 1, 5), (None, 5, 9)], [(1, 9)]),
        ([(None, 1, 9), (None, 3, 4)], [(1, 9)]),
        ([(None, 1, 2), (None, 3, 4)], [(1, 2), (3, 4)]),
        ([(1, 9, 9), (1, 1, 1), (1, 4, 5)], [(1, 9)]),
        ([(1, 1, 1), (2, 5, 5), (1, 3, 3)], [(1, 3), (5, 5)]),
        ([(1, 1, 1), (1, 9, 9), (None, 4, 4)], [(1, 9)]),
        ([(1, 1, 5), (2, 5, 9)], [(1, 9)]),
    ],
    ids=[
        "none",
        "apart",
        "a-shared-day",
        "inside",
        "neighboring-days",
        "one-round",
        "two-rounds",
        "inside-a-round",
        "rounds-that-overlap",
    ],
)
def test_entries_become_visits(
    spans: list[tuple[int | None, int, int]], expected: list[tuple[int, int]]
) -> None:
    """A shared day or a shared round makes one visit; the order of entries does not matter."""
    assert merged(*spans) == expected
    assert merged(*reversed(spans)) == expected


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([], [visit(1, 12)]),
        ([visit(7, 8)], [visit(1, 5), visit(10, 12)]),
        ([visit(6, 9)], [visit(1, 5), visit(10, 12)]),
        ([visit(5, 8)], [visit(1, 12)]),
        ([visit(7, 10)], [visit(1, 12)]),
        ([visit(1, 12)], [visit(1, 12)]),
        ([visit(20, 21)], [visit(1, 12)]),
        ([visit(4, 11), visit(7, 7)], [visit(1, 5), visit(10, 12)]),
    ],
    ids=["pause", "between", "edge-to-edge", "early", "late", "around", "after", "one-of-two"],
)
def test_a_phase_is_left_where_another_lies_whole_between(
    others: list[Visit], expected: list[Visit]
) -> None:
    """A pause is no leaving, and neither is work side by side."""
    assert stays([visit(1, 5), visit(10, 12)], others) == expected


def test_each_return_is_a_stay_of_its_own() -> None:
    """Three visits with something between the last two are two stays."""
    own = [visit(1, 1), visit(5, 5), visit(9, 9)]
    assert stays(own, [visit(7, 7)]) == [visit(1, 5), visit(9, 9)]
    assert stays(own, [visit(7, 7), visit(3, 3)]) == own
    assert stays([], [visit(7, 7)]) == []
