"""Judging claims: what data can say to them, and what would be needed."""

import attrs
import pytest

import abcd
from abcd import (
    FIVE_D,
    Claim,
    Community,
    Cycle,
    Evidence,
    Indicator,
    Measurement,
    Membership,
    Organization,
    Person,
    Place,
)
from abcd.errors import InvalidValueError
from abcd.impact import Evaluation, detectable_effect, evaluate, paired_change

# Invented scores of six invented people: the fewest who can give an exact p below .05.
BEFORE = {"m1": 4, "m2": 5, "m3": 3, "m4": 6, "m5": 5, "m6": 5}
AFTER = {"m1": 7, "m2": 7, "m3": 6, "m4": 8, "m5": 9, "m6": 8}

MADE_UP = Evidence("made up", method="invented")


def village() -> Community:
    """Give six invented members of an association."""
    people = [Person(id, f"Member {id}") for id in BEFORE]
    return Community(
        "rt3",
        "RT 3",
        people=people,
        organizations=[Organization("rki", "RKI")],
        memberships=[Membership(person.id, "rki") for person in people],
    )


def told(*entries: Measurement | Claim, **changes: object) -> Cycle:
    """Give a cycle with one indicator, and with what it was asked to hold."""
    fields = {"of_whom": "rki", "when": "twice", "instrument": "a test", "level": "learning"}
    indicator = Indicator("skill", "Skill", **{**fields, **changes})  # type: ignore[arg-type]  # by name
    return Cycle(FIVE_D, community="rt3", indicators=[indicator]).add(*entries)


def measured(wave: str, scores: dict[str, int], facet: str | None = None) -> list[Measurement]:
    """Give one measurement a person."""
    return [
        Measurement("skill", value, wave=wave, person=id, facet=facet)
        for id, value in scores.items()
    ]


def test_a_claim_without_data_is_not_estimable_and_says_what_is_needed() -> None:
    """No baseline comes first, and the answer names what, whom, when and with what."""
    row = evaluate(told(Claim("More skill", indicator="skill")), village())["More skill"]
    assert row["verdict"] == "not estimable"
    assert row["reasons"] == ("no-baseline", "no-follow-up")
    assert (row["measured"], row["of_whom"], row["when"], row["instrument"]) == (
        "Skill",
        "rki",
        "twice",
        "a test",
    )
    assert row["people"] == 6
    assert row["smallest_effect"] == detectable_effect(6).d_z
    assert (row["n"], row["mean_change"], row["interval_low"]) == (0, None, None)


def test_a_claim_without_indicator_says_so() -> None:
    """Nothing says what would show it, with what, on whom, when; how far it reaches is known."""
    row = evaluate(told(Claim("All is well", level="results")), village())["All is well"]
    assert (row["verdict"], row["reasons"], row["indicator"]) == (
        "not estimable",
        ("no-indicator", "no-instrument", "no-one-named", "no-moments"),
        None,
    )
    assert (row["people"], row["smallest_effect"], row["facets"]) == (None, None, ())
    assert (row["level"], row["incomplete"]) == ("results", ())


def test_levels_are_those_stated() -> None:
    """A claim has its own level, or none; a row of an indicator has that of the indicator."""
    cycle = told(Claim("Fine"), Claim("Richer", level="results"), level="learning")
    assert evaluate(cycle, village()).level == (None, "results", "learning")
    assert evaluate(told(level=None), village()).level == (None,)


def test_what_nobody_said_is_a_reason() -> None:
    """Instrument, people and moments that are missing are named after the missing data."""
    cycle = told(Claim("More", indicator="skill"), instrument=None, of_whom=None, when=None)
    row = evaluate(cycle, village())["More"]
    assert row["reasons"] == (
        "no-baseline",
        "no-follow-up",
        "no-instrument",
        "no-one-named",
        "no-moments",
    )
    assert row["people"] is None


def test_scores_of_the_same_people_are_judged_by_paired_change() -> None:
    """The change is the one that `paired_change` gives, and it is there in full."""
    cycle = told(
        Claim("More skill", indicator="skill"),
        *measured("before", BEFORE),
        *measured("after", AFTER),
    )
    found = evaluate(cycle, village())
    expected = paired_change(BEFORE, AFTER)
    assert found.changes == (expected,)
    assert found.change_of == ("skill",)
    row = found["More skill"]
    assert row["verdict"] == "supported"
    assert row["mean_change"] == expected.mean_change == pytest.approx(17 / 6)
    assert (row["interval_low"], row["interval_high"], row["n"]) == (
        expected.interval_low,
        expected.interval_high,
        6,
    )
    assert [caveat.code for caveat in found.caveats] == [
        "no-comparison-group",
        "claims-without-level",
    ]


