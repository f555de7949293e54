"""Ballots counted: each kind, spoiled and blank ones, turnout."""

import math
from typing import Any

import numpy as np
import pytest

import abcd
from abcd.errors import InvalidValueError
from abcd.potential import Ballots, Tally, aggregate, dissent, tally

OPTIONS = ["oven", "path", "pond"]


def codes(found: Any) -> list[str]:
    """Return the codes of all caveats."""
    return [caveat.code for caveat in found.caveats]


def why(found: Tally) -> list[str]:
    """Return the faults as text."""
    return [str(fault) for fault in found.faults]


# --- one kind each -------------------------------------------------------------------------------


def test_dots_are_added() -> None:
    """A ballot with too many is spoiled as a whole."""
    votes: dict[str, Any] = {
        "a": {"oven": 2, "path": 1},
        "b": {"path": 3},
        "c": {"oven": 4},
        "d": {"oven": 1.5},
        "e": {"oven": -1},
        "f": {"oven": 1, "pond": 0},
        "g": {"oven": 0},
        "h": ["oven"],
        "i": {"bridge": 1},
        "j": {"oven": "2"},
        "k": {"oven": None},
        "l": 0,
        "m": {"oven": 1e300},
    }
    found = tally(Ballots("dots", OPTIONS, votes, dots=3, headcount=26))
    assert found.scores.tolist() == [3, 4, 0]
    assert found.ranks.tolist() == [2, 1, 3]
    assert found.marked_by == (2, 2, 0)
    assert (found.kind, found.method, found.first) == ("dots", "most dots", ("path",))
    assert (found.n, found.blank, found.cast, found.invited) == (3, 2, 13, 26)
    assert found.turnout == 0.5
    assert found.set_aside == ("c", "d", "e", "h", "i", "j", "l", "m")
    assert why(found) == [
        "votes['c']: found 4 dots; accepted: at most 3",
        "votes['d']['oven']: found 1.5; accepted: a whole number of dots from 0",
        "votes['e']['oven']: found -1.0; accepted: a whole number of dots from 0",
        "votes['h']: found a list of 1; accepted: a mapping {option: number}",
        "votes['i']: found 'bridge'; accepted: one of the options: 'oven', 'path' or 'pond'",
        "votes['j']['oven']: found '2'; accepted: a number below 1e+300 in size, or None",
        "votes['l']: found 0; accepted: a mapping {option: number}",
        "votes['m']['oven']: found 1e+300; accepted: a number below 1e+300 in size, or None",
    ]
    assert codes(found) == ["ballots-set-aside", "abstentions"]
    assert dict(found.caveats[0].data) == {"count": 8, "total": 13}
    assert abcd.from_dict(abcd.to_dict(found), Tally) == found


def test_approvals_are_counted() -> None:
    """Approving nothing is a blank ballot."""
    votes: dict[str, Any] = {
        "a": ["oven", "path"],
        "b": ["path"],
        "c": [],
        "d": None,
        "e": [["oven", "path"]],
        "f": {"oven": 1},
        "g": ["oven", "oven"],
    }
    found = tally(Ballots("approval", OPTIONS, votes, headcount=7))
    assert found.scores.tolist() == [1, 2, 0]
    assert (found.n, found.blank, found.set_aside) == (2, 2, ("e", "f", "g"))
    assert why(found) == [
        "votes['e']: found a list inside the list; accepted: a list of options",
        "votes['f']: found a dict of 1; accepted: a list of options",
        "votes['g'][1]: found the id 'oven' again; accepted: each id once",
    ]


def test_the_fewest_vetoes_come_first() -> None:
    """Objecting to nothing is a ballot; no ballot is none."""
    votes = {"a": ["oven", "pond"], "b": ["oven"], "c": [], "d": None}
    found = tally(Ballots("veto", OPTIONS, votes, headcount=4))
    assert found.scores.tolist() == [2, 0, 1]
    assert found.ranks.tolist() == [3, 1, 2]
    assert (found.n, found.blank, found.method) == (3, 1, "fewest vetoes")
    unanimous = tally(Ballots("veto", OPTIONS, {"a": [], "b": []}, headcount=2))
    assert unanimous.first == tuple(OPTIONS)
    assert codes(unanimous) == ["ranks-shared", "first-rank-shared"]


@pytest.mark.parametrize(
    ("limits", "spoiled"),
    [
        ({"minimum": 1, "maximum": 5}, ["from 1 to 5"] * 2),
        ({"minimum": 1}, ["from 1"]),
        ({"maximum": 5}, ["up to 5"]),
        ({}, []),
    ],
)
def test_ratings_are_means_over_those_who_rated(limits: Any, spoiled: list[str]) -> None:
    """Not over all; an option that nobody rated has no mean."""
    votes = {"a": {"oven": 5, "path": 2}, "b": {"oven": 2.5, "path": None}}
    votes |= {"c": {"oven": 0}, "d": {"oven": 6}}
    found = tally(Ballots("rating", OPTIONS, votes, headcount=4, **limits))
    rated: dict[int, Any] = {
        0: [5, 2.5, 0, 6],
        1: [5, 2.5, 0 if "maximum" in limits else 6],
        2: [5, 2.5],
    }
    np.testing.assert_allclose(found.scores, [np.mean(rated[len(spoiled)]), 2, math.nan])
    assert found.ranks.tolist()[:2] == [1, 2]
    assert math.isnan(found.ranks[2])
    assert [fault.accepted for fault in found.faults] == [
        f"a number on the scale, {ends}" for ends in spoiled
    ]
    assert codes(found)[-2:] == ["options-not-compared", "rated-unevenly"]
    assert dict(found.caveats[-1].data) == {
        "fewest": 1,
        "most": len(rated[len(spoiled)]),
        "first": "oven",
        "raters": len(rated[len(spoiled)]),
    }


