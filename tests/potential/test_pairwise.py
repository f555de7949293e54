"""Weights from judgments in pairs: published values, gaps, contradictions, groups."""

import itertools
import json
import math
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.potential.weights import PairwiseWeights, ahp, ahp_group

RandomIndex = Literal["saaty_1980", "saaty_2005", "donegan_dodd"]
# A judge who contradicts herself: a > b > c > a, each twice.
CIRCLE = {("a", "b"): 2, ("b", "c"): 2, ("c", "a"): 2}


def by_id(found: PairwiseWeights) -> dict[str, float]:
    """Return the weights by criterion."""
    return dict(zip(found.criteria, found.weights.tolist(), strict=True))


def codes(found: PairwiseWeights) -> list[str]:
    """Return the codes of all caveats."""
    return [caveat.code for caveat in found.caveats]


def expected(folder: Path) -> dict[str, Any]:
    """Return the published values of a data set by id."""
    rows = json.loads((folder / "expected.json").read_text("utf-8"))["expected"]
    return {row["id"]: row for row in rows}


# --- published values ----------------------------------------------------------------------------


def test_the_drinks_of_saaty(reference_data: Path) -> None:
    """Saaty (2008): priorities, and the ratio with both random indices."""
    folder = reference_data / "mcda-ahp-drinks"
    pairs = json.loads((folder / "pairwise.json").read_text("utf-8"))
    known = expected(folder)
    found = ahp(pairs["matrix"], criteria=pairs["labels"])
    assert by_id(found) == pytest.approx(known["weights"]["value"], abs=known["weights"]["tol"])
    assert found.consistency_ratio == pytest.approx(known["cr"]["value"], abs=known["cr"]["tol"])
    assert found.random_index == "saaty_1980"
    assert found.consistency_index is not None
    assert found.consistency_ratio == pytest.approx(found.consistency_index / 1.32, rel=1e-14)
    again = ahp(np.array(pairs["matrix"]), criteria=pairs["labels"], random_index="donegan_dodd")
    ratio = known["cr_dd"]
    assert again.consistency_ratio == pytest.approx(ratio["value"], abs=ratio["tol"])
    assert found.caveats == again.caveats == ()
    assert (found.n, found.judges, found.aggregation) == (1, (0,), None)


def test_the_missing_judgment_of_bozoki(reference_data: Path) -> None:
    """Bozoki, Fulop and Ronyai (2010): the completed judgment is the root of 8/15."""
    folder = reference_data / "mcda-ahp-incomplete"
    pairs = json.loads((folder / "pairwise.json").read_text("utf-8"))["judgements"]
    known = expected(folder)
    said = {(first, second): value for first, second, value in pairs}
    found = ahp(said, random_index="donegan_dodd")
    assert by_id(found) == pytest.approx(known["weights"]["value"], abs=known["weights"]["tol"])
    assert found.consistency_ratio == pytest.approx(known["cr"]["value"], abs=known["cr"]["tol"])
    ((first, second, value),) = found.completed
    assert (first, second) == ("c", "d")
    assert value == pytest.approx(known["missing"]["value"], abs=known["missing"]["tol"])
    assert value == pytest.approx(math.sqrt(8 / 15), rel=1e-8)
    assert codes(found) == ["judgments-completed"]
    assert dict(found.caveats[0].data) == {"count": 1, "total": 6}


def test_a_completion_is_the_least_of_its_neighbors() -> None:
    """Second route: any other values of two gaps give a larger eigenvalue."""
    said: dict[Any, float | None] = {
        ("a", "b"): 3,
        ("a", "c"): 5,
        ("b", "d"): 4,
        ("c", "d"): 1 / 2,
        ("c", "e"): 3,
        ("d", "e"): 2,
        ("a", "e"): 7,
        ("b", "c"): None,
    }
    found = ahp(said)
    assert found.principal_eigenvalue is not None
    assert len(found.completed) == 3
    for place, _ in enumerate(found.completed):
        for factor in (0.9, 0.999, 1.001, 1.1):
            moved = [
                ((first, second), value * (factor if number == place else 1))
                for number, (first, second, value) in enumerate(found.completed)
            ]
            other = ahp({**said, **dict(moved)})
            assert other.principal_eigenvalue is not None
            assert other.principal_eigenvalue > found.principal_eigenvalue


