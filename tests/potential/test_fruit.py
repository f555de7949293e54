"""What is within reach with own assets, and what keeps the rest out."""

from abcd import Asset, Community, Idea, Membership, Need, Organization, Person, Plan, PlanStep
from abcd.potential import low_hanging_fruit

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
        ("reach-unknown", {"count": 2, "total": 6})
    ]


def test_none_within_reach_is_said() -> None:
    """An answer, no error."""
    found = low_hanging_fruit(IDEAS[1:2], VILLAGE)
    assert found.ripe == ()
    assert [caveat.code for caveat in found.caveats] == ["none-within-reach"]


def test_a_number_within_limits_is_no_number() -> None:
    """An organization without a member on record: between 0 and the population."""
    village = Community(
        "rt3", "RT 3", organizations=[Organization("pkk", "PKK", kind="association")], population=9
    )
    found = low_hanging_fruit([Idea("cook", "Cook", joins=["pkk"])], village)
    assert (found.within_reach, found.people) == ((True,), (None,))
