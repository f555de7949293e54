"""Progress: phases counted by hand, order as it happened, and what a diary can not show."""

import datetime
from typing import Any

import pytest

import abcd
from abcd.cycle import (
    FIVE_D,
    FIVE_D_DEFINE_FIRST,
    FOUR_D,
    INCULTURATION_5D,
    ActivityDefinition,
    Cycle,
    CycleDefinition,
    PhaseDefinition,
    Plan,
    PlanStep,
    Progress,
    Record,
    progress,
)
from abcd.errors import InvalidValueError
from abcd.model import Community, Evidence
from abcd.vocabulary import Labels

from .worlds import COMMUNITY, CYCLE

RESULT = progress(CYCLE, COMMUNITY)
NOBODY = Community("rt3", "RT 3")
EMPTY = Cycle(FIVE_D, "rt3")


def codes(result: Progress) -> list[str]:
    """List the caveats of the phases, then those of the people."""
    return [caveat.code for caveat in (*result.caveats, *result.taking_part.caveats)]


def test_each_phase_is_counted_by_hand() -> None:
    """The numbers follow from the comments of `worlds`."""
    assert RESULT.phases == ("discovery", "dream", "design", "define", "destiny")
    assert RESULT.label == ("Discovery", "Dream", "Design", "Define", "Destiny")
    assert RESULT.activities == (5, 5, 6, 6, 6)
    assert RESULT.done == (3, 1, 1, 1, 1)
    # Dream's evidence is invented; analyze, set-goals and celebrate have none.
    assert RESULT.evidenced == (2, 0, 1, 0, 0)
    assert RESULT.planned == (0, 0, 1, 0, 0)
    assert RESULT.cancelled == (0, 0, 1, 0, 0)
    assert RESULT.described == (2, 4, 3, 5, 5)
    assert (RESULT.cycle, RESULT.community) == ("five-d", "rt3")


def test_order_is_as_it_happened() -> None:
    """Define came before Design, and Discovery came again after six months."""
    assert RESULT.order == ("discovery", "dream", "define", "design")
    assert RESULT.course == ("discovery", "dream", "define", "design", "discovery")
    assert RESULT.in_order is False
    assert RESULT.re_entries == (1, 0, 0, 0, 0)
    # Destiny was done, without a date: one round.
    assert RESULT.rounds == (2, 1, 1, 1, 1)
    assert RESULT.first_on == (
        datetime.date(2024, 1, 8),
        datetime.date(2024, 1, 11),
        datetime.date(2024, 3, 1),
        datetime.date(2024, 2, 1),
        None,
    )
    assert RESULT.last_on == (
        datetime.date(2024, 7, 20),
        datetime.date(2024, 1, 20),
        datetime.date(2024, 3, 1),
        datetime.date(2024, 2, 1),
        None,
    )


def test_the_caveats_say_what_the_diary_can_not_show() -> None:
    """Each with its numbers, in both languages without a gap."""
    assert [(caveat.code, dict(caveat.data)) for caveat in RESULT.caveats] == [
        ("described-only", {"count": 19, "total": 28}),
        # analyze, set-goals and celebrate
        ("stated-only", {"count": 3, "total": 8}),
        ("invented-records", {"count": 1, "total": 8}),
        ("undated", {"count": 1, "total": 8}),
        ("outside-phases", {"ids": ("research.deliver-training", "training.day-1")}),
    ]
    for caveat in (*RESULT.caveats, *RESULT.taking_part.caveats):
        assert "{" not in caveat.message("en") + caveat.message("id")


def test_a_row_answers_for_its_phase() -> None:
    """The result is a table, shows itself, and is a document."""
    assert RESULT["discovery"]["done"] == 3
    assert len(RESULT.columns()["phases"]) == 5
    assert "discovery" in str(RESULT)
    assert "<table>" in RESULT._repr_html_()
    assert abcd.from_dict(abcd.to_dict(RESULT), Progress) == RESULT


def test_an_empty_cycle_is_an_honest_answer() -> None:
    """Everything is described, nothing is known, and each None is named."""
    result = progress(EMPTY, NOBODY)
    assert result.done == result.rounds == result.re_entries == (0, 0, 0, 0, 0)
    assert result.described == result.activities
    assert result.order == result.course == ()
    assert result.in_order is None
    assert codes(result) == ["described-only", "order-unknown", "nobody-recorded", "nobody-known"]
    assert named_fields(result) == {
        "in_order",
        "headcount",
        "share_of_listed",
        "share_of_population",
    }


