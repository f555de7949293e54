"""Whom an outcome overrules: distances, first choices, silence."""

import itertools
from typing import Any

import numpy as np
import pytest
from scipy import stats

from abcd.errors import InvalidValueError, UnknownIdError
from abcd.potential import Ballots, Dissent, aggregate, dissent, tally

SAID: dict[str, Any] = {
    "ayu": ["A", "B", "C", "D"],
    "budi": ["D", "C", "B", "A"],
    "citra": [["A", "B"], "C"],
    "dewi": None,
    "eko": ["Z"],
}


def codes(found: Dissent) -> list[str]:
    """Return the codes of all caveats."""
    return [caveat.code for caveat in found.caveats]


def test_a_map_of_dissent() -> None:
    """Fagin et al. (2004): a pair tied in one order counts half."""
    found = dissent(SAID, ["A", "B", "C", "D"], unranked="no_opinion")
    assert found.voters == ("ayu", "budi", "citra", "dewi", "eko")
    np.testing.assert_allclose(found.distances, [0, 1, 0.5 / 3, np.nan, np.nan])
    assert found.overruled == (0, 6, 0, 0, 0)
    assert found.compared == (6, 6, 3, 0, 0)
    assert found.first_choices == (("A",), ("D",), ("A", "B"), (), ("Z",))
    assert found.first_met == (True, False, True, None, False)
    assert (found.chosen, found.n) == (("A",), 4)
    assert codes(found) == ["abstentions", "distances-unknown", "first-choice-not-met"]
    assert [dict(caveat.data) for caveat in found.caveats] == [
        {"count": 1, "total": 5},
        {"count": 2, "total": 5, "fields": ("distances",)},
        {"count": 2, "total": 4},
    ]


def test_the_order_of_voters_stays_as_given() -> None:
    """No report orders persons: not by distance, not by name."""
    said = {"z": ["B", "A"], "a": ["A", "B"], "m": ["B", "A"]}
    assert dissent(said, ["A", "B"]).voters == ("z", "a", "m")


def test_distances_are_those_of_kendall() -> None:
    """scipy: without ties tau is 1 - 2 distance."""
    for order in itertools.permutations("ABCD"):
        found = dissent([list(order)], list("ABCD"))
        places = [order.index(option) for option in "ABCD"]
        tau = stats.kendalltau([0, 1, 2, 3], places).statistic
        assert found.distances[0] == pytest.approx((1 - tau) / 2, abs=1e-12)
        assert found.caveats == () or codes(found) == ["first-choice-not-met"]


def test_the_outcome_may_be_a_result() -> None:
    """An aggregation with tied firsts; or what is carried out is said."""
    said = [["A", "B"], ["B", "A"]]
    found = dissent(said, aggregate(said))
    assert (found.chosen, found.distances.tolist()) == (("A", "B"), [0.5, 0.5])
    assert found.first_met == (True, True)
    assert dissent(said, aggregate(said), chosen=["B"]).first_met == (False, True)
    assert dissent(said, ["A", "B"], chosen=[]).first_met == (False, False)


def test_nobody_and_no_outcome() -> None:
    """Defined: no rows; or nothing chosen."""
    assert (len(dissent([], ["A"])), dissent({}, ["A"]).caveats) == (0, ())
    empty = dissent([["A", "B"]], [])
    assert (empty.chosen, empty.first_met) == ((), (False,))
    assert np.isnan(empty.distances).all()


@pytest.mark.parametrize(
    ("outcome", "chosen", "message"),
    [
        (None, None, r"outcome: found None; accepted: ids, the best first"),
        ("A", None, r"outcome: found 'A'"),
        (["A", "A"], None, r"outcome\[1\]: found the id 'A' again"),
        (["A"], "A", r"chosen: found 'A'"),
        (3, [None], r"2 faults"),
    ],
)
def test_outcomes_that_can_not_be_read(outcome: Any, chosen: Any, message: str) -> None:
    """Refused by name, all at once."""
    with pytest.raises(InvalidValueError, match=message):
        dissent(SAID, outcome, chosen=chosen)


def test_what_is_left_out_counts_as_in_the_outcome() -> None:
    """Below all that was named, for the voter and for the outcome; or as no opinion."""
    said = {"ayu": ["path"], "budi": ["oven", "path"]}
    last = dissent(said, ["oven", "path"])
    assert (last.unranked, last.distances.tolist(), last.overruled) == ("last", [1, 0], (1, 0))
    none = dissent(said, aggregate(said, unranked="no_opinion"))
    assert (none.unranked, none.overruled, none.compared) == ("no_opinion", (0, 0), (0, 1))
    assert dissent(said, aggregate(said)).unranked == "last"
    # What only the outcome or only a voter names is last for the other.
    found = dissent([["A"]], ["B"])
    assert (found.overruled, found.compared) == ((1,), (1,))
    assert dissent([["A"]], aggregate([["A"]], options=["A", "C"])).compared == (1,)


def test_a_tie_overrules_nobody_and_is_said() -> None:
    """The pair is left open for all who order it."""
    found = dissent([["A", "B"], ["B", "A"], [["A", "B"]]], [["A", "B"]])
    assert (found.overruled, found.left_open) == ((0, 0, 0), (1, 1, 0))
    assert [(one.code, dict(one.data)) for one in found.caveats] == [
        ("outcome-tied", {"count": 2, "total": 3})
    ]


def test_a_misspelt_choice_overrules_nobody() -> None:
    """It is refused, with the nearest option."""
    with pytest.raises(UnknownIdError, match=r"chosen\[0\]: found 'aa'; accepted: one of .*'a'"):
        dissent([["a", "b"]], ["a", "b"], chosen=["aa"])


@pytest.mark.parametrize(
    ("kind", "votes", "distances", "firsts", "met"),
    [
        ("dots", [{"A": 2, "B": 1}, {"C": 1}], [0, 2.5 / 3], [("A",), ("C",)], (True, False)),
        ("approval", [["A", "B"], ["C"]], [0.5 / 3, 2.5 / 3], [("A", "B"), ("C",)], (True, False)),
        ("veto", [["A"], []], [2.5 / 3, 1.5 / 3], [("B", "C"), ("A", "B", "C")], (False, True)),
        ("rating", [{"A": 5, "B": 1}, {"B": 3, "A": 2}], [0, 1], [("A",), ("B",)], (True, False)),
        ("ranking", [["A", "B"], ["C"]], [0, 2.5 / 3], [("A",), ("C",)], (True, False)),
    ],
)
def test_ballots_of_each_kind_have_a_map(
    kind: Any, votes: Any, distances: Any, firsts: Any, met: Any
) -> None:
    """By hand, beside A, B, C: a pair tied in one order counts half, an opposite one whole."""
    cast = Ballots(
        kind, ["A", "B", "C"], {"ayu": votes[0], "budi": votes[1], "citra": None, "x": 3}
    )
    found = dissent(cast, ["A", "B", "C"])
    assert found.voters == ("ayu", "budi", "citra")
    np.testing.assert_allclose(found.distances, [*distances, np.nan])
    assert found.first_choices == (*firsts, ())
    assert found.first_met == (*met, None)
    assert found.unranked == ("no_opinion" if kind == "rating" else "last")
    assert codes(found)[:2] == ["ballots-set-aside", "abstentions"]
    assert dissent(cast, tally(cast)).n == 2


def test_a_result_without_ranks_is_no_outcome() -> None:
    """Though it has rows of options."""
    with pytest.raises(InvalidValueError, match=r"outcome: found Dissent; accepted: ids, the best"):
        dissent(SAID, dissent(SAID, ["A"]))