def test_orders_are_counted_by_borda() -> None:
    """The same as `aggregate`."""
    votes: dict[str, Any] = {"a": ["oven", ["path", "pond"]], "b": {"path": 1, "oven": 2}, "c": "x"}
    found = tally(Ballots("ranking", OPTIONS, votes, headcount=3))
    said = aggregate({"a": votes["a"], "b": votes["b"]}, options=OPTIONS)
    assert found.scores.tolist() == said.scores.tolist() == [3, 2.5, 0.5]
    assert (found.method, found.set_aside) == ("borda", ("c",))


# --- who was invited, who came -------------------------------------------------------------------


def test_turnout_counts_those_invited() -> None:
    """Who was not invited is set aside and does not raise the turnout."""
    votes: dict[str, Any] = {"ayu": ["oven"], "budi": ["path"], "stranger": ["path"]}
    found = tally(Ballots("approval", OPTIONS, votes, invited=["ayu", "budi", "citra", "dewi"]))
    assert (found.turnout, found.invited, found.cast, found.n) == (0.5, 4, 3, 2)
    assert found.set_aside == ("stranger",)
    assert why(found) == [
        (
            "votes['stranger']: found 'stranger'; accepted: one of those invited: 'ayu', 'budi', "
            "'citra' or 'dewi'"
        ),
    ]


@pytest.mark.parametrize("headcount", [None, 0])
def test_without_an_invitation_on_record_there_is_no_turnout(headcount: int | None) -> None:
    """None with a caveat, and no ballots no outcome."""
    found = tally(Ballots("dots", OPTIONS, headcount=headcount))
    assert found.turnout is None
    assert found.invited == headcount
    assert np.isnan(found.scores).all()
    assert (found.first, found.n) == ((), 0)
    turnout = "turnout-unknown" if headcount is None else "nobody-invited"
    assert codes(found) == [turnout, "no-voices"]


def test_one_ballot_is_the_word_of_one() -> None:
    """And blank ballots alone are no outcome."""
    one = tally(Ballots("approval", OPTIONS, {"a": ["oven"]}, headcount=1))
    assert codes(one)[0] == "voice-single"
    blank = tally(Ballots("approval", OPTIONS, {"a": None, "b": []}, headcount=2))
    assert (blank.n, blank.blank, codes(blank)) == (0, 2, ["no-voices"])


def test_a_mean_over_one_rater_is_said() -> None:
    """It may lead by chance; of equal firsts the one on fewest raters is named."""
    votes: dict[str, Any] = {f"p{place}": {"oven": 4} for place in range(41)}
    votes |= {"x": {"path": 5}}
    found = tally(Ballots("rating", ["oven", "path"], votes, headcount=42))
    assert found.first == ("path",)
    assert codes(found) == ["rated-unevenly"]
    assert dict(found.caveats[0].data) == {"fewest": 1, "most": 41, "first": "path", "raters": 1}
    tied = tally(
        Ballots("rating", ["oven", "path"], {"a": {"oven": 4}, "b": {"oven": 4, "path": 4}})
    )
    assert tied.caveats[1].data["first"] == "path"
    even = tally(Ballots("rating", ["oven"], {"a": {"oven": 4}, "b": {"oven": 5}}, headcount=2))
    assert even.caveats == ()


def test_rankings_that_leave_options_out_are_said() -> None:
    """As `aggregate` does."""
    votes = {"a": ["oven"], "b": ["oven", "path", "pond"]}
    found = tally(Ballots("ranking", OPTIONS, votes, headcount=2))
    assert codes(found)[0] == "unranked-last"
    assert dict(found.caveats[0].data) == {"count": 1, "total": 2}
    assert codes(tally(Ballots("ranking", OPTIONS, {"b": votes["b"]}, headcount=1))) == [
        "voice-single"
    ]


def test_displays_of_a_tally_name_nobody() -> None:
    """How many were set aside, not who and what was on the ballot; the fields stay."""
    found = tally(Ballots("dots", OPTIONS, {"siti": {"oven": 9}, "b": {"oven": 1}}, dots=2))
    for text in (repr(found), str(found), found._repr_html_()):
        assert "siti" not in text
        assert "9 dots" not in text
    assert "set_aside  <1>" in str(found)
    assert found.set_aside == ("siti",)


def test_a_tally_becomes_a_decision_and_meets_its_dissent() -> None:
    """The rule is that of the vote; who voted is not copied into it."""
    votes = {"a": ["oven"], "b": ["oven"], "c": ["path"]}
    found = tally(Ballots("approval", OPTIONS, votes, headcount=3))
    made = found.decision("What first?", decided_by=["rt3"], dissent=["Path first."])
    assert (made.chosen, made.rule, made.decided_by) == (("oven",), "most approvals", ("rt3",))
    assert dissent({"c": ["path", "oven"]}, found).first_met == (False,)


@pytest.mark.parametrize("junk", [None, {}, [], "x"])
def test_only_ballots_are_counted(junk: Any) -> None:
    """Refused in our words."""
    with pytest.raises(InvalidValueError, match=r"ballots: found .*; accepted: a Ballots"):
        tally(junk)