@pytest.mark.parametrize(
    ("direction", "before", "after", "verdict"),
    [
        ("up", BEFORE, AFTER, "supported"),
        ("up", AFTER, BEFORE, "contradicted"),
        ("down", AFTER, BEFORE, "supported"),
        ("down", BEFORE, AFTER, "contradicted"),
        ("up", BEFORE, {**BEFORE, "m1": 5, "m2": 4}, "open"),
    ],
)
def test_the_verdict_follows_interval_and_direction(
    direction: str, before: dict[str, int], after: dict[str, int], verdict: str
) -> None:
    """Supported and contradicted need an interval whole on one side."""
    cycle = told(
        Claim("Change", indicator="skill"),
        *measured("before", before),
        *measured("after", after),
        direction=direction,
    )
    assert evaluate(cycle, village())["Change"]["verdict"] == verdict


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # All five rose: no exact p is below 2 / 2**5 = .0625.
        ({f"m{i}": i for i in range(1, 6)}, {f"m{i}": 2 * i + 9 for i in range(1, 6)}),
        ({"m1": 0, "m2": 0}, {"m1": 30, "m2": 31}),
    ],
    ids=["five people", "two people"],
)
def test_where_the_exact_test_can_not_decide_nothing_is_decided(
    before: dict[str, int], after: dict[str, int]
) -> None:
    """The interval alone excludes 0; the exact test it stands beside can not reach .05."""
    cycle = told(*measured("before", before), *measured("after", after))
    found = evaluate(cycle, village())
    row = found["Skill"]
    assert row["interval_low"] > 0
    assert (row["verdict"], row["reasons"][0]) == ("open", "exact-test-open")
    assert "smallest-p" in row["reasons"]


def test_people_who_were_not_measured_and_other_verdicts_are_named() -> None:
    """Three of six measured say nothing of the others, and two verdicts are more than one."""
    three = {id: AFTER[id] for id in ("m1", "m2", "m3")}
    cycle = told(*measured("before", BEFORE), *measured("after", three))
    (missing,) = [c for c in evaluate(cycle, village()).caveats if c.code == "listed-not-measured"]
    assert dict(missing.data) == {"indicator": "skill", "count": 3, "total": 6}
    other = [attrs.evolve(entry, indicator="other") for entry in GOOD]
    both = told(*GOOD).add(Indicator("other", "Other", of_whom="rki"), *other)
    (several,) = [c for c in evaluate(both, village()).caveats if c.code == "several-verdicts"]
    assert several.data["count"] == 2


def test_invented_values_are_shown_and_are_no_evidence() -> None:
    """The numbers stay, with reason and caveat; neither evidence nor a level is claimed."""
    invented = [attrs.evolve(entry, evidence=(MADE_UP,)) for entry in GOOD]
    found = evaluate(told(*invented), village())
    row = found["Skill"]
    assert (row["verdict"], row["evidence"], row["measured_level"]) == ("better", "none", None)
    assert "invented-values" in row["reasons"]
    assert found.highest_measured is None
    caveat = next(entry for entry in found.caveats if entry.code == "invented-values")
    assert dict(caveat.data) == {"count": 12, "total": 12}
    some = evaluate(told(*GOOD[1:], invented[0]), village())
    assert (some["Skill"]["evidence"], some["Skill"]["measured_level"]) == ("measured", "learning")


def test_an_indicator_without_claim_has_a_row_of_its_own() -> None:
    """Every indicator is judged, in words that claim nothing."""
    cycle = told(*measured("before", BEFORE), *measured("after", AFTER))
    row = evaluate(cycle, village())["Skill"]
    assert (row["kind"], row["verdict"]) == ("indicator", "better")


def test_a_claim_above_the_level_of_its_indicator_is_not_estimable() -> None:
    """What was learned says nothing about results (Kirkpatrick)."""
    scores = [*measured("before", BEFORE), *measured("after", AFTER)]
    claims = [
        Claim("Richer", indicator="skill", level="results"),
        Claim("Wiser", indicator="skill", level="learning"),
    ]
    found = evaluate(told(*claims, *scores), village())
    assert found["Richer"]["verdict"] == "not estimable"
    assert found["Richer"]["reasons"][0] == "above-level"
    assert found["Wiser"]["verdict"] == "supported"


