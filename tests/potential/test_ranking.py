"""What to start with: published values, what is not estimable, and how much each thing counts."""

import datetime
import json
import math
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import abcd
from abcd.errors import InvalidValueError, UnknownIdError
from abcd.potential import Criterion, DecisionTable, Ranking, normalizations, rank

NAN = math.nan
METHODS = ["weighted_sum", "weighted_product", "topsis"]
NAMES = sorted(normalizations.LINES)
RELATIVE = sorted(set(NAMES) - normalizations.ABSOLUTE)


def table_of(
    scores: Any, directions: str = "", weights: Any = None, options: Any = None, **fields: Any
) -> DecisionTable:
    """Build a table from scores; directions are + and -, all + where they are left out."""
    first = np.asarray(scores[0], dtype=object)
    width = len(first) if not fields.get("raters") else len(scores[0][0])
    signs = directions or "+" * width
    values = [None] * width if weights is None else weights
    criteria = [
        Criterion(f"c{place}", "max" if sign == "+" else "min", weight)
        for place, (sign, weight) in enumerate(zip(signs, values, strict=True))
    ]
    size = len(scores) if not fields.get("raters") else len(scores[0])
    return DecisionTable(options or range(size), criteria, scores, **fields)


def codes(result: Ranking) -> list[str]:
    """Return the codes of all caveats."""
    return [caveat.code for caveat in result.caveats]


def caveat(result: Ranking, code: str) -> dict[str, Any]:
    """Return the data of one caveat."""
    (found,) = [caveat for caveat in result.caveats if caveat.code == code]
    return dict(found.data)


def case(folder: Path, name: str) -> dict[str, Any]:
    """Return a case of public-reports/cases.json."""
    cases = json.loads((folder / "public-reports" / "cases.json").read_text("utf-8"))
    rows = cases["cases"] if isinstance(cases, dict) else cases
    (found,) = [row for row in rows if row["id"] == name]
    return dict(found)


# --- published values ----------------------------------------------------------------------------


@pytest.mark.parametrize("direction", ["-+", "+-"])
def test_topsis_of_opricovic_and_tzeng(direction: str) -> None:
    """Risk and altitude: closeness 0.5, 0.617, 0.5 under min-max.

    Opricovic & Tzeng (2004), European Journal of Operational Research 156, 445-455; the same
    values in pymcdm 1.4.0. With the directions exchanged the two ends are still alike.
    """
    scores = [[1, 3000], [2, 3750], [5, 4500]]
    result = rank(table_of(scores, direction, [1, 1]), method="topsis", normalization="minmax")
    second = 0.617 if direction == "-+" else 1 - 0.617
    np.testing.assert_allclose(result.scores, [0.5, second, 0.5], atol=5e-4)
    assert result.ranks.tolist() == ([2, 1, 2] if direction == "-+" else [1, 3, 1])


def test_topsis_depends_on_the_normalization() -> None:
    """The point of that paper: under vector normalization another option is first."""
    scores = [[1, 3000], [2, 3750], [5, 4500]]
    table = table_of(scores, "-+", [1, 1])
    assert rank(table, method="topsis").first == (0,)
    assert rank(table, method="topsis").normalization == "vector"
    assert rank(table, method="topsis", normalization="minmax").first == (1,)


WSM = [[96, 83, 75, 7], [63, 5, 56, 9], [72, 30, 32, 48], [11, 4, 27, 9], [77, 21, 17, 11]]
WSM_WEIGHTS = [8 / 13, 5 / 13, 6 / 13, 7 / 13]


def test_weighted_sum_of_pymcdm() -> None:
    """0.609, 0.313, 0.334, 0.265, 0.479 with weights that add to 2; ours are halved.

    pymcdm 1.4.0, docstring and test of WSM (a regression value, not a paper).
    """
    result = rank(table_of(WSM, "++--", WSM_WEIGHTS), normalization="sum")
    expected = [0.609, 0.313, 0.334, 0.265, 0.479]
    np.testing.assert_allclose(result.scores * 2, expected, atol=5e-4)
    assert result.weights == pytest.approx([4 / 13, 2.5 / 13, 3 / 13, 3.5 / 13])


def test_weighted_product_of_pymcdm() -> None:
    """0.065, 0.017, 0.019, 0.007, 0.052 with weights that add to 2; ours are the roots.

    pymcdm 1.4.0, docstring and test of WPM.
    """
    result = rank(
        table_of(WSM, "++--", WSM_WEIGHTS), method="weighted_product", normalization="sum"
    )
    expected = [0.065, 0.017, 0.019, 0.007, 0.052]
    np.testing.assert_allclose(result.scores**2, expected, atol=5e-4)


