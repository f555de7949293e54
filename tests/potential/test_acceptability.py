"""SMAA: exact cases within three standard errors, ties, what is drawn, and what is refused."""

import itertools
import json
import math
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest

import abcd
from abcd._arguments import generator
from abcd.errors import InvalidValueError
from abcd.potential import Acceptability, Criterion, DecisionTable, acceptability, rank
from abcd.potential._counts import Order, ahead, counted, into_order
from abcd.potential._simplex import Space, draw, narrowed
from abcd.potential._simulation import block_size

from .problems import caveat, codes, random_problem, table_of

NAN = math.nan
# Option A is best in one criterion, B in the other, C second best in both.
THREE = [[1, 0], [0, 1], [0.6, 0.6]]


def near(found: Any, expected: Any, samples: int) -> None:
    """Assert shares within three standard errors, and exactly where nothing is left to chance."""
    expected = np.asarray(expected)
    errors = np.sqrt(expected * (1 - expected) / samples)
    assert (np.abs(np.asarray(found) - expected) <= 3 * errors + 1e-12).all()


# --- exact cases ---------------------------------------------------------------------------------


def test_the_case_with_two_criteria(reference_data: Path) -> None:
    """data/mcda-smaa-two-criteria, derived by hand: A first for w > 0.6, B for w < 0.4, C between.

    The normalization makes no difference: the scores run from 0 to 1.
    """
    folder = reference_data / "mcda-smaa-two-criteria"
    problem = json.loads((folder / "problem.json").read_text("utf-8"))
    values = {
        one["id"]: one["value"]
        for one in json.loads((folder / "expected.json").read_text("utf-8"))["expected"]
    }
    assert problem["matrix"] == THREE
    names: list[Any] = ["minmax", "none"]
    for normalization in names:
        found = acceptability(
            table_of(THREE),
            rng=20240131,
            normalization=normalization,
        )
        near(found.rank_acceptability, values["rank_acceptability"], found.samples)
        # The first weight is uniform on a stretch of the length 0.4, 0.4 and 0.2.
        width = np.array([0.4, 0.4, 0.2])
        errors = width / np.sqrt(12 * width * found.samples)
        away = found.central_weights[:, 0] - values["central_weights"]
        assert (np.abs(away) <= 3 * errors).all()
        np.testing.assert_allclose(found.central_weights.sum(axis=1), 1)
        assert found.confidence.tolist() == [1, 1, 1]
        one, other = found.leaders.index(2), found.leaders.index(0)
        near(found.pairwise[one, other], values["pairwise_C_over_A"], found.samples)
        # The SD of a rank is below 1.
        np.testing.assert_allclose(found.expected_rank, [2.1, 2.1, 1.8], atol=0.03)


def test_ordered_weights_have_an_exact_answer() -> None:
    """With w1 >= w2 the first weight is uniform from 0.5 to 1: A 0.8, C 0.2."""
    found = acceptability(table_of(THREE), order=["c0", "c1"], rng=3)
    near(found.rank_acceptability, [[0.8, 0.2, 0], [0, 0, 1], [0.2, 0.8, 0]], found.samples)
    assert (found.weights_known, found.order) == ("ordered", (("c0",), ("c1",)))


def test_bounded_weights_have_an_exact_answer() -> None:
    """From 0.3 to 0.7 for the first: B a quarter, C half, A a quarter."""
    found = acceptability(table_of(THREE), bounds={"c0": (0.3, 0.7)}, rng=4)
    near(found.rank_acceptability[:, 0], [0.25, 0.25, 0.5], found.samples)
    assert found.weights_known == "bounded"
    assert found.weights_low == pytest.approx((0.3, 0.3))


def test_weights_with_a_tolerance_have_an_exact_answer() -> None:
    """0.5 plus or minus 40 %: the same stretch from 0.3 to 0.7."""
    found = acceptability(table_of(THREE, weights=[2, 2]), tolerance=0.4, rng=5)
    near(found.rank_acceptability[:, 0], [0.25, 0.25, 0.5], found.samples)
    assert (found.weights_known, found.weights_from) == ("near", "criteria")


