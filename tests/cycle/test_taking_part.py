"""Who took part: by id, headcount, group, stage and way, each share with its denominator."""

from typing import Any

import pytest

import abcd
from abcd.cycle import FIVE_D, Cycle, TakingPart, progress
from abcd.model import Community, Person

from .worlds import COMMUNITY, CYCLE

RESULT = progress(CYCLE, COMMUNITY).taking_part
PEOPLE = [Person("p1", "Member 1"), Person("p2", "Member 2")]


def part(
    cycle: Cycle, *, people: list[Person] | None = None, population: int | None = None
) -> TakingPart:
    """Return who took part, in a community of two."""
    listed = PEOPLE if people is None else people
    return progress(
        cycle, Community("rt3", "RT 3", people=listed, population=population)
    ).taking_part


def recorded(**fields: Any) -> Cycle:
    """Give a cycle with one entry."""
    return Cycle(FIVE_D, "rt3").record("dream.inspire", **fields)


def caveats(result: TakingPart) -> list[tuple[str, dict[str, Any]]]:
    """List the caveats with their data."""
    return [(caveat.code, dict(caveat.data)) for caveat in result.caveats]


def test_people_are_counted_by_hand() -> None:
    """p1 to p3 of five listed and fifty inhabitants; p5 is only planned, p9 nobody lists."""
    assert (RESULT.people, RESULT.known) == (("p1", "p2", "p3"), 3)
    # Ten at the training; seven, nine and the rest are not added.
    assert RESULT.headcount == 10
    assert RESULT.groups == ("men", "women")
    assert RESULT.group_headcounts == (6, 9)
    assert (RESULT.people_listed, RESULT.share_of_listed) == (5, 3 / 5)
    assert (RESULT.population, RESULT.share_of_population) == (50, 3 / 50)
    assert caveats(RESULT) == [
        ("headcount-only", {"headcount": 10, "known": 3}),
        ("unknown-participants", {"count": 1}),
    ]


def test_stages_are_counted_by_hand() -> None:
    """Who planned, who carried out, who evaluated; entries that do not say are not dropped."""
    stages = RESULT.by_stage
    assert stages.stages == ("planning", "carrying out", "evaluating", "not stated")
    assert stages.entries == (2, 1, 0, 5)
    assert stages.people == (3, 1, 0, 1)
    assert stages.headcount == (7, 10, None, 9)


def test_ways_of_taking_part_are_counted_by_hand() -> None:
    """Done to residents, for, with or by them."""
    ways = RESULT.by_participation
    assert ways.participation == ("to", "for", "with", "by", "not stated")
    assert ways.entries == (0, 0, 1, 1, 6)
    assert ways.people == (0, 0, 2, 1, 2)
    assert ways.headcount == (None, None, 7, 1, 10)


def test_those_who_guide_do_not_take_part() -> None:
    """A facilitator is counted only where named as a participant too."""
    assert part(recorded(facilitators=["p1"])).people == ()
    assert part(recorded(facilitators=["p1"], participants=["p1"])).people == ("p1",)


def test_nobody_recorded() -> None:
    """No number and no share, and a caveat names each."""
    result = part(recorded())
    assert (result.headcount, result.share_of_listed, result.share_of_population) == (None,) * 3
    assert caveats(result) == [
        ("nobody-recorded", {"fields": ("headcount",)}),
        ("nobody-known", {"fields": ("share_of_listed", "share_of_population")}),
    ]


def test_heads_without_names() -> None:
    """How many came is known, which share of the community is not; nobody came is no None."""
    assert caveats(part(recorded(headcount=12), population=40)) == [
        ("headcount-only", {"headcount": 12, "known": 0}),
        ("nobody-known", {"fields": ("share_of_listed", "share_of_population")}),
    ]
    nobody = part(recorded(headcount=0))
    assert (nobody.headcount, caveats(nobody)[0][0]) == (0, "nobody-known")


def test_everybody_known() -> None:
    """All shares are given, and there is nothing to add."""
    result = part(recorded(participants=["p2", "p1"]), population=4)
    assert (result.people, result.headcount) == (("p1", "p2"), 2)
    assert (result.share_of_listed, result.share_of_population) == (1, 0.5)
    assert result.caveats == ()


@pytest.mark.parametrize(
    ("population", "expected"),
    [
        (None, ("population-not-stated", {"listed": 2, "fields": ("share_of_population",)})),
        (
            1,
            (
                "population-below-listed",
                {"listed": 2, "population": 1, "fields": ("share_of_population",)},
            ),
        ),
        (
            0,
            (
                "population-below-listed",
                {"listed": 2, "population": 0, "fields": ("share_of_population",)},
            ),
        ),
    ],
    ids=["not-stated", "too-small", "nobody"],
)
def test_a_population_that_is_no_denominator(
    population: int | None, expected: tuple[str, dict[str, Any]]
) -> None:
    """A share is never above one, and never of a number that nobody stated."""
    result = part(recorded(participants=["p1"]), population=population)
    assert (result.share_of_listed, result.share_of_population) == (0.5, None)
    assert result.population == population
    assert caveats(result) == [expected]


def test_participants_whom_nobody_lists() -> None:
    """They are counted in a caveat, and not as known."""
    result = part(recorded(participants=["p8", "p9"]), people=[])
    assert (result.known, result.headcount, result.people_listed) == (0, 2, 0)
    assert caveats(result) == [
        ("headcount-only", {"headcount": 2, "known": 0}),
        ("nobody-known", {"fields": ("share_of_listed", "share_of_population")}),
        ("unknown-participants", {"count": 2}),
    ]


def test_it_is_a_document() -> None:
    """The nested tables too."""
    assert abcd.from_dict(abcd.to_dict(RESULT), TakingPart) == RESULT