@pytest.mark.parametrize("name", ["mcda-topsis-opricovic", "mcda-wsm-wpm-pymcdm"])
def test_the_copied_problems_are_those_of_the_reference_data(
    reference_data: Path, name: str
) -> None:
    """The numbers above are those in the shared folder."""
    problem = json.loads((reference_data / name / "problem.json").read_text("utf-8"))
    own = WSM if "wsm" in name else [[1, 3000], [2, 3750], [5, 4500]]
    assert problem["matrix"] == own


# --- what users of other tools reported ----------------------------------------------------------

FIVE = [[3, 0, 2, 0], [1, 0, 4, 0], [3, 0, 2, 0], [0, 0, 1, 0], [2, 0, 5, 0]]
FIVE_TABLE = DecisionTable(
    ["hall", "oven", "loom", "path", "pond"],
    [
        Criterion("people", weight=0.4),
        Criterion("grant", weight=0.1),
        Criterion("skill", weight=0.4),
        Criterion("road", weight=0.1),
    ],
    FIVE,
)


def test_a_criterion_of_zeros_does_not_turn_all_into_nan() -> None:
    """rep-mcda-01: the closeness is that without the two empty columns."""
    result = rank(FIVE_TABLE, method="topsis")
    expected = [0.6018521275, 0.5177306021, 0.6018521275, 0.0, 0.7711912312]
    np.testing.assert_allclose(result.scores, expected, atol=1e-6)
    assert result.ranks.tolist() == [2, 4, 2, 5, 1]
    assert result.ties == (("hall", "loom"),)
    assert result.first == ("pond",)
    assert caveat(result, "criteria-constant") == {"criteria": ("grant", "road")}
    assert caveat(result, "ranks-shared") == {"count": 2, "total": 5}
    without = rank(table_of([[row[0], row[2]] for row in FIVE], weights=[1, 1]), method="topsis")
    np.testing.assert_allclose(result.scores, without.scores, rtol=1e-12)


def test_a_weighted_sum_gives_no_weight_of_an_empty_criterion_to_others() -> None:
    """rep-mcda-01: 0.56, 0.4533, 0.56, 0.08, 0.6667 under max."""
    result = rank(FIVE_TABLE, normalization="max")
    expected = [0.56, 0.45333333, 0.56, 0.08, 0.66666667]
    np.testing.assert_allclose(result.scores, expected, atol=1e-6)
    assert result.ranks.tolist() == [2, 4, 2, 5, 1]
    assert result.contributions[:, 1].tolist() == [0] * 5


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("normalization", NAMES)
def test_options_that_are_all_alike_share_the_first_rank(method: Any, normalization: Any) -> None:
    """rep-mcda-01: no order by position, and no 0/0 passed off as 0.5 or 1."""
    criteria = [Criterion("a", minimum=0, maximum=9), Criterion("b", minimum=0, maximum=9)]
    table = DecisionTable(["x", "y", "z"], criteria, [[2, 3]] * 3)
    result = rank(table, method=method, normalization=normalization)
    assert result.ranks.tolist() == [1, 1, 1]
    assert result.ties == (("x", "y", "z"),)
    assert result.n == 3
    if method == "topsis" or normalization == "minmax":
        assert np.isnan(result.scores).all()
        assert caveat(result, "options-alike") == {"fields": ("scores", "contributions")}
    else:
        assert len(set(result.scores.tolist())) == 1
        assert caveat(result, "first-rank-shared") == {"count": 3}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("normalization", NAMES)
def test_one_option_has_a_rank_and_is_not_measured_by_itself(
    method: Any, normalization: Any
) -> None:
    """rep-mcda-01: rank 1; the score is nan unless the normalization needs no others."""
    criteria = [Criterion("a", minimum=0, maximum=4), Criterion("b", minimum=0, maximum=4)]
    result = rank(
        DecisionTable(["x"], criteria, [[2, 3]]), method=method, normalization=normalization
    )
    assert result.ranks.tolist() == [1]
    assert result.first == ("x",)
    if method == "topsis" or normalization in RELATIVE:
        assert math.isnan(result.scores[0])
        assert caveat(result, "option-alone") == {"fields": ("scores", "contributions")}
    else:
        assert math.isfinite(result.scores[0])
        assert codes(result) == ["weights-equal"]


REPORTED = [[7, 4, 9], [5, 9, 6], [8, 5, 2]]


