"""Criteria computed from a community: each value by hand, each gap with its reason."""

from typing import Any

import pytest

from abcd import (
    FIVE_D,
    Asset,
    Community,
    Cycle,
    Goal,
    Idea,
    Membership,
    Need,
    Organization,
    Person,
    Place,
    Plan,
    PlanStep,
    Tie,
)
from abcd.cycle import ALL
from abcd.errors import InvalidValueError
from abcd.potential import Cell, measures

# All invented. p1 and p2 are in the group; p3 has left it; p4 knows p1.
VILLAGE = Community(
    "rt3",
    "RT 3",
    people=[
        Person("p1", "Siti", interviewed_on="2024-01-10"),
        Person("p2", "Budi"),
        Person("p3", "Ayu"),
        Person("p4", "Tono"),
        Person("p5", "Dewi", interviewed_on="2024-01-10"),
    ],
    organizations=[
        Organization("rki", "Creators", kind="association"),
        Organization("office", "Village office", kind="institution"),
        Organization("firm", "Bricks", kind="enterprise"),
    ],
    places=[Place("field", "Field")],
    memberships=[
        Membership("p1", "rki"),
        Membership("p2", "rki", since="2024-02-01"),
        Membership("p3", "rki", until="2024-01-31"),
    ],
    assets=[
        Asset("hall", "Hall", control="primary", status="verified"),
        Asset("bus", "Bus", control="secondary", status="mobilized"),
        Asset("road", "Road", control="potential"),
        Asset("land", "Land", status="created"),
    ],
    ties=[Tie("p1", "p4", "films with"), Tie("p2", "p4", "lends to", until="2024-01-31")],
)
EMPTY = Idea("empty", "Nothing said")


def idea(**fields: Any) -> Idea:
    """Make an idea."""
    return Idea("oven", "Bake together", **fields)


def plan(*steps: PlanStep, **fields: Any) -> Plan:
    """Make a plan."""
    return Plan("oven", "Oven", steps=steps, **fields)


@pytest.mark.parametrize(
    ("program", "low", "high", "of"),
    [
        (idea(joins=["hall", "p1", "rki", "firm"]), 1.0, 1.0, ("hall", "p1", "rki", "firm")),
        (idea(joins=["hall", "bus", "road"]), 1 / 3, 1 / 3, ("hall",)),
        # Of land, the office and a place nobody said whose they are.
        (idea(joins=["hall", "land", "office", "field"]), 1 / 4, 1.0, ("hall",)),
        (idea(joins=["bus", "land"]), 0.0, 1 / 2, ()),
        # A part that is joined and meets a need counts once; a need that nobody meets is one part.
        (
            idea(joins=["hall"], needs=[Need("room", met_by=["hall"]), Need("bricks")]),
            1 / 2,
            1 / 2,
            ("hall",),
        ),
        (idea(needs=[Need("bricks")]), 0.0, 0.0, ()),
        (plan(PlanStep("a", "Dig", needs=[Need("room", met_by=["hall"])])), 1.0, 1.0, ("hall",)),
    ],
)
def test_own_assets(program: Idea | Plan, low: float, high: float, of: tuple[str, ...]) -> None:
    """The share of parts that are own; what nobody stated makes the limits."""
    cell = measures.own_assets(program, VILLAGE)
    assert [cell.low, cell.high] == pytest.approx([low, high])
    assert cell.of == of
    assert cell.basis == ("computed" if low == high else "within-limits")


def test_readiness_and_mobilization() -> None:
    """Hall verified, bus mobilized, road identified, land created."""
    program = idea(joins=["hall", "bus", "road", "land", "p1"])
    ready, used = measures.readiness(program, VILLAGE), measures.mobilization(program, VILLAGE)
    assert (ready.low, ready.high, ready.of) == (0.75, 0.75, ("hall", "bus", "land"))
    assert (used.low, used.of) == (0.5, ("bus", "land"))


