"""Many orders brought together: published elections, circles, ties, partial orders, silence."""

import itertools
import math
from typing import Any

import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.potential import (
    Aggregation,
    Ballots,
    Criterion,
    DecisionTable,
    aggregate,
    concordance,
    rank,
    tally,
)

# "Borda count", Wikipedia, and many textbooks: where shall the capital of Tennessee be?
TENNESSEE = (
    [["Memphis", "Nashville", "Chattanooga", "Knoxville"]] * 42
    + [["Nashville", "Chattanooga", "Knoxville", "Memphis"]] * 26
    + [["Chattanooga", "Knoxville", "Nashville", "Memphis"]] * 15
    + [["Knoxville", "Chattanooga", "Nashville", "Memphis"]] * 17
)
# Condorcet (1785), Essai sur l'application de l'analyse, p. lviii: 60 voters, a circle.
CIRCLE = ([list("ABC")] * 23 + [list("BCA")] * 17 + [list("BAC")] * 2 + [list("CAB")] * 10) + [
    list("CBA")
] * 8
# The same, p. clxxvii: 81 voters, where Borda does not choose the Condorcet winner.
BORDA_FAILS = (
    [list("ABC")] * 30
    + [list("ACB")]
    + [list("BAC")] * 29
    + [list("BCA")] * 10
    + [list("CAB")] * 10
    + [list("CBA")]
)


def codes(found: Aggregation) -> list[str]:
    """Return the codes of all caveats."""
    return [caveat.code for caveat in found.caveats]


def test_the_capital_of_tennessee() -> None:
    """Borda 126, 194, 173, 107; Nashville beats each other one."""
    found = aggregate(TENNESSEE)
    assert found.options == ("Memphis", "Nashville", "Chattanooga", "Knoxville")
    assert found.scores.tolist() == [126, 194, 173, 107]
    assert found.ranks.tolist() == [3, 1, 2, 4]
    assert found.first_choices == (42, 26, 15, 17)
    assert found.condorcet_winner == "Nashville"
    assert (found.smith_set, found.cycle) == (("Nashville",), ())
    assert found.above[1] == (58, 0, 68, 68)
    assert (found.n, found.abstained, found.ranked_by) == (100, 0, (100,) * 4)
    assert (found.method, found.unranked, found.caveats) == ("borda", "last", ())
    copeland = aggregate(TENNESSEE, "copeland")
    assert copeland.scores.tolist() == [0, 3, 2, 1]
    assert copeland.first == ("Nashville",)


def test_the_circle_of_condorcet() -> None:
    """A beats B by 33 to 27, B beats C by 42 to 18, C beats A by 35 to 25."""
    found = aggregate(CIRCLE)
    assert found.above == ((0, 33, 25), (27, 0, 42), (35, 18, 0))
    assert found.condorcet_winner is None
    assert found.smith_set == ("A", "B", "C")
    assert found.cycle == ("A", "B", "C")
    assert found.first == ("B",)
    assert codes(found) == ["no-condorcet-winner", "majority-cycle"]
    assert found.caveats[0].data["options"] == ("A", "B", "C")
    assert found.caveats[1].data["options"] == ("A", "B", "C")
    copeland = aggregate(CIRCLE, "copeland")
    assert copeland.first == ("A", "B", "C")
    assert codes(copeland)[-2:] == ["ranks-shared", "first-rank-shared"]


def test_borda_may_pass_over_the_condorcet_winner() -> None:
    """A wins each pair, B has more points, and it is said."""
    found = aggregate(BORDA_FAILS)
    assert found.scores.tolist() == [101, 109, 33]
    assert (found.condorcet_winner, found.first) == ("A", ("B",))
    assert codes(found) == ["condorcet-winner-not-first"]
    assert dict(found.caveats[0].data) == {"option": "A", "method": "borda"}
    assert aggregate(BORDA_FAILS, "copeland").first == ("A",)


def test_the_smith_set_leaves_out_what_all_in_it_beat() -> None:
    """A circle of three above a fourth; the circle is named, the fourth is not."""
    said = [list("ABCD"), list("BCAD"), list("CABD")]
    found = aggregate([*said, *said, list("DABC")], "copeland")
    assert found.smith_set == found.cycle == ("A", "B", "C")