@pytest.mark.parametrize(
    "weights",
    [
        [0.5, 0.25, 0.25],
        [2, 1, 1],
        (50, 25, 25),
        np.array([1e-200, 5e-201, 5e-201]),
        [1e308, 5e307, 5e307],
        {"c2": 1, "c0": 2, "c1": 1},
        lambda matrix: [2, 1, 1],
        lambda matrix: np.array([2, 1, 1]),
    ],
    ids=["one", "four", "hundred", "tiny", "huge", "mapping", "function", "function of array"],
)
def test_only_ratios_of_weights_matter(weights: Any) -> None:
    """rep-mcda-02: the same scores whatever the weights add to; those used are reported."""
    result = rank(table_of(REPORTED, options=["A", "B", "C"]), weights=weights)
    np.testing.assert_allclose(result.scores, [0.5833333333, 0.3928571429, 0.55], atol=1e-9)
    assert result.ranks.tolist() == [1, 3, 2]
    assert result.weights == pytest.approx([0.5, 0.25, 0.25])
    assert "weights-equal" not in codes(result)


def refusal(weights: Any) -> list[str]:
    """Return the sentences with which weights are refused."""
    with pytest.raises(InvalidValueError) as caught:
        rank(table_of(REPORTED), weights=weights)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("weights", "sentence"),
    [
        (
            [0.6, 0.6, -0.2],
            "weights[2]: found -0.2 (criterion 'c2'); accepted: a finite number from 0",
        ),
        (
            [0.5, NAN, 0.5],
            "weights[1]: found nan (criterion 'c1'); accepted: a finite number from 0",
        ),
        ([0, 0, 0], "weights: found only zeros; accepted: at least one weight above 0"),
        (
            [0.5, 0.5],
            "weights: found a length of 2; accepted: 3, one for each of 'c0', 'c1', 'c2'",
        ),
        (
            {"c0": 1, "c1": 1},
            "weights['c2']: found nothing; accepted: a finite number from 0 for each criterion",
        ),
        (
            {"c0": 1, "c1": 1, "c2": "1"},
            "weights['c2']: found '1' (criterion 'c2'); accepted: a finite number from 0",
        ),
        (
            [1, None, True],
            "weights[1]: found None (criterion 'c1'); accepted: a finite number from 0",
        ),
        (
            lambda matrix: [1, 2, math.inf],
            "weights of <lambda>: found inf (criterion 'c2'); accepted: a finite number from 0",
        ),
    ],
    ids=["negative", "nan", "zeros", "short", "incomplete", "text", "none", "computed"],
)
def test_weights_that_are_none_are_refused(weights: Any, sentence: str) -> None:
    """rep-mcda-02: each names the criterion or the length; the negative one though it adds to 1."""
    assert refusal(weights)[0] == sentence


def test_all_faults_of_weights_come_at_once() -> None:
    """Two wrong numbers, or an unknown and a missing criterion, are two faults."""
    assert len(refusal([1, None, True])) == 2
    assert refusal({"c0": 1, "c1": 1, "c7": 1, 5: 1})[:2] == [
        "weights: found the key 'c7'; accepted: a criterion of the table: 'c0', 'c1' or 'c2'",
        "weights: found the key 5; accepted: a criterion of the table: 'c0', 'c1' or 'c2'",
    ]


@pytest.mark.parametrize(
    "weights", ["1,1,1", 3, {1, 2, 3}, b"123", np.float64(1), lambda matrix: None, lambda m: "abc"]
)
def test_what_is_no_list_of_weights_is_refused(weights: Any) -> None:
    """A set has no order, and text is no list."""
    (sentence,) = refusal(weights)
    assert "numbers in the order of the criteria, a mapping by their ids, or a function" in sentence


