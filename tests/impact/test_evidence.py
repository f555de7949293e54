"""On what a judgment stands: stories, values, a change, a comparison, a target. All invented."""

from collections.abc import Mapping
from typing import Any

import pytest

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
    Story,
)
from abcd.impact import difference_in_differences, evaluate, paired_change
from abcd.impact._evidence import best

OWN = {"m1": (4, 7), "m2": (5, 7), "m3": (3, 6), "m4": (6, 8), "m5": (5, 9)}
OTHERS = {"o1": (4, 5), "o2": (5, 5), "o3": (3, 5), "o4": (6, 7)}


def village(*stories: Story) -> Community:
    """Give everybody who was measured."""
    people = [Person(id, f"Member {id}") for id in [*OWN, *OTHERS]]
    organizations = [Organization("rki", "RKI")]
    return Community(
        "rt3",
        "RT 3",
        people=people,
        organizations=organizations,
        memberships=[Membership(id, "rki") for id in OWN],
        stories=stories,
    )


def told(*entries: Measurement | Claim, **fields: Any) -> Cycle:
    """Give a cycle with one indicator."""
    given = {"of_whom": "rki", "when": "twice", "instrument": "a test", "level": "learning"}
    indicator = Indicator("skill", "Skill", **{**given, **fields})
    return Cycle(FIVE_D, community="rt3", indicators=[indicator]).add(*entries)


def measured(scores: Mapping[str, tuple[float, float]], group: str | None) -> list[Measurement]:
    """Give both waves of some people."""
    return [
        Measurement("skill", value, wave=wave, person=id, group=group)
        for id, values in scores.items()
        for wave, value in zip(("before", "after"), values, strict=True)
    ]


# --- the level of evidence -----------------------------------------------------------------------


def test_without_anything_there_is_no_evidence() -> None:
    """Nor is a story of something else, nor an invented one."""
    invented = Story("!", domain="skill", evidence=[Evidence("us", method="invented")])
    row = evaluate(told(), village(Story("!", domain="ties"), invented))["Skill"]
    assert (row["evidence"], row["stories"], row["measured_level"]) == ("none", 0, None)
    claim = evaluate(told(Claim("All is well")), village())["All is well"]
    assert (claim["evidence"], claim["stories"], claim["achieved"]) == ("none", 0, None)


def test_stories_are_the_weakest_evidence() -> None:
    """Of the domain of the indicator, by id or by name; they change no verdict."""
    stories = [Story("We edit.", domain="skill"), Story("We cut.", domain="Skill")]
    row = evaluate(told(), village(*stories))["Skill"]
    assert (row["evidence"], row["stories"], row["verdict"]) == ("stories", 2, "not estimable")


def test_values_without_change_are_measured() -> None:
    """After only, or of a whole group."""
    after = Measurement("skill", 7, wave="after", person="m1")
    row = evaluate(told(after), village(Story("!", domain="skill")))["Skill"]
    assert (row["evidence"], row["measured_level"]) == ("measured", "learning")
    group = Measurement("skill", 7, wave="after", group="rki", n=5)
    assert evaluate(told(group), village()).evidence == ("measured",)


def test_both_waves_make_before_and_after() -> None:
    """Without others there is no comparison, and that is said."""
    found = evaluate(told(*measured(OWN, None)), village())
    assert found.evidence == ("before and after",)
    assert (found.comparison, found.n_comparison) == ((None,), (0,))
    assert [caveat.code for caveat in found.caveats] == ["no-comparison-group"]


def test_others_make_it_compared() -> None:
    """The change is that of the own people; beside it the difference in differences."""
    cycle = told(Claim("More", indicator="skill"), *measured(OWN, "rki"), *measured(OTHERS, "rt4"))
    found = evaluate(cycle, village())
    row = found["More"]
    both = difference_in_differences(
        treated_before={id: old for id, (old, _) in OWN.items()},
        treated_after={id: new for id, (_, new) in OWN.items()},
        control_before={id: old for id, (old, _) in OTHERS.items()},
        control_after={id: new for id, (_, new) in OTHERS.items()},
        design="panel",
    )
    assert row["evidence"] == "compared"
    assert (row["n"], row["n_comparison"]) == (5, 4)
    # Means: (3 + 2 + 3 + 2 + 4) / 5 = 2.8, and (1 + 0 + 2 + 1) / 4 = 1.
    assert row["mean_change"] == pytest.approx(2.8)
    assert row["comparison"] == both.difference == pytest.approx(1.8)
    assert (row["comparison_low"], row["comparison_high"]) == (
        both.interval_low,
        both.interval_high,
    )
    assert row["verdict"] == "supported"
    assert "no-comparison-group" not in row["reasons"]
    assert "parallel-trends" in row["reasons"]
    assert [caveat.code for caveat in found.caveats] == [
        "compared-person-by-person",
        "claims-without-level",
    ]
    waves = [{id: pair[wave] for id, pair in OWN.items()} for wave in (0, 1)]
    assert found.changes[0].mean_change == paired_change(waves[0], waves[1]).mean_change


