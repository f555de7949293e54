"""The report for a paper: every number by its standard name, and every limit."""

from typing import Any

import pytest

from abcd import (
    FIVE_D,
    Claim,
    Community,
    Consent,
    Cycle,
    Evidence,
    Indicator,
    Measurement,
    Person,
)
from abcd.impact import paired_change
from abcd.report import markdown

LANGUAGES = ("en", "id")


def people(number: int = 3) -> Community:
    """Give an invented community of which the first agreed to be named."""
    listed = [
        Person(f"p{n}", f"Name {n}", consents=[Consent(["paper"])] if n == 0 else [])
        for n in range(number)
    ]
    return Community("rt3", "RT 3", people=listed)


def cycle(**fields: Any) -> Cycle:
    """Give an invented cycle."""
    return Cycle(FIVE_D, community="rt3", **fields)


def report(own: Cycle, **arguments: Any) -> list[str]:
    """Write the report and return its lines."""
    return markdown(own, people(), audience="journal", **arguments).splitlines()


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        (
            "en",
            (
                "Setting Design Program Participants Measures Analysis Results Limitations "
                "Data and consent"
            ),
        ),
        (
            "id",
            (
                "Latar Rancangan Program Peserta Pengukuran Analisis Hasil Keterbatasan "
                "Data dan persetujuan"
            ),
        ),
    ],
)
def test_its_chapters(language: Any, headings: str) -> None:
    """The order of a paper; each is there, even where there is nothing to report."""
    lines = report(cycle(), language=language)
    assert " ".join([line[3:] for line in lines if line.startswith("## ")]) == headings


def test_without_data_it_says_so() -> None:
    """No effect, no test, no measure, nobody named."""
    lines = report(cycle())
    for line in (
        (
            "No change of the same people is measured: this describes a program, and can not "
            "speak of its effect."
        ),
        "There are no scores of the same people before and after, so nothing was tested.",
        "No indicator is recorded, and no change is given.",
        "No claim is recorded.",
        "- Took part, largest headcount at one entry: not stated",
        "- No purpose is stated, so nobody is named.",
        "- People who agreed to be named: 0 of 3.",
        "- Where the data can be had is not stated.",
    ):
        assert line in lines, line


def test_every_number_of_a_change_by_its_standard_name() -> None:
    """Student's sleep data, Student (1908), table I: t(9) = 4.0621, p = 0.002833."""
    before = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
    after = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    lines = report(cycle(), changes={"Hours of sleep gained": paired_change(before, after)})
    for line in (
        "### Hours of sleep gained",
        "| People analyzed (n) | 10 |",
        # Means 0.75 and 2.33, mean change 1.58, SD 1.229995, interval 0.70011 to 2.45989: domain
        # reference 4.1, R's documented output. SDs 1.789 and 2.002: R, sd(extra) by group.
        "| Mean before (SD) | 0.750 (1.789) |",
        "| Mean after (SD) | 2.330 (2.002) |",
        "| Mean change, 95% interval | 1.580, 0.700 to 2.460 |",
        "| SD of the changes | 1.230 |",
        "| Paired t test | t(9) = 4.06, p = 0.003 |",
        "| Rose, unchanged, fell | 9, 1, 0 |",
        # W+ = 45 of 9 nonzero differences, all positive: exact two-sided p = 2/2^9 = 0.0039.
        (
            "| Wilcoxon signed-rank test (exact; zero differences: wilcox) | W+ = 45, W- = 0, p = "
            "0.004 |"
        ),
        "| Sign-flip test of the mean (exact) | p = 0.004 |",
        # d_z 1.284558 times J(9) = 0.9139 (exact): 1.174.
        "| Hedges' g_z (standardized by the SD of the changes) | 1.17 |",
        "| Matched-pairs rank-biserial correlation | 1.00 |",
    ):
        assert line in lines, line
    assert not any("Normalized gain" in line for line in lines)


def test_what_can_not_be_had_is_not_estimable() -> None:
    """One pair, and no pair."""
    one, none = paired_change([1], [3], maximum=5), paired_change([], [])
    lines = report(cycle(), changes={"One": one, "None": none})
    text = "\n".join(lines)
    of_one = text.partition("\n### One\n")[2].partition("\n### ")[0]
    of_none = text.partition("\n### None\n")[2].partition("\n### ")[0]
    assert "| Mean change, 95% interval | 2.00; interval not estimable |" in of_one
    assert "| Paired t test | not estimable |" in of_one
    # (3 - 1) / (5 - 1).
    assert "| Normalized gain of the mean (Hake) | 0.50 |" in of_one
    assert "| Mean before (SD) | not estimable (not estimable) |" in of_none
    assert "| Mean change, 95% interval | not estimable |" in of_none
    assert "| Sign-flip test of the mean (exact) | not estimable |" in of_none
    assert "(exact; zero differences: wilcox) | not estimable |" in of_none
    assert "- Measures tested: 2. The p values are not adjusted for that." in lines
    assert "- None: There is no complete pair: nothing can be estimated." in lines


