"""Consistency: where a cycle contradicts its community, or itself."""

from typing import Any

import pytest

import abcd
from abcd.cycle import (
    ALL,
    FIVE_D,
    Celebration,
    Claim,
    Consistency,
    Cycle,
    Decision,
    Goal,
    Idea,
    Indicator,
    Measurement,
    Need,
    Plan,
    PlanStep,
    Record,
    Reflection,
    Vision,
    consistency,
)
from abcd.errors import InvalidValueError
from abcd.model import Asset, Community, Organization, Person, Place

from .worlds import COMMUNITY, CYCLE

PLACE = "the id of a Place of the community"
PERSON = "the id of a Person of the community"
PARTY = "the id of a Person or an Organization of the community"
ANY = "an id of the community"
WHOLE = Community(
    "rt3",
    "RT 3",
    people=[Person("p1", "Member 1")],
    organizations=[Organization("rki", "Creators", kind="association")],
    places=[Place("rt", "RT 3")],
    assets=[Asset("hall", "Hall")],
)


def lines(cycle: Cycle, community: Community = WHOLE) -> list[str]:
    """Return the contradictions, a line each, in reading order."""
    result = consistency(cycle, community)
    assert result.consistent == (result.faults == ())
    assert abcd.from_dict(abcd.to_dict(result), Consistency) == result
    return [str(fault) for fault in result.faults]


def codes(cycle: Cycle) -> list[str]:
    """Return the codes of the contradictions."""
    return [fault.code for fault in consistency(cycle, WHOLE).faults]


def named(id: str) -> Cycle:
    """Name one id in every field that leads into the community."""
    step = PlanStep("a", "x", leaders=[id], partners=[id], place=id, needs=[Need("y", met_by=[id])])
    return Cycle(
        FIVE_D,
        "rt3",
        records=[Record(["dream.inspire"], participants=[id], facilitators=[id], place=id)],
        visions=[Vision("x", owner=id)],
        goals=[Goal("g", "x", owner=id)],
        plans=[Plan("t", "x", owner=id, steps=[step])],
        ideas=[Idea("i", "x", joins=[id], invite=[id], proposed_by=[id], needs=step.needs)],
        decisions=[Decision("x", ["a"], decided_by=[id])],
        indicators=[Indicator("m", "x")],
        measurements=[Measurement("m", 1, person=id)],
        reflections=[Reflection("x", by=[id])],
        celebrations=[Celebration("x", participants=[id], place=id)],
    )


def test_every_id_that_leads_nowhere_is_named() -> None:
    """Each field says which class it leads to, and the nearest ids of it."""
    assert lines(named("p2")) == [
        f"records[0].participants[0]: found 'p2'; accepted: {PERSON}: 'p1'",
        f"records[0].facilitators[0]: found 'p2'; accepted: {PARTY}: 'p1' or 'rki'",
        f"records[0].place: found 'p2'; accepted: {PLACE}: 'rt'",
        f"visions[0].owner: found 'p2'; accepted: {PARTY}: 'p1' or 'rki'",
        f"goals[0].owner: found 'p2'; accepted: {PARTY}: 'p1' or 'rki'",
        f"plans[0].owner: found 'p2'; accepted: {PARTY}: 'p1' or 'rki'",
        f"ideas[0].joins[0]: found 'p2'; accepted: {ANY}: 'p1', 'rki', 'rt' or 'hall'",
        f"ideas[0].invite[0]: found 'p2'; accepted: {PARTY}: 'p1' or 'rki'",
        f"ideas[0].proposed_by[0]: found 'p2'; accepted: {PARTY}: 'p1' or 'rki'",
        f"decisions[0].decided_by[0]: found 'p2'; accepted: {PARTY}: 'p1' or 'rki'",
        f"measurements[0].person: found 'p2'; accepted: {PERSON}: 'p1'",
        f"reflections[0].by[0]: found 'p2'; accepted: {PARTY}: 'p1' or 'rki'",
        f"celebrations[0].participants[0]: found 'p2'; accepted: {PERSON}: 'p1'",
        f"celebrations[0].place: found 'p2'; accepted: {PLACE}: 'rt'",
        f"ideas[0].needs[0].met_by[0]: found 'p2'; accepted: {ANY}: 'p1', 'rki', 'rt' or 'hall'",
        f"plans[0].steps[0].leaders[0]: found 'p2'; accepted: {PARTY}: 'p1' or 'rki'",
        f"plans[0].steps[0].partners[0]: found 'p2'; accepted: {PARTY}: 'p1' or 'rki'",
        f"plans[0].steps[0].place: found 'p2'; accepted: {PLACE}: 'rt'",
        (
            f"plans[0].steps[0].needs[0].met_by[0]: found 'p2'; accepted: {ANY}: 'p1', 'rki', "
            "'rt' or 'hall'"
        ),
    ]


