"""What a report says about claims: under the right heading, and what would help."""

from typing import Any

import pytest

from abcd import (
    FIVE_D,
    Capacity,
    Claim,
    Community,
    Consent,
    Cycle,
    Decision,
    Evidence,
    Goal,
    Idea,
    Indicator,
    Measurement,
    Membership,
    Organization,
    Person,
    Plan,
    PlanStep,
)
from abcd.report import markdown

INVENTED = [Evidence("made up", method="invented")]


def people(number: int = 6) -> Community:
    """Give an invented community."""
    return Community("rt3", "RT 3", people=[Person(f"p{n}", f"Name {n}") for n in range(number)])


def scores(indicator: str, *differences: float) -> list[Measurement]:
    """Give scores of as many people before and after."""
    return [
        Measurement(indicator, value, wave=wave, person=f"p{n}")
        for n, difference in enumerate(differences)
        for wave, value in (("before", 3.0 + n), ("after", 3.0 + n + difference))
    ]


def judged() -> Cycle:
    """Give an invented cycle with one claim of each verdict, and indicators that nobody claims."""
    names = ("up", "down", "open", "none", "better", "worse")
    return Cycle(
        FIVE_D,
        community="rt3",
        indicators=[Indicator(name, f"Indicator {name}") for name in names],
        claims=[Claim(f"Claim {name}", indicator=name) for name in names[:4]],
    ).add(
        *scores("up", 2, 3, 2, 3, 2, 3),
        *scores("down", -2, -3, -2, -3, -2, -3),
        *scores("open", -2, 3, -2, 3, -2, 3),
        *scores("better", 2, 3, 2, 3, 2, 3),
        *scores("worse", -2, -3, -2, -3, -2, -3),
    )


def under(text: str, heading: str) -> str:
    """Return what stands below a heading, up to the next of its level."""
    level = heading.partition(" ")[0]
    rest = text.partition(f"\n{heading}\n")[2]
    assert rest, heading
    return rest.partition(f"\n{level} ")[0]


def test_what_can_be_said_does_not_stand_under_what_can_not() -> None:
    """A verdict goes under its own heading, and what is open counts as not yet known."""
    text = markdown(judged(), people())
    known, unknown = (
        under(text, "## What the measurements say"),
        under(text, "## What we can not say yet"),
    )
    for name in ("Claim up", "Claim down", "Indicator better", "Indicator worse"):
        assert f"- {name}" in known.splitlines()
        assert name not in unknown
    for name in ("Claim open", "Claim none"):
        assert f"- {name}" in unknown.splitlines()
        assert name not in known
    # A verdict never stands without the limit of the whole design.
    assert known.count("There is no comparison group") == known.count("Verdict: ")


@pytest.mark.parametrize("audience", ["campus", "journal"])
def test_chapters_part_the_verdicts_as_well(audience: Any) -> None:
    """Two tables under two headings."""
    text = markdown(judged(), people(), audience=audience)
    known, unknown = (
        under(text, "### What can be said"),
        under(text, "### What can not be said yet").partition("\n## ")[0],
    )
    assert "| Claim up | in line with what was measured |" in known
    assert "| Claim down | against what was measured |" in known
    assert "| Claim open | open |" in unknown
    assert "| Claim none | not estimable |" in unknown
    assert "Claim none" not in known


def test_a_heading_under_which_nothing_stands_is_left_out() -> None:
    """Where everything can be said, nothing is said to be unknown."""
    own = Cycle(FIVE_D, community="rt3", indicators=[Indicator("x", "X")]).add(
        *scores("x", 2, 3, 2, 3, 2, 3)
    )
    assert "can not say yet" not in markdown(own, people())
    assert "can not be said yet" not in markdown(own, people(), audience="campus")
    assert "What the measurements say" not in markdown(Cycle(FIVE_D, community="rt3"), people())


def faulty() -> Cycle:
    """Give an invented cycle whose values are there and can not be used."""
    return Cycle(
        FIVE_D,
        community="rt3",
        indicators=[
            Indicator("twice", "Twice"),
            Indicator("far", "Far", minimum=0, maximum=5),
            Indicator("low", "Low", level="reaction"),
            Indicator("new", "New"),
        ],
        claims=[
            Claim("Twice as good", indicator="twice"),
            Claim("Far better", indicator="far"),
            Claim("Everybody is rich", indicator="low", level="results"),
            Claim("New things", indicator="new"),
        ],
    ).add(
        *scores("twice", 1, 2),
        Measurement("twice", 4, wave="before", person="p0"),
        *scores("far", 1, 2, 3, 4),
        *scores("low", 1, 2),
    )


@pytest.mark.parametrize("audience", ["village", "campus"])
def test_what_was_measured_is_not_to_be_measured_again(audience: Any) -> None:
    """Bad values are to be checked, and a claim out of reach needs another indicator."""
    text = markdown(faulty(), people(), audience=audience)
    tables = [line for line in text.splitlines() if line.startswith("| New | ")]
    assert tables == ["| New | not stated | not stated | not stated |"]
    for name in ("Twice", "Far", "Low"):
        assert not any(line.startswith(f"| {name} |") for line in text.splitlines()), name
    for line in (
        (
            "- Check the values of 'Twice': Somebody has two values in one wave, and nobody can "
            "know which of them holds."
        ),
        "- Check the values of 'Far': A value lies off the scale of the indicator.",
        "- Find an indicator that reaches as far as the claim: Everybody is rich",
    ):
        assert line in text.splitlines(), line
    assert "Check the values of 'Low'" not in text