def test_geometric_means_of_rows() -> None:
    """Crawford and Williams (1985): of a complete matrix the weights are these means."""
    matrix = np.array([[1, 3, 5], [1 / 3, 1, 4], [1 / 5, 1 / 4, 1]])
    found = ahp(matrix, criteria=["a", "b", "c"], method="geometric_mean")
    means = np.prod(matrix, axis=1) ** (1 / 3)
    np.testing.assert_allclose(found.weights, means / means.sum(), rtol=1e-13)
    assert found.method == "ahp geometric_mean"
    # Of three criteria both methods have the same weights (Crawford and Williams 1985).
    again = ahp(matrix, criteria=["a", "b", "c"])
    np.testing.assert_allclose(again.weights, found.weights, rtol=1e-12)


def test_geometric_means_with_gaps_are_least_squares() -> None:
    """Second route: a regression of the logarithms on the differences of two criteria."""
    said = {("a", "b"): 3, ("b", "c"): 4, ("c", "d"): 2, ("d", "a"): 1 / 9, ("a", "c"): 7}
    found = ahp(said, method="geometric_mean")
    ids = found.criteria
    design = [[(id == first) - (id == second) for id in ids] for first, second in said]
    logs, *_ = np.linalg.lstsq(np.array(design, float), np.log(list(said.values())), rcond=None)
    weights = np.exp(logs)
    np.testing.assert_allclose(found.weights, weights / weights.sum(), rtol=1e-12)
    ratios = {(first, second): value for first, second, value in found.completed}
    b, d = (by_id(found)[id] for id in "bd")
    assert ratios == pytest.approx({("b", "d"): b / d}, rel=1e-12)


# --- consistency ---------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["eigenvector", "geometric_mean"])
def test_a_consistent_matrix_gives_its_weights(method: Any) -> None:
    """The ratio is 0, and nothing is to be revisited."""
    weights = np.array([0.5, 0.3, 0.15, 0.05])
    found = ahp(weights[:, None] / weights, criteria=list("abcd"), method=method)
    np.testing.assert_allclose(found.weights, weights, rtol=1e-13)
    assert found.consistency_ratio == pytest.approx(0, abs=1e-13)
    assert found.principal_eigenvalue == pytest.approx(4, rel=1e-14)
    assert (found.revisit, found.revisit_given, found.revisit_consistent) == ((), None, None)


def test_a_circle_is_reported_with_what_to_look_at() -> None:
    """The eigenvalue of a circle of twos is 1 + 2 + 1/2 = 3.5."""
    found = ahp(CIRCLE)
    np.testing.assert_allclose(found.weights, [1 / 3] * 3, rtol=1e-14)
    assert found.principal_eigenvalue == pytest.approx(3.5, rel=1e-14)
    assert found.consistency_index == pytest.approx(0.25, rel=1e-13)
    assert found.consistency_ratio == pytest.approx(0.25 / 0.58, rel=1e-13)
    assert found.revisit == ("a", "b")
    assert found.revisit_given == pytest.approx(2)
    # The two others go the other way round: a quarter.
    assert found.revisit_consistent == pytest.approx(1 / 4, rel=1e-12)
    assert codes(found) == ["judgments-inconsistent-any"]
    assert "any of the three judgments" in found.caveats[0].message()
    data = found.caveats[0].data
    assert (data["limit"], data["table"]) == (0.1, "saaty_1980")
    assert found.caveats[0].message().startswith("The judgments contradict one another")


def test_the_slip_of_a_hand_is_the_one_to_revisit() -> None:
    """One judgment of a consistent matrix turned round; it is named with the value that fits."""
    weights = {"a": 8, "b": 4, "c": 2, "d": 1}
    said = {(x, y): weights[x] / weights[y] for x in "abcd" for y in "abcd" if x < y}
    said["a", "d"] = 1 / 8
    found = ahp(said)
    assert found.revisit == ("d", "a")
    assert found.revisit_given == pytest.approx(8)
    assert found.revisit_consistent == pytest.approx(1 / 8, rel=1e-12)


def test_a_judgment_that_stands_alone_is_not_to_be_revisited() -> None:
    """Only d is tied to the circle by one judgment; whatever it says, nothing contradicts it."""
    found = ahp({**CIRCLE, ("c", "d"): 9})
    assert "d" not in found.revisit
    assert found.revisit_given == pytest.approx(2)


