"""Judging claims: what data can say to them, and what would be needed."""

import pytest

import abcd
from abcd import (
    FIVE_D,
    Claim,
    Community,
    Cycle,
    Indicator,
    Measurement,
    Membership,
    Organization,
    Person,
)
from abcd.errors import InvalidValueError
from abcd.impact import Evaluation, detectable_effect, evaluate, paired_change

# Invented scores of five invented people.
BEFORE = {"m1": 4, "m2": 5, "m3": 3, "m4": 6, "m5": 5}
AFTER = {"m1": 7, "m2": 7, "m3": 6, "m4": 8, "m5": 9}


def village() -> Community:
    """Give five invented members of an association."""
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
    assert row["people"] == 5
    assert row["smallest_effect"] == detectable_effect(5).d_z
    assert (row["n"], row["mean_change"], row["interval_low"]) == (0, None, None)


def test_a_claim_without_indicator_says_so() -> None:
    """Nothing says what would show it."""
    row = evaluate(told(Claim("All is well")), village())["All is well"]
    assert (row["verdict"], row["reasons"], row["indicator"]) == (
        "not estimable",
        ("no-indicator",),
        None,
    )
    assert (row["people"], row["smallest_effect"], row["facets"]) == (None, None, ())


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
    assert row["mean_change"] == expected.mean_change == pytest.approx(2.8)
    assert (row["interval_low"], row["interval_high"], row["n"]) == (
        expected.interval_low,
        expected.interval_high,
        5,
    )
    assert [caveat.code for caveat in found.caveats] == ["no-comparison-group"]


@pytest.mark.parametrize(
    ("direction", "before", "after", "verdict"),
    [
        ("up", BEFORE, AFTER, "supported"),
        ("up", AFTER, BEFORE, "contradicted"),
        ("down", AFTER, BEFORE, "supported"),
        ("down", BEFORE, AFTER, "contradicted"),
        ("up", BEFORE, {**BEFORE, "m1": 5, "m2": 4}, "open"),
        ("up", {"m1": 1}, {"m1": 5}, "open"),
    ],
)
def test_the_verdict_follows_interval_and_direction(
    direction: str, before: dict[str, int], after: dict[str, int], verdict: str
) -> None:
    """Supported and contradicted need an interval whole on one side; one pair has none."""
    cycle = told(
        Claim("Change", indicator="skill"),
        *measured("before", before),
        *measured("after", after),
        direction=direction,
    )
    assert evaluate(cycle, village())["Change"]["verdict"] == verdict


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
            ("measured-twice",),
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
            ("facets-missing",),
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
        "a facet",
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
    assert evaluate(cycle, village()).people == (5,)


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
