"""A cycle loses the same names as its community, and still fits it."""

import typing
from typing import Any

import attrs
import pytest

import abcd
from abcd import (
    FIVE_D,
    ActivityDefinition,
    Celebration,
    Claim,
    Community,
    Consent,
    Cycle,
    CycleDefinition,
    Decision,
    Evidence,
    Goal,
    Idea,
    Indicator,
    Measurement,
    Need,
    Organization,
    Person,
    PhaseDefinition,
    Place,
    Plan,
    PlanStep,
    Record,
    Reflection,
    Vision,
)
from abcd.errors import InvalidValueError
from abcd.privacy import redact
from abcd.vocabulary import Labels

SECRET = "Zulaikha Rahmawati"  # noqa: S105 - the name of an invented person
TEXT = f"what {SECRET} said"


def village() -> Community:
    """Give an invented person with a telling id, and one who agreed to be named."""
    return Community(
        "rt3",
        "RT 3",
        people=[
            Person("zulaikha", SECRET),
            Person("p2", "Budi", consents=[Consent(["village report"])]),
        ],
        organizations=[Organization("rki", "RKI")],
        places=[Place("hall", "Hall")],
    )


def told() -> Cycle:
    """Give a cycle with the name in every text field and in every id that may hold one."""
    evidence = [Evidence(TEXT, method=TEXT, quote=TEXT, recorded_by=TEXT)]
    need = Need(TEXT, skill=TEXT, met_by=["zulaikha"], unit=TEXT, currency=TEXT)
    step = PlanStep(
        "zulaikha-step",
        TEXT,
        place="hall",
        delivery=TEXT,
        topics=[TEXT],
        support=[TEXT],
        leaders=["zulaikha"],
        partners=["rki"],
        needs=[need],
    )
    later = PlanStep("later", "Later", depends_on=["zulaikha-step"])
    common: dict[str, Any] = {"horizon": TEXT, "owner": "zulaikha", "evidence": evidence}
    return Cycle(
        FIVE_D,
        community="rt3",
        values=[TEXT],
        visions=[Vision(TEXT, phase="dream", **common)],
        goals=[Goal("zulaikha-goal", TEXT, indicators=["zulaikha-indicator"], **common)],
        plans=[Plan("zulaikha-plan", TEXT, steps=[step, later], goals=["zulaikha-goal"], **common)],
        ideas=[
            Idea(
                "zulaikha-idea",
                TEXT,
                joins=["zulaikha", "rki"],
                needs=[need],
                invite=["zulaikha"],
                proposed_by=["zulaikha"],
                evidence=evidence,
            )
        ],
        decisions=[
            Decision(
                TEXT,
                [TEXT, "other"],
                chosen=[TEXT],
                decided_by=["zulaikha"],
                rule=TEXT,
                reasons=[TEXT],
                dissent=[TEXT],
                evidence=evidence,
            )
        ],
        indicators=[
            Indicator(
                "zulaikha-indicator",
                TEXT,
                unit=TEXT,
                facets=[TEXT],
                instrument=TEXT,
                of_whom=TEXT,
                when=TEXT,
                leads_to=["zulaikha-indicator"],
                tags=[abcd.Tag(TEXT, TEXT)],
                evidence=evidence,
            )
        ],
        measurements=[
            Measurement(
                "zulaikha-indicator",
                1,
                wave=TEXT,
                person="zulaikha",
                group=TEXT,
                facet=TEXT,
                evidence=evidence,
            )
        ],
        claims=[Claim(TEXT, indicator="zulaikha-indicator", by=TEXT, evidence=evidence)],
        reflections=[Reflection(TEXT, by=["zulaikha"], phase="dream", evidence=evidence)],
        celebrations=[
            Celebration(TEXT, place="hall", participants=["zulaikha"], evidence=evidence)
        ],
        records=[
            Record(
                ["dream.inspire", "zulaikha-plan.zulaikha-step", "research.consult"],
                participants=["zulaikha", "p2"],
                facilitators=["zulaikha"],
                groups={TEXT: 4},
                place="hall",
                outputs=[TEXT],
                note=TEXT,
                evidence=evidence,
            )
        ],
    )


def test_the_name_is_nowhere_left() -> None:
    """Neither the name nor a part of it, in any text, key or id."""
    redacted = redact(village(), "village report", "2024-02-09", cycle=told())
    shown = str(abcd.to_dict(redacted)).casefold()
    assert "zulaikha" not in shown
    assert "rahmawati" not in shown
    assert redacted.passages > 40


def test_every_text_field_of_every_entry_was_planted() -> None:
    """A field that is new one day makes this test fail until it is planted above."""
    shown = abcd.to_dict(told())
    for collection in attrs.fields(Cycle):
        entries = shown.get(collection.name)
        if not isinstance(entries, list) or collection.name == "values":
            continue
        item = typing.get_args(collection.type)[0]
        texts = {
            field.name
            for field in attrs.fields(item)
            if "str" in str(field.type) and field.name not in ("phase", "depends_on")
        }
        assert texts <= entries[0].keys(), (collection.name, texts - entries[0].keys())


def test_the_cycle_still_fits_its_community() -> None:
    """Participants are the redacted people, plans keep their steps, nothing is lost."""
    redacted = redact(village(), "village report", None, cycle=told())
    assert redacted.cycle is not None
    assert abcd.cycle.consistency(redacted.cycle, redacted.community).consistent
    assert redacted.cycle.records[0].participants == ("redacted-1", "p2")
    assert redacted.cycle.records[0].attended == 4
    assert redacted.cycle.records[0].what[0] == "dream.inspire"
    plan = redacted.cycle.plans[0]
    assert plan.steps[1].depends_on == (plan.steps[0].id,)
    assert redacted.cycle.decisions[0].chosen == ("what [redacted] said",)
    before, after = told(), redacted.cycle
    for field in attrs.fields(Cycle):
        if isinstance(getattr(before, field.name), tuple):
            assert len(getattr(before, field.name)) == len(getattr(after, field.name))