@pytest.mark.parametrize(
    ("program", "on", "share", "leaders"),
    [
        # p4 of p2 to p5.
        (idea(proposed_by=["p1"]), None, 0.25, ("p1",)),
        # p1 and p2 lead; without a date all ties count: both lead to p4.
        (idea(proposed_by=["rki"]), None, 1 / 3, ("p1", "p2")),
        # On this day p2 is no member yet, and p3 still is.
        (idea(proposed_by=["rki"]), "2024-01-31", 1 / 3, ("p1", "p3")),
        # The tie of p2 has ended.
        (idea(proposed_by=["p2", "p5"]), None, 1 / 3, ("p2", "p5")),
        (plan(PlanStep("a", "Dig", leaders=["p4"]), owner="p1"), None, 1 / 3, ("p1", "p4")),
        (plan(PlanStep("a", "Dig", leaders=["p4"]), owner=ALL), None, 0.5, ("p4",)),
        # An answer that names nobody is an answer.
        (idea(proposed_by=["p5"]), None, 0.0, ("p5",)),
    ],
)
def test_connectedness(
    program: Idea | Plan, on: str | None, share: float, leaders: tuple[str, ...]
) -> None:
    """The share of the others who are tied to a leader."""
    cell = measures.connectedness(program, VILLAGE, on=on)
    assert cell.low == cell.high == pytest.approx(share)
    assert cell.of == leaders


@pytest.mark.parametrize(
    ("program", "on", "people"),
    [
        (idea(joins=["rki", "p1", "hall"], invite=["p5"]), None, ("p1", "p2", "p5")),
        (idea(joins=["rki"]), "2024-01-31", ("p1", "p3")),
        (plan(PlanStep("a", "Dig", leaders=["p4"], partners=["rki"])), None, ("p4", "p1", "p2")),
    ],
)
def test_reach(program: Idea | Plan, on: str | None, people: tuple[str, ...]) -> None:
    """Everybody once, members on the day."""
    cell = measures.reach(program, VILLAGE, on=on)
    assert (cell.low, cell.of) == (len(people), people)


def test_reach_of_an_organization_without_members() -> None:
    """Up to the population, where that is stated and possible."""
    village = Community(
        "rt3",
        "RT 3",
        people=[Person("p1", "Siti")],
        organizations=[Organization("pkk", "PKK")],
        population=120,
    )
    cell = measures.reach(idea(joins=["p1", "pkk"]), village)
    assert (cell.low, cell.high, cell.basis, cell.of) == (1.0, 120.0, "within-limits", ("p1",))
    small = Community(
        "rt3", "RT 3", people=village.people, organizations=village.organizations, population=0
    )
    assert measures.reach(idea(joins=["p1", "pkk"]), small).basis == "members-unknown"


def test_goals() -> None:
    """Two of the three goals; goals of nobody's cycle are not counted."""
    cycle = Cycle(FIVE_D, "rt3", goals=[Goal("a", "A"), Goal("b", "B"), Goal("c", "C")])
    cell = measures.goals(plan(goals=["a", "c", "other"]), VILLAGE, cycle=cycle)
    assert cell.low == cell.high == pytest.approx(2 / 3)
    assert measures.goals(plan(), VILLAGE, cycle=cycle).basis == "goals-not-named"
    assert measures.goals(EMPTY, VILLAGE, cycle=cycle).basis == "goals-not-named"
    assert measures.goals(plan(goals=["a"]), VILLAGE).basis == "no-goals"
    assert measures.goals(plan(), VILLAGE, cycle=Cycle(FIVE_D, "rt3")).basis == "no-goals"


def test_cost_is_exact() -> None:
    """Ten dimes are one, which floats would miss."""
    needs = [Need(f"part {n}", cost="0.1", currency="IDR") for n in range(10)]
    assert measures.cost(idea(needs=needs), VILLAGE).low == 1.0
    assert measures.cost(idea(needs=needs), VILLAGE, currency="IDR").high == 1.0
    assert measures.cost(idea(needs=needs), VILLAGE, currency="USD").basis == "other-currency"
    with pytest.raises(InvalidValueError, match=r"^currency: found a list of 1"):
        measures.cost(idea(needs=needs), VILLAGE, currency=["IDR"])  # type: ignore[arg-type]  # junk on purpose
    mixed = [*needs, Need("film", cost=1, currency="USD")]
    assert measures.cost(idea(needs=mixed), VILLAGE).basis == "other-currency"
    assert measures.cost(idea(needs=[*needs, Need("x")]), VILLAGE).basis == "cost-incomplete"


