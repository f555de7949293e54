"""Which unknown score could turn the order: against every value tried by hand."""

from typing import Any

import numpy as np
import pytest

import abcd
from abcd.errors import InvalidValueError
from abcd.potential import Criterion, DecisionTable, UnknownScores, rank, worth_finding_out

from .problems import caveat, codes, table_of

ON_SCALE: dict[str, Any] = {"minimum": 0, "maximum": 10}


def test_an_exact_case() -> None:
    """A gap from 0 to 10 beside a score of 7: first in the upper 3 of 10 parts."""
    found = worth_finding_out(table_of([[7], [None]], weights=[1], **ON_SCALE))
    assert (found.options, found.criteria) == ((1,), ("c0",))
    assert found.probability.tolist() == pytest.approx([0.3])
    assert (found.low.tolist(), found.high.tolist()) == ([0], [10])
    assert (found.best_rank.tolist(), found.worst_rank.tolist()) == ([1], [2])
    assert found.changes_first == (True,)
    assert found.first == (0,)
    assert found.n == 2


def test_the_score_that_matters_most_comes_first() -> None:
    """By probability, then by how many ranks are possible, then in the order of the table."""
    rows = [[(8, 9), 5], [(0, 10), 5], [2, (4, 6)], [5, (3, 9)], [5, (3, 9)]]
    found = worth_finding_out(table_of(rows, weights=[3, 1], **ON_SCALE), normalization="scale")
    assert found.probability.tolist() == sorted(found.probability.tolist(), reverse=True)
    assert found.options[0] == 1
    assert found.options.index(3) < found.options.index(4)
    assert found[1]["criteria"] == "c0"


@pytest.mark.parametrize("method", ["weighted_sum", "topsis", "vikor", "promethee"])
def test_each_value_is_ranked_as_a_whole_table(method: Any) -> None:
    """Every step put into the table and ranked; the other unknown score stays at its middle."""
    rows: Any = [[7, 3], [(2, 9), 6], [5, None], [4, 4]]
    table = table_of(rows, weights=[2, 1], **ON_SCALE)
    found = worth_finding_out(table, method=method, steps=20)
    middle: list[list[float]] = [[7, 3], [5.5, 6], [5, 5], [4, 4]]
    base = rank(table_of(middle, weights=[2, 1], **ON_SCALE), method=method).first
    assert found.first == base
    for option, place, low, high in ((1, 0, 2, 9), (2, 1, 0, 10)):
        row = found[option]
        ranks, turned = [], 0
        for step in range(20):
            middle_now = [list(cells) for cells in middle]
            middle_now[option][place] = low + (high - low) * (step + 0.5) / 20
            result = rank(table_of(middle_now, weights=[2, 1], **ON_SCALE), method=method)
            ranks.append(result.ranks[option])
            turned += result.first != base
        assert row["probability"] == pytest.approx(turned / 20)
        # The ends are tried too.
        assert row["best_rank"] <= min(ranks)
        assert row["worst_rank"] >= max(ranks)


def test_a_target_is_aimed_at_from_every_value() -> None:
    """Around a target of 5, closer than 2 in 4 of 10 parts; on average 2.5 away."""
    size = Criterion("size", "target", 1, target=5, minimum=0, maximum=10)
    found = worth_finding_out(DecisionTable(["known", "vague"], [size], [[7], [None]]))
    assert found.first == ("known",)
    assert found.probability.tolist() == pytest.approx([0.4])


def test_a_gap_without_a_scale_has_no_range() -> None:
    """Its row is there, last and empty, and its option takes no part."""
    table = table_of([[7, 1], [None, 1], [(2, 9), 1]], weights=[1, 1])
    found = worth_finding_out(table)
    assert found.options == (2, 1)
    assert np.isnan(found.probability[1])
    assert found.changes_first[1] is None
    assert caveat(found, "scores-without-range")["cells"] == 1
    assert found.n == 2
    assert "probability" in caveat(found, "options-with-gaps")["fields"]
    alone = worth_finding_out(table_of([[None]]))
    assert alone.first == ()
    assert alone.n == 0
    computed = worth_finding_out(table_of([[None]]), weights=lambda matrix: [1])
    assert computed.weights == ()


def test_an_interval_of_an_option_with_another_gap_is_not_tried() -> None:
    """The option has no rank whatever that score is."""
    found = worth_finding_out(table_of([[7, 1], [(2, 9), None]], weights=[1, 1]))
    assert found.changes_first == (None, None)


def test_known_scores_and_criteria_without_weight_have_no_row() -> None:
    """There is nothing to find out."""
    assert len(worth_finding_out(table_of([[1, 2], [2, 1]]))) == 0
    assert len(worth_finding_out(table_of([[1, None], [2, 1]]), weights=[1, 0])) == 0


def test_raters_are_averaged_and_weights_named() -> None:
    """Caveats as of `rank`; the gap of one rater is none of the mean."""
    table = table_of([[[3], [(1, 5)]], [[4], [None]]], raters=["ayu", "budi"])
    found = worth_finding_out(table)
    assert {"weights-equal", "raters-averaged"} <= set(codes(found))
    assert (found.low.tolist(), found.high.tolist()) == ([1], [5])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"steps": 0}, "steps: found 0"),
        ({"method": "best"}, "method: found 'best'"),
        ({"normalization": "scale"}, r"criteria\[0\]\.minimum: found None"),
    ],
)
def test_arguments_that_do_not_fit_are_refused(arguments: Any, message: str) -> None:
    """Each with what was found and what is accepted."""
    with pytest.raises(InvalidValueError, match=message):
        worth_finding_out(table_of([[1], [2]]), **arguments)


def test_the_result_has_a_document() -> None:
    """Truth values and nan included."""
    found = worth_finding_out(table_of([[7, 1], [None, (0, 3)]], **ON_SCALE), steps=5)
    assert abcd.from_dict(abcd.to_dict(found), UnknownScores) == found


def test_a_method_of_the_callers_own_is_asked_too() -> None:
    """As `rank` does."""
    table = table_of([[7], [None]], weights=[1], **ON_SCALE)
    found = worth_finding_out(table, method=lambda matrix, weights, signs: matrix[:, 0], steps=10)
    assert found.probability.tolist() == pytest.approx([0.3])
    assert found.method == "<lambda>"