def test_given_weights_and_points_give_the_order_of_rank() -> None:
    """Nothing is left to chance: each share is 0 or 1."""
    rng = np.random.default_rng(9)
    for _ in range(20):
        scores, weights, signs = random_problem(rng)
        table = table_of(scores, "".join("+" if sign == 1 else "-" for sign in signs))
        found = acceptability(table, weights=weights, samples=3, rng=1)
        ranks = rank(table, weights=weights).ranks.astype(int)
        expected = np.eye(len(scores))[ranks - 1]
        np.testing.assert_array_equal(found.rank_acceptability, expected)
        assert found.weights_known == "given"


def test_drawn_scores_have_an_exact_answer() -> None:
    """Two uniform scores that overlap: 1 to 3 beats 0 to 2 with a probability of 7/8."""
    table = table_of([[(1, 3)], [(0, 2)]], weights=[1])
    found = acceptability(table, rng=6)
    near(found.rank_acceptability[:, 0], [7 / 8, 1 / 8], found.samples)
    near(found.confidence, [7 / 8, 1 / 8], found.samples)
    near(found.pairwise[0, 1], 7 / 8, found.samples)
    assert caveat(found, "scores-drawn") == {"cells": 2}


def test_normal_scores_have_an_exact_answer() -> None:
    """Means 1 apart with SDs of 1 each: the normal distribution at 1/sqrt(2), 0.7602.

    Cutting each off three SDs out changes that by less than 0.001.
    """
    table = table_of([[2], [1]], weights=[1])
    found = acceptability(table, deviations={"c0": 1}, rng=7, samples=20_000)
    assert found.rank_acceptability[0, 0] == pytest.approx(0.7602, abs=0.01)
    array = acceptability(table, deviations=np.array([[1.0], [1.0]]), rng=7, samples=20_000)
    np.testing.assert_array_equal(array.rank_acceptability, found.rank_acceptability)


def test_normal_scores_end_where_the_scale_ends() -> None:
    """An SD as wide as the scale, and the score at its upper end: still never above it."""
    table = table_of([[5, 1], [5, 1]], weights=[1, 1], minimum=1, maximum=5)
    found = acceptability(table, deviations={"c0": 4}, normalization="scale", rng=1, samples=2_000)
    near(found.rank_acceptability[0, 0], 0.5, found.samples)


def test_gaps_are_drawn_from_the_scale() -> None:
    """On a scale of 0 to 10 an unknown score is above 7 in 3 of 10 draws."""
    table = table_of([[7], [None]], weights=[1], minimum=0, maximum=10)
    found = acceptability(table, rng=8)
    near(found.rank_acceptability[1, 0], 0.3, found.samples)
    assert caveat(found, "gaps-drawn") == {"gaps": 1}
    omitted = acceptability(table, rng=8, missing="omit")
    assert np.isnan(omitted.rank_acceptability[1]).all()
    assert omitted.rank_acceptability[0].tolist() == [1, 0]
    assert omitted.n == 1
    assert "rank_acceptability" in caveat(omitted, "options-with-gaps")["fields"]


def test_a_drawn_target_is_measured_from_the_target() -> None:
    """Drawn from 0 to 10 around a target of 5, against a distance of exactly 2: closer in 4/10."""
    size = Criterion("size", "target", 1, target=5)
    table = DecisionTable(["known", "vague"], [size], [[7], [(0, 10)]])
    found = acceptability(table, rng=9)
    near(found.rank_acceptability[1, 0], 0.4, found.samples)