def test_the_verdict_follows_from_the_comparison() -> None:
    """Where the others rose as much, nothing is supported, however sure the own rise is."""
    same = {f"o{n}": pair for n, pair in enumerate(OWN.values(), start=1) if n < 5}
    cycle = told(*measured(OWN, "rki"), *measured(same, "rt4"))
    row = evaluate(cycle, village())["Skill"]
    assert row["interval_low"] > 0
    assert (row["evidence"], row["verdict"]) == ("compared", "open")


@pytest.mark.parametrize(
    "others",
    [
        measured({"o1": (4, 5)}, "rt4"),
        [Measurement("skill", 5, wave="after", person="o1", group="rt4")],
        [
            *measured(OTHERS, "rt4"),
            Measurement("skill", 5, wave="after", person="o1", group="rt4"),
        ],
        measured({"o1": (4, 1e300), "o2": (5, 5)}, "rt4"),
    ],
    ids=["one person", "one wave", "measured twice", "no number"],
)
def test_others_that_can_not_be_compared_decide_nothing(others: list[Measurement]) -> None:
    """They are no part of the change either."""
    alone = evaluate(told(*measured(OWN, "rki")), village())
    found = evaluate(told(*measured(OWN, "rki"), *others), village())
    assert found.evidence == ("before and after",)
    assert found.mean_change == alone.mean_change
    assert (found.n, found.verdict) == ((5,), alone.verdict)
    assert "no-comparison-group" in found.reasons[0]
    assert "parallel-trends" not in found.reasons[0]


def test_groups_that_are_not_of_whom_it_is_are_only_labels() -> None:
    """Women and men of the same program are no comparison; whoever is in both groups is own."""
    parts = [*measured(OWN, "women"), *measured(OTHERS, "men")]
    found = evaluate(told(*parts), village())
    assert (found.evidence, found.n) == (("before and after",), (9,))
    again = Measurement("skill", 1, wave="later", person="o1", group="rki")
    both = evaluate(told(*measured(OTHERS, "men"), again), village())
    assert both.n == (1,)


# --- levels and claims ---------------------------------------------------------------------------


def test_a_claim_above_what_was_measured_is_flagged_for_the_whole() -> None:
    """Learning was measured, and results are claimed (Kirkpatrick)."""
    claims = [Claim("More", indicator="skill"), Claim("Rich", indicator="skill", level="results")]
    found = evaluate(told(*claims, *measured(OWN, None)), village())
    assert (found.highest_claimed, found.highest_measured) == ("results", "learning")
    caveat = found.caveats[-1]
    assert caveat.code == "claimed-above-measured"
    assert caveat.message() == (
        "The highest level claimed: results; the highest level measured: learning."
    )
    assert caveat.message("id").endswith(
        "dinyatakan: hasil; tingkat tertinggi yang diukur: pembelajaran."
    )
    # Of five people no exact test reaches .05: the other claim stays open.
    assert found.unsupported == ("More", "Rich")
    assert evaluate(told(*claims), village()).highest_measured is None


def test_the_target_stands_in_the_row() -> None:
    """And changes no verdict."""
    cycle = told(*measured(OWN, None), baseline=4, target=10)
    row = evaluate(cycle, village())["Skill"]
    assert (row["actual"], row["baseline"], row["target"]) == (7.4, 4, 10)
    assert (row["achieved"], row["reached"]) == (pytest.approx(3.4 / 6), False)
    assert evaluate(cycle, village()).caveats[-1].code == "no-comparison-group"


def test_a_target_that_can_not_be_judged_is_named() -> None:
    """An indicator without target is none of them."""
    found = evaluate(told(baseline=4, target=10), village())
    assert found.achieved == (None,)
    caveat = next(c for c in found.caveats if c.code == "achievements-not-estimable")
    assert caveat.data == {"count": 1, "total": 1, "fields": ("achieved",)}


def test_the_best_of_no_evidence_is_none() -> None:
    """The order is that of strength, not of the alphabet."""
    assert best([]) == "none"
    assert best(["stories", "compared", "measured"]) == "compared"
