"""Achievements: every indicator of a cycle on its way to the target. All values are invented."""

import pytest

from abcd import FIVE_D, Cycle, Indicator, Measurement
from abcd.errors import InvalidValueError
from abcd.impact import achievements


def cycle(indicator: Indicator, *measurements: Measurement) -> Cycle:
    """Give a cycle with one indicator."""
    return Cycle(FIVE_D, community="rt3", indicators=[indicator], measurements=measurements)


def of(value: float, wave: str | None, person: str | None = None, **more: str) -> Measurement:
    """Give one value of the indicator."""
    return Measurement("skill", value, wave=wave, person=person, **more)  # type: ignore[arg-type]  # by name


STATED = Indicator("skill", "Skill", baseline=4, target=8, unit="points")


def test_the_actual_value_is_the_mean_of_people() -> None:
    """(5 + 7) / 2 is 6: half of the way from 4 to 8."""
    found = achievements(cycle(STATED, of(5, "after", "p1"), of(7, "after", "p2")))
    assert found["skill"] == {
        "indicators": "skill",
        "names": "Skill",
        "achieved": 0.5,
        "reached": False,
        "left": 2.0,
        "naive": 0.75,
        "time_share": None,
        "ahead": None,
        "actual": 6.0,
        "baseline": 4,
        "target": 8,
        "n": 2,
        "actual_from": "people",
        "baseline_from": "stated",
        "direction": "up",
        "unit": "points",
        "reasons": ("naive-credits-baseline",),
    }
    assert [caveat.code for caveat in found.caveats] == [
        "achievements-time-not-known",
        "achievements-naive",
        "achievement-is-no-effect",
    ]


def test_without_people_the_one_value_of_a_group_counts() -> None:
    """Several are not added up: nobody said which is the whole."""
    one = achievements(cycle(STATED, Measurement("skill", 8, wave="after", group="rki", n=9)))
    assert (one.actual, one.n, one.actual_from, one.count_reached) == ((8,), (9,), ("group",), 1)
    two = achievements(cycle(STATED, of(8, "after", group="a"), of(6, "after", group="b")))
    assert (two.actual, two.actual_from) == ((None,), (None,))
    assert two.reasons[0][0] == "several-group-values"


def test_a_baseline_can_be_measured_on_the_same_people() -> None:
    """p3 has no value before, and p4 none after: both waves stand on p1 and p2."""
    indicator = Indicator("skill", "Skill", target=10)
    before = [of(2, "before", "p1"), of(4, "before", "p2"), of(9, "before", "p4")]
    after = [of(6, "after", "p1"), of(8, "after", "p2"), of(10, "after", "p3")]
    found = achievements(cycle(indicator, *before, *after))
    assert (found.baseline, found.actual, found.n) == ((3,), (7,), (2,))
    assert found.achieved == (4 / 7,)
    assert found.baseline_from == ("measured",)


def test_a_stated_baseline_that_differs_is_named() -> None:
    """4 was stated, 6 was measured; 4.01 would have been rounding."""
    found = achievements(cycle(STATED, of(6, "before", "p1"), of(7, "after", "p1")))
    assert found.caveats[2].code == "baseline-differs"
    assert found.caveats[2].data["indicators"] == ("skill",)
    close = achievements(cycle(STATED, of(4.01, "before", "p1"), of(7, "after", "p1")))
    assert "baseline-differs" not in [caveat.code for caveat in close.caveats]
    aimless = achievements(cycle(Indicator("skill", "Skill", baseline=4), of(5, "before", "p1")))
    assert "baseline-differs" in [caveat.code for caveat in aimless.caveats]


def test_facets_make_one_value_a_person() -> None:
    """The mean of all facets; whoever lacks one has no value."""
    indicator = Indicator("skill", "Skill", facets=["a", "b"], baseline=0, target=10)
    some = [of(4, "after", "p1", facet="a"), of(6, "after", "p1", facet="b")]
    found = achievements(cycle(indicator, *some, of(9, "after", "p2", facet="a")))
    assert (found.actual, found.n) == ((5,), (1,))
    none = achievements(cycle(indicator, of(9, "after", "p2", facet="a")))
    assert none.reasons[0][0] == "facets-missing"


def test_two_values_of_one_person_are_not_chosen_among() -> None:
    """Nobody can know which holds."""
    found = achievements(cycle(STATED, of(5, "after", "p1"), of(7, "after", "p1")))
    assert found.achieved == (None,)
    assert found.reasons[0][:2] == ("measured-twice", "actual-not-known")
    assert found.caveats[0].code == "achievements-not-estimable"
    assert found.caveats[0].data["fields"] == ("achieved", "reached", "left")


def test_people_of_other_groups_are_not_of_whom_it_is() -> None:
    """Where some are of the group that the indicator is about; p3 is in no group, and stays."""
    indicator = Indicator("skill", "Skill", baseline=0, target=10, of_whom="rki")
    values = [
        of(4, "after", "p1", group="rki"),
        of(9, "after", "p2", group="rt4"),
        of(6, "after", "p3"),
    ]
    assert achievements(cycle(indicator, *values)).actual == (5,)
    assert achievements(cycle(indicator, *values[1:])).actual == (7.5,)


def test_other_waves_can_be_asked_for() -> None:
    """Three months later, against time."""
    indicator = Indicator(
        "skill", "Skill", baseline=4, target=8, baseline_on="2024-01-01", target_on="2024-04-10"
    )
    found = achievements(cycle(indicator, of(6, "later", "p1")), wave="later", on="2024-02-20")
    assert (found.achieved, found.time_share, found.ahead) == ((0.5,), (0.5,), (0,))
    assert found.wave == "later"


def test_numbers_beyond_what_can_be_computed_with_are_not_known() -> None:
    """A model holds them; a share of them would be no number."""
    indicator = Indicator("skill", "Skill", baseline=4, target=1e300)
    found = achievements(cycle(indicator, of(6, "after", "p1")))
    assert (found.target, found.achieved) == ((None,), (None,))


def test_a_cycle_without_indicators_has_no_rows() -> None:
    """And no caveat."""
    found = achievements(Cycle(FIVE_D, community="rt3"))
    assert len(found) == 0
    assert found.caveats == ()


def test_junk_is_refused_at_once() -> None:
    """All three arguments in one error."""
    with pytest.raises(InvalidValueError, match="3 faults") as caught:
        achievements("cycle", wave=" ", on="soon")  # type: ignore[arg-type]  # junk on purpose
    assert [fault.path for fault in caught.value.faults] == ["wave", "on", "cycle"]