def test_raters_give_means_or_spreads() -> None:
    """Their mean is a point; with "raters" their SD makes it a distribution."""
    scores = [[[4], [3]], [[2], [2.5]], [[3], [2.6]]]
    table = table_of(scores, weights=[1], raters=["ayu", "budi", "citra"])
    mean = acceptability(table, rng=1, samples=100)
    assert mean.rank_acceptability[:, 0].tolist() == [1, 0]
    spread = acceptability(table, deviations="raters", rng=1, samples=20_000)
    # Means 3 and 2.7, SDs 1 and 0.2646: the normal distribution at 0.3 / sqrt(1.07), 0.6141.
    assert spread.rank_acceptability[0, 0] == pytest.approx(0.6141, abs=0.015)
    assert {"raters-averaged", "scores-drawn"} <= set(codes(spread))


# --- against a loop ------------------------------------------------------------------------------


def test_shares_are_those_of_a_loop_over_draws() -> None:
    """Each draw ranked alone by `rank`, from the weights that the seed gives."""
    scores = np.random.default_rng(1).integers(0, 4, (6, 3))
    table = table_of(scores.tolist(), "+-+")
    samples = 300
    found = acceptability(table, rng=5, samples=samples)
    assert block_size(6) > samples
    weights = draw(Space(np.zeros(3), np.ones(3)), generator(5, 0), samples)
    assert weights is not None
    shares, first, often = np.zeros((6, 6)), np.zeros((6, 3)), np.zeros(6)
    for row in weights:
        ranks = rank(table, weights=row).ranks
        for option, place in enumerate(ranks.astype(int)):
            tied = int((ranks == place).sum())
            shares[option, place - 1 : place - 1 + tied] += 1 / tied
            if place == 1:
                first[option] += row / tied
                often[option] += 1 / tied
    np.testing.assert_allclose(found.rank_acceptability, shares / samples, atol=1e-9)
    led = often > 0
    np.testing.assert_allclose(found.central_weights[led], first[led] / often[led][:, np.newaxis])
    assert np.isnan(found.central_weights[~led]).all()
    np.testing.assert_allclose(
        found.expected_rank, found.rank_acceptability @ np.arange(1, 7), atol=1e-9
    )


@pytest.mark.parametrize("options", [1, 2, 3, 50])
def test_sorted_keys_give_the_order_of_the_scores(options: int) -> None:
    """Against `np.argsort`; no score is lost beyond the tolerance."""
    scores = np.random.default_rng(options).normal(0, 1, (40, options))
    units = np.abs(scores).max(axis=1)
    order = Order(
        np.empty(scores.shape, dtype=np.int64), np.empty((40, options - 1), dtype=np.bool_)
    )
    into_order(scores.copy(), units, order)
    np.testing.assert_array_equal(order.options, np.argsort(-scores, axis=1))
    assert order.apart.all()


def test_the_first_ranks_are_those_of_all_ranks() -> None:
    """Fewer ranks kept changes no number, with ties and without."""
    scores = np.random.default_rng(2).integers(0, 3, (40, 8, 3))
    for rows in scores:
        whole = acceptability(table_of(rows.tolist()), samples=20, rng=1)
        part = acceptability(table_of(rows.tolist()), samples=20, rng=1, ranks=3)
        np.testing.assert_allclose(
            part.rank_acceptability, whole.rank_acceptability[:, :3], atol=1e-12
        )
        np.testing.assert_allclose(part.expected_rank, whole.expected_rank)
        np.testing.assert_array_equal(part.confidence, whole.confidence)


def test_ties_of_leaders_count_half() -> None:
    """Ahead twice, behind once and tied once of four: 2.5."""
    scores = np.array([[1, 0], [1, 0], [0, 1], [1, 1]], dtype=float)
    counts = ahead(scores, np.ones(4))
    assert counts[0, 1] == 2.5
    assert counts[1, 0] == 1.5
    assert np.isnan(counts[0, 0])


def test_pairwise_shares_are_those_of_the_drawn_scores() -> None:
    """The second pass over the same draws: with two options they are the first ranks."""
    rng = np.random.default_rng(3)
    for _ in range(10):
        low = rng.uniform(0, 1, (2, 3))
        pairs = np.stack([low, low + rng.uniform(0, 1, (2, 3))], axis=-1)
        found = acceptability(table_of(pairs.tolist()), samples=500, rng=2)
        np.testing.assert_allclose(
            found.pairwise[0, 1], found[found.leaders[0]]["rank_acceptability"][0]
        )


