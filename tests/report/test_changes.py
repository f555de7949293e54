"""Measured changes in reports: of what, in which unit, how much, and each once."""

from typing import Any

import attrs
import pytest

from abcd import FIVE_D, Claim, Community, Consent, Cycle, Evidence, Indicator, Measurement, Person
from abcd.impact import PairedChange, evaluate, paired_change
from abcd.report import Audience, markdown

BEFORE = {"p1": 3, "p2": 4, "p3": 5, "p4": 2}
AFTER = {"p1": 5, "p2": 5, "p3": 8, "p4": 2}
AUDIENCES: tuple[Audience, ...] = ("village", "campus", "journal")
UNTOLD = "Of which nobody said what it is"


def people() -> Community:
    """Give an invented community of four."""
    names = ("Ani", "Budi", "Citra", "Dewi Lestari")
    listed = [Person(f"p{number}", name) for number, name in enumerate(names, start=1)]
    return Community("rt3", "RT 3", people=listed)


def indicator(**fields: Any) -> Indicator:
    """Give an invented indicator."""
    return Indicator("waste", "Waste burnt", **{"unit": "kg a week", "direction": "down", **fields})


def cycle(*measured: Measurement, **fields: Any) -> Cycle:
    """Give an invented cycle with one indicator."""
    return Cycle(FIVE_D, community="rt3", **{"indicators": [indicator()], **fields}).add(*measured)


def scores() -> list[Measurement]:
    """Give the scores of both waves."""
    return [
        Measurement("waste", value, wave=wave, person=person)
        for wave, values in (("before", BEFORE), ("after", AFTER))
        for person, value in values.items()
    ]


def change(**arguments: Any) -> PairedChange:
    """Judge the same scores without a cycle."""
    return paired_change(BEFORE, AFTER, **arguments)


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"waste": change()}, "- Waste burnt (in kg a week; lower is better). People measured"),
        ({"Waste burnt": change()}, "- Waste burnt (in kg a week; lower is better). People"),
        ({"Test of March": change()}, "- Test of March. People measured before and after: 4."),
        ([("Test of March", change())], "- Test of March. People measured before and after: 4."),
        ([["Test of March", change()]], "- Test of March. People measured before and after: 4."),
        ([change()], f"- {UNTOLD}. People measured before and after: 4."),
    ],
)
def test_a_change_says_what_was_measured(changes: Any, line: str) -> None:
    """By its own name, or with the unit and the better direction of the indicator it names."""
    assert line in markdown(cycle(), people(), changes=changes)


def test_the_line_of_a_change_in_both_languages() -> None:
    """Numbers by hand: changes 2, 1, 3, 0; mean 1.5, SD 1.291; t(.975, 3) = 3.182; 1.5 +- 2.05."""
    changes = {"waste": change()}
    assert (
        "- Waste burnt (in kg a week; lower is better). People measured before and after: 4. Rose: "
        "3, unchanged: 1, fell: 0. Mean before: 3.5, after: 5.0. Mean change: 1.5 (with 95% "
        "confidence between -0.6 and 3.6)."
    ) in markdown(cycle(), people(), changes=changes).splitlines()
    assert (
        "- Waste burnt (dalam kg a week; makin rendah makin baik). Orang yang diukur sebelum dan "
        "sesudah: 4. Naik: 3, tetap: 1, turun: 0. Rata-rata sebelum: 3,5, sesudah: 5,0. Rata-rata "
        "perubahan: 1,5 (dengan tingkat kepercayaan 95% antara -0,6 dan 3,6)."
    ) in markdown(cycle(), people(), changes=changes, language="id").splitlines()


def test_an_indicator_without_unit_says_so() -> None:
    """Points are not guessed."""
    own = cycle(indicators=[indicator(unit=None, direction="up")])
    text = markdown(own, people(), changes={"waste": change()})
    assert "- Waste burnt (unit not stated; higher is better)." in text
    assert "points" not in text


@pytest.mark.parametrize("audience", AUDIENCES)
def test_changes_of_the_cycle_that_are_given_again_stand_once(audience: Any) -> None:
    """Without a name, under the id and under the name of the indicator."""
    own, community = cycle(*scores()), people()
    found = evaluate(own, community)
    alone = markdown(own, community, audience=audience)
    assert alone.count("in kg a week; lower is better") == 1
    for given in (
        found.changes,
        list(found.changes),
        dict(zip(found.change_of, found.changes, strict=True)),
        {"Waste burnt": found.changes[0]},
    ):
        assert markdown(own, community, audience=audience, changes=given) == alone


