"""How far orders agree: Kendall's W against scipy, tables and its definition."""

import importlib
import itertools
from typing import Any

import numpy as np
import pytest
from scipy import stats

from abcd.errors import InvalidValueError
from abcd.potential import concordance

# All invented: five voters, four options, with ties.
SAID: list[Any] = [
    ["A", "B", "C", "D"],
    ["A", ["B", "C"], "D"],
    ["B", "A", "D", "C"],
    [["A", "B"], ["C", "D"]],
    ["A", "C", "B", "D"],
]
RANKS = np.array([[1, 2, 3, 4], [1, 2.5, 2.5, 4], [2, 1, 4, 3], [1.5, 1.5, 3.5, 3.5], [1, 3, 2, 4]])


def test_w_is_the_statistic_of_friedman() -> None:
    """scipy 1.15 and newer: friedmanchisquare corrects for ties; the statistic is n (k - 1) W."""
    found = concordance(SAID)
    statistic, p_value = stats.friedmanchisquare(*RANKS.T)
    assert found.chi_square == pytest.approx(statistic, rel=1e-12)
    assert found.p_value == pytest.approx(p_value, rel=1e-12)
    assert found.w == pytest.approx(statistic / (5 * 3), rel=1e-12)
    assert (found.degrees_of_freedom, found.n, found.test) == (3, 5, "chi-square")
    assert (found.seed, found.permutations) == (None, 0)
    assert found.options == ("A", "B", "C", "D")


def test_mean_spearman_is_that_of_all_pairs() -> None:
    """Without ties the identity is exact; here every pair is computed by scipy."""
    said = [["A", "B", "C", "D"], ["B", "A", "C", "D"], ["D", "A", "B", "C"]]
    ranks = [[1, 2, 3, 4], [2, 1, 3, 4], [2, 3, 4, 1]]
    rhos = [stats.spearmanr(x, y).statistic for x, y in itertools.combinations(ranks, 2)]
    found = concordance(said)
    assert found.mean_spearman == pytest.approx(np.mean(rhos), rel=1e-12)
    assert found.w is not None
    assert found.mean_spearman == pytest.approx((3 * found.w - 1) / 2, rel=1e-12)


def test_mean_spearman_with_ties_is_that_of_all_pairs() -> None:
    """scipy 1.15 and newer: spearmanr takes mean ranks; the identity with W does not hold then."""
    rhos = [stats.spearmanr(x, y).statistic for x, y in itertools.combinations(RANKS, 2)]
    assert concordance(SAID).mean_spearman == pytest.approx(np.mean(rhos), rel=1e-12)
    two = concordance([["a", "b", "c", "d"], [["a", "b", "c"], "d"]])
    rho = stats.spearmanr([1, 2, 3, 4], [2, 2, 2, 4]).statistic
    assert two.mean_spearman == pytest.approx(rho, rel=1e-12)


def test_who_ties_all_has_no_rho() -> None:
    """Left out of the mean and counted; with one voter left there is no mean."""
    said: list[Any] = [["A", "B", "C"], ["A", "C", "B"], [["A", "B", "C"]]]
    found = concordance(said, permutations=9, rng=1)
    assert found.mean_spearman == pytest.approx(stats.spearmanr([1, 2, 3], [1, 3, 2]).statistic)
    assert [(one.code, dict(one.data)) for one in found.caveats] == [
        ("voices-level", {"count": 1, "total": 3})
    ]
    alone = concordance(said[1:], permutations=9, rng=1)
    assert alone.mean_spearman is None
    assert alone.caveats[0].data["fields"] == ("mean_spearman",)