def test_days_count_both_ends() -> None:
    """From 31 January to 2 February is three days."""
    steps = [PlanStep("a", "Dig", on="2024-02-02"), PlanStep("b", "Lay", on="2024-01-31")]
    assert measures.days(plan(*steps), VILLAGE).low == 3.0
    assert measures.days(plan(*steps, PlanStep("c", "Eat")), VILLAGE).basis == "dates-incomplete"
    assert measures.days(plan(), VILLAGE).basis == "no-steps"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("own_assets", "nothing-stated"),
        ("readiness", "no-assets"),
        ("mobilization", "no-assets"),
        ("connectedness", "no-leaders"),
        ("reach", "nobody-named"),
        ("goals", "no-goals"),
        ("cost", "no-needs"),
        ("days", "no-steps"),
    ],
)
def test_what_nobody_stated_is_a_gap(name: str, reason: str) -> None:
    """Never a 0."""
    assert getattr(measures, name)(EMPTY, VILLAGE) == Cell(basis=reason)


def test_ties_that_nobody_asked_for_are_unknown() -> None:
    """A leader without ties was not interviewed; or there is nobody else."""
    cell = measures.connectedness(idea(proposed_by=["p3"]), VILLAGE)
    assert cell == Cell(basis="ties-unknown", of=["p3"])
    alone = Community("rt3", "RT 3", people=[Person("p1", "Siti")])
    cell = measures.connectedness(idea(proposed_by=["p1"]), alone)
    assert cell == Cell(basis="nobody-else", of=["p1"])


def test_strangers_are_refused() -> None:
    """All of them at once, each once; with whatever else is wrong."""
    program = idea(joins=["hal", "nobody"], invite=["nobody"], proposed_by=["p9"])
    with pytest.raises(InvalidValueError) as caught:
        measures.reach(program, VILLAGE, on="yesterday")
    paths = [(fault.path, fault.found) for fault in caught.value.faults]
    assert paths == [
        ("on", "'yesterday'"),
        ("program", "'hal'"),
        ("program", "'nobody'"),
        ("program", "'p9'"),
    ]
    with pytest.raises(InvalidValueError, match="of which the cycle is"):
        measures.goals(plan(), VILLAGE, cycle=Cycle(FIVE_D, "rt4"))
    with pytest.raises(InvalidValueError, match=r"^cycle: found int"):
        measures.goals(plan(), VILLAGE, cycle=3)  # type: ignore[arg-type]  # junk on purpose


@pytest.mark.parametrize(
    "fields", [{"low": 1}, {"high": 1}, {"low": 2, "high": 1}], ids=["low", "high", "order"]
)
def test_limits_come_in_pairs(fields: Any) -> None:
    """Neither alone, nor the wrong way round."""
    with pytest.raises(InvalidValueError, match="both limits"):
        Cell(basis="computed", **fields)


def test_leaders_nobody_listed_leave_a_gap() -> None:
    """As in `reach`: without a member on record nobody knows whose ties count."""
    village = Community(
        "v",
        "V",
        people=[Person("p1", "P"), Person("p2", "Q"), Person("p3", "R")],
        organizations=[Organization("pkk", "PKK")],
        ties=[Tie("p1", "p2")],
    )
    both = measures.connectedness(Idea("i", "I", proposed_by=["p1", "pkk"]), village)
    assert (both.basis, both.low, both.of) == ("members-unknown", None, ("p1",))
    alone = measures.connectedness(Idea("i", "I", proposed_by=["pkk"]), village)
    assert alone.basis == "members-unknown"