@pytest.mark.parametrize(
    ("entries", "reasons"),
    [
        (measured("before", BEFORE), ("no-follow-up",)),
        (measured("after", AFTER), ("no-baseline",)),
        (
            [*measured("before", {"m1": 1}), *measured("after", {"m2": 1})],
            ("nobody-measured-twice",),
        ),
        (
            [*measured("before", {"m1": 1}), *measured("before", {"m1": 2})],
            ("measured-twice", "no-follow-up"),
        ),
        (
            [*measured("before", {"m1": 1}), *measured("after", {"m1": 2}) * 2],
            ("measured-twice",),
        ),
        (
            [
                Measurement("skill", 40, wave="before", group="all", n=5),
                Measurement("skill", 60, wave="after", group="all", n=5),
            ],
            ("group-values-only",),
        ),
        (
            [
                Measurement("skill", 5, on="2024-01-01", person="m1"),
                Measurement("skill", 9, on="2024-03-01", person="m1"),
            ],
            ("no-wave",),
        ),
        (
            [*measured("before", {"m1": 1}, "a"), *measured("after", {"m1": 2})],
            ("mixed-forms", "facets-missing", "unknown-facet"),
        ),
        (
            [*measured("before", {"m1": 1}, "a"), *measured("after", {"m1": 2}, "a")],
            ("facets-missing", "unknown-facet"),
        ),
        (
            [*measured("baseline", {"m1": 1}), *measured("after", {"m1": 2})],
            ("other-waves",),
        ),
        (
            [
                *measured("before", {"m1": 1}),
                Measurement("skill", 60, wave="after", group="all", n=5),
            ],
            ("group-values-unused",),
        ),
        (
            [*measured("before", {"rki": 1}), *measured("after", {"rki": 2})],
            ("no-baseline", "no-follow-up", "unknown-people"),
        ),
        (
            [*measured("before", {"zz": 1}), *measured("after", {"zz": 2})],
            ("no-baseline", "no-follow-up", "unknown-people"),
        ),
        ([*measured("before", {"m1": 1}), *measured("after", {"m1": 61})], ("off-scale",)),
    ],
    ids=[
        "no after",
        "no before",
        "other people",
        "twice before",
        "twice after",
        "means",
        "no wave",
        "a total and a facet",
        "a facet",
        "another wave",
        "a mean after",
        "an organization",
        "strangers",
        "off the scale",
    ],
)
def test_thin_data_are_not_estimable_for_a_named_reason(
    entries: list[Measurement], reasons: tuple[str, ...]
) -> None:
    """One wave, other people, double values and means of groups are told apart."""
    cycle = told(Claim("More", indicator="skill"), *entries, maximum=60)
    found = evaluate(cycle, village())
    assert (found["More"]["verdict"], found["More"]["reasons"]) == ("not estimable", reasons)
    assert [caveat.code for caveat in found.caveats] == ["claims-not-estimable"]


GOOD = [*measured("before", BEFORE), *measured("after", AFTER)]


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (Measurement("skill", 5, wave="before", person="zz"), "unknown-people"),
        (Measurement("skill", 5, wave="before", person="rki"), "unknown-people"),
        (Measurement("skill", 5, person="m1"), "no-wave"),
        (Measurement("skill", 5, wave="a year later", person="m1"), "other-waves"),
        (Measurement("skill", 5, wave="after", group="all", n=5), "group-values-unused"),
        (Measurement("skill", 5, wave="after", person="m1", facet="zz"), "unknown-facet"),
    ],
    ids=["stranger", "organization", "no wave", "later", "mean", "no such facet"],
)
def test_values_not_used_are_named_beside_good_pairs(entry: Measurement, reason: str) -> None:
    """What was left out is said after what holds for the change, and changes no number."""
    row = evaluate(told(*GOOD, entry), village())["Skill"]
    expected = paired_change(BEFORE, AFTER)
    assert row["verdict"] == "better"
    assert row["reasons"] == (*[caveat.code for caveat in expected.caveats], reason)
    assert row["mean_change"] == expected.mean_change


def test_people_with_some_facets_only_are_listed() -> None:
    """Whoever lacks a facet in a wave is named, also where nothing of them is in the change."""
    entries = [
        *measured("before", {"m1": 2, "m2": 3, "m3": 4, "m4": 1, "m5": 5}, "language"),
        *measured("before", {"m1": 4, "m2": 5, "m3": 6}, "courtesy"),
        *measured("after", {"m1": 4, "m2": 4, "m4": 9}, "language"),
        *measured("after", {"m1": 6, "m2": 7, "m3": 6}, "courtesy"),
    ]
    found = evaluate(told(*entries, facets=("language", "courtesy")), village())
    row = found["Skill"]
    assert row["incomplete"] == ("m4", "m5", "m3")
    assert row["reasons"][-1] == "facets-missing"
    assert (row["n"], found.changes[0].unmatched_before) == (2, ("m3",))