@pytest.mark.parametrize(
    ("said", "given", "n"),
    [
        ({("a", "b"): 3}, 1, 2),
        ({("a", "b"): 3, ("b", "c"): 2}, 2, 3),
        ({("a", "a"): 1}, 0, 1),
    ],
    ids=["two", "chain", "one"],
)
def test_judgments_that_nothing_checks(said: Any, given: int, n: int) -> None:
    """No consistency is claimed where none could fail."""
    found = ahp(said)
    assert found.weights.sum() == pytest.approx(1)
    assert found.consistency_ratio is found.consistency_index is None
    assert found.principal_eigenvalue == pytest.approx(n)
    data = {"count": given, "criteria": n, "fields": ("consistency_ratio", "consistency_index")}
    assert dict(found.caveats[-1].data) == data


def test_criteria_that_were_never_compared() -> None:
    """No weights, and the pairs that would connect them."""
    found = ahp({("a", "b"): 3, ("c", "d"): 2, ("e", "e"): 1})
    assert np.isnan(found.weights).all()
    assert found.consistency_ratio is found.principal_eigenvalue is None
    assert (found.completed, found.revisit) == ((), ())
    assert codes(found) == ["judgments-unconnected"]
    assert found.caveats[0].data["groups"] == 3
    assert found.caveats[0].data["pairs"] == ("a - c", "a - e")
    assert not np.isnan(ahp({("a", "b"): 3, ("c", "d"): 2, ("a", "c"): 1}).weights).any()


@pytest.mark.parametrize(
    ("table", "n", "index"),
    [
        # Saaty (1980), p. 21.
        ("saaty_1980", 3, 0.58),
        ("saaty_1980", 15, 1.59),
        # Saaty (2005), p. 31.
        ("saaty_2005", 3, 0.52),
        ("saaty_2005", 10, 1.49),
        # Donegan and Dodd (1991); 22 lies two fifths between 20 (1.5371) and 25 (1.5619).
        ("donegan_dodd", 4, 0.8286),
        ("donegan_dodd", 22, 1.5371 + 2 / 5 * (1.5619 - 1.5371)),
        ("donegan_dodd", 100, 1.6339),
    ],
)
def test_random_indices(table: RandomIndex, n: int, index: float) -> None:
    """The ratio is the index over the table's value."""
    matrix = np.ones((n, n))
    matrix[0, 1], matrix[1, 0] = 3, 1 / 3
    found = ahp(matrix, criteria=[f"c{place}" for place in range(n)], random_index=table)
    assert found.consistency_index is not None
    assert found.consistency_ratio == pytest.approx(found.consistency_index / index, rel=1e-12)


def test_a_table_ends_somewhere() -> None:
    """Sixteen criteria are beyond Saaty's tables; the index itself is known."""
    found = ahp(np.ones((16, 16)), criteria=[f"c{place}" for place in range(16)])
    assert found.consistency_ratio is None
    assert found.consistency_index == pytest.approx(0, abs=1e-13)
    data = {"table": "saaty_1980", "largest": 15, "fields": ("consistency_ratio",)}
    assert [dict(caveat.data) for caveat in found.caveats] == [data]


# --- reading -------------------------------------------------------------------------------------


def test_one_half_of_a_pair_is_enough() -> None:
    """A matrix with gaps, and both halves where they agree."""
    halves = ahp([[1, 3, None], [None, None, 2], [0.2, math.nan, 1]], criteria=list("abc"))
    whole = ahp({("a", "b"): 3, ("b", "a"): 1 / 3, ("b", "c"): 2, ("a", "c"): 5})
    assert halves == whole