# --- ties, constant and empty tables -------------------------------------------------------------


def test_equal_options_share_ranks_evenly() -> None:
    """Twins have half of each rank that they share; rows and columns add to 1."""
    found = acceptability(table_of([[1, 0], [1, 0], [0, 1]]), rng=1)
    np.testing.assert_array_equal(found.rank_acceptability[0], found.rank_acceptability[1])
    np.testing.assert_allclose(found.rank_acceptability.sum(axis=0), 1)
    np.testing.assert_allclose(found.rank_acceptability.sum(axis=1), 1)
    assert found.confidence.tolist() == [0.5, 0.5, 1]
    assert found.rank_acceptability[0, 0] == pytest.approx(0.25, abs=0.01)


def test_options_that_are_all_alike_share_everything() -> None:
    """No criterion tells them apart, and a caveat says so."""
    found = acceptability(table_of([[1, 2]] * 4), rng=1, samples=10)
    np.testing.assert_allclose(found.rank_acceptability, 0.25)
    assert found.expected_rank.tolist() == [2.5] * 4
    assert caveat(found, "criteria-constant") == {"criteria": ("c0", "c1")}


def test_one_option_is_first() -> None:
    """With certainty, whatever it scores."""
    found = acceptability(table_of([[3, 4]]), rng=1, samples=10)
    assert found.rank_acceptability.tolist() == [[1]]
    assert found.confidence.tolist() == [1]
    assert "criteria-constant" not in codes(found)


def test_an_option_that_is_never_first_has_no_central_weights() -> None:
    """It is worse in everything."""
    found = acceptability(table_of([[2, 2], [1, 1]]), rng=1, samples=50)
    assert np.isnan(found.central_weights[1]).all()
    assert np.isnan(found.confidence[1])
    assert caveat(found, "options-never-first") == {
        "count": 1,
        "total": 2,
        "samples": 50,
        "bound": 0.06,
        "fields": ("central_weights", "confidence"),
    }


def test_nobody_is_ranked_where_all_have_gaps() -> None:
    """Every answer is nan, the pairwise one empty."""
    found = acceptability(table_of([[None, 1], [1, None]]), rng=1, samples=5)
    assert np.isnan(found.rank_acceptability).all()
    assert found.n == 0
    assert found.leaders == ()
    assert found.pairwise.shape == (0, 0)
    with_function = acceptability(
        table_of([[None, 1], [1, None]]), weights=lambda matrix: [1, 1], rng=1, samples=5
    )
    assert with_function.n == 0


def test_a_gap_does_not_matter_where_the_weight_is_zero() -> None:
    """Limits of 0 take a criterion out."""
    found = acceptability(table_of([[1, None], [2, 5]]), bounds={"c1": (0, 0)}, rng=1, samples=5)
    assert found.rank_acceptability[:, 0].tolist() == [0, 1]
    assert found.central_weights[1].tolist() == [1, 0]


def test_a_normalization_that_does_not_hold_is_named() -> None:
    """Negative scores have no share of their sum."""
    found = acceptability(table_of([[-1, 1], [2, 5]]), normalization="sum", rng=1, samples=5)
    assert np.isnan(found.rank_acceptability).all()
    assert caveat(found, "normalization-undefined")["criteria"] == ("c0",)
    with pytest.raises(InvalidValueError, match=r"criteria\[0\]\.minimum: found None"):
        acceptability(table_of([[1]]), normalization="scale")


@pytest.mark.parametrize("normalization", ["minmax", "max", "sum", "vector", "linear", "none"])
def test_intervals_without_width_are_points(normalization: Any) -> None:
    """Each line is that of `rank`."""
    scores, _, signs = random_problem(np.random.default_rng(4))
    directions = "".join("+" if sign == 1 else "-" for sign in signs)
    pairs = np.stack([scores, scores], axis=-1)
    points = acceptability(
        table_of(scores, directions), rng=1, samples=50, normalization=normalization
    )
    narrow = acceptability(
        table_of(pairs, directions), rng=1, samples=50, normalization=normalization
    )
    np.testing.assert_array_equal(points.rank_acceptability, narrow.rank_acceptability)