def test_an_even_pair_is_no_circle() -> None:
    """Two voters who disagree: nobody wins, nothing goes round."""
    found = aggregate([["A", "B"], ["B", "A"]])
    assert found.smith_set == ("A", "B")
    assert found.cycle == ()
    assert codes(found) == ["no-condorcet-winner", "ranks-shared", "first-rank-shared"]


def test_a_long_circle_is_found() -> None:
    """Five options in a ring have circles of three; the shortest is reported."""
    said = [list("ABCDE"[start:] + "ABCDE"[:start]) for start in range(5)]
    found = aggregate(said)
    assert len(found.cycle) == 3
    place = {option: number for number, option in enumerate(found.options)}
    ring = [*found.cycle, found.cycle[0]]
    for winner, loser in itertools.pairwise(ring):
        won = found.above[place[winner]][place[loser]]
        assert won > found.above[place[loser]][place[winner]]


# --- ties and gaps -------------------------------------------------------------------------------


def test_ties_count_half() -> None:
    """One voter, three options, two of them tied: points 1.5, 1.5 and 0."""
    found = aggregate([[["A", "B"], "C"]])
    assert found.scores.tolist() == [1.5, 1.5, 0]
    assert found.first_choices == (1, 1, 0)
    assert found.variant == "a point for each option below, half for each tied one"
    assert codes(found)[0] == "voice-single"


def test_what_is_left_out_shares_the_last_place() -> None:
    """Points 3 for the one named, 1 for each of the three that are tied below."""
    found = aggregate([["A"], ["A", "B", "C", "D"]])
    assert found.scores.tolist() == [6, 3, 2, 1]
    assert found.ranked_by == (2, 1, 1, 1)
    assert codes(found) == ["unranked-last"]
    assert dict(found.caveats[0].data) == {"count": 1, "total": 2}


def test_what_is_left_out_may_be_no_opinion() -> None:
    """Shares of the comparisons made: B won its only one."""
    said = [["A", "C"], ["A", "C"], ["C", "A"], ["B", "A"]]
    found = aggregate(said, unranked="no_opinion")
    assert found.options == ("A", "C", "B")
    np.testing.assert_allclose(found.scores, [2 / 4, 1 / 3, 1], rtol=1e-15)
    assert codes(found)[0] == "unranked-no-opinion"
    assert aggregate(said, "copeland", unranked="no_opinion").scores.tolist() == [1, 0.5, 1.5]


def test_options_that_nobody_compared_have_no_rank() -> None:
    """nan, and counted."""
    methods: list[Any] = ["borda", "copeland"]
    for method in methods:
        found = aggregate([["A", "B"], ["C"]], method, unranked="no_opinion")
        assert found.scores.tolist()[:2] == [1, 0] if method == "borda" else True
        assert math.isnan(found.scores[2])
        assert math.isnan(found.ranks[2])
        (caveat,) = [one for one in found.caveats if one.code == "options-named-alone"]
        assert dict(caveat.data) == {"options": ("C",), "fields": ("scores", "ranks")}
        unnamed = aggregate([["A", "B"]], method, options=["A", "B", "D"], unranked="no_opinion")
        (caveat,) = [one for one in unnamed.caveats if one.code == "options-not-compared"]
        assert dict(caveat.data) == {"count": 1, "total": 3, "fields": ("scores", "ranks")}


def test_voices_that_compare_nothing_are_voices() -> None:
    """Two people spoke, each of one option: no order follows, and nobody is said to be silent."""
    found = aggregate([["A"], ["B"]], unranked="no_opinion")
    assert (found.n, found.first) == (2, ())
    assert codes(found) == ["nothing-compared"]
    assert found.caveats[0].data["voices"] == 2


