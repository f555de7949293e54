"""Ballots by group: what is shown, and what is hidden so that nobody is given away."""

from typing import Any

import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.potential import Ballots, GroupTally, tally, tally_by_group

OPTIONS = ["oven", "path", "pond"]


def codes(found: GroupTally) -> list[str]:
    """Return the codes of all caveats."""
    return [caveat.code for caveat in found.caveats]


def poll(**sizes: int) -> tuple[Ballots, dict[str, str | None]]:
    """Cast ballots of groups of some sizes; the first of each group approves the path."""
    votes, by = {}, dict[str, str | None]()
    for group, size in sizes.items():
        for place in range(size):
            votes[f"{group}{place}"] = ["path" if place == 0 else "oven"]
            by[f"{group}{place}"] = None if group == "unknown" else group
    return Ballots("approval", OPTIONS, votes), by


def test_groups_that_are_large_enough_are_shown() -> None:
    """Their scores add to those of all."""
    cast, by = poll(women=7, men=5)
    found = tally_by_group(cast, by)
    assert found.groups == ("men", "women")
    assert found.hidden == (False, False)
    assert found.voters == (5, 7)
    assert found.scores == ((4, 1, 0), (6, 1, 0))
    assert found.first == (("oven",), ("oven",))
    assert (found.n, found.threshold, found.caveats) == (12, 5, ())
    assert (found.options, found.kind, found.method) == (
        tuple(OPTIONS),
        "approval",
        "most approvals",
    )
    scores: Any = found.scores
    np.testing.assert_array_equal(np.sum(scores, axis=0), tally(cast).scores)


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        # One small group could be had as the rest of all: the smallest other is hidden too.
        ({"a": 9, "b": 6, "c": 4}, {"b", "c"}),
        # Two small ones are five together: enough.
        ({"a": 9, "b": 3, "c": 2}, {"b", "c"}),
        # Two small ones that are four together: a third goes.
        ({"a": 9, "b": 7, "c": 2, "d": 2}, {"b", "c", "d"}),
        # Voters without a group are part of the rest.
        ({"a": 9, "b": 7, "c": 2, "unknown": 3}, {"c"}),
        ({"a": 9, "b": 7, "unknown": 3}, {"b"}),
        ({"a": 9, "b": 7, "unknown": 5}, set()),
        # Of equals the first by name, so that nothing depends on who voted first.
        ({"b": 6, "a": 6, "c": 1}, {"a", "c"}),
        # There is nothing left to hide behind.
        ({"a": 9, "b": 1}, {"a", "b"}),
        ({"a": 3}, {"a"}),
    ],
)
def test_small_groups_are_hidden_with_what_would_give_them_away(
    sizes: dict[str, int], hidden: set[str]
) -> None:
    """The rest, which anybody can compute, is never a small group."""
    cast, by = poll(**sizes)
    found = tally_by_group(cast, by)
    assert {
        name for name, is_hidden in zip(found.groups, found.hidden, strict=True) if is_hidden
    } == hidden
    for name in found.groups:
        row = found[name]
        if name in hidden:
            assert (row["voters"], row["scores"], row["first"]) == (None, (None,) * 3, ())
        else:
            assert row["voters"] == sizes[name]
    assert ("groups-hidden" in codes(found)) == bool(hidden)
    unknown = "group-not-known-uncounted" if hidden else "group-not-known"
    assert (unknown in codes(found)) == ("unknown" in sizes)
    assert found.n == sum(sizes[name] for name in sizes if name not in {*hidden, "unknown"})
    if unknown == "group-not-known" and "unknown" in sizes:
        assert dict(found.caveats[0].data) == {"count": 5, "total": 21}
    if hidden:
        data = found.caveats[-1].data
        assert (data["count"], data["threshold"]) == (len(hidden), 5)


def test_a_threshold_of_one_shows_all() -> None:
    """For those who may know."""
    cast, by = poll(a=1, b=2)
    assert tally_by_group(cast, by, threshold=1).hidden == (False, False)


def test_an_option_that_a_group_did_not_rate_has_no_mean() -> None:
    """None, though the group is shown; spoiled ballots are not counted."""
    votes: dict[str, Any] = {"a": {"oven": 3}, "b": {"oven": 5}, "c": "spoiled"}
    found = tally_by_group(
        Ballots("rating", OPTIONS, votes), dict.fromkeys("abc", "women"), threshold=2
    )
    assert found.scores == ((4, None, None),)
    assert (found.voters, found.n) == ((2,), 2)


def test_the_size_of_a_hidden_group_can_not_be_computed() -> None:
    """Six women, three youth, five without a group: nothing shown gives the three away."""
    cast, by = poll(women=6, youth=3, unknown=5)
    found = tally_by_group(cast, by)
    assert found.voters == (6, None)
    assert found.n == 6
    numbers = [value for caveat in found.caveats for value in caveat.data.values()]
    assert codes(found) == ["group-not-known-uncounted", "groups-hidden"]
    # One of two groups is hidden, at five.
    assert numbers == [1, 2, 5, ("voters", "scores", "first")]


def test_the_rating_of_one_person_is_not_shown() -> None:
    """Twelve voters; only one rates the path: its means are hidden, the others shown."""
    votes: dict[str, Any] = {f"p{place}": {"oven": 3.0} for place in range(12)}
    votes["p1"]["path"] = 1.0
    by = {f"p{place}": "women" if place < 6 else "men" for place in range(12)}
    cast = Ballots("rating", ["oven", "path"], votes)
    found = tally_by_group(cast, by)
    assert found.scores == ((3, None), (3, None))
    assert (found.hidden, found.first) == ((False, False), (("oven",), ("oven",)))
    assert codes(found) == ["cells-hidden"]
    assert dict(found.caveats[0].data) == {"count": 1, "threshold": 5}
    assert tally_by_group(cast, by, threshold=1).scores == ((3, None), (3, 1))


def test_a_mean_that_would_give_another_away_is_hidden_too() -> None:
    """Six men and one woman rate the path: the mean of all and of the men would tell hers."""
    votes: dict[str, Any] = {f"p{place}": {"oven": 3.0} for place in range(12)}
    for voter in ("p1", "p6", "p7", "p8", "p9", "p10", "p11"):
        votes[voter]["path"] = 1.0
    by = {f"p{place}": "women" if place < 6 else "men" for place in range(12)}
    found = tally_by_group(Ballots("rating", ["oven", "path"], votes), by)
    assert found.scores == ((3, None), (3, None))
    assert dict(found.caveats[0].data) == {"count": 2, "threshold": 5}


def test_nobody_has_no_groups() -> None:
    """Defined, without rows."""
    assert len(tally_by_group(Ballots("dots", OPTIONS), {"ayu": "women"})) == 0


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"by": None}, r"by: found None; accepted: a mapping \{voter: group\}"),
        ({"by": {"a": ""}}, r"by\['a'\]: found ''; accepted: text"),
        ({"by": {"a": 3}}, r"by\['a'\]: found 3"),
        ({"ballots": {}}, r"ballots: found a dict of 0; accepted: a Ballots"),
        ({"threshold": 0}, r"threshold: found 0; accepted: a whole number from 1"),
    ],
)
def test_groups_that_can_not_be_read(changes: dict[str, Any], message: str) -> None:
    """Refused by name."""
    cast, by = poll(a=5)
    with pytest.raises(InvalidValueError, match=message):
        tally_by_group(**{"ballots": cast, "by": by, **changes})
