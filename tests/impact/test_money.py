"""Money: shares of earners with published intervals, sums, and who holds them."""

from itertools import pairwise
from typing import Any

import pytest

from abcd.errors import InvalidValueError
from abcd.impact import MoneyChange, gini, money_change
from abcd.impact._proportions import newcombe_paired, wilson

from .published import unexplained

# Six invented creators, thousand rupiah a month.
BEFORE = {"p1": 0, "p2": 0, "p3": 0, "p4": 50, "p5": 0, "p6": 0}
AFTER = {"p1": 0, "p2": 150, "p3": 0, "p4": 0, "p5": 100, "p6": 2_750}
STATED: dict[str, Any] = {
    "currency": "thousand IDR",
    "gross": False,
    "month_before": "2024-01",
    "month_after": "2025-01",
    "source": "account books",
    "inflation": 1.1,
    "inflation_source": "BPS, CPI",
}
NOT_ASKED = {"gross", "month_before", "month_after", "source", "inflation", "inflation_source"}


def of(before: Any = BEFORE, after: Any = AFTER, **more: Any) -> MoneyChange:
    """Compare with everything stated that can be."""
    return money_change(before, after, **{**STATED, **more})


def codes(result: MoneyChange) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


def test_who_earns() -> None:
    """Counts of people who earn, begin and cease; nobody is named."""
    result = of()
    counts = (result.earning_before, result.earning_after, result.started, result.stopped)
    assert counts == (1, 3, 3, 1)
    assert (result.earning_both, result.earning_never, result.n) == (0, 2, 6)
    assert "p6" not in repr(result) + str(result) + result._repr_html_()
    assert unexplained(result, set()) == set()


def test_sums_and_spread() -> None:
    """In prices of the month after; a mean would be one person."""
    result = of()
    assert result.total_before == pytest.approx(55)
    assert result.total_after == 3_000
    assert result.total_change == pytest.approx(2_945)
    assert result.change_without_largest == pytest.approx(250 - 55)
    assert [result.median_before, result.median_after] == pytest.approx([55, 150])
    largest = [result.largest_share_before, result.largest_share_after]
    assert largest == pytest.approx([1, 2750 / 3000])
    assert result.gini_after == pytest.approx(gini(AFTER, rng=1).value)
    caveat = next(caveat for caveat in result.caveats if caveat.code == "money-one-person")
    assert caveat.data["after"] == pytest.approx(100 * 2750 / 3000)


def test_shares_have_intervals() -> None:
    """Wilson for each share, Newcombe for the change, McNemar for its p; each by name."""
    result = of(confidence=0.9)
    assert [result.share_before, result.share_after] == pytest.approx([1 / 6, 0.5])
    assert (result.share_after_low, result.share_after_high) == wilson(3, 6, 0.9)
    assert (result.share_change_low, result.share_change_high) == newcombe_paired(0, 1, 3, 2, 0.9)
    # binomtest(1, 4): 2 (1 + 4) / 16.
    assert result.share_p == pytest.approx(10 / 16)
    names = (result.interval_method, result.change_interval_method, result.test)
    assert names == ("wilson", "newcombe-paired-10", "mcnemar-exact")


def test_nobody_earned_before() -> None:
    """The usual case of a new enterprise: what is undefined says so, the rest stands."""
    result = of([0, 0, 0], [0, 0, 200])
    assert (result.median_before, result.gini_before, result.largest_share_before) == (None,) * 3
    assert result.median_after == 200
    assert result.share_before_low == 0
    fields = result.caveats[0].data["fields"]
    assert fields == ("median_before", "largest_share_before", "gini_before")
    assert unexplained(result, set()) == set()
    few = next(caveat for caveat in result.caveats if caveat.code == "money-few-earners")
    assert few.data["earners"] == 1


def test_nobody_earns() -> None:
    """Both waves empty: shares are 0, nothing else is there."""
    result = of([0, 0], [0, 0])
    assert (result.share_after, result.share_p, result.median_after) == (0, 1, None)
    assert "money-few-earners" not in codes(result)
    assert unexplained(result, set()) == set()