def test_participants_and_who_was_lost() -> None:
    """Before, after, both; those who were not measured again with their share."""
    own = cycle(
        indicators=[Indicator("a", "Apples"), Indicator("b", "Bees"), Indicator("c", "Cats")]
    ).add(
        *[Measurement("a", n, wave="before", person=f"p{n}") for n in range(3)],
        *[Measurement("a", n + 2, wave="after", person=f"p{n}") for n in range(1, 3)],
        Measurement("b", 1, wave="before", person="p0"),
        Measurement("b", 1, wave="later", person="p1"),
        Measurement("b", 1, wave="before", person="p9"),
    )
    given = paired_change([1, 2, None], [2, 3, 4], missing="omit")
    lines = report(own.record("dream.inspire", headcount={"women": 3}), changes={"Given": given})
    for line in (
        (
            "| Measure | Measured before | Measured after | Both, analyzed | Not measured again "
            "| Left out, a score missing |"
        ),
        "| Given | 3 | 3 | 2 | 0 of 3 (0%) | 1 |",
        "| Apples | 3 | 2 | 2 | 1 of 3 (33%) | 0 |",
        "| Bees | 1 | 0 | 0 | 1 of 1 (100%) | 0 |",
        "| Cats | 0 | 0 | 0 | 0 | 0 |",
        "- Took part, largest headcount at one entry: 3",
        "- women: 3 at most",
    ):
        assert line in lines, line


def test_measures_with_their_scales() -> None:
    """Unit, scale, direction, instrument, moments and level, or that nobody stated them."""
    invented = [Evidence("made up", method="invented")]
    own = cycle(
        indicators=[
            Indicator(
                "a",
                "Apples",
                unit="kg",
                direction="down",
                minimum=0,
                maximum=0.05,
                instrument="scales",
                of_whom="the four",
                when="daily",
                level="behavior",
                facets=["red", "green"],
                evidence=invented,
            ),
            Indicator("b", "Bees", minimum=1),
            Indicator("c", "Cats", maximum=9),
        ]
    )
    lines = report(own)
    for line in (
        (
            "| Apples: red, green (invented) | kg | 0 to 0.05 | lower | scales | the four | daily "
            "| behavior |"
        ),
        (
            "| Bees | not stated | from 1 | higher | not stated | not stated | not stated | not "
            "stated |"
        ),
        (
            "| Cats | not stated | up to 9 | higher | not stated | not stated | not stated | not "
            "stated |"
        ),
    ):
        assert line in lines, line


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_caveat_is_a_limitation(language: Any) -> None:
    """In one chapter, each once, those of the gain among them, and no aside anywhere else."""
    change = paired_change([1, 2, 3, 3, 5], [2, 2, 3, 5, 4], maximum=5)
    assert change.gain is not None
    assert change.gain.caveats
    own = cycle(indicators=[Indicator("a", "A")], claims=[Claim("Better", indicator="a")])
    lines = report(own, changes=[change], language=language)
    title = {"en": "## Limitations", "id": "## Keterbatasan"}[language]
    start = lines.index(title)
    chapter = [line[2:].replace("\\", "") for line in lines[start:] if line.startswith("- ")]
    for caveat in (*change.caveats, *change.gain.caveats):
        message = caveat.message(language)
        fields = ", ".join(caveat.data.get("fields", ()))
        assert chapter.count(message.replace(f" ({fields})", "")) == 1
    assert not any(line.startswith("> - ") for line in lines)


def test_designs_are_told_apart() -> None:
    """A then-test is no measurement before; where both are, each is named."""
    now, then = paired_change([1, 2], [2, 4]), paired_change([1, 2], [2, 4], design="retrospective")
    prospective = (
        "The same people measured before and after, in one group without a comparison group."
    )
    retrospective = (
        "The same people, in one group without a comparison group; the scores before were given "
        "afterwards, from memory."
    )
    assert prospective in report(cycle(), changes={"Now": now})
    assert retrospective in report(cycle(), changes={"Then": then})
    both = report(cycle(), changes={"Now": now, "Then": then})
    assert f"- Now: {prospective}" in both
    assert f"- Then: {retrospective}" in both


def test_consent_and_invention_are_stated() -> None:
    """For which purpose, how many, and how many people are made up."""
    made_up = Person("p3", "X", evidence=[Evidence("made up", method="invented")])
    lines = markdown(
        cycle(), people().add(made_up), audience="journal", purpose="paper"
    ).splitlines()
    assert "- Consents were judged for the purpose 'paper'." in lines
    assert "- People who agreed to be named: 1 of 4." in lines
    assert "- Invented for an example: 1 of 4 people. Nothing about them is a finding." in lines


def test_methods_are_named_in_indonesian_too() -> None:
    """Sampled and asymptotic tests say so."""
    many = paired_change(
        [0.123 * n for n in range(60)],
        [0.123 * n + (n % 7 - 2) * 1.01 for n in range(60)],
        wilcoxon_method="asymptotic-continuity",
        rng=1,
    )
    text = "\n".join(report(cycle(), changes=[many], language="id"))
    assert "asimtotik, dengan koreksi kontinuitas; selisih nol: wilcox" in text
    assert "| Uji pembalikan tanda (" in text