def test_totals_and_means_of_facets_are_not_mixed() -> None:
    """A total is out of another number of points than a mean of facets."""
    facets = ("language", "courtesy")
    totals = [*measured("before", {"m1": 20, "m2": 22}), *measured("after", {"m1": 25, "m2": 29})]
    parts = [
        *measured("before", {"m3": 2}, "language"),
        *measured("before", {"m3": 4}, "courtesy"),
        *measured("after", {"m3": 3}, "language"),
        *measured("after", {"m3": 4}, "courtesy"),
    ]
    row = evaluate(told(*totals, *parts, facets=facets), village())["Skill"]
    assert (row["verdict"], row["reasons"], row["n"]) == ("not estimable", ("mixed-forms",), 0)
    own = [
        *measured("before", {"m1": 9}, "language"),
        *measured("after", {"m1": 12, "m2": 14}, "language"),
    ]
    found = evaluate(told(*totals, *own, facets=facets), village())
    assert found.changes == (paired_change({"m1": 20, "m2": 22}, {"m1": 25, "m2": 29}),)
    assert found["Skill"]["incomplete"] == ()


def test_a_mean_of_facets_stays_on_the_scale() -> None:
    """In floats the mean of three times 0.1 is above 0.1; rounded once it is not."""
    entries = [
        entry
        for facet in "abc"
        for entry in (
            *measured("before", {"m1": 0, "m2": 0}, facet),
            *[
                Measurement("skill", 0.1, wave="after", person=id, facet=facet)
                for id in ("m1", "m2")
            ],
        )
    ]
    found = evaluate(told(*entries, facets=tuple("abc"), minimum=0, maximum=0.1), village())
    assert found.changes[0].mean_after == 0.1


@pytest.mark.parametrize(
    ("ends", "gain"),
    [
        ({"minimum": -9}, False),
        ({"maximum": 9}, False),
        ({"minimum": -9, "maximum": 9}, True),
    ],
    ids=["minimum", "maximum", "both"],
)
def test_the_scale_is_the_one_stated(ends: dict[str, float], gain: bool) -> None:
    """Negative scores are on a scale that has no lower end, or a negative one."""
    scores = {id: -value for id, value in BEFORE.items()}
    after = {id: value - 1 for id, value in AFTER.items()}
    cycle = told(*measured("before", scores), *measured("after", after), **ends)
    (change,) = evaluate(cycle, village()).changes
    assert (change.gain is not None) is gain
    too_far = Measurement("skill", 20 * max(ends.values()), wave="after", person="m5")
    found = evaluate(cycle.add(too_far), village())
    assert found["Skill"]["reasons"] == ("off-scale", "measured-twice")


def test_values_that_can_not_be_computed_with_are_no_fault_of_the_scale() -> None:
    """They have a code of their own, and the caveat says what is accepted."""
    entries = [
        *measured("before", {"m1": 1, "m2": 2}),
        *measured("after", {"m2": 3}),
        Measurement("skill", 1e300, wave="after", person="m1"),
    ]
    found = evaluate(told(*entries), village())
    assert found["Skill"]["reasons"] == ("scores-refused",)
    caveat = found.caveats[-1]
    assert caveat.code == "scores-refused-first"
    assert str(caveat) == (
        "Values of skill that can not be computed with: 1. The first: after['m1']: found 1e+300; "
        "accepted: a finite number, 0 or between 1e-90 and 1e90 in size."
    )


@pytest.mark.parametrize(
    ("before", "after", "first"),
    [
        ({"m1": 1}, {"m1": 5}, "one-pair"),
        ({"m1": 1, "m2": 2}, {"m1": 3, "m2": 4}, "no-spread"),
        ({"m1": 1, "m2": 2}, {"m1": 1, "m2": 2}, "no-spread"),
    ],
    ids=["one pair", "all alike", "nobody changed"],
)
def test_without_interval_nothing_is_estimable(
    before: dict[str, int], after: dict[str, int], first: str
) -> None:
    """A verdict needs an interval; what took it away comes first, and the mean stays."""
    cycle = told(
        Claim("Change", indicator="skill"),
        *measured("before", before),
        *measured("after", after),
        instrument=None,
    )
    found = evaluate(cycle, village())
    row = found["Change"]
    assert (row["verdict"], row["reasons"][0]) == ("not estimable", first)
    assert row["reasons"][-1] == "no-instrument"
    assert len(set(row["reasons"])) == len(row["reasons"])
    assert row["mean_change"] is not None
    caveat = next(caveat for caveat in found.caveats if caveat.code == "claims-not-estimable")
    assert caveat.data["fields"] == ("interval_low", "interval_high")


