"""Adjusted p values against the worked example of Benjamini and Hochberg, and statsmodels."""

from fractions import Fraction
from itertools import permutations
from typing import Any, get_args

import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.impact import Adjustment, adjust

# Benjamini and Hochberg (1995, section 3.2): 15 p values of Neuhaus and others (1992).
NEUHAUS = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
    *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000),
]
METHODS = get_args(Adjustment)


def test_benjamini_hochberg_1995() -> None:
    """The paper rejects four; Bonferroni three. Adjusted values: domain reference 4.5."""
    result = adjust(NEUHAUS, "benjamini-hochberg")
    assert sum(result.rejected) == 4
    printed = [
        *(0.0015, 0.0030, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645),
        *(0.0765, 0.486, 0.58118, 0.71488, 0.75323, 0.81321, 1),
    ]
    assert result.adjusted == pytest.approx(printed, abs=5e-6)
    assert result.controls == "false discovery rate"
    assert sum(adjust(NEUHAUS, "bonferroni").rejected) == 3


def test_holm_of_the_same() -> None:
    """Holm rejects three; adjusted values: domain reference 4.5."""
    result = adjust(NEUHAUS)
    assert (result.method, sum(result.rejected), result.n) == ("holm", 3, 15)
    printed = [0.0015, 0.0056, 0.0247, 0.1140, 0.2211, 0.2780, 0.2780, 0.2780, 0.3213, 1]
    assert result.adjusted[:10] == pytest.approx(printed, abs=5e-5)


def by_definition(p: list[Fraction], method: str) -> list[Fraction]:
    """Adjust by the closed definition: the smallest level at which the procedure rejects."""
    m, ordered = len(p), sorted(p)
    harmonic = sum((Fraction(1, place) for place in range(1, m + 1)), Fraction())
    adjusted = []
    for value in p:
        last = m - ordered[::-1].index(value)
        first = ordered.index(value) + 1
        levels = {
            "bonferroni": [m * value],
            "holm": [max((m - j) * ordered[j] for j in range(first))],
            "hochberg": [(m - j) * ordered[j] for j in range(last - 1, m)],
            "benjamini-hochberg": [m * ordered[j] / (j + 1) for j in range(last - 1, m)],
            "benjamini-yekutieli": [
                harmonic * m * ordered[j] / (j + 1) for j in range(last - 1, m)
            ],
        }
        adjusted.append(min(Fraction(1), *levels[method]))
    return adjusted


@pytest.mark.parametrize("method", METHODS)
def test_agrees_with_exact_fractions_in_any_order(method: Any) -> None:
    """A second route from the definitions; ties and the order of rows change nothing."""
    p = [Fraction(1, 100), Fraction(3, 100), Fraction(3, 100), Fraction(1, 5)]
    for order in permutations(p):
        expected = [float(value) for value in by_definition(list(order), method)]
        assert adjust([float(value) for value in order], method).adjusted == pytest.approx(expected)


@pytest.mark.parametrize(
    ("method", "name"),
    [
        ("bonferroni", "bonferroni"),
        ("holm", "holm"),
        ("hochberg", "simes-hochberg"),
        ("benjamini-hochberg", "fdr_bh"),
        ("benjamini-yekutieli", "fdr_by"),
    ],
)
def test_agrees_with_statsmodels(method: Any, name: str) -> None:
    """statsmodels 0.15 multipletests, tolerance 1e-12."""
    multitest = pytest.importorskip(
        "statsmodels.stats.multitest", reason="statsmodels, the second opinion, is not installed"
    )
    rng = np.random.default_rng(1)
    for count in (1, 2, 7, 40):
        p = np.round(rng.random(count) ** 3, 3)
        rejected, adjusted, _, _ = multitest.multipletests(p, alpha=0.1, method=name)
        ours = adjust(p, method, alpha=0.1)
        assert ours.adjusted == pytest.approx(adjusted, abs=1e-12)
        assert list(ours.rejected) == rejected.tolist()


def test_missing_p_values_are_kept_out_and_counted() -> None:
    """None and nan have no place in the family; the row stays."""
    result = adjust({"a": 0.01, "b": None, "c": float("nan"), "d": 0.02})
    assert (result.ids, result.n, result.missing) == (("a", "b", "c", "d"), 2, 2)
    assert result.adjusted[[0, 3]] == pytest.approx([0.02, 0.02])
    assert np.isnan(result.adjusted[1:3]).all()
    assert result.rejected == (True, False, False, True)
    assert [caveat.code for caveat in result.caveats] == ["p-missing"]


def test_products_of_decimals_reach_the_level() -> None:
    """3 * 0.1 / 6 is a little more than .05 in floats, and .05 in decimals."""
    result = adjust([0.1 / 6, 0.9, 0.9], "bonferroni")
    assert result.rejected[0]
    assert adjust([0.05]).rejected == (True,)


def test_no_p_values_are_no_rows() -> None:
    """An empty family is no error."""
    result = adjust([], family="nothing asked")
    assert (len(result), result.n, result.family) == (0, 0, "nothing asked")


def test_p_of_any_size_is_accepted() -> None:
    """A p below what scores may have in size is 0 for every adjustment."""
    assert adjust([1e-200, 0.5]).adjusted.tolist() == [0.0, 0.5]
    assert adjust(np.array([0.0, 1.0])).adjusted.tolist() == [0.0, 1.0]


@pytest.mark.parametrize(
    ("arguments", "match"),
    [
        (([0.1, 1.2],), r"p_values\[1\]: found 1\.2; accepted: a number from 0 to 1"),
        (([0.1, -0.2],), r"p_values\[1\]: found -0\.2"),
        ((["x"],), r"p_values\[0\]: found 'x'"),
        (([0.1], "bonferoni"), "method: found 'bonferoni'; accepted: one of 'bonferroni'"),
    ],
)
def test_what_is_no_p_is_refused(arguments: Any, match: str) -> None:
    """The place is named."""
    with pytest.raises(InvalidValueError, match=match):
        adjust(*arguments)


def test_the_family_is_text() -> None:
    """What is no text names no family."""
    with pytest.raises(InvalidValueError, match="family: found"):
        adjust([0.1], family=3)  # type: ignore[arg-type]  # junk on purpose