def named_fields(result: Progress) -> set[str]:
    """Collect the fields that caveats name as not estimable."""
    caveats = (*result.caveats, *result.taking_part.caveats)
    return {field for caveat in caveats for field in caveat.data.get("fields", ())}


def test_a_definition_without_activities_has_nothing_described() -> None:
    """There is no caveat about 0 of 0."""
    definition = CycleDefinition("bare", [PhaseDefinition("listen", [], Labels("x", id="y"))])
    result = progress(Cycle(definition, "rt3"), NOBODY)
    assert (result.activities, result.described) == ((0,), (0,))
    assert "described-only" not in codes(result)


def test_the_founding_case_alone() -> None:
    """Three training days with a photograph each: 28 activities are only described."""
    cycle = Cycle(FIVE_D, community="prupuk-selatan")
    for day in ("2024-01-31", "2024-02-01", "2024-02-02"):
        photograph = Evidence(f"photograph of {day}", method="document")
        cycle = cycle.record("research.deliver-training", on=day, evidence=[photograph])
    result = progress(cycle, Community("prupuk-selatan", "Desa Prupuk Selatan"))
    assert sum(result.described) == sum(result.activities) == 28
    assert sum(result.done) == 0
    training = result.detail["research.deliver-training"]
    assert (training["status"], training["entries"], training["evidenced"]) == ("done", 3, 3)
    assert training["first_on"] == datetime.date(2024, 1, 31)
    assert training["last_on"] == datetime.date(2024, 2, 2)
    assert result.order == ()
    by_code = {caveat.code: caveat for caveat in result.caveats}
    assert dict(by_code["described-only"].data) == {"count": 28, "total": 28}
    assert by_code["outside-phases"].data["ids"] == ("research.deliver-training",)
    assert "stated-only" not in by_code


@pytest.mark.parametrize(
    ("entries", "re_entries", "rounds", "course"),
    [
        # Six months after Dream, Discovery again.
        (
            [
                ("discovery.consult", 1, 5),
                ("dream.inspire", 20, 21),
                ("discovery.analyze", 200, 200),
            ],
            (1, 0),
            (2, 1),
            ("discovery", "dream", "discovery"),
        ),
        # The same six months without anything between: a pause.
        (
            [("discovery.consult", 1, 5), ("discovery.analyze", 200, 200)],
            (0, 0),
            (1, 0),
            ("discovery",),
        ),
        # Side by side: Dream overlaps both meetings.
        (
            [("discovery.consult", 1, 5), ("dream.inspire", 4, 11), ("discovery.analyze", 10, 12)],
            (0, 0),
            (1, 1),
            ("discovery", "dream"),
        ),
        # One event for two phases.
        (
            [("discovery.consult", 1, 1), ("dream.inspire", 1, 1), ("discovery.analyze", 2, 2)],
            (0, 0),
            (1, 1),
            ("discovery", "dream"),
        ),
        # There and back twice.
        (
            [
                ("discovery.consult", 1, 1),
                ("dream.inspire", 3, 3),
                ("discovery.analyze", 5, 5),
                ("dream.build-vision", 7, 7),
                ("discovery.consult", 9, 9),
            ],
            (2, 1),
            (3, 2),
            ("discovery", "dream", "discovery", "dream", "discovery"),
        ),
    ],
    ids=["after-six-months", "pause", "side-by-side", "one-event", "there-and-back"],
)
def test_re_entries(
    entries: list[tuple[str, int, int]],
    re_entries: tuple[int, int],
    rounds: tuple[int, int],
    course: tuple[str, ...],
) -> None:
    """A phase is re-entered where it was left for another one."""
    start = datetime.date(2024, 1, 1)
    cycle = EMPTY.add(
        *[
            Record(
                [what],
                on=start + datetime.timedelta(first),
                until=start + datetime.timedelta(last),
            )
            for what, first, last in entries
        ]
    )
    result = progress(cycle, NOBODY)
    assert result.re_entries[:2] == re_entries
    assert result.rounds[:2] == rounds
    assert result.course == course


def test_the_same_round_is_one_visit() -> None:
    """Meetings in turns are no re-entries where people say that they are one round."""
    cycle = EMPTY
    for month in range(1, 5):
        cycle = cycle.record("discovery.consult", on=f"2024-0{month}-01", round=1)
        cycle = cycle.record("dream.inspire", on=f"2024-0{month}-02", round=1)
    result = progress(cycle, NOBODY)
    assert (result.re_entries[:2], result.rounds[:2]) == ((0, 0), (1, 1))
    assert result.course == ("discovery", "dream")
    assert result.in_order is True


