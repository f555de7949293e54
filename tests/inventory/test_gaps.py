"""What nobody asked: counted by hand in `village.py`."""

import pytest

from abcd import Asset, Capacity, Community, Person
from abcd.inventory.gaps import never_asked

from .village import VILLAGE


@pytest.mark.parametrize(
    ("question", "open_", "total", "denominator"),
    [
        ("asset.kinds", 1, 6, "assets"),
        ("asset.control", 2, 6, "assets"),
        ("asset.holder", 1, 6, "assets"),
        ("asset.place", 1, 6, "assets"),
        ("asset.named_by", 6, 6, "assets"),
        ("asset.reviewed_on", 6, 6, "assets"),
        ("person.capacities", 2, 4, "people"),
        ("person.demographics", 4, 4, "people"),
        ("person.home", 4, 4, "people"),
        ("capacity.has", 2, 5, "capacities"),
        ("capacity.teaches", 4, 5, "capacities"),
        ("capacity.learns", 4, 5, "capacities"),
    ],
)
def test_open_questions_are_counted(
    question: str, open_: int, total: int, denominator: str
) -> None:
    """How often there is no answer, out of how many of what."""
    row = never_asked(VILLAGE)[question]
    assert (row["open"], row["total"], row["denominator"]) == (open_, total, denominator)
    assert row["share"] == open_ / total


def test_every_question_is_in_the_list_and_worded() -> None:
    """Twelve rows, each with words."""
    result = never_asked(VILLAGE)
    assert len(result) == len(set(result.questions)) == len(set(result.words)) == 12
    assert result.caveats == ()


def test_a_no_is_an_answer() -> None:
    """Only None is none."""
    capacity = Capacity("x", has=False, teaches=False, learns=False)
    result = never_asked(
        Community("c", "C", people=[Person("p", "P", capacities=[capacity], demographics={"a": 0})])
    )
    for question in ("capacity.has", "capacity.teaches", "capacity.learns", "person.demographics"):
        assert result[question]["open"] == 0


def test_shares_without_denominator_are_named() -> None:
    """Each group that is empty has its caveat; the others keep their shares."""
    result = never_asked(Community("c", "C", assets=[Asset("a", "A")]))
    assert result["asset.kinds"]["share"] == 1.0
    assert result["person.home"]["share"] is None
    assert [dict(caveat.data) for caveat in result.caveats] == [
        {"denominator": "people", "fields": ("share",)},
        {"denominator": "capacities", "fields": ("share",)},
    ]
