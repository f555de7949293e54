"""Skills however people spell them, and what was asked about each."""

import json
from pathlib import Path
from typing import Any

import pytest

from abcd import Capacity, Community, Person
from abcd.errors import InvalidValueError
from abcd.inventory import Skills, skills
from abcd.inventory.skills import folded

# Case rep-dom-03 of the reports on neighboring tools, with its invented people: ten entries of
# eight skills once outer blanks, case and runs of blanks are folded.
TEACHES = {"t1": " Sewing ", "t2": "C++", "t3": "video  editing", "t4": "Batik tulis"}
LEARNS = {
    "l1": "sewing",
    "l2": "C",
    "l3": "Video Editing",
    "l4": "video-editing",
    "l5": "batik",
    "l6": "sewin",
}


def case() -> Skills:
    """Count the skills of the case."""
    teachers = [
        Person(id, id, capacities=[Capacity(skill, teaches=True)]) for id, skill in TEACHES.items()
    ]
    learners = [
        Person(id, id, capacities=[Capacity(skill, learns=True)]) for id, skill in LEARNS.items()
    ]
    return skills(Community("c", "C", people=teachers + learners))


def of(*people: list[Capacity]) -> Skills:
    """Count the skills of people who name these capacities."""
    named = [
        Person(f"p{place}", "X", capacities=capacities) for place, capacities in enumerate(people)
    ]
    return skills(Community("c", "C", people=named))


def test_ten_entries_name_eight_skills() -> None:
    """As the case expects, with the spelling kept."""
    result = case()
    assert len(result) == 8
    assert result.people == 10
    assert set(result.skills) == {
        "sewing",
        "C++",
        "video editing",
        "Batik tulis",
        "C",
        "video-editing",
        "batik",
        "sewin",
    }


def test_the_case_is_as_it_was_reported(reference_data: Path) -> None:
    """The entries above are those of the report."""
    cases = json.loads((reference_data / "public-reports" / "cases.json").read_text("utf-8"))
    rows = cases["cases"] if isinstance(cases, dict) else cases
    (row,) = [row for row in rows if row["id"] == "rep-dom-03"]
    assert row["input"]["teaches"] == TEACHES
    assert row["input"]["learns"] == LEARNS
    expected = row["expected"]["distinct_skills"]["trim, case and inner spaces folded"]
    assert len(case()) == expected


def test_teachers_and_learners_of_one_skill_meet() -> None:
    """Sewing and video editing; C and C++ stay two skills."""
    result = case()
    both = [row["skills"] for row in result if row["teaches"] and row["learns"]]
    assert both == ["sewing", "video editing"]
    assert result["C"]["teaches"] == 0
    assert result["C++"]["learns"] == 0
    assert (result["sewing"]["spellings"], result["C"]["spellings"]) == (2, 1)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Sewing ", "sewing", True),
        ("video\u00a0\t editing", "Video Editing", True),
        ("cafe\u0301", "CAF\u00c9", True),
        ("Stra\u00dfe", "STRASSE", True),
        (
            "\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2",
            "\u03a3\u038a\u03a3\u03a5\u03a6\u039f\u03a3",
            True,
        ),
        ("\u1f80", "\u1f00\u03b9", True),
        ("C", "C++", False),
        ("C#", "C", False),
        ("video-editing", "video editing", False),
        ("sewin", "sewing", False),
        ("batik", "batik tulis", False),
        ("cafe", "caf\u00e9", False),
    ],
)
def test_folding_keeps_what_carries_meaning(left: str, right: str, same: bool) -> None:
    """Case, blanks and composition carry none; punctuation, accents and letters do."""
    assert (folded(left) == folded(right)) is same


def test_the_spelling_shown_is_the_one_used_most() -> None:
    """Of equally frequent ones the one without capitals, else the first."""
    assert of([Capacity("SEWING")], [Capacity("Sewing")], [Capacity("Sewing")]).skills == (
        "Sewing",
    )
    assert of([Capacity("Sewing")], [Capacity("sewing")]).skills == ("sewing",)
    assert of([Capacity("SEWING")], [Capacity("Sewing")]).skills == ("SEWING",)
    assert of([Capacity("  Video   Editing ")]).skills == ("Video Editing",)


def test_rows_come_by_how_many_named_them() -> None:
    """Then by spelling."""
    result = of(
        [Capacity("weaving"), Capacity("sewing")], [Capacity("sewing")], [Capacity("baking")]
    )
    assert result.skills == ("sewing", "baking", "weaving")
    assert result.named == (2, 1, 1)


@pytest.mark.parametrize(
    ("answers", "has", "not_asked"),
    [
        ([True, False], 1, 0),
        ([False, True], 1, 0),
        ([None, True], 1, 0),
        ([None, False], 0, 0),
        ([False, None], 0, 0),
        ([None, None], 0, 1),
        ([False], 0, 0),
        ([True, True], 1, 0),
    ],
    ids=str,
)
@pytest.mark.parametrize("question", ["has", "teaches", "learns"])
def test_a_person_counts_once_with_the_strongest_answer(
    answers: list[bool | None], has: int, not_asked: int, question: str
) -> None:
    """A yes wins over a no, and a no over not being asked; the other questions stay open."""
    fields: list[dict[str, Any]] = [{question: answer} for answer in answers]
    result = of([Capacity(f"Sewing{' ' * place}", **row) for place, row in enumerate(fields)])
    row = result["Sewing"]
    assert (row["named"], row[question], row[f"{question}_not_asked"]) == (1, has, not_asked)
    for other in {"has", "teaches", "learns"} - {question}:
        assert (row[other], row[f"{other}_not_asked"]) == (0, 1)


def test_nobody_who_names_a_skill_is_no_row() -> None:
    """People without capacities are not counted as people who named any."""
    result = of([], [])
    assert (len(result), result.people, result.columns()["skills"]) == (0, 0, [])
    assert str(result)


@pytest.mark.parametrize("junk", [None, 3, "community", {}, []], ids=repr)
def test_only_a_community_has_skills(junk: Any) -> None:
    """Anything else is refused by name."""
    with pytest.raises(InvalidValueError, match=r"^community: .*; accepted: a Community$"):
        skills(junk)
