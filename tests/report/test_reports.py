"""Reports: what they say, in which language, and what they keep to themselves."""

import datetime
from typing import Any

import attrs
import html5lib
import pytest

import abcd
from abcd import (
    FIVE_D,
    Asset,
    Challenge,
    Claim,
    Community,
    Consent,
    Cycle,
    Decision,
    Evidence,
    Goal,
    Indicator,
    Measurement,
    Membership,
    Organization,
    Person,
    Place,
    Plan,
    PlanStep,
    Story,
    Vision,
)
from abcd.errors import InvalidValueError
from abcd.impact import paired_change
from abcd.report import html, markdown
from abcd.vocabulary import Labels

SECRET_NAME = "Zulaikha Rahmawati"  # noqa: S105 - the name of an invented person
AUDIENCES = ("village", "campus", "journal")
LANGUAGES = ("en", "id")
PAPER = Evidence("the minutes", method="document")
CHANGE = paired_change([1, 2, 3, 4], [2, 3, 5, 4])


def village(**changes: Any) -> Community:
    """Give an invented community in which a person who did not agree stands in many texts."""
    fields: dict[str, Any] = {
        "people": [
            Person(
                "p1",
                "Budi Santoso",
                consents=[Consent(["village report"])],
                capacities=[abcd.Capacity("sewing", has=True, teaches=True)],
                interviewed_on="2024-01-05",
            ),
            Person("zulaikha", SECRET_NAME, asked_on="2024-01-04"),
            Person("p3", "Citra"),
        ],
        "organizations": [Organization("rki", "RKI", kind="association"), Organization("o2", "O2")],
        "memberships": [Membership("p1", "rki", "chair"), Membership("zulaikha", "rki")],
        "places": [
            Place("desa", "Desa Contoh", level="desa", area=197.5),
            Place("rt1", "RT 1", level="RT", parent="desa"),
            Place("rt2", "RT 2", level="RT", parent="desa"),
            Place("hall", "Hall"),
        ],
        "assets": [
            Asset("hall-asset", "Hall", kinds=["physical"], control="primary", place="hall"),
            Asset("loom", f"Loom of {SECRET_NAME}", kinds=["economic"], holder="zulaikha"),
        ],
        "challenges": [
            Challenge(f"{SECRET_NAME} lost the key", answer="A second key was made."),
            Challenge("No internet?"),
        ],
        "stories": [Story(f"{SECRET_NAME} began it all", teller="zulaikha")],
        "population": 1234,
        "households": 300,
    }
    return Community("rt3", "Contoh", **{**fields, **changes})


def told(**changes: Any) -> Cycle:
    """Give an invented cycle with something in every collection that a report reads."""
    plan = Plan(
        "training",
        "Training",
        phase="design",
        horizon="2024",
        owner="rki",
        steps=[
            PlanStep("day-1", "First day", on="2024-01-31", topics=["first day", "sewing"]),
            PlanStep("day-2", "Second day"),
        ],
    )
    fields: dict[str, Any] = {
        "values": ["trust"],
        "visions": [Vision("A village that sews", owner=abcd.cycle.ALL, horizon="2030")],
        "goals": [Goal("income", "Income")],
        "plans": [plan],
        "decisions": [
            Decision(
                "What first?",
                ["hall-asset", "loom"],
                chosen=["loom"],
                decided_by=["p1", "zulaikha"],
                rule="vote",
                reasons=[f"{SECRET_NAME} has a loom", "b", "c", "d"],
                dissent=["too loud"],
                evidence=[PAPER],
            ),
            Decision("What never?", ["gambling"]),
        ],
        "indicators": [
            Indicator(
                "skill",
                "Skill",
                of_whom="rki",
                when="twice",
                instrument="a test",
                facets=["a", "b"],
            ),
            Indicator("pride", "Pride"),
        ],
        "claims": [
            Claim(f"{SECRET_NAME} says all is better", indicator="skill"),
            Claim("Everybody is proud", indicator="pride"),
            Claim("It was good"),
        ],
    }
    cycle = Cycle(FIVE_D, community="rt3", **{**fields, **changes})
    return (
        cycle.record(
            "training.day-1",
            "dream.inspire",
            on="2024-01-31",
            until="2024-02-01",
            headcount={"women": 7, "men": 3},
            stage="carrying out",
            place="hall",
            outputs=["ten bags"],
            note=f"{SECRET_NAME} cooked",
            evidence=[PAPER],
        )
        .record("discovery.consult", on="2024-01-10", participants=["p1", "zulaikha"], round=1)
        .record("discovery.consult", on="2024-03-10", round=2)
        .record("destiny.celebrate", status="planned", on="2024-12-01")
        .record("define.set-goals", status="cancelled")
    )


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("purpose", [None, "village report", "campus report"])
def test_a_name_without_consent_appears_nowhere(
    audience: Any, language: Any, purpose: str | None
) -> None:
    """Not in a text, a label, an id or a quote; the report says how many names it withholds."""
    for write in (markdown, html):
        text = write(
            told(),
            village(),
            audience=audience,
            language=language,
            purpose=purpose,
            on="2024-02-09",
        )
        assert "zulaikha" not in text.casefold()
        assert "rahmawati" not in text.casefold()
        assert ("Budi Santoso" in text) == (purpose == "village report")
    count = 2 if purpose == "village report" else 3
    words = {"en": f"Names withheld: {count} of 3", "id": f"tidak ditampilkan: {count} dari 3"}
    assert words[language] in text