def test_a_loss() -> None:
    """Amounts below 0 are honest data: counted as not earning, without a Gini."""
    result = of([10, 20], [-5, 30])
    assert (result.gini_after, result.largest_share_after) == (None, None)
    assert (result.stopped, result.median_after) == (1, 30)
    assert "money-loss" in codes(result)
    assert unexplained(result, set()) == set()


def test_one_person_and_nobody() -> None:
    """One pair: nobody is left without the largest. No pair: nothing."""
    one = of([1], [2])
    assert one.change_without_largest is None
    assert "money-one-pair" in codes(one)
    assert "money-one-person" not in codes(one)
    none = of([], [])
    assert (none.share_before, none.total_after, none.median_after) == (None, 0, None)
    assert codes(none)[0] == "no-pairs"
    for result in (one, none):
        assert unexplained(result, set()) == set()


def test_many_who_earn_alike() -> None:
    """No caveat on single people where none is."""
    result = of([10] * 25, [12] * 25)
    # However many they are, the totals and shares give the income of one of them.
    assert codes(result) == ["money-discloses-largest", "no-comparison-group"]
    assert result.gini_after == 0


def test_what_is_not_stated_is_said() -> None:
    """Gross or net, months, source and prices."""
    result = money_change(BEFORE, AFTER, currency="IDR")
    unknown = [
        "money-gross-unknown",
        "money-months-unknown",
        "money-source-unknown",
        "money-prices",
    ]
    assert codes(result)[-4:] == unknown
    assert result.total_before == 50
    assert unexplained(result, NOT_ASKED) == set()
    assert "money-prices-unsourced" in codes(of(inflation_source=None))
    seasons = of(month_after="2024-08")
    assert "money-months-differ" in codes(seasons)
    assert (seasons.month_before, seasons.gross, seasons.source) == (
        "2024-01",
        False,
        "account books",
    )


def test_people_are_matched_by_id() -> None:
    """Who is missing on one side is listed, and who has a gap is left out when asked."""
    result = of({"a": 1, "b": None, "c": 3}, {"c": 4, "b": 2, "d": 5}, missing="omit")
    assert result.n == 1
    assert (result.unmatched_before, result.unmatched_after) == (("a",), ("d",))
    assert result.omitted == ("b",)
    assert {"unmatched", "missing-omitted"} <= set(codes(result))


def test_the_order_of_people_does_not_matter() -> None:
    """Also where several have the same largest amount."""
    before, after = [1, 5, 2, 0.1], [9, 9, 3, 0.3]
    orders = [[0, 1, 2, 3], [3, 1, 0, 2], [2, 3, 1, 0]]
    results = [of([before[k] for k in order], [after[k] for k in order]) for order in orders]
    assert all(one == other for one, other in pairwise(results))
    assert results[0].change_without_largest == pytest.approx(12.3 - 1.1 * 7.1)


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"currency": None}, "currency"),
        ({"currency": " "}, "currency"),
        ({"currency": 3}, "currency"),
        ({"gross": "yes"}, "gross"),
        ({"gross": 1}, "gross"),
        ({"month_before": "January"}, "month_before"),
        ({"month_after": "2024-13"}, "month_after"),
        ({"month_after": 202401}, "month_after"),
        ({"source": ""}, "source"),
        ({"inflation": 0}, "inflation"),
        ({"inflation": 1e3}, "inflation"),
        ({"inflation": "3 %"}, "inflation"),
        ({"inflation_source": b"BPS"}, "inflation_source"),
        ({"confidence": 95}, "confidence"),
        ({"after": {"p1": "0"}}, "after['p1']"),
        ({"after": [1, 2]}, "after"),
    ],
)
def test_arguments_out_of_range(arguments: Any, path: str) -> None:
    """The error names the argument."""
    with pytest.raises(InvalidValueError) as caught:
        of(**arguments)
    assert caught.value.path == path
