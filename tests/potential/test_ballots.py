"""Ballots as they were cast, and what a meeting agreed on."""

import datetime
from typing import Any

import pytest

import abcd
from abcd.errors import InvalidValueError
from abcd.potential import BallotKind, Ballots, Consensus


def test_ballots_keep_what_was_cast() -> None:
    """Also what can not be counted; the kind is a word or a member."""
    cast = Ballots(
        "dots", ["oven", "path"], {"ayu": {"oven": 2}, "budi": "?"}, dots=2, on="2024-02-01"
    )
    assert cast.kind is BallotKind.DOTS
    assert cast.votes["budi"] == "?"
    assert cast.on == datetime.date(2024, 2, 1)
    assert Ballots(BallotKind.DOTS, cast.options, cast.votes, dots=2, on=cast.on) == cast
    assert abcd.from_dict(abcd.to_dict(cast), Ballots) == cast


def test_nobody_reads_in_a_log_who_voted_what() -> None:
    """Counts only, as text and in a notebook."""
    cast = Ballots("approval", ["<oven>"], {"siti": ["<oven>"]})
    assert repr(cast) == "Ballots(approval, <1 options>, <1 ballots>)"
    assert "siti" not in str(cast)
    assert cast._repr_html_() == (
        "<div><strong>Ballots(approval, &lt;1 options&gt;, &lt;1 ballots&gt;)</strong></div>"
    )


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"kind": "show of hands"}, r"kind: found 'show of hands'; accepted: one of 'dots'"),
        ({"options": []}, r"options: found a tuple of 0; .* at least one"),
        ({"options": ["a", "a"]}, r"options\[1\]: found the id 'a' again"),
        ({"votes": [1]}, r"votes: found a list of 1; accepted: a mapping"),
        ({"votes": {"": ["a"]}}, r"votes: found the key ''; accepted: text"),
        ({"invited": ["x", "x"]}, r"invited\[1\]: found the id 'x' again"),
        ({"headcount": 1}, r"headcount: found 1; accepted: at least 2, as so many ballots"),
        ({"headcount": 9, "invited": ["x"]}, r"headcount: found 9; accepted: None, or no ids"),
        ({"dots": 3}, r"dots: found 3; accepted: None, or ballots of the kind 'dots'"),
        ({"minimum": 1}, r"minimum: found 1; accepted: None, or ballots of the kind 'rating'"),
        (
            {"minimum": 5, "maximum": 1, "kind": "rating"},
            r"maximum: found 1; accepted: a number ab",
        ),
    ],
)
def test_ballots_that_do_not_fit_are_refused(fields: dict[str, Any], message: str) -> None:
    """With field, value and what is accepted."""
    sound: dict[str, Any] = {
        "kind": "approval",
        "options": ["a", "b"],
        "votes": {"x": ["a"], "y": ["b"]},
    }
    with pytest.raises(InvalidValueError, match=message):
        Ballots(**{**sound, **fields})


def test_a_kind_that_is_unknown_hides_no_other_fault() -> None:
    """Limits are not judged by a kind that is none; the rest is."""
    with pytest.raises(InvalidValueError) as caught:
        Ballots("x", ["a", "a"], dots=1)
    assert [fault.path for fault in caught.value.faults] == ["kind", "options[1]"]


# --- musyawarah ----------------------------------------------------------------------------------


def test_a_consensus_becomes_a_decision_without_a_count() -> None:
    """Who was there decided, by musyawarah; objections are its dissent."""
    met = Consensus(
        "What first?",
        ["oven", "path"],
        agreed=["oven"],
        present=["p1", "rki"],
        headcount=14,
        invited=20,
        objections=["The path is for all."],
        reasons=["Flour is at hand."],
        on="2024-02-01",
    )
    made = met.decision()
    assert made == abcd.Decision(
        "What first?",
        ["oven", "path"],
        chosen=["oven"],
        decided_by=["p1", "rki"],
        rule="musyawarah",
        on="2024-02-01",
        reasons=["Flour is at hand."],
        dissent=["The path is for all."],
        evidence=[abcd.Evidence("meeting, headcount 14, invited 20", on="2024-02-01")],
    )
    assert abcd.from_dict(abcd.to_dict(met), Consensus) == met


def test_a_meeting_may_agree_on_nothing() -> None:
    """Then nobody decided, and the rule says so."""
    made = Consensus("What first?", ["oven"], present=["p1"], headcount=3).decision()
    assert (made.chosen, made.rule, made.decided_by) == ((), "no agreement", ())
    assert made.evidence[0].source == "meeting, headcount 3"
    assert Consensus("What first?", ["oven"]).decision().evidence == ()


def test_nobody_reads_in_a_log_who_was_there() -> None:
    """Counts only, as text and in a notebook."""
    met = Consensus("<What>?", ["oven"], agreed=["oven"], present=["siti"], objections=["Not me."])
    assert repr(met) == (
        "Consensus('<What>?', <1 options>, agreed=('oven',), <1 present>, <1 objections>)"
    )
    assert "&lt;What&gt;" in met._repr_html_()
    assert "siti" not in str(met) + met._repr_html_()
    assert "Not me" not in str(met) + met._repr_html_()


def test_many_who_were_invited_are_checked_in_one_pass() -> None:
    """Each repeated id is named once for each time that it comes again."""
    with pytest.raises(InvalidValueError) as caught:
        Ballots("approval", ["a"], invited=["x", "y", "x", "x"])
    assert [fault.path for fault in caught.value.faults] == ["invited[2]", "invited[3]"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"agreed": ["ovn"]}, r"agreed\[0\]: found 'ovn'; accepted: one of the options: 'oven'"),
        ({"present": ["p1", "p2"], "headcount": 1}, r"headcount: found 1; accepted: at least 2"),
        ({"options": [], "agreed": ["x"]}, r"options: found a tuple of 0"),
        ({"options": ["oven", "oven"]}, r"options\[1\]: found the id 'oven' again"),
        ({"agreed": ["oven", "oven"]}, r"agreed\[1\]: found the id 'oven' again"),
        ({"present": ["p1", "p1"]}, r"present\[1\]: found the id 'p1' again"),
        ({"objections": [3]}, r"objections\[0\]"),
    ],
)
def test_a_consensus_that_does_not_fit_is_refused(fields: dict[str, Any], message: str) -> None:
    """With field, value and what is accepted."""
    sound: dict[str, Any] = {"question": "What first?", "options": ["oven"]}
    with pytest.raises(InvalidValueError, match=message):
        Consensus(**{**sound, **fields})
