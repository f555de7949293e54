"""What is within reach with own assets, and what keeps the rest out."""

import pytest

from abcd import (
    Asset,
    Capacity,
    Community,
    Idea,
    Membership,
    Need,
    Organization,
    Person,
    Plan,
    PlanStep,
)
from abcd.errors import InvalidValueError
from abcd.potential import Criterion, DecisionTable, low_hanging_fruit, rank

# All invented.
VILLAGE = Community(
    "rt3",
    "RT 3",
    people=[Person("p1", "Siti"), Person("p2", "Budi")],
    organizations=[Organization("rki", "Creators", kind="association")],
    memberships=[Membership("p2", "rki")],
    assets=[
        Asset("hall", "Hall", control="primary"),
        Asset("bus", "Company bus", control="secondary"),
        Asset("road", "Road", control="potential"),
        Asset("land", "Land"),
    ],
)
IDEAS: list[Idea | Plan] = [
    Idea("film", "Film evenings", joins=["hall", "rki"], needs=[Need("room", met_by=["hall"])]),
    Idea("trip", "A trip", joins=["p1", "bus"], needs=[Need("fuel")]),
    Idea("walk", "A walk", joins=["p1", "road"]),
    Idea("garden", "A garden", joins=["land", "p1"]),
    Idea("dream", "A dream"),
    Plan(
        "sell",
        "Sell",
        steps=[
            PlanStep(
                "a",
                "Sell",
                on="2024-02-01",
                leaders=["p1"],
                needs=[Need("table", met_by=["hall"], cost=7, currency="IDR")],
            )
        ],
    ),
]


def test_three_answers() -> None:
    """Within reach, out of reach, and not known."""
    found = low_hanging_fruit(IDEAS, VILLAGE)
    assert found.ideas == ("film", "trip", "walk", "garden", "dream", "sell")
    assert found.within_reach == (True, False, False, None, None, True)
    assert found.ripe == ("film", "sell")
    assert found.own == (("hall", "rki"), ("p1",), ("p1",), ("p1",), (), ("hall",))
    assert found.outside == ((), ("bus",), ("road",), (), (), ())
    assert found.unclear == ((), (), (), ("land",), (), ())
    assert (found.needs, found.unmet) == ((1, 1, 0, 0, 0, 1), ((), ("fuel",), (), (), (), ()))
    assert found.cost == (None, None, None, None, None, 7.0)
    assert found.days == (None, None, None, None, None, 1.0)
    assert found.people == (1.0, 1.0, 1.0, 1.0, None, 1.0)
    assert [(caveat.code, dict(caveat.data)) for caveat in found.caveats] == [
        ("reach-unknown", {"count": 1, "total": 6}),
        ("needs-not-stated", {"count": 2, "total": 6}),
        ("weights-equal", {}),
        ("ranks-shared", {"count": 2, "total": 2}),
        ("first-rank-shared", {"count": 2}),
        ("first-not-tested", {"fields": ("survives",)}),
    ]


def test_none_within_reach_is_said() -> None:
    """An answer, no error."""
    found = low_hanging_fruit(IDEAS[1:2], VILLAGE)
    assert found.ripe == ()
    assert (found.ranks, found.survives, found.criteria) == ((None,), None, ())
    assert [caveat.code for caveat in found.caveats] == ["none-within-reach"]


def test_a_number_within_limits_is_no_number() -> None:
    """An organization without a member on record: between 0 and the population."""
    village = Community(
        "rt3", "RT 3", organizations=[Organization("pkk", "PKK", kind="association")], population=9
    )
    cook = Idea("cook", "Cook", joins=["pkk"], needs=[Need("hands", met_by=["pkk"])])
    found = low_hanging_fruit([cook], village)
    assert (found.within_reach, found.people) == ((True,), (None,))
    # One idea has no order.
    assert [(caveat.code, dict(caveat.data)) for caveat in found.caveats] == [
        ("no-order-of-ideas", {"ideas": 1, "fields": ("ranks", "survives")})
    ]


def test_without_stated_needs_nobody_knows() -> None:
    """A person alone does not build a clinic."""
    found = low_hanging_fruit([Idea("i", "Build a clinic", joins=["p1"])], VILLAGE)
    assert found.within_reach == (None,)
    assert [caveat.code for caveat in found.caveats] == ["needs-not-stated", "none-within-reach"]


# --- by whom, with whom, in which order ----------------------------------------------------------