def test_what_a_choice_was_about_is_named() -> None:
    """Ideas, plans, goals and entities by their words, other options by their own."""
    community = Community("rt3", "RT 3", organizations=[Organization("rki", "Weavers' club")])
    own = Cycle(
        FIVE_D,
        community="rt3",
        ideas=[Idea("weave", "Weave bags from waste"), Idea("sell", "A shop", evidence=INVENTED)],
        plans=[Plan("first-plan", "A course of three days")],
        goals=[Goal("income", "More income")],
        decisions=[
            Decision(
                "What first?",
                ["weave", "sell", "first-plan", "income", "rki", "rest"],
                chosen=["weave"],
            ),
            Decision("And then?", ["sell"], chosen=["sell"]),
        ],
    )
    lines = markdown(own, community).splitlines()
    assert "- Chosen: Weave bags from waste" in lines
    assert (
        "- Options: Weave bags from waste; A shop (invented); A course of three days; More income; "
        "Weavers' club; rest"
    ) in lines
    assert "- Chosen: A shop (invented)" in lines
    assert "- No other option is recorded" in lines


def test_an_idea_of_which_the_id_is_redacted_is_still_named() -> None:
    """The name in the text goes, the words stay."""
    community = Community("rt3", "RT 3", people=[Person("p1", "Zulaikha")])
    own = Cycle(
        FIVE_D,
        community="rt3",
        ideas=[Idea("loom-of-zulaikha", "Zulaikha shows her loom"), Idea("walk", "Walk")],
        decisions=[Decision("What?", ["loom-of-zulaikha", "walk"], chosen=["loom-of-zulaikha"])],
    )
    text = markdown(own, community)
    assert "- Chosen: [redacted] shows her loom" in text
    assert "zulaikha" not in text.casefold()


def test_planned_entries_are_next_steps_until_they_are_settled() -> None:
    """Done or called off later, or in the same round; what is planned for a later day is open."""
    own = (
        Cycle(
            FIVE_D,
            community="rt3",
            plans=[
                Plan("course", "Course", steps=[PlanStep("one", "Start"), PlanStep("two", "End")])
            ],
        )
        .record("dream.inspire", status="planned", on="2024-03-01")
        .record("dream.inspire", on="2024-02-01")
        .record("dream.set-values", status="planned", on="2024-02-01")
        .record("dream.set-values", on="2024-01-31", until="2024-02-03")
        .record("design.make-plan", status="planned", on="2024-02-01", round=1)
        .record("design.make-plan", on="2024-01-01", round=1)
        .record("define.engage", status="planned", on="2024-02-01", round=2)
        .record("define.engage", on="2024-05-01", round=1)
        .record("define.set-goals", status="planned", on="2024-06-01")
        .record("define.set-goals", status="cancelled")
        .record("destiny.sustain", status="planned")
        .record("course.one", status="planned", on="2024-01-05", evidence=INVENTED)
    )
    text = under(markdown(own, Community("rt3", "RT 3")), "## Next steps")
    assert text.strip().splitlines() == [
        "- Planned, 5 January 2024: Start (invented)",
        (
            "- Planned, 1 February 2024: Engagement and participation (group discussion, meetings, "
            "interviews)"
        ),
        "- Planned, 1 March 2024: Inspire and motivate (success stories, testimonials)",
        (
            "- Planned, no date: Community engagement and continuity (capacity to go on without "
            "the team)"
        ),
        "- Plan 'Course': End",
    ]


def test_invented_people_and_memberships_are_counted() -> None:
    """One invented person does not make the others invented."""
    real, made_up = Person("p1", "Ani"), Person("p2", "Budi", evidence=INVENTED)
    sewing = [Capacity("sewing", has=True)]
    gifted = Person("p3", "Citra", capacities=sewing)
    made_up_gift = Person("p4", "Dewi", capacities=[Capacity("sewing", evidence=INVENTED)])
    club = Organization("rki", "Club")
    community = Community(
        "rt3",
        "RT 3",
        people=[real, made_up, gifted, made_up_gift],
        organizations=[club],
        memberships=[Membership("p1", "rki"), Membership("p2", "rki", evidence=INVENTED)],
    )
    text = markdown(Cycle(FIVE_D, community="rt3"), community, audience="campus")
    assert "- People listed: 4 (invented: 2 of 4)" in text
    assert "members listed: 2 (invented: 1 of 2)" in text
    assert "| Skill (invented: 1 of 2) | Has it |" in text
    assert "| sewing | 1 (not asked: 1) | not asked: 2 | not asked: 2 |" in text


def test_a_no_is_no_question_left_open() -> None:
    """Zero means that everybody who named the skill said no."""
    asked = Person("p1", "Ani", capacities=[Capacity("sewing", has=False, teaches=False)])
    agreed = Person("p2", "Budi", consents=[Consent(["x"])])
    community = Community("rt3", "RT 3", people=[asked, agreed])
    text = markdown(Cycle(FIVE_D, community="rt3"), community, audience="campus", language="id")
    assert "| sewing | 0 | 0 | belum ditanya: 1 |" in text
