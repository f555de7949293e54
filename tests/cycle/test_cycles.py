"""One walk through the phases: recording, adding, and wholes that do not fit."""

import datetime
import pickle
import subprocess
import sys
from typing import Any

import attrs
import pytest

import abcd
from abcd.cycle import (
    ALL,
    FIVE_D,
    FOUR_D,
    Celebration,
    Claim,
    Cycle,
    Decision,
    Goal,
    Idea,
    Indicator,
    Measurement,
    Participation,
    Plan,
    PlanStep,
    Record,
    RecordStatus,
    Reflection,
    Stage,
    Vision,
)
from abcd.errors import DocumentError, IntegrityError, InvalidValueError
from abcd.model import Evidence

EMPTY = Cycle(FIVE_D, community="rt3")
PHASES = "a phase: 'discovery', 'dream', 'design', 'define' or 'destiny'"


def full() -> Cycle:
    """Hold one entry of every class, and two where the founding case has two."""
    return Cycle(
        FIVE_D,
        "rt3",
        records=[Record(["dream.inspire", "training.day-1", "research.consult"])],
        values=["integrity", "cooperation"],
        visions=[
            Vision("A village of creators", owner=ALL, phase="dream"),
            Vision("The same in five years", horizon="five years", phase="destiny"),
        ],
        goals=[Goal("income", "Earn more", phase="define", indicators=["money"])],
        plans=[
            Plan(
                "training",
                "Training",
                steps=[PlanStep("day-1", "Register")],
                goals=["income"],
                phase="design",
            ),
        ],
        ideas=[Idea("shop", "A shop")],
        decisions=[Decision("What first?", ["rki"], chosen=["rki"])],
        indicators=[Indicator("money", "Income a month", unit="IDR")],
        measurements=[Measurement("money", 0, person="p1", wave="before")],
        claims=[Claim("Members earn more", indicator="money"), Claim("It lasts")],
        reflections=[Reflection("Registration is hard", phase="destiny"), Reflection("It rained")],
        celebrations=[Celebration("First sale")],
    )


def lines(make: Any, *arguments: Any, **fields: Any) -> list[str]:
    """Return the misfits of something that must be refused, a line each."""
    with pytest.raises(IntegrityError) as caught:
        make(*arguments, **fields)
    return [str(fault) for fault in caught.value.faults]


def test_recording_gives_a_new_cycle() -> None:
    """The old one stays as it is."""
    cycle = EMPTY.record("dream.inspire")
    assert EMPTY.records == ()
    assert cycle.records == (Record(["dream.inspire"]),)


def test_one_event_may_serve_several() -> None:
    """An activity, a research step and a step of a plan stand in one entry, with all its facts."""
    cycle = Cycle(
        FIVE_D, "rt3", plans=[Plan("training", "Training", steps=[PlanStep("day-1", "Register")])]
    ).record(
        "design.involve-members",
        "research.deliver-training",
        "training.day-1",
        on=datetime.date(2024, 1, 31),
        until="2024-02-02",
        round=1,
        status="done",
        stage="carrying out",
        participants=["p1", "p2"],
        facilitators=["kkn"],
        headcount={"women": 4, "men": 6},
        participation="with",
        place="hall",
        outputs=["ten accounts"],
        note="It rained",
        evidence=[Evidence("a photograph")],
    )
    (record,) = cycle.records
    assert record.what == (
        "design.involve-members",
        "research.deliver-training",
        "training.day-1",
    )
    assert (record.on, record.until) == (datetime.date(2024, 1, 31), datetime.date(2024, 2, 2))
    assert (record.status, record.stage) == (RecordStatus.DONE, Stage.CARRYING_OUT)
    assert (record.participation, record.round) == (Participation.WITH, 1)
    assert (record.participants, record.facilitators) == (("p1", "p2"), ("kkn",))
    assert (record.headcount, dict(record.groups), record.attended) == (
        None,
        {"women": 4, "men": 6},
        10,
    )
    assert (record.place, record.outputs, record.note) == ("hall", ("ten accounts",), "It rained")
    assert record.evidence == (Evidence("a photograph"),)


def test_a_headcount_is_a_number_or_a_sheet() -> None:
    """A mapping is the sheet; an empty one says nothing."""
    (number,) = EMPTY.record("dream.inspire", headcount=10).records
    assert (number.headcount, dict(number.groups)) == (10, {})
    (nothing,) = EMPTY.record("dream.inspire", headcount={}).records
    assert nothing.attended is None


def test_an_unknown_id_is_refused_with_the_nearest() -> None:
    """The whole line, with the place in the diary."""
    cycle = EMPTY.record("dream.inspire")
    assert lines(cycle.record, "dream.build-visions", "research.deliver") == [
        (
            "records[1].what[0]: found 'dream.build-visions'; accepted: an activity, research step "
            "or plan step: 'dream.build-vision'"
        ),
        (
            "records[1].what[1]: found 'research.deliver'; accepted: an activity, research step "
            "or plan step: 'research.deliver-training', 'research.evaluate' or "
            "'research.analyze'"
        ),
    ]