def test_three_voters_and_three_options() -> None:
    """Siegel and Castellan (1988), table T: of 216 orders, S >= 14 has the chance 0.194.

    Second route: all (3!)^3 of them.
    """
    said = [["A", "B", "C"], ["A", "C", "B"], ["A", "B", "C"]]
    orders = list(itertools.permutations([1, 2, 3]))
    sums = [np.sum(three, axis=0) for three in itertools.product(orders, repeat=3)]
    exact = np.mean([np.square(one - 6).sum() >= 14 for one in sums])
    assert exact == pytest.approx(0.194, abs=5e-4)
    found = concordance(said, permutations=20_000, rng=5)
    assert found.w == pytest.approx(12 * 14 / (9 * 24), rel=1e-14)
    assert found.p_value == pytest.approx(exact, abs=3 * np.sqrt(exact * (1 - exact) / 20_000))
    assert (found.test, found.permutations, found.seed) == ("permutation", 20_000, 5)
    assert found.caveats == ()


def test_permutations_can_be_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the seed that was drawn, and none is drawn where nothing is tested."""
    found = concordance(SAID, permutations=200)
    assert found.seed is not None
    assert concordance(SAID, permutations=200, rng=found.seed) == found
    generator = np.random.default_rng(3)
    assert concordance(SAID, permutations=50, rng=generator).seed is not None
    # More draws than are held at once go window by window.
    monkeypatch.setattr(importlib.import_module("abcd.potential.concordance"), "_HELD", 20 * 7)
    windows = concordance(SAID, permutations=200, rng=1)
    assert windows.p_value == pytest.approx(0.02, abs=0.03)


def test_full_agreement_and_full_disagreement() -> None:
    """1 and 0."""
    agreed = concordance([["A", "B", "C"]] * 4)
    assert (agreed.w, agreed.mean_spearman) == pytest.approx((1, 1), abs=1e-14)
    opposed = concordance([["A", "B", "C"], ["C", "B", "A"]])
    assert (opposed.w, opposed.mean_spearman, opposed.p_value) == pytest.approx((0, -1, 1))


def test_what_is_left_out_shares_the_last_places() -> None:
    """As `aggregate` has it."""
    assert concordance([["A"], ["B", "A"]], options=["A", "B", "C"]).w == pytest.approx(
        concordance([["A", ["B", "C"]], ["B", "A", "C"]]).w, rel=1e-14
    )


@pytest.mark.parametrize(
    ("said", "options", "n", "k"),
    [
        ([], ["A", "B"], 0, 2),
        ([["A", "B"]], None, 1, 2),
        ([["A"], ["A"]], None, 2, 1),
        ([["A", "B"], None], None, 1, 2),
        ([[["A", "B"]], [["A", "B"]]], None, 2, 2),
        ([], None, 0, 0),
    ],
    ids=["nobody", "one voter", "one option", "one abstains", "all tied", "nothing"],
)
@pytest.mark.parametrize("permutations", [0, 9])
def test_agreement_that_is_not_estimable(
    said: Any, options: Any, n: int, k: int, permutations: int
) -> None:
    """None, with what would be needed."""
    found = concordance(said, options=options, permutations=permutations)
    assert found.w is found.mean_spearman is found.chi_square is found.p_value is None
    assert found.degrees_of_freedom is found.seed is None
    (caveat,) = found.caveats
    assert (caveat.code, caveat.data["voices"], caveat.data["options"]) == (
        "concordance-undefined",
        n,
        k,
    )
    assert found.abstained == len(said) - n


def test_the_chi_square_is_rough_for_few_options() -> None:
    """Up to seven; beyond, it is near enough."""
    assert [caveat.code for caveat in concordance(SAID).caveats] == ["chi-square-rough"]
    assert concordance([list("ABCDEFGH")] * 3).caveats == ()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"permutations": -1}, r"permutations: found -1; accepted: a whole number from 0"),
        ({"permutations": 1.5}, r"permutations: found 1.5"),
        ({"rng": "seed"}, r"rng: found 'seed'"),
    ],
)
def test_arguments_that_can_not_be_used(changes: Any, message: str) -> None:
    """Refused by name."""
    with pytest.raises(InvalidValueError, match=message):
        concordance(SAID, **changes)