@pytest.mark.parametrize("method", METHODS)
def test_a_criterion_without_weight_is_as_if_it_were_not_there(method: Any) -> None:
    """rep-mcda-02: also where it has gaps, or scores for which a formula does not hold."""
    without = rank(table_of(REPORTED), method=method, weights=[1, 2, 3])
    extended = [[-5.0, *REPORTED[0]], [None, *REPORTED[1]], [0, *REPORTED[2]]]
    result = rank(table_of(extended), method=method, weights=[0, 1, 2, 3])
    assert result.scores.tolist() == without.scores.tolist()
    assert result.ranks.tolist() == without.ranks.tolist()
    assert result.contributions[:, 1:].tolist() == without.contributions.tolist()
    neutral = 1 if method == "weighted_product" else 0
    assert result.contributions[:, 0].tolist() == [neutral] * 3
    assert result.weights[0] == 0


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", ["rep-mcda-01", "rep-mcda-02"])
def test_the_copied_reports_are_those_of_the_reference_data(
    reference_data: Path, name: str, method: Any
) -> None:
    """The reported inputs above, read from the shared folder and run as they stand there."""
    found = case(reference_data, name)
    given, expected = found["input"], found["expected"]
    if name == "rep-mcda-01":
        table = DecisionTable(
            given["options"], [Criterion(id) for id in given["criteria"]], given["scores"]
        )
        asked = {"topsis": ("vector", "topsis_closeness")}
        normalization, key = asked.get(method, ("max", "weighted_sum_max_normalised"))
        result = rank(
            table,
            method=method if method == "topsis" else "weighted_sum",
            weights=given["weights"],
            normalization=normalization,  # type: ignore[arg-type]  # one of the names
        )
        scores = dict(zip(result.options, result.scores.tolist(), strict=True))
        assert scores == pytest.approx(expected[key], abs=found["tolerance"])
        assert [list(tie) for tie in result.ties] == expected["ties_shown"]
    else:
        for weights in given["weights"].values():
            result = rank(table_of(given["scores"], options=given["options"]), weights=weights)
            scores = dict(zip(result.options, result.scores.tolist(), strict=True))
            assert scores == pytest.approx(expected["scores_for_w1_w2_w3"], abs=1e-9)
            assert list(result.weights) == expected["weights_used_are_reported"]


# --- where weights come from ---------------------------------------------------------------------


def test_weights_of_criteria_are_used() -> None:
    """Without an argument the criteria say what counts."""
    result = rank(table_of(REPORTED, weights=[2, 1, 1]))
    assert result.weights == (0.5, 0.25, 0.25)
    assert result.weights_from == "criteria"
    assert codes(result) == []


def test_an_argument_stands_above_the_criteria() -> None:
    """What is asked for in the call is what is used."""
    result = rank(table_of(REPORTED, weights=[2, 1, 1]), weights=[1, 1, 2])
    assert result.weights == (0.25, 0.25, 0.5)
    assert result.weights_from == "given"


def test_without_any_weight_all_count_the_same_and_a_caveat_says_so() -> None:
    """Nobody was asked: that is said, not hidden."""
    result = rank(table_of(REPORTED))
    assert result.weights == (1 / 3, 1 / 3, 1 / 3)
    assert result.weights_from == "equal"
    assert codes(result) == ["weights-equal"]


def test_weights_of_some_criteria_only_are_refused() -> None:
    """No weight is guessed for the others; each is named."""
    with pytest.raises(InvalidValueError, match="2 faults") as caught:
        rank(table_of(REPORTED, weights=[2, None, None]))
    assert str(caught.value.faults[1]) == (
        "criteria[2].weight: found None (criterion 'c2'); "
        "accepted: a finite number from 0, as other criteria have one"
    )
    with pytest.raises(InvalidValueError, match="criteria: found only zeros"):
        rank(table_of(REPORTED, weights=[0, 0, 0]))


def test_a_function_of_weights_sees_options_without_gaps() -> None:
    """It gets a matrix of its own; the result says that nobody was asked."""
    seen: list[Any] = []

    def from_spread(matrix: Any) -> Any:
        seen.append(matrix.tolist())
        found = matrix.std(axis=0)
        matrix[:] = 0
        return found

    table = table_of([*REPORTED, [1, None, 1]])
    result = rank(table, weights=from_spread)
    assert seen == [REPORTED]
    assert result.weights_from == "from_spread"
    assert caveat(result, "weights-from-data") == {"function": "from_spread"}
    assert table.scores[0, 0] == 7
    assert result.n == 3


def test_a_function_of_weights_without_any_complete_option() -> None:
    """There is nothing to compute them from: no weights, no ranks, said by one caveat."""
    result = rank(table_of([[1, None], [None, 2]]), weights=lambda matrix: [1, 1])
    assert result.weights == ()
    assert result.n == 0
    assert result.first == ()
    assert result.ties == ()
    assert np.isnan(result.contributions).all()
    assert caveat(result, "options-with-gaps")["count"] == 2


# --- gaps, intervals, raters ---------------------------------------------------------------------


@pytest.mark.parametrize("method", METHODS)
def test_an_option_with_a_gap_has_no_rank_and_changes_nothing_for_others(method: Any) -> None:
    """The others are ranked as in a table without it."""
    result = rank(table_of([REPORTED[0], [99, None, 0], *REPORTED[1:]], "++-"), method=method)
    without = rank(table_of(REPORTED, "++-"), method=method)
    np.testing.assert_array_equal(result.scores, np.insert(without.scores, 1, NAN))
    np.testing.assert_array_equal(result.ranks, np.insert(without.ranks, 1, NAN))
    np.testing.assert_array_equal(
        result.contributions, np.insert(without.contributions, 1, NAN, axis=0)
    )
    assert result.n == 3
    assert caveat(result, "options-with-gaps") == {
        "count": 1,
        "total": 4,
        "fields": ("scores", "ranks", "contributions"),
    }


