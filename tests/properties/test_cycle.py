"""Laws of a diary: what must not matter does not, counts add up, nothing is lost by recording."""

import datetime
from itertools import pairwise

import attrs
from hypothesis import given
from hypothesis import strategies as st

import abcd
from abcd.cycle import (
    FIVE_D,
    RESEARCH_STEPS,
    Cycle,
    Plan,
    PlanStep,
    Progress,
    Record,
    RecordStatus,
    consistency,
    progress,
)
from abcd.cycle.visits import stays, visits
from abcd.errors import AbcdError
from abcd.model import Community, Evidence, Person

PLAN = Plan("training", "Training", steps=[PlanStep("one", "x"), PlanStep("two", "x")])
STEPS = (*FIVE_D.full_ids, *RESEARCH_STEPS.full_ids, *PLAN.full_ids)
# p8 and p9 are in no list.
IDS = ("p1", "p2", "p3", "p8", "p9")
FIRST = datetime.date(2024, 1, 1)
DAYS = st.none() | st.integers(0, 60).map(lambda number: FIRST + datetime.timedelta(number))
EVIDENCE = st.sampled_from(
    [Evidence("seen"), Evidence("seen", method="document"), Evidence("nobody", method="invented")]
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Draw an entry as people write it: few days and rounds, so that they often meet."""
    days = sorted([day for day in (draw(DAYS), draw(DAYS)) if day is not None])
    participants = draw(st.lists(st.sampled_from(IDS), max_size=3))
    groups = draw(st.dictionaries(st.sampled_from(["men", "women"]), st.integers(3, 9)))
    return Record(
        draw(st.lists(st.sampled_from(STEPS), min_size=1, max_size=3)),
        on=days[0] if days else None,
        until=days[1] if len(days) > 1 else None,
        round=draw(st.none() | st.integers(1, 3)),
        status=draw(st.sampled_from(list(RecordStatus))),
        stage=draw(st.sampled_from([None, "planning", "carrying out", "evaluating"])),
        participants=participants,
        headcount=draw(st.none() | st.integers(3, 20)) if not groups else None,
        groups=groups,
        participation=draw(st.sampled_from([None, "to", "for", "with", "by"])),
        evidence=draw(st.lists(EVIDENCE, max_size=2)),
    )


DIARIES = st.lists(records(), max_size=8)


def cycle_of(diary: list[Record]) -> Cycle:
    """Make a cycle of the founding case's phases with one plan."""
    return Cycle(FIVE_D, "rt3", plans=[PLAN], records=diary)


def community_of(*ids: str, population: int | None = 40) -> Community:
    """List people by id."""
    people = [Person(id, "Somebody") for id in ids]
    return Community("rt3", "RT 3", people=people, population=population)


def result_of(diary: list[Record]) -> Progress:
    """Ask for the progress of a diary in a community of three."""
    return progress(cycle_of(diary), community_of("p1", "p2", "p3"))


@given(diary=DIARIES, data=st.data())
def test_the_order_of_records_does_not_matter(diary: list[Record], data: st.DataObject) -> None:
    """The whole answer is the same, not only its counts."""
    assert result_of(data.draw(st.permutations(diary))) == result_of(diary)


@given(diary=DIARIES, more=records())
def test_recording_never_lowers_what_is_done(diary: list[Record], more: Record) -> None:
    """In no phase and for no activity, and evidence is not lost either."""
    before, after = result_of(diary), result_of([*diary, more])
    for name in ("done", "evidenced"):
        pairs = zip(getattr(before, name), getattr(after, name), strict=True)
        assert all(one <= other for one, other in pairs)
    assert set(before.taking_part.people) <= set(after.taking_part.people)
    assert (before.taking_part.headcount or 0) <= (after.taking_part.headcount or 0)


@given(diary=DIARIES)
def test_counts_add_up(diary: list[Record]) -> None:
    """Every activity has one status, and none is evidenced that is not done."""
    found = result_of(diary)
    for row in found:
        assert 0 <= row["evidenced"] <= row["done"] <= row["activities"]
        parts = [row[name] for name in ("done", "planned", "cancelled", "described")]
        assert sum(parts) == row["activities"]
    done = sum(record.status is RecordStatus.DONE for record in diary)
    assert sum(found.taking_part.by_stage.entries) == done
    assert sum(found.taking_part.by_participation.entries) == done


@given(diary=DIARIES)
def test_shares_are_shares(diary: list[Record]) -> None:
    """Each is between 0 and 1, or None with a caveat that names it."""
    part = result_of(diary).taking_part
    named = {field for caveat in part.caveats for field in caveat.data.get("fields", ())}
    for name in ("share_of_listed", "share_of_population", "headcount"):
        value = getattr(part, name)
        assert (value is None) == (name in named)
        assert value is None or name == "headcount" or 0 < value <= 1


@given(diary=DIARIES, order=st.permutations(IDS))
def test_renaming_people_changes_only_ids(diary: list[Record], order: list[str]) -> None:
    """The answer is about people, not about what they are called."""
    names = {id: f"{new}-renamed" for id, new in zip(IDS, order, strict=True)}
    renamed = [
        attrs.evolve(record, participants=[names[id] for id in record.participants])
        for record in diary
    ]
    before = result_of(diary)
    after = progress(cycle_of(renamed), community_of(*[names[id] for id in ("p1", "p2", "p3")]))
    people = tuple([names[id] for id in before.taking_part.people])
    assert after.taking_part.people == people
    taking_part = attrs.evolve(after.taking_part, people=before.taking_part.people)
    assert attrs.evolve(after, taking_part=taking_part) == before


@given(diary=DIARIES, shift=st.integers(-400, 400))
def test_a_shift_of_all_dates_changes_only_dates(diary: list[Record], shift: int) -> None:
    """Re-entries, rounds and order are the same a year earlier or later."""
    by = datetime.timedelta(shift)
    moved = [
        attrs.evolve(
            record,
            on=record.on and record.on + by,
            until=record.until and record.until + by,
        )
        for record in diary
    ]
    before, after = result_of(diary), result_of(moved)
    for name in ("re_entries", "rounds", "order", "course", "in_order", "caveats"):
        assert getattr(after, name) == getattr(before, name)
    assert after.detail.status == before.detail.status
    assert after.first_on == tuple([day and day + by for day in before.first_on])


@given(diary=DIARIES)
def test_course_rounds_and_re_entries_agree(diary: list[Record]) -> None:
    """A phase stands in the course once, and once more for each re-entry."""
    found = result_of(diary)
    for row in found:
        times = found.course.count(row["phases"])
        assert row["re_entries"] == max(times - 1, 0)
        assert times <= row["rounds"]
        assert (times > 0) == (row["phases"] in found.order) == (row["first_on"] is not None)
        assert (row["rounds"] > 0) == (row["done"] > 0)
    assert tuple(dict.fromkeys(found.course)) == found.order


SPANS = st.lists(
    st.tuples(st.none() | st.integers(1, 2), st.integers(0, 20), st.integers(0, 5)), max_size=5
).map(
    lambda rows: [
        (
            number,
            FIRST + datetime.timedelta(start),
            FIRST + datetime.timedelta(start + length),
        )
        for number, start, length in rows
    ]
)


@given(own=SPANS, others=SPANS)
def test_stays_follow_from_their_definition(
    own: list[tuple[int | None, datetime.date, datetime.date]],
    others: list[tuple[int | None, datetime.date, datetime.date]],
) -> None:
    """A second route, day by day: left is a visit of another phase with free days on both sides."""
    mine, rest = visits(own), visits(others)
    left = 0
    for before, after in pairwise(mine):
        free = {
            before.end + datetime.timedelta(number)
            for number in range(1, (after.start - before.end).days)
        }
        days = [
            {
                visit.start + datetime.timedelta(number)
                for number in range((visit.end - visit.start).days + 1)
            }
            for visit in rest
        ]
        left += any(occupied <= free for occupied in days)
    found = stays(mine, rest)
    assert len(found) == (left + 1 if mine else 0)
    assert [stay.start for stay in found[:1]] == [visit.start for visit in mine[:1]]
    assert [stay.end for stay in found[-1:]] == [visit.end for visit in mine[-1:]]


@given(diary=DIARIES)
def test_cycles_and_answers_are_documents(diary: list[Record]) -> None:
    """A diary, its progress and its contradictions come back from plain data."""
    cycle = cycle_of(diary)
    found = consistency(cycle, community_of("p1", "p2", "p3"))
    for value in (cycle, result_of(diary), found):
        assert abcd.from_dict(abcd.to_dict(value), type(value)) == value
    strangers = {"'p8'", "'p9'"}
    assert {fault.found for fault in found.faults} <= strangers


@given(what=st.lists(st.text(max_size=8) | st.sampled_from(STEPS), max_size=3))
def test_recording_anything_is_answered_in_our_words(what: list[str]) -> None:
    """An id is known and recorded, or refused with its place."""
    answer: object
    try:
        answer = cycle_of([]).record(*what).records
    except AbcdError as error:
        answer = "what[" in str(error) or "what: found a tuple of 0" in str(error)
    fits = bool(what) and set(what) <= set(STEPS)
    assert answer == ((Record(what),) if fits else True)