def test_interval_tables_contain_the_points() -> None:
    """The wider the intervals around the same points, the more ranks are possible."""
    scores = np.array([[1.0, 4.0], [2.0, 2.0], [3.0, 1.0]])
    possible = []
    for width in (0.0, 0.5, 2.0):
        pairs = np.stack([scores - width, scores + width], axis=-1)
        found = acceptability(table_of(pairs), rng=1, normalization="none")
        possible.append(found.rank_acceptability > 0)
    assert (possible[0] <= possible[1]).all()
    assert (possible[1] <= possible[2]).all()


# --- randomness ----------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_numbers() -> None:
    """Also from a result's own seed, on an executor, and with a progress bar."""
    table = table_of([[(1, 3), 2], [2, (0, 4)], [1, 3]])
    first = acceptability(table, samples=9_000)
    again = acceptability(table, samples=9_000, rng=first.seed)
    assert first == again
    seen: list[int | None] = []

    def progress(items: Any, *, total: int | None) -> Any:
        seen.append(total)
        return items

    with ThreadPoolExecutor(2) as pool:
        threads = acceptability(
            table, samples=9_000, rng=first.seed, executor=pool, progress=progress
        )
    assert threads == first
    assert seen == [3]
    drawn = acceptability(table, samples=10, rng=np.random.default_rng(1))
    assert drawn == acceptability(table, samples=10, rng=np.random.default_rng(1))
    assert acceptability(table, samples=10, rng=2).seed == 2


def test_standard_errors_are_those_of_shares() -> None:
    """sqrt(p (1 - p) / n)."""
    found = acceptability(table_of(THREE), rng=1, samples=400)
    share = found.rank_acceptability[0, 0]
    assert found.standard_errors()[0, 0] == pytest.approx(math.sqrt(share * (1 - share) / 400))
    assert found.standard_errors()[2, 2] == 0


# --- many options --------------------------------------------------------------------------------


def test_of_many_options_the_first_ranks_are_kept() -> None:
    """Of more than 1,000 the first 10, unless more are asked for; confidence for leaders only."""
    scores = np.random.default_rng(1).uniform(0, 1, (1_001, 3))
    found = acceptability(table_of(scores), samples=20, rng=1)
    assert found.rank_acceptability.shape == (1_001, 10)
    assert len(found.leaders) == 10
    assert found.pairwise.shape == (10, 10)
    more = acceptability(table_of(scores), samples=20, rng=1, ranks=12)
    np.testing.assert_array_equal(more.rank_acceptability[:, :10], found.rank_acceptability)
    assert acceptability(table_of(THREE), samples=2, rng=1, ranks=99).rank_acceptability.shape == (
        3,
        3,
    )


def test_confidence_over_drawn_scores_is_for_leaders() -> None:
    """Of twenty options that may all be first, ten have one; a caveat counts the others."""
    pairs = [[(0, 1)]] * 20
    found = acceptability(table_of(pairs), samples=2_000, rng=1)
    known = ~np.isnan(found.confidence)
    assert known.sum() == 10
    assert {place for place in range(20) if known[place]} == set(found.leaders)
    assert caveat(found, "confidence-of-leaders") == {"count": 10, "fields": ("confidence",)}


# --- words and shapes ----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_words_never_speak_of_support(language: str) -> None:
    """The first caveat of every result says that shares are no people."""
    found = acceptability(table_of(THREE), rng=1, samples=100)
    assert found.caveats[0].code == "shares-of-draws"
    message = found.caveats[0].message(language)
    assert ("not of people" in message) or ("bukan bagian dari warga" in message)
    assert "93" in message
    assert "shares-of-draws" in codes(acceptability(table_of([[None]]), samples=1, rng=1))