@pytest.mark.parametrize(
    ("said", "criteria", "message"),
    [
        ({("a", "b"): 3, ("b", "a"): 3}, None, r"\['b', 'a'\]: found 3; accepted: 0.333333, as"),
        ({("a", "b"): 3, ("b", "a"): 0.33}, None, r"found 0.33; accepted: 0.333333, as the other"),
        ({("a", "a"): 2}, None, r"\['a', 'a'\]: found 2; accepted: 1, as it is the same"),
        ({("a", "b"): 0}, None, r"\['a', 'b'\]: found 0; accepted: a number from 1e-9"),
        ({("a", "b"): -3}, None, r"found -3"),
        ({("a", "b"): "3"}, None, r"found '3'"),
        ({("a", "b"): True}, None, r"found True"),
        ({("a", "b"): 1e10}, None, r"found 10000000000.0"),
        ({"ab": 3}, None, r"judgments: found the key 'ab'; accepted: keys that are pairs"),
        ({("a", 3): 3}, None, r"found the key a tuple of 2"),
        ({("a", "z"): 3}, ["a", "b"], r"\['a', 'z'\]: found 'z'; accepted: one of the criteria"),
        ({}, None, r"judgments: found no judgment; accepted: at least one"),
        ([[1]], None, r"criteria: found None; accepted: the ids of rows and columns"),
        ([[1, 2]], ["a", "b"], r"judgments: found 1 rows of other lengths; accepted: 2 rows of 2"),
        ([[1, 2], 3], ["a", "b"], r"found 2 rows of other lengths"),
        ([[1, 2], [2, 1]], ["a", "b"], r"judgments\[1\]\[0\]: found 2; accepted: 0.5, as"),
        (3, None, r"judgments: found 3; accepted: a mapping"),
        ([[1]], [], r"criteria: found a list of 0; accepted: a list of ids"),
        ([[1]], "a", r"criteria: found 'a'"),
        ([[1, 1], [1, 1]], ["a", "a"], r"criteria\[1\]: found the id 'a' again"),
        ([[1, 1], [1, 1]], ["a", 3], r"criteria\[1\]: found 3; accepted: text"),
    ],
)
def test_judgments_that_can_not_be_read(said: Any, criteria: Any, message: str) -> None:
    """With the pair or the cell, what was found and what is accepted."""
    with pytest.raises(InvalidValueError, match=message):
        ahp(said, criteria=criteria)


@pytest.mark.parametrize("method", ["eigenvector", "geometric_mean"])
def test_a_chain_beyond_all_floats_is_refused(method: Any) -> None:
    """Forty times a thousand million: no weights of 0, no warning."""
    said = {(f"c{place}", f"c{place + 1}"): 1e9 for place in range(40)}
    with pytest.raises(InvalidValueError, match=r"judgments: found a criterion below 1e-90 of"):
        ahp(said, method=method)
    with pytest.raises(InvalidValueError, match=r"judges\[0\]: found a criterion below 1e-90 of"):
        ahp_group([said], method=method)


@pytest.mark.parametrize("seed", range(8))
def test_wild_judgments_have_finite_weights(seed: int) -> None:
    """Gaps between judgments that contradict one another by 1e18: the search stays in range."""
    rng = np.random.default_rng(seed)
    ids = [f"c{place}" for place in range(8)]
    said = {
        pair: float(rng.choice([1e-9, 1, 1e9]))
        for pair in itertools.combinations(ids, 2)
        if pair[0] == "c0" or rng.random() < 0.4
    }
    found = ahp(said)
    assert found.weights.sum() == pytest.approx(1)
    assert all(0 < value < math.inf for _, _, value in found.completed)


def test_all_faults_come_at_once() -> None:
    """Two bad cells, two faults."""
    with pytest.raises(InvalidValueError) as caught:
        ahp({("a", "b"): 0, ("b", "c"): -1})
    assert [fault.path for fault in caught.value.faults] == [
        "judgments['a', 'b']",
        "judgments['b', 'c']",
    ]


def test_unknown_choices_are_refused() -> None:
    """The names are listed."""
    with pytest.raises(InvalidValueError, match=r"method: found 'mean'; accepted: one of"):
        ahp(CIRCLE, method="mean")  # type: ignore[arg-type]  # misspelt on purpose
    with pytest.raises(InvalidValueError, match=r"random_index: found 'x'; accepted: one of"):
        ahp(CIRCLE, random_index="x")  # type: ignore[arg-type]  # misspelt on purpose
    with pytest.raises(InvalidValueError, match=r"aggregation: found 'x'; accepted: one of"):
        ahp_group([CIRCLE], aggregation="x")  # type: ignore[arg-type]  # misspelt on purpose


# --- groups --------------------------------------------------------------------------------------

JUDGES: dict[str, Any] = {
    "ayu": {("a", "b"): 4, ("b", "c"): 2, ("a", "c"): 8},
    "budi": {("a", "b"): 1, ("b", "c"): 2, ("a", "c"): 2},
}


def test_judgments_are_brought_together_by_geometric_means() -> None:
    """2, 2 and 4: consistent again."""
    found = ahp_group(JUDGES)
    np.testing.assert_allclose(found.weights, np.array([4, 2, 1]) / 7, rtol=1e-13)
    assert (found.judges, found.n, found.aggregation) == (("ayu", "budi"), 2, "judgments")
    assert found.judges_consistency_ratio == pytest.approx((0, 0), abs=1e-13)
    assert found.consistency_ratio == pytest.approx(0, abs=1e-13)