def test_a_gap_may_count_as_the_worst_score() -> None:
    """The lowest of a benefit, the highest of a cost: not knowing never helps."""
    gaps = [[1, 5, 3], [2, None, 3], [None, 9, None]]
    filled = [[1, 5, 3], [2, 9, 3], [1, 9, 3]]
    result = rank(table_of(gaps, "+--", [1, 1, 1]), missing="worst")
    expected = rank(table_of(filled, "+--", [1, 1, 1]))
    assert result.scores.tolist() == expected.scores.tolist()
    assert result.missing == "worst"
    assert caveat(result, "gaps-as-worst") == {"gaps": 3}


def test_a_criterion_that_nobody_scored_has_no_worst_score() -> None:
    """Then no option can be ranked, whatever the rule."""
    for missing in ("omit", "worst"):
        result = rank(table_of([[1, None], [2, None]]), missing=missing)
        assert result.n == 0
        assert caveat(result, "options-with-gaps")["count"] == 2


def test_intervals_count_as_their_middle() -> None:
    """The point table of the middles has the same scores; a caveat counts the intervals."""
    result = rank(table_of([[(1, 3), 5], [(2, 8), (6, 6)], [1, 9]], weights=[1, 1]))
    expected = rank(table_of([[2, 5], [5, 6], [1, 9]], weights=[1, 1]))
    assert result.scores.tolist() == expected.scores.tolist()
    assert caveat(result, "scores-midpoints") == {"cells": 2}


def test_several_raters_count_as_their_mean() -> None:
    """A caveat says how many, where some gave none, and about what they differ most."""
    scores = [[[1, 5], [2, 6]], [[3, 5], [2, None]], [[None, 5], [5, 7]]]
    table = table_of(scores, weights=[1, 1], raters=["a", "b", "c"])
    result = rank(table)
    expected = rank(table_of([[2, 5], [3, 6.5]], weights=[1, 1]))
    assert result.scores.tolist() == expected.scores.tolist()
    assert result.raters == 3
    assert caveat(result, "raters-averaged") == {"raters": 3}
    assert caveat(result, "raters-incomplete") == {"cells": 2}
    # SDs over ranges: 1.414/4 and 1.732/4 on c0, 0/2 and 0.707/2 on c1.
    differ = caveat(result, "raters-differ")
    assert differ == {"option": 1, "criterion": "c0", "spread": pytest.approx(math.sqrt(3))}


def test_raters_who_agree_do_not_differ() -> None:
    """No cell is named where all SDs are 0, and none where there is one rater."""
    for scores in ([[[1, 5], [2, 6]]] * 2, [[[1, 5], [2, None]]]):
        result = rank(table_of(scores, raters=list(range(len(scores)))))
        assert "raters-differ" not in codes(result)
        assert "raters-incomplete" not in codes(result)


# --- formulas that do not hold -------------------------------------------------------------------


@pytest.mark.parametrize("normalization", ["max", "sum", "linear"])
@pytest.mark.parametrize("method", METHODS)
def test_negative_scores_under_a_share_are_not_estimable(method: Any, normalization: Any) -> None:
    """No number comes from a formula outside its range; the criterion is named."""
    result = rank(table_of([[-1, 2], [3, 4]], "+-"), method=method, normalization=normalization)
    assert np.isnan(result.scores).all()
    assert np.isnan(result.ranks).all()
    assert result.n == 0
    assert caveat(result, "normalization-undefined") == {
        "normalization": normalization,
        "criteria": ("c0",),
        "fields": ("scores", "ranks", "contributions"),
    }


@pytest.mark.parametrize("normalization", ["sum", "linear"])
def test_a_cost_of_zero_has_no_inverse(normalization: Any) -> None:
    """Only where all costs are 0 is there nothing to divide: then they order nothing."""
    result = rank(table_of([[0, 2], [3, 4]], "-+"), normalization=normalization)
    assert caveat(result, "normalization-undefined")["criteria"] == ("c0",)
    free = rank(table_of([[0, 2], [0, 4]], "-+"), normalization=normalization)
    assert free.ranks.tolist() == [2, 1]
    assert free.contributions[:, 0].tolist() == [0, 0]