def test_no_repr_and_no_error_tells_the_name() -> None:
    """Reprs show counts; errors of an exit carry ids."""
    assert SECRET_NAME not in repr(village()) + village()._repr_html_() + repr(told())
    with pytest.raises(InvalidValueError) as caught:
        markdown(told(), village(), purpose=" ")
    assert "Zulaikha" not in str(caught.value)
    with pytest.raises(InvalidValueError) as caught:
        markdown(told(), attrs.evolve(village(), id="other"))
    assert "Zulaikha" not in str(caught.value)


def test_the_page_for_the_village() -> None:
    """Five questions, in the order in which people ask them."""
    text = markdown(told(), village(), purpose="village report", on="2024-02-09")
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == [
        "# Contoh: what we have, what was done, what we can say",
        "## Who we are",
        "## What we have",
        "## What was done",
        "## What we can not say yet",
        "## Next steps",
    ]
    for line in (
        (
            "> Report for: village report. As of 9 February 2024. Names withheld: 2 of 3 people, "
            "who gave no consent that holds for this report."
        ),
        "- Desa Contoh (desa): 197.5 hectares",
        "- Places of level RT: 2",
        "- People listed: 3",
        "- Answered: 1. Asked, no answer: 1. Never asked: 1",
        "- Inhabitants, as stated: 1,234",
        "- Households, as stated: 300",
        "- RKI: association, members listed: 2",
        "- O2: kind not stated",
        "| Economic | 1 | Loom of [redacted] |",
        "Decision: What first?",
        "- Chosen: Loom of [redacted]",
        "- Options: Hall; Loom of [redacted]",
        "- Decided by: Budi Santoso, [redacted]",
        "- Rule: vote",
        "- Reasons: [redacted] has a loom; b; c; and 1 more",
        "- Who disagreed said: too loud",
        "Decision: What never?",
        "- Chosen: none",
        "- Options: gambling",
        "- No dissent is recorded",
        (
            "- 31 January 2024 to 1 February 2024: First day, Inspire and motivate (success "
            "stories, testimonials); took part: 10; Hall; ten bags; [redacted] cooked; evidence: "
            "the minutes"
        ),
        "- Challenge: [redacted] lost the key. Answer: A second key was made.",
        "- Challenge: No internet? Answer: none yet.",
        "- Planned, 1 December 2024: Celebrate achievements",
        "- Plan 'Training': Second day",
        "- Answer the challenge: No internet?",
        "- Ask those who were never asked: 1 of the people listed",
    ):
        assert line in text.splitlines(), line


def test_the_chapters_for_the_campus() -> None:
    """Numbered chapters, the whole diary with what was planned and called off."""
    text = markdown(told(), village(), audience="campus", purpose="village report")
    headings = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert headings[0] == "1 The community"
    assert headings[-1] == "11 Appendix: the diary"
    for line in (
        "| sewing | 1 | 1 | not asked: 1 |",
        "| Phase | Done | With evidence | Planned | Cancelled | Only described |",
        "| Define | 0 of 6 | 0 | 0 | 1 | 5 |",
        "Values: trust.",
        "- Vision (2030): A village that sews. Owner: everybody.",
        "- Goal: Income",
        "Plan (2024): Training. Owner: RKI.",
        "- 31 January 2024: First day; sewing",
        "- no date: Second day",
        "- men: 3 at most",
        "- Known one by one: 2",
        "- 1 December 2024: Celebrate achievements; planned; no evidence",
        "- The phases really began in this order: Discovery, Dream.",
        "- Entered again: Discovery (1 x).",
    ):
        assert line in text.splitlines(), line