def test_votes_on_pairs_are_listed_for_few_options() -> None:
    """Up to fifty; beyond, all the rest of the answer stays."""
    fifty = aggregate([list(range(50))])
    assert len(fifty.above[0]) == 50
    more = aggregate([list(range(51))])
    assert more.above == ((),) * 51
    assert (more.first, more.condorcet_winner) == ((0,), 0)
    assert dict(more.caveats[-1].data) == {"limit": 50, "options": 51}
    assert codes(more)[-1] == "pairs-not-listed"


def test_ballots_that_rank_are_voices() -> None:
    """Blank ones abstain, spoiled ones are set aside and counted; other kinds are for `tally`."""
    votes: dict[str, Any] = {"a": ["A", "B"], "b": None, "c": ["A", "Z"], "d": {"B": 1, "A": 2}}
    cast = Ballots("ranking", ["A", "B", "C"], votes)
    found = aggregate(cast)
    assert found.scores.tolist() == tally(cast).scores.tolist()
    assert (found.n, found.abstained, found.options) == (2, 1, ("A", "B", "C"))
    assert dict(found.caveats[0].data) == {"count": 1, "total": 4}
    assert codes(found)[:2] == ["ballots-set-aside", "abstentions"]
    agreed = concordance(cast)
    assert (agreed.n, agreed.abstained) == (2, 1)
    assert agreed.caveats[0].code == "ballots-set-aside"
    with pytest.raises(InvalidValueError, match=r"rankings: found the kind 'dots'; accepted: ball"):
        aggregate(Ballots("dots", ["A"]))
    with pytest.raises(InvalidValueError, match=r"options: found a list of 1; accepted: None, as"):
        aggregate(cast, options=["A"])


@pytest.mark.parametrize("said", [[], {}, [None, None], {"ayu": [], "budi": {"A": None}}])
def test_without_voices_there_is_no_outcome(said: Any) -> None:
    """Nobody, or only abstentions: no scores, no winner, a caveat."""
    found = aggregate(said, options=["A", "B"])
    assert np.isnan(found.scores).all()
    assert np.isnan(found.ranks).all()
    assert found.condorcet_winner is None
    assert (found.n, found.abstained, found.first, found.smith_set) == (0, len(said), (), ())
    assert codes(found) == ["no-voices"]
    assert len(aggregate(said)) == 0


def test_abstentions_are_counted() -> None:
    """They change no point."""
    found = aggregate({"ayu": ["A", "B"], "budi": None, "citra": ["A", "B"]})
    assert found.scores.tolist() == [2, 0]
    assert (found.n, found.abstained, codes(found)) == (2, 1, ["abstentions"])
    assert dict(found.caveats[0].data) == {"count": 1, "total": 3}


@pytest.mark.parametrize("unranked", ["last", "no_opinion"])
@pytest.mark.parametrize("method", ["borda", "copeland"])
def test_one_option_alone_is_first(method: Any, unranked: Any) -> None:
    """Nothing stands before it; its score says nothing."""
    found = aggregate([["A"], ["A"]], method, unranked=unranked)
    assert (found.scores.tolist(), found.ranks.tolist()) == ([0], [1])
    assert (found.condorcet_winner, found.caveats) == ("A", ())


# --- reading -------------------------------------------------------------------------------------


def test_orders_come_in_many_forms() -> None:
    """A list, a list with ties, places, a ranking of this library."""
    table = DecisionTable(["A", "B", "C"], [Criterion("use", weight=1)], [[3], [5], [3]])
    forms: list[Any] = [
        ["B", ["A", "C"]],
        ["B", ("C", "A"), []],
        {"A": 2, "B": 1, "C": 2},
        {"A": 2.0, "B": np.int64(1), "C": np.float64(2)},
        rank(table),
        aggregate([["B", ["A", "C"]]]),
    ]
    expected = aggregate([["B", ["A", "C"]]], options=["A", "B", "C"])
    for form in forms:
        assert aggregate([form], options=["A", "B", "C"]) == expected


def test_a_ranking_with_gaps_leaves_options_out() -> None:
    """An option without a rank is left out, not last by luck."""
    table = DecisionTable(["A", "B"], [Criterion("use", weight=1)], [[3], [None]])
    assert aggregate([rank(table)], options=["A", "B"]).ranked_by == (1, 0)


