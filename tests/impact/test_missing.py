"""Missing items: by question and by person."""

from typing import Any

import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.impact import missing_items

from .published import unexplained


def test_counts_by_hand() -> None:
    """Four people, three questions; one answered nothing."""
    gaps = missing_items(
        {"rice": [3, 4, 2, None], "debt": [None, 2, float("nan"), None], "trust": [5, 4, 4, None]}
    )
    assert gaps.answered == (3, 1, 3)
    assert gaps.missing == (1, 3, 1)
    assert gaps.shares == pytest.approx([0.25, 0.75, 0.25])
    assert (gaps.complete, gaps.partial, gaps.empty, gaps.share_complete) == (1, 2, 1, 0.25)
    assert [caveat.code for caveat in gaps.caveats] == ["items-often-missing", "people-incomplete"]
    assert gaps.caveats[0].data["items"] == ("rice", "debt", "trust")


def test_somebody_who_is_not_in_a_mapping_did_not_answer() -> None:
    """By id, forms may hold different people."""
    gaps = missing_items({"q1": {"p1": 1, "p2": 2}, "q2": {"p2": 2, "p3": 4}})
    assert (gaps.n, gaps.complete, gaps.missing) == (3, 1, (1, 1))


def test_complete_answers_need_no_caveat() -> None:
    """Nothing is missing, nothing is said."""
    assert missing_items({"q1": [1, 2], "q2": [2, 1]}).caveats == ()


@pytest.mark.parametrize("answers", [{}, {"q1": []}, {"q1": {}, "q2": {}}], ids=str)
def test_nobody_is_explained(answers: Any) -> None:
    """No people, no shares."""
    gaps = missing_items(answers)
    assert gaps.share_complete is None
    assert np.isnan(gaps.shares).all()
    assert unexplained(gaps, set()) == set()


@pytest.mark.parametrize(
    ("answers", "match"),
    [
        ({"q1": [1, 2], "q2": [1]}, r"answers\['q2'\]: found 1 values; accepted: 2"),
        ({"q1": {"p1": 1}, "q2": [1]}, r"answers\['q2'\]: found values by position"),
        ({"q1": ["x"]}, r"answers\['q1'\]\[0\]: found 'x'"),
        ([1], "answers: found a list"),
    ],
)
def test_what_does_not_fit_is_refused(answers: Any, match: str) -> None:
    """The item and what it accepts are named."""
    with pytest.raises(InvalidValueError, match=match):
        missing_items(answers)