@pytest.mark.parametrize(
    ("id", "wrong"),
    [("p1", {"place"}), ("rki", {"place", "person", "participants"}), ("hall", None)],
    ids=["person", "organization", "asset"],
)
def test_an_id_of_another_class_is_named(id: str, wrong: set[str] | None) -> None:
    """A person is no place, a group no participant; an asset can be joined and give."""
    faults = consistency(named(id), WHOLE).faults
    assert {fault.code for fault in faults} == {"wrong-class"}
    fields = {fault.path.rpartition(".")[2].partition("[")[0] for fault in faults}
    if wrong is None:
        assert fields.isdisjoint({"joins", "met_by"})
        assert len(faults) == 16
    else:
        assert fields == wrong


def test_the_line_says_what_an_id_is() -> None:
    """With the class that it has and the one that is accepted."""
    cycle = Cycle(FIVE_D, "rt3").record("dream.inspire", participants=["rki"])
    assert lines(cycle) == [
        f"records[0].participants[0]: found 'rki', which is an Organization; accepted: {PERSON}"
    ]


def test_everybody_is_an_owner() -> None:
    """`ALL` is no id and no fault."""
    cycle = Cycle(FIVE_D, "rt3", visions=[Vision("x", owner=ALL), Vision("y")])
    assert lines(cycle) == []


def test_where_there_is_nobody_the_line_says_so() -> None:
    """A community without people has none to name."""
    cycle = Cycle(FIVE_D, "rt3").record("dream.inspire", participants=["p1"])
    assert lines(cycle, Community("rt3", "RT 3")) == [
        f"records[0].participants[0]: found 'p1'; accepted: {PERSON}, which has none"
    ]


def test_only_the_first_strangers_search_for_near_spellings() -> None:
    """All of a long list are named."""
    strangers = [f"q{number}" for number in range(30)]
    found = lines(Cycle(FIVE_D, "rt3").record("dream.inspire", participants=strangers))
    assert len(found) == 30
    assert found[19].endswith(f"{PERSON}: 'p1'")
    assert found[20].endswith(PERSON)


def test_the_cycle_counted_by_hand_names_one_stranger() -> None:
    """p9 was at the training and is in no list."""
    assert [fault.found for fault in consistency(CYCLE, COMMUNITY).faults] == ["'p9'"]


STEPS = [
    PlanStep("one", "x", on="2024-01-10"),
    PlanStep("two", "x", on="2024-01-20", until="2024-01-22", depends_on=["one"]),
    PlanStep("open", "x", depends_on=["two"]),
]
PLANNED = Cycle(FIVE_D, "rt3", plans=[Plan("t", "x", steps=STEPS)])