def test_columns_have_one_for_each_rank_and_criterion() -> None:
    """A table for a picture."""
    found = acceptability(table_of(THREE), rng=1, samples=10)
    assert list(found.columns()) == [
        "options",
        "rank_1",
        "rank_2",
        "rank_3",
        "expected_rank",
        "confidence",
        "central_weights_c0",
        "central_weights_c1",
    ]
    assert abcd.from_dict(abcd.to_dict(found), Acceptability) == found
    with pytest.raises(InvalidValueError, match=r"pairwise: found shape \(1, 3\)"):
        attrs.evolve(found, pairwise=found.pairwise[:1])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"tolerance": 0.1}, "weights-equal"),
        ({"weights": lambda matrix: matrix.std(axis=0)}, "weights-from-data"),
    ],
)
def test_where_weights_come_from_is_said(arguments: Any, code: str) -> None:
    """As `rank` does."""
    assert code in codes(acceptability(table_of(THREE), rng=1, samples=5, **arguments))


def test_caveats_of_how_people_were_asked_go_along() -> None:
    """Judgments in pairs that leave a criterion open say so in every analysis."""
    asked = abcd.potential.weights.ahp(
        {("c0", "c1"): 9, ("c1", "c2"): 9, ("c2", "c0"): 9}, criteria=["c0", "c1", "c2"]
    )
    assert asked.caveats
    table = table_of([[1, 2, 3], [3, 2, 1], [(1, 2), 3, 3]])
    carried = set(codes(asked))
    for analysis in (abcd.potential.vikor, abcd.potential.promethee, abcd.potential.sensitivity):
        assert carried <= set(codes(analysis(table, weights=asked)))
    assert carried <= set(codes(acceptability(table, weights=asked, rng=1, samples=5)))
    assert carried <= set(codes(abcd.potential.worth_finding_out(table, weights=asked, steps=1)))


def test_weights_of_criteria_that_are_not_used_are_named() -> None:
    """Unknown weights are unknown, also where criteria have some."""
    found = acceptability(table_of(THREE, weights=[9, 1]), rng=1)
    near(found.rank_acceptability[:, 0], [0.4, 0.4, 0.2], found.samples)
    assert "weights-unused" in codes(found)


# --- what is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"weights": [1, 1], "order": ["c0"]}, "order: found a value; accepted: None, as weights"),
        ({"tolerance": 0.1, "bounds": {}}, "bounds: found a value; accepted: None, as weights"),
        ({"tolerance": 1}, "tolerance: found 1; accepted: a part from 0 to below 1"),
        ({"tolerance": "wide"}, "tolerance: found 'wide'"),
        ({"order": "c0"}, "order: found 'c0'; accepted: ids of criteria"),
        ({"order": []}, "order: found"),
        ({"order": [[]]}, "order: found"),
        ({"order": ["c0", "c9"]}, r"order\[1\]: found 'c9'; accepted: a criterion of the table"),
        ({"order": ["c0", ["c1", "c0"]]}, r"order\[1\]: found 'c0' again"),
        ({"order": [3]}, r"order\[0\]: found 3"),
        ({"bounds": [(0, 1)]}, "bounds: found .*; accepted: a mapping"),
        ({"bounds": {"c9": (0, 1)}}, "bounds: found the key 'c9'"),
        ({"bounds": {"c0": (0.5, 0.2)}}, r"bounds\['c0'\]: found a tuple of 2; accepted: a pair"),
        ({"bounds": {"c0": 0.5}}, r"bounds\['c0'\]: found 0.5"),
        ({"bounds": {"c0": (0, NAN)}}, r"bounds\['c0'\]: found"),
        ({"bounds": {"c0": (0, 0.2), "c1": (0, 0.2)}}, "limits that contradict each other"),
        ({"bounds": {"c1": (0.8, 1)}, "order": ["c0", "c1"]}, "limits that contradict"),
        ({"deviations": "raters"}, "deviations: found 'raters'"),
        ({"deviations": np.array(["a"])}, "deviations: found .*; accepted: 'raters', an array"),
        ({"deviations": [1, 2]}, "deviations: found .*; accepted: 'raters', an array"),
        ({"deviations": np.ones(2)}, r"deviations: found an array of shape \(2,\)"),
        ({"deviations": np.full((3, 2), -1.0)}, r"deviations\[0\]\[0\]: found -1.0"),
        ({"deviations": {"c9": 1}}, "deviations: found the key 'c9'"),
        ({"deviations": {"c0": -1}}, r"deviations\['c0'\]: found -1"),
        ({"deviations": {"c0": None}}, r"deviations\['c0'\]: found None"),
        ({"samples": 0}, "samples: found 0; accepted: a whole number from 1"),
        ({"ranks": 0}, "ranks: found 0"),
        ({"missing": "worst"}, "missing: found 'worst'"),
        ({"normalization": "best"}, "normalization: found 'best'"),
        ({"executor": 3}, "executor: found"),
        ({"rng": -1}, "rng: found -1"),
    ],
)
def test_arguments_that_do_not_fit_are_refused(arguments: Any, message: str) -> None:
    """Each with what was found and what is accepted."""
    with pytest.raises(InvalidValueError, match=message):
        acceptability(table_of(THREE), **arguments)