def test_a_construct_is_the_mean_of_all_its_facets() -> None:
    """A person counts where every facet was measured in both waves."""
    facets = ("language", "courtesy")
    entries = [
        *measured("before", {"m1": 2, "m2": 3, "m3": 4}, "language"),
        *measured("before", {"m1": 4, "m2": 5, "m3": 6}, "courtesy"),
        *measured("after", {"m1": 4, "m2": 4, "m3": 9}, "language"),
        *measured("after", {"m1": 6, "m2": 7}, "courtesy"),
    ]
    found = evaluate(told(*entries, facets=facets), village())
    assert found.changes[0].n == 2
    # m1 from 3 to 5, m2 from 4 to 5.5: by hand.
    assert found.changes[0].mean_change == pytest.approx(1.75)
    assert found.changes[0].unmatched_before == ("m3",)


def test_without_members_those_measured_are_counted() -> None:
    """`of_whom` may be words; then the people measured say how many there are."""
    cycle = told(*measured("before", BEFORE), of_whom="those who came")
    assert evaluate(cycle, village()).people == (6,)
    found = evaluate(told(of_whom="those who came"), village())
    assert found.people == (None,)
    caveat = found.caveats[-1]
    assert (caveat.code, caveat.data["fields"]) == (
        "people-not-known",
        ("people", "smallest_effect"),
    )


def test_members_are_those_whose_membership_has_no_end() -> None:
    """Who left is not counted, who came back is, and nobody twice."""
    again = [
        Membership("m1", "rki", until="2024-01-31"),
        Membership("m2", "rki", "chair"),
        Membership("m3", "rki", until="2024-01-31"),
        Membership("m3", "rki", since="2024-03-01"),
    ]
    community = abcd.Community(
        "rt3",
        "RT 3",
        people=village().people,
        organizations=village().organizations,
        memberships=again,
    )
    assert evaluate(told(), community).people == (2,)


@pytest.mark.parametrize(
    ("of_whom", "people", "reason"),
    [
        ("rt3", 7, None),
        ("pkk", None, "nobody-listed"),
        ("m1", None, "whom-not-people"),
        ("hall", None, "whom-not-people"),
    ],
    ids=["the community", "an organization without members", "a person", "a place"],
)
def test_of_whom_may_be_an_id(of_whom: str, people: int | None, reason: str | None) -> None:
    """The community has its people; what has no list of people gives no number, and says why."""
    community = village().add(
        Organization("pkk", "PKK"), Place("hall", "Hall"), Person("m7", "Member m7")
    )
    row = evaluate(told(*GOOD, of_whom=of_whom), community)["Skill"]
    assert row["people"] == people
    assert (row["reasons"][-1] == reason) is (reason is not None)
    empty = evaluate(told(of_whom="rt3"), Community("rt3", "RT 3"))["Skill"]
    assert (empty["people"], empty["reasons"][-1]) == (None, "nobody-listed")


def test_one_person_can_show_no_effect() -> None:
    """The number is known, the smallest effect is not."""
    community = village().remove("m2", cascade=True)
    for id in ("m3", "m4", "m5", "m6"):
        community = community.remove(id, cascade=True)
    found = evaluate(told(), community)
    assert (found.people, found.smallest_effect) == ((1,), (None,))
    assert [caveat.code for caveat in found.caveats] == [
        "claims-not-estimable",
        "effect-needs-two-pairs",
    ]


def test_a_cycle_of_another_community_is_refused() -> None:
    """The two must belong together."""
    with pytest.raises(InvalidValueError, match="the community 'rt3', of which the cycle is"):
        evaluate(told(), Community("rt4", "RT 4"))


def test_an_evaluation_is_a_document() -> None:
    """With its changes inside it goes out and comes back equal."""
    cycle = told(
        Claim("More", indicator="skill"), *measured("before", BEFORE), *measured("after", AFTER)
    )
    found = evaluate(cycle, village())
    assert abcd.from_dict(abcd.to_dict(found), Evaluation) == found
    assert evaluate(Cycle(FIVE_D, community="rt3"), village()).statements == ()