def test_a_record_must_name_something_and_hold_sound_fields() -> None:
    """A field at fault is an invalid value, with all others."""
    with pytest.raises(InvalidValueError) as caught:
        EMPTY.record(on="soon", headcount={"women": -1}, status="finished")
    assert [fault.path for fault in caught.value.faults] == [
        "what",
        "on",
        "status",
        "groups['women']",
    ]


def test_activities_are_those_of_the_definition() -> None:
    """A cycle of four phases has no Define."""
    cycle = Cycle(FOUR_D, "rt3")
    assert cycle.record("research.map-assets").records[0].what == ("research.map-assets",)
    (line,) = lines(cycle.record, "define.set-goals")
    assert line.startswith("records[0].what[0]: found 'define.set-goals'; accepted: an activity")


def test_a_full_cycle_is_a_document_a_key_and_a_pickle() -> None:
    """Everything in it comes back as it was."""
    cycle = full()
    assert abcd.from_dict(abcd.to_dict(cycle), Cycle) == cycle
    assert pickle.loads(pickle.dumps(cycle)) == cycle
    assert attrs.evolve(cycle) == cycle
    assert hash(full()) == hash(cycle)


def test_adding_puts_each_entry_where_its_class_belongs() -> None:
    """All entries of a full cycle, one call, any order."""
    cycle = full()
    held = [
        entry
        for field in attrs.fields(Cycle)[2:]
        if field.name != "values"
        for entry in getattr(cycle, field.name)
    ]
    assert attrs.evolve(EMPTY.add(*reversed(held)), values=cycle.values) == attrs.evolve(
        cycle,
        visions=cycle.visions[::-1],
        claims=cycle.claims[::-1],
        reflections=cycle.reflections[::-1],
    )
    assert EMPTY.add() is EMPTY


def test_adding_refuses_what_is_no_entry_all_at_once() -> None:
    """Each object is named by its position, its text stays hidden."""
    with pytest.raises(InvalidValueError) as caught:
        EMPTY.add("Siti", Vision("x"), None)  # type: ignore[arg-type]  # refused at run time
    accepted = (
        "accepted: one of Record, Vision, Goal, Plan, Idea, Decision, Indicator, Measurement, "
        "Claim, Reflection, Celebration"
    )
    assert [str(fault) for fault in caught.value.faults] == [
        f"many[0]: found text of 4 characters; {accepted}",
        f"many[2]: found None; {accepted}",
    ]


def test_all_fields_at_fault_are_named_at_once() -> None:
    """The rules of fields come before those of the whole."""
    with pytest.raises(InvalidValueError) as caught:
        Cycle("five-d", community="@all", records="x", goals=[3], values=[""])  # type: ignore[arg-type,list-item]  # refused at run time
    assert [str(fault) for fault in caught.value.faults] == [
        "definition: found text of 6 characters; accepted: a CycleDefinition",
        "community: found '@all'; accepted: text that is not blank and does not start with '@'",
        "records: found text of 1 character; accepted: a list or tuple, each item a Record",
        "values[0]: found text of 0 characters; accepted: text that is not blank",
        "goals[0]: found int; accepted: a Goal",
    ]


def test_every_misfit_is_listed() -> None:
    """Ids used twice or reserved, and references that lead nowhere, in one error."""
    assert lines(
        Cycle,
        FIVE_D,
        "rt3",
        records=[Record(["t.b"])],
        visions=[Vision("x", phase="dreem")],
        goals=[Goal("g", "x", indicators=["i", "j"]), Goal("g", "y", phase="x")],
        plans=[
            Plan("dream", "x", goals=["g", "h"]),
            Plan("research", "x", phase="research"),
            Plan("t", "x", steps=[PlanStep("a", "x")]),
        ],
        ideas=[Idea("shop", "x"), Idea("shop", "y")],
        indicators=[Indicator("i", "x"), Indicator("g", "x")],
        measurements=[Measurement("k", 1)],
        claims=[Claim("x", indicator="l")],
        reflections=[Reflection("x", phase="after")],
    ) == [
        "goals[1].id: found 'g'; accepted: an id that is used once; goals[0].id has it",
        "indicators[1].id: found 'g'; accepted: an id that is used once; goals[0].id has it",
        "ideas[1].id: found 'shop'; accepted: an id that is used once",
        "plans[0].id: found 'dream'; accepted: an id that no phase has, and not 'research'",
        "plans[1].id: found 'research'; accepted: an id that no phase has, and not 'research'",
        "records[0].what[0]: found 't.b'; accepted: an activity, research step or plan step: 't.a'",
        f"visions[0].phase: found 'dreem'; accepted: {PHASES}",
        f"goals[1].phase: found 'x'; accepted: {PHASES}",
        "goals[0].indicators[1]: found 'j'; accepted: an indicator: 'i' or 'g'",
        f"plans[1].phase: found 'research'; accepted: {PHASES}",
        "plans[0].goals[1]: found 'h'; accepted: a goal: 'g'",
        "measurements[0].indicator: found 'k'; accepted: an indicator: 'i' or 'g'",
        "claims[0].indicator: found 'l'; accepted: an indicator: 'i' or 'g'",
        f"reflections[0].phase: found 'after'; accepted: {PHASES}",
    ]