def test_bounds_may_come_as_an_array() -> None:
    """A pair is a pair."""
    pair: Any = np.array([0.3, 0.7])
    found = acceptability(table_of(THREE), bounds={"c0": pair}, rng=4, samples=5)
    assert found.weights_low == pytest.approx((0.3, 0.3))


# --- drawing weights -----------------------------------------------------------------------------


def drawn(space: Space, count: int = 20_000, seed: int = 1) -> Any:
    """Draw from what is left of a space."""
    inner = narrowed(space)
    assert inner is not None
    weights = draw(inner, np.random.default_rng(seed), count)
    assert weights is not None
    assert weights.shape == (count, len(space.lower))
    np.testing.assert_allclose(weights.sum(axis=1), 1, atol=1e-12)
    assert (weights >= space.lower - 1e-12).all()
    assert (weights <= space.upper + 1e-12).all()
    for better, worse in itertools.pairwise(space.order):
        least = weights[:, list(better)].min(axis=1)
        assert (least >= weights[:, list(worse)].max(axis=1) - 1e-12).all()
    return weights


def refused_simplex(space: Space, count: int = 400_000) -> Any:
    """Draw uniform weights, and keep those that fit: slow, and right by definition."""
    rng = np.random.default_rng(99)
    weights = rng.dirichlet(np.ones(len(space.lower)), count)
    fits = ((weights >= space.lower) & (weights <= space.upper)).all(axis=1)
    for better, worse in itertools.pairwise(space.order):
        least = weights[:, list(better)].min(axis=1)
        fits &= least >= weights[:, list(worse)].max(axis=1)
    return weights[fits]


def space_of(lower: Any, upper: Any, order: Any = ()) -> Space:
    """Build a space from lists."""
    return Space(np.array(lower, dtype=float), np.array(upper, dtype=float), order)


SPACES = {
    "free": space_of([0, 0, 0], [1, 1, 1]),
    "ordered": space_of([0] * 4, [1] * 4, ((2,), (0,), (1,), (3,))),
    "groups": space_of([0] * 4, [1] * 4, ((1, 3), (0, 2))),
    "partly ordered": space_of([0] * 4, [1] * 4, ((3,), (1,))),
    "above": space_of([0.2, 0.1, 0.1], [1, 1, 1]),
    "below": space_of([0, 0, 0], [0.5, 0.5, 0.4]),
    "box": space_of([0.2, 0.25, 0.2, 0], [0.35, 0.4, 0.35, 1]),
    "ordered box": space_of([0, 0.1, 0], [0.6, 0.5, 0.3], ((0,), (1,), (2,))),
    "fixed": space_of([0.3, 0, 0], [0.3, 1, 1]),
}