PEOPLE = Community(
    "rt3",
    "RT 3",
    people=[
        Person(
            "p1", "Siti", capacities=[Capacity("Baking", has=True), Capacity("baking", has=True)]
        ),
        Person("p2", "Budi", capacities=[Capacity("masonry", has=True), Capacity("x", has=False)]),
        Person("p3", "Ayu", capacities=[Capacity(" Masonry", has=True), Capacity("tea")]),
    ],
    organizations=[Organization("rki", "Creators", kind="association")],
)


def test_by_whom_and_whom_to_invite() -> None:
    """Ids of leaders and guests, gifts of those who join, who has the skills that needs name."""
    oven = Idea(
        "oven",
        "Bake",
        joins=["p1", "p3"],
        invite=["rki"],
        proposed_by=["p2"],
        needs=[
            Need("a wall", skill="Masonry"),
            Need("bread", skill="baking", met_by=["p1"]),
            Need("music", skill="singing"),
        ],
    )
    sell = Plan("sell", "Sell", steps=[PlanStep("a", "Sell", leaders=["p1"], partners=["rki"])])
    found = low_hanging_fruit([oven, sell], PEOPLE)
    assert found.leaders == (("p2",), ("p1",))
    assert found.invite == (("rki",), ("rki",))
    assert found.gifts == (("Baking", " Masonry"), ())
    assert found.skills == (("Masonry", "baking", "singing"), ())
    assert found.skilled == ((("p2", "p3"), ("p1",), ()), ())
    # Somebody has the skill, and was not asked yet.
    assert found.unmet[0] == ("a wall", "music")
    assert found.within_reach == (False, None)
    assert ("skills-at-hand", {"count": 1}) in [
        (caveat.code, dict(caveat.data)) for caveat in found.caveats
    ]


def _idea(id: str, joins: list[str], cost: int, currency: str = "IDR") -> Idea:
    needs = [Need("hands", met_by=["p1"], cost=cost, currency=currency)]
    return Idea(id, id, joins=joins, needs=needs)


def test_what_is_within_reach_is_ordered() -> None:
    """By the criteria known for all; `rank` of the same columns gives the same."""
    ideas = [_idea("dear", ["p1"], 9), Idea("dream", "x"), _idea("cheap", ["p1", "p2"], 2)]
    found = low_hanging_fruit(ideas, PEOPLE)
    assert found.ranks == (2, None, 1)
    assert found.criteria == ("own_assets", "reach", "cost")
    assert (found.currency, found.cost) == ("IDR", (9, None, 2))
    # The cheap one is better or equal on all criteria: no weights turn this.
    assert found.survives is True
    table = DecisionTable(
        ["dear", "cheap"],
        [Criterion("own_assets"), Criterion("reach"), Criterion("cost", "min")],
        [[1, 1, 9], [1, 2, 2]],
    )
    assert rank(table).ranks.tolist() == [2, 1]


def test_an_order_that_a_fifth_turns_is_no_firm_one() -> None:
    """By hand, of weights w and (1 - w) / 2 for the two others: a leads b from w = 0.29 on.

    Reach gives a 1 and b 0, cost a (12 - 10) / 11 and b 1. A third less a fifth is 0.27.
    """
    ideas = [_idea("a", ["p1", "p2", "p3"], 10), _idea("b", ["p1"], 1), _idea("c", ["p1"], 12)]
    found = low_hanging_fruit(ideas, PEOPLE)
    assert (found.ranks[:2], found.survives) == ((1, 2), False)
    assert ("first-does-not-survive", 0.2) in [
        (caveat.code, caveat.data.get("tolerance")) for caveat in found.caveats
    ]


def test_amounts_in_several_currencies_are_not_shown_side_by_side() -> None:
    """As `assess` has it; one currency may be asked for."""
    ideas = [_idea("a", ["p1"], 9), _idea("b", ["p1"], 2, "USD")]
    found = low_hanging_fruit(ideas, PEOPLE)
    assert (found.cost, found.currency) == ((None, None), None)
    assert ("currencies-mixed", {"currencies": ("IDR", "USD"), "fields": ("cost",)}) in [
        (caveat.code, dict(caveat.data)) for caveat in found.caveats
    ]
    one = low_hanging_fruit(ideas, PEOPLE, currency="IDR")
    assert (one.cost, one.currency) == ((9, None), "IDR")
    with pytest.raises(InvalidValueError, match="currency"):
        low_hanging_fruit(ideas, PEOPLE, currency=3)  # type: ignore[arg-type]  # junk on purpose