def test_the_same_change_stands_once_whatever_was_drawn_at_random() -> None:
    """A seed of its own makes no other change, and neither does an id that is redacted."""
    community = Community("rt3", "RT 3", people=[Person(f"ani-{n}", f"Ani {n}") for n in range(4)])
    own = cycle(
        *[
            Measurement("waste", value, wave=wave, person=f"ani-{n}")
            for wave, values in (("before", BEFORE), ("after", AFTER))
            for n, value in enumerate(values.values())
        ],
    )
    (found,) = evaluate(own, community).changes
    text = markdown(own, community, changes=[attrs.evolve(found, seed=7)])
    assert text.count("People measured before and after") == 1


def test_other_analyses_and_other_measures_stand_beside_it() -> None:
    """Another level of confidence is another answer; another name is another measure."""
    own, community = cycle(*scores()), people()
    text = markdown(own, community, changes=[change(confidence=0.999)])
    assert "with 99.9% confidence between" in text
    assert "with 95% confidence between" in text
    text = markdown(own, community, changes={"Test of March": change()})
    assert "- Test of March. People" in text
    assert "- Waste burnt (in" in text


def test_invented_values_are_counted() -> None:
    """What rests on made-up scores says so; scores that were given are not known to be."""
    made_up = [Evidence("made up", method="invented")]
    first, *others = scores()
    own = cycle(attrs.evolve(first, evidence=made_up), *others)
    text = markdown(own, people(), changes={"waste": change(confidence=0.9)})
    line = "- Waste burnt (in kg a week; lower is better)"
    assert f"{line} (invented values: 1 of 8). People" in text
    assert f"{line}. People" in text


def test_names_of_changes_are_redacted() -> None:
    """A name without consent does not slip out through the name of a change, nor an indicator."""
    told = cycle(
        indicators=[Indicator("dewi", "Joy of Dewi Lestari")],
        claims=[Claim("Dewi Lestari is glad", indicator="dewi")],
    )
    community = people()
    agreed = Person("p4", "Dewi Lestari", consents=[Consent(["map"])])
    changes = {"Test by Dewi Lestari": change(), "dewi": change(design="retrospective")}
    for audience in AUDIENCES:
        text = markdown(told, community, changes=changes, audience=audience, purpose="map")
        assert "Lestari" not in text
        assert "dewi" not in text.casefold()
        assert "Test by [redacted]" in text
        assert "Joy of [redacted] (unit not stated" in text
        named = markdown(
            told, community.replace(agreed), changes=changes, audience=audience, purpose="map"
        )
        assert "Test by Dewi Lestari" in named
        assert "Joy of Dewi Lestari" in named


@pytest.mark.parametrize(
    ("scale", "line"),
    [
        # 0 to 1 in steps of .01: changes .02, .01, .03, 0.
        (100, "Mean before: 0.035, after: 0.050. Mean change: 0.015"),
        # Rupiah: changes 2, 1, 3 and 0 millions; scores are whole rupiah.
        (1e-6, "Mean before: 3,500,000, after: 5,000,000. Mean change: 1,500,000"),
    ],
)
def test_numbers_keep_the_digits_that_their_scale_needs(scale: float, line: str) -> None:
    """A small scale is not rounded to nothing, and money has no decimals."""
    small = paired_change(
        {key: value / scale for key, value in BEFORE.items()},
        {key: value / scale for key, value in AFTER.items()},
        resolution=1 / scale if scale > 1 else 1.0,
    )
    assert line in markdown(cycle(), people(), changes=[small])


def test_what_holds_for_one_change_names_it_and_what_holds_for_all_stands_once() -> None:
    """The others can not be taken for it."""
    one = paired_change({"a": 1, "b": 2, "c": 4, "d": 5}, {"a": 2, "b": 4, "c": 5, "e": 5})
    text = markdown(cycle(), people(), changes={"One": one, "Two": change()}, audience="campus")
    assert text.count("> - There is no comparison group") == 1
    assert "> - One: People with a score before only: 1; after only: 1." in text
    assert "> - One, Two:" not in text