@pytest.mark.parametrize("name", SPACES)
def test_weights_are_uniform_on_what_is_left(name: str) -> None:
    """Means and spreads, and how often each third is hit, against refused uniform draws."""
    space = SPACES[name]
    weights = drawn(space)
    if name == "fixed":
        # A point has no volume that refused draws could hit; the others share what is left.
        np.testing.assert_allclose(weights[:, 0], 0.3)
        assert weights[:, 1].mean() == pytest.approx(0.35, abs=0.01)
        assert weights[:, 1].std() == pytest.approx(0.7 / math.sqrt(12), abs=0.01)
        return
    expected = refused_simplex(space)
    assert len(expected) > 3_000
    error = expected.std(axis=0) * math.sqrt(1 / len(expected) + 1 / len(weights))
    assert (np.abs(weights.mean(axis=0) - expected.mean(axis=0)) < 4 * error + 1e-9).all()
    np.testing.assert_allclose(weights.std(axis=0), expected.std(axis=0), rtol=0.06)
    for quantile in (1 / 3, 2 / 3):
        ends = np.quantile(expected, quantile, axis=0)
        np.testing.assert_allclose((weights < ends).mean(axis=0), quantile, atol=0.035)


def test_a_complete_order_has_the_centroid_as_mean() -> None:
    """Rank-order centroid weights of three: 11/18, 5/18, 2/18 (Barron & Barrett 1996)."""
    weights = drawn(space_of([0] * 3, [1] * 3, ((0,), (1,), (2,))))
    np.testing.assert_allclose(weights.mean(axis=0), [11 / 18, 5 / 18, 2 / 18], atol=0.01)


def test_limits_are_passed_on() -> None:
    """What one weight must have, another can not; nothing is left where they contradict."""
    inner = narrowed(space_of([0.7, 0, 0], [1, 1, 1]))
    assert inner is not None
    np.testing.assert_allclose(inner.upper, [1, 0.3, 0.3])
    chain = narrowed(space_of([0, 0.4, 0], [1, 1, 1], ((0,), (1,), (2,))))
    assert chain is not None
    np.testing.assert_allclose(chain.lower, [0.4, 0.4, 0])
    np.testing.assert_allclose(chain.upper, [0.6, 0.6, 0.2])
    assert narrowed(space_of([0.6, 0.6], [1, 1])) is None
    point = narrowed(space_of([0, 0, 0], [1 / 3, 1, 1], ((0,), (1,), (2,))))
    assert point is not None
    np.testing.assert_allclose(drawn(point, 3), 1 / 3)


def test_a_space_too_thin_to_draw_from_gives_no_answer() -> None:
    """An order that turns against narrow limits: a corner that almost no proposal hits."""
    criteria = [f"c{place}" for place in range(8)]
    bounds = dict.fromkeys(criteria, (0.1249, 0.1251))
    thin = {**bounds, "c0": (0.0, 1.0)}
    table = table_of([list(range(8)), list(range(8, 0, -1))])
    found = acceptability(table, bounds=thin, order=criteria[::-1], samples=5, rng=1)
    assert np.isnan(found.rank_acceptability).all()
    assert "rank_acceptability" in caveat(found, "weights-not-drawn")["fields"]


def test_draws_with_ties_and_without_are_counted_together() -> None:
    """One draw is clear, in the other two options share the first two ranks."""
    order = Order(np.array([[1, 0, 2], [0, 1, 2]]), np.array([[True, True], [False, True]]))
    found = counted(order, np.array([[0.9, 0.1], [0.5, 0.5]]), 3)
    assert found.ranks.tolist() == [[0.5, 1.5, 0], [1.5, 0.5, 0], [0, 0, 2]]
    assert found.places.tolist() == [3.5, 2.5, 6]
    assert found.often.tolist() == [0.5, 1.5, 0]
    np.testing.assert_allclose(found.first, np.array([[0.25, 0.25], [1.15, 0.35], [0, 0]]))