def test_a_weighted_product_of_negative_scores_is_not_estimable() -> None:
    """A negative number has no power of 0.5; the constant criterion is still named."""
    result = rank(table_of([[-1, 2], [3, 2]]), method="weighted_product", normalization="vector")
    assert np.isnan(result.scores).all()
    assert caveat(result, "product-of-negatives")["criteria"] == ("c0",)
    assert caveat(result, "criteria-constant")["criteria"] == ("c1",)


def test_a_weighted_product_passes_over_what_orders_nothing() -> None:
    """The factor of a criterion that is 0/0 is 1, not 0."""
    result = rank(table_of([[1, 7], [2, 7]]), method="weighted_product", normalization="minmax")
    assert result.scores.tolist() == [0, 1]
    assert result.contributions[:, 1].tolist() == [1, 1]


def test_rounding_makes_no_order() -> None:
    """Means over raters that differ in the last bit are alike."""
    scores = [[[0.1], [0.3]], [[0.2], [0.2]], [[0.3], [0.1]]]
    table = table_of(scores, raters=["a", "b", "c"])
    points = table.points()
    assert points[0, 0] != points[1, 0]
    for method in METHODS:
        assert rank(table, method=method).ranks.tolist() == [1, 1]  # type: ignore[arg-type]  # a loop


def test_scores_that_cancel_out_are_compared_in_the_size_of_their_parts() -> None:
    """0.1 + 0.2 - 0.3 is 0 but for rounding."""
    table = table_of([[0.1, 0.2, 0.3], [0.0, 0.0, 0.0]], "++-")
    result = rank(table, normalization="none")
    assert result.scores[0] != 0
    assert result.ranks.tolist() == [1, 1]


def test_the_scale_of_a_criterion_can_be_the_measure() -> None:
    """A third option changes no score; without a scale it is refused by name."""
    criteria = [Criterion("a", weight=1, minimum=1, maximum=5), Criterion("b", "min", 0)]
    first = rank(DecisionTable(["x", "y"], criteria, [[2, 1], [4, 1]]), normalization="scale")
    more = rank(
        DecisionTable(["x", "y", "z"], criteria, [[2, 1], [4, 1], [5, 9]]), normalization="scale"
    )
    assert first.scores.tolist() == [0.25, 0.75]
    assert more.scores.tolist() == [0.25, 0.75, 1]
    with pytest.raises(InvalidValueError) as caught:
        rank(DecisionTable(["x"], criteria, [[2, 1]]), normalization="scale", weights=[1, 1])
    assert [str(fault) for fault in caught.value.faults] == [
        f"criteria[1].{end}: found None (criterion 'b'); "
        "accepted: a finite number, as the normalization 'scale' measures by it"
        for end in ("minimum", "maximum")
    ]


# --- a method of one's own -----------------------------------------------------------------------


class Longest:
    """A method as an object that is called, as pymcdm's are."""

    def __call__(self, matrix: Any, weights: Any, directions: Any) -> Any:
        """Add weighted scores by their signs."""
        assert matrix.flags.c_contiguous
        assert matrix.flags.writeable
        return (matrix * weights * directions).sum(axis=1)


def test_a_method_may_be_an_object_that_is_called() -> None:
    """It gets the matrix, weights that add to 1, and signs; its class names it."""
    table = table_of(REPORTED, "+-+")
    result = rank(table, method=Longest(), weights=[2, 1, 1])
    expected = rank(table, normalization="none", weights=[2, 1, 1])
    np.testing.assert_allclose(result.scores, expected.scores, rtol=1e-12)
    assert result.ranks.tolist() == expected.ranks.tolist()
    assert result.method == "Longest"
    assert result.normalization is None
    assert np.isnan(result.contributions).all()
    assert caveat(result, "contributions-unknown")["method"] == "Longest"


def test_a_method_of_ones_own_sees_what_counts() -> None:
    """No criterion of weight 0, no option with a gap; what it does to its copy stays there."""
    seen: list[Any] = []

    def spoil(matrix: Any, weights: Any, directions: Any) -> list[float]:
        seen.append((matrix.tolist(), weights.tolist(), directions.tolist()))
        matrix[:] = 0
        weights[:] = 0
        return [1, 2]

    table = table_of([[1, 2, 3], [4, None, 6], [7, None, None]], "+--")
    result = rank(table, method=spoil, weights=[1, 0, 3])
    assert seen == [([[1, 3], [4, 6]], [0.25, 0.75], [1, -1])]
    np.testing.assert_array_equal(result.scores, [1, 2, NAN])
    np.testing.assert_array_equal(result.ranks, [2, 1, NAN])
    assert result.weights == (0.25, 0, 0.75)
    assert table.scores[0, 0] == 1