def test_indonesian_all_through() -> None:
    """Words, numbers and dates are Indonesian; what people wrote stays."""
    text = markdown(told(), village(), audience="campus", language="id", on="2024-02-09")
    for words in (
        "Per 9 Februari 2024.",
        "Desa Contoh (desa): 197,5 hektare",
        "Jumlah penduduk: 1.234",
        "31 Januari 2024 sampai 1 Februari 2024",
        "| Ekonomi | 1 |",
        "Pemilik: semua.",
        "tidak dapat diperkirakan",
    ):
        assert words in text, words
    for english in ("People listed", "not estimable", "Decided by", "Nothing", "nobody"):
        assert english not in text, english


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_placeholder_is_left_unfilled(audience: Any, language: Any) -> None:
    """Every phrase finds the data that it needs."""
    for community, cycle in (
        (village(), told()),
        (Community("rt3", "Contoh"), Cycle(FIVE_D, community="rt3")),
    ):
        text = markdown(cycle, community, changes=[CHANGE], audience=audience, language=language)
        assert "{" not in text


def test_what_is_not_recorded_is_said_and_no_chapter_stands_empty() -> None:
    """An empty cycle of an empty community still gives an honest page."""
    community, cycle = Community("rt3", "Contoh"), Cycle(FIVE_D, community="rt3")
    text = markdown(cycle, community)
    for words in (
        "No asset is listed yet.",
        "Nothing is recorded as done.",
        "No claim is recorded.",
        "Nothing is planned yet.",
        "Inhabitants: not stated",
    ):
        assert words in text, words
    assert "> Report" not in text
    chapters = markdown(cycle, community, audience="campus")
    assert "Visions, goals and plans" not in chapters
    assert "Gifts of people: none is recorded yet." in chapters


def test_changes_are_given_with_their_interval_and_their_caveats() -> None:
    """Given ones, and those that follow from the measurements."""
    before, after = {"p1": 3, "zulaikha": 4, "p3": 5}, {"p1": 5, "zulaikha": 5, "p3": 8}
    scores = [
        Measurement("skill", value, wave=wave, person=id)
        for wave, values in (("before", before), ("after", after))
        for id, value in values.items()
    ]
    text = markdown(told().add(*scores), village(), changes=[paired_change([1, 2], [2, 4])])
    assert "## What was measured" in text
    assert (
        "- Skill (unit not stated; higher is better). People measured before and after: 3. Rose: "
        "3, unchanged: 0, fell: 0. Mean before: 4.0, after: 6.0. Mean change: 2.0 (with 95% "
        "confidence between -0.5 and 4.5)."
    ) in text.splitlines()
    assert text.count("> - There is no comparison group") == 1
    assert "Verdict: open." in text
    thin = [paired_change([1], [2]), paired_change([], [])]
    text = markdown(told(), village(), changes=thin)
    assert "how sure that is can not be said" in text
    assert "Nobody was measured both before and after." in text


def test_what_has_to_be_measured() -> None:
    """What is the same for all stands once; what nobody said is not stated."""
    text = markdown(told(), village())
    assert "| Skill: a, b | RKI | twice | a test |" in text
    assert "| Pride | not stated | not stated | not stated |" in text
    only = markdown(
        told(claims=[Claim("x", indicator="skill")], indicators=told().indicators[:1]), village()
    )
    assert "With 2 people measured before and after" in only


def test_invented_things_are_marked_wherever_they_are_printed() -> None:
    """Also people, whose evidence redaction takes away."""
    invented = [Evidence("made up", method="invented")]
    community = village(
        people=[Person("p1", "Budi", evidence=invented, capacities=[abcd.Capacity("sewing")])],
        memberships=[Membership("p1", "rki", evidence=invented)],
        assets=[Asset("a", "Oven", kinds=["physical"], evidence=invented)],
        challenges=[Challenge("Heat", evidence=invented)],
        stories=[],
    )
    cycle = Cycle(
        FIVE_D,
        community="rt3",
        indicators=[Indicator("x", "Joy", evidence=invented)],
        goals=[Goal("g", "Bread", evidence=invented)],
        decisions=[Decision("Which?", ["a"], evidence=invented)],
    ).record("dream.inspire", evidence=invented)
    text = markdown(cycle, community, audience="campus")
    for words in (
        "What is marked (invented) is made up for an example.",
        "People listed: 1 (invented)",
        "members listed: 1 (invented)",
        "Oven (invented)",
        "Skill (invented)",
        "Heat. (invented)",
        "Joy (invented)",
        "Goal: Bread (invented)",
        "Which? (invented)",
        "testimonials) (invented)",
    ):
        assert words in text, words


def test_nobody_who_is_not_listed_is_named() -> None:
    """A name in the place of an id has no consent, and is not printed."""
    cycle = Cycle(
        FIVE_D,
        community="rt3",
        visions=[Vision("Peace", owner=SECRET_NAME)],
        decisions=[Decision("Which?", ["a"], decided_by=[SECRET_NAME])],
    )
    text = markdown(cycle, Community("rt3", "RT 3"), audience="campus")
    assert SECRET_NAME not in text
    assert "- Decided by: somebody not listed" in text.splitlines()
    assert "Owner: somebody not listed." in text