def test_where_there_is_nothing_to_name_the_line_says_so() -> None:
    """A cycle without indicators has none that a measurement could be of."""
    assert lines(EMPTY.add, Measurement("money", 1)) == [
        "measurements[0].indicator: found 'money'; accepted: an indicator, of which there is none"
    ]


def document(**changes: Any) -> dict[str, Any]:
    """Give the plain data of an empty cycle, with some fields changed."""
    return {**abcd.to_dict(EMPTY), **changes}


def paths(data: Any) -> list[str]:
    """Return where a document is at fault, sorted."""
    with pytest.raises(DocumentError) as caught:
        abcd.from_dict(data, Cycle)
    return sorted(fault.path for fault in caught.value.faults)


PLANS: list[dict[str, Any]] = [
    {
        "id": "dream",
        "name": "x",
        "steps": [
            {"id": "a", "text": "x", "depends_on": ["b"]},
            {"id": "b", "text": "x", "depends_on": ["a", "z"]},
        ],
    },
    {"id": "t", "name": "x", "steps": [{"id": "a", "text": "x", "on": "soon"}]},
]


def test_a_document_lists_all_faults_and_none_hides_another() -> None:
    """Misfits of the whole come beside those inside entries, and nothing follows from others."""
    data = document(
        community="",
        records=[
            {"what": ["dream.build-visions", "research.consult", "dream.a", "t.a", "t.b"]},
            {"what": 3, "on": "2024-02-02", "until": "2024-02-01"},
            {"headcount": "ten"},
        ],
        goals=[{"id": "g", "text": "x"}, {"id": "g", "text": ""}, {"text": "x", "phase": "no"}],
        plans=PLANS,
        indicators=[{"id": "i", "name": "x", "minimum": 1, "maximum": 0}, 7],
        measurements=[{"indicator": "i", "value": 1}, {"indicator": "j", "value": "2"}, {}],
        surprise=1,
    )
    assert paths(data) == [
        "community",
        "goals[1].id",
        "goals[1].text",
        "goals[2].id",
        "goals[2].phase",
        "indicators[0].maximum",
        "indicators[1]",
        "measurements[1].indicator",
        "measurements[1].value",
        "measurements[2].indicator",
        "measurements[2].value",
        "plans[0].id",
        "plans[0].steps",
        "plans[0].steps[1].depends_on[1]",
        "plans[1].steps[0].on",
        "records[0].what[0]",
        "records[0].what[4]",
        "records[1].until",
        "records[1].what",
        "records[2].headcount",
        "records[2].what",
        "surprise",
    ]


def test_a_broken_definition_hides_no_other_misfit() -> None:
    """What can be judged without it is judged; what it alone decides is not."""
    data = document(
        definition={"id": "x"},
        records=[{"what": ["dream.build-visions"]}],
        goals=[{"id": "g", "text": "x"}, {"id": "g", "text": "x", "phase": "no"}],
        plans=[{"id": "research", "name": "x", "goals": ["h"]}],
        claims=[{"text": "x", "indicator": "i"}],
    )
    assert paths(data) == [
        "claims[0].indicator",
        "definition.phases",
        "goals[1].id",
        "plans[0].goals[0]",
        "plans[0].id",
    ]


def test_a_lost_list_is_held_against_nobody() -> None:
    """Where the goals, plans or indicators are no list, nothing can lead to them."""
    data = document(
        records=[{"what": ["t.a"]}],
        goals=3,
        plans="none",
        indicators={},
        claims=[{"text": "x", "indicator": "i"}],
    )
    assert paths(data) == ["goals", "indicators", "plans"]
    plans: list[Any] = [{"id": "p", "name": "x", "goals": ["g"], "steps": [3]}, None]
    assert paths(document(plans=plans)) == ["plans[0].goals[0]", "plans[0].steps[0]", "plans[1]"]


def test_a_cycle_shows_counts_and_no_texts() -> None:
    """A repr ends up in logs."""
    assert repr(EMPTY) == "<Cycle 'five-d' of 'rt3': empty>"
    assert repr(full()) == (
        "<Cycle 'five-d' of 'rt3': 1 record, 2 visions, 1 goal, 1 plan, 1 idea, 1 decision, "
        "1 indicator, 1 measurement, 2 claims, 2 reflections, 1 celebration>"
    )
    shown = Cycle(FIVE_D, "<b>")._repr_html_()
    assert "five-d of &lt;b&gt;" in shown
    assert "<th style='text-align:left'>records</th><td>0</td>" in shown


def test_the_room_loads_nothing_heavy() -> None:
    """Neither numpy, scipy nor networkx is loaded, also not by asking for progress."""
    code = """
import abcd, sys
cycle = abcd.Cycle(abcd.FIVE_D, community="rt3").record("dream.inspire", on="2024-01-01")
community = abcd.Community("rt3", "RT 3")
str(abcd.cycle.progress(cycle, community)), abcd.cycle.consistency(cycle, community)
print(*{"numpy", "scipy", "networkx"} & set(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
