"""What a record meets, directly and by what it serves."""

import datetime

from abcd.cycle import (
    FIVE_D,
    ActivityDefinition,
    Cycle,
    CycleDefinition,
    PhaseDefinition,
    Plan,
    PlanStep,
    Record,
)
from abcd.cycle.entries import Entry, entries
from abcd.model import Evidence
from abcd.vocabulary import Labels

LABELS = Labels("x", id="y")


def only(cycle: Cycle) -> Entry:
    """Return the entry of a diary with one."""
    (entry,) = entries(cycle)
    return entry


def test_a_research_step_meets_what_it_serves() -> None:
    """The step stands beside the activity, with the phase of the activity."""
    entry = only(Cycle(FIVE_D, "rt3").record("research.consult"))
    assert entry.met == {
        "research.consult": (),
        "discovery.consult": ("research.consult",),
    }
    assert entry.phases == {"discovery"}


def test_the_delivery_meets_no_activity() -> None:
    """It belongs to no phase, and neither does a step of a plan."""
    plan = Plan("t", "Training", steps=[PlanStep("a", "Register")])
    entry = only(Cycle(FIVE_D, "rt3", plans=[plan]).record("research.deliver-training", "t.a"))
    assert entry.met == {"research.deliver-training": (), "t.a": ()}
    assert entry.phases == frozenset()


def test_two_steps_may_meet_one_activity() -> None:
    """Both are named; what was named itself stays."""
    entry = only(
        Cycle(FIVE_D, "rt3").record(
            "research.measure-impact", "research.evaluate", "destiny.measure-and-evaluate"
        )
    )
    assert entry.met["destiny.measure-and-evaluate"] == (
        "research.measure-impact",
        "research.evaluate",
    )


def test_an_activity_may_serve_several_phases() -> None:
    """It meets what it serves, and what that serves in turn; a ring ends."""
    serving = {"a": ["two.b"], "b": ["three.c"], "c": ["one.a"]}
    phases = [
        PhaseDefinition(phase, [ActivityDefinition(id, LABELS, serves=serving[id])], LABELS)
        for phase, id in (("one", "a"), ("two", "b"), ("three", "c"))
    ]
    entry = only(Cycle(CycleDefinition("ring", phases), "rt3").record("one.a"))
    assert entry.met == {"one.a": (), "two.b": ("one.a",), "three.c": ("one.a",)}
    assert entry.phases == {"one", "two", "three"}


def test_a_phase_without_the_activity_is_not_visited() -> None:
    """A definition of one's own may call a phase discovery and lack the seed's activities."""
    phase = PhaseDefinition("discovery", [ActivityDefinition("walk", LABELS)], LABELS)
    entry = only(Cycle(CycleDefinition("own", [phase]), "rt3").record("research.consult"))
    assert entry.met == {"research.consult": ()}
    assert entry.phases == frozenset()


def test_one_day_is_enough() -> None:
    """Without a first day the last one stands for it, and the other way round."""
    day = datetime.date(2024, 1, 31)
    for record in (Record(["dream.inspire"], on=day), Record(["dream.inspire"], until=day)):
        entry = only(Cycle(FIVE_D, "rt3", records=[record]))
        assert (entry.first, entry.last) == (day, day)
    assert only(Cycle(FIVE_D, "rt3").record("dream.inspire")).first is None


def test_invented_evidence_is_no_evidence() -> None:
    """One source that is not made up is enough."""
    invented, told = Evidence("nobody", method="invented"), Evidence("the report")
    found = {
        sources: only(
            Cycle(FIVE_D, "rt3").record("dream.inspire", evidence=list(sources))
        ).evidenced
        for sources in ((), (invented,), (told,), (invented, told))
    }
    assert list(found.values()) == [False, False, True, True]