def test_numbers_are_ids_too() -> None:
    """As in decision tables."""
    found = aggregate({1: [10, 20], 2: [20, 10], 3: [10, 20]}, options=range(10, 30, 10))
    assert (found.options, found.first) == ((10, 20), (10,))


@pytest.mark.parametrize(
    ("said", "options", "message"),
    [
        (3, None, r"rankings: found 3; accepted: a mapping \{voter: ranking\} or a list"),
        ("AB", None, r"rankings: found 'AB'"),
        ({"": ["A"]}, None, r"rankings: found the key ''"),
        ({"ayu": "AB"}, None, r"rankings\['ayu'\]: found 'AB'; accepted: ids, the best first"),
        ({"ayu": ["A", "A"]}, None, r"rankings\['ayu'\]\[1\]: found the id 'A' again"),
        ([["A", ["B", "A"]]], None, r"rankings\[0\]\[1\]: found the id 'A' again"),
        ([["A", None]], None, r"rankings\[0\]\[1\]: found None"),
        ([["A", True]], None, r"rankings\[0\]\[1\]: found True"),
        ([{"A": "1"}], None, r"rankings\[0\]\['A'\]: found '1'; accepted: a place such as 1"),
        ([["A", "C"]], ["A", "B"], r"rankings\[0\]: found 'C'; accepted: one of the options"),
        ([["A"]], "AB", r"options: found 'AB'; accepted: a list of ids"),
        ([["A"]], ["A", "A"], r"options\[1\]: found the id 'A' again"),
    ],
)
def test_what_is_no_order_is_refused(said: Any, options: Any, message: str) -> None:
    """With the voter, the place, what was found and what is accepted."""
    with pytest.raises(InvalidValueError, match=message):
        aggregate(said, options=options)


def test_all_faults_of_all_voters_come_at_once() -> None:
    """Nothing hides the second one."""
    with pytest.raises(InvalidValueError) as caught:
        aggregate({"ayu": ["A", "A"], "budi": ["Z"]}, options=["A"])
    assert [fault.code for fault in caught.value.faults] == ["duplicate-id", "unknown-option"]


def test_unknown_choices_are_refused() -> None:
    """The names are listed."""
    with pytest.raises(InvalidValueError, match=r"method: found 'bordo'; accepted: one of 'borda'"):
        aggregate([], "bordo")  # type: ignore[arg-type]  # misspelt on purpose
    with pytest.raises(InvalidValueError, match=r"unranked: found 'first'; accepted: one of"):
        aggregate([], unranked="first")  # type: ignore[arg-type]  # misspelt on purpose


# --- into the cycle ------------------------------------------------------------------------------


def test_the_outcome_becomes_a_decision() -> None:
    """Rule, who decided, and who disagreed stand in it."""
    found = aggregate(TENNESSEE)
    made = found.decision(
        "Which capital?",
        decided_by=["rt3"],
        on="2024-02-01",
        reasons=["Near to all."],
        dissent=["Memphis is larger."],
    )
    assert (made.chosen, made.rule, made.decided_by) == (("Nashville",), "borda", ("rt3",))
    assert made.options == found.options
    assert (made.reasons, made.dissent) == (("Near to all.",), ("Memphis is larger.",))
    assert str(made.on) == "2024-02-01"


def test_a_decision_is_not_guessed() -> None:
    """A tie needs a choice, another choice a rule, a choice is a list."""
    tied = aggregate([[1, 2], [2, 1]])
    with pytest.raises(InvalidValueError, match=r"chosen: found None, and 2 options on the first"):
        tied.decision("What first?")
    assert tied.decision("What first?", chosen=[2]).chosen == ("2",)
    clear = aggregate([["A", "B"]])
    with pytest.raises(InvalidValueError, match=r"rule: found None; accepted: how it was decided"):
        clear.decision("What first?", chosen=["B"])
    made = clear.decision("What first?", chosen=["B"], rule="musyawarah")
    assert (made.chosen, made.rule) == (("B",), "musyawarah")
    with pytest.raises(InvalidValueError, match=r"chosen: found 'A'; accepted: a list or tuple"):
        clear.decision("What first?", chosen="A")