def test_rounds_may_be_named_without_dates() -> None:
    """An undated second round is a round, and no re-entry."""
    cycle = EMPTY.record("discovery.consult", round=1).record("discovery.consult", round=2)
    result = progress(cycle, NOBODY)
    assert (result.rounds[0], result.re_entries[0]) == (2, 0)
    assert "undated" in codes(result)


def test_phases_that_begin_on_one_day_are_in_order() -> None:
    """Nothing contradicts the definition; the last day alone dates an entry too."""
    cycle = EMPTY.record("dream.inspire", on="2024-01-01").record(
        "discovery.consult", until="2024-01-01"
    )
    result = progress(cycle, NOBODY)
    assert result.in_order is True
    assert result.order == ("discovery", "dream")


def test_order_is_held_against_the_definition_that_was_used() -> None:
    """Define first is out of order in one, in order in the other."""
    records = [Record(["define.set-goals"], on="2024-01-01")]
    records.append(Record(["discovery.consult"], on="2024-02-01"))
    found = [
        progress(Cycle(definition, "rt3", records=records), NOBODY).in_order
        for definition in (FIVE_D, FIVE_D_DEFINE_FIRST)
    ]
    assert found == [False, True]


@pytest.mark.parametrize("definition", [FOUR_D, INCULTURATION_5D], ids=["four-d", "inculturation"])
def test_other_definitions_are_counted_alike(definition: CycleDefinition) -> None:
    """Research steps meet the activities that the definition has."""
    cycle = Cycle(definition, "rt3").record("research.map-assets", "research.measure-impact")
    result = progress(cycle, NOBODY)
    assert result["discovery"]["done"] == result["destiny"]["done"] == 1
    assert sum(result.done) == 2


def test_a_step_that_meets_nothing_here_is_outside() -> None:
    """In a definition without Discovery, mapping is done and part of no phase."""
    phase = PhaseDefinition(
        "discovery", [ActivityDefinition("walk", Labels("x", id="y"))], Labels("x", id="y")
    )
    cycle = Cycle(CycleDefinition("own", [phase]), "rt3")
    result = progress(cycle.record("research.consult", on="2024-01-01"), NOBODY)
    assert (result.done, result.rounds, result.first_on) == ((0,), (0,), (None,))
    assert result.caveats[-1].data["ids"] == ("research.consult",)


def test_an_activity_of_ones_own_may_serve_another_phase() -> None:
    """Both phases have it done, and on the same evidence."""
    labels = Labels("x", id="y")
    one = PhaseDefinition("one", [ActivityDefinition("a", labels, serves=["two.b"])], labels)
    two = PhaseDefinition("two", [ActivityDefinition("b", labels)], labels)
    cycle = Cycle(CycleDefinition("own", [one, two]), "rt3")
    result = progress(cycle.record("one.a", evidence=[Evidence("seen")]), NOBODY)
    assert result.done == result.evidenced == (1, 1)
    assert result.detail["two.b"]["met_by"] == ("one.a",)


def test_a_plan_step_with_an_activity_is_inside() -> None:
    """What one entry names together belongs together."""
    plan = Plan("t", "x", steps=[PlanStep("a", "x"), PlanStep("b", "x")])
    cycle = Cycle(FIVE_D, "rt3", plans=[plan]).record("dream.inspire", "t.a").record("t.b", "t.a")
    (outside,) = [
        caveat for caveat in progress(cycle, NOBODY).caveats if caveat.code == "outside-phases"
    ]
    assert outside.data["ids"] == ("t.b",)


def test_strangers_are_refused() -> None:
    """A cycle and a community that do not belong together have no progress."""
    with pytest.raises(InvalidValueError) as caught:
        progress(EMPTY, Community("rt4", "RT 4"))
    assert str(caught.value) == (
        "community: found 'rt4'; accepted: the community 'rt3', of which the cycle is"
    )
    wrong: Any = "rt3"
    with pytest.raises(InvalidValueError) as caught:
        progress(wrong, wrong)
    assert [str(fault) for fault in caught.value.faults] == [
        "cycle: found text of 3 characters; accepted: a Cycle",
        "community: found text of 3 characters; accepted: a Community",
    ]
