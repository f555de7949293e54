"""Phases as data: what a definition accepts, and every refusal with its place."""

from typing import Any

import pytest

import abcd
from abcd.cycle import ActivityDefinition, CycleDefinition, PhaseDefinition
from abcd.errors import DocumentError, InvalidValueError
from abcd.vocabulary import Labels

WALK = Labels("Transect walk", id="Penelusuran wilayah")
LISTEN = Labels("Listen", id="Mendengar")


def own() -> CycleDefinition:
    """Build the definition of one's own that the docs show."""
    walk = ActivityDefinition("walk", WALK, serves=["act.thank"])
    talk = ActivityDefinition("talk", Labels("Home visits", id="Kunjungan rumah"))
    thank = ActivityDefinition("thank", Labels("Thank people", id="Berterima kasih"))
    return CycleDefinition(
        "listen-act",
        [
            PhaseDefinition("listen", [walk, talk], LISTEN),
            PhaseDefinition("act", [thank], Labels("Act", id="Bertindak")),
        ],
        source="our own",
    )


def lines(make: Any, *arguments: Any, **fields: Any) -> list[str]:
    """Return the faults of something that must be refused, a line each."""
    with pytest.raises(InvalidValueError) as caught:
        make(*arguments, **fields)
    return [str(fault) for fault in caught.value.faults]


def test_a_definition_of_ones_own_takes_a_few_lines() -> None:
    """Full ids follow the order of phases and activities; an unknown one is None."""
    definition = own()
    assert definition.full_ids == ("listen.walk", "listen.talk", "act.thank")
    assert definition.phases[0].full_ids == ("listen.walk", "listen.talk")
    found = definition.activity("listen.talk")
    assert found is not None
    assert (found.labels.text("en"), found.labels.text("id")) == ("Home visits", "Kunjungan rumah")
    assert definition.activity("listen.sing") is None


def test_a_definition_is_a_document() -> None:
    """It comes back from plain data as it was."""
    assert abcd.from_dict(abcd.to_dict(own()), CycleDefinition) == own()


def test_a_phase_may_have_no_activity() -> None:
    """A source may name a phase and say nothing about what is done in it."""
    definition = CycleDefinition("bare", [PhaseDefinition("listen", [], LISTEN)])
    assert definition.full_ids == ()


def test_lists_and_tuples_are_alike() -> None:
    """Sequences are stored as tuples."""
    walk = ActivityDefinition("walk", WALK)
    assert PhaseDefinition("a", [walk], LISTEN) == PhaseDefinition("a", (walk,), LISTEN)


@pytest.mark.parametrize("id", ["", " ", "a b", "a.b", "@a", "a@b", "a\n", 7, None, ["a"]])
def test_an_id_is_one_word(id: Any) -> None:
    """A point would break the full id, an '@' stands for what is no id."""
    accepted = "accepted: text without blanks, '.' and '@'"
    assert lines(ActivityDefinition, id, WALK)[0].endswith(accepted)
    assert lines(PhaseDefinition, id, [], LISTEN)[0].endswith(accepted)
    assert lines(CycleDefinition, id, [PhaseDefinition("a", [], LISTEN)])[0].endswith(accepted)


def test_all_faults_come_at_once() -> None:
    """Several fields at fault give several lines."""
    assert lines(ActivityDefinition, "a b", "Walk", serves="x") == [
        "id: found 'a b'; accepted: text without blanks, '.' and '@'",
        "labels: found text of 4 characters; accepted: a Labels",
        "serves: found 'x'; accepted: a list or tuple, each item text that is not blank",
    ]


def test_a_cycle_has_a_phase() -> None:
    """Without a phase there is nothing to record."""
    assert lines(CycleDefinition, "x", []) == [
        (
            "phases: found a tuple of 0; accepted: a list or tuple, each item a PhaseDefinition, "
            "at least one"
        )
    ]


def test_ids_are_used_once() -> None:
    """Two activities of a phase, and two phases of a cycle, have different ids."""
    walk = ActivityDefinition("walk", WALK)
    assert lines(PhaseDefinition, "listen", [walk, walk], LISTEN) == [
        "activities[1].id: found 'walk'; accepted: an id that is used once"
    ]
    phase = PhaseDefinition("listen", [walk], LISTEN)
    research = PhaseDefinition("research", [], LISTEN)
    assert lines(CycleDefinition, "x", [phase, research, phase]) == [
        "phases[2].id: found 'listen'; accepted: an id that is used once",
        "phases[1].id: found 'research'; accepted: an id other than 'research'",
    ]


def test_two_phases_may_use_one_activity_id() -> None:
    """Full ids tell them apart."""
    walk = ActivityDefinition("walk", WALK)
    phases = [PhaseDefinition("one", [walk], LISTEN), PhaseDefinition("two", [walk], LISTEN)]
    assert CycleDefinition("x", phases).full_ids == ("one.walk", "two.walk")


def test_an_activity_serves_another_one_of_the_cycle() -> None:
    """A misspelt full id, or its own, would be ignored for ever."""
    walk = ActivityDefinition("walk", WALK, serves=["act.tank", "listen.walk"])
    thank = ActivityDefinition("thank", WALK)
    phases = [PhaseDefinition("listen", [walk], LISTEN), PhaseDefinition("act", [thank], LISTEN)]
    assert lines(CycleDefinition, "x", phases) == [
        (
            "phases[0].activities[0].serves[0]: found 'act.tank'; accepted: the full id of another "
            "activity: 'act.thank'"
        ),
        (
            "phases[0].activities[0].serves[1]: found 'listen.walk'; accepted: the full id of "
            "another activity: 'act.thank'"
        ),
    ]
    alone = [PhaseDefinition("listen", [walk], LISTEN)]
    assert lines(CycleDefinition, "x", alone)[0].endswith(
        "accepted: the full id of another activity, of which there is none"
    )


def test_only_the_first_faults_search_for_near_spellings() -> None:
    """A file of many misspelt ids is answered quickly, and every one of them is listed."""
    walk = ActivityDefinition("walk", WALK, serves=[f"act.{n}" for n in range(30)])
    phases = [PhaseDefinition("listen", [walk], LISTEN)]
    found = lines(CycleDefinition, "x", phases)
    assert len(found) == 30
    assert found[19].endswith("another activity, of which there is none")
    assert found[20].endswith("accepted: the full id of another activity")


def test_a_document_lists_all_faults() -> None:
    """What is lost hides nothing: an activity without labels still answers for its id."""
    labels = {"en": "x", "id": "y"}
    document = {
        "id": "a b",
        "phases": [
            {"id": "one", "labels": labels, "activities": [{"id": "w"}, {"id": "w"}, 3]},
            {"id": "one", "labels": labels, "activities": "none"},
            None,
            {"id": "two", "activities": [{"id": "v", "labels": labels, "serves": ["one.ww"]}]},
        ],
    }
    with pytest.raises(DocumentError) as caught:
        abcd.from_dict(document, CycleDefinition)
    assert sorted(fault.path for fault in caught.value.faults) == [
        "id",
        "phases[0].activities[0].labels",
        "phases[0].activities[1].id",
        "phases[0].activities[1].labels",
        "phases[0].activities[2]",
        "phases[1].activities",
        "phases[1].id",
        "phases[2]",
        "phases[3].activities[0].serves[0]",
        "phases[3].labels",
    ]