def test_scores_that_a_method_can_not_give_are_said() -> None:
    """nan and infinite scores are no rank; division by zero inside does not warn."""
    result = rank(
        table_of([[1, 1], [2, 2], [3, 3], [0, 0]]),
        method=lambda matrix, weights, directions: (
            np.array([1.0, 0, -1, NAN]) / matrix[:, 0] ** 0 / np.array([0.0, 0.0, 1.0, 1.0])
        ),
    )
    np.testing.assert_array_equal(result.scores, [NAN, NAN, -1, NAN])
    np.testing.assert_array_equal(result.ranks, [NAN, NAN, 1, NAN])
    assert result.n == 1
    assert caveat(result, "scores-not-computed")["count"] == 3


def test_scores_of_a_method_may_be_of_any_size_below_the_limit() -> None:
    """Differences of larger ones are no numbers any more: these are not ranked."""
    given = [1e299, -1e299, 1e-300, 0.0, 1.7e308]
    table = table_of([[place] for place in range(5)])
    result = rank(table, method=lambda matrix, weights, directions: given)
    np.testing.assert_array_equal(result.ranks, [1, 4, 2, 2, NAN])


def test_a_method_that_gives_no_score_at_all() -> None:
    """Nothing is first, and nothing crashes."""
    result = rank(table_of(REPORTED), method=lambda matrix, weights, directions: [NAN] * 3)
    assert result.n == 0
    assert result.first == ()


@pytest.mark.parametrize(
    "answer", [None, 3, "abc", [1, 2], [[1], [2], [3]], ["1", "2", "3"], [True, False, True]]
)
def test_a_method_that_gives_something_else_is_refused(answer: Any) -> None:
    """One number an option, not aligned by luck."""
    with pytest.raises(InvalidValueError, match=r"scores of <lambda>: found .*accepted: 3 numbers"):
        rank(table_of(REPORTED), method=lambda matrix, weights, directions: answer)


def test_errors_of_a_method_of_ones_own_pass_through() -> None:
    """They are the caller's, with their traceback."""

    def broken(matrix: Any, weights: Any, directions: Any) -> Any:
        raise RuntimeError("mine")

    with pytest.raises(RuntimeError, match="mine"):
        rank(table_of(REPORTED), method=broken)


# --- the call ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"method": "topsi"}, "method: found 'topsi'; accepted: one of 'weighted_sum'"),
        ({"method": None}, "method: found None"),
        ({"method": ["topsis"]}, "method: found a list of 1"),
        ({"normalization": "mean"}, "normalization: found 'mean'; accepted: one of 'minmax'"),
        ({"normalization": 3}, "normalization: found 3"),
        ({"missing": "mean"}, "missing: found 'mean'; accepted: one of 'omit' or 'worst'"),
        ({"method": Longest}, "method: found the class Longest; accepted: an object that can be"),
        (
            {"weights": dict},
            "weights: found the class dict; accepted: an object that can be called",
        ),
        (
            {"method": len, "normalization": "max"},
            "normalization: found 'max'; accepted: None: a method of your own",
        ),
    ],
    ids=["typo", "none", "list", "name", "number", "missing", "class", "type", "own"],
)
def test_arguments_are_checked(arguments: dict[str, Any], message: str) -> None:
    """A misspelt name is refused with those that there are."""
    with pytest.raises(InvalidValueError, match=message):
        rank(table_of(REPORTED), **arguments)


@pytest.mark.parametrize("table", [None, REPORTED, {"a": 1}, "table"], ids=repr)
def test_a_table_is_a_decision_table(table: Any) -> None:
    """Rows without names are no table."""
    with pytest.raises(InvalidValueError, match=r"table: found .*; accepted: a DecisionTable"):
        rank(table)


# --- the result ----------------------------------------------------------------------------------


def test_contributions_add_up_or_multiply_to_the_score() -> None:
    """So that each score can be explained by its criteria."""
    table = table_of(REPORTED, "+-+", [3, 2, 1])
    for method in ("weighted_sum", "topsis"):
        result = rank(table, method=method)
        np.testing.assert_allclose(result.contributions.sum(axis=1), result.scores, rtol=1e-12)
    product = rank(table, method="weighted_product")
    np.testing.assert_allclose(product.contributions.prod(axis=1), product.scores, rtol=1e-12)