def test_redacted_twice_nothing_changes() -> None:
    """The answer is stable."""
    once = redact(village(), "village report", None, cycle=told())
    twice = redact(once.community, "village report", None, cycle=once.cycle)
    assert (twice.community, twice.cycle) == (once.community, once.cycle)


def test_where_everybody_agreed_the_cycle_stays() -> None:
    """Nobody to redact: the very same cycle."""
    community = Community("rt3", "RT 3")
    cycle = Cycle(FIVE_D, community="rt3", values=["trust"])
    assert redact(community, None, None, cycle=cycle).cycle is cycle


def test_words_of_a_shipped_definition_are_no_names() -> None:
    """Somebody may be called Destiny; her name goes from texts, and the phase stays."""
    community = Community("rt3", "RT 3", people=[Person("p1", "Destiny Putri")])
    cycle = Cycle(FIVE_D, community="rt3", values=["Destiny leads"]).record("destiny.celebrate")
    redacted = redact(community, None, None, cycle=cycle).cycle
    assert redacted is not None
    assert redacted.definition == FIVE_D
    assert redacted.records[0].what == ("destiny.celebrate",)
    assert redacted.values == ("[redacted] leads",)


def test_the_labels_of_an_own_definition_are_searched() -> None:
    """Its ids stay, so that the records still fit."""
    walk = ActivityDefinition("walk", Labels(f"Walk with {SECRET}", id="Jalan"))
    own = CycleDefinition("own", [PhaseDefinition("listen", [walk], Labels("Listen", id="Dengar"))])
    cycle = Cycle(own, community="rt3").record("listen.walk", participants=["zulaikha"])
    redacted = redact(village(), None, None, cycle=cycle).cycle
    assert redacted is not None
    activity = redacted.definition.activity("listen.walk")
    assert activity is not None
    assert activity.labels.en == "Walk with [redacted]"


def test_the_id_of_the_community_changes_in_both() -> None:
    """A community called after a person."""
    community = Community("zulaikha-home", "Home", people=[Person("p1", SECRET)])
    redacted = redact(community, None, None, cycle=Cycle(FIVE_D, community="zulaikha-home"))
    assert redacted.cycle is not None
    assert redacted.cycle.community == redacted.community.id == "redacted"


def test_ids_in_use_are_not_taken_again() -> None:
    """A goal may be called redacted-1 already."""
    cycle = Cycle(
        FIVE_D,
        community="rt3",
        goals=[Goal("redacted-1", "Trust"), Goal("zulaikha", "Hope")],
    )
    redacted = redact(village(), None, None, cycle=cycle).cycle
    assert redacted is not None
    assert len({goal.id for goal in redacted.goals}) == 2


def test_a_cycle_of_another_community_is_refused() -> None:
    """The two must belong together."""
    with pytest.raises(InvalidValueError, match="of which the cycle is"):
        redact(village(), None, None, cycle=Cycle(FIVE_D, community="rt4"))


@pytest.mark.parametrize("id", ["destiny", "destiny.celebrate", "walk.first", "five-d"])
def test_a_person_may_have_the_id_of_a_phase_or_a_step(id: str) -> None:
    """The id becomes a new one where the person is meant, and stays where the phase is."""
    community = Community("rt3", "RT 3", people=[Person(id, f"{id.title()} Putri")])
    cycle = Cycle(
        FIVE_D,
        community="rt3",
        plans=[Plan("walk", "Walk", steps=[PlanStep("first", "First")], phase="destiny")],
        visions=[Vision("Clean", phase="destiny", owner=id)],
        goals=[Goal("green", "Green", phase="destiny")],
        reflections=[Reflection("Well done", by=[id], phase="destiny")],
    ).record("destiny.celebrate", "walk.first", participants=[id])
    redacted = redact(community, None, None, cycle=cycle)
    assert redacted.cycle is not None
    (person,) = redacted.community.people
    assert person.id == "redacted-1"
    (record,) = redacted.cycle.records
    (plan,) = redacted.cycle.plans
    assert record.what == ("destiny.celebrate", f"{plan.id}.{plan.steps[0].id}")
    assert record.participants == ("redacted-1",)
    assert redacted.cycle.definition == FIVE_D
    phased: list[Any] = [
        *redacted.cycle.plans,
        *redacted.cycle.visions,
        *redacted.cycle.goals,
        *redacted.cycle.reflections,
    ]
    assert [entry.phase for entry in phased] == ["destiny"] * 4
    assert redacted.cycle.visions[0].owner == redacted.cycle.reflections[0].by[0] == "redacted-1"


def test_the_ids_of_an_own_definition_stay() -> None:
    """Also where somebody is called so: the records must still fit."""
    walk = ActivityDefinition("walk", Labels("Walk", id="Jalan"))
    own = CycleDefinition("zulaikha", [PhaseDefinition("zulaikha", [walk], Labels("A", id="B"))])
    cycle = Cycle(own, community="rt3").record("zulaikha.walk", participants=["zulaikha"])
    redacted = redact(village(), None, None, cycle=cycle).cycle
    assert redacted is not None
    assert redacted.definition.phases[0].id == "zulaikha"
    assert redacted.records[0].what == ("zulaikha.walk",)
    assert redacted.records[0].participants == ("redacted-1",)
