"""Baseline balance against the standard of What Works Clearinghouse."""

from typing import Any

import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.impact import baseline_balance

from .published import unexplained


def test_the_example_of_baselinr() -> None:
    """R package baselinr, README: pretest g = .8, female Cox index ln(4) / 1.65."""
    balance = baseline_balance(
        {"pretest": [5, 6, 7], "female": [1, 0, 1]},
        {"pretest": [4, 5, 6], "female": [0, 0, 1]},
        binary=["female"],
    )
    assert balance.differences == pytest.approx([0.8, np.log(4) / 1.65])
    assert balance.measures == ("hedges-g", "cox-index")
    assert balance["female"]["means_treated"] == pytest.approx(2 / 3)
    assert balance.largest == pytest.approx(np.log(4) / 1.65)


@pytest.mark.parametrize(
    ("correction", "expected"), [("none", 1.0), ("approximate", 0.8), ("exact", 0.7978845608)]
)
def test_corrections(correction: Any, expected: float) -> None:
    """The three ways to correct g for few people, each by its name (domain reference 4.3)."""
    balance = baseline_balance({"x": [5, 6, 7]}, {"x": [4, 5, 6]}, correction=correction)
    assert balance.differences == pytest.approx([expected])
    assert balance.correction == correction


@pytest.mark.parametrize(
    ("shift", "judgment"),
    [(0, "alike"), (0.05, "alike"), (0.06, "adjust"), (0.25, "adjust"), (0.26, "not comparable")],
)
@pytest.mark.parametrize("sign", [1, -1])
def test_thresholds(shift: float, judgment: str, sign: int) -> None:
    """Up to .05 alike, up to .25 with adjustment; edges belong to the better judgment."""
    base = np.array([-1.0, 0, 1])
    balance = baseline_balance({"x": base + sign * shift}, {"x": base}, correction="none")
    assert balance.judgments == (judgment,)


def test_missing_values_and_a_variable_that_looks_binary() -> None:
    """Both are said; no test of significance is given."""
    balance = baseline_balance(
        {"owns": [1, None, 0]}, {"owns": [1, 0, 0]}, missing="omit", correction="none"
    )
    assert balance.n_treated == (2,)
    assert [caveat.code for caveat in balance.caveats] == [
        "balance-of-what-was-asked",
        "balance-missing",
        "balance-looks-binary",
    ]


@pytest.mark.parametrize(
    ("treated", "control", "binary"),
    [([2, 2], [2, 2], []), ([0, 0], [0, 1], ["x"]), ([], [1, 2], []), ([1], [2], [])],
    ids=["no spread", "share of 0", "nobody", "two people"],
)
def test_what_is_not_estimable_is_named(treated: Any, control: Any, binary: Any) -> None:
    """No number from a formula outside its range."""
    balance = baseline_balance({"x": treated}, {"x": control}, binary=binary)
    assert np.isnan(balance.differences).all()
    assert balance.judgments == (None,)
    assert balance.caveats[-1].data["variables"] == ("x",)
    assert unexplained(balance, set()) == set()


def test_no_variables_are_no_rows() -> None:
    """Nothing asked, nothing compared."""
    balance = baseline_balance({}, {})
    assert (balance.n, balance.largest) == (0, None)
    assert unexplained(balance, set()) == set()


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"control": {"y": [1]}}, r"control\['x'\]: found nothing; accepted: the values"),
        ({"control": {"x": [1, 2], "y": [1]}}, r"treated\['y'\]: found nothing"),
        ({"treated": [1, 2]}, "treated: found a list"),
        ({"binary": ["z"]}, "binary: found 'z'"),
        ({"binary": "x"}, "binary: found"),
        ({"binary": 3}, "binary: found int"),
        ({"binary": ["x"]}, "found another number than 0 and 1"),
        ({"correction": "some"}, "correction: found 'some'"),
    ],
)
def test_what_does_not_fit_is_refused(changes: Any, match: str) -> None:
    """The argument and what it accepts are named."""
    with pytest.raises(InvalidValueError, match=match):
        baseline_balance(**{"treated": {"x": [1, 2]}, "control": {"x": [2, 3]}, **changes})