def test_a_ranking_is_a_table_with_a_column_for_each_contribution() -> None:
    """Ready for pandas; a row by the id of its option."""
    result = rank(FIVE_TABLE, normalization="max")
    columns = result.columns()
    assert list(columns) == [
        "options",
        "scores",
        "ranks",
        "contributions_people",
        "contributions_grant",
        "contributions_skill",
        "contributions_road",
    ]
    assert columns["contributions_skill"] == pytest.approx([0.16, 0.32, 0.16, 0.08, 0.4])
    assert result["pond"] == result.records()[4]
    assert list(result["pond"]) == list(columns)
    assert len(result) == 5
    with pytest.raises(UnknownIdError, match=r"'pool'.*'pond'"):
        result["pool"]
    assert rank(table_of(REPORTED, weights=[2, 1, 1]))[1]["ranks"] == 3


def test_a_ranking_is_a_value() -> None:
    """It pickles, has a document, and its arrays stay read-only."""
    result = rank(table_of([*REPORTED, [1, None, 1]], "+-+"), weights=[0, 1, 1])
    for again in (
        pickle.loads(pickle.dumps(result)),
        abcd.from_dict(abcd.to_dict(result), Ranking),
    ):
        assert again == result
        for array in (again.scores, again.ranks, again.contributions):
            assert not array.flags.writeable
    json.dumps(abcd.to_dict(result), allow_nan=False)


def test_a_ranking_does_not_take_contributions_of_other_criteria() -> None:
    """Columns are never named by luck."""
    document = abcd.to_dict(rank(table_of(REPORTED)))
    document["criteria"] = ["c0"]
    with pytest.raises(abcd.AbcdError, match=r"contributions: found shape \(3, 3\)"):
        abcd.from_dict(document, Ranking)


def test_ties_are_listed_best_first() -> None:
    """Groups in the order of their ranks; options without a rank are in none."""
    scores = [[1], [3], [1], [3], [2], [None], [None]]
    result = rank(table_of(scores, options=["a", "b", "c", "d", "e", "f", "g"]))
    assert result.ties == (("b", "d"), ("a", "c"))
    assert result.first == ("b", "d")
    assert caveat(result, "first-rank-shared") == {"count": 2}
    assert caveat(result, "ranks-shared") == {"count": 4, "total": 7}


# --- the decision --------------------------------------------------------------------------------


def test_the_first_option_becomes_a_decision() -> None:
    """Who decided, by which rule, who disagreed: the order is the rule."""
    made = rank(FIVE_TABLE).decision(
        "What first?",
        decided_by=["rt3"],
        on="2024-02-09",
        reasons=["Many can use it."],
        dissent=["The oven is cheaper."],
    )
    assert made == abcd.Decision(
        "What first?",
        ["hall", "oven", "loom", "path", "pond"],
        chosen=["pond"],
        decided_by=["rt3"],
        rule="weighted_sum",
        on=datetime.date(2024, 2, 9),
        reasons=["Many can use it."],
        dissent=["The oven is cheaper."],
    )


def test_people_may_choose_otherwise_and_say_how() -> None:
    """The order does not decide; what is recorded is how people did."""
    ranking = rank(FIVE_TABLE)
    made = ranking.decision("What first?", chosen=["oven", "path"], rule="musyawarah")
    assert made.chosen == ("oven", "path")
    assert made.rule == "musyawarah"
    assert ranking.decision("What first?", chosen=[], rule="vote").chosen == ()
    with pytest.raises(InvalidValueError, match="rule: found None; accepted: how it was decided"):
        ranking.decision("What first?", chosen=["oven"])
    assert ranking.decision("What first?", chosen=["pond"]).rule == "weighted_sum"


def test_a_tie_or_nothing_decides_nothing() -> None:
    """With two first options, or none, people must say what they chose."""
    tied = rank(table_of([[1], [1]]))
    with pytest.raises(InvalidValueError, match="chosen: found None, and 2 options on the first"):
        tied.decision("What first?")
    assert tied.decision("What first?", chosen=[1]).chosen == ("1",)
    unknown = rank(table_of([[None], [None]]))
    with pytest.raises(InvalidValueError, match="and 0 options on the first rank"):
        unknown.decision("What first?")


def test_what_was_chosen_is_an_option() -> None:
    """An unknown id, and text instead of a list, are refused."""
    with pytest.raises(InvalidValueError, match=r"chosen\[0\]: found 'pool'"):
        rank(FIVE_TABLE).decision("What first?", chosen=["pool"], rule="vote")
    with pytest.raises(InvalidValueError, match="chosen: found 'pond'; accepted: a list or tuple"):
        rank(FIVE_TABLE).decision("What first?", chosen="pond")