def test_how_far_judges_differ_is_said() -> None:
    """Full opposition gives even weights, which is no agreement."""
    said: dict[tuple[str, str], float | None] = {("r", "c"): 9, ("r", "t"): 9, ("c", "t"): 1}
    turned: dict[tuple[str, str], float | None] = {
        ("c", "r"): 9,
        ("t", "r"): 9,
        ("t", "c"): 1,
    }
    opposed = ahp_group({"ayu": said, "budi": turned})
    np.testing.assert_allclose(opposed.weights, 1 / 3, rtol=1e-12)
    assert codes(opposed) == ["judges-differ"]
    data = opposed.caveats[0].data
    assert (data["first"], data["second"]) == ("r", "c")
    assert (data["low"], data["high"]) == pytest.approx((1 / 9, 9))
    assert codes(ahp_group([said, said])) == []
    # Pairs that one of them judged, or nobody, show no difference.
    apart = ahp_group([{("a", "b"): 4}, {("b", "c"): 2}])
    assert "judges-differ" not in codes(apart)


def test_displays_of_a_group_name_no_judge() -> None:
    """How many; the fields stay."""
    found = ahp_group(JUDGES)
    for text in (repr(found), str(found), found._repr_html_()):
        assert "ayu" not in text
    assert "judges=<2>" in repr(found)
    assert found.judges == ("ayu", "budi")


def test_a_pair_stands_on_those_who_judged_it() -> None:
    """Gaps of one judge are filled by the others, not by a guess."""
    found = ahp_group([{("a", "b"): 4}, {("a", "b"): 1, ("b", "c"): 2}])
    np.testing.assert_allclose(found.weights, np.array([4, 2, 1]) / 7, rtol=1e-13)
    assert found.judges == (0, 1)
    assert found.judges_consistency_ratio == (None, None)


def test_priorities_are_brought_together_by_geometric_means() -> None:
    """The group has no consistency of its own, and says so."""
    found = ahp_group(JUDGES, aggregation="priorities")
    alone = np.array([[8, 2, 1], [2, 2, 1]]) / [[11], [5]]
    mean = np.sqrt(alone[0] * alone[1])
    np.testing.assert_allclose(found.weights, mean / mean.sum(), rtol=1e-13)
    assert found.consistency_ratio is found.principal_eigenvalue is None
    assert codes(found) == ["consistency-of-judges", "judges-differ"]
    assert found.judges_consistency_ratio == pytest.approx((0, 0), abs=1e-13)


def test_judges_without_weights_are_left_out_and_counted() -> None:
    """Who never compared c has no weight for it."""
    judges = {**JUDGES, "citra": {("a", "b"): 9}}
    found = ahp_group(judges, aggregation="priorities")
    assert by_id(found) == by_id(ahp_group(JUDGES, aggregation="priorities"))
    assert codes(found) == ["judges-left-out", "consistency-of-judges", "judges-differ"]
    assert dict(found.caveats[0].data) == {"count": 1, "total": 3}
    nobody = ahp_group([{("a", "b"): 9}], criteria=list("abc"), aggregation="priorities")
    assert np.isnan(nobody.weights).all()
    assert codes(nobody) == ["judges-left-out", "no-judge-usable"]


@pytest.mark.parametrize("judges", [[], {}, None, 3, "ayu"])
def test_a_group_has_judges(judges: Any) -> None:
    """At least one."""
    with pytest.raises(InvalidValueError, match=r"judges: found .*; accepted: a mapping \{judge"):
        ahp_group(judges)


def test_faults_name_the_judge() -> None:
    """So do those of all judges together."""
    with pytest.raises(InvalidValueError) as caught:
        ahp_group({"ayu": {("a", "b"): 0}, "budi": 3})  # type: ignore[arg-type]  # junk on purpose
    assert [fault.path for fault in caught.value.faults] == ["judges['budi']"]
    with pytest.raises(InvalidValueError, match=r"judges\['ayu'\]\['a', 'b'\]: found 0"):
        ahp_group({"ayu": {("a", "b"): 0}})
    with pytest.raises(InvalidValueError, match=r"judges: found the key ''"):
        ahp_group({"": {("a", "b"): 1}})