@pytest.mark.parametrize(
    ("what", "days", "expected"),
    [
        (["t.one"], {"on": "2024-01-10"}, None),
        (["t.one"], {"on": "2024-01-08", "until": "2024-01-10"}, None),
        (["t.one", "t.two"], {"on": "2024-01-10", "until": "2024-01-20"}, None),
        (["t.two"], {"until": "2024-01-21"}, None),
        (["t.open"], {"on": "2024-01-30"}, None),
        (["t.one"], {}, None),
        (["t.one"], {"on": "2024-01-11", "status": "planned"}, None),
        (["dream.inspire"], {"on": "2024-01-11"}, None),
        (
            ["dream.inspire", "t.one"],
            {"on": "2024-01-11"},
            "records[0].on: found 2024-01-11; accepted: a day of the step 't.one': 2024-01-10",
        ),
        (
            ["t.two"],
            {"until": "2024-01-19"},
            (
                "records[0].until: found 2024-01-19; accepted: a day of the step 't.two': "
                "2024-01-20 to 2024-01-22"
            ),
        ),
        (
            ["t.two"],
            {"on": "2024-01-23", "until": "2024-01-25"},
            (
                "records[0].on: found 2024-01-23 to 2024-01-25; accepted: a day of the step "
                "'t.two': 2024-01-20 to 2024-01-22"
            ),
        ),
    ],
    ids=[
        "that-day",
        "with-that-day",
        "two-steps",
        "last-day-only",
        "no-day-planned",
        "no-day-recorded",
        "planned",
        "no-step",
        "another-day",
        "too-soon",
        "too-late",
    ],
)
def test_a_step_is_done_on_its_days(
    what: list[str], days: dict[str, Any], expected: str | None
) -> None:
    """One shared day is enough; what is only planned or undated contradicts nothing."""
    assert lines(PLANNED.record(*what, **days)) == ([] if expected is None else [expected])


def test_a_step_is_not_done_before_the_one_that_it_waits_for() -> None:
    """The first day of each counts; a step that nobody recorded is no contradiction."""
    late = PLANNED.record("t.open", on="2024-02-01")
    assert lines(late) == []
    early = late.record("t.open", on="2024-01-20").record("t.two", until="2024-01-21")
    assert lines(early) == [
        (
            "plans[0].steps[2]: found done on 2024-01-20; accepted: a day from 2024-01-21, when "
            "'two' began"
        )
    ]
    assert lines(PLANNED.record("t.open", on="2024-01-01").record("t.two", status="planned")) == []


def test_a_measurement_is_on_the_scale_and_of_a_facet() -> None:
    """The ends are on it; an indicator without facets or scale has nothing to contradict."""
    skill = Indicator("skill", "x", minimum=0, maximum=4, facets=["courtesy", "language"])
    cycle = Cycle(FIVE_D, "rt3", indicators=[skill, Indicator("open", "x", minimum=1)])
    sound = [Measurement("skill", 4, facet="language"), Measurement("skill", 0)]
    assert lines(cycle.add(*sound, Measurement("open", 10**6))) == []
    wrong = [Measurement("skill", 5, facet="langage"), Measurement("open", 0.5, facet="x")]
    assert lines(cycle.add(*wrong)) == [
        "measurements[0].value: found 5; accepted: a number from 0 to 4, the scale of 'skill'",
        (
            "measurements[0].facet: found 'langage'; accepted: a facet of 'skill': 'courtesy' or "
            "'language'"
        ),
        "measurements[1].value: found 0.5; accepted: a number from 1, the scale of 'open'",
        "measurements[1].facet: found 'x'; accepted: a facet of 'open', which has none",
    ]


@pytest.mark.parametrize(
    ("claimed", "measured", "code"),
    [
        ("results", "learning", ["above-level"]),
        ("learning", "results", []),
        ("learning", "learning", []),
        (None, "learning", []),
        ("results", None, []),
    ],
    ids=["above", "below", "same", "claim-without", "indicator-without"],
)
def test_a_claim_reaches_no_higher_than_its_indicator(
    claimed: str | None, measured: str | None, code: list[str]
) -> None:
    """A quiz can not show an income."""
    indicator = Indicator("quiz", "x", level=measured)
    claims = [Claim("x", indicator="quiz", level=claimed), Claim("y", level=claimed)]
    assert codes(Cycle(FIVE_D, "rt3", indicators=[indicator], claims=claims)) == code


def test_the_line_of_a_claim() -> None:
    """It names both levels."""
    indicator = Indicator("quiz", "x", level="learning")
    cycle = Cycle(FIVE_D, "rt3", indicators=[indicator])
    assert lines(cycle.add(Claim("x", indicator="quiz", level="results"))) == [
        "claims[0].level: found 'results'; accepted: at most 'learning', the level of its indicator"
    ]


def test_strangers_are_refused() -> None:
    """A cycle is held against its own community only."""
    with pytest.raises(InvalidValueError, match="community: found 'rt4'"):
        consistency(PLANNED, Community("rt4", "RT 4"))