def test_long_tables_say_how_much_more_there_is() -> None:
    """Eight skills and six names are shown."""
    capacities = [abcd.Capacity(f"skill {number:02}", has=True) for number in range(11)]
    community = village(
        people=[Person("p1", "Budi", capacities=capacities)],
        memberships=[],
        stories=[],
        assets=[Asset(f"a{number}", f"Oven {number}", kinds=["physical"]) for number in range(8)],
    )
    cycle = Cycle(FIVE_D, community="rt3")
    text = markdown(cycle, community, audience="campus")
    assert "skill 07" in text
    assert "skill 08" not in text
    assert "\nand 3 more\n" in text
    assert "Oven 5, and 2 more" in text


def test_a_definition_of_ones_own_needs_no_source() -> None:
    """What is not there is not printed."""
    walk = abcd.ActivityDefinition("walk", Labels("Walk", id="Jalan"))
    phase = abcd.PhaseDefinition("listen", [walk], Labels("Listen", id="Dengar"))
    own = abcd.CycleDefinition("own", [phase])
    cycle = Cycle(own, community="rt3").record("listen.walk", on="2024-01-01")
    text = markdown(cycle, village(), audience="campus", language="id")
    assert "Sumber:" not in text
    assert "| Dengar | 1 dari 1 | 0 | 0 |" in text


def test_what_is_outside_all_phases_is_named_by_its_label() -> None:
    """Ids are for programs."""
    cycle = Cycle(FIVE_D, community="rt3").record("research.deliver-training", on="2024-01-01")
    for language, label in (("en", "Training delivery"), ("id", "Pelaksanaan pelatihan")):
        text = markdown(cycle, village(), language=language)  # type: ignore[arg-type]  # a literal
        assert f"{label}." in text
        assert "research.deliver-training" not in text


def test_places_without_area_are_named_without_it() -> None:
    """Nothing is guessed."""
    community = village(places=[Place("k", "Kabupaten Contoh", level="kabupaten")], assets=[])
    text = markdown(Cycle(FIVE_D, community="rt3"), community)
    assert "- Kabupaten Contoh (kabupaten)" in text.splitlines()


def test_html_is_one_page_in_its_language() -> None:
    """A parser finds the same headings, and hostile names as text."""
    hostile = village(assets=[Asset("x", "<img src=x onerror=alert(1)>", kinds=["<b>"])])
    hostile = attrs.evolve(hostile, name="<script>alert(1)</script>")
    tree = html5lib.parse(
        html(told(decisions=[]), hostile, language="id"), namespaceHTMLElements=False
    )
    assert tree.get("lang") == "id"
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "img", "b"}
    assert len(tree.findall("body/h2")) == 5


def test_a_date_may_be_a_date() -> None:
    """Text and date give the same report."""
    day = datetime.date(2024, 2, 9)
    assert markdown(told(), village(), on=day) == markdown(told(), village(), on="2024-02-09")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ({"audience": "paper"}, "audience: found 'paper'; accepted: one of 'village', 'campus' or"),
        ({"language": "nl"}, "language: found 'nl'; accepted: one of 'en' or 'id'"),
        ({"purpose": 3}, "purpose: found int; accepted: text that is not blank, or None"),
        ({"on": "9/2/2024"}, "on: found '9/2/2024'; accepted: a date without time"),
        ({"changes": 3}, "changes: found int; accepted: a list of PairedChange"),
        ({"changes": "ab"}, "changes: found text of 2 characters; accepted: a list of"),
        ({"changes": [3]}, r"changes\[0\]: found int; accepted: a PairedChange"),
        ({"changes": {"a": 3}}, r"changes\[0\]: found int; accepted: a PairedChange"),
        ({"changes": [(" ", CHANGE)]}, r"changes\[0\].name: .* accepted: text that is not blank"),
        ({"changes": {3: CHANGE}}, r"changes\[0\].name: found int; accepted: text"),
    ],
)
def test_wrong_arguments_are_refused(arguments: dict[str, Any], line: str) -> None:
    """Where, what was found, what is accepted."""
    for write in (markdown, html):
        with pytest.raises(InvalidValueError, match=line):
            write(told(), village(), **arguments)


def test_wrong_objects_are_refused() -> None:
    """All at once, with the faults of the other arguments."""
    with pytest.raises(InvalidValueError) as caught:
        markdown(3, None, purpose=" ", changes=[3])  # type: ignore[arg-type]  # that is the point
    assert [fault.path for fault in caught.value.faults] == [
        "purpose",
        "changes[0]",
        "cycle",
        "community",
    ]
